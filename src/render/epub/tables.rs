//! Tables, which a narrow screen shows as labelled rows.

use crate::document::{Alignment, Cell, Table, plain_text};

use crate::select::table_direction;

use super::book::one_line;
use super::inlines::is_blank;
use super::text::Text;
use super::xml::{Attribute, Xml};

/// From this many columns on, a table becomes rows on a middling screen already: in 48 em,
/// the width that the style sheet asks for, a column would have less than ten, some three
/// words.
const WIDE: usize = 5;

/// A table with its lines drawn, where there is no style sheet to draw them.
const LINED_TABLE: [Attribute; 4] = [
    ("border", "1"),
    ("cellpadding", "4"),
    ("style", "border-collapse: collapse"),
    ("role", "table"),
];

impl Text<'_> {
    /// A table. Its roles are spelled out because the style sheet changes `display` on
    /// narrow screens, which would make readers forget that it is a table; each cell
    /// carries the name of its column for the same case.
    pub(super) fn table(&mut self, table: &Table) {
        if table.head.is_empty() && table.rows.is_empty() {
            return;
        }
        let wide = table.columns.len() >= WIDE;
        let class = [("class", if wide { "table wide" } else { "table" })];
        let labels: Vec<String> =
            table.head.iter().map(|cell| one_line(&plain_text(&cell.content))).collect();
        self.element("div", &class, |text| {
            let direction = table_direction(table);
            let attributes = if text.book.stands_alone() {
                &LINED_TABLE[..]
            } else {
                &[("role", "table")]
            };
            text.directed("table", attributes, direction, |text| {
                text.head(table);
                text.rows(table, &labels);
            });
        });
    }

    fn head(&mut self, table: &Table) {
        if table.head.is_empty() {
            return;
        }
        self.element("thead", &[("role", "rowgroup")], |text| {
            text.element("tr", &[("role", "row")], |text| {
                for (at, cell) in table.head.iter().enumerate() {
                    text.head_cell(cell, alignment(table, at));
                }
            });
        });
        self.markup().line();
    }

    /// An empty head cell names nothing, so it is a plain one.
    fn head_cell(&mut self, cell: &Cell, class: &str) {
        if is_blank(&cell.content) {
            return self.cell("td", &[("role", "cell")], class, cell);
        }
        self.cell("th", &[("role", "columnheader"), ("scope", "col")], class, cell);
    }

    fn rows(&mut self, table: &Table, labels: &[String]) {
        if table.rows.is_empty() {
            return;
        }
        self.element("tbody", &[("role", "rowgroup")], |text| {
            for row in &table.rows {
                text.element("tr", &[("role", "row")], |text| {
                    for (at, cell) in row.iter().enumerate() {
                        let label = labels.get(at).map_or("", String::as_str);
                        text.body_cell(cell, alignment(table, at), label);
                    }
                });
                text.markup().line();
            }
        });
    }

    fn body_cell(&mut self, cell: &Cell, class: &str, label: &str) {
        let attributes = [("role", "cell"), ("data-label", label)];
        let count = if label.is_empty() { 1 } else { 2 };
        self.cell("td", &attributes[..count], class, cell);
    }

    fn cell(&mut self, name: &str, roles: &[Attribute], class: &str, cell: &Cell) {
        let mut attributes = roles.to_vec();
        if !class.is_empty() {
            attributes.push(("class", class));
        }
        self.element(name, &attributes, |text| text.inlines(&cell.content));
    }
}

fn alignment(table: &Table, column: usize) -> &'static str {
    match table.columns.get(column) {
        None | Some(Alignment::Start) => "",
        Some(Alignment::Center) => "center",
        Some(Alignment::End) => "end",
    }
}
