//! The argument about the file of defaults.

use clap::Args;

/// Whether the file counts, as typed.
#[derive(Debug, Args)]
pub(crate) struct DefaultsArgs {
    /// Take no defaults from offprint.toml beside the guide
    #[arg(long, global = true)]
    pub no_defaults: bool,
}
