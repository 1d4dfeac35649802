//! What could be taken next, ordered by what it adds.

use std::cmp::Ordering;

/// Something to be taken; the greatest is the best, of equals the one with the lowest number.
pub(super) struct Offer {
    /// What it adds for what it costs.
    pub rate: f64,
    /// Which it is.
    pub number: usize,
    /// How much had been taken when its rate was found.
    pub stamp: usize,
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
        self.rate.total_cmp(&other.rate).then(other.number.cmp(&self.number))
    }
}
