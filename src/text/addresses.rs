//! Addresses and other signs of the computer among words from right to left: `https://…/`,
//! `user@host`, `/etc/hosts`, `C++`, `.NET`.
//!
//! Their first and last signs have no direction of their own (UAX 9, N1 and N2), so that among
//! Hebrew or Arabic words they would stand at the wrong end. Where such a piece begins and ends
//! a mark is set, as UAX 9 lets a program do that knows more of its text (HL3). The punctuation of
//! the sentence stays outside.

/// What a sentence puts behind a piece, and before it.
const BEHIND: &str = ".,;:!?\"'>";
const BEFORE: &str = "\"'<([{";

/// The bytes before which a mark from left to right belongs, in order.
pub(super) fn marks(text: &str, is_rtl: impl Fn(char) -> bool) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut start = None;
    let mut before = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside =
            !c.is_whitespace() && !is_rtl(c) && (c.is_ascii() || c.is_alphanumeric());
        match (inside, start) {
            (true, None) => start = Some((at, before)),
            (false, Some((from, previous))) => {
                let letter =
                    |c: Option<char>| c.is_some_and(|c| is_rtl(c) && c.is_alphabetic());
                let glued = (letter(previous), letter(Some(c)));
                marks.extend(
                    piece(&text[from..at], glued)
                        .into_iter()
                        .flat_map(|(first, last)| [from + first, from + last]),
                );
                start = None;
            }
            _ => {}
        }
        before = Some(c);
    }
    marks
}

/// Where the piece begins and ends in characters that no space parts, if they are such a piece.
/// A sign between it and a letter from right to left that it is glued to parts the two.
fn piece(run: &str, glued: (bool, bool)) -> Option<(usize, usize)> {
    let is_sign = |c: char| !c.is_alphanumeric();
    let mut inner = run.trim_start_matches(|c| BEFORE.contains(c));
    if glued.0 {
        inner = inner.trim_start_matches(is_sign);
    }
    let first = run.len() - inner.len();
    if glued.1 {
        inner = inner.trim_end_matches(is_sign);
    }
    let mut excess = ["()", "[]", "{}"].map(|pair| {
        let count =
            |at: usize| inner.bytes().filter(|b| *b == pair.as_bytes()[at]).count();
        count(1).saturating_sub(count(0))
    });
    while let Some(last) = inner.chars().next_back() {
        let closing = ")]}".find(last);
        let outside = match closing {
            Some(kind) if excess[kind] > 0 => {
                excess[kind] -= 1;
                true
            }
            Some(_) => false,
            None => BEHIND.contains(last),
        };
        if !outside {
            break;
        }
        inner = &inner[..inner.len() - last.len_utf8()];
    }
    let lettered = inner.bytes().any(|b| b.is_ascii_alphabetic());
    (lettered && inner.contains(is_sign)).then_some((first, first + inner.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> String {
        let is_rtl = |c: char| ('\u{590}'..'\u{6ff}').contains(&c);
        let mut out = text.to_owned();
        for at in marks(text, is_rtl).into_iter().rev() {
            out.insert(at, '|');
        }
        out
    }

    #[test]
    fn pieces_end_before_the_punctuation_of_the_sentence() {
        for (text, expected) in [
            ("אב https://a.org/b/. גד", "אב |https://a.org/b/|. גד"),
            ("אב (www.a.org/?q=1)! גד", "אב (|www.a.org/?q=1|)! גד"),
            ("אב a@b.org, C++, .NET", "אב |a@b.org|, |C++|, |.NET|"),
            ("https://a.org/x_(y)", "|https://a.org/x_(y)|"),
            ("אב/API של־/etc/hosts", "אב/API של־|/etc/hosts|"),
            ("ב-Python אב 15% 4.2, HTTP.", "ב-Python אב 15% 4.2, HTTP."),
        ] {
            assert_eq!(marked(text), expected);
        }
    }
}
