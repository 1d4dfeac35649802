//! The arguments that say how the pages of a sheet are folded.

use clap::Args;

use super::cards::Duplex;

pub(crate) const SHEET_EXAMPLES: &str = "\
Examples:
  offprint sheet guide.md                         as many pages as it takes
  offprint sheet guide.md --one-page              everything that matters on one page
  offprint sheet guide.md --booklet               two small pages a side, to fold
  offprint sheet guide.md --booklet --pages 12    a booklet of three sheets at most
  offprint sheet guide.md --booklet --duplex manual
                                                  for a printer that prints one side
  offprint sheet guide.md --pocket                eight pages on one side: fold, cut once";

/// How the pages of a sheet are folded.
#[derive(Debug, Args)]
#[command(next_help_heading = "Folding")]
pub(crate) struct FoldingArgs {
    /// Pages of half the paper's size, two on each side: to fold in the middle and staple
    #[arg(long, conflicts_with_all = ["pocket", "portrait", "one_page"])]
    pub booklet: bool,
    /// Eight small pages on one side of one sheet, to fold and cut once; condensed to fit
    #[arg(long, conflicts_with_all = ["portrait", "one_page", "pages"])]
    pub pocket: bool,
    /// long-edge or short-edge, as the printer turns sheets; manual: all fronts, then all
    /// backs, to print one after the other [default: short-edge for a booklet]
    #[arg(long, value_name = "HOW", value_enum, hide_possible_values = true)]
    pub duplex: Option<Duplex>,
}
