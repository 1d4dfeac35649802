//! Footnotes: the references to them, and the notes at the end of each file.
//!
//! A note stands after the text that refers to it and in the same file, with its way back
//! in front: that is where Kobo, Kindle and Apple Books look for what they pop up. A note
//! that several files refer to stands in each of them.

use crate::document::{Inline, InlineKind, visit};

use super::headings::Headings;
use super::text::Text;
use super::xml::Xml;

impl Text<'_> {
    /// A reference to the footnote with `label`, if there is one. Inside a link it waits,
    /// since links do not nest.
    pub(super) fn note_reference(&mut self, label: &str) {
        let Some(note) = self.book.note(label) else { return };
        self.cited.wait(note);
        if !self.in_link {
            self.flush_note_references();
        }
    }

    /// Takes down the footnotes that words refer to which stand elsewhere.
    pub(super) fn note(&mut self, elsewhere: &[Inline]) {
        visit::inlines(elsewhere, &mut |inline| {
            if let InlineKind::FootnoteReference(label) = &inline.kind
                && let Some(note) = self.book.note(label)
            {
                self.cited.count(note);
            }
        });
    }

    /// Writes the references that waited.
    pub(super) fn flush_note_references(&mut self) {
        for note in self.cited.take_waiting() {
            let count = self.cited.count(note);
            self.reference(note + 1, count);
        }
    }

    fn reference(&mut self, number: usize, count: usize) {
        if self.book.stands_alone() {
            return self.leaf("sup", &[], &number.to_string());
        }
        let attributes = [
            ("class", "added"),
            ("epub:type", "noteref"),
            ("role", "doc-noteref"),
            ("id", &format!("_ref-{number}-{count}")),
            ("href", &format!("#_note-{number}")),
        ];
        self.element("sup", &[], |text| text.leaf("a", &attributes, &number.to_string()));
    }

    /// The notes that this file has referred to. A note may refer to others.
    pub(super) fn write_notes(&mut self) {
        let mut written = 0;
        while let Some(note) = self.cited.get(written) {
            if written == 0 {
                self.empty("hr", &[("class", "notes")]);
            }
            self.write_note(note);
            written += 1;
        }
    }

    fn write_note(&mut self, index: usize) {
        let number = (index + 1).to_string();
        let id = format!("_note-{number}");
        let attributes =
            [("epub:type", "footnote"), ("role", "doc-footnote"), ("id", id.as_str())];
        let attributes =
            if self.book.stands_alone() { &attributes[1..2] } else { &attributes[..] };
        let document = self.book.document;
        self.headings = Headings::below(1);
        self.element("aside", attributes, |text| {
            let front = |text: &mut Self| text.way_back(&number);
            text.blocks_after(front, &document.footnotes[index].blocks);
        });
        self.markup().line();
    }

    fn way_back(&mut self, number: &str) {
        if self.book.stands_alone() {
            self.leaf("sup", &[], number);
            return self.text(" ");
        }
        let attributes = [
            ("class", "added back"),
            ("role", "doc-backlink"),
            ("href", &format!("#_ref-{number}-1")),
            ("aria-label", &self.book.listed(number, self.book.words.book.back)),
        ];
        self.leaf("a", &attributes, number);
        self.text(" ");
    }
}
