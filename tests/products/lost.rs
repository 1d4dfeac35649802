//! What is lost on the way is found, named, and nothing is made: a part of a tree of any form
//! is taken out of its pages or its book, which then do not pass for the tree.

use offprint::diagnostic::{Error, Span};
use offprint::document::{
    Block, BlockKind, Document, Entry, Inline, Item, LeadIn, List, Paragraph, Role,
};
use offprint::internals::frame::{Frame, FrameItem, Page, Structure};
use offprint::internals::layout::{
    CardLayout, CardMaker, SheetLayout, lay_out, sheet_flow,
};
use offprint::internals::missing::{
    asked_of_sheet, none_in_book, none_on_cards, none_on_sheet,
};
use offprint::internals::text::Shaper;
use offprint::product::{
    BookOptions, CardOptions, FontSet, Length, Pictures, SheetOptions, book, cheat_sheet,
    deck, flashcards,
};
use offprint::select::{DeckOptions, Split, Topics};
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
        head_size: Length::pt(10.5),
        title: String::new(),
        subtitle: String::new(),
        facing: false,
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

/// Whether the same words are on the pages once more: a note that two sections refer to stands
/// below both, and is lost only where both are.
fn stands_still(pages: &[Page], words: &str) -> bool {
    let says =
        |item: &FrameItem| matches!(item, FrameItem::Text(run) if run.text == words);
    pages.iter().any(|page| page.frame.items.iter().any(|(_, item)| says(item)))
}

/// Makes a sheet, and takes one run off it.
fn a_lost_run_is_found(document: &Document, fonts: &FontSet, which: usize) {
    let pictures = Pictures::default();
    let mut shaper = Shaper::new(fonts, &document.meta.language);
    let flow = sheet_flow(document, &pictures, &mut shaper, false);
    let Ok(mut sheet) = lay_out(flow, fonts, &mut shaper, &layout()) else { return };
    let asked = asked_of_sheet(document, &pictures);
    none_on_sheet(&asked, &sheet).expect("nothing is lost yet");
    let Some(lost) = take(&mut sheet.pages.pages, which) else { return };
    if !stands_still(&sheet.pages.pages, &lost) {
        names(none_on_sheet(&asked, &sheet), &lost);
    }
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
        least_size: Length::pt(8.0),
        leitner: false,
    };
    let shaper = &mut Shaper::new(fonts, &document.meta.language);
    let structure = Structure::default();
    let mut maker =
        CardMaker { document, pictures: &pictures, shaper, layout, structure };
    let Ok(cards) = maker.cards(&deck.cards) else { return };
    let sides = cards.into_iter().flatten().flat_map(|card| [card.front, card.back]);
    let mut pages: Vec<Page> =
        sides.map(|side| Page { frame: Frame::clone(&side) }).collect();
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
    // A book may have a letter once too often elsewhere, as notes have that stand in two files;
    // the sign it has nowhere else.
    let lost = "Zebras‰ gallop‰";
    let content = vec![Inline::text(lost)];
    let paragraph = BlockKind::Paragraph(Paragraph { lead: None, content });
    blocks.push(Block::new(paragraph, Span::default()));
    names(none_in_book(&whole, &made.bytes), lost);
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
        prop_assume!(tree::has_even_tables(&document));
        let fonts = FontSet::bundled_only();
        a_lost_run_is_found(&document, &fonts, which);
        a_run_lost_from_cards_is_found(&plainly_titled(document.clone()), &fonts, which);
        a_block_lost_from_a_book_is_found(&document, which);
    }
}

/// The same with titles of words alone: a formula in the title of a card is not asked for, and
/// a sentence with gaps is one.
fn plainly_titled(mut document: Document) -> Document {
    if format!("{document:?}").contains("Cloze {") {
        document = guides::without_formulas(&document);
    }
    for entry in document.sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let Entry::Question(question) = entry {
            question.title = vec![Inline::text("What is it?")];
        }
    }
    document
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

/// Makes every product of a guide in all the ways that leave nothing out unnamed.
#[track_caller]
fn all_is_there(guide: &str) {
    let document = guides::parse_bytes("guide.md", guide.as_bytes());
    let fonts = &mut FontSet::bundled_only();
    let mut page = SheetOptions::default();
    page.pages = Some(1);
    for options in [SheetOptions::default(), page] {
        cheat_sheet(&document, fonts, &options).expect("a sheet of every word");
    }
    let mut cards = CardOptions::default();
    cards.deck.topics = Topics::WithoutQuestions;
    let mut items = cards.clone();
    items.deck.split = Split::Items;
    for options in [cards, items] {
        flashcards(&document, fonts, &options).expect("cards of every word");
    }
    book(&document, fonts, &BookOptions::default()).expect("a book of every word");
}

#[test]
fn code_that_an_item_begins_with_stays_where_later_items_go() {
    let steps = |question: usize| {
        (1..6)
            .map(|step| {
                format!(
                    "{step}. ```\n   code_{question}_{step} = run()\n   ```\n\n   Words \
                     about step {step} of {question}, some more of them.\n"
                )
            })
            .collect::<Vec<_>>()
            .concat()
    };
    let entry = |question: usize| {
        let steps = steps(question);
        format!(
            "## {question}. What is {question}?\n\n**Key:** the key of it.\n\n{steps}"
        )
    };
    let entries = (1..60).map(entry).collect::<Vec<_>>().join("\n");
    all_is_there(&format!("# Guide\n\n{entries}"));
}

#[test]
fn a_note_of_a_title_that_nothing_follows_is_set() {
    all_is_there("# G\n\n## 1. What?\n\nIt.\n\n# Last[^n]\n\n[^n]: Noted words.\n");
}

#[test]
fn a_question_mark_behind_a_lead_in_is_one_of_its_words() {
    let lead = |words: &str, more: &str| {
        let text = vec![Inline::text(words)];
        let lead = LeadIn { role: Role::Plain, text, separator: "?".to_owned() };
        let content = Some(Inline::text(more)).filter(|_| !more.is_empty());
        let content = content.into_iter().collect();
        Block::new(
            BlockKind::Paragraph(Paragraph { lead: Some(lead), content }),
            Span::default(),
        )
    };
    let item =
        |words: &str| Item { blocks: vec![lead(words, "So it is.")], ..Item::default() };
    let list = List { items: vec![item("Why"), item("How")], ..List::default() };
    let answer =
        vec![lead("Label", ""), Block::new(BlockKind::List(list), Span::default())];
    let mut document = guides::parse_bytes("guide.md", b"# G\n\n## 1. What?\n\nIt.\n");
    for entry in document.sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let Entry::Question(question) = entry {
            question.answer.clone_from(&answer);
        }
    }
    let fonts = &mut FontSet::bundled_only();
    cheat_sheet(&document, fonts, &SheetOptions::default()).expect("every sign");
    let mut options = CardOptions::default();
    flashcards(&document, fonts, &options).expect("every sign");
    options.deck.split = Split::Items;
    flashcards(&document, fonts, &options).expect("every sign");
}
