//! Closed frames to blocks and inlines. Parts that stand outside their whole (`<td>`
//! without a table) are taken apart, never dropped.

use crate::diagnostic::Span;
use crate::document::{Alignment, Cell, Inline, InlineKind, Table, plain_text};

use super::formulas::for_pictures;
use super::raw::{Raw, RawDefinition, RawItem, RawKind};
use super::tag::{Frame, Tag};

/// The inline that a closed frame is; nothing for one that holds nothing.
pub(super) fn inline(frame: Frame) -> Option<Inline> {
    let Frame { tag, inlines: content, span, .. } = frame;
    if content.is_empty() && !matches!(tag, Tag::Image(_)) {
        return None;
    }
    let kind = match tag {
        Tag::Emphasis => InlineKind::Emphasis(content),
        Tag::Strong => InlineKind::Strong(content),
        Tag::Strikethrough => InlineKind::Strikethrough(content),
        Tag::Superscript => InlineKind::Superscript(content),
        Tag::Subscript => InlineKind::Subscript(content),
        Tag::Typewriter => InlineKind::Code(plain_text(&content)),
        Tag::Link(target) => InlineKind::Link { target, content },
        Tag::Image(source) => {
            let alt = plain_text(&content).replace('\n', " ");
            InlineKind::Image { source, alt, width: None }
        }
        _ => return None,
    };
    Some(Inline { kind, span })
}

/// The block that a closed frame is; nothing for one that holds nothing.
pub(super) fn block(frame: Frame) -> Option<Raw> {
    let Frame { tag, blocks, inlines, text, span, loose, task, .. } = frame;
    let kind = match tag {
        Tag::Paragraph => RawKind::Paragraph(some(for_pictures(trim(inlines)))?),
        Tag::Heading { level, id, indented } => {
            let content = some(for_pictures(trim(inlines)))?;
            RawKind::Heading { level, id, indented, content }
        }
        Tag::Code { language } => code(language, &text),
        Tag::Quote(alert) => RawKind::Quote { alert, blocks: some(dissolve(blocks))? },
        Tag::List { start } => list(start, blocks)?,
        Tag::Item { number } => {
            RawKind::Item(RawItem { number, task, loose, blocks: dissolve(blocks), span })
        }
        Tag::Table(columns) => table(columns, blocks, span)?,
        Tag::Row { head } => row(head, blocks),
        Tag::Cell { head, columns, rows } => RawKind::Cell {
            head,
            columns,
            rows,
            cell: Cell { content: flatten(dissolve(blocks)) },
        },
        Tag::Definitions => definitions(blocks)?,
        Tag::Term => RawKind::Term(flatten(dissolve(blocks))),
        Tag::Meaning => RawKind::Meaning(dissolve(blocks)),
        Tag::Details => details(blocks)?,
        Tag::Summary => RawKind::Summary(dissolve(blocks)),
        _ => return None,
    };
    Some(Raw::new(kind, span))
}

/// Makes wholes of parts that stand alone, so that only blocks are left.
pub(super) fn dissolve(blocks: Vec<Raw>) -> Vec<Raw> {
    let mut whole: Vec<Raw> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let span = block.span;
        match block.kind {
            RawKind::Item(item) => match whole.last_mut() {
                Some(Raw {
                    kind: RawKind::List { start: None, items, tight },
                    span: reach,
                }) if reach.end <= item.span.start => {
                    *tight &= !item.loose;
                    reach.end = item.span.end;
                    items.push(item);
                }
                _ => {
                    let (tight, items) = (!item.loose, vec![item]);
                    whole.push(Raw::new(
                        RawKind::List { start: None, tight, items },
                        span,
                    ));
                }
            },
            RawKind::Row { cells, .. } => {
                whole.extend(
                    cells.into_iter().filter_map(|cell| paragraph(cell.content, span)),
                );
            }
            RawKind::Cell { cell, .. } => whole.extend(paragraph(cell.content, span)),
            RawKind::Term(content) => whole.extend(paragraph(content, span)),
            RawKind::Meaning(blocks) | RawKind::Summary(blocks) => whole.extend(blocks),
            _ => whole.push(block),
        }
    }
    whole
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn paragraph(content: Vec<Inline>, span: Span) -> Option<Raw> {
    Some(Raw::new(RawKind::Paragraph(some(content)?), span))
}

