//! That all that was asked for is in the product: counted on every run, and where a part is
//! missing nothing is written.
//!
//! On one side stands the text of the tree ([`asked`]), on the other that of the finished
//! pages ([`paper`]) or of the finished file ([`book`]), and neither knows what lies between
//! them: shaping, setting, columns, cards, sheets, XHTML, the zip file. What is held:
//!
//! - **Every character that shows something** is there as often as it was asked for: letters,
//!   figures, signs, of titles, paragraphs, items, cells, code, formulas, quotations, the names
//!   of alerts, footnotes as often as pages repeat them, and the numbers of questions. Which
//!   of the product's pages it is on, and in which order, is not looked at.
//! - **Every picture** that stands by itself is on the page; in a book, its alternative text.
//! - **What only helps** is not taken for it: running heads, heads of tables that go on,
//!   bars and folios have no tag in a frame; list markers and numbers of notes are of the
//!   kinds `Label` and `Reference`; a book's own words are marked `added`.
//! - A sheet of so many pages may leave elements out by rank: each of these is in its report,
//!   which counts for it. Where answers are put in short, the tree that they make is what is
//!   asked for, and so are the cards of a deck that was.
//!
//! What is not held: white space and characters that show nothing; numbers of sections, which
//! are furniture; formulas in the titles of cards; what a formula in a book says beside its
//! TeX; the words of links, since a link is its text.

mod asked;
mod balance;
mod book;
mod paper;

use crate::diagnostic::{Error, Result};
use crate::document::Document;
use crate::frame::{Page, Structure};
use crate::layout::sheet::Sheet;
use crate::pictures::Pictures;
use crate::select::{Deck, Topics};

pub use asked::sheet as asked_of_sheet;
use balance::missing;
pub(super) use balance::shows;

/// An error unless the sheet has all that was `asked` for ([`asked_of_sheet`]), or its report
/// names it.
pub fn none_on_sheet(asked: &str, sheet: &Sheet) -> Result<()> {
    let mut placed = paper::text_of(&sheet.pages.structure, &[&sheet.pages.pages]);
    for omitted in &sheet.measures.omitted {
        placed.push('\n');
        placed.push_str(if omitted.picture { asked::PICTURE } else { &omitted.text });
    }
    none("cheat sheet", asked, &placed)
}

/// An error unless the cards of `deck` have all that the questions of `document` say, and
/// its topics, where these are cards.
pub(super) fn none_in_deck(
    document: &Document,
    deck: &Deck,
    topics: Topics,
) -> Result<()> {
    let asked = asked::questions(document, topics.are_cards(document));
    none("flashcards", &asked, &asked::deck(document, deck))
}

/// An error unless the pages, of one file or of two, have all that the cards of `deck` say.
pub fn none_on_cards(
    document: &Document,
    deck: &Deck,
    pictures: &Pictures,
    structure: &Structure,
    pages: &[&[Page]],
) -> Result<()> {
    let asked = asked::cards(document, deck, pictures);
    none("flashcards", &asked, &paper::text_of(structure, pages))
}

/// An error unless the EPUB file has all that `document` says.
pub fn none_in_book(document: &Document, bytes: &[u8]) -> Result<()> {
    none("book", &asked::book(document), &book::text_of(bytes)?)
}

fn none(product: &'static str, asked: &str, placed: &str) -> Result<()> {
    match missing(asked, placed) {
        words if words.is_empty() => Ok(()),
        words => Err(Error::Missing { product, words }),
    }
}
