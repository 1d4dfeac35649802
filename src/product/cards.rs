//! The flashcards.

use crate::diagnostic::{Diagnostic, Error, Result};
use crate::document::{Document, Entry, plain_text};
use crate::font::FontSet;
use crate::frame::{Bookmark, Pages, Structure};
use crate::impose::{Duplex, Grid, Sides, impose};
use crate::layout::card::{CardLayout, CardMaker};
use crate::paper::Paper;
use crate::render::pdf::{self, PrintHints, pdf};
use crate::select::{Deck, DeckOptions, Flashcard};
use crate::text::Shaper;
use crate::units::{Length, Size};

use super::cover::cover;
use super::{Made, pdf_options};

/// How flashcards are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardOptions {
    /// The paper, turned as it is to be printed.
    pub paper: Paper,
    /// The edge that the printer turns sheets about.
    pub duplex: Duplex,
    /// The floor for the height of small letters.
    pub min_x_height: Length,
    /// What becomes a card.
    pub deck: DeckOptions,
    /// Whether fronts have boxes to tick for Leitner's five compartments.
    pub leitner: bool,
    /// When they were made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
}

impl Default for CardOptions {
    fn default() -> Self {
        Self {
            paper: Paper::a4(),
            duplex: Duplex::LongEdge,
            min_x_height: Length::mm(1.2),
            deck: DeckOptions::default(),
            leitner: false,
            date: None,
        }
    }
}

/// From a card's edge to what is printed on it.
const SAFE_MM: f64 = 5.5;

/// Makes a PDF of the document's questions as cards, fronts and backs in turn.
pub fn flashcards(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<Made> {
    flashcards_of(document, &deck(document, &options.deck)?, fonts, options)
}

/// What of the document becomes cards.
///
/// # Errors
///
/// [`Error::Guide`] if nothing does.
pub fn deck(document: &Document, options: &DeckOptions) -> Result<Deck> {
    let deck = Deck::new(document, options);
    if deck.cards.is_empty() {
        return Err(no_question(document));
    }
    Ok(deck)
}

/// Makes a PDF of cards of the document.
pub fn flashcards_of(
    document: &Document,
    deck: &Deck,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<Made> {
    let mut diagnostics = cover(document, fonts);
    if !options.deck.topics {
        diagnostics.extend(topics_left(document));
    }
    let grid = Grid::printable(options.paper);
    let (cards, structure) = sides(document, deck, fonts, &grid, options)?;
    let pages = Pages {
        pages: impose(&cards, &grid, options.duplex),
        outline: outline(document, deck),
        structure,
        ..Pages::default()
    };
    let mut meta = pdf_options(&document.meta, options.date.as_deref());
    meta.print = print_hints(options.duplex);
    let bytes = pdf(&pages, fonts, &meta)?;
    let (pages, cards) = (Some(pages.pages.len()), Some(cards.len()));
    Ok(Made { bytes, pages, cards, diagnostics, report: None })
}

/// Lays out the cards.
fn sides(
    document: &Document,
    deck: &Deck,
    fonts: &FontSet,
    grid: &Grid,
    options: &CardOptions,
) -> Result<(Vec<Sides>, Structure)> {
    let layout = CardLayout {
        size: grid.card,
        safe: Size::new(Length::mm(SAFE_MM), Length::mm(SAFE_MM)),
        min_x_height: options.min_x_height,
        leitner: options.leitner,
    };
    let shaper = &mut Shaper::new(fonts, &document.meta.language);
    let mut maker =
        CardMaker { document, shaper, layout, structure: Structure::default() };
    let mut sides = Vec::new();
    for card in &deck.cards {
        let cards = maker.cards(card).map_err(|error| Error::Fit {
            message: error.to_string(),
            hint: Some("use larger paper, or shorten the question".to_owned()),
        })?;
        sides.extend(cards.into_iter().map(|card| (card.front, card.back)));
    }
    Ok((sides, maker.structure))
}

/// Sections, and in them the cards.
fn outline(document: &Document, deck: &Deck) -> Vec<Bookmark> {
    let bookmark = |card: &Flashcard| Bookmark {
        title: card.name(),
        anchor: card.id.clone(),
        children: Vec::new(),
    };
    let mut outline = Vec::new();
    for cards in deck.cards.chunk_by(|one, next| one.section == next.section) {
        let section = &document.sections[cards[0].section];
        let children: Vec<Bookmark> = cards.iter().map(bookmark).collect();
        match children.first() {
            Some(first) if !section.title.is_empty() => {
                let anchor = first.anchor.clone();
                outline.push(Bookmark {
                    title: plain_text(&section.title),
                    anchor,
                    children,
                });
            }
            _ => outline.extend(children),
        }
    }
    outline
}

/// A note of topics, of which no card is made.
pub(super) fn topics_left(document: &Document) -> Option<Diagnostic> {
    let entries = document.sections.iter().flat_map(|section| &section.entries);
    let topics = entries.filter(|entry| matches!(entry, Entry::Topic(_))).count();
    let message = match topics {
        0 => return None,
        1 => "a topic that is no question is on no card".to_owned(),
        topics => format!("{topics} topics that are no questions are on no card"),
    };
    Some(Diagnostic::note("topics", message))
}

const fn print_hints(duplex: Duplex) -> PrintHints {
    let duplex = Some(match duplex {
        Duplex::LongEdge => pdf::Duplex::LongEdge,
        Duplex::ShortEdge => pdf::Duplex::ShortEdge,
    });
    PrintHints { duplex, no_scaling: true }
}

fn no_question(document: &Document) -> Error {
    let names = document.sources.join(", ");
    Error::Guide {
        message: format!("there is no question to make cards of in {names}"),
        span: None,
        hint: Some(
            "a question is a heading such as “### Q1: What is a key?”; `offprint sheet`, \
             `offprint epub` and `offprint cards --topics` print text without questions as \
             well"
                .to_owned(),
        ),
    }
}
