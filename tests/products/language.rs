//! What products say themselves they say in the guide's language: of each there is a guide, and
//! no word of ours in English is left on its pages, in its book, or in what their files say of
//! themselves.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io::{Cursor, Read};

use lopdf::Object;
use offprint::diagnostic::DiagnosticKind;
use offprint::document::Document;
use offprint::internals::words::Words;
use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{
    AnkiOptions, Answers, BookOptions, CardFiles, CardOptions, CheatSheet, Folding,
    FontSet, PageList, SheetOptions, anki_notes, book, cheat_sheet, flashcards,
};
use quick_xml::events::Event;
use serde_json::Value;

use crate::support::{pdf_tree, skipped, validators};

/// Each text of a table, with the names of the fields that lead to it: `book.cover`.
fn texts(words: &Words) -> Vec<(String, String)> {
    fn collect(value: &Value, name: &str, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => found.push((name.to_owned(), text.clone())),
            Value::Array(values) => {
                for value in values {
                    collect(value, name, found);
                }
            }
            Value::Object(fields) => {
                for (field, value) in fields {
                    let name = format!("{name}.{field}");
                    collect(value, name.trim_start_matches('.'), found);
                }
            }
            _ => panic!("{name} is no text"),
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::to_value(words).expect("texts"), "", &mut found);
    found
}

/// The text of one field.
fn text_of(words: &Words, field: &str) -> String {
    let found = texts(words).into_iter().find(|(name, _)| name == field);
    found.unwrap_or_else(|| panic!("no {field}")).1
}

/// The words around what is put in: `{shown} of {all} words` has two.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let outside = text.split('}').filter_map(|part| part.split('{').next());
    outside.map(str::trim).filter(|piece| piece.contains(char::is_alphabetic))
}

/// Whether words stand in a text as such, not inside others.
fn says(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// What of English this language does not have as well.
fn foreign(words: &Words) -> Vec<String> {
    let own: Vec<String> = texts(words).into_iter().map(|(_, text)| text).collect();
    let english = texts(Words::of("en"));
    let pieces: BTreeSet<String> =
        english.iter().flat_map(|(_, text)| pieces(text)).map(str::to_owned).collect();
    let shared = |piece: &String| own.iter().any(|text| says(text, piece));
    pieces.into_iter().filter(|piece| !shared(piece)).collect()
}

/// A guide in the letters of a language: its sentences, an alert of each kind, tasks, pictures
/// that are not there, a note, a table, an answer that is missing; no title, and a section
/// without one.
fn guide(words: &Words) -> Document {
    let text = |field| text_of(words, field).replace("MathML", "").replace("TeX", "");
    let (long, short) = (text("access.text"), text("access.cover"));
    let mut markdown = format!("---\nlang: {}\n---\n\n## 1. {short}\n\n", words.tag);
    for n in 1..=24 {
        let alert = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"][n % 5];
        let _ = write!(markdown, "### {n}. {short}?\n\n{long} {long}[^1]\n\n");
        let _ = write!(
            markdown,
            "> [!{alert}]\n> {long}\n\n- {long}\n- {short}\n\n{long}\n\n"
        );
    }
    let _ = write!(markdown, "### 25. {short}?\n\n- [x] {short}\n- [ ] {short}\n\n");
    let _ = write!(markdown, "![](none.png)\n\n![{short}](other.png)\n\n");
    let _ = write!(markdown, "| {short} | {short} |\n|---|---|\n| {long} | {long} |\n\n");
    let _ = write!(markdown, "### 26. {short}?\n\n[^1]: {short}\n");
    let source = Source::from_text("guide.md", markdown);
    let mut document = parse(&[source], &ParseOptions::default()).document;
    document.meta.title = None;
    for section in &mut document.sections {
        section.title.clear();
        section.number = 1;
    }
    assert_eq!(document.questions().count(), 26, "{}", words.tag);
    document
}

/// All texts of a PDF that are none of its pages: title, names of pages, alternative texts,
/// what links and bookmarks are called, metadata.
fn said_in_file(bytes: &[u8]) -> String {
    fn collect(object: &Object, said: &mut String) {
        match object {
            Object::String(bytes, _)
                if bytes.starts_with(&[0xfe, 0xff]) || bytes.is_ascii() =>
            {
                *said += &pdf_tree::text(object);
                said.push('\n');
            }
            Object::Array(objects) => {
                for object in objects {
                    collect(object, said);
                }
            }
            Object::Dictionary(entries) => {
                for (_, object) in entries {
                    collect(object, said);
                }
            }
            Object::Stream(stream) => {
                if stream.dict.has_type(b"Metadata") {
                    let content = stream.get_plain_content();
                    let content = content.unwrap_or_else(|_| stream.content.clone());
                    *said += &text_of_xml(&String::from_utf8(content).expect("XMP"));
                }
                stream.dict.iter().for_each(|(_, object)| collect(object, said));
            }
            _ => {}
        }
    }
    let document = lopdf::Document::load_mem(bytes).expect("a PDF");
    let mut said = String::new();
    document.objects.values().for_each(|object| collect(object, &mut said));
    collect(&Object::Dictionary(document.trailer.clone()), &mut said);
    said
}

/// Words of elements, and of the attributes that are read aloud or shown.
fn text_of_xml(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut text = String::new();
    // Statements about accessibility are in words of their vocabulary, and PDF/A describes
    // properties of its own (`pdfaProperty:description`) in English everywhere.
    let mut coded = false;
    loop {
        match reader.read_event().expect("XML") {
            Event::Eof => return text,
            Event::Start(tag) | Event::Empty(tag) => {
                let mut property = String::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("an attribute");
                    let key = attribute.key.as_ref().to_owned();
                    match &*key {
                        "alt" | "aria-label" | "data-label" | "title" => {
                            text += &attribute.value;
                            text.push('\n');
                        }
                        "property" => property = attribute.value.to_string(),
                        _ => {}
                    }
                }
                coded = property.starts_with("schema:") && !property.ends_with("Summary")
                    || tag.name().as_ref().starts_with("pdfa");
            }
            Event::Text(words) if !coded => text += &words,
            Event::End(_) => {
                coded = false;
                text.push('\n');
            }
            _ => {}
        }
    }
}

