//! The three products, one composing function each.
//!
//! ```text
//! Document ─┬─ cheat_sheet ─ layout ───────────┬─▶ frames ─▶ PDF
//!           ├─ flashcards ── layout ─ impose ──┘
//!           ├─ book ───────────────────────────── XHTML ───▶ EPUB
//!           └─ anki_notes ─────────────────────── HTML ────▶ text for Anki
//! ```

mod anki;
mod book;
mod calibration;
mod cards;
mod cover;
mod pictures;
mod report;
mod sheet;
mod shortage;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::document::Meta;
use crate::frame::Pages;
use crate::pictures::Pictures;
use crate::render::pdf::PdfOptions;
use crate::theme::Inks;

pub use crate::render::epub::{Answers, PageList};
pub use anki::anki_notes;
pub use book::{BookOptions, book};
pub use calibration::{CalibrationOptions, calibration};
pub use cards::{CardOptions, deck, flashcards, flashcards_of, fronts_and_backs_of};
pub use report::{Asked, Count, Dropped, Kept, SheetReport};
pub use sheet::{SheetOptions, cheat_sheet};
pub use shortage::DENSE_MM;

/// A finished file.
#[derive(Debug, Default, Clone, PartialEq)]
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
    /// On which page of a sheet the ids of the guide stand, counted from 1.
    pub places: BTreeMap<String, usize>,
}

impl Made {
    /// A file of which there is nothing to say but its size.
    pub fn plain(bytes: Vec<u8>) -> Self {
        Self { bytes, ..Self::default() }
    }
}

/// The title that a product bears.
fn title(meta: &Meta) -> &str {
    meta.title.as_deref().unwrap_or("Study guide")
}

/// Puts pictures into pages, and all into the inks that there are.
fn ink(pages: &mut Pages, pictures: &Pictures, inks: Inks) {
    pictures.print(pages, inks);
    if inks == Inks::Black {
        pages.turn_grey();
    }
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
