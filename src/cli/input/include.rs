//! What chapters of a book include: lines of files in the book's folder, within bounds.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::bounded::{MOST_TEXT, too_much};
use super::reach::{self, Folder};
use crate::diagnostic::Result;
use crate::parse::{Include, includes};
use crate::pictures::Refusal;
use crate::source::Source;

/// So many bytes are read and looked through for the lines that are asked for, in all chapters.
const MOST_SEARCHED: usize = 200_000_000;

/// What is left of the bounds for all chapters.
pub(crate) struct Bounds {
    searched: usize,
    text: usize,
    pub allow_outside: bool,
    /// The files that were asked for.
    pub files: Vec<PathBuf>,
}

impl Bounds {
    pub(crate) fn new(allow_outside: bool) -> Self {
        Self {
            searched: MOST_SEARCHED,
            text: MOST_TEXT,
            allow_outside,
            files: Vec::new(),
        }
    }

    /// What `source`, which is in `folder`, includes, or why it does not.
    ///
    /// # Errors
    /// That there is more of it than is printed at once.
    pub(crate) fn included(
        &mut self,
        source: &Source,
        folder: &Folder,
    ) -> Result<BTreeMap<String, Result<String, String>>> {
        let mut included = BTreeMap::new();
        let mut files = BTreeMap::new();
        for include in includes(source.text()) {
            if !included.contains_key(&include.written) {
                let text = files
                    .entry(include.file.clone())
                    .or_insert_with(|| self.text_of(&include.file, folder));
                let lines = match text {
                    Ok(text) => self.select(&include, text),
                    Err(why) => Err(why.clone()),
                };
                included.insert(include.written.clone(), lines);
            }
            if let Some(Ok(lines)) = included.get(&include.written) {
                let Some(left) = self.text.checked_sub(lines.len()) else {
                    let names = [source.name().to_owned()];
                    return Err(too_much(&names, MOST_TEXT + lines.len()));
                };
                self.text = left;
            }
        }
        Ok(included)
    }

    fn text_of(&mut self, file: &str, folder: &Folder) -> Result<String, String> {
        self.files.push(reach::place(folder, file));
        let bytes = reach::file(folder, file, self.allow_outside)
            .map_err(|unread| Refusal::from(unread).reason)?;
        self.search(bytes.len())?;
        let source =
            Source::from_bytes(file, &bytes).map_err(|error| error.to_string())?;
        Ok(source.text().to_owned())
    }

    fn select(&mut self, include: &Include, text: &str) -> Result<String, String> {
        self.search(text.len())?;
        include.select(text).ok_or_else(|| "there is no such anchor".to_owned())
    }

    fn search(&mut self, bytes: usize) -> Result<(), String> {
        let left = self.searched.checked_sub(bytes);
        self.searched = left.ok_or("too much is included")?;
        Ok(())
    }
}
