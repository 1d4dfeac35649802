//! Says which pictures of a document are not printed.

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Inline, InlineKind, each_inline};

/// A warning for each picture, at its place.
pub(super) fn pictures(document: &Document) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    each_inline(document, |inline| warnings.extend(warning(inline)));
    warnings
}

fn warning(inline: &Inline) -> Option<Diagnostic> {
    let InlineKind::Image { source, alt } = &inline.kind else { return None };
    let message = match file(source) {
        Some(file) => format!("the picture “{file}” is not printed"),
        None => "a picture is not printed".to_owned(),
    };
    let hint = if alt.trim().is_empty() {
        "it has no text that could stand for it: write one between the brackets"
    } else {
        "its text stands for it for now"
    };
    let warning = Diagnostic::warning("a picture that is not printed", message);
    Some(warning.at(inline.span).hint(hint))
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
