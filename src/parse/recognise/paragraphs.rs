//! Questions that are lines of plain text: `Q1. ...`, a line before an answer that folds
//! out, or, in a source that has hardly anything else, paragraphs that ask.

use crate::document::plain_text;

use super::asking::{Asks, asks};
use super::bold::bold_words;
use super::details::folds_answer;
use super::finding::{self, Finding};
use super::front::{Sides, Sure, sides};
use super::segment::{self, Asked, Reach, Segment};
use super::style::Style;
use crate::parse::raw::{Raw, RawKind};

/// Lines with a mark, two of them or one whose answer folds out; lines before such answers;
/// else lines that ask with a text after each of them, where there is no other text.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let lines = gather(blocks);
    let marked = lines.iter().filter(|line| line.sure == Sure::Marked).count();
    let folded = lines.iter().filter(|line| line.folded).count();
    if marked >= 2 || folded >= 2 || marked > 0 && folded > 0 {
        // One that only asks is a question among these too if it is answered like them.
        let weight = if marked >= 2 { 6 } else { 5 };
        let surely = |line: &&Line| line.sure == Sure::Marked || line.folded;
        return found(lines.iter().filter(surely), lines.len(), weight);
    }
    let asking: Vec<&Line> =
        lines.iter().filter(|line| line.sure == Sure::Asks).collect();
    let all: Vec<usize> = asking.iter().map(|line| line.index).collect();
    let answered = asking.iter().filter(|line| line.answered).count();
    // A paragraph or two of answer, or a list; chapters are no answers.
    let enough = asking.len() >= 4
        && answered * 10 >= asking.len() * 9
        && finding::others(blocks, &all) <= asking.len() * 3;
    enough.then(|| found(asking.into_iter(), lines.len(), 1)).flatten()
}

/// All lines that ask or have a mark, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    let lines = gather(blocks);
    found(lines.iter(), lines.len(), 1)
}

fn found<'a>(
    lines: impl Iterator<Item = &'a Line>,
    of: usize,
    weight: usize,
) -> Option<Finding> {
    let questions: Vec<usize> = lines.map(|line| line.index).collect();
    Finding::some(Style::Lines, questions, of, weight)
}

/// Cuts the blocks at the paragraphs that are questions.
pub(super) fn apply(blocks: Vec<Raw>, questions: &[usize]) -> Vec<Segment> {
    segment::segments(blocks, questions, question)
}

struct Line {
    index: usize,
    sure: Sure,
    /// Whether its answer folds out.
    folded: bool,
    /// Whether anything follows that may be its answer.
    answered: bool,
}

fn gather(blocks: &[Raw]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::Paragraph(content) = &block.kind else { continue };
        // What is wholly in bold is a style of its own.
        if bold_words(block).is_some() {
            continue;
        }
        let Some(Sides { sure, back, front, .. }) = sides(content) else { continue };
        // What is asked about may stand between a question and its answer.
        let about = |block: &&Raw| {
            matches!(
                block.kind,
                RawKind::Code { .. } | RawKind::List { .. } | RawKind::Table(_)
            )
        };
        let mut next = blocks[index + 1..].iter().take(4).skip_while(about);
        let folded = back.is_empty() && next.next().is_some_and(folds_answer);
        let answered = !back.is_empty() || blocks.get(index + 1).is_some_and(may_answer);
        // A request is part of a text unless its answer folds out.
        if sure == Sure::Request && !folded || plain_text(&front).trim().is_empty() {
            continue;
        }
        lines.push(Line { index, sure, folded, answered });
    }
    lines
}

fn may_answer(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Heading { .. } | RawKind::Rule => false,
        RawKind::Paragraph(content) => asks(&plain_text(content)) != Asks::Yes,
        _ => true,
    }
}

fn question(block: Raw) -> Option<Asked> {
    let RawKind::Paragraph(content) = block.kind else { return None };
    let Sides { number, front, back, .. } = sides(&content)?;
    let span = segment::span_of(&front, block.span);
    let (own, title) = segment::titled(front);
    let answer = segment::paragraph(back, block.span).into_iter().collect();
    let (number, prompt, reach) = (number.or(own), Vec::new(), Reach::Section);
    Some(Asked { number, id: None, title, span, prompt, answer, reach })
}
