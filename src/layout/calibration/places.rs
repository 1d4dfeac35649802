//! Where the crosses, the ruler and the words stand on the test sheet.

use crate::units::{Length, Point, Size};

/// How long the ruler is.
pub(super) const RULER_MM: f64 = 100.0;
/// From the paper's edge to the middle of the outer crosses.
const OUTER_MM: f64 = 17.0;
/// From the middle of a cross to the nearest words.
const CLEAR_MM: f64 = 15.0;
/// From the paper's edge to words.
pub(super) const MARGIN_MM: f64 = 12.0;
/// Lines of words are no longer than this.
const MEASURE_MM: f64 = 140.0;

/// Where things are on the sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    paper: Size,
    /// The middles of the crosses.
    pub(super) a: Point,
    pub(super) b: Point,
    pub(super) c: Point,
}

impl Places {
    pub(super) fn new(paper: Size) -> Self {
        let across = paper.width / 2;
        let outer = Length::mm(OUTER_MM);
        let at = |y| Point::new(across, y);
        Self { paper, a: at(outer), b: at(paper.height - outer), c: at(paper.height / 2) }
    }

    /// From the middle to the outer crosses.
    pub(super) fn radius(&self) -> Length {
        self.c.y - self.a.y
    }

    /// Where the ruler begins: between the middle and the lower cross.
    pub(super) fn ruler(&self) -> Point {
        let x = self.c.x - Length::mm(RULER_MM) / 2;
        Point::new(x, (self.c.y + self.b.y) / 2)
    }

    /// Where words are: the upper left corner, and the room.
    pub(super) fn words(&self) -> (Point, Size) {
        let (margin, clear) = (Length::mm(MARGIN_MM), Length::mm(CLEAR_MM));
        let width = (self.paper.width - margin * 2).min(Length::mm(MEASURE_MM));
        let top = self.a.y + clear;
        let height = self.c.y - clear - top;
        (Point::new((self.paper.width - width) / 2, top), Size::new(width, height))
    }
}
