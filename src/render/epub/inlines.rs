//! Text inside a line.

use crate::document::{Address, Inline, InlineKind, plain_text};

use super::math::mathml;
use super::text::Text;
use super::xml::Xml;

impl Text<'_> {
    /// Inlines in a row.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(words) => self.text(words),
            InlineKind::Code(words) => self.program(&[], words),
            InlineKind::Emphasis(content) => {
                self.markup().facts.emphases += 1;
                self.within("em", content);
            }
            InlineKind::Strong(content) => self.within("strong", content),
            InlineKind::Strikethrough(content) => self.within("s", content),
            InlineKind::Superscript(content) => self.within("sup", content),
            InlineKind::Subscript(content) => self.within("sub", content),
            InlineKind::Link { target, content } => self.link(target, content),
            InlineKind::Image { source, alt, width } => {
                self.picture(inline, source, alt, *width);
            }
            InlineKind::FootnoteReference(label) => self.note_reference(label),
            InlineKind::Math { display, tex } => self.formula(tex, *display),
            InlineKind::LineBreak => self.empty("br", &[]),
            InlineKind::Cloze { content, .. } => self.inlines(content),
        }
    }

    fn within(&mut self, name: &str, content: &[Inline]) {
        self.element(name, &[], |text| text.inlines(content));
    }

    /// A formula, as TeX where it is not understood.
    fn formula(&mut self, tex: &str, display: bool) {
        let class = if display { "math display" } else { "math" };
        if let Some(formula) = mathml(tex, display) {
            self.markup().facts.formulas += 1;
            self.element("span", &[("class", class)], |text| {
                text.markup().append(formula);
            });
        } else {
            self.markup().facts.tex_formulas += 1;
            self.program(&[("class", class)], tex);
        }
    }

    /// A link, or just its content where it leads nowhere from inside a book or stands in
    /// another link, which HTML forbids.
    fn link(&mut self, target: &str, content: &[Inline]) {
        let href = match Address::of(target) {
            Address::Place(id) => self.place(id),
            Address::External(address) => Some(address),
            Address::Path(_) | Address::Nowhere => None,
        };
        let Some(href) = href.filter(|_| !self.in_link) else {
            return self.inlines(content);
        };
        self.in_link = true;
        self.element("a", &[("href", &href)], |text| {
            text.inlines(content);
            // A link without words could be neither shown nor spoken.
            if is_blank(content) {
                text.added(&href);
            }
        });
        self.in_link = false;
        self.flush_note_references();
    }

    fn place(&self, id: &str) -> Option<String> {
        let place = self.book.find(id)?;
        Some(if Some(place.file) == self.file {
            format!("#{}", place.id)
        } else {
            format!("{}#{}", self.book.files[place.file].name, place.id)
        })
    }

    /// Words that are the book's own, not the guide's.
    pub(super) fn added(&mut self, words: &str) {
        let attributes = self.book.own(&[("class", "added")]);
        self.leaf("span", &attributes, words);
    }
}

/// Whether it shows nothing.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    let holds_picture =
        content.iter().any(|i| matches!(i.kind, InlineKind::Image { .. }));
    plain_text(content).trim().is_empty() && !holds_picture
}
