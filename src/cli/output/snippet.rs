//! How a message is drawn: its level, the line of the source that it is about with a mark under
//! the place, and what to do.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};

use super::visible::{visible, visible_line};
use crate::diagnostic::{MOST_LINES, Span, first_of};

/// What a message says.
pub(crate) struct Message<'a> {
    pub level: Level<'static>,
    pub text: &'a str,
    pub span: Option<Span>,
    pub hint: Option<&'a str>,
}

/// Name and, where it is at hand, text of each source, to quote from.
#[derive(Debug, Default)]
pub(crate) struct Sources(Vec<(String, Option<String>)>);

impl Sources {
    pub(crate) fn new(names: &[String], texts: Vec<Option<String>>) -> Self {
        let texts = texts.into_iter().chain(std::iter::repeat(None));
        let names = names.iter().map(|name| visible_line(name).into_owned());
        Self(names.zip(texts).collect())
    }

    /// ` (lines 3, 9 and 4 more)`, or with the names of several sources; nothing where no place
    /// is known.
    pub(crate) fn places(&self, spans: impl Iterator<Item = Span>) -> String {
        let spans: Vec<Span> = spans.filter(|span| span.line > 0).collect();
        let Some(first) = spans.first() else { return String::new() };
        let one_source = spans.iter().all(|span| span.source == first.source);
        let named = spans.iter().map(|span| match self.0.get(span.source as usize) {
            Some((name, _)) if !one_source => format!("{name}:{}", span.line),
            _ => span.line.to_string(),
        });
        let subject = match (one_source, spans.len()) {
            (false, _) => "",
            (true, 1) => "line ",
            (true, _) => "lines ",
        };
        format!(" ({subject}{})", first_of(named, MOST_LINES))
    }

    /// A message as it is printed, without a line break at its end.
    pub(crate) fn draw(&self, message: &Message<'_>, color: bool) -> String {
        let Message { level, text, span, hint } = message;
        let (text, hint) = (visible(text), hint.map(visible));
        let (text, hint) = (&*text, hint.as_deref());
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let title = Group::with_title(level.clone().primary_title(text));
        match (span.and_then(|span| self.place(span)), hint) {
            (Some(place), hint) => {
                let hint = hint.map(|hint| Level::HELP.message(hint));
                renderer.render(&[title.element(place).elements(hint)])
            }
            (None, Some(hint)) => {
                let hint = Group::with_title(Level::HELP.primary_title(hint));
                format!("{}\n{}", renderer.render(&[title]), renderer.render(&[hint]))
            }
            (None, None) => renderer.render(&[title]),
        }
    }

    /// The line of a source, if it is at hand, else only its number.
    fn place(&self, span: Span) -> Option<Element<'_>> {
        let (name, text) = self.0.get(span.source as usize)?;
        let line_number = span.line as usize;
        if line_number == 0 {
            return None;
        }
        Some(match text.as_deref().and_then(|text| quoted(text, span)) {
            Some((line, caret)) => Snippet::source(line)
                .path(name.as_str())
                .line_start(line_number)
                .annotation(AnnotationKind::Primary.span(caret))
                .into(),
            None => Origin::path(name).line(line_number).into(),
        })
    }
}

/// The line of the source where `span` begins, as it is shown, and the span's part of it.
///
/// `None` if they do not fit together, as when a tree was edited after its guide.
fn quoted(text: &str, span: Span) -> Option<(String, Range<usize>)> {
    let start = span.start as usize;
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let end = text.get(..span.end as usize).map_or(start, str::len);
    let from = (start - line_start).min(line.len());
    let to = end.saturating_sub(line_start).clamp(from, line.len());
    let shown = |to: usize| line.get(..to).map(|before| visible(before).len());
    Some((visible(line).into_owned(), shown(from)?..shown(to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_middle_of_a_letter_is_not_quoted() {
        let span = Span { source: 0, start: 1, end: 2, line: 3 };
        assert_eq!(quoted("äb", span), None);
    }
}
