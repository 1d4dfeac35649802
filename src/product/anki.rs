//! The cards for Anki.

use crate::diagnostic::{Diagnostic, Result};
use crate::document::Document;
use crate::pictures::Pictures;
use crate::render::anki;

use super::cards::about_topics;
use super::deck::deck;
use super::notes::off_cards;
use super::options::AnkiOptions;
use super::pictures::unprinted;

/// The finished cards for Anki.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnkiNotes {
    /// The text file.
    pub text: String,
    /// How many cards it has.
    pub cards: usize,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes a text file of the document's cards that Anki imports.
pub fn anki_notes(document: &Document, options: &AnkiOptions) -> Result<AnkiNotes> {
    let deck = deck(document, &options.deck)?;
    let mut diagnostics = unprinted(document, &Pictures::default());
    diagnostics.extend(off_cards(document));
    diagnostics.extend(about_topics(document, options.deck.topics));
    let text = anki::anki(document, &deck, options.code_colours);
    Ok(AnkiNotes { text, cards: deck.cards.len(), diagnostics })
}
