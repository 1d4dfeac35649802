//! Cards onto sheets: which slot, which side, and where to cut.
//!
//! A card's side is an opaque frame here: it is placed, turned and clipped, never looked
//! into.
//!
//! Where the sheet is turned about an upright edge, the back of the card in row `r`,
//! column `c` lies in row `r`, column `C − 1 − c`. Where it is turned about a level edge,
//! that same page of backs is turned upside down: one layout and one turn serve all four
//! cases of paper and edge.

use std::sync::Arc;

use crate::frame::{Color, Frame, FrameItem, Page};
use crate::paper::Paper;
use crate::units::{Length, Point, Size};

/// Slots for cards on a sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// The sheet.
    pub paper: Paper,
    /// How many slots across.
    pub columns: usize,
    /// How many slots down.
    pub rows: usize,
    /// The upper left corner of the first slot.
    pub origin: Point,
    /// A card.
    pub card: Size,
}

/// The edge that the printer turns a sheet about.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Duplex {
    /// The longer one.
    #[default]
    LongEdge,
    /// The shorter one.
    ShortEdge,
}

/// What home printers leave white along each edge.
const UNPRINTED_MM: f64 = 5.0;
/// The card that a printable grid comes nearest to: a little less than A7.
const CARD_MM: (f64, f64) = (100.0, 71.75);
/// A hairline that every printer shows.
const CUT_PT: f64 = 0.4;
const CUT_INK: Color = Color::rgb(0x8c_8c8c);

impl Grid {
    /// Cards of about A7 that fill what a home printer reaches of the paper: eight of
    /// 100 × 71.75 mm on A4.
    pub fn printable(paper: Paper) -> Self {
        let margin = Length::mm(UNPRINTED_MM);
        let Size { width, height } = paper.size();
        let (width, height) = (width - margin * 2, height - margin * 2);
        let count =
            |room: Length, card: f64| ((room.to_mm() / card).round() as usize).max(1);
        let (columns, rows) = (count(width, CARD_MM.0), count(height, CARD_MM.1));
        let card = Size::new(width / columns as i64, height / rows as i64);
        Self { paper, columns, rows, origin: Point::new(margin, margin), card }
    }

    /// How many cards a sheet has.
    pub const fn slots(&self) -> usize {
        self.columns * self.rows
    }

    /// The upper left corner of the slot of the `n`th card of a sheet, on the front.
    pub fn front(&self, n: usize) -> Point {
        self.corner(n / self.columns, n % self.columns)
    }

    /// The same, on a back that is turned about an upright edge.
    pub fn back(&self, n: usize) -> Point {
        let (row, column) = (n / self.columns, n % self.columns);
        let front = self.corner(row, column);
        // Seen from behind, right is left: measured from the other edge of the paper.
        Point::new(self.paper.size().width - front.x - self.card.width, front.y)
    }

    fn corner(&self, row: usize, column: usize) -> Point {
        let x = self.origin.x + self.card.width * column as i64;
        Point::new(x, self.origin.y + self.card.height * row as i64)
    }
}

/// A card's two sides.
pub type Sides = (Arc<Frame>, Arc<Frame>);

/// Sheets of cards: a page of fronts, then the page of their backs, and so on. The last
/// sheet keeps its empty slots.
pub fn impose(cards: &[Sides], grid: &Grid, duplex: Duplex) -> Vec<Page> {
    let upright = grid.paper.is_landscape() == (duplex == Duplex::ShortEdge);
    let mut pages = Vec::new();
    for sheet in cards.chunks(grid.slots()) {
        let mut front = Frame::new(grid.paper.size());
        let mut back = Frame::new(grid.paper.size());
        for (n, (question, answer)) in sheet.iter().enumerate() {
            front.push(grid.front(n), group(question));
            back.push(grid.back(n), group(answer));
        }
        cut_lines(grid, &mut front);
        pages.push(Page { frame: front });
        pages.push(Page { frame: if upright { back } else { upside_down(back) } });
    }
    pages
}

fn group(frame: &Arc<Frame>) -> FrameItem {
    FrameItem::Group { frame: Arc::clone(frame), turn: 0, clip: true }
}

fn upside_down(frame: Frame) -> Frame {
    let size = frame.size;
    let mut turned = Frame::new(size);
    let group = FrameItem::Group { frame: Arc::new(frame), turn: 180_000, clip: false };
    turned.push(Point::new(size.width, size.height), group);
    turned
}

/// Broken lines from edge to edge, on the front only: fronts and backs of a home printer
/// lie a millimetre or more apart, and only one of them can be cut by.
fn cut_lines(grid: &Grid, page: &mut Frame) {
    let Size { width, height } = grid.paper.size();
    let line = |to| FrameItem::Line {
        to,
        thickness: Length::pt(CUT_PT),
        color: CUT_INK,
        dash: Some((Length::pt(3.0), Length::pt(3.0))),
    };
    for column in 0..=grid.columns {
        let x = grid.origin.x + grid.card.width * column as i64;
        page.push(Point::new(x, Length::ZERO), line(Point::new(Length::ZERO, height)));
    }
    for row in 0..=grid.rows {
        let y = grid.origin.y + grid.card.height * row as i64;
        page.push(Point::new(Length::ZERO, y), line(Point::new(width, Length::ZERO)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a4_holds_eight_cards_of_100_by_71_75_mm() {
        let grid = Grid::printable(Paper::a4());
        assert_eq!((grid.columns, grid.rows), (2, 4));
        assert!((grid.card.width.to_mm() - 100.0).abs() < 1e-3);
        assert!((grid.card.height.to_mm() - 71.75).abs() < 1e-3);
    }

    #[test]
    fn a_back_lies_behind_its_front() {
        for paper in [Paper::a4(), Paper::letter(), Paper::a4().landscape()] {
            let grid = Grid::printable(paper);
            for n in 0..grid.slots() {
                let (front, back) = (grid.front(n), grid.back(n));
                assert_eq!(front.y, back.y);
                assert_eq!(front.x + back.x + grid.card.width, paper.size().width);
            }
        }
    }

    #[test]
    fn backs_stand_on_their_heads_where_a_level_edge_is_the_hinge() {
        let side = Arc::new(Frame::default());
        let cards = [(Arc::clone(&side), side)];
        let turned = |paper, duplex| {
            let pages = impose(&cards, &Grid::printable(paper), duplex);
            matches!(pages[1].frame.items[0].1, FrameItem::Group { turn: 180_000, .. })
        };
        assert!(!turned(Paper::a4(), Duplex::LongEdge));
        assert!(turned(Paper::a4(), Duplex::ShortEdge));
        assert!(turned(Paper::a4().landscape(), Duplex::LongEdge));
        assert!(!turned(Paper::a4().landscape(), Duplex::ShortEdge));
    }
}
