//! Tables: how wide the columns are, and which lines stand side by side.

use crate::text::Shaped;
use crate::units::Em;

use super::flow::TableText;
use super::lines::{Align, Line, break_lines};

/// A table set at a measure.
#[derive(Debug)]
pub struct SetTable {
    /// Where each column begins, and how wide it is.
    pub columns: Vec<(Em, Em)>,
    /// The lines of each cell, row by row.
    pub cells: Vec<Vec<Vec<Line>>>,
    /// What a page may keep together, in order.
    pub parts: Vec<Part>,
    /// How many of the parts are heads.
    pub head_parts: usize,
}

/// Lines of a row that stay together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The row.
    pub row: usize,
    /// The first line of its cells that is in this part.
    pub first: usize,
    /// How many lines.
    pub lines: i32,
    /// Whether the row began in a part before.
    pub inside: bool,
}

/// Between two columns.
const GUTTER: Em = Em::thousandths(800);
/// A row of more lines than this may be parted.
const ROW_LINES: usize = 6;

/// Sets a table as wide as `width`.
pub fn set_table(table: &TableText, width: Em) -> SetTable {
    let count = table.columns.len();
    let room =
        (width - Em::from_scaled(GUTTER.scaled() * (count as i64 - 1))).max(Em::ONE);
    let widths = column_widths(&table.rows, count, room);
    let cells: Vec<Vec<Vec<Line>>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(&widths);
            cells.map(|(cell, &width)| break_lines(cell, width, Align::Start)).collect()
        })
        .collect();
    let mut at = Em::ZERO;
    let columns = widths
        .into_iter()
        .map(|width| {
            let column = (at, width);
            at += width + GUTTER;
            column
        })
        .collect();
    let (parts, head_parts) = parts(&cells, table.heads);
    SetTable { columns, cells, parts, head_parts }
}

fn parts(cells: &[Vec<Vec<Line>>], heads: usize) -> (Vec<Part>, usize) {
    let mut parts = Vec::new();
    let mut head_parts = 0;
    for (row, cells) in cells.iter().enumerate() {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        if lines <= ROW_LINES {
            parts.push(Part { row, first: 0, lines: lines as i32, inside: false });
        } else {
            let line = |first| Part { row, first, lines: 1, inside: first > 0 };
            parts.extend((0..lines).map(line));
        }
        if row < heads {
            head_parts = parts.len();
        }
    }
    (parts, head_parts)
}

/// Widths that add up to `room`: what each column wants where there is room for all; else
/// each gets its widest word and a share of the rest by what it wants beyond that.
fn column_widths(rows: &[Vec<Shaped>], count: usize, room: Em) -> Vec<Em> {
    let most = |of: &dyn Fn(&Shaped) -> Em| -> Vec<i64> {
        (0..count)
            .map(|column| {
                rows.iter().map(|row| of(&row[column])).max().unwrap_or(Em::ZERO)
            })
            .map(|width| width.scaled().max(Em::ONE.scaled() / 2))
            .collect()
    };
    let wanted = most(&Shaped::width);
    let least = most(&Shaped::widest_word);
    let room = room.scaled();
    let (all, all_least): (i64, i64) = (wanted.iter().sum(), least.iter().sum());
    // Where the widest words together have no room, the widest of them give way.
    let cap = cap(&least, room);
    let share = |part: i64, of: i64, room: i64| {
        (i128::from(room) * i128::from(part) / i128::from(of.max(1))) as i64
    };
    let widths = wanted.iter().zip(&least).map(|(&wanted, &least)| {
        if all <= room {
            wanted + share(wanted, all, room - all)
        } else if all_least <= room {
            least + share(wanted - least, all - all_least, room - all_least)
        } else {
            least.min(cap)
        }
    });
    widths.map(Em::from_scaled).collect()
}

/// The width that no column may exceed for all to add up to `room`.
fn cap(least: &[i64], room: i64) -> i64 {
    let mut sorted = least.to_vec();
    sorted.sort_unstable();
    let (mut left, mut columns) = (room, sorted.len() as i64);
    for width in sorted {
        if width * columns > left {
            return left / columns;
        }
        left -= width;
        columns -= 1;
    }
    room
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::FontSet;
    use crate::text::{Format, Shaper, Span};
    use crate::theme::Color;

    fn widths(cells: &[&[&str]], room: i64) -> Vec<Em> {
        let fonts = FontSet::bundled_only();
        let mut shaper = Shaper::new(&fonts, "en");
        let mut shape = |text: &&str| {
            shaper.shape(&[Span { text: (*text).to_owned(), format: Format::default() }])
        };
        let rows: Vec<Vec<_>> =
            cells.iter().map(|row| row.iter().map(&mut shape).collect()).collect();
        let columns = vec![Align::Start; rows[0].len()];
        let table = TableText { columns, rows, heads: 1, tint: Color::WHITE };
        let set = set_table(&table, Em::thousandths(room));
        set.columns.into_iter().map(|(_, width)| width).collect()
    }

    #[test]
    fn a_long_column_gets_more_room_than_a_short_one() {
        let cells: &[&[&str]] =
            &[&["Cost", "What is paid for storage and for computing time"]];
        let widths = widths(cells, 12_000);
        assert!(widths[1] > widths[0]);
    }

    #[test]
    fn one_long_word_does_not_take_room_from_short_ones() {
        let cells: &[&[&str]] =
            &[&["Feature", "Object.getOwnPropertyDescriptors(object)"]];
        let alone = widths(&[&["Feature"]], 100)[0];
        let both = widths(cells, 9_000);
        assert!(both[0] >= alone && both[0] > Em::thousandths(2_000));
    }

    #[test]
    fn the_table_is_as_wide_as_its_room() {
        for room in [3_000, 12_000, 40_000] {
            let widths = widths(&[&["Factor", "Batch", "Streaming"]], room);
            let sum: Em = widths.into_iter().sum::<Em>() + GUTTER + GUTTER;
            assert!((sum.scaled() - Em::thousandths(room).scaled()).abs() < 16);
        }
    }
}
