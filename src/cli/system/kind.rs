//! What stands behind a path, as far as reading and writing are concerned.

use std::fs::Metadata;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Folder,
    /// One with a name, or an end of one that another program holds.
    Pipe,
    /// What file systems are on.
    Disk,
    Socket,
    /// A terminal, or one of those that take or give bytes without an end.
    Device,
}

impl Kind {
    /// What `about` is about.
    #[cfg(unix)]
    pub(crate) fn of(about: &Metadata) -> Self {
        use std::os::unix::fs::FileTypeExt;
        let is = about.file_type();
        match is {
            _ if is.is_dir() => Self::Folder,
            _ if is.is_fifo() => Self::Pipe,
            _ if is.is_block_device() => Self::Disk,
            _ if is.is_socket() => Self::Socket,
            _ if is.is_char_device() => Self::Device,
            _ => Self::File,
        }
    }

    /// What `about` is about.
    #[cfg(not(unix))]
    pub(crate) fn of(about: &Metadata) -> Self {
        match () {
            () if about.is_dir() => Self::Folder,
            () if about.is_file() => Self::File,
            () => Self::Device,
        }
    }

    /// Why nothing is read from it and nothing written to it, if that is so.
    pub(crate) const fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Folder => Some("it is a folder"),
            Self::Disk => Some("it is a disk, not a file"),
            Self::Socket => Some("it is a socket, not a file"),
            Self::File | Self::Pipe | Self::Device => None,
        }
    }
}
