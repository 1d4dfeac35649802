//! A guide in prose, whose paragraphs do not fit: every question keeps an answer.

use std::fmt::Write as _;

use offprint::document::{Document, plain_text};
use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{Paper, SheetOptions};
use offprint::select::condense::{CondenseOptions, condense};

use super::{fitted, guides, options};

const QUESTIONS: usize = 60;

/// Sixty questions, each answered by one paragraph of three sentences.
fn prose() -> Document {
    let mut text = String::from("# Prose\n");
    for n in 1..=QUESTIONS {
        let _ = write!(
            text,
            "\n## Q{n}: What is store {n}?\n\nStore {n} is a place that keeps the records of \
             one shard, sorted by key, so that a search needs few reads. It was added when \
             the older design had grown too slow for the many small queries that came in \
             each day. However, a store of this kind costs more memory than a plain file, \
             such as a log, and has to be rebuilt after a crash of the machine.\n"
        );
    }
    parse(&[Source::from_text("prose.md", &text)], &ParseOptions::default()).document
}

#[test]
fn every_question_of_a_guide_in_prose_keeps_an_answer() {
    let document = prose();
    let (made, report) = fitted(&document, &options(Paper::a4(), 1));
    assert_eq!((made.pages, report.questions.shown), (1, QUESTIONS));
    assert!(report.words.shown < report.words.selected, "nothing had to be left out");
    for kept in &report.kept {
        assert!(kept.answer_words >= 8, "{kept:?}");
    }
    let gone: usize = report.dropped.iter().map(|one| one.text.split(' ').count()).sum();
    assert_eq!(report.words.shown + gone, report.words.selected);
}

/// A guide as people write them, on half a sheet: it is the one that README shows.
#[test]
fn a_guide_of_paragraphs_fits_a_small_page() {
    let document = guides::parse_bytes("prose.md", include_bytes!("prose.md"));
    let mut options = SheetOptions::default();
    let small: Paper = "a5".parse().expect("a size");
    (options.paper, options.pages) = (small.landscape(), Some(1));
    let (made, report) = fitted(&document, &options);
    assert_eq!((made.pages, report.questions.shown), (1, 24));
    for kept in &report.kept {
        assert!(kept.answer_words >= 8, "{kept:?}");
    }
    assert!(report.fill >= 0.97, "{}", report.fill);
}

#[test]
fn an_answer_in_so_many_words_says_what_the_question_asks() {
    let document = prose();
    let mut wanted = CondenseOptions::default();
    wanted.answer_words = Some(25);
    let short = condense(document.clone(), &wanted);
    for question in short.document.questions() {
        let answer = question.answer[0].plain_text();
        assert!(
            answer.starts_with("Store "),
            "{}: {answer}",
            plain_text(&question.title)
        );
    }
    assert!(short.report.kept.iter().all(|kept| (8..=25).contains(&kept.answer_words)));
}
