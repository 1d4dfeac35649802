//! The plan of a book: which file each entry goes to, and where every id is found.

use std::collections::BTreeMap;
use std::iter::once;
use std::ops::Range;

use crate::document::{Block, BlockKind, Document, Entry, Section, plain_text};

use super::ids::Ids;
use super::language;
use super::words::Words;
use super::xml::clean;

/// A file stays below this, unless a single entry is longer. Readers open a file as a
/// whole; from about 300 kB on, small ones are slow or refuse.
const FILE_LIMIT: usize = 200_000;

/// A document, and where its pieces go.
pub struct Book<'a> {
    /// What is printed.
    pub document: &'a Document,
    /// The document's title, or a word that stands for it; never blank.
    pub title: String,
    /// A well-formed language tag.
    pub language: String,
    /// What the book says itself.
    pub words: &'static Words,
    /// Files with sections, in reading order.
    pub parts: Vec<Part>,
    /// An id for each section, and for each of its entries.
    pub ids: Vec<(String, Vec<String>)>,
    places: BTreeMap<&'a str, Place>,
    notes: BTreeMap<&'a str, usize>,
}

/// A file with a section or a piece of one.
pub struct Part {
    /// The file's name.
    pub file: String,
    /// Which section, by its index.
    pub section: usize,
    /// Which of its entries, by their indices.
    pub entries: Range<usize>,
    /// Whether the section began in an earlier file.
    pub continued: bool,
}

/// Where an id of the tree is found.
pub struct Place {
    /// The index of the part.
    pub part: usize,
    /// The id in the file.
    pub id: String,
    /// Whether a heading inside an answer has it, not a section or an entry.
    pub heading: bool,
}

impl<'a> Book<'a> {
    /// A plan with one file a section.
    pub fn whole(document: &'a Document) -> Self {
        Self::planned(document, |section| once(0..section.entries.len()).collect())
    }

    /// A plan in which no file is longer than it should be, given the size of each entry
    /// in reading order.
    pub fn split(document: &'a Document, sizes: &[usize]) -> Self {
        let mut first = 0;
        Self::planned(document, |section| {
            let range = first..first + section.entries.len();
            first = range.end;
            pieces(&sizes[range])
        })
    }

    fn planned(
        document: &'a Document,
        mut pieces: impl FnMut(&Section) -> Vec<Range<usize>>,
    ) -> Self {
        let language = language::tag(&document.meta.language);
        let words = Words::of(&language);
        let title = document.meta.title.as_deref().map(one_line);
        let mut book = Self {
            document,
            title: title
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| words.untitled.to_owned()),
            language,
            words,
            parts: Vec::new(),
            ids: Vec::new(),
            places: BTreeMap::new(),
            notes: BTreeMap::new(),
        };
        for (index, section) in document.sections.iter().enumerate() {
            book.parts.extend(parts(document, index, pieces(section)));
        }
        for (index, note) in document.footnotes.iter().enumerate() {
            book.notes.entry(&note.label).or_insert(index);
        }
        book.find_places();
        book
    }

    /// Sections and entries come first, so that a heading inside an answer never takes the
    /// id that the contents point at.
    fn find_places(&mut self) {
        let mut ids = Ids::default();
        for (index, section) in self.document.sections.iter().enumerate() {
            let part = self.part_of(index, 0);
            let section_id = ids.take(&section.id);
            self.place(&section.id, part, section_id.clone(), false);
            let mut entry_ids = Vec::new();
            for (at, entry) in section.entries.iter().enumerate() {
                let id = ids.take(entry.id());
                self.place(entry.id(), self.part_of(index, at), id.clone(), false);
                entry_ids.push(id);
            }
            self.ids.push((section_id, entry_ids));
        }
        for (index, section) in self.document.sections.iter().enumerate() {
            for (at, entry) in section.entries.iter().enumerate() {
                let part = self.part_of(index, at);
                heading_ids(entry.blocks(), &mut |id| {
                    if !self.places.contains_key(id) {
                        self.place(id, part, ids.take(id), true);
                    }
                });
            }
        }
    }

    /// The part that holds an entry; for a section without entries, its only part.
    fn part_of(&self, section: usize, entry: usize) -> usize {
        let begun = |part: &Part| (part.section, part.entries.start) <= (section, entry);
        self.parts.partition_point(begun) - 1
    }

    fn place(&mut self, wish: &'a str, part: usize, id: String, heading: bool) {
        self.places.entry(wish).or_insert(Place { part, id, heading });
    }

    /// Where an id of the tree is found, if there is such an id.
    pub fn find(&self, id: &str) -> Option<&Place> {
        self.places.get(id)
    }

    /// The address of an entry.
    pub fn href(&self, section: usize, entry: usize) -> String {
        let part = &self.parts[self.part_of(section, entry)];
        format!("{}#{}", part.file, self.ids[section].1[entry])
    }

    /// The address of a section: its first file.
    pub fn section_href(&self, section: usize) -> &str {
        &self.parts[self.part_of(section, 0)].file
    }

    /// The index of the footnote with a label.
    pub fn note(&self, label: &str) -> Option<usize> {
        self.notes.get(label).copied()
    }

    /// A section's name where a line of text names it.
    pub fn section_name(&self, section: &Section) -> String {
        let title = one_line(&plain_text(&section.title));
        match (section.number, title.is_empty()) {
            (0, true) => self.title.clone(),
            (0, false) => title,
            (number, true) => format!("{} {number}", self.words.section),
            (number, false) => format!("{number} {title}"),
        }
    }
}

