//! Tables of contents: lists, tables and rows of links to the guide's own headings, irregular as
//! authors write them. A group may have no link, one link among many may be broken, and under a
//! heading that says so, words may stand behind a link.

use crate::document::{Address, Cell, Inline, InlineKind, Table, plain_text, visit};
use crate::parse::anchors::Anchors;
use crate::parse::raw::{Raw, RawItem, RawKind};

use super::titles;

/// So long may the name of a group be, and words behind a link, in characters.
const LONGEST: usize = 60;

/// What a list or a table has, link by link.
#[derive(Default)]
struct Tally {
    links: usize,
    /// Links that lead to headings.
    leading: usize,
    /// Names of groups of links.
    groups: usize,
    /// Other words without a link.
    plain: usize,
    /// Links with words behind them.
    described: usize,
}

/// Which of the blocks make a table of contents as paragraphs: one with many links, or many with
/// one.
pub(super) fn listing(blocks: &[Raw], anchors: &Anchors) -> Vec<bool> {
    let mut listing = vec![false; blocks.len()];
    let mut at = 0;
    while at < blocks.len() {
        let mut tally = Tally::default();
        let lists = |block: &&Raw| {
            let RawKind::Paragraph(content) = &block.kind else { return false };
            let links = tally.links;
            tally.count(content, anchors) && tally.links > links
        };
        let length = blocks[at..].iter().take_while(lists).count();
        let before = at.checked_sub(1).map(|before| &blocks[before]);
        if length > 0 && tally.is_contents(before, anchors) {
            listing[at..at + length].fill(true);
        }
        at += length.max(1);
    }
    listing
}

/// Whether a list is one; `before` is the block before it, or the summary that it folds out of.
pub(super) fn is_list(
    items: &[RawItem],
    before: Option<&Raw>,
    anchors: &Anchors,
) -> bool {
    let mut tally = Tally::default();
    tally.items(items, anchors) && tally.is_contents(before, anchors)
}

/// Whether a table is one.
pub(super) fn is_table(table: &Table, before: Option<&Raw>, anchors: &Anchors) -> bool {
    let mut tally = Tally::default();
    let row = |cells: &Vec<Cell>| {
        let links = tally.links;
        if cells.iter().all(|cell| tally.count(&cell.content, anchors)) {
            // A row of numbers and signs alone says something else.
            return tally.links > links;
        }
        let mut filled = cells.iter().filter(|cell| has_letters(&cell.content));
        let (Some(group), None) = (filled.next(), filled.next()) else { return false };
        tally.groups += 1;
        tally.links == links && is_short(&plain_text(&group.content))
    };
    table.rows.iter().all(row) && tally.is_contents(before, anchors)
}

impl Tally {
    fn items(&mut self, items: &[RawItem], anchors: &Anchors) -> bool {
        items.iter().all(|item| {
            item.task.is_none()
                && item.blocks.iter().all(|block| match &block.kind {
                    RawKind::Paragraph(content) => {
                        self.count(content, anchors)
                            || self.described(content, anchors)
                            || self.group(content, item)
                    }
                    RawKind::List { items, .. } => self.items(items, anchors),
                    _ => false,
                })
        })
    }

    /// Whether `content` is nothing but links; counts those that lead to headings.
    fn count(&mut self, content: &[Inline], anchors: &Anchors) -> bool {
        if !is_links(content) {
            return false;
        }
        visit::inlines(content, &mut |inline| {
            let InlineKind::Link { target, content } = &inline.kind else { return };
            let leads = match Address::place(target) {
                Some(name) => anchors.means_heading(name),
                None => anchors.heading_of_text(&plain_text(content)).is_some(),
            };
            self.links += 1;
            self.leading += usize::from(leads);
        });
        true
    }

    /// Whether `content` is a link to a heading and a few words.
    fn described(&mut self, content: &[Inline], anchors: &Anchors) -> bool {
        let Some(first) = content.iter().position(|inline| !is_sign(inline)) else {
            return false;
        };
        let (links, words) = content.split_at(first + 1);
        let (before, leading) = (self.links, self.leading);
        let counted = is_short(&plain_text(words)) && self.count(links, anchors);
        let leads = counted && self.links > before && self.leading > leading;
        if !leads {
            (self.links, self.leading) = (before, leading);
        }
        self.described += usize::from(leads);
        leads
    }

    /// Whether `content` can be the name of a group.
    fn group(&mut self, content: &[Inline], item: &RawItem) -> bool {
        let mut linked = false;
        visit::inlines(content, &mut |inline| {
            linked |= matches!(inline.kind, InlineKind::Link { .. });
        });
        let names =
            item.blocks.iter().any(|one| matches!(one.kind, RawKind::List { .. }));
        self.groups += usize::from(names);
        self.plain += usize::from(!names);
        !linked && is_short(&plain_text(content))
    }

    /// Some links, and hardly one that leads nowhere; under a heading that says so, or to most of
    /// the guide. `See also:` and three links are part of the text.
    fn is_contents(&self, before: Option<&Raw>, anchors: &Anchors) -> bool {
        let Self { links, leading, groups, plain, described } = *self;
        let said = before.is_some_and(is_heading);
        let most = leading * 2 >= anchors.headings();
        let introduced = before.is_some_and(|before| match &before.kind {
            RawKind::Paragraph(content) => {
                plain_text(content).trim_end().ends_with([':', '：'])
            }
            _ => false,
        });
        let leads = if said {
            links >= 2 && leading * 2 > links
        } else {
            let broken_one = links >= 4 && leading + 1 == links;
            links >= 3 && (leading * 10 >= links * 8 || broken_one)
        };
        let regular = groups + plain <= links && (said || plain + described == 0);
        leads && regular && (said || !introduced && (most || links >= 10))
    }
}

/// Whether `content` is nothing but links and what parts them.
pub(in crate::parse) fn is_links(content: &[Inline]) -> bool {
    content.iter().all(|inline| match &inline.kind {
        InlineKind::Link { .. } | InlineKind::LineBreak => true,
        InlineKind::Text(text) => !text.contains(char::is_alphabetic),
        InlineKind::Strong(content) | InlineKind::Emphasis(content) => is_links(content),
        _ => false,
    })
}

fn is_sign(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => !text.contains(char::is_alphabetic),
        kind => *kind == InlineKind::LineBreak,
    }
}

fn has_letters(content: &[Inline]) -> bool {
    plain_text(content).contains(char::is_alphabetic)
}

/// Whether words are so few that they name something, and ask nothing.
fn is_short(words: &str) -> bool {
    words.chars().take(LONGEST + 1).count() <= LONGEST
        && !words.contains(['?', '？', '。'])
}

/// Whether a block is a heading, or a label, that says that a table of contents follows.
pub(super) fn is_heading(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Heading { content, .. } | RawKind::Paragraph(content) => {
            titles::is_contents(&plain_text(content))
        }
        _ => false,
    }
}
