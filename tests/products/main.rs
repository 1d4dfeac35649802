//! What holds for all three products, and goes through the whole program.

#[path = "../fuzz/bytes.rs"]
mod bytes;
mod examples;
mod files;
mod fonts;
mod language;
mod lost;
mod needs;
mod pictures;
mod scripts;
#[path = "../support/mod.rs"]
mod support;
#[path = "../fuzz/tree.rs"]
mod tree;
mod words;
