//! Lines whose first signs mean something else to the parser than to their author: `:rocket:`,
//! which is no meaning of a term, and `##Title`, which is a heading where a guide writes its
//! headings so.

use std::borrow::Cow;
use std::ops::Range;

use super::hiding::Mask;
use super::pins::begins_line;
use super::words::{Part, Words};

/// Stands where a colon stood. No source has it: control characters are taken out before.
pub(super) const COLON: char = '\u{2}';

/// The masks of colons before names of emoji that begin a line.
pub(super) fn colons(text: &str) -> Vec<Mask> {
    let colons = text
        .match_indices(':')
        .filter(|(at, _)| begins_line(&text[..*at]) && names_emoji(&text[at + 1..]));
    colons.map(|(at, _)| (at, COLON)).collect()
}

/// Whether `text` begins with the name of an emoji and a colon.
fn names_emoji(text: &str) -> bool {
    let name = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(&byte)
    };
    // No name is longer.
    let length = text.bytes().take(50).take_while(|byte| name(*byte)).count();
    length > 0 && text[length..].starts_with(':') && !text[length..].starts_with("::")
}

/// The headings of a text without a space after their signs.
#[derive(Debug, Default)]
pub(super) struct Tight {
    /// Masks that make a heading of them, one level higher.
    pub masks: Vec<Mask>,
    /// Where those begin that cannot be masked so: of the first level.
    pub titles: Vec<usize>,
}

impl Tight {
    /// Those in `words` of `text`: if there are several, or if one has company of its level in
    /// headings that are written as they should.
    pub(super) fn of(text: &str, words: &Words) -> Self {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut titles = Vec::new();
        for part in &words.0 {
            let Part::Words(range) = part else { continue };
            let Some(level) = level(text, range) else { continue };
            if level == 1 {
                titles.push(range.start);
            } else {
                found.push((range.start, level));
            }
        }
        if found.len() < 2 {
            found.retain(|(_, level)| has_heading(text, *level));
            titles.clear();
        }
        let masks = found.into_iter().map(|(at, level)| (at + level - 1, ' '));
        Self { masks: masks.collect(), titles }
    }
}

/// The level of the heading that words at `range` are, if they are one: words that begin a line
/// with signs, and right behind these a letter or a digit.
fn level(text: &str, range: &Range<usize>) -> Option<usize> {
    let words = &text[range.clone()];
    let signs = words.bytes().take_while(|byte| *byte == b'#').count();
    let next = words[signs..].chars().next()?;
    // `#4711` is the number of something, `#word` a tag.
    let is_title = signs > 1 || next.is_uppercase();
    let is_heading = (1..=6).contains(&signs) && next.is_alphanumeric() && is_title;
    (is_heading && begins_line(&text[..range.start])).then_some(signs)
}

/// Whether a line of `text` is a heading of a level as Markdown has it.
fn has_heading(text: &str, level: usize) -> bool {
    text.lines().any(|line| {
        let signs = line.bytes().take_while(|byte| *byte == b'#').count();
        signs == level && line[signs..].starts_with(' ')
    })
}

/// Whether a line of `text` may be such a heading.
pub(super) fn concerns(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start_matches([' ', '\t', '>', '-', '*']);
        let words = line.trim_start_matches('#');
        words.len() < line.len() && words.starts_with(char::is_alphanumeric)
    })
}

/// `text` with the colons that were masked in it.
pub(super) fn with_colons(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(COLON) { text.replace(COLON, ":").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Options;

    #[test]
    fn only_names_of_emoji_lose_their_colon() {
        for (text, masked) in [
            (":rocket: go", 1),
            ("a\n- :+1: b\n> :x:", 2),
            ("term\n: meaning", 0),
            ("std::vec ::a:: :b", 0),
            ("at 10:30:45", 0),
        ] {
            assert_eq!(colons(text).len(), masked, "{text}");
        }
    }

    #[test]
    fn headings_without_a_space_are_told_by_their_company() {
        for (text, headings, titles) in [
            ("#Title\n\n##One\n\ntext\n##Two\n", 2, 1),
            ("##One\n\n## Two\n", 1, 0),
            ("##One\n\n### Two\n", 0, 0),
            ("```\n##one\n##two\n```\n", 0, 0),
            ("`##one`\n\n##__VA_ARGS__, a ##b ##c\n", 0, 0),
            ("#tag #card\n\n##1. One\n\n###Two\n", 2, 0),
        ] {
            let words = Words::of(text, Options::empty());
            let tight = Tight::of(text, &words);
            let found = (tight.masks.len(), tight.titles.len());
            assert_eq!(found, (headings, titles), "{text}");
        }
    }
}
