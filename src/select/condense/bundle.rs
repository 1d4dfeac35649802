//! Units with everything that they need to stand.

use std::collections::BTreeSet;

use super::choice::Choice;
use super::unit::{Fate, Standing, Unit};

/// A unit may need one that needs others; no chain is longer.
const LONGEST_CHAIN: usize = 24;
/// Among so many units, those are looked for that another needs: of a list that a sentence
/// announces, the first items.
const REACH: usize = 64;

/// A unit in one of its forms, with everything that it needs.
#[derive(Debug, Clone)]
pub(super) struct Bundle {
    pub unit: usize,
    pub units: Vec<(usize, usize)>,
}

/// Whether any unit can stand with all that it needs. Where none can, the best is shown
/// all the same: an answer is never empty.
pub fn can_answer(units: &[Unit]) -> bool {
    !bundles_of(units, Standing::Poor, Fate::Open).is_empty()
}

/// What the author keeps, with what that needs.
pub(super) fn pinned(units: &[Unit]) -> Choice {
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
pub(super) fn bundles(units: &[Unit]) -> Vec<Bundle> {
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
    let mut choice = Choice::from_iter([(unit, form)]);
    for _ in 0..LONGEST_CHAIN {
        let mut missing = BTreeSet::new();
        for (unit, form) in choice.iter() {
            for need in &units[unit].forms[form].needs {
                let wanted = choice.lacks(need);
                let mut more = need.of.iter().take(REACH).filter(|of| {
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
        choice.add(missing.into_iter().map(|unit| (unit, 0)));
    }
    lenient.then(|| choice.iter().collect())
}

/// Whether a unit may stand for the sake of another.
fn may_help(unit: &Unit) -> bool {
    unit.whole().standing != Standing::Never && unit.fate != Fate::Drop
}
