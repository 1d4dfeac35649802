//! The text of a tree as shown, without marks: for identifiers, lists, searches, counts.

use super::{
    Block, BlockKind, Cell, Document, Entry, Inline, InlineKind, Paragraph, Section,
};
use crate::diagnostic::Span;

/// The words of `inlines`, marks taken off. A line break becomes a space, a formula its
/// TeX, a picture its alternative text; a footnote reference adds nothing.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_inlines(inlines, &mut text);
    text
}

fn push_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Superscript(content)
            | InlineKind::Subscript(content)
            | InlineKind::Link { content, .. } => push_inlines(content, out),
            InlineKind::Image { alt, .. } => out.push_str(alt),
            InlineKind::FootnoteReference(_) => {}
            InlineKind::Math { tex, .. } => out.push_str(tex),
            InlineKind::LineBreak => out.push(' '),
        }
    }
}

/// How many words `text` has: runs between white space that hold a letter or a digit.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn push_line(inlines: &[Inline], out: &mut String) {
    push_inlines(inlines, out);
    out.push('\n');
}

fn push_paragraph(paragraph: &Paragraph, out: &mut String) {
    if let Some(lead) = &paragraph.lead {
        push_inlines(&lead.text, out);
        // A dash stands apart from the words before it, a colon does not.
        if lead.separator.starts_with(['-', '–', '—']) {
            out.push(' ');
        }
        out.push_str(&lead.separator);
        out.push(' ');
    }
    push_line(&paragraph.content, out);
}

fn push_cells(cells: &[Cell], out: &mut String) {
    for cell in cells {
        push_line(&cell.content, out);
    }
}

fn push_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => push_paragraph(paragraph, out),
            BlockKind::Heading { content, .. } => push_line(content, out),
            BlockKind::List(list) => {
                for item in &list.items {
                    push_blocks(&item.blocks, out);
                }
            }
            BlockKind::Table(table) => {
                push_cells(&table.head, out);
                for row in &table.rows {
                    push_cells(row, out);
                }
            }
            BlockKind::Code { text, .. } => {
                out.push_str(text);
                out.push('\n');
            }
            BlockKind::Quote { blocks, .. } => push_blocks(blocks, out),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    push_line(&definition.term, out);
                    for meaning in &definition.meanings {
                        push_blocks(meaning, out);
                    }
                }
            }
            BlockKind::Rule => {}
        }
    }
}

impl Block {
    /// The block's text, a line for each of its lines of thought.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        push_blocks(std::slice::from_ref(self), &mut text);
        text
    }
}

impl Entry {
    /// Title and blocks as text, a line for each.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        push_line(self.title(), &mut text);
        push_blocks(self.blocks(), &mut text);
        text
    }
}

impl Section {
    /// Title and entries as text, a line for each.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        push_line(&self.title, &mut text);
        for entry in &self.entries {
            text.push_str(&entry.plain_text());
        }
        text
    }
}

/// Calls `see` with every piece of text in the document and its place, in reading order.
pub fn each_text<'a>(document: &'a Document, mut see: impl FnMut(&'a str, Span)) {
    let see = &mut see;
    for section in &document.sections {
        each_in(&section.title, see);
        for entry in &section.entries {
            each_in(entry.title(), see);
            each_in_blocks(entry.blocks(), see);
        }
    }
    for note in &document.footnotes {
        each_in_blocks(&note.blocks, see);
    }
}

fn each_in<'a>(inlines: &'a [Inline], see: &mut impl FnMut(&'a str, Span)) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text)
            | InlineKind::Code(text)
            | InlineKind::Math { tex: text, .. }
            | InlineKind::Image { alt: text, .. } => see(text, inline.span),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Superscript(content)
            | InlineKind::Subscript(content)
            | InlineKind::Link { content, .. } => each_in(content, see),
            InlineKind::FootnoteReference(_) | InlineKind::LineBreak => {}
        }
    }
}

fn each_in_blocks<'a>(blocks: &'a [Block], see: &mut impl FnMut(&'a str, Span)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                if let Some(lead) = &paragraph.lead {
                    each_in(&lead.text, see);
                }
                each_in(&paragraph.content, see);
            }
            BlockKind::Heading { content, .. } => each_in(content, see),
            BlockKind::List(list) => {
                for item in &list.items {
                    each_in_blocks(&item.blocks, see);
                }
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    each_in(&cell.content, see);
                }
            }
            BlockKind::Code { text, .. } => see(text, block.span),
            BlockKind::Quote { blocks, .. } => each_in_blocks(blocks, see),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    each_in(&definition.term, see);
                    for meaning in &definition.meanings {
                        each_in_blocks(meaning, see);
                    }
                }
            }
            BlockKind::Rule => {}
        }
    }
}
