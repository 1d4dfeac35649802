//! What printers do not reach stays white, marks are thin and where there are folds, and the
//! print dialogue is asked for what folding needs.

use offprint::product::{Duplex, Folding, Paper};

use super::{GUTTER, guide, made, options};
use crate::support::ink::{self, Line, Text};
use crate::support::{guides, validators};

/// Home printers leave so much of the paper white.
const UNPRINTED: f64 = 5.0;

fn papers() -> [Paper; 3] {
    [Paper::a4(), Paper::letter(), "a5".parse().expect("a5")]
}

#[test]
fn nothing_is_printed_where_printers_do_not_reach() {
    for document in [guides::embedded(), guide("he", 20)] {
        for paper in papers() {
            for folding in [Folding::Booklet, Folding::Pocket] {
                let mut options = options(folding, paper);
                options.min_x_height = offprint::product::Length::mm(1.0);
                if folding == Folding::Pocket && paper.name() == "a5" {
                    // All of the guide has no room on so little paper.
                    options.min_x_height = offprint::product::Length::mm(0.5);
                }
                for page in ink::pages(&made(&document, &options).bytes) {
                    let what = format!("{folding:?} {}", paper.name());
                    let inside = |(x, y): (f64, f64)| {
                        let slack = UNPRINTED - 0.02;
                        (slack..=page.width - slack).contains(&x)
                            && (slack..=page.height - slack).contains(&y)
                    };
                    // A space leaves no ink.
                    let inked = |text: &&Text| !text.said.trim().is_empty();
                    for text in page.texts.iter().filter(inked) {
                        assert!(
                            corners(text).into_iter().all(inside),
                            "{what}: {text:?}"
                        );
                    }
                    for Line { from, to, .. } in &page.lines {
                        assert!(inside(*from) && inside(*to), "{what}: {from:?} {to:?}");
                    }
                }
            }
        }
    }
}

/// Both ends of a run, above its capitals and below its descenders.
fn corners(text: &Text) -> [(f64, f64); 4] {
    let at = |(x, y): (f64, f64), part: f64| {
        (x + text.up.0 * part * text.size, y + text.up.1 * part * text.size)
    };
    [at(text.from, 0.75), at(text.from, -0.2), at(text.to, 0.75), at(text.to, -0.2)]
}

#[test]
fn the_margin_at_the_fold_is_wider_than_the_outer_one() {
    let bytes = made(&guide("en", 75), &options(Folding::Booklet, Paper::a4())).bytes;
    let mut halves = 0;
    for page in ink::pages(&bytes) {
        let middle = page.width / 2.0;
        let rects = page.rects.iter().flat_map(|[one, other]| [one.0, other.0]);
        let texts = page.texts.iter().flat_map(|text| [text.from.0, text.to.0]);
        let from_middle: Vec<f64> = rects.chain(texts).map(|x| x - middle).collect();
        for sign in [-1.0, 1.0] {
            let half = from_middle.iter().map(|x| x * sign).filter(|x| *x > 0.0);
            let half: Vec<f64> = half.collect();
            if half.is_empty() {
                continue;
            }
            halves += 1;
            let inner = half.iter().copied().fold(f64::INFINITY, f64::min);
            let outer = middle - half.iter().copied().fold(0.0, f64::max);
            // Pages of inner sheets are a few tenths nearer, lines end where words do, and
            // the last column of the last page may be empty.
            let is_empty = outer > middle / 2.0;
            assert!(is_empty || inner > outer + GUTTER - 1.5, "{outer} {inner}");
        }
    }
    assert_eq!(halves, 7);
}

