//! What an author keeps, and what has to stand for its sake.

use crate::layout::flow::{AppearsIn, Element};
use crate::select::Rank;

/// What is around something that is kept is kept too.
pub(super) fn keep_around(elements: &mut [Element]) {
    for n in (0..elements.len()).rev() {
        if let Some(parent) =
            elements[n].parent.filter(|_| elements[n].rank == Rank::KEPT)
        {
            elements[parent].rank = Rank::KEPT;
            elements[parent].appears_in = AppearsIn::Both;
        }
    }
}
