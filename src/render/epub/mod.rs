//! The book: a tree becomes an EPUB 3 that a reader can study with.
//!
//! The order of things: `book` decides which file each entry goes to and where every id
//! is found; `pages` and `lists` write the files as XHTML, with `text`, `blocks`, `inlines`,
//! `tables` and `notes`; `nav` writes the contents; `package` says what the book is, and `pack` lets
//! epub-builder build it and mends what epub-builder cannot say.
//!
//! Architecture invariant: this module measures no text and knows no paper, reads no clock and
//! draws no random number. The e-reader does the layout; equal trees give equal bytes.

mod access;
mod blocks;
mod book;
mod direction;
mod fonts;
mod fragment;
mod ids;
mod inlines;
mod language;
mod lists;
mod math;
mod nav;
mod notes;
mod pack;
mod package;
mod pages;
mod pictures;
mod style;
mod tables;
mod text;
mod words;
mod xml;

use std::collections::BTreeMap;

use crate::diagnostic::Result;
use crate::document::Document;
use crate::pictures::{BookFile, Pictures};

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
    /// The pages of a printed edition.
    pub pages: Option<PageList>,
    /// The picture in front.
    pub cover: Option<Cover>,
    /// The pictures that the text shows.
    pub pictures: Pictures,
    /// Whether the program's fonts come along; otherwise the reader's are used.
    pub embed_fonts: bool,
}

/// A picture as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cover {
    /// A PNG file.
    Png(Vec<u8>),
    /// A JPEG file.
    Jpeg(Vec<u8>),
}

impl Cover {
    /// A file of pixels as a cover.
    pub fn of(file: BookFile) -> Self {
        match file.ending {
            "jpg" => Self::Jpeg(file.bytes),
            _ => Self::Png(file.bytes),
        }
    }

    /// The file's name in the book.
    fn name(&self) -> &'static str {
        match self {
            Self::Png(_) => "cover.png",
            Self::Jpeg(_) => "cover.jpg",
        }
    }

    /// What kind of file it is (EPUB 3.3, section 3.2).
    fn media_type(&self) -> &'static str {
        match self {
            Self::Png(_) => "image/png",
            Self::Jpeg(_) => "image/jpeg",
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Png(bytes) | Self::Jpeg(bytes) => bytes,
        }
    }
}

/// The pages of a printed edition of the same document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageList {
    /// What the edition is called.
    pub source: String,
    /// On which page the ids of the document stand, counted from 1.
    pub pages: BTreeMap<String, usize>,
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
        Self {
            modified: None,
            accents: style::ACCENTS.to_vec(),
            answers: Answers::After,
            pages: None,
            cover: None,
            pictures: Pictures::default(),
            embed_fonts: false,
        }
    }
}

/// Prints `document` as an EPUB 3.3 file, for reflowing readers.
///
/// Text that XML cannot hold (control characters) is left out, links that lead nowhere
/// become plain text, and a guide without a title gets one. Fails only when the library
/// that builds the book does.
pub fn epub(document: &Document, options: &EpubOptions) -> Result<Vec<u8>> {
    let shown = pictures::Shown::of(document, &options.pictures);
    let book = pages::plan(document, options, &shown);
    let files = pages::write(&book, options);
    let contents = nav::contents(&book);
    let package = package::Package::of(&book, &files, options);
    let pictures = shown.files();
    let fonts = if options.embed_fonts { fonts::needed(&files) } else { Vec::new() };
    pack::pack(&pack::Parts {
        style: style::sheet(&options.accents) + &fonts::rules(&fonts),
        contents_name: book.words.contents,
        cover: options.cover.as_ref(),
        nav: nav::document(&book, &contents, options),
        ncx: nav::ncx(&book, &contents, &package.identifier),
        files,
        pictures,
        fonts,
        package,
    })
}
