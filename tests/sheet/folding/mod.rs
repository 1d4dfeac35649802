//! Booklets and pocket booklets: proved on the finished PDF, which is folded here by rules of
//! its own, and compared with the same pages printed flat.

mod fold;
mod leads;
mod paper;

use std::fmt::Write as _;

use offprint::document::Document;
use offprint::product::{
    CheatSheet, Duplex, Folding, FontSet, Paper, SheetOptions, cheat_sheet,
};

use crate::support::ink::{self, Text};
use crate::support::{guides, pdf_tree};
use fold::{Fold, Pile, Pocket, Spot, Turned, pages};
use leads::{Lead, Place, bookmarks, labels, leads};

/// How far anything may be from where it belongs, in millimetres.
const NEAR: f64 = 0.02;
/// What stands above this on a page is its head.
const HEAD: f64 = 12.0;
/// A4, lying across.
const A4: (f64, f64) = (297.0, 210.0);
/// How much wider the margin at a booklet's fold is.
const GUTTER: f64 = 4.0;
/// How much nearer to the fold the pages of each inner sheet are.
const CREEP: f64 = 0.1;

/// A guide of so many questions, which lead to each other.
fn guide(language: &str, questions: usize) -> Document {
    let mut text = format!("---\nlang: {language}\ntitle: Folded\n---\n## 1. Words\n");
    let (ask, say) = match language {
        "he" => ("מהו מספר", "זו תשובה ארוכה למדי, עם הרבה מילים שממלאות שורות."),
        "ja" => ("番号は何ですか", "これはかなり長い答えで、行を埋める言葉が続きます。"),
        _ => ("What is number", "A rather long answer, with many words that fill lines."),
    };
    for n in 1..=questions {
        let other = 1 + n * 7 % questions;
        let long = format!("{say} ").repeat(6);
        write!(
            text,
            "### Q{n}: {ask} {n}?\n\n{long}\n\n- {say}\n- [{n} → {other}](#q{other})\n\n"
        )
        .expect("a string");
    }
    guides::parse_bytes("folded.md", text.as_bytes())
}

fn options(folding: Folding, paper: Paper) -> SheetOptions {
    let mut options = SheetOptions::default();
    options.paper = paper;
    options.folding = folding;
    options
}

fn made(document: &Document, options: &SheetOptions) -> CheatSheet {
    cheat_sheet(document, &mut FontSet::bundled_only(), options).expect("a sheet")
}

/// The same pages on paper of their own size.
fn flat(document: &Document, folding: Folding) -> CheatSheet {
    let size = match folding {
        Folding::Booklet => "144.5x210mm",
        Folding::Pocket => "74.25x105mm",
        Folding::Flat => panic!("flat already"),
    };
    made(document, &options(Folding::Flat, size.parse().expect("a size")))
}

/// What folding is to be like.
struct Expected<'a> {
    flat: &'a [u8],
    folded: &'a [u8],
    fold: Fold<'a>,
    /// How many pages there are with those that are empty.
    places: usize,
    /// From the upper left corner of each page to that of the same page printed flat.
    offset: &'a dyn Fn(usize) -> f64,
    what: &'a str,
}

