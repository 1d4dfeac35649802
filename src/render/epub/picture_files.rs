//! The pictures of a book as its files: which there are, and what they are called.

use std::collections::BTreeMap;

use crate::document::{Document, InlineKind, each_inline};
use crate::pictures::{BookFile, Pictures};

/// The pictures that a document shows, as files of its book.
#[derive(Debug, Default)]
pub(super) struct PictureFiles {
    /// Names by source number and source.
    names: BTreeMap<(u32, String), String>,
    files: BTreeMap<String, BookFile>,
}

impl PictureFiles {
    /// Those of the pictures that the document names, numbered as they come up.
    pub(super) fn of(document: &Document, pictures: &Pictures) -> Self {
        let mut files = Self::default();
        let mut known = BTreeMap::new();
        each_inline(document, |inline| {
            let InlineKind::Image { source, .. } = &inline.kind else { return };
            let Some(index) = pictures.index(inline.span.source, source) else { return };
            let key = (inline.span.source, source.clone());
            if files.names.contains_key(&key) {
                return;
            }
            let number = known.len() + 1;
            let name = known.entry(index).or_insert_with(|| {
                let file = pictures.graphic(index)?.book_file()?;
                let name = format!("pictures/{number}.{}", file.ending);
                files.files.insert(name.clone(), file);
                Some(name)
            });
            files.names.extend(name.clone().map(|name| (key, name)));
        });
        files
    }

    /// The name of a source's file.
    pub(super) fn name(&self, guide: u32, source: &str) -> Option<&str> {
        self.names.get(&(guide, source.to_owned())).map(String::as_str)
    }

    /// The files by name.
    pub(super) const fn files(&self) -> &BTreeMap<String, BookFile> {
        &self.files
    }
}
