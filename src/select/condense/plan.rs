//! A guide that grows from the shortest answers to longer ones: every question its best,
//! before any has a second.
//!
//! Whoever has so much room says what each answer costs at each length; each step gives
//! more room to the answer that wins most by it. This is the greedy way through a knapsack
//! in which every answer has one of several sizes (Sinha and Zoltners, 1979).

use std::collections::BinaryHeap;

use super::lengths::{Length, Lengths};
use super::offer::Offer;
use super::options::CondenseOptions;
use super::{Condensed, Judge, prune, set, shortened, split};
use crate::document::{Document, Entry, Role};

/// The share of an answer that a plan expects to stay: little, so that the best of each is
/// what says most for its room.
const SHARE: f64 = 0.0;
/// After so many words of an answer, more of it are worth half as much, so that no answer
/// swells while another starves.
const ENOUGH: f64 = 30.0;
/// So many lengths after the one that it has are looked at for an answer: where one more
/// step wins little, a longer one may.
const AHEAD: usize = 3;
/// What nothing costs, in the unit of heights: words that fill up a line come first, but
/// are compared with one another.
const FREE: f64 = 0.25;

/// A guide whose answers have several lengths.
#[derive(Debug)]
pub struct Plan<'a> {
    document: &'a Document,
    entries: Vec<&'a Entry>,
    answers: Vec<Lengths>,
}

/// An answer that gets longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which, counted through all entries.
    pub answer: usize,
    /// The number of its new length.
    pub length: usize,
}

impl<'a> Plan<'a> {
    /// Judges all answers of a document.
    pub fn new(document: &'a Document, options: &CondenseOptions) -> Self {
        let judge = Judge::of(document, options);
        let entries: Vec<&Entry> =
            document.sections.iter().flat_map(|section| &section.entries).collect();
        let answer = |entry: &&Entry| {
            let mut judged = judge.answer(entry, SHARE, true);
            // What the author calls the key to an answer is its shortest form.
            judged.keep(|unit| unit.role == Role::Key);
            let may_go = matches!(entry, Entry::Topic(topic) if topic.title.is_empty());
            Lengths::new(judged.units, judged.worth, may_go)
        };
        let answers = entries.iter().map(answer).collect();
        Self { document, entries, answers }
    }

    /// The document with each answer at its shortest.
    pub fn shortest(&mut self) -> Condensed {
        self.after(&[])
    }

    /// The document with each answer at its shortest, but for those that `steps` lengthen.
    pub fn after(&mut self, steps: &[Step]) -> Condensed {
        let mut numbers = vec![0; self.answers.len()];
        for step in steps {
            numbers[step.answer] = step.length;
        }
        let answers = &mut self.answers;
        shortened(self.document, |index, _| {
            let answer = &mut answers[index];
            let length = answer.at(numbers[index]).filter(|length| !length.whole)?;
            let choice = length.choice.clone();
            Some((answer.units.clone(), choice))
        })
    }

    /// The steps that win most for the room that they take, in order, as many as there is
    /// `room` for; nothing where not even the shortest answers have room. `height` says how
    /// much an entry takes, of the lengths of each the shortest first.
    pub fn steps(
        &mut self,
        room: i64,
        height: impl FnMut(usize, &Entry) -> i64,
    ) -> Option<Vec<Step>> {
        let answers = self.answers.len();
        let mut growth = Growth {
            plan: self,
            height,
            heights: vec![Vec::new(); answers],
            now: vec![0; answers],
            next: vec![0; answers],
            room,
        };
        for answer in 0..answers {
            growth.room -= growth.height_at(answer, 0).unwrap_or(0);
        }
        if growth.room < 0 {
            return None;
        }
        let mut offers: BinaryHeap<Offer> =
            (0..answers).filter_map(|answer| growth.offer(answer)).collect();
        let mut steps = Vec::new();
        while let Some(Offer { number: answer, .. }) = offers.pop() {
            steps.extend(growth.grow(answer));
            offers.extend(growth.offer(answer));
        }
        Some(steps)
    }

    /// An entry at one of its lengths.
    fn entry(&mut self, answer: usize, number: usize) -> Option<Entry> {
        let lengths = &mut self.answers[answer];
        let Length { choice, whole, .. } = lengths.at(number)?.clone();
        let mut entry = self.entries[answer].clone();
        if !whole {
            let (asking, blocks) = split(&entry);
            let short = prune(blocks, &lengths.units, &choice);
            set(&mut entry, asking, short);
        }
        Some(entry)
    }
}

/// Answers that get longer while there is room.
struct Growth<'p, 'a, F> {
    plan: &'p mut Plan<'a>,
    height: F,
    /// The heights of each answer at those of its lengths that were looked at.
    heights: Vec<Vec<i64>>,
    /// The length that each has.
    now: Vec<usize>,
    /// The one that it is to get next.
    next: Vec<usize>,
    /// What is left.
    room: i64,
}

impl<F: FnMut(usize, &Entry) -> i64> Growth<'_, '_, F> {
    fn height_at(&mut self, answer: usize, number: usize) -> Option<i64> {
        while self.heights[answer].len() <= number {
            let entry = self.plan.entry(answer, self.heights[answer].len())?;
            self.heights[answer].push((self.height)(answer, &entry));
        }
        Some(self.heights[answer][number])
    }

    /// The longer length of an answer that wins most for the room that it takes, if there
    /// is room for one.
    fn offer(&mut self, answer: usize) -> Option<Offer> {
        let now = self.now[answer];
        let height = self.height_at(answer, now)?;
        let &Length { words, worth, .. } = self.plan.answers[answer].at(now)?;
        let wanted = ENOUGH / (ENOUGH + words as f64);
        let mut best: Option<Offer> = None;
        for number in now + 1..=now + AHEAD {
            let Some(taken) = self.height_at(answer, number) else { break };
            let taken = (taken - height).max(0);
            let gain = self.plan.answers[answer].at(number)?.worth - worth;
            let rate = wanted * gain / (taken as f64 + FREE);
            if taken <= self.room && best.as_ref().is_none_or(|best| rate > best.rate) {
                self.next[answer] = number;
                best = Some(Offer { rate, number: answer, stamp: 0 });
            }
        }
        best
    }

    /// Lengthens an answer as its last offer says, if there still is room for it.
    fn grow(&mut self, answer: usize) -> Option<Step> {
        let (now, length) = (self.now[answer], self.next[answer]);
        let taken = self.heights[answer][length] - self.heights[answer][now];
        let room = self.room - taken.max(0);
        (room >= 0).then(|| {
            (self.room, self.now[answer]) = (room, length);
            Step { answer, length }
        })
    }
}