impl Expected<'_> {
    /// Every word is where it is when the pages are printed flat, on the same page; nothing
    /// else is.
    fn same_pages(&self) {
        let sides = ink::pages(self.folded);
        let flat = ink::pages(self.flat);
        let folded = pages(&sides, self.places, self.fold);
        for (n, (page, flat)) in folded.iter().zip(&flat).enumerate() {
            let what = format!("{}, page {}", self.what, n + 1);
            assert_eq!(said(page), said(&flat.texts), "{what}");
            for (text, flat) in page.iter().zip(&flat.texts) {
                // Folios of pages that face each other stand at the outer edges.
                let in_head = n % 2 == 1 && flat.from.1 < HEAD;
                let off = (text.from.0 - flat.from.0 - (self.offset)(n)).abs();
                assert!(in_head || off < NEAR, "{what}: {text:?} {flat:?}");
                assert!((text.from.1 - flat.from.1).abs() < NEAR, "{what}: {text:?}");
                let upright = text.up.0.abs() < 1e-3 && (text.up.1 + 1.0).abs() < 1e-3;
                assert!(upright, "{what}: {text:?}");
                let long = |text: &Text| text.to.0 - text.from.0;
                assert!((long(text) - long(flat)).abs() < NEAR, "{what}: {text:?}");
            }
        }
        assert!(folded[flat.len()..].iter().all(Vec::is_empty), "{}: blanks", self.what);
    }

    /// The tree says the same in the same order, whatever side a page is on.
    fn same_tree(&self) {
        assert_eq!(
            pdf_tree::dump(self.folded),
            pdf_tree::dump(self.flat),
            "{}",
            self.what
        );
    }

    fn spot(&self, Place { page, at }: Place) -> Spot {
        (self.fold)(page, at)
    }

    /// Links and bookmarks are on the pages where they are when these are printed flat, and
    /// lead to the same.
    fn same_links(&self) {
        let key = |(page, (x, y)): (usize, (f64, f64)), to: usize| {
            (page, (y * 10.0).round() as i64, (x * 10.0).round() as i64, to)
        };
        // A little inside: what is shown begins there.
        let inside =
            |Place { page, at: (x, y) }: Place| Place { page, at: (x + 1.0, y + 1.0) };
        let mut folded: Vec<_> = leads(self.folded)
            .into_iter()
            .map(|Lead { from, to }| {
                let Spot { page, at: (x, y) } = self.spot(from);
                key((page, (x - (self.offset)(page), y)), self.spot(inside(to)).page)
            })
            .collect();
        let flat = leads(self.flat).into_iter();
        let mut flat: Vec<_> =
            flat.map(|Lead { from, to }| key((from.page, from.at), to.page)).collect();
        folded.sort_unstable();
        flat.sort_unstable();
        assert_eq!(folded.len(), flat.len(), "{}", self.what);
        for (folded, flat) in folded.iter().zip(&flat) {
            let near = (folded.1 - flat.1).abs() <= 1 && (folded.2 - flat.2).abs() <= 1;
            assert!(near, "{}: {folded:?} {flat:?}", self.what);
            assert_eq!((folded.0, folded.3), (flat.0, flat.3), "{}", self.what);
        }
        let of = |bytes: &[u8], page: &dyn Fn(Place) -> usize| -> Vec<_> {
            bookmarks(bytes).into_iter().map(|(title, at)| (title, page(at))).collect()
        };
        let folded = of(self.folded, &|place| self.spot(inside(place)).page);
        assert_eq!(folded, of(self.flat, &|place| place.page), "{}", self.what);
    }

    fn all(&self) {
        self.same_pages();
        self.same_tree();
        self.same_links();
    }
}

fn said(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.said.as_str()).collect()
}

/// The pages of a booklet that is leafed through are those of the guide printed flat.
fn booklet(document: &Document, duplex: Option<Duplex>, right_to_left: bool) -> usize {
    let flat = flat(document, Folding::Booklet);
    assert!(!leads(&flat.bytes).is_empty());
    let mut options = options(Folding::Booklet, Paper::a4());
    options.duplex = duplex;
    let folded = made(document, &options);
    let sheets = flat.pages.div_ceil(4);
    let what = format!("{} pages, {duplex:?}, {right_to_left}", flat.pages);
    assert_eq!((folded.pages, folded.report.pages), (2 * sheets, flat.pages), "{what}");
    let turned = match duplex {
        None | Some(Duplex::ShortEdge) => Turned::AboutUprightEdge,
        _ => Turned::AboutLevelEdge,
    };
    let pile = Pile { paper: A4, sheets, turned, right_to_left };
    let fold = |side: usize, at| match duplex {
        Some(Duplex::Manual) => pile.spot(side % sheets, side >= sheets, at),
        _ => pile.spot(side / 2, side % 2 == 1, at),
    };
    let offset = |page: usize| {
        let leaf = page / 2;
        let creep = leaf.min(2 * sheets - 1 - leaf) as f64 * CREEP;
        // The spine is at the left of pages with odd numbers, or at their right.
        let spine_at_left = page.is_multiple_of(2) != right_to_left;
        if spine_at_left { GUTTER - creep } else { creep }
    };
    let (flat_bytes, folded_bytes) = (&flat.bytes, &folded.bytes);
    let what = &what;
    let fold = &fold;
    let (flat, folded, offset, places) = (flat_bytes, folded_bytes, &offset, 4 * sheets);
    Expected { flat, folded, fold, places, offset, what }.all();
    sheets
}

