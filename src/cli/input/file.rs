//! A file that a person named, and what to say where there is none: names that are like it, or
//! guides in the folder that was named instead.

use std::io::ErrorKind;
use std::path::Path;

use super::bounded::{self, Unread};
use super::reach;
use crate::cli::system::{cause, folder_of};
use crate::diagnostic::{Error, Remedy, Result};
use crate::pictures::Refusal;
use crate::select;

/// The content of a file that a person named.
pub(crate) fn file(path: &Path) -> Result<Vec<u8>> {
    // A folder can be opened on some systems, and then reading says something odd.
    if path.is_dir() {
        return Err(Error::Read {
            path: path.to_owned(),
            reason: "it is a folder".into(),
            hint: guides_in(path).map(Remedy::from),
        });
    }
    bounded::content(path).map_err(|unread| match unread {
        Unread::System(error) if error.kind() == ErrorKind::NotFound => missing(path),
        Unread::System(error) => Error::read(path, cause(error)),
        Unread::Refused(error) => error,
    })
}

/// The content of a file that nobody named, but that stands in the folder `root` where a
/// guide is. A link that leads out of it is followed only where that is allowed.
pub(crate) fn file_inside(
    root: &Path,
    path: &Path,
    allow_outside: bool,
) -> Result<Vec<u8>> {
    if allow_outside {
        return file(path);
    }
    let refused = |unread| match unread {
        reach::Unread::System(error) => Error::read(path, cause(error)),
        unread => {
            let Refusal { reason, hint } = Refusal::from(unread);
            let hint = hint.map(Remedy::from);
            Error::Read { path: path.to_owned(), reason: reason.into(), hint }
        }
    };
    bounded::all(path, reach::open_inside(root, path).map_err(refused)?)
}

fn missing(path: &Path) -> Error {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Error::read(path, format!("there is no folder {}", folder.display()));
    }
    Error::Read {
        path: path.to_owned(),
        reason: "there is no such file".into(),
        hint: alike(path, &folder).map(Remedy::from),
    }
}

/// Files of the folder whose names are like the one that is not there.
fn alike(path: &Path, folder: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?;
    let there = files_in(folder);
    let near = select::nearest(wanted, there.iter().map(String::as_str), 3);
    // In a folder of strangers, the least strange is no help.
    let near: Vec<_> = near
        .into_iter()
        .filter(|name| strsim::jaro_winkler(wanted, name) > 0.8)
        .collect();
    (!near.is_empty()).then(|| format!("there is {}", near.join(", ")))
}

fn guides_in(folder: &Path) -> Option<String> {
    let guides: Vec<String> = files_in(folder)
        .into_iter()
        .filter(|name| {
            Path::new(name).extension().is_some_and(|e| e.eq_ignore_ascii_case("md"))
        })
        .collect();
    let named = guides.get(..3).unwrap_or(&guides).join(", ");
    let more = guides.len().saturating_sub(3);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let more = format!("{named}{more}; or list them in a SUMMARY.md, as mdBook has it");
    (!guides.is_empty()).then(|| format!("name a file in it; there is {more}"))
}

/// Names of the files in a folder, sorted, since the system's order is any.
fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    let mut names: Vec<_> =
        files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
