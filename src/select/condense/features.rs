//! What can be seen of units and of their words, in figures that a line is fitted to.
//!
//! Nothing here needs a list of words, except where `Phrases` has some for the language;
//! where it has none, those figures are 0.

use std::collections::{BTreeMap, BTreeSet};

use super::aspects::Aspect;
use super::central::{Ranks, ranks};
use super::numbered::{Answer, Reader, Term};
use super::phrases::{beginning, contains, is_unspaced};
use super::unit::{Form, Standing, Unit};
use crate::parse::is_question;

/// How many figures a unit has.
pub const OF_UNIT: usize = 41;
/// How many figures a word or a pair of words has.
pub const OF_TERM: usize = 34;

/// An ideograph says more than a letter, and less than a word.
const IDEOGRAPH: f64 = 0.6;

/// The figures of an answer.
#[derive(Debug, Default)]
pub struct Features {
    /// The terms of each form of each unit, by their place in `terms`, each once, sorted,
    /// and how often the form has it.
    pub said: Vec<Vec<Vec<(usize, u32)>>>,
    /// The figures of each unit.
    pub units: Vec<[f64; OF_UNIT]>,
    /// The figures of each term.
    pub terms: Vec<[f64; OF_TERM]>,
    /// Whether a term is a pair.
    pub pairs: Vec<bool>,
    /// The words of each term.
    pub names: Vec<(String, String)>,
    /// The aspects that each form of each unit speaks of, by their place in `aspects`.
    pub speaks: Vec<Vec<Vec<usize>>>,
    /// What an answer wants to have spoken of.
    pub aspects: Vec<Aspect>,
    /// Whether the title is a question, and does not only name what it stands above.
    pub asks: bool,
}

impl Reader<'_> {
    /// The figures of `units` as an answer to `title`.
    pub fn features(&self, units: &[Unit], title: &str) -> Features {
        let mut answer = Answer::new(self, units, title);
        let vectors: Vec<_> =
            answer.tokens.iter().map(|tokens| answer.vector(tokens)).collect();
        let ranks = ranks(&vectors, answer.vocabulary.len());
        let of_units = answer.of_units(&ranks);
        let said = answer.forms();
        let (aspects, speaks) = answer.aspects(|unit| of_units[unit][DEFINES] > 0.0);
        let Terms { figures, pairs, names } = answer.of_terms(&ranks, &of_units);
        Features {
            said,
            units: of_units,
            terms: figures,
            pairs,
            names,
            speaks,
            aspects,
            asks: is_question(title),
        }
    }
}

