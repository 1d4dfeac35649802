//! Words that say how a sentence hangs together with others, by language.
//!
//! A list separates phrases by `|`; a phrase is in lower case and matches whole words (in
//! Chinese and Japanese letters). A language without lists has none of these: everything
//! else works there all the same.

mod lists;
mod tables;

use super::language::primary;
use lists::NONE;
use tables::TABLES;

pub use lists::Phrases;

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
