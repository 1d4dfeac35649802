//! The front of a card: number and question, large, and what else asks.

use super::fit::{CardFlow, Fit};
use super::ladder::step;
use super::{CardMaker, CardPart, as_furniture, bold, span};
use crate::document::{Block, BlockKind, Inline, Paragraph};
use crate::frame::{Frame, FrameItem, NodeKind, Tag};
use crate::layout::build::Answer;
use crate::layout::line_steps::LineGrid;
use crate::layout::lines::{Align, Line, break_lines};
use crate::layout::slug::LINE;
use crate::select::Flashcard;
use crate::text::{Format, Shaped, aloud};
use crate::theme;
use crate::units::{Em, Length, Point, Size};

/// The largest title on cards of the usual size and on cards of any size.
const TITLE_PT: f64 = 19.0;
const LARGEST_TITLE_PT: f64 = 32.0;
/// The title of a question that has more to show than its title: smaller where that wins a card.
const TITLES_OVER_PROMPT_PT: [f64; 3] = [13.0, 11.0, 9.5];
const LARGEST_OVER_PROMPT_PT: f64 = 20.0;
const TITLE_STEP_PT: f64 = 0.25;
const PROMPT_PT: f64 = 10.5;
const LARGEST_PROMPT_PT: f64 = 16.0;
const NUMBER_PT: f64 = 27.0;
/// The folio behind the number, and the question above an item's cue, to the title.
const ASIDE: Em = Em::thousandths(620);
/// A compartment's box, and from one to the next.
const BOX_MM: (f64, f64) = (4.4, 5.6);
const COMPARTMENTS: usize = 5;

/// The question, set.
pub(super) struct Set {
    number: Shaped,
    /// The question, where only an item of its answer is asked for.
    above: Words,
    title: Words,
    /// What asks beside the title.
    prompt: Option<CardFlow>,
}

#[derive(Default)]
struct Words {
    text: Shaped,
    lines: Vec<Line>,
    size: Length,
    leading: Length,
}

impl Words {
    fn height(&self) -> Length {
        self.leading * self.lines.len() as i64 + self.grid().more(&self.lines)
    }

    const fn grid(&self) -> LineGrid {
        LineGrid { size: self.size, leading: self.leading }
    }

    /// Whether no line ends inside a word.
    fn are_whole(&self) -> bool {
        self.lines.iter().skip(1).all(|line| {
            let text = self.text.in_form(line.form);
            let glyphs = &text.glyphs[line.glyphs.clone()];
            let byte = glyphs.iter().map(|glyph| glyph.cluster as usize).min();
            let (before, after) = text.text.split_at(byte.unwrap_or(0));
            let inside = |c: char| c.is_ascii_alphanumeric();
            !(before.ends_with(inside) && after.starts_with(inside))
        }) && self.lines.iter().all(|line| line.hyphen.is_none())
    }
}

impl Set {
    /// How many cards it needs.
    pub(super) fn parts(&self) -> usize {
        self.prompt.as_ref().map_or(1, |prompt| prompt.columns.len())
    }

    fn number_size(&self) -> Length {
        number_size(&self.number, self.title.size)
    }

    /// The height of number and words.
    fn height(&self) -> Length {
        let words = self.above.height() + self.title.height();
        self.number_size() + words + number_gap()
    }
}

impl CardMaker<'_, '_> {
    /// The question, as large as the front holds it. One that is too long for a front goes
    /// on to further cards, like an answer.
    pub(super) fn question(&mut self, card: &Flashcard, tag: Tag) -> Option<Set> {
        let nodes = self.structure.nodes().len();
        let prompt = &card.prompt[..];
        if let Some(set) = self.set_question(card, &card.title, prompt, tag) {
            return Some(set);
        }
        self.structure.truncate(nodes);
        let content = card.title.clone();
        let title = BlockKind::Paragraph(Paragraph { lead: None, content });
        let title = Block::new(title, card.span);
        let blocks: Vec<Block> = [title].into_iter().chain(prompt.to_vec()).collect();
        self.set_question(card, &[], &blocks, tag)
    }

