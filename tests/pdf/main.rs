//! The writer of PDF: structure, text, what holds for every file, and what others say of it.

mod kinds;
mod properties;
mod search;
mod standards;
mod structure;
#[path = "../support/mod.rs"]
mod support;
mod text;
mod tools;
