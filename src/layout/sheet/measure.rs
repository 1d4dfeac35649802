//! What a sheet holds and how full it is, in figures.

use std::collections::BTreeMap;

use crate::document::word_count;
use crate::layout::arrange::Choice;
use crate::layout::columns::Column;
use crate::layout::flow::{AppearsIn, Body, Element, Flow};
use crate::layout::galley::{LINE, Setting};
use crate::select::Rank;
use crate::text::Shaped;
use crate::units::Length;

use super::geometry::Geometry;

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
    /// The questions, of which every one is shown, by number: how many words each has with
    /// its title, and how many are shown.
    pub questions: Vec<(u32, usize, usize)>,
    /// What was left out, in reading order.
    pub omitted: Vec<Omitted>,
}

/// An element, or the rest of one, that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omitted {
    /// The number of its question, if it belongs to one.
    pub question: Option<u32>,
    /// Section and title that it stands under.
    pub path: String,
    /// Line of the guide, from 1.
    pub line: u32,
    /// How soon it had to be omitted.
    pub rank: Rank,
    /// Its words; for a picture, those that stand for it.
    pub text: String,
    /// Whether it is a picture.
    pub picture: bool,
}

impl Measures {
    /// The measures of columns on pages.
    pub(super) fn of(
        flow: &Flow,
        omitted: Vec<Omitted>,
        setting: &Setting,
        page: &Geometry,
        pages: &[Vec<Column>],
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
        let questions = questions(flow, &omitted);
        let words = words(flow, &omitted);
        Self { leading: setting.leading, fill, column_ends, words, questions, omitted }
    }
}

/// What a choice leaves out; `bare` are the titles whose label stands nowhere.
pub(super) fn omitted(flow: &Flow, choice: &Choice, bare: &[usize]) -> Vec<Omitted> {
    let mut all = Vec::new();
    let mut bare = bare.iter().copied().peekable();
    for (n, element) in flow.elements.iter().enumerate() {
        let missing = match &element.body {
            Body::Title { label: Some(label), .. } if bare.next_if_eq(&n).is_some() => {
                Some((Rank::LEAD, label.text.trim_end().to_owned()))
            }
            _ if element.appears_in == AppearsIn::Condensed => None,
            _ if choice.gone[n] => Some((element.rank, text_of(element))),
            _ => element
                .short_text
                .as_ref()
                .filter(|_| choice.shortened[n])
                .and_then(|short| Some((short.rank, rest_of(element)?))),
        };
        let missing = missing.map(|(rank, text)| omitted_at(flow, n, rank, text));
        all.extend(missing.filter(|one| one.picture || !one.text.is_empty()));
    }
    all
}

fn omitted_at(flow: &Flow, n: usize, rank: Rank, text: String) -> Omitted {
    let element = &flow.elements[n];
    let section = flow.sections[element.section].running_head.text.as_str();
    // A title is not yet inside its own entry: the next element is.
    let entry = element.entry.or_else(|| flow.elements.get(n + 1)?.entry);
    let entry = entry.map(|entry| &flow.entries[entry]);
    let title = entry.map_or("", |entry| entry.running_head.text.as_str());
    let path = [section, title].into_iter().filter(|part| !part.is_empty());
    let path = path.collect::<Vec<_>>().join(" › ");
    let question = entry.and_then(|entry| entry.question);
    let picture = matches!(element.body, Body::Figure(_));
    Omitted { question, path, line: element.line, rank, text, picture }
}

/// The words of a flow, and how many of them stand.
fn words(flow: &Flow, omitted: &[Omitted]) -> (usize, usize) {
    let all: usize =
        flow.elements.iter().map(|element| word_count(&text_of(element))).sum();
    let gone: usize = omitted.iter().map(|one| word_count(&one.text)).sum();
    (all, all - gone)
}

/// The words of each question, and how many of them stand.
fn questions(flow: &Flow, omitted: &[Omitted]) -> Vec<(u32, usize, usize)> {
    let mut all = vec![0; flow.entries.len()];
    // Each title begins an entry: an element belongs to that of the last title before it.
    let mut titles = 0;
    for element in &flow.elements {
        match element.body {
            Body::Title { .. } => titles += 1,
            Body::Section { .. } => continue,
            _ if element.entry.is_none() => continue,
            _ => {}
        }
        if let Some(words) = all[..titles].last_mut() {
            *words += word_count(&text_of(element));
        }
    }
    let mut gone = BTreeMap::new();
    for one in omitted {
        *gone.entry(one.question).or_insert(0) += word_count(&one.text);
    }
    let entries = flow.entries.iter().zip(all);
    let asked = entries.filter_map(|(entry, words)| {
        let number = entry.question?;
        let gone = gone.get(&Some(number)).copied().unwrap_or(0);
        Some((number, words, words.saturating_sub(gone)))
    });
    asked.collect()
}

/// The guide's words in an element; none in words that only stand instead of others.
pub(super) fn text_of(element: &Element) -> String {
    let lines = |texts: &mut dyn Iterator<Item = &Shaped>| {
        texts.map(|text| text.text.trim_end()).collect::<Vec<_>>().join("\n")
    };
    match &element.body {
        _ if element.appears_in == AppearsIn::Condensed => String::new(),
        Body::Text { text, .. } | Body::Named { joined: text, .. } => {
            text.text.trim_end().to_owned()
        }
        Body::Title { text, label, .. } => lines(&mut [text].into_iter().chain(label)),
        Body::Section { name, .. } => name.text.clone(),
        Body::Code { lines: code, .. } => lines(&mut code.iter()),
        Body::Table(table) => lines(&mut table.rows.iter().flatten()),
        Body::Figure(figure) => figure.words.clone(),
        Body::Rule => String::new(),
    }
}

/// The words that an element loses where its short text stands: all, unless it begins with them.
pub(super) fn rest_of(element: &Element) -> Option<String> {
    let short = element.short_text.as_ref()?;
    let whole = text_of(element);
    if short.rank == Rank::SHORTENED {
        return Some(whole);
    }
    let rest = whole.strip_prefix(short.text.text.trim_end()).unwrap_or(&whole);
    Some(rest.trim().to_owned())
}
