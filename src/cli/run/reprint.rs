//! Which cards are printed again: all, or those that changed since a record was written.

use std::collections::BTreeSet;

use crate::cli::input::lock::read_lock;
use crate::cli::plan::reprint::Reprint;
use crate::diagnostic::{Diagnostic, Result};
use crate::document::Document;
use crate::pictures::Pictures;
use crate::product::{self, CardOptions, FittedDeck, FontSet};
use crate::select::condense::CondenseReport;
use crate::select::{Changes, Deck, Lock, Shown};

/// The cards to print, and what is to be said and recorded of them.
pub(crate) struct Reprinted {
    /// Only what is to be printed; may be empty.
    pub deck: Deck,
    /// What became of the cards since the record that was given.
    pub changes: Option<Changes>,
    /// The record of all cards, printed now or before.
    pub lock: Lock,
    /// What was left out so that each has one card.
    pub report: Option<CondenseReport>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// What printing again is about.
pub(crate) struct Again<'a> {
    /// The guide before anything was selected, where a record is to be compared.
    pub whole: Option<&'a Document>,
    /// The pictures of all of it.
    pub pictures: &'a Pictures,
    /// What was asked for.
    pub reprint: &'a Reprint,
}

impl Again<'_> {
    /// Says which cards of `document`, what is selected, are to be printed.
    pub(crate) fn cards(
        &self,
        document: &Document,
        fonts: &mut FontSet,
        options: &CardOptions,
    ) -> Result<Reprinted> {
        let pictures = self.pictures;
        let options = &CardOptions { pictures: pictures.clone(), ..options.clone() };
        let FittedDeck { deck, report, diagnostics, .. } =
            product::fitted_deck(document, fonts, options)?;
        let mut lock = Lock::new(Shown { document, pictures }, &deck);
        let Some(path) = &self.reprint.since else {
            return Ok(Reprinted { deck, changes: None, lock, report, diagnostics });
        };
        let old = read_lock(path)?;
        let whole = self.whole.unwrap_or(document);
        let all = product::fitted_deck(whole, fonts, options)?.deck;
        let mut changes = old.compare(Shown { document: whole, pictures }, &all);
        if all.cards.len() != deck.cards.len() {
            // What is not selected is not looked at: it is neither new nor gone, and the
            // record keeps what it says of it.
            changes.gone.clear();
            changes.cards.retain(|card| lock.cards.contains_key(&card.id));
            let ids: BTreeSet<&str> =
                all.cards.iter().map(|card| card.id.as_str()).collect();
            for (id, locked) in old.cards {
                if ids.contains(id.as_str()) {
                    lock.cards.entry(id).or_insert(locked);
                }
            }
        }
        let deck = changes.to_print(deck);
        Ok(Reprinted { deck, changes: Some(changes), lock, report, diagnostics })
    }
}
