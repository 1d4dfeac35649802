//! The title of a card as spans: its words, its formulas, and the numbers of its footnotes, which
//! stand on the back.

use crate::document::{Inline, InlineKind, plain_text};
use crate::layout::inlines::{BEFORE_NUMBER, Formulas, formula, script};
use crate::text::{Format, Span};

use super::{CardMaker, span};

impl CardMaker<'_, '_> {
    /// The spans of a title.
    pub(super) fn title_spans(&mut self, title: &[Inline], format: Format) -> Vec<Span> {
        let mut spans = vec![span("", format)];
        self.push_title(title, format, &mut spans);
        spans
    }

    fn push_title(&mut self, inlines: &[Inline], format: Format, spans: &mut Vec<Span>) {
        for inline in inlines {
            if let InlineKind::FootnoteReference(label) = &inline.kind {
                let mut notes = self.document.footnotes.iter();
                if let Some(place) = notes.position(|note| note.label == *label) {
                    let number = format!("{BEFORE_NUMBER}{}", place + 1);
                    spans.extend([span(&number, script(format, 340)), span("", format)]);
                }
            } else if let InlineKind::Math { tex, display } = &inline.kind {
                let (shaper, structure) = (&mut *self.shaper, &mut self.structure);
                let how = Formulas::Inline;
                spans.extend(formula(tex, *display, how, format, shaper, structure));
                spans.push(span("", format));
            } else if let Some(content) = inline.kind.content() {
                self.push_title(content, format, spans);
            } else if let Some(last) = spans.last_mut() {
                last.text.push_str(&plain_text(std::slice::from_ref(inline)));
            }
        }
    }
}
