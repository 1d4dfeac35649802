//! The two forms of front matter: where it is, and its fields as plain values.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::source::line_of;

/// How front matter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Between lines with `---`.
    Yaml,
    /// Between lines with `+++`.
    Toml,
}

/// Front matter that was found.
pub(super) struct Located {
    pub form: Form,
    /// What stands between the two lines.
    pub inside: Range<usize>,
    /// Where the text after it begins.
    pub end: usize,
}

/// Why front matter cannot be read.
pub(super) struct Broken {
    /// The line inside, counted from 1.
    pub line: u32,
    pub says: String,
}

/// The front matter of a text. A `---` before anything but `key:` is a line across, and a
/// `+++` before anything but `key =` or `[table]` is text.
pub(super) fn find(text: &str) -> Option<Located> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let form = match first.trim_end() {
        "---" => Form::Yaml,
        "+++" => Form::Toml,
        _ => return None,
    };
    let start = first.len();
    let (mut at, mut keyed) = (start, false);
    for line in lines {
        let content = line.trim_end();
        if form.is_closed_by(content) {
            let empty = text[start..at].trim().is_empty();
            let end = at + line.len();
            return (keyed || empty).then_some(Located { form, inside: start..at, end });
        }
        if !keyed && !content.is_empty() && !content.starts_with('#') {
            if !form.is_keyed(content) {
                return None;
            }
            keyed = true;
        }
        at += line.len();
    }
    None
}

impl Form {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
        }
    }

    /// What usually helps where it cannot be read.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Yaml => "put quotation marks around a value that has a colon in it",
            Self::Toml => {
                "put quotation marks around words, as in `title = \"My guide\"`"
            }
        }
    }

    fn is_closed_by(self, line: &str) -> bool {
        match self {
            Self::Yaml => matches!(line, "---" | "..."),
            Self::Toml => line == "+++",
        }
    }

    /// Whether the first line can be one of front matter.
    fn is_keyed(self, line: &str) -> bool {
        let sign = match self {
            Self::Yaml => ':',
            Self::Toml if line.starts_with('[') => return line.contains(']'),
            Self::Toml => '=',
        };
        let Some((key, _)) = line.split_once(sign) else { return false };
        let key = if self == Self::Toml { key.trim() } else { key };
        let is_key = |char: char| char.is_alphanumeric() || "-_.\"'".contains(char);
        !key.is_empty() && key.chars().all(is_key)
    }

    /// The fields of the front matter `text`.
    pub(super) fn fields(self, text: &str) -> Result<BTreeMap<String, Value>, Broken> {
        match self {
            Self::Yaml => serde_saphyr::from_str(text).map_err(|error| {
                let line = error.location().map_or(1, |at| at.line() as u32);
                let says = error.without_snippet().to_string();
                let says = says.split(" at line ").next().unwrap_or_default();
                Broken { line: line.max(1), says: first_line(says) }
            }),
            Self::Toml => {
                let fields = text.parse::<toml::Table>().map_err(|error| {
                    let at = error.span().map_or(0, |span| span.start);
                    Broken { line: line_of(text, at), says: first_line(error.message()) }
                })?;
                let plain = |(key, value)| (key, plain(value));
                Ok(fields.into_iter().map(plain).collect())
            }
        }
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

/// A value of TOML as one of JSON; a date is its words.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(bool) => bool.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(plain).collect(),
        toml::Value::Table(fields) => {
            fields.into_iter().map(|(key, value)| (key, plain(value))).collect()
        }
    }
}

/// Whether `line` is the one that gives `key` its value.
pub(super) fn is_key_of(key: &str, line: &str) -> bool {
    let opening = |char: char| matches!(char, '"' | '\'' | '[' | ' ' | '\t');
    line.trim_start_matches(opening).strip_prefix(key).is_some_and(|rest| {
        !rest
            .starts_with(|char: char| char.is_alphanumeric() || matches!(char, '-' | '_'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Form, &str, &str)> {
        find(text).map(|found| (found.form, &text[found.inside], &text[found.end..]))
    }

    #[test]
    fn both_forms_are_found_and_nothing_else() {
        let yaml = "---\ntitle: A\n---\ntext\n";
        assert_eq!(found(yaml), Some((Form::Yaml, "title: A\n", "text\n")));
        let toml = "+++\n# a word\ntitle = \"A\"\n+++\ntext\n";
        let inside = "# a word\ntitle = \"A\"\n";
        assert_eq!(found(toml), Some((Form::Toml, inside, "text\n")));
        assert_eq!(found("+++\n[extra]\n+++"), Some((Form::Toml, "[extra]\n", "")));
        assert_eq!(found("+++\n+++\n"), Some((Form::Toml, "", "")));
        for none in
            ["+++\nC++ is\n+++\n", "+++\ntitle = 1\n", "---\ntitle = 1\n---\n", "++++\n"]
        {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn a_key_is_found_in_its_line_only() {
        assert!(is_key_of("id", "id: x"));
        assert!(is_key_of("id", "\"id\" = 1"));
        assert!(is_key_of("extra", "[extra]"));
        assert!(!is_key_of("id", "identifier: x"));
        assert!(!is_key_of("date", "date-format = 1"));
    }
}
