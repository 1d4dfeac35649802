//! The options that say what becomes a card, as typed and as meant.

use clap::{Args, ValueEnum};

use crate::select::{self, DeckOptions, Topics};

/// What `offprint anki --help` ends with.
pub const ANKI_EXAMPLES: &str = "\
Examples:
  offprint anki guide.md                   write guide-anki.txt; then in Anki: File, Import
  offprint anki guide.md --split items     a note for each item of a list as well
  offprint anki guide.md --only 4-6        notes of three sections

Import the file again after you have worked on the guide: notes are brought up to date
and keep their schedules.";

/// What becomes a card.
#[derive(Debug, Default, Clone, Args)]
#[command(next_help_heading = "Deck")]
pub struct DeckLook {
    /// Make a card of each item of a list answer as well: Q12.1, Q12.2
    #[arg(long, value_name = "BY", value_enum, hide_possible_values = true)]
    pub split: Option<Split>,
    /// Make cards of topics without a question, too
    #[arg(long)]
    pub topics: bool,
}

/// What answers are split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Split {
    // Items of lists. (No doc comment: see `args::Color`.)
    Items,
}

impl DeckLook {
    /// The options as the library has them.
    pub fn options(&self) -> DeckOptions {
        let split = match self.split {
            Some(Split::Items) => select::Split::Items,
            None => select::Split::Whole,
        };
        let topics = if self.topics { Topics::Always } else { Topics::Never };
        DeckOptions { split, topics }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Typed {
        #[command(flatten)]
        deck: DeckLook,
    }

    fn options(line: &str) -> Option<DeckOptions> {
        let words = std::iter::once("offprint").chain(line.split_whitespace());
        Typed::try_parse_from(words).ok().map(|typed| typed.deck.options())
    }

    #[test]
    fn split_and_topics() {
        assert_eq!(options(""), Some(DeckOptions::default()));
        let both = DeckOptions { split: select::Split::Items, topics: Topics::Always };
        assert_eq!(options("--split items --topics"), Some(both));
        assert_eq!(options("--split words"), None);
        assert_eq!(options("--split"), None);
    }
}
