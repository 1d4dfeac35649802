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
        if is_output(&path) { Self::Output } else { Self::File(path) }
    }
}

/// What Unix calls standard output. A file that it leads to is written on, not replaced.
const OUTPUTS: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Whether a path that is written to stands for standard output.
pub(crate) fn is_output(path: &Path) -> bool {
    let named = || OUTPUTS.iter().any(|name| path.as_os_str() == *name);
    is_dash(path) || cfg!(unix) && named()
}

/// Whether a path stands for standard input or output.
pub(crate) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}
