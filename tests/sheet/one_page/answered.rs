//! No question that the guide answers stands on a condensed page without an answer.

use offprint::diagnostic::{Error, Remedy};
use offprint::document::{Document, word_count};
use offprint::product::{FontSet, Paper, SheetReport, cheat_sheet};

use super::{guides, options};

/// One page of A4, or as many as the error says that it takes.
fn on_fewest_pages(name: &str, document: &Document) -> SheetReport {
    let fonts = &mut FontSet::bundled_only();
    let one = options(Paper::a4(), 1);
    let error = match cheat_sheet(document, fonts, &one) {
        Ok(made) => return made.report,
        Err(error) => error,
    };
    let Error::Pages { hint: Some(Remedy::AnyOf(ways)), .. } = &error else {
        panic!("{name}: {error}")
    };
    let pages = ways.iter().find_map(|way| match way {
        Remedy::Pages(pages) => Some(*pages),
        _ => None,
    });
    let pages = pages.unwrap_or_else(|| panic!("{name}: {error} names no pages"));
    let made = cheat_sheet(document, fonts, &options(Paper::a4(), pages));
    made.unwrap_or_else(|error| panic!("{name}, {pages} pages: {error}")).report
}

#[test]
fn every_question_of_every_guide_keeps_an_answer() {
    for (name, document) in guides::all() {
        let report = on_fewest_pages(&name, &document);
        let kept = report.kept.iter().map(|kept| (kept.number, kept.answer_words));
        let kept: std::collections::BTreeMap<u32, usize> = kept.collect();
        for question in document.questions() {
            let words = |text: String| word_count(&text);
            let all: usize =
                question.reply().iter().map(|block| words(block.plain_text())).sum();
            let shown = kept.get(&question.number).copied().unwrap_or(0);
            assert!(
                shown >= all.min(1),
                "{name}: Q{} shows {shown} of {all} words of its answer",
                question.number
            );
        }
    }
}

#[test]
fn a_hundred_answers_in_prose_stand_on_one_page() {
    let Some(bytes) = guides::bytes_of("redshift-questions.md") else { return };
    let document = guides::parse_bytes("redshift-questions.md", &bytes);
    let report = on_fewest_pages("redshift", &document);
    assert_eq!((report.pages, report.questions.shown), (1, 100));
    for kept in &report.kept {
        assert!(kept.answer_words >= 8, "{kept:?}");
    }
}
