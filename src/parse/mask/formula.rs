//! Whether what stands between two dollars can be a formula at all.

use std::borrow::Cow;

/// Words that hold sentences together. Two words, one of them such, are prose.
const JOINING: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "but", "by", "for", "from", "in", "is", "it",
    "of", "on", "or", "per", "plus", "than", "that", "the", "then", "this", "to", "use",
    "versus", "via", "vs", "with", "you", "your",
];

/// Whether `inner`, which stands between two dollars, can be a formula, with `after` behind
/// the last of these.
pub(super) fn can_be(inner: &str, after: Option<char>) -> bool {
    // What goes on like this is a variable of a program.
    let goes_on = after.is_some_and(|char| matches!(char, '(' | '{' | '[' | '@' | '#'));
    can_be_display(inner) && !is_money(inner) && (is_tex(inner) || !goes_on)
}

/// The same for what stands between double dollars.
pub(super) fn can_be_display(inner: &str) -> bool {
    if inner.trim().is_empty() || !is_balanced(inner) || inner.contains("**") {
        return false;
    }
    let quotes = inner.bytes().filter(|byte| *byte == b'"').count();
    if quotes % 2 == 1 {
        return false;
    }
    is_tex(inner) || (is_closed(inner) && !is_prose(inner) && has_a_value(inner))
}

/// Whether the code between dollars and backticks can be a formula.
pub(super) fn is_fenced(code: &str) -> bool {
    let inner = fenced(code).unwrap_or(code);
    !inner.trim().is_empty() && is_balanced(inner)
}

/// The TeX of a formula as it stands between dollars: without the backticks that code hosts let it
/// have, with the characters that entities stand for.
pub(in crate::parse) fn tex(written: &str) -> Cow<'_, str> {
    let written = fenced(written).unwrap_or(written);
    let mut tex = Cow::Borrowed(written);
    for (entity, char) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
        if tex.contains(entity) {
            tex = Cow::Owned(tex.replace(entity, char));
        }
    }
    tex
}

fn fenced(written: &str) -> Option<&str> {
    let ticks = written.bytes().take_while(|byte| *byte == b'`').count();
    let fence = written.get(..ticks).filter(|fence| !fence.is_empty())?;
    written.get(ticks..)?.strip_suffix(fence)
}

/// Whether every brace has its other.
fn is_balanced(inner: &str) -> bool {
    let (mut depth, mut escaped) = (0_usize, false);
    for byte in inner.bytes() {
        match byte {
            b'{' if !escaped => depth += 1,
            b'}' if !escaped => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            },
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    depth == 0
}

/// Whether it has as many brackets that open as brackets that close. An interval may have one
/// round and one square.
fn is_closed(inner: &str) -> bool {
    let count = |signs: [char; 2]| inner.matches(signs).count();
    // `]0, 1[` is an interval, too.
    count(['(', '[']) == count([')', ']']) || inner.matches(['[', ']']).count() == 2
}

/// Whether it has signs that only TeX has: a command, something raised or lowered.
fn is_tex(inner: &str) -> bool {
    let bytes = inner.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let before = |back: usize| at.checked_sub(back).map(|at| bytes[at]);
        let after = bytes.get(at + 1);
        let is_name = |byte: Option<u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        match byte {
            b'\\' => after.is_some_and(|byte| {
                byte.is_ascii_alphabetic()
                    || matches!(byte, b'{' | b'}' | b'|' | b'\\' | b',')
            }),
            b'^' => at > 0 && after.is_some(),
            // `x_1`, not `MY_VAR`.
            b'_' => {
                after.is_some() && at > 0 && !(is_name(before(1)) && is_name(before(2)))
            }
            _ => false,
        }
    })
}

/// `$5-$10` is money, not a formula: what begins with a digit and holds only what a price holds.
fn is_money(inner: &str) -> bool {
    inner.starts_with(|char: char| char.is_ascii_digit())
        && !inner.contains(['\\', '^', '_', '{', '=', '+', '<', '>', '*', '/'])
        && !["&lt;", "&gt;"].iter().any(|sign| inner.contains(sign))
}

/// Whether it reads like a part of a sentence. Signs of comparison make up for a word or two.
fn is_prose(inner: &str) -> bool {
    let words =
        || inner.split(|char: char| !char.is_alphabetic()).filter(|w| !w.is_empty());
    let long = words().filter(|word| word.chars().nth(1).is_some()).count();
    let joining = words()
        .filter(|word| word.chars().nth(1).is_some())
        .any(|word| JOINING.iter().any(|one| word.eq_ignore_ascii_case(one)));
    let compares = inner.contains(['=', '<', '>', '≤', '≥']);
    let sentence = inner.contains(". ") || inner.contains("; ") || inner.contains("? ");
    joining && (long > 3 || !compares) || sentence && long > 1
}

/// Whether it says anything: a letter, a digit, or one sign that names itself, as `$+$` does.
/// What ends in a sign that something has to follow, or begins with one, is part of a program.
fn has_a_value(inner: &str) -> bool {
    let inner = inner.trim();
    let says = inner.contains(|char: char| char.is_alphanumeric());
    if says {
        let begins = inner.starts_with([';', '?', '@', '#', '/', '*']);
        return !begins
            && !inner.ends_with(['"', '\'', '/', ';', ',', ':', '(', '&', '@']);
    }
    !inner.is_ascii()
        || (inner.len() <= 2 && inner.bytes().all(|b| b"+-*/=<>|,.~&%!".contains(&b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_no_formulas() {
        for price in ["5-", "12K to ", "6, 7", "5 vs. 10"] {
            assert!(is_money(price), "{price}");
        }
        assert!(!is_money("2^n") && !is_money("x") && !is_money("7 &lt; 8"));
    }

    #[test]
    fn prose_is_no_formula() {
        for text in ["(cmd) and \"", "HOME or PATH", "a}{b", "MY_VAR:", "foo. Then bar"] {
            assert!(!can_be(text, None), "{text}");
        }
        for text in ["n", "O(n log n)", "x > 0 and y > 0", "precision", "]0, 1[", "∅"] {
            assert!(can_be(text, None), "{text}");
        }
        assert!(can_be("x_1", Some('(')) && !can_be("x", Some('(')));
    }

    #[test]
    fn tex_is_read_as_hosts_do() {
        assert_eq!(tex("`a &lt; b`"), "a < b");
        assert_eq!(tex("``x`y``"), "x`y");
        assert_eq!(tex("x"), "x");
    }
}
