//! Flows of single entries, which are measured before a sheet is put together of them.

use crate::document::{Document, Entry, Section};
use crate::frame::NodeKind;
use crate::layout::flow::Flow;
use crate::pictures::Pictures;
use crate::text::Shaper;

use super::Builder;
use super::kept::keep_around;

/// Makes flows of single entries as they come out in the flow of a sheet.
pub(crate) struct EntryFlows<'a, 's> {
    builder: Builder<'a, 's>,
    /// The place of the section that the last flow was of.
    section: Option<usize>,
}

impl<'a, 's> EntryFlows<'a, 's> {
    /// Those of entries of `document`.
    pub(crate) fn new(
        document: &'s Document,
        pictures: &'s Pictures,
        shaper: &'s mut Shaper<'a>,
    ) -> Self {
        let mut builder = Builder::new(shaper, pictures, document);
        builder.condensing = true;
        Self { builder, section: None }
    }

    /// The flow of an entry of `section`, which has so many sections before it.
    pub(crate) fn of(&mut self, index: usize, section: &Section, entry: &Entry) -> Flow {
        let builder = &mut self.builder;
        builder.push_section(index, section);
        if self.section.replace(index) != Some(index) {
            builder.number_width = builder.widest_number(section);
        }
        let tag = builder.flow.structure.add(NodeKind::Section, None);
        builder.entry(entry, tag, 2);
        keep_around(&mut builder.flow.elements);
        self.take()
    }

    /// The flow of the head of `section`, empty where that has no title.
    pub(crate) fn head(&mut self, index: usize, section: &Section) -> Flow {
        let builder = &mut self.builder;
        builder.push_section(index, section);
        if !section.title.is_empty() {
            let tag = builder.flow.structure.add(NodeKind::Section, None);
            builder.section_head(section, tag);
            builder.keep = None;
        }
        self.take()
    }

    fn take(&mut self) -> Flow {
        let Flow { separators, direction, .. } = &self.builder.flow;
        let (separators, direction) = (separators.clone(), *direction);
        let empty = Flow { separators, direction, ..Flow::default() };
        std::mem::replace(&mut self.builder.flow, empty)
    }
}
