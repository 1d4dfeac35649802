//! Emphasis beside Chinese, Japanese and Korean.
//!
//! `CommonMark` tells where emphasis begins and ends by the spaces and the punctuation around its
//! marks. Scripts without spaces, and those that put endings behind brackets, have none where the
//! rule looks for them: `**提示：**请` would keep its asterisks. The CJK-friendly amendment to
//! `CommonMark` has marks beside a character of these scripts begin and end emphasis wherever no
//! space stands on either side. The parser comes to the same where both neighbours of the marks
//! are letters, or both punctuation: so one of them is masked as such.
//!
//! The amendment leaves `_` as it is, since that never begins within a word.

use std::collections::BTreeMap;
use std::ops::Range;

use super::hiding::Mask;
use super::words::{Part, Words, signs};

/// Marks that the amendment is about.
const MARKS: [char; 2] = ['*', '~'];

/// Whether `text` may have emphasis that the amendment is about.
pub(super) fn concerns(text: &str) -> bool {
    text.contains(MARKS) && text.chars().any(is_cjk)
}

/// The masks of all characters beside marks in `words` of `source`.
pub(super) fn masks(source: &str, words: &Words) -> Vec<Mask> {
    let mut texts: Vec<Range<usize>> = Vec::new();
    let mut marks: Vec<usize> = Vec::new();
    for part in &words.0 {
        match part {
            Part::Words(range) => {
                texts.push(range.clone());
                for mark in MARKS {
                    marks.extend(signs(source, range.clone(), mark));
                }
            }
            Part::Emphasis(range, count) if source[range.clone()].starts_with(MARKS) => {
                marks.extend(range.start..range.start + count);
                marks.extend(range.end - count..range.end);
            }
            _ => {}
        }
    }
    marks.sort_unstable();
    marks.dedup();
    let mut masks = BTreeMap::new();
    for run in marks
        .chunk_by(|a, b| *b == a + 1 && source.as_bytes()[*a] == source.as_bytes()[*b])
    {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            beside(source, *first..last + 1, &texts, &mut masks);
        }
    }
    masks.into_iter().collect()
}

/// Puts the masks on what stands on both sides of the marks `run`.
fn beside(
    source: &str,
    run: Range<usize>,
    texts: &[Range<usize>],
    masks: &mut BTreeMap<usize, char>,
) {
    let Some(before) = source[..run.start].chars().next_back() else { return };
    let Some(after) = source[run.end..].chars().next() else { return };
    let spaced = before.is_whitespace() || after.is_whitespace();
    if spaced || !(is_cjk(before) || is_cjk(after)) {
        return;
    }
    let sides = [(run.start - before.len_utf8(), before), (run.end, after)];
    // What is no word, or of ASCII, may be a mark of its own, so it stays what it is.
    let may_be_masked =
        |&(at, char): &(usize, char)| !char.is_ascii() && holds(texts, at);
    let fixed = sides.iter().find(|side| !may_be_masked(side));
    let as_letter = fixed.is_none_or(|(_, char)| char.is_ascii_alphanumeric());
    for (at, char) in sides.iter().filter(|side| may_be_masked(side)) {
        let mask = if as_letter { letter(*char) } else { punctuation(*char) };
        if let Some(mask) = mask {
            masks.entry(*at).or_insert(mask);
        }
    }
}

/// Whether the byte `at` is in one of `ranges`, which are in order.
fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.end <= at);
    ranges.get(after).is_some_and(|range| range.contains(&at))
}

/// A character as long as `char` that is neither space nor punctuation.
fn letter(char: char) -> Option<char> {
    match char.len_utf8() {
        2 => Some('é'),
        3 => Some('字'),
        4 => Some('\u{20000}'),
        _ => None,
    }
}

/// A character as long as `char` that is punctuation.
fn punctuation(char: char) -> Option<char> {
    match char.len_utf8() {
        2 => Some('§'),
        3 => Some('、'),
        4 => Some('\u{10100}'),
        _ => None,
    }
}

/// Whether a character belongs to Chinese, Japanese or Korean, or to their punctuation.
pub(super) fn is_cjk(char: char) -> bool {
    matches!(char,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{33ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe19}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{16fe0}'..='\u{18dff}'
        | '\u{1aff0}'..='\u{1b2ff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::mask::hiding::put;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// How much of a text is emphasised, and how many marks are left in it.
    fn shown(text: &str) -> (usize, usize) {
        let words = Words::of(text, Options::ENABLE_STRIKETHROUGH);
        let masked = put(text.into(), &masks(text, &words));
        assert_eq!(masked.len(), text.len(), "{text}");
        let (mut emphasised, mut left) = (0, 0);
        for event in Parser::new_ext(&masked, Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                    emphasised += 1;
                }
                Event::Text(text) => left += text.matches(MARKS).count(),
                _ => {}
            }
        }
        (emphasised, left)
    }

    #[test]
    fn emphasis_is_as_meant() {
        for (text, expected) in [
            ("**重要提示：**请注意。这是**粗体**文字。", (2, 0)),
            ("含**「重点」**内容。*斜体（括号）。*继续。", (2, 0)),
            ("什么是**事务（ACID）**的意思", (1, 0)),
            ("**강조(強調)**는 좋다", (1, 0)),
            ("これは**`code`**です", (1, 0)),
            ("**Note:**请 **[a](b)**と", (2, 0)),
            ("**「一」**と**「二」**と**「三」**", (3, 0)),
            ("~~取消。~~继续", (1, 0)),
            ("请看**“重点”**内容", (1, 0)),
            ("***「重」***な", (2, 0)),
            ("中\\*「x」\\*な, 2 * 3 * 4 個", (0, 4)),
            ("** 空 **き", (0, 4)),
            ("**a**b, `**「x」**な`", (1, 0)),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
