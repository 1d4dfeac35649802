//! Questions that are rows of a table headed `Question | Answer`, `Term | Meaning`, or
//! `Spanish | English`; and of one whose cells ask.

mod columns;
mod vocabulary;

use crate::diagnostic::Span;
use crate::document::{Cell, Inline, InlineKind, Table};

use super::finding::{self, Finding};
use super::segment::{self, Asked, Number, Reach, Segment};
use super::style::Style;
use crate::parse::raw::{Raw, RawKind};
use columns::Columns;

/// Tables whose heads say that their rows are questions and answers, or whose cells ask, and of
/// which the source has no less than of other text: a guide of topics may end with a table of
/// exercises.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let found = gather(blocks, Style::QuestionTables, 4, of_questions)?;
    (finding::others(blocks, &found.questions) <= 2 * found.count).then_some(found)
}

/// Tables of terms, where the source is hardly more than these and nothing else is a
/// question.
pub(super) fn find_terms(blocks: &[Raw]) -> Option<Finding> {
    let found = gather(blocks, Style::TermTables, 0, |table| {
        columns::terms(table).or_else(|| vocabulary::named_columns(table))
    });
    let found = found.or_else(|| {
        let found = gather(blocks, Style::TermTables, 0, vocabulary::columns)?;
        vocabulary::is_likely(blocks, &found.questions).then_some(found)
    })?;
    let most = finding::others(blocks, &found.questions) * 2 <= found.count;
    (found.count >= 3 && most).then_some(found)
}

/// Tables of two columns, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    gather(blocks, Style::QuestionTables, 4, of_any)
}

fn of_questions(table: &Table) -> Option<Columns> {
    columns::questions(table).or_else(|| columns::asking(table))
}

fn of_any(table: &Table) -> Option<Columns> {
    of_questions(table)
        .or_else(|| columns::terms(table))
        .or_else(|| vocabulary::columns(table))
        .or_else(|| columns::first(table))
}

fn gather(
    blocks: &[Raw],
    style: Style,
    weight: usize,
    columns: impl Fn(&Table) -> Option<Columns>,
) -> Option<Finding> {
    let (mut tables, mut count, mut of) = (Vec::new(), 0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::Table(table) = &block.kind else { continue };
        of += table.rows.len();
        if let Some(columns) = columns(table) {
            let asked = |row: &&Vec<Cell>| !row[columns.question].content.is_empty();
            count += table.rows.iter().filter(asked).count();
            tables.push(index);
        }
    }
    (count > 0).then_some(Finding { style, questions: tables, count, of, weight })
}

/// Takes the `tables` apart.
pub(super) fn apply(blocks: Vec<Raw>, tables: &[usize]) -> Vec<Segment> {
    segment::apart(blocks, tables, |block, segments| {
        let span = block.span;
        let RawKind::Table(table) = block.kind else { return };
        match of_any(&table) {
            Some(columns) => rows(table, &columns, span, segments),
            None => segments.push(Segment::Block(Raw::new(RawKind::Table(table), span))),
        }
    })
}

fn rows(table: Table, columns: &Columns, span: Span, segments: &mut Vec<Segment>) {
    for mut row in table.rows {
        let mut take = |column: usize| std::mem::take(&mut row[column].content);
        let (title, answer) = (take(columns.question), take(columns.answer));
        let number = columns.number.and_then(|column| columns::number(&take(column)));
        let number = number.map(|value| Number { value, named: false });
        let name =
            |column: usize| table.head.get(column).map_or(&[][..], |cell| &cell.content);
        let of_answer = if columns.named { name(columns.answer) } else { &[] };
        let mut answer: Vec<Raw> =
            segment::paragraph(labelled(of_answer, answer), span).into_iter().collect();
        for column in &columns.others {
            answer
                .extend(segment::paragraph(labelled(name(*column), take(*column)), span));
        }
        if !title.is_empty() {
            segments.push(Segment::Question(question(number, title, answer, span)));
        } else if let Some(Segment::Question(before)) = segments.last_mut() {
            // A row without a question goes on with the answer above.
            before.answer.extend(answer);
        } else {
            segments.extend(answer.into_iter().map(Segment::Block));
        }
    }
}

/// What a further column says, behind the column's name.
fn labelled(name: &[Inline], content: Vec<Inline>) -> Vec<Inline> {
    if content.is_empty() || name.is_empty() {
        return content;
    }
    let span = segment::span_of(&content, Span::default());
    let mut bold = name.to_vec();
    bold.push(Inline { kind: InlineKind::Text(":".to_owned()), span });
    let name = Inline { kind: InlineKind::Strong(bold), span };
    let space = Inline { kind: InlineKind::Text(" ".to_owned()), span };
    [name, space].into_iter().chain(content).collect()
}

fn question(
    number: Option<Number>,
    title: Vec<Inline>,
    answer: Vec<Raw>,
    table: Span,
) -> Asked {
    let span = segment::span_of(&title, table);
    let (own, title) = segment::titled(title);
    let (number, reach) = (own.or(number), Reach::Closed);
    Asked { number, id: None, title, span, prompt: Vec::new(), answer, reach }
}
