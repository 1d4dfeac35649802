//! From a tree to pages.
//!
//! ```text
//! Document ─build─▶ Flow ─galley─▶ Galley ─columns─▶ columns ─paint─▶ frames
//!            shape once     │ set at a size and a measure, as often as wanted │
//! ```
//!
//! [`build`] shapes a document into a [`flow::Flow`]; [`galley::set`] breaks it into lines
//! at a size and a measure; [`columns`] decides where columns begin; [`paint`] puts glyphs
//! in frames. [`sheet`] and [`card`] compose these into pages and cards; [`cover`] is
//! the front of a book.
//!
//! Architecture invariant: nothing here knows PDF, files or options of the command.

pub(crate) mod arrange;
pub(crate) mod build;
pub(crate) mod calibration;
pub(crate) mod card;
pub(crate) mod columns;
mod company;
pub(crate) mod cover;
pub(crate) mod flow;
pub(crate) mod galley;
pub(crate) mod inlines;
mod line_steps;
pub(crate) mod lines;
pub(crate) mod paint;
pub(crate) mod sheet;
mod slug;
pub(crate) mod table;
pub(crate) mod type_size;
