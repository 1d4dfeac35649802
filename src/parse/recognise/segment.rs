//! A source cut into segments: questions, headings, and the blocks between.

use crate::diagnostic::Span;
use crate::document::{Inline, plain_text};

use super::asking::mark;
use crate::parse::inlines;
use crate::parse::raw::{Raw, RawKind};

/// The source cut at its questions and headings.
#[derive(Debug)]
pub(crate) enum Segment {
    Heading { level: u8, id: Option<String>, content: Vec<Inline>, span: Span },
    Question(Asked),
    Block(Raw),
}

/// A question as a style found it.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The guide's own number.
    pub number: Option<Number>,
    /// `{#id}` of its heading.
    pub id: Option<String>,
    /// Without number and mark.
    pub title: Vec<Inline>,
    pub span: Span,
    /// Blocks that ask: the code that the title asks about.
    pub prompt: Vec<Raw>,
    /// What of the answer belongs to it for certain.
    pub answer: Vec<Raw>,
    pub reach: Reach,
}

/// A number that the guide gives a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub value: u32,
    /// Whether it is the question's name (`Q12`), not only its place in a list (`12.`),
    /// which moves when another question comes before it.
    pub named: bool,
}

impl Number {
    /// The number before an item of a list.
    pub(super) fn in_list(number: Option<u64>) -> Option<Self> {
        let value = number.and_then(|number| u32::try_from(number).ok())?;
        Some(Self { value, named: false })
    }
}

/// How far an answer goes beyond what belongs to the question for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// To the next heading of this level or above.
    Level(u8),
    /// To the next question, or a heading that is not below the section's.
    Section,
    /// No further.
    Closed,
}

/// Cuts `blocks` where each of `questions` is one block.
pub(super) fn segments(
    blocks: Vec<Raw>,
    questions: &[usize],
    question: impl Fn(Raw) -> Option<Asked>,
) -> Vec<Segment> {
    let mut next = questions.iter().peekable();
    let mut segments = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.into_iter().enumerate() {
        if next.next_if_eq(&&index).is_some() {
            segments.extend(question(block).map(Segment::Question));
        } else {
            segments.push(segment(block));
        }
    }
    segments
}

/// Takes the blocks at `indices` apart, each into as many segments as it takes.
pub(super) fn apart(
    blocks: Vec<Raw>,
    indices: &[usize],
    mut take_apart: impl FnMut(Raw, &mut Vec<Segment>),
) -> Vec<Segment> {
    let mut next = indices.iter().peekable();
    let mut segments = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.into_iter().enumerate() {
        if next.next_if_eq(&&index).is_some() {
            take_apart(block, &mut segments);
        } else {
            segments.push(segment(block));
        }
    }
    segments
}

/// From the first of `content` to its last; `whole` where these have no place.
pub(super) fn span_of(content: &[Inline], whole: Span) -> Span {
    match (content.first(), content.last()) {
        (Some(first), Some(last)) if first.span.line > 0 => {
            Span { end: last.span.end.max(first.span.end), ..first.span }
        }
        _ => whole,
    }
}

/// A paragraph of `content`, if there is any, with the place of its words or of the `whole`.
pub(super) fn paragraph(content: Vec<Inline>, whole: Span) -> Option<Raw> {
    let span = span_of(&content, whole);
    (!content.is_empty()).then(|| Raw::new(RawKind::Paragraph(content), span))
}

/// A block that is no question.
pub(super) fn segment(block: Raw) -> Segment {
    let span = block.span;
    match block.kind {
        RawKind::Heading { level, id, content, .. } => {
            Segment::Heading { level, id, content, span }
        }
        _ => Segment::Block(block),
    }
}

/// Number and title of a question whose words are `content`.
pub(super) fn titled(content: Vec<Inline>) -> (Option<Number>, Vec<Inline>) {
    let content = inlines::unbold(content);
    let words = plain_text(&content);
    let Some(mark) = mark(&words) else { return (None, content) };
    let title = inlines::without_front(content.clone(), mark.length);
    // A title that is nothing but the mark stays: `Question 12`.
    let number = mark.number.map(|value| Number { value, named: mark.named });
    if title.is_empty() { (number, content) } else { (number, title) }
}
