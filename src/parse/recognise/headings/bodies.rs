//! Headings that say what a question is about, and below each a paragraph that asks it;
//! and headings that only count the questions below them: `### Question 12`.

use crate::document::plain_text;

use super::Finding;
use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::asking::{Asks, asks, mark};
use crate::parse::recognise::segment::{self, Asked, Reach, Segment};
use crate::parse::recognise::style::Style;

/// As long as a question is, in bytes.
const LONGEST: usize = 700;

/// Headings right above paragraphs that ask, where most of those that stand above text do.
pub(in crate::parse::recognise) fn find(blocks: &[Raw]) -> Option<Finding> {
    let (mut headings, mut of) = (Vec::new(), 0);
    for (index, pair) in blocks.windows(2).enumerate() {
        let [heading, next] = pair else { continue };
        let RawKind::Heading { level, .. } = heading.kind else { continue };
        // The title of the whole, and what is above other headings.
        if level == 1 || matches!(next.kind, RawKind::Heading { .. } | RawKind::Rule) {
            continue;
        }
        of += 1;
        if asking(next).is_some_and(|words| asks(&words) == Asks::Yes) {
            headings.push(index);
        }
    }
    let enough = headings.len() >= 3 && headings.len() * 3 >= of * 2;
    enough.then(|| Finding::some(Style::AskingBodies, headings, of, 2)).flatten()
}

/// The words of a paragraph that can be a question: one line, or one sentence.
fn asking(block: &Raw) -> Option<String> {
    let RawKind::Paragraph(content) = &block.kind else { return None };
    let words = plain_text(content);
    (words.len() <= LONGEST).then_some(words)
}

/// Cuts the blocks at the headings; the paragraphs below them ask with them.
pub(in crate::parse::recognise) fn apply(
    blocks: Vec<Raw>,
    questions: &[usize],
) -> Vec<Segment> {
    let segments = segment::segments(blocks, questions, super::question);
    let mut joined: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        match (joined.last_mut(), segment) {
            (Some(Segment::Question(asked)), Segment::Block(block))
                if asked.prompt.is_empty() =>
            {
                asked.prompt.push(block);
            }
            (_, segment) => joined.push(segment),
        }
    }
    joined
}

/// Where a heading only counts its question, the paragraph below it is the question.
pub(in crate::parse::recognise) fn named(segments: Vec<Segment>) -> Vec<Segment> {
    let mut joined: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut segments = segments.into_iter().peekable();
    while let Some(mut segment) = segments.next() {
        if let Segment::Question(asked) = &mut segment
            && only_counts(asked)
            && let Some(Segment::Block(block)) = segments.next_if(
                |next| matches!(next, Segment::Block(block) if asking(block).is_some()),
            )
        {
            // A lone paragraph is the answer of a question that has no words.
            if matches!(segments.peek(), Some(Segment::Block(_))) || asks_at_end(&block) {
                take_words(asked, block);
            } else {
                joined.push(segment);
                segment = Segment::Block(block);
            }
        }
        joined.push(segment);
    }
    joined
}

fn asks_at_end(block: &Raw) -> bool {
    asking(block).is_some_and(|words| asks(&words) > Asks::No)
}

fn only_counts(asked: &Asked) -> bool {
    let words = plain_text(&asked.title);
    matches!(asked.reach, Reach::Level(_))
        && asked.number.is_some_and(|number| number.named)
        && mark(&words).is_some_and(|mark| mark.length == words.trim_end().len())
}

fn take_words(asked: &mut Asked, block: Raw) {
    if let RawKind::Paragraph(content) = block.kind {
        asked.title = content;
    }
}
