//! Every answer lies behind its question, upright, on every stock, by every way of
//! printing: proved on the finished PDF, which is cut up and turned over here by rules of
//! its own.

mod calibration;
mod cli;
pub mod scissors;
pub mod stock;

use std::sync::LazyLock;

use offprint::document::Document;
use offprint::product::{
    CardFiles, CardOptions, Duplex, FontSet, Guides, Imposition, ImpositionOptions,
    Length, Offset, Order, Stock, flashcards,
};
use scissors::{Card, Printer, cut, fold};
use stock::{Fold, SHEETS, Sheet};

use crate::support::guides;
use crate::support::ink::{self, Page, Text, pages};

/// So many questions fill no number of sheets of any stock.
const CARDS: usize = 19;
/// How far anything may be from where it belongs, in millimetres.
const NEAR: f64 = 0.1;

static GUIDE: LazyLock<Document> = LazyLock::new(|| {
    let question = |n: usize| format!("### Q{n}: Word{n}?\n\nSaying{n}.\n");
    let questions: Vec<_> = (1..=CARDS).map(question).collect();
    let guide = format!("## 1. Terms\n\n{}", questions.join("\n"));
    guides::parse_bytes("words.md", guide.as_bytes())
});

/// A stock as it comes and turned, and the options for it.
fn every_sheet() -> impl Iterator<Item = (Sheet, ImpositionOptions)> {
    SHEETS.into_iter().flat_map(|sheet| {
        let grid = Stock::named(sheet.name).expect(sheet.name).grid();
        let options =
            |grid| with(ImpositionOptions::default(), |options| options.grid = grid);
        [(sheet, options(grid)), (sheet.turned(), options(grid.turned()))]
    })
}

/// The options with some of them changed.
fn with(
    mut options: ImpositionOptions,
    change: impl FnOnce(&mut ImpositionOptions),
) -> ImpositionOptions {
    change(&mut options);
    options
}

fn card_options(options: ImpositionOptions) -> CardOptions {
    let imposition = Imposition::new(options).expect("options that go together");
    let mut options = CardOptions::default();
    options.imposition = imposition;
    options
}

fn printed(document: &Document, options: ImpositionOptions) -> Vec<u8> {
    let fonts = &mut FontSet::bundled_only();
    flashcards(document, fonts, &card_options(options)).expect("cards").bytes
}

/// Whether a printer turns sheets about an edge that stands upright.
fn upright_hinge(sheet: &Sheet, duplex: Duplex) -> bool {
    sheet.is_across() == (duplex == Duplex::ShortEdge)
}

/// Printed and cut, sheet by sheet, slot by slot.
fn cut_all(sheet: &Sheet, options: ImpositionOptions) -> Vec<Vec<Card>> {
    let Offset { right, down, turn } = options.back_offset;
    let off = (right.to_mm(), down.to_mm(), f64::from(turn) / 1000.0);
    let printer = Printer { upright_hinge: upright_hinge(sheet, options.duplex), off };
    let pages = pages(&printed(&GUIDE, options));
    assert_eq!(pages.len() % 2, 0);
    let sides = pages.chunks(2).map(|sides| (&sides[0], &sides[1]));
    sides.map(|(front, back)| cut_one(sheet, front, back, printer)).collect()
}

fn cut_one(sheet: &Sheet, front: &Page, back: &Page, printer: Printer) -> Vec<Card> {
    for page in [front, back] {
        assert!((page.width - sheet.paper.0).abs() < 0.01, "{}", page.width);
        assert!((page.height - sheet.paper.1).abs() < 0.01, "{}", page.height);
    }
    let cards = cut(sheet, front, back, printer);
    let on_cards = |side: fn(&Card) -> &Vec<Text>| -> usize {
        cards.iter().map(|card| side(card).len()).sum()
    };
    // Nothing lies between the cards.
    assert_eq!(on_cards(|card| &card.front), front.texts.len());
    assert_eq!(on_cards(|card| &card.back), back.texts.len());
    cards
}

/// The one text that begins with `words`.
fn the<'t>(texts: &'t [Text], words: &str) -> &'t Text {
    let mut found = texts.iter().filter(|text| text.said.starts_with(words));
    let one = found.next().unwrap_or_else(|| panic!("no {words} in {texts:?}"));
    assert!(found.next().is_none(), "{words} twice in {texts:?}");
    one
}

/// The number of a card, after a look at both of its sides; none for an empty one.
///
/// Question and answer keep the same distance from the card's left edge, and their bars
/// from its upper edge, each as that side is read.
fn number(card: &Card, what: &str) -> Option<usize> {
    if card.is_empty() {
        return None;
    }
    let asked = card.front.iter().find_map(|text| text.said.strip_prefix('Q'));
    let n: usize = asked.expect(what).trim().parse().expect(what);
    the(&card.front, &format!("Word{n}?"));
    let question = the(&card.front, &format!("Q{n}"));
    let answer = the(&card.back, &format!("Saying{n}."));
    let (bar, bar_behind) = (the(&card.front, "Terms"), the(&card.back, "1"));
    let near = |a: f64, b: f64| (a - b).abs() < NEAR;
    assert!(near(question.from.0, answer.from.0), "{what}, {n}: {question:?} {answer:?}");
    assert!(near(bar.from.1, bar_behind.from.1), "{what}, {n}: {bar:?} {bar_behind:?}");
    for text in card.front.iter().chain(&card.back) {
        assert!(near(text.up.0, 0.0) && near(text.up.1, -1.0), "{what}: {text:?}");
    }
    Some(n)
}

