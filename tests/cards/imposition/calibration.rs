//! The test sheet: its ruler is as long as it says, and the numbers that it shows are those
//! that make the printer's offset good.

use offprint::product::{
    CalibrationOptions, Duplex, FontSet, Length, Offset, Paper, calibration,
};

use crate::support::ink::{Line, Page, Point, Text, pages};
use crate::support::pdf_tree;

fn test_sheet(paper: Paper, duplex: Duplex, back_offset: Offset) -> (Vec<u8>, Vec<Page>) {
    let mut options = CalibrationOptions::new(paper, duplex);
    options.back_offset = back_offset;
    options.offset_option = String::from("--back-offset");
    let made = calibration(&FontSet::bundled_only(), &options).expect("a test sheet");
    let pages = pages(&made.bytes);
    assert_eq!(pages.len(), 2);
    (made.bytes, pages)
}

#[test]
fn the_ruler_of_the_test_sheet_is_100_mm_long() {
    for paper in [Paper::a4(), Paper::letter().landscape(), "a5".parse().expect("a5")] {
        let (_, pages) = test_sheet(paper, Duplex::LongEdge, Offset::default());
        for page in pages {
            let length = |line: &&Line| (line.to.0 - line.from.0).abs();
            let ruler = page.lines.iter().max_by(|a, b| length(a).total_cmp(&length(b)));
            let ruler = ruler.expect("a ruler");
            assert!((length(&ruler) - 100.0).abs() < 0.001, "{}", length(&ruler));
            let (left, right) = (ruler.from.0, ruler.to.0);
            // A tick stands at each millimetre.
            for n in 0..=100 {
                let x = left + f64::from(n);
                let on_ruler = |line: &&Line| (line.from.1 - ruler.from.1).abs() < 0.01;
                let tick = page.lines.iter().filter(on_ruler).any(|line| {
                    (line.from.0 - x).abs() < 0.001
                        && (line.from.0 - line.to.0).abs() < 1e-9
                });
                assert!(tick, "no tick at {n} mm");
            }
            assert!((left + right - page.width).abs() < 0.001);
        }
    }
}

/// The middles of the crosses on the front, from the top down.
fn crosses(front: &Page) -> Vec<Point> {
    let long = |line: &&Line| (line.to.1 - line.from.1 - 22.0).abs() < 0.01;
    let mut middles: Vec<_> = front
        .lines
        .iter()
        .filter(long)
        .map(|line| (line.from.0, f64::midpoint(line.from.1, line.to.1)))
        .collect();
    middles.sort_by(|a, b| a.1.total_cmp(&b.1));
    middles
}

/// Where a figure stands near a point of the back: the middle of each that is there.
fn figures(back: &Page, said: &str, near: Point) -> Vec<Point> {
    let middle = |text: &Text| f64::midpoint(text.from.0, text.to.0);
    let texts = back.texts.iter().filter(|text| text.said == said);
    let mut found: Vec<_> =
        texts.map(|text| (middle(text), text.from.1 - text.size * 0.35)).collect();
    found.retain(|at| (at.0 - near.0).abs() < 15.0 && (at.1 - near.1).abs() < 15.0);
    assert!(!found.is_empty(), "no {said} near {near:?}");
    found
}

/// What is read at `hole` on a scale below which figures stand.
fn read_across(back: &Page, scale: Point, hole: Point) -> f64 {
    let lowest = |said| {
        let figures = figures(back, said, scale).into_iter();
        figures.max_by(|a, b| a.1.total_cmp(&b.1)).expect(said).0
    };
    let (zero, two) = (lowest("0"), lowest("2"));
    (hole.0 - zero) / (two - zero) * 2.0
}

/// What is read at `hole` on a scale left of which figures stand.
fn read_down(back: &Page, scale: Point, hole: Point) -> f64 {
    let leftmost = |said| {
        let figures = figures(back, said, scale).into_iter();
        figures.min_by(|a, b| a.0.total_cmp(&b.0)).expect(said).1
    };
    let (zero, two) = (leftmost("0"), leftmost("2"));
    (hole.1 - zero) / (two - zero) * 2.0
}

