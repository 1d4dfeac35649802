//! A folder of notes as one guide: its Markdown files in the order of their names, then those of
//! the folders in it. What begins with a dot belongs to the program that keeps the notes.

use std::fs;
use std::path::{Path, PathBuf};

use super::mdbook::Book;
use super::notice::Notice;
use crate::cli::system::cause;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Result};
use crate::parse::{Chapter, FrontMatter};

/// A folder has so many notes at most: more are no guide.
const MOST_NOTES: usize = 2000;
/// So deep may folders be in each other.
const DEEPEST: usize = 12;

/// The notes in the folder `path`, if it is one that has any.
///
/// # Errors
/// That the folder cannot be read, or has too many notes.
pub(crate) fn find(path: &Path, notices: &mut Vec<Notice>) -> Result<Option<Book>> {
    if !path.is_dir() {
        return Ok(None);
    }
    let mut chapters = Vec::new();
    gather(path, None, 0, &mut chapters)?;
    if chapters.is_empty() {
        return Ok(None);
    }
    let count = chapters.len();
    let says = match count {
        1 => "the folder is read as a guide of 1 note".to_owned(),
        _ => format!(
            "the folder is read as a guide of {count} notes, in the order of their names"
        ),
    };
    let note = Diagnostic::note(DiagnosticKind::Folder, says).hint(
        "list the notes that are wanted in a SUMMARY.md, as mdBook has it, or name them",
    );
    let name = path.display().to_string();
    notices.push(Notice { name, text: String::new(), diagnostics: vec![note] });
    let title = path.canonicalize().ok().as_deref().and_then(name_of);
    let facts = FrontMatter { title, ..FrontMatter::default() };
    Ok(Some(Book { chapters, facts, root: path.to_owned() }))
}

/// Adds the notes of a folder, and those of the folders in it. Links to other folders are not
/// followed, so that there is an end.
fn gather(
    folder: &Path,
    part: Option<&str>,
    depth: usize,
    chapters: &mut Vec<(PathBuf, Chapter)>,
) -> Result<()> {
    let refused = |error| Error::read(folder, cause(error));
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let kind = entry.file_type().map_err(refused)?;
        entries.push((entry.path(), kind.is_dir()));
    }
    // The system's order is any.
    entries.sort();
    entries.retain(|(path, _)| name_of(path).is_some_and(|name| !name.starts_with('.')));
    let mut part = part.map(str::to_owned);
    for (path, _) in entries.iter().filter(|(path, is_dir)| !is_dir && is_note(path)) {
        let title = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let chapter = Chapter { part: part.take(), title, ..Chapter::default() };
        chapters.push((path.clone(), chapter));
        if chapters.len() > MOST_NOTES {
            return Err(Error::Read {
                path: folder.to_owned(),
                reason: format!("there are more than {MOST_NOTES} notes in the folder")
                    .into(),
                hint: Some("name the notes that are wanted".into()),
            });
        }
    }
    for (path, _) in entries.iter().filter(|(_, is_dir)| *is_dir) {
        if depth < DEEPEST {
            gather(path, name_of(path).as_deref(), depth + 1, chapters)?;
        }
    }
    Ok(())
}

fn is_note(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown")
    })
}

fn name_of(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_string_lossy().into_owned())
}
