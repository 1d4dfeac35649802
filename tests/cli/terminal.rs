//! Nothing that a guide holds, or a file is called, is an order to the terminal.

use std::fs;

use crate::support::command::Sandbox;

/// An order to the clipboard, the end of one in a single byte, a line that is turned round,
/// written as themselves and as entities.
const HOSTILE: &str = "\
---
title: \"a\\u001b]0;b\\u0007\"
author: \"x\\u202ey\"
---

# One &#x1b;]52;c;eA==&#7; \u{9b}2J

## What is &#x9b;31m \u{202e}txt.exe \u{2066}here?

It is &#x1b;[2J![no &#x1b;[31m](no\u{1b}.png) &#x202e;gone and `code \u{1b}c`.

```
\u{1b}[2J
```
";

/// Everything that must not come out raw.
fn orders(text: &str) -> Vec<char> {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let order = |c: &char| c.is_control() && !matches!(c, '\n' | '\t') || turns(c);
    text.chars().filter(order).collect()
}

#[test]
fn a_guide_gives_no_orders_to_the_terminal() {
    let sandbox = Sandbox::with_guide(HOSTILE);
    for line in [
        "list guide.md",
        "list --json guide.md",
        "tree guide.md -o -",
        "sheet guide.md -v --search nothing",
        "sheet guide.md -v -o sheet.pdf",
        "sheet guide.md -v --pages 1 -o one.pdf --report -",
        "cards guide.md -v -o cards.pdf",
        "epub guide.md -v -o book.epub",
        "anki guide.md -v -o -",
    ] {
        let run = sandbox.run(line);
        assert!(orders(&run.said).is_empty(), "{line}: {}", run.said);
        let output = String::from_utf8(run.output).expect("UTF-8");
        assert!(orders(&output).is_empty(), "{line}: {output}");
    }
}

#[test]
fn the_name_of_a_file_gives_no_orders_either() {
    let sandbox = Sandbox::empty();
    let name = "a\u{1b}[31m\nb\u{202e}.md";
    if fs::write(sandbox.path(name), "# A\n\n## What?\n\n![x](no.png)\n").is_err() {
        crate::support::skipped("such a file cannot be called so here");
        return;
    }
    for arguments in
        [vec!["sheet", name, "-v"], vec!["all", name], vec!["list", "no\u{1b}"]]
    {
        let output = sandbox.command().args(&arguments).output().expect("it runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!said.is_empty());
        assert!(orders(&said).is_empty(), "{arguments:?}: {said}");
        let lines = said.lines().filter(|line| line.starts_with('b'));
        assert_eq!(lines.count(), 0, "{arguments:?}: a name is one line: {said}");
    }
}

#[test]
fn a_tree_that_was_changed_gives_no_orders() {
    let sandbox = Sandbox::with_guide("# A\n\n## What?\n\nIt.\n");
    let tree = sandbox.run("tree guide.md -o -").done("a tree").text().to_owned();
    sandbox.put("tree.json", tree.replace("It.", "\\u001b[2J \\u009b \\u202e"));
    let list = sandbox.run("tree tree.json -o -").done("a tree").text().to_owned();
    assert!(list.contains("[2J") && orders(&list).is_empty(), "{list}");
}
