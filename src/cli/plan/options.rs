//! What arguments mean to the products that are made: their options as the library has them.

use crate::cli::args;
use crate::cli::args::book::BookArgs;
use crate::cli::args::command::SheetArgs;
use crate::cli::args::deck::DeckArgs;
use crate::cli::args::paper::PaperArgs;
use crate::impose::Imposition;
use crate::paper::Paper;
use crate::product::{Answers, BookOptions, CardOptions, DENSE_MM, SheetOptions};
use crate::select::{DeckOptions, Split, Topics};
use crate::theme::Inks;
use crate::units::Length;

/// How a sheet is made.
pub(crate) fn sheet_options(
    paper: &PaperArgs,
    typed: &SheetArgs,
    date: Option<String>,
) -> SheetOptions {
    let default = SheetOptions::default();
    // One column or two of an upright page are as wide as lines are read.
    let upright = typed.columns.0.is_some_and(|columns| columns <= 2);
    let likes = if upright { Paper::portrait } else { Paper::landscape };
    let dense = typed.dense.then(|| Length::mm(DENSE_MM));
    SheetOptions {
        paper: oriented(paper, likes),
        columns: typed.columns.0,
        min_x_height: typed.min_x_height.or(dense).unwrap_or(default.min_x_height),
        justify: typed.justify,
        inks: inks(paper),
        pages: if typed.one_page { Some(1) } else { typed.pages },
        date,
        ..default
    }
}

/// How cards are made.
pub(crate) fn card_options(
    imposition: Imposition,
    deck: DeckOptions,
    inks: Inks,
    date: Option<String>,
) -> CardOptions {
    CardOptions { imposition, deck, inks, date, ..CardOptions::default() }
}

/// What becomes a card.
pub(crate) fn deck_options(typed: &DeckArgs) -> DeckOptions {
    let split = match typed.split {
        Some(args::deck::Split::Items) => Split::Items,
        None => Split::Whole,
    };
    let topics = if typed.topics { Topics::Always } else { Topics::Never };
    DeckOptions { split, topics }
}

/// How a book is made; `date` is the day that goes into the file.
pub(crate) fn book_options(typed: &BookArgs, date: Option<String>) -> BookOptions {
    let answers = match typed.answers {
        args::book::Answers::After => Answers::After,
        args::book::Answers::Hidden => Answers::Hidden,
    };
    let embed_fonts = typed.embed_fonts;
    BookOptions { date, answers, embed_fonts, ..BookOptions::default() }
}

/// The paper as it is to lie. A named size lies as the product `likes` it unless typed; a
/// size in numbers says itself which edge is across.
pub(crate) fn oriented(typed: &PaperArgs, likes: fn(Paper) -> Paper) -> Paper {
    let paper = typed.paper.unwrap_or_else(Paper::a4);
    match (typed.landscape, typed.portrait) {
        (true, _) => paper.landscape(),
        (_, true) => paper.portrait(),
        _ if paper.name() == "custom" => paper,
        _ => likes(paper),
    }
}

/// What the printer prints with.
pub(crate) const fn inks(typed: &PaperArgs) -> Inks {
    if typed.grey { Inks::Black } else { Inks::Colours }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use clap::error::ErrorKind;

    use super::*;
    use crate::cli::args::command::{Command, Typed};

    #[derive(Parser)]
    struct DeckLine {
        #[command(flatten)]
        deck: DeckArgs,
    }

    fn deck(line: &str) -> Option<DeckOptions> {
        let words = std::iter::once("offprint").chain(line.split_whitespace());
        DeckLine::try_parse_from(words).ok().map(|typed| deck_options(&typed.deck))
    }

    #[test]
    fn split_and_topics() {
        assert_eq!(deck(""), Some(DeckOptions::default()));
        let both = DeckOptions { split: Split::Items, topics: Topics::Always };
        assert_eq!(deck("--split items --topics"), Some(both));
        assert_eq!(deck("--split words"), None);
        assert_eq!(deck("--split"), None);
    }

    fn book(line: &str) -> Result<BookArgs, ErrorKind> {
        let words = std::iter::once("offprint").chain(line.split_whitespace());
        match Typed::try_parse_from(words).map_err(|error| error.kind())?.command {
            Command::Epub(epub) => Ok(epub.book),
            Command::All(all) => Ok(all.book),
            other => panic!("{other:?}"),
        }
    }

    fn refused(line: &str) -> ErrorKind {
        book(line).expect_err(line)
    }

    #[test]
    fn answers() {
        let answers = |line: &str| book_options(&book(line).expect(line), None).answers;
        assert_eq!(answers("epub"), Answers::After);
        assert_eq!(answers("epub --answers hidden"), Answers::Hidden);
        assert_eq!(answers("all --answers hidden"), Answers::Hidden);
        assert_eq!(refused("epub --answers nowhere"), ErrorKind::InvalidValue);
        assert_eq!(refused("cards --answers hidden"), ErrorKind::UnknownArgument);
    }
}