/// Takes white space and line breaks off the end.
pub(super) fn trim(mut inlines: Vec<Inline>) -> Vec<Inline> {
    super::inlines::trim_back(&mut inlines, &[]);
    inlines
}

fn code(language: Option<String>, text: &str) -> RawKind {
    let text = text.strip_suffix('\n').unwrap_or(text);
    RawKind::Code { language, text: expand_tabs(text) }
}

/// Tabs to spaces, with stops every four columns.
pub(super) fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let (mut spaced, mut column) = (String::with_capacity(text.len() + 64), 0);
    for char in text.chars() {
        match char {
            '\t' => {
                let width = 4 - column % 4;
                spaced.extend(std::iter::repeat_n(' ', width));
                column += width;
                continue;
            }
            '\n' => column = 0,
            _ => column += 1,
        }
        spaced.push(char);
    }
    spaced
}

fn list(start: Option<u64>, blocks: Vec<Raw>) -> Option<RawKind> {
    let mut items: Vec<RawItem> = Vec::new();
    for block in blocks {
        match block.kind {
            RawKind::Item(item) => items.push(item),
            // Something that HTML put between the items belongs to the one before.
            _ => match items.last_mut() {
                Some(item) => item.blocks.extend(dissolve(vec![block])),
                None => items.push(RawItem {
                    number: None,
                    task: None,
                    loose: false,
                    span: block.span,
                    blocks: dissolve(vec![block]),
                }),
            },
        }
    }
    let tight = items.iter().all(|item| !item.loose);
    Some(RawKind::List { start, tight, items: some(items)? })
}

fn definitions(blocks: Vec<Raw>) -> Option<RawKind> {
    let mut definitions: Vec<RawDefinition> = Vec::new();
    for block in blocks {
        if let RawKind::Term(term) = block.kind {
            definitions.push(RawDefinition { term, meanings: Vec::new() });
            continue;
        }
        let meaning = dissolve(vec![block]);
        match definitions.last_mut() {
            Some(definition) => definition.meanings.push(meaning),
            None => definitions
                .push(RawDefinition { term: Vec::new(), meanings: vec![meaning] }),
        }
    }
    Some(RawKind::Definitions(some(definitions)?))
}

fn details(blocks: Vec<Raw>) -> Option<RawKind> {
    let mut summary = Vec::new();
    let mut rest = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block.kind {
            RawKind::Summary(blocks) if summary.is_empty() => summary = blocks,
            _ => rest.push(block),
        }
    }
    let blocks = dissolve(rest);
    (!summary.is_empty() || !blocks.is_empty())
        .then_some(RawKind::Details { summary, blocks })
}

fn row(head: bool, blocks: Vec<Raw>) -> RawKind {
    let mut cells = Vec::with_capacity(blocks.len());
    let mut down = Vec::with_capacity(blocks.len());
    let mut all_heads = true;
    for block in blocks {
        if let RawKind::Cell { head, columns, rows, cell } = block.kind {
            all_heads &= head;
            cells.push(cell);
            let more = columns.saturating_sub(1);
            cells.extend(std::iter::repeat_n(Cell::default(), more));
            down.extend(std::iter::repeat_n(rows, columns));
        } else {
            cells.push(Cell { content: flatten(dissolve(vec![block])) });
            down.push(1);
        }
    }
    RawKind::Row { head: head || all_heads && !cells.is_empty(), cells, rows: down }
}

