//! Front matter: facts about the guide at its very beginning, in YAML between `---` lines
//! or in TOML between `+++` lines.

mod form;

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::document::date::Date;
use crate::source::Source;

use super::recognise::QuestionStyle;
use form::Located;

/// What front matter can say about a guide.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FrontMatter {
    /// The title of the whole.
    pub title: Option<String>,
    /// A line below the title.
    pub subtitle: Option<String>,
    /// Who wrote it; several names are separated by commas.
    pub author: Option<String>,
    /// A language tag, such as `en` or `pt-BR`.
    pub language: Option<String>,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub date: Option<String>,
    /// The picture for the cover of a book, as a path from the guide's folder.
    pub cover: Option<String>,
    /// A name for the guide that outlives changes of its title.
    pub identifier: Option<String>,
    /// How the guide's questions are written.
    pub question_style: Option<QuestionStyle>,
}

impl FrontMatter {
    /// These facts, and where there is none, those of `other`.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let first = |own: Option<String>, other: &Option<String>| own.or(other.clone());
        Self {
            title: first(self.title, &other.title),
            subtitle: first(self.subtitle, &other.subtitle),
            author: first(self.author, &other.author),
            language: first(self.language, &other.language),
            date: first(self.date, &other.date),
            cover: first(self.cover, &other.cover),
            identifier: first(self.identifier, &other.identifier),
            question_style: self.question_style.or(other.question_style),
        }
    }
}

/// Reads the front matter; says where the guide itself begins.
pub(super) fn read(
    source: &Source,
    index: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> (FrontMatter, usize) {
    let Some(Located { form, inside, end }) = form::find(source.text()) else {
        return (FrontMatter::default(), 0);
    };
    let text = &source.text()[inside.clone()];
    match form.fields(text) {
        Ok(fields) => {
            let mut reader = Reader { source, index, inside, diagnostics };
            (reader.fields(fields), end)
        }
        Err(_) if text.trim().is_empty() => (FrontMatter::default(), end),
        Err(broken) => {
            // The error counts lines from the one after the first `---` or `+++`.
            let place = source.line_range(broken.line + 1);
            let says = broken.says;
            let message = format!(
                "the front matter is not valid {} and is passed over: {says}",
                form.name()
            );
            diagnostics.push(
                Diagnostic::warning(DiagnosticKind::FrontMatter, message)
                    .at(source.span(place, index))
                    .hint(form.hint()),
            );
            (FrontMatter::default(), end)
        }
    }
}

struct Reader<'a> {
    source: &'a Source,
    index: u32,
    inside: Range<usize>,
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
                "date" if !value.is_null() => {
                    let words = words.unwrap_or_else(|| value.to_string());
                    matter.date = self.date(&key, &words);
                }
                "date" => {}
                "cover" | "cover-image" => matter.cover = words,
                "identifier" | "id" | "isbn" => matter.identifier = words,
                "question-style" | "question_style" => {
                    matter.question_style =
                        words.and_then(|words| self.question_style(&key, &words));
                }
                _ => self.unused(&key),
            }
        }
        matter
    }

    /// Most keys that are not ours are for another program; one that is nearly ours is a
    /// slip.
    fn unused(&mut self, key: &str) {
        let says = format!("the front matter's `{key}` is not used");
        let diagnostic = match meant(key) {
            Some(near) => Diagnostic::warning(DiagnosticKind::FrontMatter, says)
                .hint(format!("did you mean `{near}`?")),
            None => Diagnostic::note(DiagnosticKind::FrontMatter, says),
        };
        self.note(key, diagnostic);
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
            self.note(
                key,
                Diagnostic::warning(DiagnosticKind::FrontMatter, says).hint(hint),
            );
        }
        is_tag.then_some(tag)
    }

    fn question_style(&mut self, key: &str, words: &str) -> Option<QuestionStyle> {
        let named = QuestionStyle::named(words);
        named
            .map_err(|says| {
                let severity = Severity::Error;
                let warning = Diagnostic::warning(DiagnosticKind::FrontMatter, says);
                self.note(key, Diagnostic { severity, ..warning });
            })
            .ok()
    }

    fn date(&mut self, key: &str, words: &str) -> Option<String> {
        // A time of day may follow.
        let (date, time) = words.split_once(['T', 't', ' ']).unwrap_or((words, ""));
        let is_date = Date::parse(date).is_some() && (time.is_empty() || is_time(time));
        if !is_date {
            let says = format!("`{words}` is no date and is left out");
            let hint = format!("write it as {}", Date::FORM);
            self.note(
                key,
                Diagnostic::warning(DiagnosticKind::FrontMatter, says).hint(hint),
            );
        }
        is_date.then(|| date.to_owned())
    }

    /// Says something about the line of `key`.
    fn note(&mut self, key: &str, diagnostic: Diagnostic) {
        let text = &self.source.text()[self.inside.clone()];
        let mut at = self.inside.start;
        for line in text.split_inclusive('\n') {
            if form::is_key_of(key, line) {
                break;
            }
            at += line.len();
        }
        let at = if at >= self.inside.end { self.inside.start } else { at };
        let line = self.source.line_range(self.source.line(at));
        self.diagnostics.push(diagnostic.at(self.source.span(line, self.index)));
    }
}

/// The keys that are used, by the names that the README gives them.
const KEYS: [&str; 8] = [
    "title",
    "subtitle",
    "author",
    "language",
    "date",
    "cover",
    "identifier",
    "question-style",
];

/// The key that `key` is a slip for, if it is hardly anything else: one slip in a short
/// word, two in a long one.
fn meant(key: &str) -> Option<&'static str> {
    let key = key.to_lowercase().replace('_', "-");
    let slips = |name: &str| strsim::damerau_levenshtein(&key, name);
    let near = KEYS.into_iter().min_by_key(|name| slips(name))?;
    (slips(near) <= if near.len() > 6 { 2 } else { 1 }).then_some(near)
}

/// Whether this is how a time of day begins; nothing is made of it.
fn is_time(text: &str) -> bool {
    let clock: Vec<&str> = text.splitn(3, ':').collect();
    let number = |text: &str, most: u8| {
        let number = text.get(..2).and_then(|digits| digits.parse().ok());
        number.is_some_and(|number: u8| number <= most)
    };
    match clock[..] {
        [hour, minute] | [hour, minute, _] => {
            hour.len() == 2 && number(hour, 24) && number(minute, 59)
        }
        _ => false,
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