#[test]
fn a_booklet_is_leafed_through_in_order_whatever_its_length() {
    let mut seen = Vec::new();
    for questions in [1, 14, 26, 38, 50, 60, 75, 90, 160] {
        let document = guide("en", questions);
        seen.push(flat(&document, Folding::Booklet).pages % 4);
        booklet(&document, None, false);
    }
    // All numbers of empty pages at the end were tried.
    for rest in 0..4 {
        assert!(seen.contains(&rest), "{seen:?}");
    }
}

#[test]
fn a_booklet_is_in_order_however_the_printer_turns() {
    let document = guide("en", 60);
    for duplex in [Duplex::LongEdge, Duplex::ShortEdge, Duplex::Manual] {
        assert!(booklet(&document, Some(duplex), false) > 1);
    }
}

#[test]
fn from_right_to_left_the_spine_is_at_the_right() {
    let document = guide("he", 60);
    for duplex in [Duplex::LongEdge, Duplex::ShortEdge, Duplex::Manual] {
        assert!(booklet(&document, Some(duplex), true) > 1);
    }
    assert!(booklet(&guide("ja", 75), None, false) > 1);
}

fn pocket(document: &Document, flat: &CheatSheet, right_to_left: bool) {
    let folded = made(document, &options(Folding::Pocket, Paper::a4()));
    let what = &format!("{} pages, {right_to_left}", flat.pages);
    assert_eq!((folded.pages, folded.report.pages), (1, flat.pages), "{what}");
    let pocket = Pocket { paper: A4, right_to_left };
    let fold = &|_: usize, at| pocket.spot(at);
    let (flat, folded) = (&flat.bytes, &folded.bytes);
    Expected { flat, folded, fold, places: 8, offset: &|_| 0.0, what }.all();
}

#[test]
fn a_pocket_booklet_is_leafed_through_in_order() {
    for (language, right_to_left) in [("en", false), ("he", true), ("ja", false)] {
        for questions in [1, 5, 14] {
            let document = guide(language, questions);
            let flat = flat(&document, Folding::Pocket);
            assert!(!leads(&flat.bytes).is_empty());
            pocket(&document, &flat, right_to_left);
        }
    }
}

#[test]
fn what_is_too_long_for_a_pocket_is_condensed_to_eight_pages() {
    let document = guides::embedded();
    let mut options = options(Folding::Flat, "74.25x105mm".parse().expect("a size"));
    options.pages = Some(8);
    let flat = made(&document, &options);
    assert!(flat.report.words.shown < flat.report.words.selected);
    assert_eq!(flat.pages, 8);
    pocket(&document, &flat, false);
}

#[test]
fn sides_are_called_by_their_pages_from_left_to_right() {
    let of = |document: &Document, folding| {
        labels(&made(document, &options(folding, Paper::a4())).bytes)
    };
    let pages = flat(&guide("en", 60), Folding::Booklet).pages;
    assert!((5..=8).contains(&pages), "{pages}");
    let eight = ["8, 1", "2, 7", "6, 3", "4, 5"];
    assert_eq!(of(&guide("en", 60), Folding::Booklet), eight);
    let hebrew = of(&guide("he", 60), Folding::Booklet);
    assert_eq!(hebrew[..2], ["1, 8", "7, 2"]);
    assert_eq!(of(&guides::embedded(), Folding::Pocket), ["1–8"]);
}

#[test]
fn a_booklet_can_be_condensed_to_a_number_of_pages() {
    let document = guides::embedded();
    let mut options = options(Folding::Booklet, Paper::a4());
    let all = made(&document, &options).report;
    options.pages = Some(2);
    let short = made(&document, &options);
    assert!(all.pages > 4 && all.words.shown == all.words.selected);
    assert!(short.report.words.shown < all.words.shown);
    assert_eq!((short.pages, short.report.pages), (2, 2));
    let folded = short.report.folded.expect("it is folded");
    assert_eq!((folded.shape, folded.sheets), ("booklet", 1));
    assert_eq!(short.report.questions.shown, all.questions.shown);
    // One of fewer pages does not grow to fill them.
    options.pages = Some(all.pages + 20);
    assert_eq!(made(&document, &options).report.pages, all.pages);
}
