//! The arguments that say how cards are put on sheets, and how backs get behind fronts.

use clap::{Args, ValueEnum};

use super::values::{self, Counts, StockName};
use crate::impose::Offset;
use crate::units::Size;

pub(crate) const CARD_EXAMPLES: &str = "\
Examples:
  offprint cards guide.md                       eight cards on a sheet of A4
  offprint cards --stock list                   what card stock there is
  offprint cards guide.md --stock 5388          index cards of 3 × 5 in on Avery 5388
  offprint cards guide.md --grid 3x3 --card-margin 8 --card-gutter 4
  offprint cards guide.md --duplex manual       fronts and backs as two files
  offprint cards guide.md --duplex fold         for a printer that prints one side
  offprint cards guide.md --order stack         cut all sheets at once, pile up, done
  offprint cards guide.md --back-offset 1,-0.5  what offprint calibrate told
  offprint cards guide.md --one-card            long answers in short: no second card
  offprint cards guide.md --split items         a card for each item of a list as well
  offprint cards guide.md --lock my.lock        remember what was printed, and later
  offprint cards guide.md --changed-since my.lock --lock my.lock
                                                print only what is new";

pub(crate) const CALIBRATE_EXAMPLES: &str = "\
Examples:
  offprint calibrate                            print it on both sides, read the numbers
  offprint calibrate --back-offset 1,-0.5       print it again: now both should be 0
  offprint calibrate --paper letter --duplex short-edge";

/// How cards are put on sheets.
#[derive(Debug, Args)]
#[command(next_help_heading = "Cards")]
pub(crate) struct CardArgs {
    /// Card stock, which brings its paper; `list` shows what there is
    /// [default: A7-printable on A4, index cards of 3 × 5 in on Letter]
    #[arg(long, value_name = "NAME")]
    pub stock: Option<StockName>,
    /// So many cards across and down the paper, such as 2x4
    #[arg(long, value_name = "COLSxROWS", conflicts_with = "stock")]
    pub grid: Option<Counts>,
    /// White around the grid, in mm: 5, or across and down: 5,8 [default: 5]
    #[arg(long, value_name = "MM[,MM]", requires = "grid", conflicts_with = "stock",
          value_parser = values::white)]
    pub card_margin: Option<Size>,
    /// White between the cards of the grid, in mm [default: 0]
    #[arg(long, value_name = "MM[,MM]", requires = "grid", conflicts_with = "stock",
          value_parser = values::white)]
    pub card_gutter: Option<Size>,
    /// sheet: cut sheet by sheet; stack: cut all sheets at once and lay the piles on each
    /// other
    #[arg(
        long,
        value_name = "ORDER",
        value_enum,
        default_value = "sheet",
        hide_possible_values = true
    )]
    pub order: Order,
    /// none, lines or marks to cut by [default: lines; none on stock that is scored]
    #[arg(long, value_name = "GUIDES", value_enum, hide_possible_values = true)]
    pub guides: Option<Guides>,
    /// One card each: an answer that does not fit is put in short, chosen by meaning, until
    /// it does
    #[arg(long, help_heading = "Condensing")]
    pub one_card: bool,
    #[command(flatten)]
    pub duplex: DuplexArgs,
}

/// How backs get behind fronts.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Both sides")]
pub(crate) struct DuplexArgs {
    /// long-edge or short-edge, as the printer turns sheets; manual: two files to print one
    /// after the other; fold: one side, answers folded behind
    #[arg(
        long,
        value_name = "HOW",
        value_enum,
        default_value = "long-edge",
        hide_possible_values = true
    )]
    pub duplex: Duplex,
    /// Move backs by so many mm to the right and down, and degrees clockwise, as
    /// `offprint calibrate` tells them
    #[arg(long, value_name = "DX,DY[,DEG]", allow_hyphen_values = true,
          value_parser = values::offset)]
    pub back_offset: Option<Offset>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Duplex {
    LongEdge,
    ShortEdge,
    Manual,
    Fold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    Sheet,
    Stack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Guides {
    None,
    Lines,
    Marks,
}
