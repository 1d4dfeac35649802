//! Guides made at random, fitted to small pages.

use offprint::product::{FontSet, Paper, SheetOptions, cheat_sheet};
use proptest::prelude::*;

use crate::support::{file, guides, validators};

/// How many words a foreign reader finds.
fn shown_words(pdf: &[u8]) -> Option<usize> {
    let path = file("random.pdf", pdf);
    let (_, text) =
        validators::output(validators::tool("pdftotext")?.arg(&path).arg("-"));
    Some(
        text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count(),
    )
}

/// A guide made at random: questions with a key line, paragraphs and lists.
fn guide() -> impl Strategy<Value = String> {
    let words =
        || prop::collection::vec("[a-z]{1,12}", 1..14).prop_map(|words| words.join(" "));
    let block = prop_oneof![
        words().prop_map(|text| format!("{text}.\n\n")),
        words()
            .prop_map(|text| format!("<!-- keep -->\n**Example:** {text} pinned.\n\n")),
        words().prop_map(|text| format!("<!-- drop -->\n{text}.\n\n")),
        words().prop_map(|text| format!("**Example:** {text}.\n\n")),
        prop::collection::vec(words(), 1..6).prop_map(|items| {
            // Every third item has one of its own inside.
            let inner = |n: usize| {
                if n % 3 == 1 { "  - inner words\n  - and more\n" } else { "" }
            };
            let items = items.iter().enumerate();
            let items: Vec<String> =
                items.map(|(n, item)| format!("- {item}\n{}", inner(n))).collect();
            let items = items.concat();
            format!("**List:**\n{items}\n")
        }),
    ];
    let answer = (words(), prop::collection::vec(block, 0..6));
    prop::collection::vec(answer, 1..25).prop_map(|answers| {
        let answers = answers.iter().zip(1..).map(|((key, blocks), n)| {
            format!("### Q{n}: What?\n\n{}**Key:** key{n} {key}.\n\n", blocks.concat())
        });
        format!("## 1. Section\n\n{}", answers.collect::<Vec<_>>().concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_fitted_sheet_keeps_what_it_must_and_names_the_rest(guide in guide(), pages in 1_usize..3) {
        let document = guides::parse_bytes("guide.md", guide.as_bytes());
        let small: Paper = "150x100mm".parse().expect("a size");
        let mut options = SheetOptions::default();
        options.paper = small;
        options.pages = Some(pages);
        let fonts = &mut FontSet::bundled_only();
        let Ok(made) = cheat_sheet(&document, fonts, &options) else { return Ok(()) };
        let report = made.report;
        prop_assert!(report.pages <= pages);
        prop_assert!(report.x_height_mm >= 1.199);
        prop_assert_eq!(report.questions.shown, document.questions().count());
        let shown = shown_words(&made.bytes);
        let named: usize = report.dropped.iter().map(|left| left.text.split_whitespace().count()).sum();
        // Numbers, marks and heads are shown beside the words; words are never fewer.
        prop_assert!(shown.is_none_or(|shown| shown + named >= report.words.selected));
        prop_assert_eq!(report.words.selected, report.words.shown + named);
        prop_assert!(report.dropped.iter().all(|left| !left.text.ends_with("pinned.")));
        prop_assert!(report.dropped.iter().all(|left| left.rank > 1 && !left.text.starts_with("Key")));
    }
}
