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
    let bytes = text.as_bytes();
    if bytes[..bytes.len().min(LONGEST)].is_ascii() {
        let fits = |phrase: &[u8]| {
            let begin = bytes.get(..phrase.len())?;
            let same = begin.eq_ignore_ascii_case(phrase);
            (same && is_border(text, phrase.len())).then_some(phrase.len())
        };
        return split(list).filter_map(fits).max();
    }
    // Letters of another case may be longer: where each ends is kept beside it.
    let mut lower = String::with_capacity(LONGEST + 8);
    let mut ends: Vec<(usize, usize)> = Vec::with_capacity(LONGEST);
    for (at, c) in text.char_indices() {
        if lower.len() >= LONGEST {
            break;
        }
        lower.extend(if c == '’' { '\'' } else { c }.to_lowercase());
        ends.push((lower.len(), at + c.len_utf8()));
    }
    let fits = |phrase: &[u8]| {
        if !lower.as_bytes().starts_with(phrase) {
            return None;
        }
        let end = ends.binary_search_by_key(&phrase.len(), |(lower, _)| *lower).ok()?;
        Some(ends[end].1).filter(|end| is_border(text, *end))
    };
    split(list).filter_map(fits).max()
}

/// No phrase is longer, in bytes.
const LONGEST: usize = 96;

/// Whether a phrase of `list` stands anywhere in `lower`, which is in lower case.
pub(super) fn contains(lower: &str, list: &str) -> bool {
    find(lower, list).is_some()
}

/// Where the first phrase of `list` stands in `lower`, which is in lower case.
pub(super) fn find(lower: &str, list: &str) -> Option<usize> {
    // Most places begin no phrase at all.
    let mut begins = [false; 256];
    for phrase in split(list) {
        begins[usize::from(phrase[0])] = true;
    }
    let bytes = lower.as_bytes();
    let may = |at: &usize| {
        begins[usize::from(bytes[*at])]
            && lower.is_char_boundary(*at)
            && is_border(lower, *at)
    };
    let stands = |at: &usize| {
        split(list).any(|phrase| {
            bytes[*at..].starts_with(phrase) && is_border(lower, at + phrase.len())
        })
    };
    (0..bytes.len()).filter(may).find(stands)
}

fn split(list: &str) -> impl Iterator<Item = &[u8]> {
    list.as_bytes().split(|byte| *byte == b'|').filter(|phrase| !phrase.is_empty())
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
        assert_eq!(find("an item, or it", "it|or it"), Some(9));
        assert_eq!(find("ひとつ、次の例", "次の"), Some("ひとつ、".len()));
        assert_eq!(beginning("İt is", "it"), None);
        assert_eq!(phrases("pt-BR").language, "pt");
        assert_eq!(phrases("xx").language, "");
    }
}
