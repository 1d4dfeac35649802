//! Grid tables, as pandoc and reStructuredText have them. Each is covered so that Markdown takes it
//! for code, and read from that; what is no table after all stays code.

use super::Reader;
use super::state::Line;
use crate::diagnostic::Span;
use crate::document::{Alignment, Cell, Inline, InlineKind, Table};
use crate::parse::assemble::flatten;
use crate::parse::events::fragment;
use crate::parse::notation::guard::GUARD;
use crate::parse::raw::{Raw, RawKind};

/// A table has so many lines at most.
const MOST_LINES: usize = 2000;
/// Tables of a source have so many cells at most, each counted once a line.
const MOST_CELLS: usize = 200_000;
/// What stands behind the fence of a table.
const LANGUAGE: &str = "\u{7f}grid";

impl<'t> Reader<'t> {
    pub(super) fn grid(&mut self, line: &Line<'t>) -> Option<usize> {
        let long_enough = line.inner().len() >= 3 + LANGUAGE.len();
        if line.start < self.no_grid || !long_enough || !is_border(line.inner()) {
            return None;
        }
        let (mut at, mut last, mut rows) = (line.next, None, 0);
        for _ in 0..MOST_LINES {
            if at >= self.text.len() {
                break;
            }
            let next = Line::at(self.text, at);
            let words = next.inner();
            let fits = words.len() > 1
                && words.starts_with(['|', '+'])
                && words.ends_with(['|', '+']);
            if !fits || next.inner - next.start != line.inner - line.start {
                break;
            }
            rows += usize::from(words.starts_with('|'));
            if is_border(words) {
                last = Some(next);
            }
            at = next.next;
        }
        let Some(last) = last.filter(|_| rows > 0) else {
            self.no_grid = at;
            return None;
        };
        self.fill();
        for border in [line, &last] {
            self.cover.blank(border.inner..border.end);
            self.cover.put(border.inner, "```");
        }
        self.cover.put(line.inner + 3, LANGUAGE);
        Some(last.next)
    }
}

/// `+-----+:---:+`
fn is_border(words: &str) -> bool {
    words.len() > 2
        && words.starts_with('+')
        && words.ends_with('+')
        && words.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
        && words.contains(['-', '='])
}

/// The table that a block of code is, if it stands for one. `source` is the text that it is from.
/// `cells` counts those of all tables of the source.
pub(crate) fn table(block: Raw, source: &str, cells: &mut usize) -> Raw {
    let RawKind::Code { language: Some(language), text } = &block.kind else {
        return block;
    };
    if language != LANGUAGE {
        return block;
    }
    let span = block.span;
    let written = source.get(span.start as usize..).unwrap_or_default();
    let border = written.lines().next().unwrap_or_default().trim();
    *cells += text.lines().count() * border.matches('+').count();
    let read = if *cells < MOST_CELLS { read(border, text, span) } else { None };
    let kind = read.unwrap_or_else(|| {
        let text = format!("{border}\n{text}\n{border}");
        RawKind::Code { language: None, text }
    });
    Raw::new(kind, span)
}

/// Reads the lines between the first border and the last.
fn read(first: &str, text: &str, span: Span) -> Option<RawKind> {
    let bounds: Vec<usize> = first.match_indices('+').map(|(at, _)| at).collect();
    let count = bounds.len().checked_sub(1).filter(|count| *count > 0)?;
    let mut marks = first;
    let (mut head, mut rows) = (Vec::new(), Vec::new());
    let mut cells = vec![String::new(); count];
    for line in text.lines().chain([first]) {
        let chars: Vec<char> = line.chars().collect();
        if is_border(line) {
            if line.match_indices('+').map(|(at, _)| at).ne(bounds.iter().copied()) {
                return None;
            }
            let row = cells
                .iter_mut()
                .map(|cell| parsed(&std::mem::take(cell), span))
                .collect();
            if line.contains('=') && rows.is_empty() && head.is_empty() {
                head = row;
                marks = line;
            } else {
                rows.push(row);
            }
            continue;
        }
        for (at, cell) in cells.iter_mut().enumerate() {
            let (start, end) = (bounds[at], bounds[at + 1]);
            if chars.get(start) != Some(&'|') || chars.get(end) != Some(&'|') {
                return None;
            }
            let words: String = chars[start + 1..end].iter().collect();
            cell.push_str(words.strip_prefix(' ').unwrap_or(&words).trim_end());
            cell.push('\n');
        }
    }
    let columns =
        bounds.windows(2).map(|pair| alignment(&marks[pair[0] + 1..pair[1]])).collect();
    Some(RawKind::Table(Table { columns, head, rows }))
}

fn alignment(border: &str) -> Alignment {
    match (border.starts_with(':'), border.ends_with(':')) {
        (true, true) => Alignment::Center,
        (false, true) => Alignment::End,
        _ => Alignment::Start,
    }
}

fn parsed(words: &str, span: Span) -> Cell {
    // Most cells are plain words.
    let plain = |c: char| c.is_alphanumeric() || " ,;%'\"/".contains(c);
    let trimmed = words.trim();
    if trimmed.chars().all(plain) && !trimmed.starts_with(|c: char| c.is_ascii_digit()) {
        let kind = InlineKind::Text(trimmed.to_owned());
        let content =
            if trimmed.is_empty() { vec![] } else { vec![Inline { kind, span }] };
        return Cell { content };
    }
    let mut content = flatten(fragment(words));
    placed(&mut content, span);
    Cell { content }
}

/// Gives all the place of the table.
fn placed(content: &mut [Inline], span: Span) {
    crate::document::visit::inlines_mut(content, &mut |inline| inline.span = span);
}

const _: () = assert!(LANGUAGE.as_bytes()[0] == GUARD.as_bytes()[0]);
