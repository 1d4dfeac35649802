//! Pages for a pocket booklet: eight on one side of one sheet, which is folded into eight and
//! cut once in its middle.
//!
//! The sheet lies across, four pages by two; the upper row stands on its head:
//!
//! ```text
//! ┌─────┬─────┬─────┬─────┐
//! │  ς  │  ϝ  │  Ɛ  │  Շ  │    5 4 3 2, on their heads
//! ├─────┼━━━━━┿━━━━━┼─────┤    cut between the second and the fourth fold
//! │  6  │  7  │  8  │  1  │
//! └─────┴─────┴─────┴─────┘
//! ```
//!
//! Folded lengthwise, print outside, the upper row hangs upright behind the lower one. When
//! the two ends are pushed together, the cut opens, and the pages stand as a cross of four
//! leaves seen from above: the right end is a leaf of 1 and, behind it, 2; the middle of what
//! was behind is a leaf of 3 and 4; the left end one of 5 and 6; the middle of what was in
//! front one of 7 and 8. Round the cross, 2 and 3 face each other, as do 4 and 5, 6 and 7;
//! between 8 and 1 the booklet is closed.
//!
//! What is read from right to left has its spine at the right: the columns change places.

use super::guides::{FOLD_PT, MARK_FROM_MM, MARK_MM, stroke};
use super::side::{Side, shared};
use crate::frame::{Frame, Page};
use crate::units::{Length, Point, Size};

/// So many pages are on a sheet.
pub(super) const PAGES: usize = 8;
const COLUMNS: i64 = 4;

/// The size of a page on a sheet of paper that lies across.
pub(super) fn page_size(paper: Size) -> Size {
    Size::new(paper.width / COLUMNS, paper.height / 2)
}

/// A panel of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Panel {
    /// From the left.
    column: i64,
    /// Whether it is in the upper row, where pages stand on their heads.
    upper: bool,
}

/// Where the page of a number is, counted from 0, in what is read from left to right:
/// against the clock, from the lower right.
const fn panel(number: usize) -> Panel {
    match number {
        0 => Panel { column: 3, upper: false },
        1..=4 => Panel { column: 4 - number as i64, upper: true },
        _ => Panel { column: number as i64 - 5, upper: false },
    }
}

/// The side with the pages, at most [`PAGES`].
pub(super) fn side(paper: Size, pages: Vec<Page>, right_to_left: bool) -> Side {
    let pages = shared(pages);
    let label = match pages.len() {
        0 | 1 => "1".to_owned(),
        more => format!("1–{more}"),
    };
    let mut side = Side::new(paper, label);
    let Size { width, height } = page_size(paper);
    for number in 0..pages.len().min(PAGES) {
        let Panel { column, upper } = panel(number);
        let column = if right_to_left { COLUMNS - 1 - column } else { column };
        // The corner that is upper left as the page is read: of one that stands on its
        // head, the lower right of its panel.
        let (right, turn) = if upper { (1, 180_000) } else { (0, 0) };
        side.put(&pages, number, Point::new(width * (column + right), height), turn);
    }
    marks(paper, &mut side.frame);
    side
}

/// Where to fold, at the paper's edges; and from the first upright fold to the last, the
/// cut, with scissors at its beginning.
fn marks(paper: Size, side: &mut Frame) {
    let Size { width, height } = page_size(paper);
    let (edge, mark) = (Length::mm(MARK_FROM_MM), Length::mm(MARK_MM));
    let ends = |length: Length| [edge, length - edge - mark];
    for column in 1..COLUMNS {
        for y in ends(paper.height) {
            let from = Point::new(width * column, y);
            stroke(from, from + Point::new(Length::ZERO, mark), Some(FOLD_PT), side);
        }
    }
    for x in ends(paper.width) {
        let from = Point::new(x, height);
        stroke(from, from + Point::new(mark, Length::ZERO), Some(FOLD_PT), side);
    }
    let from = Point::new(width, height);
    stroke(from, Point::new(width * (COLUMNS - 1), height), None, side);
    scissors(from, side);
}

/// Strokes of scissors that cut to the right, in tenths of a millimetre from the cut's
/// beginning: two blades with the arms that they end in, and the rings of these.
const BLADES: [[(i64, i64); 2]; 2] = [[(60, -6), (22, 6)], [(60, 6), (22, -6)]];
const RINGS: [(i64, i64); 2] = [(15, 9), (15, -9)];
/// A ring: the corners of an octagon around its middle.
const RING: [(i64, i64); 8] =
    [(8, 3), (3, 8), (-3, 8), (-8, 3), (-8, -3), (-3, -8), (3, -8), (8, -3)];

fn scissors(at: Point, side: &mut Frame) {
    let place = |(x, y): (i64, i64)| {
        let tenths = |n: i64| Length::mm(n as f64 / 10.0);
        at + Point::new(tenths(x), tenths(y))
    };
    for [tip, end] in BLADES {
        stroke(place(tip), place(end), None, side);
    }
    for (x, y) in RINGS {
        let corner = |n: usize| {
            let (right, down) = RING[n % RING.len()];
            place((x + right, y + down))
        };
        for n in 0..RING.len() {
            stroke(corner(n), corner(n + 1), None, side);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A leaf of the cross that the sheet is folded to, seen from above: which way it
    /// points from the spine, in quarters of a turn against the clock from the right.
    type Arm = usize;

    /// Which arm a panel stands in, and on which side of it, in quarters of a turn the way
    /// that it looks; found by folding, not by a table.
    fn folded(panel: Panel) -> (Arm, usize) {
        // Folded lengthwise: the lower row looks to the front (3), the upper one to the back
        // (1). The ends stay where they are, and the middle of each row is drawn out to a leaf
        // that points the way that the row looks.
        let looks = if panel.upper { 1 } else { 3 };
        match panel.column {
            0 => (2, looks),
            3 => (0, looks),
            // The half of the leaf nearer to an end looks to that end.
            1 => (looks, 2),
            _ => (looks, 0),
        }
    }

    #[test]
    fn pages_that_are_read_together_face_each_other_when_the_sheet_is_folded() {
        let of = |number: usize| folded(panel(number));
        for (left, right) in [(1, 2), (3, 4), (5, 6), (7, 0)] {
            let ((left_arm, left_looks), (right_arm, right_looks)) =
                (of(left), of(right));
            // One who looks at the spine from between two leaves has at the right the one
            // that is next against the clock; each page looks the way that the other's leaf
            // points.
            assert_eq!((right_arm + 4 - left_arm) % 4, 1, "{left} and {right}");
            assert_eq!((left_looks, right_looks), (right_arm, left_arm));
        }
        for (front, back) in [(0, 1), (2, 3), (4, 5), (6, 7)] {
            let ((arm, looks), (behind, looks_behind)) = (of(front), of(back));
            assert_eq!((arm, (looks + 2) % 4), (behind, looks_behind), "{front}, {back}");
        }
    }

    #[test]
    fn every_panel_has_its_page() {
        let mut panels: Vec<_> =
            (0..PAGES).map(panel).map(|panel| (panel.upper, panel.column)).collect();
        panels.sort_unstable();
        let all = [false, true].map(|upper| (0..COLUMNS).map(move |c| (upper, c)));
        assert!(panels.into_iter().eq(all.into_iter().flatten()));
    }
}
