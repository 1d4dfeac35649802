//! The pictures of a book: which there are, and what their files are called.

use std::collections::BTreeMap;

use super::text::Text;
use super::xml::Xml;
use crate::document::{Document, Inline, InlineKind, each_inline};
use crate::pictures::{BookFile, Pictures};

/// The pictures that a document shows, as files of its book.
#[derive(Debug, Default)]
pub struct Shown {
    /// Names by source number and source.
    names: BTreeMap<(u32, String), String>,
    files: BTreeMap<String, BookFile>,
}

impl Shown {
    /// Those of the pictures that the document names, numbered as they come up.
    pub fn of(document: &Document, pictures: &Pictures) -> Self {
        let mut shown = Self::default();
        let mut known = BTreeMap::new();
        each_inline(document, |inline| {
            let InlineKind::Image { source, .. } = &inline.kind else { return };
            let Some(index) = pictures.index(inline.span.source, source) else { return };
            let key = (inline.span.source, source.clone());
            if shown.names.contains_key(&key) {
                return;
            }
            let number = known.len() + 1;
            let name = known.entry(index).or_insert_with(|| {
                let file = pictures.graphic(index)?.book_file()?;
                let name = format!("pictures/{number}.{}", file.ending);
                shown.files.insert(name.clone(), file);
                Some(name)
            });
            shown.names.extend(name.clone().map(|name| (key, name)));
        });
        shown
    }

    /// The name of a source's file.
    pub fn name(&self, guide: u32, source: &str) -> Option<&str> {
        self.names.get(&(guide, source.to_owned())).map(String::as_str)
    }

    /// The files by name.
    pub const fn files(&self) -> &BTreeMap<String, BookFile> {
        &self.files
    }
}

impl Text<'_> {
    /// A picture, or the words that stand for it.
    pub fn picture(&mut self, inline: &Inline, source: &str, alt: &str) {
        let shown = self.book.pictures;
        let name = shown.and_then(|shown| shown.name(inline.span.source, source));
        if let Some(name) = name {
            return self.empty("img", &[("src", name), ("alt", alt.trim())]);
        }
        let word = self.book.words.picture;
        if alt.trim().is_empty() {
            return self.added(&format!("[{word}]"));
        }
        let attributes = [("class", "picture"), ("role", "img"), ("aria-label", alt)];
        self.element("span", &attributes, |text| {
            text.added(&format!("[{word}: "));
            text.text(alt);
            text.added("]");
        });
    }
}
