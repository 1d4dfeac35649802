//! The arguments that say how a book is made.

use clap::{Args, ValueEnum};

/// What stands below `offprint epub --help`.
pub(crate) const EXAMPLES: &str = "\
Examples:
  offprint epub guide.md                    write guide.epub
  offprint epub guide.md --answers hidden   questions first, each a tap from its answer
  offprint epub guide.md --only 4 -o 4.epub a book of one section";

/// How a book is made, as typed.
#[derive(Debug, Args)]
#[command(next_help_heading = "Book")]
pub(crate) struct BookArgs {
    /// Where answers stand: after their questions, or hidden in a part of their own, a tap
    /// away from each question
    #[arg(
        long,
        value_name = "after|hidden",
        value_enum,
        default_value = "after",
        hide_possible_values = true
    )]
    pub answers: Answers,
    /// Put the program's fonts into the book, instead of leaving the choice to its reader
    #[arg(long)]
    pub embed_fonts: bool,
}

/// Where the answers of a book stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Answers {
    After,
    Hidden,
}
