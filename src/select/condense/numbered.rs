//! An answer in numbered words, so that looking at it is arithmetic.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::phrases::{Phrases, is_unspaced};
use super::ranges::touching;
use super::unit::{Form, Unit};
use super::words::{Corpus, Words};

/// A word, or a pair of neighbouring words: the second is none for a word alone.
pub(super) type Term = (u32, Option<u32>);

/// What an answer is looked at with.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// Finds words.
    pub words: &'a Words,
    /// The phrases of the language.
    pub phrases: &'a Phrases,
    /// How rare words are.
    pub corpus: &'a Corpus,
}

/// An answer in numbered words.
pub(super) struct Answer<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) units: &'a [Unit],
    /// The words of each unit as it stands.
    pub(super) tokens: Vec<Vec<u32>>,
    /// At which byte of its text each of them begins.
    places: Vec<Vec<usize>>,
    /// Each word once, with its rarity.
    pub(super) vocabulary: Vec<(String, f64)>,
    pub(super) numbers: BTreeMap<String, u32>,
    pub(super) title: BTreeSet<u32>,
    /// The heading above each unit, without words where there is none.
    pub(super) headings: Vec<Rc<Head>>,
    /// The terms so far, those of units as they stand first.
    pub(super) terms: BTreeMap<Term, usize>,
}

/// A heading inside an answer.
#[derive(Default)]
pub(super) struct Head {
    pub(super) words: BTreeSet<u32>,
    /// How rare they are together.
    pub(super) total: f64,
    /// How many of them the title has.
    pub(super) asked: usize,
}

impl<'a> Answer<'a> {
    pub(super) fn new(reader: &'a Reader<'a>, units: &'a [Unit], title: &str) -> Self {
        let mut answer = Self {
            reader,
            units,
            tokens: Vec::new(),
            places: Vec::new(),
            vocabulary: Vec::new(),
            numbers: BTreeMap::new(),
            title: BTreeSet::new(),
            headings: Vec::new(),
            terms: BTreeMap::new(),
        };
        answer.title = answer.numbered(title).into_iter().collect();
        let mut before: Option<&Unit> = None;
        for unit in units {
            let text = if unit.is_shown() { "" } else { &unit.whole().text };
            let placed = reader.words.placed(text);
            answer.places.push(placed.iter().map(|(place, _)| *place).collect());
            let tokens =
                placed.into_iter().map(|(_, word)| answer.number(word)).collect();
            answer.tokens.push(tokens);
            let same = |last: &&Unit| last.heading == unit.heading;
            let heading = match before.filter(same) {
                Some(_) => answer.headings.last().map(Rc::clone),
                None => unit.heading.map(|above| Rc::new(answer.head(above))),
            };
            answer.headings.push(heading.unwrap_or_default());
            before = Some(unit);
        }
        answer
    }

    fn head(&self, heading: usize) -> Head {
        let words: BTreeSet<u32> = self.tokens[heading].iter().copied().collect();
        let (total, asked) =
            (self.total(&words), words.intersection(&self.title).count());
        Head { words, total, asked }
    }

    pub(super) fn numbered(&mut self, text: &str) -> Vec<u32> {
        let words = self.reader.words.of(text);
        words.into_iter().map(|word| self.number(word)).collect()
    }

    pub(super) fn number(&mut self, word: String) -> u32 {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        let number = self.vocabulary.len() as u32;
        let rarity = self.reader.corpus.rarity(&word);
        self.vocabulary.push((word.clone(), rarity));
        self.numbers.insert(word, number);
        number
    }

    pub(super) fn rarity(&self, word: u32) -> f64 {
        self.vocabulary[word as usize].1
    }

    pub(super) fn total<'w>(&self, words: impl IntoIterator<Item = &'w u32>) -> f64 {
        words.into_iter().map(|word| self.rarity(*word)).sum()
    }

    /// In how many units each word stands.
    pub(super) fn spread(&self) -> Vec<f64> {
        let mut spread = vec![0.0; self.vocabulary.len()];
        for tokens in &self.tokens {
            for word in tokens.iter().collect::<BTreeSet<_>>() {
                spread[*word as usize] += 1.0;
            }
        }
        spread
    }

    /// The words that a unit begins with.
    pub(super) fn beginning(&self, unit: usize) -> &[u32] {
        let tokens = &self.tokens[unit];
        &tokens[..tokens.len().min(subject_words(self.units[unit].whole()))]
    }

    /// The words of a form: those of its unit that it is not without.
    pub(super) fn tokens_of(&self, index: usize, form: &Form) -> Vec<u32> {
        let start = self.units[index].place.range.start;
        let words = self.places[index].iter().zip(&self.tokens[index]);
        let stays = |place: usize| {
            let cut = touching(&form.without, &(start + place..start + place + 1));
            cut.is_empty()
        };
        words.filter(|(place, _)| stays(**place)).map(|(_, word)| *word).collect()
    }

    /// A unit as a vector of length 1: its words, weighted by rarity.
    pub(super) fn vector(&self, tokens: &[u32]) -> Vec<(u32, f64)> {
        let mut weights: BTreeMap<u32, f64> = BTreeMap::new();
        for word in tokens {
            *weights.entry(*word).or_default() += self.rarity(*word);
        }
        let length = weights.values().map(|x| x * x).sum::<f64>().sqrt().max(1e-9);
        weights.into_iter().map(|(word, weight)| (word, weight / length)).collect()
    }
}

/// Among how many of its first words a sentence has what it is about.
pub(super) fn subject_words(form: &Form) -> usize {
    if form.text.contains(is_unspaced) { 10 } else { 6 }
}
