//! The plan: what the arguments and the environment mean together, as a job that can be run.
//!
//! [`resolve`] checks the arguments as a whole and makes a [`job::Job`] of them; [`names`]
//! says what files are called and where each product goes.
//!
//! Architecture invariant: nothing here reads a guide, writes a file or says anything.

pub mod about;
pub mod cards;
pub mod environment;
pub mod job;
pub mod messages;
pub mod names;
pub mod options;
pub mod reprint;
pub mod resolve;
pub mod target;
pub mod time;
