//! Files that a guide names, read from the guide's folder and nowhere else.
//!
//! A guide may come from anyone: what it names outside its folder is not read unless the
//! person who runs the command allows it.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use crate::pictures::Refusal;

/// A longer file is nothing for a page, in bytes.
const LONGEST: u64 = 64 << 20;

/// Where a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// What its names are told from.
    pub own: PathBuf,
    /// What they may not lead out of: the same, or for a chapter the whole book's folder.
    pub root: PathBuf,
}

/// The content of the file `name` as a guide in `folder` says it.
///
/// # Errors
/// What is wrong with the name, or with the file.
pub fn file(
    folder: &Folder,
    name: &str,
    allow_outside: bool,
) -> Result<Vec<u8>, Refusal> {
    let name = Path::new(name.strip_prefix("file://").unwrap_or(name));
    let Folder { own, root } = folder;
    let below = own.strip_prefix(root).unwrap_or(Path::new(""));
    if !allow_outside && leads_out(&below.join(name)) {
        return Err(outside());
    }
    let path = own.join(name).canonicalize().map_err(|error| unread(&error))?;
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    let folder = root.canonicalize().map_err(|error| unread(&error))?;
    // Symbolic links are followed by then.
    if !allow_outside && !path.starts_with(&folder) {
        return Err(outside());
    }
    let about = fs::metadata(&path).map_err(|error| unread(&error))?;
    // A pipe would keep us waiting, a device has no end.
    if !about.is_file() {
        return Err(Refusal::new("it is no file"));
    }
    let mut bytes = Vec::new();
    let opened = File::open(&path).map_err(|error| unread(&error))?;
    opened.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| unread(&error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(Refusal::new("the file is too long")
            .hint("scale a picture down to what a page shows"));
    }
    Ok(bytes)
}

/// Whether a path leads out of the folder that it begins in, wherever links lead.
pub fn leads_out(path: &Path) -> bool {
    let mut depth = 0_i32;
    for part in path.components() {
        match part {
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
            Component::ParentDir => depth -= 1,
            Component::RootDir | Component::Prefix(_) => return true,
        }
        if depth < 0 {
            return true;
        }
    }
    // Drives and shares of another system than this one are no names here either.
    let text = path.to_string_lossy();
    text.starts_with('\\') || text.as_bytes().get(1) == Some(&b':')
}

/// That a name leads out of its guide's folder.
pub fn outside() -> Refusal {
    Refusal::new("it is outside the guide's folder")
        .hint("put it into the guide's folder, or run with --allow-outside")
}

/// That there is nothing behind a name.
pub fn missing() -> Refusal {
    Refusal::new("there is no such file").hint("names are relative to the guide's folder")
}

fn unread(error: &std::io::Error) -> Refusal {
    match error.kind() {
        std::io::ErrorKind::NotFound => missing(),
        _ => Refusal::new(super::reason(error)),
    }
}
