//! Tables: how wide the columns are, and which lines stand side by side.
//!
//! A table whose words have no room side by side is turned to records: each row becomes
//! lines of head and cell, one below the other.

use crate::text::Shaped;
use crate::units::Em;

use super::flow::{BAND_INSET, TableText};
use super::line_steps::{LineGrid, LineSteps};
use super::lines::{Align, Line, break_lines};

/// A table set at a measure.
#[derive(Debug, Clone)]
pub struct SetTable {
    /// The rows as they stand.
    pub rows: Vec<SetRow>,
    /// What a page may keep together, in order.
    pub parts: Vec<TablePart>,
    /// How many of the parts are heads.
    pub head_parts: usize,
    /// How wide it is.
    pub width: Em,
    /// Whether each row became a record.
    pub in_records: bool,
}

/// The row that a part of a table is of, or the record that a row was turned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOfPart {
    /// Counted from 1; 0 for heads.
    pub number: usize,
    /// Whether it begins with the part.
    pub begins: bool,
    /// Its steps.
    pub height: i32,
}

/// Cells side by side.
#[derive(Debug, Clone)]
pub struct SetRow {
    /// The cells, from the left.
    pub cells: Vec<SetCell>,
    /// Whether a rule stands above.
    pub ruled: bool,
    /// Whether a row of the table begins here, or the record that one became.
    pub begins: bool,
}

/// A cell's lines.
#[derive(Debug, Clone)]
pub struct SetCell {
    /// The row of the table that the text is of.
    pub row: usize,
    /// The column of the table that the text is of.
    pub column: usize,
    /// Where it begins.
    pub at: Em,
    /// How wide it is.
    pub width: Em,
    /// How its lines are set.
    pub align: Align,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Whether the text was shown before: a head beside a later record.
    pub again: bool,
}

/// Lines of a row that stay together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TablePart {
    /// The row.
    pub row: usize,
    /// The first line of its cells that is in this part.
    pub first: usize,
    /// How many lines.
    pub lines: i32,
    /// The steps of its lines.
    pub steps: i32,
    /// Whether the row began in a part before.
    pub inside: bool,
    /// The steps above the first line, below the rule.
    pub above: i32,
    /// The steps below the last line.
    pub below: i32,
}

impl TablePart {
    /// Lines of a row, of so many steps.
    const fn of(row: usize, first: usize, lines: i32, steps: i32) -> Self {
        let inside = first > 0;
        Self { row, first, lines, steps, inside, above: 0, below: 0 }
    }

    /// Its steps.
    pub fn height(&self) -> i32 {
        self.above + self.steps + self.below
    }
}

/// Between two columns.
const GUTTER: Em = Em::thousandths(800);
/// A row of more lines than this may be parted.
const ROW_LINES: usize = 8;
/// A column narrower than this holds no word.
const NARROWEST: Em = Em::thousandths(2_200);

/// Sets a table as wide as `width`, in lines of this grid; each row has `air` steps more than its
/// lines.
pub(crate) fn set_table(
    table: &TableText,
    width: Em,
    air: i32,
    grid: LineGrid,
) -> SetTable {
    let columns = table.columns.len() as i64;
    // Words keep off the edges of the tint behind the heads, and all below stand as they do.
    let inset = if table.heads > 0 { BAND_INSET } else { Em::ZERO };
    let all = width.scaled() - GUTTER.scaled() * (columns - 1);
    let room = all - inset.scaled() * 2;
    let in_records = columns > 2
        && all < NARROWEST.scaled() * columns
        && table.rows.len() > table.heads;
    let (rows, heads) = if in_records {
        (records(table, width), 0)
    } else {
        let room = Em::from_scaled(room).max(Em::ONE);
        (side_by_side(table, inset, room), table.heads)
    };
    let (parts, head_parts) = parts(&rows, heads, grid);
    let mut table = SetTable { rows, parts, head_parts, width, in_records };
    table.give_air(air);
    table
}

impl SetTable {
    /// Gives each row, or record, its share above its first line and below its last.
    fn give_air(&mut self, air: i32) {
        let count = self.parts.len();
        for part in 0..count {
            if self.begins_row(part) {
                self.parts[part].above = air / 2;
            }
            if part + 1 == count || self.begins_row(part + 1) {
                self.parts[part].below = air - air / 2;
            }
        }
    }

    /// Whether a part is the first of a row, or of a record that a row was turned to.
    pub fn begins_row(&self, part: usize) -> bool {
        let part = &self.parts[part];
        !part.inside && self.rows[part.row].begins
    }

    /// The steps of its heads.
    pub fn head_height(&self) -> i32 {
        self.parts[..self.head_parts].iter().map(TablePart::height).sum()
    }

    /// Of each part, the row that it is of.
    pub fn rows_of_parts(&self) -> Vec<RowOfPart> {
        let mut rows: Vec<RowOfPart> = Vec::with_capacity(self.parts.len());
        let (mut first, mut number) = (0, 0);
        for part in 0..self.parts.len() {
            let begins = self.begins_row(part);
            if begins {
                first = part;
                number += usize::from(part >= self.head_parts);
            }
            rows.push(RowOfPart { number, begins, height: 0 });
            if part + 1 == self.parts.len() || self.begins_row(part + 1) {
                let own = &self.parts[first..=part];
                let height = own.iter().map(TablePart::height).sum();
                for row in &mut rows[first..] {
                    row.height = height;
                }
            }
        }
        rows
    }
}

