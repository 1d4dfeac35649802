//! A finished file that waits for its name.
//!
//! As long as it waits it has no name at all, where the system can do that: a program that
//! is killed leaves nothing behind, since the system takes back what nobody can find. Else
//! it has a name that begins with a dot. In both cases it is locked while the program
//! lives, so that [`remove_leftovers`] can tell what a program that was killed has left.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

/// What names of files begin and end with that are not what anybody asked for.
const PREFIX: &str = ".offprint-";
const SUFFIX: &str = ".tmp";

/// A file in the folder of its target.
pub(crate) enum Staged {
    /// One without a name.
    #[cfg(target_os = "linux")]
    Nameless(File),
    /// One with a name that is not the target's.
    Named(NamedTempFile),
}

/// Writes `bytes` to a new file in `folder`, as far as the disk.
pub(crate) fn stage(
    folder: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> io::Result<Staged> {
    let mut staged = Staged::new(folder)?;
    let file = staged.file();
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()?;
    Ok(staged)
}

impl Staged {
    #[cfg(target_os = "linux")]
    fn new(folder: &Path) -> io::Result<Self> {
        match nameless(folder) {
            Ok(file) => Ok(Self::Nameless(file)),
            // Not every file system has such files, and what else is wrong shows again.
            Err(_) => named(folder).map(Self::Named),
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn new(folder: &Path) -> io::Result<Self> {
        named(folder).map(Self::Named)
    }

    fn file(&mut self) -> &mut File {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => file,
            Self::Named(file) => file.as_file_mut(),
        }
    }

    /// Gives the file the name `target`, in whose folder it is, whatever had it before.
    pub(crate) fn place(self, target: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => {
                // A link does not replace: the file takes a name beside, and then the name.
                let beside = name_beside(target, |path| link(&file, path))?;
                beside.persist(target).map_err(|error| error.error)
            }
            Self::Named(file) => {
                file.persist(target).map(|_| ()).map_err(|error| error.error)
            }
        }
    }
}

/// What stood in the place of a target, kept to be put back.
pub(crate) struct Kept {
    /// A second name of the old file; none where there was no file.
    old: Option<TempPath>,
    target: PathBuf,
    /// Keeps other runs from removing the second name as a leftover.
    _lock: Option<File>,
}

impl Kept {
    /// Keeps what stands at `target`.
    pub(crate) fn new(target: &Path) -> io::Result<Self> {
        let target = target.to_owned();
        if !target.exists() {
            return Ok(Self { old: None, target, _lock: None });
        }
        let lock = File::open(&target).ok().filter(|file| file.try_lock_shared().is_ok());
        let old = name_beside(&target, |path| {
            // Not every file system knows second names.
            fs::hard_link(&target, path).or_else(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Err(error),
                _ => fs::copy(&target, path).map(|_| ()),
            })
        })?;
        Ok(Self { old: Some(old), target, _lock: lock })
    }

    /// Puts back what stood there.
    pub(crate) fn restore(self) {
        // There is nothing better to do about a failure than to go on with the others.
        let _ = match self.old {
            Some(old) => old.persist(&self.target).map_err(|error| error.error),
            None => fs::remove_file(&self.target),
        };
    }
}

/// Makes something with a name that is free beside `target`.
fn name_beside(
    target: &Path,
    make: impl FnMut(&Path) -> io::Result<()>,
) -> io::Result<TempPath> {
    let folder = target.parent().unwrap_or(Path::new("."));
    Ok(builder().make_in(folder, make)?.into_temp_path())
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder
}

/// A file with a name of its own, locked. A run that removes
/// leftovers between the making and the locking takes it away: then another is made.
fn named(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = builder();
    // Like any new file: what the process's umask leaves of this.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    loop {
        let file = builder.tempfile_in(folder)?;
        // Where there are no locks, nobody removes leftovers.
        if file.as_file().try_lock().is_err() || file.path().exists() {
            return Ok(file);
        }
    }
}

#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let file = File::from(open(folder, flags, Mode::from_raw_mode(0o666))?);
    // The lock is there before the name is.
    let _ = file.try_lock();
    Ok(file)
}

/// Gives a file without a name the name `path`, by way of the list of open files, which
/// needs no rights (open(2), `O_TMPFILE`).
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// Removes what runs that were killed have left in `folder`: files that bear such names and
/// that nobody has locked.
pub(crate) fn remove_leftovers(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| is_ours(&entry.file_name().to_string_lossy())) {
        let path = entry.path();
        let plain = fs::symlink_metadata(&path).is_ok_and(|about| about.is_file());
        let left = plain && File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
        if left {
            let _ = fs::remove_file(path);
        }
    }
}

/// `.offprint-`, six letters or digits, `.tmp`.
fn is_ours(name: &str) -> bool {
    let middle = name.strip_prefix(PREFIX).and_then(|name| name.strip_suffix(SUFFIX));
    middle.is_some_and(|middle| {
        middle.len() == 6 && middle.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}
