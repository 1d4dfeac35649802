//! The direction of pieces of a guide by their own words: of paragraphs by their first letter,
//! of lists and tables by most of what is in them.

use crate::document::{BlockKind, List, Paragraph, Table, plain_text};
use crate::text::Direction;

/// The direction of a paragraph.
pub(crate) fn paragraph_direction(paragraph: &Paragraph) -> Direction {
    Direction::of_first_letter(&words_of(paragraph))
}

/// The direction of most of the items that begin with words.
pub(crate) fn list_direction(list: &List) -> Direction {
    mostly(list.items.iter().filter_map(|item| match &item.blocks.first()?.kind {
        BlockKind::Paragraph(paragraph) => Some(words_of(paragraph)),
        _ => None,
    }))
}

/// The direction of most of the cells.
pub(crate) fn table_direction(table: &Table) -> Direction {
    let cells = table.head.iter().chain(table.rows.iter().flatten());
    mostly(cells.map(|cell| plain_text(&cell.content)))
}

fn words_of(paragraph: &Paragraph) -> String {
    let lead = paragraph.lead.as_ref().map(|lead| plain_text(&lead.text));
    lead.unwrap_or_default() + &plain_text(&paragraph.content)
}

/// The direction of most of these texts; those without words do not count.
fn mostly(texts: impl Iterator<Item = String>) -> Direction {
    let with_words = texts.filter(|text| !text.trim().is_empty());
    Direction::prevailing(with_words.map(|text| Direction::of_first_letter(&text)))
}
