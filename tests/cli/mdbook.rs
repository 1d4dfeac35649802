//! A folder that is a book for mdBook, as a guide.

use std::fs;

use crate::support::command::{Run, Sandbox};

const SUMMARY: &str = "\
# Summary

[Preface](preface.md)

# Tables

- [Keys](tables/keys.md)
    - [Joins](tables/joins.md)
- [To be written]()

# Speed

- [Indexes](speed/README.md)
";

const PNG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";

/// A folder with a book in `book`.
fn library() -> Sandbox {
    let sandbox = Sandbox::empty();
    sandbox.put(
        "book/book.toml",
        "[book]\ntitle = \"Databases\"\nauthors = [\"Ann\", \"Bob\"]\nlanguage = \"en\"\n\
         [output.html]\ncurly-quotes = true\n",
    );
    sandbox.put("book/src/SUMMARY.md", SUMMARY);
    sandbox.put("book/src/preface.md", "Read [joins](tables/joins.md) first.\n");
    sandbox.put(
        "book/src/tables/keys.md",
        "# Keys\n\n## Q1: What is a key?\n\nA name; see [how](joins.md#q2-what-is-a-join) \
         and [more](../speed/README.md).\n\n![A box](../box.svg)\n",
    );
    sandbox.put(
        "book/src/tables/joins.md",
        "# Joins\n\n## Q2: What is a join?\n\nTwo tables.\n\n{{#include keys.md}}\n",
    );
    sandbox.put("book/src/speed/README.md", "## Q3: Why an index?\n\nSpeed.\n");
    sandbox.put("book/src/box.svg", PNG);
    sandbox
}

#[track_caller]
fn tree_of(sandbox: &Sandbox, guide: &str) -> serde_json::Value {
    sandbox.run(&format!("tree {guide}")).done(guide).json()
}

/// Refuses the book with all of `words`, writing nothing.
#[track_caller]
fn refuses(sandbox: &Sandbox, words: &[&str]) {
    sandbox.refuses("epub book -o b.epub", 1, words);
}

/// Titles of the sections.
fn sections(tree: &serde_json::Value) -> Vec<String> {
    let sections = tree["sections"].as_array().expect("sections");
    let words = |section: &serde_json::Value| {
        let title = section["title"].as_array().into_iter().flatten();
        title.map(ToString::to_string).collect::<String>()
    };
    sections.iter().map(words).collect()
}

#[test]
fn chapters_come_in_the_order_of_the_summary_with_the_names_of_the_book() {
    let sandbox = library();
    for guide in ["book", "book/", "book/src/SUMMARY.md"] {
        let tree = tree_of(&sandbox, guide);
        assert_eq!(tree["meta"]["title"], "Databases", "{guide}");
        assert_eq!(tree["meta"]["author"], "Ann, Bob");
        let found = sections(&tree);
        let expected = ["Preface", "Tables", "Keys", "Joins", "Speed", "Indexes"];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found} is not {expected}");
        }
        let names = tree["sources"].to_string();
        assert!(names.contains("keys.md") && !names.contains("SUMMARY"), "{names}");
    }
}

#[test]
fn links_between_chapters_lead_to_their_sections_and_questions() {
    let tree = tree_of(&library(), "book").to_string();
    for target in ["#joins", "#q2", "#indexes"] {
        assert!(tree.contains(&format!("\"target\":\"{target}\"")), "{target}: {tree}");
    }
    assert!(!tree.contains(".md#") && !tree.contains("\"target\":\"joins.md"), "{tree}");
}

#[test]
fn products_are_called_after_the_folder_and_pictures_are_those_of_the_book() {
    let sandbox = library();
    let run = sandbox.run("all book");
    assert_eq!(run.status, Some(0), "{}", run.said);
    for name in ["book-sheet.pdf", "book-cards.pdf", "book.epub"] {
        assert!(sandbox.path(name).exists(), "{name}: {}", run.said);
    }
    assert!(!run.said.contains("box.svg"), "{}", run.said);
    assert!(
        run.said.contains("`{{#include keys.md}}` is not carried out"),
        "{}",
        run.said
    );
    assert!(run.said.contains("joins.md:7:1"), "{}", run.said);
}

