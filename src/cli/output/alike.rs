//! Which findings are alike: the same words but for names and numbers, and the same advice. A guide
//! with fifty pictures on the network has one fault, not fifty.

use std::collections::BTreeMap;

use super::remedies::words;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity};

/// Diagnostics kind by kind, the kinds in the order of first appearance.
pub(super) fn kinds<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<Vec<&'d Diagnostic>> {
    let key = |one: &Diagnostic| one.kind;
    parted::<DiagnosticKind>(diagnostics, key)
}

/// Those of one kind in groups of what is alike, in the order of first appearance.
pub(super) fn groups<'d>(of_kind: &[&'d Diagnostic]) -> Vec<Vec<&'d Diagnostic>> {
    let key = |one: &Diagnostic| {
        let hint = one.hint.as_ref().map(|hint| pattern(&words(hint)));
        (one.severity, pattern(&one.message), hint)
    };
    parted::<(Severity, String, Option<String>)>(of_kind, key)
}

fn parted<'d, K: Ord>(
    all: &[&'d Diagnostic],
    key: impl Fn(&Diagnostic) -> K,
) -> Vec<Vec<&'d Diagnostic>> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut parts: Vec<Vec<&Diagnostic>> = Vec::new();
    for one in all {
        let place = *places.entry(key(one)).or_insert(parts.len());
        match parts.get_mut(place) {
            Some(part) => part.push(one),
            None => parts.push(vec![one]),
        }
    }
    parts
}

/// Words without what names a thing: what stands in quotation marks or backticks, and numbers.
fn pattern(words: &str) -> String {
    let mut pattern = String::with_capacity(words.len());
    let mut until = None;
    for c in words.chars() {
        if until.is_some() {
            until = until.filter(|end| *end != c);
            continue;
        }
        until = match c {
            '“' => Some('”'),
            '`' => Some('`'),
            _ => None,
        };
        if until.is_some() || c.is_ascii_digit() {
            if !pattern.ends_with('#') {
                pattern.push('#');
            }
        } else {
            pattern.push(c);
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_make_no_difference() {
        let one = pattern("the picture “a1.png” is not printed: it is 12 by 3");
        assert_eq!(one, "the picture # is not printed: it is # by #");
        assert_eq!(one, pattern("the picture “b.svg” is not printed: it is 7 by 300"));
        assert_ne!(one, pattern("the link to `#a` leads nowhere"));
    }

    #[test]
    fn what_has_other_advice_is_not_alike() {
        let link = |hint: &str| Diagnostic::warning(DiagnosticKind::Link, "x").hint(hint);
        let all = [link("a"), link("b"), link("a")];
        let groups = groups(&all.iter().collect::<Vec<_>>());
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    }
}
