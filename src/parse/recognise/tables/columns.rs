//! Which columns of a table ask, answer, and number, as its head says.

use crate::document::{Cell, Inline, Table, plain_text};
use crate::parse::recognise::asking::{Asks, asks};

/// What a table's columns are.
pub(super) struct Columns {
    pub number: Option<usize>,
    pub question: usize,
    pub answer: usize,
    /// What else there is: it stands below the answer.
    pub others: Vec<usize>,
    /// Whether the answer is told by its column's name: `Capital` says what is asked of `Peru`.
    pub named: bool,
}

/// What heads call questions and answers, in a few languages.
const QUESTIONS: &str = " question questions q frage fragen pregunta preguntas pergunta questão \
    domanda domande vraag fråga pytanie вопрос 问题 問題 質問 질문 front prompt ";
const ANSWERS: &str = " answer answers a antwort antworten respuesta respuestas réponse réponses \
    resposta risposta antwoord svar odpowiedź ответ 答案 回答 答え 解答 답변 back response ";
const TERMS: &str = " term terms word words concept keyword begriff wort término concepto terme mot \
    termo termine термин слово 术语 用語 单词 單字 単語 vocabulary acronym palabra parola palavra \
    phrase phrases vokabel expression ";
const MEANINGS: &str = " definition definitions meaning meanings description explanation bedeutung \
    erklärung definición significado définition signification definição definizione \
    translation translations übersetzung traducción traduction traduzione tradução перевод \
    определение значение 定义 定義 意味 意思 翻译 ";
/// What heads call numbers.
const NUMBERS: &str = " # no nr num number id n° nº 序号 番号 編號 № ";

/// Columns headed `Question` and `Answer`.
pub(super) fn questions(table: &Table) -> Option<Columns> {
    Columns::of(table, named(table, QUESTIONS)?, named(table, ANSWERS)?)
}

/// Columns headed `Term` and `Meaning`.
pub(super) fn terms(table: &Table) -> Option<Columns> {
    Columns::of(table, named(table, TERMS)?, named(table, MEANINGS)?)
}

/// The first column whose cells have question marks, and the one after it, whatever they are
/// called.
pub(super) fn asking(table: &Table) -> Option<Columns> {
    let rows = table.rows.len();
    let asks = |column: &usize| {
        let cells = table.rows.iter().map(|row| plain_text(&row[*column].content));
        let sure = cells.filter(|words| asks(words) == Asks::Yes).count();
        rows >= 3 && sure * 10 >= rows * 8
    };
    let mut asking = (0..table.columns.len()).filter(asks);
    let (question, others) = (asking.next()?, asking.next());
    let answer = question + 1;
    (others.is_none() && answer < table.columns.len())
        .then(|| Columns::of(table, question, answer))
        .flatten()
}

/// The only two columns but for numbers.
pub(super) fn first(table: &Table) -> Option<Columns> {
    let first = table.columns.len().checked_sub(2)?;
    Columns::of(table, first, first + 1).filter(|columns| columns.others.is_empty())
}

impl Columns {
    /// The columns of a table in which one asks and another one answers.
    pub(super) fn of(table: &Table, question: usize, answer: usize) -> Option<Self> {
        if question == answer {
            return None;
        }
        let mut others: Vec<usize> = (0..table.columns.len())
            .filter(|at| *at != question && *at != answer)
            .collect();
        let number = others.iter().position(|column| numbers(table, *column));
        let number = number.map(|at| others.remove(at));
        Some(Self { number, question, answer, others, named: false })
    }
}

/// Whether a column numbers the rows: as its head says, or since it counts.
fn numbers(table: &Table, column: usize) -> bool {
    let cells = || table.rows.iter().map(|row| &row[column].content);
    let all = cells().all(|content| content.is_empty() || number(content).is_some());
    let values: Vec<u32> = cells().filter_map(|content| number(content)).collect();
    let counts = values.windows(2).all(|pair| pair[0] < pair[1]);
    let headed = table.head.get(column).is_some_and(|cell| {
        cell.content.is_empty() || is_one_of(&plain_text(&cell.content), NUMBERS)
    });
    all && (headed || counts && column == 0)
}

/// The number that a cell is.
pub(super) fn number(content: &[Inline]) -> Option<u32> {
    plain_text(content).trim().trim_end_matches(['.', ')']).parse().ok()
}

/// The first column whose head is one of `words`.
pub(super) fn named(table: &Table, words: &str) -> Option<usize> {
    let is_one = |cell: &Cell| is_one_of(&plain_text(&cell.content), words);
    table.head.iter().position(is_one)
}

/// Whether a head says one of `words`, in capitals or not.
pub(super) fn is_one_of(head: &str, words: &str) -> bool {
    let said = head.to_lowercase();
    let said = said.trim();
    let bare = said.trim_matches(|char: char| !char.is_alphanumeric());
    let bare = if bare.is_empty() { said } else { bare };
    !bare.is_empty() && words.split_whitespace().any(|word| word == bare)
}

/// Whether a head says that a column has terms or their meanings.
pub(super) fn is_of_words(head: &str) -> (bool, bool) {
    (is_one_of(head, TERMS), is_one_of(head, MEANINGS))
}
