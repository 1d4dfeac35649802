//! Files, each as a whole or not at all.
//!
//! Every file is first written where its target is, without a name ([`stage`]), and
//! brought to the disk; only when all of a job's files are there do they take their targets'
//! names. Whatever fails, the old files are as they were and nothing new is left behind.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::pour::Sink;
use super::stage::{self, Kept, Staged};
use crate::cli::plan::target::Target;
use crate::cli::system::kind::Kind;
use crate::cli::system::{cause, folder_of, reason};
use crate::diagnostic::{Cause, Error, Result};

/// A finished file and where it goes.
#[derive(Debug)]
pub(crate) struct Output<'a> {
    pub target: &'a Target,
    pub bytes: &'a [u8],
    /// Whether whoever reads it may stop when enough is seen.
    pub is_list: bool,
}

/// Writes all of `outputs`, or none of them. `dir` is made first if it is missing.
pub(crate) fn write(outputs: &[Output], dir: Option<&Path>) -> Result<()> {
    let made = dir.map(make_dir).transpose()?.unwrap_or_default();
    let written = stage_all(outputs).and_then(put_in_place);
    if written.is_err() {
        // Only folders that are empty can be removed, so nothing else can be lost.
        for dir in made {
            let _ = fs::remove_dir(dir);
        }
    }
    written
}

/// Makes a folder and those above it; returns the ones that were missing, innermost first.
fn make_dir(dir: &Path) -> Result<Vec<PathBuf>> {
    let above = dir.ancestors().filter(|dir| !dir.as_os_str().is_empty());
    let missing: Vec<_> =
        above.take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
    if missing.is_empty() && !dir.is_dir() {
        return Err(Error::write(dir, "it is a file, not a folder"));
    }
    fs::create_dir_all(dir).map_err(|error| unmade(dir, error))?;
    Ok(missing)
}

/// The system says that “there is no such folder” where it lets none be made.
fn unmade(dir: &Path, error: io::Error) -> Error {
    let words = match error.kind() {
        io::ErrorKind::NotFound => "no folder can be made there".to_owned(),
        _ => format!("the folder cannot be made: {}", reason(&error)),
    };
    Error::write(dir, Cause::new(words, error))
}

/// A file that waits for its name.
struct Waiting {
    file: Staged,
    target: PathBuf,
}

/// Writes all that can be taken back, and then what cannot: to standard output, to devices
/// and pipes. These are all ready before anything is written to one of them.
fn stage_all(outputs: &[Output]) -> Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    let mut sinks = Vec::new();
    for Output { target, bytes, is_list } in outputs {
        match target {
            Target::File(path) if is_replaced(path)? => waiting.push(wait(path, bytes)?),
            _ => sinks.push((Sink::open(target)?, bytes, *is_list)),
        }
    }
    for (sink, bytes, is_list) in sinks {
        if is_list { sink.print(bytes)? } else { sink.pour(bytes)? }
    }
    Ok(waiting)
}

/// Whether what stands at `path`, if anything, can be replaced: a device or a pipe cannot.
fn is_replaced(path: &Path) -> Result<bool> {
    let Ok(there) = fs::metadata(path) else { return Ok(true) };
    if let Some(reason) = Kind::of(&there).refusal() {
        return Err(Error::write(path, reason));
    }
    if there.is_file() && there.permissions().readonly() {
        return Err(Error::write(path, "the file is write-protected"));
    }
    Ok(there.is_file())
}

/// Writes `bytes` to a file where `path` is.
fn wait(path: &Path, bytes: &[u8]) -> Result<Waiting> {
    let target = followed(path)?;
    let folder = folder_of(&target);
    check_place(path, &target, &folder)?;
    let permissions = fs::metadata(path).ok().map(|there| there.permissions());
    let file = stage::stage(&folder, bytes, permissions);
    Ok(Waiting { file: file.map_err(|error| failed(path, error))?, target })
}

/// How many links may lead to one another; systems draw the line about here.
const MOST_LINKS: usize = 40;

/// The path that symbolic links lead to: what they point to is replaced, not they.
pub(crate) fn followed(path: &Path) -> Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = folder_of(&target).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(Error::write(path, "its symbolic links go round in a circle"))
}

/// Says in words what is wrong with a place where no file can be.
fn check_place(path: &Path, target: &Path, folder: &Path) -> Result<()> {
    let named = !path.to_string_lossy().ends_with(std::path::is_separator);
    if !named || target.file_name().is_none() {
        return Err(Error::write(path, "this is no name for a file"));
    }
    if folder.is_dir() {
        return Ok(());
    }
    let shown = folder.display();
    let reason = if folder.exists() {
        format!("{shown} is not a folder")
    } else {
        format!("there is no folder {shown}")
    };
    Err(Error::write(path, reason))
}

/// Gives all files their names, or none.
fn put_in_place(mut waiting: Vec<Waiting>) -> Result<()> {
    let folders: BTreeSet<_> = waiting.iter().map(|one| folder_of(&one.target)).collect();
    for folder in &folders {
        stage::remove_leftovers(folder);
    }
    // What fails last fails alone: nothing else has to be taken back.
    let Some(last) = waiting.pop() else { return Ok(()) };
    let mut kept = Vec::new();
    let placed = waiting.into_iter().try_for_each(|one| {
        let old = Kept::new(&one.target).map_err(|error| failed(&one.target, error))?;
        one.place()?;
        kept.push(old);
        Ok(())
    });
    if let Err(error) = placed.and_then(|()| last.place()) {
        kept.into_iter().rev().for_each(Kept::restore);
        return Err(error);
    }
    for folder in &folders {
        sync_folder(folder);
    }
    Ok(())
}

