//! A guide of which less and less stays: every question its best, before any has a second.
//!
//! Who has room for so many lines finds the length that fills it by trying: each step adds
//! the unit that is worth most for its words, in whichever answer it stands.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::choose::{Choice, Link, chain};
use super::options::CondenseOptions;
use super::unit::Unit;
use super::{Condensed, Judge, shortened, split, words};
use crate::document::{Document, Entry};

/// The share of an answer that a plan expects to stay: little, so that the best of each is
/// what says most for its room.
const SHARE: f64 = 0.0;
/// After so many words of an answer, more of it are worth half as much, so that no answer
/// swells while another starves.
const ENOUGH: f64 = 30.0;

/// In which order units are added to the best of each answer.
#[derive(Debug)]
pub struct Plan<'a> {
    document: &'a Document,
    answers: Vec<Planned>,
    /// The answers whose next link is added, one step after the other.
    order: Vec<usize>,
}

/// An answer's units, and the order of adding them.
#[derive(Debug)]
struct Planned {
    units: Vec<Unit>,
    links: Vec<Link>,
}

/// The next link of an answer.
struct Offer {
    rate: f64,
    answer: usize,
    link: usize,
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Offer {}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Offer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rate.total_cmp(&other.rate).then(other.answer.cmp(&self.answer))
    }
}

impl<'a> Plan<'a> {
    /// Judges all answers of a document.
    pub fn new(document: &'a Document, options: &CondenseOptions) -> Self {
        let judge = Judge::of(document, options);
        let entries = document.sections.iter().flat_map(|section| &section.entries);
        let answers: Vec<Planned> = entries
            .map(|entry| {
                let judged = judge.answer(entry, SHARE);
                let mut links = chain(&judged.units, &judged.worth);
                // What is no question may go as a whole.
                if matches!(entry, Entry::Topic(_)) {
                    links.insert(0, Link::default());
                }
                Planned { units: judged.units, links }
            })
            .collect();
        let order = order(&answers);
        Self { document, answers, order }
    }

    /// How many steps there are from the best of each answer to all that can be said.
    pub fn steps(&self) -> usize {
        self.order.len()
    }

    /// The best of each answer, and what so many steps add.
    pub fn after(&self, steps: usize) -> Condensed {
        let mut taken = vec![1; self.answers.len()];
        for answer in &self.order[..steps.min(self.order.len())] {
            taken[*answer] += 1;
        }
        shortened(self.document, |index, entry| {
            let Planned { units, links } = &self.answers[index];
            // An answer of which everything is said is left as it is.
            if taken[index] >= links.len() && words(split(entry).1) <= said(links) {
                return None;
            }
            let mut choice = Choice::default();
            for link in &links[..taken[index].min(links.len())] {
                choice.add(link.units.iter().copied());
            }
            Some((units.clone(), choice))
        })
    }
}

fn said(links: &[Link]) -> usize {
    links.iter().map(|link| link.words).sum()
}

fn order(answers: &[Planned]) -> Vec<usize> {
    let mut offers = BinaryHeap::new();
    let mut said = vec![0; answers.len()];
    let offer = |answer: usize, link: usize, said: usize| {
        let Link { gain, words, .. } = answers[answer].links.get(link)?;
        let rate = gain / (*words).max(1) as f64 * ENOUGH / (ENOUGH + said as f64);
        Some(Offer { rate, answer, link })
    };
    for (answer, planned) in answers.iter().enumerate() {
        said[answer] = planned.links.first().map_or(0, |link| link.words);
        offers.extend(offer(answer, 1, said[answer]));
    }
    let mut order = Vec::new();
    while let Some(Offer { answer, link, .. }) = offers.pop() {
        order.push(answer);
        said[answer] += answers[answer].links[link].words;
        offers.extend(offer(answer, link + 1, said[answer]));
    }
    order
}
