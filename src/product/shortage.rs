//! Why a guide does not fit so many pages, and what would do: computed, not guessed.

use crate::diagnostic::{Error, Remedy};
use crate::document::Document;
use crate::font::FontSet;
use crate::impose::Folding;
use crate::layout::flow::{Body, Flow};
use crate::layout::sheet::{Dense, SheetLayout};
use crate::paper::Paper;
use crate::units::Length;

use super::options::SheetOptions;

/// The floor of dense type: print on the smallest packs (Regulation (EU) 1169/2011, article
/// 13: 0.9 mm).
pub(crate) const DENSE_MM: f64 = 0.9;

/// The error of a document that does not fit `pages` pages, although `flow` is the least that
/// can be said of it.
pub(super) fn too_much(
    document: &Document,
    flow: &Flow,
    fonts: &FontSet,
    layout: &SheetLayout,
    pages: usize,
    options: &SheetOptions,
) -> Error {
    let lacks =
        |layout: &SheetLayout| Dense::new(fonts, layout, pages).packed().shortage(flow);
    let Some(short) = lacks(layout) else {
        let message = "a line of text needs more room than the paper has".to_owned();
        let hint = Some("use larger paper, or fewer columns".into());
        return Error::Fit { message, hint };
    };
    let floor = layout.x_height.0;
    let needed = short.pages.ceil() as usize;
    let mut ways = Vec::new();
    if options.folding.most_pages().is_none() {
        ways.push(Remedy::Pages(needed));
    } else {
        let paper = Folding::Booklet.page(options.paper);
        let layout = &SheetLayout { paper, ..layout.clone() };
        let booklet = Dense::new(fonts, layout, needed).packed();
        ways.extend(booklet.shortage(flow).is_none().then_some(Remedy::Booklet));
    }
    let on_larger = larger(options.paper).filter(|paper| {
        let paper = options.folding.page(*paper);
        lacks(&SheetLayout { paper, ..layout.clone() }).is_none()
    });
    ways.extend(on_larger.map(|paper| Remedy::Paper(paper.name())));
    let dense = Length::mm(DENSE_MM);
    let x_height = (dense, layout.x_height.1);
    let may_be_dense = dense < floor && !options.large_print;
    if may_be_dense && lacks(&SheetLayout { x_height, ..layout.clone() }).is_none() {
        ways.push(Remedy::DenseType);
    }
    ways.extend(beginning(document, flow, short.reach).map(Remedy::Only));
    Error::Pages {
        needed: short.pages,
        asked: pages,
        x_height_mm: floor.to_mm(),
        hint: (!ways.is_empty()).then_some(Remedy::AnyOf(ways)),
    }
}

/// Paper of twice the area, with its longer edge the same way.
fn larger(paper: Paper) -> Option<Paper> {
    let name = match paper.name() {
        "a4" => "a3",
        "letter" | "legal" => "tabloid",
        _ => return None,
    };
    let larger: Paper = name.parse().ok()?;
    Some(if paper.is_landscape() { larger.landscape() } else { larger })
}

/// The list that selects the first `reach` elements of a flow: whole sections, or the
/// questions of the first one.
fn beginning(document: &Document, flow: &Flow, reach: usize) -> Option<String> {
    let begins = |n: usize, section: usize| {
        flow.elements.get(n).is_none_or(|element| element.section > section)
    };
    let whole = document.sections.iter().enumerate();
    let whole = whole.filter(|(n, _)| {
        let last = flow.elements.iter().rposition(|element| element.section == *n);
        last.is_some_and(|last| last < reach && begins(last + 1, *n))
    });
    // What stands outside any section has no number to be named by.
    let numbers = whole.map(|(_, section)| section.number).filter(|number| *number > 0);
    match numbers.collect::<Vec<_>>()[..] {
        [first, .., last] => return Some(format!("{first}-{last}")),
        [only] => return Some(only.to_string()),
        [] => {}
    }
    let titles = flow.elements[..reach.min(flow.elements.len())].iter();
    let titles =
        titles.filter(|element| matches!(element.body, Body::Title { .. })).count();
    let questions: Vec<u32> = flow.entries[..titles.min(flow.entries.len())]
        .iter()
        .filter_map(|entry| entry.question)
        .collect();
    match questions[..] {
        [first, .., last] => Some(format!("Q{first}-Q{last}")),
        [only] => Some(format!("Q{only}")),
        [] => None,
    }
}
