//! The one judge of whether a file that a guide names may be read: files in the guide's folder
//! may, wherever links lead, and those outside it may not.
//!
//! A guide may come from anyone: what it names outside its folder is not read unless the
//! person who runs the command allows it.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::bounded;
use crate::cli::system::reason;
use crate::pictures::Refusal;

/// A longer file is nothing for a page, in bytes.
const LONGEST: u64 = 64 << 20;

/// Where a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folder {
    /// What its names are relative to.
    pub own: PathBuf,
    /// What they may not lead out of: the same, or for a chapter the whole book's folder.
    pub root: PathBuf,
}

/// Why a file that a guide names is not read.
#[derive(Debug)]
pub enum Unread {
    /// It is outside the guide's folder.
    OutOfReach,
    /// There is none.
    Missing,
    /// The name leads to something else.
    NoFile,
    TooLong,
    /// What the system said otherwise.
    System(io::Error),
}

/// Where the file `name` is, as a guide in `folder` says it.
pub(crate) fn place(folder: &Folder, name: &str) -> PathBuf {
    folder.own.join(name.strip_prefix("file://").unwrap_or(name))
}

/// The content of the file `name` as a guide in `folder` says it.
///
/// # Errors
/// What is wrong with the name, or with the file.
pub(crate) fn file(
    folder: &Folder,
    name: &str,
    allow_outside: bool,
) -> Result<Vec<u8>, Unread> {
    let path = place(folder, name);
    let name = Path::new(name.strip_prefix("file://").unwrap_or(name));
    let Folder { own, root } = folder;
    let below = own.strip_prefix(root).unwrap_or(Path::new(""));
    if !allow_outside && leads_out(&below.join(name)) {
        return Err(Unread::OutOfReach);
    }
    let file = if allow_outside { open(&path)? } else { open_inside(root, &path)? };
    bounded::at_most(LONGEST, file)?.ok_or(Unread::TooLong)
}

/// Opens a file in the folder `root`: whatever links do meanwhile, it is one of that folder.
///
/// # Errors
/// That it is outside, or no file, or what the system says.
pub(crate) fn open_inside(root: &Path, path: &Path) -> Result<File, Unread> {
    let (root, path) = (real(root)?, real(path)?);
    let below = path.strip_prefix(&root).map_err(|_| Unread::OutOfReach)?;
    plain(beneath(&root, below)?)
}

fn open(path: &Path) -> Result<File, Unread> {
    // A pipe would keep us waiting, a device has no end.
    if !fs::metadata(path)?.is_file() {
        return Err(Unread::NoFile);
    }
    plain(File::open(path)?)
}

fn plain(file: File) -> Result<File, Unread> {
    if file.metadata()?.is_file() { Ok(file) } else { Err(Unread::NoFile) }
}

/// Opens what is at `below` in the folder `root`. The system sees to it that no link leads
/// out: between a look at a path and the opening, a folder can become a link.
#[cfg(target_os = "linux")]
fn beneath(root: &Path, below: &Path) -> Result<File, Unread> {
    use rustix::fs::{self, Mode, OFlags, ResolveFlags, openat2};
    use rustix::io::Errno;

    let folder = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = fs::open(root, folder, Mode::empty()).map_err(io::Error::from)?;
    // A pipe is opened at once, and then found to be no file.
    let read = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let within = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
    match openat2(&folder, below, read, Mode::empty(), within) {
        Ok(file) => Ok(file.into()),
        Err(Errno::XDEV | Errno::LOOP | Errno::AGAIN) => Err(Unread::OutOfReach),
        // Linux before 5.6, or a sandbox that does not know the call.
        Err(Errno::NOSYS | Errno::PERM) => open(&root.join(below)),
        Err(error) => Err(io::Error::from(error).into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn beneath(root: &Path, below: &Path) -> Result<File, Unread> {
    open(&root.join(below))
}

/// Whether `path`, where something is, leads to a place inside the folder `root` when links
/// are followed.
///
/// # Errors
/// What the system says of either path.
pub(crate) fn is_inside(root: &Path, path: &Path) -> io::Result<bool> {
    Ok(real(path)?.starts_with(real(root)?))
}

/// Where a path leads, if anything is there. An empty one is the present folder.
fn real(path: &Path) -> io::Result<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize()
}

/// Whether a path leads out of the folder that it begins in, wherever links lead.
pub(crate) fn leads_out(path: &Path) -> bool {
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

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::System(error),
        }
    }
}

impl From<Unread> for Refusal {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::OutOfReach => Self::new("it is outside the guide's folder")
                .hint("put it into the guide's folder, or run with --allow-outside"),
            Unread::Missing => Self::new("there is no such file")
                .hint("names are relative to the guide's folder"),
            Unread::NoFile => Self::new("it is no file"),
            Unread::TooLong => Self::new("the file is too long")
                .hint("scale a picture down to what a page shows"),
            Unread::System(error) => Self::new(reason(&error)),
        }
    }
}
