//! A frame left for right: pages of what is read from right to left are laid out from their
//! leading edge like all others, and mirrored when they are done.

use super::{Frame, FrameItem};
use crate::units::{Length, Point, Size};

impl Frame {
    /// Moves each item to where a mirror between the edges `left` and `right` shows it. The
    /// items stay as they are: glyphs and pictures are not turned over. A place that links
    /// lead to is no wider than a point.
    pub fn mirror(&mut self, left: Length, right: Length) {
        for (at, item) in &mut self.items {
            let width = match item {
                FrameItem::Text(run) => run.width(),
                FrameItem::Rect { size, .. }
                | FrameItem::Image { size, .. }
                | FrameItem::Link { size, .. } => size.width,
                FrameItem::Line { to, .. } => {
                    to.x = -to.x;
                    Length::ZERO
                }
                FrameItem::Anchor(_) => Length::ZERO,
                FrameItem::Group { frame, turn, .. } => width_from(frame.size, *turn),
            };
            at.x = left + right - at.x - width;
        }
    }

    /// The same between the frame's own edges.
    pub fn mirror_all(&mut self) {
        self.mirror(Length::ZERO, self.size.width);
    }
}

/// How far right of its point a group reaches that is turned by quarters, less how far left.
fn width_from(size: Size, turn: i32) -> Length {
    let Point { x, .. } = match turn.rem_euclid(360_000) / 90_000 {
        0 => Point::new(size.width, size.height),
        1 => Point::new(-size.height, size.width),
        2 => Point::new(-size.width, -size.height),
        _ => Point::new(size.height, -size.width),
    };
    x
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::frame::Color;

    fn places(turn: i32) -> Vec<f64> {
        let size = |width, height| Size::new(Length::pt(width), Length::pt(height));
        let mut frame = Frame::new(size(100.0, 50.0));
        let at = Point::new(Length::pt(10.0), Length::pt(5.0));
        let fill = Color::BLACK;
        frame.push(at, FrameItem::Rect { size: size(20.0, 2.0), fill });
        let inner = Arc::new(Frame::new(size(30.0, 8.0)));
        frame.push(at, FrameItem::Group { frame: inner, turn, clip: false, page: None });
        frame.push(at, FrameItem::Anchor("a".to_owned()));
        frame.mirror_all();
        frame.items.iter().map(|(at, _)| at.x.to_pt()).collect()
    }

    #[test]
    fn items_stand_as_far_from_the_other_edge() {
        assert_eq!(places(0), [70.0, 60.0, 90.0]);
    }

    #[test]
    fn so_do_groups_on_their_heads_and_on_their_sides() {
        assert_eq!(places(180_000), [70.0, 120.0, 90.0]);
        assert_eq!(places(90_000), [70.0, 98.0, 90.0]);
        assert_eq!(places(-90_000), [70.0, 82.0, 90.0]);
    }

    #[test]
    fn twice_is_not_at_all() {
        let size = Size::new(Length::pt(100.0), Length::pt(50.0));
        let mut frame = Frame::new(size);
        let to = Point::new(Length::pt(30.0), Length::pt(3.0));
        let line = FrameItem::Line {
            to,
            thickness: Length::pt(1.0),
            color: Color::BLACK,
            dash: None,
        };
        frame.push(Point::new(Length::pt(7.0), Length::ZERO), line);
        let before = frame.clone();
        frame.mirror_all();
        assert_ne!(frame, before);
        frame.mirror_all();
        assert_eq!(frame, before);
    }
}
