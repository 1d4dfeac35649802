//! Words as they are compared: in lower case, without their endings.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, BTreeSet};

use super::language::primary;
use super::phrases::is_unspaced;

/// Where a language has no rules for endings, words are compared by so many letters.
const LETTERS: usize = 6;

/// A word that three of four titles have asks nothing.
const COMMON: f64 = 0.3;

/// With fewer titles than this, no word is common.
const FEW: usize = 6;

/// Finds the words of texts in one language.
pub struct Words {
    stemmer: Option<Stemmer>,
}

impl Words {
    /// For texts in `language`, a BCP 47 tag.
    pub fn new(language: &str) -> Self {
        Self { stemmer: algorithm(language).map(Stemmer::create) }
    }

    /// The words of `text`, in order. Each ideograph and kana is a word.
    pub fn of(&self, text: &str) -> Vec<String> {
        self.placed(text).into_iter().map(|(_, word)| word).collect()
    }

    /// The same, each with the byte at which it begins.
    pub(super) fn placed(&self, text: &str) -> Vec<(usize, String)> {
        let mut out = Vec::new();
        let mut add = |start: usize, end: usize| {
            let stem = self.stem(&text[start..end].to_lowercase());
            out.extend(stem.map(|stem| (start, stem)));
        };
        let mut start = 0;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if is_unspaced(c) {
                add(start, at);
                add(at, end);
                start = end;
            } else if !c.is_alphanumeric() {
                add(start, at);
                start = end;
            }
        }
        add(start, text.len());
        out
    }

    fn stem(&self, word: &str) -> Option<String> {
        let stem = match &self.stemmer {
            _ if word.is_empty() => return None,
            Some(stemmer) => stemmer.stem(word).into_owned(),
            None => word.chars().take(LETTERS).collect(),
        };
        Some(stem)
    }
}

/// The rules for the endings of a language (Porter's Snowball).
fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match primary(language).to_ascii_lowercase().as_str() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

/// How rare words are in a guide: the fewer of its entries have a word, the more it says.
#[derive(Debug, Default)]
pub struct Corpus {
    entries: usize,
    entries_with: BTreeMap<String, usize>,
    titles_with: BTreeMap<String, usize>,
}

impl Corpus {
    /// Counts the words of one more entry and of its title.
    pub fn add(&mut self, title: Vec<String>, words: Vec<String>) {
        self.entries += 1;
        for word in title.into_iter().collect::<BTreeSet<_>>() {
            *self.titles_with.entry(word).or_default() += 1;
        }
        for word in words.into_iter().collect::<BTreeSet<_>>() {
            *self.entries_with.entry(word).or_default() += 1;
        }
    }

    /// How much a word of a title says what is asked there: nothing where most titles have
    /// it, as they have “what” and “is”.
    pub(super) fn asks(&self, word: &str) -> f64 {
        let with = self.titles_with.get(word).copied().unwrap_or(1);
        let rare = (self.entries.max(1) as f64 / with as f64).ln() - COMMON;
        rare.max(0.0) * self.rarity(word).min(1.0)
    }

    /// Whether most titles have a word, so that it tells none of them from others.
    pub(super) fn is_common(&self, word: &str) -> bool {
        let with = self.titles_with.get(word).copied().unwrap_or(0);
        with >= FEW && with * 3 > self.entries
    }

    /// How much a word says: 0 where every entry has it, the more the fewer have it.
    pub(super) fn rarity(&self, word: &str) -> f64 {
        let with = self.entries_with.get(word).copied().unwrap_or(0);
        (1.0 + self.entries as f64 / (1.0 + with as f64)).ln()
    }
}
