//! A finished file, of whatever product: its content, and what is said and asked of it.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::product::{AnkiNotes, Book, CheatSheet, Flashcards, SheetReport, TestSheet};
use crate::select::condense::CondenseReport;

/// A finished file.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Made {
    /// The file's content.
    pub bytes: Vec<u8>,
    /// How many pages it has, if it has pages.
    pub pages: Option<usize>,
    /// How many cards it has, if it has cards.
    pub cards: Option<usize>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
    /// What a sheet holds and how it came out.
    pub report: Option<SheetReport>,
    /// What was left out of cards.
    pub shortened: Option<CondenseReport>,
    /// On which page of a sheet the ids of the guide stand, counted from 1.
    pub places: BTreeMap<String, usize>,
}

impl Made {
    /// A file of which there is nothing to say but its size.
    pub(crate) fn plain(bytes: Vec<u8>) -> Self {
        Self { bytes, ..Self::default() }
    }

    /// The file of the cards, and that of their backs if they have one.
    pub(crate) fn cards(made: Flashcards) -> (Self, Option<Self>) {
        let Flashcards { bytes, pages, backs, cards, diagnostics, .. } = made;
        let file = |bytes, pages| Self {
            bytes,
            pages: Some(pages),
            cards: Some(cards),
            ..Self::default()
        };
        let backs = backs.map(|backs| file(backs.bytes, backs.pages));
        (Self { diagnostics, ..file(bytes, pages) }, backs)
    }
}

impl From<CheatSheet> for Made {
    fn from(sheet: CheatSheet) -> Self {
        let CheatSheet { bytes, pages, places, report, diagnostics, .. } = sheet;
        let (pages, report) = (Some(pages), Some(report));
        Self { bytes, pages, diagnostics, report, places, ..Self::default() }
    }
}

impl From<AnkiNotes> for Made {
    fn from(notes: AnkiNotes) -> Self {
        let AnkiNotes { text, cards, diagnostics, .. } = notes;
        let (bytes, cards) = (text.into_bytes(), Some(cards));
        Self { bytes, cards, diagnostics, ..Self::default() }
    }
}

impl From<Book> for Made {
    fn from(book: Book) -> Self {
        let Book { bytes, diagnostics, .. } = book;
        Self { bytes, diagnostics, ..Self::default() }
    }
}

impl From<TestSheet> for Made {
    fn from(sheet: TestSheet) -> Self {
        Self { bytes: sheet.bytes, pages: Some(sheet.pages), ..Self::default() }
    }
}
