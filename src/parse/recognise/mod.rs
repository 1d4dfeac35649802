//! Finding the questions of a guide.
//!
//! Authors have a style and keep to it; so each style is looked for in the whole source,
//! and the one with the most evidence is taken. A single heading with a question mark in
//! a guide of topics is no style. Each style is a module with two functions: `find` says
//! which blocks would be questions and how sure that is, `apply` (or the shared
//! [`pieces`]) cuts the blocks there.
//!
//! Architecture invariant: a style sees the blocks of one source, never the outline, and
//! changes no words except for taking off the mark (`Q12:`) that made it a question.

mod asking;
mod bold;
mod details;
mod headings;
mod items;
mod pairs;

use crate::diagnostic::Span;
use crate::document::Inline;

use super::raw::{Raw, RawKind};

pub use asking::mark;
pub use details::covers_answer;

/// The source cut at its questions and headings.
#[derive(Debug)]
pub enum Piece {
    Heading { level: u8, id: Option<String>, content: Vec<Inline>, span: Span },
    Question(Asked),
    Block(Raw),
}

/// A question as a style found it.
#[derive(Debug)]
pub struct Asked {
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
pub struct Number {
    pub value: u32,
    /// Whether it is the question's name (`Q12`), not only its place in a list (`12.`),
    /// which moves when another question comes before it.
    pub named: bool,
}

/// How far an answer goes beyond what belongs to the question for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To the next heading of this level or above.
    Level(u8),
    /// To the next question, or a heading that is not below the section's.
    Section,
    /// No further.
    Closed,
}

/// The styles, in the order of preference where the evidence is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `### Q12: ...`.
    MarkedHeadings,
    /// `1. ### ...`.
    ItemHeadings,
    /// `<details><summary>...`.
    Details,
    /// `### ...?`.
    AskingHeadings,
    /// `**Q:** ... **A:** ...`.
    Pairs,
    /// `**...?**`.
    BoldParagraphs,
}

/// The style of a source and how many questions it gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognition {
    /// How the author writes questions.
    pub style: Style,
    /// How many there are.
    pub questions: usize,
}

/// What a style would make of the blocks: the indices of those that are questions.
struct Finding {
    style: Style,
    questions: Vec<usize>,
    count: usize,
    weight: usize,
}

/// Cuts `blocks` at headings and at the questions of the best style.
pub fn recognise(
    blocks: Vec<Raw>,
    linked: &dyn Fn(&Raw) -> bool,
) -> (Vec<Piece>, Option<Style>) {
    let findings = [
        headings::find_marked(&blocks),
        items::find(&blocks),
        details::find(&blocks),
        headings::find_asking(&blocks, linked),
        pairs::find(&blocks),
        bold::find(&blocks),
    ];
    // The first of equals: `max_by_key` would take the last.
    let best = findings
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.score() > best.score() { next } else { best });
    let Some(best) = best else { return (pieces(blocks, &[], |_| None), None) };
    let questions = &best.questions;
    let pieces = match best.style {
        Style::MarkedHeadings | Style::AskingHeadings => {
            pieces(blocks, questions, headings::question)
        }
        Style::BoldParagraphs => pieces(blocks, questions, bold::question),
        Style::Details => pieces(blocks, questions, details::question),
        Style::ItemHeadings => items::apply(blocks, questions),
        Style::Pairs => pairs::apply(blocks),
    };
    (pieces, Some(best.style))
}

impl Finding {
    fn score(&self) -> usize {
        self.count * self.weight
    }

    /// A finding of the blocks at `questions`, if there are any.
    fn of(style: Style, questions: Vec<usize>, weight: usize) -> Option<Self> {
        let count = questions.len();
        (count > 0).then_some(Self { style, questions, count, weight })
    }
}

/// Cuts `blocks` where each of `questions` is one block.
fn pieces(
    blocks: Vec<Raw>,
    questions: &[usize],
    question: impl Fn(Raw) -> Option<Asked>,
) -> Vec<Piece> {
    let mut next = questions.iter().peekable();
    let mut pieces = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.into_iter().enumerate() {
        if next.next_if_eq(&&index).is_some() {
            pieces.extend(question(block).map(Piece::Question));
        } else {
            pieces.push(piece(block));
        }
    }
    pieces
}

/// A block that is no question.
fn piece(block: Raw) -> Piece {
    let span = block.span;
    match block.kind {
        RawKind::Heading { level, id, content, .. } => {
            Piece::Heading { level, id, content, span }
        }
        _ => Piece::Block(block),
    }
}

/// Number and title of a question whose words are `content`.
fn titled(content: Vec<Inline>) -> (Option<Number>, Vec<Inline>) {
    let content = super::inlines::unbold(content);
    let words = crate::document::plain_text(&content);
    let Some(mark) = mark(&words) else { return (None, content) };
    let title = super::inlines::without_front(content.clone(), mark.length);
    // A title that is nothing but the mark stays: `Question 12`.
    let number = mark.number.map(|value| Number { value, named: mark.named });
    if title.is_empty() { (number, content) } else { (number, title) }
}
