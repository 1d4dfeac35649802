//! Less of what otherwise stays or goes as a whole, for answers that are hardly anything
//! else: the first rows of a table, the first parts of code, a list without its code.

use super::prune::{Omission, Reason};
use super::unit::UnitKind;
use crate::bisect;
use crate::document::{
    Block, BlockKind, Inline, InlineKind, Item, List, Paragraph, plain_text, word_count,
};

/// What stands where code goes on.
const MORE: &str = "…";

/// Blocks of an answer of which something was cut off, and what that was.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cut {
    pub blocks: Vec<Block>,
    pub omissions: Vec<Omission>,
}

impl Cut {
    /// Everything.
    pub(super) fn nothing(blocks: &[Block]) -> Self {
        Self { blocks: blocks.to_vec(), omissions: Vec::new() }
    }

    fn omit(&mut self, entry: &str, block: &Block, kind: UnitKind, text: &str) {
        self.omissions.push(Omission {
            question: entry.to_owned(),
            line: block.span.line,
            kind,
            reason: Reason::Budget,
            part: false,
            text: text.trim().to_owned(),
        });
    }
}

/// Whether most of what an answer says stands in tables, so that without them it is none.
/// Code says nothing in words.
pub(super) fn is_mostly_table(blocks: &[Block]) -> bool {
    let (mut tables, mut others) = (0, 0);
    for block in blocks {
        let words = word_count(&block.plain_text());
        match block.kind {
            BlockKind::Table(_) => tables += words,
            BlockKind::Code { .. } => {}
            _ => others += words,
        }
    }
    tables > others
}

/// The blocks with each table that does not fit by itself cut to as many of its first rows as
/// do; and with two thirds of these, which leaves room for words around it.
pub(super) fn tables(
    entry: &str,
    blocks: &[Block],
    fits: &mut impl FnMut(&[Block]) -> bool,
) -> Vec<Cut> {
    let mut cuts = [Cut::default(), Cut::default()];
    for block in blocks {
        let BlockKind::Table(table) = &block.kind else {
            for cut in &mut cuts {
                cut.blocks.push(block.clone());
            }
            continue;
        };
        let with = |rows: usize| {
            let mut block = block.clone();
            if let BlockKind::Table(table) = &mut block.kind {
                table.rows.truncate(rows);
            }
            block
        };
        let most = bisect::most(0..table.rows.len() + 1, |rows| fits(&[with(rows)]));
        for (cut, rows) in cuts.iter_mut().zip([most, most * 2 / 3]) {
            let rows = if most == table.rows.len() { most } else { rows };
            if rows > 0 {
                cut.blocks.push(with(rows));
            }
            let gone = table.rows[rows..].iter().flatten();
            let gone: Vec<String> = gone.map(|cell| plain_text(&cell.content)).collect();
            if !gone.is_empty() {
                cut.omit(entry, block, UnitKind::Table, &gone.join("\n"));
            }
        }
    }
    cuts.into()
}

/// The first block of code alone, as far as it fits: to the end of a paragraph of it, or
/// else of a line.
pub(super) fn code(
    entry: &str,
    blocks: &[Block],
    fits: &mut impl FnMut(&[Block]) -> bool,
) -> Option<Cut> {
    let is_code = |block: &&Block| matches!(block.kind, BlockKind::Code { .. });
    let at = blocks.iter().position(|block| is_code(&block))?;
    let BlockKind::Code { language, text } = &blocks[at].kind else { return None };
    let with = |end: usize| {
        let text = format!("{}\n{MORE}", text[..end].trim_end());
        Block {
            kind: BlockKind::Code { language: language.clone(), text },
            ..blocks[at].clone()
        }
    };
    let ends_after = |mark: &str| -> Vec<usize> {
        let ends = text.match_indices(mark).map(|(at, _)| at);
        ends.filter(|end| !text[..*end].trim().is_empty()).collect()
    };
    let end = ["\n\n", "\n"].into_iter().find_map(|mark| {
        let ends = ends_after(mark);
        let most =
            bisect::most(0..ends.len() + 1, |count| fits(&[with(ends[count - 1])]));
        most.checked_sub(1).map(|last| ends[last])
    })?;
    let mut cut = Cut { blocks: vec![with(end)], omissions: Vec::new() };
    for (index, block) in blocks.iter().enumerate() {
        if index == at {
            cut.omit(entry, block, UnitKind::Code, &text[end..]);
        } else {
            cut.omit(entry, block, kind_of(block), &block.plain_text());
        }
    }
    Some(cut)
}