impl Answer<'_> {
    fn of_units(&self, ranks: &Ranks) -> Vec<[f64; OF_UNIT]> {
        let spread = self.spread();
        let texts = self.units.iter().filter(|unit| unit.is_text()).count().max(1);
        let last = self.units.iter().map(|unit| unit.paragraph).max().unwrap_or(0);
        let firsts = self.firsts();
        let whole = Whole { ranks, spread: &spread, firsts: &firsts, texts, last };
        let mut place = 0;
        let figures = self.units.iter().enumerate().map(|(index, unit)| {
            let seen = self.of_unit(index, place, &whole);
            place += usize::from(unit.is_text());
            seen
        });
        figures.collect()
    }

    /// The unit in which each word comes first.
    fn firsts(&self) -> Vec<usize> {
        let mut firsts = vec![usize::MAX; self.vocabulary.len()];
        for (index, tokens) in self.tokens.iter().enumerate() {
            for word in tokens {
                let first = &mut firsts[*word as usize];
                *first = (*first).min(index);
            }
        }
        firsts
    }

    /// The share of a unit's words, by rarity, that its neighbour has too, if that stands in
    /// the same paragraph.
    fn shared_with(
        &self,
        index: usize,
        other: Option<usize>,
        words: &BTreeSet<u32>,
    ) -> f64 {
        let same = |other: &usize| {
            self.units.get(*other).is_some_and(|unit| {
                unit.paragraph == self.units[index].paragraph && unit.is_text()
            })
        };
        let Some(other) = other.filter(same) else { return 0.0 };
        let beside: BTreeSet<u32> = self.tokens[other].iter().copied().collect();
        self.total(words.intersection(&beside)) / self.total(words).max(1e-9)
    }

    fn of_unit(&self, index: usize, place: usize, whole: &Whole<'_>) -> [f64; OF_UNIT] {
        let unit = &self.units[index];
        let form = unit.whole();
        let words: BTreeSet<u32> = self.tokens[index].iter().copied().collect();
        let phrases = self.reader.phrases;
        let lower = form.text.to_lowercase();
        let shared = self.total(words.intersection(&self.title));
        let mine = self.total(&words).max(1e-9);
        let many =
            words.iter().map(|word| whole.spread[*word as usize] * self.rarity(*word));
        let head = &self.headings[index];
        let new = words.iter().filter(|word| whole.firsts[**word as usize] == index);
        let length = length(form);
        let points = contains(&lower, phrases.ahead) || contains(&lower, phrases.above);
        let capitals = form.text.split_whitespace().skip(1);
        let capitals =
            capitals.filter(|word| word.starts_with(char::is_uppercase)).count();
        [
            whole.ranks.rank[index],
            shared / self.total(&self.title).max(1e-9),
            many.sum::<f64>() / self.units.len() as f64 / mine,
            whole.ranks.near[index],
            1.0 / (1.0 + place as f64),
            1.0 / (1.0 + unit.paragraph as f64),
            yes(place == 0),
            yes(unit.number == 0),
            yes(unit.headings <= 1),
            1.0 / (1.0 + unit.headings as f64),
            head.asked as f64 / self.title.len().max(1) as f64,
            yes(unit.depth > 0),
            yes(unit.emphasised || unit.lead.is_some()),
            unit.codes.min(3) as f64 / 3.0,
            yes(form.text.ends_with([':', '：'])),
            yes(beginning(&form.text, phrases.announces).is_some()),
            yes(beginning(&form.text, phrases.back).is_some()),
            yes(contains(&lower, phrases.defines)),
            yes(points),
            yes(unit.after_code),
            length.min(40.0) / 40.0,
            yes(length < 8.0),
            yes(length > 30.0),
            yes(form.text.ends_with(['?', '？', '؟'])),
            place as f64 / whole.texts as f64,
            yes(unit.of == 1),
            yes(unit.depth > 0 && length <= 12.0),
            yes(contains(&lower, phrases.persons)),
            yes(form.text.contains(|c: char| c.is_ascii_digit())),
            capitals as f64 / self.tokens[index].len().max(1) as f64,
            self.total(new) / mine,
            self.shared_with(index, index.checked_sub(1), &words),
            self.shared_with(index, Some(index + 1), &words),
            self.total(words.intersection(&head.words)) / head.total.max(1e-9),
            mine / words.len().max(1) as f64 / 4.0,
            yes(!ends_sentence(&form.text)),
            yes(unit.paragraph == whole.last),
            yes(form.text.contains(['"', '“', '「', '«'])),
            yes(unit.number + 1 == unit.of),
            yes(unit.quoted),
            signs(&form.text),
        ]
    }

    /// The terms of every form of every unit.
    fn forms(&mut self) -> Vec<Vec<Vec<(usize, u32)>>> {
        for index in 0..self.units.len() {
            for term in pairs(&self.tokens[index]) {
                let next = self.terms.len();
                self.terms.entry(term).or_insert(next);
            }
        }
        let said = (0..self.units.len()).map(|index| {
            let forms = &self.units[index].forms;
            forms.iter().map(|form| self.said(index, form)).collect()
        });
        said.collect()
    }

    fn said(&self, index: usize, form: &Form) -> Vec<(usize, u32)> {
        let tokens = self.tokens_of(index, form);
        let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
        for term in pairs(&tokens) {
            if let Some(at) = self.terms.get(&term) {
                *counts.entry(*at).or_default() += 1;
            }
        }
        counts.into_iter().collect()
    }

    /// The figures of each term, and its words.
    fn of_terms(&self, ranks: &Ranks, of_units: &[[f64; OF_UNIT]]) -> Terms {
        let seen = self.seen(ranks, of_units);
        let spread = self.spread();
        let all = self.units.len().max(1) as f64;
        let heads: BTreeSet<usize> =
            self.units.iter().filter_map(|unit| unit.heading).collect();
        let heads: BTreeSet<u32> = heads
            .into_iter()
            .flat_map(|head| self.tokens[head].iter().copied())
            .collect();
        let stressed = self.units.iter().zip(&self.tokens);
        let stressed: BTreeSet<u32> = stressed
            .filter(|(unit, _)| unit.emphasised || unit.lead.is_some())
            .flat_map(|(_, tokens)| tokens.iter().copied())
            .collect();
        let parts = 1 + self.units.iter().map(|unit| unit.headings).max().unwrap_or(0);
        let paragraphs =
            1 + self.units.iter().map(|unit| unit.paragraph).max().unwrap_or(0);
        let size = (1.0 + self.tokens.iter().map(Vec::len).sum::<usize>() as f64).ln();
        let mut alone = vec![0.0; self.vocabulary.len()];
        for (&(one, two), &at) in &self.terms {
            if two.is_none() {
                alone[one as usize] = seen[at].count;
            }
        }
        let mut terms = Terms::of(self.terms.len());
        for (&(one, two), &at) in &self.terms {
            let words: Vec<u32> = std::iter::once(one).chain(two).collect();
            let mean = |of: &dyn Fn(u32) -> f64| {
                words.iter().map(|word| of(*word)).sum::<f64>() / words.len() as f64
            };
            let is_in = |set: &BTreeSet<u32>| mean(&|word| yes(set.contains(&word)));
            let name = |word: u32| self.vocabulary[word as usize].0.as_str();
            let rarities = || words.iter().map(|word| self.rarity(*word));
            let (least, most) = (
                rarities().fold(f64::INFINITY, f64::min),
                rarities().fold(0.0, f64::max),
            );
            let counts = || words.iter().map(|word| alone[*word as usize]);
            let (few, many) =
                (counts().fold(f64::INFINITY, f64::min), counts().fold(1.0, f64::max));
            let rare = mean(&|word| self.rarity(word));
            let of = &seen[at];
            let (count, units) = ((1.0 + of.count).ln(), of.units.max(1.0));
            let pair = yes(two.is_some());
            let digit =
                |word: u32| yes(name(word).starts_with(|c: char| c.is_ascii_digit()));
            terms.figures[at] = [
                count,
                of.units / all,
                (1.0 + of.units).ln(),
                of.first / all,
                1.0 / (1.0 + of.first),
                of.last / all,
                rare,
                rare * count,
                least,
                most,
                pair,
                is_in(&self.title),
                is_in(&heads),
                is_in(&stressed),
                of.begins / units,
                of.rank,
                (of.last - of.first) / all,
                size,
                mean(&|word| name(word).chars().count() as f64 / 10.0),
                mean(&|word| spread[word as usize] / all),
                of.parts.len() as f64 / parts as f64,
                of.paragraphs.len() as f64 / paragraphs as f64,
                of.defined / units,
                yes(of.defined > 0.0),
                of.asked,
                of.stressed / units,
                of.stands / units,
                pair * of.count / few.max(1.0),
                pair * of.count / many,
                (1.0 + few).ln(),
                rare * rare,
                yes(of.first == 0.0),
                mean(&digit),
                pair * yes(least > BOTH_RARE),
            ];
            terms.pairs[at] = two.is_some();
            terms.names[at] =
                (name(one).to_owned(), two.map(name).unwrap_or_default().to_owned());
        }
        terms
    }

    /// Where each term stands.
    fn seen(&self, ranks: &Ranks, of_units: &[[f64; OF_UNIT]]) -> Vec<Seen> {
        let mut seen = vec![Seen::default(); self.terms.len()];
        for (index, tokens) in self.tokens.iter().enumerate() {
            let unit = &self.units[index];
            for term in pairs(tokens) {
                let seen = &mut seen[self.terms[&term]];
                let place = index as f64;
                if seen.count == 0.0 {
                    seen.first = place;
                }
                if seen.count == 0.0 || seen.last < place {
                    let figures = &of_units[index];
                    seen.units += 1.0;
                    seen.begins += yes(unit.number == 0);
                    seen.defined += figures[DEFINES] * (1.0 - figures[ANNOUNCES]);
                    seen.asked = seen.asked.max(figures[ASKED]);
                    seen.stressed += figures[STRESSED];
                    seen.stands += yes(unit.whole().standing == Standing::Answers);
                    seen.parts.insert(unit.headings);
                    seen.paragraphs.insert(unit.paragraph);
                }
                seen.count += 1.0;
                seen.last = place;
                seen.rank = seen.rank.max(ranks.rank[index]);
            }
        }
        seen
    }
}

