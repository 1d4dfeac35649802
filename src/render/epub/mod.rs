//! The book: a tree becomes an EPUB 3 that a reader can study with.
//!
//! The order of things: `book` decides which file each entry goes to and where every id
//! is found; `pages` and `lists` write the files as XHTML, with `text`, `blocks`, `inlines`,
//! `tables` and `notes`; `nav` writes the contents; `package` says what the book is, and `pack` lets
//! epub-builder build it and mends what epub-builder cannot say.
//!
//! Architecture invariant: this module knows no fonts and no paper, reads no clock and
//! draws no random number. The e-reader does the layout; equal trees give equal bytes.

mod access;
mod blocks;
mod book;
mod fragment;
mod ids;
mod inlines;
mod language;
mod links;
mod lists;
mod nav;
mod notes;
mod pack;
mod package;
mod pages;
mod style;
mod tables;
mod text;
mod words;
mod xml;

use crate::diagnostic::Result;
use crate::document::Document;

pub use fragment::Fragments;

/// What may be chosen about a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpubOptions {
    /// When the book was last changed, `YYYY-MM-DDThh:mm:ssZ` or `YYYY-MM-DD`. Without it,
    /// or when it is neither: the document's date, and without that the first of January
    /// 1980, the oldest date that a zip file can hold.
    pub modified: Option<String>,
    /// Colours of the line beside a section's heading (red, green, blue), taken in turn.
    /// Nothing else is coloured, so that night modes and grey screens stay legible.
    pub accents: Vec<[u8; 3]>,
    /// Where answers stand.
    pub answers: Answers,
}

/// Where answers stand.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// After their questions, to be read.
    #[default]
    After,
    /// In a part of their own after a section's questions, to be thought of first. Each
    /// question has a link to its answer, which pops up where the reader can do that.
    Hidden,
}

impl Default for EpubOptions {
    fn default() -> Self {
        Self { modified: None, accents: style::ACCENTS.to_vec(), answers: Answers::After }
    }
}

/// Prints `document` as an EPUB 3.3 file, for reflowing readers.
///
/// Text that XML cannot hold (control characters) is left out, links that lead nowhere
/// become plain text, and a guide without a title gets one. Fails only when the library
/// that builds the book does.
pub fn epub(document: &Document, options: &EpubOptions) -> Result<Vec<u8>> {
    let book = pages::plan(document, options.answers);
    let files = pages::write(&book, options);
    let contents = nav::contents(&book);
    let package = package::Package::of(&book, &files, options);
    pack::pack(&pack::Parts {
        style: style::sheet(&options.accents),
        contents_name: book.words.contents,
        nav: nav::document(&book, &contents),
        ncx: nav::ncx(&book, &contents, &package.identifier),
        files,
        package,
    })
}
