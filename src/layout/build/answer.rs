//! The flow of one answer, for the back of a card.

use std::mem::take;

use crate::document::{Block, Document, Inline, InlineKind, Section, visit};
use crate::frame::{NodeKind, Structure, Tag};
use crate::layout::flow::Flow;
use crate::layout::inlines::Noted;
use crate::pictures::Pictures;
use crate::text::Shaper;

use super::{Builder, Place};

/// What stands on the back of a card, or on its front below the title.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer<'a> {
    /// The place of its section.
    pub section: usize,
    /// What it says.
    pub blocks: &'a [Block],
    /// What the card asks, whose footnotes stand behind the blocks: a front has room for their
    /// numbers only.
    pub titles: [&'a [Inline]; 2],
}

/// The blocks of an answer; their nodes are added to `structure` below `parent`.
pub(crate) fn answer_flow(
    (document, pictures): (&Document, &Pictures),
    answer: Answer<'_>,
    shaper: &mut Shaper<'_>,
    structure: &mut Structure,
    parent: Tag,
) -> Flow {
    let mut builder = Builder::new(shaper, pictures, document);
    builder.names_beside = true;
    builder.flow.structure = take(structure);
    // A card names its section in its bar: no head of a section goes on above an answer.
    let number = document.sections[answer.section].number;
    let section = Section { number, ..Section::default() };
    builder.push_section(answer.section, &section);
    let place = Place::top(Some(parent), 2);
    answer.titles.iter().for_each(|title| builder.note_title(title, parent));
    builder.blocks(answer.blocks, place);
    builder.footnotes(place);
    *structure = take(&mut builder.flow.structure);
    builder.flow
}

impl Builder<'_, '_> {
    /// Takes down the footnotes of a title that stands elsewhere.
    fn note_title(&mut self, title: &[Inline], parent: Tag) {
        visit::inlines(title, &mut |inline| {
            let InlineKind::FootnoteReference(label) = &inline.kind else { return };
            let Some(&index) = self.notes.get(label.as_str()) else { return };
            if self.noted.known(index).is_none() {
                // Nothing is drawn for the node, so that it is left out of the file.
                let first = self.flow.structure.add(NodeKind::Reference, Some(parent));
                self.noted.add(Noted { index, first, elsewhere: true });
            }
        });
    }
}
