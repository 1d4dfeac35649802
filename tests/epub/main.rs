//! What the book promises: valid, whole, linked, and the same bytes every time.

mod ace;
mod arbitrary;
mod cover;
mod look;
mod print;
mod read;
mod sample;
mod study;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use offprint::document::{Block, Document, Entry, Section, plain_text};
use offprint::internals::epub::{EpubOptions, epub};
use offprint::product::Answers;
use proptest::prelude::*;

use crate::support::{guides, validators};

fn book(document: &Document) -> Vec<u8> {
    epub(document, &EpubOptions::default()).expect("a book")
}

/// The same book with its answers hidden.
fn hidden(document: &Document) -> Vec<u8> {
    let mut options = EpubOptions::default();
    options.answers = Answers::Hidden;
    epub(document, &options).expect("a book")
}

#[test]
fn epubcheck_finds_nothing() {
    judged_by_epubcheck(documents().iter().map(book));
}

// By itself, as another core is free: it starts a Java machine for each book.
#[test]
fn epubcheck_finds_nothing_where_answers_are_hidden() {
    let documents = documents();
    let books = documents.iter().map(|document| (book(document), hidden(document)));
    judged_by_epubcheck(
        books.filter(|(plain, hidden)| plain != hidden).map(|both| both.1),
    );
}

/// Documents that mean harm, those made for tests, and guides.
fn documents() -> Vec<Document> {
    let mut documents = sample::hostile();
    documents.push(sample::everything());
    documents.push(sample::long());
    documents.extend(guides::all().into_iter().map(|(_, document)| document));
    documents
}

fn judged_by_epubcheck(books: impl Iterator<Item = Vec<u8>>) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut findings = String::new();
    for (at, book) in books.enumerate() {
        let Some(mut epubcheck) = validators::tool("epubcheck") else { return };
        let path = folder.path().join(format!("{at}.epub"));
        std::fs::write(&path, book).expect("written");
        let (valid, said) = validators::output(epubcheck.arg("-u").arg(&path));
        let is_finding = |line: &str| {
            ["FATAL", "ERROR", "WARNING", "USAGE"]
                .iter()
                .any(|kind| line.starts_with(kind))
        };
        if !valid || said.lines().any(is_finding) {
            findings.push_str(&said);
        }
    }
    assert!(findings.is_empty(), "{findings}");
}

#[test]
fn fonts_come_along_where_they_are_asked_for() {
    let document = sample::everything();
    let mut options = EpubOptions::default();
    options.embed_fonts = true;
    let with = epub(&document, &options).expect("a book");
    let fonts = |book: &[u8]| -> Vec<String> {
        let names = read::names(book).into_iter();
        names.filter(|name| name.starts_with("OEBPS/fonts/")).collect()
    };
    assert!(fonts(&book(&document)).is_empty());
    assert_eq!(fonts(&with).len(), 7);
    let css = String::from_utf8(read::bytes(&with, "OEBPS/stylesheet.css")).expect("CSS");
    for name in fonts(&with) {
        let name = name.trim_start_matches("OEBPS/");
        assert!(css.contains(&format!("url({name})")), "{name}");
    }
    let Some(mut epubcheck) = validators::tool("epubcheck") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fonts.epub");
    std::fs::write(&path, with).expect("written");
    let (valid, said) = validators::output(epubcheck.arg("-u").arg(&path));
    // It tells of each face that there is one, and of nothing else.
    let mut usages = said.lines().filter(|line| line.starts_with("USAGE"));
    assert!(valid && usages.all(|line| line.starts_with("USAGE(CSS-028)")), "{said}");
}

#[test]
fn mutool_draws_every_page() {
    let Some(mut mutool) = validators::tool("mutool") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.epub");
    std::fs::write(&path, book(&sample::everything())).expect("written");
    let (drawn, said) = validators::output(mutool.args(["draw", "-F", "txt"]).arg(&path));
    // mutool says these two of every EPUB 3.
    let known =
        ["warning: ICC support is not available", "warning: unknown epub version: 3.0"];
    let is_complaint =
        |line: &str| line.starts_with("warning") || line.starts_with("error");
    let complaints =
        said.lines().filter(|line| is_complaint(line) && !known.contains(line));
    assert!(drawn && complaints.count() == 0, "{said}");
    assert!(said.contains("Events flow from left to right"), "{said}");
}

