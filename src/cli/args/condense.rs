//! How much of each answer is wanted.

use std::path::PathBuf;

use clap::Args;

/// What of answers is left out, as typed.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Condensing")]
pub(crate) struct CondenseArgs {
    /// At most this many words of each answer, those that answer best
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub answer_words: Option<u32>,
    /// Leave sentences as they are: none is shortened
    #[arg(long)]
    pub whole_sentences: bool,
}

/// Where it is written what was left out.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Condensing")]
pub(crate) struct ReportArgs {
    /// Write what was kept and left out to FILE, as JSON
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}