/// Places of figures of units that those of terms are made of.
const ASKED: usize = 1;
const STRESSED: usize = 12;
const ANNOUNCES: usize = 15;
const DEFINES: usize = 17;

/// Both words of a pair say something if they are at least so rare: less than a third of
/// the entries have them.
const BOTH_RARE: f64 = 1.5;

/// What is known of an answer as a whole.
struct Whole<'a> {
    ranks: &'a Ranks,
    spread: &'a [f64],
    firsts: &'a [usize],
    /// How many units are sentences.
    texts: usize,
    /// The last paragraph.
    last: usize,
}

/// The terms of an answer.
struct Terms {
    figures: Vec<[f64; OF_TERM]>,
    pairs: Vec<bool>,
    names: Vec<(String, String)>,
}

impl Terms {
    fn of(count: usize) -> Self {
        Self {
            figures: vec![[0.0; OF_TERM]; count],
            pairs: vec![false; count],
            names: vec![(String::new(), String::new()); count],
        }
    }
}

/// Where a term stands in an answer.
#[derive(Debug, Default, Clone)]
struct Seen {
    count: f64,
    units: f64,
    first: f64,
    last: f64,
    /// How many of the units begin a paragraph.
    begins: f64,
    /// The rank of the best of them.
    rank: f64,
    /// How many of them define something, are stressed, stand alone.
    defined: f64,
    stressed: f64,
    stands: f64,
    /// The most that one of them has of the title.
    asked: f64,
    parts: BTreeSet<usize>,
    paragraphs: BTreeSet<usize>,
}

fn yes(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// The share of a text that is signs of formulas and programs.
fn signs(text: &str) -> f64 {
    let is_sign = |c: &char| "\\{}_^=<>|$&~#*+[]/".contains(*c);
    text.chars().filter(is_sign).count() as f64 / text.chars().count().max(1) as f64
}

/// Whether a text ends like a sentence.
fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '”', '»', ')', '）', '」', '』', '’', ' ']);
    end.ends_with(['.', '!', '?', '。', '！', '？', '；', ';', '।', '؟', '…', '۔'])
}

/// Each word, and each pair of neighbours.
fn pairs(words: &[u32]) -> impl Iterator<Item = Term> {
    let ones = words.iter().map(|word| (*word, None));
    ones.chain(words.windows(2).map(|pair| (pair[0], Some(pair[1]))))
}

/// The words of a form; those of a script without spaces count less.
fn length(form: &Form) -> f64 {
    let unspaced = form.text.contains(is_unspaced);
    form.words as f64 * if unspaced { IDEOGRAPH } else { 1.0 }
}
