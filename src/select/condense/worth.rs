//! What units are worth: a first, simple measure, without weights that are fitted.
//!
//! A unit is worth what it says of the likely words of a summary that is not yet said, and
//! something for its place and for how much it has in common with the others.

use std::collections::{BTreeMap, BTreeSet};

use super::phrases::is_unspaced;
use super::unit::{Standing, Unit};

/// How rare words are in a guide.
#[derive(Debug, Default)]
pub struct Corpus {
    entries: usize,
    entries_with: BTreeMap<String, usize>,
}

impl Corpus {
    /// Counts the words of one more entry.
    pub fn add(&mut self, text: &str) {
        self.entries += 1;
        for word in tokens(text).into_iter().collect::<BTreeSet<_>>() {
            *self.entries_with.entry(word).or_default() += 1;
        }
    }

    /// How much a word says: more the fewer entries have it.
    fn rarity(&self, word: &str) -> f64 {
        let with = self.entries_with.get(word).copied().unwrap_or(0);
        (1.0 + self.entries as f64 / (1.0 + with as f64)).ln()
    }
}

/// The worth of an answer's units, for [`super::choose`].
#[derive(Debug, Default)]
pub struct Worth {
    /// Of each form of each unit by itself.
    pub alone: Vec<Vec<f64>>,
    /// The words and pairs of words of each form of each unit.
    pub terms: Vec<Vec<Vec<usize>>>,
    /// What each of these is worth, once.
    pub weights: Vec<f64>,
}

/// The words of `text`, in lower case, cut to their first letters.
pub fn tokens(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut out = Vec::new();
    for run in lower.split(|c: char| !c.is_alphanumeric()) {
        let mut word = String::new();
        for c in run.chars() {
            if is_unspaced(c) {
                out.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
                out.push(c.to_string());
            } else if word.chars().count() < 6 {
                word.push(c);
            }
        }
        out.extend((!word.is_empty()).then_some(word));
    }
    out
}

/// How much of the worth is a unit's own, beside the words that it adds.
const OWN: f64 = 0.8;

/// The worth of `units` as answers to `title`.
pub fn worth(units: &[Unit], title: &str, corpus: &Corpus) -> Worth {
    let said: Vec<Vec<String>> =
        units.iter().map(|unit| tokens(&unit.whole().text)).collect();
    let asked: BTreeSet<String> = tokens(title).into_iter().collect();
    let ranks = ranks(&said, corpus);
    let mut terms = Terms::new(units, &said, &asked, corpus);
    let mut worth = Worth::default();
    for (index, unit) in units.iter().enumerate() {
        let mut alone = Vec::new();
        let mut of = Vec::new();
        for form in &unit.forms {
            let words = tokens(&form.text);
            let place =
                1.0 / (1.0 + unit.paragraph as f64) + 1.0 / (1.0 + unit.number as f64);
            let shared = words.iter().filter(|word| asked.contains(*word)).count();
            let shared = shared as f64 / asked.len().max(1) as f64;
            let poor = if form.standing == Standing::Answers { 1.0 } else { 0.3 };
            let own = ranks[index] + 0.3 * place + 0.3 * shared.min(1.0);
            alone.push(OWN * poor * own * words.len() as f64);
            of.push(if unit.is_shown() { Vec::new() } else { terms.numbers(&words) });
        }
        worth.alone.push(alone);
        worth.terms.push(of);
    }
    worth.weights = terms.weights;
    worth
}

/// The words and pairs of neighbouring words of an answer.
struct Terms {
    numbers: BTreeMap<(String, String), usize>,
    weights: Vec<f64>,
}

impl Terms {
    fn new(
        units: &[Unit],
        said: &[Vec<String>],
        asked: &BTreeSet<String>,
        corpus: &Corpus,
    ) -> Self {
        let mut counts: BTreeMap<(String, String), f64> = BTreeMap::new();
        for (unit, words) in units.iter().zip(said) {
            let much = if unit.heads() || unit.emphasised { 1.5 } else { 1.0 };
            for term in pairs(words) {
                *counts.entry(term).or_default() += much;
            }
        }
        let mut terms = Self { numbers: BTreeMap::new(), weights: Vec::new() };
        for (number, ((one, two), count)) in counts.into_iter().enumerate() {
            let rare = corpus.rarity(&one);
            let weight = if two.is_empty() {
                let asked = if asked.contains(&one) { 1.5 } else { 1.0 };
                (1.0 + count).ln() * rare * asked * 0.4
            } else if count > 1.0 {
                count.ln() * (rare + corpus.rarity(&two)) * 0.3
            } else {
                0.05
            };
            terms.weights.push(weight);
            terms.numbers.insert((one, two), number);
        }
        terms
    }

    fn numbers(&mut self, words: &[String]) -> Vec<usize> {
        let found: BTreeSet<usize> =
            pairs(words).filter_map(|term| self.numbers.get(&term).copied()).collect();
        found.into_iter().collect()
    }
}

/// Each word with nothing, and each with the next.
fn pairs(words: &[String]) -> impl Iterator<Item = (String, String)> {
    let ones = words.iter().map(|word| (word.clone(), String::new()));
    ones.chain(words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())))
}

/// The ranks of `TextRank`: a unit is worth much that says what many such units say. The best has 1.
fn ranks(said: &[Vec<String>], corpus: &Corpus) -> Vec<f64> {
    let vectors: Vec<BTreeMap<&str, f64>> =
        said.iter().map(|words| vector(words, corpus)).collect();
    let count = vectors.len();
    let mut near = vec![vec![0.0; count]; count];
    for one in 0..count {
        for other in 0..one {
            let shared = vectors[one]
                .iter()
                .filter_map(|(w, x)| vectors[other].get(w).map(|y| x * y));
            let shared: f64 = shared.sum();
            (near[one][other], near[other][one]) = (shared, shared);
        }
    }
    let sums: Vec<f64> =
        near.iter().map(|row| row.iter().sum::<f64>().max(1e-9)).collect();
    let mut ranks = vec![1.0 / count.max(1) as f64; count];
    for _ in 0..20 {
        ranks = (0..count)
            .map(|to| {
                let sent =
                    (0..count).map(|from| ranks[from] / sums[from] * near[from][to]);
                0.15 / count as f64 + 0.85 * sent.sum::<f64>()
            })
            .collect();
    }
    let most = ranks.iter().copied().fold(1e-9, f64::max);
    ranks.iter().map(|rank| rank / most).collect()
}

fn vector<'a>(words: &'a [String], corpus: &Corpus) -> BTreeMap<&'a str, f64> {
    let mut vector: BTreeMap<&str, f64> = BTreeMap::new();
    for word in words {
        *vector.entry(word).or_default() += corpus.rarity(word);
    }
    let length = vector.values().map(|x| x * x).sum::<f64>().sqrt().max(1e-9);
    for x in vector.values_mut() {
        *x /= length;
    }
    vector
}
