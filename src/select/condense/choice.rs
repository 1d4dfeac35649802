//! Which units of an answer stay.

use std::collections::BTreeMap;

use super::unit::{Need, Unit};

/// Which units stay, each in which of its forms.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Choice {
    forms: BTreeMap<usize, usize>,
}

impl Choice {
    /// Everything, as it stands.
    pub fn all(units: &[Unit]) -> Self {
        (0..units.len()).map(|unit| (unit, 0)).collect()
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

    /// Whether nothing stays.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
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

    /// Puts another form in the place of that in which a unit stays.
    pub(super) fn set(&mut self, unit: usize, form: usize) {
        self.forms.insert(unit, form);
    }

    /// How many of the units that a form needs are missing.
    pub(super) fn lacks(&self, need: &Need) -> usize {
        if need.unless.iter().any(|unit| self.has(*unit)) {
            return 0;
        }
        let had = if need.of.len() <= self.forms.len() {
            need.of.iter().filter(|unit| self.has(**unit)).count()
        } else {
            let is_needed = |unit: &&usize| need.of.binary_search(unit).is_ok();
            self.forms.keys().filter(is_needed).count()
        };
        need.least.saturating_sub(had)
    }
}

impl FromIterator<(usize, usize)> for Choice {
    fn from_iter<T: IntoIterator<Item = (usize, usize)>>(units: T) -> Self {
        Self { forms: units.into_iter().collect() }
    }
}

/// Whether everything in `choice` has what it needs, as far as that can be had.
pub fn is_sound(units: &[Unit], choice: &Choice) -> bool {
    choice.iter().all(|(unit, form)| {
        let mut needs = units[unit].forms[form].needs.iter();
        needs.all(|need| choice.lacks(need) == 0)
    })
}
