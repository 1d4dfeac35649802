//! How much is said: what is alike once, with how many more there are, and by every command.

use std::fmt::Write;

use crate::support::command::Sandbox;

/// A guide with `count` pictures on the network and links to as many other files.
fn guide(count: usize) -> Sandbox {
    let mut text = "# Guide\n\n## 1. Part\n\n### Q1: What is it?\n\n".to_owned();
    for n in 1..=count {
        let picture = format!("![A](https://example.org/{n}.png)");
        writeln!(text, "{picture}\n\nSee [it]({n}.md).\n").expect("written");
    }
    Sandbox::with_guide(&text)
}

#[test]
fn pictures_on_the_network_are_one_warning() {
    let sandbox = guide(12);
    let run = sandbox.run("sheet guide.md").done("a sheet");
    assert_eq!(run.said.matches("is not printed").count(), 1, "{}", run.said);
    assert!(run.said.contains("“1.png”"), "{}", run.said);
    let more = "... and 11 more like this (lines 11, 15, 19, 23, 27, 31, 35, 39, 43, 47 and 1 \
                more); -v shows all";
    assert!(run.said.contains(more), "{}", run.said);
    let all = sandbox.run("sheet guide.md -v").done("a sheet");
    assert_eq!(all.said.matches("is not printed").count(), 12, "{}", all.said);
    sandbox.refuses("sheet guide.md -o b.pdf --strict", 1, &["13 warnings"]);
}

#[test]
fn a_few_are_said_one_by_one() {
    let run = guide(3).run("sheet guide.md").done("a sheet");
    assert_eq!(run.said.matches("is not printed").count(), 3, "{}", run.said);
    assert!(!run.said.contains("more like this"), "{}", run.said);
}

#[test]
fn lists_and_trees_say_what_products_say_of_the_text() {
    let sandbox = guide(2);
    let says = "2 links lead to other files (`1.md`, `2.md`); their words are printed";
    for line in ["list guide.md", "tree guide.md", "epub guide.md", "anki guide.md"] {
        let run = sandbox.run(line).done(line);
        assert_eq!(run.said.matches(says).count(), 1, "{line}: {}", run.said);
    }
}
