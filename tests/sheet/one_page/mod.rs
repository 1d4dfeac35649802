//! One page: exactly that, full and even, nothing under the floor, nothing lost unsaid.

mod answered;
mod pins;
mod printed;
mod prose;
mod random;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use offprint::diagnostic::{Error, Remedy};
use offprint::document::{BlockKind, Document, Entry, each_text};
use offprint::product::{
    CheatSheet, FontSet, Paper, SheetOptions, SheetReport, cheat_sheet,
};
use offprint::select::{Selection, filter};

use crate::support::command::PROGRAM;
use crate::support::{file, folder, guides, validators};

fn options(paper: Paper, pages: usize) -> SheetOptions {
    let mut options = SheetOptions::default();
    options.paper = paper.landscape();
    options.pages = Some(pages);
    options
}

fn fitted(document: &Document, options: &SheetOptions) -> (CheatSheet, SheetReport) {
    let made =
        cheat_sheet(document, &mut FontSet::bundled_only(), options).expect("it fits");
    let report = made.report.clone();
    (made, report)
}

/// The guides that the measures hold for.
fn measured() -> Vec<(String, Document)> {
    let real =
        guides::all().into_iter().filter(|(name, _)| name.starts_with("interview"));
    [("embedded".to_owned(), guides::embedded())].into_iter().chain(real).collect()
}

#[test]
fn a_page_is_full_even_legible_and_has_every_question() {
    for (name, document) in measured() {
        for (paper, least) in [(Paper::a4(), 0.9), (Paper::letter(), 0.86)] {
            let (made, report) = fitted(&document, &options(paper, 1));
            let place = format!("{name} on {}", paper.name());
            assert_eq!(report.pages, 1, "{place}");
            assert_eq!(report.questions.shown, 31, "{place}");
            assert!(report.x_height_mm >= 1.2, "{place}: {}", report.x_height_mm);
            assert!(report.fill >= 0.97, "{place}: {}", report.fill);
            assert!(report.column_ends_lines <= 2.0, "{place}");
            let kept = report.words.shown as f64 / report.words.selected as f64;
            assert!(kept >= least, "{place}: {kept}");
            let path = written(&place, &made);
            check_text(&place, &path, &document, &report);
            check_print(&place, &path, &report);
        }
    }
}

fn written(place: &str, made: &CheatSheet) -> PathBuf {
    file(&format!("one_page/{}.pdf", place.replace(' ', "-")), &made.bytes)
}

/// The same measures as a foreign reader finds them in the finished file.
fn check_print(place: &str, path: &Path, report: &SheetReport) {
    let Some(page) = printed::Page::read(path) else { return };
    let x_height = page.least_x_height_mm();
    assert!(x_height >= 1.199, "{place}: small letters of {x_height} mm");
    let columns = page.columns(report.columns);
    assert_eq!(columns.len(), report.columns, "{place}");
    let ends = || columns.iter().map(|column| column.last);
    let apart = ends().fold(0.0, f64::max) - ends().fold(f64::INFINITY, f64::min);
    assert!(apart <= 2.0 * report.leading_pt, "{place}: ends are {apart} pt apart");
    let top = columns.iter().map(|column| column.first).fold(f64::INFINITY, f64::min);
    let bottom = page.height - 14.2;
    let used: f64 = columns.iter().map(|column| column.last - column.first).sum();
    let fill = used / ((bottom - top) * columns.len() as f64);
    assert!(fill >= 0.97, "{place}: {fill} of the columns is used");
    for column in &columns {
        assert!(!column.ends_bold, "{place}: a title stands alone at the foot");
    }
    assert_eq!(page.collisions(), Vec::<String>::new(), "{place}");
}

#[test]
fn two_pages_keep_every_word() {
    for (name, document) in measured() {
        let (_, report) = fitted(&document, &options(Paper::a4(), 2));
        assert_eq!(report.pages, 2, "{name}");
        assert_eq!(report.words.shown, report.words.selected, "{name}");
        assert!(report.dropped.is_empty() && report.x_height_mm >= 1.2, "{name}");
    }
}

