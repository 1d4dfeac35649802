//! What the arguments about cards mean together: the grid on the paper, the guides to cut by,
//! and how backs get behind fronts.

use super::options::oriented;
use crate::cli::args::cards::{CardArgs, Duplex, DuplexArgs, Guides, Order};
use crate::cli::args::paper::PaperArgs;
use crate::cli::args::values::{Counts, StockName};
use crate::impose::{self, Division, Grid, Imposition, Offset, Stock};
use crate::paper::Paper;
use crate::units::{Length, Size};

/// What is left white around a grid where nothing else is said.
const MARGIN_MM: f64 = 5.0;

/// Whether the kinds of stock are asked for instead of cards.
pub(crate) fn asks_for_list(typed: &CardArgs) -> bool {
    typed.stock == Some(StockName::List)
}

/// How cards are put on sheets of paper that is to lie as `paper` says.
pub(crate) fn imposition(
    typed: &CardArgs,
    paper: &PaperArgs,
) -> Result<Imposition, String> {
    let Backs { duplex, back_offset } = Backs::checked(typed.duplex)?;
    let options = impose::Options {
        grid: grid(typed, paper)?,
        duplex,
        order: match typed.order {
            Order::Sheet => impose::Order::Sheet,
            Order::Stack => impose::Order::Stack,
        },
        guides: cut_guides(typed),
        back_offset,
    };
    Imposition::new(options).map_err(|error| {
        format!("--duplex fold: {error}; take --stock A7-printable or --grid 2x4")
    })
}

fn grid(typed: &CardArgs, paper: &PaperArgs) -> Result<Grid, String> {
    let oriented = oriented(paper, Paper::portrait);
    match (&typed.stock, typed.grid) {
        (Some(StockName::Named(stock)), _) => stock_grid(stock, paper),
        (_, Some(Counts { columns, rows })) => {
            let margin = Length::mm(MARGIN_MM);
            let margin = typed.card_margin.unwrap_or(Size::new(margin, margin));
            let gutter = typed.card_gutter.unwrap_or_default();
            Grid::divided(oriented, Division { columns, rows, margin, gutter })
                .map_err(|error| format!("--grid {columns}x{rows}: {error}"))
        }
        _ => Ok(Grid::usual(oriented)),
    }
}

/// Lines to cut by, but none across stock that comes with its own.
fn cut_guides(typed: &CardArgs) -> impose::Guides {
    let scored = |stock: &StockName| match stock {
        StockName::Named(stock) => stock.scored,
        StockName::List => false,
    };
    match typed.guides {
        None if typed.stock.as_ref().is_some_and(scored) => impose::Guides::None,
        Some(Guides::None) => impose::Guides::None,
        Some(Guides::Marks) => impose::Guides::Marks,
        Some(Guides::Lines) | None => impose::Guides::Lines,
    }
}

/// The cards of a stock, turned if asked for. Other paper than its own is an error.
fn stock_grid(stock: &Stock, typed: &PaperArgs) -> Result<Grid, String> {
    let grid = stock.grid();
    let own = grid.paper();
    if let Some(paper) = typed.paper
        && paper.portrait().size() != own.portrait().size()
    {
        let Size { width, height } = paper.size();
        return Err(format!(
            "--stock {} is a sheet of {}, and --paper says {:.0} × {:.0} mm: leave --paper \
             away, or take --grid for cards on that paper",
            stock.name,
            if own.name() == "a4" { "A4" } else { "Letter" },
            width.to_mm(),
            height.to_mm()
        ));
    }
    let across = own.is_landscape();
    let turn = (typed.landscape && !across) || (typed.portrait && across);
    Ok(if turn { grid.turned() } else { grid })
}

/// How sheets are turned between their two sides.
pub(crate) const fn duplex(typed: Duplex) -> impose::Duplex {
    match typed {
        Duplex::LongEdge => impose::Duplex::LongEdge,
        Duplex::ShortEdge => impose::Duplex::ShortEdge,
        Duplex::Manual => impose::Duplex::Manual,
        Duplex::Fold => impose::Duplex::Fold,
    }
}

/// How backs get behind fronts, checked.
#[derive(Debug)]
pub(crate) struct Backs {
    pub duplex: impose::Duplex,
    /// How far backs are moved.
    pub back_offset: Offset,
}

