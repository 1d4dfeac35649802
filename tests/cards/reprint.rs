//! Printing only what is new: records of cards, and what the command makes of them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use offprint::document::Document;
use offprint::product::Pictures;
use offprint::select::{Change, Changes, Deck, DeckOptions, Lock, Shown, Topics};

use crate::support::command::PROGRAM;
use crate::support::guides;

static NO_PICTURES: LazyLock<Pictures> = LazyLock::new(Pictures::default);

fn shown(document: &Document) -> Shown<'_> {
    Shown { document, pictures: &NO_PICTURES }
}

fn parse(markdown: &str) -> (Document, Deck) {
    let document = guides::parse_bytes("guide.md", markdown.as_bytes());
    let deck = Deck::new(&document, &DeckOptions::default());
    (document, deck)
}

/// What became of the cards of `old` in `new`.
fn changes(old: &str, new: &str) -> Changes {
    let (document, deck) = parse(old);
    let lock = Lock::new(shown(&document), &deck);
    let (document, deck) = parse(new);
    lock.compare(shown(&document), &deck)
}

fn said(old: &str, new: &str) -> String {
    changes(old, new).to_string()
}

/// Questions without numbers: title and answer each.
fn guide(questions: &[(&str, &str)]) -> String {
    let questions = questions.iter();
    let written: Vec<_> =
        questions.map(|(title, answer)| format!("### {title}\n\n{answer}\n")).collect();
    format!("# Guide\n\n## Basics\n\n{}", written.join("\n"))
}

const KEY: (&str, &str) = ("What is a key?", "A name for a row.");
const INDEX: (&str, &str) = ("What is an index?", "A list that finds rows.");
const JOIN: (&str, &str) = ("What is a join?", "Two tables beside each other.");

#[test]
fn nothing_changes_by_itself() {
    let same = guide(&[KEY, INDEX, JOIN]);
    assert_eq!(said(&same, &same), "0 new, 0 changed, 0 renamed, 0 gone, 3 unchanged");
    let moved = format!("Some words before.\n\n{same}");
    assert_eq!(said(&same, &moved), "0 new, 0 changed, 0 renamed, 0 gone, 3 unchanged");
}

#[test]
fn each_kind_of_change_is_told_from_the_others() {
    let old = guide(&[KEY, INDEX, JOIN]);
    for (new, expected) in [
        (
            guide(&[KEY, ("What is a view?", "A query."), INDEX, JOIN]),
            "1 new, 0 changed, 0 renamed, 0 gone, 3 unchanged",
        ),
        (
            guide(&[KEY, (INDEX.0, "A tree that finds rows."), JOIN]),
            "0 new, 1 changed, 0 renamed, 0 gone, 2 unchanged",
        ),
        (
            guide(&[KEY, ("What does an index do?", INDEX.1), JOIN]),
            "0 new, 0 changed, 1 renamed, 0 gone, 2 unchanged",
        ),
        (guide(&[JOIN, KEY]), "0 new, 0 changed, 0 renamed, 1 gone, 2 unchanged"),
        (
            guide(&[KEY, ("What is a view?", "A query."), JOIN]),
            "1 new, 0 changed, 0 renamed, 1 gone, 2 unchanged",
        ),
    ] {
        assert_eq!(said(&old, &new), expected, "{new}");
    }
}

#[test]
fn a_number_that_moves_on_is_no_change_and_a_new_title_under_it_a_new_name() {
    let old = "### Q1: One?\n\nFirst.\n\n### Q2: Two?\n\nSecond.\n";
    let renumbered = "### Q1: New?\n\nOther.\n\n### Q2: One?\n\nFirst.\n\n\
        ### Q3: Two?\n\nSecond.\n";
    assert_eq!(said(old, renumbered), "1 new, 0 changed, 0 renamed, 0 gone, 2 unchanged");
    let renamed = old.replace("Two?", "And two?");
    let changes = changes(old, &renamed);
    assert_eq!(changes.cards[1].change, Change::Renamed { from: "Two?".to_owned() });
}

#[test]
fn cards_without_answers_are_never_taken_for_one_another() {
    let old = guide(&[("What is a key?", ""), ("What is a join?", "")]);
    let new = guide(&[("What is a view?", ""), ("What is a join?", "")]);
    assert_eq!(said(&old, &new), "1 new, 0 changed, 0 renamed, 1 gone, 1 unchanged");
}

