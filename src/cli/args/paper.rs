//! The arguments that say what is printed on, and with.

use clap::Args;

use crate::paper::Paper;

/// What is printed on and with, as typed.
#[derive(Debug, Args)]
#[command(next_help_heading = "Paper")]
pub(crate) struct PaperArgs {
    /// a3, a4, a5, letter, legal, tabloid or a size such as 210x297mm or 8.5x11in
    /// [default: a4]
    #[arg(long, value_name = "SIZE")]
    pub paper: Option<Paper>,
    /// Turn the longer edge across
    #[arg(long, conflicts_with = "portrait")]
    pub landscape: bool,
    /// Turn the longer edge down
    #[arg(long)]
    pub portrait: bool,
    /// Print in shades of grey, pictures too
    #[arg(long, alias = "gray")]
    pub grey: bool,
}
