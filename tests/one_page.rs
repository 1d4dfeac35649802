//! One page: exactly that, full and even, nothing under the floor, nothing lost unsaid.

mod foreign;
mod guides;

use std::collections::BTreeMap;

use offprint::document::{Document, each_text};
use offprint::font::FontSet;
use offprint::paper::Paper;
use offprint::product::{Made, SheetOptions, SheetReport, cheat_sheet};
use proptest::prelude::*;

fn options(paper: Paper, pages: usize) -> SheetOptions {
    SheetOptions {
        paper: paper.landscape(),
        pages: Some(pages),
        ..SheetOptions::default()
    }
}

fn fitted(document: &Document, options: &SheetOptions) -> (Made, SheetReport) {
    let made =
        cheat_sheet(document, &mut FontSet::bundled_only(), options).expect("it fits");
    let report = made.report.clone().expect("a sheet has a report");
    (made, report)
}

/// The guides that the measures hold for.
fn measured() -> Vec<(String, Document)> {
    let real =
        guides::all().into_iter().filter(|(name, _)| name.starts_with("interview"));
    [("embedded".to_owned(), guides::embedded())].into_iter().chain(real).collect()
}

#[test]
fn a_page_is_full_even_legible_and_has_every_question() {
    for (name, document) in measured() {
        for (paper, least) in [(Paper::a4(), 0.9), (Paper::letter(), 0.86)] {
            let (made, report) = fitted(&document, &options(paper, 1));
            let place = format!("{name} on {}", paper.name());
            assert_eq!(report.pages, 1, "{place}");
            assert_eq!(report.questions.shown, 31, "{place}");
            assert!(report.x_height_mm >= 1.2, "{place}: {}", report.x_height_mm);
            assert!(report.fill >= 0.97, "{place}: {}", report.fill);
            assert!(report.column_ends_lines <= 2.0, "{place}");
            let kept = report.words.shown as f64 / report.words.selected as f64;
            assert!(kept >= least, "{place}: {kept}");
            check_text(&place, &document, &made, &report);
        }
    }
}

#[test]
fn two_pages_keep_every_word() {
    for (name, document) in measured() {
        let (_, report) = fitted(&document, &options(Paper::a4(), 2));
        assert_eq!(report.pages, 2, "{name}");
        assert_eq!(report.words.shown, report.words.selected, "{name}");
        assert!(report.dropped.is_empty() && report.x_height_mm >= 1.2, "{name}");
    }
}

/// What the page shows and what the report names are together all words of the guide.
fn check_text(place: &str, document: &Document, made: &Made, report: &SheetReport) {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{}.pdf", place.replace(' ', "-")));
    std::fs::write(&path, &made.bytes).expect("written");
    if let Some(mut qpdf) = foreign::tool("qpdf") {
        let (sound, said) = foreign::output(qpdf.arg("--show-npages").arg(&path));
        assert!(sound && said.trim() == "1", "{place}: {said}");
    }
    let Some(mut pdftotext) = foreign::tool("pdftotext") else { return };
    let (_, shown) = foreign::output(pdftotext.arg("-raw").arg(&path).arg("-"));
    let mut there = letters(&shown);
    for dropped in &report.dropped {
        add(&mut there, &dropped.text);
    }
    each_text(document, |text, _| {
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            let left = there.get_mut(&c).filter(|left| **left > 0);
            *left.unwrap_or_else(|| panic!("{place}: “{c}” of “{text}” is lost")) -= 1;
        }
    });
    for number in 1..=31 {
        let chip = format!("Q{number} ");
        assert!(shown.contains(&chip), "{place}: {chip} is not on the page");
    }
}

fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    add(&mut letters, text);
    letters
}

fn add(letters: &mut BTreeMap<char, usize>, text: &str) {
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_insert(0) += 1;
    }
}

#[test]
fn every_guide_gives_one_page_or_the_computed_reason() {
    for (name, document) in guides::all() {
        let options = options(Paper::a4(), 1);
        match cheat_sheet(&document, &mut FontSet::bundled(), &options) {
            Ok(made) => assert_eq!(made.pages, Some(1), "{name}"),
            Err(error) => {
                let said = error.to_string();
                let needs: usize = said
                    .split_whitespace()
                    .find_map(|word| word.parse().ok())
                    .unwrap_or_else(|| panic!("{name}: {said}"));
                assert!(needs > 1, "{name}: {said}");
                // What the hint says would do, does.
                let enough = SheetOptions { pages: Some(needs), ..options };
                let made = cheat_sheet(&document, &mut FontSet::bundled(), &enough);
                assert!(made.is_ok(), "{name}: {needs} pages do not do");
            }
        }
    }
}

#[test]
fn the_page_changes_with_the_answer_and_so_does_the_report() {
    let guide = include_str!("../content/guide.md");
    let more = guide.replacen(
        "### Q2",
        "Another sentence of some length stands here, so that something else has to go.\n\n### Q2",
        1,
    );
    let options = options(Paper::a4(), 1);
    let (_, before) = fitted(&guides::parse_bytes("a.md", guide.as_bytes()), &options);
    let (_, after) = fitted(&guides::parse_bytes("a.md", more.as_bytes()), &options);
    assert_eq!(after.words.selected, before.words.selected + 14);
    assert_ne!(before.dropped, after.dropped);
}

/// How many words a foreign reader finds.
fn shown_words(pdf: &[u8]) -> Option<usize> {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("random.pdf");
    std::fs::write(&path, pdf).expect("written");
    let (_, text) = foreign::output(foreign::tool("pdftotext")?.arg(&path).arg("-"));
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
        let options = SheetOptions { paper: small, pages: Some(pages), ..SheetOptions::default() };
        let fonts = &mut FontSet::bundled_only();
        let Ok(made) = cheat_sheet(&document, fonts, &options) else { return Ok(()) };
        let report = made.report.expect("a sheet has a report");
        prop_assert!(report.pages <= pages);
        prop_assert!(report.x_height_mm >= 1.199);
        prop_assert_eq!(report.questions.shown, document.questions().count());
        let shown = shown_words(&made.bytes);
        let named: usize = report.dropped.iter().map(|left| left.text.split_whitespace().count()).sum();
        // Numbers, marks and heads are shown beside the words; words are never fewer.
        prop_assert!(shown.is_none_or(|shown| shown + named >= report.words.selected));
        let gone: usize = report.dropped.iter().map(|left| left.text.split_whitespace().count()).sum();
        prop_assert_eq!(report.words.selected, report.words.shown + gone);
        prop_assert!(report.dropped.iter().all(|left| left.rank > 1 && !left.text.starts_with("Key")));
    }
}
