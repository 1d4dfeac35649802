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
mod cards;
mod definitions;
mod details;
mod headings;
mod items;
mod pairs;
mod tables;
mod told;

use std::collections::BTreeSet;

use crate::diagnostic::Span;
use crate::document::Inline;

use super::raw::{Raw, RawKind};

pub use asking::mark;
pub use details::covers_answer;
pub use pairs::is_marked;
pub use told::QuestionStyle;

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
    /// `front :: back`, or a line with only `?` between question and answer.
    Cards,
    /// Rows of tables headed `Question | Answer`.
    QuestionTables,
    /// Terms of definition lists.
    Definitions,
    /// Rows of tables headed `Term | Meaning`.
    TermTables,
}

/// The style of a source, and why it is that one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// How the author writes questions.
    pub style: Style,
    /// How many there are.
    pub questions: usize,
    /// How many things there are that could have been questions of this style.
    pub of: usize,
    /// Whether somebody said so, instead of the evidence.
    pub told: bool,
    /// What was not taken for questions, with what would have been their number.
    pub others: Vec<(Style, usize)>,
    /// Where the first question stands.
    pub first: Span,
}

/// What a style would make of the blocks: the indices of those that are questions, or hold
/// them.
struct Finding {
    style: Style,
    questions: Vec<usize>,
    count: usize,
    /// How many things there are that could be written so.
    of: usize,
    /// What one question counts; 0 for a style that counts where there is no other.
    weight: usize,
}

/// The style that was chosen, and those that were not.
pub struct Choice {
    pub style: Style,
    pub of: usize,
    pub told: bool,
    pub others: Vec<(Style, usize)>,
}

/// Cuts `blocks` at headings and at the questions: of the style that was told, else of the
/// best.
pub fn recognise(
    blocks: Vec<Raw>,
    linked: &dyn Fn(&Raw) -> bool,
    told: QuestionStyle,
) -> (Vec<Piece>, Option<Choice>) {
    let findings = match told {
        QuestionStyle::Auto => all(&blocks, linked),
        _ => told::find(told, &blocks).into_iter().collect(),
    };
    // The first of equals: `max_by_key` would take the last.
    let best = findings
        .iter()
        .reduce(|best, next| if next.score() > best.score() { next } else { best });
    let Some(best) = best else { return (pieces(blocks, &[], |_| None), None) };
    let others = findings.iter().filter(|one| one.style != best.style);
    let others = others.map(|one| (one.style, one.besides(best)));
    let choice = Choice {
        style: best.style,
        of: best.of,
        told: told != QuestionStyle::Auto,
        others: others.filter(|(_, count)| *count > 0).collect(),
    };
    (cut(blocks, best), Some(choice))
}

/// What each style would make of the blocks.
fn all(blocks: &[Raw], linked: &dyn Fn(&Raw) -> bool) -> Vec<Finding> {
    let findings = [
        headings::find_marked(blocks),
        items::find(blocks),
        details::find(blocks),
        headings::find_asking(blocks, linked),
        pairs::find(blocks),
        bold::find(blocks),
        cards::find(blocks),
        tables::find(blocks),
        definitions::find(blocks),
        tables::find_terms(blocks),
    ];
    findings.into_iter().flatten().collect()
}

fn cut(blocks: Vec<Raw>, finding: &Finding) -> Vec<Piece> {
    let questions = &finding.questions;
    match finding.style {
        Style::MarkedHeadings | Style::AskingHeadings => {
            pieces(blocks, questions, headings::question)
        }
        Style::BoldParagraphs => pieces(blocks, questions, bold::question),
        Style::Details => pieces(blocks, questions, details::question),
        Style::ItemHeadings => items::apply(blocks, questions),
        Style::Pairs => pairs::apply(blocks),
        Style::Cards => cards::apply(blocks),
        Style::QuestionTables | Style::TermTables => tables::apply(blocks, questions),
        Style::Definitions => definitions::apply(blocks, questions),
    }
}

impl Finding {
    /// Where it is equal, the number of questions decides.
    fn score(&self) -> (usize, usize) {
        (self.count * self.weight, self.count)
    }

    /// How many of its questions are not of blocks that `best` has: two styles can mean the
    /// same headings.
    fn besides(&self, best: &Self) -> usize {
        let theirs: BTreeSet<usize> = best.questions.iter().copied().collect();
        let own = self.questions.iter().filter(|at| !theirs.contains(at)).count();
        if own == self.questions.len() { self.count } else { own }
    }

    /// A finding of the blocks at `questions`, if there are any, of so many candidates.
    fn some(
        style: Style,
        questions: Vec<usize>,
        of: usize,
        weight: usize,
    ) -> Option<Self> {
        let count = questions.len();
        (count > 0).then_some(Self { style, questions, count, of, weight })
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

/// Takes the blocks at `indices` apart, each into as many pieces as it takes.
fn apart(
    blocks: Vec<Raw>,
    indices: &[usize],
    mut take_apart: impl FnMut(Raw, &mut Vec<Piece>),
) -> Vec<Piece> {
    let mut next = indices.iter().peekable();
    let mut pieces = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.into_iter().enumerate() {
        if next.next_if_eq(&&index).is_some() {
            take_apart(block, &mut pieces);
        } else {
            pieces.push(piece(block));
        }
    }
    pieces
}

/// How many blocks of text there are besides those at `indices`.
fn others(blocks: &[Raw], indices: &[usize]) -> usize {
    let is_text =
        |block: &&Raw| !matches!(block.kind, RawKind::Heading { .. } | RawKind::Rule);
    blocks.iter().filter(is_text).count().saturating_sub(indices.len())
}

/// From the first of `content` to its last; `whole` where these have no place.
fn span_of(content: &[Inline], whole: Span) -> Span {
    match (content.first(), content.last()) {
        (Some(first), Some(last)) if first.span.line > 0 => {
            Span { end: last.span.end.max(first.span.end), ..first.span }
        }
        _ => whole,
    }
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
