//! What goes out: files, each as a whole or not at all, and everything that is said to a
//! person.
//!
//! Architecture invariant: nothing is written to standard output, standard error or a file
//! anywhere else, and nothing here reads a guide.

pub mod finished;
pub mod json;
pub mod made;
pub mod messages;
pub mod remedies;
pub mod snippet;
pub mod stage;
pub mod stocks;
pub mod write;
