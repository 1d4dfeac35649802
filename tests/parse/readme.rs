//! The ways of writing that README shows are read as it says.

use std::fs;
use std::path::Path;

use offprint::document::{Document, Section};
use offprint::parse::{ParseOptions, Source, parse};

/// The examples in the part of README about notes: the words above each, and its text.
fn examples() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).expect("a README");
    let (_, part) =
        readme.split_once("\n## What your notes may look like\n").expect("the part");
    let mut examples = Vec::new();
    let (mut above, mut inside): (String, Option<(String, String)>) = Default::default();
    for line in part.lines() {
        match &mut inside {
            Some((fence, text)) if line == fence => {
                examples.push((std::mem::take(&mut above), std::mem::take(text)));
                inside = None;
            }
            Some((_, text)) => {
                text.push_str(line);
                text.push('\n');
            }
            None if line.starts_with("## ") => break,
            None => match line.strip_suffix("markdown") {
                Some(fence) if fence.starts_with("```") => {
                    inside = Some((fence.to_owned(), String::new()));
                }
                _ => {
                    above.push_str(line);
                    above.push('\n');
                }
            },
        }
    }
    examples
}

/// How many questions the words above an example promise: `(3 questions)`.
fn promised(above: &str) -> usize {
    let (before, _) = above.rsplit_once(" question").unwrap_or_else(|| panic!("{above}"));
    let number = before.rsplit('(').next().unwrap_or_default();
    number.parse().unwrap_or_else(|_| panic!("no number of questions: {above}"))
}

/// All that the tree says.
fn text(document: &Document) -> String {
    document.sections.iter().map(Section::plain_text).collect()
}

#[test]
fn each_way_of_writing_in_the_readme_is_read_as_it_says() {
    let examples = examples();
    assert!(examples.len() >= 8, "{} examples", examples.len());
    for (above, guide) in examples {
        let source = Source::from_bytes("notes.md", guide.as_bytes()).expect("text");
        let parsed = parse(&[source], &ParseOptions::default());
        let questions = parsed.document.questions().count();
        assert_eq!(questions, promised(&above), "{above}\n{guide}");
        let text = text(&parsed.document);
        for mark in ["[[", "]]", "==", "%%", "{{", "::", "Q:", "A:", "#card", "**", "[!"]
        {
            assert!(!text.contains(mark), "`{mark}` is left in\n{text}");
        }
    }
}
