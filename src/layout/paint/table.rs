//! Rows of tables.

use super::{HAIRLINE, Painter, Pen, shift};
use crate::frame::{Frame, FrameItem};
use crate::layout::flow::TableText;
use crate::layout::table::{SetTable, TablePart};
use crate::theme;
use crate::units::{Length, Point, Size};

impl Painter<'_> {
    pub(super) fn table_part(
        &self,
        table: &SetTable,
        text: &TableText,
        part: TablePart,
        at: Point,
        out: &mut Frame,
    ) {
        self.rows(table, text, part, &self.pen(), at, out);
    }

    /// The head was read where the table began: here it is furniture.
    pub(super) fn table_head_again(
        &self,
        table: &SetTable,
        text: &TableText,
        part: TablePart,
        at: Point,
        out: &mut Frame,
    ) {
        let pen = Pen { furniture: true, ..self.pen() };
        self.rows(table, text, part, &pen, at, out);
    }

    fn rows(
        &self,
        table: &SetTable,
        text: &TableText,
        part: TablePart,
        pen: &Pen<'_>,
        at: Point,
        out: &mut Frame,
    ) {
        let size = self.setting.size;
        let leading = self.setting.leading;
        let row = &table.rows[part.row];
        let step = self.setting.step();
        let height = step * i64::from(part.height());
        let extent = Size::new(table.width.at(size), height);
        if table.head_parts > 0 && part.row < text.heads {
            out.push(at, FrameItem::Rect { size: extent, fill: text.tint });
        } else if row.ruled && !part.inside {
            self.rule(at, extent.width, out);
        }
        // Where rows have air, their text stands in the middle between the ink of two rules.
        let aired = table.parts.first().is_some_and(|first| first.above > 0);
        let below_rule = if aired { HAIRLINE.at(size) } else { Length::ZERO };
        let above = step * i64::from(part.above) + below_rule;
        for cell in &row.cells {
            let shaped = &text.rows[cell.row][cell.column];
            let furniture = pen.furniture || cell.again;
            let pen = Pen { furniture, ..pen.clone() };
            let lines = cell.lines.iter().enumerate().skip(part.first);
            let mut top = at.y + above;
            for (n, line) in lines.take(part.lines as usize) {
                let moved = cell.at + shift(line, cell.width, cell.align);
                let x = at.x + moved.at(size);
                let steps = row.steps(n, self.setting.lines());
                let y = top + step * i64::from(steps.above) + self.baseline(leading);
                pen.glyphs(shaped, line, Point::new(x, y), out);
                top += step * i64::from(steps.height());
            }
        }
        let last = part.row + 1 == table.rows.len();
        if last && part.first + part.lines as usize >= row.lines() {
            self.rule(Point::new(at.x, at.y + extent.height), extent.width, out);
        }
    }

    fn rule(&self, at: Point, width: Length, out: &mut Frame) {
        let size = Size::new(width, HAIRLINE.at(self.setting.size));
        out.push(at, FrameItem::Rect { size, fill: theme::RULE });
    }
}
