//! The book: a tree becomes an EPUB 3 that a reader can study with.
//!
//! The order of things: `book` decides which file each entry goes to and where every id
//! is found; `pages`, `review` and `lists` write the files as XHTML, each begun by `file`; what stands
//! in them is written by methods of `text::Text`, in `entries`, `blocks`, `inlines`, `tables`,
//! `notes` and `pictures`; `nav` writes the contents; `package` says what the book is, and
//! `pack` lets epub-builder build it and mends what epub-builder cannot say.
//!
//! Architecture invariant: this module measures no text and knows no paper, reads no clock and
//! draws no random number. The e-reader does the layout; equal trees give equal bytes.

mod access;
mod blocks;
mod book;
mod cited;
mod code;
mod direction;
mod entries;
mod facts;
mod file;
mod fonts;
mod fragment;
mod headings;
mod ids;
mod in_short;
mod inlines;
mod language;
mod lists;
mod math;
mod nav;
mod notes;
mod options;
mod pack;
mod package;
mod pages;
mod picture_files;
mod pictures;
mod review;
mod style;
mod tables;
mod text;
mod xml;

use crate::diagnostic::Result;
use crate::document::Document;

pub(crate) use fragment::Fragments;
pub(crate) use options::Cover;
pub use options::{Answers, EpubOptions, PageList};
pub(crate) use pages::has_text;

/// Prints `document` as an EPUB 3.3 file, for reflowing readers.
///
/// Text that XML cannot hold (control characters) is left out, links that lead nowhere
/// become plain text, and a guide without a title gets one. Fails only when the library
/// that builds the book does.
pub fn epub(document: &Document, options: &EpubOptions) -> Result<Vec<u8>> {
    let shown = picture_files::PictureFiles::of(document, &options.pictures);
    let in_short = in_short::InShort::of(document, options.whole_sentences);
    let book = pages::plan(document, options, &shown, &in_short);
    let files = pages::write(&book, options);
    let contents = nav::contents(&book);
    let package = package::Package::of(&book, &files, options);
    let pictures = shown.files();
    let fonts = if options.embed_fonts {
        fonts::needed(files.iter().map(|file| file.page.facts).collect())
    } else {
        Vec::new()
    };
    pack::pack(&pack::Container {
        style: style::sheet(&options.accents, book.words.signs.colon)
            + &options.code_hues.map(code::rules).unwrap_or_default()
            + &fonts::rules(&fonts),
        contents_name: book.words.book.contents,
        cover: options.cover.as_ref(),
        nav: nav::document(&book, &contents, options),
        ncx: nav::ncx(&book, &contents, &package.identifier),
        files,
        pictures,
        fonts,
        package,
    })
}
