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
        pieces(spans, self.cuts.get(&index).map_or(&[], Vec::as_slice))
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

/// The spans cut at bytes of their text, which are in order. One answer may fill thousands of
/// cards, so the text is gone through once.
fn pieces(spans: &[Span], cuts: &[usize]) -> Vec<(usize, Vec<Span>)> {
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let mut cuts = cuts.iter().peekable();
    let (mut from, mut at, mut piece) = (0, 0, Vec::new());
    for span in spans {
        let mut text = span.text.as_str();
        let push = |text: &str, piece: &mut Vec<Span>| {
            if !text.is_empty() {
                piece.push(Span { text: text.to_owned(), format: span.format });
            }
        };
        while let Some(&cut) = cuts.next_if(|cut| **cut < at + text.len()) {
            let (front, back) =
                text.split_at(text.floor_char_boundary(cut.saturating_sub(at)));
            push(front, &mut piece);
            if !piece.is_empty() {
                pieces.push((from, std::mem::take(&mut piece)));
                from = cut;
            }
            at += front.len();
            text = back;
        }
        push(text, &mut piece);
        at += text.len();
    }
    pieces.push((from, piece));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;

    #[test]
    fn pieces_begin_at_the_cuts_and_lose_nothing() {
        let spans = ["One. Two", ". Thrée. ", "Four."];
        let spans =
            spans.map(|text| Span { text: text.to_owned(), format: Format::default() });
        let cut = |cuts: &[usize]| -> Vec<(usize, String)> {
            let joined =
                |piece: Vec<Span>| piece.into_iter().map(|span| span.text).collect();
            pieces(&spans, cuts)
                .into_iter()
                .map(|(at, piece)| (at, joined(piece)))
                .collect()
        };
        let of = |pieces: &[(usize, &str)]| -> Vec<(usize, String)> {
            pieces.iter().map(|(at, text)| (*at, (*text).to_owned())).collect()
        };
        assert_eq!(cut(&[]), of(&[(0, "One. Two. Thrée. Four.")]));
        let three = [(0, "One. "), (5, "Two. "), (10, "Thrée. "), (18, "Four.")];
        assert_eq!(cut(&[5, 10, 18]), of(&three));
        assert_eq!(cut(&[23, 99]), of(&[(0, "One. Two. Thrée. Four.")]));
    }
}
