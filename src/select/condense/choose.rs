//! Chooses the units of an answer that stay, under a number of words.

use std::collections::{BTreeMap, BTreeSet};

use super::unit::{Fate, Standing, Unit};
use super::worth::Worth;

/// How much a long unit is held against it: 1 by its words, 0 not at all.
const POWER: f64 = 0.8;
/// A unit may need one that needs others; no chain is longer.
const LONGEST_CHAIN: usize = 24;
/// Rounds of exchanges.
const ROUNDS: usize = 12;

/// Which units stay, each in which of its forms.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Choice {
    forms: BTreeMap<usize, usize>,
}

impl Choice {
    /// Everything, as it stands.
    pub fn all(units: &[Unit]) -> Self {
        Self { forms: (0..units.len()).map(|unit| (unit, 0)).collect() }
    }

    /// Whether a unit stays.
    pub fn has(&self, unit: usize) -> bool {
        self.forms.contains_key(&unit)
    }

    /// The form in which a unit stays, if it does.
    pub fn form(&self, unit: usize) -> Option<usize> {
        self.forms.get(&unit).copied()
    }

    /// The units that stay, in order, with their forms.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        self.forms.iter().map(|(unit, form)| (*unit, *form))
    }

    /// The words of all that stays.
    pub fn words(&self, units: &[Unit]) -> usize {
        self.iter().map(|(unit, form)| units[unit].forms[form].words).sum()
    }

    /// This and what `other` has beside it. `first` of `other` has its form.
    fn with(&self, other: &Self, first: usize) -> Self {
        let mut forms = self.forms.clone();
        for (unit, form) in other.iter() {
            let entry = forms.entry(unit).or_insert(form);
            if unit == first {
                *entry = form;
            }
        }
        Self { forms }
    }
}

/// Whether everything in `choice` has what it needs, as far as that can be had.
pub fn is_sound(units: &[Unit], choice: &Choice) -> bool {
    choice.iter().all(|(unit, form)| {
        units[unit].forms[form].needs.iter().all(|need| {
            need.of.iter().filter(|of| choice.has(**of)).count() >= need.least
        })
    })
}

/// A unit in one of its forms, with everything that it needs.
#[derive(Debug)]
struct Bundle {
    unit: usize,
    choice: Choice,
}

/// The best units of an answer that have at most `budget` words together, with all that
/// these need; one at least, be it longer, unless there is none.
pub fn choose(units: &[Unit], worth: &Worth, budget: usize) -> Choice {
    let chooser = Chooser { units, worth, budget };
    let pinned = chooser.pinned();
    let bundles = chooser.bundles();
    let mut taken = chooser.greedy(&pinned, &bundles);
    chooser.exchange(&pinned, &bundles, &mut taken);
    let mut best = chooser.union(&pinned, &taken);
    if best.forms.is_empty() {
        best = chooser.shortest_good(&bundles);
    }
    best
}

struct Chooser<'a> {
    units: &'a [Unit],
    worth: &'a Worth,
    budget: usize,
}

