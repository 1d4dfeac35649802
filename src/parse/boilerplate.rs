//! Boilerplate: what a guide has for its web page and a print has no use for, tables of contents,
//! links back to the top, badges, thanks to sponsors. Text that is not certainly one of these
//! stays.

mod kind;
mod promotion;

use std::collections::BTreeMap;

use crate::diagnostic::Span;
use crate::document::{Address, Inline, InlineKind, Table, plain_text, visit};

use super::anchors::Anchors;
use super::raw::{Comment, Raw, RawItem, RawKind};

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
    let blocks = remover.blocks(blocks);
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
    fn blocks(&mut self, blocks: Vec<Raw>) -> Vec<Raw> {
        let mut kept: Vec<Raw> = Vec::with_capacity(blocks.len());
        let listing = self.listing(&blocks);
        for (mut block, lists) in blocks.into_iter().zip(listing) {
            let contents = lists.then_some(BoilerplateKind::Contents);
            if let Some(kind) = contents.or_else(|| self.kind_of(&block, kept.last())) {
                if kind == BoilerplateKind::Contents
                    && kept.last().is_some_and(is_contents_heading)
                    && let Some(heading) = kept.pop()
                {
                    self.drop(BoilerplateKind::Contents, &heading);
                }
                self.drop(kind, &block);
                continue;
            }
            self.inside(&mut block);
            if is_empty_contents(&block) {
                self.drop(BoilerplateKind::Contents, &block);
            } else {
                kept.push(block);
            }
        }
        kept
    }

    /// Which of the blocks make a table of contents as paragraphs: one with many links, or
    /// many with one.
    fn listing(&self, blocks: &[Raw]) -> Vec<bool> {
        let mut listing = vec![false; blocks.len()];
        let mut at = 0;
        while at < blocks.len() {
            let mut tally = Tally::default();
            let lists = |block: &&Raw| {
                let RawKind::Paragraph(content) = &block.kind else { return false };
                let links = tally.links;
                self.count_links(content, &mut tally) && tally.links > links
            };
            let length = blocks[at..].iter().take_while(lists).count();
            let before = at.checked_sub(1).map(|before| &blocks[before]);
            if length > 0 && self.is_contents(&tally, before) {
                listing[at..at + length].fill(true);
            }
            at += length.max(1);
        }
        listing
    }

    fn inside(&mut self, block: &mut Raw) {
        match &mut block.kind {
            RawKind::List { items, .. } => {
                for item in items {
                    item.blocks = self.blocks(std::mem::take(&mut item.blocks));
                }
            }
            RawKind::Quote { blocks, .. } | RawKind::Details { blocks, .. } => {
                *blocks = self.blocks(std::mem::take(blocks));
            }
            RawKind::Paragraph(content) => self.trailing_back_link(content),
            _ => {}
        }
    }

    /// A link to the top at the end of a paragraph, for want of a blank line before it.
    fn trailing_back_link(&mut self, content: &mut Vec<Inline>) {
        let Some(last) = content.last().filter(|_| content.len() > 1) else { return };
        let alone = std::slice::from_ref(last);
        if lone_link(alone).is_some_and(|(target, words)| says_back(target, &words)) {
            let text = plain_text(alone);
            let span = last.span;
            self.removed.push(Boilerplate {
                kind: BoilerplateKind::BackLink,
                span,
                text,
            });
            content.pop();
            *content = super::assemble::trim(std::mem::take(content));
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
            RawKind::List { items, .. } if items.iter().all(is_badge_item) => {
                Some(BoilerplateKind::Badge)
            }
            RawKind::List { items, .. } => {
                let mut tally = Tally::default();
                (self.only_links(items, &mut tally) && self.is_contents(&tally, before))
                    .then_some(BoilerplateKind::Contents)
            }
            RawKind::Table(table) => self
                .is_table_of_contents(table, before)
                .then_some(BoilerplateKind::Contents),
            _ => None,
        }
    }

    fn only_links(&self, items: &[RawItem], tally: &mut Tally) -> bool {
        items.iter().all(|item| {
            item.task.is_none()
                && item.blocks.iter().all(|block| match &block.kind {
                    RawKind::Paragraph(content) => self.count_links(content, tally),
                    RawKind::List { items, .. } => self.only_links(items, tally),
                    _ => false,
                })
        })
    }

    /// Whether `content` is nothing but links; counts those that lead to headings.
    fn count_links(&self, content: &[Inline], tally: &mut Tally) -> bool {
        if !is_links(content) {
            return false;
        }
        visit::inlines(content, &mut |inline| {
            let InlineKind::Link { target, content } = &inline.kind else { return };
            let leads = match Address::place(target) {
                Some(name) => self.anchors.means_heading(name),
                None => self.anchors.heading_of_text(&plain_text(content)).is_some(),
            };
            tally.links += 1;
            tally.leading += usize::from(leads);
        });
        true
    }

    fn is_table_of_contents(&self, table: &Table, before: Option<&Raw>) -> bool {
        let mut tally = Tally::default();
        table.rows.iter().all(|row| {
            let before = tally.links;
            row.iter().all(|cell| self.count_links(&cell.content, &mut tally))
                && tally.links > before
        }) && self.is_contents(&tally, before)
    }

    /// At least three links, and hardly one that leads nowhere; under a heading that says
    /// so, or to most of the guide. `See also:` and three links are part of the text.
    fn is_contents(&self, tally: &Tally, before: Option<&Raw>) -> bool {
        let leads = tally.links >= 3 && tally.leading * 10 >= tally.links * 8;
        let said = before.is_some_and(is_contents_heading);
        let most = tally.leading * 2 >= self.anchors.headings();
        let introduced = before.is_some_and(|before| match &before.kind {
            RawKind::Paragraph(content) => {
                plain_text(content).trim_end().ends_with([':', '：'])
            }
            _ => false,
        });
        leads && (said || !introduced && (most || tally.links >= 10))
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

/// Links in a list or table, and those that lead to headings.
#[derive(Default)]
struct Tally {
    links: usize,
    leading: usize,
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
        for inner in block.inner() {
            count_lone_links(inner, counts);
        }
    }
}

