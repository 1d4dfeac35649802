//! The cheat sheet: its layout, and what is left out to fit it on a number of pages.

mod layout;
mod one_page;
#[path = "../support/mod.rs"]
mod support;
