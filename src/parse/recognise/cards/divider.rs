//! A line with nothing but `?`, or `??` for both directions, and what it divides: before it may
//! stand code, a list, a picture.

use crate::document::{Inline, InlineKind};
use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::around::Around;
use crate::parse::recognise::lines::{Line, grouped, last_paragraph};
use crate::parse::recognise::segment::Segment;

use super::card::has_words;

/// A front has so many blocks; above more, a sign stands by itself.
const MOST_BEFORE: usize = 16;

/// A quick look, so that most paragraphs need no splitting.
pub(super) fn may_divide(content: &[Inline]) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => text.lines().any(is_divider),
        _ => false,
    })
}

fn is_divider(line: &str) -> bool {
    matches!(line.trim(), "?" | "??")
}

/// The words of a line that is only text.
fn words(line: &[Inline]) -> Option<&str> {
    match line {
        [Inline { kind: InlineKind::Text(text), .. }] => Some(text),
        [Inline { kind: InlineKind::Text(text), .. }, rest] => {
            (rest.kind == InlineKind::LineBreak).then_some(text)
        }
        _ => None,
    }
}

/// Whether the line that divides asks in both directions.
pub(super) fn is_both(line: &[Inline]) -> bool {
    words(line).is_some_and(|words| words.trim() == "??")
}

/// Which of the lines is nothing but the sign.
pub(super) fn place(lines: &[Line]) -> Option<usize> {
    lines.iter().position(|line| words(line).is_some_and(is_divider))
}

/// The line of a list's last paragraph that is the sign, where it stands right below the list
/// instead of in its last item.
pub(super) fn tail(list: &Raw, around: &Around<'_>) -> Option<usize> {
    let (item, content) = last_paragraph(list)?;
    if !may_divide(content) {
        return None;
    }
    let at = place(&grouped(content)).filter(|at| *at > 0)?;
    let written = around.text.get(item.span.start as usize..item.span.end as usize)?;
    let outside = written
        .lines()
        .skip(1)
        .any(|line| is_divider(line) && !line.starts_with(char::is_whitespace));
    outside.then_some(at)
}

/// What stands before a sign.
#[derive(Clone, Copy)]
pub(super) enum Before<'a> {
    /// Words, which can be a title: a front begins with them.
    Words(&'a Raw),
    Heading,
    /// Code, a list, a picture.
    Block(&'a Raw),
    /// Another card, or a line across.
    End,
}

impl<'a> Before<'a> {
    pub(super) fn segment(segment: &'a Segment) -> Self {
        match segment {
            Segment::Question(_) => Self::End,
            Segment::Heading { .. } => Self::Heading,
            Segment::Block(block) => Self::block(block),
        }
    }

    fn block(block: &'a Raw) -> Self {
        match &block.kind {
            RawKind::Rule => Self::End,
            RawKind::Heading { .. } => Self::Heading,
            RawKind::Paragraph(content) if may_divide(content) => Self::End,
            RawKind::Paragraph(_) if has_words(block) => Self::Words(block),
            _ => Self::Block(block),
        }
    }
}

/// How many of the last of `blocks` are the front of a card whose sign stands in `next`.
pub(super) fn before(blocks: &[Raw], next: &Raw, around: &Around<'_>) -> usize {
    length(blocks.iter().rev().map(Before::block), next, around)
}

/// How many blocks right before a sign are the front: those that touch it; if none does, those up
/// to the next words.
pub(super) fn length<'a>(
    before: impl Iterator<Item = Before<'a>>,
    sign: &Raw,
    around: &Around<'_>,
) -> usize {
    let (mut count, mut next, mut apart) = (0, sign, true);
    for one in before.take(MOST_BEFORE) {
        let block = match one {
            Before::End => break,
            Before::Heading => return count + usize::from(apart || count == 0),
            Before::Words(block) | Before::Block(block) => block,
        };
        if count == 0 {
            apart = !around.touch(block, next);
        } else if !apart && !around.touch(block, next) {
            break;
        }
        count += 1;
        if matches!(one, Before::Words(_)) {
            return count;
        }
        next = block;
    }
    count
}

/// How many blocks are the front together with the words right above a sign: no blank line parts
/// them.
pub(super) fn attached<'a>(
    before: impl Iterator<Item = Before<'a>>,
    words: &Raw,
    around: &Around<'_>,
) -> usize {
    let (mut count, mut next) = (0, words);
    for one in before.take(MOST_BEFORE) {
        let (Before::Words(block) | Before::Block(block)) = one else { break };
        if !around.touch(block, next) {
            break;
        }
        count += 1;
        next = block;
    }
    count
}

/// The blocks that segments are.
pub(super) fn front(segments: Vec<Segment>) -> Vec<Raw> {
    let blocks = segments.into_iter().filter_map(|segment| match segment {
        Segment::Block(block) => Some(block),
        Segment::Heading { level, id, content, span } => {
            let kind = RawKind::Heading { level, id, content, indented: false };
            Some(Raw::new(kind, span))
        }
        Segment::Question(_) => None,
    });
    blocks.collect()
}
