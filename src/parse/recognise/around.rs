//! What is known of a source besides its blocks.

use std::collections::BTreeSet;

use crate::parse::raw::Raw;

/// What is known of a source besides its blocks.
pub(crate) struct Around<'a> {
    /// Whether links lead to a heading.
    pub linked: &'a dyn Fn(&Raw) -> bool,
    /// The source as it is written.
    pub text: &'a str,
    /// Where headings and paragraphs begin that a tag makes a card of.
    pub cards: &'a BTreeSet<u32>,
    /// Whether a tag says that the source is to be learnt by cards.
    pub deck: bool,
}

impl Around<'_> {
    /// Whether no blank line parts a block from the next.
    pub(super) fn touch(&self, block: &Raw, next: &Raw) -> bool {
        let (start, end) = (block.span.start as usize, next.span.start as usize);
        let Some(written) = self.text.get(start..block.span.end as usize) else {
            return false;
        };
        let between = self.text.get(start + written.trim_end().len()..end);
        between.is_some_and(|between| between.matches('\n').count() <= 1)
    }

    /// Whether a tag makes a card of what begins with a block.
    pub(super) fn is_card(&self, block: &Raw) -> bool {
        self.cards.contains(&block.span.start)
    }
}
