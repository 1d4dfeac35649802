//! Recognition of questions on small guides, one a way of writing, each mixed with what is
//! none. Beside each guide stands what must be found in it: the style, then each question
//! and how much of its answer there is, then what was left out as boilerplate; nothing for a guide
//! without any of these.
//!
//! Every mismatch is shown, and an expected file that belongs to no guide is one.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use offprint::document::{Document, Question, plain_text};
use offprint::parse::{ParseOptions, Parsed, Source, parse};

/// The guides, sorted.
fn guides() -> Vec<PathBuf> {
    files("md")
}

fn files(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parse/recognition");
    let entries = fs::read_dir(folder).expect("the folder of guides").flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|one| one == ending));
    paths.sort();
    paths
}

fn read(path: &Path) -> Parsed {
    let bytes = fs::read(path).expect("a guide");
    parse(
        &[Source::from_bytes("guide.md", &bytes).expect("text")],
        &ParseOptions::default(),
    )
}

/// What was found, a line a question: number, title, how many blocks ask with it, first and last
/// word of the answer; then a line for each piece of boilerplate, with its first words.
fn found(parsed: &Parsed) -> String {
    let style = parsed.recognised[0].as_ref().map(|found| found.style);
    let mut text = style.map(|style| format!("{style:?}\n")).unwrap_or_default();
    for question in parsed.document.questions() {
        let title = plain_text(&question.title);
        let asking = question.prompt().len();
        let asks = if asking > 0 { format!("  (+ {asking})") } else { String::new() };
        let ends = ends(question);
        let _ = writeln!(text, "{}  {title}{asks}  =>  {ends}", question.number);
    }
    for removed in &parsed.boilerplate {
        let words: Vec<&str> = removed.text.split_whitespace().collect();
        let words = words.get(..8).unwrap_or(&words).join(" ");
        let _ =
            writeln!(text, "- line {}  {:?}  {words}", removed.span.line, removed.kind);
    }
    text
}

fn ends(question: &Question) -> String {
    let text: String =
        question.answer.iter().map(offprint::document::Block::plain_text).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    match &words[..] {
        [] => "(nothing)".to_owned(),
        [word] => (*word).to_owned(),
        [first, .., last] => format!("{first} ... {last} ({})", words.len()),
    }
}

#[test]
fn each_way_of_writing_is_recognised_and_nothing_else() {
    let update = std::env::var_os("INSTA_UPDATE").is_some_and(|how| how == "always");
    let mut wrong = Vec::new();
    for path in guides() {
        let expected_path = path.with_extension("expected");
        let found = found(&read(&path));
        if update {
            fs::write(&expected_path, &found).expect("written");
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected || !expected_path.exists() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            wrong.push(format!("{name}:\nexpected\n{expected}found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{} guides differ\n{}", wrong.len(), wrong.join("\n"));
}

/// All that the tree holds, as text.
fn shown(document: &Document) -> String {
    let sections = document.sections.iter();
    sections.map(offprint::document::Section::plain_text).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_that_only_look_like_noise_are_kept() {
    for (name, words) in [
        (
            "noise-sponsors-meant",
            &[
                "opens doors",
                "what the screen says",
                "the list",
                "within a week",
                "Those who pay",
            ][..],
        ),
        ("noise-badge-list", &["A tree", "A plan", "A second plan"]),
        ("noise-comments", &["What is no comment.", "<!-- stays -->"]),
        ("noise-sponsors", &["A column that names a row."]),
    ] {
        let path = format!("tests/parse/recognition/{name}.md");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = shown(&read(&path).document);
        for words in words {
            assert!(text.contains(words), "{name}: no {words:?} in\n{text}");
        }
    }
}

#[test]
fn every_expected_file_belongs_to_a_guide() {
    let used: BTreeSet<PathBuf> =
        guides().iter().map(|path| path.with_extension("expected")).collect();
    let stray: Vec<_> =
        files("expected").into_iter().filter(|path| !used.contains(path)).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

#[test]
fn there_are_forty_guides_with_questions_and_ten_without() {
    let counts: Vec<(PathBuf, usize)> =
        guides().into_iter().map(|path| (path.clone(), count(&read(&path)))).collect();
    let none = |path: &Path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("none-"))
    };
    let with = counts.iter().filter(|(_, count)| *count > 0).count();
    let without: Vec<_> = counts.iter().filter(|(path, _)| none(path)).collect();
    assert!(with >= 40 && without.len() >= 10, "{with} with, {} without", without.len());
    assert!(without.iter().all(|(_, count)| *count == 0), "{without:?}");
}

fn count(parsed: &Parsed) -> usize {
    let document: &Document = &parsed.document;
    document.questions().count()
}
