//! The visitor of the tree: the one walk over all that a document holds, to read it or to
//! change it.
//!
//! A walk calls a function with every [`Node`], the outer before the inner, in reading
//! order, footnotes last. What an inline holds is known to [`InlineKind::content`] alone.
//! A back end that makes something else of every kind matches the kinds itself, so that a
//! new one is a compile error there; everything else walks here.
//!
//! [`InlineKind::content`]: super::InlineKind::content

use super::tree::{Block, BlockKind, Document, Inline, InlineKind, Paragraph};
use crate::diagnostic::Span;

pub use changing::{
    Node as NodeMut, blocks as blocks_mut, document as document_mut,
    inlines as inlines_mut,
};
pub use reading::{Node, blocks, document, inlines};

/// The walk, written once for both: it borrows with `&` to read and with `&mut` to change.
///
/// `held` is how long a node may be kept: as long as the document where it is only read,
/// and until the walk goes on where it is changed.
macro_rules! walk {
    (
        $module:ident, $content:ident, borrow [$($mutable:tt)?],
        lifetime [$($lifetime:tt)?], held [$held:tt], derive [$($derive:ident),*]
    ) => {
        mod $module {
            use crate::diagnostic::Span;
            use crate::document::tree::{
                Block, BlockKind, Document, Entry, Inline, Section,
            };

            /// What a walk comes by.
            #[derive($($derive),*)]
            pub enum Node<'a> {
                /// The place of a section, entry, item or footnote. Blocks and inlines
                /// bring theirs.
                Span(&'a $($mutable)? Span),
                /// The id of a section, entry or heading.
                Id(&'a $($mutable)? String),
                /// A block; what it holds comes after it.
                Block(&'a $($mutable)? Block),
                /// A run of inlines: a title, a paragraph, a cell, a term. Its inlines come
                /// after it.
                Text(&'a $($mutable)? Vec<Inline>),
                /// An inline; what it holds comes after it.
                Inline(&'a $($mutable)? Inline),
            }

            /// Calls `visit` with every node of `document`.
            pub fn document<$($lifetime)?>(
                document: &$($lifetime)? $($mutable)? Document,
                visit: &mut impl FnMut(Node<$held>),
            ) {
                for part in &$($mutable)? document.sections {
                    section(part, visit);
                }
                for footnote in &$($mutable)? document.footnotes {
                    visit(Node::Span(&$($mutable)? footnote.span));
                    blocks(&$($mutable)? footnote.blocks, visit);
                }
            }

            fn section<$($lifetime)?>(
                section: &$($lifetime)? $($mutable)? Section,
                visit: &mut impl FnMut(Node<$held>),
            ) {
                visit(Node::Span(&$($mutable)? section.span));
                visit(Node::Id(&$($mutable)? section.id));
                text(&$($mutable)? section.title, visit);
                for part in &$($mutable)? section.entries {
                    entry(part, visit);
                }
            }

            fn entry<$($lifetime)?>(
                entry: &$($lifetime)? $($mutable)? Entry,
                visit: &mut impl FnMut(Node<$held>),
            ) {
                let (span, id, title, below) = match entry {
                    Entry::Question(question) => (
                        &$($mutable)? question.span,
                        &$($mutable)? question.id,
                        &$($mutable)? question.title,
                        &$($mutable)? question.answer,
                    ),
                    Entry::Topic(topic) => (
                        &$($mutable)? topic.span,
                        &$($mutable)? topic.id,
                        &$($mutable)? topic.title,
                        &$($mutable)? topic.blocks,
                    ),
                };
                visit(Node::Span(span));
                visit(Node::Id(id));
                text(title, visit);
                blocks(below, visit);
            }

            /// Calls `visit` with every node of `blocks`.
            pub fn blocks<$($lifetime)?>(
                blocks: &$($lifetime)? $($mutable)? [Block],
                visit: &mut impl FnMut(Node<$held>),
            ) {
                for block in blocks {
                    visit(Node::Block(block));
                    inside(&$($mutable)? block.kind, visit);
                }
            }

            fn inside<$($lifetime)?>(
                kind: &$($lifetime)? $($mutable)? BlockKind,
                visit: &mut impl FnMut(Node<$held>),
            ) {
                match kind {
                    BlockKind::Paragraph(paragraph) => {
                        if let Some(lead) = &$($mutable)? paragraph.lead {
                            text(&$($mutable)? lead.text, visit);
                        }
                        text(&$($mutable)? paragraph.content, visit);
                    }
                    BlockKind::Heading { id, content, .. } => {
                        visit(Node::Id(id));
                        text(content, visit);
                    }
                    BlockKind::List(list) => {
                        for item in &$($mutable)? list.items {
                            visit(Node::Span(&$($mutable)? item.span));
                            blocks(&$($mutable)? item.blocks, visit);
                        }
                    }
                    BlockKind::Table(table) => {
                        for cell in &$($mutable)? table.head {
                            text(&$($mutable)? cell.content, visit);
                        }
                        for row in &$($mutable)? table.rows {
                            for cell in row {
                                text(&$($mutable)? cell.content, visit);
                            }
                        }
                    }
                    BlockKind::Quote { blocks: quoted, .. } => blocks(quoted, visit),
                    BlockKind::Definitions(definitions) => {
                        for definition in definitions {
                            text(&$($mutable)? definition.term, visit);
                            for meaning in &$($mutable)? definition.meanings {
                                blocks(meaning, visit);
                            }
                        }
                    }
                    BlockKind::Code { .. } | BlockKind::Rule => {}
                }
            }

            fn text<$($lifetime)?>(
                run: &$($lifetime)? $($mutable)? Vec<Inline>,
                visit: &mut impl FnMut(Node<$held>),
            ) {
                visit(Node::Text(run));
                inlines(run, &mut |inline| visit(Node::Inline(inline)));
            }

            /// Calls `visit` with every one of `run`, also those within others.
            pub fn inlines<$($lifetime)?>(
                run: &$($lifetime)? $($mutable)? [Inline],
                visit: &mut impl FnMut(&$($lifetime)? $($mutable)? Inline),
            ) {
                for inline in run {
                    visit(inline);
                    if let Some(content) = inline.kind.$content() {
                        inlines(content, visit);
                    }
                }
            }
        }
    };
}

walk!(reading, content, borrow [], lifetime ['a], held ['a],
    derive [Debug, Clone, Copy]);
walk!(changing, content_mut, borrow [mut], lifetime [], held ['_], derive [Debug]);

/// Calls `visit` with every text of the document and its place, in reading order.
pub fn each_text<'a>(from: &'a Document, mut visit: impl FnMut(&'a str, Span)) {
    document(from, &mut |node| match node {
        Node::Block(Block { kind: BlockKind::Code { text, .. }, span, .. }) => {
            visit(text, *span);
        }
        Node::Inline(inline) => {
            if let Some(words) = inline.kind.words() {
                visit(words, inline.span);
            }
        }
        _ => {}
    });
}

/// Calls `visit` with every inline of the document, the outer before the inner, in reading
/// order.
pub fn each_inline<'a>(from: &'a Document, mut visit: impl FnMut(&'a Inline)) {
    document(from, &mut |node| {
        if let Node::Inline(inline) = node {
            visit(inline);
        }
    });
}

/// Calls `visit` with every paragraph of the document, in reading order.
pub fn each_paragraph<'a>(document: &'a Document, mut visit: impl FnMut(&'a Paragraph)) {
    each_block(document, |block| {
        if let BlockKind::Paragraph(paragraph) = &block.kind {
            visit(paragraph);
        }
    });
}

/// Calls `visit` with every block of the document, the outer before the inner, in reading
/// order.
pub fn each_block<'a>(from: &'a Document, mut visit: impl FnMut(&'a Block)) {
    document(from, &mut |node| {
        if let Node::Block(block) = node {
            visit(block);
        }
    });
}

impl InlineKind {
    /// The inlines that this one holds, if it is of a kind that holds others.
    pub const fn content(&self) -> Option<&Vec<Inline>> {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Strikethrough(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Link { content, .. }
            | Self::Cloze { content, .. } => Some(content),
            Self::Text(_)
            | Self::Code(_)
            | Self::Image { .. }
            | Self::FootnoteReference(_)
            | Self::Math { .. }
            | Self::LineBreak => None,
        }
    }

    /// The same, to change them.
    pub const fn content_mut(&mut self) -> Option<&mut Vec<Inline>> {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Strikethrough(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Link { content, .. }
            | Self::Cloze { content, .. } => Some(content),
            Self::Text(_)
            | Self::Code(_)
            | Self::Image { .. }
            | Self::FootnoteReference(_)
            | Self::Math { .. }
            | Self::LineBreak => None,
        }
    }

    /// The words of an inline that holds no others: for a formula its TeX, for a picture
    /// its alternative text. Footnote references and line breaks have none.
    pub const fn words(&self) -> Option<&String> {
        match self {
            Self::Text(words)
            | Self::Code(words)
            | Self::Image { alt: words, .. }
            | Self::Math { tex: words, .. } => Some(words),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tree::{
        Cell, Definition, Entry, Item, List, Section, Table, Topic,
    };

    fn strong(words: &str) -> Inline {
        Inline { kind: InlineKind::Strong(vec![Inline::text(words)]), ..Inline::text("") }
    }

    fn paragraph(words: &str) -> Block {
        let content = vec![strong(words)];
        let kind = BlockKind::Paragraph(Paragraph { lead: None, content });
        Block::new(kind, Span::default())
    }

    /// A document with a text in every place that a block can have one.
    fn guide() -> Document {
        let item = Item { blocks: vec![paragraph("item")], ..Item::default() };
        let list = List { items: vec![item], ..List::default() };
        let cell = |words| Cell { content: vec![strong(words)] };
        let table = Table {
            head: vec![cell("head")],
            rows: vec![vec![cell("row")]],
            ..Table::default()
        };
        let definition = Definition {
            term: vec![strong("term")],
            meanings: vec![vec![paragraph("meaning")]],
        };
        let kinds = [
            BlockKind::List(list),
            BlockKind::Table(table),
            BlockKind::Quote { alert: None, blocks: vec![paragraph("quote")] },
            BlockKind::Definitions(vec![definition]),
        ];
        let blocks = kinds.map(|kind| Block::new(kind, Span::default())).into();
        let topic = Topic { blocks, ..Topic::default() };
        let section = Section {
            title: vec![strong("title")],
            entries: vec![Entry::Topic(topic)],
            ..Section::default()
        };
        Document { sections: vec![section], ..Document::default() }
    }

    #[test]
    fn both_walks_come_by_the_same_texts_in_reading_order() {
        let mut guide = guide();
        let mut read = Vec::new();
        each_text(&guide, |words, _| read.push(words.to_owned()));
        let expected = ["title", "item", "head", "row", "quote", "term", "meaning"];
        assert_eq!(read, expected);
        let mut changed = Vec::new();
        document_mut(&mut guide, &mut |node| {
            if let NodeMut::Inline(Inline { kind: InlineKind::Text(words), .. }) = node {
                changed.push(words.clone());
                words.clear();
            }
        });
        assert_eq!(changed, expected);
        each_text(&guide, |words, _| assert_eq!(words, ""));
    }
}
