//! Things a hundred thousand deep in each other: the words are kept, on the deepest level
//! that can be shown, and no stack runs over.

use super::watched::Watched;

const DEEP: usize = 100_000;
const ALL: &str = "all guide.md -d out";
const BOOK: &str = "epub guide.md";

/// Makes a product of a guide, or all, which has to say that it is nested too deeply.
#[track_caller]
fn flattened(make: &str, guide: &str) {
    let watched = Watched::new();
    watched.put("guide.md", format!("## A\n\n### Q1: What?\n\n{guide}\n"));
    watched.run(make).did(&["warning: it is nested deeper", "guide.md:", "guide.epub"]);
    let tree = watched.run("tree guide.md -o -");
    assert_eq!(tree.status, Some(0), "{}", tree.said);
    let tree = String::from_utf8(tree.output).expect("JSON");
    assert!(tree.contains("innermost"), "the words are lost");
    // What was written is read again.
    watched.put("tree.json", tree);
    watched.run("list tree.json").did(&[]);
}

#[test]
fn quotations() {
    flattened(ALL, &format!("{}innermost", "> ".repeat(DEEP)));
}

#[test]
fn lists() {
    flattened(ALL, &format!("{}innermost", "- ".repeat(DEEP)));
    flattened(ALL, &format!("{}innermost", "1. > - ".repeat(DEEP / 3)));
}

#[test]
fn marks() {
    let (open, close) = ("*a **b ".repeat(DEEP / 2), " b** a*".repeat(DEEP / 2));
    flattened(BOOK, &format!("{open}innermost{close}"));
}

#[test]
fn tags() {
    for (open, close) in [
        ("<ul><li>", "</li></ul>"),
        ("<blockquote>", "</blockquote>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<details><summary>a</summary>", "</details>"),
    ] {
        let (open, close) = (open.repeat(DEEP), close.repeat(DEEP));
        flattened(BOOK, &format!("{open}innermost{close}"));
    }
    flattened(BOOK, &format!("a {}innermost{}", "<b>".repeat(DEEP), "</b>".repeat(DEEP)));
}

#[test]
fn brackets_and_tags_that_hold_nothing_together() {
    let watched = Watched::new();
    for (open, close) in
        [("[", "]"), ("![", "](x)"), ("<div>", "</div>"), ("(", ")"), ("$", "")]
    {
        let (open, close) = (open.repeat(DEEP), close.repeat(DEEP));
        watched.put(
            "guide.md",
            format!("## A\n\n### Q1: What?\n\n{open}innermost{close}\n"),
        );
        let tree = watched.run("tree guide.md -o -");
        assert_eq!(tree.status, Some(0), "{}", tree.said);
        let tree = String::from_utf8_lossy(&tree.output);
        assert!(tree.contains("innermost"), "the words are lost");
    }
}

#[test]
fn a_tree_of_json() {
    let watched = Watched::new();
    let head = r#"{"sections":[{"number":1,"id":"a","title":[],"entries":[{"topic":{"id":"b","title":[],"blocks":"#;
    for (open, inside, close, end) in [
        (r#"[{"kind":{"quote":{"blocks":"#, "[]", "}}}]", "}}]}]}"),
        (
            r#"[{"kind":{"list":{"tight":true,"items":[{"blocks":"#,
            "[]",
            "}]}}}]",
            "}}]}]}",
        ),
        ("[", "", "]", "}}]}]}"),
    ] {
        let (open, close) = (open.repeat(DEEP), close.repeat(DEEP));
        watched.put("tree.json", format!("{head}{open}{inside}{close}{end}"));
        watched.refuses(
            "all tree.json -d out",
            &["tree.json", "not a guide’s tree", "line 1"],
        );
    }
    // As deep as JSON is read.
    let (open, close) = (r#"[{"kind":{"quote":{"blocks":"#.repeat(27), "}}}]".repeat(27));
    watched.put("tree.json", format!("{head}{open}[]{close}}}}}]}}]}}"));
    let run = watched.run("all tree.json -d out");
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.said);
}
