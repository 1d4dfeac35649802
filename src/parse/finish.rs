//! The last step: blocks of the source to blocks of the document. Links find their ids,
//! headings their level, paragraphs their lead-ins.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};
use crate::document::{
    Address, Block, BlockKind, Cell, Definition, Entry, Footnote, Inline, InlineKind,
    Item, LeadIn, List, Paragraph, Pin, Question, Section, Table, Topic, plain_text,
};

use super::anchors::{Anchors, Target};
use super::assemble::flatten;
use super::autolink::{self, Part};
use super::elsewhere::Elsewhere;
use super::emoji;
use super::explain;
use super::files::Files;
use super::leads::{self, Stands};
use super::outline::{EntryKind, RawEntry, RawSection};
use super::pin::{RawPin, Written};
use super::pins::{self, Pins};
use super::raw::{Raw, RawFootnote, RawItem, RawKind};

/// So many addresses without brackets become links; a tree of many more takes gigabytes.
const MOST_ADDRESSES: usize = 100_000;

/// Finishes the tree of all sources.
pub(super) struct Finisher<'a> {
    /// One for each source.
    pub anchors: &'a [Anchors],
    /// Which source a link names.
    pub files: &'a Files,
    pub diagnostics: &'a mut Vec<Diagnostic>,
    /// Links that were warned of already.
    pub missing: BTreeSet<(u32, String)>,
    pub pins: Pins,
    /// Links that no print can follow.
    pub elsewhere: Elsewhere,
    /// Where questions stand that have no answer.
    pub unanswered: Vec<Span>,
    /// Whether what is finished stands in a link.
    pub linked: bool,
    /// How many addresses without brackets became links.
    pub addresses: usize,
}

