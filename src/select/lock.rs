//! A record of the cards that were printed, and what became of them since.
//!
//! Of each card it has the id and hashes of what the card shows: that is enough to tell
//! which cards have to be printed again. The number that a guide counts through is not part
//! of it, for one question more would have all that follow printed anew.

mod locked;
mod shown;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::deck::{Deck, Flashcard};

pub use locked::Locked;
pub use shown::Shown;

/// What the cards of a guide show, by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Lock {
    /// The form of this record.
    version: Version,
    /// The cards.
    pub cards: BTreeMap<String, Locked>,
}

/// The form of a [`Lock`]: there is one so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
struct Version;

/// What became of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was not there.
    New,
    /// It shows something else.
    Changed,
    /// Its question has other words, and the answer is the same.
    Renamed {
        /// What it was called.
        from: String,
    },
    /// It shows the same.
    Unchanged,
}

/// What became of all cards.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changes {
    /// The deck's cards in order.
    pub cards: Vec<Compared>,
    /// The cards that are no longer there.
    pub gone: Vec<Gone>,
}

/// A card of the deck, compared with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The card's id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What became of it.
    pub change: Change,
}

/// A card of a record that the deck does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The card's id.
    pub id: String,
    /// What it was called.
    pub title: String,
}

/// A card of the deck, and what its record says now.
struct Current<'a> {
    card: &'a Flashcard,
    locked: Locked,
}

impl TryFrom<u32> for Version {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        match number {
            1 => Ok(Self),
            other => Err(format!("its form is {other}; this program knows the form 1")),
        }
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        1
    }
}

impl Lock {
    /// The record of a deck of a document.
    pub fn new(shown: Shown<'_>, deck: &Deck) -> Self {
        let cards = deck.cards.iter();
        let cards = cards.map(|card| (card.id.clone(), shown.locked(card)));
        Self { version: Version, cards: cards.collect() }
    }

    /// What became of the cards of this record in `deck`.
    pub fn compare(&self, shown: Shown<'_>, deck: &Deck) -> Changes {
        let now =
            deck.cards.iter().map(|card| Current { card, locked: shown.locked(card) });
        let now: Vec<Current<'_>> = now.collect();
        let mut matcher = Matcher {
            old: self.cards.iter().map(|(id, old)| (id.as_str(), old)).collect(),
            changes: vec![None; now.len()],
        };
        // What is surest comes first: the same card, the same card under another number,
        // the same answer under the same id, the same answer, the same id.
        matcher.by_id(&now, |old, new| {
            (old.shows == new.shows).then_some(Change::Unchanged)
        });
        matcher.by_content(&now, |card| Some(&card.shows));
        matcher.by_id(&now, |old, new| {
            let same = old.answer.is_some() && old.answer == new.answer;
            (same || old.title == new.title).then(|| change(old, new))
        });
        matcher.by_content(&now, |card| card.answer.as_ref());
        matcher.by_id(&now, |_, _| Some(Change::Changed));
        let Matcher { old, changes } = matcher;
        let cards = now.iter().zip(changes).map(|(now, change)| Compared {
            id: now.card.id.clone(),
            name: now.card.name(),
            change: change.unwrap_or(Change::New),
        });
        let gone = old
            .into_iter()
            .map(|(id, locked)| Gone { id: id.to_owned(), title: locked.title.clone() });
        Changes { cards: cards.collect(), gone: gone.collect() }
    }
}

/// Finds old cards for new ones; each serves once.
struct Matcher<'a> {
    old: BTreeMap<&'a str, &'a Locked>,
    changes: Vec<Option<Change>>,
}

impl Matcher<'_> {
    fn by_id(
        &mut self,
        now: &[Current<'_>],
        judge: impl Fn(&Locked, &Locked) -> Option<Change>,
    ) {
        for (Current { card, locked: new }, change) in now.iter().zip(&mut self.changes) {
            if change.is_none()
                && let Some(old) = self.old.get(card.id.as_str())
            {
                *change = judge(old, new);
                if change.is_some() {
                    self.old.remove(card.id.as_str());
                }
            }
        }
    }

    fn by_content(
        &mut self,
        now: &[Current<'_>],
        content: impl Fn(&Locked) -> Option<&String>,
    ) {
        let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (id, old) in self.old.iter().rev() {
            if let Some(content) = content(old) {
                places.entry(content.clone()).or_default().push(id);
            }
        }
        for (Current { locked: new, .. }, found) in now.iter().zip(&mut self.changes) {
            let place = content(new).filter(|_| found.is_none());
            let id = place.and_then(|content| places.get_mut(content)?.pop());
            if let Some(old) = id.and_then(|id| self.old.remove(id)) {
                *found = Some(change(old, new));
            }
        }
    }
}

/// What became of a card that is found again.
fn change(old: &Locked, new: &Locked) -> Change {
    if old.shows == new.shows {
        Change::Unchanged
    } else if old.title != new.title && old.answer == new.answer {
        Change::Renamed { from: old.title.clone() }
    } else {
        Change::Changed
    }
}

impl Changes {
    /// The cards of `deck` that have to be printed again.
    pub fn to_print(&self, mut deck: Deck) -> Deck {
        let print: BTreeMap<&str, bool> = self
            .cards
            .iter()
            .map(|card| (card.id.as_str(), card.change != Change::Unchanged))
            .collect();
        deck.cards.retain(|card| print.get(card.id.as_str()).is_none_or(|print| *print));
        deck
    }

    /// A line for each card that is new, changed, renamed or gone.
    pub fn lines(&self) -> Vec<String> {
        let line = |Compared { name, change, .. }: &Compared| match change {
            Change::New => Some(format!("new      {name}")),
            Change::Changed => Some(format!("changed  {name}")),
            Change::Renamed { from } => Some(format!("renamed  {name}, was “{from}”")),
            Change::Unchanged => None,
        };
        let gone =
            self.gone.iter().map(|Gone { id, title }| format!("gone     {title} ({id})"));
        self.cards.iter().filter_map(line).chain(gone).collect()
    }
}

impl fmt::Display for Changes {
    /// How many there are of each kind.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |kind: fn(&Change) -> bool| {
            self.cards.iter().filter(|card| kind(&card.change)).count()
        };
        let new = count(|change| *change == Change::New);
        let changed = count(|change| *change == Change::Changed);
        let renamed = count(|change| matches!(change, Change::Renamed { .. }));
        let unchanged = count(|change| *change == Change::Unchanged);
        let gone = self.gone.len();
        write!(
            f,
            "{new} new, {changed} changed, {renamed} renamed, {gone} gone, {unchanged} \
             unchanged"
        )
    }
}
