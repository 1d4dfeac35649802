//! HTML in a guide, as tags and text for the tree builder. This is the only module that
//! knows html5gum.
//!
//! Tags that a page of paper has an equivalent for open and close frames. The other tags of
//! HTML go and leave their text, and so do components of sites (`<TabItem label="A">`) that
//! stand on lines of their own. What goes with its content, as a video does, is taken down to be
//! said. What looks like a tag but is none (`<POD_NAME>`) is text.

mod elements;

use std::ops::Range;

use html5gum::{DefaultEmitter, Error, HtmlString, StartTag, Token, Tokenizer};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};
use crate::document::InlineKind;

use super::build::Builder;
use super::hidden::end_tag;
use super::mathml;
use super::pin::Written;
use super::raw::RawKind;
use super::tag::Tag;
use super::unprinted::Unprinted;
use elements::{
    attribute, frame_of, is_block, is_element, picture_width, span_of, table,
};

/// HTML as it stands in the source: a block whose lines may have lost the marks of a quote
/// around them, or one inline tag.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    text: String,
    /// For each line: where it begins in `text`, and where in the source.
    lines: Vec<(usize, usize)>,
    inline: bool,
}

impl Chunk {
    pub(super) fn of_inline(tag: &str, at: usize) -> Self {
        let mut chunk = Self { inline: true, ..Self::default() };
        chunk.push(tag, at);
        chunk
    }

    pub(super) fn push(&mut self, line: &str, at: usize) {
        self.lines.push((self.text.len(), at));
        self.text.push_str(line);
    }

    fn source_offset(&self, at: usize) -> usize {
        let line =
            self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines.get(line).map_or(0, |(start, source)| source + (at - start))
    }

    fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let end = range.end.min(self.text.len());
        let start = range.start.min(end);
        self.source_offset(start)..self.source_offset(end).max(self.source_offset(start))
    }
}

/// Feeds `chunk` to `builder`.
pub(super) fn feed(
    chunk: &Chunk,
    builder: &mut Builder,
    span: &dyn Fn(Range<usize>) -> Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut feeder =
        Feeder { chunk, builder, skipping: None, unclosed: false, read_to: 0 };
    for token in Tokenizer::new_with_emitter(chunk.text.as_str(), emitter) {
        let Ok(token) = token;
        if let Token::Error(error) = &token {
            feeder.error(error.value, span, diagnostics);
        } else {
            feeder.token(token, span);
        }
    }
    feeder.end(span);
}

struct Feeder<'a> {
    chunk: &'a Chunk,
    builder: &'a mut Builder,
    /// The element whose text is being passed over.
    skipping: Option<Vec<u8>>,
    /// Whether a drawing does not end in the chunk. (After another element that does not, no tag
    /// comes.)
    unclosed: bool,
    /// The byte of the chunk up to which tokens have come.
    read_to: usize,
}

