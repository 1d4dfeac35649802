//! The cheat sheet: its layout, how it is folded, and what is left out to fit it on a number of pages.

mod columns;
mod folding;
mod grounds;
mod justified;
mod large_print;
mod layout;
mod one_page;
#[path = "../support/mod.rs"]
mod support;
