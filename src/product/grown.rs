//! The longest answers that so many pages hold, measured entry by entry: each length of an
//! answer is shaped once, however many choices of lengths are tried.

use crate::bisect;
use crate::document::{Document, Entry, Section};
use crate::layout::build::EntryFlows;
use crate::layout::galley::{Slug, height_of};
use crate::layout::sheet::Dense;
use crate::pictures::Pictures;
use crate::select::condense::{Plan, Step};
use crate::text::Shaper;

/// An entry that goes on a sheet.
struct Measured {
    /// The head of the section that it is the first of.
    head: Vec<Slug>,
    /// Its slugs at each length that was looked at.
    lengths: Vec<Vec<Slug>>,
}

/// Answers that grow while there is room.
pub(super) struct Grown<'a> {
    dense: &'a Dense<'a>,
    entries: Vec<Measured>,
    steps: Vec<Step>,
}

impl<'a> Grown<'a> {
    /// Measures the entries of `document`, whose answers are those of `plan`; nothing where
    /// the shortest are higher than all columns together.
    pub(super) fn new<'d>(
        document: &'d Document,
        pictures: &'d Pictures,
        dense: &'a Dense<'a>,
        plan: &mut Plan<'_>,
        shaper: &'d mut Shaper<'_>,
    ) -> Option<Self> {
        let mut flows = EntryFlows::new(document, pictures, shaper);
        let sections = document.sections.iter().enumerate();
        let places: Vec<(usize, &Section)> = sections
            .flat_map(|(index, section)| {
                section.entries.iter().map(move |_| (index, section))
            })
            .collect();
        let mut entries: Vec<Measured> = Vec::with_capacity(places.len());
        let mut room = dense.room();
        for (n, (index, section)) in places.iter().enumerate() {
            let first = n == 0 || places[n - 1].0 != *index;
            let head = first.then(|| dense.slugs(&flows.head(*index, section)));
            let head = head.unwrap_or_default();
            room -= height_of(&head);
            entries.push(Measured { head, lengths: Vec::new() });
        }
        let height = |answer: usize, entry: &Entry| {
            let (index, section) = places[answer];
            let measured = &mut entries[answer];
            let mut slugs = dense.slugs(&flows.of(index, section, entry));
            if let (Some(first), false) = (slugs.first_mut(), measured.head.is_empty()) {
                // A head and the first title below it stand close.
                first.before = 0;
            }
            let height = height_of(&slugs);
            measured.lengths.push(slugs);
            height
        };
        let steps = plan.steps(room, height)?;
        Some(Self { dense, entries, steps })
    }

    /// The steps up to the last with which everything fits its columns; nothing where the
    /// shortest answers do not.
    pub(super) fn longest(mut self) -> Option<Vec<Step>> {
        let anywhere = !self.holds(0, false);
        if anywhere && !self.holds(0, true) {
            return None;
        }
        let all = 0..self.steps.len() + 1;
        let count = bisect::most(all, |count| self.holds(count, anywhere));
        self.steps.truncate(count);
        Some(self.steps)
    }

    /// Whether everything fits after so many steps. Where `anywhere`, columns may begin at
    /// any place.
    fn holds(&self, count: usize, anywhere: bool) -> bool {
        let mut numbers = vec![0; self.entries.len()];
        for step in &self.steps[..count] {
            numbers[step.answer] = step.length;
        }
        let entries = self.entries.iter().zip(numbers);
        let slugs = entries.flat_map(|(entry, number)| {
            entry.head.iter().chain(entry.lengths.get(number).into_iter().flatten())
        });
        self.dense.fits(&slugs.copied().collect::<Vec<_>>(), anywhere)
    }
}