/// What a book says: its files of text, the package, both contents, and the words of its style.
fn said_in_book(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut said = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let ending = file.name().rsplit('.').next().unwrap_or_default().to_owned();
        if !matches!(&*ending, "xhtml" | "opf" | "ncx") {
            continue;
        }
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        said += &text_of_xml(&text);
    }
    said
}

fn assert_no_english(words: &Words, said: &str, place: &str) {
    let left: Vec<_> =
        foreign(words).into_iter().filter(|piece| says(said, piece)).collect();
    assert!(left.is_empty(), "{}, {place}: {left:?}", words.tag);
}

/// The text of the pages, lines as a person reads them.
fn pdftotext(pdf: &[u8]) -> Option<String> {
    let mut command = validators::tool("pdftotext")?;
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), pdf).expect("written");
    let (read, text) = validators::output(command.arg(file.path()).arg("-"));
    assert!(read, "{text}");
    Some(text)
}

/// The words of a text, each with its letters sorted: readers of PDF put the parts of an Arabic
/// ligature in an order of their own, and signs of direction between words.
fn letters_of_words(text: &str) -> impl Iterator<Item = String> {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    let words = text.split(move |c: char| c.is_whitespace() || turns(c));
    words.filter(|word| !word.is_empty()).map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    })
}

fn condensed(document: &Document) -> CheatSheet {
    let mut options = SheetOptions::default();
    options.pages = Some(1);
    cheat_sheet(document, &mut FontSet::bundled(), &options).expect("a sheet")
}

#[test]
fn a_condensed_sheet_says_what_it_shows_in_the_language_of_the_guide() {
    for words in Words::all() {
        let sheet = condensed(&guide(words));
        let language = words.tag;
        assert!(sheet.report.words.shown < sheet.report.words.selected, "{language}");
        assert_no_english(words, &said_in_file(&sheet.bytes), "file");
        let untitled = text_of(words, "book.untitled");
        assert!(said_in_file(&sheet.bytes).contains(&untitled), "{language}");
        let lacks = |kind| matches!(kind, DiagnosticKind::MissingGlyph);
        if sheet.diagnostics.iter().any(|diagnostic| lacks(diagnostic.kind)) {
            skipped(&format!("no font for {language}"));
            continue;
        }
        let Some(text) = pdftotext(&sheet.bytes) else { return };
        assert_no_english(words, &text, "page");
        let (shown, all) = (sheet.report.words.shown, sheet.report.words.selected);
        let questions = sheet.report.questions.shown;
        let head =
            [words.words_shown(shown, all), words.questions_shown(questions, questions)];
        let printed: BTreeSet<String> = letters_of_words(&text).collect();
        for word in head.iter().flat_map(|phrase| letters_of_words(phrase)) {
            assert!(printed.contains(&word), "{language}: {word:?} of {head:?}");
        }
    }
}

