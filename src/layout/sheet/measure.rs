//! What a sheet holds and how full it is, in figures.

use crate::document::word_count;
use crate::layout::arrange::Choice;
use crate::layout::columns::Column;
use crate::layout::flow::{Body, Flow};
use crate::layout::galley::{LINE, Setting};
use crate::select::Rank;
use crate::text::Shaped;
use crate::units::Length;

use super::page::Geometry;

/// The measures of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// From one baseline to the next.
    pub leading: Length,
    /// The column area used, from the top of the columns to their last lines, over the
    /// area there is.
    pub fill: f64,
    /// The greatest difference between column ends of one page, in lines.
    pub column_ends: f64,
    /// How many words there are, and how many are shown.
    pub words: (usize, usize),
    /// How many questions there are; every one of them is shown.
    pub questions: usize,
    /// What was left out, in reading order.
    pub left: Vec<Left>,
}

/// A piece that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The number of its question, if it belongs to one.
    pub question: Option<u32>,
    /// Section and title that it stands under.
    pub path: String,
    /// Line of the guide, from 1.
    pub line: u32,
    /// How soon it had to leave.
    pub rank: Rank,
    /// Its words.
    pub text: String,
}

impl Measures {
    /// The measures of columns on pages.
    pub(super) fn of(
        flow: &Flow,
        left: Vec<Left>,
        (setting, page, pages): (&Setting, &Geometry, &[Vec<Column>]),
    ) -> Self {
        let steps = |column: &Column| f64::from(column.height);
        let used: f64 = pages.iter().flatten().map(steps).sum();
        let step = setting.step().to_pt();
        let columns = (page.columns * pages.len()) as f64;
        let fill = used * step / (page.body_height.to_pt() * columns).max(1.0);
        let ends = pages.iter().map(|columns| {
            let heights = || columns.iter().map(steps);
            heights().fold(0.0, f64::max) - heights().fold(f64::INFINITY, f64::min)
        });
        let column_ends = ends.fold(0.0, f64::max) / f64::from(LINE);
        let questions =
            flow.entries.iter().filter(|entry| entry.question.is_some()).count();
        let words = words(flow, &left);
        Self { leading: setting.leading, fill, column_ends, words, questions, left }
    }
}

/// What a choice leaves out; `bare` are the titles whose label stands nowhere.
pub(super) fn left(flow: &Flow, choice: &Choice, bare: &[usize]) -> Vec<Left> {
    let gone = |n: usize| choice.gone[n] || bare.contains(&n);
    let all = flow.elements.iter().enumerate().filter(|(n, _)| gone(*n));
    all.map(|(n, element)| {
        let (rank, text) = match &element.body {
            Body::Title { label: Some(label), .. } => (Rank::LEAD, label.text.clone()),
            body => (element.rank, text_of(body)),
        };
        let section = flow.sections[element.section].continued.text.as_str();
        // A title is not yet inside its own entry: the next element is.
        let entry = element.entry.or_else(|| flow.elements.get(n + 1)?.entry);
        let entry = entry.map(|entry| &flow.entries[entry]);
        let title = entry.map_or("", |entry| entry.continued.text.as_str());
        let path = [section, title].into_iter().filter(|part| !part.is_empty());
        let path = path.collect::<Vec<_>>().join(" › ");
        let question = entry.and_then(|entry| entry.question);
        Left { question, path, line: element.line, rank, text }
    })
    .collect()
}

/// The words of a flow, and how many of them stand.
pub(super) fn words(flow: &Flow, left: &[Left]) -> (usize, usize) {
    let all: usize =
        flow.elements.iter().map(|element| word_count(&text_of(&element.body))).sum();
    let gone: usize = left.iter().map(|left| word_count(&left.text)).sum();
    (all, all - gone)
}

/// The guide's words in an element.
fn text_of(body: &Body) -> String {
    let lines = |texts: &mut dyn Iterator<Item = &Shaped>| {
        texts.map(|text| text.text.trim_end()).collect::<Vec<_>>().join("\n")
    };
    match body {
        Body::Text { text, .. } | Body::Named { joined: text, .. } => {
            text.text.trim_end().to_owned()
        }
        Body::Title { text, label, .. } => lines(&mut [text].into_iter().chain(label)),
        Body::Section { name, .. } => name.text.clone(),
        Body::Code { lines: code, .. } => lines(&mut code.iter()),
        Body::Table(table) => lines(&mut table.rows.iter().flatten()),
        Body::Rule => String::new(),
    }
}
