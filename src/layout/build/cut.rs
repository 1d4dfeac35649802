//! Paragraphs cut in two between sentences, so that a card can end with one.

use super::{Builder, Place};
use crate::layout::flow::{Body, Element, cost};
use crate::layout::lines::Align;
use crate::select::Rank;
use crate::text::Span;
use crate::theme::Color;
use crate::units::Em;

impl Builder<'_, '_> {
    /// The spans of the next element, cut where they are to be: pieces, each with the byte
    /// that it begins at. There is always one.
    pub(super) fn cut(&self, spans: &[Span]) -> Vec<(usize, Vec<Span>)> {
        let index = self.flow.elements.len() - self.rests;
        let mut pieces = vec![(0, spans.to_vec())];
        for &at in self.cuts.get(&index).into_iter().flatten() {
            let Some((from, last)) = pieces.pop() else { break };
            let local = at.saturating_sub(from);
            let front = up_to(&last, local);
            let back = from_on(&last, local);
            pieces.push((from, front));
            pieces.push((at, back));
        }
        pieces
    }

    /// Adds what is left of the paragraph that was added last.
    pub(super) fn push_rests(
        &mut self,
        rests: Vec<(usize, Vec<Span>)>,
        place: Place,
        rank: Rank,
        band: Option<Color>,
    ) {
        let Some(index) = (self.flow.elements.len() - self.rests).checked_sub(1) else {
            return;
        };
        for (at, spans) in rests {
            self.origin = Some((index, at));
            let text = self.shaper.shape(&spans);
            let body = Body::Text { text, align: Align::Start, first: Em::ZERO };
            let element = self.element(body, place.indent, cost::LINE);
            let element = self.ranked(element, place, rank);
            self.push(Element { quoted: place.quoted, band, ..element });
            self.rests += 1;
        }
    }
}

/// The spans up to a byte of their text.
pub(crate) fn up_to(spans: &[Span], end: usize) -> Vec<Span> {
    let mut left = end;
    let mut front = Vec::new();
    for span in spans {
        let length = span.text.floor_char_boundary(left.min(span.text.len()));
        left -= length.min(left);
        if length > 0 {
            front
                .push(Span { text: span.text[..length].to_owned(), format: span.format });
        }
        if left == 0 {
            break;
        }
    }
    front
}

/// The spans from a byte of their text on.
fn from_on(spans: &[Span], start: usize) -> Vec<Span> {
    let mut left = start;
    let mut back = Vec::new();
    for span in spans {
        let skipped = span.text.floor_char_boundary(left.min(span.text.len()));
        left -= skipped.min(left);
        if skipped < span.text.len() {
            back.push(Span {
                text: span.text[skipped..].to_owned(),
                format: span.format,
            });
        }
    }
    back
}
