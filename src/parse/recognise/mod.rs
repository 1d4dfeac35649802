//! Finding the questions of a guide.
//!
//! Authors have a style and keep to it; so each style is looked for in the whole source,
//! and the one with the most evidence is taken. A single heading with a question mark in
//! a guide of topics is no style. Each style is a module with two functions: `find` says
//! which blocks would be questions and how sure that is, `apply` (or the shared
//! [`segments`]) cuts the blocks there.
//!
//! Architecture invariant: a style sees the blocks of one source, never the outline, and
//! changes no words except for taking off the mark (`Q12:`) that made it a question.

mod around;
mod asking;
mod bold;
mod cards;
mod cloze;
mod definitions;
mod details;
mod finding;
mod front;
mod headings;
mod items;
mod lines;
mod lists;
mod pairs;
mod paragraphs;
mod segment;
mod style;
mod tables;

use crate::diagnostic::Span;

use super::raw::Raw;
use finding::Finding;
use segment::segments;

pub(super) use around::Around;
pub(super) use asking::mark;
pub(super) use cloze::{gaps, holds_gap};
pub(super) use details::{folds_answer, hides_answer};
pub(super) use pairs::{answer_mark, is_answer, is_answer_name, is_in_full, is_marked};
pub(super) use segment::{Asked, Reach, Segment};
pub use style::{QuestionStyle, Style};

/// Whether a line of words is a question, or begins as questions do.
pub(crate) fn is_question(words: &str) -> bool {
    asking::asks(words) > asking::Asks::No
}

/// The style of a source, and why it is that one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recognition {
    /// How the author writes questions.
    pub style: Style,
    /// How many there are.
    pub questions: usize,
    /// How many things there are that could have been questions of this style.
    pub of: usize,
    /// Whether the caller or the front matter asked for it; else the evidence chose it.
    pub requested: bool,
    /// What was not taken for questions, with what would have been their number.
    pub others: Vec<(Style, usize)>,
    /// Where the first question stands.
    pub first: Span,
}

/// The style that was chosen, and those that were not.
pub(super) struct Choice {
    pub style: Style,
    pub of: usize,
    pub requested: bool,
    pub others: Vec<(Style, usize)>,
}

/// Cuts `blocks` at headings and at the questions: of the style that the caller asks for, else of the
/// best.
pub(super) fn recognise(
    blocks: Vec<Raw>,
    around: &Around<'_>,
    style: QuestionStyle,
) -> (Vec<Segment>, Option<Choice>) {
    let findings = match style {
        QuestionStyle::Auto => all(&blocks, around),
        _ => requested(style, &blocks, around).into_iter().collect(),
    };
    // The first of equals: `max_by_key` would take the last.
    let best = findings
        .iter()
        .reduce(|best, next| if next.score() > best.score() { next } else { best });
    let Some(best) = best else { return (segments(blocks, &[], |_| None), None) };
    let others = findings.iter().filter(|one| one.style != best.style);
    let others = others.map(|one| (one.style, one.besides(best)));
    let choice = Choice {
        style: best.style,
        of: best.of,
        requested: style != QuestionStyle::Auto,
        others: others.filter(|(_, count)| *count > 0).collect(),
    };
    (cut(blocks, best, around), Some(choice))
}

/// What each style would make of the blocks.
fn all(blocks: &[Raw], around: &Around<'_>) -> Vec<Finding> {
    let findings = [
        headings::find_marked(blocks, around.cards),
        headings::called::find(blocks),
        items::find(blocks),
        lists::find(blocks),
        details::find(blocks),
        headings::find_asking(blocks, around),
        headings::bodies::find(blocks),
        pairs::find(blocks),
        paragraphs::find(blocks),
        bold::find(blocks, around),
        cards::find(blocks, around),
        tables::find(blocks),
        definitions::find(blocks),
        tables::find_terms(blocks),
    ];
    findings.into_iter().flatten().collect()
}

fn cut(blocks: Vec<Raw>, finding: &Finding, around: &Around<'_>) -> Vec<Segment> {
    let questions = &finding.questions;
    match finding.style {
        Style::MarkedHeadings => {
            headings::bodies::named(segments(blocks, questions, headings::question))
        }
        Style::AskingHeadings => segments(blocks, questions, headings::question),
        Style::QuestionAndAnswer => headings::called::apply(blocks, questions),
        Style::AskingBodies => headings::bodies::apply(blocks, questions),
        Style::Lines => paragraphs::apply(blocks, questions),
        Style::BoldParagraphs => segments(blocks, questions, bold::question),
        Style::Details => segments(blocks, questions, details::question),
        Style::ItemHeadings => items::apply(blocks, questions),
        Style::ListItems => lists::apply(blocks),
        Style::Pairs => pairs::apply(blocks),
        Style::Cards => cards::apply(blocks, around),
        Style::QuestionTables | Style::TermTables => tables::apply(blocks, questions),
        Style::Definitions => definitions::apply(blocks, questions),
    }
}

/// What the style that the caller asks for makes of the blocks.
fn requested(
    style: QuestionStyle,
    blocks: &[Raw],
    around: &Around<'_>,
) -> Option<Finding> {
    match style {
        QuestionStyle::Auto | QuestionStyle::None => None,
        QuestionStyle::Heading => headings::find_requested(blocks, around),
        QuestionStyle::Bold => bold::find_requested(blocks),
        QuestionStyle::Details => details::find_requested(blocks),
        QuestionStyle::Pairs => {
            pairs::find(blocks).or_else(|| paragraphs::find_requested(blocks))
        }
        QuestionStyle::Items => {
            items::find_requested(blocks).or_else(|| lists::find_requested(blocks))
        }
        QuestionStyle::Definitions => definitions::find_requested(blocks),
        QuestionStyle::Table => tables::find_requested(blocks),
        QuestionStyle::Inline => cards::find_requested(blocks, around),
    }
}