    fn set_question(
        &mut self,
        card: &Flashcard,
        title: &[Inline],
        prompt: &[Block],
        tag: Tag,
    ) -> Option<Set> {
        let heading = self.structure.add(NodeKind::Heading(1), Some(tag));
        let strong = Format { tag: Some(heading), ..bold() };
        let quiet =
            Format { tag: Some(heading), color: theme::QUIET, ..Format::default() };
        let number = self.shaper.shape(&[span(&apart(&card.label), strong)]);
        let (above, title) =
            if card.cue.is_empty() { (&[][..], title) } else { (title, &card.cue[..]) };
        let mut above = self.title_spans(above, quiet);
        if above.iter().any(|span| !span.text.is_empty()) {
            above.push(span(" ", quiet));
        }
        let above = self.shaper.shape(&above);
        let title = self.title_spans(title, strong);
        let title = self.shaper.shape(&title).into_title();
        if prompt.is_empty() {
            return self.largest_title(
                &number,
                &above,
                &title,
                self.grown(TITLE_PT, LARGEST_TITLE_PT),
                Length::mm(8.0),
            );
        }
        let least_room =
            theme::LEADING.at(self.floor()) * 3 + above_prompted() + prompt_gap();
        let asks = Answer { section: card.section, blocks: prompt, titles: [&[]; 2] };
        let mut matter = self.matter(asks, tag);
        let sizes = self.sizes(self.grown(PROMPT_PT, LARGEST_PROMPT_PT));
        let largest = self.grown(TITLES_OVER_PROMPT_PT[0], LARGEST_OVER_PROMPT_PT);
        let smaller = TITLES_OVER_PROMPT_PT
            .map(|points| Length::pt(points).max(self.layout.least_size));
        let mut titles = vec![largest];
        titles.extend(smaller);
        // On usual cards the first two are one, and in large print all that are smaller.
        titles.dedup();
        let mut best: Option<(Set, Fit)> = None;
        for most in titles {
            let set = self.largest_title(&number, &above, &title, most, least_room)?;
            let room = self.front_room() - above_prompted() - set.height() - prompt_gap();
            let Some(fit) = self.fit(&mut matter, room, &sizes) else { continue };
            let cards = fit.cards();
            if best.as_ref().is_none_or(|(_, best)| cards < best.cards()) {
                best = Some((set, fit));
            }
            if cards == 1 {
                break;
            }
        }
        let (mut set, fit) = best?;
        let largest = step(fit.possible, fit.possible);
        set.prompt = Some(self.set(matter, fit, sizes[largest]));
        Some(set)
    }

    /// The height for the question.
    fn front_room(&self) -> Length {
        let boxes = Length::mm(BOX_MM.1 + 1.0) + self.enlarged();
        let foot = if self.layout.leitner { boxes } else { Length::ZERO };
        self.height() - self.bar_height() - foot
    }

    /// Number and words in the largest size that leaves `rest` free.
    fn largest_title(
        &self,
        number: &Shaped,
        above: &Shaped,
        title: &Shaped,
        most: Length,
        rest: Length,
    ) -> Option<Set> {
        let room = self.front_room() - rest;
        let floor = self.floor();
        let steps = ((most - floor).to_pt() / TITLE_STEP_PT).floor() as i64;
        (0..=steps.max(0)).find_map(|step| {
            let size = most - Length::pt(TITLE_STEP_PT * step as f64);
            let small = ASIDE.at(size).max(floor);
            let set = Set {
                number: number.clone(),
                above: self.words(above, small),
                title: self.words(title, size),
                prompt: None,
            };
            // What is larger than usual is not worth a divided word.
            let whole = size <= Length::pt(TITLE_PT) || set.title.are_whole();
            (set.height() <= room && whole).then_some(set)
        })
    }

    fn words(&self, text: &Shaped, size: Length) -> Words {
        let leading = Em::thousandths(1120).at(size);
        let lines = if text.text.is_empty() {
            Vec::new()
        } else {
            break_lines(text, self.width().in_em(size), Align::Balanced)
        };
        Words { text: text.clone(), lines, size, leading }
    }

    pub(super) fn front(&mut self, part: &CardPart<'_>, set: &Set) -> Frame {
        let mut frame = Frame::new(self.layout.size);
        let mut name = aloud(&self.document.sections[part.card.section].title);
        if name.is_empty() {
            name = self.document.meta.title.clone().unwrap_or_default();
        }
        self.bar(part, &[span(&name, Format::default())], &mut frame);
        if part.index == 0 {
            let anchor = FrameItem::Anchor(part.card.id.clone());
            // At the left edge, also of a side that is mirrored.
            let mirrored = self.shaper.direction().is_rtl();
            let x = if mirrored { frame.size.width } else { Length::ZERO };
            frame.push(Point::new(x, Length::ZERO), anchor);
        }
        let top = self.question_top(set);
        let y = self.draw_number(part, set, top, &mut frame);
        let y = self.draw_words(part, set, y, &mut frame);
        if let Some(prompt) = &set.prompt {
            let mut again = Frame::new(self.layout.size);
            let last = prompt.columns.len().saturating_sub(1);
            let at = Point::new(self.corner().x, y + prompt_gap());
            self.paint(prompt, part.index.min(last), at, &mut again);
            if part.index > last {
                as_furniture(&mut again);
            }
            frame.append(Point::default(), again);
        }
        if self.layout.leitner {
            self.compartments(&mut frame);
        }
        frame
    }

