//! Questions that are items of lists: `1. What is ...?` with its answer below it or on the
//! same line, and lists of questions that nobody answers.
//!
//! Many lists hold a question among other things, so a list is one of questions only where
//! most of its items ask, and a guide has such questions only where it is made of such lists.

mod judged;

use super::finding::Finding;
use super::front::Sides;
use super::pairs::answer_mark;
use super::segment::{self, Asked, Number, Reach, Segment};
use super::style::Style;
use super::{bold, items};
use crate::document::plain_text;
use crate::parse::inlines;
use crate::parse::raw::{Raw, RawItem, RawKind};
use judged::{Judged, Part, is_answer, item_sides};

/// Lists of questions, where they are at least half of what the source says; a third where
/// many of them are answered.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let lists = judged::lists(blocks);
    let told = judged::told(blocks, &lists);
    let (asked, all) = (told.asked, told.all);
    let some = told.count >= 3
        || told.count >= 2 && told.answered == told.count
        || told.marked > 0 && told.answered > 0;
    let most = asked * 2 >= all || told.answered >= 8 && asked * 3 >= all;
    (some && most).then(|| finding(&lists, &told)).flatten()
}

/// All lists in which items ask, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    let lists = judged::lists(blocks);
    finding(&lists, &judged::told(blocks, &lists))
}

fn finding(lists: &[(usize, Judged)], told: &judged::Told) -> Option<Finding> {
    let asking = lists.iter().filter(|(_, list)| list.count() > 0);
    let questions = asking.map(|(index, _)| *index).collect();
    let (style, count, of) = (Style::ListItems, told.count, told.of);
    // A mark is hardly anything else; a list that asks may be a part of an answer.
    let weight = if told.marked * 2 > count { 7 } else { 2 };
    (count > 0).then_some(Finding { style, questions, count, of, weight })
}

/// Takes the lists of questions apart.
pub(super) fn apply(blocks: Vec<Raw>) -> Vec<Segment> {
    let mut lists = judged::lists(&blocks).into_iter().peekable();
    let mut taker = Taker::default();
    for (index, block) in blocks.into_iter().enumerate() {
        if let RawKind::Heading { level, .. } = block.kind {
            taker.level = level;
        }
        let judged = lists.next_if(|(at, _)| *at == index).map(|(_, list)| list);
        match (block.kind, judged) {
            (RawKind::List { start, tight, items }, Some(judged))
                if judged.count() > 0 =>
            {
                taker.label();
                let level = taker.level;
                taker.list(List { start, tight, items }, judged, level);
            }
            (kind, _) => {
                taker.segments.push(segment::segment(Raw::new(kind, block.span)));
            }
        }
    }
    taker.segments
}

struct List {
    start: Option<u64>,
    tight: bool,
    items: Vec<RawItem>,
}

#[derive(Default)]
struct Taker {
    segments: Vec<Segment>,
    /// The level of the last heading.
    level: u8,
    /// Whether an answer was named since the last question.
    answering: bool,
}

impl Taker {
    /// A line in bold right before a list of questions says what they are about.
    fn label(&mut self) {
        let is_label = |segment: &mut Segment| {
            matches!(segment, Segment::Block(block)
                if bold::bold_words(block).is_some_and(|words| words.len() < 80))
        };
        let Some(Segment::Block(block)) = self.segments.pop_if(is_label) else { return };
        self.heading(block, self.level);
    }

    /// A paragraph as the heading of what comes after it, below `level`.
    fn heading(&mut self, block: Raw, level: u8) {
        let span = block.span;
        let RawKind::Paragraph(content) = block.kind else { return };
        let mut content = inlines::unbold(content);
        inlines::trim_back(&mut content, &[':', '：']);
        let level = (level + 1).min(6);
        self.segments.push(Segment::Heading { level, id: None, content, span });
    }

    fn list(&mut self, list: List, judged: Judged, level: u8) {
        let List { start, tight, items } = list;
        let bare = judged.is_bare();
        // Items that do not ask stay a list, of the answer before them.
        let mut plain: Vec<RawItem> = Vec::new();
        let asks = judged.asks;
        for (item, part) in items.into_iter().zip(judged.parts) {
            match part {
                Part::Question(_) if asks => {
                    self.rest(start, tight, &mut plain);
                    self.answering = false;
                    self.segments.extend(question(item).map(Segment::Question));
                }
                Part::Answer if asks => {
                    self.rest(start, tight, &mut plain);
                    self.answer(item);
                }
                Part::Group(inner) => {
                    self.rest(start, tight, &mut plain);
                    self.group(item, inner, level);
                }
                Part::Other
                    if asks
                        && (bare || item.number.is_some() || item.blocks.len() > 1) =>
                {
                    self.rest(start, tight, &mut plain);
                    self.answering = false;
                    match whole(item) {
                        Ok(asked) => self.segments.push(Segment::Question(asked)),
                        Err(item) => plain.push(item),
                    }
                }
                _ => plain.push(item),
            }
        }
        self.rest(start, tight, &mut plain);
        if judged.goes_on
            && let Some(Segment::Question(asked)) = self.segments.last_mut()
        {
            asked.reach = Reach::Section;
        }
    }

