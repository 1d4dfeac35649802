//! Large print: no words below 16 points, on finished pages.

use offprint::document::Document;
use offprint::product::{Folding, FontSet, SheetOptions, SheetReport, cheat_sheet};

use crate::support::{guides, ink};

/// Makes a sheet, and looks for small words on its pages.
#[track_caller]
fn has_no_small_words(
    name: &str,
    document: &Document,
    options: &SheetOptions,
) -> SheetReport {
    let mut fonts = FontSet::bundled();
    let made = cheat_sheet(document, &mut fonts, options).expect(name);
    let texts = ink::pages(&made.bytes).into_iter().flat_map(|page| page.texts);
    // What is raised or lowered in a formula has a letter or two.
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let words = texts.filter(|text| letters(&text.said) > 2);
    let small: Vec<_> = words.filter(|text| text.size * 72.0 / 25.4 < 15.99).collect();
    assert!(small.is_empty(), "{name}: {small:?}");
    assert!(made.report.body_size_pt >= 16.0, "{name}: {}", made.report.body_size_pt);
    made.report
}

fn large() -> SheetOptions {
    let mut options = SheetOptions::default();
    options.large_print = true;
    options
}

#[test]
fn nothing_but_raised_figures_is_small() {
    for (name, document) in guides::all().into_iter().take(5) {
        let report = has_no_small_words(&name, &document, &large());
        assert!(report.body_size_pt < 20.1, "{name}: {}", report.body_size_pt);
        assert_eq!(report.columns, 2, "{name}");
    }
}

#[test]
fn it_goes_with_a_number_of_pages_and_with_folds() {
    let document = guides::embedded();
    let mut few = large();
    few.pages = Some(3);
    let report = has_no_small_words("three pages", &document, &few);
    assert_eq!(report.pages, 3);
    assert!(report.words.shown < report.words.selected, "{:?}", report.words);
    let mut booklet = large();
    booklet.folding = Folding::Booklet;
    has_no_small_words("a booklet", &document, &booklet);
}

#[test]
fn a_floor_that_is_higher_stays() {
    let document = guides::embedded();
    let mut options = large();
    options.min_x_height = offprint::product::Length::mm(4.0);
    let report = has_no_small_words("four millimetres", &document, &options);
    assert!(report.x_height_mm >= 3.99, "{}", report.x_height_mm);
    assert!((report.options.min_x_height_mm - 4.0).abs() < 0.001);
}
