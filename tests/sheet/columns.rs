//! What columns look like beside each other, measured on finished PDFs: gaps of one kind are
//! alike, and nothing stands alone where a column ends or begins.

use std::collections::BTreeMap;
use std::fmt::Write;

use offprint::diagnostic::Error;
use offprint::document::Document;
use offprint::product::{FontSet, SheetOptions, cheat_sheet};

use crate::support::guides;
use crate::support::ink::{Page, Point, Text, pages};

/// The same kind of gap is at most a quarter higher in the next column; reading off a file
/// rounds.
const MOST_RATIO: f64 = 1.26;

/// A line of a column.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    /// Its baseline, in millimetres from the top.
    y: f64,
    kind: Kind,
    /// The number of the question that it begins, or that goes on below it.
    question: Option<u32>,
    /// Whether that is known from words on the line, not raised or lowered.
    known: bool,
    /// Whether letters of other sizes stand on it, as in formulas.
    mixed: bool,
}

/// What a line is, as a person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Section,
    /// The first line of a question.
    Question,
    /// A line below, in the size of titles.
    Title,
    Other,
}

/// A page as a person sees it: columns of lines, and the distance of two lines of a paragraph.
struct Seen {
    columns: Vec<Vec<Line>>,
    /// Where rules of tables run, for each column.
    rules: Vec<Vec<f64>>,
    leading: f64,
}

fn rounded(length: f64) -> i64 {
    (length * 100.0).round() as i64
}

/// The commonest of some lengths.
fn commonest(lengths: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for (length, weight) in lengths {
        *counts.entry(rounded(length)).or_default() += weight;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(0.0, |(length, _)| length as f64 / 100.0)
}

/// The number of a question that words begin with.
fn number(said: &str) -> Option<u32> {
    said.trim().strip_prefix('Q')?.split(' ').next()?.parse().ok()
}

/// The left edges of the columns, where the upright bars of the sections stand.
fn edges(page: &Page) -> Vec<f64> {
    let upright = |[a, b]: &[Point; 2]| {
        ((b.0 - a.0).abs() - 0.9).abs() < 0.02 && (b.1 - a.1).abs() > 1.0
    };
    let mut edges: Vec<f64> =
        page.rects.iter().filter(|rect| upright(rect)).map(|[from, _]| from.0).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|b, a| *b - *a < 1.0);
    edges
}

fn seen(page: &Page) -> Seen {
    let body = commonest(page.texts.iter().map(|text| (text.size, text.said.len())));
    let head = page.texts.iter().map(|text| text.from.1).fold(f64::INFINITY, f64::min);
    let below_head =
        |text: &&Text| text.from.1 > head + 2.0 && !text.said.trim().is_empty();
    let texts: Vec<_> = page.texts.iter().filter(below_head).collect();
    let edges = edges(page);
    let mut columns = vec![Vec::new(); edges.len().max(1)];
    for text in texts {
        let column = edges.iter().rposition(|edge| *edge <= text.from.0).unwrap_or(0);
        let large = |scale: f64| (text.size / body - scale).abs() < 0.02;
        let kind = match () {
            () if large(1.18) => Kind::Section,
            () if large(1.12) && number(&text.said).is_some() => Kind::Question,
            () if large(1.12) => Kind::Title,
            () => Kind::Other,
        };
        let known = [1.0, 1.12, 1.18].into_iter().any(large);
        let question = number(&text.said);
        let mixed = !known;
        columns[column].push(Line { y: text.from.1, kind, question, known, mixed });
    }
    for column in &mut columns {
        let order = |kind: Kind| match kind {
            Kind::Section => 0,
            Kind::Question => 1,
            Kind::Title => 2,
            Kind::Other => 3,
        };
        column
            .sort_by(|a, b| a.y.total_cmp(&b.y).then(order(a.kind).cmp(&order(b.kind))));
        // Of what stands on one line, raised or not, what matters most says what it is.
        column.dedup_by(|b, a| {
            let same = b.y - a.y < body * 0.5;
            if same && order(b.kind) < order(a.kind) {
                a.kind = b.kind;
            }
            if same {
                a.question = a.question.or(b.question);
            }
            a.mixed |= same && b.mixed;
            if same && b.known && !a.known {
                (a.y, a.known) = (b.y, true);
            }
            same
        });
    }
    let mut rules = vec![Vec::new(); columns.len()];
    for [from, to] in &page.rects {
        let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        if width > 5.0 && height < 0.3 {
            let left = from.0.min(to.0) + 0.01;
            let column = edges.iter().rposition(|edge| *edge <= left).unwrap_or(0);
            rules[column].push(from.1);
        }
    }
    let steps = columns.iter().flat_map(|column| column.windows(2));
    let leading = commonest(steps.map(|pair| (pair[1].y - pair[0].y, 1)));
    Seen { columns, rules, leading }
}

