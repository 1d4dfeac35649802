//! Masks, and how they are put over a text.

use std::borrow::Cow;

/// One character that stands for another at a byte of the text, which has as many bytes.
pub(super) type Mask = (usize, char);

pub(super) fn put<'t>(text: Cow<'t, str>, masks: &[Mask]) -> Cow<'t, str> {
    if masks.is_empty() {
        return text;
    }
    let mut masked = String::with_capacity(text.len());
    let mut copied = 0;
    for &(at, mask) in masks {
        masked.push_str(&text[copied..at]);
        masked.push(mask);
        copied = at + mask.len_utf8();
    }
    masked.push_str(&text[copied..]);
    Cow::Owned(masked)
}
