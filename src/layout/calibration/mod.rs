//! A sheet that shows how far backs are off their fronts.
//!
//! The front has three crosses, the back three scales, each exactly behind its cross: `A`
//! above the middle, `C` in it, `B` below. Held against a light with the back to the
//! reader, or pierced with a pin, the cross of the front stands on the scale at the very
//! numbers by which the back has to be moved: in `C` to the right and down, which a turn
//! about the middle does not change; in `A` and `B` the turn, and a shift to the side that
//! adds to one as much as it takes from the other.
//!
//! Everything stands symmetrically to both middle lines of the paper, so that it makes no
//! difference which edge the sheet is turned about.

mod places;
mod scales;

use crate::font::{Family, Style, Weight};
use crate::frame::{Frame, NodeKind, Structure, Tag};
use crate::layout::lines::{Align, Line, break_lines};
use crate::layout::paint::Pen;
use crate::text::{Format, Shaped, Shaper, Span};
use crate::theme::SCALES;
use crate::units::{Em, Length, Point, Size};

use places::{MARGIN_MM, Places, RULER_MM};

/// What stands on the sheet in words; code stands between backticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// The heading of the front, and what to do, step by step.
    pub front: (String, Vec<String>),
    /// The same of the back.
    pub back: (String, Vec<String>),
}

/// The two sides of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TestSheet {
    /// The side with the crosses.
    pub front: Frame,
    /// The side with the scales, upright as the file shows it.
    pub back: Frame,
    /// What the words are.
    pub structure: Structure,
}

/// The paper does not hold the ruler and the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a test sheet needs paper of at least A5")]
pub(crate) struct TooSmall;

/// The largest and the smallest size of words, and the steps between.
const SIZES_PT: (f64, f64, f64) = (11.0, 6.5, 0.25);

/// Lays out the sheet.
pub(crate) fn test_sheet(
    paper: Size,
    words: &Words,
    shaper: &mut Shaper<'_>,
) -> Result<TestSheet, TooSmall> {
    let places = Places::new(paper);
    let ruler = Length::mm(RULER_MM) + Length::mm(MARGIN_MM) * 2;
    if paper.width < ruler {
        return Err(TooSmall);
    }
    let mut structure = Structure::default();
    let (mut front, mut back) = (Frame::new(paper), Frame::new(paper));
    // Both sides have one size of type: that of the side with more words.
    let [said, told] = [&words.front, &words.back].map(|side| {
        let tag = structure.add(NodeKind::Section, None);
        text(side, tag, shaper, &mut structure)
    });
    let (corner, room) = places.words();
    let (most, least, step) = SIZES_PT;
    let steps = ((most - least) / step) as i32;
    let size = (0..=steps)
        .map(|n| Length::pt(most - step * f64::from(n)))
        .find(|size| {
            [&said, &told]
                .iter()
                .all(|text| text.height(*size, room.width) <= room.height)
        })
        .ok_or(TooSmall)?;
    let fonts = shaper.fonts();
    let pen =
        Pen { fonts, links: &[], size, color: None, furniture: false, mirrored: false };
    said.draw(&pen, corner, room.width, &mut front);
    told.draw(&pen, corner, room.width, &mut back);
    scales::front(&places, shaper, &mut front);
    scales::back(&places, shaper, &mut back);
    Ok(TestSheet { front, back, structure })
}

/// Words of a side, shaped: a heading and numbered steps.
struct Text {
    heading: Shaped,
    steps: Vec<(Shaped, Shaped)>,
}

/// From a step's number to its words.
const HANG: Em = Em::thousandths(1400);
const LEADING: Em = Em::thousandths(1280);
const HEADING: Em = Em::thousandths(1350);
/// What stands free below the heading, and between steps.
const GAP: Em = Em::thousandths(450);

fn text(
    (heading, steps): &(String, Vec<String>),
    tag: Tag,
    shaper: &mut Shaper<'_>,
    structure: &mut Structure,
) -> Text {
    let bold = Style { weight: Weight::Bold, ..Style::default() };
    let mut shape = |text: &str, style, tag| {
        let format = Format { style, tag: Some(tag), ..Format::default() };
        shaper.shape(&spans(text, format))
    };
    let title = structure.add(NodeKind::Heading(1), Some(tag));
    let heading = shape(heading, bold, title);
    let list = structure.add(NodeKind::List, Some(tag));
    let steps = steps.iter().zip(1..).map(|(step, number): (&String, usize)| {
        let item = structure.add(NodeKind::ListItem, Some(list));
        let label = structure.add(NodeKind::Label, Some(item));
        let body = structure.add(NodeKind::ListBody, Some(item));
        let label = shape(&format!("{number}."), bold, label);
        (label, shape(step, Style::default(), body))
    });
    let steps = steps.collect();
    Text { heading, steps }
}

/// Words in a format; what stands between backticks is set as code.
fn spans(text: &str, format: Format) -> Vec<Span> {
    let style = Style { family: Family::Code, ..format.style };
    let code = Format { style, scale: SCALES.code, ..format };
    text.split('`')
        .zip([format, code].into_iter().cycle())
        .filter(|(piece, _)| !piece.is_empty())
        .map(|(piece, format)| Span { text: piece.to_owned(), format })
        .collect()
}

impl Text {
    fn lines(step: &Shaped, size: Length, width: Length) -> Vec<Line> {
        break_lines(step, (width - HANG.at(size)).in_em(size), Align::Start)
    }

    fn heading_lines(&self, size: Length, width: Length) -> Vec<Line> {
        break_lines(&self.heading, width.in_em(HEADING.at(size)), Align::Start)
    }

    fn height(&self, size: Length, width: Length) -> Length {
        let (leading, gap) = (LEADING.at(size), GAP.at(size));
        let steps = self
            .steps
            .iter()
            .map(|(_, step)| leading * Self::lines(step, size, width).len() as i64 + gap);
        let heading = LEADING.at(HEADING.at(size));
        steps.fold(heading * self.heading_lines(size, width).len() as i64, |sum, step| {
            sum + step
        })
    }

    fn draw(&self, pen: &Pen<'_>, corner: Point, width: Length, frame: &mut Frame) {
        let size = pen.size;
        let (leading, gap) = (LEADING.at(size), GAP.at(size));
        let title = pen.scaled(HEADING);
        let mut y = corner.y;
        for line in self.heading_lines(size, width) {
            y += LEADING.at(title.size);
            title.glyphs(&self.heading, &line, Point::new(corner.x, y), frame);
        }
        for (label, step) in &self.steps {
            y += gap;
            pen.line(label, Point::new(corner.x, y + leading), frame);
            for line in Self::lines(step, size, width) {
                y += leading;
                let at = Point::new(corner.x + HANG.at(size), y);
                pen.glyphs(step, &line, at, frame);
            }
        }
    }
}
