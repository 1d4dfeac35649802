//! Nothing is lost: all words of a guide are in the text of each product, in reading order,
//! as foreign readers read them.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::process::Stdio;

use offprint::document::{Document, Entry, each_text};
use offprint::product::{
    BookOptions, CardOptions, FontSet, SheetOptions, book, cheat_sheet, flashcards,
};

use crate::support::{guides, validators};

fn pdftotext(pdf: &[u8], arguments: &[&str]) -> Option<String> {
    let mut command = validators::tool("pdftotext")?;
    command.args(arguments).args(["-raw", "-", "-"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().expect("pdftotext ends");
    writer.join().expect("no panic").expect("pdftotext reads all");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The text in the order of the file, page by page: a reader that goes by lines would mix
/// the names of items, which stand in a column of their own, with the text beside them.
fn mutool(pdf: &[u8]) -> Option<String> {
    let mut command = validators::tool("mutool")?;
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), pdf).expect("written");
    let (read, text) =
        validators::output(command.args(["draw", "-q", "-F", "txt"]).arg(file.path()));
    assert!(read, "{text}");
    Some(text)
}

/// The text without what a line break adds or takes; the hyphen of a compound at the end of a line
/// is one that is nothing else.
fn solid(text: &str) -> Vec<char> {
    let unseen = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(*c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{fe0f}' | '\u{feff}')
    };
    let plain = |c| if c == '\u{2010}' { '-' } else { c };
    text.chars().filter(unseen).map(plain).collect()
}

/// How far ahead a word is looked for: past the heads of a column and the contents of a
/// book, but not so far that a word lost is taken for one of a later section.
const AHEAD: usize = 40_000;

/// The words of `expected` that are not in `text`, in order. Furniture may stand between.
fn lost<'a>(expected: impl Iterator<Item = &'a str>, text: &str) -> Vec<String> {
    let text = solid(text);
    let mut at = 0;
    let mut lost = Vec::new();
    for word in expected.flat_map(str::split_whitespace) {
        let solid = solid(word);
        if solid.is_empty() {
            continue;
        }
        if is_loose(&solid) {
            // Each of its characters is ahead; where the word ends is not looked for.
            let ahead = &text[at..text.len().min(at + AHEAD)];
            if !solid.iter().all(|c| ahead.contains(c)) {
                lost.push(word.to_owned());
            }
            continue;
        }
        let found =
            text[at..].windows(solid.len()).take(AHEAD).position(|there| there == solid);
        match found {
            Some(distance) => at += distance + solid.len(),
            None => lost.push(word.to_owned()),
        }
    }
    lost
}

