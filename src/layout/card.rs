//! Flashcards: the question in front, the answer behind.
//!
//! An answer is set as large as one card holds it. Where the smallest size allowed does not
//! hold it, it goes on to further cards: as few as that size needs, all in one size, about
//! equally full.

use std::sync::Arc;

use crate::document::{Document, plain_text};
use crate::font::{FontSet, Style, Weight};
use crate::frame::{Frame, FrameItem, NodeKind, Structure, Tag};
use crate::select::Flashcard;
use crate::text::{Format, Shaper, Span};
use crate::theme::{self, Hue};
use crate::units::{Em, Length, Point, Size};

use super::build::{answer_flow, section_hue};
use super::columns::{Column, balance, fill, justify};
use super::flow::Flow;
use super::galley::{Galley, Setting, set};
use super::lines::{Align, break_lines};
use super::paint::{Painter, Pen, Spine};
use super::search::halve;
use super::sheet::size_for;

/// How cards are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardLayout {
    /// The trimmed card.
    pub size: Size,
    /// From the trim to what is printed, at the sides and at top and bottom.
    pub safe: Size,
    /// The smallest x-height.
    pub min_x_height: Length,
}

/// Two sides of a card.
#[derive(Debug, Clone)]
pub struct Card {
    /// The question.
    pub front: Arc<Frame>,
    /// The answer, or a part of it.
    pub back: Arc<Frame>,
}

/// Why a card cannot be laid out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TooSmall {
    /// The question is too long for the front.
    #[error("{0} is too long for the front of a card of this size")]
    Question(String),
    /// The answer cannot be set, however many cards it has.
    #[error("the answer to {0} cannot be set on cards of this size")]
    Answer(String),
}

const QUESTION_PT: f64 = 19.0;
const NUMBER_PT: f64 = 27.0;
/// The largest size of an answer.
const ANSWER_PT: f64 = 11.5;
const SIZE_STEP_PT: f64 = 0.1;

/// Lays out cards one after the other, in one structure tree.
pub struct CardMaker<'a, 's> {
    /// The guide that the cards are of.
    pub document: &'a Document,
    /// The shaper.
    pub shaper: &'s mut Shaper<'a>,
    /// How the cards are laid out.
    pub layout: CardLayout,
    /// Nodes of all cards so far, in reading order.
    pub structure: Structure,
}

impl CardMaker<'_, '_> {
    /// The cards that a card of the deck needs: one, or several where its answer is long.
    pub fn cards(&mut self, card: &Flashcard) -> Result<Vec<Card>, TooSmall> {
        let section = card.section;
        let tag = self.structure.add(NodeKind::Section, None);
        let heading = self.structure.add(NodeKind::Heading(1), Some(tag));
        let structure = &mut self.structure;
        let blocks = [&card.prompt[..], &card.answer[..]].concat();
        let flow =
            answer_flow(self.document, section, &blocks, self.shaper, structure, tag);
        let answer = self.answer(&flow).ok_or_else(|| TooSmall::Answer(named(card)))?;
        let count = answer.columns.len().max(1);
        let hue = section_hue(self.document.sections[section].number, section);
        (0..count)
            .map(|n| {
                let part = Part { card, hue, number: n + 1, count };
                let front = self
                    .front(&part, heading)
                    .ok_or_else(|| TooSmall::Question(named(card)))?;
                let back = self.back(&part, &flow, &answer);
                Ok(Card { front: Arc::new(front), back: Arc::new(back) })
            })
            .collect()
    }

    /// The largest size that needs no more cards than the smallest does.
    fn answer(&self, flow: &Flow) -> Option<Answer> {
        let floor = size_for(self.fonts(), self.layout.min_x_height);
        let least = self.answer_at(flow, floor)?;
        let cards = least.columns.len();
        let steps =
            ((Length::pt(ANSWER_PT) - floor).to_pt() / SIZE_STEP_PT).max(0.0) as i64;
        Some(halve(least, (0, steps + 1), |step| {
            let size = floor + Length::pt(SIZE_STEP_PT * step as f64);
            self.answer_at(flow, size).filter(|answer| answer.columns.len() <= cards)
        }))
    }

