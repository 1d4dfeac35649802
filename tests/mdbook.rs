//! A folder that is a book for mdBook, as a guide.

mod bench;

use std::fs;

use bench::Bench;

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

impl Bench {
    fn new() -> Self {
        let bench = Self::empty();
        bench.put(
            "book/book.toml",
            "[book]\ntitle = \"Databases\"\nauthors = [\"Ann\", \"Bob\"]\nlanguage = \"en\"\n\
             [output.html]\ncurly-quotes = true\n",
        );
        bench.put("book/src/SUMMARY.md", SUMMARY);
        bench.put("book/src/preface.md", "Read [joins](tables/joins.md) first.\n");
        bench.put(
            "book/src/tables/keys.md",
            "# Keys\n\n## Q1: What is a key?\n\nA name; see [how](joins.md#q2-what-is-a-join) \
             and [more](../speed/README.md).\n\n![A box](../box.svg)\n",
        );
        bench.put(
            "book/src/tables/joins.md",
            "# Joins\n\n## Q2: What is a join?\n\nTwo tables.\n\n{{#include keys.md}}\n",
        );
        bench.put("book/src/speed/README.md", "## Q3: Why an index?\n\nSpeed.\n");
        bench.put("book/src/box.svg", PNG);
        bench
    }

    #[track_caller]
    fn tree(&self, guide: &str) -> serde_json::Value {
        let run = self.run(&format!("tree {guide}"));
        assert_eq!(run.status, Some(0), "{}", run.said);
        serde_json::from_str(&run.output).expect("JSON")
    }

