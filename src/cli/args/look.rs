//! The arguments that say what pages look like: how large, in which colours and fonts.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Whose colours they are in, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Look")]
pub(crate) struct ThemeArgs {
    /// Take colours and fonts from this file (TOML), not from the table of that name in
    /// offprint.toml
    #[arg(long, value_name = "FILE")]
    pub theme: Option<PathBuf>,
    #[command(flatten)]
    pub code: CodeArgs,
}

/// How programs look, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Look")]
pub(crate) struct CodeArgs {
    /// Tell keywords, strings and comments of code apart
    #[arg(long, value_name = "ON-OR-OFF", value_enum, default_value_t)]
    pub code_colours: Switch,
}

impl CodeArgs {
    /// Whether they are told apart.
    pub(crate) const fn told_apart(&self) -> bool {
        matches!(self.code_colours, Switch::On)
    }
}

/// Whether something is done.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    #[default]
    On,
    Off,
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
