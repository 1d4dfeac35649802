//! Taking the part of a guide that is wanted: functions from a tree to a tree.
//!
//! [`filter()`] keeps what a [`Selection`] names, [`join()`] puts several guides into one,
//! [`Listing`] says what there is to choose from, and a [`Deck`] has what becomes cards. A
//! tree that comes from outside goes through [`check()`] first. All outputs go through here,
//! so that section 4 means the same on a sheet, on cards and in a book.
//!
//! Architecture invariant: numbers and ids stay those of the guide; nothing here counts
//! anew, so that a question keeps its name in every output.

mod check;
mod cloze;
pub mod condense;
mod deck;
mod direction;
mod filter;
mod join;
mod key_points;
mod list;
mod lock;
mod nearest;
mod pick;
mod rank;
mod references;
mod table;

pub use check::check;
pub(crate) use cloze::asks_by_gaps;
pub use deck::{Deck, DeckOptions, Flashcard, Split, Topics};
pub(crate) use direction::{list_direction, paragraph_direction, table_direction};
pub use filter::{Selection, filter};
pub use join::join;
pub(crate) use key_points::{KeyPoint, key_points};
pub use list::{ListedEntry, ListedQuestion, ListedSection, Listing};
pub use lock::{Change, Changes, Compared, Gone, Lock, Locked, Shown};
pub(crate) use nearest::nearest;
pub use pick::{Pick, PickError, Picks};
pub(crate) use rank::Rank;
