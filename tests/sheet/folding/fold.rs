//! Printed sheets, folded: what is on each page of the booklet that comes of it, in the order
//! in which it is leafed through. Found by moving every point of the paper the way a hand
//! does, not by a table of numbers.

use crate::support::ink::{Page, Point, Text};

/// A printed point of the paper, on the page that it becomes a part of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The page, counted from 0 as it is leafed through.
    pub page: usize,
    /// From its upper left corner as it is read, in millimetres.
    pub at: Point,
}

/// Takes a point of a side of a sheet to the page that it is on.
pub type Fold<'a> = &'a dyn Fn(usize, Point) -> Spot;

/// How a sheet comes out of the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// About an edge that stands upright as its front is read.
    AboutUprightEdge,
    /// About a level one.
    AboutLevelEdge,
}

/// A pile of sheets that lie across, folded in the middle.
#[derive(Debug, Clone, Copy)]
pub struct Pile {
    pub paper: (f64, f64),
    pub sheets: usize,
    pub turned: Turned,
    /// Whether it is leafed through from the right.
    pub right_to_left: bool,
}

impl Pile {
    /// Where a point of a sheet's front is, or of its back; sheets are counted from the
    /// outermost.
    pub fn spot(&self, sheet: usize, is_back: bool, (x, y): Point) -> Spot {
        let (width, height) = self.paper;
        let half = width / 2.0;
        // As seen from the front, through the paper.
        let (x, y) = match (is_back, self.turned) {
            (false, _) => (x, y),
            (true, Turned::AboutUprightEdge) => (width - x, y),
            (true, Turned::AboutLevelEdge) => (x, height - y),
        };
        // Folded, the fronts are outside. The leaf that is opened first is the right half of
        // the outermost sheet where the spine is at the left.
        let opens_first = (x >= half) != self.right_to_left;
        let leaf = if opens_first { sheet } else { 2 * self.sheets - 1 - sheet };
        // Of leaves before the middle the front of the paper is read first.
        let is_second = is_back == opens_first;
        // From the edge at the left of whoever looks at that side.
        let seen = if is_back { width - x } else { x };
        let at = (if seen >= half { seen - half } else { seen }, y);
        Spot { page: 2 * leaf + usize::from(is_second), at }
    }
}

/// A sheet that lies across, of four panels by two, folded lengthwise with the print outside,
/// cut between the first upright fold and the last, and pushed together to a cross.
#[derive(Debug, Clone, Copy)]
pub struct Pocket {
    pub paper: (f64, f64),
    pub right_to_left: bool,
}

/// A direction seen from above: x to the right, y to the back.
type Direction = (i32, i32);

/// Turned by a quarter with the clock, seen from above.
fn with_clock((x, y): Direction) -> Direction {
    (y, -x)
}

impl Pocket {
    pub fn spot(&self, (x, y): Point) -> Spot {
        let (width, height) = (self.paper.0 / 4.0, self.paper.1 / 2.0);
        let column = (x / width).floor().clamp(0.0, 3.0);
        let upper = y < height;
        // How far below the fold; the upper row hangs behind the lower one.
        let down = (y - height).abs();
        // The way that the strip of paper goes there from the left to the right, after it is
        // pushed together: to the middle, out, back, and on.
        let out = if upper { (0, 1) } else { (0, -1) };
        let back = (-out.0, -out.1);
        let along = [(1, 0), out, back, (1, 0)][column as usize];
        // From the middle of the cross, and which way.
        let within = x - column * width;
        let goes_out = matches!(column as usize, 1 | 3);
        let from_spine = if goes_out { within } else { width - within };
        let arm = if goes_out { along } else { (-along.0, -along.1) };
        // The print of the lower row looks to the right hand of one who walks along the
        // strip, that of the upper row to the left hand.
        let right_hand = with_clock(along);
        let looks = if upper { (-right_hand.0, -right_hand.1) } else { right_hand };
        // Who looks at it has at the right hand what is with the clock of where it looks to,
        // and once more as far.
        let looked = (-looks.0, -looks.1);
        let is_right_page = with_clock(looked) == arm;
        let at = if is_right_page { from_spine } else { width - from_spine };
        // The leaves follow one another round the cross, against the clock, as one leafs.
        let quarters = [(1, 0), (0, 1), (-1, 0), (0, -1)];
        let turn = quarters.iter().position(|one| *one == arm).expect("an arm");
        let leaf = if self.right_to_left { (4 + 2 - turn) % 4 } else { turn };
        let is_second = is_right_page == self.right_to_left;
        Spot { page: 2 * leaf + usize::from(is_second), at: (at, down) }
    }
}

/// The texts of sides, page by page, each as it is read there.
pub fn pages(sides: &[Page], count: usize, fold: Fold<'_>) -> Vec<Vec<Text>> {
    let mut pages = vec![Vec::new(); count];
    for (side, page) in sides.iter().enumerate() {
        for text in &page.texts {
            let Spot { page, at: from } = fold(side, text.from);
            // The ends of a run lie on one page.
            let way = |(x, y): Point| {
                let near = (text.from.0 + x * 1e-3, text.from.1 + y * 1e-3);
                let Spot { page: same, at } = fold(side, near);
                assert_eq!(page, same, "{text:?}");
                ((at.0 - from.0) * 1e3, (at.1 - from.1) * 1e3)
            };
            let up = way(text.up);
            let along = way((text.to.0 - text.from.0, text.to.1 - text.from.1));
            let to = (from.0 + along.0, from.1 + along.1);
            pages[page].push(Text { from, to, up, ..text.clone() });
        }
    }
    pages
}
