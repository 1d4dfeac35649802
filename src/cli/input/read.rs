//! Guides from files, from standard input and from the program itself, as one tree.

use std::path::{Path, PathBuf};

use super::bounded::{self, MOST_TEXT, STDIN, too_much};
use super::file::{file, file_inside};
use super::foreign::{self, Converted};
use super::include::Bounds;
use super::mdbook::{self, Book};
use super::notice::Notice;
use super::reach::Folder;
use super::vault;
use crate::cli::plan::job::Guide;
use crate::cli::system::folder_of;
use crate::diagnostic::{Cause, Diagnostic, Error, Result, Span};
use crate::document::{Document, TreeError};
use crate::parse::{self, ParseOptions};
use crate::select;
use crate::source::Source;

/// The guide that comes with the program, and the name it goes by in messages.
static EMBEDDED: (&str, &str) =
    ("content/guide.md", include_str!("../../../content/guide.md"));

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Input {
    /// The guides joined.
    pub document: Document,
    /// The text of each of the document's sources, where it is at hand.
    pub texts: Vec<Option<String>>,
    /// The files that were read.
    pub files: Vec<PathBuf>,
    /// The files that are included in them.
    pub included: Vec<PathBuf>,
    /// The folder that each of the sources is in, if it is in one.
    pub folders: Vec<Option<Folder>>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// What is known of the guides from elsewhere.
    known: ParseOptions,
}

/// Reads `guides` and joins them.
///
/// Markdown guides that stand together are parsed together, so that they are numbered
/// through; trees are joined to them as they are.
///
/// A folder with a summary is a book, whose chapters stand together like guides. What is
/// noticed about summaries goes to `notices`, also where reading fails.
pub(crate) fn read(
    guides: &[Guide],
    known: &ParseOptions,
    allow_outside: bool,
    notices: &mut Vec<Notice>,
) -> Result<Input> {
    let mut read = Input { known: known.clone(), ..Input::default() };
    let mut documents = Vec::new();
    let mut markdown = Vec::new();
    let mut bounds = Bounds::new(allow_outside);
    for guide in guides {
        if let Guide::Markdown(path) = guide
            && let Some(book) = book(path, allow_outside, notices)?
        {
            read.book(book, &mut markdown, &mut bounds)?;
            bounded(&markdown)?;
            continue;
        }
        let folder = folder(guide);
        if let Guide::Markdown(path) | Guide::Tree(path) = guide {
            read.files.push(path.clone());
        }
        match load(guide)? {
            Loaded::Markdown(source, said) => {
                let index = (read.texts.len() + markdown.len()) as u32;
                let place = Span { source: index, line: 1, ..Span::default() };
                read.diagnostics.extend(said.map(|said| said.at(place)));
                markdown.push(source);
                bounded(&markdown)?;
                read.known.chapters.push(None);
                read.folders.push(folder);
            }
            Loaded::Tree(document) => {
                read.parse(&mut markdown, &mut documents);
                let sources = document.sources.len();
                read.texts.resize(read.texts.len() + sources, None);
                read.folders.resize(read.folders.len() + sources, folder);
                documents.push(document);
            }
        }
    }
    read.parse(&mut markdown, &mut documents);
    read.document = select::join(documents);
    read.included = bounds.files;
    Ok(read)
}

/// Refuses guides of which nothing is left.
pub(crate) fn has_text(document: &Document, left_out: bool) -> Result<()> {
    if document.sections.iter().any(|section| !section.entries.is_empty()) {
        return Ok(());
    }
    let names = document.sources.join(", ");
    let message = format!("there is no text to print in {names}");
    let hint = left_out.then(|| "`-v` shows what was left out as noise".into());
    Err(Error::Guide { message, span: None, hint })
}

/// Refuses more text than can be printed at once.
fn bounded(sources: &[Source]) -> Result<()> {
    let text = sources.iter().map(|source| source.text().len()).sum();
    if text <= MOST_TEXT {
        return Ok(());
    }
    let names: Vec<_> = sources.iter().map(|source| source.name().to_owned()).collect();
    Err(too_much(&names, text))
}

impl Input {
    /// Reads the chapters of a book.
    fn book(
        &mut self,
        book: Book,
        markdown: &mut Vec<Source>,
        bounds: &mut Bounds,
    ) -> Result<()> {
        let Book { chapters, facts, root } = book;
        if self.texts.is_empty() && markdown.is_empty() {
            self.known.fallback = std::mem::take(&mut self.known.fallback).or(&facts);
        }
        for (path, mut chapter) in chapters {
            let folder = Folder { own: folder_of(&path), root: root.clone() };
            let bytes = file_inside(&root, &path, bounds.allow_outside)?;
            // A chapter may still be empty: its title says that it is to come.
            let source = Source::from_bytes(path.display().to_string(), &bytes)?;
            chapter.included = bounds.included(&source, &folder)?;
            markdown.push(source);
            self.known.chapters.push(Some(chapter));
            self.files.push(path);
            self.folders.push(Some(folder));
        }
        Ok(())
    }

    /// Parses the sources that have gathered.
    fn parse(&mut self, sources: &mut Vec<Source>, documents: &mut Vec<Document>) {
        if sources.is_empty() {
            return;
        }
        let parsed = parse::parse(sources, &self.known);
        self.known.chapters.clear();
        let mut diagnostics = parsed.explanation();
        diagnostics.extend(parsed.diagnostics);
        self.diagnostics.extend(moved(diagnostics, self.texts.len()));
        self.texts.extend(sources.drain(..).map(|source| Some(source.text().to_owned())));
        documents.push(parsed.document);
    }
}