/// The numbers as they come, cut sheet by sheet.
fn sheet_by_sheet(sheets: &[Vec<Card>], what: &str) -> Vec<Option<usize>> {
    sheets.iter().flatten().map(|card| number(card, what)).collect()
}

/// The numbers as they come when the stack is cut at once and the piles are laid on each
/// other.
fn piled_up(sheets: &[Vec<Card>], what: &str) -> Vec<Option<usize>> {
    let slots = 0..sheets[0].len();
    let piles = slots.map(|slot| sheets.iter().map(move |sheet| &sheet[slot]));
    piles.flatten().map(|card| number(card, what)).collect()
}

/// All cards are there, in order, and whatever is empty comes last.
fn in_order(numbers: &[Option<usize>], what: &str) {
    let there: Vec<_> = (1..=CARDS).map(Some).collect();
    assert_eq!(numbers[..CARDS], there, "{what}");
    assert!(numbers.len() > CARDS, "{what}: the last sheet is full");
    assert!(numbers[CARDS..].iter().all(Option::is_none), "{what}");
}

#[test]
fn every_answer_is_behind_its_question_however_the_printer_turns() {
    for (sheet, options) in every_sheet() {
        for duplex in [Duplex::LongEdge, Duplex::ShortEdge] {
            let what = format!("{} {:?} {duplex:?}", sheet.name, sheet.paper);
            let sheets =
                cut_all(&sheet, with(options, |options| options.duplex = duplex));
            in_order(&sheet_by_sheet(&sheets, &what), &what);
            let stack = with(options, |options| {
                options.duplex = duplex;
                options.order = Order::Stack;
            });
            in_order(&piled_up(&cut_all(&sheet, stack), &what), &what);
        }
    }
}

#[test]
fn backs_that_are_moved_make_good_what_the_printer_is_off_by() {
    let (right, down) = (Length::mm(2.5), Length::mm(-1.25));
    for (sheet, options) in every_sheet() {
        for (duplex, turn) in [(Duplex::LongEdge, 300), (Duplex::ShortEdge, -500)] {
            let back_offset = Offset { right, down, turn };
            let what = format!("{} {:?} {duplex:?}", sheet.name, sheet.paper);
            let sheets = cut_all(
                &sheet,
                with(options, |options| {
                    options.duplex = duplex;
                    options.back_offset = back_offset;
                }),
            );
            in_order(&sheet_by_sheet(&sheets, &what), &what);
        }
    }
}

#[test]
fn an_offset_is_to_the_right_and_down_and_moves_backs_alone() {
    let options = ImpositionOptions::default();
    let (right, down) = (Length::mm(1.0), Length::mm(2.0));
    let moved = Offset { right, down, turn: 0 };
    for duplex in [Duplex::LongEdge, Duplex::ShortEdge] {
        let plain =
            pages(&printed(&GUIDE, with(options, |options| options.duplex = duplex)));
        let moved = pages(&printed(
            &GUIDE,
            with(options, |options| {
                options.duplex = duplex;
                options.back_offset = moved;
            }),
        ));
        for (n, (plain, moved)) in plain.iter().zip(&moved).enumerate() {
            let by = if n % 2 == 0 { (0.0, 0.0) } else { (1.0, 2.0) };
            for (before, after) in plain.texts.iter().zip(&moved.texts) {
                assert_eq!(before.said, after.said);
                assert!((after.from.0 - before.from.0 - by.0).abs() < 0.01, "{after:?}");
                assert!((after.from.1 - before.from.1 - by.1).abs() < 0.01, "{after:?}");
            }
        }
    }
}

#[test]
fn by_hand_the_backs_fit_when_the_sheets_are_fed_again_in_order() {
    for (sheet, options) in every_sheet() {
        let options = with(options, |options| options.duplex = Duplex::Manual);
        let what = format!("{} {:?} by hand", sheet.name, sheet.paper);
        let fonts = &mut FontSet::bundled_only();
        let mut options = card_options(options);
        options.files = CardFiles::FrontsAndBacks;
        let made = flashcards(&GUIDE, fonts, &options).expect(&what);
        let backs = made.backs.expect(&what);
        let (fronts, backs) = (pages(&made.bytes), pages(&backs.bytes));
        assert_eq!(fronts.len(), backs.len(), "{what}");
        // Turned about the long edge, as a book is leafed through, top staying top.
        let hinge = upright_hinge(&sheet, Duplex::LongEdge);
        let printer = Printer { upright_hinge: hinge, ..Printer::default() };
        let sides = fronts.iter().zip(&backs);
        let sheets: Vec<_> =
            sides.map(|(front, back)| cut_one(&sheet, front, back, printer)).collect();
        in_order(&sheet_by_sheet(&sheets, &what), &what);
    }
}

