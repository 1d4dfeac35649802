//! Where footnotes stand.

use std::collections::BTreeMap;

use super::tree::Footnote;

/// The place of each footnote, by label; of two with one label, the first is the note.
pub(crate) fn note_places(footnotes: &[Footnote]) -> BTreeMap<&str, usize> {
    let notes = footnotes.iter().enumerate().rev();
    notes.map(|(index, note)| (note.label.as_str(), index)).collect()
}
