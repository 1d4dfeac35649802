//! What a style would make of a source, to be compared with what others would.

use std::collections::BTreeSet;

use super::style::Style;
use crate::parse::raw::{Raw, RawKind};

/// What a style would make of the blocks: the indices of those that are questions, or hold
/// them.
pub(super) struct Finding {
    pub style: Style,
    pub questions: Vec<usize>,
    pub count: usize,
    /// How many things there are that could be written so.
    pub of: usize,
    /// What one question counts, against those of other styles; 0 for a style that counts
    /// where there is no other. The less a style can be anything else, the more: a mark
    /// (`Q12:`) is nothing else (10), `Q:` and `A:` hardly (7), what folds out, an item
    /// with a heading or a card may be (5), a heading with a question mark may head a
    /// topic (3), bold words may be stressed (1).
    pub weight: usize,
}

impl Finding {
    /// Where it is equal, the number of questions decides.
    pub(super) fn score(&self) -> (usize, usize) {
        (self.count * self.weight, self.count)
    }

    /// How many of its questions are not of blocks that `best` has: two styles can mean the
    /// same headings.
    pub(super) fn besides(&self, best: &Self) -> usize {
        let theirs: BTreeSet<usize> = best.questions.iter().copied().collect();
        let own = self.questions.iter().filter(|at| !theirs.contains(at)).count();
        if own == self.questions.len() { self.count } else { own }
    }

    /// A finding of the blocks at `questions`, if there are any, of so many candidates.
    pub(super) fn some(
        style: Style,
        questions: Vec<usize>,
        of: usize,
        weight: usize,
    ) -> Option<Self> {
        let count = questions.len();
        (count > 0).then_some(Self { style, questions, count, of, weight })
    }
}

/// How many blocks of text there are besides those at `indices`.
pub(super) fn others(blocks: &[Raw], indices: &[usize]) -> usize {
    let is_text =
        |block: &&Raw| !matches!(block.kind, RawKind::Heading { .. } | RawKind::Rule);
    blocks.iter().filter(is_text).count().saturating_sub(indices.len())
}
