//! Flashcards: the question in front, the answer behind.
//!
//! An answer is set as large as one card holds it. Where the smallest size allowed does not
//! hold it, it goes on to further cards: as few as that size needs, all in one size, about
//! equally full, and parted between items or sentences, so that each card stands alone. Lines stand
//! closer where that wins a card. What asks beside the title, code for instance, goes on in the
//! same way, below a smaller title first. The shorter of question and answer stands again on the
//! cards that only the longer one needs.
//!
//! `fit` finds sizes and places to part, `front` and `back` draw the sides, `bar` what
//! stands on both.

mod back;
mod bar;
mod fit;
mod front;
mod title;

use std::sync::Arc;

use crate::document::{Block, Document, plain_text};
use crate::font::{FontSet, Style, Weight};
use crate::frame::{Color, Frame, FrameItem, NodeKind, Structure};
use crate::pictures::Pictures;
use crate::select::Flashcard;
use crate::text::{Format, Shaper, Span};
use crate::theme::Hue;
use crate::units::{Length, Point, Size};

use super::build::section_hue;
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

/// No text that is to be learned is smaller, whatever the floor for small letters allows.
const SMALLEST_PT: f64 = 8.0;

/// Lays out cards one after the other, in one structure tree.
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
    /// The cards that a card of the deck needs: one, or several where it is long.
    pub fn cards(&mut self, card: &Flashcard) -> Result<Vec<Card>, TooSmall> {
        let tag = self.structure.add(NodeKind::Section, None);
        let question =
            self.question(card, tag).ok_or_else(|| TooSmall::Question(named(card)))?;
        let answer =
            self.answer(card, tag).ok_or_else(|| TooSmall::Answer(named(card)))?;
        let count = question.parts().max(answer.columns.len()).max(1);
        let section = self.document.sections[card.section].number;
        let hue = section_hue(section, card.section);
        let parts = (0..count).map(|index| CardPart { card, hue, index, count });
        let mirrored = self.shaper.direction().is_rtl();
        let side = |mut frame: Frame| {
            if mirrored {
                frame.mirror_all();
            }
            Arc::new(frame)
        };
        let card = |part: CardPart| Card {
            front: side(self.front(&part, &question)),
            back: side(self.back(&part, &answer)),
            edge: hue.solid,
        };
        Ok(parts.map(card).collect())
    }

    /// How many cards an answer to a card's question takes; nothing where it cannot be set.
    pub fn answer_cards(&mut self, card: &Flashcard, answer: &[Block]) -> Option<usize> {
        let nodes = self.structure.nodes().len();
        let tag = self.structure.add(NodeKind::Section, None);
        let cards = self.cards_of(card, answer, tag);
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
        size_for(self.fonts(), self.layout.min_x_height).max(Length::pt(SMALLEST_PT))
    }

    fn width(&self) -> Length {
        self.layout.size.width - self.layout.safe.width * 2
    }

    /// The height between the margins.
    fn height(&self) -> Length {
        self.layout.size.height - self.layout.safe.height * 2
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
        format!("“{}”", plain_text(&card.title))
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
