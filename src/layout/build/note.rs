//! Footnotes: set behind the entry that refers to them, their numbers linked there and back.

use crate::frame::{LinkTarget, NodeKind};
use crate::layout::flow::Label;
use crate::layout::inlines::{Link, Noted, add_link};
use crate::text::{Format, Shaped};

use super::list::{GAP, label_format};
use super::{Builder, Place};

impl Builder<'_, '_> {
    /// Adds the footnotes referred to since they were last set.
    pub(super) fn footnotes(&mut self, place: Place) {
        let mut set = 0;
        // A note may refer to another.
        while let Some(noted) = self.noted.get(set) {
            set += 1;
            let index = noted.index;
            let footnotes = self.footnotes;
            let tag = Some(self.flow.structure.add(NodeKind::Note, place.tag));
            let number = (index + 1).to_string();
            let inside = self.hang(&number, noted, Place { tag, ..place });
            self.anchors.push(noted.anchor());
            self.blocks(&footnotes[index].blocks, inside);
        }
        self.noted.clear();
    }

    /// Hangs a footnote's number before what follows, which leads back to where it is
    /// referred to, if that is in this flow; gives the place for the note.
    fn hang(&mut self, number: &str, noted: Noted, place: Place) -> Place {
        let label = self.flow.structure.add(NodeKind::Label, place.tag);
        let format = if noted.elsewhere {
            label_format(Some(label))
        } else {
            let tag = Some(self.flow.structure.add(NodeKind::Link, Some(label)));
            let target = LinkTarget::Anchor(noted.back());
            let link = Link { target, title: number.to_owned(), tag };
            let link = Some(add_link(&mut self.flow.links, link));
            Format { link, ..label_format(tag) }
        };
        let text = self.line(&format!("{number} "), format);
        let indent = place.indent + text.width() + GAP;
        let run_in = Shaped::default();
        self.label = Some(Label { text, run_in, gap: GAP, tint: None });
        Place { indent, ..place }
    }
}
