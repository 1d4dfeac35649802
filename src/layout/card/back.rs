//! The back of a card: the answer, or a part of it, or room to write one.

use super::fit::CardFlow;
use super::{CardMaker, CardPart, as_furniture, bar, bold, span};
use crate::frame::{Frame, FrameItem};
use crate::text::{Format, aloud};
use crate::theme;
use crate::units::{Length, Point, Size};

/// From one line to write on to the next.
const WRITING_MM: f64 = 8.0;

impl CardMaker<'_, '_> {
    pub(super) fn back(&mut self, part: &CardPart<'_>, answer: &CardFlow) -> Frame {
        let mut frame = Frame::new(self.layout.size);
        let mut words = vec![span(&label(part), bold())];
        let title =
            if part.card.cue.is_empty() { &part.card.title } else { &part.card.cue };
        words.push(span(&aloud(title), Format::default()));
        self.bar(part, &words, &mut frame);
        let at = self.corner() + Point::new(Length::ZERO, self.bar_height() + bar::gap());
        if part.index < answer.columns.len() {
            self.paint(answer, part.index, at, &mut frame);
        } else if answer.columns.is_empty() {
            self.lines_to_write_on(at, &mut frame);
        } else {
            // The question goes on, and the answer does not: its end stands behind all of it.
            let mut again = Frame::new(self.layout.size);
            self.paint(answer, answer.columns.len() - 1, at, &mut again);
            as_furniture(&mut again);
            frame.append(Point::default(), again);
        }
        frame
    }

    /// An answer that the guide does not give is the learner's to write.
    fn lines_to_write_on(&self, at: Point, frame: &mut Frame) {
        let step = Length::mm(WRITING_MM);
        let bottom = self.corner().y + self.height();
        let mut y = at.y + step;
        while y <= bottom {
            let size = Size::new(self.width(), Length::pt(0.5));
            frame.push(
                Point::new(at.x, y - size.height),
                FrameItem::Rect { size, fill: theme::RULE },
            );
            y += step;
        }
    }
}

/// `Q12`, or `Q12 · 2/3` on one of several cards, and room behind it.
fn label(part: &CardPart<'_>) -> String {
    let folio = match part.count {
        1 => String::new(),
        count => format!("{}/{count}", part.index + 1),
    };
    let parts = [part.card.label.as_str(), &folio].into_iter();
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    match parts.join(" · ") {
        empty if empty.is_empty() => empty,
        label => label + "\u{2002}",
    }
}
