//! The arguments that say what becomes a card.

use clap::{Args, ValueEnum};

/// What `offprint anki --help` ends with.
pub(crate) const ANKI_EXAMPLES: &str = "\
Examples:
  offprint anki guide.md                   write guide-anki.txt; then in Anki: File, Import
  offprint anki guide.md --split items     a note for each item of a list as well
  offprint anki guide.md --only 4-6        notes of three sections

Import the file again after you have worked on the guide: notes are brought up to date
and keep their schedules.";

/// What becomes a card.
#[derive(Debug, Default, Clone, Args)]
#[command(next_help_heading = "Deck")]
pub(crate) struct DeckArgs {
    /// Make a card of each item of a list answer as well: Q12.1, Q12.2
    #[arg(long, value_name = "BY", value_enum, hide_possible_values = true)]
    pub split: Option<Split>,
    /// Make cards of topics without a question, too
    #[arg(long)]
    pub topics: bool,
}

/// What answers are split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Split {
    // Items of lists. (No doc comment: see `Color` of all commands.)
    Items,
}
