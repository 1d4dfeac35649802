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
///
/// Each ideograph and each kana counts as a word, since Chinese and Japanese have no spaces
/// between theirs: that is how word processors count them. Korean has spaces, and other
/// scripts without them (Thai, Khmer, Lao, Burmese) are counted by theirs.
pub fn word_count(text: &str) -> usize {
    let runs = text.split(|c: char| c.is_whitespace() || is_word_of_its_own(c));
    let words = runs.filter(|word| word.contains(char::is_alphanumeric)).count();
    words + text.chars().filter(|c| is_word_of_its_own(*c)).count()
}

/// Ideographs and kana: the letters of the blocks that hold them. The long vowel mark
/// belongs to the kana before it, but is counted as word processors do.
fn is_word_of_its_own(c: char) -> bool {
    c.is_alphanumeric()
        && matches!(c,
            '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{312f}'
            | '\u{31a0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}')
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
    each_piece(document, &mut |piece| match piece {
        Piece::Block(block) => {
            if let BlockKind::Code { text, .. } = &block.kind {
                see(text, block.span);
            }
        }
        Piece::Inline(inline) => match &inline.kind {
            InlineKind::Text(text)
            | InlineKind::Code(text)
            | InlineKind::Math { tex: text, .. }
            | InlineKind::Image { alt: text, .. } => see(text, inline.span),
            _ => {}
        },
    });
}

/// Calls `see` with every inline of the document, the outer before the inner, in reading
/// order.
pub fn each_inline<'a>(document: &'a Document, mut see: impl FnMut(&'a Inline)) {
    each_piece(document, &mut |piece| match piece {
        Piece::Inline(inline) => see(inline),
        Piece::Block(_) => {}
    });
}

/// Calls `see` with every paragraph of the document, in reading order.
pub fn each_paragraph<'a>(document: &'a Document, mut see: impl FnMut(&'a Paragraph)) {
    each_block(document, |block| {
        if let BlockKind::Paragraph(paragraph) = &block.kind {
            see(paragraph);
        }
    });
}

/// Calls `see` with every block of the document, the outer before the inner, in reading
/// order.
pub fn each_block<'a>(document: &'a Document, mut see: impl FnMut(&'a Block)) {
    each_piece(document, &mut |piece| match piece {
        Piece::Block(block) => see(block),
        Piece::Inline(_) => {}
    });
}

/// What a document is made of.
enum Piece<'a> {
    Inline(&'a Inline),
    /// A block, before what is in it.
    Block(&'a Block),
}

fn each_piece<'a>(document: &'a Document, see: &mut impl FnMut(Piece<'a>)) {
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

fn each_in<'a>(inlines: &'a [Inline], see: &mut impl FnMut(Piece<'a>)) {
    for inline in inlines {
        see(Piece::Inline(inline));
        match &inline.kind {
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Superscript(content)
            | InlineKind::Subscript(content)
            | InlineKind::Link { content, .. } => each_in(content, see),
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::Math { .. }
            | InlineKind::Image { .. }
            | InlineKind::FootnoteReference(_)
            | InlineKind::LineBreak => {}
        }
    }
}

fn each_in_blocks<'a>(blocks: &'a [Block], see: &mut impl FnMut(Piece<'a>)) {
    for block in blocks {
        see(Piece::Block(block));
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
            BlockKind::Quote { blocks, .. } => each_in_blocks(blocks, see),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    each_in(&definition.term, see);
                    for meaning in &definition.meanings {
                        each_in_blocks(meaning, see);
                    }
                }
            }
            BlockKind::Code { .. } | BlockKind::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_with_spaces_and_without() {
        for (text, count) in [
            ("", 0),
            ("What is a key?", 4),
            ("a – b, c/d & 12", 4),
            ("学习指南。", 4),
            ("キーとは", 4),
            ("索引 (index) を使うSQL文", 8),
            ("한국어 안내서", 2),
            ("「・」", 0),
        ] {
            assert_eq!(word_count(text), count, "{text}");
        }
    }
}
