//! The cards for Anki.

use crate::diagnostic::Result;
use crate::document::Document;
use crate::pictures::Pictures;
use crate::render::anki;
use crate::select::DeckOptions;

use super::Made;
use super::cards::{about_topics, deck};
use super::pictures::unprinted;

/// Makes a text file of the document's cards that Anki imports.
pub fn anki_notes(document: &Document, options: &DeckOptions) -> Result<Made> {
    let deck = deck(document, options)?;
    let mut diagnostics = unprinted(document, &Pictures::default());
    diagnostics.extend(about_topics(document, options.topics));
    let bytes = anki::anki(document, &deck).into_bytes();
    let cards = Some(deck.cards.len());
    Ok(Made { bytes, cards, diagnostics, ..Made::default() })
}
