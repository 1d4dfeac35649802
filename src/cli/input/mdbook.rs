//! Books in a folder, as mdBook has them: `SUMMARY.md` says which files are the chapters,
//! `book.toml` what the book is called.
//!
//! A book may come from anyone: chapters outside its folder are not read unless the person
//! who runs the command allows it.

use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use super::file::{file, file_inside};
use super::notice::Notice;
use super::reach;
use crate::diagnostic::{Cause, Diagnostic, DiagnosticKind, Error, Result};
use crate::parse::{self, Chapter, FrontMatter, Listed};
use crate::source::{Source, line_of};

/// The file that lists the chapters.
const SUMMARY: &str = "SUMMARY.md";

/// A book, before its chapters are read.
pub(crate) struct Book {
    pub chapters: Vec<(PathBuf, Chapter)>,
    /// What is known of the book as a whole.
    pub facts: FrontMatter,
    /// The folder that all of it is in.
    pub root: PathBuf,
}

/// The book at `path`, if that is a folder with a summary or a summary itself.
///
/// # Errors
/// [`Error::Guide`] at the line of a chapter that is out of reach or listed twice. The last
/// of `notices` then has the text to quote it from. It also warns of chapters that are
/// missing.
pub(crate) fn find(
    path: &Path,
    allow_outside: bool,
    notices: &mut Vec<Notice>,
) -> Result<Option<Book>> {
    let Some(place) = place(path, allow_outside)? else { return Ok(None) };
    let name = place.summary.display().to_string();
    // One that was named itself is read wherever it is.
    let summary = if path.is_dir() {
        file_inside(&place.root, &place.summary, allow_outside)?
    } else {
        file(&place.summary)?
    };
    let source = Source::from_bytes(&*name, &summary)?;
    let text = source.text().to_owned();
    let mut notice = Notice { name, text, diagnostics: Vec::new() };
    let chapters = chapters(&source, &place, allow_outside, &mut notice.diagnostics);
    if chapters.is_err() {
        // What is missing is said only of a book that is read.
        notice.diagnostics.clear();
    }
    notices.push(notice);
    let (chapters, Place { summary, root, facts }) = (chapters?, place);
    if chapters.is_empty() {
        let hint = "it is a list of links: - [Title](chapter.md)".into();
        let reason = "it lists no chapters that there are";
        return Err(Error::Read {
            path: summary,
            reason: reason.into(),
            hint: Some(hint),
        });
    }
    Ok(Some(Book { chapters, facts, root }))
}