impl Feeder<'_> {
    fn token(&mut self, token: Token<usize>, span: &dyn Fn(Range<usize>) -> Span) {
        let range = match &token {
            Token::StartTag(tag) => tag.span.start..tag.span.end,
            Token::EndTag(tag) => tag.span.start..tag.span.end,
            Token::String(text) | Token::Comment(text) => text.span.start..text.span.end,
            Token::Doctype(tag) => tag.span.start..tag.span.end,
            Token::Error(_) => return,
        };
        self.read_to = self.read_to.max(range.end);
        let span = span(self.chunk.source_range(range));
        match token {
            Token::EndTag(tag) if self.skipping.as_ref() == Some(&tag.name.0) => {
                self.skipping = None;
            }
            _ if self.skipping.is_some() => {}
            Token::StartTag(tag) => self.start(&tag, span),
            Token::EndTag(tag) => self.end_tag(&tag.name, span),
            Token::String(text) => self.text(&String::from_utf8_lossy(&text), span),
            Token::Comment(text) => {
                let words = String::from_utf8_lossy(&text);
                match Written::in_comment(&words) {
                    Some(pin) => self.builder.pin(pin, span),
                    None => self.builder.comment(words.trim().to_owned(), span),
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &StartTag<usize>, span: Span) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some(id) = attribute(tag, b"id") {
            self.builder.anchor(id, span.start);
        }
        self.take_down(&name, tag, span);
        match &*name {
            "script" | "style" | "svg" => self.skip(name),
            "q" => self.builder.text("“", span),
            "button" | "select" | "textarea" => self.builder.text(" ", span),
            "rt" if self.builder.begin_reading() => self.builder.text("(", span),
            "br" => self.builder.line_break(span),
            "hr" => self.builder.block(RawKind::Rule, span),
            "math" => self.formula(span),
            "img" => self.image(tag, span),
            "a" => self.link(tag, span),
            "pre" if self.chunk.inline => self.builder.start_html(Tag::Typewriter, span),
            "code" if self.builder.in_code() => {}
            "li" => {
                let (item, list) =
                    (Tag::Item { number: None }, Tag::List { start: None });
                self.implied(std::slice::from_ref(&item), &list, item.clone(), span);
            }
            "dt" | "dd" => {
                let tag = if name == "dt" { Tag::Term } else { Tag::Meaning };
                self.implied(&[Tag::Term, Tag::Meaning], &Tag::Definitions, tag, span);
            }
            "tr" => {
                let row = Tag::Row { head: false };
                self.implied(std::slice::from_ref(&row), &table(), row.clone(), span);
            }
            "td" | "th" => {
                let cell = Tag::Cell {
                    head: name == "th",
                    columns: span_of(tag, b"colspan"),
                    rows: span_of(tag, b"rowspan"),
                };
                self.implied(
                    std::slice::from_ref(&cell),
                    &Tag::Row { head: false },
                    cell.clone(),
                    span,
                );
            }
            _ => match frame_of(&name, tag) {
                Some(frame) => self.builder.start_html(frame, span),
                None if is_block(&name) => self.builder.close_paragraph(span.start),
                None if is_element(&name) => {}
                None if self.is_component(tag) => self.component(tag, span),
                None => self.as_written(span),
            },
        }
    }

    /// Takes down what no page shows of an element. A box to tick is shown where it begins an
    /// item.
    fn take_down(&mut self, name: &str, tag: &StartTag<usize>, span: Span) {
        if matches!(name, "abbr" | "acronym" | "a" | "span" | "dfn" | "td" | "th" | "p")
            && attribute(tag, b"title").is_some()
        {
            self.builder.unprinted(Unprinted::Tooltip, span);
        }
        let kind = attribute(tag, b"type").unwrap_or_default().to_ascii_lowercase();
        match Unprinted::element(name) {
            Some(Unprinted::Field) if kind == "hidden" => {}
            Some(Unprinted::Field)
                if kind == "checkbox" && self.builder.begins_item() =>
            {
                self.builder.task(tag.attributes.contains_key(b"checked".as_slice()));
            }
            Some(unprinted) => self.builder.unprinted(unprinted, span),
            None => {}
        }
    }

    /// A formula in `MathML`, if it is one that has a form on paper; else its words stay.
    fn formula(&mut self, span: Span) {
        let start = self.read_to.saturating_sub(self.written().len());
        let text = self.chunk.text.get(start..).unwrap_or_default();
        if let Some(mathml::Read { tex, display, .. }) = mathml::read(text) {
            self.builder.inline(InlineKind::Math { display, tex }, span);
            self.skipping = Some(b"math".to_vec());
        }
    }

    /// Passes over what stands in an element, if the element ends in this chunk.
    fn skip(&mut self, name: String) {
        let rest = self.chunk.text.get(self.read_to..).unwrap_or_default();
        if self.unclosed && name == "svg" {
            return;
        }
        match end_tag(rest, &name) {
            Some(_) => self.skipping = Some(name.into_bytes()),
            None => self.unclosed |= name == "svg",
        }
    }

    /// Whether an unknown tag is one that a site has a meaning for: it stands outside lines
    /// of text, and has attributes with values or a name like `TabItem`.
    fn is_component(&self, tag: &StartTag<usize>) -> bool {
        let has_value = tag.attributes.values().any(|value| !value.is_empty());
        let name = self.written().trim_start_matches('<');
        let named = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name[1..].starts_with(|second: char| second.is_ascii_lowercase());
        self.is_apart() && (has_value || named)
    }

    /// Whether the tag that was read last has nothing but tags beside it on its line.
    fn is_apart(&self) -> bool {
        if self.chunk.inline {
            return false;
        }
        let text = &self.chunk.text;
        let (before, after) = text.split_at_checked(self.read_to).unwrap_or((text, ""));
        let before = before.strip_suffix(self.written()).unwrap_or_default();
        let before = before.trim_end_matches([' ', '\t']);
        let after = after.trim_start_matches([' ', '\t']);
        (before.is_empty() || before.ends_with(['\n', '>']))
            && (after.is_empty() || after.starts_with(['\n', '<']))
    }

    /// What a site would show of a component besides its text.
    fn component(&mut self, tag: &StartTag<usize>, span: Span) {
        self.builder.close_paragraph(span.start);
        let shown = [b"title".as_slice(), b"label", b"caption"];
        for words in shown.into_iter().filter_map(|name| attribute(tag, name)) {
            self.builder.start_html(Tag::Strong, span);
            self.words_and_code(&words, span);
            self.builder.end_html(&Tag::Strong, span.end);
            self.builder.close_paragraph(span.end);
        }
    }

    fn implied(&mut self, inner: &[Tag], outer: &Tag, tag: Tag, span: Span) {
        self.builder.end_implied(inner, outer, span.start);
        self.builder.start_html(tag, span);
    }

    fn end_tag(&mut self, name: &HtmlString, span: Span) {
        let name = String::from_utf8_lossy(name).into_owned();
        let tag = match &*name {
            "a" => Some(Tag::Link(String::new())),
            "li" => Some(Tag::Item { number: None }),
            "dt" => Some(Tag::Term),
            "dd" => Some(Tag::Meaning),
            "tr" => Some(Tag::Row { head: false }),
            "td" | "th" => Some(Tag::Cell { head: false, columns: 1, rows: 1 }),
            "pre" if self.chunk.inline => Some(Tag::Typewriter),
            "q" => return self.builder.text("”", span),
            // Written for `<br/>`, and browsers take it so.
            "br" => return self.builder.line_break(span),
            "button" | "select" | "textarea" => return self.builder.text(" ", span),
            "rt" => return self.end_reading(span),
            _ => frame_of(&name, &StartTag::default()),
        };
        match tag {
            // `</code>` inside `<pre>`.
            Some(Tag::Typewriter) if self.builder.in_code() => {}
            Some(tag) => self.builder.end_html(&tag, span.end),
            None if is_block(&name) => self.builder.close_paragraph(span.end),
            None if is_element(&name) => {}
            None if self.is_apart() => self.builder.close_paragraph(span.end),
            None => self.as_written(span),
        }
    }

    /// The end of how a word is read aloud, which stands above it on a site and in brackets
    /// behind it in print, whether or not the author brought them.
    fn end_reading(&mut self, span: Span) {
        if self.builder.end_reading() {
            self.builder.text(")", span);
        }
    }

    /// The tag itself, as text.
    fn as_written(&mut self, span: Span) {
        let written = self.written().replace('\n', " ");
        self.builder.text(&written, span);
    }

    /// The tag that was read last.
    fn written(&self) -> &str {
        let text = &self.chunk.text;
        let before = text.get(..self.read_to).unwrap_or(text);
        if self.chunk.inline { text } else { &before[before.rfind('<').unwrap_or(0)..] }
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.builder.in_code() {
            self.builder.text(text, span);
            return;
        }
        let text = if self.chunk.inline { text } else { self.rules(text, span) };
        if self.builder.in_summary() {
            self.words_and_code(text, span);
        } else {
            self.builder.text(&collapsed(text), span);
        }
    }

    /// Lines of dashes at the beginning of `text` that stand right after a tag, for want of
    /// a blank line between: the rules that they were meant to be. Gives what is after them.
    fn rules<'t>(&mut self, text: &'t str, span: Span) -> &'t str {
        let Some((before, mut rest)) = text.split_once('\n') else { return text };
        if !before.trim().is_empty() {
            return text;
        }
        let mut after = text;
        loop {
            let (line, next) = rest.split_once('\n').unwrap_or((rest, ""));
            let line = line.trim();
            if line.len() >= 3 && line.bytes().all(|byte| byte == b'-') {
                self.builder.block(RawKind::Rule, span);
                after = next;
            } else if !line.is_empty() {
                return after;
            }
            if next.is_empty() {
                return after;
            }
            rest = next;
        }
    }

    /// Text in which authors go on writing backticks for code, as titles of questions.
    fn words_and_code(&mut self, text: &str, span: Span) {
        let mut rest = text;
        while let Some((words, code, after)) = next_code(rest) {
            self.builder.text(&collapsed(words), span);
            self.builder.inline(InlineKind::Code(collapsed(code)), span);
            rest = after;
        }
        self.builder.text(&collapsed(rest), span);
    }

    fn image(&mut self, tag: &StartTag<usize>, span: Span) {
        let alt = attribute(tag, b"alt").unwrap_or_default();
        // Sites that load pictures late keep the name for a script.
        match attribute(tag, b"src").or_else(|| attribute(tag, b"data-src")) {
            Some(source) => {
                let width = picture_width(tag);
                self.builder.inline(InlineKind::Image { source, alt, width }, span);
            }
            None => self.builder.text(&alt, span),
        }
    }

    fn link(&mut self, tag: &StartTag<usize>, span: Span) {
        if let Some(name) = attribute(tag, b"name") {
            self.builder.anchor(name, span.start);
        }
        if let Some(target) = attribute(tag, b"href") {
            self.builder.start_html(Tag::Link(target), span);
        }
    }

    fn error(
        &mut self,
        error: Error,
        span: &dyn Fn(Range<usize>) -> Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let rest = || span(self.chunk.source_range(self.read_to..self.chunk.text.len()));
        match error {
            Error::EofInComment => diagnostics.push(
                Diagnostic::warning(
                    DiagnosticKind::Html,
                    "the comment is not closed and hides all after it",
                )
                .at(rest())
                .hint("end it with `-->`"),
            ),
            Error::EofInTag => {
                let text =
                    self.chunk.text.get(self.read_to..).unwrap_or_default().to_owned();
                let span = rest();
                self.text(&text, span);
                self.read_to = self.chunk.text.len();
            }
            _ => {}
        }
    }

    /// What a block of HTML opened as code ends with the block.
    fn end(&mut self, span: &dyn Fn(Range<usize>) -> Span) {
        if self.builder.in_code() {
            let length = self.chunk.text.len();
            let end = span(self.chunk.source_range(length..length)).end;
            self.builder.end_html(&Tag::Code { language: None }, end);
        }
    }
}

/// The text before the first code between backticks, the code, and the text after it.
fn next_code(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(found) = text[from..].find('`') {
        let start = from + found;
        let length = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        let (ticks, inside) = text[start..].split_at(length);
        let ends = inside.match_indices(ticks).map(|(at, _)| at);
        let end = ends
            .filter(|at| !inside[..*at].ends_with('`'))
            .find(|at| !inside[at + length..].starts_with('`'));
        if let Some(end) = end.filter(|end| !inside[..*end].trim().is_empty()) {
            let code = inside[..end].trim();
            return Some((&text[..start], code, &inside[end + length..]));
        }
        from = start + length;
    }
    None
}

/// Runs of white space to one space, as a page shows them. A no-break space is a character
/// like others here.
pub(super) fn collapsed(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for char in text.chars() {
        if !matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
            words.push(char);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_between_backticks_of_one_number() {
        for (text, parts) in [
            ("Run `ls` now", Some(("Run ", "ls", " now"))),
            ("``a`b`` c", Some(("", "a`b", " c"))),
            ("one ` alone", None),
            ("```` and `x`", Some(("```` and ", "x", ""))),
            ("` `", None),
        ] {
            assert_eq!(next_code(text), parts, "{text}");
        }
    }
}
