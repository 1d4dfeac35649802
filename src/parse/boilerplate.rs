//! Boilerplate: what a guide has for its web page and a print has no use for, tables of contents,
//! links back to the top, badges, thanks to sponsors. Text that is not certainly one of these
//! stays.

mod back;
mod contents;
mod kind;
mod promotion;
mod titles;

use std::collections::BTreeMap;

use crate::diagnostic::Span;
use crate::document::{Address, Inline, InlineKind, plain_text};

use super::anchors::Anchors;
use super::raw::{Comment, Raw, RawItem, RawKind};

use back::{lone_link, says_back};

pub(super) use contents::is_links;
pub use kind::BoilerplateKind;

/// Something that was left out of the tree on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Boilerplate {
    /// What it is.
    pub kind: BoilerplateKind,
    /// Where it stood.
    pub span: Span,
    /// Its text as shown.
    pub text: String,
}

/// Takes the boilerplate out of `blocks`; says what it was.
pub(super) fn remove(
    blocks: Vec<Raw>,
    anchors: &Anchors,
) -> (Vec<Raw>, Vec<Boilerplate>) {
    let mut links = BTreeMap::new();
    count_lone_links(&blocks, &mut links);
    let mut remover = Remover { anchors, links, removed: Vec::new() };
    let blocks = remover.navigation(blocks);
    let blocks = remover.promotion(blocks);
    let blocks = remover.blocks(blocks, None);
    (blocks, remover.removed)
}

/// The comments of a source.
pub(super) fn comments(
    comments: impl Iterator<Item = Comment>,
) -> impl Iterator<Item = Boilerplate> {
    let kind = BoilerplateKind::Comment;
    comments.map(move |Comment { words: text, span }| Boilerplate { kind, span, text })
}

struct Remover<'a> {
    anchors: &'a Anchors,
    /// How often a paragraph is nothing but this link.
    links: BTreeMap<(String, String), usize>,
    removed: Vec<Boilerplate>,
}

impl Remover<'_> {
    /// What is left of `blocks`, which fold out of `summary` or stand in no details.
    fn blocks(&mut self, blocks: Vec<Raw>, summary: Option<&Raw>) -> Vec<Raw> {
        let mut kept: Vec<Raw> = Vec::with_capacity(blocks.len());
        let listing = contents::listing(&blocks, self.anchors);
        for (mut block, lists) in blocks.into_iter().zip(listing) {
            let contents = lists.then_some(BoilerplateKind::Contents);
            if let Some(kind) =
                contents.or_else(|| self.kind_of(&block, kept.last().or(summary)))
            {
                if kind == BoilerplateKind::Contents
                    && kept.last().is_some_and(contents::is_heading)
                    && let Some(heading) = kept.pop()
                {
                    self.drop(BoilerplateKind::Contents, &heading);
                }
                self.drop(kind, &block);
                continue;
            }
            let gone = self.removed.len();
            self.inside(&mut block);
            let gone = &self.removed[gone..];
            let only_contents = !gone.is_empty()
                && gone.iter().all(|one| one.kind == BoilerplateKind::Contents);
            if is_empty_contents(&block, only_contents) {
                self.drop(BoilerplateKind::Contents, &block);
            } else if gone.is_empty() || !is_empty(&block) {
                kept.push(block);
            }
        }
        kept
    }

    fn inside(&mut self, block: &mut Raw) {
        match &mut block.kind {
            RawKind::List { items, .. } => {
                items.retain_mut(|item| {
                    let before = item.blocks.len();
                    item.blocks = self.blocks(std::mem::take(&mut item.blocks), None);
                    before == 0 || item.task.is_some() || !item.blocks.is_empty()
                });
            }
            RawKind::Quote { blocks, .. } => {
                *blocks = self.blocks(std::mem::take(blocks), None);
            }
            RawKind::Details { summary, blocks } => {
                *blocks = self.blocks(std::mem::take(blocks), summary.first());
            }
            RawKind::Paragraph(content) => self.back_links(content, false),
            RawKind::Heading { content, .. } => self.back_links(content, true),
            _ => {}
        }
    }

    /// Links to the top at the ends of a paragraph, for want of a blank line between, and those
    /// of headings.
    fn back_links(&mut self, content: &mut Vec<Inline>, heads: bool) {
        while let Some(at) = back::place(content, heads) {
            let Inline { span, .. } = content[at];
            let link = content.remove(at);
            let text = plain_text(&[link]);
            let kind = BoilerplateKind::BackLink;
            self.removed.push(Boilerplate { kind, span, text });
            back::close_gap(content, at);
        }
    }

    fn drop(&mut self, kind: BoilerplateKind, block: &Raw) {
        self.removed.push(Boilerplate { kind, span: block.span, text: text_of(block) });
    }

    /// What boilerplate `block` is, if it is any; `before` is the block before it.
    fn kind_of(&self, block: &Raw, before: Option<&Raw>) -> Option<BoilerplateKind> {
        match &block.kind {
            RawKind::Paragraph(content) if is_badges(content) => {
                Some(BoilerplateKind::Badge)
            }
            RawKind::Paragraph(content) if is_query(content) => {
                Some(BoilerplateKind::Query)
            }
            RawKind::Paragraph(content) => {
                let (target, words) = lone_link(content)?;
                let key = (target.to_owned(), words.clone());
                let repeated = self.links.get(&key).is_some_and(|count| *count >= 3);
                (says_back(target, &words)
                    || repeated && Address::place(target).is_some())
                .then_some(BoilerplateKind::BackLink)
            }
            RawKind::Heading { content, .. } => {
                let (target, words) = lone_link(content)?;
                says_back(target, &words).then_some(BoilerplateKind::BackLink)
            }
            RawKind::List { items, .. } if items.iter().all(is_badge_item) => {
                Some(BoilerplateKind::Badge)
            }
            RawKind::List { items, .. } => contents::is_list(items, before, self.anchors)
                .then_some(BoilerplateKind::Contents),
            RawKind::Table(table) => contents::is_table(table, before, self.anchors)
                .then_some(BoilerplateKind::Contents),
            _ => None,
        }
    }

    /// Sections that thank sponsors.
    fn promotion(&mut self, blocks: Vec<Raw>) -> Vec<Raw> {
        let mut lengths = vec![0; blocks.len()];
        let mut at = 0;
        while at < blocks.len() {
            lengths[at] = promotion::length(&blocks[at..]);
            at += lengths[at].max(1);
        }
        let mut left = 0;
        let mut kept = Vec::with_capacity(blocks.len());
        for (block, length) in blocks.into_iter().zip(lengths) {
            left = left.max(length);
            if left > 0 {
                left -= 1;
                self.drop(BoilerplateKind::Promotion, &block);
            } else {
                kept.push(block);
            }
        }
        kept
    }

    /// Headings before the title that are links to other files.
    fn navigation(&mut self, blocks: Vec<Raw>) -> Vec<Raw> {
        let title = blocks.iter().position(is_level_one).unwrap_or(0);
        let mut kept = Vec::with_capacity(blocks.len());
        for (index, block) in blocks.into_iter().enumerate() {
            let is_link = match &block.kind {
                RawKind::Heading { content, .. } if index < title => lone_link(content)
                    .is_some_and(|(target, _)| {
                        matches!(Address::of(target), Address::Path(path) if !path.contains('#'))
                    }),
                _ => false,
            };
            if is_link {
                self.drop(BoilerplateKind::Navigation, &block);
            } else {
                kept.push(block);
            }
        }
        kept
    }
}

