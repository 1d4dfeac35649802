//! In which order elements are omitted from a sheet that is too small for all.
//!
//! By rank; within a rank one of each entry in turn, so that none is emptied while another
//! keeps its examples; and in each turn those first that win most lines for the fewest
//! words. What is omitted of an entry is omitted from its end: a list loses its tail.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::document::word_count;
use crate::layout::arrange::{Arranger, Choice};
use crate::layout::flow::{AppearsIn, Flow};

use super::measure::{rest_of, text_of};

/// What can be omitted in one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Omission {
    /// The text of an element but for its short text.
    Rest(usize),
    /// An element.
    Whole(usize),
}

/// How many words of the guide each element has.
#[derive(Debug)]
pub(super) struct Words {
    whole: Vec<usize>,
    /// Those that are not in its short text.
    rest: Vec<usize>,
}

impl Words {
    pub(super) fn of(flow: &Flow) -> Self {
        let of = |text: &dyn Fn(usize) -> String| {
            (0..flow.elements.len()).map(|n| word_count(&text(n))).collect()
        };
        Self {
            whole: of(&|n| text_of(&flow.elements[n])),
            rest: of(&|n| rest_of(&flow.elements[n]).unwrap_or_default()),
        }
    }

    /// How many of them stand; labels of titles are not looked at.
    pub(super) fn kept(&self, choice: &Choice) -> usize {
        let standing = (0..self.whole.len()).filter(|&n| !choice.gone[n]);
        let kept = standing
            .map(|n| self.whole[n] - if choice.shortened[n] { self.rest[n] } else { 0 });
        kept.sum()
    }
}

impl Omission {
    pub(super) fn apply(self, choice: &mut Choice) {
        match self {
            Self::Rest(n) => choice.shortened[n] = true,
            Self::Whole(n) => choice.gone[n] = true,
        }
    }

    pub(super) fn undo(self, choice: &mut Choice) {
        match self {
            Self::Rest(n) => choice.shortened[n] = false,
            Self::Whole(n) => choice.gone[n] = false,
        }
    }

    /// Whether it could come back without standing alone and without a hole in its list.
    pub(super) fn may_return(
        self,
        flow: &Flow,
        choice: &Choice,
        before: &BTreeMap<usize, usize>,
    ) -> bool {
        match self {
            Self::Rest(n) => !choice.gone[n],
            Self::Whole(n) => {
                let parent = flow.elements[n].parent;
                let around = [parent, before.get(&n).copied()];
                around.into_iter().flatten().all(|other| !choice.gone[other])
            }
        }
    }
}

/// For each item of a list but the first, the one before it.
pub(super) fn before_in_lists(flow: &Flow) -> BTreeMap<usize, usize> {
    let pairs = flow.lists.iter().flat_map(|list| list.items.windows(2));
    pairs.map(|pair| (pair[1], pair[0])).collect()
}

/// What is droppable, the first to be omitted first.
pub(super) fn omission_order(
    flow: &Flow,
    words: &Words,
    arranger: &Arranger<'_>,
    choice: &Choice,
) -> Vec<Omission> {
    let run_in = parts_of_run_in(flow, choice);
    let mut turns = BTreeMap::new();
    let mut order = Vec::new();
    for (n, element) in flow.elements.iter().enumerate().rev() {
        if element.appears_in != AppearsIn::Both {
            continue;
        }
        let lines = arranger.lines_taken(n, run_in[n]);
        let mut may_drop = |step, rank, words: usize, lines: i64| {
            let turn = turns.entry((rank, element.section, element.entry)).or_insert(0);
            let price = words as i64 * 1_000_000 / lines.max(1);
            order.push((Reverse(rank), *turn, price, step));
            *turn += 1;
        };
        if let Some(short) = element.short_text.as_ref().filter(|_| !choice.shortened[n])
        {
            let share = words.rest[n] as i64 * 1000 / words.whole[n].max(1) as i64;
            may_drop(Omission::Rest(n), short.rank, words.rest[n], lines * share / 1000);
        }
        if element.rank.is_droppable() {
            may_drop(Omission::Whole(n), element.rank, words.whole[n], lines);
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(.., step)| step).collect()
}

/// Which elements are parts of a list that is run in.
fn parts_of_run_in(flow: &Flow, choice: &Choice) -> Vec<bool> {
    let mut parts = vec![false; flow.elements.len()];
    let lists = flow.lists.iter().zip(&choice.run_in).filter(|(_, run_in)| **run_in);
    for item in lists.flat_map(|(list, _)| &list.items) {
        parts[*item] = true;
    }
    parts
}
