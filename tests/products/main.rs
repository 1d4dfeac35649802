//! What holds for all three products, and goes through the whole program.

mod examples;
mod files;
mod fonts;
mod needs;
mod pictures;
mod scripts;
#[path = "../support/mod.rs"]
mod support;
mod words;
