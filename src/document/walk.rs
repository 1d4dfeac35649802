//! The text of a tree as shown, without marks: for identifiers, lists, searches, counts.

use super::{Block, BlockKind, Cell, Entry, Inline, InlineKind, Paragraph, Section};

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