#[test]
fn code_is_included_with_the_lines_that_are_asked_for() {
    let sandbox = library();
    sandbox.put(
        "book/code/a.rs",
        "fn one() {}\n// ANCHOR: two\nfn two() {}\n// ANCHOR_END: two\n",
    );
    sandbox.put(
        "book/src/preface.md",
        "Code:\n\n```rust\n{{#include ../code/a.rs:1}}\n# hidden\n\
         {{#rustdoc_include ../code/a.rs:two}}\n```\n",
    );
    let run = sandbox.run("tree book -v");
    assert_eq!(run.status, Some(0), "{}", run.said);
    assert!(
        run.text().contains(r#""text": "fn one() {}\nfn two() {}""#),
        "{}",
        run.text()
    );
    assert!(run.said.contains("1 line of code that the book hides"), "{}", run.said);
    assert!(!run.said.contains("a.rs"), "{}", run.said);
}

#[test]
fn what_cannot_be_included_is_said_and_printed_as_it_stands() {
    let sandbox = library();
    sandbox.put("secret.rs", "fn secret() {}\n");
    sandbox.put("book/code/a.rs", "fn one() {}\n");
    let wanted = ["../../secret.rs", "none.rs", "../code/a.rs:two", "../code"];
    let fenced = |name: &str| format!("```\n{{{{#include {name}}}}}\n```\n\n");
    sandbox.put("book/src/preface.md", wanted.map(fenced).concat());
    let run = sandbox.run("tree book");
    assert_eq!(run.status, Some(0), "{}", run.said);
    assert!(!run.text().contains("fn secret"), "{}", run.text());
    for (name, why) in wanted.into_iter().zip([
        "outside the guide's folder",
        "no such file",
        "no such anchor",
        "no file",
    ]) {
        assert!(run.text().contains(&format!("{{{{#include {name}}}}}")), "{name}");
        let said = run.said.lines().find(|line| line.contains(&format!("{name}}}}}`")));
        let said = said.unwrap_or_else(|| panic!("nothing about {name}\n{}", run.said));
        assert!(said.contains(why), "{said}");
    }
    let run = sandbox.run("tree book --allow-outside");
    assert!(run.text().contains("fn secret"), "{}", run.said);
}

#[test]
fn more_than_can_be_printed_is_not_included() {
    let sandbox = library();
    sandbox.put("book/src/big.txt", "word ".repeat(200_000));
    let all = "{{#include big.txt}}\n".repeat(100);
    sandbox.put("book/src/preface.md", format!("```\n{all}```\n"));
    refuses(&sandbox, &["MB of text in", "preface.md", "cut it up"]);
}

#[test]
fn a_missing_chapter_is_named_at_its_line() {
    let sandbox = library();
    let summary = "# Summary\n\n- [Keys](tables/kyes.md)\n- [Joins](tables/joins.md)\n";
    sandbox.put("book/src/SUMMARY.md", summary);
    let run = sandbox.run("list book");
    assert_eq!(run.status, Some(0), "{}", run.said);
    for word in ["there is no chapter book/src/tables/kyes.md", "SUMMARY.md:3:3"] {
        assert!(run.said.contains(word), "no {word:?} in\n{}", run.said);
    }
    assert!(run.text().contains("What is a join?"), "{}", run.text());
    assert_eq!(sandbox.run("list book --strict").status, Some(1));
    sandbox.put("book/src/SUMMARY.md", "# Summary\n\n- [Keys](tables/kyes.md)\n");
    refuses(&sandbox, &["lists no chapters", "- [Title](chapter.md)"]);
    sandbox.put("book/src/SUMMARY.md", "# Summary\n");
    refuses(&sandbox, &["lists no chapters", "- [Title](chapter.md)"]);
    sandbox.put("book/src/SUMMARY.md", "- [A](preface.md)\n- [B](preface.md)\n");
    refuses(&sandbox, &["listed twice", "SUMMARY.md:2:3"]);
}

#[test]
fn a_chapter_outside_the_folder_is_read_only_if_that_is_allowed() {
    let sandbox = library();
    sandbox.put("outside.md", "# Outside\n\nText.\n");
    sandbox.put("book/src/SUMMARY.md", "- [A](preface.md)\n- [Out](../../outside.md)\n");
    refuses(
        &sandbox,
        &["outside the book's folder", "SUMMARY.md:2:3", "--allow-outside"],
    );
    let run = sandbox.run("list book --allow-outside");
    assert_eq!(run.status, Some(0), "{}", run.said);
    sandbox.put("book/book.toml", "[book]\nsrc = \"../..\"\n");
    refuses(&sandbox, &["`src` leads out"]);
}

/// What came out.
fn shown(run: &Run) -> String {
    String::from_utf8_lossy(&run.output).into_owned()
}

#[test]
fn a_folder_of_notes_is_a_guide_in_the_order_of_names() {
    let sandbox = library();
    sandbox.put("notes/b.md", "# Locks\n\nSee [[a]].\n");
    sandbox.put("notes/a.md", "Text of a.\n");
    sandbox.put("notes/.obsidian/c.md", "# Hidden\n");
    sandbox.put("notes/deep/d.md", "# Deep\n\nText.\n");
    sandbox.put("notes/picture.png", "x");
    let run = sandbox.run("list -v notes");
    assert_eq!(run.status, Some(0), "{}", run.said);
    let said = "the folder is read as a guide of 3 notes, in the order of their names";
    assert!(run.said.contains(said), "{}", run.said);
    assert!(
        !run.said.contains("other file") && !shown(&run).contains("Hidden"),
        "{}",
        run.said
    );
    let places = ["a", "Locks", "deep"].map(|name| shown(&run).find(name));
    assert!(places.is_sorted() && places[0].is_some(), "{}", shown(&run));
}

#[test]
fn a_folder_without_notes_is_no_guide() {
    let sandbox = library();
    sandbox.put("notes/a.txt", "# A\n");
    let run = sandbox.run("list notes");
    assert_eq!(run.status, Some(1), "{}", run.said);
    assert!(run.said.contains("it is a folder"), "{}", run.said);
}

#[test]
fn other_forms_are_read_or_say_what_to_do() {
    let sandbox = library();
    sandbox.put("cards.csv", "What is a lock?,A gate\n\"And a \"\"queue\"\"?\",A row\n");
    let run = sandbox.run("list cards.csv");
    assert!(
        shown(&run).contains("What is a lock?") && shown(&run).contains("\"queue\""),
        "{}",
        shown(&run)
    );
    let notebook = r###"{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "## What is it?\n\nA gate."},
        {"cell_type": "code", "source": "1", "outputs": [{"output_type": "display_data", "data": {"image/png": ""}}]}]}"###;
    sandbox.put("n.ipynb", notebook);
    let run = sandbox.run("list n.ipynb");
    assert!(shown(&run).contains("What is it?"), "{}", shown(&run));
    assert!(
        run.said.contains("an output of the notebook that is no text is left out"),
        "{}",
        run.said
    );
    sandbox.put("n.org", "* Heading\n");
    let run = sandbox.run("list n.org");
    assert_eq!(run.status, Some(1));
    assert!(run.said.contains("pandoc -f org -t gfm n.org -o n.md"), "{}", run.said);
}

#[test]
fn no_product_takes_the_place_of_a_chapter() {
    let sandbox = library();
    let run = sandbox.run("sheet book -o book/src/tables/joins.md");
    assert_eq!(run.status, Some(1));
    assert!(run.said.contains("it is the guide itself"), "{}", run.said);
    let chapter = fs::read_to_string(sandbox.path("book/src/tables/joins.md"));
    assert!(chapter.expect("a chapter").starts_with("# Joins"));
}
