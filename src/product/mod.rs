//! The products, one composing function each, which takes options and gives back the finished
//! file with what there is to say of it.
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
mod coverage;
mod deck;
mod fitted;
mod folded;
mod grown;
mod inks;
mod large_print;
mod metadata;
pub(crate) mod missing;
mod notes;
mod options;
mod pictures;
mod placed;
mod report;
mod sheet;
mod shortage;

pub use crate::font::{Family as FontFamily, FontSet};
pub use crate::impose::{
    Division, Duplex, Folding, Grid, GridError, Guides, Imposition, Offset,
    Options as ImpositionOptions, Order, STOCKS, Stock, Unfoldable, Unit,
};
pub use crate::paper::{Paper, PaperError};
pub use crate::pictures::{Graphic, Pictures, Refusal as PictureRefusal};
pub use crate::render::epub::{Answers, PageList};
pub use crate::theme::{Color, Inks, Place as ThemePlace, Theme, ThemeFault};
pub use crate::units::{Length, Point, Size};
pub use anki::{AnkiNotes, anki_notes};
pub use book::{Book, book};
pub use calibration::{TestSheet, calibration};
pub use cards::{Backs, Flashcards, flashcards};
pub use deck::{FittedDeck, deck, fitted_deck};
pub use folded::Folded;
pub use options::{
    AnkiOptions, BookOptions, CalibrationOptions, CardFiles, CardOptions, SheetOptions,
};
pub use report::{Asked, Count, Dropped, Kept, SheetReport};
pub use sheet::{CheatSheet, cheat_sheet};
pub(crate) use shortage::DENSE_MM;
