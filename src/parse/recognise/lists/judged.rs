//! Which lists are lists of questions, and how much of a source they are.

use crate::document::plain_text;
use crate::parse::assemble::flatten;
use crate::parse::raw::{self, Raw, RawItem, RawKind};
use crate::parse::recognise::asking::{Asks, asks};
use crate::parse::recognise::details::hides_answer;

use crate::parse::recognise::front::{Sides, Sure, sides};
use crate::parse::recognise::pairs::answer_mark;

/// A list, and what each of its items is.
pub(super) struct Judged {
    pub parts: Vec<Part>,
    /// Whether it is a list of questions; one that is none may have such below it.
    pub asks: bool,
    /// Whether the answer of its last item goes on after the list, for want of indentation.
    pub goes_on: bool,
}

/// What an item is.
pub(super) enum Part {
    Question(Found),
    /// It names itself the answer of the item before it.
    Answer,
    /// It says what the lists below it are about; they are all that it has besides.
    Group(Vec<Judged>),
    Other,
}

/// A question that an item seems to be.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub sure: Sure,
    pub answered: bool,
}

impl Judged {
    /// How many questions it has, those below groups included.
    pub(super) fn count(&self) -> usize {
        let own = if self.asks { self.found().count() } else { 0 };
        own + self.groups().map(Self::count).sum::<usize>()
    }

    /// Whether most of its questions have no answers of their own.
    pub(super) fn is_bare(&self) -> bool {
        let answered = self.found().filter(|found| found.answered).count();
        answered * 2 < self.found().count() && !self.has_answers()
    }

    fn has_answers(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Answer))
    }

    fn found(&self) -> impl Iterator<Item = Found> {
        self.parts.iter().filter_map(|part| match part {
            Part::Question(found) => Some(*found),
            _ => None,
        })
    }

    fn groups(&self) -> impl Iterator<Item = &Self> {
        let inner = self.parts.iter().filter_map(|part| match part {
            Part::Group(inner) => Some(inner),
            _ => None,
        });
        inner.flatten()
    }

    /// Adds the questions that count to `told`.
    fn tell(&self, told: &mut Told) {
        if self.asks {
            told.of +=
                self.parts.iter().filter(|part| !matches!(part, Part::Answer)).count();
            for found in self.found() {
                told.count += 1;
                told.answered += usize::from(found.answered);
                told.marked += usize::from(found.sure == Sure::Marked);
            }
            told.answered +=
                self.parts.iter().filter(|one| matches!(one, Part::Answer)).count();
        }
        for group in self.groups() {
            group.tell(told);
        }
    }
}

/// What the lists of a source say together.
#[derive(Default)]
pub(super) struct Told {
    pub count: usize,
    pub of: usize,
    pub answered: usize,
    pub marked: usize,
    /// The bytes of questions and answers, and of all that is no heading.
    pub asked: usize,
    pub all: usize,
}

/// The lists among `blocks`, with their indices. Those below a heading that asks are part of
/// its answer and left out.
pub(super) fn lists(blocks: &[Raw]) -> Vec<(usize, Judged)> {
    let mut lists: Vec<(usize, Judged)> = Vec::new();
    // Lists whose numbers go on are one that the answers part: where it began, its next number.
    let mut series: Option<(usize, u64)> = None;
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    let mut answers = false;
    for (index, block) in blocks.iter().enumerate() {
        match &block.kind {
            RawKind::Heading { content, .. } => {
                answers = asks(&plain_text(content)) == Asks::Yes;
                series = None;
            }
            RawKind::List { items, .. } if !answers => {
                let first = items.first().and_then(|item| item.number);
                let last = items.last().and_then(|item| item.number);
                let at = lists.len();
                let follows = blocks.get(index + 1).is_some_and(is_text);
                lists.push((index, judge(items, follows)));
                match (series, first) {
                    (Some((began, next)), Some(first)) if first == next => {
                        ranges.pop_if(|range| range.start == began);
                        ranges.push(began..at + 1);
                        series = Some((began, last.unwrap_or(first) + 1));
                    }
                    (_, Some(first)) => {
                        ranges.push(at..at + 1);
                        series = Some((at, last.unwrap_or(first) + 1));
                    }
                    // Bullets between the numbers may be the answer.
                    (_, None) => {}
                }
            }
            _ => {}
        }
    }
    for range in ranges.into_iter().filter(|range| range.len() > 1) {
        // Bullets between the numbers are part of an answer.
        let numbered = |(index, _): &&(usize, Judged)| has_number(&blocks[*index]);
        let parts = lists[range.clone()].iter().filter(numbered);
        let whole = is_asking(parts.flat_map(|(_, list)| &list.parts));
        let numbers = range.filter(|at| has_number(&blocks[lists[*at].0]));
        for at in numbers.collect::<Vec<_>>() {
            lists[at].1.asks = whole;
        }
    }
    among_many(&mut lists);
    lists
}

/// Where many lists are of questions, one in which a third of the items asks is as well: the
/// others request in words that nothing here knows.
fn among_many(lists: &mut [(usize, Judged)]) {
    let sure: usize = lists.iter().map(|(_, list)| list.count()).sum();
    if sure < 10 {
        return;
    }
    for (_, list) in lists {
        let asking = list.found().filter(|found| found.sure != Sure::Request).count();
        list.asks |= asking >= 2 && asking * 3 >= list.parts.len();
    }
}

