//! Chooses the units of an answer that stay, under a number of words.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::unit::{Fate, Form, Standing, Unit};
use super::worth::Worth;

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

    /// Adds units that are not there yet.
    pub fn add(&mut self, units: impl IntoIterator<Item = (usize, usize)>) {
        for (unit, form) in units {
            self.forms.entry(unit).or_insert(form);
        }
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

/// The best units of an answer that have at most `budget` words together, with all that
/// these need; one at least, be it longer, unless there is none.
pub fn choose(units: &[Unit], worth: &Worth, budget: usize) -> Choice {
    let bundles = bundles(units);
    let mut chooser = Chooser::new(units, worth, &bundles, budget);
    let pinned = pinned(units);
    chooser.add(pinned.iter());
    let mut taken = Vec::new();
    while let Some(link) = chooser.next() {
        taken.push(link.bundle);
    }
    chooser.exchange(&pinned, &mut taken);
    let mut best = pinned;
    for bundle in taken {
        best.add(bundles[bundle].units.iter().copied());
    }
    if best.forms.is_empty() {
        best.add(chooser.least());
    }
    loosen(units, &mut best);
    best
}

/// Whether any unit can stand with all that it needs. Where none can, the best is shown
/// all the same: an answer is never empty.
pub fn can_answer(units: &[Unit]) -> bool {
    !bundles_of(units, Standing::Poor, Fate::Open).is_empty()
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

/// What is added in one step: a unit with what it needs and was not there.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Link {
    /// The units and their forms.
    pub units: Vec<(usize, usize)>,
    /// What they add to the worth of the answer.
    pub gain: f64,
    /// Their words.
    pub words: usize,
    bundle: usize,
}

/// The units of an answer in the order in which they are worth adding, what the author
/// keeps first: whoever takes the first so many has a sound answer.
pub fn chain(units: &[Unit], worth: &Worth) -> Vec<Link> {
    let bundles = bundles(units);
    let mut chooser = Chooser::new(units, worth, &bundles, usize::MAX);
    let pinned = pinned(units);
    let mut links = Vec::new();
    if !pinned.forms.is_empty() {
        let units: Vec<_> = pinned.iter().collect();
        let words = pinned.words(chooser.units);
        chooser.add(pinned.iter());
        links.push(Link { units, gain: f64::INFINITY, words, bundle: 0 });
    }
    links.extend(std::iter::from_fn(|| chooser.next()));
    links
}

/// A unit in one of its forms, with everything that it needs.
#[derive(Debug)]
struct Bundle {
    unit: usize,
    units: Vec<(usize, usize)>,
}

/// What the author keeps, with what that needs.
fn pinned(units: &[Unit]) -> Choice {
    let mut all = Choice::default();
    for (index, unit) in units.iter().enumerate() {
        if unit.fate == Fate::Keep {
            let bundle = closed(units, index, 0, true);
            all.add(bundle.unwrap_or_else(|| vec![(index, 0)]));
        }
    }
    all
}

/// Bundles of the units that can answer; of poorer ones where there is none.
fn bundles(units: &[Unit]) -> Vec<Bundle> {
    let wanted = [
        (Standing::Answers, Fate::Open),
        (Standing::Poor, Fate::Open),
        (Standing::Never, Fate::Open),
        (Standing::Never, Fate::Drop),
    ];
    let of = |(worst, fate)| bundles_of(units, worst, fate);
    let found = wanted.into_iter().map(of).find(|found| !found.is_empty());
    found.unwrap_or_default()
}

fn bundles_of(units: &[Unit], worst: Standing, fate: Fate) -> Vec<Bundle> {
    let mut found = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let unwanted = unit.fate == Fate::Drop && fate != Fate::Drop;
        if unwanted || unit.heads() {
            continue;
        }
        for (number, form) in unit.forms.iter().enumerate() {
            let says = form.words > 0 || unit.is_shown();
            if !says || form.standing > worst || form.standing == Standing::Heads {
                continue;
            }
            let bundle = closed(units, index, number, worst == Standing::Never);
            found.extend(bundle.map(|units| Bundle { unit: index, units }));
        }
    }
    found
}

/// A unit with what it needs, and what that needs; nothing where that cannot be had.
fn closed(
    units: &[Unit],
    unit: usize,
    form: usize,
    lenient: bool,
) -> Option<Vec<(usize, usize)>> {
    let mut choice = Choice { forms: BTreeMap::from([(unit, form)]) };
    for _ in 0..LONGEST_CHAIN {
        let mut missing = BTreeSet::new();
        for (unit, form) in choice.iter() {
            for need in &units[unit].forms[form].needs {
                let had = need.of.iter().filter(|of| choice.has(**of)).count();
                let wanted = need.least.saturating_sub(had);
                let mut more = need.of.iter().filter(|of| {
                    !choice.has(**of) && (lenient || may_help(&units[**of]))
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
            return Some(choice.iter().collect());
        }
        choice.forms.extend(missing.into_iter().map(|unit| (unit, 0)));
    }
    lenient.then(|| choice.iter().collect())
}

/// Whether a unit may stand for the sake of another.
fn may_help(unit: &Unit) -> bool {
    unit.whole().standing != Standing::Never && unit.fate != Fate::Drop
}

/// What a bundle would add, as it was when `stamp` bundles had been taken.
struct Offer {
    rate: f64,
    bundle: usize,
    stamp: usize,
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
        self.rate.total_cmp(&other.rate).then(other.bundle.cmp(&self.bundle))
    }
}

/// What a term is worth that was said so often and is now said so often.
fn between(weights: &[f64], before: u32, after: u32) -> f64 {
    let most = weights.len();
    weights[(before as usize).min(most)..(after as usize).min(most)].iter().sum()
}

struct Chooser<'a> {
    units: &'a [Unit],
    worth: &'a Worth,
    bundles: &'a [Bundle],
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
    fn new(
        units: &'a [Unit],
        worth: &'a Worth,
        bundles: &'a [Bundle],
        budget: usize,
    ) -> Self {
        let mut chooser = Self {
            units,
            worth,
            bundles,
            budget,
            forms: vec![None; units.len()],
            said: vec![0; worth.weights.len()],
            words: 0,
            marks: vec![(0, 0); worth.weights.len()],
            look: 0,
            stamp: 0,
            offers: BinaryHeap::new(),
        };
        for bundle in 0..bundles.len() {
            chooser.offer(bundle);
        }
        chooser
    }

    fn clear(&mut self) {
        self.forms.fill(None);
        self.said.fill(0);
        self.words = 0;
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
            self.offers.push(Offer { rate, bundle, stamp: self.stamp });
        }
    }

    /// Takes what adds most for its words, if anything still does.
    fn next(&mut self) -> Option<Link> {
        loop {
            let Offer { bundle, stamp, .. } = self.offers.pop()?;
            if self.forms[self.bundles[bundle].unit].is_some() {
                continue;
            }
            if stamp != self.stamp {
                self.offer(bundle);
                continue;
            }
            let (gain, words) = self.gain(bundle);
            let units = self.bundles[bundle].units.iter().copied();
            let units: Vec<_> =
                units.filter(|(unit, _)| self.forms[*unit].is_none()).collect();
            self.add(units.iter().copied());
            return Some(Link { units, gain, words, bundle });
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
    fn exchange(&mut self, pinned: &Choice, taken: &mut [usize]) {
        let mut now = self.value();
        for _ in 0..ROUNDS {
            let mut best: Option<(f64, usize, usize)> = None;
            for out in 0..taken.len() {
                self.clear();
                self.add(pinned.iter());
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
