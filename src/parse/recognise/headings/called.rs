//! Headings that are called `Question` and `Answer`, beside each other: what stands below
//! the one asks, and what stands below the other answers, its headings included.

use crate::document::{Inline, plain_text};

use crate::parse::assemble::trim;
use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::asking::mark;
use crate::parse::recognise::finding::Finding;
use crate::parse::recognise::pairs::is_answer_name;
use crate::parse::recognise::segment::{self, Asked, Number, Reach, Segment};
use crate::parse::recognise::style::Style;

/// Headings that are called questions, each with one below that is called the answer and is
/// no deeper. One is enough.
pub(in crate::parse::recognise) fn find(blocks: &[Raw]) -> Option<Finding> {
    let mut questions = Vec::new();
    let mut of = 0;
    let mut open: Option<(usize, u8)> = None;
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::Heading { level, content, .. } = &block.kind else { continue };
        let words = plain_text(content);
        if question_mark(&words).is_some() {
            of += 1;
            open = Some((index, *level));
        } else if let Some((question, own)) = open {
            if is_answer_name(&words) && *level <= own {
                questions.push(question);
            }
            // Another heading between the two is part of what is asked, if it is deeper.
            if is_answer_name(&words) || *level <= own {
                open = None;
            }
        }
    }
    // More than headings with a mark, whose answers would end where they begin.
    Finding::some(Style::QuestionAndAnswer, questions, of, 11)
}

/// Cuts the blocks at the headings, which go.
pub(in crate::parse::recognise) fn apply(
    blocks: Vec<Raw>,
    questions: &[usize],
) -> Vec<Segment> {
    let mut next = questions.iter().peekable();
    let mut segments: Vec<Segment> = Vec::with_capacity(blocks.len());
    let mut taker: Option<Taker> = None;
    for (index, block) in blocks.into_iter().enumerate() {
        let begins = next.next_if_eq(&&index).is_some();
        let ends = match &block.kind {
            RawKind::Heading { level, .. } => {
                taker.as_ref().is_some_and(|taker| *level < taker.level)
            }
            _ => false,
        };
        if begins || ends {
            segments.extend(taker.take().map(Taker::question).map(Segment::Question));
        }
        if begins {
            taker = Taker::new(block);
        } else if let Some(taker) = &mut taker {
            taker.block(block);
        } else {
            segments.push(segment::segment(block));
        }
    }
    segments.extend(taker.map(Taker::question).map(Segment::Question));
    segments
}

/// A question that is being taken from the blocks.
struct Taker {
    level: u8,
    asked: Asked,
    answers: bool,
}

impl Taker {
    fn new(block: Raw) -> Option<Self> {
        let span = block.span;
        let RawKind::Heading { level, id, content, .. } = block.kind else { return None };
        let (number, length) = question_mark(&plain_text(&content))?;
        let number = number.map(|value| Number { value, named: true });
        let title = crate::parse::inlines::without_front(content, length);
        let (prompt, answer, reach) = (Vec::new(), Vec::new(), Reach::Closed);
        let asked = Asked { number, id, title, span, prompt, answer, reach };
        Some(Self { level, asked, answers: false })
    }

    fn block(&mut self, block: Raw) {
        match block.kind {
            RawKind::Heading { ref content, .. }
                if !self.answers && is_answer_name(&plain_text(content)) =>
            {
                self.answers = true;
            }
            _ if self.answers => self.asked.answer.push(block),
            RawKind::Paragraph(content)
                if self.asked.title.is_empty() && self.asked.prompt.is_empty() =>
            {
                self.asked.title = trim(content);
            }
            // A line across parts the question from its answer.
            RawKind::Rule => {}
            _ => self.asked.prompt.push(block),
        }
    }

    fn question(self) -> Asked {
        let Asked { number, title, .. } = self.asked;
        let (own, title) = segment::titled(title);
        // Code may be all that is asked about.
        let title = if title.is_empty() { vec![Inline::text("Question")] } else { title };
        Asked { number: number.or(own), title, ..self.asked }
    }
}

/// Number and length of the mark that a heading begins with, which may be all of it.
fn question_mark(words: &str) -> Option<(Option<u32>, usize)> {
    let named = |words: &str| mark(words).filter(|mark| mark.named);
    let begins = named(words).map(|mark| (mark.number, mark.length));
    begins.or_else(|| {
        let whole = format!("{}:", words.trim_end());
        let mark = named(&whole).filter(|mark| mark.length == whole.len())?;
        Some((mark.number, words.len()))
    })
}
