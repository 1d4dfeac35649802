//! The command as a person or a script meets it.

mod command;
mod configuration;
mod mdbook;
mod said;
#[path = "../support/mod.rs"]
mod support;
mod terminal;
mod theme;
