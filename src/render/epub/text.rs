//! Text being written into a file, and what it has to remember of what is written.
//!
//! How blocks, inlines, entries and the rest are written stands in files of their own, each
//! with methods of [`Text`].

use std::collections::BTreeSet;

use crate::text::Direction;

use super::book::Book;
use super::cited::Cited;
use super::headings::Headings;
use super::xml::{Markup, Xml};

/// Text of one file being written.
pub(super) struct Text<'a> {
    /// Where everything is found.
    pub book: &'a Book<'a>,
    /// The index of the planned file; none for text beside those, whose links all lead
    /// elsewhere.
    pub file: Option<usize>,
    /// Whether a link is open.
    pub in_link: bool,
    /// The direction of the text around.
    pub direction: Direction,
    /// Which headings are above.
    pub headings: Headings,
    /// Which footnotes were referred to.
    pub cited: Cited,
    claimed: BTreeSet<String>,
    markup: Markup,
}

impl Xml for Text<'_> {
    fn markup(&mut self) -> &mut Markup {
        &mut self.markup
    }
}

impl<'a> Text<'a> {
    /// Nothing yet of a planned file.
    pub(super) fn of(book: &'a Book<'a>, file: usize) -> Self {
        Self { file: Some(file), ..Self::new(book) }
    }

    /// Nothing yet of text beside the planned files.
    pub(super) fn new(book: &'a Book<'a>) -> Self {
        Self {
            book,
            file: None,
            in_link: false,
            // What stands alone says itself which way it runs.
            direction: if book.stands_alone() {
                Direction::default()
            } else {
                Direction::of_language(&book.language)
            },
            headings: Headings::default(),
            cited: Cited::default(),
            claimed: BTreeSet::new(),
            markup: Markup::fragment(),
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> Markup {
        self.markup
    }

    /// The id in this file of a heading that has `id` in the tree; nothing where another
    /// thing has it already.
    pub(super) fn claim(&mut self, id: &str) -> Option<String> {
        let place = self.book.find(id)?;
        if Some(place.file) != self.file || !place.heading {
            return None;
        }
        self.claimed.insert(place.id.clone()).then(|| place.id.clone())
    }
}
