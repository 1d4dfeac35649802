//! The files of the source, and their code without comments and literals.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the source.
pub struct SourceFile {
    /// From the project's root, with forward slashes.
    pub path: String,
    pub text: String,
    /// The text without comments, string literals and character literals.
    pub code: String,
}

/// All of them, sorted.
pub fn source_files(root: &Path) -> Vec<SourceFile> {
    let mut paths = Vec::new();
    walk(&root.join("src"), &mut paths);
    assert!(!paths.is_empty(), "there is no source");
    paths.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("UTF-8 source");
        let inside = path.strip_prefix(root).expect("a path in the project");
        let path = inside.to_str().expect("a UTF-8 path").replace('\\', "/");
        SourceFile::new(path, text)
    };
    paths.into_iter().map(file).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

impl SourceFile {
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { path: path.into(), code: code_of(&text), text }
    }
}

/// The words of code: names, keywords, numbers.
pub fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// `text` with comments and literals blanked out; lines stay where they are.
pub fn code_of(text: &str) -> String {
    kept(text, Kind::Code)
}

/// The comments alone, likewise.
pub fn comments_of(text: &str) -> String {
    kept(text, Kind::Comment)
}

/// The literals alone, likewise.
pub fn literals_of(text: &str) -> String {
    kept(text, Kind::Literal)
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Comment,
    Literal,
}

fn kept(text: &str, wanted: Kind) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut rest, mut before) = (text, ' ');
    while let Some(first) = rest.chars().next() {
        let (kind, length) = if let Some(length) = comment(rest) {
            (Kind::Comment, length)
        } else if let Some(length) = literal(rest, before) {
            (Kind::Literal, length)
        } else {
            (Kind::Code, first.len_utf8())
        };
        let blank = |c| if c == '\n' || kind == wanted { c } else { ' ' };
        kept.extend(rest[..length].chars().map(blank));
        before = if kind == Kind::Code { first } else { ' ' };
        rest = &rest[length..];
    }
    kept
}

/// The length of the comment that `text` begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let inside = text.strip_prefix("/*")?;
    Some(inside.find("*/").map_or(text.len(), |end| end + 4))
}

/// The length of the string or character that `text` begins with.
fn literal(text: &str, before: char) -> Option<usize> {
    let in_word = before.is_alphanumeric() || before == '_';
    if let Some(raw) = text.strip_prefix('r').filter(|_| !in_word || before == 'b') {
        let signs = raw.len() - raw.trim_start_matches('#').len();
        if raw[signs..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(signs));
            let end = raw[signs + 1..].find(&close).map(|end| end + close.len());
            return Some(end.map_or(text.len(), |end| 1 + signs + 1 + end));
        }
    }
    match text.chars().next()? {
        '"' => Some(closing(text, '"').unwrap_or(text.len())),
        // A lifetime has no quote behind its name; a character has one right behind it.
        '\'' => {
            let end = closing(text, '\'')?;
            let inside = &text[1..end - 1];
            (inside.chars().count() == 1 || inside.starts_with('\\')).then_some(end)
        }
        _ => None,
    }
}

/// Where the literal that `text` begins with is over.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return Some(at + c.len_utf8());
        }
    }
    None
}
