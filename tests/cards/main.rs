//! Flashcards: what is on them, where they lie on the sheet, which are new, and those for
//! Anki.

mod anki;
mod content;
mod continued;
mod deck;
mod imposition;
mod notes;
mod one_card;
mod reprint;
#[path = "../support/mod.rs"]
mod support;
