//! Taking the part of a guide that is wanted: functions from a tree to a tree.
//!
//! [`filter()`] keeps what a [`Selection`] names, [`join()`] puts several guides into one,
//! [`Listing`] says what there is to choose from, and a [`Deck`] has what becomes cards. A
//! tree that comes from outside goes through [`check()`] first. All outputs go through here,
//! so that `--only 4` means the same on a sheet, on cards and in a book.
//!
//! Architecture invariant: numbers and ids stay those of the guide; nothing here counts
//! anew, so that a question keeps its name in every output.

mod check;
pub mod condense;
mod deck;
mod facing;
mod filter;
mod join;
mod list;
mod lock;
mod nearest;
mod pick;
mod rank;
mod references;
mod remind;
mod table;
mod visit;

pub use check::check;
pub use deck::{Deck, DeckOptions, Flashcard, Split, Topics};
pub use facing::{
    list_runs_leftwards, most_run_leftwards, paragraph_runs_leftwards,
    table_runs_leftwards,
};
pub use filter::{Selection, filter};
pub use join::join;
pub use list::{ListedEntry, ListedQuestion, ListedSection, Listing};
pub use lock::{Change, Changes, Lock, Locked, Shown};
pub use nearest::nearest;
pub use pick::{Pick, PickError, Picks};
pub use rank::Rank;
pub use remind::{Reminder, reminders};
