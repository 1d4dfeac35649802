//! The flashcards.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Remedy, Result};
use crate::document::{Document, Entry, plain_text};
use crate::font::FontSet;
use crate::frame::{Bookmark, Pages, Structure};
use crate::impose::{Duplex, Imposition, Sheets, Sides, impose};
use crate::layout::card::{Card, CardLayout, CardMaker};
use crate::pictures::Pictures;
use crate::render::pdf::{self, PrintHints, pdf};
use crate::select::{Deck, DeckOptions, Flashcard, Topics};
use crate::text::Shaper;
use crate::theme::Inks;
use crate::units::Length;

use super::cover::cover;
use super::pictures::unprinted;
use super::{Made, ink, pdf_options};

/// How flashcards are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardOptions {
    /// How cards are put on sheets, and on which paper.
    pub imposition: Imposition,
    /// The floor for the height of small letters.
    pub min_x_height: Length,
    /// What becomes a card.
    pub deck: DeckOptions,
    /// Whether fronts have boxes to tick for Leitner's five compartments.
    pub leitner: bool,
    /// The pictures that the document shows.
    pub pictures: Pictures,
    /// What the printer prints with.
    pub inks: Inks,
    /// When they were made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
}

impl Default for CardOptions {
    fn default() -> Self {
        Self {
            imposition: Imposition::default(),
            min_x_height: Length::mm(1.2),
            deck: DeckOptions::default(),
            leitner: false,
            pictures: Pictures::default(),
            inks: Inks::default(),
            date: None,
        }
    }
}

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
    let diagnostics = look_over(document, fonts, options);
    let (cards, structure) = sides(document, deck, fonts, options)?;
    let sheets = impose(&cards, &options.imposition);
    let duplex = options.imposition.options().duplex;
    let mut pages = Pages {
        labels: sheets.labels(duplex),
        pages: sheets.in_order(duplex),
        outline: outline(document, deck),
        structure,
        ..Pages::default()
    };
    let made = print(&mut pages, fonts, (document, options), "")?;
    Ok(Made { cards: Some(cards.len()), diagnostics, ..made })
}

/// Makes two PDFs, for a person who turns the sheets: one of the fronts, one of the backs,
/// both beginning with the first sheet.
pub fn fronts_and_backs_of(
    document: &Document,
    deck: &Deck,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<(Made, Made)> {
    let diagnostics = look_over(document, fonts, options);
    let (cards, structure) = sides(document, deck, fonts, options)?;
    let sheets = impose(&cards, &options.imposition);
    let mut labels = sheets.labels(Duplex::Manual);
    let back_labels = labels.split_off(sheets.fronts.len());
    let Sheets { fronts, backs } = sheets;
    // Bookmarks lead to questions; there are none on backs.
    let outline = outline(document, deck);
    let mut fronts = Pages {
        pages: fronts,
        labels,
        outline,
        structure: structure.clone(),
        ..Pages::default()
    };
    let mut backs =
        Pages { pages: backs, labels: back_labels, structure, ..Pages::default() };
    let (front, back) = (
        print(&mut fronts, fonts, (document, options), "fronts")?,
        print(&mut backs, fonts, (document, options), "backs")?,
    );
    let cards = Some(cards.len());
    Ok((Made { cards, diagnostics, ..front }, Made { cards, ..back }))
}

/// What is to be said of the document.
fn look_over(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Vec<Diagnostic> {
    let mut diagnostics = cover(document, fonts);
    diagnostics.extend(unprinted(document, &options.pictures));
    diagnostics.extend(about_topics(document, options.deck.topics));
    diagnostics
}

/// The pages as a file; `side` says which of two it is.
fn print(
    pages: &mut Pages,
    fonts: &FontSet,
    (document, options): (&Document, &CardOptions),
    side: &str,
) -> Result<Made> {
    let mut meta = pdf_options(&document.meta, options.date.as_deref());
    if !side.is_empty() {
        meta.title = format!("{}: {side}", meta.title);
    }
    meta.print = print_hints(options.imposition.options().duplex);
    ink(pages, &options.pictures, options.inks);
    let bytes = pdf(pages, fonts, &meta)?;
    Ok(Made { bytes, pages: Some(pages.pages.len()), ..Made::default() })
}

/// Lays out the cards.
fn sides(
    document: &Document,
    deck: &Deck,
    fonts: &FontSet,
    options: &CardOptions,
) -> Result<(Vec<Sides>, Structure)> {
    let layout = CardLayout {
        size: options.imposition.card(),
        safe: options.imposition.safe(),
        min_x_height: options.min_x_height,
        leitner: options.leitner,
    };
    let pictures = &options.pictures;
    let shaper = &mut Shaper::new(fonts, &document.meta.language);
    let mut maker =
        CardMaker { document, pictures, shaper, layout, structure: Structure::default() };
    let mut sides = Vec::new();
    for card in &deck.cards {
        let cards = maker.cards(card).map_err(|error| Error::Fit {
            message: error.to_string(),
            hint: Some(Remedy::LargerCards),
        })?;
        let both = |Card { front, back, edge }| Sides { front, back, edge };
        sides.extend(cards.into_iter().map(both));
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

/// What is to be said of the text that answers no question.
pub(super) fn about_topics(document: &Document, topics: Topics) -> Option<Diagnostic> {
    match topics {
        Topics::Always => None,
        Topics::WithoutQuestions if topics.are_cards(document) => {
            let message =
                "no question was recognised: the cards are of the guide's topics";
            Some(
                Diagnostic::warning(DiagnosticKind::NoQuestions, message)
                    .hint(Remedy::Recognition),
            )
        }
        Topics::Never | Topics::WithoutQuestions => topics_left(document),
    }
}

/// A note of topics, of which no card is made.
fn topics_left(document: &Document) -> Option<Diagnostic> {
    let entries = document.sections.iter().flat_map(|section| &section.entries);
    let topics = entries.filter(|entry| matches!(entry, Entry::Topic(_))).count();
    let message = match topics {
        0 => return None,
        1 => "a topic that is no question is on no card".to_owned(),
        topics => format!("{topics} topics that are no questions are on no card"),
    };
    Some(Diagnostic::note(DiagnosticKind::Topics, message))
}

/// Measures must come out as they are: cards are cut where the stock says.
pub(super) const fn print_hints(duplex: Duplex) -> PrintHints {
    let duplex = Some(match duplex {
        Duplex::LongEdge => pdf::Duplex::LongEdge,
        Duplex::ShortEdge => pdf::Duplex::ShortEdge,
        Duplex::Manual | Duplex::Fold => pdf::Duplex::Simplex,
    });
    PrintHints { duplex, no_scaling: true }
}

fn no_question(document: &Document) -> Error {
    let names = document.sources.join(", ");
    Error::Guide {
        message: format!("there is no question to make cards of in {names}"),
        span: None,
        hint: Some(Remedy::Questions),
    }
}
