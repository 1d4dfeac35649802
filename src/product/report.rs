//! The report of a cheat sheet: what was kept, what was left out, and every measure.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::document::{
    Document, Entry, Inline, Question, plain_text, word_count, words_of,
};
use crate::font::{FontSet, Style};
use crate::layout::sheet::{Measures, Omitted, Sheet};
use crate::select::Rank;
use crate::select::condense::{CondenseReport, Omission};

use super::folded::Folded;
use super::large_print::floor;
use super::options::SheetOptions;

/// What a sheet holds and how it came out. Lengths are in points or millimetres, as named.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SheetReport {
    /// How many pages there are.
    pub pages: usize,
    /// The paper's name, or `custom`.
    pub paper: &'static str,
    /// Whether its longer edge runs across.
    pub landscape: bool,
    /// How the pages are folded: each is a part of the paper then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folded: Option<Folded>,
    /// Columns a page.
    pub columns: usize,
    /// The type size of the body.
    pub body_size_pt: f64,
    /// From one baseline to the next.
    pub leading_pt: f64,
    /// The height of small letters of the body.
    pub x_height_mm: f64,
    /// The column area used over the area there is.
    pub fill: f64,
    /// The greatest difference between column ends, in lines.
    pub column_ends_lines: f64,
    /// How many questions were selected and are shown.
    pub questions: Count,
    /// How many words were selected and are shown.
    pub words: Count,
    /// The words of each question.
    pub kept: Vec<Kept>,
    /// What was left out, in reading order.
    pub dropped: Vec<Dropped>,
    /// What was asked for.
    pub options: Asked,
    /// The same of the cards that were made with the sheet, where their answers were put in
    /// short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cards: Option<CondenseReport>,
}

/// How many there were, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
#[non_exhaustive]
pub struct Count {
    pub selected: usize,
    pub shown: usize,
}

/// How much of a question is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Kept {
    /// Its id.
    pub question: String,
    /// Its number.
    pub number: u32,
    /// The words of its title and answer, and those of them that are shown.
    #[serde(flatten)]
    pub words: Count,
    /// The words of its answer that are shown: 0 is a question without an answer.
    pub answer_words: usize,
}

/// An element of the sheet that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Dropped {
    /// The id of its question; null for what stands outside any.
    pub question: Option<String>,
    /// Section and title that it stands under.
    pub path: String,
    /// Line of the guide, from 1.
    pub line: u32,
    /// How soon an element like this is left out: the higher, the sooner.
    pub rank: u8,
    /// What it is.
    pub reason: &'static str,
    /// Whether it was a part of a sentence that is still there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub part: bool,
    /// Its words.
    pub text: String,
}

/// The options that led to a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Asked {
    /// The most pages there may be.
    pub pages: Option<usize>,
    /// The number of columns.
    pub columns: Option<usize>,
    /// The floor.
    pub min_x_height_mm: f64,
    /// Whether paragraphs are flush at both sides.
    pub justify: bool,
}

impl SheetReport {
    /// Whether the number of pages was given.
    pub const fn is_fitted(&self) -> bool {
        self.options.pages.is_some()
    }

    pub(super) fn of(
        document: &Document,
        fonts: &FontSet,
        sheet: &Sheet,
        options: &SheetOptions,
    ) -> Self {
        let face = fonts.face(fonts.styled(Style::default()));
        let measures = &sheet.measures;
        let asked: BTreeMap<u32, &Question> =
            document.questions().map(|question| (question.number, question)).collect();
        let id = |number: u32| asked.get(&number).map(|question| question.id.clone());
        let answered = answer_words(document, measures);
        let dropped = measures.omitted.iter().map(|omitted| Dropped {
            question: omitted.question.and_then(id),
            path: omitted.path.clone(),
            line: omitted.line,
            rank: omitted.rank.number(),
            reason: omitted.rank.name(),
            part: false,
            text: omitted.text.clone(),
        });
        let questions = measures.questions.len();
        let kept = measures.questions.iter().map(|&(number, selected, shown)| Kept {
            question: id(number).unwrap_or_default(),
            number,
            words: Count { selected, shown },
            answer_words: answered.get(&number).copied().unwrap_or(0),
        });
        let (selected, shown) = measures.words;
        Self {
            pages: sheet.pages.pages.len(),
            paper: options.paper.name(),
            landscape: options.paper.is_landscape(),
            folded: None,
            columns: sheet.columns,
            body_size_pt: rounded(sheet.size.to_pt()),
            leading_pt: rounded(measures.leading.to_pt()),
            x_height_mm: rounded(face.x_height().at(sheet.size).to_mm()),
            fill: rounded(measures.fill),
            column_ends_lines: rounded(measures.column_ends),
            questions: Count { selected: questions, shown: questions },
            words: Count { selected, shown },
            kept: kept.collect(),
            dropped: dropped.collect(),
            options: Asked {
                pages: options.most_pages(),
                columns: options.columns,
                min_x_height_mm: rounded(floor(fonts, options).to_mm()),
                justify: options.justify,
            },
            cards: None,
        }
    }
}