#[test]
fn folded_answers_come_to_lie_behind_their_questions() {
    for (sheet, options) in every_sheet() {
        let what = format!("{} {:?} folded", sheet.name, sheet.paper);
        for order in [Order::Sheet, Order::Stack] {
            let options = with(options, |options| {
                options.duplex = Duplex::Fold;
                options.order = order;
            });
            if sheet.fold == Fold::Never {
                assert!(Imposition::new(options).is_err(), "{what}");
                continue;
            }
            let bytes = printed(&GUIDE, options);
            let sheets: Vec<_> =
                pages(&bytes).iter().map(|page| fold(&sheet, page)).collect();
            let numbers = match order {
                Order::Sheet => sheet_by_sheet(&sheets, &what),
                Order::Stack => piled_up(&sheets, &what),
            };
            let there: Vec<_> = (1..=CARDS).map(Some).collect();
            assert_eq!(numbers[..CARDS], there, "{what}");
            assert!(numbers[CARDS..].iter().all(Option::is_none), "{what}");
        }
    }
}

/// No text comes nearer to a card's edge, in millimetres, whatever the stock.
const LEAST_INNER: f64 = 3.5;
/// Home printers leave so much of the paper white.
const UNPRINTED: f64 = 5.0;

#[test]
fn text_keeps_clear_of_cuts_and_of_what_printers_do_not_reach() {
    let guide = guides::embedded();
    for (sheet, options) in every_sheet() {
        let pages = pages(&printed(&guide, options));
        for (n, page) in pages.iter().enumerate() {
            let what = format!("{} {:?}, page {n}", sheet.name, sheet.paper);
            assert!(!page.texts.is_empty(), "{what}");
            for text in &page.texts {
                assert!(text.up.1 < -0.99 || text.up.1 > 0.99, "{what}: {text:?}");
                let slot = (0..sheet.slots()).any(|slot| is_safe(&sheet, slot, text));
                assert!(slot, "{what}: {text:?}");
            }
        }
    }
}

/// Whether a text lies in a slot, clear of its edges and of the paper's.
fn is_safe(sheet: &Sheet, slot: usize, text: &Text) -> bool {
    let (left, top) = sheet.corner(slot);
    let (right, bottom) = (left + sheet.card.0, top + sheet.card.1);
    let inner = |low: f64, high: f64, paper: f64| {
        let (least, most) = (low + LEAST_INNER, high - LEAST_INNER);
        // A hundredth of a millimetre is what numbers in the file are rounded by, and less.
        least.max(UNPRINTED) - 0.01..=most.min(paper - UNPRINTED) + 0.01
    };
    let (across, down) =
        (inner(left, right, sheet.paper.0), inner(top, bottom, sheet.paper.1));
    let ends = [text.from.0, text.to.0];
    // Capitals and ascenders above the baseline, descenders below.
    let heights = [0.75, -0.2].map(|part| text.from.1 + text.up.1 * part * text.size);
    ends.iter().all(|x| across.contains(x)) && heights.iter().all(|y| down.contains(y))
}

#[test]
fn guides_are_on_fronts_alone_and_thin() {
    for guides in [Guides::None, Guides::Lines, Guides::Marks] {
        let pages = pages(&printed(
            &GUIDE,
            with(ImpositionOptions::default(), |options| options.guides = guides),
        ));
        for (n, page) in pages.iter().enumerate() {
            assert_eq!(page.lines.is_empty(), n % 2 == 1 || guides == Guides::None);
            assert!(page.lines.iter().all(|line| (line.thickness - 0.4).abs() < 1e-6));
        }
    }
}

#[test]
fn print_dialogues_are_asked_for_actual_size_and_the_right_edge() {
    let ways = [
        (Duplex::LongEdge, "DuplexFlipLongEdge"),
        (Duplex::ShortEdge, "DuplexFlipShortEdge"),
        (Duplex::Manual, "Simplex"),
        (Duplex::Fold, "Simplex"),
    ];
    for (duplex, name) in ways {
        let bytes = printed(
            &GUIDE,
            with(ImpositionOptions::default(), |options| options.duplex = duplex),
        );
        let preferences = ink::catalog(&bytes, "ViewerPreferences");
        for wish in [
            "/PrintScaling /None".to_owned(),
            "/Enforce [/PrintScaling]".to_owned(),
            "/PickTrayByPDFSize true".to_owned(),
            format!("/Duplex /{name}"),
        ] {
            assert!(preferences.contains(&wish), "no {wish} in {preferences}");
        }
        let extensions = ink::catalog(&bytes, "Extensions");
        assert!(extensions.contains("/ExtensionLevel 3"), "{extensions}");
    }
}