impl Waiting {
    fn place(self) -> Result<()> {
        let Self { file, target } = self;
        file.place(&target).map_err(|error| failed(&target, error))
    }
}

/// Brings new names to the disk, where the system has a way to. The content is there
/// already; a failure here loses nothing.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

fn failed(path: &Path, error: io::Error) -> Error {
    Error::write(path, cause(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries =
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("one"));
        let mut names: Vec<_> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn write_to(paths: &[&Path]) -> Result<()> {
        let targets: Vec<_> =
            paths.iter().map(|path| Target::File(path.into())).collect();
        let outputs: Vec<_> = targets
            .iter()
            .map(|target| Output { target, bytes: b"new", is_list: false })
            .collect();
        write(&outputs, None)
    }

    fn reason_of(result: Result<()>) -> String {
        result.expect_err("a failure").to_string()
    }

    #[test]
    fn a_file_is_made_or_replaced_and_nothing_else_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.pdf");
        for _ in 0..2 {
            write_to(&[&path]).expect("written");
            assert_eq!(fs::read(&path).expect("a file"), b"new");
            assert_eq!(names(folder.path()), ["a.pdf"]);
        }
    }

    #[test]
    fn one_target_that_cannot_be_keeps_all_from_being_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        fs::write(&old, "old").expect("written");
        fs::create_dir(folder.path().join("dir")).expect("made");
        let message = reason_of(write_to(&[&old, &new, &folder.path().join("dir")]));
        assert!(message.ends_with("it is a folder"), "{message}");
        assert_eq!(fs::read(&old).expect("a file"), b"old");
        assert_eq!(names(folder.path()), ["dir", "old"]);
    }

    #[test]
    fn places_where_no_file_can_be_are_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("written");
        let missing = reason_of(write_to(&[&folder.path().join("no/a.pdf")]));
        assert!(missing.contains("there is no folder"), "{missing}");
        let below_file = reason_of(write_to(&[&file.join("a.pdf")]));
        assert!(below_file.contains("is not a folder"), "{below_file}");
        assert!(reason_of(write_to(&[&folder.path().join("new/")])).contains("no name"));
        assert!(reason_of(write_to(&[Path::new("")])).contains("no name"));
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn folders_are_made_and_taken_back_when_nothing_comes_of_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let dir = folder.path().join("a/b");
        let good = Target::File(dir.join("x"));
        let bad = Target::File(dir.join("no/x"));
        let output = |target| [Output { target, bytes: b"", is_list: false }];
        write(&output(&bad), Some(&dir)).expect_err("no folder");
        assert!(names(folder.path()).is_empty());
        write(&output(&good), Some(&dir)).expect("written");
        assert_eq!(names(&dir), ["x"]);
        let message = reason_of(write(&[], Some(&dir.join("x"))));
        assert!(message.contains("not a folder"), "{message}");
    }

    #[cfg(unix)]
    mod unix {
        use std::fs::Permissions;
        use std::os::unix::fs::{PermissionsExt, symlink};

        use super::*;

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).expect("a file").permissions().mode() & 0o777
        }

        #[test]
        fn modes_are_those_of_a_new_file_or_of_the_old_one() {
            let folder = tempfile::tempdir().expect("a folder");
            let path = |name| folder.path().join(name);
            fs::write(path("plain"), "").expect("written");
            write_to(&[&path("new")]).expect("written");
            assert_eq!(mode(&path("new")), mode(&path("plain")));
            fs::set_permissions(path("new"), Permissions::from_mode(0o640)).expect("set");
            write_to(&[&path("new")]).expect("written");
            assert_eq!(mode(&path("new")), 0o640);
        }

        #[test]
        fn a_write_protected_file_stays() {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("a");
            fs::write(&path, "old").expect("written");
            fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("set");
            assert!(reason_of(write_to(&[&path])).contains("write-protected"));
            assert_eq!(fs::read(&path).expect("a file"), b"old");
        }

        #[test]
        fn links_stay_and_what_they_lead_to_is_replaced() {
            let folder = tempfile::tempdir().expect("a folder");
            let path = |name: &str| folder.path().join(name);
            fs::create_dir(path("dir")).expect("made");
            symlink("dir/file", path("link")).expect("linked");
            symlink("link", path("link-to-link")).expect("linked");
            for _ in 0..2 {
                write_to(&[&path("link-to-link")]).expect("written");
                assert_eq!(fs::read(path("dir/file")).expect("a file"), b"new");
            }
            assert!(path("link").is_symlink() && path("link-to-link").is_symlink());
            assert_eq!(names(&path("dir")), ["file"]);
            symlink("round", path("round")).expect("linked");
            assert!(reason_of(write_to(&[&path("round")])).contains("circle"));
        }

        #[test]
        fn a_folder_that_cannot_be_made_is_named() {
            if !Path::new("/proc/self").exists() {
                return;
            }
            for dir in ["/proc/offprint", "/proc/offprint/out"] {
                let message = reason_of(write(&[], Some(Path::new(dir))));
                assert!(message.contains(dir), "{message}");
                assert!(message.contains("no folder can be made there"), "{message}");
            }
        }

        #[test]
        fn devices_are_written_to_and_stay() {
            write_to(&[Path::new("/dev/null")]).expect("written");
            assert!(!fs::metadata("/dev/null").expect("a device").is_file());
            if Path::new("/dev/full").exists() {
                assert!(reason_of(write_to(&[Path::new("/dev/full")])).contains("full"));
            }
        }
    }
}
