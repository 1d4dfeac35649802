//! What writing a full page costs: 3,700 glyphs in tagged paragraphs, justified.

#[path = "../support/mod.rs"]
mod support;

use divan::Bencher;
use divan::counter::ItemsCount;
use offprint::internals::font::{Style, Weight};
use offprint::internals::frame::{Frame, FrameItem, NodeKind, Page, Pages, TextRun};
use offprint::internals::pdf::{PdfOptions, pdf};
use offprint::internals::units::Em;
use offprint::product::{FontSet, Length, Point};
use support::pages::{Setter, a4};

fn main() {
    if std::env::args().any(|argument| argument == "--bench") {
        println!("{}", weight(1000));
    }
    divan::main();
}

/// What so many pages weigh, and what is taken of memory beside the pages themselves while
/// they are written.
fn weight(count: usize) -> String {
    let fonts = FontSet::bundled_only();
    let pages = full_pages(&fonts, count);
    let options = PdfOptions::titled("Bench");
    let before = reset_peak();
    let bytes = pdf(&pages, &fonts, &options).expect("pages").len();
    let memory = match (before, kilobytes("VmHWM")) {
        (Some(before), Some(peak)) => {
            format!("{} kB of memory a page", peak.saturating_sub(before) / count)
        }
        _ => "memory cannot be measured here".to_owned(),
    };
    let (page, words) = (bytes / count, count * ROWS * 17);
    let tenths = bytes * 10 / words;
    format!(
        "{count} pages: {memory}; {page} bytes a page, {}.{} a word",
        tenths / 10,
        tenths % 10
    )
}

/// Lets the peak begin at what is taken now, and gives that in kB (proc(5), `clear_refs`).
fn reset_peak() -> Option<usize> {
    std::fs::write("/proc/self/clear_refs", "5").ok()?;
    kilobytes("VmRSS")
}

fn kilobytes(of: &str) -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(of))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[divan::bench(args = [10, 1000], sample_count = 5)]
fn write(bencher: Bencher<'_, '_>, count: usize) {
    let fonts = FontSet::bundled_only();
    let pages = full_pages(&fonts, count);
    let options = PdfOptions::titled("Bench");
    bencher.counter(ItemsCount::new(count)).bench(|| pdf(&pages, &fonts, &options));
}

/// Lines on a page.
const ROWS: usize = 40;

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
        for row in 0..ROWS {
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
    tag: Option<offprint::internals::frame::Tag>,
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
