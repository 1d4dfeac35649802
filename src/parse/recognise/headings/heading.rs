//! The headings of a source, with what their words and places say.

use crate::document::plain_text;

use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::asking::{Asks, asks, mark};

/// A heading among the blocks.
pub(super) struct Heading {
    pub index: usize,
    pub level: u8,
    pub words: String,
    pub asks: Asks,
    pub named: bool,
    pub linked: bool,
    /// Whether text comes before the next heading.
    pub has_text: bool,
    /// The heading that it stands under, as an index into the list of headings.
    pub parent: Option<usize>,
}

/// The headings among `blocks`, in order; `linked` says which of them links lead to.
pub(super) fn gather(blocks: &[Raw], linked: &dyn Fn(&Raw) -> bool) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::Heading { level, content, .. } = &block.kind else { continue };
        while open.last().is_some_and(|last| headings[*last].level >= *level) {
            open.pop();
        }
        let words = plain_text(content);
        headings.push(Heading {
            index,
            level: *level,
            asks: asks(&words),
            named: mark(&words).is_some_and(|mark| mark.named),
            linked: linked(block),
            has_text: blocks.get(index + 1).is_some_and(is_text),
            parent: open.last().copied(),
            words,
        });
        open.push(headings.len() - 1);
    }
    headings
}

fn is_text(block: &Raw) -> bool {
    !matches!(block.kind, RawKind::Heading { .. } | RawKind::Rule)
}
