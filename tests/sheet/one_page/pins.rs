//! The author's pins: kept, dropped, shortened where there is not room for all, and in no
//! output shown.

use offprint::document::{BlockKind, Document, Entry, Pin};
use offprint::product::{FontSet, Paper, SheetOptions, SheetReport, cheat_sheet};

use crate::support::guides;

/// An answer of which little fits on a small page.
const GUIDE: &str = "\
## 1. Section

### Q1: What is pinned?

<!-- drop -->
The opening would stay long, since answers begin with what matters most.

<!-- keep -->
**Example:** the example would be among the first to go.

- First item of a list that is of some length, so that lines are needed
- <!-- keep --> Second **item** of a list that is of some length as well
- Third item of a list that is of some length, so that lines are needed

<!-- short: Two *short* words. -->
| Many | Columns |
|---|---|
| that | take |
| much | room |

### Q2: What is dropped? {.drop}

**Label:**

1. One
2. Two

### Q3: What is kept? {.keep}

Some text.

> Something quoted.

<!-- short: Q4 in brief. -->
### Q4: What is short?

A paragraph of a certain length, which is more than it would have to be.

Another paragraph of a certain length, which is more than it would have to be.
";

fn fitted(guide: &str, paper: &str) -> SheetReport {
    let document = guides::parse_bytes("guide.md", guide.as_bytes());
    let paper: Paper = paper.parse().expect("a size");
    let mut options = SheetOptions::default();
    options.paper = paper;
    options.pages = Some(1);
    let made = cheat_sheet(&document, &mut FontSet::bundled_only(), &options);
    made.expect("it fits").report
}

/// `reason: first words` of what is missing.
fn dropped(report: &SheetReport) -> Vec<String> {
    let words =
        |text: &str| text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    report
        .dropped
        .iter()
        .map(|one| format!("{}: {}", one.reason, words(&one.text)))
        .collect()
}

#[test]
fn pins_are_in_the_tree_and_come_back_from_json() {
    let document = guides::parse_bytes("guide.md", GUIDE.as_bytes());
    let json = serde_json::to_string(&document).expect("JSON");
    assert_eq!(serde_json::from_str::<Document>(&json).expect("a tree"), document);
    let Entry::Question(first) = &document.sections[0].entries[0] else {
        panic!("a question")
    };
    let pins: Vec<_> = first.answer.iter().map(|block| &block.pin).collect();
    assert_eq!(pins[..3], [&Some(Pin::Drop), &Some(Pin::Keep), &None]);
    assert!(matches!(pins[3], Some(Pin::Short(_))));
    let BlockKind::List(list) = &first.answer[2].kind else { panic!("a list") };
    let items: Vec<_> = list.items.iter().map(|item| &item.blocks[0].pin).collect();
    assert_eq!(items, [&None, &Some(Pin::Keep), &None]);
}

#[test]
fn where_there_is_room_a_pin_changes_nothing() {
    let report = fitted(GUIDE, "200x200mm");
    assert_eq!(dropped(&report), Vec::<String>::new());
    assert_eq!(report.words.shown, report.words.selected);
}

#[test]
fn where_there_is_none_the_author_has_the_last_word() {
    let report = fitted(GUIDE, "80x58mm");
    let gone = dropped(&report);
    for pinned in [
        "dropped by its pin: The opening",
        "shortened by its pin: Many Columns",
        "dropped by its pin: One",
        "dropped by its pin: Two",
        "shortened by its pin: A paragraph",
        "dropped by its pin: Another paragraph",
    ] {
        assert!(gone.contains(&pinned.to_owned()), "{pinned} is not in {gone:#?}");
    }
    for kept in ["Example the", "Second item", "Some text.", "Something quoted."] {
        assert!(gone.iter().all(|one| !one.ends_with(kept)), "{kept} is in {gone:#?}");
    }
}

#[test]
fn what_is_kept_stays_even_on_the_smallest_page() {
    let least = (40..66).find_map(|height| {
        let document = guides::parse_bytes("guide.md", GUIDE.as_bytes());
        let paper: Paper = format!("60x{height}mm").parse().expect("a size");
        let mut options = SheetOptions::default();
        options.paper = paper;
        options.pages = Some(1);
        cheat_sheet(&document, &mut FontSet::bundled_only(), &options).ok()
    });
    let report = least.expect("one of them fits").report;
    let gone = dropped(&report);
    for kept in ["Example the", "Second item", "Some text.", "Something quoted."] {
        assert!(gone.iter().all(|one| !one.ends_with(kept)), "{kept} is in {gone:#?}");
    }
    assert!(gone.contains(&"item: First item".to_owned()), "{gone:#?}");
}

#[test]
fn pins_that_pin_nothing_are_said() {
    let guide = "# T\n\n### Q1: A?\n\nB.\n\n<!-- keep -->\n";
    let source = offprint::parse::Source::from_text("guide.md", guide);
    let said = offprint::parse::parse(&[source], &<_>::default()).diagnostics;
    assert!(said.iter().any(|one| one.kind.as_str() == "pin"), "{said:?}");
}

#[test]
fn the_lead_in_stays_when_its_text_leaves() {
    let item = |n| {
        format!("- **Lead {n}:** with a text of some words after it that takes a line\n")
    };
    let items: String = (1..9).map(item).collect();
    let report = fitted(&format!("## 1. S\n\n### Q1: What?\n\n{items}"), "60x40mm");
    let gone = dropped(&report);
    assert!(!gone.is_empty());
    assert!(gone.iter().all(|one| one == "text after a lead-in: with a"), "{gone:#?}");
}
