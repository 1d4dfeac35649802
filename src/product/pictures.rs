//! Says which pictures of a document are not shown, and why.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};
use crate::document::{Document, Inline, InlineKind, each_inline, each_paragraph};
use crate::pictures::{Pictures, Refusal, split_figures};

/// A warning for each picture that a page does not show, at its place.
pub(super) fn unprinted(document: &Document, pictures: &Pictures) -> Vec<Diagnostic> {
    let mut shown = figures(document, pictures);
    let mut warnings = Vec::new();
    each_inline(document, |inline| {
        let Some(key) = PictureKey::of(inline) else { return };
        match shown.get_mut(&key) {
            Some(count) if *count > 0 => *count -= 1,
            _ => warnings.extend(warning(inline, pictures)),
        }
    });
    warnings
}

/// How many pictures of each key stand by themselves, where pages show them.
fn figures<'a>(
    document: &'a Document,
    pictures: &Pictures,
) -> BTreeMap<PictureKey<'a>, usize> {
    let mut counts = BTreeMap::new();
    each_paragraph(document, |paragraph| {
        let Some(split) = split_figures(&paragraph.content, pictures) else { return };
        for figure in split.above.iter().chain(&split.below) {
            if let Some(key) = PictureKey::of(figure.inline) {
                *counts.entry(key).or_default() += 1;
            }
        }
    });
    counts
}

/// What a picture is known by. Those of a guide have places of their own; a tree that came
/// in as JSON may have several at one place, whose warnings would be the same.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct PictureKey<'a> {
    guide: u32,
    start: u32,
    end: u32,
    line: u32,
    source: &'a str,
    alt: &'a str,
}

impl<'a> PictureKey<'a> {
    /// None for an inline that is no picture.
    fn of(inline: &'a Inline) -> Option<Self> {
        let InlineKind::Image { source, alt, .. } = &inline.kind else { return None };
        let Span { source: guide, start, end, line } = inline.span;
        Some(Self { guide, start, end, line, source, alt })
    }
}

/// A warning for each picture that a book does not show, at its place.
pub(super) fn unbound(document: &Document, pictures: &Pictures) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    each_inline(document, |inline| {
        if let InlineKind::Image { source, .. } = &inline.kind
            && let Some(Err(_)) = pictures.outcome(inline.span.source, source)
        {
            warnings.extend(warning(inline, pictures));
        }
    });
    warnings
}

fn warning(inline: &Inline, pictures: &Pictures) -> Option<Diagnostic> {
    let InlineKind::Image { source, alt, .. } = &inline.kind else { return None };
    let subject = match file(source) {
        Some(file) => format!("the picture “{file}” is not printed"),
        None => "a picture is not printed".to_owned(),
    };
    let (message, hint) = match pictures.outcome(inline.span.source, source) {
        Some(Err(Refusal { reason, hint })) => {
            (format!("{subject}: {reason}"), hint.clone())
        }
        Some(Ok(_)) => (
            format!("{subject} inside a line of text"),
            Some("give it a paragraph of its own".to_owned()),
        ),
        None => (subject, None),
    };
    let hint = hint.unwrap_or_else(|| stands_for_it(alt).to_owned());
    let warning = Diagnostic::warning(DiagnosticKind::UnprintedPicture, message);
    Some(warning.at(inline.span).hint(hint))
}

fn stands_for_it(alt: &str) -> &'static str {
    if alt.trim().is_empty() {
        "it has no text that could stand for it: write one between the brackets"
    } else {
        "its text stands for it"
    }
}

/// The name of the file that `source` leads to, if it has one.
fn file(source: &str) -> Option<&str> {
    if source.starts_with("data:") {
        return None;
    }
    let path = source.split(['?', '#']).next()?;
    path.rsplit(['/', '\\']).find(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_without_their_folders() {
        for (source, name) in [
            ("images/a.png", Some("a.png")),
            ("https://example.org/b.svg?raw=true#c", Some("b.svg")),
            ("c\\d.png", Some("d.png")),
            ("https://example.org/e/", Some("e")),
            ("data:image/png;base64,AAAA/BBBB", None),
            ("", None),
        ] {
            assert_eq!(file(source), name, "{source}");
        }
    }
}
