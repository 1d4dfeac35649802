//! Questions that are headings inside list items: `1. ### What is ...`. The rest of the
//! item is the answer, and so is what stands after the list for want of indentation.

use crate::document::plain_text;

use super::asking::{Asks, asks};
use super::finding::Finding;
use super::segment::{self, Asked, Number, Reach, Segment};
use super::style::Style;
use crate::parse::raw::{Raw, RawItem, RawKind};

/// Lists whose items begin with headings, where half of these ask.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let (found, asking) = gather(blocks);
    (found.count >= 2 && asking * 2 >= found.count).then_some(found)
}

/// The lists, and how many of their headings ask.
fn gather(blocks: &[Raw]) -> (Finding, usize) {
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
    let style = Style::ItemHeadings;
    (Finding { style, questions: lists, count: all, of: all, weight: 5 }, asking)
}

/// All such lists, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    let (found, _) = gather(blocks);
    (found.count > 0).then_some(found)
}

/// Takes the `lists` apart.
pub(super) fn apply(blocks: Vec<Raw>, lists: &[usize]) -> Vec<Segment> {
    let mut next = lists.iter().peekable();
    let mut segments = Vec::with_capacity(blocks.len());
    let mut asked = false;
    for (index, block) in blocks.into_iter().enumerate() {
        if next.next_if_eq(&&index).is_none() {
            // An indented heading was meant to be in the item above, whatever its level.
            let inside =
                asked && matches!(block.kind, RawKind::Heading { indented: true, .. });
            segments.push(if inside {
                Segment::Block(block)
            } else {
                segment::segment(block)
            });
        } else if let RawKind::List { start, tight, items } = block.kind {
            take_apart(start, tight, items, &mut segments);
            asked = true;
        }
    }
    segments
}

fn take_apart(
    start: Option<u64>,
    tight: bool,
    items: Vec<RawItem>,
    segments: &mut Vec<Segment>,
) {
    // Items without a heading are a list of the answer before them.
    let mut plain: Vec<RawItem> = Vec::new();
    for mut item in items {
        if heading_words(&item).is_none() {
            plain.push(item);
        } else {
            segments.extend(list_of(start, tight, std::mem::take(&mut plain)));
            let number = item.number;
            let mut blocks = std::mem::take(&mut item.blocks).into_iter();
            let heading = blocks.next();
            let asked =
                heading.and_then(|heading| question(heading, number, blocks.collect()));
            segments.extend(asked.map(Segment::Question));
        }
    }
    segments.extend(list_of(start, tight, plain));
}

fn question(heading: Raw, number: Option<u64>, answer: Vec<Raw>) -> Option<Asked> {
    let span = heading.span;
    let RawKind::Heading { level, id, content, .. } = heading.kind else { return None };
    let (own, title) = segment::titled(content);
    let number = own.or_else(|| Number::in_list(number));
    let (prompt, reach) = (Vec::new(), Reach::Level(level));
    Some(Asked { number, id, title, span, prompt, answer, reach })
}

/// Items as a list of their own, if there are any.
pub(super) fn list_of(
    start: Option<u64>,
    tight: bool,
    items: Vec<RawItem>,
) -> Option<Segment> {
    let first = items.first()?;
    let start = first.number.or(start);
    let mut span = first.span;
    span.end = items.last()?.span.end;
    Some(Segment::Block(Raw::new(RawKind::List { start, tight, items }, span)))
}

fn heading_words(item: &RawItem) -> Option<String> {
    match item.blocks.first() {
        Some(Raw { kind: RawKind::Heading { content, .. }, .. }) => {
            Some(plain_text(content))
        }
        _ => None,
    }
}
