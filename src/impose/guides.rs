//! What is drawn to cut and to fold by: on fronts only, since fronts and backs of a home
//! printer lie a millimetre or more apart, and only one of them can be cut by.

use std::collections::BTreeSet;

use super::grid::Grid;
use super::slot::{Cutout, Fold, Slot};
use crate::frame::{Color, Dash, Frame, FrameItem};
use crate::units::{Length, Point, Size};

/// What is drawn to cut by.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Guides {
    /// Nothing.
    None,
    /// Broken lines from edge to edge of the paper.
    #[default]
    Lines,
    /// A small cross at each corner of a card.
    Marks,
}

/// A hairline that every printer shows.
const THICKNESS_PT: f64 = 0.4;
const INK: Color = Color::rgb(0x8c_8c8c);
/// A [`Dash`] in points.
#[derive(Clone, Copy)]
pub(super) struct DashPt {
    on: f64,
    off: f64,
}

/// Dash and gap of the lines to cut along, and of those to fold along.
const CUT_PT: DashPt = DashPt { on: 3.0, off: 3.0 };
pub(super) const FOLD_PT: DashPt = DashPt { on: 0.8, off: 2.4 };
/// From the middle of a corner's cross to the ends of its arms.
const ARM_MM: f64 = 2.5;

/// Marks of a fold begin where printers reach, and are as long as this.
pub(super) const MARK_FROM_MM: f64 = 5.0;
pub(super) const MARK_MM: f64 = 3.0;

/// Draws guides along the edges of what is cut out of the sheet.
pub(super) fn draw(guides: Guides, slots: &[Slot], grid: &Grid, page: &mut Frame) {
    match guides {
        Guides::None => return,
        Guides::Lines => lines(slots, grid.paper().size(), page),
        Guides::Marks => marks(slots, page),
    }
    for Fold { from, to } in slots.iter().filter_map(|slot| slot.fold) {
        stroke(from, to, Some(FOLD_PT), page);
    }
}

fn lines(slots: &[Slot], paper: Size, page: &mut Frame) {
    for x in edges(slots, |Cutout { corner, size }| [corner.x, corner.x + size.width]) {
        let end = |y| Point::new(x, y);
        stroke(end(Length::ZERO), end(paper.height), Some(CUT_PT), page);
    }
    for y in edges(slots, |Cutout { corner, size }| [corner.y, corner.y + size.height]) {
        let end = |x| Point::new(x, y);
        stroke(end(Length::ZERO), end(paper.width), Some(CUT_PT), page);
    }
}

/// The edges of all cutouts one way, each once.
fn edges(
    slots: &[Slot],
    of: impl Fn(Cutout) -> [Length; 2],
) -> impl Iterator<Item = Length> {
    let edges: BTreeSet<Length> = slots.iter().flat_map(|slot| of(slot.cutout)).collect();
    edges.into_iter()
}

fn marks(slots: &[Slot], page: &mut Frame) {
    let corners: BTreeSet<(Length, Length)> = slots
        .iter()
        .flat_map(|slot| {
            let Cutout { corner: at, size } = slot.cutout;
            let [right, bottom] = [at.x + size.width, at.y + size.height];
            [(at.x, at.y), (right, at.y), (at.x, bottom), (right, bottom)]
        })
        .collect();
    let arm = Length::mm(ARM_MM);
    for (x, y) in corners {
        stroke(Point::new(x - arm, y), Point::new(x + arm, y), None, page);
        stroke(Point::new(x, y - arm), Point::new(x, y + arm), None, page);
    }
}

/// A hairline from one point to another.
pub(super) fn stroke(from: Point, to: Point, dash: Option<DashPt>, page: &mut Frame) {
    let line = FrameItem::Line {
        to: Point::new(to.x - from.x, to.y - from.y),
        thickness: Length::pt(THICKNESS_PT),
        color: INK,
        dash: dash
            .map(|DashPt { on, off }| Dash { on: Length::pt(on), off: Length::pt(off) }),
    };
    page.push(from, line);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impose::{Stock, slot};

    fn drawn(guides: Guides, stock: &str) -> Frame {
        let grid = Stock::named(stock).expect(stock).grid();
        let mut page = Frame::new(grid.paper().size());
        draw(guides, &slot::back_to_back(&grid), &grid, &mut page);
        page
    }

    #[test]
    fn cards_that_touch_share_their_lines_and_crosses() {
        // Two columns and five rows: three upright lines and six level ones.
        assert_eq!(drawn(Guides::Lines, "5371").items.len(), 9);
        assert_eq!(drawn(Guides::Marks, "5371").items.len(), 3 * 6 * 2);
        assert_eq!(drawn(Guides::None, "5371").items.len(), 0);
    }

    #[test]
    fn cards_with_gutters_have_lines_at_all_their_edges() {
        assert_eq!(drawn(Guides::Lines, "8373").items.len(), 4 + 8);
        assert_eq!(drawn(Guides::Marks, "8373").items.len(), 4 * 8 * 2);
    }

    #[test]
    fn folds_are_drawn_from_edge_to_edge_of_their_pieces() {
        let grid = Stock::named("A7-printable").expect("a stock").grid();
        let mut page = Frame::new(grid.paper().size());
        draw(Guides::Lines, &slot::folded(&grid).expect("folds"), &grid, &mut page);
        // Two upright and five level lines to cut along, four short ones to fold along.
        assert_eq!(page.items.len(), 2 + 5 + 4);
        let (at, FrameItem::Line { to, .. }) = &page.items[7] else { panic!() };
        assert_eq!((at.x.to_mm().round(), to.y), (105.0, grid.card().height));
    }
}
