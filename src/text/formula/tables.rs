//! Tables in formulas: matrices, systems of equations, distinctions of cases.

use super::made::{Made, half};
use super::setter::{Place, Setter};
use crate::font::MathConstant;
use crate::math::{Align, Cell, Class, Node, Table};
use crate::units::Em;

/// Half of the room between two columns, where nothing is said of it.
const BESIDE: i64 = 500;
/// What a row reaches above and below its baseline at least.
const ROW: (i64, i64) = (700, 300);
/// Between two rows, and between two of a displayed system.
const BETWEEN: i64 = 120;
const BETWEEN_DISPLAYED: i64 = 300;
/// From a line to what is above and below it.
const BESIDE_LINE: i64 = 120;

/// A row of a table.
struct Row {
    cells: Vec<Made>,
    above: Em,
    below: Em,
    /// From the row before it to this one.
    gap: Em,
    ruled: bool,
}

impl Setter<'_, '_> {
    /// A table, its middle where bars of fractions are.
    pub(super) fn table(&mut self, table: &Table, place: Place) -> Made {
        let level = if table.small { (place.level + 1).min(2) } else { place.level };
        let inner = Place { display: table.display && level == 0, level, ..place };
        let room = |setter: &Self, thousandths| setter.room(thousandths, inner);
        let between = if table.display { BETWEEN_DISPLAYED } else { BETWEEN };
        let mut rows = Vec::with_capacity(table.rows.len());
        for (n, cells) in table.rows.iter().enumerate() {
            let mut made: Vec<Made> = Vec::with_capacity(cells.len());
            for (n, cell) in cells.iter().enumerate() {
                // What stands at the right of a column goes on at the left of the next: so are
                // equations set.
                let goes_on = n > 0
                    && (cell.align, cells[n - 1].align) == (Align::Left, Align::Right);
                made.push(match &cell.of {
                    Node::Row(nodes) => self.row(nodes, inner, goes_on),
                    one => self.row(std::slice::from_ref(one), inner, goes_on),
                });
            }
            let most = |own: i64, of: fn(&Made) -> Em| {
                made.iter().map(of).fold(room(self, own), Em::max)
            };
            let (above, below) =
                (most(ROW.0, |cell| cell.above), most(ROW.1, |c| c.below));
            let ruled = cells.iter().any(|cell| cell.line_above);
            let gap = match (n, ruled) {
                (_, true) => room(self, BESIDE_LINE + BESIDE_LINE),
                (0, false) => Em::ZERO,
                _ => room(self, between),
            };
            rows.push(Row { cells: made, above, below, gap, ruled });
        }
        let below_all = if table.line_below { room(self, BESIDE_LINE) } else { Em::ZERO };
        let height: Em = rows.iter().map(|row| row.gap + row.above + row.below).sum();
        let (columns, width) = self.columns(table, &rows, inner);
        let top = self.axis(place) + half(height + below_all);
        let thickness = self.constant(MathConstant::FractionRuleThickness, inner);
        let mut out = Made { class: Class::Inner, ..Made::blank(Em::ZERO) };
        let mut y = top;
        let color = place.color;
        for (row, cells) in rows.into_iter().zip(&table.rows) {
            if row.ruled {
                let at = y - half(row.gap + thickness);
                out.rule((Em::ZERO, at), (width, thickness), color);
            }
            y = y - row.gap - row.above;
            for ((made, cell), column) in row.cells.into_iter().zip(cells).zip(&columns) {
                let left = column.width - made.whole();
                let moved = match cell.align {
                    Align::Left => Em::ZERO,
                    Align::Center => half(left),
                    Align::Right => left,
                };
                out.draw(made, column.at + moved, y);
            }
            y = y - row.below;
        }
        let bottom = y - below_all;
        if table.line_below {
            out.rule((Em::ZERO, bottom), (width, thickness), color);
        }
        let upright = columns.iter().filter_map(|column| column.line);
        let first = table.line_before.then_some(Em::ZERO);
        for x in upright.chain(first) {
            out.rule((x, bottom), (thickness, top - bottom), color);
        }
        out.above = out.above.max(top);
        out.below = out.below.max(-bottom);
        out.width = width;
        out.tall = true;
        out
    }

    /// Where columns are, and how wide all of them.
    fn columns(&self, table: &Table, rows: &[Row], place: Place) -> (Vec<Column>, Em) {
        let count = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns = Vec::with_capacity(count);
        let mut at = Em::ZERO;
        for n in 0..count {
            let made = rows.iter().filter_map(|row| row.cells.get(n));
            let width = made.map(Made::whole).max().unwrap_or_default();
            let cells = || table.rows.iter().filter_map(|row| row.get(n));
            let side = |said: fn(&Cell) -> Option<i64>, edge: bool| {
                let own = cells().find_map(said).unwrap_or(BESIDE);
                let lined = cells().any(|cell| cell.line_after) || table.line_before;
                // At the edges there is room only where it is said, or a line stands there.
                let written = cells().any(|cell| said(cell).is_some());
                let room = if edge && !written && !lined { 0 } else { own };
                self.room(room, place)
            };
            at += side(|cell| cell.before, n == 0);
            let begins = at;
            at += width + side(|cell| cell.after, n + 1 == count);
            let line = cells().any(|cell| cell.line_after).then_some(at);
            columns.push(Column { at: begins, width, line });
        }
        (columns, at)
    }
}

/// A column of a table.
struct Column {
    at: Em,
    width: Em,
    /// Where a line stands behind it.
    line: Option<Em>,
}