#[test]
fn footnotes_are_part_of_what_a_card_shows_and_ids_are_not() {
    let guide = |note: &str| {
        format!(
            "## 1. A\n\n### Q1: One?\n\nFirst[^n], see [two](#q2-two).\n\n\
                 ### Q2: Two?\n\nSecond.\n\n[^n]: {note}\n"
        )
    };
    let old = guide("A note.");
    let other = guide("Another note.");
    assert_eq!(said(&old, &other), "0 new, 1 changed, 0 renamed, 0 gone, 1 unchanged");
    let linked = old.replace("[two](#q2-two)", "two");
    assert_eq!(said(&old, &linked), "0 new, 0 changed, 0 renamed, 0 gone, 2 unchanged");
}

#[test]
fn records_of_real_guides_come_back_equal() {
    for (name, document) in guides::all() {
        let mut options = DeckOptions::default();
        options.topics = Topics::Always;
        let deck = Deck::new(&document, &options);
        let lock = Lock::new(shown(&document), &deck);
        let json = serde_json::to_string(&lock).expect("JSON");
        let back: Lock = serde_json::from_str(&json).expect("a record");
        assert_eq!(back, lock, "{name}");
        let changes = back.compare(shown(&document), &deck);
        assert!(changes.cards.iter().all(|card| card.change == Change::Unchanged));
        assert!(
            changes.gone.is_empty() && changes.to_print(deck).cards.is_empty(),
            "{name}"
        );
    }
}

/// Runs the command in a folder; gives its status and what it said.
fn run(folder: &PathBuf, line: &str) -> (Option<i32>, String) {
    let mut command = Command::new(PROGRAM);
    let output = command.current_dir(folder).args(line.split_whitespace()).output();
    let output = output.expect("the command runs");
    (output.status.code(), String::from_utf8(output.stderr).expect("messages are UTF-8"))
}

#[test]
fn the_command_prints_what_is_new_and_keeps_the_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    let put = |text: &str| fs::write(path.join("g.md"), text).expect("written");
    let exists = |name: &str| path.join(name).exists();

    put(&guide(&[KEY, INDEX, JOIN]));
    assert_eq!(run(&path, "cards g.md --lock my.lock").0, Some(0));
    let first = fs::read(path.join("my.lock")).expect("a record");
    fs::remove_file(path.join("g-cards.pdf")).expect("there");

    let (status, said) =
        run(&path, "cards g.md --changed-since my.lock --lock other.lock");
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("nothing was written"), "{said}");
    assert!(!exists("g-cards.pdf") && !exists("other.lock"));

    put(&guide(&[KEY, ("What is a view?", "A query."), INDEX, JOIN]));
    let (status, said) =
        run(&path, "cards g.md -v --changed-since my.lock --lock my.lock");
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("1 new, 0 changed, 0 renamed, 0 gone, 3 unchanged"), "{said}");
    assert!(said.contains("new      Q2 What is a view?"), "{said}");
    assert!(said.contains("g-cards.pdf: 1 card, 2 pages"), "{said}");
    assert_ne!(fs::read(path.join("my.lock")).expect("a record"), first);

    // A part of the guide neither misses the rest nor forgets it.
    put(&guide(&[KEY, ("What is a view?", "A stored query."), INDEX, JOIN]));
    let (_, said) =
        run(&path, "cards g.md --only Q1,Q2 --changed-since my.lock --lock my.lock");
    assert!(said.contains("0 new, 1 changed, 0 renamed, 0 gone, 1 unchanged"), "{said}");
    let (_, said) = run(&path, "cards g.md --changed-since my.lock");
    assert!(said.contains("0 new, 0 changed, 0 renamed, 0 gone, 4 unchanged"), "{said}");
}

#[test]
fn a_record_that_cannot_be_read_is_named_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    fs::write(path.join("g.md"), guide(&[KEY, JOIN])).expect("written");
    for (record, words) in [
        ("{\n  \"version\": 1,\n  \"cards\"\n}", "line 4"),
        ("{\n  \"version\": 2,\n  \"cards\": {}\n}", "this program knows the form 1"),
        ("", "EOF"),
        ("[]", "line 1"),
    ] {
        fs::write(path.join("my.lock"), record).expect("written");
        let (status, said) = run(&path, "cards g.md --changed-since my.lock");
        assert_eq!(status, Some(1), "{said}");
        assert!(
            said.contains("my.lock") && said.contains(words),
            "{record}: {words}: {said}"
        );
        assert!(!path.join("g-cards.pdf").exists());
    }
    let (status, said) = run(&path, "cards g.md --changed-since none.lock");
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("none.lock"), "{said}");
    let (status, said) = run(&path, "cards g.md --lock g-cards.pdf");
    assert_eq!(status, Some(2), "{said}");
}