fn is_level_one(block: &Raw) -> bool {
    matches!(block.kind, RawKind::Heading { level: 1, .. })
}

fn count_lone_links(blocks: &[Raw], counts: &mut BTreeMap<(String, String), usize>) {
    for block in blocks {
        if let RawKind::Paragraph(content) = &block.kind
            && let Some((target, words)) = lone_link(content)
        {
            *counts.entry((target.to_owned(), words)).or_default() += 1;
        }
        // An item that is a link is part of a list: `See also`.
        if !matches!(block.kind, RawKind::List { .. }) {
            for inner in block.inner() {
                count_lone_links(inner, counts);
            }
        }
    }
}

/// Whether a note program shows the cards here that it finds.
fn is_query(content: &[Inline]) -> bool {
    let begins = content.first().is_some_and(|first| {
        first.kind.words().is_some_and(|words| words.trim_start().starts_with("{{"))
    });
    begins && {
        let words = plain_text(content);
        let words = words.trim().trim_start_matches("{{").trim_start();
        words.ends_with("}}")
            && words.matches("}}").count() == 1
            && words.split_whitespace().next().is_some_and(|word| word == "cards")
    }
}

fn is_badges(content: &[Inline]) -> bool {
    let mut badges = 0;
    let only = content.iter().all(|inline| match &inline.kind {
        InlineKind::Link { content, .. } => {
            badges += 1;
            let served = promotion::is_served(inline);
            let is_picture = |one: &Inline| matches!(one.kind, InlineKind::Image { .. });
            matches!(&content[..], [one] if is_badge(one) || served && is_picture(one))
        }
        InlineKind::Image { .. } => {
            badges += 1;
            is_badge(inline)
        }
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::LineBreak => true,
        _ => false,
    });
    only && badges > 0
}

fn is_badge_item(item: &RawItem) -> bool {
    let is_line = |block: &Raw| match &block.kind {
        RawKind::Paragraph(content) => is_badges(content),
        _ => false,
    };
    item.task.is_none() && !item.blocks.is_empty() && item.blocks.iter().all(is_line)
}

fn is_badge(inline: &Inline) -> bool {
    const SERVICES: [&str; 14] = [
        "shields.io",
        "badge.svg",
        "/badge/",
        "badgen.net",
        "badge.fury.io",
        "travis-ci.",
        "codecov.io",
        "badges.gitter.im",
        "/badge.",
        "forthebadge.com",
        "coveralls.io/repos",
        "circleci.com/gh/",
        "star-history.com/svg",
        "starchart.cc/",
    ];
    match &inline.kind {
        InlineKind::Image { source, .. } => {
            SERVICES.iter().any(|one| source.contains(one))
        }
        _ => false,
    }
}

/// Whether a table of contents folded out of `block` and is gone already: as its summary says, or
/// since `only_contents` are gone from it.
fn is_empty_contents(block: &Raw, only_contents: bool) -> bool {
    match &block.kind {
        RawKind::Details { summary, blocks } if blocks.is_empty() => {
            let asks = || text_of(block).contains(['?', '？']);
            matches!(&summary[..], [summary] if contents::is_heading(summary))
                || only_contents && !asks()
        }
        _ => false,
    }
}

/// Whether nothing is left of a block of blocks.
fn is_empty(block: &Raw) -> bool {
    match &block.kind {
        RawKind::List { items, .. } => items.is_empty(),
        RawKind::Quote { blocks, .. } => blocks.is_empty(),
        RawKind::Paragraph(content) | RawKind::Heading { content, .. } => {
            content.is_empty()
        }
        _ => false,
    }
}

/// The text of a block of the source, for the record.
fn text_of(block: &Raw) -> String {
    plain_text(&super::assemble::flatten(vec![block.clone()]))
}
