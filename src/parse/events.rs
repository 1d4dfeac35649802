//! pulldown-cmark's events to calls of the tree builder. Besides the summary of a book, which
//! becomes no tree, and the masks, which ask what are words, this is the only module that knows
//! pulldown-cmark.

mod kinds;
mod rows;

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag as MarkdownTag, TagEnd,
};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity, Span};
use crate::document::InlineKind;
use crate::math::Formula;
use crate::source::Source;

use super::begun::Begun;
use super::build::{Builder, Built};
use super::calls::Calls;
use super::front_matter;
use super::hidden::Hidden;
use super::html;
use super::mask::{self, Masked};
use super::mathml;
use super::notation;
use super::pin::Written;
use super::raw::{Raw, RawKind};
use super::recognise::is_marked;
use super::tag::Tag;
use super::undefined;
use super::underline::{self, Underlined};
use super::unprinted::Unprinted;
use kinds::{alert, alignment, language};

/// A guide may have so many paragraphs, items, links and other pieces. A tree of more takes
/// gigabytes, and no reader would see its end.
const MOST_PIECES: usize = 500_000;

/// Reads `source` from the byte `from` on.
pub(super) fn read(
    source: &Source,
    index: u32,
    from: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Built {
    let ending = source.name().rsplit('.').next().unwrap_or_default();
    let is_page = ending.eq_ignore_ascii_case("mdx");
    let (covered, lines) = notation::covered(&source.text()[from..], is_page);
    let masked = Masked::new(&covered, options());
    let mut reader = Reader {
        source,
        index,
        from,
        masked: &masked,
        builder: Builder::new(),
        html: None,
        across: None,
        asked_to: None,
        calls: Calls::default(),
        hidden: Hidden::default(),
        begun: Begun::Other,
        marks_headings: source.text().lines().any(is_marked_heading),
        diagnostics,
    };
    let mut undefined: Vec<Range<usize>> = Vec::new();
    let unlinked = |link: BrokenLink<'_>| {
        if link.link_type != LinkType::Shortcut {
            undefined.push(from + link.span.start..from + link.span.end);
        }
        None
    };
    let parser =
        Parser::new_with_broken_link_callback(masked.text(), options(), Some(unlinked));
    for (event, range) in parser.into_offset_iter() {
        if reader.builder.pieces() > MOST_PIECES {
            reader.too_many(from + range.start);
            break;
        }
        reader.event(event, from + range.start..from + range.end);
    }
    let mut built = reader.builder.finish(source.text().len() as u32);
    built.lines = lines.behind(from);
    diagnostics.extend(undefined::said(source, index, undefined));
    diagnostics.extend(built.too_deep.map(too_deep));
    built
}

/// Nesting that no page can show keeps its words; say so once.
fn too_deep(first: Span) -> Diagnostic {
    let says = "it is nested deeper than can be printed; what stands deeper is kept, but on \
                this level";
    Diagnostic::warning(DiagnosticKind::Nesting, says)
        .at(first)
        .hint("nest lists and quotations less")
}

/// The blocks of a few words that do not stand in a source of their own.
pub(super) fn fragment(words: &str) -> Vec<Raw> {
    let source = Source::from_text("", words);
    read(&source, 0, 0, &mut Vec::new()).blocks
}

/// Not enabled: smart punctuation (text stays as written), `^` and `~` for raised and
/// lowered text (`2^10 and 2^20` would lose its signs).
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

