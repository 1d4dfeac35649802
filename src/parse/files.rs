//! Which of the joined sources a link names by its path.

use std::collections::BTreeMap;

use super::slug::percent_decoded;
use crate::document::Address;

/// The sources by their paths.
pub(super) struct Files {
    /// The folder of each source, as names.
    folders: Vec<Vec<String>>,
    /// Whole paths.
    paths: BTreeMap<Vec<String>, usize>,
    /// File names; `None` for one that several sources have.
    names: BTreeMap<String, Option<usize>>,
    /// The same in small letters: note programs know no others.
    folded: BTreeMap<String, Option<usize>>,
}

impl Files {
    /// The sources with these names, which are their paths as given.
    pub(super) fn new(sources: &[String]) -> Self {
        let mut files = Self {
            folders: vec![],
            paths: BTreeMap::new(),
            names: BTreeMap::new(),
            folded: BTreeMap::new(),
        };
        for (index, source) in sources.iter().enumerate() {
            let path = walked(Vec::new(), source);
            let name = path.last().cloned().unwrap_or_default();
            let folded = files.folded.entry(name.to_lowercase());
            folded.and_modify(|one| *one = None).or_insert(Some(index));
            files.names.entry(name).and_modify(|one| *one = None).or_insert(Some(index));
            let folder = path.get(..path.len().saturating_sub(1)).unwrap_or_default();
            files.folders.push(folder.to_vec());
            files.paths.entry(path).or_insert(index);
        }
        files
    }

    /// The source that `path` means in a link of the source `from`: the one at that path,
    /// else the only one of that file name. An address means none.
    pub(super) fn named(&self, path: &str, from: usize) -> Option<usize> {
        let Address::Path(path) = Address::of(path) else { return None };
        if path.is_empty() {
            return None;
        }
        let path = percent_decoded(path);
        self.find(&path, from).or_else(|| {
            // Books link to the pages that become of their chapters, too.
            self.find(&format!("{}.md", path.strip_suffix(".html")?), from)
        })
    }

    fn find(&self, path: &str, from: usize) -> Option<usize> {
        let folder = self.folders.get(from).cloned().unwrap_or_default();
        let whole = walked(folder, path);
        let name = whole.last()?.clone();
        let named = self.paths.get(&whole).copied().or_else(|| *self.names.get(&name)?);
        named.or_else(|| *self.folded.get(&name.to_lowercase())?)
    }
}

/// Where a path leads from a folder.
fn walked(mut folder: Vec<String>, path: &str) -> Vec<String> {
    for name in path.split(['/', '\\']) {
        match name {
            "" | "." => {}
            // A path may begin above the folder that all paths are given from.
            ".." if folder.last().is_some_and(|last| last != "..") => {
                folder.pop();
            }
            _ => folder.push(name.to_owned()),
        }
    }
    folder
}

/// The title that the name of a file gives: `react-hooks.md` is about React hooks. Names that
/// any file may have give none.
pub(super) fn title(name: &str) -> Option<String> {
    const GENERAL: [&str; 16] = [
        "readme", "index", "guide", "main", "notes", "note", "untitled", "document",
        "input", "stdin", "test", "temp", "tmp", "file", "home", "summary",
    ];
    let file = name.rsplit(['/', '\\']).next()?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // `README.zh-CN.md` is one as well.
    let general = stem.split('.').next()?.to_lowercase();
    let number =
        |char: char| char.is_ascii_digit() || matches!(char, '-' | '_' | '.' | ' ');
    let stem = Some(stem.trim_start_matches(number)).filter(|stem| !stem.is_empty())?;
    let letters = stem.chars().filter(|char| char.is_alphabetic()).count();
    if GENERAL.contains(&general.trim_start_matches(number)) || letters < 3 {
        return None;
    }
    let words = stem.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_titles() {
        for (name, expected) in [
            ("react-hooks.md", Some("React hooks")),
            ("notes/01_sql-joins.markdown", Some("Sql joins")),
            ("C:\\x\\AWS.md", Some("AWS")),
            ("前端面试题.md", Some("前端面试题")),
            ("README.md", None),
            ("docs/README.zh-CN.md", None),
            ("guide.md", None),
            ("-", None),
            ("a.md", None),
            ("2024-01-01.md", None),
            ("", None),
        ] {
            assert_eq!(title(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn links_find_the_source_they_name() {
        let sources = ["a/x.md", "a/b/README.md", "a/c/README.md", "../up.md"];
        let files = Files::new(&sources.map(str::to_owned));
        assert_eq!(files.named("b/README.md", 0), Some(1));
        assert_eq!(files.named("../c/./README.md", 1), Some(2));
        assert_eq!(files.named("README.md", 2), Some(2));
        assert_eq!(files.named("README.md", 0), None, "one of two");
        assert_eq!(files.named("docs/x.md", 1), Some(0), "the only one of that name");
        assert_eq!(files.named("../x.html", 1), Some(0));
        assert_eq!(files.named("UP.md", 0), Some(3), "in other letters");
        assert_eq!(files.named("../../up.md", 0), Some(3));
        for none in ["", "http://a/x.md", "//host/x.md", "mailto:x.md", "y.md", "x"] {
            assert_eq!(files.named(none, 0), None, "{none}");
        }
    }
}
