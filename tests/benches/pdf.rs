//! What writing a full page costs: 3,700 glyphs in tagged paragraphs, justified.

#[path = "../pdf_pages/mod.rs"]
mod pdf_pages;

use divan::Bencher;
use divan::counter::ItemsCount;
use offprint::font::{FontSet, Style, Weight};
use offprint::frame::{Frame, FrameItem, NodeKind, Page, Pages, TextRun};
use offprint::render::pdf::{PdfOptions, pdf};
use offprint::units::{Em, Length, Point};
use pdf_pages::{Setter, a4};

fn main() {
    divan::main();
}

#[divan::bench(args = [10, 1000], sample_count = 5)]
fn write(bencher: Bencher<'_, '_>, count: usize) {
    let fonts = FontSet::bundled_only();
    let pages = full_pages(&fonts, count);
    let options = PdfOptions { title: "Bench".to_owned(), ..PdfOptions::default() };
    bencher.counter(ItemsCount::new(count)).bench(|| pdf(&pages, &fonts, &options));
}

/// Pages full of text.
fn full_pages(fonts: &FontSet, count: usize) -> Pages {
    let mut pages = Pages::default();
    let regular = Setter::new(fonts, Style::default()).sized(9.0);
    let bold =
        Setter { style: Style { weight: Weight::Bold, ..Style::default() }, ..regular };
    let words: Vec<&str> = WORDS.split(' ').collect();
    let mut state = 1_u32;
    let mut pick = |n: usize| {
        let some = (0..n).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            words[(state >> 8) as usize % words.len()]
        });
        some.collect::<Vec<_>>().join(" ") + " "
    };
    let lines: Vec<[TextRun; 2]> = (0..2000)
        .map(|_| {
            let lead = bold.run(fonts.styled(bold.style), &pick(1), None);
            [lead, regular.run(fonts.styled(regular.style), &pick(16), None)]
        })
        .collect();
    for number in 0..count {
        let mut frame = a4();
        let section = pages.structure.add(NodeKind::Section, None);
        let mut tag = None;
        for row in 0..40 {
            if row % 4 == 0 {
                tag = Some(pages.structure.add(NodeKind::Paragraph, Some(section)));
            }
            let line = &lines[(number * 997 + row * 31) % lines.len()];
            let stretch = Em::from_scaled(((number + row) % 9) as i64 * 200);
            set(&mut frame, line, row, stretch, tag);
        }
        pages.pages.push(Page { frame });
    }
    pages
}

fn set(
    frame: &mut Frame,
    line: &[TextRun; 2],
    row: usize,
    stretch: Em,
    tag: Option<offprint::frame::Tag>,
) {
    let mut at = Point::new(Length::pt(50.0), Length::pt(50.0 + 18.0 * row as f64));
    for run in line {
        let mut run = TextRun { tag, ..run.clone() };
        for glyph in &mut run.glyphs {
            if run.text.as_bytes()[glyph.cluster as usize] == b' ' {
                glyph.advance += stretch;
            }
        }
        let width = run.width();
        frame.push(at, FrameItem::Text(run));
        at.x += width;
    }
}

const WORDS: &str = "the of and a to in is you that it he was for on are as with his they at be \
    this have from or one had by word but not what all were we when your can said there use an \
    each which she do how their if will up other about out many then them these so some her \
    would make like him into time has look two more write go see number no way could people \
    my than first water been call who oil its now find long down day did get come made may part \
    polymorphism encapsulation inheritance abstraction interface garbage collector concurrency \
    thread mutex deadlock database index transaction isolation level consistency availability";
