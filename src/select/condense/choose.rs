//! Chooses the units of an answer that stay, under a number of words.

use std::collections::BinaryHeap;

use super::bundle::{Bundle, bundles, pinned};
use super::choice::Choice;
use super::offer::Offer;
use super::unit::{Form, Standing, Unit};
use super::worth::Worth;

/// Rounds of exchanges.
const ROUNDS: usize = 12;
/// So many exchanges are tried in a round; with more to try, the first choice stands. It is
/// what a long section of a textbook needs, and a hundredth of a second.
const MOST_EXCHANGES: usize = 100_000;

/// The best units of an answer that have at most `budget` words together, with all that
/// these need; one at least, be it longer, unless there is none.
pub fn choose(units: &[Unit], worth: &Worth, budget: usize) -> Choice {
    Chooser::new(units, worth, &bundles(units), &pinned(units)).choose(budget).0
}

/// Takes connectives off sentences that no longer come after the one they were tied to.
fn loosen(units: &[Unit], choice: &mut Choice) {
    let tied: Vec<usize> =
        choice.iter().filter(|(_, form)| *form == 0).map(|(unit, _)| unit).collect();
    for index in tied {
        let unit = &units[index];
        let before = index.checked_sub(1).is_some_and(|before| choice.has(before));
        let start = unit.place.range.start;
        let is_loose = |form: &Form| {
            form.without.len() == 1
                && form.without[0].start == start
                && form.standing <= Standing::Poor
        };
        if let Some(form) = unit.forms.iter().position(is_loose).filter(|_| !before) {
            choice.set(index, form);
        }
    }
}

/// What a term is worth that was said so often and is now said so often.
fn between(weights: &[f64], before: u32, after: u32) -> f64 {
    let most = weights.len();
    weights[(before as usize).min(most)..(after as usize).min(most)].iter().sum()
}

/// Chooses among the bundles of an answer.
pub(super) struct Chooser<'a> {
    units: &'a [Unit],
    worth: &'a Worth,
    bundles: &'a [Bundle],
    /// What stays in any case.
    pinned: &'a Choice,
    budget: usize,
    /// The form of each unit that stays.
    forms: Vec<Option<usize>>,
    /// How many of those have each term.
    said: Vec<u32>,
    words: usize,
    /// In which look at a bundle each term was counted last, and how often it is said then.
    marks: Vec<(u32, u32)>,
    look: u32,
    stamp: usize,
    /// Gains shrink as more is said, so one that was best and still is need not be compared
    /// with those that were worse (Minoux, 1978).
    offers: BinaryHeap<Offer>,
}

impl<'a> Chooser<'a> {
    pub(super) fn new(
        units: &'a [Unit],
        worth: &'a Worth,
        bundles: &'a [Bundle],
        pinned: &'a Choice,
    ) -> Self {
        Self {
            units,
            worth,
            bundles,
            pinned,
            budget: 0,
            forms: vec![None; units.len()],
            said: vec![0; worth.weights.len()],
            words: 0,
            marks: vec![(0, 0); worth.weights.len()],
            look: 0,
            stamp: 0,
            offers: BinaryHeap::new(),
        }
    }

    /// The best units that have at most `budget` words together, and what they are worth.
    pub(super) fn choose(&mut self, budget: usize) -> (Choice, f64) {
        self.budget = budget;
        self.clear();
        let mut taken = self.fill();
        // An exchange may leave room for one more.
        for _ in 0..ROUNDS {
            self.exchange(&mut taken);
            self.put_back(&taken);
            let more = self.fill();
            if more.is_empty() {
                break;
            }
            taken.extend(more);
        }
        let mut best = self.pinned.clone();
        for bundle in taken {
            best.add(self.bundles[bundle].units.iter().copied());
        }
        if best.is_empty() {
            best.add(self.least());
        }
        self.clear();
        self.add(best.iter());
        let value = self.value();
        loosen(self.units, &mut best);
        (best, value)
    }

    /// Takes what still fits, the best for its words first.
    fn fill(&mut self) -> Vec<usize> {
        self.offers.clear();
        for bundle in 0..self.bundles.len() {
            if self.forms[self.bundles[bundle].unit].is_none() {
                self.offer(bundle);
            }
        }
        std::iter::from_fn(|| self.next()).collect()
    }

    /// Has these bundles, and what stays in any case, and nothing else.
    fn put_back(&mut self, taken: &[usize]) {
        self.clear();
        for bundle in taken {
            self.add(self.bundles[*bundle].units.iter().copied());
        }
    }

    fn clear(&mut self) {
        self.forms.fill(None);
        self.said.fill(0);
        self.words = 0;
        self.add(self.pinned.iter());
    }

