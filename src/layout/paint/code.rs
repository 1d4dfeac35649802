//! Lines of code: what is left of one that is too long stands below its beginning, behind a sign.
//!
//! The sign is drawn, not written: it is no part of the program, and whoever searches or copies
//! the lines must not find it in them.

use super::Painter;
use crate::frame::{Frame, FrameItem};
use crate::layout::galley::{CodeLine, TURN, lead_of};
use crate::text::Shaped;
use crate::theme;
use crate::units::{Em, Length, Point};

/// Where the sign's strokes begin and end, in thousandths of the em to the right and up: a hook,
/// from its upper end, and the head of the arrow that it becomes.
const HOOK: [(i64, i64); 7] =
    [(380, 610), (200, 610), (91, 565), (45, 455), (91, 345), (200, 300), (740, 300)];
const HEAD: [(i64, i64); 3] = [(590, 445), (740, 300), (590, 155)];
/// How thick they are.
const STROKE: Em = Em::thousandths(65);

impl Painter<'_> {
    /// Draws a line of a block, its baseline beginning at `at`.
    pub(super) fn code_line(
        &self,
        code: &CodeLine,
        lines: &[Shaped],
        at: Point,
        out: &mut Frame,
    ) {
        let size = self.setting.size;
        let whole = &lines[code.source];
        let mut at = at;
        if code.wrapped {
            at.x += lead_of(whole, self.setting.measure_em()).at(size);
            turn(at, size, out);
            at.x += TURN.at(size);
        }
        self.pen().code(whole, code, at, out);
    }
}

/// Draws the sign on a baseline.
fn turn(at: Point, size: Length, out: &mut Frame) {
    let place = |(x, up): (i64, i64)| {
        let [x, up] = [x, up].map(|part| Em::thousandths(part).at(size));
        Point::new(at.x + x, at.y - up)
    };
    let strokes = HOOK.windows(2).chain(HEAD.windows(2));
    for ends in strokes {
        let (from, end) = (place(ends[0]), place(ends[1]));
        let to = Point::new(end.x - from.x, end.y - from.y);
        let (thickness, color) = (STROKE.at(size), theme::QUIET);
        out.push(from, FrameItem::Line { to, thickness, color, dash: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_is_seen_on_its_ground_and_is_no_text() {
        let mut out = Frame::default();
        turn(Point::default(), Length::pt(8.0), &mut out);
        assert_eq!(out.items.len(), 8);
        for (at, item) in out.items {
            let FrameItem::Line { to, color, .. } = item else { panic!("{item:?}") };
            assert!(theme::contrast(theme::CODE_BAND, color) >= 4.5);
            for point in [at, at + to] {
                assert!(point.x >= Length::ZERO && point.x < TURN.at(Length::pt(8.0)));
                assert!(point.y <= Length::ZERO && point.y > -Length::pt(8.0));
            }
        }
    }
}
