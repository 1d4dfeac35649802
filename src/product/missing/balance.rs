//! What of one text another one has not, whatever the order.

use std::collections::BTreeMap;

use crate::math::plain;
use crate::text::is_unseen;

/// The words of `asked` that `placed` has not as often, if any: found by their characters,
/// which are counted, so that it makes no difference where lines and words are divided.
pub(super) fn missing(asked: &str, placed: &str) -> Vec<String> {
    let mut balance = Balance::default();
    balance.add(asked, 1);
    balance.add(placed, -1);
    if balance.is_covered() { Vec::new() } else { words(asked, placed, &balance) }
}

/// Whether a text has a character that shows something.
pub(in crate::product) fn shows(text: &str) -> bool {
    text.chars().any(|c| shown(c).is_some())
}

/// How much oftener each character was asked for than placed.
#[derive(Default)]
struct Balance {
    /// Of 256 characters each, by the number of the first.
    blocks: Vec<Option<Box<[i32; BLOCK]>>>,
}

const BLOCK: usize = 256;

impl Balance {
    fn add(&mut self, text: &str, times: i32) {
        for c in text.chars().filter_map(shown) {
            let (block, at) = (c as usize / BLOCK, c as usize % BLOCK);
            if self.blocks.len() <= block {
                self.blocks.resize(block + 1, None);
            }
            let block = self.blocks[block].get_or_insert_with(|| Box::new([0; BLOCK]));
            block[at] = block[at].saturating_add(times);
        }
    }

    fn is_covered(&self) -> bool {
        self.blocks.iter().flatten().all(|block| block.iter().all(|count| *count <= 0))
    }

    fn lacks(&self, c: char) -> bool {
        let block = self.blocks.get(c as usize / BLOCK).and_then(Option::as_ref);
        block.is_some_and(|block| block[c as usize % BLOCK] > 0)
    }
}

/// What a character counts as; nothing if it shows nothing.
///
/// Raised and lowered figures count as figures, since a formula may have either.
fn shown(c: char) -> Option<char> {
    if c.is_ascii_graphic() {
        return Some(c);
    }
    let nonchar = matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32 & 0xfffe) == 0xfffe;
    if c.is_whitespace() || c.is_control() || is_unseen(c) || nonchar {
        return None;
    }
    Some(match c {
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '⁰' | '₀' => '0',
        '⁴'..='⁹' | '₁'..='₉' => {
            char::from_digit(c as u32 & 0xf, 10).unwrap_or(c)
        }
        // Letters of formulas are those of the text where it has them.
        '\u{1d400}'..='\u{1d7ff}' => plain(c).map_or(c, |(letter, _)| letter),
        // The hyphen that a line ends with may be the one that is nothing else.
        '\u{2010}' => '-',
        c => c,
    })
}

/// The words of `asked` that are oftener there than in `placed` and have a character that
/// is, too; these characters, where words are divided otherwise in both.
fn words(asked: &str, placed: &str, balance: &Balance) -> Vec<String> {
    let solid = |word: &str| word.chars().filter_map(shown).collect::<String>();
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for word in placed.split_whitespace() {
        *there.entry(solid(word)).or_default() += 1;
    }
    let mut words: Vec<String> = Vec::new();
    for word in asked.split_whitespace() {
        let solid = solid(word);
        match there.get_mut(&solid).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None if solid.chars().any(|c| balance.lacks(c)) => {
                words.push(word.to_owned());
            }
            None => {}
        }
    }
    if words.is_empty() {
        let mut lacking: Vec<char> =
            asked.chars().filter_map(shown).filter(|c| balance.lacks(*c)).collect();
        lacking.sort_unstable();
        lacking.dedup();
        words.extend(lacking.into_iter().map(String::from));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_whatever_the_order() {
        let cases: [(&str, &str, &[&str]); 7] = [
            ("a key is a row", "row a is key a", &[]),
            ("a key is a row", "a key is row", &["a"]),
            ("one two\nthree four", "one\nfour", &["two", "three"]),
            ("hyphenation x²", "hyphen\u{ad}ation x2 and more", &[]),
            ("索引を使う", "索引を", &["索引を使う"]),
            ("foo bar", "fo obr", &["bar"]),
            ("same same same", "same same", &["same"]),
        ];
        for (asked, placed, expected) in cases {
            assert_eq!(missing(asked, placed), expected, "{asked:?} in {placed:?}");
        }
    }

    #[test]
    fn figures_count_as_figures_wherever_they_stand() {
        for (n, c) in "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".chars().enumerate()
        {
            assert_eq!(shown(c), char::from_digit(n as u32 % 10, 10), "{c}");
        }
    }
}
