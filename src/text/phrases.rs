//! Where words end that no space parts: in Chinese, Japanese and Korean.
//!
//! Unicode's rules let a line end between nearly any two ideographs. A reader stumbles where
//! that parts a word, so such a place costs more, and a title has a line end there only where
//! a word is wider than its line. Words are found in a dictionary; what belongs to the word before
//! it, a particle or an ending, stays with it.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_script::{Script, UnicodeScript};

use super::atom::{BETWEEN_WORDS, INSIDE_PHRASE};

/// What Japanese puts behind a word: particles first, then endings of verbs and such.
const PARTICLES: [&str; 26] = [
    "は",
    "が",
    "を",
    "に",
    "で",
    "と",
    "の",
    "も",
    "へ",
    "や",
    "か",
    "ね",
    "よ",
    "から",
    "まで",
    "より",
    "など",
    "だけ",
    "ほど",
    "では",
    "には",
    "とは",
    "への",
    "での",
    "からの",
    "でも",
];
const ENDINGS: [&str; 46] = [
    "な",
    "だ",
    "て",
    "た",
    "ば",
    "ず",
    "し",
    "せ",
    "れ",
    "ん",
    "ぬ",
    "う",
    "さ",
    "です",
    "ます",
    "ました",
    "ません",
    "でした",
    "だった",
    "ない",
    "なく",
    "たい",
    "らしい",
    "れる",
    "られる",
    "せる",
    "させる",
    "する",
    "した",
    "して",
    "され",
    "される",
    "います",
    "いる",
    "いた",
    "ある",
    "おり",
    "こと",
    "もの",
    "ため",
    "とき",
    "つい",
    "ついて",
    "よる",
    "よって",
    "おける",
];
/// What Chinese puts behind a word.
const CHINESE: [char; 13] =
    ['的', '了', '着', '过', '過', '吗', '嗎', '呢', '吧', '们', '們', '得', '地'];

/// The words of a text in which spaces do not part all of them.
pub(super) struct Phrases<'t> {
    text: &'t str,
    /// Where words end.
    ends: Vec<usize>,
    /// The first of them that may be asked for next.
    next: usize,
}

impl<'t> Phrases<'t> {
    /// The words of a text, if it has such words at all.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        // The first of these letters is U+1100, whose first byte is this one.
        if !text.bytes().any(|byte| byte >= 0xe1) || !text.chars().any(is_close) {
            return None;
        }
        let segmenter: WordSegmenterBorrowed<'static> =
            WordSegmenter::new_auto(WordBreakInvariantOptions::default());
        let ends = segmenter.segment_str(text).collect();
        Some(Self { text, ends, next: 0 })
    }

    /// What it costs to end a line at a place behind those asked for before, if letters stand on
    /// both sides that no space parts.
    pub(super) fn cost(&mut self, at: usize) -> Option<i64> {
        let before = self.text[..at].chars().next_back()?;
        let after = self.text[at..].chars().next()?;
        if !is_close(after) || !(is_close(before) || before.is_numeric()) {
            return None;
        }
        while self.ends.get(self.next).is_some_and(|&end| end < at) {
            self.next += 1;
        }
        let start = self.next.checked_sub(1).map_or(0, |last| self.ends[last]);
        let end = self.ends.get(self.next + 1).copied();
        // Syllables of Korean are parted by spaces where words end.
        let korean = [before, after].map(|c| c.script() == Script::Hangul) == [true; 2];
        if korean || self.ends.get(self.next) != Some(&at) || before.is_numeric() {
            return Some(INSIDE_PHRASE);
        }
        let (word, following) =
            (&self.text[start..at], &self.text[at..end.unwrap_or(self.text.len())]);
        Some(match () {
            () if belongs_to(following, word) => INSIDE_PHRASE,
            () if word.chars().all(is_hiragana) || CHINESE.contains(&before) => 0,
            () => BETWEEN_WORDS,
        })
    }
}

/// Whether a word stays with the one before it.
fn belongs_to(word: &str, before: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next();
    if first.is_some_and(|c| CHINESE.contains(&c)) && letters.next().is_none() {
        return true;
    }
    // A prefix of courtesy belongs to what comes after it.
    if matches!(before, "お" | "ご" | "第") {
        return true;
    }
    let bound = PARTICLES.contains(&word) || ENDINGS.contains(&word);
    // Any other word of Hiragana alone is an ending behind a stem, and a word of its own behind
    // a particle.
    let ending = word.chars().all(is_hiragana) && !before.chars().all(is_hiragana);
    bound || ending
}

/// Whether words of a script stand side by side without spaces; those of Korean, too, may be
/// parted anywhere as far as Unicode’s rules go.
fn is_close(c: char) -> bool {
    let script = c.script();
    c == 'ー'
        || matches!(
            script,
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Bopomofo
                | Script::Hangul
        )
}

fn is_hiragana(c: char) -> bool {
    c.script() == Script::Hiragana
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text, a bar where a line of a title ends well and a stroke between words of a
    /// compound.
    fn parted(text: &str) -> String {
        let mut phrases = Phrases::of(text).expect("words without spaces");
        let mut out = String::new();
        for (at, c) in text.char_indices() {
            match phrases.cost(at) {
                Some(0) => out.push('|'),
                Some(BETWEEN_WORDS) => out.push('/'),
                _ => {}
            }
            out.push(c);
        }
        out
    }

    #[test]
    fn words_of_japanese_keep_what_belongs_to_them() {
        for (text, expected) in [
            ("まずはここから", "まずは|ここから"),
            ("大規模システムの設計を学ぶ", "大規模/システムの|設計を|学ぶ"),
            ("面接課題に備える", "面接/課題に|備える"),
            ("コミュニティから学ぶ", "コミュニティから|学ぶ"),
            ("お問い合わせ", "お問い合わせ"),
            ("3つの手順", "3つの|手順"),
        ] {
            assert_eq!(parted(text), expected);
        }
    }

    #[test]
    fn words_of_chinese_and_korean_stay_whole() {
        assert_eq!(parted("我们的问题"), "我们的|问题");
        assert_eq!(parted("输出是什么"), "输出/是/什么");
        assert_eq!(parted("한국어 문장"), "한국어 문장");
    }

    #[test]
    fn other_languages_need_no_dictionary() {
        assert!(Phrases::of("Naïve “Größe” — ответ").is_none());
    }
}
