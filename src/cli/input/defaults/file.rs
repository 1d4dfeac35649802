//! A file of defaults: its keys, each with its values as they would be typed.

use std::borrow::Cow;
use std::ffi::OsString;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::DeValue;

use super::option::{self, Takes};
use crate::cli::input::refusal::{parsed, refusal};
use crate::cli::input::{self, reach, theme};
use crate::diagnostic::Error;

/// A file that was read.
pub(super) struct File {
    pub text: String,
    pub entries: Vec<Entry>,
    pub theme: Option<theme::Found>,
}

/// Why a file is of no use, and its text if there is any.
pub(super) struct Unusable {
    pub text: Option<String>,
    pub error: Box<Error>,
}

impl Unusable {
    fn new(text: Option<String>, error: Error) -> Self {
        Self { text, error: Box::new(error) }
    }
}

/// A key and what it says.
pub(super) struct Entry {
    /// The command that it is for; `None` for all.
    pub table: Option<String>,
    /// The long option.
    pub key: String,
    /// What the option is called among the arguments.
    pub id: String,
    pub takes: Takes,
    /// As they would be typed. A switch that is off has none.
    pub values: Vec<String>,
    /// The folder that paths are relative to; none for other values.
    folder: Option<PathBuf>,
    /// Where the key stands.
    span: Range<usize>,
}

impl Entry {
    /// The words that would be typed.
    pub(super) fn words(&self) -> impl Iterator<Item = OsString> {
        self.values.iter().map(|value| {
            let mut word = OsString::from(format!("--{}", self.key));
            if self.takes != Takes::Switch {
                word.push("=");
                match &self.folder {
                    Some(folder) if value != "-" => word.push(folder.join(value)),
                    _ => word.push(value),
                }
            }
            word
        })
    }
}

impl File {
    /// That options of the file do not go together; it is said of the first.
    pub(super) fn error(&self, entries: &[&Entry], says: &str) -> Error {
        let span = entries.first().map_or(0..0, |entry| entry.span.clone());
        let message = format!("these defaults do not go together: {says}");
        refusal(&self.text, span, message, None)
    }
}

/// Reads the file.
pub(super) fn read(path: &Path, allow_outside: bool) -> Result<File, Unusable> {
    let bytes = input::file::file_inside(&folder_of(path), path, allow_outside)
        .map_err(|error| Unusable::new(None, error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Unusable::new(None, Error::read(path, "it is not UTF-8 text")))?;
    let reader = Reader { text: &text, folder: folder_of(path) };
    match reader.all() {
        Ok((entries, theme)) => Ok(File { text, entries, theme }),
        Err(error) => Err(Unusable::new(Some(text), error)),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_owned).unwrap_or_default()
}

struct Reader<'a> {
    text: &'a str,
    folder: PathBuf,
}

impl Reader<'_> {
    fn all(&self) -> Result<(Vec<Entry>, Option<theme::Found>), Error> {
        let hint = "words stand in quotation marks: paper = \"letter\"";
        let table = parsed(self.text, hint)?;
        let (mut entries, mut theme) = (Vec::new(), None);
        for (key, value) in table.get_ref() {
            match value.get_ref() {
                DeValue::Table(look) if key.get_ref() == "theme" => {
                    theme = Some(theme::of_table(self.text, look)?);
                }
                DeValue::Table(of_command) => {
                    self.known(key, option::table(key.get_ref()))?;
                    for (inner, value) in of_command {
                        entries.push(self.entry(Some(key.get_ref()), inner, value)?);
                    }
                }
                _ => entries.push(self.entry(None, key, value)?),
            }
        }
        // The table is sorted by key; a file is read from the top.
        entries.sort_by_key(|entry| entry.span.start);
        Ok((entries, theme))
    }

    fn entry(
        &self,
        table: Option<&str>,
        key: &Spanned<Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Entry, Error> {
        let name = key.get_ref();
        let (takes, id) = self.known(key, option::takes(table, name))?;
        let values = self.values(name, takes, value)?;
        if takes != Takes::Switch {
            for one in &values {
                option::check(table, name, one)
                    .map_err(|says| self.error(value.span(), says, None))?;
            }
        }
        let is_path = matches!(takes, Takes::Path | Takes::Paths);
        Ok(Entry {
            table: table.map(str::to_owned),
            key: name.to_string(),
            id,
            takes,
            values,
            folder: is_path.then(|| self.folder.clone()),
            span: key.span(),
        })
    }

    fn known<T>(
        &self,
        key: &Spanned<Cow<'_, str>>,
        found: Result<T, (String, Option<String>)>,
    ) -> Result<T, Error> {
        found.map_err(|(says, hint)| self.error(key.span(), says, hint))
    }

    /// The values as they would be typed.
    fn values(
        &self,
        key: &str,
        takes: Takes,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Vec<String>, Error> {
        let wrong = |says: &str| {
            let says = format!("`{key}` {says}");
            Err(self.error(value.span(), says, None))
        };
        let many = matches!(takes, Takes::Values | Takes::Paths) || key == "author";
        let values = match (takes, value.get_ref()) {
            (Takes::Switch, DeValue::Boolean(on)) => {
                return Ok(on.then(String::new).into_iter().collect());
            }
            (Takes::Switch, _) => return wrong("is true or false"),
            (_, DeValue::Array(values)) if many => {
                let values = values.iter().map(|value| typed(value.get_ref()));
                values.collect::<Option<Vec<_>>>()
            }
            (_, value) => typed(value).map(|value| vec![value]),
        };
        let Some(values) = values else {
            return wrong(if many {
                "takes words, a number, or a list of these"
            } else {
                "takes words or a number"
            });
        };
        if matches!(takes, Takes::Path | Takes::Paths)
            && let Some(out) = values.iter().find(|value| !self.is_inside(value))
        {
            let says = format!("`{out}` leads out of the folder of this file");
            let hint = Some(format!("type it instead: --{key} {out}"));
            return Err(self.error(value.span(), says, hint));
        }
        Ok(values)
    }

    /// Whether a path stays in the folder of the file, wherever links lead.
    fn is_inside(&self, value: &str) -> bool {
        if value == "-" {
            return true;
        }
        let path = self.folder.join(value);
        // What is not there yet is judged by the folder that it would be in.
        let there = path
            .ancestors()
            .find(|part| part.as_os_str().is_empty() || part.symlink_metadata().is_ok());
        let inside = |there| reach::is_inside(&self.folder, there).unwrap_or(false);
        !reach::leads_out(Path::new(value)) && there.is_some_and(inside)
    }

    fn error(&self, span: Range<usize>, says: String, hint: Option<String>) -> Error {
        refusal(self.text, span, says, hint)
    }
}

/// A value as it would be typed.
fn typed(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => {
            Some(number.as_str().replace('_', ""))
        }
        DeValue::Float(number) => Some(number.as_str().replace('_', "")),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Integer(_)
        | DeValue::Boolean(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => None,
    }
}
