//! The plan: what the arguments and the environment mean together, as a job that can be run.
//!
//! [`resolve`] checks the arguments as a whole and makes a [`job::Job`] of them; [`names`]
//! says what files are called and where each product goes.
//!
//! Architecture invariant: nothing here reads a guide, writes a file or says anything.

pub(super) mod about;
pub(super) mod cards;
mod endings;
pub(super) mod environment;
pub(super) mod folding;
pub(super) mod job;
pub(super) mod messages;
pub(super) mod names;
pub(super) mod options;
pub(super) mod reprint;
pub(super) mod resolve;
pub(super) mod target;
pub(super) mod time;
