//! The arguments exactly as typed: what there is to type, how single values are written,
//! and the help. What they mean together is for the plan to say.
//!
//! Architecture invariant: nothing here knows of a job, reads a file or writes one.

pub(super) mod about;
pub(super) mod book;
pub(super) mod cards;
pub(super) mod command;
pub(super) mod condense;
pub(super) mod deck;
pub(super) mod defaults;
pub(super) mod folding;
pub(super) mod look;
pub(super) mod paper;
pub(super) mod pictures;
pub(super) mod reprint;
pub(super) mod values;