fn table(mut columns: Vec<Alignment>, blocks: Vec<Raw>, span: Span) -> Option<RawKind> {
    let (mut head, mut rows) = (Vec::new(), Vec::new());
    let mut taken = Taken::default();
    for block in blocks {
        match block.kind {
            RawKind::Row { head: true, cells, rows: down }
                if head.is_empty() && rows.is_empty() =>
            {
                head = taken.row(cells, &down);
            }
            RawKind::Row { cells, rows: down, .. } => rows.push(taken.row(cells, &down)),
            _ => rows.push(vec![Cell { content: flatten(dissolve(vec![block])) }]),
        }
    }
    // An HTML table used as a frame around something: no table at all.
    if head.is_empty() && rows.iter().all(|row| row.len() < 2) {
        let cells = rows.into_iter().flatten();
        let blocks: Vec<Raw> =
            cells.filter_map(|cell| paragraph(cell.content, span)).collect();
        return Some(RawKind::Meaning(some(blocks)?));
    }
    let count = rows.iter().chain([&head]).map(Vec::len).max()?.max(columns.len());
    columns.resize(count, Alignment::Start);
    let pad = |row: &mut Vec<Cell>| row.resize(count, Cell::default());
    rows.iter_mut().for_each(pad);
    if !head.is_empty() {
        head.resize(count, Cell::default());
    }
    let is_blank = |row: &Vec<Cell>| row.iter().all(|cell| cell.content.is_empty());
    rows.retain(|row| !is_blank(row));
    if is_blank(&head) {
        head.clear();
    }
    (!rows.is_empty() || !head.is_empty()).then_some(RawKind::Table(Table {
        columns,
        head,
        rows,
    }))
}

/// Cells do not reach down from further columns than this.
const MOST_TAKEN: usize = 64;

/// For each column, how many of the rows that come are taken by a cell above.
#[derive(Default)]
struct Taken(Vec<usize>);

impl Taken {
    /// The cells of a row, those that others reach down to among them. `rows` says how many rows
    /// each takes.
    fn row(&mut self, cells: Vec<Cell>, rows: &[usize]) -> Vec<Cell> {
        if self.0.is_empty() && rows.iter().all(|rows| *rows == 1) {
            return cells;
        }
        let mut row = Vec::with_capacity(cells.len());
        for (cell, rows) in cells.into_iter().zip(rows) {
            self.pass(&mut row);
            if *rows > 1 && row.len() < MOST_TAKEN {
                self.0.resize(self.0.len().max(row.len() + 1), 0);
                self.0[row.len()] = rows - 1;
            }
            row.push(cell);
        }
        self.pass(&mut row);
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        row
    }

    /// Adds a cell for each column that is taken where the row goes on.
    fn pass(&mut self, row: &mut Vec<Cell>) {
        while let Some(taken) = self.0.get_mut(row.len()).filter(|taken| **taken > 0) {
            *taken -= 1;
            row.push(Cell::default());
        }
    }
}

/// Blocks where only inlines can be: one after the other, with line breaks between.
pub(super) fn flatten(blocks: Vec<Raw>) -> Vec<Inline> {
    let mut content = Vec::new();
    for block in blocks {
        let span = block.span;
        let piece = match block.kind {
            RawKind::Paragraph(inlines) | RawKind::Heading { content: inlines, .. } => {
                inlines
            }
            RawKind::Code { text, .. } => {
                vec![Inline { kind: InlineKind::Code(text.replace('\n', " ")), span }]
            }
            RawKind::List { items, .. } => {
                flatten(items.into_iter().flat_map(|item| item.blocks).collect())
            }
            RawKind::Quote { blocks, .. } => flatten(blocks),
            RawKind::Details { mut summary, blocks } => {
                summary.extend(blocks);
                flatten(summary)
            }
            RawKind::Table(table) => {
                let cells =
                    table.head.into_iter().chain(table.rows.into_iter().flatten());
                flatten(cells.filter_map(|cell| paragraph(cell.content, span)).collect())
            }
            RawKind::Definitions(definitions) => flatten(
                definitions
                    .into_iter()
                    .flat_map(|one| {
                        let meanings = one.meanings.into_iter().flatten();
                        paragraph(one.term, span).into_iter().chain(meanings)
                    })
                    .collect(),
            ),
            _ => Vec::new(),
        };
        if piece.is_empty() {
            continue;
        }
        if !content.is_empty() {
            content.push(Inline { kind: InlineKind::LineBreak, span });
        }
        content.extend(piece);
    }
    content
}
