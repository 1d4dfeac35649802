//! Links inside a guide: names of questions that become links, without a word changed, and
//! where links to headings lead.

use offprint::document::{Document, Entry, InlineKind, each_inline, plain_text};
use offprint::parse::{ParseOptions, Source, parse};
use offprint::select::{Selection, filter};
use proptest::prelude::*;

/// Where the links of a tree lead, with their words.
fn links(document: &Document) -> Vec<String> {
    let mut links = Vec::new();
    each_inline(document, |inline| {
        if let InlineKind::Link { target, content } = &inline.kind {
            links.push(format!("{}→{target}", plain_text(content)));
        }
    });
    links
}

fn read(markdown: &str) -> Document {
    parse(&[Source::from_text("guide.md", markdown)], &ParseOptions::default()).document
}

#[test]
fn a_question_that_is_named_is_linked() {
    let guide = "## S\n\n### Q1: One, as Q2?\n\nAs **in Q2**, not Q1, Q7 or `Q2`; $Q2$.\n\n\
        #### After Q2\n\n- See [what Q2 says](https://example.org), Q2–Q3.[^n]\n\n\
        | Q2 |\n|---|\n| Q3 |\n\n```\nQ2\n```\n\n\
        ### Q2: Two? {#second}\n\n**Like Q1:** yes.\n\n### Q3: Three?\n\nNo.\n\n\
        [^n]: Or Q1.\n";
    let document = read(guide);
    assert_eq!(
        links(&document),
        [
            "Q2→#second",
            "what Q2 says→https://example.org",
            "Q2→#second",
            "Q3→#q3",
            "Q2→#second",
            "Q3→#q3",
            "Q1→#q1",
            "Q1→#q1"
        ]
    );
    crate::trees::round_trips(&document);
}

#[test]
fn a_link_to_a_heading_that_folds_out_leads_to_what_stands_there() {
    let question =
        |id: &str| format!("<details><summary><h3>What is {id}?</h3></summary>\n\n");
    let guide = format!(
        "{}See [B](#what-is-b).\n\n</details>\n\n{}See [A](#what-is-a).\n\n</details>\n",
        question("A"),
        question("B")
    );
    assert_eq!(links(&read(&guide)), ["B→#what-is-b", "A→#what-is-a"]);
    let label = "## One\n\nSee [more](#more).\n\n<details><summary>\n\n### More\n\n\
        </summary>\n\nText.\n\n</details>\n";
    let document = read(label);
    assert_eq!(links(&document), ["more→#one-text"]);
    crate::trees::round_trips(&document);
}

#[test]
fn questions_that_are_only_counted_are_no_names() {
    let guide = "## S\n\n### What is one?\n\nAs Q2.\n\n### What is two?\n\nIn Q1.\n\n\
        ### What is three?\n\nYes.\n";
    let document = read(guide);
    assert_eq!(document.questions().count(), 3);
    assert!(links(&document).is_empty());
}

#[test]
fn each_guide_means_its_own_questions() {
    let one = "## S\n\n### Q1: One?\n\nSee Q2.\n\n### Q2: Two?\n\nSee Q3.\n";
    let other = "## T\n\n### Q1: Uno?\n\nSee Q2.\n\n### Q2: Due?\n\nSee Q1.\n";
    let sources = [Source::from_text("a.md", one), Source::from_text("b.md", other)];
    let document = parse(&sources, &ParseOptions::default()).document;
    let ids: Vec<_> = document.questions().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["q1", "q2", "uno", "due"]);
    assert_eq!(links(&document), ["Q2→#q2", "Q2→#due", "Q1→#uno"]);
}

#[test]
fn a_question_that_is_not_selected_is_named_in_words() {
    let guide = "## S\n\n### Q1: One?\n\nSee Q2, not Q3.\n\n### Q2: Two?\n\nYes.\n\n\
        ### Q3: Three?\n\nNo.\n";
    let mut selection = Selection::default();
    selection.except = "Q3".parse::<offprint::select::Picks>().expect("a list").0;
    let document = filter(read(guide), &selection).expect("two are left");
    assert_eq!(links(&document), ["Q2→#q2"]);
    let first = document.questions().next().expect("the first");
    assert_eq!(first.answer[0].plain_text(), "See Q2, not Q3.\n");
}

#[test]
fn names_in_the_deepest_text_can_be_read_back() {
    let deep = |markdown: String| {
        let document = read(&markdown);
        assert_eq!(links(&document), ["Q2→#q2"], "{markdown}");
        crate::trees::round_trips(&document);
    };
    let inlines = "<em>".repeat(12) + "Q2" + &"</em>".repeat(12);
    let around =
        |text: &str| format!("## S\n\n### Q1: One?\n\n{text}\n\n### Q2: Two?\n\nYes.\n");
    for levels in [1, 5, 10, 11, 12, 40] {
        deep(around(&format!("{}{inlines}", "- ".repeat(levels))));
        deep(around(&format!("{}{inlines}", "> ".repeat(levels))));
        let lists = ("<ul><li>".repeat(levels), "</li></ul>".repeat(levels));
        let cell = format!("<table><tr><td>{inlines}</td></tr></table>");
        deep(around(&format!("{}{cell}{}", lists.0, lists.1)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_changes(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..20)) {
        let text = format!("x{}", pieces.concat());
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let document = read(&format!("### Q1: One?\n\n{text}\n\n### Q2: Two?\n\nYes.\n"));
        let Entry::Question(first) = &document.sections[0].entries[0] else { panic!() };
        let said = first.answer[0].plain_text();
        prop_assert_eq!(said.trim_end(), &text);
        for link in links(&document) {
            prop_assert_eq!(link, "Q2→#q2");
        }
    }
}

/// Pieces of a paragraph that no sign of Markdown is among.
const PIECES: [&str; 14] =
    ["Q", "Q1", "Q2", "2", "12", " ", " ", "-", "/", ".", ", ", "a", "é", "第"];
