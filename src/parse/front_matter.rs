//! Front matter: facts about the guide at its very beginning, in YAML between `---` lines
//! or in TOML between `+++` lines.

mod form;

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity, Span};
use crate::document::date::Date;
use crate::source::Source;

use super::raw::Comment;
use super::recognise::QuestionStyle;
use form::{Form, Located};

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

impl FrontMatter {
    /// The keys, other than the title, whose value is not that of `other`.
    pub(super) fn different(&self, other: &Self) -> Vec<&'static str> {
        let all = [
            ("subtitle", &self.subtitle, &other.subtitle),
            ("author", &self.author, &other.author),
            ("language", &self.language, &other.language),
            ("date", &self.date, &other.date),
            ("cover", &self.cover, &other.cover),
            ("identifier", &self.identifier, &other.identifier),
        ];
        let differs =
            all.into_iter().filter(|(_, own, other)| own.is_some() && own != other);
        differs.map(|(key, ..)| key).collect()
    }
}

/// Front matter that was read.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub matter: FrontMatter,
    /// Where the guide itself begins.
    pub from: usize,
    /// The comments before it.
    pub comments: Vec<Comment>,
}

/// Reads the front matter.
pub(super) fn read(
    source: &Source,
    index: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Taken {
    let Some(located) = form::find(source.text()) else { return Taken::default() };
    let comment = |range: Range<usize>| {
        let words = source.text()[range.clone()].trim_matches(['<', '!', '-', '>']);
        Comment { words: words.trim().to_owned(), span: source.span(range, index) }
    };
    let Located { form, inside, end, closed, comments } = located;
    let comments = comments.into_iter().map(comment).collect();
    let mut taken = Taken { from: end, comments, ..Taken::default() };
    if !closed {
        diagnostics.push(unclosed(form, source, index, &inside));
    }
    let text = &source.text()[inside.clone()];
    match form.fields(text) {
        Ok(fields) => {
            let mut reader = Reader { source, index, inside, diagnostics };
            taken.matter = reader.fields(fields);
        }
        Err(_) if text.trim().is_empty() => {}
        Err(broken) => {
            let place = source.line_range(source.line(inside.start) + broken.line - 1);
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
        }
    }
    taken
}

/// What is said of front matter that no second line ends.
fn unclosed(
    form: Form,
    source: &Source,
    index: u32,
    inside: &Range<usize>,
) -> Diagnostic {
    let last = source.line(inside.end.saturating_sub(1).max(inside.start));
    let says = "the front matter is not closed; it is taken to end with this line";
    let hint = format!("put a line `{}` below it", form.sign());
    Diagnostic::warning(DiagnosticKind::FrontMatter, says)
        .at(source.span(source.line_range(last), index))
        .hint(hint)
}

/// What is said of it.
pub(super) fn inside(place: Span) -> Diagnostic {
    let says = "this is front matter in the middle of the guide; it is printed as text";
    Diagnostic::warning(DiagnosticKind::FrontMatter, says)
        .at(place)
        .hint("put what follows into a file of its own, and print both files together")
}

/// Whether `words`, which stand between two lines `---` inside a guide, are the front matter of
/// another one.
pub(super) fn is_matter(words: &str) -> bool {
    Form::Yaml.has_usual_key(words) && words.lines().all(|line| Form::Yaml.is_like(line))
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
