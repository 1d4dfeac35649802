//! What became of each source of a picture that a document names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::graphic::Graphic;
use super::refusal::Refusal;

/// What became of the pictures of a document.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Pictures {
    places: BTreeMap<(u32, String), usize>,
    outcomes: Vec<Result<Arc<Graphic>, Refusal>>,
}

impl Pictures {
    /// Says what became of a source that text of the document's source number `guide` names.
    pub fn insert(
        &mut self,
        guide: u32,
        source: &str,
        outcome: Result<Arc<Graphic>, Refusal>,
    ) {
        let next = self.outcomes.len();
        let at = *self.places.entry((guide, source.to_owned())).or_insert(next);
        match self.outcomes.get_mut(at) {
            Some(known) => *known = outcome,
            None => self.outcomes.push(outcome),
        }
    }

    /// What became of a source; nothing if nobody looked for it.
    pub fn outcome(
        &self,
        guide: u32,
        source: &str,
    ) -> Option<Result<&Arc<Graphic>, &Refusal>> {
        Some(self.outcomes[self.find(guide, source)?].as_ref())
    }

    /// The number of a source's picture, if it can be shown.
    pub fn index(&self, guide: u32, source: &str) -> Option<usize> {
        let index = self.find(guide, source)?;
        self.graphic(index).map(|_| index)
    }

    /// The picture of a number.
    pub fn graphic(&self, index: usize) -> Option<&Arc<Graphic>> {
        self.outcomes.get(index)?.as_ref().ok()
    }

    fn find(&self, guide: u32, source: &str) -> Option<usize> {
        // A map's keys are borrowed as they are, and looking up is rare.
        self.places.get(&(guide, source.to_owned())).copied()
    }
}