#[test]
fn the_numbers_that_the_test_sheet_shows_are_those_that_make_it_good() {
    // A printer that prints backs 3 mm too far to the left, 2 mm too low, turned by half a
    // degree counter-clockwise. Read off, the numbers are 3, −2 and 0.5.
    let needed = (3.0, -2.0, 0.5_f64);
    for (paper, duplex) in [
        (Paper::a4(), Duplex::LongEdge),
        (Paper::a4(), Duplex::ShortEdge),
        (Paper::letter().landscape(), Duplex::LongEdge),
    ] {
        let (_, pages) = test_sheet(paper, duplex, Offset::default());
        let [front, back] = &pages[..] else { panic!() };
        let [upper, middle, lower] = crosses(front)[..] else { panic!("three crosses") };
        let landscape = front.width > front.height;
        let upright = landscape == (duplex == Duplex::ShortEdge);
        // Where a cross of the front shows on the page of the back, as the file has it: the
        // printer laid down that page's content moved by the reverse of what is needed.
        let shows = |at: Point| {
            let (x, y) = if upright {
                (front.width - at.0, at.1)
            } else {
                (at.0, front.height - at.1)
            };
            let (sin, cos) = needed.2.to_radians().sin_cos();
            let (x, y) = (x - middle.0, y - middle.1);
            (
                middle.0 + needed.0 + x * cos - y * sin,
                middle.1 + needed.1 + x * sin + y * cos,
            )
        };
        let hole = shows(middle);
        let (across, down) =
            (read_across(back, middle, hole), read_down(back, middle, hole));
        assert!((across - needed.0).abs() < 0.05, "{across}, not {}", needed.0);
        assert!((down - needed.1).abs() < 0.05, "{down}, not {}", needed.1);
        // Degrees are the mean of both scales. Which cross of the front comes to lie on
        // which scale is up to the hinge.
        let (on_a, on_b) = if upright {
            (shows(upper), shows(lower))
        } else {
            (shows(lower), shows(upper))
        };
        let read =
            f64::midpoint(read_across(back, upper, on_a), read_across(back, lower, on_b));
        assert!((read - needed.2).abs() < 0.02, "{read}, not {}", needed.2);
    }
}

#[test]
fn a_test_sheet_that_is_moved_shows_nothing_where_the_offset_is_right() {
    let (right, down) = (Length::mm(3.0), Length::mm(-2.0));
    let moved = Offset { right, down, turn: 500 };
    let (_, plain) = test_sheet(Paper::a4(), Duplex::LongEdge, Offset::default());
    let (_, pages) = test_sheet(Paper::a4(), Duplex::LongEdge, moved);
    let ruler = |page: &Page| {
        let length = |line: &Line| (line.to.0 - line.from.0).abs();
        let longest = page.lines.iter().max_by(|a, b| length(a).total_cmp(&length(b)));
        longest.expect("a ruler").from
    };
    let (before, after) = (ruler(&plain[1]), ruler(&pages[1]));
    let (sin, cos) = 0.5_f64.to_radians().sin_cos();
    let (x, y) = (before.0 - 105.0, before.1 - 148.5);
    let expected = (105.0 + 3.0 + x * cos - y * sin, 148.5 - 2.0 + x * sin + y * cos);
    assert!((after.0 - expected.0).abs() < 0.01 && (after.1 - expected.1).abs() < 0.01);
    assert_eq!(ruler(&plain[0]), ruler(&pages[0]));
}

#[test]
fn the_words_of_the_test_sheet_are_text_and_its_scales_are_not() {
    let (bytes, _) = test_sheet(Paper::a4(), Duplex::LongEdge, Offset::default());
    let dump = pdf_tree::dump(&bytes);
    assert!(dump.contains("H1 \"Test sheet for both sides: front\""), "{dump}");
    assert!(dump.contains("--back-offset"), "{dump}");
    assert!(!dump.contains("\"DX\"") && !dump.contains("\"−8\""), "{dump}");
}
