//! Questions as note-takers write cards: `front :: back` on a line, or `front::back`; a line with
//! nothing but `?` between question and answer; an item with the tag of a card, and its answer
//! nested below. `:::` and `??` ask in both directions, which makes two questions.

mod both;
mod card;
mod divider;
mod item;
mod line;

use super::around::Around;
use super::finding::Finding;
use super::items::list_of;
use super::lines::{Line, grouped, take_lines};
use super::segment::{self, Reach, Segment};
use super::style::Style;
use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind};
use crate::parse::assemble::trim;
use crate::parse::raw::{Raw, RawItem, RawKind};
use card::Card;
use divider::Before;
use line::Habit;

/// Cards. A `?` on a line of its own is one for certain, and so is a tag; `::` needs a second one.
pub(super) fn find(blocks: &[Raw], around: &Around<'_>) -> Option<Finding> {
    let (sure, lines) = count(blocks, around);
    (sure > 0 || lines > 1).then(|| finding(sure + lines))
}

/// The same, if the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw], around: &Around<'_>) -> Option<Finding> {
    let (sure, lines) = count(blocks, around);
    (sure + lines > 0).then(|| finding(sure + lines))
}

fn finding(count: usize) -> Finding {
    // As other forms that authors use for little else.
    let (style, questions) = (Style::Cards, Vec::new());
    Finding { style, questions, count, of: count, weight: 5 }
}

/// How many cards there are for certain, and how many with `::`.
fn count(blocks: &[Raw], around: &Around<'_>) -> (usize, usize) {
    let habit = Habit::of(blocks, around);
    let (mut sure, mut lines) = (0, 0);
    for (index, block) in blocks.iter().enumerate() {
        match &block.kind {
            RawKind::Paragraph(content) if divider::may_divide(content) => {
                let before = || divider::before(&blocks[..index], block, around);
                sure += usize::from(match divider::place(&grouped(content)) {
                    Some(0) => before() > 0,
                    Some(_) => true,
                    None => false,
                });
                if divider::place(&grouped(content)).is_none() {
                    lines += habit.cards(content);
                }
            }
            RawKind::Paragraph(content) if around.is_card(block) && !is_bold(content) => {
                sure += 1;
            }
            RawKind::Paragraph(content) => lines += habit.cards(content),
            RawKind::List { items, .. } => {
                sure += usize::from(divider::tail(block, around).is_some());
                for item in items {
                    let (tagged, in_lines) = item::count(item, habit, around);
                    sure += tagged;
                    lines += in_lines;
                }
            }
            _ => {}
        }
    }
    (sure, lines)
}

/// Whether a paragraph is a question of another style, of bold paragraphs.
fn is_bold(content: &[Inline]) -> bool {
    matches!(content, [Inline { kind: InlineKind::Strong(_), .. }])
}

/// Cuts the blocks at the cards.
pub(super) fn apply(blocks: Vec<Raw>, around: &Around<'_>) -> Vec<Segment> {
    let habit = Habit::of(&blocks, around);
    let segments = Vec::with_capacity(blocks.len());
    let mut cutter = Cutter { around, habit, segments, both: Vec::new() };
    for block in blocks {
        cutter.block(block);
    }
    both::exchanged(cutter.segments, &cutter.both)
}

struct Cutter<'a> {
    around: &'a Around<'a>,
    habit: Habit,
    segments: Vec<Segment>,
    /// Which segments are cards that are asked in both directions.
    both: Vec<usize>,
}

impl Cutter<'_> {
    fn block(&mut self, mut block: Raw) {
        let span = block.span;
        match block.kind {
            RawKind::Paragraph(content)
                if self.around.cards.contains(&span.start) && !is_bold(&content) =>
            {
                let mut lines = grouped(&content);
                let back: Line = lines.split_off(1).into_iter().flatten().collect();
                let reach = if back.is_empty() { Reach::Section } else { Reach::Closed };
                let front = lines.into_iter().flatten().collect();
                self.card(Card::new(front, back, Vec::new(), false, span), reach);
            }
            RawKind::Paragraph(content) => self.paragraph(content, span),
            RawKind::List { .. } => {
                let tail = divider::tail(&block, self.around).map(|at| {
                    let tail = take_lines(&mut block, at);
                    (segment::span_of(&tail, span), tail)
                });
                if let RawKind::List { start, tight, items } = block.kind {
                    self.list(start, tight, items);
                }
                if let Some((span, tail)) = tail {
                    self.paragraph(tail, span);
                }
            }
            _ => self.segments.push(segment::segment(block)),
        }
    }

    fn paragraph(&mut self, content: Line, span: Span) {
        let lines = grouped(&content);
        if let Some(at) = divider::place(&lines) {
            return self.divided(lines, at, span);
        }
        if self.habit.cards(&content) == 0 {
            let block = Raw::new(RawKind::Paragraph(content), span);
            return self.segments.push(Segment::Block(block));
        }
        let mut plain: Line = Vec::new();
        for line in lines {
            match self.habit.card(&line) {
                Some(card) => {
                    self.text(&mut plain, span);
                    let card =
                        Card::new(card.front, card.back, Vec::new(), card.both, span);
                    self.card(card, Reach::Closed);
                }
                None => plain.extend(line),
            }
        }
        self.text(&mut plain, span);
    }

    /// Lines of which the one at `at` parts question and answer.
    fn divided(&mut self, mut lines: Vec<Line>, at: usize, span: Span) {
        let back: Line = lines.split_off(at + 1).into_iter().flatten().collect();
        let both = lines.pop().is_some_and(|line| divider::is_both(&line));
        let place = Raw::new(RawKind::Rule, span);
        let before = self.segments.iter().rev().map(Before::segment);
        let length = if lines.is_empty() {
            divider::length(before, &place, self.around)
        } else {
            divider::attached(before, &place, self.around)
        };
        let mut front =
            divider::front(self.segments.split_off(self.segments.len() - length));
        front.extend(card::paragraphs(lines, span));
        let card = Card { front, back: card::paragraph(back, span), both, span };
        if card.front.is_empty() {
            // A question mark without a question is one of the words.
            let sign = if both { "??" } else { "?" };
            let sign = Inline::text(sign);
            self.segments
                .push(Segment::Block(Raw::new(RawKind::Paragraph(vec![sign]), span)));
            self.segments.extend(card.back.into_iter().map(Segment::Block));
        } else {
            self.card(card, Reach::Section);
        }
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: Vec<RawItem>) {
        let mut plain: Vec<RawItem> = Vec::new();
        for item in items {
            let is_card = item::is_card(&item, self.habit, self.around);
            if !is_card && !item::holds_card(&item, self.habit, self.around) {
                plain.push(item);
                continue;
            }
            self.segments.extend(list_of(start, tight, std::mem::take(&mut plain)));
            if is_card {
                let card = item::card(item, self.habit, self.around);
                self.card(card, Reach::Closed);
            } else {
                // What cards stand below says what they are about.
                for block in item.blocks {
                    self.block(block);
                }
            }
        }
        self.segments.extend(list_of(start, tight, plain));
    }

    fn card(&mut self, card: Card, reach: Reach) {
        if card.both {
            self.both.push(self.segments.len());
        }
        self.segments.push(Segment::Question(card.asked(reach)));
    }

    fn text(&mut self, content: &mut Line, block: Span) {
        let content = trim(std::mem::take(content));
        if !content.is_empty() {
            let span = segment::span_of(&content, block);
            self.segments
                .push(Segment::Block(Raw::new(RawKind::Paragraph(content), span)));
        }
    }
}