/// An entry's name where a line of text names it: empty for untitled text.
pub fn entry_name(entry: &Entry) -> String {
    let title = plain_text(entry.title());
    match entry {
        Entry::Question(question) => one_line(&format!("Q{} {title}", question.number)),
        Entry::Topic(_) => one_line(&title),
    }
}

/// `text` with each run of white space as one space, and none at the ends.
pub fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parts(document: &Document, section: usize, pieces: Vec<Range<usize>>) -> Vec<Part> {
    // Questions before the first section are section 0: then names and numbers agree.
    let base = usize::from(document.sections[0].number != 0);
    let number = section + base;
    let named = pieces.into_iter().enumerate().map(|(piece, entries)| Part {
        file: match piece {
            0 => format!("section-{number}.xhtml"),
            _ => format!("section-{number}-{}.xhtml", piece + 1),
        },
        section,
        entries,
        continued: piece > 0,
    });
    named.collect()
}

/// Takes entries while they fit; at least one piece, each with at least one entry.
fn pieces(sizes: &[usize]) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = once(0..0).collect();
    let mut filled = 0;
    for (at, size) in sizes.iter().enumerate() {
        let last = pieces.last_mut().expect("there is always a piece");
        if filled + size > FILE_LIMIT && last.start < last.end {
            pieces.push(at..at + 1);
            filled = 0;
        } else {
            last.end = at + 1;
        }
        filled += size;
    }
    pieces
}

fn heading_ids<'a>(blocks: &'a [Block], found: &mut impl FnMut(&'a str)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { id, .. } => found(id),
            BlockKind::Quote { blocks, .. } => heading_ids(blocks, found),
            BlockKind::List(list) => {
                list.items.iter().for_each(|item| heading_ids(&item.blocks, found));
            }
            BlockKind::Definitions(definitions) => {
                let meanings = definitions.iter().flat_map(|d| &d.meanings);
                meanings.for_each(|blocks| heading_ids(blocks, found));
            }
            BlockKind::Paragraph(_)
            | BlockKind::Table(_)
            | BlockKind::Code { .. }
            | BlockKind::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hold_every_entry_once_and_stay_below_the_limit() {
        assert_eq!(pieces(&[]), vec![(0..0)]);
        assert_eq!(pieces(&[1, 2, 3]), vec![(0..3)]);
        assert_eq!(pieces(&[FILE_LIMIT, 1, 1]), [0..1, 1..3]);
        assert_eq!(pieces(&[FILE_LIMIT * 2, FILE_LIMIT * 2]), [0..1, 1..2]);
        assert_eq!(pieces(&[FILE_LIMIT / 2; 5]), [0..2, 2..4, 4..5]);
    }
}
