//! Where quoted text ends.

use super::grammar::{Extent, Quote};

/// Whether quotes are closed, as far as that was looked for: for each, from where to where, and
/// whether it was. What was looked through once is not looked through again.
#[derive(Debug, Default)]
pub(super) struct Closed {
    known: Vec<Option<(usize, usize, bool)>>,
}

impl Closed {
    /// Whether the quote at `index` of its table, with its text at `at`, is closed as far on as it may go.
    pub(super) fn is_closed(
        &mut self,
        (index, quote): (usize, &Quote),
        text: &str,
        at: usize,
    ) -> bool {
        if quote.extent == Extent::Character {
            return character_end(text, at).is_some();
        }
        if self.known.len() <= index {
            self.known.resize(index + 1, None);
        }
        match self.known[index] {
            Some((from, to, closed)) if (from..to).contains(&at) => closed,
            _ => {
                let (to, closed) = end(quote, text, at);
                self.known[index] = Some((at, to + 1, closed));
                closed
            }
        }
    }
}

/// Where a text that begins at `at` has its closing sign, or where it can go on no further.
fn end(quote: &Quote, text: &str, at: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut at = at;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'\n' && quote.extent == Extent::Line {
            break;
        }
        if *byte == quote.escape && quote.escape != 0 {
            // The end of a line is never escaped where it ends the text.
            at += if bytes.get(at + 1) == Some(&b'\n') { 1 } else { 2 };
        } else if starts(text, at, quote.close) {
            return (at, true);
        } else {
            at += 1;
        }
    }
    (at, false)
}

/// The end of the line that `at` is in.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at.min(text.len())..];
    rest.iter().position(|byte| *byte == b'\n').map_or(text.len(), |length| at + length)
}

/// Whether something stands at a place; of bytes, so that the place need not be one between characters.
pub(super) fn starts(text: &str, at: usize, with: &str) -> bool {
    text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(with.as_bytes()))
}

/// The place behind the sign that closes a character which begins at `at`. An escape can be as
/// long as a number of eight digits.
pub(super) fn character_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut chars = rest.chars();
    let end = match chars.next()? {
        '\n' | '\'' => return None,
        '\\' => {
            let escaped = chars.next()?.len_utf8();
            let behind = rest.as_bytes().iter().skip(1 + escaped).take(11);
            let close = behind.take_while(|byte| **byte != b'\n');
            1 + escaped + close.enumerate().find(|(_, byte)| **byte == b'\'')?.0
        }
        one => one.len_utf8(),
    };
    (rest.as_bytes().get(end) == Some(&b'\'')).then_some(at + end + 1)
}
