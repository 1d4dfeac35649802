//! Items that are cards: `- front :: back`, `- Front #card` with the answer nested below, a `?`
//! between the lines of an item. In outlines, cards stand in items of items.

use super::card::{self, Card};
use super::divider;
use super::line::Habit;
use crate::parse::raw::{Raw, RawItem, RawKind};
use crate::parse::recognise::around::Around;
use crate::parse::recognise::lines::{Line, grouped};

/// How an item is a card.
enum How {
    Line,
    Tag,
    Divider(usize),
}

fn how(item: &RawItem, habit: Habit, around: &Around<'_>) -> Option<How> {
    let (first, rest) = item.blocks.split_first()?;
    let content = match &first.kind {
        RawKind::Paragraph(content) => content,
        RawKind::Heading { .. } if around.is_card(first) && !rest.is_empty() => {
            return Some(How::Tag);
        }
        _ => return None,
    };
    if habit.card(content).is_some() {
        return Some(How::Line);
    }
    if around.is_card(first) && !rest.is_empty() {
        return Some(How::Tag);
    }
    let lines = divider::may_divide(content).then(|| grouped(content))?;
    divider::place(&lines).filter(|at| *at > 0).map(How::Divider)
}

/// Whether an item is a card.
pub(super) fn is_card(item: &RawItem, habit: Habit, around: &Around<'_>) -> bool {
    how(item, habit, around).is_some()
}

/// How many cards there are for certain in an item, and how many with `::`.
pub(super) fn count(item: &RawItem, habit: Habit, around: &Around<'_>) -> (usize, usize) {
    match how(item, habit, around) {
        Some(How::Line) => (0, 1),
        Some(How::Tag | How::Divider(_)) => (1, 0),
        None => {
            let counts = nested(item).map(|item| count(item, habit, around));
            counts
                .fold((0, 0), |(sure, lines), (more, other)| (sure + more, lines + other))
        }
    }
}

/// Whether a card stands in a list below an item.
pub(super) fn holds_card(item: &RawItem, habit: Habit, around: &Around<'_>) -> bool {
    nested(item)
        .any(|item| is_card(item, habit, around) || holds_card(item, habit, around))
}

fn nested(item: &RawItem) -> impl Iterator<Item = &RawItem> {
    item.blocks.iter().flat_map(|block| match &block.kind {
        RawKind::List { items, .. } => &items[..],
        _ => &[],
    })
}

/// The card that an item is.
pub(super) fn card(mut item: RawItem, habit: Habit, around: &Around<'_>) -> Card {
    let span = item.span;
    let how = how(&item, habit, around);
    let mut more = item.blocks.split_off(1.min(item.blocks.len()));
    let first = item.blocks;
    let content = match first.first() {
        Some(Raw { kind: RawKind::Paragraph(content), .. }) => content.clone(),
        _ => Line::new(),
    };
    match how {
        Some(How::Line) => {
            let both = habit.card(&content);
            let (front, back, both) =
                both.map(|card| (card.front, card.back, card.both)).unwrap_or_default();
            Card::new(front, back, more, both, span)
        }
        Some(How::Divider(at)) => {
            let mut lines = grouped(&content);
            let back: Line = lines.split_off(at + 1).into_iter().flatten().collect();
            let both = lines.pop().is_some_and(|line| divider::is_both(&line));
            let mut back = card::paragraph(back, span);
            back.append(&mut more);
            Card { front: card::paragraphs(lines, span), back, both, span }
        }
        Some(How::Tag) | None => {
            Card { front: first, back: unlisted(more), both: false, span }
        }
    }
}

/// An answer that is the only item of a list is no list.
fn unlisted(mut blocks: Vec<Raw>) -> Vec<Raw> {
    if let [Raw { kind: RawKind::List { start: None, items, .. }, .. }] = &mut blocks[..]
        && let [RawItem { task: None, blocks, .. }] = &mut items[..]
    {
        return std::mem::take(blocks);
    }
    blocks
}
