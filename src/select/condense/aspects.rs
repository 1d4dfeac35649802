//! What a title asks about, and which sentences speak of it.

use super::numbered::{Answer, subject_words};
use super::unit::{Form, Standing, Unit};

/// A word that the title asks about, and a way to speak of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aspect {
    /// The word's share of all that the title asks.
    pub share: f64,
    /// How it is spoken of.
    pub mention: Mention,
}

/// Ways to speak of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mention {
    /// Anywhere.
    Named,
    /// Among the first words: as what a sentence is about.
    Subject,
    /// In the first sentence that says what it is, or that opens the part headed by it.
    Defined,
}

impl Answer<'_> {
    /// What the title asks about, as far as the answer speaks of it, and which forms do.
    /// `defines` tells of a unit whether it says what something is.
    pub(super) fn aspects(
        &self,
        defines: impl Fn(usize) -> bool,
    ) -> (Vec<Aspect>, Vec<Vec<Vec<usize>>>) {
        let name = |word: u32| self.vocabulary[word as usize].0.as_str();
        let answered =
            |word: &u32| self.tokens.iter().any(|tokens| tokens.contains(word));
        let asked: Vec<(u32, f64)> = self
            .title
            .iter()
            .filter(|word| answered(word))
            .map(|word| (*word, self.reader.corpus.asks(name(*word))))
            .filter(|(_, asks)| *asks > 0.0)
            .collect();
        let all: f64 = asked.iter().map(|(_, asks)| asks).sum();
        let mentions = [Mention::Named, Mention::Subject, Mention::Defined];
        let aspects = asked.iter().flat_map(|(_, asks)| {
            mentions.map(|mention| Aspect { share: asks / all, mention })
        });
        let definitions: Vec<Option<usize>> = asked
            .iter()
            .map(|(word, _)| {
                (0..self.units.len()).find(|unit| {
                    let whole = self.units[*unit].whole();
                    (defines(*unit) || self.opens_part(*unit, *word))
                        && whole.standing == Standing::Answers
                        && self.is_about(*unit, *word)
                })
            })
            .collect();
        let speaks = (0..self.units.len()).map(|unit| {
            let forms = self.units[unit].forms.iter();
            let of_form = |form: &Form| {
                let tokens = self.tokens_of(unit, form);
                let first = &tokens[..tokens.len().min(subject_words(form))];
                let mut spoken = Vec::new();
                for (at, (word, _)) in asked.iter().enumerate() {
                    if tokens.contains(word) {
                        spoken.push(at * mentions.len());
                    }
                    if first.contains(word) {
                        spoken.push(at * mentions.len() + 1);
                    }
                    if definitions[at] == Some(unit) {
                        spoken.push(at * mentions.len() + 2);
                    }
                }
                spoken
            };
            forms.map(of_form).collect()
        });
        (aspects.collect(), speaks.collect())
    }

    /// Whether a word is among those that a unit begins with, or that lead it.
    fn is_about(&self, unit: usize, word: u32) -> bool {
        let led =
            self.units[unit].lead.is_some_and(|lead| self.tokens[lead].contains(&word));
        led || self.beginning(unit).contains(&word)
    }

    /// Whether a sentence is the first below a heading, or after bold words, that have a word.
    fn opens_part(&self, unit: usize, word: u32) -> bool {
        let one = &self.units[unit];
        let has = |head: &usize| self.tokens[*head].contains(&word);
        let is_first =
            |head: usize| !self.units[head + 1..unit].iter().any(Unit::is_text);
        let heads = one.heading.into_iter().chain(one.lead.filter(|_| one.number == 0));
        heads.filter(has).any(is_first)
    }
}
