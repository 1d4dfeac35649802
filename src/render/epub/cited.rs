//! Which footnotes a file has referred to, and how often.

use std::collections::BTreeMap;
use std::mem;

/// What a file has referred to so far; notes by their indices.
#[derive(Default)]
pub(super) struct Cited {
    /// In the order of first reference.
    order: Vec<usize>,
    /// How often each was referred to.
    counts: BTreeMap<usize, usize>,
    /// References that wait for the end of a link.
    waiting: Vec<usize>,
}

impl Cited {
    /// Lets a reference wait.
    pub(super) fn wait(&mut self, note: usize) {
        self.waiting.push(note);
    }

    /// The references that waited, which wait no more.
    pub(super) fn take_waiting(&mut self) -> Vec<usize> {
        mem::take(&mut self.waiting)
    }

    /// Counts a reference to a note; which one of those to this note it is, from 1.
    pub(super) fn count(&mut self, note: usize) -> usize {
        let count = self.counts.entry(note).or_default();
        *count += 1;
        if *count == 1 {
            self.order.push(note);
        }
        *count
    }

    /// The note that was referred to as the `at`th, from 0.
    pub(super) fn get(&self, at: usize) -> Option<usize> {
        self.order.get(at).copied()
    }
}