impl SetRow {
    /// How many lines the highest of its cells has.
    pub fn lines(&self) -> usize {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1).max(1)
    }

    /// The steps of those lines of its cells that stand side by side in this place.
    pub(super) fn steps(&self, line: usize, grid: LineGrid) -> LineSteps {
        let lines = self.cells.iter().filter_map(|cell| cell.lines.get(line));
        lines.fold(LineSteps::default(), |all, line| all.beside(grid.steps(line)))
    }
}

fn side_by_side(table: &TableText, inset: Em, room: Em) -> Vec<SetRow> {
    let widths = column_widths(&table.rows, table.columns.len(), room);
    let row = |(row, cells): (usize, &Vec<Shaped>)| {
        let mut at = inset;
        let cells =
            cells.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
                let lines = break_lines(cell, width, Align::Start);
                let align = table.columns[column];
                let set = SetCell { row, column, at, width, align, lines, again: false };
                at += width + GUTTER;
                set
            });
        SetRow { cells: cells.collect(), ruled: row >= table.heads, begins: true }
    };
    table.rows.iter().enumerate().map(row).collect()
}

/// A line or more for each cell that has words, its head to the left; a rule above each record.
/// Without a head the cells stand alone. A head that no cell stands beside is in the first record.
fn records(table: &TableText, width: Em) -> Vec<SetRow> {
    let headed = table.heads > 0;
    let left = if headed { Em::from_scaled(width.scaled() * 3 / 10) } else { Em::ZERO };
    let right = (width - left - if headed { GUTTER } else { Em::ZERO }).max(Em::ONE);
    let is_empty = |cell: &Shaped| cell.text.trim().is_empty();
    let body = &table.rows[table.heads..];
    let mut shown: Vec<bool> = vec![false; table.columns.len()];
    let lone_head = |column: usize| {
        headed
            && !is_empty(&table.rows[0][column])
            && body.iter().all(|row| is_empty(&row[column]))
    };
    let lone_heads: Vec<bool> = (0..table.columns.len()).map(lone_head).collect();
    let mut rows = Vec::new();
    for (row, cells) in table.rows.iter().enumerate().skip(table.heads) {
        let mut begins = true;
        for (column, cell) in cells.iter().enumerate() {
            let named = row == table.heads && lone_heads[column];
            let last = begins && column + 1 == cells.len();
            if is_empty(cell) && !named && !last {
                continue;
            }
            let mut set = Vec::new();
            if headed {
                let lines =
                    break_lines(&table.rows[0][column], left.max(Em::ONE), Align::Start);
                let again = std::mem::replace(&mut shown[column], true);
                set.push(SetCell {
                    row: 0,
                    column,
                    at: Em::ZERO,
                    width: left,
                    align: Align::Start,
                    lines,
                    again,
                });
            }
            let (at, lines) = (width - right, break_lines(cell, right, Align::Start));
            let (width, align) = (right, Align::Start);
            set.push(SetCell { row, column, at, width, align, lines, again: false });
            rows.push(SetRow { cells: set, ruled: begins, begins });
            begins = false;
        }
    }
    rows
}

fn parts(rows: &[SetRow], heads: usize, grid: LineGrid) -> (Vec<TablePart>, usize) {
    let mut parts = Vec::new();
    let mut head_parts = 0;
    for (row, set) in rows.iter().enumerate() {
        let lines = set.lines();
        let heights = (0..lines).map(|line| set.steps(line, grid).height());
        if lines <= ROW_LINES {
            parts.push(TablePart::of(row, 0, lines as i32, heights.sum()));
        } else {
            let part = |(first, steps)| TablePart::of(row, first, 1, steps);
            parts.extend(heights.enumerate().map(part));
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
    use crate::units::Length;

    fn table(cells: &[&[&str]], room: i64) -> SetTable {
        let fonts = FontSet::bundled_only();
        let mut shaper = Shaper::new(&fonts, "en");
        let mut shape = |text: &&str| {
            shaper.shape(&[Span { text: (*text).to_owned(), format: Format::default() }])
        };
        let rows: Vec<Vec<_>> =
            cells.iter().map(|row| row.iter().map(&mut shape).collect()).collect();
        let columns = vec![Align::Start; rows[0].len()];
        let table = TableText { columns, rows, heads: 1, tint: Color::WHITE };
        let (size, leading) = (Length::pt(8.0), Length::pt(9.6));
        set_table(&table, Em::thousandths(room), 2, LineGrid { size, leading })
    }

    fn widths(cells: &[&[&str]], room: i64) -> Vec<Em> {
        table(cells, room).rows[0].cells.iter().map(|cell| cell.width).collect()
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
        let both = widths(cells, 9_000);
        assert!(both[0] > Em::thousandths(2_000));
    }

    #[test]
    fn the_table_is_as_wide_as_its_room() {
        for room in [9_000, 12_000, 40_000] {
            let widths = widths(&[&["Factor", "Batch", "Streaming"]], room);
            let edges = GUTTER + GUTTER + BAND_INSET + BAND_INSET;
            let sum: Em = widths.into_iter().sum::<Em>() + edges;
            assert!((sum.scaled() - Em::thousandths(room).scaled()).abs() < 16);
        }
    }

    #[test]
    fn what_has_no_room_side_by_side_becomes_records() {
        let head = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
        let row = ["1", "2", "3", "4", "5", "6", "7", "8"];
        let table = table(&[&head, &row, &row], 20_000);
        assert_eq!((table.head_parts, table.rows.len()), (0, 16));
        let again: Vec<bool> = table.rows.iter().map(|row| row.cells[0].again).collect();
        assert_eq!(again, [vec![false; 8], vec![true; 8]].concat());
    }
}
