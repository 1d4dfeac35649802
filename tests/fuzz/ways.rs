//! The ways that are fuzzed, and what must hold on each: [`markdown`], bytes to a tree;
//! [`trees`], a tree to all three products; [`guides`], bytes to files that are read back;
//! [`options`], arguments to a job.
//!
//! That nothing panics, hangs or takes too much memory is for the fuzzer to see.

#![allow(dead_code, reason = "each target uses its own part of this")]

use std::cell::RefCell;

use offprint::diagnostic::Error;
use offprint::document::Document;
use offprint::parse::{ParseOptions, Source, parse};
use offprint::product::{
    Answers, Book, BookOptions, CardOptions, CheatSheet, Duplex, Flashcards, Folding,
    FontSet, Grid, Imposition, Paper, SheetOptions, book, cheat_sheet, flashcards,
};
use offprint::select::{self, Topics};

use super::bytes::Bytes;
use super::{tree, whole};

/// Bytes are a guide, or no text, which is said; a tree of a guide is sound and comes back
/// from JSON as it was.
pub fn markdown(bytes: &[u8]) {
    if bytes.starts_with(b"{\"") {
        return json(bytes);
    }
    let Ok(source) = Source::from_bytes("guide.md", bytes) else { return };
    let parsed = parse(std::slice::from_ref(&source), &ParseOptions::default());
    for said in &parsed.diagnostics {
        let end = said.span.map_or(0, |span| span.end as usize);
        assert!(end <= source.text().len(), "{said:?} is outside the guide");
    }
    sound(parsed.document);
}

/// Bytes are the JSON of a tree, or not.
fn json(bytes: &[u8]) {
    let Ok(document) = serde_json::from_slice::<Document>(bytes) else { return };
    if let Ok(document) = select::check(document) {
        sound(document);
    }
}

fn sound(document: Document) {
    let json = serde_json::to_string(&document).expect("a tree is written");
    let back: Document = serde_json::from_str(&json).expect("a tree is read");
    assert!(back == document, "JSON says something else: {json:.2000}");
    if let Err(fault) = select::check(document) {
        panic!("{fault} in {json:.2000}");
    }
}

/// Whatever the tree, there are files, or words about what is wrong; and the same tree
/// makes the same files.
pub fn trees(bytes: &[u8]) {
    let mut bytes = Bytes::new(bytes);
    let look = Look::new(&mut bytes);
    let twice = bytes.once_in(8);
    let document = tree::document(&mut bytes);
    FONTS.with_borrow_mut(|fonts| {
        let made = look.files(&document, fonts);
        if twice {
            assert!(made == look.files(&document, fonts), "other bytes the second time");
        }
    });
}

/// Bytes are a guide, of which every product has every word, or it is said why there is
/// none; and the files are what they should be.
pub fn guides(bytes: &[u8]) {
    FONTS.with_borrow_mut(|fonts| whole::make(bytes, fonts));
}

/// Arguments are parted by line breaks.
pub fn options(bytes: &[u8]) {
    let line = String::from_utf8_lossy(bytes);
    let arguments = std::iter::once("offprint").chain(line.split('\n'));
    if let Err(said) = offprint::cli::check(arguments) {
        assert!(!said.trim().is_empty(), "nothing was said about {line:?}");
    }
}

thread_local! {
    static FONTS: RefCell<FontSet> = RefCell::new(FontSet::bundled_only());
}

/// The three products, or what was said instead.
type Files =
    (Result<CheatSheet, String>, Result<Flashcards, String>, Result<Book, String>);

/// How the products are made.
struct Look {
    sheet: SheetOptions,
    cards: CardOptions,
    book: BookOptions,
}

impl Look {
    fn new(bytes: &mut Bytes) -> Self {
        let papers = ["a4", "letter", "a5", "100x60mm", "60x200mm"];
        let paper: Paper = bytes.pick(&papers).parse().expect("a paper");
        let pages = Some(bytes.below(4)).filter(|pages| *pages > 0);
        let justify = bytes.once_in(2);
        let mut sheet = SheetOptions::default();
        sheet.paper = paper;
        sheet.pages = pages;
        sheet.justify = justify;
        let duplex = bytes.pick(&[Duplex::LongEdge, Duplex::ShortEdge, Duplex::Fold]);
        let mut imposition = *Imposition::default().options();
        imposition.grid = Grid::usual(paper);
        imposition.duplex = duplex;
        let imposition = Imposition::new(imposition).unwrap_or_default();
        let mut cards = CardOptions::default();
        cards.imposition = imposition;
        let topics = [Topics::Never, Topics::WithoutQuestions, Topics::Always];
        cards.deck.topics = bytes.pick(&topics);
        if bytes.once_in(2) {
            cards.deck.split = select::Split::Items;
        }
        cards.leitner = bytes.once_in(2);
        let answers = bytes.pick(&[Answers::default(), Answers::Hidden]);
        let mut book = BookOptions::default();
        book.answers = answers;
        let foldings = [Folding::Flat, Folding::Booklet, Folding::Pocket];
        sheet.folding = bytes.pick(&foldings);
        Self { sheet, cards, book }
    }

    /// The three products, or what was said instead.
    fn files(&self, document: &Document, fonts: &mut FontSet) -> Files {
        let said = |error: Error| {
            // Cells beyond a table's columns stand nowhere, and that is said.
            let is_lost = matches!(error, Error::Missing { .. });
            assert!(!is_lost || !tree::has_even_tables(document), "{error}");
            error.to_string()
        };
        (
            cheat_sheet(document, fonts, &self.sheet).map_err(said),
            flashcards(document, fonts, &self.cards).map_err(said),
            book(document, fonts, &self.book).map_err(said),
        )
    }
}
