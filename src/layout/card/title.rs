//! The title of a card as spans: its words, and the numbers of its footnotes, which stand on the
//! back.

use crate::document::{Document, Inline, InlineKind, plain_text};
use crate::layout::inlines::{BEFORE_NUMBER, script};
use crate::text::{Format, Span};

use super::span;

/// The spans of a title of a card of `document`.
pub(super) fn spans(document: &Document, title: &[Inline], format: Format) -> Vec<Span> {
    let mut spans = vec![span("", format)];
    push(document, title, format, &mut spans);
    spans
}

fn push(document: &Document, inlines: &[Inline], format: Format, spans: &mut Vec<Span>) {
    for inline in inlines {
        if let InlineKind::FootnoteReference(label) = &inline.kind {
            let mut notes = document.footnotes.iter();
            if let Some(place) = notes.position(|note| note.label == *label) {
                let number = format!("{BEFORE_NUMBER}{}", place + 1);
                spans.extend([span(&number, script(format, 340)), span("", format)]);
            }
        } else if let Some(content) = inline.kind.content() {
            push(document, content, format, spans);
        } else if let Some(last) = spans.last_mut() {
            last.text.push_str(&plain_text(std::slice::from_ref(inline)));
        }
    }
}
