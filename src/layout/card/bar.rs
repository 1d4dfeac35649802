//! The bar at the top of both sides: the section's tag, some words, a folio. It says again
//! what stands elsewhere, so it is furniture.

use super::{CardMaker, CardPart, bold, span};
use crate::font::Style;
use crate::frame::{Frame, FrameItem};
use crate::text::{Format, Span};
use crate::units::{Length, Point, Size};

impl CardMaker<'_, '_> {
    pub(super) fn bar(&mut self, part: &CardPart<'_>, words: &[Span], frame: &mut Frame) {
        let (at, size) = (self.corner(), self.furniture_size());
        let bar = Size::new(self.width(), self.bar_height());
        frame.push(at, FrameItem::Rect { size: bar, fill: part.hue.bar });
        let tag = Size::new(Length::mm(7.5) + self.enlarged(), self.bar_height());
        frame.push(at, FrameItem::Rect { size: tag, fill: part.hue.solid });
        let number = Format { color: part.hue.on_solid, ..bold() };
        let section = &self.document.sections[part.card.section];
        let number = self.shaper.shape(&[span(&section.number_text(), number)]);
        let words = self.shaper.shape(words);
        let pen = self.pen(size, true);
        let face = pen.fonts.face(pen.fonts.styled(Style::default()));
        let baseline = at.y + (self.bar_height() + face.cap_height().at(size)) / 2;
        let number_x = at.x + (tag.width - number.width().at(size)) / 2;
        pen.line(&number, Point::new(number_x, baseline), frame);
        let gap = Length::mm(2.0);
        let room = (bar.width - tag.width - gap * 2).in_em(size);
        let words_x = at.x + tag.width + gap;
        pen.shortened(&words, room, Point::new(words_x, baseline), frame);
    }

    pub(super) fn bar_height(&self) -> Length {
        Length::mm(5.4) + self.enlarged()
    }
}

/// From the bar to what stands below it.
pub(super) fn gap() -> Length {
    Length::mm(1.8)
}
