//! The three products, one composing function each.
//!
//! ```text
//! Document ─┬─ cheat_sheet ─ layout ───────────┬─▶ frames ─▶ PDF
//!           ├─ flashcards ── layout ─ impose ──┘
//!           ├─ book ───────────────────────────── XHTML ───▶ EPUB
//!           └─ anki_notes ─────────────────────── HTML ────▶ text for Anki
//! ```

mod anki;
mod cards;
mod cover;
mod pictures;
mod report;
mod sheet;

use crate::diagnostic::{Diagnostic, Result};
use crate::document::{Document, Meta};
use crate::render::epub::{EpubOptions, epub};
use crate::render::pdf::PdfOptions;

pub use crate::render::epub::Answers;
pub use anki::anki_notes;
pub use cards::{CardOptions, deck, flashcards, flashcards_of};
pub use report::{Asked, Count, Dropped, SheetReport};
pub use sheet::{SheetOptions, cheat_sheet};

/// A finished file.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
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
}

/// How a book is made.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct BookOptions {
    /// When it was made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
    /// Where answers stand.
    pub answers: Answers,
}

/// Makes an EPUB of the document.
pub fn book(document: &Document, options: &BookOptions) -> Result<Made> {
    let modified = document.meta.date.clone().or_else(|| options.date.clone());
    let answers = options.answers;
    let options = EpubOptions { modified, answers, ..EpubOptions::default() };
    let bytes = epub(document, &options)?;
    Ok(Made { bytes, pages: None, cards: None, diagnostics: Vec::new(), report: None })
}

/// The title that a product bears.
fn title(meta: &Meta) -> &str {
    meta.title.as_deref().unwrap_or("Study guide")
}

/// What a PDF of the document says of itself.
fn pdf_options(meta: &Meta, date: Option<&str>) -> PdfOptions {
    PdfOptions {
        title: title(meta).to_owned(),
        author: meta.author.clone(),
        subject: meta.subtitle.clone(),
        language: meta.language.clone(),
        date: meta.date.clone().or_else(|| date.map(str::to_owned)),
        ..PdfOptions::default()
    }
}