    fn add(&mut self, units: impl IntoIterator<Item = (usize, usize)>) {
        for (unit, form) in units {
            if self.forms[unit].is_none() {
                self.forms[unit] = Some(form);
                self.words += self.units[unit].forms[form].words;
                for (term, times) in &self.worth.terms[unit][form] {
                    self.said[*term] += times;
                }
            }
        }
        self.stamp += 1;
    }

    /// What a bundle would add, in worth and in words.
    fn gain(&mut self, bundle: usize) -> (f64, usize) {
        self.look += 1;
        let (mut gain, mut words) = (0.0, 0);
        let units = &self.bundles[bundle].units;
        for &(unit, form) in units.iter().filter(|(unit, _)| self.forms[*unit].is_none())
        {
            gain += self.worth.alone[unit][form];
            words += self.units[unit].forms[form].words;
            for &(term, times) in &self.worth.terms[unit][form] {
                let (look, more) = self.marks[term];
                let before = if look == self.look { more } else { self.said[term] };
                self.marks[term] = (self.look, before + times);
                gain += between(&self.worth.weights[term], before, before + times);
            }
            gain += self.worth.beside * self.neighbours(unit) as f64;
        }
        (gain, words)
    }

    /// How many of the sentences right before and after one in its paragraph stay.
    fn neighbours(&self, unit: usize) -> usize {
        let paragraph = self.units[unit].paragraph;
        let stays = |other: usize| {
            self.units.get(other).is_some_and(|one| one.paragraph == paragraph)
                && self.forms[other].is_some()
        };
        usize::from(unit.checked_sub(1).is_some_and(stays)) + usize::from(stays(unit + 1))
    }

    fn offer(&mut self, bundle: usize) {
        let (gain, words) = self.gain(bundle);
        let fits = self.words.saturating_add(words) <= self.budget;
        if fits && words > 0 && gain > 0.0 {
            let rate = gain / (words as f64).powf(self.worth.power);
            self.offers.push(Offer { rate, number: bundle, stamp: self.stamp });
        }
    }

    /// Takes what adds most for its words, if anything still does.
    fn next(&mut self) -> Option<usize> {
        loop {
            let Offer { number: bundle, stamp, .. } = self.offers.pop()?;
            if self.forms[self.bundles[bundle].unit].is_some() {
                continue;
            }
            if stamp != self.stamp {
                self.offer(bundle);
                continue;
            }
            self.add(self.bundles[bundle].units.iter().copied());
            return Some(bundle);
        }
    }

    fn value(&self) -> f64 {
        let own = self.forms.iter().enumerate();
        let own = own.filter_map(|(unit, form)| {
            let beside = self.neighbours(unit) as f64 / 2.0;
            Some(self.worth.alone[unit][(*form)?] + self.worth.beside * beside)
        });
        let terms = self.said.iter().zip(&self.worth.weights);
        let said: f64 = terms.map(|(said, worth)| between(worth, 0, *said)).sum();
        own.sum::<f64>() + said
    }

    /// Puts one bundle in the place of another while that wins.
    fn exchange(&mut self, taken: &mut [usize]) {
        if taken.len() * self.bundles.len() > MOST_EXCHANGES {
            return;
        }
        let mut now = self.value();
        for _ in 0..ROUNDS {
            let mut best: Option<(f64, usize, usize)> = None;
            for out in 0..taken.len() {
                self.clear();
                for (n, bundle) in taken.iter().enumerate() {
                    if n != out {
                        self.add(self.bundles[*bundle].units.iter().copied());
                    }
                }
                let rest = self.value();
                for bundle in 0..self.bundles.len() {
                    if self.forms[self.bundles[bundle].unit].is_some() {
                        continue;
                    }
                    let (gain, words) = self.gain(bundle);
                    let value = rest + gain;
                    let most = best.map_or(now + 1e-9, |(most, ..)| most);
                    if self.words + words <= self.budget && value > most {
                        best = Some((value, out, bundle));
                    }
                }
            }
            let Some((value, out, bundle)) = best else { return };
            (now, taken[out]) = (value, bundle);
        }
    }

    /// Where nothing fits: what is worth most for its words, and not much too long.
    fn least(&mut self) -> Vec<(usize, usize)> {
        self.clear();
        let mut best: Option<(f64, usize)> = None;
        for bundle in 0..self.bundles.len() {
            let (gain, words) = self.gain(bundle);
            let words = words.max(1) as f64;
            let over = (words / self.budget.max(1) as f64).max(1.0);
            let rate = gain / words.powf(self.worth.power) / over;
            if best.is_none_or(|(most, _)| rate > most) {
                best = Some((rate, bundle));
            }
        }
        best.map(|(_, bundle)| self.bundles[bundle].units.clone()).unwrap_or_default()
    }
}
