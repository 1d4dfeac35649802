//! What the system says of files, in words that a person may know; what stands behind a path
//! ([`mod@kind`]), and how the process was started ([`mod@process`]).

pub(super) mod kind;
pub(super) mod process;

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::diagnostic::Cause;

/// So long somebody has to open the other end of a pipe.
pub(super) const PATIENCE: Duration = Duration::from_millis(1500);

/// What the system says of a failure.
pub(super) fn reason(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "permission is denied",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "the quota for the disk is used up",
        ErrorKind::FileTooLarge => "the file would be larger than the system allows",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::BrokenPipe => "what reads from it stopped before the end",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::NotADirectory => "a part of the path is not a folder",
        _ if is_link_loop(error) => "its symbolic links go round in a circle",
        _ => return error.to_string(),
    };
    words.to_owned()
}

/// The same, with the system's error behind it.
pub(super) fn cause(error: Error) -> Cause {
    Cause::new(reason(&error), error)
}

/// Whether links led to links for too long. The standard library has no name for that
/// yet, and systems number it differently.
fn is_link_loop(error: &Error) -> bool {
    let number = if cfg!(target_os = "linux") { 40 } else { 62 };
    cfg!(unix) && error.raw_os_error() == Some(number)
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
