//! The tree between the events and the document: what the source says, not yet what it
//! means. Headings, lists and details are still where the author put them.
//!
//! Inlines are the document's own already, but links have the targets of the source and a
//! line end of the source is still `\n`.

use crate::diagnostic::Span;
use crate::document::{Alert, Cell, Inline, Table, visit};

/// A block as the source has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    pub kind: RawKind,
    pub span: Span,
}

/// The kinds of block, and the parts of blocks until their whole is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RawKind {
    Paragraph(Vec<Inline>),
    Heading {
        level: u8,
        /// `{#id}` or the `id` of an HTML heading.
        id: Option<String>,
        content: Vec<Inline>,
        /// Whether white space stands before it: it was meant to be inside a list item.
        indented: bool,
    },
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<RawItem>,
    },
    Table(Table),
    Code {
        language: Option<String>,
        text: String,
    },
    Quote {
        alert: Option<Alert>,
        blocks: Vec<Raw>,
    },
    Definitions(Vec<RawDefinition>),
    Rule,
    Details {
        summary: Vec<Raw>,
        blocks: Vec<Raw>,
    },
    /// A part of a list, until the list is closed.
    Item(RawItem),
    /// A part of a table.
    Row {
        head: bool,
        cells: Vec<Cell>,
        /// How many rows each takes.
        rows: Vec<usize>,
    },
    /// A part of a row.
    Cell {
        head: bool,
        /// How many columns it takes.
        columns: usize,
        /// How many rows it takes.
        rows: usize,
        cell: Cell,
    },
    /// A part of a definition list.
    Term(Vec<Inline>),
    /// A part of a definition list.
    Meaning(Vec<Raw>),
    /// A part of details.
    Summary(Vec<Raw>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawItem {
    /// The number before it as written, which need not follow from the one before.
    pub number: Option<u64>,
    pub task: Option<bool>,
    /// Whether a blank line parts its paragraphs.
    pub loose: bool,
    pub blocks: Vec<Raw>,
    pub span: Span,
}

/// A term and its meanings.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct RawDefinition {
    pub term: Vec<Inline>,
    pub meanings: Vec<Vec<Raw>>,
}

/// A footnote's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawFootnote {
    pub label: String,
    pub blocks: Vec<Raw>,
    pub span: Span,
}

/// A comment of HTML that is no pin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    pub words: String,
    pub span: Span,
}

/// A name that a link can mean, and the byte where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Anchor {
    pub name: String,
    pub at: u32,
}

impl Raw {
    pub(super) fn new(kind: RawKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// The blocks right inside this one, item by item.
    pub(super) fn inner(&self) -> Vec<&[Raw]> {
        match &self.kind {
            RawKind::List { items, .. } => {
                items.iter().map(|item| &item.blocks[..]).collect()
            }
            RawKind::Quote { blocks, .. } => vec![blocks],
            RawKind::Details { summary, blocks } => vec![summary, blocks],
            RawKind::Definitions(definitions) => definitions
                .iter()
                .flat_map(|one| one.meanings.iter().map(|m| &m[..]))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The same, to change.
    pub(super) fn inner_mut(&mut self) -> Vec<&mut [Raw]> {
        match &mut self.kind {
            RawKind::List { items, .. } => {
                items.iter_mut().map(|item| &mut item.blocks[..]).collect()
            }
            RawKind::Quote { blocks, .. } => vec![blocks],
            RawKind::Details { summary, blocks } => vec![summary, blocks],
            RawKind::Definitions(definitions) => definitions
                .iter_mut()
                .flat_map(|one| one.meanings.iter_mut().map(|m| &mut m[..]))
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// Calls `visit` for every heading, in the order of the source, with its level, id,
/// content and span.
pub(super) fn each_heading<'a>(
    blocks: &'a [Raw],
    visit: &mut impl FnMut(u8, Option<&'a str>, &'a [Inline], Span),
) {
    for block in blocks {
        if let RawKind::Heading { level, id, content, .. } = &block.kind {
            visit(*level, id.as_deref(), content, block.span);
        }
        for inner in block.inner() {
            each_heading(inner, visit);
        }
    }
}

/// Calls `visit` for every summary that is not inside another.
pub(super) fn each_summary<'a>(blocks: &'a [Raw], visit: &mut impl FnMut(&'a [Raw])) {
    for block in blocks {
        if let RawKind::Details { summary, blocks } = &block.kind {
            visit(summary);
            each_summary(blocks, visit);
            continue;
        }
        for inner in block.inner() {
            each_summary(inner, visit);
        }
    }
}

/// Calls `visit` for every inline, the outer before the inner.
pub(super) fn each_inline(blocks: &[Raw], visit: &mut impl FnMut(&Inline)) {
    for block in blocks {
        match &block.kind {
            RawKind::Paragraph(content) | RawKind::Heading { content, .. } => {
                visit::inlines(content, visit);
            }
            RawKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    visit::inlines(&cell.content, visit);
                }
            }
            RawKind::Definitions(definitions) => {
                for definition in definitions {
                    visit::inlines(&definition.term, visit);
                }
            }
            _ => {}
        }
        for inner in block.inner() {
            each_inline(inner, visit);
        }
    }
}

/// The same, to change them.
pub(super) fn each_inline_mut(blocks: &mut [Raw], visit: &mut impl FnMut(&mut Inline)) {
    for block in blocks {
        match &mut block.kind {
            RawKind::Paragraph(content) | RawKind::Heading { content, .. } => {
                visit::inlines_mut(content, visit);
            }
            RawKind::Table(table) => {
                for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    visit::inlines_mut(&mut cell.content, visit);
                }
            }
            RawKind::Definitions(definitions) => {
                for definition in definitions {
                    visit::inlines_mut(&mut definition.term, visit);
                    for meaning in &mut definition.meanings {
                        each_inline_mut(meaning, visit);
                    }
                }
            }
            _ => {
                for inner in block.inner_mut() {
                    each_inline_mut(inner, visit);
                }
            }
        }
    }
}
