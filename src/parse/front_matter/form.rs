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

/// Keys that programs for guides and sites have in common.
const USUAL: [&str; 24] = [
    "title",
    "subtitle",
    "description",
    "summary",
    "author",
    "authors",
    "language",
    "lang",
    "date",
    "cover",
    "identifier",
    "question-style",
    "tags",
    "categories",
    "keywords",
    "layout",
    "slug",
    "permalink",
    "draft",
    "weight",
    "toc",
    "sidebar_position",
    "sidebar_label",
    "aliases",
];

/// Front matter that was found.
pub(super) struct Located {
    pub form: Form,
    /// What stands between the two lines.
    pub inside: Range<usize>,
    /// Where the text after it begins.
    pub end: usize,
    /// Whether there is a second line.
    pub closed: bool,
    /// The comments of HTML before it.
    pub comments: Vec<Range<usize>>,
}

/// Why front matter cannot be read.
pub(super) struct Broken {
    /// The line inside, counted from 1.
    pub line: u32,
    pub says: String,
}

/// The front matter of a text. A `---` before anything but `key:` is a line across, and a
/// `+++` before anything but `key =` or `[table]` is text.
///
/// Empty lines and comments may stand before it; then, and where no second line ends it, it has
/// a key that is usual in front matter.
pub(super) fn find(text: &str) -> Option<Located> {
    let (opening, comments) = opening(text);
    let first = text[opening..].split_inclusive('\n').next()?;
    let form = match first.trim_end() {
        "---" => Form::Yaml,
        "+++" => Form::Toml,
        _ => return None,
    };
    let start = opening + first.len();
    let found = closed(form, text, start)?;
    let closed = found.is_some();
    let (inside, end) = found.unwrap_or_else(|| {
        let inside = form.run(text, start);
        (inside.clone(), inside.end)
    });
    let located = Located { form, inside, end, closed, comments };
    let certain = opening == 0 && located.closed;
    (certain || form.has_usual_key(&text[located.inside.clone()])).then_some(located)
}

/// Where the first line is that is neither empty nor part of a comment, and the comments before
/// it.
fn opening(text: &str) -> (usize, Vec<Range<usize>>) {
    let (mut at, mut comments) = (0, Vec::new());
    loop {
        let rest = &text[at..];
        let blank = rest.trim_start_matches('\u{feff}').trim_start();
        let begin = at + rest.len() - blank.len();
        let Some(end) = blank.strip_prefix("<!--").and_then(|_| blank.find("-->")) else {
            let line = text[at..begin].rfind('\n').map_or(at, |end| at + end + 1);
            return (if line == 0 { bom(text) } else { line }, comments);
        };
        let after = begin + end + "-->".len();
        comments.push(begin..after);
        let line = text[after..].split_inclusive('\n').next().unwrap_or_default();
        if !line.trim().is_empty() {
            return (after, comments);
        }
        at = after + line.len();
    }
}

/// How long the byte order mark is that a text begins with.
fn bom(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}

/// What stands before the second line, and where that ends; nothing inside where there is none,
/// or only one that other text comes before. Nothing at all where it is no front matter.
#[expect(clippy::option_option, reason = "not closed is something else than not there")]
fn closed(form: Form, text: &str, start: usize) -> Option<Option<(Range<usize>, usize)>> {
    let (mut at, mut keyed, mut parted) = (start, false, false);
    for line in text[start..].split_inclusive('\n') {
        let content = line.trim_end();
        if form.is_closed_by(content) {
            let empty = text[start..at].trim().is_empty();
            return (keyed || empty).then_some(Some((start..at, at + line.len())));
        }
        if !keyed && !content.is_empty() && !content.starts_with('#') {
            if !form.is_keyed(content) {
                return None;
            }
            keyed = true;
        }
        parted |= content.is_empty();
        if keyed && parted && !content.is_empty() && !form.is_like(content) {
            return Some(None);
        }
        at += line.len();
    }
    keyed.then_some(None)
}

impl Form {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
        }
    }

    /// What stands on the lines around it.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Yaml => "---",
            Self::Toml => "+++",
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

    /// Whether a line can stand inside front matter: one with a key, or one that belongs to the
    /// line before.
    pub(super) fn is_like(self, line: &str) -> bool {
        let goes_on = |c: char| matches!(c, ' ' | '\t' | ']' | '}' | '"' | '\'');
        line.starts_with(goes_on)
            || line.starts_with("- ")
            || line.starts_with('#') && !line.starts_with("##")
            || self.is_keyed(line)
    }

    /// The lines from `start` that can be front matter, up to the first empty one.
    fn run(self, text: &str, start: usize) -> Range<usize> {
        let lines = text[start..].split_inclusive('\n');
        let inside = lines
            .take_while(|line| !line.trim().is_empty() && self.is_like(line.trim_end()));
        start..start + inside.map(str::len).sum::<usize>()
    }

    /// Whether a line of front matter has a key that is usual there.
    pub(super) fn has_usual_key(self, text: &str) -> bool {
        let sign = if self == Self::Yaml { ':' } else { '=' };
        text.lines().any(|line| {
            let key = line.split_once(sign).map(|(key, _)| key.trim().to_lowercase());
            key.is_some_and(|key| USUAL.contains(&key.as_str()))
        })
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
        for none in [
            "+++\nC++ is\n+++\n",
            "---\ntitle = 1\n---\n",
            "++++\n",
            "\n---\nNote: text\n---\n",
            "---\nNote: text\n\nMore.\n",
            "text\n---\ntitle: A\n---\n",
            "<!-- a --> text\n---\ntitle: A\n---\n",
            " ---\ntitle: A\n",
        ] {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn empty_lines_and_comments_may_stand_before() {
        for before in ["\n", " \n\n", "<!-- a\nb -->\n", "\n<!-- a --> \n\n", "\u{feff}"]
        {
            let text = format!("{before}---\ntitle: A\n---\ntext\n");
            assert_eq!(
                found(&text),
                Some((Form::Yaml, "title: A\n", "text\n")),
                "{before}"
            );
        }
    }

    #[test]
    fn without_a_second_line_it_ends_where_other_text_begins() {
        let is = |text: &str, form, inside, rest| {
            let located = find(text).expect(text);
            assert!(!located.closed, "{text}");
            assert_eq!(found(text), Some((form, inside, rest)), "{text}");
        };
        is("---\ntitle: A\n\n# B\n", Form::Yaml, "title: A\n", "\n# B\n");
        is("---\ntitle: A\ntext\n", Form::Yaml, "title: A\n", "text\n");
        let rule = "---\ntitle: A\n\n## B\n\ntext\n\n---\n\nmore\n";
        is(rule, Form::Yaml, "title: A\n", "\n## B\n\ntext\n\n---\n\nmore\n");
        is("+++\ntitle = 1\n", Form::Toml, "title = 1\n", "");
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
