//! Links whose address stands elsewhere, `[words][name]`, where it does not: Markdown takes them
//! for text. They are said once a source.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span, first_of};

use crate::source::Source;

use super::explain::lines;

/// So many are named.
const MOST_NAMES: usize = 3;
/// Nobody writes a longer one, in bytes.
const LONGEST: usize = 300;

/// Whether what is `written` behind other text, which ends in `before`, was meant to be a link.
/// `rows[i][j]` and `[a][b]` are of a program.
fn is_meant(written: &str, before: Option<char>) -> bool {
    let touches =
        before.is_some_and(|c| c.is_ascii_alphanumeric() || "_])\\".contains(c));
    let Some((words, name)) =
        written.strip_prefix('[').and_then(|rest| rest.split_once("]["))
    else {
        return false;
    };
    let name = name.trim_end_matches(']');
    let long = |text: &str| text.chars().filter(|char| char.is_alphabetic()).count() > 2;
    let of_words = |text: &str| {
        text.chars()
            .all(|c| c.is_alphanumeric() || c.is_whitespace() || "-_.'’/*`&:".contains(c))
    };
    !touches
        && written.len() < LONGEST
        && long(words)
        && of_words(words)
        && (name.is_empty() || of_words(name))
}

/// One warning of all such links in a source, which stand at `places`.
pub(super) fn said(
    source: &Source,
    index: u32,
    mut places: Vec<Range<usize>>,
) -> Option<Diagnostic> {
    places.sort_by_key(|range| range.start);
    places.dedup_by_key(|range| range.start);
    places.retain(|range| {
        let before = source.text()[..range.start].chars().next_back();
        is_meant(&source.text()[range.clone()], before)
    });
    let spans: Vec<Span> =
        places.iter().map(|range| source.span(range.clone(), index)).collect();
    let first = spans.first()?;
    let written =
        places.iter().map(|range| format!("`{}`", &source.text()[range.clone()]));
    let names = first_of(written, MOST_NAMES);
    let says = match spans.len() {
        1 => format!(
            "a link has no address in the guide ({names}); it is printed as written"
        ),
        count => format!(
            "{count} links have no address in the guide ({names}); they are printed as written{}",
            lines(&spans)
        ),
    };
    let hint = "write it on a line of its own: `[name]: https://example.org`";
    Some(Diagnostic::warning(DiagnosticKind::Link, says).at(*first).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_told_from_programs() {
        assert!(is_meant("[the words][name]", Some(' ')) && is_meant("[Words][]", None));
        for (written, before) in [
            ("[i][j]", Some(' ')),
            ("[index][other]", Some('s')),
            ("[a-z][0-9]", None),
            ("[abc, def][x]", None),
            ("[words]", None),
        ] {
            assert!(!is_meant(written, before), "{written}");
        }
    }
}
