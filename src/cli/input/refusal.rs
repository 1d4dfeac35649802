//! Why a file of options cannot be used, shown in its text.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::{Error, Remedy, Span};
use crate::source::line_of;

/// The keys of a file of options and their values.
///
/// # Errors
/// Where the text is no such file; `hint` says what is overlooked most.
pub(super) fn parsed<'a>(
    text: &'a str,
    hint: &str,
) -> Result<Spanned<DeTable<'a>>, Error> {
    DeTable::parse(text).map_err(|error| {
        let says = error.message().lines().next().unwrap_or_default().to_owned();
        refusal(text, error.span().unwrap_or(0..0), says, Some(hint.to_owned()))
    })
}

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