/// The gaps above the questions of a column, those below a section's bar aside, and those below
/// a table, whose last row has air of its own.
fn gaps(column: &[Line], rules: &[f64], leading: f64) -> Vec<f64> {
    let pairs = column.windows(2).filter(|pair| pair[1].kind == Kind::Question);
    // The first line of a column is the head of what goes on.
    let inside = pairs.filter(|pair| pair[0] != column[0]);
    inside
        .filter(|pair| pair[0].kind != Kind::Section)
        // A line that a formula is in is as high as that needs, and what stands lower in it is
        // no line.
        .filter(|pair| pair[0].known && !pair[0].mixed)
        .filter(|pair| {
            !rules.iter().any(|y| (pair[0].y..pair[1].y - leading).contains(y))
        })
        .map(|pair| pair[1].y - pair[0].y - leading)
        .collect()
}

/// How many lines of what goes on stand at the top of a column before something else begins.
fn carried(column: &[Line]) -> Option<usize> {
    let (first, rest) = column.split_first()?;
    let begins = |line: &Line| line.kind != Kind::Other;
    if begins(first) {
        return None;
    }
    let lines = rest.iter().position(begins).unwrap_or(rest.len());
    (lines > 0).then_some(lines)
}

/// How many lines stand below the last title of a column whose answer goes on in the next.
fn left(column: &[Line], next: &[Line]) -> Option<usize> {
    let title = column.iter().rposition(|line| line.kind == Kind::Question)?;
    let goes_on = next.first().and_then(|head| head.question);
    (column[title].question == goes_on).then_some(())?;
    Some(column[title + 1..].iter().filter(|line| line.kind == Kind::Other).count())
}

struct Found {
    gaps: usize,
    ratio: f64,
    lone_tops: usize,
    lone_feet: usize,
}

/// What is seen on a sheet, and on how many pages; nothing where the guide does not fit.
fn look(document: &Document, options: &SheetOptions) -> Option<(usize, Found)> {
    let mut fonts = FontSet::bundled();
    let sheet = match cheat_sheet(document, &mut fonts, options) {
        Err(Error::Pages { .. }) => return None,
        sheet => sheet.expect("a sheet"),
    };
    let seen: Vec<Seen> = pages(&sheet.bytes).iter().map(seen).collect();
    let mut found = Found { gaps: 0, ratio: 1.0, lone_tops: 0, lone_feet: 0 };
    for Seen { columns, rules, leading } in &seen {
        let gaps: Vec<_> = columns
            .iter()
            .zip(rules)
            .map(|(column, rules)| gaps(column, rules, *leading))
            .collect();
        for pair in gaps.windows(2) {
            let both = || pair.iter().flatten().copied();
            let (least, most) =
                (both().fold(f64::INFINITY, f64::min), both().fold(0.0, f64::max));
            if pair.iter().all(|gaps| !gaps.is_empty()) {
                found.ratio = found.ratio.max(most / least);
            }
        }
        found.gaps += gaps.iter().map(Vec::len).sum::<usize>();
    }
    let columns: Vec<_> = seen.iter().flat_map(|page| &page.columns).collect();
    for pair in columns.windows(2) {
        let carried = carried(pair[1]);
        found.lone_tops += usize::from(carried == Some(1));
        let left = left(pair[0], pair[1]);
        found.lone_feet += usize::from(left.is_some_and(|left| left < 2));
    }
    Some((seen.len(), found))
}

#[test]
fn gaps_are_alike_in_neighbouring_columns_and_nothing_stands_alone() {
    let mut table = format!("{:32} pages  gaps  ratio  tops  feet\n", "guide");
    let mut worst: f64 = 1.0;
    let mut lone = 0;
    let mut gaps = 0;
    for (name, document) in guides::all() {
        for (way, pages) in [("", None), (" --one-page", Some(1))] {
            let mut options = SheetOptions::default();
            options.pages = pages;
            let Some((pages, found)) = look(&document, &options) else { continue };
            let _ = writeln!(
                table,
                "{:32} {pages:5} {:5} {:6.2} {:5} {:5}",
                format!("{name}{way}"),
                found.gaps,
                found.ratio,
                found.lone_tops,
                found.lone_feet
            );
            worst = worst.max(found.ratio);
            lone += found.lone_tops + found.lone_feet;
            gaps += found.gaps;
        }
    }
    println!("{table}");
    assert!(gaps > 20, "no gaps were found\n{table}");
    assert!(worst <= MOST_RATIO, "gaps are unlike\n{table}");
    assert_eq!(lone, 0, "something stands alone\n{table}");
}
