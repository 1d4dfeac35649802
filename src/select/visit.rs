//! Going through a tree and changing it on the way.

use crate::diagnostic::Span;
use crate::document::{Block, BlockKind, Document, Entry, Inline, InlineKind, Section};

/// What [`document`] and [`blocks`] come by.
pub(super) enum Part<'a> {
    /// The place of a section, entry, item or footnote. Blocks and inlines bring theirs.
    Span(&'a mut Span),
    /// A block; what it holds comes after it.
    Block(&'a mut Block),
    /// The id of a section, entry or heading.
    Id(&'a mut String),
    /// A run of inlines: a title, a paragraph, a cell, a term.
    Text(&'a mut Vec<Inline>),
}

/// Calls `visit` with every part of `document`, in reading order, footnotes last.
pub(super) fn document(document: &mut Document, visit: &mut impl FnMut(Part)) {
    document.sections.iter_mut().for_each(|part| section(part, visit));
    for footnote in &mut document.footnotes {
        visit(Part::Span(&mut footnote.span));
        blocks(&mut footnote.blocks, visit);
    }
}

fn section(section: &mut Section, visit: &mut impl FnMut(Part)) {
    visit(Part::Span(&mut section.span));
    visit(Part::Id(&mut section.id));
    visit(Part::Text(&mut section.title));
    for entry in &mut section.entries {
        let (span, id, title, below) = match entry {
            Entry::Question(q) => (&mut q.span, &mut q.id, &mut q.title, &mut q.answer),
            Entry::Topic(t) => (&mut t.span, &mut t.id, &mut t.title, &mut t.blocks),
        };
        visit(Part::Span(span));
        visit(Part::Id(id));
        visit(Part::Text(title));
        blocks(below, visit);
    }
}

/// Calls `visit` with every part of `blocks`, in reading order.
pub(super) fn blocks(blocks: &mut [Block], visit: &mut impl FnMut(Part)) {
    for block in blocks {
        visit(Part::Block(block));
        kind(&mut block.kind, visit);
    }
}

fn kind(kind: &mut BlockKind, visit: &mut impl FnMut(Part)) {
    match kind {
        BlockKind::Paragraph(paragraph) => {
            if let Some(lead) = &mut paragraph.lead {
                visit(Part::Text(&mut lead.text));
            }
            visit(Part::Text(&mut paragraph.content));
        }
        BlockKind::Heading { id, content, .. } => {
            visit(Part::Id(id));
            visit(Part::Text(content));
        }
        BlockKind::List(list) => {
            for item in &mut list.items {
                visit(Part::Span(&mut item.span));
                blocks(&mut item.blocks, visit);
            }
        }
        BlockKind::Table(table) => {
            let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
            cells.for_each(|cell| visit(Part::Text(&mut cell.content)));
        }
        BlockKind::Quote { blocks: quoted, .. } => blocks(quoted, visit),
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                visit(Part::Text(&mut definition.term));
                definition.meanings.iter_mut().for_each(|meaning| blocks(meaning, visit));
            }
        }
        BlockKind::Code { .. } | BlockKind::Rule => {}
    }
}

/// Calls `visit` with every inline of a run, also those within others.
pub(super) fn inlines(run: &mut [Inline], visit: &mut impl FnMut(&mut Inline)) {
    for inline in run {
        visit(inline);
        if let Some(content) = content(&mut inline.kind) {
            inlines(content, visit);
        }
    }
}

/// What an inline holds, if it holds others.
pub(super) fn content(kind: &mut InlineKind) -> Option<&mut Vec<Inline>> {
    match kind {
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strikethrough(content)
        | InlineKind::Superscript(content)
        | InlineKind::Subscript(content)
        | InlineKind::Link { content, .. } => Some(content),
        InlineKind::Text(_)
        | InlineKind::Code(_)
        | InlineKind::Image { .. }
        | InlineKind::FootnoteReference(_)
        | InlineKind::Math { .. }
        | InlineKind::LineBreak => None,
    }
}
