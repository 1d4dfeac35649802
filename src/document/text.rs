//! The text of a tree as shown, without marks: for identifiers, lists, searches, counts.

use super::tree::{
    Block, BlockKind, Cell, Entry, Inline, InlineKind, Paragraph, Section,
};

/// The words of `inlines`, marks taken off. A line break becomes a space, a formula its
/// TeX, a picture its alternative text; a footnote reference adds nothing.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_inlines(inlines, &mut text);
    text
}

fn push_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        if let Some(content) = inline.kind.content() {
            push_inlines(content, out);
        } else if let Some(words) = inline.kind.words() {
            out.push_str(words);
        } else if inline.kind == InlineKind::LineBreak {
            out.push(' ');
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

/// How many words blocks have, as [`word_count`] counts them.
pub fn words_of(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| word_count(&block.plain_text())).sum()
}

/// The words that stand for a picture: what its author says of it, else its file's name.
pub fn words_for<'a>(source: &'a str, alt: &'a str) -> &'a str {
    let name = source.rsplit('/').next().unwrap_or(source);
    if alt.trim().is_empty() { name } else { alt }
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
