//! Front matter: YAML between `---` lines at the very beginning.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;

use super::recognise::QuestionStyle;

/// What front matter can say about a guide.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub author: Option<String>,
    pub language: Option<String>,
    pub date: Option<String>,
    pub cover: Option<String>,
    pub identifier: Option<String>,
    pub question_style: Option<QuestionStyle>,
}

/// Reads the front matter; says where the guide itself begins.
pub fn read(
    source: &Source,
    index: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> (FrontMatter, usize) {
    let Some((yaml, end)) = find(source.text()) else {
        return (FrontMatter::default(), 0);
    };
    let text = &source.text()[yaml.clone()];
    match serde_saphyr::from_str::<BTreeMap<String, Value>>(text) {
        Ok(fields) => {
            let mut reader = Reader { source, index, yaml, diagnostics };
            (reader.fields(fields), end)
        }
        Err(_) if text.trim().is_empty() => (FrontMatter::default(), end),
        Err(error) => {
            // The error counts lines from the one after the first `---`.
            let line = error.location().map_or(1, |at| at.line() as u32 + 1);
            let place = source.line_range(line);
            let says = error.without_snippet().to_string();
            let says = says.lines().next().unwrap_or_default();
            let says = says.split(" at line ").next().unwrap_or_default();
            diagnostics.push(
                Diagnostic::warning(
                    "front-matter",
                    format!(
                        "the front matter is not valid YAML and is passed over: {says}"
                    ),
                )
                .at(source.span(place, index))
                .hint("put quotation marks around a value that has a colon in it"),
            );
            (FrontMatter::default(), end)
        }
    }
}

/// The YAML, and where the text after it begins. A `---` before anything but `key:` is a
/// line across.
fn find(text: &str) -> Option<(Range<usize>, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let start = first.len();
    let (mut at, mut keyed) = (start, false);
    for line in lines {
        let content = line.trim_end();
        if matches!(content, "---" | "...") {
            let empty = text[start..at].trim().is_empty();
            return (keyed || empty).then(|| (start..at, at + line.len()));
        }
        if !keyed && !content.is_empty() && !content.starts_with('#') {
            let key = content.split_once(':').map(|(key, _)| key)?;
            let is_key =
                |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '"');
            if key.is_empty() || !key.chars().all(is_key) {
                return None;
            }
            keyed = true;
        }
        at += line.len();
    }
    None
}

struct Reader<'a> {
    source: &'a Source,
    index: u32,
    yaml: Range<usize>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fields(&mut self, fields: BTreeMap<String, Value>) -> FrontMatter {
        let mut matter = FrontMatter::default();
        for (key, value) in fields {
            let words = words_of(&value);
            match &*key.to_lowercase() {
                "title" => matter.title = words,
                "subtitle" | "description"
                    if matter.subtitle.is_none() || key == "subtitle" =>
                {
                    matter.subtitle = words;
                }
                "author" | "authors" => matter.author = words,
                "language" | "lang" => {
                    matter.language = words.and_then(|words| self.language(&key, &words));
                }
                "date" => matter.date = words.and_then(|words| self.date(&key, &words)),
                "cover" | "cover-image" => matter.cover = words,
                "identifier" | "id" | "isbn" => matter.identifier = words,
                "question-style" | "question_style" => {
                    matter.question_style =
                        words.and_then(|words| self.question_style(&key, &words));
                }
                _ => self.note(
                    &key,
                    Diagnostic::note(
                        "front-matter",
                        format!("the front matter's `{key}` is not used"),
                    ),
                ),
            }
        }
        matter
    }

    fn language(&mut self, key: &str, words: &str) -> Option<String> {
        let tag = words.replace('_', "-");
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let is_tag = matches!(primary.len(), 2..=3)
            && primary.chars().all(|char| char.is_ascii_alphabetic())
            && parts.all(|part| {
                matches!(part.len(), 1..=8)
                    && part.chars().all(|char| char.is_ascii_alphanumeric())
            });
        if !is_tag {
            let says = format!("`{words}` is no language tag; English is assumed");
            let hint = "write a tag like `en`, `de` or `pt-BR`";
            self.note(key, Diagnostic::warning("front-matter", says).hint(hint));
        }
        is_tag.then_some(tag)
    }

    fn question_style(&mut self, key: &str, words: &str) -> Option<QuestionStyle> {
        let named = QuestionStyle::named(words);
        named
            .map_err(|says| {
                let severity = Severity::Error;
                let warning = Diagnostic::warning("front-matter", says);
                self.note(key, Diagnostic { severity, ..warning });
            })
            .ok()
    }

    fn date(&mut self, key: &str, words: &str) -> Option<String> {
        // A time of day may follow.
        let date = words.split(['T', ' ']).next().unwrap_or_default();
        let mut parts = date.split('-');
        let digits = |part: Option<&str>, length: usize, most: u32| match part {
            None => true,
            Some(part) => {
                part.len() == length
                    && part.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
            }
        };
        let is_date = digits(parts.next(), 4, 9999)
            && digits(parts.next(), 2, 12)
            && digits(parts.next(), 2, 31)
            && parts.next().is_none();
        if !is_date {
            let says = format!("`{words}` is no date and is left out");
            let hint = "write it as `2026-05-31`, `2026-05` or `2026`";
            self.note(key, Diagnostic::warning("front-matter", says).hint(hint));
        }
        is_date.then(|| date.to_owned())
    }

    /// Says something about the line of `key`.
    fn note(&mut self, key: &str, diagnostic: Diagnostic) {
        let text = &self.source.text()[self.yaml.clone()];
        let mut at = self.yaml.start;
        for line in text.split_inclusive('\n') {
            if line.trim_start_matches('"').starts_with(key) {
                break;
            }
            at += line.len();
        }
        let at = if at >= self.yaml.end { self.yaml.start } else { at };
        let line = self.source.line_range(self.source.line(at));
        self.diagnostics.push(diagnostic.at(self.source.span(line, self.index)));
    }
}

/// A value as words: a list is joined with commas, the name stands for a person.
fn words_of(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Bool(bool) => bool.to_string(),
        Value::Array(values) => {
            values.iter().filter_map(words_of).collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => fields.get("name").and_then(words_of)?,
        Value::Null => return None,
    };
    (!words.is_empty()).then_some(words)
}