/// What the page shows and what the report names are together all words of the guide.
fn check_text(place: &str, path: &Path, document: &Document, report: &SheetReport) {
    if let Some(mut qpdf) = validators::tool("qpdf") {
        let (sound, said) = validators::output(qpdf.arg("--show-npages").arg(path));
        assert!(sound && said.trim() == "1", "{place}: {said}");
    }
    let Some(mut pdftotext) = validators::tool("pdftotext") else { return };
    let (_, shown) = validators::output(pdftotext.arg("-raw").arg(path).arg("-"));
    let mut there = letters(&shown);
    for dropped in &report.dropped {
        add(&mut there, &dropped.text);
    }
    each_text(document, |text, _| {
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            let left = there.get_mut(&c).filter(|left| **left > 0);
            *left.unwrap_or_else(|| panic!("{place}: “{c}” of “{text}” is lost")) -= 1;
        }
    });
    for number in 1..=31 {
        let chip = format!("Q{number} ");
        assert!(shown.contains(&chip), "{place}: {chip} is not on the page");
    }
}

fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    add(&mut letters, text);
    letters
}

fn add(letters: &mut BTreeMap<char, usize>, text: &str) {
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_insert(0) += 1;
    }
}

#[test]
fn every_guide_gives_one_page_or_the_computed_reason() {
    for (name, document) in guides::all() {
        let options = options(Paper::a4(), 1);
        match cheat_sheet(&document, &mut FontSet::bundled(), &options) {
            Ok(made) => assert_eq!(made.pages, 1, "{name}"),
            Err(error) => every_way_out_works(&name, &error),
        }
    }
}

/// What the error says would do, does.
fn every_way_out_works(name: &str, error: &Error) {
    let Error::Pages { needed, hint, .. } = error else { panic!("{name}: {error}") };
    assert!(*needed > 1.0, "{name}: {error}");
    let Some(Remedy::AnyOf(ways)) = hint else { panic!("{name}: {hint:?}") };
    let folder = folder("ways");
    let guide = guides::paths().into_iter().find(|path| path.ends_with(name));
    for way in ways {
        let mut offprint = Command::new(PROGRAM);
        offprint.arg("sheet").arg(guide.as_ref().expect("a guide"));
        let typed = match way {
            Remedy::Pages(pages) => format!("--pages {pages}"),
            Remedy::Paper(name) => format!("--one-page --paper {name}"),
            Remedy::DenseType => "--one-page --dense".to_owned(),
            Remedy::Only(list) => format!("--one-page --only {list}"),
            other => panic!("{name}: {other:?}"),
        };
        offprint.arg("--landscape").args(typed.split(' '));
        offprint.arg("-o").arg(folder.join("way.pdf"));
        let (done, said) = validators::output(&mut offprint);
        assert!(done, "{name} {typed}: {said}");
    }
}

#[test]
fn a_section_of_any_guide_fills_its_page_or_is_as_large_as_type_gets() {
    for (name, document) in guides::all() {
        for section in document.sections.iter().filter(|one| one.number > 0).take(2) {
            let number = section.number.to_string();
            let mut selection = Selection::default();
            selection.only = vec![number.parse().expect("a number picks a section")];
            // A section without an entry leaves nothing.
            let Ok(chosen) = filter(document.clone(), &selection) else { continue };
            let place = format!("{name}, section {number}");
            let made =
                cheat_sheet(&chosen, &mut FontSet::bundled(), &options(Paper::a4(), 1));
            match made {
                Ok(made) => {
                    let report = made.report;
                    // 14 points, or up to 1.2 less where columns end together then.
                    let large = report.x_height_mm >= 2.37;
                    // Rows and records are not parted: where they are all there is, columns
                    // end where they do.
                    let tables = chosen.sections.iter().flat_map(|one| &one.entries);
                    let tables = tables.flat_map(Entry::blocks);
                    let tables = tables
                        .filter(|block| matches!(block.kind, BlockKind::Table(_)))
                        .count();
                    let least = if tables > 5 { 0.85 } else { 0.97 };
                    assert!(large || report.fill >= least, "{place}: {}", report.fill);
                }
                Err(error) => assert!(
                    matches!(error, Error::Fit { .. } | Error::Pages { .. }),
                    "{place}"
                ),
            }
        }
    }
}

#[test]
fn the_page_changes_with_the_answer_and_so_does_the_report() {
    let guide = include_str!("../../../content/guide.md");
    let more = guide.replacen(
        "### Q2",
        "Another sentence of some length stands here, so that something else has to go.\n\n### Q2",
        1,
    );
    let options = options(Paper::a4(), 1);
    let (_, before) = fitted(&guides::parse_bytes("a.md", guide.as_bytes()), &options);
    let (_, after) = fitted(&guides::parse_bytes("a.md", more.as_bytes()), &options);
    assert_eq!(after.words.selected, before.words.selected + 14);
    assert_ne!(before.dropped, after.dropped);
}
