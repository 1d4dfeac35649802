//! The colours and fonts of a person's own: a file of them, or the table `[theme]` of a file of defaults.
//!
//! Both have the same keys. A colour that makes words hard to read is an error at its place;
//! neighbours that some people or printers do not tell apart are a warning.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::refusal::{parsed, refusal};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error};
use crate::product::{Color, Theme, ThemeFault, ThemePlace};
use crate::select;
use crate::source::line_of;

/// What can stand in it.
const KEYS: [&str; 14] = [
    "sections",
    "ink",
    "quiet",
    "faint",
    "rule",
    "code",
    "keyword",
    "string",
    "comment",
    "number",
    "name",
    "bands",
    "text-font",
    "code-font",
];

/// More sections than these have no colour of their own to be told by.
const MOST_SECTIONS: usize = 64;

/// A theme that was read.
#[derive(Debug, PartialEq)]
pub(crate) struct Found {
    pub theme: Theme,
    /// What is said where it is used.
    pub warnings: Vec<Warning>,
}

/// What could be better, and in which line.
#[derive(Debug, PartialEq)]
pub(crate) struct Warning {
    line: u32,
    fault: ThemeFault,
}

impl Warning {
    /// As it is said of the file `name`.
    pub(super) fn of(self, name: &str) -> Diagnostic {
        let Self { line, fault } = self;
        let message = format!("{name}, line {line}: {}", fault.message);
        Diagnostic::warning(DiagnosticKind::Theme, message).hint(fault.hint)
    }
}

/// The theme of a file that says nothing else.
///
/// # Errors
/// What is wrong, and where.
pub(super) fn of_file(text: &str) -> Result<Found, Error> {
    let table = parsed(text, "colours stand in quotation marks: ink = \"#1a1a1a\"")?;
    of_table(text, table.get_ref())
}

/// The theme that a table of the file with this text says.
///
/// # Errors
/// What is wrong, and where.
pub(super) fn of_table(text: &str, table: &DeTable<'_>) -> Result<Found, Error> {
    let mut reader = Reader { text, theme: Theme::default(), places: Vec::new() };
    for (key, value) in table {
        reader.take(key, value)?;
    }
    reader.judged()
}

struct Reader<'a> {
    text: &'a str,
    theme: Theme,
    /// Where each colour stands.
    places: Vec<(ThemePlace, Range<usize>)>,
}

impl Reader<'_> {
    fn take(
        &mut self,
        key: &Spanned<Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Error> {
        match &**key.get_ref() {
            "sections" => self.sections(value)?,
            "bands" => {
                let DeValue::Boolean(on) = value.get_ref() else {
                    return self.wrong(value, "`bands` is true or false", None);
                };
                self.theme.bands = *on;
            }
            "ink" => self.theme.ink = self.color(ThemePlace::Text, "ink", value)?,
            "quiet" => {
                self.theme.quiet = self.color(ThemePlace::Quiet, "quiet", value)?;
            }
            "faint" => {
                self.theme.faint = self.color(ThemePlace::Faint, "faint", value)?;
            }
            "rule" => self.theme.rule = self.color(ThemePlace::Rule, "rule", value)?,
            "keyword" => {
                self.theme.keyword = self.color(ThemePlace::Keyword, "keyword", value)?;
            }
            "string" => {
                self.theme.string = self.color(ThemePlace::String, "string", value)?;
            }
            "comment" => {
                self.theme.comment = self.color(ThemePlace::Comment, "comment", value)?;
            }
            "number" => {
                self.theme.number = self.color(ThemePlace::Number, "number", value)?;
            }
            "name" => self.theme.name = self.color(ThemePlace::Name, "name", value)?,
            "code" => self.theme.code = self.color(ThemePlace::Code, "code", value)?,
            "text-font" => self.theme.text_font = Some(self.family("text-font", value)?),
            "code-font" => self.theme.code_font = Some(self.family("code-font", value)?),
            other => {
                let says = format!("a theme has no `{other}`");
                let near = select::nearest(other, KEYS, 1);
                let hint = near.first().map(|near| format!("did you mean `{near}`?"));
                return Err(refusal(self.text, key.span(), says, hint));
            }
        }
        Ok(())
    }

    fn sections(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), Error> {
        let hint = || Some("such as [\"#00506e\", \"#e69f00\"]".to_owned());
        let DeValue::Array(colors) = value.get_ref() else {
            return self.wrong(value, "`sections` is a list of colours", hint());
        };
        if colors.is_empty() || colors.len() > MOST_SECTIONS {
            let says = format!("`sections` has from 1 to {MOST_SECTIONS} colours");
            return self.wrong(value, &says, hint());
        }
        for (index, color) in colors.iter().enumerate() {
            let place = ThemePlace::Section(index);
            let color = self.color(place, "sections", color)?;
            self.theme.sections.push(color);
        }
        Ok(())
    }

    fn color(
        &mut self,
        place: ThemePlace,
        key: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Color, Error> {
        let color = match value.get_ref() {
            DeValue::String(text) => Color::parse(text),
            _ => None,
        };
        self.places.push((place, value.span()));
        let says = format!("`{key}` takes colours such as \"#00506e\"");
        color.map_or_else(|| self.wrong(value, &says, None), Ok)
    }

    fn family(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Error> {
        match value.get_ref() {
            DeValue::String(name) if !name.trim().is_empty() => {
                Ok(name.trim().to_owned())
            }
            _ => {
                let says = format!("`{key}` is the name of a family of fonts");
                self.wrong(value, &says, None)
            }
        }
    }

    fn wrong<T>(
        &self,
        value: &Spanned<DeValue<'_>>,
        says: &str,
        hint: Option<String>,
    ) -> Result<T, Error> {
        Err(refusal(self.text, value.span(), says.to_owned(), hint))
    }

    /// The theme, if everything in it can be read.
    fn judged(self) -> Result<Found, Error> {
        let mut warnings = Vec::new();
        for fault in self.theme.faults() {
            let span = self.place_of(fault.place);
            if fault.is_error {
                return Err(refusal(self.text, span, fault.message, Some(fault.hint)));
            }
            warnings.push(Warning { line: line_of(self.text, span.start), fault });
        }
        Ok(Found { theme: self.theme, warnings })
    }

    /// Where a colour stands; one of the design's own is at odds with any that does.
    fn place_of(&self, place: ThemePlace) -> Range<usize> {
        let own = self.places.iter().find(|(stands, _)| *stands == place);
        own.or(self.places.first()).map_or(0..0, |(_, span)| span.clone())
    }
}
