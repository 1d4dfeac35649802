//! What comes in: guides, books and notes in folders, pictures, included code, records of cards and the
//! file of defaults.
//!
//! Whatever is read, [`bounded`] reads it, no further than a bound; whether something that a
//! guide names may be read at all, [`reach`] decides alone.
//!
//! Architecture invariant: nothing here speaks to a person. What was noticed goes back to the
//! caller, as [`notice::Notice`]s and errors.

pub(super) mod bounded;
pub(super) mod defaults;
pub(super) mod file;
mod foreign;
pub(super) mod include;
pub(super) mod lock;
pub(super) mod mdbook;
pub(super) mod notice;
pub(super) mod pictures;
pub(super) mod reach;
pub(super) mod read;
mod refusal;
mod theme;
mod vault;