/// The blocks without code, tables and pictures; nothing where there are none, or nothing
/// else.
pub(super) fn words_alone(entry: &str, blocks: &[Block]) -> Option<Cut> {
    let mut cut = Cut::default();
    cut.blocks = unshown(entry, blocks, &mut cut.omissions);
    (!cut.omissions.is_empty() && !cut.blocks.is_empty()).then_some(cut)
}

fn unshown(entry: &str, blocks: &[Block], gone: &mut Vec<Omission>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks {
        let kind = match &block.kind {
            _ if is_shown(block) => {
                let mut cut = Cut::default();
                cut.omit(entry, block, kind_of(block), &block.plain_text());
                gone.append(&mut cut.omissions);
                // Words with a colon would announce what is not there.
                if let Some(BlockKind::Paragraph(Paragraph { lead: Some(lead), content })) =
                    kept.last_mut().map(|last| &mut last.kind)
                    && content.is_empty()
                {
                    lead.separator.clear();
                }
                continue;
            }
            BlockKind::List(list) => {
                let items = list.items.iter().map(|item| Item {
                    blocks: unshown(entry, &item.blocks, gone),
                    ..item.clone()
                });
                let items = items.filter(|item| !item.blocks.is_empty()).collect();
                BlockKind::List(List { items, ..list.clone() })
            }
            BlockKind::Quote { alert, blocks } => {
                let blocks = unshown(entry, blocks, gone);
                BlockKind::Quote { alert: *alert, blocks }
            }
            kind => kind.clone(),
        };
        let is_empty = match &kind {
            BlockKind::List(list) => list.items.is_empty(),
            BlockKind::Quote { blocks, .. } => blocks.is_empty(),
            _ => false,
        };
        if !is_empty {
            kept.push(Block { kind, ..block.clone() });
        }
    }
    kept
}

fn is_shown(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Code { .. } | BlockKind::Table(_) => true,
        BlockKind::Paragraph(Paragraph { lead: None, content }) => is_picture(content),
        _ => false,
    }
}

fn is_picture(content: &[Inline]) -> bool {
    matches!(content, [Inline { kind: InlineKind::Image { .. }, .. }])
}

const fn kind_of(block: &Block) -> UnitKind {
    match &block.kind {
        BlockKind::Code { .. } => UnitKind::Code,
        BlockKind::Table(_) => UnitKind::Table,
        BlockKind::Heading { .. } => UnitKind::Heading,
        _ => UnitKind::Sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(text: &str) -> Block {
        let kind = BlockKind::Code { language: None, text: text.to_owned() };
        Block::new(kind, <_>::default())
    }

    fn lines(blocks: &[Block]) -> usize {
        blocks.iter().map(|block| block.plain_text().lines().count()).sum()
    }

    #[test]
    fn code_ends_with_a_paragraph_or_else_with_a_line() {
        let cut = |text: &str, most: usize| {
            let fits = &mut |blocks: &[Block]| lines(blocks) <= most;
            code("q1", &[code_of(text)], fits)
        };
        let text = "a\nb\n\nc\nd\n\ne\nf";
        let short = cut(text, 6).expect("a part of it");
        assert_eq!(short.blocks, [code_of("a\nb\n\nc\nd\n…")]);
        assert_eq!(short.omissions[0].text, "e\nf");
        assert_eq!(cut(text, 2).expect("a line").blocks, [code_of("a\n…")]);
        assert_eq!(cut(text, 1), None);
    }
}
