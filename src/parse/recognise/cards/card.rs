//! A card: what stands on its two sides.

use crate::diagnostic::Span;
use crate::document::{InlineKind, plain_text};
use crate::parse::assemble::trim;
use crate::parse::inlines::trim_front;
use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::lines::Line;
use crate::parse::recognise::segment::{self, Asked, Reach};

pub(super) struct Card {
    pub front: Vec<Raw>,
    pub back: Vec<Raw>,
    /// Whether it is asked in both directions.
    pub both: bool,
    pub span: Span,
}

impl Card {
    /// A card with a line on each side, and `more` on its back.
    pub(super) fn new(
        front: Line,
        back: Line,
        more: Vec<Raw>,
        both: bool,
        span: Span,
    ) -> Self {
        let mut back = paragraph(back, span);
        back.extend(more);
        Self { front: paragraph(front, span), back, both, span }
    }

    /// The question that it is: the first words of the front are its title, and what else stands
    /// there asks with them.
    pub(super) fn asked(self, reach: Reach) -> Asked {
        let Self { front: mut prompt, back: answer, span, .. } = self;
        let mut id = None;
        let title = match prompt.iter().position(has_words) {
            Some(at) => match prompt.remove(at) {
                Raw { kind: RawKind::Paragraph(content), .. } => content,
                Raw { kind: RawKind::Heading { id: own, content, .. }, .. } => {
                    id = own;
                    content
                }
                _ => Vec::new(),
            },
            None => Vec::new(),
        };
        let span = segment::span_of(&title, span);
        let (number, title) = segment::titled(title);
        Asked { number, id, title, span, prompt, answer, reach }
    }
}

/// Whether a block is words that can be a title.
pub(super) fn has_words(block: &Raw) -> bool {
    match &block.kind {
        RawKind::Paragraph(content) | RawKind::Heading { content, .. } => {
            !is_picture(content)
        }
        _ => false,
    }
}

/// Whether a line is nothing but pictures.
fn is_picture(line: &Line) -> bool {
    line.iter().all(|inline| match &inline.kind {
        InlineKind::Image { .. } | InlineKind::LineBreak => true,
        InlineKind::Link { content, .. } => is_picture(content),
        kind => kind.words().is_some_and(|words| words.trim().is_empty()),
    })
}

/// A paragraph of a line that says something.
pub(super) fn paragraph(line: Line, block: Span) -> Vec<Raw> {
    let mut content = trim(line);
    trim_front(&mut content);
    let span = segment::span_of(&content, block);
    let says = !content.is_empty()
        && (!plain_text(&content).trim().is_empty() || is_picture(&content));
    says.then(|| Raw::new(RawKind::Paragraph(content), span)).into_iter().collect()
}

/// Lines as paragraphs: pictures, and the words between them.
pub(super) fn paragraphs(lines: Vec<Line>, block: Span) -> Vec<Raw> {
    let mut all: Vec<Line> = Vec::new();
    let mut after_picture = true;
    for line in lines {
        let picture = is_picture(&line);
        match all.last_mut() {
            Some(words) if !picture && !after_picture => words.extend(line),
            _ => all.push(line),
        }
        after_picture = picture;
    }
    all.into_iter().flat_map(|line| paragraph(line, block)).collect()
}
