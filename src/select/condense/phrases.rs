//! Words that say how a sentence hangs together with others, by language.
//!
//! A list separates phrases by `|`; a phrase is in lower case and matches whole words (in
//! Chinese and Japanese letters). A language without lists has none of these: everything
//! else works there all the same.

mod tables;

use super::language::primary;
use tables::{NONE, TABLES};

/// The phrases of a language.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The language's primary tag.
    pub language: &'static str,
    /// Beginnings that refer to the sentence before.
    pub back: &'static str,
    /// Beginnings that go on from something that was said, and not from a heading.
    pub onward: &'static str,
    /// Beginnings that refer to the sentence before if one of `pointers` follows.
    pub joins: &'static str,
    /// Words for what was named before.
    pub pointers: &'static str,
    /// Words that point at what was named before, wherever they stand.
    pub demonstratives: &'static str,
    /// Words that a clause inside a sentence begins with.
    pub clauses: &'static str,
    /// Words that make of the next one a name.
    pub articles: &'static str,
    /// Point at code, a table or a list that comes next.
    pub ahead: &'static str,
    /// Point at code, a table, a picture that came before.
    pub above: &'static str,
    /// Beginnings of sentences that announce, or tell of code.
    pub announces: &'static str,
    /// Say, wherever they stand, that a text speaks of itself.
    pub of_itself: &'static str,
    /// Say that there are some, and not which.
    pub vague: &'static str,
    /// Beginnings that can go, with the comma or space they end with.
    pub connectives: &'static str,
    /// What examples at the end of a sentence begin with.
    pub examples: &'static str,
    /// Come before the last of a list.
    pub last_of_list: &'static str,
    /// What a clause between commas begins with.
    pub relatives: &'static str,
    /// Negations, conditions, limits: what holds one of these is never cut out.
    pub guards: &'static str,
    /// Verbs of sentences that say what something is.
    pub defines: &'static str,
    /// Words for who writes and who reads.
    pub persons: &'static str,
    /// Verbs that make what stands before an example a sentence, and an example none.
    pub verbs: &'static str,
    /// Words that say nothing by themselves.
    pub small: &'static str,
    /// Verbs after which a sentence says what its title asks.
    pub copulas: &'static str,
    /// What tells how something is done begins with one of these.
    pub means: &'static str,
    /// Beginnings of titles that are answered by yes or no.
    pub closed: &'static str,
    /// What says yes.
    pub yes: &'static str,
    /// Prepositions that name where something is.
    pub within: &'static str,
    /// What says at the end of a sentence to what end, or what follows from it.
    pub ends: &'static str,
    /// Endings of verbs with which a clause after a comma goes on: “, letting others in”.
    pub participles: &'static str,
}

/// The phrases of the language of a BCP 47 tag; none where there is no list.
pub fn phrases(language: &str) -> &'static Phrases {
    let primary = primary(language).to_ascii_lowercase();
    TABLES.iter().find(|table| table.language == primary).unwrap_or(&NONE)
}

/// The phrase of `list` that `text` begins with, in bytes of `text`.
///
/// `text` may be in any case.
pub(super) fn beginning(text: &str, list: &str) -> Option<usize> {
    let fits = |phrase: &str| length_of(text, phrase).filter(|end| is_border(text, *end));
    split(list).filter_map(fits).max()
}

/// Whether a phrase of `list` stands anywhere in `lower`, which is in lower case.
pub(super) fn contains(lower: &str, list: &str) -> bool {
    find(lower, list).is_some()
}

/// Where the first phrase of `list` stands in `lower`, which is in lower case.
pub(super) fn find(lower: &str, list: &str) -> Option<usize> {
    let of = |phrase: &str| {
        lower
            .match_indices(phrase)
            .map(|(at, _)| at)
            .find(|at| is_border(lower, *at) && is_border(lower, at + phrase.len()))
    };
    split(list).filter_map(of).min()
}

fn split(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|phrase| !phrase.is_empty())
}

/// How many bytes of `text` are `phrase`, if it begins with it.
fn length_of(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in phrase.chars() {
        let (_, c) = rest.next()?;
        let c = if c == '’' { '\'' } else { c };
        if !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(rest.next().map_or(text.len(), |(at, _)| at))
}

/// Whether a word ends or begins at `at`.
fn is_border(text: &str, at: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    let before = text[..at].chars().next_back().is_some_and(letter);
    !before || !text[at..].starts_with(letter)
}

/// Ideographs and kana, between which there is no space.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_whole_words_or_letters() {
        assert_eq!(beginning("However, it", "how|however"), Some(7));
        assert_eq!(beginning("It’s new", "it|it's"), Some(6));
        assert_eq!(beginning("Items", "it"), None);
        assert_eq!(beginning("这是", "这"), Some(3));
        assert!(
            contains("see the code below", "below") && !contains("belowing", "below")
        );
        assert_eq!(phrases("pt-BR").language, "pt");
        assert_eq!(phrases("xx").language, "");
    }
}
