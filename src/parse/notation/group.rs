//! Blocks put into the containers that were found around them.

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, visit};
use crate::parse::assemble::flatten;
use crate::parse::build::BLOCK_WEIGHT;
use crate::parse::events::fragment;
use crate::parse::raw::{Raw, RawItem, RawKind};
use crate::source::Source;

use super::callout::{self, Head};
use super::found::Found;
use super::inline;
use super::lines::{Container, Kind};

/// What a quotation weighs, as the tree builder has it.
const QUOTE: usize = 4;
/// What containers between rows of colons are called that say something of what is in them; others
/// are for the look.
const KNOWN: [&str; 41] = [
    "note",
    "notes",
    "tip",
    "tips",
    "info",
    "important",
    "warning",
    "caution",
    "danger",
    "success",
    "error",
    "failure",
    "bug",
    "example",
    "question",
    "faq",
    "help",
    "abstract",
    "summary",
    "tldr",
    "todo",
    "hint",
    "attention",
    "quote",
    "cite",
    "seealso",
    "details",
    "spoiler",
    "collapse",
    "solution",
    "answer",
    "exercise",
    "definition",
    "theorem",
    "lemma",
    "proof",
    "remark",
    "alert",
    "problem",
    "key",
    "expand",
];

/// The containers of a source.
pub(super) struct Groups<'s> {
    pub source: &'s Source,
    pub index: u32,
    /// In the order in which they begin.
    pub containers: Vec<Container>,
}

impl Groups<'_> {
    /// `blocks`, which stand `within` a place, with containers around those that stand in one.
    /// `weight` is what is around them, as the tree builder counts it.
    pub(super) fn put(
        &self,
        blocks: Vec<Raw>,
        within: Span,
        weight: usize,
        found: &mut Found,
    ) -> Vec<Raw> {
        let from =
            self.containers.partition_point(|one| one.start < within.start as usize);
        let to = self.containers.partition_point(|one| one.start < within.end as usize);
        if from >= to {
            return blocks;
        }
        let own = &self.containers[from..to];
        let blocks = self.fenced(blocks, own, weight, found);
        let mut put = Vec::with_capacity(blocks.len());
        for block in blocks {
            match block.kind {
                RawKind::List { start, tight, items } => {
                    self.items((start, tight), items, block.span, found, &mut put);
                }
                _ => put.push(block),
            }
        }
        put
    }

    fn fenced(
        &self,
        blocks: Vec<Raw>,
        own: &[Container],
        weight: usize,
        found: &mut Found,
    ) -> Vec<Raw> {
        let mut open: Vec<(&Container, Vec<Raw>)> = Vec::new();
        let mut done = Vec::with_capacity(blocks.len());
        let mut next = own.iter().filter(|one| one.kind == Kind::Fenced).peekable();
        for block in blocks {
            let at = block.span.start as usize;
            while open.last().is_some_and(|(last, _)| last.end <= at) {
                self.close(&mut open, &mut done, weight, found);
            }
            while let Some(one) = next.next_if(|one| one.start <= at) {
                if one.end > at {
                    open.push((one, Vec::new()));
                }
            }
            open.last_mut().map_or(&mut done, |(_, inside)| inside).push(block);
        }
        while !open.is_empty() {
            self.close(&mut open, &mut done, weight, found);
        }
        done
    }

    fn close(
        &self,
        open: &mut Vec<(&Container, Vec<Raw>)>,
        done: &mut Vec<Raw>,
        weight: usize,
        found: &mut Found,
    ) {
        let Some((container, blocks)) = open.pop() else { return };
        let around = weight + QUOTE * open.len();
        let fits = around + QUOTE + heaviest(&blocks) <= BLOCK_WEIGHT;
        let known = fits && KNOWN.contains(&&*container.name);
        let outer = open.last_mut().map_or(done, |(_, outer)| outer);
        self.whole(container, blocks, known, found, outer);
    }

    /// Items that stand for containers become these; others go on being a list.
    fn items(
        &self,
        (start, tight): (Option<u64>, bool),
        items: Vec<RawItem>,
        span: Span,
        found: &mut Found,
        put: &mut Vec<Raw>,
    ) {
        let mut kept: Vec<RawItem> = Vec::new();
        let mut number = start;
        let flush = |kept: &mut Vec<RawItem>, number: Option<u64>, put: &mut Vec<Raw>| {
            let items = std::mem::take(kept);
            if let Some(first) = items.first() {
                let end = items.last().map_or(span.end, |last| last.span.end);
                let span = Span { end, ..first.span };
                put.push(Raw::new(RawKind::List { start: number, tight, items }, span));
            }
        };
        for item in items {
            let Some(container) = self.indented(item.span) else {
                kept.push(item);
                continue;
            };
            let count = kept.len() as u64;
            flush(&mut kept, number, put);
            number = number.map(|number| number + count);
            let known = container.name != "tab";
            self.whole(container, item.blocks, known, found, put);
        }
        flush(&mut kept, number, put);
    }

    /// The container that an item stands for.
    fn indented(&self, span: Span) -> Option<&Container> {
        let start = span.start as usize;
        let at = self.containers.partition_point(|one| one.start < start);
        let first = self.containers.get(at)?;
        let between = self.source.text().get(start..first.start)?;
        (first.kind == Kind::Indented && between.trim().is_empty()).then_some(first)
    }

    /// A container with what is in it; if it says nothing itself, only that.
    fn whole(
        &self,
        container: &Container,
        mut blocks: Vec<Raw>,
        known: bool,
        found: &mut Found,
        put: &mut Vec<Raw>,
    ) {
        let range = container.start..container.end.max(container.start);
        let mut span = self.source.span(range, self.index);
        if let Some(last) = blocks.last() {
            span.end = span.end.max(last.span.end);
        }
        let title = self.title(container, span, found);
        if known {
            let Container { name: kind, folds, .. } = container.clone();
            put.push(callout::titled(Head { kind, folds, title, span }, blocks, span));
            return;
        }
        if !title.is_empty() {
            let strong = Inline { kind: InlineKind::Strong(title), span };
            put.push(Raw::new(RawKind::Paragraph(vec![strong]), span));
        }
        put.append(&mut blocks);
    }

    fn title(&self, container: &Container, span: Span, found: &mut Found) -> Vec<Inline> {
        let range = container.title.clone();
        let words =
            range.and_then(|range| self.source.text().get(range)).unwrap_or_default();
        if words.is_empty() {
            return Vec::new();
        }
        let mut title = flatten(fragment(words));
        inline::read(&mut title, 0, found);
        visit::inlines_mut(&mut title, &mut |inline| inline.span = span);
        title
    }
}

/// The most levels of JSON that one of the blocks takes.
fn heaviest(blocks: &[Raw]) -> usize {
    let weight = |block: &Raw| {
        let own = match &block.kind {
            RawKind::List { .. } | RawKind::Definitions(_) => 6,
            RawKind::Quote { .. } => QUOTE,
            RawKind::Table(_) => 3,
            RawKind::Details { .. } => 2,
            _ => 0,
        };
        own + block.inner().into_iter().map(heaviest).max().unwrap_or(0)
    };
    blocks.iter().map(weight).max().unwrap_or(0)
}