    #[track_caller]
    fn refuses(&self, words: &[&str]) {
        let run = self.run("epub book -o b.epub");
        assert_eq!(run.status, Some(1), "{}", run.said);
        for word in words {
            assert!(run.said.contains(word), "no {word:?} in\n{}", run.said);
        }
        assert!(!self.root().join("b.epub").exists());
    }
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
    let bench = Bench::new();
    for guide in ["book", "book/", "book/src/SUMMARY.md"] {
        let tree = bench.tree(guide);
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
    let tree = Bench::new().tree("book").to_string();
    for target in ["#joins", "#q2", "#indexes"] {
        assert!(tree.contains(&format!("\"target\":\"{target}\"")), "{target}: {tree}");
    }
    assert!(!tree.contains(".md#") && !tree.contains("\"target\":\"joins.md"), "{tree}");
}

#[test]
fn products_are_called_after_the_folder_and_pictures_are_those_of_the_book() {
    let bench = Bench::new();
    let run = bench.run("all book");
    assert_eq!(run.status, Some(0), "{}", run.said);
    for name in ["book-sheet.pdf", "book-cards.pdf", "book.epub"] {
        assert!(bench.root().join(name).exists(), "{name}: {}", run.said);
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
    let bench = Bench::new();
    bench.put(
        "book/code/a.rs",
        "fn one() {}\n// ANCHOR: two\nfn two() {}\n// ANCHOR_END: two\n",
    );
    bench.put(
        "book/src/preface.md",
        "Code:\n\n```rust\n{{#include ../code/a.rs:1}}\n# hidden\n\
         {{#rustdoc_include ../code/a.rs:two}}\n```\n",
    );
    let run = bench.run("tree book -v");
    assert_eq!(run.status, Some(0), "{}", run.said);
    assert!(
        run.output.contains(r#""text": "fn one() {}\nfn two() {}""#),
        "{}",
        run.output
    );
    assert!(run.said.contains("1 line of code that the book hides"), "{}", run.said);
    assert!(!run.said.contains("a.rs"), "{}", run.said);
}

#[test]
fn what_cannot_be_included_is_said_and_printed_as_it_stands() {
    let bench = Bench::new();
    bench.put("secret.rs", "fn secret() {}\n");
    bench.put("book/code/a.rs", "fn one() {}\n");
    let wanted = ["../../secret.rs", "none.rs", "../code/a.rs:two", "../code"];
    let fenced = |name: &str| format!("```\n{{{{#include {name}}}}}\n```\n\n");
    bench.put("book/src/preface.md", &wanted.map(fenced).concat());
    let run = bench.run("tree book");
    assert_eq!(run.status, Some(0), "{}", run.said);
    assert!(!run.output.contains("fn secret"), "{}", run.output);
    for (name, why) in wanted.into_iter().zip([
        "outside the guide's folder",
        "no such file",
        "no such anchor",
        "no file",
    ]) {
        assert!(run.output.contains(&format!("{{{{#include {name}}}}}")), "{name}");
        let said = run.said.lines().find(|line| line.contains(&format!("{name}}}}}`")));
        let said = said.unwrap_or_else(|| panic!("nothing about {name}\n{}", run.said));
        assert!(said.contains(why), "{said}");
    }
    let run = bench.run("tree book --allow-outside");
    assert!(run.output.contains("fn secret"), "{}", run.said);
}

#[test]
fn more_than_can_be_printed_is_not_included() {
    let bench = Bench::new();
    bench.put("book/src/big.txt", &"word ".repeat(200_000));
    let all = "{{#include big.txt}}\n".repeat(100);
    bench.put("book/src/preface.md", &format!("```\n{all}```\n"));
    bench.refuses(&["MB of text in", "preface.md", "cut it up"]);
}

#[test]
fn a_missing_chapter_is_named_at_its_line() {
    let bench = Bench::new();
    let summary = "# Summary\n\n- [Keys](tables/kyes.md)\n- [Joins](tables/joins.md)\n";
    bench.put("book/src/SUMMARY.md", summary);
    let run = bench.run("list book");
    assert_eq!(run.status, Some(0), "{}", run.said);
    for word in ["there is no chapter book/src/tables/kyes.md", "SUMMARY.md:3:3"] {
        assert!(run.said.contains(word), "no {word:?} in\n{}", run.said);
    }
    assert!(run.output.contains("What is a join?"), "{}", run.output);
    assert_eq!(bench.run("list book --strict").status, Some(1));
    bench.put("book/src/SUMMARY.md", "# Summary\n\n- [Keys](tables/kyes.md)\n");
    bench.refuses(&["lists no chapters", "- [Title](chapter.md)"]);
    bench.put("book/src/SUMMARY.md", "# Summary\n");
    bench.refuses(&["lists no chapters", "- [Title](chapter.md)"]);
    bench.put("book/src/SUMMARY.md", "- [A](preface.md)\n- [B](preface.md)\n");
    bench.refuses(&["listed twice", "SUMMARY.md:2:3"]);
}

#[test]
fn a_chapter_outside_the_folder_is_read_only_if_that_is_allowed() {
    let bench = Bench::new();
    bench.put("outside.md", "# Outside\n\nText.\n");
    bench.put("book/src/SUMMARY.md", "- [A](preface.md)\n- [Out](../../outside.md)\n");
    bench.refuses(&["outside the book's folder", "SUMMARY.md:2:3", "--allow-outside"]);
    let run = bench.run("list book --allow-outside");
    assert_eq!(run.status, Some(0), "{}", run.said);
    bench.put("book/book.toml", "[book]\nsrc = \"../..\"\n");
    bench.refuses(&["`src` leads out"]);
}

#[test]
fn a_folder_that_is_no_book_says_what_to_do() {
    let bench = Bench::new();
    bench.put("notes/a.md", "# A\n");
    let run = bench.run("list notes");
    assert_eq!(run.status, Some(1), "{}", run.said);
    for word in ["it is a folder", "a.md", "SUMMARY.md"] {
        assert!(run.said.contains(word), "{}", run.said);
    }
}

#[test]
fn no_product_takes_the_place_of_a_chapter() {
    let bench = Bench::new();
    let run = bench.run("sheet book -o book/src/tables/joins.md");
    assert_eq!(run.status, Some(1));
    assert!(run.said.contains("it is the guide itself"), "{}", run.said);
    let chapter = fs::read_to_string(bench.root().join("book/src/tables/joins.md"));
    assert!(chapter.expect("a chapter").starts_with("# Joins"));
}
