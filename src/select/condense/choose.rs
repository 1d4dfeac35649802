//! Chooses the units of an answer that stay, under a number of words.

use std::collections::{BTreeMap, BTreeSet};

use super::unit::{Fate, Form, Standing, Unit};
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

/// A choice, and what is known of it.
struct Base {
    choice: Choice,
    covered: Vec<bool>,
    value: f64,
    words: usize,
}

/// The best units of an answer that have at most `budget` words together, with all that
/// these need; one at least, be it longer, unless there is none.
pub fn choose(units: &[Unit], worth: &Worth, budget: usize) -> Choice {
    let chooser = Chooser { units, worth, budget };
    let pinned = chooser.pinned();
    let bundles = chooser.bundles();
    let mut taken = chooser.greedy(&pinned, &bundles);
    chooser.exchange(&pinned, &bundles, &mut taken);
    let mut best = Chooser::union(&pinned, &taken);
    if best.forms.is_empty() {
        best = chooser.shortest_good(&bundles);
    }
    loosen(units, &mut best);
    best
}

/// Whether any unit can stand with all that it needs. Where none can, the best is shown
/// all the same: an answer is never empty.
pub fn can_answer(units: &[Unit]) -> bool {
    let chooser = Chooser { units, worth: &Worth::default(), budget: 0 };
    !chooser.bundles_of(Standing::Poor, Fate::Open).is_empty()
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
            choice.forms.insert(index, form);
        }
    }
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
                let says = form.words > 0 || unit.is_shown();
                let stands =
                    says && form.standing <= worst && form.standing != Standing::Heads;
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

    fn union(pinned: &Choice, taken: &[&Bundle]) -> Choice {
        taken
            .iter()
            .fold(pinned.clone(), |all, bundle| all.with(&bundle.choice, bundle.unit))
    }

    fn base(&self, choice: Choice) -> Base {
        let mut covered = vec![false; self.worth.weights.len()];
        for (unit, form) in choice.iter() {
            self.worth.terms[unit][form].iter().for_each(|term| covered[*term] = true);
        }
        let (value, words) = (self.value(&choice), choice.words(self.units));
        Base { choice, covered, value, words }
    }

    /// What `base` would be worth with `bundle`, and how many words it would have.
    fn together(&self, base: &Base, bundle: &Bundle) -> (f64, usize) {
        let own = bundle.choice.form(bundle.unit);
        if base.choice.form(bundle.unit).is_some_and(|form| Some(form) != own) {
            let next = base.choice.with(&bundle.choice, bundle.unit);
            return (self.value(&next), next.words(self.units));
        }
        let (mut value, mut words) = (base.value, base.words);
        let mut terms = Vec::new();
        for (unit, form) in
            bundle.choice.iter().filter(|(unit, _)| !base.choice.has(*unit))
        {
            value += self.worth.alone[unit][form];
            words += self.units[unit].forms[form].words;
            let new =
                self.worth.terms[unit][form].iter().filter(|term| !base.covered[**term]);
            terms.extend(new.copied());
        }
        terms.sort_unstable();
        terms.dedup();
        (
            value + terms.into_iter().map(|term| self.worth.weights[term]).sum::<f64>(),
            words,
        )
    }

    /// Takes what adds most for its words as long as there is room.
    fn greedy<'b>(&self, pinned: &Choice, bundles: &'b [Bundle]) -> Vec<&'b Bundle> {
        let mut taken: Vec<&Bundle> = Vec::new();
        let mut base = self.base(pinned.clone());
        loop {
            let mut best: Option<(f64, &Bundle)> = None;
            for bundle in bundles.iter().filter(|bundle| !base.choice.has(bundle.unit)) {
                let (value, words) = self.together(&base, bundle);
                if words > self.budget {
                    continue;
                }
                let cost = (words.saturating_sub(base.words).max(1) as f64).powf(POWER);
                let gain = (value - base.value) / cost;
                if gain > 0.0 && best.is_none_or(|(most, _)| gain > most) {
                    best = Some((gain, bundle));
                }
            }
            let Some((_, bundle)) = best else { return taken };
            taken.push(bundle);
            base = self.base(base.choice.with(&bundle.choice, bundle.unit));
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
            let now = self.value(&Self::union(pinned, taken));
            let mut best: Option<(f64, usize, &Bundle)> = None;
            for out in 0..taken.len() {
                let mut rest = taken.clone();
                rest.remove(out);
                let rest = self.base(Self::union(pinned, &rest));
                for bundle in bundles {
                    let (value, words) = self.together(&rest, bundle);
                    let most = best.as_ref().map_or(now + 1e-9, |(most, ..)| *most);
                    if words <= self.budget && value > most {
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
