//! The arguments exactly as typed: what there is to type, how single values are written,
//! and the help. What they mean together is for the plan to say.
//!
//! Architecture invariant: nothing here knows of a job, reads a file or writes one.

pub mod about;
pub mod book;
pub mod cards;
pub mod command;
pub mod condense;
pub mod deck;
pub mod defaults;
pub mod paper;
pub mod pictures;
pub mod reprint;
pub mod values;
