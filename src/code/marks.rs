//! Where in a program something begins and ends that is of a kind.

use std::ops::Range;

use super::kind::{Kind, Piece};

/// What was found in a text, from its front to its back.
#[derive(Debug, Default)]
pub(super) struct Marks {
    found: Vec<(Range<usize>, Kind)>,
}

impl Marks {
    /// Adds what stands behind all that was added before.
    pub(super) fn add(&mut self, range: Range<usize>, kind: Kind) {
        if range.is_empty() {
            return;
        }
        match self.found.last_mut() {
            // What is of one kind without a gap is one piece.
            Some((last, of)) if last.end == range.start && *of == kind => {
                last.end = range.end;
            }
            _ => self.found.push((range, kind)),
        }
    }

    /// The text in pieces; what nothing was found in is of no kind. A range that is not in the
    /// text, or not behind the one before, is passed over.
    pub(super) fn pieces(self, text: &str) -> Vec<Piece<'_>> {
        let mut pieces = Vec::with_capacity(self.found.len() * 2 + 1);
        let mut at = 0;
        let mut push = |text: Option<&'_ str>, kind| match text {
            Some(words) if !words.is_empty() => pieces.push((words.len(), kind)),
            _ => {}
        };
        for (range, kind) in self.found {
            if range.start < at {
                continue;
            }
            let (Some(before), Some(own)) =
                (text.get(at..range.start), text.get(range.clone()))
            else {
                continue;
            };
            push(Some(before), None);
            push(Some(own), Some(kind));
            at = range.end;
        }
        push(text.get(at..), None);
        cut(text, &pieces)
    }
}

/// A text in pieces of so many bytes.
fn cut<'t>(text: &'t str, lengths: &[(usize, Option<Kind>)]) -> Vec<Piece<'t>> {
    let mut rest = text;
    let piece = |(length, kind): &(usize, Option<Kind>)| {
        let (text, behind) = rest.split_at(*length);
        rest = behind;
        Piece { text, kind: *kind }
    };
    lengths.iter().map(piece).collect()
}