impl Backs {
    /// What was typed, if it goes together: folded cards have no backs to move.
    pub(crate) fn checked(typed: DuplexArgs) -> Result<Self, String> {
        let duplex = duplex(typed.duplex);
        if typed.duplex == Duplex::Fold && typed.back_offset.is_some() {
            return Err(
                "--back-offset moves backs, and cards that are folded have none: \
                        leave it away"
                    .to_owned(),
            );
        }
        Ok(Self { duplex, back_offset: typed.back_offset.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use clap::error::ErrorKind;

    use super::*;
    use crate::cli::args::command::{Command, Typed};

    fn typed(line: &str) -> Result<(PaperArgs, CardArgs), clap::Error> {
        let words = ["offprint", "cards"].into_iter().chain(line.split_whitespace());
        match Typed::try_parse_from(words)?.command {
            Command::Cards(cards) => Ok((cards.paper, cards.options)),
            other => panic!("{other:?}"),
        }
    }

    fn refused(line: &str) -> ErrorKind {
        typed(line).expect_err(line).kind()
    }

    fn imposition(line: &str) -> Result<Imposition, String> {
        let (paper, cards) = typed(line).expect(line);
        super::imposition(&cards, &paper)
    }

    fn options(line: &str) -> impose::Options {
        *imposition(line).expect(line).options()
    }

    fn card_mm(line: &str) -> (usize, usize, f64, f64) {
        let grid = options(line).grid;
        let round = |length: Length| (length.to_mm() * 100.0).round() / 100.0;
        (grid.columns(), grid.rows(), round(grid.card().width), round(grid.card().height))
    }

    #[test]
    fn stock_brings_its_paper_and_plain_paper_its_cards() {
        assert_eq!(card_mm(""), (2, 4, 100.0, 71.75));
        assert_eq!(card_mm("--paper letter"), (1, 3, 127.0, 76.2));
        assert_eq!(card_mm("--stock c32015"), (2, 4, 85.0, 54.0));
        assert_eq!(options("--stock 5371").grid.paper(), Paper::letter());
        assert_eq!(card_mm("--stock 5388 --landscape"), (3, 1, 76.2, 127.0));
        assert_eq!(card_mm("--stock A8 --portrait"), (4, 4, 52.0, 74.0));
        assert!(asks_for_list(&typed("--stock list").expect("list").1));
        assert_eq!(refused("--stock 5372"), ErrorKind::ValueValidation);
    }

    #[test]
    fn other_paper_than_the_stock_has_is_refused() {
        let message = imposition("--stock 5371 --paper a4").expect_err("other paper");
        assert!(message.contains("5371") && message.contains("Letter"), "{message}");
        assert!(message.contains("210 × 297 mm"), "{message}");
        for same in ["letter", "8.5x11in", "11x8.5in"] {
            assert!(
                imposition(&format!("--stock 5371 --paper {same}")).is_ok(),
                "{same}"
            );
        }
    }

    #[test]
    fn a_grid_has_margins_and_gutters() {
        assert_eq!(card_mm("--grid 2x2"), (2, 2, 100.0, 143.5));
        assert_eq!(card_mm("--grid 2X2 --card-margin 10,8"), (2, 2, 95.0, 140.5));
        assert_eq!(card_mm("--grid 2x2 --card-gutter 4"), (2, 2, 98.0, 141.5));
        assert_eq!(refused("--grid 2"), ErrorKind::ValueValidation);
        assert_eq!(refused("--grid 0x2"), ErrorKind::ValueValidation);
        assert_eq!(refused("--grid 2x2 --stock A7"), ErrorKind::ArgumentConflict);
        assert_eq!(refused("--card-margin 5"), ErrorKind::MissingRequiredArgument);
        assert_eq!(refused("--card-gutter 5"), ErrorKind::MissingRequiredArgument);
        let message = imposition("--grid 20x4").expect_err("too many");
        assert!(message.starts_with("--grid 20x4: a card would be 10.0 ×"), "{message}");
    }

    #[test]
    fn order_and_guides() {
        assert_eq!(options("").order, impose::Order::Sheet);
        assert_eq!(options("--order stack").order, impose::Order::Stack);
        assert_eq!(options("").guides, impose::Guides::Lines);
        assert_eq!(options("--stock A7").guides, impose::Guides::Lines);
        assert_eq!(options("--stock 5388").guides, impose::Guides::None);
        assert_eq!(options("--paper letter").guides, impose::Guides::Lines);
        assert_eq!(options("--stock 5388 --guides marks").guides, impose::Guides::Marks);
        assert_eq!(options("--guides none").guides, impose::Guides::None);
        assert_eq!(refused("--guides dots"), ErrorKind::InvalidValue);
        assert_eq!(refused("--order random"), ErrorKind::InvalidValue);
    }

    #[test]
    fn duplex_and_back_offset() {
        assert_eq!(options("").duplex, impose::Duplex::LongEdge);
        assert_eq!(options("--duplex short-edge").duplex, impose::Duplex::ShortEdge);
        assert_eq!(options("--duplex manual").duplex, impose::Duplex::Manual);
        let offset = options("--back-offset -1.5,2mm,-0.25").back_offset;
        let (right, down) = (Length::mm(-1.5), Length::mm(2.0));
        assert_eq!(offset, Offset { right, down, turn: -250 });
        assert_eq!(refused("--duplex both"), ErrorKind::InvalidValue);
        assert_eq!(refused("--back-offset 1"), ErrorKind::ValueValidation);
    }

    #[test]
    fn folding_takes_cards_that_touch_and_no_offset() {
        assert_eq!(options("--duplex fold").duplex, impose::Duplex::Fold);
        let message = imposition("--duplex fold --stock 8373").expect_err("gutters");
        assert!(message.contains("touch") && message.contains("--grid"), "{message}");
        let message =
            imposition("--duplex fold --back-offset 1,1").expect_err("no backs");
        assert!(message.contains("--back-offset"), "{message}");
    }
}