impl Chooser<'_> {
    /// What the author keeps, with what that needs.
    fn pinned(&self) -> Choice {
        let mut all = Choice::default();
        for (index, unit) in self.units.iter().enumerate() {
            if unit.fate == Fate::Keep {
                let alone = Choice { forms: BTreeMap::from([(index, 0)]) };
                let bundle = self.closed(index, 0, true).unwrap_or(alone);
                all = all.with(&bundle, index);
            }
        }
        all
    }

    /// Bundles of the units that can answer; of poorer ones where there is none.
    fn bundles(&self) -> Vec<Bundle> {
        let wanted = [
            (Standing::Answers, Fate::Open),
            (Standing::Poor, Fate::Open),
            (Standing::Never, Fate::Open),
            (Standing::Never, Fate::Drop),
        ];
        for (worst, fate) in wanted {
            let found = self.bundles_of(worst, fate);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn bundles_of(&self, worst: Standing, fate: Fate) -> Vec<Bundle> {
        let mut found = Vec::new();
        for (index, unit) in self.units.iter().enumerate() {
            let unwanted = unit.fate == Fate::Drop && fate != Fate::Drop;
            if unwanted || unit.heads() {
                continue;
            }
            for (number, form) in unit.forms.iter().enumerate() {
                let stands = form.standing <= worst && form.standing != Standing::Heads;
                if !stands {
                    continue;
                }
                let bundle = self.closed(index, number, worst == Standing::Never);
                found.extend(bundle.map(|choice| Bundle { unit: index, choice }));
            }
        }
        found
    }

    /// A unit with what it needs, and what that needs; nothing where that cannot be had.
    fn closed(&self, unit: usize, form: usize, lenient: bool) -> Option<Choice> {
        let mut choice = Choice { forms: BTreeMap::from([(unit, form)]) };
        for _ in 0..LONGEST_CHAIN {
            let mut missing = BTreeSet::new();
            for (unit, form) in choice.iter() {
                for need in &self.units[unit].forms[form].needs {
                    let had = need.of.iter().filter(|of| choice.has(**of)).count();
                    let wanted = need.least.saturating_sub(had);
                    let mut more = need.of.iter().filter(|of| {
                        !choice.has(**of) && (lenient || self.may_help(**of))
                    });
                    for _ in 0..wanted {
                        match more.next() {
                            Some(of) => missing.insert(*of),
                            None if lenient => break,
                            None => return None,
                        };
                    }
                }
            }
            if missing.is_empty() {
                return Some(choice);
            }
            choice.forms.extend(missing.into_iter().map(|unit| (unit, 0)));
        }
        lenient.then_some(choice)
    }

    /// Whether a unit may stand for the sake of another.
    fn may_help(&self, unit: usize) -> bool {
        let unit = &self.units[unit];
        unit.whole().standing != Standing::Never && unit.fate != Fate::Drop
    }

    fn value(&self, choice: &Choice) -> f64 {
        let mut covered: BTreeSet<usize> = BTreeSet::new();
        let mut sum = 0.0;
        for (unit, form) in choice.iter() {
            sum += self.worth.alone[unit][form];
            covered.extend(&self.worth.terms[unit][form]);
        }
        sum + covered.into_iter().map(|term| self.worth.weights[term]).sum::<f64>()
    }

    fn union(&self, pinned: &Choice, taken: &[&Bundle]) -> Choice {
        taken
            .iter()
            .fold(pinned.clone(), |all, bundle| all.with(&bundle.choice, bundle.unit))
    }

    /// Takes what adds most for its words as long as there is room.
    fn greedy<'b>(&self, pinned: &Choice, bundles: &'b [Bundle]) -> Vec<&'b Bundle> {
        let mut taken: Vec<&Bundle> = Vec::new();
        let mut now = pinned.clone();
        loop {
            let (value, words) = (self.value(&now), now.words(self.units));
            let mut best: Option<(f64, &Bundle, Choice)> = None;
            for bundle in bundles.iter().filter(|bundle| !now.has(bundle.unit)) {
                let next = now.with(&bundle.choice, bundle.unit);
                let length = next.words(self.units);
                if length > self.budget {
                    continue;
                }
                let cost = (length.saturating_sub(words).max(1) as f64).powf(POWER);
                let gain = (self.value(&next) - value) / cost;
                if gain > 0.0 && best.as_ref().is_none_or(|(most, ..)| gain > *most) {
                    best = Some((gain, bundle, next));
                }
            }
            let Some((_, bundle, next)) = best else { return taken };
            taken.push(bundle);
            now = next;
        }
    }

    /// Puts one bundle in the place of another while that wins.
    fn exchange<'b>(
        &self,
        pinned: &Choice,
        bundles: &'b [Bundle],
        taken: &mut Vec<&'b Bundle>,
    ) {
        for _ in 0..ROUNDS {
            let now = self.value(&self.union(pinned, taken));
            let mut best: Option<(f64, usize, &Bundle)> = None;
            for out in 0..taken.len() {
                let mut rest = taken.clone();
                rest.remove(out);
                let rest = self.union(pinned, &rest);
                for bundle in bundles {
                    let next = rest.with(&bundle.choice, bundle.unit);
                    if next.words(self.units) > self.budget {
                        continue;
                    }
                    let value = self.value(&next);
                    if best.as_ref().map_or(now + 1e-9, |(most, ..)| *most) < value {
                        best = Some((value, out, bundle));
                    }
                }
            }
            let Some((_, out, bundle)) = best else { return };
            taken[out] = bundle;
        }
    }

    /// Where nothing fits: what is worth most for its words.
    fn shortest_good(&self, bundles: &[Bundle]) -> Choice {
        let density = |bundle: &&Bundle| {
            let words = bundle.choice.words(self.units).max(1) as f64;
            self.value(&bundle.choice) / words
        };
        let best = bundles.iter().max_by(|a, b| density(a).total_cmp(&density(b)));
        best.map(|bundle| bundle.choice.clone()).unwrap_or_default()
    }
}
