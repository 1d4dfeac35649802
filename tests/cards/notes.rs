//! Footnotes of what a card asks: the number on the front, the words on the back.

use offprint::document::Document;
use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{AnkiOptions, CardOptions, FontSet, anki_notes, flashcards};

use crate::support::{file, validators};

const GUIDE: &str = "\
# Guide

## Parts[^part]

### Q1: What is ACID?[^acid]

Four promises.[^four]

### Q2: What is a lock?[^lock]

### Q3: What is none?

Nothing.

[^acid]: A word of first letters.

[^four]: Not three.

[^lock]: A gate.

[^part]: Of a section.
";

fn document() -> Document {
    let source = Source::from_text("guide.md", GUIDE);
    parse(&[source], &ParseOptions::default()).document
}

#[test]
fn notes_of_a_question_stand_on_the_back() {
    let document = document();
    let made = flashcards(&document, &mut FontSet::bundled(), &CardOptions::default());
    let made = made.expect("cards");
    let Some(mut tool) = validators::tool("pdftotext") else { return };
    let path = file("title-notes.pdf", &made.bytes);
    let (done, text) = validators::output(tool.arg("-layout").arg(&path).arg("-"));
    assert!(done, "{text}");
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let (front, back) = (pages[0], pages[1]);
    for words in ["A word of first letters.", "Not three.", "A gate."] {
        assert!(back.contains(words) && !front.contains(words), "{words}: {text}");
    }
    assert!(front.contains("What is ACID?"), "{front}");
    let said: Vec<&str> =
        made.diagnostics.iter().map(|one| one.message.as_str()).collect();
    let says = "the footnote part belongs to the title of a section, and is on no card";
    assert!(said.contains(&says), "{said:?}");
}

#[test]
fn notes_of_a_question_stand_in_the_deck() {
    let notes = anki_notes(&document(), &AnkiOptions::default()).expect("notes").text;
    for words in ["A word of first letters.", "Not three.", "A gate."] {
        assert_eq!(notes.matches(words).count(), 1, "{words}: {notes}");
    }
}
