//! The arguments that say which pictures may be read.

use clap::Args;

/// Which pictures may be read, as typed.
#[derive(Debug, Default, Clone, Args)]
pub(crate) struct PictureArgs {
    /// Read pictures outside the guide's folder, too
    #[arg(long, help_heading = "Pictures")]
    pub allow_outside: bool,
}
