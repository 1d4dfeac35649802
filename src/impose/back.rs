//! How a page of backs is turned and moved so that it comes to lie behind its fronts.

use std::sync::Arc;

use super::duplex::Duplex;
use crate::frame::{Frame, FrameItem};
use crate::units::{Length, Point, Size};

/// How far a page is moved, as seen when the page is seen as it is in the file.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Offset {
    /// To the right.
    pub right: Length,
    /// Down.
    pub down: Length,
    /// Clockwise about the middle of the sheet, in thousandths of a degree.
    pub turn: i32,
}

/// The angle of a thousandth of a degree, in ten thousand millionths.
const MILLIDEGREE: i64 = 174_533;

impl Offset {
    /// How far at most it moves what is on a sheet of this size, across and down.
    pub(super) fn reach(self, paper: Size) -> Size {
        let abs = |length: Length| length.max(-length);
        // A small turn moves what is above or below the middle sideways, by the angle.
        let angle = i64::from(self.turn.abs()) * MILLIDEGREE;
        let swing = |edge: Length| (edge / 2).fraction(angle, 10_000_000_000);
        Size::new(
            abs(self.right) + swing(paper.height),
            abs(self.down) + swing(paper.width),
        )
    }
}

/// A page of backs that are laid out as if the sheet were turned about an upright edge,
/// made ready for the edge that it is turned about, and moved.
pub(super) fn turned_back(page: Frame, duplex: Duplex, offset: Offset) -> Frame {
    let landscape = page.size.width > page.size.height;
    let upright_hinge = landscape == (duplex == Duplex::ShortEdge);
    let turn = if upright_hinge { 0 } else { 180_000 };
    moved(page, Offset { turn: turn + offset.turn, ..offset })
}

/// A page as large whose content is turned about its middle, then moved.
pub(crate) fn moved(page: Frame, offset: Offset) -> Frame {
    if offset == Offset::default() {
        return page;
    }
    let size = page.size;
    let middle = Point::new(size.width / 2, size.height / 2);
    let group = |frame: Frame, turn| {
        let frame = Arc::new(frame);
        FrameItem::Group { frame, turn, clip: false, page: None }
    };
    let mut arm = Frame::new(size);
    arm.push(Point::new(-middle.x, -middle.y), group(page, 0));
    let mut moved = Frame::new(size);
    let at = middle + Point::new(offset.right, offset.down);
    moved.push(at, group(arm, offset.turn));
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::Paper;

    /// The turn of a page of backs, if it is turned.
    fn turn(paper: Paper, duplex: Duplex) -> Option<i32> {
        let page = turned_back(Frame::new(paper.size()), duplex, Offset::default());
        page.items.first().map(|(_, item)| match item {
            FrameItem::Group { turn, .. } => *turn,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn backs_stand_on_their_heads_where_a_level_edge_is_the_hinge() {
        let (upright, across) = (Paper::a4(), Paper::a4().landscape());
        assert_eq!(turn(upright, Duplex::LongEdge), None);
        assert_eq!(turn(upright, Duplex::Manual), None);
        assert_eq!(turn(upright, Duplex::ShortEdge), Some(180_000));
        assert_eq!(turn(across, Duplex::LongEdge), Some(180_000));
        assert_eq!(turn(across, Duplex::Manual), Some(180_000));
        assert_eq!(turn(across, Duplex::ShortEdge), None);
    }

    #[test]
    fn an_offset_reaches_as_far_as_its_corners_go() {
        let one = Length::mm(1.0);
        let offset = Offset { right: -one, down: one * 2, turn: -1000 };
        let reach = offset.reach(Paper::a4().size());
        // Half of 297 mm and half of 210 mm, times the angle of one degree.
        assert!((reach.width.to_mm() - (1.0 + 2.592)).abs() < 0.001, "{reach:?}");
        assert!((reach.height.to_mm() - (2.0 + 1.833)).abs() < 0.001, "{reach:?}");
    }
}
