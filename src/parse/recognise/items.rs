//! Questions that are headings inside list items: `1. ### What is ...`. The rest of the
//! item is the answer, and so is what stands after the list for want of indentation.

use crate::document::plain_text;

use super::asking::{Asks, asks};
use super::{Asked, Finding, Piece, Reach, Style};
use crate::parse::raw::{Raw, RawItem, RawKind};

/// Lists whose items begin with headings, where half of these ask.
pub fn find(blocks: &[Raw]) -> Option<Finding> {
    let (mut lists, mut all, mut asking) = (Vec::new(), 0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::List { items, .. } = &block.kind else { continue };
        let headings = items.iter().filter_map(heading_words);
        let before = all;
        for words in headings {
            all += 1;
            asking += usize::from(asks(&words) > Asks::No);
        }
        if all > before {
            lists.push(index);
        }
    }
    let found = all >= 2 && asking * 2 >= all;
    found.then_some(Finding {
        style: Style::ItemHeadings,
        questions: lists,
        count: all,
        weight: 5,
    })
}

/// Takes the `lists` apart.
pub fn apply(blocks: Vec<Raw>, lists: &[usize]) -> Vec<Piece> {
    let mut next = lists.iter().peekable();
    let mut pieces = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.into_iter().enumerate() {
        if next.next_if_eq(&&index).is_none() {
            pieces.push(super::piece(block));
        } else if let RawKind::List { start, tight, items } = block.kind {
            take_apart(start, tight, items, &mut pieces);
        }
    }
    pieces
}

fn take_apart(
    start: Option<u64>,
    tight: bool,
    items: Vec<RawItem>,
    pieces: &mut Vec<Piece>,
) {
    let mut number = start;
    // Items without a heading are a list of the answer before them.
    let mut plain: Vec<RawItem> = Vec::new();
    let mut plain_start = start;
    for mut item in items {
        if heading_words(&item).is_none() {
            if plain.is_empty() {
                plain_start = number;
            }
            plain.push(item);
        } else {
            pieces.extend(list_of(plain_start, tight, std::mem::take(&mut plain)));
            let mut blocks = std::mem::take(&mut item.blocks).into_iter();
            let heading = blocks.next();
            let asked =
                heading.and_then(|heading| question(heading, number, blocks.collect()));
            pieces.extend(asked.map(Piece::Question));
        }
        number = number.map(|number| number.saturating_add(1));
    }
    pieces.extend(list_of(plain_start, tight, plain));
}

fn question(heading: Raw, number: Option<u64>, answer: Vec<Raw>) -> Option<Asked> {
    let span = heading.span;
    let RawKind::Heading { level, id, content } = heading.kind else { return None };
    let (own, title) = super::titled(content);
    let number = own.or_else(|| u32::try_from(number?).ok());
    Some(Asked { number, id, title, span, answer, reach: Reach::Blocks(level) })
}

fn list_of(start: Option<u64>, tight: bool, items: Vec<RawItem>) -> Option<Piece> {
    let mut span = items.first()?.span;
    span.end = items.last()?.span.end;
    Some(Piece::Block(Raw::new(RawKind::List { start, tight, items }, span)))
}

fn heading_words(item: &RawItem) -> Option<String> {
    match item.blocks.first() {
        Some(Raw { kind: RawKind::Heading { content, .. }, .. }) => {
            Some(plain_text(content))
        }
        _ => None,
    }
}
