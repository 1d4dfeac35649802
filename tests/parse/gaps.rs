//! Sentences with gaps: what is one, and what its cards show.

use offprint::document::{Document, InlineKind, each_inline, plain_text};
use offprint::parse::{ParseOptions, Parsed, Source, parse};
use offprint::product::{AnkiOptions, anki_notes};
use offprint::select::{Deck, DeckOptions, Topics};

use crate::words::document_text;

fn read(text: &str) -> Parsed {
    parse(&[Source::from_text("guide.md", text)], &ParseOptions::default())
}

/// The words that are left out, with the hint and the number of each.
fn gaps(document: &Document) -> Vec<String> {
    let mut gaps = Vec::new();
    each_inline(document, |inline| {
        if let InlineKind::Cloze { content, hint, group } = &inline.kind {
            let hint = hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
            let group = group.map(|group| format!("{group} ")).unwrap_or_default();
            gaps.push(format!("{group}{}{hint}", plain_text(content)));
        }
    });
    gaps
}

/// What stands on the fronts, a card a line: title, then what is asked of it.
fn fronts(document: &Document) -> Vec<String> {
    let cards = Deck::new(document, &DeckOptions::default()).cards;
    let front = |words: Vec<String>| words.join(" > ").trim_end_matches(" > ").to_owned();
    cards
        .iter()
        .map(|card| front(vec![plain_text(&card.title), plain_text(&card.cue)]))
        .collect()
}

#[track_caller]
fn has(text: &str, expected: &[&str]) {
    assert_eq!(gaps(&read(text).document), expected, "{text}");
}

#[test]
fn braces_are_gaps_anywhere() {
    has("# A\n\nThe {{c1::cell}} is {{c2::small::size}}.", &["1 cell", "2 small (size)"]);
    has(
        "# A\n\n- The {{cloze cell}} #card\n- {{c3::**bold** words}}",
        &["1 cell", "3 bold words"],
    );
    has("| a | b |\n|---|---|\n| {{c1::x}} | y |", &["1 x"]);
    has("## What is {{c1::it}}?\n\nText.", &["1 it"]);
    has("# A\n\n{{c1::$x^2$}} grows.", &["1 x^2"]);
    has("`{{c1::x}}`\n\n    {{c1::y}}\n\n{{ x }} {{c1::", &[]);
}

#[test]
fn highlights_are_gaps_in_notes_that_are_learnt() {
    has("# A #flashcards\n\nThe ==cell== is ==small==.", &["cell", "small"]);
    has("---\ntags: [flashcards]\n---\n\nThe ==cell==.", &["cell"]);
    has("What is a cell?\n?\nA room.\n\nIt is ==small== and **bold**.", &["small"]);
    has("# A\n\nThe ==cell== is a highlight.", &[]);
    has("#flashcards\n\nif a == b or c==d", &[]);
}

#[test]
fn lines_of_sentences_have_gaps_in_brackets() {
    has("C: DNA is an [acid].\n\nC: RNA is [one] as [well].", &["acid", "one", "well"]);
    has("Q: What?\nA: That.\nC: DNA is an [acid].\nQ: And?\nA: No.", &["acid"]);
    has("C: One [gap] alone is none.", &[]);
    has("C: no brackets\n\nC: here either", &[]);
    has("Use C: as [drive].\n\nThe C: is [a drive].", &[]);
}

const BOTH: &str = "# Guide\n\n\
    Q: What is a cell?\nA: A room.\n\n\
    C: DNA is an [acid] of [life].\n\n\
    C: RNA is [another] one.\n\n\
    Q: What is a wall?\n\nA: Its edge.\n";

#[test]
fn pairs_and_sentences_stand_beside_each_other() {
    let parsed = read(BOTH);
    let questions: Vec<String> =
        parsed.document.questions().map(|one| plain_text(&one.title)).collect();
    assert_eq!(questions, ["What is a cell?", "What is a wall?"]);
    assert_eq!(
        fronts(&parsed.document),
        [
            "What is a cell?",
            "DNA is an [...] of life.",
            "DNA is an acid of [...].",
            "RNA is [...] one.",
            "What is a wall?",
        ]
    );
    let text = document_text(&parsed.document);
    assert_eq!(text.matches("DNA is an acid of life.").count(), 1, "{text}");
    let says: Vec<String> =
        parsed.explanation().into_iter().map(|one| one.message).collect();
    assert!(says.iter().any(|says| says == "3 gaps in sentences make cards"), "{says:?}");
}

#[test]
fn a_sentence_below_a_heading_goes_by_it() {
    let parsed =
        read("# Guide\n\n## Cells\n\n### Parts\n\n**Wall:** it is the {{c1::edge}}.\n");
    assert_eq!(fronts(&parsed.document), ["Parts > Wall: it is the [...]."]);
    let of_answer = read("## What is a cell?\n\nA {{c1::room}}.\n");
    let fronts = fronts(&of_answer.document);
    assert_eq!(fronts, ["What is a cell?", "What is a cell? > A [...]."]);
}

#[test]
fn cards_with_gaps_have_names_of_their_own() {
    let text =
        "The {{c1::cell}}.\n\nA {{c1::cell}}.\n\nNo {{c2::...}} here.\n\n".repeat(3);
    for topics in [Topics::Never, Topics::WithoutQuestions, Topics::Always] {
        let mut options = DeckOptions::default();
        options.topics = topics;
        let cards = Deck::new(&read(&text).document, &options).cards;
        let mut ids: Vec<&str> = cards.iter().map(|card| card.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((cards.len(), ids.len()), (9, 9), "{ids:?}");
    }
}

#[test]
fn a_gap_comes_back_from_json() {
    let document = read("The {{c1::cell::room}} is ==small==.\n\n#flashcards\n").document;
    let json = serde_json::to_string(&document).expect("JSON");
    assert!(json.contains(r#""cloze":{"content""#), "{json}");
    assert_eq!(Document::from_json(json.as_bytes()).expect("a tree"), document);
}

#[test]
fn notes_for_anki_have_the_gap_in_front_and_the_words_behind() {
    let document = read("# Guide\n\n## Cells\n\nA {{c1::cell}} is a room.\n").document;
    let notes = anki_notes(&document, &AnkiOptions::default()).expect("notes");
    assert_eq!(notes.cards, 1);
    let last = notes.text.lines().last().unwrap_or_default();
    assert!(last.contains("<strong>[...]</strong> is a room"), "{last}");
    assert!(last.contains("A <strong>cell</strong> is a room"), "{last}");
    assert!(last.contains("cloze") && !last.contains("{{"), "{last}");
}
