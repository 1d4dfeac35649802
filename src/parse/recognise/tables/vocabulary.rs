//! Vocabulary: tables of words in two languages, whatever their columns are called.
//!
//! Tables of facts, options and commands have the same form. What tells vocabulary is that the
//! heads are names of languages or that the two columns are in two scripts; without either it
//! takes a source that is nothing else, of many short words that are all different.

use std::collections::BTreeSet;

use super::columns::{self, Columns, is_of_words, is_one_of};
use crate::document::{InlineKind, Table, plain_text};
use crate::parse::raw::{Raw, RawKind};

const LANGUAGES: &str = " english spanish french german italian portuguese dutch russian chinese \
    japanese korean arabic hebrew latin greek swedish danish norwegian finnish polish czech \
    hungarian romanian turkish hindi urdu persian farsi thai vietnamese indonesian ukrainian \
    irish welsh esperanto mandarin cantonese swahili bengali tamil catalan croatian serbian \
    bulgarian slovak icelandic \
    deutsch englisch spanisch französisch italienisch lateinisch latein griechisch russisch \
    español inglés alemán francés italiano latín français anglais allemand espagnol italien \
    português inglês inglese francese tedesco spagnolo nederlands engels duits русский \
    английский немецкий 中文 英文 英语 汉语 日语 日本語 英語 한국어 영어 polski angielski \
    kanji hanzi hanja kana hiragana katakana romaji pinyin hangul 漢字 かな 汉字 拼音 ";
const READINGS: &str = " reading readings pronunciation ipa furigana transliteration romanization \
    romanisation aussprache pronunciación prononciation 読み 発音 读音 发音 onyomi kunyomi ";
/// What tables are called that have facts to look up.
const FACTS: &str = " option options flag flags command commands parameter parameters argument \
    property properties attribute attributes feature features key keys field fields name names \
    file files path method methods function functions status code codes version date year size \
    type types default value values column setting variable environment shortcut endpoint verb \
    package tool tools library platform browser item price amount total unit units metric score \
    rank row id url link links author authors day time week module class event error step cost \
    operator syntax symbol example examples notes note ";

/// Longer cells are sentences.
const LONGEST_FRONT: usize = 40;
const LONGEST_BACK: usize = 80;

/// The columns of a table of vocabulary, as far as it tells itself.
pub(super) fn columns(table: &Table) -> Option<Columns> {
    let count = table.columns.len();
    if table.head.is_empty() || !(2..=5).contains(&count) {
        return None;
    }
    let heads: Vec<String> =
        table.head.iter().map(|cell| plain_text(&cell.content)).collect();
    let is_number = |column: &usize| {
        table.rows.iter().all(|row| columns::number(&row[*column].content).is_some())
    };
    let mut words = (0..count).filter(|column| !is_number(column));
    let question = words.next()?;
    let rest: Vec<usize> = words.collect();
    let means = |column: &&usize| is_of_words(&heads[**column]).1;
    let reads = |column: &&usize| is_one_of(&heads[**column], READINGS);
    let answer = rest.iter().find(means).or_else(|| rest.iter().find(|one| !reads(one)));
    let answer = *answer.or(rest.first())?;
    let named = !is_usual(&heads[answer]);
    let columns = Columns::of(table, question, answer)?;
    is_listing(table, question, answer).then_some(Columns { named, ..columns })
}

/// The columns of a table of vocabulary that says that it is one.
pub(super) fn named_columns(table: &Table) -> Option<Columns> {
    columns(table).filter(|_| says_so(table))
}

/// Whether a head says no more than that a column has the other words.
fn is_usual(head: &str) -> bool {
    let (term, meaning) = is_of_words(head);
    term || meaning || head.split_whitespace().any(|word| is_one_of(word, LANGUAGES))
}

