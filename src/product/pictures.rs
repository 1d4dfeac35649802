//! Says which pictures of a document are not shown, and why.

use std::collections::BTreeSet;
use std::ptr;

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Document, Inline, InlineKind, each_inline, each_paragraph};
use crate::pictures::{Pictures, Refusal, part};

/// A warning for each picture that a page does not show, at its place.
pub(super) fn unprinted(document: &Document, pictures: &Pictures) -> Vec<Diagnostic> {
    // Inlines are told apart by where they are in memory: spans of a tree may be anything.
    let mut shown = BTreeSet::new();
    each_paragraph(document, |paragraph| {
        if let Some(parted) = part(&paragraph.content, pictures) {
            let figures = parted.above.iter().chain(&parted.below);
            shown.extend(figures.map(|figure| ptr::from_ref(figure.inline).addr()));
        }
    });
    let mut warnings = Vec::new();
    each_inline(document, |inline| {
        if !shown.contains(&ptr::from_ref(inline).addr()) {
            warnings.extend(warning(inline, pictures));
        }
    });
    warnings
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
    let InlineKind::Image { source, alt } = &inline.kind else { return None };
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