fn is_text(block: &Raw) -> bool {
    !matches!(block.kind, RawKind::Heading { .. })
}

fn has_number(block: &Raw) -> bool {
    matches!(&block.kind, RawKind::List { start: Some(_), .. })
}

/// Judges items, behind which `follows` says whether text comes. The answer to the last one stands
/// there if it has none of its own, but the others have, or there is no other.
fn judge(items: &[RawItem], follows: bool) -> Judged {
    let mut parts: Vec<Part> = items.iter().map(judge_item).collect();
    let has_more = |(item, part): (&RawItem, &Part)| {
        item.blocks.len() > 1 || matches!(part, Part::Question(found) if found.answered)
    };
    let mut more = items.iter().zip(&parts).map(has_more).rev();
    let goes_on = follows && more.next() == Some(false) && more.all(|more| more);
    if goes_on && let Some(Part::Question(last)) = parts.last_mut() {
        last.answered = true;
    }
    Judged { asks: is_asking(parts.iter()), parts, goes_on }
}

fn judge_item(item: &RawItem) -> Part {
    if let Some(Sides { sure, back, .. }) = item_sides(item) {
        let answered = !back.is_empty() || item.blocks.len() > 1;
        return Part::Question(Found { sure, answered });
    }
    if is_answer(item) {
        return Part::Answer;
    }
    group(item).map_or(Part::Other, Part::Group)
}

/// The lists of an item that is words and lists, if any of them asks.
fn group(item: &RawItem) -> Option<Vec<Judged>> {
    let (first, lists) = item.blocks.split_first()?;
    if !matches!(first.kind, RawKind::Paragraph(_)) || lists.is_empty() {
        return None;
    }
    let mut all = Vec::with_capacity(lists.len());
    for block in lists {
        let RawKind::List { items, .. } = &block.kind else { return None };
        all.push(judge(items, false));
    }
    all.iter().any(|list| list.count() > 0).then_some(all)
}

/// Whether so many of the items ask that all are meant to.
fn is_asking<'a>(parts: impl Iterator<Item = &'a Part>) -> bool {
    let (mut asking, mut requests, mut all) = (0, 0, 0);
    for part in parts {
        match part {
            Part::Question(found) => {
                all += 1;
                asking += usize::from(found.sure != Sure::Request);
                requests += usize::from(found.sure == Sure::Request);
            }
            Part::Other => all += 1,
            Part::Answer | Part::Group(_) => {}
        }
    }
    let either = asking + requests;
    // Half of many, two thirds of a few; with requests in words that are known here a third
    // will do, or none where nearly all request.
    asking >= 4 && asking * 2 >= all
        || asking > 0 && asking * 3 >= all * 2
        || asking > 0 && asking * 3 >= all && either * 4 >= all * 3
        || either >= 3 && either * 10 >= all * 9
}

/// What an item says that asks: its first paragraph, or what its first part that folds out
/// shows.
pub(super) fn item_sides(item: &RawItem) -> Option<Sides> {
    match item.blocks.first().map(|first| &first.kind) {
        Some(RawKind::Paragraph(content)) => sides(content),
        Some(RawKind::Details { summary, .. }) => {
            let summary = flatten(summary.clone());
            sides(&summary).filter(|_| !hides_answer(&plain_text(&summary)))
        }
        _ => None,
    }
}

/// Whether an item names itself an answer.
pub(super) fn is_answer(item: &RawItem) -> bool {
    match item.blocks.first().map(|first| &first.kind) {
        Some(RawKind::Paragraph(content)) => {
            let first = content.get(..2).unwrap_or(content);
            answer_mark(plain_text(first).trim_start()).is_some()
        }
        _ => false,
    }
}

/// Sums up what `lists` have among `blocks`.
pub(super) fn told(blocks: &[Raw], lists: &[(usize, Judged)]) -> Told {
    let mut told = Told::default();
    let mut lists = lists.iter().peekable();
    // Whether what comes next is an answer that stands after its list.
    let mut goes_on = false;
    for (index, block) in blocks.iter().enumerate() {
        if matches!(block.kind, RawKind::Heading { .. } | RawKind::Rule) {
            goes_on &= block.kind == RawKind::Rule;
            continue;
        }
        let bytes = bytes(block);
        told.all += bytes;
        if let Some((_, list)) = lists.next_if(|(at, _)| *at == index) {
            let asks = list.count() > 0;
            list.tell(&mut told);
            goes_on = list.goes_on && asks || goes_on && !asks;
            told.asked += if asks || goes_on { bytes } else { 0 };
        } else if goes_on {
            told.asked += bytes;
        }
    }
    told
}

/// How many bytes of text a block has.
fn bytes(block: &Raw) -> usize {
    let blocks = std::slice::from_ref(block);
    let mut bytes = 0;
    raw::each_inline(blocks, &mut |inline| {
        if let Some(words) = inline.kind.words() {
            bytes += words.len();
        }
    });
    bytes + code(blocks)
}

fn code(blocks: &[Raw]) -> usize {
    let each = blocks.iter().map(|block| match &block.kind {
        RawKind::Code { text, .. } => text.len(),
        _ => block.inner().into_iter().map(code).sum(),
    });
    each.sum()
}