/// The diagnostics of sources before which there are others.
fn moved(
    diagnostics: Vec<Diagnostic>,
    before: usize,
) -> impl Iterator<Item = Diagnostic> {
    diagnostics.into_iter().map(move |mut diagnostic| {
        if let Some(span) = &mut diagnostic.span {
            span.source += before as u32;
        }
        diagnostic
    })
}

/// The folder that the pictures of a guide are in.
fn folder(guide: &Guide) -> Option<Folder> {
    let own = match guide {
        Guide::Embedded => return None,
        Guide::Input => PathBuf::from("."),
        Guide::Markdown(path) | Guide::Tree(path) => folder_of(path),
    };
    Some(Folder { root: own.clone(), own })
}

/// The book or the notes in the folder `path`, if it is one that has any.
fn book(
    path: &Path,
    allow_outside: bool,
    notices: &mut Vec<Notice>,
) -> Result<Option<Book>> {
    match mdbook::find(path, allow_outside, notices)? {
        Some(book) => Ok(Some(book)),
        None => vault::find(path, notices),
    }
}

enum Loaded {
    /// A guide, and what is to be said of it already.
    Markdown(Source, Option<Diagnostic>),
    Tree(Document),
}

fn load(guide: &Guide) -> Result<Loaded> {
    match guide {
        Guide::Embedded => markdown(EMBEDDED.0, EMBEDDED.1.as_bytes()),
        Guide::Input => {
            let bytes = bounded::input()?;
            if is_tree(&bytes) {
                tree(Path::new(STDIN), &bytes)
            } else {
                markdown(STDIN, &bytes)
            }
        }
        Guide::Markdown(path) => {
            let (name, bytes) = (path.display().to_string(), file(path)?);
            let Some(Converted { text, said }) = foreign::converted(path, &bytes)? else {
                return markdown(&name, &bytes);
            };
            match markdown(&name, text.as_bytes())? {
                Loaded::Markdown(source, _) => Ok(Loaded::Markdown(source, said)),
                tree @ Loaded::Tree(_) => Ok(tree),
            }
        }
        Guide::Tree(path) => tree(path, &file(path)?),
    }
}

fn markdown(name: &str, bytes: &[u8]) -> Result<Loaded> {
    if bytes.len() > MOST_TEXT {
        return Err(too_much(&[name.to_owned()], bytes.len()));
    }
    let source = Source::from_bytes(name, bytes)?;
    if source.text().trim().is_empty() {
        return Err(empty(Path::new(name)));
    }
    Ok(Loaded::Markdown(source, None))
}

fn empty(path: &Path) -> Error {
    Error::read(path, "there is nothing in it")
}

/// Whether what came in without a name is a tree: a guide in Markdown begins otherwise.
fn is_tree(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let inside = start.strip_prefix(b"{").unwrap_or_default().trim_ascii_start();
    inside.starts_with(b"\"") && bytes.trim_ascii_end().ends_with(b"}")
}

const WRITES_TREES: &str = "`offprint tree GUIDE` writes such a tree";

fn tree(path: &Path, bytes: &[u8]) -> Result<Loaded> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(empty(path));
    }
    let refused = |reason: Cause, hint: &'static str| Error::Read {
        path: path.to_owned(),
        reason,
        hint: Some(hint.into()),
    };
    let document = Document::from_json(bytes).map_err(|error| {
        let hint = match error {
            TreeError::Newer { .. } => "a newer `offprint` reads it",
            TreeError::Malformed(_) => WRITES_TREES,
        };
        refused(Cause::new(error.to_string(), error), hint)
    })?;
    let mut document = select::check(document).map_err(|fault| {
        refused(format!("it is not a guide’s tree: {fault}").into(), WRITES_TREES)
    })?;
    if document.sources.is_empty() {
        document.sources.push(path.display().to_string());
    }
    Ok(Loaded::Tree(document))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(guides: &[Guide]) -> Result<Input> {
        super::read(guides, &ParseOptions::default(), false, &mut Vec::new())
    }

    #[test]
    fn a_tree_is_told_from_markdown() {
        assert!(is_tree(b" {\n  \"sections\": [] }\n"));
        for markdown in ["# {\"a\"}", "{#id}", "{ \"quote", ""] {
            assert!(!is_tree(markdown.as_bytes()), "{markdown}");
        }
    }

    #[test]
    fn the_embedded_guide_has_questions() {
        let read = read(&[Guide::Embedded]).expect("the embedded guide");
        assert!(read.document.questions().next().is_some());
        assert_eq!(read.document.sources, [EMBEDDED.0]);
    }

    #[test]
    fn trees_and_markdown_are_joined_with_their_texts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("t.json");
        let first = read(&[Guide::Embedded]).expect("the embedded guide").document;
        std::fs::write(&path, serde_json::to_string(&first).expect("JSON"))
            .expect("written");
        let tree = Guide::Tree(path);
        assert_eq!(read(std::slice::from_ref(&tree)).expect("the tree").document, first);

        let both = read(&[tree, Guide::Embedded]).expect("both");
        let count = first.questions().count();
        assert_eq!(both.document.questions().count(), 2 * count);
        assert_eq!(both.texts, [None, Some(EMBEDDED.1.to_owned())]);
    }

    #[test]
    fn a_bad_tree_is_refused_with_its_place() {
        let refused = |json: &str| tree(Path::new("t.json"), json.as_bytes()).err();
        let broken = refused("{\n \"sections\": 3\n}").expect("no list").to_string();
        assert!(broken.contains("line 2 column"), "{broken}");
        let odd =
            r#"{"sections": [{"number": 1, "id": "", "title": [], "entries": []}]}"#;
        assert!(refused(odd).expect("no id").to_string().contains("has no id"));
        assert!(refused(" ").expect("empty").to_string().contains("nothing in it"));
    }
}
