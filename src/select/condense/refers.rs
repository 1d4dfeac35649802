//! How a sentence refers to what was said before it.

use std::collections::BTreeSet;

use super::phrases::{Phrases, beginning, contains, is_unspaced};

/// How many words of a sentence are looked through for one that points back: behind these,
/// what it points at is as likely in the sentence itself.
const FIRST_WORDS: usize = 8;

/// What a sentence refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    /// Whatever stands before it, a heading too.
    Before,
    /// Something that was said: it goes on from there.
    Said,
}

/// What a sentence refers to, if it does; `title` has the words of the question, and `code`
/// tells what of the sentence is code.
pub(super) fn reference(
    text: &str,
    words: &Phrases,
    title: &BTreeSet<String>,
    code: &[&str],
) -> Option<Reference> {
    if beginning(text, words.onward).is_some() {
        return Some(Reference::Said);
    }
    // “By the way, this ...” refers as “This ...” does.
    let rest = beginning(text, words.connectives).map(|end| text[end..].trim_start());
    if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
        return reference(rest, words, title, code);
    }
    let points = || {
        !is_known(text, title, code)
            && (points_after_join(text, words) || points_inside(text, words))
    };
    (beginning(text, words.back).is_some() || points()).then_some(Reference::Before)
}

/// “While this ...”, “To address these ...”.
fn points_after_join(text: &str, words: &Phrases) -> bool {
    beginning(text, words.joins).is_some_and(|end| {
        let rest = text[end..].trim_start();
        beginning(rest, words.pointers).is_some()
    })
}

/// “We call this ...”: among the first words, before anything that it could point at in the
/// sentence itself.
fn points_inside(text: &str, words: &Phrases) -> bool {
    let end = text.find([',', ';', ':', '–', '—', '(', '，', '；', '：', '（', '、']);
    let lower = text[..end.unwrap_or(text.len())].to_lowercase();
    if lower.contains(is_unspaced) {
        return contains(&lower, words.demonstratives);
    }
    if contains(&lower, words.kinds) {
        return true;
    }
    let first = lower.split_whitespace().take(FIRST_WORDS);
    let before_clause = first.take_while(|word| beginning(word, words.clauses).is_none());
    let mut article = false;
    before_clause.into_iter().any(|word| {
        let points = !article && beginning(word, words.demonstratives).is_some();
        // “The `this` value” points at nothing.
        article = beginning(word, words.articles).is_some();
        points
    })
}

/// Whether a pointing word is a thing by itself here: the title speaks of it, or it is code.
fn is_known(text: &str, title: &BTreeSet<String>, code: &[&str]) -> bool {
    let lower = text.to_lowercase();
    ["this", "it", "that"].iter().any(|word| {
        (title.contains(*word) && contains(&lower, word)) || code.contains(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::select::condense::phrases::phrases;

    fn of(language: &str, text: &str) -> Option<Reference> {
        reference(text, phrases(language), &BTreeSet::new(), &[])
    }

    #[test]
    fn what_was_said_before_is_referred_to() {
        for text in [
            "This is fast.",
            "While this is an explanation, nobody believes it.",
            "To address these limits, tables are split.",
            "We refer to this as the input gate.",
            "The answer to this problem is a cache.",
            "By the way, this still works.",
            "They are rules that remove this kind of repetition.",
        ] {
            assert_eq!(of("en", text), Some(Reference::Before), "{text}");
        }
        for text in ["Another group tried again.", "The remaining members left."] {
            assert_eq!(of("en", text), Some(Reference::Said), "{text}");
        }
        assert_eq!(
            of("de", "Um dieses Problem zu lösen, hilft ein Index."),
            Some(Reference::Before)
        );
    }

    #[test]
    fn what_stands_alone_refers_to_nothing() {
        for text in [
            "A cache holds pages, and this makes them fast.",
            "The this value depends on the call.",
            "An index is a sorted copy that makes these searches fast.",
            "If a page is missing, it is read.",
        ] {
            assert_eq!(of("en", text), None, "{text}");
        }
        let title = BTreeSet::from(["this".to_owned()]);
        let text = "While this depends on the call, it can be bound.";
        assert_eq!(reference(text, phrases("en"), &title, &[]), None);
    }
}
