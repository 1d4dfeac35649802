//! The colour at a card's edge, where stock has gutters for it to bleed into.
//!
//! A pile of cards shows the sections at its edge then. Where cards touch there is no
//! colour: a cut that is off by a millimetre would leave it on the neighbour.

use crate::frame::{Color, Frame, FrameItem};
use crate::units::{Length, Point, Size};

use super::grid::Grid;

/// How wide the colour is on the card.
const EDGE_MM: f64 = 2.0;
/// How far it reaches beyond the edge, where the gutter is wide enough: what printers ask for.
const BLEED_MM: f64 = 3.0;

/// Draws the colour along the left edge of the card at `corner`, on a front.
pub(super) fn draw(grid: &Grid, corner: Point, color: Color, page: &mut Frame) {
    let Size { width: across, height: down } = grid.gutter();
    if across <= Length::ZERO {
        return;
    }
    // Two cards share a gutter.
    let bleed = |gutter: Length| (gutter / 2).min(Length::mm(BLEED_MM)).max(Length::ZERO);
    let at = Point::new(corner.x - bleed(across), corner.y - bleed(down));
    let width = Length::mm(EDGE_MM) + bleed(across);
    let height = grid.card().height + bleed(down) * 2;
    page.push(at, FrameItem::Rect { size: Size::new(width, height), fill: color });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impose::Stock;

    #[test]
    fn colour_reaches_half_a_gutter_beyond_the_edge_and_only_where_there_is_one() {
        for (name, left, top) in
            [("8373", 3.0, 3.0), ("C32011", 3.0, 0.0), ("C32015", 3.0, 3.0)]
        {
            let grid = Stock::named(name).expect("known").grid();
            let mut page = Frame::default();
            let corner = grid.front(0);
            draw(&grid, corner, Color::BLACK, &mut page);
            let [(at, FrameItem::Rect { size, .. })] = &page.items[..] else {
                panic!("{name}: one piece of colour")
            };
            for (length, mm) in [
                (corner.x - at.x, left),
                (corner.y - at.y, top),
                (size.height - grid.card().height, top * 2.0),
            ] {
                assert!((length.to_mm() - mm).abs() < 1e-2, "{name}: {mm}");
            }
        }
        for name in ["5388", "5371", "A7-printable"] {
            let grid = Stock::named(name).expect("known").grid();
            let mut page = Frame::default();
            draw(&grid, grid.front(0), Color::BLACK, &mut page);
            assert!(page.items.is_empty(), "{name}: cards touch");
        }
    }
}
