//! The flashcards.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Remedy, Result};
use crate::document::{Document, Entry};
use crate::font::FontSet;
use crate::frame::{Bookmark, Page, Pages, Structure};
use crate::impose::{Duplex, Sheets, Sides, impose};
use crate::layout::card::{Card, CardMaker};
use crate::render::pdf::pdf;
use crate::select::condense::CondenseReport;
use crate::select::{Deck, Flashcard, Topics, asks_by_gaps};
use crate::text::{Shaper, aloud};
use crate::words::Words;

use super::coverage::coverage;
use super::deck::{FittedDeck, card_layout, fitted_deck};
use super::inks::print_in;
use super::metadata::{pdf_options, print_hints};
use super::missing;
use super::notes::off_cards;
use super::options::{CardFiles, CardOptions};
use super::pictures::unprinted;
use super::placed::all_on_paper;

/// Finished flashcards.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flashcards {
    /// The PDF file: fronts and backs, or the fronts alone where backs have their own file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The backs by themselves, if they were asked for.
    pub backs: Option<Backs>,
    /// How many cards there are.
    pub cards: usize,
    /// How much of each answer is shown and what was left out, where these cards were put
    /// in short.
    pub report: Option<CondenseReport>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// The backs of flashcards in a file of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Backs {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Makes PDFs of the document's questions as cards.
///
/// # Errors
///
/// [`Error::Guide`] if there is no card to make, [`Error::Fit`] if a card cannot hold its
/// question.
pub fn flashcards(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Result<Flashcards> {
    let FittedDeck { deck, report, diagnostics: told } = match &options.only {
        Some(deck) => FittedDeck { deck: deck.clone(), ..FittedDeck::default() },
        None => fitted_deck(document, fonts, options)?,
    };
    let deck = &deck;
    let mut diagnostics = look_over(document, fonts, options);
    diagnostics.extend(told);
    let printer = Printer { document, deck, fonts, options };
    let (cards, structure) = printer.sides()?;
    let sheets = impose(&cards, &options.imposition);
    let (file, backs) = match options.files {
        CardFiles::One => (printer.together(sheets, structure)?, None),
        CardFiles::FrontsAndBacks => {
            let (fronts, backs) = printer.apart(sheets, structure)?;
            (fronts, Some(Backs { bytes: backs.bytes, pages: backs.pages }))
        }
    };
    let File { bytes, pages } = file;
    Ok(Flashcards { bytes, pages, backs, cards: cards.len(), report, diagnostics })
}

/// What is to be said of the document.
fn look_over(
    document: &Document,
    fonts: &mut FontSet,
    options: &CardOptions,
) -> Vec<Diagnostic> {
    let mut diagnostics = coverage(document, fonts, &[]);
    diagnostics.extend(unprinted(document, &options.pictures));
    diagnostics.extend(off_cards(document));
    diagnostics.extend(about_topics(document, options.deck.topics));
    diagnostics
}

/// What cards are printed from.
struct Printer<'a> {
    document: &'a Document,
    deck: &'a Deck,
    fonts: &'a FontSet,
    options: &'a CardOptions,
}

/// A PDF file and how many pages it has.
struct File {
    bytes: Vec<u8>,
    pages: usize,
}

impl Printer<'_> {
    /// Fronts and backs in one file, in the order in which they are printed.
    fn together(&self, sheets: Sheets, structure: Structure) -> Result<File> {
        let duplex = self.options.imposition.options().duplex;
        let mut pages = Pages {
            labels: sheets.labels(duplex, self.side_names()),
            pages: sheets.in_order(duplex),
            outline: outline(self.document, self.deck),
            structure,
            ..Pages::default()
        };
        self.has_all(&pages.structure, &[&pages.pages])?;
        self.print(&mut pages, None)
    }

    /// The fronts in one file and the backs in another.
    fn apart(&self, sheets: Sheets, structure: Structure) -> Result<(File, File)> {
        let mut labels = sheets.labels(Duplex::Manual, self.side_names());
        let back_labels = labels.split_off(sheets.fronts.len());
        let Sheets { fronts, backs } = sheets;
        // Bookmarks lead to questions; there are none on backs.
        let mut fronts = Pages {
            pages: fronts,
            labels,
            outline: outline(self.document, self.deck),
            structure: structure.clone(),
            ..Pages::default()
        };
        let mut backs =
            Pages { pages: backs, labels: back_labels, structure, ..Pages::default() };
        self.has_all(&fronts.structure, &[&fronts.pages, &backs.pages])?;
        let words = &self.words().cards;
        Ok((
            self.print(&mut fronts, Some(words.fronts))?,
            self.print(&mut backs, Some(words.backs))?,
        ))
    }

    fn words(&self) -> &'static Words {
        Words::of(&self.document.meta.language)
    }

    /// What front and back of a sheet are called.
    fn side_names(&self) -> [&'static str; 2] {
        let words = &self.words().cards;
        [words.front, words.back]
    }

    /// An error unless all that the cards say is on the pages.
    fn has_all(&self, structure: &Structure, pages: &[&[Page]]) -> Result<()> {
        let (document, pictures) = (self.document, &self.options.pictures);
        missing::none_on_cards(document, self.deck, pictures, structure, pages)
    }

    /// The pages as a file; `side` says which of two it is.
    fn print(&self, pages: &mut Pages, side: Option<&str>) -> Result<File> {
        let options = self.options;
        let mut meta = pdf_options(&self.document.meta, options.date.as_deref());
        if let Some(side) = side {
            meta.title = [meta.title.as_str(), self.words().signs.colon, side].concat();
        }
        meta.print = print_hints(options.imposition.options().duplex);
        all_on_paper(pages)?;
        print_in(pages, &options.pictures, &options.theme, options.inks);
        let bytes = pdf(pages, self.fonts, &meta)?;
        Ok(File { bytes, pages: pages.pages.len() })
    }

    /// Lays out the cards.
    fn sides(&self) -> Result<(Vec<Sides>, Structure)> {
        let Self { document, deck, fonts, options } = *self;
        let layout = card_layout(options);
        let pictures = &options.pictures;
        let shaper = &mut Shaper::new(fonts, &document.meta.language)
            .with_code_colours(options.theme.code_colours);
        let mut maker = CardMaker {
            document,
            pictures,
            shaper,
            layout,
            structure: Structure::default(),
        };
        let cards = maker.cards(&deck.cards).map_err(|error| Error::Fit {
            message: error.to_string(),
            hint: Some(Remedy::LargerCards),
        })?;
        let both = |Card { front, back, edge }| Sides { front, back, edge };
        let sides = cards.into_iter().flatten().map(both).collect();
        Ok((sides, maker.structure))
    }
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
                outline.push(Bookmark { title: aloud(&section.title), anchor, children });
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
    let is_left =
        |entry: &&Entry| matches!(entry, Entry::Topic(_)) && !asks_by_gaps(entry);
    let topics = entries.filter(is_left).count();
    let message = match topics {
        0 => return None,
        1 => "a topic that is no question is on no card".to_owned(),
        topics => format!("{topics} topics that are no questions are on no card"),
    };
    Some(Diagnostic::note(DiagnosticKind::Topics, message))
}
