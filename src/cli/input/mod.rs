//! What comes in: guides, books in folders, pictures, included code, records of cards and the
//! file of defaults.
//!
//! Whatever is read, [`bounded`] reads it, no further than a bound; whether something that a
//! guide names may be read at all, [`reach`] decides alone.
//!
//! Architecture invariant: nothing here speaks to a person. What was noticed goes back to the
//! caller, as [`notice::Notice`]s and errors.

pub mod bounded;
pub mod defaults;
pub mod file;
pub mod include;
pub mod lock;
pub mod mdbook;
pub mod notice;
pub mod pictures;
pub mod reach;
pub mod read;
