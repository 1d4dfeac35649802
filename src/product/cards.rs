//! The flashcards.

use crate::diagnostic::{Diagnostic, Error, Result};
use crate::document::{Document, Entry, plain_text};
use crate::font::FontSet;
use crate::frame::{Bookmark, Pages, Structure};
use crate::impose::{Duplex, Imposition, Sheets, Sides, impose};
use crate::layout::card::{CardLayout, CardMaker};
use crate::render::pdf::{self, PrintHints, pdf};
use crate::text::Shaper;
use crate::units::Length;

use super::cover::cover;
use super::{Made, pdf_options};

/// How flashcards are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardOptions {
    /// How cards are put on sheets, and on which paper.
    pub imposition: Imposition,
    /// The floor for the height of small letters.
    pub min_x_height: Length,
    /// When they were made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
}

impl Default for CardOptions {
    fn default() -> Self {
        Self {
            imposition: Imposition::default(),
            min_x_height: Length::mm(1.2),
            date: None,
        }
    }
}

/// Makes a PDF of the document's questions as cards: fronts and backs in turn; where a
/// person turns the sheets, all fronts first.
pub fn flashcards(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<Made> {
    let diagnostics = look_over(document, fonts)?;
    let (cards, structure) = deck(document, fonts, options)?;
    let sheets = impose(&cards, &options.imposition);
    let pages = Pages {
        pages: sheets.in_order(options.imposition.options().duplex),
        outline: outline(document),
        structure,
        ..Pages::default()
    };
    let made = print(&pages, fonts, (document, options), "")?;
    Ok(Made { cards: Some(cards.len()), diagnostics, ..made })
}

/// Makes two PDFs, for a person who turns the sheets: one of the fronts, one of the backs,
/// both beginning with the first sheet.
pub fn fronts_and_backs(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<(Made, Made)> {
    let diagnostics = look_over(document, fonts)?;
    let (cards, structure) = deck(document, fonts, options)?;
    let Sheets { fronts, backs } = impose(&cards, &options.imposition);
    // Bookmarks lead to questions; there are none on backs.
    let outline = outline(document);
    let fronts = Pages {
        pages: fronts,
        outline,
        structure: structure.clone(),
        ..Pages::default()
    };
    let backs = Pages { pages: backs, structure, ..Pages::default() };
    let (front, back) = (
        print(&fronts, fonts, (document, options), "fronts")?,
        print(&backs, fonts, (document, options), "backs")?,
    );
    let cards = Some(cards.len());
    Ok((Made { cards, diagnostics, ..front }, Made { cards, ..back }))
}

/// What is to be said of the document; an error if there is no card in it.
fn look_over(document: &Document, fonts: &mut FontSet) -> Result<Vec<Diagnostic>> {
    if document.questions().next().is_none() {
        return Err(no_question(document));
    }
    let mut diagnostics = cover(document, fonts);
    diagnostics.extend(topics_left(document));
    Ok(diagnostics)
}

/// The pages as a file; `side` says which of two it is.
fn print(
    pages: &Pages,
    fonts: &FontSet,
    (document, options): (&Document, &CardOptions),
    side: &str,
) -> Result<Made> {
    let mut meta = pdf_options(&document.meta, options.date.as_deref());
    if !side.is_empty() {
        meta.title = format!("{}: {side}", meta.title);
    }
    meta.print = print_hints(options.imposition.options().duplex);
    let bytes = pdf(pages, fonts, &meta)?;
    Ok(Made { bytes, pages: Some(pages.pages.len()), ..Made::default() })
}

fn deck(
    document: &Document,
    fonts: &FontSet,
    options: &CardOptions,
) -> Result<(Vec<Sides>, Structure)> {
    let layout = CardLayout {
        size: options.imposition.card(),
        safe: options.imposition.safe(),
        min_x_height: options.min_x_height,
    };
    let shaper = &mut Shaper::new(fonts, &document.meta.language);
    let mut maker =
        CardMaker { document, shaper, layout, structure: Structure::default() };
    let mut deck = Vec::new();
    for (index, section) in document.sections.iter().enumerate() {
        for question in section.questions() {
            let cards = maker.cards(index, question).map_err(|error| Error::Fit {
                message: error.to_string(),
                hint: Some(
                    "use larger cards, such as --stock A6, or shorten the question"
                        .to_owned(),
                ),
            })?;
            deck.extend(cards.into_iter().map(|card| (card.front, card.back)));
        }
    }
    Ok((deck, maker.structure))
}

/// Sections, and in them the questions.
fn outline(document: &Document) -> Vec<Bookmark> {
    let mut outline = Vec::new();
    for section in &document.sections {
        let children: Vec<Bookmark> = section
            .questions()
            .map(|question| Bookmark {
                title: format!("Q{} {}", question.number, plain_text(&question.title)),
                anchor: question.id.clone(),
                children: Vec::new(),
            })
            .collect();
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
fn topics_left(document: &Document) -> Option<Diagnostic> {
    let entries = document.sections.iter().flat_map(|section| &section.entries);
    let topics = entries.filter(|entry| matches!(entry, Entry::Topic(_))).count();
    let message = match topics {
        0 => return None,
        1 => "a topic that is no question is on no card".to_owned(),
        topics => format!("{topics} topics that are no questions are on no card"),
    };
    Some(Diagnostic::note("topics", message))
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
        hint: Some(
            "a question is a heading such as “### Q1: What is a key?”; `offprint sheet` and \
             `offprint epub` print text without questions as well"
                .to_owned(),
        ),
    }
}
