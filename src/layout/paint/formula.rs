//! Parts of formulas: glyphs and rules at their places.

use super::text::Pen;
use crate::frame::{Frame, FrameItem, Said, TextRun};
use crate::text::{FormulaBox, Piece, Run, Shaped};
use crate::units::{Em, Length, Point, Size};

impl Pen<'_> {
    /// A part of a formula, drawn from its left end on its baseline, in a frame as wide as it.
    ///
    /// Its first glyphs say all of it, on one line as it is read; what its pieces say one by one,
    /// above and below each other, nobody could make sense of.
    pub(super) fn part(&self, text: &Shaped, run: &Run, part: &FormulaBox) -> Frame {
        let size = run.format.scale.at(self.size);
        let width = part.width.at(size);
        let mut frame = Frame::new(Size::new(width, Length::ZERO));
        // On a page that is mirrored when it is done, a formula is not.
        let place = |x: Em, y: Em, wide: Length| {
            let x = x.at(size);
            let x = if self.mirrored { width - x - wide } else { x };
            Point::new(x, Length::ZERO - y.at(size))
        };
        let said = text.text.get(run.bytes.clone()).unwrap_or_default();
        let mut words = Some(said.to_owned());
        for piece in &part.pieces {
            let color = |own: Option<_>| self.color.or(own).unwrap_or(run.format.color);
            match piece {
                Piece::Glyphs { x, y, face, scale, glyphs, text, color: own } => {
                    let said = (!self.furniture && !text.is_empty())
                        .then(|| Said { bytes: 0..text.len(), words: words.take() });
                    let run = TextRun {
                        face: *face,
                        size: scale.at(size),
                        color: color(*own),
                        glyphs: glyphs.clone(),
                        text: text.clone(),
                        tag: run.format.tag.filter(|_| !self.furniture),
                        said: said.into_iter().collect(),
                    };
                    frame.push(place(*x, *y, run.width()), FrameItem::Text(run));
                }
                Piece::Rule { x, y, width, height, color: own } => {
                    let extent = Size::new(width.at(size), height.at(size));
                    let at = place(*x, *y + *height, extent.width);
                    frame.push(at, FrameItem::Rect { size: extent, fill: color(*own) });
                }
                Piece::Stroke { from, to, thickness, color: own } => {
                    let [start, end] =
                        [from, to].map(|(x, y)| place(*x, *y, Length::ZERO));
                    frame.push(
                        start,
                        FrameItem::Line {
                            to: Point::new(end.x - start.x, end.y - start.y),
                            thickness: thickness.at(size),
                            color: color(*own),
                            dash: None,
                        },
                    );
                }
            }
        }
        frame
    }
}
