//! Which way pieces of a guide run by their own words: paragraphs by their first letter,
//! lists and tables by most of what is in them.

use crate::document::{BlockKind, List, Paragraph, Table, plain_text};
use crate::text::begins_leftwards;

/// Whether a paragraph runs from right to left.
pub fn paragraph_runs_leftwards(paragraph: &Paragraph) -> bool {
    begins_leftwards(&words_of(paragraph))
}

/// Whether most of the items that begin with words run from right to left.
pub fn list_runs_leftwards(list: &List) -> bool {
    mostly(list.items.iter().filter_map(|item| match &item.blocks.first()?.kind {
        BlockKind::Paragraph(paragraph) => Some(words_of(paragraph)),
        _ => None,
    }))
}

/// Whether most of the cells run from right to left.
pub fn table_runs_leftwards(table: &Table) -> bool {
    let cells = table.head.iter().chain(table.rows.iter().flatten());
    mostly(cells.map(|cell| plain_text(&cell.content)))
}

fn words_of(paragraph: &Paragraph) -> String {
    let lead = paragraph.lead.as_ref().map(|lead| plain_text(&lead.text));
    lead.unwrap_or_default() + &plain_text(&paragraph.content)
}

/// Whether more texts run from right to left than do not; those without words do neither.
fn mostly(texts: impl Iterator<Item = String>) -> bool {
    let with_words = texts.filter(|text| !text.trim().is_empty());
    most_run_leftwards(with_words.map(|text| begins_leftwards(&text)))
}

/// Whether more of these run from right to left than do not.
pub fn most_run_leftwards(leftwards: impl Iterator<Item = bool>) -> bool {
    leftwards.map(|leftwards| if leftwards { 1 } else { -1 }).sum::<i64>() > 0
}
