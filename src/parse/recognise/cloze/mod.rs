//! Gaps: words that a card asks for by leaving them out of their sentence.
//!
//! Four notations: `{{c1::words::hint}}`, which is nothing else; `{{cloze words}}` of outlines;
//! `==words==`, where the source has cards of another form or says that it is to be learnt (else
//! it is a highlight); `C: A line with [words].`, where there are several such lines or pairs of
//! `Q:` and `A:`. Words in bold are no gaps.
//!
//! They are looked for before anything else is, since the first two look like other things.

mod form;

use super::around::Around;
use super::cards;
use super::lines::{Line, grouped};
use super::pairs::{self, is_marked};
use super::segment;
use crate::document::{Inline, InlineKind, plain_text, visit};
use crate::parse::inlines;
use crate::parse::raw::{self, Raw, RawItem, RawKind};
use form::Form;

/// `blocks` with the gaps that are in their text; `deck`: whether the source says that it is to be
/// learnt by cards.
pub(crate) fn gaps(blocks: Vec<Raw>, text: &str, deck: bool) -> Vec<Raw> {
    let braces = text.contains("{{c");
    let signs = text.contains("==") || text.contains("C:");
    if !braces && !signs {
        return blocks;
    }
    let mut finder = Finder { braces, highlights: false, lines: false };
    if signs {
        let (linked, none) = (|_: &Raw| false, std::collections::BTreeSet::new());
        let around = Around { linked: &linked, text, cards: &none, deck };
        finder.highlights = deck || cards::find(&blocks, &around).is_some();
        let lines = sentences(&blocks);
        let learnt = || deck || pairs::find(&blocks).is_some();
        finder.lines = lines > 1 || lines > 0 && learnt();
    }
    finder.blocks(blocks)
}

/// Whether a block holds a gap.
pub(crate) fn holds_gap(block: &Raw) -> bool {
    let mut found = false;
    raw::each_inline(std::slice::from_ref(block), &mut |inline| {
        found |= matches!(inline.kind, InlineKind::Cloze { .. });
    });
    found
}

/// How many lines begin with `C:` and have words in brackets.
fn sentences(blocks: &[Raw]) -> usize {
    let mut count = 0;
    for block in blocks {
        if let RawKind::Paragraph(content) = &block.kind
            && may_hold_lines(content)
        {
            count += grouped(content).iter().filter(|line| is_sentence(line)).count();
        }
        for inner in block.inner() {
            count += sentences(inner);
        }
    }
    count
}

/// A quick look, so that most paragraphs need no splitting.
fn may_hold_lines(content: &[Inline]) -> bool {
    content.iter().any(|one| match &one.kind {
        InlineKind::Text(text) => text.contains("C:"),
        InlineKind::Strong(content) => may_hold_lines(content),
        _ => false,
    })
}

fn is_sentence(line: &Line) -> bool {
    let words = plain_text(line);
    begins(&words) && words.find('[').is_some_and(|open| words[open..].contains(']'))
}

/// Whether a line has the mark of a sentence with gaps.
fn begins(words: &str) -> bool {
    words
        .trim_start()
        .strip_prefix("C:")
        .is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

struct Finder {
    braces: bool,
    highlights: bool,
    lines: bool,
}

impl Finder {
    fn blocks(&self, blocks: Vec<Raw>) -> Vec<Raw> {
        let mut found = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            match block.kind {
                RawKind::Paragraph(content) if self.lines && may_hold_lines(&content) => {
                    self.lines(
                        &Raw::new(RawKind::Paragraph(content), block.span),
                        &mut found,
                    );
                    continue;
                }
                RawKind::Paragraph(content) => {
                    block.kind = RawKind::Paragraph(self.text(content));
                }
                RawKind::Heading { level, id, content, indented } => {
                    let content = self.braced(content);
                    block.kind = RawKind::Heading { level, id, content, indented };
                }
                RawKind::Table(mut table) => {
                    for cell in
                        table.head.iter_mut().chain(table.rows.iter_mut().flatten())
                    {
                        cell.content = self.text(std::mem::take(&mut cell.content));
                    }
                    block.kind = RawKind::Table(table);
                }
                RawKind::List { start, tight, items } => {
                    let inside = |item: RawItem| {
                        let blocks = self.blocks(item.blocks);
                        RawItem { blocks, ..item }
                    };
                    let items = items.into_iter().map(inside).collect();
                    block.kind = RawKind::List { start, tight, items };
                }
                RawKind::Quote { alert, blocks } => {
                    block.kind = RawKind::Quote { alert, blocks: self.blocks(blocks) };
                }
                RawKind::Details { summary, blocks } => {
                    let (summary, blocks) = (self.blocks(summary), self.blocks(blocks));
                    block.kind = RawKind::Details { summary, blocks };
                }
                _ => {}
            }
            found.push(block);
        }
        found
    }

    fn braced(&self, content: Line) -> Line {
        if self.braces { form::read(content, Form::Braces) } else { content }
    }

    fn text(&self, content: Line) -> Line {
        let content = self.braced(content);
        if self.highlights { form::read(content, Form::Highlights) } else { content }
    }

    /// Cuts a paragraph where sentences with gaps begin, and pairs of question and answer.
    fn lines(&self, block: &Raw, found: &mut Vec<Raw>) {
        let RawKind::Paragraph(content) = &block.kind else { return };
        let mut parts: Vec<(bool, Line)> = Vec::new();
        for line in grouped(content) {
            let words = plain_text(&line);
            let (marked, pair) = (begins(&words), is_marked(words.trim_start()));
            match parts.last_mut() {
                Some((gapped, part)) if !(marked || *gapped && pair) => {
                    part.extend(line);
                }
                _ => parts.push((marked, line)),
            }
        }
        for (marked, part) in parts {
            let part = crate::parse::assemble::trim(part);
            let content = if marked { self.sentence(part) } else { self.text(part) };
            let span = segment::span_of(&content, block.span);
            if !content.is_empty() {
                found.push(Raw::new(RawKind::Paragraph(content), span));
            }
        }
    }

    /// A sentence without its mark; as it is written if there is no gap in it.
    fn sentence(&self, content: Line) -> Line {
        let mark = plain_text(&content).find("C:").map_or(0, |at| at + "C:".len());
        let gapped = inlines::without_front(content.clone(), mark);
        let gapped = form::read(self.text(gapped), Form::Brackets);
        let mut gaps = false;
        visit::inlines(&gapped, &mut |inline| {
            gaps |= matches!(inline.kind, InlineKind::Cloze { .. });
        });
        if gaps { gapped } else { self.text(content) }
    }
}