impl Finisher<'_> {
    pub(super) fn section(&mut self, section: RawSection) -> Section {
        let pin = if section.outside { None } else { self.pin(section.span) };
        let mut finished = self.unpinned_section(section);
        if let Some((pin, span)) = pin {
            let of_all = !matches!(pin, Pin::Short(_));
            for entry in finished.entries.iter_mut().filter(|_| of_all) {
                pins::put_on(&pin, entry.blocks_mut());
            }
            if !of_all {
                self.useless_pin(span, "a section is not shortened as a whole");
            }
        }
        finished
    }

    fn unpinned_section(&mut self, section: RawSection) -> Section {
        Section {
            number: if section.outside { 0 } else { section.number.unwrap_or(0) },
            id: section.id.unwrap_or_default(),
            title: self.inlines(section.title),
            span: section.span,
            entries: section.entries.into_iter().map(|entry| self.entry(entry)).collect(),
        }
    }

    pub(super) fn footnote(&mut self, footnote: RawFootnote) -> Footnote {
        let RawFootnote { label, blocks, span } = footnote;
        Footnote { label, span, blocks: self.blocks(blocks, 0) }
    }

    fn entry(&mut self, entry: RawEntry) -> Entry {
        let RawEntry { kind, id, title, span, mut blocks, asking, base, .. } = entry;
        let (id, title) = (id.unwrap_or_default(), self.inlines(title));
        // Text without a title has no place but that of its first block.
        let pin = if title.is_empty() { None } else { self.pin(span) };
        let rest = blocks.split_off(asking);
        let mut blocks = self.blocks(blocks, base);
        let asking = blocks.len();
        let mut rest = self.blocks(rest, base);
        match pin {
            Some((Pin::Short(_), span)) if rest.is_empty() => {
                self.useless_pin(span, "there is no answer to shorten");
            }
            Some((pin, _)) => pins::put_on(&pin, &mut rest),
            None => {}
        }
        blocks.append(&mut rest);
        match kind {
            EntryKind::Question(number) => {
                if blocks.len() == asking {
                    self.unanswered.push(span);
                }
                let number = number.unwrap_or(0);
                let answer = blocks;
                Entry::Question(Question { number, id, title, span, asking, answer })
            }
            EntryKind::Topic => Entry::Topic(Topic { id, title, span, blocks }),
        }
    }

    fn blocks(&mut self, blocks: Vec<Raw>, base: u8) -> Vec<Block> {
        let mut finished = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, base, Stands::Free, &mut finished);
        }
        pins::spread(&mut finished);
        finished
    }

    /// The pin of what stands at `span`, and where the pin stands itself.
    fn pin(&mut self, span: Span) -> Option<(Pin, Span)> {
        let RawPin { written, span, .. } = self.pins.take(span)?;
        let pin = match written {
            Written::Keep => Pin::Keep,
            Written::Drop => Pin::Drop,
            Written::Short(words) => {
                let content = self.inlines(pins::short(&words, span));
                Pin::Short(leads::paragraph(content, Stands::Free))
            }
        };
        Some((pin, span))
    }

    /// Says what was found on the way: pins that nothing follows, links that no print can
    /// follow.
    pub(super) fn found(&mut self) {
        self.diagnostics.extend(self.elsewhere.said());
        self.diagnostics.extend(explain::unanswered(&self.unanswered));
        for span in self.pins.left() {
            self.useless_pin(span, "there is nothing after it");
        }
    }

    fn useless_pin(&mut self, span: Span, why: &str) {
        let says = format!("the pin has no effect: {why}");
        self.diagnostics
            .push(Diagnostic::warning(DiagnosticKind::Pin, says).at(span).hint(
            "put it before the block, or the heading of the question, that it is about",
        ));
    }

    fn block(&mut self, block: Raw, base: u8, stands: Stands, out: &mut Vec<Block>) {
        let span = block.span;
        let pin = self.pin(span).map(|(pin, _)| pin);
        let kind = match block.kind {
            RawKind::Paragraph(content) => {
                let content = self.inlines(content);
                BlockKind::Paragraph(leads::paragraph(content, stands))
            }
            RawKind::Heading { level, id, content, .. } => BlockKind::Heading {
                level: level.saturating_sub(base).max(1),
                id: id.unwrap_or_default(),
                content: self.inlines(content),
            },
            RawKind::List { start, tight, items } => {
                let firsts = leads::stands_in(items.iter().map(first_paragraph));
                let items = items.into_iter().filter_map(|item| {
                    let empty = item.blocks.is_empty() && item.task.is_none();
                    (!empty || start.is_some()).then(|| self.item(item, base, firsts))
                });
                BlockKind::List(List { start, tight, items: items.collect() })
            }
            RawKind::Table(table) => BlockKind::Table(self.table(table)),
            RawKind::Code { language, text } => BlockKind::Code { language, text },
            RawKind::Quote { alert, blocks } => {
                BlockKind::Quote { alert, blocks: self.blocks(blocks, base) }
            }
            RawKind::Definitions(definitions) => BlockKind::Definitions(
                definitions
                    .into_iter()
                    .map(|definition| Definition {
                        term: self.inlines(definition.term),
                        meanings: definition
                            .meanings
                            .into_iter()
                            .map(|meaning| self.blocks(meaning, base))
                            .collect(),
                    })
                    .collect(),
            ),
            RawKind::Rule => BlockKind::Rule,
            RawKind::Details { summary, blocks } => {
                let first = out.len();
                self.details(summary, blocks, base, span, out);
                if let Some(pin) = &pin {
                    pins::put_on(pin, &mut out[first..]);
                }
                return;
            }
            // Parts stand in their wholes; those that did not were dissolved.
            RawKind::Item(item) => {
                let items = vec![self.item(item, base, Stands::InItem)];
                BlockKind::List(List { start: None, tight: true, items })
            }
            RawKind::Row { .. } | RawKind::Cell { .. } | RawKind::Term(_) => {
                let content =
                    self.inlines(flatten(super::assemble::dissolve(vec![Raw::new(
                        block.kind, span,
                    )])));
                BlockKind::Paragraph(Paragraph { lead: None, content })
            }
            RawKind::Meaning(blocks) | RawKind::Summary(blocks) => {
                let mut blocks = self.blocks(blocks, base);
                if let Some(pin) = &pin {
                    pins::put_on(pin, &mut blocks);
                }
                return out.append(&mut blocks);
            }
        };
        out.push(Block { kind, pin, span });
    }

    /// Details that are no question: on paper nothing folds, so the summary becomes a label.
    fn details(
        &mut self,
        summary: Vec<Raw>,
        blocks: Vec<Raw>,
        base: u8,
        span: Span,
        out: &mut Vec<Block>,
    ) {
        let text = self.inlines(super::inlines::unbold(flatten(summary)));
        if !text.is_empty() {
            let role = leads::role(&plain_text(&text));
            let lead = Some(LeadIn { role, text, separator: String::new() });
            let kind = BlockKind::Paragraph(Paragraph { lead, content: Vec::new() });
            out.push(Block::new(kind, span));
        }
        out.extend(self.blocks(blocks, base));
    }

    /// `first`: where the first paragraph stands.
    fn item(&mut self, item: RawItem, base: u8, first: Stands) -> Item {
        let mut blocks = Vec::with_capacity(item.blocks.len());
        for (at, block) in item.blocks.into_iter().enumerate() {
            let stands = if at == 0 { first } else { Stands::Free };
            self.block(block, base, stands, &mut blocks);
        }
        Item { task: item.task, blocks, span: item.span }
    }

    fn table(&mut self, table: Table) -> Table {
        let mut row = |cells: Vec<Cell>| -> Vec<Cell> {
            let finish = |cell: Cell| Cell { content: self.inlines(cell.content) };
            cells.into_iter().map(finish).collect()
        };
        Table {
            columns: table.columns,
            head: row(table.head),
            rows: table.rows.into_iter().map(row).collect(),
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut finished = Vec::with_capacity(inlines.len());
        for inline in inlines {
            self.inline(inline, &mut finished);
        }
        finished
    }

    fn inline(&mut self, mut inline: Inline, out: &mut Vec<Inline>) {
        let outer = self.linked;
        self.linked |= matches!(inline.kind, InlineKind::Link { .. });
        if let Some(children) = inline.kind.content_mut() {
            *children = self.inlines(std::mem::take(children));
        }
        self.linked = outer;
        match inline.kind {
            InlineKind::Text(text) => {
                let text = text.replace('\n', " ");
                self.text(&emoji::shown(&text), inline.span, out);
            }
            InlineKind::Link { target, content } => {
                match self.target(&target, &content, inline.span) {
                    Some(target) => {
                        let kind = InlineKind::Link { target, content };
                        out.push(Inline { kind, span: inline.span });
                    }
                    // The link goes, its words stay.
                    None => out.extend(content),
                }
            }
            _ => out.push(inline),
        }
    }

    /// Adds words, with links where they are addresses.
    fn text(&mut self, text: &str, span: Span, out: &mut Vec<Inline>) {
        if self.linked || self.addresses > MOST_ADDRESSES {
            return push_text(text, span, out);
        }
        for part in autolink::parts(text) {
            match part {
                Part::Words(words) => push_text(words, span, out),
                Part::Link(words, target) => {
                    self.addresses += 1;
                    let kind = InlineKind::Text(words.to_owned());
                    let content = vec![Inline { kind, span }];
                    let kind = InlineKind::Link { target, content };
                    out.push(Inline { kind, span });
                }
            }
        }
    }

    /// Where a link leads in the finished tree; `None` if nowhere.
    fn target(&mut self, target: &str, content: &[Inline], span: Span) -> Option<String> {
        let (source, name) = if let Some(name) = Address::place(target) {
            (span.source as usize, name)
        } else {
            let (file, name) = target.split_once('#').unwrap_or((target, ""));
            match self.files.named(file, span.source as usize) {
                // The file as a whole: its first heading, or what it has first.
                Some(source) if name.is_empty() => {
                    let first = self.anchors.get(source).and_then(Anchors::first);
                    return first.map(|id| format!("#{id}"));
                }
                Some(source) => (source, name),
                None => {
                    self.elsewhere.add(target, content, span);
                    return Some(target.to_owned());
                }
            }
        };
        let own =
            self.anchors.get(source).map_or(Target::Missing, |one| one.resolve(name));
        let found = if own == Target::Missing {
            let all = self.anchors.iter().map(|anchors| anchors.resolve(name));
            all.into_iter().find(|target| *target != Target::Missing)
        } else {
            Some(own)
        };
        match found {
            Some(Target::Id(id)) => Some(format!("#{id}")),
            Some(_) => None,
            None => {
                self.warn_of_missing(target, span);
                None
            }
        }
    }

    fn warn_of_missing(&mut self, target: &str, span: Span) {
        if self.missing.insert((span.source, target.to_owned())) {
            let says =
                format!("the link to `{target}` leads nowhere; its words are kept");
            self.diagnostics.push(
                Diagnostic::warning(DiagnosticKind::Link, says).at(span).hint(
                    "link to a heading's name as code hosts form it, or to its `{#id}`",
                ),
            );
        }
    }
}

/// What the item begins with, if that is a paragraph.
fn first_paragraph(item: &RawItem) -> &[Inline] {
    match item.blocks.first().map(|block| &block.kind) {
        Some(RawKind::Paragraph(content)) => content,
        _ => &[],
    }
}

/// Adds words, to the text before them if there is one.
fn push_text(text: &str, span: Span, out: &mut Vec<Inline>) {
    match out.last_mut() {
        Some(Inline { kind: InlineKind::Text(last), span: reach }) => {
            last.push_str(text);
            reach.end = reach.end.max(span.end);
        }
        _ => out.push(Inline { kind: InlineKind::Text(text.to_owned()), span }),
    }
}