/// No other word of this guide is Japanese, so that a font is missed for the head alone.
#[test]
fn what_a_head_says_is_looked_up_wherever_pages_are_counted() {
    let mut markdown = "---\nlang: ja\ntitle: Pocket\n---\n\n## 1. Words\n\n".to_owned();
    for n in 1..=12 {
        let answer = format!("Answer {n} has many words that fill lines. ").repeat(30);
        let _ = write!(markdown, "### {n}. What is number {n}?\n\n{answer}\n\n");
    }
    let source = Source::from_text("guide.md", markdown);
    let document = parse(&[source], &ParseOptions::default()).document;
    let lacks_font = |folding, pages| {
        let mut options = SheetOptions::default();
        (options.folding, options.pages) = (folding, pages);
        let sheet = cheat_sheet(&document, &mut FontSet::bundled_only(), &options);
        let warnings = sheet.expect("a sheet").diagnostics;
        warnings.iter().any(|warning| warning.kind == DiagnosticKind::MissingFont)
    };
    assert!(lacks_font(Folding::Flat, Some(1)));
    assert!(lacks_font(Folding::Pocket, None));
    assert!(!lacks_font(Folding::Booklet, None));
}

#[test]
fn cards_name_their_sides_in_the_language_of_the_guide() {
    for words in Words::all() {
        let document = guide(words);
        let mut options = CardOptions::default();
        let together = flashcards(&document, &mut FontSet::bundled(), &options);
        options.files = CardFiles::FrontsAndBacks;
        let apart = flashcards(&document, &mut FontSet::bundled(), &options);
        let (together, apart) = (together.expect("cards"), apart.expect("cards"));
        let backs = apart.backs.expect("backs").bytes;
        let [one, fronts, backs] =
            [&together.bytes, &apart.bytes, &backs].map(|bytes| said_in_file(bytes));
        for (said, fields) in [
            (&one, ["cards.front", "cards.back"]),
            (&fronts, ["cards.fronts", "book.untitled"]),
            (&backs, ["cards.backs", "book.untitled"]),
        ] {
            assert_no_english(words, said, "cards");
            for field in fields {
                let text = text_of(words, field);
                assert!(said.contains(&text), "{}: {field}: {text}", words.tag);
            }
        }
        if let Some(text) = pdftotext(&together.bytes) {
            assert_no_english(words, &text, "cards");
        }
        let notes = anki_notes(&document, &AnkiOptions::default()).expect("notes").text;
        let body = notes.lines().filter(|line| !line.starts_with('#'));
        let fields = body.flat_map(|line| line.split('\t').skip(3));
        // Outside of tags, which are in English everywhere.
        let outside =
            |part: &str| part.split('>').next_back().map(|text| format!("{text}\n"));
        let said: String =
            fields.flat_map(|field| field.split('<')).filter_map(outside).collect();
        assert_no_english(words, &said, "notes");
        assert!(said.contains(&text_of(words, "cards.unanswered")), "{}", words.tag);
    }
}

#[test]
fn a_book_speaks_the_language_of_the_guide() {
    for words in Words::all() {
        let document = guide(words);
        let mut options = BookOptions::default();
        options.pages = Some(PageList::new("sheet.pdf", condensed(&document).places));
        let mut all = String::new();
        for answers in [Answers::After, Answers::Hidden] {
            options.answers = answers;
            let made =
                book(&document, &mut FontSet::bundled(), &options).expect("a book");
            let said = said_in_book(&made.bytes);
            assert_no_english(words, &said, "book");
            all += &said;
        }
        // Each word of the table has its place in one of the two; but the files of a short book
        // do not go on, and what it says of pictures and formulas goes by what it holds.
        let elsewhere = [
            "book.continued",
            "access.cover",
            "access.pictures",
            "access.some_without",
            "access.others_in_words",
            "access.formulas",
            "access.tex",
        ];
        for (name, text) in texts(words) {
            let in_books = ["alerts", "book.", "access."];
            let in_books = in_books.iter().any(|part| name.starts_with(part));
            if in_books && !elsewhere.contains(&&*name) {
                let said = pieces(&text).all(|piece| all.contains(piece));
                assert!(said, "{}: {name}: {text:?}", words.tag);
            }
        }
    }
}

#[test]
fn no_english_is_found_in_english_alone() {
    // What would be found if a word were left: the search is one that can fail.
    let words = Words::of("de");
    let found = foreign(words);
    assert!(found.len() > 30, "{found:?}");
    for word in ["words", "of", "back to the question", "Review"] {
        assert!(found.iter().any(|piece| piece == word), "{word}");
        assert!(says(&format!("31 {word} 31"), word) && !says(&format!("x{word}"), word));
    }
    let english = said_in_book(
        &book(&guide(Words::of("en")), &mut FontSet::bundled(), &BookOptions::default())
            .expect("a book")
            .bytes,
    );
    let left = found.iter().filter(|piece| says(&english, piece)).count();
    assert!(left > 15, "{left}");
}
