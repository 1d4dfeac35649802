//! Tables of formulas: matrices, systems of equations, distinctions of cases.

use super::tree::{Align, Cell, Node, Table};
use super::xml::{Element, thousandths};

/// A table, whose cells `row_of` reads.
pub(super) fn read(element: &Element, row_of: &dyn Fn(&Element) -> Node) -> Node {
    let border = |element: &Element, side: &str| {
        element.style(side).is_some_and(|border| border.split(' ').any(is_line))
    };
    let words = |name| {
        let said: &str = element.attribute(name).unwrap_or_default();
        said.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let (aligns, column_lines) = (words("columnalign"), words("columnlines"));
    let row_lines = words("rowlines");
    let of = |words: &[String], n: usize| -> String {
        words.get(n).or(words.last()).cloned().unwrap_or_default()
    };
    let mut line_below = border(element, "border-bottom");
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (n, row) in element.elements().enumerate() {
        let mut cells = Vec::new();
        let mut there = row.elements().filter(|cell| !is_filler(cell)).peekable();
        while let Some(cell) = there.next() {
            let own = cell.attribute("columnalign").map(str::to_owned);
            let align = cell.style("text-align").map(str::to_owned).or(own);
            let align = align.unwrap_or_else(|| of(&aligns, cells.len()));
            let room = |side| cell.style(side).and_then(thousandths);
            let line = of(&column_lines, cells.len());
            cells.push(Cell {
                of: contents(cell, row_of),
                align: match align.as_str() {
                    "left" => Align::Left,
                    "right" => Align::Right,
                    _ => Align::Center,
                },
                before: room("padding-left"),
                after: room("padding-right"),
                line_after: border(cell, "border-right")
                    || (is_line(&line) && there.peek().is_some()),
                line_above: border(cell, "border-top")
                    || (n > 0 && is_line(&of(&row_lines, n - 1))),
            });
        }
        rows.push(cells);
    }
    // Behind the last row a line stands above a row of its own, with nothing in it.
    if rows.len() > 1
        && rows.last().is_some_and(|row| row.iter().all(|cell| cell.of.is_empty()))
        && let Some(last) = rows.pop()
    {
        line_below |= last.iter().any(|cell| cell.line_above);
    }
    let frame = element.says("frame", "solid");
    for last in rows.iter_mut().filter_map(|row| row.last_mut()) {
        last.line_after |= frame;
    }
    if (frame || border(element, "border-top"))
        && let Some(first) = rows.first_mut()
    {
        for cell in first {
            cell.line_above = true;
        }
    }
    let level = element.attribute("scriptlevel").unwrap_or_default();
    Node::Table(Table {
        rows,
        display: element.attribute("displaystyle") == Some("true"),
        small: matches!(level, "1" | "+1" | "2"),
        line_before: border(element, "border-left") || frame,
        line_below: line_below || frame,
    })
}

fn is_line(word: &str) -> bool {
    matches!(word, "solid" | "dashed")
}

/// Whether a cell only fills a line up, beside what stands in its middle.
fn is_filler(cell: &Element) -> bool {
    cell.style("width").is_some() && cell.elements().next().is_none()
}

/// What is in a cell; the number of a row that fills its line is a tag.
fn contents(cell: &Element, row_of: &dyn Fn(&Element) -> Node) -> Node {
    match row_of(cell) {
        Node::Text { text, .. } if cell.style("width").is_some() => Node::Tag(text),
        contents => contents,
    }
}
