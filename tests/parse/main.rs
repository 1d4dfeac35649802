//! Markdown as a tree: what becomes of each sign, which questions are recognised, what
//! keeps its name.

mod dump;
mod gaps;
mod identity;
mod mentions;
mod notations;
mod readme;
mod recognition;
mod said;
mod sites;
#[path = "../support/mod.rs"]
mod support;
mod trees;
mod words;
