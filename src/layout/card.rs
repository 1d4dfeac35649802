//! Flashcards: the question in front, the answer behind.
//!
//! An answer that one card does not hold at the smallest size goes on to further cards: as few as
//! that size needs, all in one size, about equally full, and parted where what stands on each is
//! whole: between blocks, items, sentences. It is set as large as these cards hold it, in one of
//! three sizes that the deck has at most, so that a pile reads evenly. Lines stand closer where
//! that wins a card. What asks beside the title, code for instance, goes on in the same way, below
//! a smaller title first. The shorter of question and answer stands again on the cards that only
//! the longer one needs.
//!
//! `deck` measures all cards and draws them; `fit` finds the sizes that a flow may have, `ladder`
//! those of the deck; `parts` parts what is
//! longer than a card, at `places` between the pieces of a `strip`, such as `sentences`; `front`
//! and `back` draw the sides, `bar` what stands on both.

mod back;
mod bar;
mod deck;
mod fit;
mod front;
mod ladder;
mod parts;
mod places;
mod sentences;
mod strip;
mod title;

use std::sync::Arc;

use crate::document::{Block, Document};
use crate::font::{FontSet, Style, Weight};
use crate::frame::{Color, Frame, FrameItem, NodeKind, Structure};
use crate::pictures::Pictures;
use crate::select::Flashcard;
use crate::text::{Format, Shaper, Span, aloud};
use crate::theme::Hue;
use crate::units::{Length, Point, Size};

use super::paint::Pen;
use super::type_size::size_for;

/// How cards are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardLayout {
    /// The trimmed card.
    pub size: Size,
    /// From the trim to what is printed, at the sides and at top and bottom.
    pub safe: Size,
    /// The smallest x-height.
    pub min_x_height: Length,
    /// No text is smaller, whatever the height of its small letters.
    pub least_size: Length,
    /// Whether the front has boxes to tick for Leitner's five compartments.
    pub leitner: bool,
}

/// Two sides of a card.
#[derive(Debug, Clone)]
pub struct Card {
    /// The question.
    pub front: Arc<Frame>,
    /// The answer, or a part of it.
    pub back: Arc<Frame>,
    /// The colour of its section.
    pub edge: Color,
}

/// Why a card cannot be laid out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TooSmall {
    /// The question cannot be set, however many cards it has.
    #[error("the question {0} cannot be set on cards of this size")]
    Question(String),
    /// The answer cannot be set, however many cards it has.
    #[error("the answer to {0} cannot be set on cards of this size")]
    Answer(String),
}

/// The size of what is no text to be learned, on cards for readers of usual print.
const FURNITURE_PT: f64 = 8.0;

/// Half the sum of the edges of a card of the usual size.
const USUAL_MM: f64 = 86.0;

/// Lays out the cards of a deck, in one structure tree.
pub struct CardMaker<'a, 's> {
    /// The guide that the cards are of.
    pub document: &'a Document,
    /// Its pictures.
    pub pictures: &'a Pictures,
    /// The shaper.
    pub shaper: &'s mut Shaper<'a>,
    /// How the cards are laid out.
    pub layout: CardLayout,
    /// Nodes of all cards so far, in reading order.
    pub structure: Structure,
}

/// One of the cards that a card of the deck needs.
struct CardPart<'a> {
    card: &'a Flashcard,
    hue: Hue,
    /// Counted from 0.
    index: usize,
    count: usize,
}

impl CardMaker<'_, '_> {
    /// How many cards an answer to a card's question takes; nothing where it cannot be set.
    pub fn answer_cards(&mut self, card: &Flashcard, answer: &[Block]) -> Option<usize> {
        let nodes = self.structure.nodes().len();
        let tag = self.structure.add(NodeKind::Section, None);
        let mut matter = self.answer(card, answer, tag);
        let cards = self.fewest_cards(&mut matter, self.answer_room());
        self.structure.truncate(nodes);
        cards
    }

    /// How many cards the question of a card takes, whatever its answer; nothing where it
    /// cannot be set.
    pub fn question_cards(&mut self, card: &Flashcard) -> Option<usize> {
        let nodes = self.structure.nodes().len();
        let tag = self.structure.add(NodeKind::Section, None);
        let cards = self.question(card, tag).map(|question| question.parts());
        self.structure.truncate(nodes);
        cards
    }

    fn fonts(&self) -> &FontSet {
        self.shaper.fonts()
    }

    /// The smallest size of text.
    fn floor(&self) -> Length {
        size_for(self.fonts(), self.layout.min_x_height).max(self.layout.least_size)
    }

    fn width(&self) -> Length {
        self.layout.size.width - self.layout.safe.width * 2
    }

    /// The height between the margins.
    fn height(&self) -> Length {
        self.layout.size.height - self.layout.safe.height * 2
    }

    /// A size in proportion to the card's edges: `points` on cards of the usual size and on
    /// smaller ones, `most` at most; where no text is small, a little larger than the smallest.
    fn grown(&self, points: f64, most: f64) -> Length {
        let Size { width, height } = self.layout.size;
        let mean = (width + height) / 2;
        let size = Length::pt(points * (mean.to_mm() / USUAL_MM));
        let size = size.max(Length::pt(points)).min(Length::pt(most));
        size.max(self.layout.least_size.fraction(5, 4))
    }

    /// How much larger the smallest text is than furniture usually.
    fn enlarged(&self) -> Length {
        (self.layout.least_size - Length::pt(FURNITURE_PT)).max(Length::ZERO)
    }

    /// The size of bars and boxes: nobody learns what they say.
    fn furniture_size(&self) -> Length {
        Length::pt(FURNITURE_PT) + self.enlarged()
    }

    /// The upper left corner of what may be printed.
    const fn corner(&self) -> Point {
        Point::new(self.layout.safe.width, self.layout.safe.height)
    }

    fn pen(&self, size: Length, furniture: bool) -> Pen<'_> {
        let (fonts, mirrored) = (self.fonts(), self.shaper.direction().is_rtl());
        Pen { fonts, links: &[], size, color: None, furniture, mirrored }
    }
}

fn bold() -> Format {
    let style = Style { weight: Weight::Bold, ..Style::default() };
    Format { style, ..Format::default() }
}

fn span(text: &str, format: Format) -> Span {
    Span { text: text.to_owned(), format }
}

/// What a message calls a card.
pub(crate) fn named(card: &Flashcard) -> String {
    if card.label.is_empty() {
        format!("“{}”", aloud(&card.title))
    } else {
        card.label.clone()
    }
}

/// Takes the tags off what is drawn a second time: it was read where it stood first.
fn as_furniture(frame: &mut Frame) {
    for (_, item) in &mut frame.items {
        match item {
            FrameItem::Text(run) => run.tag = None,
            FrameItem::Link { tag, .. } | FrameItem::Image { tag, .. } => *tag = None,
            _ => {}
        }
    }
    frame.items.retain(|(_, item)| !matches!(item, FrameItem::Anchor(_)));
}