    fn answer_at(&self, flow: &Flow, size: Length) -> Option<Answer> {
        let leading = theme::LEADING.at(size);
        let measure = self.width();
        let setting = Setting { size, leading, measure, justify: false, tight: false };
        let room = self.layout.size.height
            - self.layout.safe.height * 2
            - bar_height()
            - bar_gap();
        let capacity = room.steps_down(setting.step()) as i32;
        if capacity < 4 || measure < Em::thousandths(4_000).at(size) {
            return None;
        }
        let galley = set(flow, &setting);
        let count = fill(&galley.pieces, capacity).len();
        let (columns, _) = balance(&galley.pieces, count, capacity)?;
        Some(Answer { setting, galley, columns, capacity })
    }

    fn fonts(&self) -> &FontSet {
        self.shaper.fonts()
    }

    fn width(&self) -> Length {
        self.layout.size.width - self.layout.safe.width * 2
    }

    /// The upper left corner of what may be printed.
    const fn corner(&self) -> Point {
        Point::new(self.layout.safe.width, self.layout.safe.height)
    }

    fn pen(&self, size: Length, furniture: bool) -> Pen<'_> {
        Pen { fonts: self.fonts(), links: &[], size, color: None, furniture }
    }

    /// The question, large, in lines about equally long, a little above the middle.
    fn front(&mut self, part: &Part<'_>, heading: Tag) -> Option<Frame> {
        let mut frame = Frame::new(self.layout.size);
        let again = part.number > 1;
        let mut name = plain_text(&self.document.sections[part.card.section].title);
        if name.is_empty() {
            name = self.document.meta.title.clone().unwrap_or_default();
        }
        self.bar(part, &[span(&name, Format::default())], "", &mut frame);
        if !again {
            let anchor = FrameItem::Anchor(part.card.id.clone());
            frame.push(Point::default(), anchor);
        }
        let format = Format { tag: Some(heading), ..bold() };
        let number = self.shaper.shape(&[span(&part.card.label, format)]);
        let title = self.shaper.shape(&title_spans(part.card, format));
        let (safe, bar) = (self.layout.safe, bar_height());
        let room = self.layout.size.height - safe.height * 2 - bar;
        let fitted = (0..60).find_map(|step| {
            let size = Length::pt(QUESTION_PT - 0.25 * f64::from(step));
            let lines = break_lines(&title, self.width().in_em(size), Align::Balanced);
            let number_size = Length::pt(NUMBER_PT).min(size.fraction(3, 2));
            let leading = Em::thousandths(1120).at(size);
            let height = number_size + leading * (lines.len() as i64) + Length::mm(2.0);
            (height <= room - Length::mm(8.0)).then_some((size, lines, leading, height))
        });
        let (size, lines, leading, height) = fitted?;
        // The number stands in one place on all cards, so that a pile can be leafed
        // through; only a question that needs the room moves it up.
        let number_size = Length::pt(NUMBER_PT).min(size.fraction(3, 2));
        let top = safe.height + bar + (room / 4).min((room - height) / 2);
        let mut y = top + Em::thousandths(760).at(number_size);
        self.pen(number_size, again).line(&number, Point::new(safe.width, y), &mut frame);
        y += Length::mm(2.0) + leading;
        for line in &lines {
            self.pen(size, again).glyphs(
                &title,
                line,
                Point::new(safe.width, y),
                &mut frame,
            );
            y += leading;
        }
        if part.count > 1 {
            self.foot(&format!("Card {} of {}", part.number, part.count), &mut frame);
        }
        Some(frame)
    }

    fn back(&mut self, part: &Part<'_>, flow: &Flow, answer: &Answer) -> Frame {
        let mut frame = Frame::new(self.layout.size);
        let mut title = vec![span(&format!("{}\u{2002}", part.card.label), bold())];
        title.extend(title_spans(part.card, Format::default()));
        let folio = match part.count {
            1 => String::new(),
            count => format!("{}/{count}", part.number),
        };
        self.bar(part, &title, &folio, &mut frame);
        let Some(column) = answer.columns.get(part.number - 1) else { return frame };
        let Answer { setting, galley, capacity, .. } = answer;
        let painter =
            Painter { flow, galley, setting, fonts: self.fonts(), spine: Spine::NONE };
        let mut column = column.clone();
        justify(&galley.pieces, &mut column, *capacity);
        let at = self.corner() + Point::new(Length::ZERO, bar_height() + bar_gap());
        painter.column(&column, at, &mut frame);
        frame
    }

    /// The bar at the top of both sides: the section's tag, some words, a folio. It says
    /// again what stands elsewhere, so it is furniture.
    fn bar(&mut self, part: &Part<'_>, words: &[Span], folio: &str, frame: &mut Frame) {
        let (at, size) = (self.corner(), Length::pt(8.0));
        let bar = Size::new(self.width(), bar_height());
        frame.push(at, FrameItem::Rect { size: bar, fill: part.hue.bar });
        let tag = Size::new(Length::mm(7.5), bar_height());
        frame.push(at, FrameItem::Rect { size: tag, fill: part.hue.solid });
        let number = Format { color: part.hue.on_solid, ..bold() };
        let section = &self.document.sections[part.card.section];
        let number = self.shaper.shape(&[span(&section.number_text(), number)]);
        let words = self.shaper.shape(words);
        let folio = self.shaper.shape(&[span(folio, bold())]);
        let pen = self.pen(size, true);
        let face = pen.fonts.face(pen.fonts.styled(Style::default()));
        let baseline = at.y + (bar_height() + face.cap_height().at(size)) / 2;
        let number_x = at.x + (tag.width - number.width().at(size)) / 2;
        pen.line(&number, Point::new(number_x, baseline), frame);
        let folio_x = at.x + bar.width - Length::mm(2.0) - folio.width().at(size);
        pen.line(&folio, Point::new(folio_x, baseline), frame);
        let words_x = at.x + tag.width + Length::mm(2.0);
        let room = (folio_x - words_x - Length::mm(2.0)).in_em(size);
        pen.shortened(&words, room, Point::new(words_x, baseline), frame);
    }

    fn foot(&mut self, words: &str, frame: &mut Frame) {
        let text =
            self.shaper.shape(&[span(words, Format { color: theme::QUIET, ..bold() })]);
        let Size { width, height } = self.layout.safe;
        let at = Point::new(width, self.layout.size.height - height);
        self.pen(Length::pt(8.0), true).line(&text, at, frame);
    }
}

struct Part<'a> {
    card: &'a Flashcard,
    hue: Hue,
    number: usize,
    count: usize,
}

struct Answer {
    setting: Setting,
    galley: Galley,
    columns: Vec<Column>,
    capacity: i32,
}

fn bar_height() -> Length {
    Length::mm(5.4)
}

fn bar_gap() -> Length {
    Length::mm(1.8)
}

fn bold() -> Format {
    let style = Style { weight: Weight::Bold, ..Style::default() };
    Format { style, ..Format::default() }
}

fn span(text: &str, format: Format) -> Span {
    Span { text: text.to_owned(), format }
}

fn title_spans(card: &Flashcard, format: Format) -> Vec<Span> {
    let mut spans = vec![span(&plain_text(&card.title), format)];
    if !card.cue.is_empty() {
        spans.push(span(&format!(" {}", plain_text(&card.cue)), format));
    }
    spans
}

/// What a message calls a card.
fn named(card: &Flashcard) -> String {
    if card.label.is_empty() {
        format!("“{}”", plain_text(&card.title))
    } else {
        card.label.clone()
    }
}
