//! How the products are made: options that a caller sets.
//!
//! Each begins as its `default()` (or `new()`) and has its fields set one by one, so that a
//! new option breaks no caller.

use crate::impose::{Duplex, Folding, Imposition, Offset};
use crate::paper::Paper;
use crate::pictures::Pictures;
use crate::render::epub::{Answers, PageList};
use crate::select::{Deck, DeckOptions};
use crate::theme::{Inks, Theme};
use crate::units::Length;

/// How a cheat sheet is made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetOptions {
    /// The paper, upright or across as it is to be read; where it is folded, it lies across.
    pub paper: Paper,
    /// How the sheets are folded. Pages are then parts of them: what is said below of pages
    /// and columns is of these.
    pub folding: Folding,
    /// How sheets are turned between their two sides, for the print dialogue. Booklets need
    /// to know: about the short edge where nothing is said, and by hand for
    /// [`Duplex::Fold`], for which they have too many pages.
    pub duplex: Option<Duplex>,
    /// How many columns; by the width of the paper where none is given.
    pub columns: Option<usize>,
    /// The floor for the height of small letters.
    pub min_x_height: Length,
    /// Whether it is for readers of large print: no text is smaller than 16 points.
    pub large_print: bool,
    /// Whether paragraphs are set flush at both sides.
    pub justify: bool,
    /// How many pages there may be; as many as it takes where none is given.
    pub pages: Option<usize>,
    /// Whether sentences stay or go as a whole where the number of pages is given.
    pub whole_sentences: bool,
    /// The pictures that the document shows.
    pub pictures: Pictures,
    /// Its colours.
    pub theme: Theme,
    /// What the printer prints with.
    pub inks: Inks,
    /// When it was made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
}

impl Default for SheetOptions {
    fn default() -> Self {
        Self {
            paper: Paper::a4().landscape(),
            folding: Folding::default(),
            duplex: None,
            columns: None,
            min_x_height: Length::mm(1.2),
            large_print: false,
            justify: false,
            pages: None,
            whole_sentences: false,
            pictures: Pictures::default(),
            theme: Theme::default(),
            inks: Inks::default(),
            date: None,
        }
    }
}

/// How flashcards are made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of one thing whether it is so"
)]
pub struct CardOptions {
    /// How cards are put on sheets, and on which paper.
    pub imposition: Imposition,
    /// The floor for the height of small letters.
    pub min_x_height: Length,
    /// Whether it is for readers of large print: no text is smaller than 16 points.
    pub large_print: bool,
    /// What becomes a card.
    pub deck: DeckOptions,
    /// Whether answers that do not fit a card are put in short until they do.
    pub one_card: bool,
    /// Whether sentences stay or go as a whole where answers are put in short.
    pub whole_sentences: bool,
    /// The cards to print, just as they are, where not all of the document's are wanted or
    /// they were [put in short](super::fitted_deck) before.
    pub only: Option<Deck>,
    /// In which files fronts and backs come.
    pub files: CardFiles,
    /// Whether fronts have boxes to tick for Leitner's five compartments.
    pub leitner: bool,
    /// The pictures that the document shows.
    pub pictures: Pictures,
    /// Its colours.
    pub theme: Theme,
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
            large_print: false,
            deck: DeckOptions::default(),
            one_card: false,
            whole_sentences: false,
            only: None,
            files: CardFiles::default(),
            leitner: false,
            pictures: Pictures::default(),
            theme: Theme::default(),
            inks: Inks::default(),
            date: None,
        }
    }
}

/// In which files the fronts and the backs of cards come.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum CardFiles {
    /// In one file, for a printer that prints on both sides.
    #[default]
    One,
    /// In a file of their own each, both beginning with the first sheet: for a person who
    /// turns the stack.
    FrontsAndBacks,
}

/// How cards for Anki are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnkiOptions {
    /// What becomes a card.
    pub deck: DeckOptions,
    /// Whether the words of programs have colours, weights and slants by what they are.
    pub code_colours: bool,
}

impl Default for AnkiOptions {
    fn default() -> Self {
        Self { deck: DeckOptions::default(), code_colours: true }
    }
}

impl AnkiOptions {
    /// For cards that are chosen so.
    pub fn new(deck: DeckOptions) -> Self {
        Self { deck, ..Self::default() }
    }
}

/// How a book is made.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BookOptions {
    /// When it was made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
    /// Where answers stand.
    pub answers: Answers,
    /// The pages of a cheat sheet of the same document.
    pub pages: Option<PageList>,
    /// The pictures that the document shows, and that of its cover.
    pub pictures: Pictures,
    /// The colours of its cover and of its sections.
    pub theme: Theme,
    /// Whether the program's fonts come along; otherwise the reader's are used.
    pub embed_fonts: bool,
    /// Whether sentences stay or go as a whole in the answers of a review.
    pub whole_sentences: bool,
}

/// How a test sheet is made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CalibrationOptions {
    /// The paper, upright or across as it is to be printed.
    pub paper: Paper,
    /// How the back gets behind the front.
    pub duplex: Duplex,
    /// How far the back is moved, to see whether that makes good what the printer is off by.
    pub back_offset: Offset,
    /// What a person writes before the numbers to have backs moved, such as the option of a
    /// program; it is printed on the sheet.
    pub offset_option: String,
    /// When it was made, `YYYY-MM-DD`.
    pub date: Option<String>,
}

impl CalibrationOptions {
    /// For a sheet that is printed on `paper` as `duplex` says; its back is not moved, and
    /// it bears no date.
    pub fn new(paper: Paper, duplex: Duplex) -> Self {
        let (back_offset, offset_option) = (Offset::default(), String::new());
        Self { paper, duplex, back_offset, offset_option, date: None }
    }
}
