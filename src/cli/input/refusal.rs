//! Why a file of options cannot be used, shown in its text.

use std::ops::Range;

use crate::diagnostic::{Error, Remedy, Span};
use crate::source::line_of;

/// The error of what stands at `span` of the text of a file.
pub(super) fn refusal(
    text: &str,
    span: Range<usize>,
    message: String,
    hint: Option<String>,
) -> Error {
    let line = line_of(text, span.start);
    let (start, end) = (span.start as u32, span.end as u32);
    let hint = hint.map(Remedy::from);
    Error::Guide { message, span: Some(Span { source: 0, start, end, line }), hint }
}
