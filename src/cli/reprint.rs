//! Printing only what is new: the record of what was printed, read and written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::job::{Target, target};
use super::read;
use crate::diagnostic::{Error, Result};
use crate::document::Document;
use crate::pictures::Pictures;
use crate::product::{self, CardOptions};
use crate::select::{Changes, Deck, Lock, Shown};

/// What is recorded and what a record is used for, as typed.
#[derive(Debug, Default, Clone, Args)]
#[command(next_help_heading = "Printing again")]
pub struct ReprintLook {
    /// Record in FILE what the cards show, for --changed-since
    #[arg(long, value_name = "FILE")]
    pub lock: Option<PathBuf>,
    /// Print only the cards that are new or changed since LOCK was written
    #[arg(long, value_name = "LOCK")]
    pub changed_since: Option<PathBuf>,
}

/// What is recorded of the cards, and which record decides what is printed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reprint {
    /// Where the record goes.
    pub lock: Option<Target>,
    /// The record of what was printed before.
    pub since: Option<PathBuf>,
}

/// The cards to print, and what is to be said and recorded of them.
pub struct Reprinted {
    /// Only what is to be printed; may be empty.
    pub deck: Deck,
    /// What became of the cards since the record that was given.
    pub changes: Option<Changes>,
    /// The record of all cards, printed now or before.
    pub lock: Lock,
}

/// What printing again is about.
pub struct Again<'a> {
    /// The guide before anything was selected, where a record is to be compared.
    pub whole: Option<&'a Document>,
    /// The pictures of all of it.
    pub pictures: &'a Pictures,
    /// What was asked for.
    pub reprint: &'a Reprint,
}

impl Again<'_> {
    /// Says which cards of `document`, what is selected, are to be printed.
    pub fn cards(&self, document: &Document, options: &CardOptions) -> Result<Reprinted> {
        let deck = product::deck(document, &options.deck)?;
        let pictures = self.pictures;
        let mut lock = Lock::new(Shown { document, pictures }, &deck);
        let Some(path) = &self.reprint.since else {
            return Ok(Reprinted { deck, changes: None, lock });
        };
        let old = read_lock(path)?;
        let whole = self.whole.unwrap_or(document);
        let all = Deck::new(whole, &options.deck);
        let mut changes = old.compare(Shown { document: whole, pictures }, &all);
        if all.cards.len() != deck.cards.len() {
            // What is not selected is not looked at: it is neither new nor gone, and the
            // record keeps what it says of it.
            changes.gone.clear();
            changes.cards.retain(|(id, ..)| lock.cards.contains_key(id));
            let ids: BTreeSet<&str> =
                all.cards.iter().map(|card| card.id.as_str()).collect();
            for (id, locked) in old.cards {
                if ids.contains(id.as_str()) {
                    lock.cards.entry(id).or_insert(locked);
                }
            }
        }
        Ok(Reprinted { deck: changes.to_print(deck), changes: Some(changes), lock })
    }
}

fn read_lock(path: &Path) -> Result<Lock> {
    let bytes = read::file(path)?;
    serde_json::from_slice(&bytes).map_err(|error| Error::Read {
        path: path.to_owned(),
        reason: format!("it is no record of printed cards: {error}"),
        hint: Some("`offprint cards GUIDE --lock FILE` writes one".to_owned()),
    })
}

impl ReprintLook {
    /// What was typed, checked. `cards` is where the cards go.
    pub fn checked(self, cards: Option<&Target>) -> Result<Reprint, String> {
        let lock = self.lock.map(target);
        if lock.is_some() && lock.as_ref() == cards {
            return Err("--lock names the file that the cards go to".to_owned());
        }
        Ok(Reprint { lock, since: self.changed_since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_and_changed_since() {
        let look = |lock: &str| ReprintLook {
            lock: Some(lock.into()),
            changed_since: Some("old.lock".into()),
        };
        let cards = Target::File("a.pdf".into());
        let reprint = look("a.lock").checked(Some(&cards)).expect("two files");
        assert_eq!(reprint.lock, Some(Target::File("a.lock".into())));
        assert_eq!(reprint.since, Some("old.lock".into()));
        assert!(look("a.pdf").checked(Some(&cards)).is_err());
        assert!(look("-").checked(Some(&Target::Output)).is_err());
        let none = ReprintLook::default().checked(None).expect("nothing");
        assert_eq!(none, Reprint::default());
    }
}