/// Whether the cells are words to learn: short, all there, different from one another.
fn is_listing(table: &Table, question: usize, answer: usize) -> bool {
    let rows = table.rows.len();
    let cells = |column: usize| {
        table
            .rows
            .iter()
            .map(move |row| plain_text(&row[column].content).trim().to_lowercase())
    };
    let short = |column: usize, longest: usize| {
        cells(column).all(|cell| !cell.is_empty() && cell.chars().count() <= longest)
    };
    let different = |column: usize| cells(column).collect::<BTreeSet<_>>().len();
    let has_code = table.rows.iter().any(|row| {
        row[question].content.iter().any(|one| matches!(one.kind, InlineKind::Code(_)))
    });
    let begins_with_digit =
        |cell: &String| cell.starts_with(|first: char| first.is_ascii_digit());
    let figures = cells(question).chain(cells(answer)).filter(begins_with_digit).count();
    rows > 0
        && short(question, LONGEST_FRONT)
        && short(answer, LONGEST_BACK)
        && different(question) == rows
        && different(answer) * 10 >= rows * 8
        && !has_code
        && figures * 5 <= rows
}

/// Whether tables that do not say so are vocabulary: the source is nothing else.
pub(super) fn is_likely(blocks: &[Raw], tables: &[usize]) -> bool {
    let tables: Vec<&Table> = tables
        .iter()
        .filter_map(|at| match &blocks[*at].kind {
            RawKind::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    let all =
        blocks.iter().filter(|block| matches!(block.kind, RawKind::Table(_))).count();
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    // Where some tables are none, the others are hardly vocabulary either.
    if tables.len() < all {
        return false;
    }
    let prose = blocks.iter().any(|block| {
        !matches!(block.kind, RawKind::Table(_) | RawKind::Heading { .. } | RawKind::Rule)
    });
    let heads =
        |table: &&&Table| table.head.iter().map(|one| plain_text(&one.content)).collect();
    let mut heads_of = tables.iter().map(|table| heads(&table));
    let first: Vec<String> = heads_of.next().unwrap_or_default();
    let alike = heads_of.all(|heads: Vec<String>| heads == first);
    let facts = first.iter().any(|head| is_fact(head));
    rows >= 8
        && !prose
        && alike
        && !facts
        && tables.iter().all(|table| table.columns.len() == 2)
}

/// Whether a head names something to look up; it may have several words.
fn is_fact(head: &str) -> bool {
    head.trim().is_empty() || head.split_whitespace().any(|word| is_one_of(word, FACTS))
}

/// Whether the heads are of two languages, or of words and what they mean, or the columns are in
/// two scripts.
fn says_so(table: &Table) -> bool {
    let heads: Vec<String> =
        table.head.iter().map(|cell| plain_text(&cell.content)).collect();
    let language = |head: &&String| {
        is_one_of(head, LANGUAGES)
            || head.split_whitespace().count() == 2
                && head.split_whitespace().any(|word| is_one_of(word, LANGUAGES))
    };
    let languages = heads.iter().filter(language).count();
    let words = heads.iter().filter(|head| {
        let (term, meaning) = is_of_words(head);
        term || meaning || is_one_of(head, READINGS)
    });
    languages >= 2 || languages == 1 && words.count() >= 1 || {
        columns(table).is_some_and(|columns| {
            let script = |column: usize| {
                let cells = table.rows.iter().map(|row| plain_text(&row[column].content));
                script(&cells.collect::<String>())
            };
            script(columns.question) != script(columns.answer)
        })
    }
}

/// The scripts that are told from one another here.
#[derive(Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    /// Ideographs, kana, hangul.
    Eastern,
    Other,
}

/// The script that most letters of a text are of.
fn script(text: &str) -> Script {
    let mut counts = [0_usize; 5];
    for char in text.chars().filter(|char| char.is_alphabetic()) {
        counts[match char {
            '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => 0,
            '\u{400}'..='\u{52f}' => 1,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 2,
            '\u{1100}'..='\u{11ff}'
            | '\u{2e80}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7af}' => 3,
            _ => 4,
        }] += 1;
    }
    let most = (0..5).rev().max_by_key(|at| counts[*at]).unwrap_or(0);
    match most {
        0 => Script::Latin,
        1 => Script::Cyrillic,
        2 => Script::Greek,
        3 => Script::Eastern,
        _ => Script::Other,
    }
}
