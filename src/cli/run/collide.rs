//! That no file is put in the place of another: neither of one of the same run, nor of one
//! that was read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::output::write::followed;
use crate::cli::plan::job::{Product, Task};
use crate::cli::plan::target::Target;
use crate::cli::system::folder_of;
use crate::diagnostic::{Error, Result};

/// Files that say how a guide is read, by the name that they have in its folder.
const READ_ALONG: [&str; 3] = ["offprint.toml", "book.toml", "SUMMARY.md"];

/// Refuses, before anything is made, two files of which one would replace the other.
pub(crate) fn apart(task: &Task) -> Result<()> {
    let targets = targets(task);
    let mut places: Vec<(PathBuf, &Path)> = Vec::new();
    let outputs = targets.iter().filter(|target| matches!(target, Target::Output));
    if outputs.count() > 1 {
        let reason = "two of the files would go there";
        return Err(Error::write(Path::new("standard output"), reason));
    }
    for target in targets {
        let Target::File(path) = target else { continue };
        let place = place_of(path)?;
        if let Some((_, other)) = places.iter().find(|(taken, _)| *taken == place) {
            let reason = if *other == path {
                "two of the files would have this name".to_owned()
            } else {
                format!("{} is the same file, and is written too", other.display())
            };
            return Err(Error::write(path, reason));
        }
        places.push((place, path));
    }
    Ok(())
}

/// The files that were read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// Guides and chapters, or the folders that they are in.
    pub guides: Vec<PathBuf>,
    /// What they name: pictures, and what they include.
    pub along: Vec<PathBuf>,
    /// Colours and fonts.
    pub theme: Vec<PathBuf>,
}

/// Refuses to put a file in the place of one of those that were `read`, or of one that says
/// how they are read.
pub(crate) fn spared(target: &Target, read: &Read) -> Result<()> {
    let Target::File(path) = target else { return Ok(()) };
    // What is not there was not read.
    let Ok(place) = followed(path)?.canonicalize() else { return Ok(()) };
    let is_same =
        |other: &PathBuf| other.canonicalize().is_ok_and(|other| other == place);
    let is_among =
        |files: &[PathBuf]| files.iter().any(|file| file.is_file() && is_same(file));
    if is_among(&read.guides) {
        return Err(Error::write(path, "it is the guide itself"));
    }
    if is_among(&read.along) {
        return Err(Error::write(path, "the guide has it as a picture or includes it"));
    }
    if is_among(&read.theme) {
        return Err(Error::write(path, "it says what this is to look like"));
    }
    let folder = |guide: &PathBuf| {
        if guide.is_dir() { guide.clone() } else { folder_of(guide) }
    };
    let folders: BTreeSet<PathBuf> = read.guides.iter().map(folder).collect();
    let along = |folder: &PathBuf| READ_ALONG.map(|name| folder.join(name));
    if folders.iter().any(|folder| is_among(&along(folder))) {
        return Err(Error::write(path, "it says how this guide is read"));
    }
    Ok(())
}

fn targets(task: &Task) -> Vec<&Target> {
    match task {
        Task::Make { products, report, reprint, .. } => {
            let backs = products.iter().filter_map(|(product, _)| match product {
                Product::CardSides(_, backs) => Some(backs),
                _ => None,
            });
            let made = products.iter().map(|(_, target)| target).chain(backs);
            made.chain(report).chain(&reprint.lock).collect()
        }
        Task::Tree(tree, report) => std::iter::once(tree).chain(report).collect(),
        Task::Calibrate(_, target) => vec![target],
        Task::List { .. } | Task::Stocks => Vec::new(),
    }
}

/// Where a file will be, however its path is written and wherever links lead.
fn place_of(path: &Path) -> Result<PathBuf> {
    let path = followed(path)?;
    if let Ok(real) = path.canonicalize() {
        return Ok(real);
    }
    let folder = folder_of(&path).canonicalize().unwrap_or_else(|_| folder_of(&path));
    Ok(path.file_name().map_or(path.clone(), |name| folder.join(name)))
}