#[test]
fn xhtml_reads_like_this() {
    let files = read::files(&book(&sample::everything()));
    for name in
        ["nav.xhtml", "section-1.xhtml", "section-2.xhtml", "toc.ncx", "content.opf"]
    {
        insta::assert_snapshot!(name, read::file(&files, name).text);
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sample::everything();
    let first = book(&document);
    assert_eq!(first, book(&document));
    let json = serde_json::to_string(&document).expect("JSON");
    assert_eq!(first, book(&serde_json::from_str(&json).expect("the tree")));
}

#[test]
fn mimetype_comes_first_and_as_it_is() {
    let bytes = book(&sample::everything());
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
    let files = read::files(&bytes);
    assert!(!files.iter().any(|file| file.name.contains("display-options")));
}

#[test]
fn dates_and_identifier_come_from_the_document() {
    let package = |document: &Document, modified: Option<&str>| {
        let modified = modified.map(str::to_owned);
        let mut options = EpubOptions::default();
        options.modified = modified;
        let files = read::files(&epub(document, &options).expect("a book"));
        read::file(&files, "content.opf").text.clone()
    };
    let mut document = sample::everything();
    document.meta.identifier = Some("urn:isbn:9783161484100".to_owned());
    let plain = package(&document, None);
    assert!(plain.contains(">2024-05-01T00:00:00Z<"), "{plain}");
    assert!(plain.contains(">urn:isbn:9783161484100<"), "{plain}");
    let dated = package(&document, Some("2025-01-02T03:04:05Z"));
    assert!(dated.contains(">2025-01-02T03:04:05Z<"), "{dated}");
    let undated = package(&Document::default(), None);
    assert!(undated.contains(">1980-01-01T00:00:00Z<"), "{undated}");
}

#[test]
fn the_language_decides_the_direction() {
    let mut document = sample::everything();
    document.meta.language = "he".to_owned();
    let files = read::files(&book(&document));
    let package = &read::file(&files, "content.opf").text;
    assert!(package.contains("page-progression-direction=\"rtl\""), "{package}");
    for file in read::pages(&files) {
        let root = read::elements(&file.text).remove(0);
        assert_eq!(root.get("dir"), Some("rtl"), "{}", file.name);
        assert_eq!((root.get("lang"), root.get("xml:lang")), (Some("he"), Some("he")));
    }
}

#[test]
fn accessibility_is_claimed_as_far_as_it_goes() {
    let claims = |document: &Document, claim: &str| {
        let files = read::files(&book(document));
        read::file(&files, "content.opf").text.contains(claim)
    };
    for (claim, everything, nothing) in [
        (">textual<", true, true),
        (">tableOfContents<", true, true),
        (">index<", true, false),
        (">MathML<", true, false),
        (">latex<", true, false),
        ("alternative texts.", true, false),
        (">alternativeText<", false, false),
    ] {
        assert_eq!(claims(&sample::everything(), claim), everything, "{claim}");
        assert_eq!(claims(&Document::default(), claim), nothing, "{claim}");
    }
}

#[test]
fn long_sections_are_split_at_questions() {
    let document = sample::long();
    let files = read::files(&book(&document));
    assert!(read::sections(&files).count() > 3);
    let mut questions = 0;
    for file in read::sections(&files) {
        assert!(file.text.len() < 250_000, "{} has {}", file.name, file.text.len());
        let found = read::elements(&file.text);
        questions += found.iter().filter(|e| e.get("class") == Some("question")).count();
        assert_eq!(
            found.iter().filter(|e| e.name == "aside").count(),
            1,
            "{}",
            file.name
        );
    }
    assert_eq!(questions, 800);
}

#[test]
fn contents_name_every_question_in_both_forms() {
    let files = read::files(&book(&sample::everything()));
    let nav = &read::file(&files, "nav.xhtml").text;
    let ncx = &read::file(&files, "toc.ncx").text;
    let links = read::elements(nav);
    let links = links.iter().filter(|e| e.name == "a" && e.get("epub:type").is_none());
    let links: Vec<_> = links.filter_map(|e| e.get("href")).collect();
    let points = read::elements(ncx);
    let points: Vec<_> = points.iter().filter_map(|e| e.get("src")).collect();
    assert_eq!(links, points);
    for line in
        ["Q1 What is a watermark, really?", "2 Tables and &lt;markup&gt;", ">Terms<"]
    {
        assert!(nav.contains(line) && ncx.contains(line), "{line}");
    }
}

#[test]
fn questions_and_their_list_lead_to_each_other() {
    let files = read::files(&book(&sample::everything()));
    for (question, section) in [("q1", "section-1"), ("q7", "section-2")] {
        let there = format!("href=\"{section}.xhtml#{question}\"");
        let back = format!("href=\"questions.xhtml#_to-{question}\"");
        assert!(read::file(&files, "questions.xhtml").text.contains(&there), "{there}");
        let section = read::file(&files, &format!("{section}.xhtml"));
        assert!(section.text.contains(&back), "{back}");
    }
}

/// What may differ between the tree's text and the book's: white space, and what XML
/// cannot hold.
fn essence(text: &str) -> String {
    let kept = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && (*c as u32 & 0xFFFE) != 0xFFFE
            && !('\u{FDD0}'..='\u{FDEF}').contains(c)
    };
    text.chars().filter(kept).collect()
}

