//! What Ace by DAISY says of the book: accessible, in either mode.

use std::process::Command;

use offprint::document::Document;
use offprint::product::{Answers, BookOptions, FontSet, book};
use serde_json::Value;

use crate::sample;
use crate::support::{guides, validators};

fn violations(document: &Document, answers: Answers) -> Option<Vec<String>> {
    let mut ace: Command = validators::tool("ace-cli")?;
    let chromium = validators::tool("chromium")?;
    let mut options = BookOptions::default();
    options.answers = answers;
    let made = book(document, &mut FontSet::bundled_only(), &options).expect("a book");
    let folder = tempfile::tempdir().expect("a folder");
    let (path, report) = (folder.path().join("book.epub"), folder.path().join("report"));
    std::fs::write(&path, made.bytes).expect("written");
    ace.env("PUPPETEER_EXECUTABLE_PATH", chromium.get_program());
    ace.args(["-s", "-E", "-f", "-o"]).arg(&report).arg(&path);
    let (_, said) = validators::output(&mut ace);
    let report = std::fs::read(report.join("report.json")).unwrap_or_default();
    let report: Value = serde_json::from_slice(&report)
        .unwrap_or_else(|error| panic!("no report ({error}): {said}"));
    let outcome = report["earl:result"]["earl:outcome"].as_str();
    let files = report["assertions"].as_array().expect("assertions").iter();
    let found = files.flat_map(|file| file["assertions"].as_array().expect("findings"));
    let found: Vec<String> = found.map(ToString::to_string).collect();
    assert_eq!(outcome == Some("pass"), found.is_empty(), "{outcome:?}: {found:?}");
    Some(found)
}

#[test]
fn ace_finds_nothing() {
    for answers in [Answers::After, Answers::Hidden] {
        let Some(found) = violations(&sample::everything(), answers) else { return };
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

// Ace takes half a second a page. Half of the guides are books of either kind, each half on
// a core of its own: what a book can hold is in the sample, in both kinds.
#[test]
fn ace_finds_nothing_in_real_guides() {
    finds_nothing_in_real_guides(Answers::After, 1);
}

#[test]
fn ace_finds_nothing_in_real_guides_whose_answers_are_hidden() {
    finds_nothing_in_real_guides(Answers::Hidden, 0);
}

/// In every other guide, from the one at place `first` on.
fn finds_nothing_in_real_guides(answers: Answers, first: usize) {
    for (name, document) in guides::all().into_iter().skip(first).step_by(2) {
        let Some(found) = violations(&document, answers) else { return };
        assert!(found.is_empty(), "{name}: {}", found.join("\n"));
    }
}
