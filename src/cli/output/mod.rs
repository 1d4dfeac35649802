//! What goes out: files, each as a whole or not at all, and everything that is said to a
//! person.
//!
//! Architecture invariant: nothing is written to standard output, standard error or a file
//! anywhere else, and nothing here reads a guide.

mod alike;
pub(super) mod finished;
pub(super) mod json;
pub(super) mod made;
pub(super) mod messages;
pub(super) mod pour;
pub(super) mod remedies;
pub(super) mod snippet;
pub(super) mod stage;
pub(super) mod stocks;
pub(super) mod visible;
pub(super) mod write;
