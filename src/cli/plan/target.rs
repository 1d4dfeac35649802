//! Where a file goes, and what a path that was typed means.

use std::path::{Path, PathBuf};

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Standard output.
    Output,
    File(PathBuf),
}

impl Target {
    /// What a path that was typed means.
    pub(crate) fn typed(path: PathBuf) -> Self {
        if is_dash(&path) { Self::Output } else { Self::File(path) }
    }
}

/// Whether a path stands for standard input or output.
pub(crate) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}