    /// The number stands in one place on all cards, so that a pile can be leafed through;
    /// only a question that needs the room moves it up.
    fn question_top(&self, set: &Set) -> Length {
        let top = self.corner().y + self.bar_height();
        if set.prompt.is_some() {
            return top + above_prompted();
        }
        let room = self.front_room();
        top + (room / 4).min((room - set.height()) / 2)
    }

    fn draw_number(
        &mut self,
        part: &CardPart<'_>,
        set: &Set,
        top: Length,
        frame: &mut Frame,
    ) -> Length {
        let size = set.number_size();
        let at = Point::new(self.corner().x, top + Em::thousandths(760).at(size));
        self.pen(size, part.index > 0).line(&set.number, at, frame);
        if part.count > 1 {
            let words = format!("{}/{}", part.index + 1, part.count);
            let format = Format { color: theme::QUIET, ..Format::default() };
            let folio = self.shaper.shape(&[span(&words, format)]);
            let folio_size = ASIDE.at(size).max(self.floor());
            let gap =
                if set.number.text.is_empty() { Length::ZERO } else { number_gap() };
            let x = at.x + set.number.width().at(size) + gap;
            self.pen(folio_size, true).line(&folio, Point::new(x, at.y), frame);
        }
        top + size + number_gap()
    }

    /// Draws the words below `y`; gives the bottom of them.
    fn draw_words(
        &self,
        part: &CardPart<'_>,
        set: &Set,
        mut y: Length,
        frame: &mut Frame,
    ) -> Length {
        for words in [&set.above, &set.title] {
            let pen = self.pen(words.size, part.index > 0);
            for line in &words.lines {
                let more = words.grid().more(std::slice::from_ref(line));
                let steps = words.grid().steps(line);
                let above = words.leading / i64::from(LINE) * i64::from(steps.above);
                y += words.leading + above;
                // Of the leading, what is below the baseline stands below the line.
                let baseline = y - Em::thousandths(240).at(words.size);
                // Words that run the other way than the guide end at the other edge.
                let is_other = words.text.direction.is_rtl() && !pen.mirrored;
                let room = self.width() - line.width.at(words.size);
                let moved = if is_other { room } else { Length::ZERO };
                let at = Point::new(self.corner().x + moved, baseline);
                pen.glyphs(&words.text, line, at, frame);
                y += more - above;
            }
        }
        y
    }

    /// Boxes to tick, one for each compartment of Leitner's card box (1972).
    fn compartments(&mut self, frame: &mut Frame) {
        let larger = self.enlarged();
        let (side, step) = (Length::mm(BOX_MM.0) + larger, Length::mm(BOX_MM.1) + larger);
        let right = self.corner().x + self.width();
        let top = self.corner().y + self.height() - side;
        for n in 0..COMPARTMENTS {
            let left = right - step * (COMPARTMENTS - n) as i64 + (step - side);
            outline(Point::new(left, top), side, frame);
            let format = Format { color: theme::FAINT, ..Format::default() };
            let number = self.shaper.shape(&[span(&(n + 1).to_string(), format)]);
            let size = self.furniture_size();
            let x = left + (side - number.width().at(size)) / 2;
            let y = top + (side + Em::thousandths(700).at(size)) / 2;
            self.pen(size, true).line(&number, Point::new(x, y), frame);
        }
    }
}

fn outline(at: Point, side: Length, frame: &mut Frame) {
    let thin = Length::pt(0.5);
    let fill = theme::RULE;
    for (moved, size) in [
        (Point::default(), Size::new(side, thin)),
        (Point::new(Length::ZERO, side - thin), Size::new(side, thin)),
        (Point::default(), Size::new(thin, side)),
        (Point::new(side - thin, Length::ZERO), Size::new(thin, side)),
    ] {
        frame.push(at + moved, FrameItem::Rect { size, fill });
    }
}

fn number_size(number: &Shaped, title: Length) -> Length {
    if number.text.is_empty() {
        return Length::ZERO;
    }
    Length::pt(NUMBER_PT).max(title).min(title.fraction(3, 2))
}

/// Words with a space behind them, which keeps them apart from the next for a screen reader.
fn apart(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("{words} ") }
}

fn number_gap() -> Length {
    Length::mm(2.0)
}

/// From the bar to a question that has more to show than its title.
fn above_prompted() -> Length {
    Length::mm(2.6)
}

fn prompt_gap() -> Length {
    Length::mm(1.8)
}
