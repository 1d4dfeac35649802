//! Rows of tables that are longer than their heads.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::Source;

/// GitHub's tables drop what a row has more than the head; say so of the table at `range`.
pub(super) fn long(
    source: &Source,
    index: u32,
    range: &Range<usize>,
    columns: usize,
) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let mut at = range.start;
    for line in source.text()[range.clone()].split_inclusive('\n') {
        if cells_of(line) > columns {
            let span = source.span(at..at + line.trim_end().len(), index);
            let says = format!(
                "the row has more cells than the table's {columns} columns; the rest is left out"
            );
            said.push(
                Diagnostic::warning(DiagnosticKind::Table, says)
                    .at(span)
                    .hint("write `\\|` for a bar that is no border, or widen the head"),
            );
        }
        at += line.len();
    }
    said
}

/// How many cells a row of a table has as written.
fn cells_of(line: &str) -> usize {
    let line = line.trim().trim_start_matches(['>', ' ']);
    let line = line.strip_prefix('|').unwrap_or(line);
    let (mut bars, mut escaped, mut ends_with_bar) = (0, false, false);
    for char in line.chars() {
        ends_with_bar = char == '|' && !escaped;
        bars += usize::from(ends_with_bar);
        escaped = char == '\\' && !escaped;
    }
    bars + usize::from(!ends_with_bar)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_as_github_does() {
        for (line, cells) in
            [("| a | b |", 2), ("a | b", 2), ("| a | b", 2), ("| a \\| b | c |\n", 2)]
        {
            assert_eq!(cells_of(line), cells, "{line}");
        }
    }
}