    /// Items that do not ask: a list in the answer before them, or one that stands alone.
    fn rest(&mut self, start: Option<u64>, tight: bool, plain: &mut Vec<RawItem>) {
        let Some(list) = items::list_of(start, tight, std::mem::take(plain)) else {
            return;
        };
        match (self.segments.last_mut(), list) {
            (Some(Segment::Question(asked)), Segment::Block(list)) => {
                asked.answer.push(list);
            }
            (_, list) => self.segments.push(list),
        }
    }

    /// An item that names itself the answer of the one before.
    fn answer(&mut self, item: RawItem) {
        let mut blocks = item.blocks;
        unmark(&mut blocks);
        match self.segments.last_mut() {
            Some(Segment::Question(asked)) => {
                // What stands between a question and its named answer asks as well.
                if !std::mem::replace(&mut self.answering, true) {
                    asked.prompt.append(&mut asked.answer);
                }
                asked.answer.extend(blocks);
            }
            _ => self.segments.extend(blocks.into_iter().map(segment::segment)),
        }
    }

    /// An item that says what the questions below it are about.
    fn group(&mut self, item: RawItem, inner: Vec<Judged>, level: u8) {
        let mut blocks = item.blocks.into_iter();
        if let Some(first) = blocks.next() {
            self.heading(first, level);
        }
        for (block, judged) in blocks.zip(inner) {
            let span = block.span;
            match block.kind {
                RawKind::List { start, tight, items } => {
                    self.list(List { start, tight, items }, judged, (level + 1).min(6));
                }
                kind => self.segments.push(Segment::Block(Raw::new(kind, span))),
            }
        }
    }
}

/// The question that an item is.
fn question(mut item: RawItem) -> Option<Asked> {
    let Sides { number, front, back, .. } = item_sides(&item)?;
    let folded = matches!(item.blocks[0].kind, RawKind::Details { .. });
    let first = item.blocks.remove(0);
    let mut rest = if folded { details(first) } else { Vec::new() };
    rest.append(&mut item.blocks);
    let span = segment::span_of(&front, item.span);
    let (own, title) = segment::titled(front);
    let number = number.or(own).or_else(|| Number::in_list(item.number));
    let mut answer: Vec<Raw> = segment::paragraph(back, item.span).into_iter().collect();
    // Questions below a question that nothing answers ask with it.
    let follow_up = answer.is_empty() && matches!(&rest[..], [list] if only_asks(list));
    let prompt = if follow_up { std::mem::take(&mut rest) } else { Vec::new() };
    answer.append(&mut rest);
    unmark(&mut answer);
    Some(Asked { number, id: None, title, span, prompt, answer, reach: Reach::Closed })
}

/// An item that asks because those around it do.
fn whole(mut item: RawItem) -> Result<Asked, RawItem> {
    let words = item.blocks.first().is_some_and(
        |first| matches!(&first.kind, RawKind::Paragraph(content) if !content.is_empty()),
    );
    if !words {
        return Err(item);
    }
    let first = item.blocks.remove(0);
    let RawKind::Paragraph(content) = first.kind else { return Err(item) };
    let (own, title) = segment::titled(content);
    let number = own.or_else(|| Number::in_list(item.number));
    let mut answer = item.blocks;
    unmark(&mut answer);
    let (span, prompt, reach) = (first.span, Vec::new(), Reach::Closed);
    Ok(Asked { number, id: None, title, span, prompt, answer, reach })
}

fn details(block: Raw) -> Vec<Raw> {
    match block.kind {
        RawKind::Details { blocks, .. } => blocks,
        kind => vec![Raw::new(kind, block.span)],
    }
}

/// Whether a block is a list of questions without answers.
fn only_asks(block: &Raw) -> bool {
    let RawKind::List { items, .. } = &block.kind else { return false };
    let bare = |item: &RawItem| {
        item.blocks.len() == 1
            && item_sides(item).is_some_and(|sides| sides.back.is_empty())
    };
    items.iter().filter(|item| bare(item)).count() * 3 >= items.len() * 2
}

/// Takes `A:` off the front of an answer, which may be the only item of a list.
fn unmark(blocks: &mut Vec<Raw>) {
    let Some(first) = blocks.first_mut() else { return };
    match &mut first.kind {
        RawKind::Paragraph(content) => {
            if let Some(length) = answer_mark(plain_text(content).trim_start()) {
                inlines::trim_front(content);
                *content = inlines::without_front(std::mem::take(content), length);
                if content.is_empty() {
                    blocks.remove(0);
                }
            }
        }
        RawKind::List { items, .. } if items.len() == 1 && is_answer(&items[0]) => {
            let mut inner = std::mem::take(&mut items[0].blocks);
            unmark(&mut inner);
            blocks.splice(..1, inner);
        }
        _ => {}
    }
}
