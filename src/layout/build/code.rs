//! Programs: line by line, their words told apart.

use crate::code::{Kind, lines};
use crate::font::Weight;
use crate::frame::NodeKind;
use crate::layout::flow::{Body, Element};
use crate::layout::inlines::{code, emphasis, weighted};
use crate::select::Rank;
use crate::text::{Format, Span};
use crate::theme::{self, Color};
use crate::units::Em;

use super::{Builder, Place};

/// The most bytes of a line that has colours: a longer one was written by no person, and takes as many
/// runs as it has words.
const LONGEST_LINE: usize = 2000;

impl Builder<'_, '_> {
    /// A pipeline drawn with arrows is set as text; other code line by line.
    pub(super) fn code(&mut self, language: Option<&str>, text: &str, place: Place) {
        let tag = self.flow.structure.add(NodeKind::Code, place.tag);
        let format = Format { tag: Some(tag), ..Format::default() };
        if language.is_none() && is_flow(text) {
            for line in text.lines() {
                let shaped = self.line(&format!("{} ", line.trim()), format);
                self.push_text(shaped, Em::ZERO, place, Rank::BODY, |element| element);
            }
            return;
        }
        let language = language.filter(|_| self.shaper.code_colours());
        let lines = lines(language, text).into_iter().map(|line| {
            let length: usize = line.iter().map(|piece| piece.text.len()).sum();
            let told = length <= LONGEST_LINE;
            let mut spans: Vec<Span> = Vec::with_capacity(line.len() + 1);
            for piece in line {
                let kind = piece.kind.filter(|_| told);
                push(&mut spans, piece.text, of_kind(code(format), kind));
            }
            // For those who copy it, and for screen readers, it parts the lines.
            push(&mut spans, " ", code(format));
            self.shaper.shape(&spans)
        });
        let body = Body::Code { lines: lines.collect() };
        let element = self.element(body, place.indent, place.cost);
        let element = self.ranked(element, place, Rank::BODY);
        self.push(Element {
            band: Some(theme::CODE_BAND),
            quoted: place.quoted,
            ..element
        });
    }
}

/// Adds words, to those before where they look the same.
fn push(spans: &mut Vec<Span>, text: &str, format: Format) {
    match spans.last_mut() {
        Some(last) if last.format == format => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), format }),
    }
}

/// What words of a kind look like: bold and slanted besides their colours, so that print in grey
/// tells the most of them apart.
fn of_kind(format: Format, kind: Option<Kind>) -> Format {
    let in_color = |color: Color| Format { color, ..format };
    match kind {
        None => format,
        Some(Kind::Keyword) => weighted(in_color(theme::KEYWORD), Weight::Bold),
        Some(Kind::String) => in_color(theme::STRING),
        Some(Kind::Comment) => emphasis(in_color(theme::COMMENT)),
        Some(Kind::Number) => in_color(theme::NUMBER),
        Some(Kind::Name) => in_color(theme::NAME),
    }
}

/// Whether preformatted text is a chain of words and arrows.
fn is_flow(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            line.contains('→') && !line.contains("   ") && !line.contains('|')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weight_and_slant_tell_kinds_apart_where_colours_do_not() {
        let style = |kind| of_kind(code(Format::default()), kind).style;
        let plain = style(None);
        let keyword = style(Some(Kind::Keyword));
        assert_eq!((keyword.weight, keyword.italic), (Weight::Bold, false));
        let comment = style(Some(Kind::Comment));
        assert_eq!((comment.weight, comment.italic), (plain.weight, true));
        for kind in [Kind::String, Kind::Number, Kind::Name] {
            assert_eq!(style(Some(kind)), plain, "{kind:?}");
        }
        let mut colors: Vec<_> = Kind::ALL
            .into_iter()
            .map(|kind| of_kind(Format::default(), Some(kind)).color)
            .collect();
        colors.dedup();
        assert_eq!(colors.len(), Kind::ALL.len());
        assert!(!colors.contains(&theme::INK));
    }

    #[test]
    fn words_that_look_the_same_are_one_span() {
        let mut spans = Vec::new();
        for text in ["a", "b", " "] {
            push(&mut spans, text, Format::default());
        }
        push(&mut spans, "c", of_kind(Format::default(), Some(Kind::Keyword)));
        let texts: Vec<_> = spans.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(texts, ["ab ", "c"]);
    }
}
