//! What is lost on the way is found, named, and nothing is made: a part of a tree of any form
//! is taken out of its pages or its book, which then do not pass for the tree.

use offprint::diagnostic::{Error, Span};
use offprint::document::{Block, BlockKind, Document, Entry, Inline, Paragraph};
use offprint::internals::frame::{Frame, FrameItem, Page, Structure};
use offprint::internals::layout::{
    CardLayout, CardMaker, SheetLayout, lay_out, sheet_flow,
};
use offprint::internals::missing::{none_in_book, none_on_cards, none_on_sheet};
use offprint::internals::text::Shaper;
use offprint::product::{
    BookOptions, CardOptions, FontSet, Length, Pictures, book, deck,
};
use offprint::select::DeckOptions;
use proptest::prelude::*;

use crate::bytes::Bytes;
use crate::support::guides;
use crate::tree;

fn layout() -> SheetLayout {
    SheetLayout {
        paper: "a4".parse().expect("a paper"),
        columns: Some(3),
        x_height: (Length::mm(1.4), Length::mm(1.8)),
        justify: false,
        title: String::new(),
        subtitle: String::new(),
    }
}

/// The runs of a frame that say something.
fn runs(frame: &Frame) -> Vec<usize> {
    let says = |item: &FrameItem| match item {
        FrameItem::Text(run) => {
            run.tag.is_some() && run.text.contains(|c: char| c.is_ascii_alphabetic())
        }
        _ => false,
    };
    let items = frame.items.iter().enumerate();
    items.filter(|(_, (_, item))| says(item)).map(|(n, _)| n).collect()
}

/// Takes one of the runs off the pages; gives its words.
fn take(pages: &mut [Page], which: usize) -> Option<String> {
    let count: usize = pages.iter().map(|page| runs(&page.frame).len()).sum();
    let mut which = which.checked_rem(count)?;
    for page in pages {
        let runs = runs(&page.frame);
        if let Some(item) = runs.get(which) {
            let (_, item) = page.frame.items.remove(*item);
            let FrameItem::Text(run) = item else { return None };
            return Some(run.text);
        }
        which -= runs.len();
    }
    None
}

/// Makes a sheet, and takes one run off it.
fn a_lost_run_is_found(document: &Document, fonts: &FontSet, which: usize) {
    let pictures = Pictures::default();
    let mut shaper = Shaper::new(fonts, &document.meta.language);
    let flow = sheet_flow(document, &pictures, &mut shaper, false);
    let Ok(mut sheet) = lay_out(flow, fonts, &mut shaper, &layout()) else { return };
    none_on_sheet(document, &pictures, &sheet).expect("nothing is lost yet");
    let Some(lost) = take(&mut sheet.pages.pages, which) else { return };
    names(none_on_sheet(document, &pictures, &sheet), &lost);
}

/// Makes cards, and takes one run off them.
fn a_run_lost_from_cards_is_found(document: &Document, fonts: &FontSet, which: usize) {
    let Ok(deck) = deck(document, &DeckOptions::default()) else { return };
    let pictures = Pictures::default();
    let options = CardOptions::default();
    let layout = CardLayout {
        size: options.imposition.card(),
        safe: options.imposition.safe(),
        min_x_height: options.min_x_height,
        leitner: false,
    };
    let shaper = &mut Shaper::new(fonts, &document.meta.language);
    let structure = Structure::default();
    let mut maker =
        CardMaker { document, pictures: &pictures, shaper, layout, structure };
    let mut pages = Vec::new();
    for card in &deck.cards {
        let Ok(cards) = maker.cards(card) else { return };
        let sides = cards.into_iter().flat_map(|card| [card.front, card.back]);
        pages.extend(sides.map(|side| Page { frame: Frame::clone(&side) }));
    }
    let judged = |pages: &[Page]| {
        none_on_cards(document, &deck, &pictures, &maker.structure, &[pages])
    };
    judged(&pages).expect("nothing is lost yet");
    let Some(lost) = take(&mut pages, which) else { return };
    names(judged(&pages), &lost);
}

/// Makes a book of the tree, which is then to have a paragraph more.
fn a_block_lost_from_a_book_is_found(document: &Document, which: usize) {
    let made = book(document, &mut FontSet::bundled_only(), &BookOptions::default());
    let Ok(made) = made else { return };
    let mut whole = document.clone();
    let mut entries: Vec<&mut Vec<Block>> = (whole.sections.iter_mut())
        .flat_map(|section| &mut section.entries)
        .map(|entry| match entry {
            Entry::Question(question) => &mut question.answer,
            Entry::Topic(topic) => &mut topic.blocks,
        })
        .collect();
    let count = entries.len();
    let Some(blocks) = entries.get_mut(which % count.max(1)) else { return };
    let content = vec![Inline::text("Zebras gallop")];
    let paragraph = BlockKind::Paragraph(Paragraph { lead: None, content });
    blocks.push(Block::new(paragraph, Span::default()));
    names(none_in_book(&whole, &made.bytes), "Zebras gallop");
}

/// Holds that words were missed, and named.
#[track_caller]
fn names(result: Result<(), Error>, lost: &str) {
    match result {
        Err(Error::Missing { words, .. }) => {
            let named = words.concat();
            let letters = lost.chars().filter(char::is_ascii_alphabetic);
            let unnamed: String = letters.filter(|c| !named.contains(*c)).collect();
            assert!(unnamed.is_empty(), "{lost:?} is lost, and {words:?} are named");
        }
        other => panic!("{lost:?} is not missed: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_lost_of_any_tree_is_found_and_named(
        bytes in prop::collection::vec(any::<u8>(), 0..1500),
        which in any::<usize>(),
    ) {
        let document = tree::document(&mut Bytes::new(&bytes));
        let fonts = FontSet::bundled_only();
        a_lost_run_is_found(&document, &fonts, which);
        a_run_lost_from_cards_is_found(&document, &fonts, which);
        a_block_lost_from_a_book_is_found(&document, which);
    }
}

#[test]
fn what_is_lost_of_a_guide_is_found_and_named() {
    let (document, fonts) = (guides::embedded(), FontSet::bundled_only());
    for which in [0, 7, 1_000] {
        a_lost_run_is_found(&document, &fonts, which);
        a_run_lost_from_cards_is_found(&document, &fonts, which);
        a_block_lost_from_a_book_is_found(&document, which);
    }
}