/// A section as the book has it: where answers are hidden, they come after all that is
/// asked.
fn section_text(section: &Section, answers: Answers) -> String {
    if answers == Answers::After {
        return section.plain_text();
    }
    let (mut asked, mut answered) = (plain_text(&section.title), String::new());
    for entry in &section.entries {
        match entry {
            Entry::Question(question) => {
                asked.push_str(&plain_text(&question.title));
                answered.extend(question.answer.iter().map(Block::plain_text));
            }
            Entry::Topic(_) => asked.push_str(&entry.plain_text()),
        }
    }
    asked + &answered
}

fn check_text(document: &Document, answers: Answers, files: &[read::File]) {
    let mut written = String::new();
    let notes: Vec<String> = document
        .footnotes
        .iter()
        .map(|n| essence(&n.blocks.iter().map(Block::plain_text).collect::<String>()))
        .collect();
    for file in read::sections(files) {
        let (body, asides) = read::guide_text(&file.text);
        written.push_str(&body);
        for aside in asides {
            assert!(notes.contains(&essence(&aside)), "{aside:?} is not a note");
        }
    }
    let tree: String =
        document.sections.iter().map(|section| section_text(section, answers)).collect();
    assert_eq!(essence(&written), essence(&tree));
}

/// Every id stands once in its file, and every link inside the book arrives.
fn check_links(files: &[read::File]) {
    let pages = || read::pages(files);
    let mut ids = BTreeSet::new();
    for file in pages() {
        ids.insert(file.name.clone());
        for element in read::elements(&file.text) {
            if let Some(id) = element.get("id") {
                assert!(ids.insert(format!("{}#{id}", file.name)), "{id} twice");
            }
        }
    }
    for file in pages() {
        for element in read::elements(&file.text) {
            let Some(href) = element.get("href").filter(|_| element.name == "a") else {
                continue;
            };
            let target = match href.strip_prefix('#') {
                Some(id) => format!("{}#{id}", file.name),
                None => format!("OEBPS/{href}"),
            };
            let outside = href.contains("://") || href.starts_with("mailto:");
            assert!(outside || ids.contains(&target), "{href} leads nowhere");
        }
    }
}

/// Headings never skip a rank on the way down, and begin with `h1`.
fn check_headings(files: &[read::File]) {
    for file in read::sections(files) {
        let mut last = 0;
        for element in read::elements(&file.text) {
            if let Some(Ok(rank)) = element.name.strip_prefix('h').map(str::parse::<u8>) {
                assert!(rank <= last + 1, "h{rank} after h{last}");
                last = rank;
            }
        }
    }
}

fn check(document: &Document) {
    for (answers, book) in
        [(Answers::After, book(document)), (Answers::Hidden, hidden(document))]
    {
        let files = read::files(&book);
        check_text(document, answers, &files);
        check_links(&files);
        check_headings(&files);
    }
}

#[test]
fn samples_are_whole_and_linked() {
    check(&sample::everything());
    check(&sample::long());
    sample::hostile().iter().for_each(check);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_whole_and_linked(document in arbitrary::document()) {
        check(&document);
    }
}
