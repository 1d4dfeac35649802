//! The arguments that say what pages look like: how large, in which colours and fonts.

use std::path::PathBuf;

use clap::Args;

/// Whose colours they are in, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Look")]
pub(crate) struct ThemeArgs {
    /// Take colours and fonts from this file (TOML), not from the table of that name in
    /// offprint.toml
    #[arg(long, value_name = "FILE")]
    pub theme: Option<PathBuf>,
}

/// What pages look like, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Look")]
pub(crate) struct LookArgs {
    /// Large print: no text below 16 points
    #[arg(long)]
    pub large_print: bool,
    #[command(flatten)]
    pub dress: ThemeArgs,
    /// Look for fonts here as well; can be given several times
    #[arg(long = "font-dir", value_name = "DIR")]
    pub font_dirs: Vec<PathBuf>,
}