struct Reader<'a> {
    source: &'a Source,
    index: u32,
    from: usize,
    masked: &'a Masked<'a>,
    builder: Builder,
    /// The lines of the HTML block that is being read.
    html: Option<html::Chunk>,
    /// The line across below the paragraph that is being read, which is no heading.
    across: Option<Span>,
    /// The end of the heading before, if it asks something.
    asked_to: Option<usize>,
    calls: Calls,
    hidden: Hidden,
    /// What has begun and has no words so far.
    begun: Begun,
    /// Whether headings have `#` before them.
    marks_headings: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = self.span(&range);
        if self.hidden.holds(range.start) && is_leaf(&event) {
            return;
        }
        match event {
            Event::Start(MarkdownTag::HtmlBlock) => {
                self.html = Some(html::Chunk::default());
            }
            Event::End(TagEnd::HtmlBlock) => self.html_block(),
            Event::Start(tag) => self.start(tag, &range, span),
            Event::End(TagEnd::Heading(_)) => self.heading_ends(&range),
            Event::End(TagEnd::Link) => self.link_ends(&range, span),
            Event::End(_) => self.builder.end_markdown(span.end),
            Event::Text(text) => self.words(&text, &range, span),
            Event::Code(text) => {
                let text = mask::unmasked(&text).replace(['\t', '\n'], " ");
                self.builder.inline(InlineKind::Code(text), span);
            }
            Event::InlineMath(tex) => self.math(&mask::unmasked(&tex), false, span),
            Event::DisplayMath(tex) => self.math(&mask::unmasked(&tex), true, span),
            Event::Html(line) => {
                // A pin inside HTML is a comment as any other.
                let written = &self.source.text()[range.clone()];
                let whole =
                    written.len() == line.len() && !line.contains(notation::GUARD);
                let line = if whole { written.into() } else { mask::unmasked(&line) };
                self.html.get_or_insert_default().push(&line, range.start);
            }
            Event::InlineHtml(tag) => {
                if tag.starts_with("<math") && self.formula(range.start, span) {
                    return;
                }
                self.hidden.begin(&tag, self.source.text(), range.end);
                let chunk = html::Chunk::of_inline(&tag, range.start);
                self.feed(&chunk);
            }
            Event::FootnoteReference(label) => {
                let label = label.into_string();
                self.builder.inline(InlineKind::FootnoteReference(label), span);
            }
            Event::SoftBreak => self.soft_break(&range, span),
            Event::HardBreak => self.builder.line_break(span),
            Event::Rule => self.builder.block(RawKind::Rule, span),
            Event::TaskListMarker(done) => self.builder.task(done),
        }
    }

    /// An error, so that no product is made of a part of a guide.
    fn too_many(&mut self, at: usize) {
        let says = format!(
            "the guide has more than {MOST_PIECES} pieces (paragraphs, items, cells, links and \
             the like)"
        );
        let error = Diagnostic {
            severity: Severity::Error,
            ..Diagnostic::warning(DiagnosticKind::Size, says)
        };
        self.diagnostics.push(
            error
                .at(self.span(&(at..at)))
                .hint("cut it up and print the parts one by one"),
        );
    }

    fn words(&mut self, text: &str, range: &Range<usize>, span: Span) {
        let in_text = range.start - self.from..range.end - self.from;
        let (text, pin) = match self.masked.written(text, in_text) {
            Some(written) if self.builder.in_code() => (written, None),
            Some(written) => {
                let pin = mask::under_mask(text, written);
                let kept = pin.as_ref().map_or(text.len(), |(_, rest)| rest.len());
                (&written[written.len() - kept..], pin)
            }
            None => (text, None),
        };
        if let Some((pin, _)) = pin {
            self.builder.pin(pin, span);
        }
        let text = std::mem::take(&mut self.begun).without_signs(text);
        if notation::is_escaped(text, self.source.text(), range.start)
            && !self.builder.in_code()
        {
            self.builder.text(notation::GUARD, span);
        }
        if !self.builder.in_code() && (text.contains('\t') || text.contains("  ")) {
            self.builder.text(&html::collapsed(text), span);
        } else {
            self.builder.text(text, span);
        }
    }

    /// Adds the formula in `MathML` that begins at the byte `at`; whether there is one.
    fn formula(&mut self, at: usize, span: Span) -> bool {
        let Some(read) = mathml::read(&self.source.text()[at..]) else { return false };
        self.hidden.until(at + read.length);
        let (display, tex) = (read.display, read.tex);
        self.warn_of_strange_formula(&tex, display, span);
        self.builder.inline(InlineKind::Math { display, tex }, span);
        true
    }

    fn html_block(&mut self) {
        if let Some(chunk) = self.html.take() {
            self.feed(&chunk);
        }
    }

    fn feed(&mut self, chunk: &html::Chunk) {
        let (source, index) = (self.source, self.index);
        let span = move |range: Range<usize>| source.span(range, index);
        html::feed(chunk, &mut self.builder, &span, self.diagnostics);
    }

    fn start(&mut self, tag: MarkdownTag<'_>, range: &Range<usize>, span: Span) {
        let tag = match tag {
            MarkdownTag::Paragraph if self.is_title(range) => {
                self.begun = Begun::Title;
                Tag::Heading { level: 1, id: None, indented: false }
            }
            MarkdownTag::Paragraph => Tag::Paragraph,
            MarkdownTag::Heading { level, id, classes, .. } => {
                return self.heading(level as u8, id, &classes, range, span);
            }
            MarkdownTag::BlockQuote(kind) => Tag::Quote(kind.map(alert)),
            MarkdownTag::CodeBlock(kind) => {
                let language = language(&kind);
                if let Some(drawn) = language.as_deref().and_then(Unprinted::fence) {
                    self.builder.unprinted(drawn, span);
                }
                Tag::Code { language }
            }
            MarkdownTag::List(start) => Tag::List { start },
            MarkdownTag::Item => {
                let text = self.source.text()[range.clone()].trim_start();
                let digits = text.bytes().take_while(u8::is_ascii_digit).count();
                Tag::Item { number: text[..digits].parse().ok() }
            }
            MarkdownTag::FootnoteDefinition(label) => Tag::Footnote(label.into_string()),
            MarkdownTag::DefinitionList => Tag::Definitions,
            MarkdownTag::DefinitionListTitle => Tag::Term,
            MarkdownTag::DefinitionListDefinition => Tag::Meaning,
            MarkdownTag::Table(columns) => {
                let long = rows::long(self.source, self.index, range, columns.len());
                self.diagnostics.extend(long);
                Tag::Table(columns.into_iter().map(alignment).collect())
            }
            MarkdownTag::TableHead => Tag::Row { head: true },
            MarkdownTag::TableRow => Tag::Row { head: false },
            MarkdownTag::TableCell => Tag::Cell { head: false, columns: 1, rows: 1 },
            MarkdownTag::Emphasis => Tag::Emphasis,
            MarkdownTag::Strong => Tag::Strong,
            MarkdownTag::Strikethrough => Tag::Strikethrough,
            MarkdownTag::Superscript => Tag::Superscript,
            MarkdownTag::Subscript => Tag::Subscript,
            MarkdownTag::Link { link_type, dest_url, title, .. } => {
                let inline = link_type == LinkType::Inline && title.is_empty();
                if inline && self.calls.is_call(self.source.text(), range, &dest_url) {
                    return self.builder.text("[", span);
                }
                if !title.trim().is_empty() {
                    self.builder.unprinted(Unprinted::Tooltip, span);
                }
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                Tag::Link(format!("{scheme}{}", dest_url.replace(notation::GUARD, "")))
            }
            MarkdownTag::Image { dest_url, .. } => {
                Tag::Image(dest_url.replace(notation::GUARD, ""))
            }
            // Never opened: not enabled, or read elsewhere.
            MarkdownTag::HtmlBlock | MarkdownTag::MetadataBlock(_) => return,
        };
        self.builder.start_markdown(tag, span);
    }

    fn heading(
        &mut self,
        level: u8,
        id: Option<CowStr<'_>>,
        classes: &[CowStr<'_>],
        range: &Range<usize>,
        span: Span,
    ) {
        let text = self.source.text();
        let underlined = Underlined::of(&text[range.clone()]);
        let last = range.end.saturating_sub(1).max(range.start);
        // One sign may be masked, for want of a space behind it.
        let signs = text[range.start..].bytes().take_while(|byte| *byte == b'#').count();
        let level = if signs == usize::from(level) + 1 { level + 1 } else { level };
        let line = self.span(&self.source.line_range(self.source.line(last)));
        if underlined.is_some_and(|it| self.is_matter(it, range.start)) {
            self.diagnostics.push(front_matter::inside(span));
            self.across = Some(line);
            return self.builder.start_markdown(Tag::Paragraph, span);
        }
        if underlined.is_some_and(|it| it.is_text(self.is_answer(range.start))) {
            self.diagnostics.push(underline::said(line));
            self.across = Some(line);
            return self.builder.start_markdown(Tag::Paragraph, span);
        }
        let indented = text[..range.start].ends_with([' ', '\t']);
        let id = id.map(CowStr::into_string);
        self.begun = Begun::Heading;
        self.builder.start_markdown(Tag::Heading { level, id, indented }, span);
        for pin in classes.iter().filter_map(|class| Written::in_class(class)) {
            self.builder.pin(pin, span);
        }
    }

    /// Whether the paragraph at `range` is a heading of the first level, `#Title`.
    fn is_title(&self, range: &Range<usize>) -> bool {
        self.masked.is_title(&(range.start - self.from..range.end - self.from))
    }

    /// Whether text that begins at the byte `at` is the first below a question, in a guide that
    /// writes headings with `#`.
    fn is_answer(&self, at: usize) -> bool {
        let text = self.source.text();
        let between = self.asked_to.and_then(|end| text.get(end..at));
        self.marks_headings && between.is_some_and(|between| between.trim().is_empty())
    }

    /// Whether underlined text at the byte `at` is front matter, as where guides were put into
    /// one file.
    fn is_matter(&self, text: Underlined<'_>, at: usize) -> bool {
        let before = self.source.text()[..at].trim_end();
        text.sign == '-' && before.ends_with("---") && front_matter::is_matter(text.words)
    }

    fn heading_ends(&mut self, range: &Range<usize>) {
        self.builder.end_markdown(range.end as u32);
        self.begun = Begun::Other;
        let written = &self.source.text()[range.clone()];
        self.asked_to = underline::asks(written).then_some(range.end);
        if let Some(line) = self.across.take() {
            self.asked_to = None;
            self.builder.block(RawKind::Rule, line);
        }
    }

    /// The end of a link, or of what only looks like one.
    fn link_ends(&mut self, range: &Range<usize>, span: Span) {
        let text = self.source.text();
        match self.calls.end(text, range) {
            Some(rest) => self.builder.text(rest, span),
            None => self.builder.end_markdown(span.end),
        }
    }

    fn math(&mut self, written: &str, display: bool, span: Span) {
        let tex = mask::tex(written).trim().to_owned();
        self.warn_of_strange_formula(&tex, display, span);
        self.builder.inline(InlineKind::Math { display, tex }, span);
    }

    fn warn_of_strange_formula(&mut self, tex: &str, display: bool, span: Span) {
        if Formula::read(tex, display).is_none() {
            let says = "the formula is not understood; it is printed as it is written";
            self.diagnostics.push(Diagnostic::warning(DiagnosticKind::Formula, says).at(span).hint(
                "look for a misspelt command or a brace that is not closed; write \\$ for \
                 a dollar that begins no formula",
            ));
        }
    }

    /// A line end of the source is white space, but not between two characters of scripts
    /// that have none.
    fn soft_break(&mut self, range: &Range<usize>, span: Span) {
        const MARKS: [char; 9] = ['*', '_', '~', '[', ']', '!', '`', '>', '$'];
        let text = self.source.text();
        let mark = |char: char| char.is_whitespace() || MARKS.contains(&char);
        let before = text[..range.start].trim_end_matches(mark).chars().next_back();
        let after = text[range.end..].trim_start_matches(mark).chars().next();
        let joins = |char: Option<char>| char.is_some_and(is_spaceless);
        // A card takes a line, and the next line is another one; so does an answer.
        let line = self.source.line_range(span.line);
        let next = text[range.end..].lines().next().unwrap_or_default();
        let line = &text[line];
        let apart = line.contains("::")
            || is_marked(next.trim_start())
            || line.trim_start_matches([' ', '>']).starts_with("[!");
        if apart || !(joins(before) && joins(after)) {
            self.builder.text("\n", span);
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        debug_assert!(range.start >= self.from, "ranges count in the whole source");
        self.source.span(range.clone(), self.index)
    }
}

/// Whether a line is a title or the heading of a section, with `#` before it.
fn is_marked_heading(line: &str) -> bool {
    line.starts_with("# ") || line.starts_with("## ")
}

/// Whether an event is of what holds nothing else.
fn is_leaf(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
    )
}

/// Ideographs, kana, and the punctuation that goes with them.
fn is_spaceless(char: char) -> bool {
    matches!(char,
        '\u{2e80}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}