/// The chapters that the summary lists, where there are any; warns of those that are missing.
fn chapters(
    summary: &Source,
    place: &Place,
    allow_outside: bool,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Vec<(PathBuf, Chapter)>> {
    let mut chapters: Vec<(PathBuf, Chapter)> = Vec::new();
    for listed in parse::chapters(summary) {
        let path = chapter(&listed, &place.summary);
        if !path.exists() {
            let says = format!("there is no chapter {}", path.display());
            let warning = Diagnostic::warning(DiagnosticKind::MissingChapter, says);
            let hint = "names are relative to SUMMARY.md";
            warnings.push(warning.at(listed.span).hint(hint));
            continue;
        }
        let inside = reach::is_inside(&place.root, &path).unwrap_or(false);
        if !inside && !allow_outside {
            let named = parse::percent_decoded(&listed.path);
            let message = format!("the chapter {named} is outside the book's folder");
            let hint = "put it into the folder, or run with --allow-outside";
            return Err(wrong(&listed, message, hint));
        }
        if chapters.iter().any(|(other, _)| *other == path) {
            let message = format!("the chapter {} is listed twice", path.display());
            return Err(wrong(&listed, message, "take one of them out"));
        }
        let Listed { title, part, .. } = listed;
        let title = Some(title);
        chapters.push((path, Chapter { part, title, ..Chapter::default() }));
    }
    Ok(chapters)
}

/// Where the parts of a book are.
struct Place {
    summary: PathBuf,
    root: PathBuf,
    facts: FrontMatter,
}

fn place(path: &Path, allow_outside: bool) -> Result<Option<Place>> {
    if !path.is_dir() {
        let named = path.file_name().is_some_and(|name| name == SUMMARY);
        if !named || !path.is_file() {
            return Ok(None);
        }
        return around(path, allow_outside).map(Some);
    }
    let settings = Settings::read(path, allow_outside)?;
    let mut folders = vec![path.to_owned(), path.join("src")];
    if let Some(settings) = &settings {
        if reach::leads_out(&settings.book.src) {
            let reason = "`src` leads out of the book's folder";
            return Err(Error::read(&path.join(BOOK), reason));
        }
        folders.insert(0, path.join(&settings.book.src));
    }
    let summary = folders.iter().map(|folder| folder.join(SUMMARY));
    let Some(summary) = summary.into_iter().find(|summary| summary.exists()) else {
        return match settings {
            Some(_) => Err(Error::Read {
                path: path.to_owned(),
                reason: "there is no SUMMARY.md in the book".into(),
                hint: Some("list the chapters in src/SUMMARY.md".into()),
            }),
            None => Ok(None),
        };
    };
    let facts = settings.map(Settings::facts).unwrap_or_default();
    Ok(Some(Place { summary, root: path.to_owned(), facts }))
}

/// What is around a summary that was named itself: the book of the folder above, if that
/// says so.
fn around(summary: &Path, allow_outside: bool) -> Result<Place> {
    let folder = summary.parent().map(Path::to_owned).unwrap_or_default();
    let above = folder.join("..");
    for root in [folder.clone(), above] {
        let Some(settings) = Settings::read(&root, allow_outside)? else { continue };
        let own = root.join(&settings.book.src).canonicalize().ok();
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
        if own.is_some() && own == here.canonicalize().ok() {
            let facts = settings.facts();
            return Ok(Place { summary: summary.to_owned(), root, facts });
        }
    }
    let facts = FrontMatter::default();
    Ok(Place { summary: summary.to_owned(), root: folder, facts })
}

/// The file that a summary lists.
fn chapter(listed: &Listed, summary: &Path) -> PathBuf {
    let folder = summary.parent().unwrap_or(Path::new(""));
    plain(&folder.join(parse::percent_decoded(&listed.path)))
}

fn wrong(listed: &Listed, message: String, hint: &str) -> Error {
    Error::Guide { message, span: Some(listed.span), hint: Some(hint.into()) }
}

/// A path without the names in it that say nothing.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}

/// The file that says what a book is called.
const BOOK: &str = "book.toml";

/// What is used of `book.toml`. The rest is for mdBook.
#[derive(Debug, Default, Deserialize)]
struct Settings {
    #[serde(default)]
    book: About,
}

#[derive(Debug, Deserialize)]
#[serde(default)]
struct About {
    title: Option<String>,
    description: Option<String>,
    authors: Vec<String>,
    language: Option<String>,
    src: PathBuf,
}

impl Default for About {
    fn default() -> Self {
        let src = PathBuf::from("src");
        Self { title: None, description: None, authors: vec![], language: None, src }
    }
}

impl Settings {
    fn read(folder: &Path, allow_outside: bool) -> Result<Option<Self>> {
        let path = folder.join(BOOK);
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let bytes = file_inside(folder, &path, allow_outside)?;
        let text = String::from_utf8_lossy(&bytes);
        let settings = toml::from_str(&text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = line_of(&text, at);
            let words = format!("line {line}: {}", error.message());
            Error::read(&path, Cause::new(words, error))
        })?;
        Ok(Some(settings))
    }

    fn facts(self) -> FrontMatter {
        let About { title, description, authors, language, .. } = self.book;
        let author = (!authors.is_empty()).then(|| authors.join(", "));
        FrontMatter {
            title,
            subtitle: description,
            author,
            language,
            ..FrontMatter::default()
        }
    }
}
