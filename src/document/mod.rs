//! The tree that every output is made from.
//!
//! A [`Document`] is a list of [`Section`]s; a section holds [`Entry`]s, which are
//! questions or topics; an entry holds [`Block`]s; a block holds other blocks or
//! [`Inline`]s. The tree says what things *are* (a lead-in, an example, a table head),
//! never how they look, and holds no Markdown: nothing downstream parses text again.
//!
//! It is a serde tree: `Document → JSON → Document` gives an equal value. As JSON it says
//! the [`Version`] of its form.
//!
//! Architecture invariant: this module knows no Markdown, no fonts, no paper.

pub(crate) mod address;
mod alert;
mod controls;
pub(crate) mod date;
mod json;
pub(crate) mod notes;
mod picture;
mod text;
mod tree;
mod version;
pub mod visit;

pub use address::Address;
pub use alert::Alert;
pub use json::TreeError;
pub use picture::PictureWidth;
pub use text::{plain_text, word_count, words_for, words_of};
pub use tree::{
    Alignment, Block, BlockKind, Cell, Definition, Document, Entry, Footnote, Inline,
    InlineKind, Item, LeadIn, List, Meta, Paragraph, Pin, Question, Role, Section, Table,
    Topic,
};
pub use version::Version;
pub use visit::{each_block, each_inline, each_paragraph, each_text};
