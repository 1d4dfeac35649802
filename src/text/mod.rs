//! From words to glyphs that know where a line may end.
//!
//! A [`Shaper`] takes [`Span`]s of text, each in a [`Format`], and gives [`Shaped`] text:
//! glyphs in font units and a list of [`Atom`]s, the boxes, glue and penalties of Knuth
//! and Plass (“Breaking Paragraphs into Lines”, 1981). In that order:
//!
//! 1. [`itemise`] cuts the text into stretches of one face and one format,
//!    and `bidi` cuts these where text runs the other way,
//! 2. `shape` turns each stretch into glyphs,
//! 3. `breaks` finds the places where a line may end and cuts there.
//!
//! A formula comes set: its parts go through all of it as one glyph each (`inset`).
//!
//! All distances are relative to the paragraph's type size, so that a paragraph is shaped
//! once and set at any size and measure.
//!
//! Architecture invariant: nothing here knows a type size, a measure or a page.

mod addresses;
mod aloud;
mod atom;
mod bidi;
mod breaks;
mod direction;
mod format;
mod formula;
mod inset;
mod itemise;
mod marks;
mod phrases;
mod shape;
mod shaped;

pub(crate) use aloud::aloud;
pub(crate) use atom::{Atom, AtomKind, FORBIDDEN, Hyphen};
pub(crate) use direction::Direction;
pub use format::{Format, Span};
pub(crate) use formula::{FormulaBox, Piece};
pub(crate) use inset::MOST_FORMS;
pub(crate) use itemise::is_unseen;
pub(crate) use marks::is_mark;
pub use shape::Shaper;
pub(crate) use shaped::{Run, Shaped};
