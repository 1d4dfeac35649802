//! The arguments that say how a book is made.

use clap::{Args, ValueEnum};

use crate::product::{self, BookOptions};

/// What stands below `offprint epub --help`.
pub const EXAMPLES: &str = "\
Examples:
  offprint epub guide.md                    write guide.epub
  offprint epub guide.md --answers hidden   questions first, each a tap from its answer
  offprint epub guide.md --only 4 -o 4.epub a book of one section";

/// How a book is made, as typed.
#[derive(Debug, Args)]
#[command(next_help_heading = "Book")]
pub struct BookLook {
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
pub enum Answers {
    After,
    Hidden,
}

impl BookLook {
    /// The options that were typed, and the day that goes into the file.
    pub fn options(&self, date: Option<String>) -> BookOptions {
        let answers = match self.answers {
            Answers::After => product::Answers::After,
            Answers::Hidden => product::Answers::Hidden,
        };
        let embed_fonts = self.embed_fonts;
        BookOptions { date, answers, embed_fonts, ..BookOptions::default() }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use clap::error::ErrorKind;

    use super::*;
    use crate::cli::args::{Command, Typed};

    fn typed(line: &str) -> Result<BookLook, ErrorKind> {
        let words = std::iter::once("offprint").chain(line.split_whitespace());
        match Typed::try_parse_from(words).map_err(|error| error.kind())?.command {
            Command::Epub(epub) => Ok(epub.book),
            Command::All(all) => Ok(all.book),
            other => panic!("{other:?}"),
        }
    }

    fn refused(line: &str) -> ErrorKind {
        typed(line).expect_err(line)
    }

    #[test]
    fn answers() {
        let answers = |line: &str| typed(line).expect(line).options(None).answers;
        assert_eq!(answers("epub"), product::Answers::After);
        assert_eq!(answers("epub --answers hidden"), product::Answers::Hidden);
        assert_eq!(answers("all --answers hidden"), product::Answers::Hidden);
        assert_eq!(refused("epub --answers nowhere"), ErrorKind::InvalidValue);
        assert_eq!(refused("cards --answers hidden"), ErrorKind::UnknownArgument);
    }
}
