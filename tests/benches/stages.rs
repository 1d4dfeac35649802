//! Each stage on its own and the whole, at once and a hundred times the embedded guide.
//!
//! `cargo bench` prints the table. Machines are noisy: compare figures of one run.

use divan::{Bencher, black_box};
use offprint::document::Document;
use offprint::internals::layout::{Setting, set, sheet_flow};
use offprint::internals::text::Shaper;
use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{
    BookOptions, CardOptions, FontSet, Length, Pictures, SheetOptions, book, cheat_sheet,
    flashcards,
};

const GUIDE: &str = include_str!("../../content/guide.md");
const TIMES: [usize; 2] = [1, 100];

fn main() {
    divan::main();
}

/// The guide so many times over, front matter once.
fn source(times: usize) -> Source {
    let body = GUIDE.splitn(3, "---\n").nth(2).unwrap_or(GUIDE);
    let text = format!("# Guide\n\n{}", body.repeat(times));
    Source::from_bytes("guide.md", text.as_bytes()).expect("the guide is text")
}

fn document(times: usize) -> Document {
    parse(&[source(times)], &ParseOptions::default()).document
}

fn setting() -> Setting {
    let size = Length::pt(7.8);
    let leading = Length::pt(9.2);
    let (measure, figure) = (Length::mm(64.0), Length::mm(90.0));
    Setting {
        size,
        leading,
        measure,
        justify: false,
        gap: None,
        figure,
        column: figure * 2,
    }
}

#[divan::bench(args = TIMES)]
fn parsing(bencher: Bencher, times: usize) {
    let source = [source(times)];
    bencher.bench(|| parse(black_box(&source), &ParseOptions::default()));
}

#[divan::bench(args = TIMES)]
fn shaping(bencher: Bencher, times: usize) {
    let (document, fonts) = (document(times), FontSet::bundled_only());
    bencher.bench(|| {
        sheet_flow(
            black_box(&document),
            &Pictures::default(),
            &mut Shaper::new(&fonts, "en"),
            false,
        )
    });
}

#[divan::bench(args = TIMES)]
fn setting_at_a_size(bencher: Bencher, times: usize) {
    let (document, fonts) = (document(times), FontSet::bundled_only());
    let flow = sheet_flow(
        &document,
        &Pictures::default(),
        &mut Shaper::new(&fonts, "en"),
        false,
    );
    bencher.bench(|| set(black_box(&flow), &setting()));
}

#[divan::bench(args = TIMES, sample_count = 10)]
fn sheet(bencher: Bencher, times: usize) {
    let document = document(times);
    let mut fonts = FontSet::bundled_only();
    let options = SheetOptions::default();
    bencher.bench_local(|| {
        cheat_sheet(&document, &mut fonts, &options).map(|made| made.bytes)
    });
}

#[divan::bench(sample_count = 20)]
fn one_page(bencher: Bencher) {
    let document = document(1);
    let mut fonts = FontSet::bundled_only();
    let mut options = SheetOptions::default();
    options.pages = Some(1);
    bencher.bench_local(|| {
        cheat_sheet(&document, &mut fonts, &options).map(|made| made.bytes)
    });
}

#[divan::bench(args = TIMES, sample_count = 10)]
fn cards(bencher: Bencher, times: usize) {
    let document = document(times);
    let mut fonts = FontSet::bundled_only();
    let options = CardOptions::default();
    bencher.bench_local(|| {
        flashcards(&document, &mut fonts, &options).map(|made| made.bytes)
    });
}

#[divan::bench(args = TIMES, sample_count = 10)]
fn epub(bencher: Bencher, times: usize) {
    let document = document(times);
    let mut fonts = FontSet::bundled_only();
    let options = BookOptions::default();
    bencher.bench_local(|| book(&document, &mut fonts, &options).map(|made| made.bytes));
}

#[divan::bench(args = TIMES, sample_count = 10)]
fn all(bencher: Bencher, times: usize) {
    let source = [source(times)];
    bencher.bench_local(|| {
        let document = parse(&source, &ParseOptions::default()).document;
        let mut fonts = FontSet::bundled_only();
        let sheet = cheat_sheet(&document, &mut fonts, &SheetOptions::default());
        let cards = flashcards(&document, &mut fonts, &CardOptions::default());
        let book = book(&document, &mut fonts, &BookOptions::default());
        (sheet.is_ok(), cards.is_ok(), book.is_ok())
    });
}
