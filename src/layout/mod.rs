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

pub mod arrange;
pub mod build;
pub mod calibration;
pub mod card;
pub mod columns;
pub mod cover;
pub mod flow;
pub mod galley;
pub mod inlines;
pub mod lines;
pub mod paint;
pub mod sheet;
pub mod table;
pub mod type_size;
