//! The arguments for printing only what is new: which record is written, which is read.

use std::path::PathBuf;

use clap::Args;

/// What is recorded and what a record is used for, as typed.
#[derive(Debug, Default, Clone, Args)]
#[command(next_help_heading = "Printing again")]
pub(crate) struct ReprintArgs {
    /// Record in FILE what the cards show, for --changed-since
    #[arg(long, value_name = "FILE")]
    pub lock: Option<PathBuf>,
    /// Print only the cards that are new or changed since LOCK was written
    #[arg(long, value_name = "LOCK")]
    pub changed_since: Option<PathBuf>,
}