/// Whether `content` is nothing but links and what parts them.
pub(super) fn is_links(content: &[Inline]) -> bool {
    content.iter().all(|inline| match &inline.kind {
        InlineKind::Link { .. } | InlineKind::LineBreak => true,
        InlineKind::Text(text) => !text.contains(char::is_alphabetic),
        InlineKind::Strong(content) | InlineKind::Emphasis(content) => is_links(content),
        _ => false,
    })
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

/// If `content` is nothing but a link, perhaps stressed: its target and words.
fn lone_link(content: &[Inline]) -> Option<(&str, String)> {
    let [inline] = content else { return None };
    match &inline.kind {
        InlineKind::Link { target, content } => Some((target, plain_text(content))),
        InlineKind::Strong(content) | InlineKind::Emphasis(content) => lone_link(content),
        _ => None,
    }
}

fn says_back(target: &str, words: &str) -> bool {
    const SAY_SO: [&str; 14] = [
        "back to top",
        "back to the top",
        "back to contents",
        "back to table of contents",
        "go to top",
        "top",
        "return to top",
        "return to contents",
        "nach oben",
        "zum inhaltsverzeichnis",
        "retour en haut",
        "haut de page",
        "volver arriba",
        "torna su",
    ];
    let words = words.to_lowercase();
    let words = words.trim_matches(|char: char| !char.is_alphanumeric());
    Address::place(target).is_some() && (words.is_empty() || SAY_SO.contains(&words))
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

fn is_contents_heading(block: &Raw) -> bool {
    const TITLES: [&str; 16] = [
        "table of contents",
        "contents",
        "toc",
        "content",
        "index",
        "index of topics",
        "list of questions",
        "inhalt",
        "inhaltsverzeichnis",
        "table des matières",
        "sommaire",
        "índice",
        "tabla de contenidos",
        "indice",
        "目次",
        "目录",
    ];
    let words = match &block.kind {
        RawKind::Heading { content, .. } | RawKind::Paragraph(content) => {
            plain_text(content)
        }
        _ => return false,
    };
    let words = words.to_lowercase();
    TITLES.contains(&words.trim_matches(|char: char| !char.is_alphanumeric()))
}

/// Whether a table of contents folded out of `block` and is gone already.
fn is_empty_contents(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Details { summary, blocks } if blocks.is_empty() => {
            matches!(&summary[..], [summary] if is_contents_heading(summary))
        }
        _ => false,
    }
}

/// The text of a block of the source, for the record.
fn text_of(block: &Raw) -> String {
    plain_text(&super::assemble::flatten(vec![block.clone()]))
}