/// How many words of its answer each question shows, by number. What still asks, as the
/// choices of a quiz do, answers nothing.
pub(super) fn answer_words(
    document: &Document,
    measures: &Measures,
) -> BTreeMap<u32, usize> {
    let mut omitted: BTreeMap<u32, Vec<&Omitted>> = BTreeMap::new();
    for one in &measures.omitted {
        if let Some(number) = one.question {
            omitted.entry(number).or_default().push(one);
        }
    }
    let questions: BTreeMap<u32, &Question> =
        document.questions().map(|question| (question.number, question)).collect();
    let shown = |&(number, selected, _): &(u32, usize, usize)| {
        let question = questions.get(&number)?;
        let asks = word_count(&plain_text(&question.title)) + words_of(question.prompt());
        let from = question.reply().first().map_or(0, |block| block.span.line);
        let gone = omitted.get(&number).into_iter().flatten();
        let gone = gone.filter(|one| one.line >= from);
        let gone: usize = gone.map(|one| word_count(&one.text)).sum();
        Some((number, selected.saturating_sub(asks + gone)))
    };
    measures.questions.iter().filter_map(shown).collect()
}

impl SheetReport {
    /// Adds what was left out of `document` before the sheet was laid out.
    pub fn add_omissions(&mut self, document: &Document, omissions: &[Omission]) {
        if omissions.is_empty() {
            return;
        }
        let paths = paths(document);
        let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
        for omission in omissions {
            let words = word_count(&omission.text);
            *gone.entry(&omission.question).or_default() += words;
            self.words.selected += words;
            let path = paths.get(omission.question.as_str());
            self.dropped.push(Dropped {
                question: path.and_then(|path| path.question.clone()),
                path: path.map(|path| path.words.clone()).unwrap_or_default(),
                line: omission.line,
                rank: Rank::BODY.number(),
                reason: omission.what(),
                part: omission.part,
                text: omission.text.clone(),
            });
        }
        for kept in &mut self.kept {
            kept.words.selected += gone.get(kept.question.as_str()).unwrap_or(&0);
        }
        self.dropped.sort_by_key(|dropped| dropped.line);
    }
}

/// Where an entry stands.
struct Path {
    /// Section and title.
    words: String,
    /// Its id, if it is a question.
    question: Option<String>,
}

fn paths(document: &Document) -> BTreeMap<&str, Path> {
    let entries = document.sections.iter().flat_map(|section| {
        section.entries.iter().map(move |entry| (&section.title, entry))
    });
    let path = |section: &[Inline], entry: &Entry| {
        let words = [plain_text(section), plain_text(entry.title())];
        let words: Vec<String> =
            words.into_iter().filter(|words| !words.is_empty()).collect();
        let question = matches!(entry, Entry::Question(_)).then(|| entry.id().to_owned());
        Path { words: words.join(" › "), question }
    };
    entries.map(|(section, entry)| (entry.id(), path(section, entry))).collect()
}

/// Three decimals: finer than anything that is printed.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

impl SheetReport {
    /// The questions of which words are missing: how many of how many are there.
    fn shortened(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const WIDTH: usize = 78;
        const INDENT: &str = "             ";
        let short = |one: &&Kept| one.words.shown < one.words.selected;
        let mut line = "\n  shortened  ".to_owned();
        for Kept { number, words: Count { selected, shown }, .. } in
            self.kept.iter().filter(short)
        {
            let one = format!("Q{number} {shown}/{selected}");
            if line.len() + one.len() > WIDTH {
                write!(f, "{}", line.trim_end())?;
                line = format!("\n{INDENT}");
            }
            line.push_str(&one);
            line.push_str("  ");
        }
        let any = self.kept.iter().any(|one| short(&one));
        if any { write!(f, "{}", line.trim_end()) } else { Ok(()) }
    }
}

impl fmt::Display for SheetReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { selected, shown } = self.words;
        let percent = |share: f64| share * 100.0;
        let kept = percent(shown as f64 / selected.max(1) as f64);
        writeln!(f, "  words      {shown} of {selected} ({kept:.1} %)")?;
        let Count { selected, shown } = self.questions;
        writeln!(f, "  questions  {shown} of {selected}")?;
        let (size, leading) = (self.body_size_pt, self.leading_pt);
        writeln!(
            f,
            "  type       {size:.2} on {leading:.2} pt, x-height {:.2} mm",
            self.x_height_mm
        )?;
        let (fill, ends) = (percent(self.fill), self.column_ends_lines);
        write!(
            f,
            "  columns    {}, {fill:.0} % full, ends within {ends:.1} lines",
            self.columns
        )?;
        self.shortened(f)
    }
}