#[test]
fn marks_of_a_booklet_are_at_the_fold_of_fronts() {
    let bytes = made(&guide("en", 60), &options(Folding::Booklet, Paper::a4())).bytes;
    for (side, page) in ink::pages(&bytes).iter().enumerate() {
        // Two of the fold, and on the outermost sheet two of the staples.
        let marks = if side == 0 { 4 } else { 2 * usize::from(side % 2 == 0) };
        let at_fold = |line: &&Line| {
            let near = |x: f64| (x - page.width / 2.0).abs() < 0.01;
            near(line.from.0) && near(line.to.0)
        };
        assert_eq!(page.lines.iter().filter(at_fold).count(), marks, "side {side}");
        let thin = |line: &Line| line.thickness < 0.5;
        assert!(page.lines.iter().filter(at_fold).all(thin), "side {side}");
    }
}

#[test]
fn the_cut_of_a_pocket_booklet_goes_through_its_middle() {
    let bytes = made(&guide("en", 3), &options(Folding::Pocket, Paper::a4())).bytes;
    let pages = ink::pages(&bytes);
    let [page] = &pages[..] else { panic!("one side") };
    let (quarter, half) = (page.width / 4.0, page.height / 2.0);
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    let is = |line: &&Line, from: (f64, f64), to: (f64, f64)| {
        near(line.from.0, from.0)
            && near(line.from.1, from.1)
            && near(line.to.0, to.0)
            && near(line.to.1, to.1)
    };
    let cut = |line: &&Line| is(line, (quarter, half), (3.0 * quarter, half));
    assert_eq!(page.lines.iter().filter(cut).count(), 1);
    // A mark at either end of each fold, and nothing between them.
    for fold in 1..4 {
        let x = quarter * f64::from(fold);
        let marks = [(5.0, 8.0), (page.height - 8.0, page.height - 5.0)];
        for (from, to) in marks {
            let mark = |line: &&Line| is(line, (x, from), (x, to));
            assert_eq!(page.lines.iter().filter(mark).count(), 1, "fold {fold}");
        }
    }
    for (from, to) in [(5.0, 8.0), (page.width - 8.0, page.width - 5.0)] {
        let mark = |line: &&Line| is(line, (from, half), (to, half));
        assert_eq!(page.lines.iter().filter(mark).count(), 1);
    }
}

#[test]
fn print_dialogues_are_asked_for_actual_size_and_the_right_edge() {
    let document = guide("en", 4);
    let ways = [
        (Folding::Booklet, None, "DuplexFlipShortEdge"),
        (Folding::Booklet, Some(Duplex::LongEdge), "DuplexFlipLongEdge"),
        (Folding::Booklet, Some(Duplex::Manual), "Simplex"),
        (Folding::Pocket, None, "Simplex"),
    ];
    for (folding, duplex, name) in ways {
        let mut options = options(folding, Paper::a4());
        options.duplex = duplex;
        let bytes = made(&document, &options).bytes;
        let preferences = ink::catalog(&bytes, "ViewerPreferences");
        for wish in [format!("/Duplex /{name}"), "/PrintScaling /None".to_owned()] {
            assert!(preferences.contains(&wish), "no {wish} in {preferences}");
        }
    }
    let flat = made(&document, &options(Folding::Flat, Paper::a4())).bytes;
    assert!(!ink::catalog(&flat, "ViewerPreferences").contains("/Duplex"));
}

#[test]
fn foreign_judges_find_nothing() {
    for (name, folding) in [("booklet", Folding::Booklet), ("pocket", Folding::Pocket)] {
        for (language, document) in [("en", guides::embedded()), ("he", guide("he", 20))]
        {
            let bytes = made(&document, &options(folding, Paper::a4())).bytes;
            let path =
                crate::support::file(&format!("folding/{name}-{language}.pdf"), &bytes);
            if let Some(mut qpdf) = validators::tool("qpdf") {
                let (fine, said) = validators::output(qpdf.arg("--check").arg(&path));
                assert!(fine && said.contains("No syntax or stream"), "{said}");
            }
            for flavour in ["ua1", "2a"] {
                let Some(mut verapdf) = validators::tool("verapdf") else { continue };
                let (fine, said) = validators::output(verapdf.arg(flavour).arg(&path));
                assert!(fine, "{name} {language} {flavour}: {said}");
            }
        }
    }
}