fn has_letters(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// Words that are not found in one piece: those longer than a line, or of a script whose lines end
/// inside words, since the head of the next column may stand between their parts, and those
/// written from the right, which readers of PDF put in an order of their own.
fn is_loose(word: &[char]) -> bool {
    let solid = word.iter().any(|c| matches!(c, '\u{3040}'..='\u{9fff}'));
    word.len() > if solid { 4 } else { 60 }
        || word.iter().any(|c| matches!(c, '\u{590}'..='\u{8ff}'))
}

fn all_text(document: &Document) -> Vec<&str> {
    let mut texts = Vec::new();
    each_text(document, |text, _| texts.push(text));
    texts
}

#[test]
fn the_sheet_has_every_word_in_order() {
    for (name, document) in guides::all() {
        let document = without_footnotes(document);
        let sheet =
            cheat_sheet(&document, &mut FontSet::bundled(), &SheetOptions::default())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(text) = pdftotext(&sheet.bytes, &[]) else { return };
        let prose = guides::without_formulas(&document);
        let lost = lost(all_text(&prose).into_iter(), &text);
        assert!(lost.is_empty(), "{name}: {} words lost: {:.20?}", lost.len(), lost);
    }
}

#[test]
fn the_cards_have_every_word_of_questions_and_answers_in_order() {
    for (name, document) in guides::all() {
        let document = only_questions(without_footnotes(document));
        if document.questions().next().is_none() {
            continue;
        }
        let cards =
            flashcards(&document, &mut FontSet::bundled(), &CardOptions::default())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(text) = mutool(&cards.bytes) else { return };
        let pages: Vec<&str> = text.split('\u{c}').collect();
        let side = |which: usize| -> String {
            pages.iter().skip(which).step_by(2).copied().collect::<Vec<_>>().join("\n")
        };
        for (which, document) in [(0, titles(&document)), (1, answers(&document))] {
            let prose = guides::without_formulas(&document);
            let mut lost = lost(all_text(&prose).into_iter(), &side(which));
            // MuPDF leaves an emoji with a skin tone out, which Poppler finds.
            if let Some(text) = pdftotext(&cards.bytes, &[]) {
                lost.retain(|word| has_letters(word) || !text.contains(word.as_str()));
            }
            assert!(lost.is_empty(), "{name}: {} words lost: {:.20?}", lost.len(), lost);
        }
    }
}

#[test]
fn the_book_has_every_word_in_order() {
    for (name, document) in guides::all() {
        let document = without_footnotes(document);
        let made = book(&document, &mut FontSet::bundled_only(), &BookOptions::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let prose = guides::without_formulas(&document);
        let lost = lost(all_text(&prose).into_iter(), &spine_text(&made.bytes));
        assert!(lost.is_empty(), "{name}: {} words lost: {:.20?}", lost.len(), lost);
    }
}

/// Blocks that are higher than any column, each of so many words.
fn towering(words: usize) -> Vec<(&'static str, Document)> {
    let prose = |from: usize| -> String {
        let words = (from..from + words).map(|n| format!("word{n}"));
        words.collect::<Vec<_>>().join(" ")
    };
    let text = prose(0);
    let guides = [
        ("a section", format!("# Guide\n\n## {text}\n\nBelow.\n\n### What?\n\nIt.\n")),
        ("a part", format!("# {text}\n\n## What?\n\nIt.\n\n# Other\n\n## Who?\n\nI.\n")),
        ("an unclosed heading", format!("# Guide\n\n<h2>{text}\n\n### What?\n\nIt.\n")),
        ("a question", format!("# Guide\n\n## Q1: {text}?\n\nIt.\n")),
        ("a heading", format!("# Guide\n\n## Q1: What?\n\n#### {text}\n\nIt.\n")),
        ("a label", format!("# Guide\n\n## Q1: What?\n\n**{text}**\n\nIt.\n")),
        (
            "a lead",
            format!("# Guide\n\n## Q1: What?\n\n- **{text}:** it.\n- **B:** c.\n"),
        ),
        (
            "a cell",
            format!("# Guide\n\n## Q1: What?\n\n| A | B |\n|---|---|\n| {text} | b |\n"),
        ),
        (
            "a head",
            format!("# Guide\n\n## Q1: What?\n\n| {text} | B |\n|---|---|\n| a | b |\n"),
        ),
        ("a quotation", format!("# Guide\n\n## Q1: What?\n\n> [!NOTE]\n> {text}\n")),
        ("code", format!("# Guide\n\n## Q1: What?\n\n```\n{text}\n```\n")),
        ("a term", format!("# Guide\n\n## Q1: What?\n\n{text}\n: It.\n")),
    ];
    let document = |text: String| guides::parse_bytes("guide.md", text.as_bytes());
    guides.map(|(name, text)| (name, document(text))).to_vec()
}

/// On a sheet of the smallest paper too, nothing ends at the foot of its column.
#[test]
fn a_block_that_is_higher_than_a_column_flows_on() {
    for (name, document) in towering(700) {
        let mut small = SheetOptions::default();
        small.paper = "100x80mm".parse().expect("a size");
        for options in [SheetOptions::default(), small] {
            let paper = options.paper;
            let sheet = cheat_sheet(&document, &mut FontSet::bundled_only(), &options)
                .unwrap_or_else(|error| panic!("{name}, {paper:?}: {error}"));
            let Some(text) = mutool(&sheet.bytes) else { return };
            let lost = anywhere(&document, &text);
            assert!(
                lost.is_empty(),
                "{name}, {paper:?}: {} lost: {lost:.9?}",
                lost.len()
            );
        }
        let questions = only_questions(document);
        if questions.questions().next().is_none() {
            continue;
        }
        let cards =
            flashcards(&questions, &mut FontSet::bundled_only(), &CardOptions::default())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(text) = mutool(&cards.bytes) else { return };
        let lost = anywhere(&questions, &text);
        assert!(lost.is_empty(), "{name}, cards: {} lost: {lost:.9?}", lost.len());
    }
}

/// The words of a document that `text` has nowhere: the cells of a row that goes on in the
/// next column stand side by side there as well.
fn anywhere<'a>(document: &'a Document, text: &str) -> Vec<&'a str> {
    let text: BTreeSet<&str> = text.split_whitespace().collect();
    let plain = |word: &&str| word.chars().all(char::is_alphanumeric);
    let words = all_text(document).into_iter().flat_map(str::split_whitespace);
    words.filter(plain).filter(|word| !text.contains(word)).collect()
}

/// Footnotes stand where they are referred to; their order is tested by each product.
fn without_footnotes(mut document: Document) -> Document {
    document.footnotes.clear();
    document
}

fn only_questions(mut document: Document) -> Document {
    for section in &mut document.sections {
        section.title.clear();
        section.entries.retain(|entry| matches!(entry, Entry::Question(_)));
    }
    document
}

fn titles(document: &Document) -> Document {
    let mut document = document.clone();
    each_question(&mut document, |question| question.answer = question.prompt().to_vec());
    document
}

fn answers(document: &Document) -> Document {
    let mut document = document.clone();
    each_question(&mut document, |question| {
        question.title.clear();
        question.answer = question.reply().to_vec();
    });
    document
}

fn each_question(
    document: &mut Document,
    with: impl Fn(&mut offprint::document::Question),
) {
    for entry in document.sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let Entry::Question(question) = entry {
            with(question);
        }
    }
}

/// The text of the files of the spine, in its order.
fn spine_text(epub: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(epub)).expect("a zip");
    let mut file = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
        text
    };
    let container = file("META-INF/container.xml");
    let package =
        attribute(&container, "full-path").expect("a package document").to_owned();
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let opf = file(&package);
    let mut text = String::new();
    for itemref in opf.split("<itemref ").skip(1) {
        let id = attribute(itemref, "idref").expect("an idref");
        let mut items = opf.split("<item ").skip(1);
        let item = items.find(|item| attribute(item, "id") == Some(id)).expect("an item");
        let href = attribute(item, "href").expect("an href");
        // What a review says again stands far from where it is looked for.
        if href.starts_with("review") {
            continue;
        }
        let path =
            if folder.is_empty() { href.to_owned() } else { format!("{folder}/{href}") };
        text.push_str(&body_text(&file(&path)));
    }
    text
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[from..].split('"').next()
}

fn body_text(xhtml: &str) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xhtml);
    let mut text = String::new();
    let mut inside = false;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) if tag.name().as_ref() == "body" => inside = true,
            Event::Text(words) if inside => text.push_str(&words),
            Event::GeneralRef(name) if inside => {
                let entity = format!("&{};", &*name);
                text.push_str(
                    &quick_xml::escape::unescape(&entity).expect("a known entity"),
                );
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}
