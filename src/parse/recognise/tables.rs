//! Questions that are rows of a table headed `Question | Answer`, or `Term | Meaning`.

use crate::diagnostic::Span;
use crate::document::{Cell, Inline, Table, plain_text};

use super::finding::{self, Finding};
use super::segment::{self, Asked, Number, Reach, Segment};
use super::style::Style;
use crate::parse::raw::{Raw, RawKind};

/// What a table's head says about its columns.
struct Columns {
    number: Option<usize>,
    question: usize,
    answer: usize,
}

/// What heads call questions and answers, in a few languages.
const QUESTIONS: &str = " question questions q frage fragen pregunta preguntas pergunta questão \
    domanda domande vraag fråga pytanie вопрос 问题 問題 質問 질문 front prompt ";
const ANSWERS: &str = " answer answers a antwort antworten respuesta respuestas réponse réponses \
    resposta risposta antwoord svar odpowiedź ответ 答案 回答 答え 解答 답변 back response ";
const TERMS: &str = " term terms word concept keyword begriff wort término concepto terme mot \
    termo termine термин 术语 用語 vocabulary acronym ";
const MEANINGS: &str = " definition definitions meaning description explanation bedeutung \
    erklärung definición significado définition signification definição definizione \
    translation übersetzung определение 定义 定義 意味 ";

/// Tables whose heads say that their rows are questions and answers, and of which the
/// source has no less than of other text: a guide of topics may end with a table of
/// exercises.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let found = gather(blocks, Style::QuestionTables, 4, |table| {
        columns(table, QUESTIONS, ANSWERS)
    })?;
    (finding::others(blocks, &found.questions) <= 2 * found.count).then_some(found)
}

/// Tables of terms, where the source is hardly more than these and nothing else is a
/// question.
pub(super) fn find_terms(blocks: &[Raw]) -> Option<Finding> {
    let found =
        gather(blocks, Style::TermTables, 0, |table| columns(table, TERMS, MEANINGS))?;
    let most = finding::others(blocks, &found.questions) * 2 <= found.count;
    (found.count >= 3 && most).then_some(found)
}

/// Tables of two columns, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    gather(blocks, Style::QuestionTables, 4, first_columns)
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
        let columns = columns(&table, QUESTIONS, ANSWERS)
            .or_else(|| columns(&table, TERMS, MEANINGS))
            .or_else(|| first_columns(&table));
        match columns {
            Some(columns) => rows(table, &columns, span, segments),
            None => segments.push(Segment::Block(Raw::new(RawKind::Table(table), span))),
        }
    })
}

fn rows(table: Table, columns: &Columns, span: Span, segments: &mut Vec<Segment>) {
    for mut row in table.rows {
        let mut take = |column: usize| std::mem::take(&mut row[column].content);
        let (title, answer) = (take(columns.question), take(columns.answer));
        let number = columns.number.and_then(|column| number(&take(column)));
        let answer = paragraph(answer, span);
        if !title.is_empty() {
            segments.push(Segment::Question(question(number, title, answer, span)));
        } else if let Some(Segment::Question(before)) = segments.last_mut() {
            // A row without a question goes on with the answer above.
            before.answer.extend(answer);
        } else {
            segments.extend(answer.map(Segment::Block));
        }
    }
}

fn question(
    number: Option<Number>,
    title: Vec<Inline>,
    answer: Option<Raw>,
    table: Span,
) -> Asked {
    let span = segment::span_of(&title, table);
    let (own, title) = segment::titled(title);
    let (prompt, answer) = (Vec::new(), answer.into_iter().collect());
    let (number, reach) = (own.or(number), Reach::Closed);
    Asked { number, id: None, title, span, prompt, answer, reach }
}

fn paragraph(content: Vec<Inline>, table: Span) -> Option<Raw> {
    let span = segment::span_of(&content, table);
    (!content.is_empty()).then(|| Raw::new(RawKind::Paragraph(content), span))
}

/// The columns of a table whose head has a word of each list, and at most a column of
/// numbers beside these. What stood in any other column would be lost.
fn columns(table: &Table, questions: &str, answers: &str) -> Option<Columns> {
    let one_of = |cell: &Cell, words: &str| {
        let said = plain_text(&cell.content).to_lowercase();
        let said = said.trim_matches(|char: char| !char.is_alphanumeric());
        !said.is_empty() && words.split_whitespace().any(|word| word == said)
    };
    let column = |words: &str| table.head.iter().position(|cell| one_of(cell, words));
    let (question, answer) = (column(questions)?, column(answers)?);
    numbered(table, question, answer)
}

/// The first two columns of a table that has no others, but for numbers.
fn first_columns(table: &Table) -> Option<Columns> {
    let first = table.columns.len().checked_sub(2)?;
    numbered(table, first, first + 1)
}

fn numbered(table: &Table, question: usize, answer: usize) -> Option<Columns> {
    let mut others =
        (0..table.columns.len()).filter(|at| *at != question && *at != answer);
    let number = others.next();
    let is_number = |row: &Vec<Cell>, at: usize| {
        row[at].content.is_empty() || number_in(&row[at].content).is_some()
    };
    let only_numbers =
        number.is_none_or(|at| table.rows.iter().all(|row| is_number(row, at)));
    (question != answer && others.next().is_none() && only_numbers).then_some(Columns {
        number,
        question,
        answer,
    })
}

fn number(content: &[Inline]) -> Option<Number> {
    number_in(content).map(|value| Number { value, named: false })
}

fn number_in(content: &[Inline]) -> Option<u32> {
    plain_text(content).trim().trim_end_matches(['.', ')']).parse().ok()
}
