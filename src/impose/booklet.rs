//! Pages for a booklet: sheets that are laid into each other, folded in the middle and
//! stapled through the fold.
//!
//! With `N` places, four to a sheet, the outer side of sheet `s`, counted from the outermost
//! as 0, has the pages `N − 2s` and `1 + 2s`, and its inner side `2 + 2s` and `N − 1 − 2s`.
//! What is read from right to left has its spine at the right, and left and right change
//! places. Places without a page are the last ones: the booklet ends with empty pages.
//!
//! **Creep.** Each sheet lies inside the fold of the one around it, so that its own fold is
//! farther from the spine by the thickness of that sheet, and its edges stick out at the
//! front by as much. Where the front edge is trimmed, inner pages lose that from their outer
//! margin; where it is not, their text stands farther out than that of the pages around
//! them. Either way, what is printed on a sheet is moved towards the fold by what its edges
//! stick out, so that the text of all pages is one above the other.

use std::sync::Arc;

use super::back::{Offset, turned_back};
use super::duplex::Duplex;
use super::guides::{FOLD_PT, MARK_FROM_MM, MARK_MM, stroke};
use super::side::{Side, shared};
use crate::frame::{Frame, Page};
use crate::units::{Length, Point, Size};

/// How much wider the margin at the fold is than the one at the outer edge: what is bent
/// there does not lie flat.
const GUTTER_MM: f64 = 4.0;
/// How thick a sheet is: office paper of 80 g/m².
const THICKNESS_MM: f64 = 0.1;
/// A staple is a little longer than this, and covers its mark.
const STAPLE_MM: f64 = 8.0;

/// The size of the pages of a booklet on sheets of paper that lie across: half a sheet
/// without what the margin at the fold is wider.
pub(super) fn page_size(paper: Size) -> Size {
    let gutter = Length::mm(GUTTER_MM).min(paper.width / 8);
    Size::new(paper.width / 2 - gutter, paper.height)
}

/// A booklet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Booklet {
    /// The sheets, lying across.
    pub paper: Size,
    /// How sheets are turned between their sides.
    pub duplex: Duplex,
    /// Whether the spine is at the right.
    pub right_to_left: bool,
}

impl Booklet {
    /// The sides in the order in which they are printed: a sheet's outer side, its inner
    /// one, the next sheet; where a person turns the sheets, all outer sides, then all inner
    /// ones.
    pub(super) fn sides(&self, pages: Vec<Page>) -> Vec<Side> {
        let pages = shared(pages);
        let places = pages.len().next_multiple_of(4);
        let outer = |sheet: usize| [places - 1 - 2 * sheet, 2 * sheet];
        let inner = |sheet: usize| [1 + 2 * sheet, places - 2 - 2 * sheet];
        let sheets = places / 4;
        let front = |sheet| {
            let mut side = self.side(&pages, outer(sheet), sheet);
            self.marks(sheet, &mut side.frame);
            side
        };
        let back = |sheet| {
            let Side { frame, label } = self.side(&pages, inner(sheet), sheet);
            let frame = turned_back(frame, self.duplex, Offset::default());
            Side { frame, label }
        };
        if self.duplex == Duplex::Manual {
            return (0..sheets).map(front).chain((0..sheets).map(back)).collect();
        }
        (0..sheets).flat_map(|sheet| [front(sheet), back(sheet)]).collect()
    }

    /// A side with two pages, those of what is read from left to right given.
    fn side(
        &self,
        pages: &[Arc<Frame>],
        [left, right]: [usize; 2],
        sheet: usize,
    ) -> Side {
        let (left, right) =
            if self.right_to_left { (right, left) } else { (left, right) };
        let mut side = Side::new(self.paper, format!("{}, {}", left + 1, right + 1));
        let page = page_size(self.paper);
        let creep = self.creep(sheet);
        let at = |x| Point::new(x, Length::ZERO);
        side.put(pages, left, at(creep), 0);
        side.put(pages, right, at(self.paper.width - page.width - creep), 0);
        side
    }

