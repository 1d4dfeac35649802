//! What holds for every kind of PDF that we write, of every guide: the finished files read
//! back, against the clauses of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

mod heard;
pub mod images;
mod made;
mod rules;

use made::Kind;
use offprint::document::Document;
use offprint::product::Pictures;

use crate::support::{guides, pdf_tree};

/// A guide of two pages at most, for dumps that a person reads.
fn small() -> Document {
    guides::parse_bytes("guide.md", include_bytes!("guide.md"))
}

macro_rules! golden {
    ($($name:ident: $kind:expr;)*) => {$(
        #[test]
        fn $name() {
            let guide = small();
            let made = made::make(&guide, $kind, &images::for_guide(&guide));
            let made = made.expect("it can be made");
            for (side, bytes) in made.into_iter().enumerate() {
                let name = format!("{}_{side}", stringify!($name));
                insta::assert_snapshot!(name, pdf_tree::dump(&bytes));
            }
        }
    )*};
}

golden! {
    a_sheet_as_it_is_heard: Kind::Sheet;
    a_page_as_it_is_heard: Kind::OnePage;
    cards_as_they_are_heard: Kind::Cards;
    two_files_of_cards_as_they_are_heard: Kind::Sides;
    the_test_sheet_as_it_is_heard: Kind::Calibration;
}

/// How many files a kind comes out as, and what is wrong with them.
fn look_at(
    guide: &str,
    document: &Document,
    kind: Kind,
    pictures: &Pictures,
) -> (usize, Vec<String>) {
    let files = made::make(document, kind, pictures).unwrap_or_default();
    let mut faults = Vec::new();
    for (side, bytes) in files.iter().enumerate() {
        faults.extend(rules::faults(bytes));
        if kind != Kind::Calibration {
            faults.extend(heard::faults(document, kind, bytes));
        }
        faults.extend(made::qpdf(bytes, &format!("{guide}-{kind:?}-{side}.pdf")));
    }
    let named = |fault| format!("{guide}, {kind:?}: {fault}");
    (files.len(), faults.into_iter().map(named).collect())
}

/// All kinds of a guide, without its pictures and, if it has any, with pictures.
fn look_at_all(guide: &str, document: &Document) -> Vec<(usize, Vec<String>)> {
    let pictures = images::for_guide(document);
    let mut looks = Kind::ALL
        .map(|kind| look_at(guide, document, kind, &Pictures::default()))
        .to_vec();
    if pictures != Pictures::default() {
        let name = format!("{guide} with pictures");
        looks.extend(Kind::ALL.map(|kind| look_at(&name, document, kind, &pictures)));
    }
    looks
}

#[test]
fn every_file_of_every_guide_keeps_the_rules() {
    let guides = guides::all();
    let looks: Vec<_> = std::thread::scope(|scope| {
        let look = |(name, document)| scope.spawn(move || look_at_all(name, document));
        let pairs = guides.iter().map(|(name, document)| (name.as_str(), document));
        let threads: Vec<_> = pairs.map(look).collect();
        threads.into_iter().flat_map(|one| one.join().expect("looked at")).collect()
    });
    let files: usize = looks.iter().map(|(files, _)| files).sum();
    // The guide that comes with the program comes out as all kinds.
    assert!(files > Kind::ALL.len(), "{files} files");
    let faults: Vec<String> = looks.into_iter().flat_map(|(_, faults)| faults).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_file_with_pictures_keeps_the_rules() {
    let guide = small();
    let pictures = images::for_guide(&guide);
    for kind in Kind::ALL {
        let files = made::make(&guide, kind, &pictures).expect("it can be made");
        for bytes in files {
            let faults = rules::faults(&bytes);
            assert!(faults.is_empty(), "{kind:?}: {faults:?}");
            let document = lopdf::Document::load_mem(&bytes).expect("a file");
            let shown = document.objects.values().filter(|object| {
                object.as_stream().is_ok_and(|it| it.dict.has(b"BitsPerComponent"))
            });
            // Photograph, grey, the sign with its mask, the drawing with its own.
            let shown = shown.count();
            let expected = match kind {
                Kind::Sheet | Kind::Cards | Kind::Folded => 6,
                Kind::Calibration => 0,
                // A picture may have no room on a page, and stand on one side alone.
                Kind::OnePage | Kind::Sides => continue,
            };
            assert_eq!(shown, expected, "{kind:?}");
        }
    }
}

/// What a reader calls the pages (ISO 32000-1, 12.4.2).
fn page_names(bytes: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(bytes).expect("lopdf reads the file");
    let labels = document.catalog().expect("a catalogue").get(b"PageLabels");
    let labels = pdf_tree::dictionary(&document, labels.expect("labels"));
    let ranges = labels.get(b"Nums").expect("ranges").as_array().expect("ranges");
    let name = |page: i64| {
        let from = |pair: &[lopdf::Object]| pair[0].as_i64().expect("a page");
        let range = ranges.chunks(2).rev().find(|pair| from(pair) <= page);
        let range = range.expect("ranges begin at the first page");
        let entry = pdf_tree::dictionary(&document, &range[1]);
        let prefix = entry.get(b"P").map(pdf_tree::text).unwrap_or_default();
        let first = entry.get(b"St").and_then(lopdf::Object::as_i64).unwrap_or(1);
        let number = (first + page - from(range)).to_string();
        prefix + if entry.has(b"S") { &number } else { "" }
    };
    (0..document.get_pages().len() as i64).map(name).collect()
}

#[test]
fn pages_are_called_as_a_person_calls_them() {
    let embedded = guides::embedded();
    let names = |guide: &Document, kind| -> Vec<Vec<String>> {
        let files =
            made::make(guide, kind, &Pictures::default()).expect("it can be made");
        files.iter().map(|bytes| page_names(bytes)).collect()
    };
    assert_eq!(names(&embedded, Kind::Sheet)[0][..2], ["1", "2"]);
    assert_eq!(names(&small(), Kind::OnePage), [["1"]]);
    let cards = names(&embedded, Kind::Cards);
    assert_eq!(cards[0][..4], ["1 front", "1 back", "2 front", "2 back"]);
    assert_eq!(names(&embedded, Kind::Folded)[0][..2], ["1", "2"]);
    let [fronts, backs] = &names(&embedded, Kind::Sides)[..] else { panic!() };
    assert_eq!(fronts[..2], ["1 front", "2 front"]);
    assert_eq!(backs[..2], ["1 back", "2 back"]);
    assert_eq!(names(&small(), Kind::Calibration), [["front", "back"]]);
}