    /// How far a sheet's pages are moved towards the fold; never over it.
    fn creep(&self, sheet: usize) -> Length {
        let gutter = self.paper.width / 2 - page_size(self.paper).width;
        (Length::mm(THICKNESS_MM) * sheet as i64).min(gutter)
    }

    /// Where to fold, at the upper and the lower edge, and on the outermost sheet where
    /// staples go: a quarter of the height from either edge.
    fn marks(&self, sheet: usize, side: &mut Frame) {
        let Size { width, height } = self.paper;
        let mut upright = |from: Length, length: f64, dash| {
            let from = Point::new(width / 2, from);
            let to = from + Point::new(Length::ZERO, Length::mm(length));
            stroke(from, to, dash, side);
        };
        let edge = Length::mm(MARK_FROM_MM);
        upright(edge, MARK_MM, Some(FOLD_PT));
        upright(height - edge - Length::mm(MARK_MM), MARK_MM, Some(FOLD_PT));
        if sheet == 0 {
            for middle in [height / 4, height - height / 4] {
                upright(middle - Length::mm(STAPLE_MM) / 2, STAPLE_MM, None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::FrameItem;
    use crate::paper::Paper;

    fn booklet() -> Booklet {
        let paper = Paper::a4().landscape().size();
        Booklet { paper, duplex: Duplex::ShortEdge, right_to_left: false }
    }

    fn sides(booklet: &Booklet, pages: usize) -> Vec<Side> {
        let page = Page { frame: Frame::new(page_size(booklet.paper)) };
        booklet.sides(vec![page; pages])
    }

    fn labels(booklet: &Booklet, pages: usize) -> Vec<String> {
        sides(booklet, pages).into_iter().map(|side| side.label).collect()
    }

    /// Where the pages of a side are, from its left edge, in millimetres.
    fn places(side: &Side) -> Vec<(usize, f64)> {
        let pages = side.frame.items.iter().filter_map(|(at, item)| match item {
            FrameItem::Group { page, .. } => Some((page.expect("a page"), at.x.to_mm())),
            _ => None,
        });
        pages.collect()
    }

    #[test]
    fn sheets_lie_in_each_other_and_empty_pages_come_last() {
        assert_eq!(labels(&booklet(), 8), ["8, 1", "2, 7", "6, 3", "4, 5"]);
        assert_eq!(labels(&booklet(), 5), ["8, 1", "2, 7", "6, 3", "4, 5"]);
        assert_eq!(labels(&booklet(), 1), ["4, 1", "2, 3"]);
        assert!(labels(&booklet(), 0).is_empty());
        let there: Vec<_> = sides(&booklet(), 5).iter().map(places).collect();
        let numbers = there.iter().map(|side| side.iter().map(|(page, _)| *page));
        let numbers: Vec<Vec<_>> = numbers.map(Iterator::collect).collect();
        assert_eq!(numbers, [vec![0], vec![1], vec![2], vec![3, 4]]);
    }

    #[test]
    fn by_hand_inner_sides_come_behind_all_outer_ones() {
        let by_hand = Booklet { duplex: Duplex::Manual, ..booklet() };
        assert_eq!(labels(&by_hand, 8), ["8, 1", "6, 3", "2, 7", "4, 5"]);
    }

    #[test]
    fn from_the_right_left_and_right_change_places() {
        let hebrew = Booklet { right_to_left: true, ..booklet() };
        assert_eq!(labels(&hebrew, 8), ["1, 8", "7, 2", "3, 6", "5, 4"]);
    }

    #[test]
    fn pages_of_inner_sheets_are_nearer_to_the_fold_and_never_over_it() {
        let sides = sides(&booklet(), 400);
        let width = page_size(booklet().paper).width.to_mm();
        for (sheet, side) in sides.iter().step_by(2).enumerate() {
            let creep = (sheet as f64 * THICKNESS_MM).min(GUTTER_MM);
            let [(_, left), (_, right)] = places(side)[..] else { panic!("two pages") };
            assert!((left - creep).abs() < 1e-3, "{sheet}: {left}");
            assert!((297.0 - width - right - creep).abs() < 1e-3, "{sheet}: {right}");
            assert!(left + width <= 148.501 && right >= 148.499, "{sheet}");
        }
    }
}
