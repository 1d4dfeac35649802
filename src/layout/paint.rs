//! Puts the pieces of a column on the page: lines become runs of glyphs, bands and bars
//! become rectangles.

mod text;

use crate::font::FontSet;
use crate::frame::{Color, Frame, FrameItem};
use crate::theme;
use crate::units::{Em, Length, Point, Size};

use super::columns::Column;
use super::flow::{Body, Element, Flow, Label};
use super::galley::{CodeLine, Galley, Piece, SECTION_TAG, SetBody, Setting, TURN};
use super::lines::{Align, Line};
use super::table::{Part, SetTable};

pub(super) use text::Pen;

/// A flow set, and where its columns go.
pub struct Painter<'a> {
    /// The flow.
    pub flow: &'a Flow,
    /// The flow set.
    pub galley: &'a Galley,
    /// How it was set.
    pub setting: &'a Setting,
    /// The faces.
    pub fonts: &'a FontSet,
    /// From the column's edge to its text; the upright bar of the section stands there.
    pub spine: Spine,
}

/// The upright bar that marks a section along a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spine {
    /// How thick it is; zero for none.
    pub thickness: Length,
    /// From it to the text.
    pub gap: Length,
}

impl Spine {
    /// No bar, text at the column’s edge.
    pub const NONE: Self = Self { thickness: Length::ZERO, gap: Length::ZERO };

    /// From the column's edge to its text.
    pub fn width(self) -> Length {
        self.thickness + self.gap
    }
}

/// Width of thin rules.
pub(super) const HAIRLINE: Em = Em::thousandths(50);

impl Painter<'_> {
    /// Draws a column with its upper left corner at `at`.
    pub fn column(&self, column: &Column, at: Point, out: &mut Frame) {
        let step = self.setting.step();
        let mut y = at.y;
        let mut spine: Option<(usize, Length)> = None;
        let mut added = column.added.iter().peekable();
        for index in column.pieces.clone() {
            let piece = &self.galley.pieces[index];
            if index == column.pieces.start {
                self.column_head(piece, Point::new(at.x, y), out);
                y += step * i64::from(piece.top);
            } else {
                y += step * i64::from(piece.before);
            }
            if let Some((_, steps)) = added.next_if(|(piece, _)| *piece == index) {
                y += step * i64::from(*steps);
            }
            let section = self.flow.elements[piece.element].section;
            if spine.is_none_or(|(open, _)| open != section) {
                let top = if index == column.pieces.start { at.y } else { y };
                self.end_spine(spine, at.x, y - step * i64::from(piece.before), out);
                spine = Some((section, top));
            }
            self.piece(piece, Point::new(at.x, y), out);
            y += step * i64::from(piece.height);
        }
        self.end_spine(spine, at.x, y, out);
    }

    fn end_spine(
        &self,
        spine: Option<(usize, Length)>,
        x: Length,
        bottom: Length,
        out: &mut Frame,
    ) {
        let Some((section, top)) = spine else { return };
        if self.spine.thickness > Length::ZERO && bottom > top {
            let size = Size::new(self.spine.thickness, bottom - top);
            let fill = self.flow.sections[section].hue.solid;
            out.push(Point::new(x, top), FrameItem::Rect { size, fill });
        }
    }

    /// Where a column begins inside a section: its tag, small, and its name; inside a
    /// table: its head again.
    fn column_head(&self, piece: &Piece, at: Point, out: &mut Frame) {
        let element = &self.flow.elements[piece.element];
        let section = &self.flow.sections[element.section];
        let mut y = at.y;
        let begins = matches!(element.body, Body::Section { .. });
        if !begins && !section.continued.is_empty() && piece.top > 0 {
            let pen = self.pen(None);
            let x = at.x + self.spine.width();
            let size = self.setting.size;
            let tag = (SECTION_TAG - Em::thousandths(900)).at(size);
            let height = self.setting.leading * 4 / 5;
            let tag_size = Size::new(x - at.x + tag, height);
            out.push(at, FrameItem::Rect { size: tag_size, fill: section.hue.bar });
            let pen = pen.scaled(Em::thousandths(920));
            let baseline = y + self.baseline(height);
            let mut number = pen.clone();
            number.color = Some(theme::INK);
            let width = section.number.width().at(pen.size);
            number.line(
                &section.number,
                Point::new(x + (tag - width) / 2, baseline),
                out,
            );
            let room = (self.setting.measure - tag - Em::ONE.at(size)).in_em(pen.size);
            let name_at = Point::new(x + tag + Em::thousandths(500).at(size), baseline);
            let entry = element.entry.map(|entry| &self.flow.entries[entry].continued);
            pen.shortened(entry.unwrap_or(&section.continued), room, name_at, out);
            let rule =
                Size::new(self.setting.measure + self.spine.width(), HAIRLINE.at(size));
            out.push(
                Point::new(at.x, y + height),
                FrameItem::Rect { size: rule, fill: section.hue.solid },
            );
            y += self.setting.leading;
        }
        if let (SetBody::Table(table), Body::Table(text)) =
            (&self.galley.set[piece.element], &element.body)
        {
            let heads = &table.parts[..table.head_parts];
            if piece.part >= table.head_parts {
                for part in heads {
                    let x =
                        at.x + self.spine.width() + element.indent.at(self.setting.size);
                    // The head was read where the table began: here it is furniture.
                    let pen = self.pen(Some(()));
                    self.table_part(table, text, *part, &pen, Point::new(x, y), out);
                    y += self.setting.leading * i64::from(part.lines);
                }
            }
        }
    }

    fn piece(&self, piece: &Piece, at: Point, out: &mut Frame) {
        let element = &self.flow.elements[piece.element];
        let height = self.setting.step() * i64::from(piece.height);
        let text_x = at.x + self.spine.width();
        let size = self.setting.size;
        if piece.part == 0 {
            for anchor in &element.anchors {
                out.push(Point::new(at.x, at.y), FrameItem::Anchor(anchor.clone()));
            }
        }
        if let Some(fill) = element.band {
            let lead = if element.quoted.is_some() {
                element.indent.at(size)
            } else {
                Length::ZERO
            };
            let inset = Em::thousandths(250).at(size).min(self.spine.gap);
            let width = self.setting.measure - lead + inset;
            let band = Size::new(width, height);
            out.push(
                Point::new(text_x + lead - inset, at.y),
                FrameItem::Rect { size: band, fill },
            );
        }
        if let Some(indent) = element.quoted {
            let x = text_x + indent.at(size) + Em::thousandths(150).at(size);
            let rule = Size::new(Em::thousandths(120).at(size), height);
            out.push(
                Point::new(x, at.y),
                FrameItem::Rect { size: rule, fill: theme::RULE },
            );
        }
        if let (0, Some(label)) = (piece.part, &element.label) {
            self.label(label, element, Point::new(text_x, at.y), out);
        }
        let body = Point::new(text_x + element.indent.at(size), at.y);
        self.body(piece, element, body, out);
    }

    /// A label ends at the body, less its gap; a chip stands at the text's edge.
    fn label(&self, label: &Label, element: &Element, at: Point, out: &mut Frame) {
        let size = self.setting.size;
        let width = label.text.width().at(size);
        let end = at.x + (element.indent - label.gap).at(size);
        let mut x = end - width;
        if let Some(fill) = label.chip {
            let height = self.setting.leading;
            let chip = Size::new(end - at.x, height);
            out.push(at, FrameItem::Rect { size: chip, fill });
            x = at.x + (end - at.x - width) / 2;
        }
        let baseline = at.y + self.baseline(self.setting.leading);
        self.pen(None).line(&label.text, Point::new(x, baseline), out);
    }

    fn body(&self, piece: &Piece, element: &Element, at: Point, out: &mut Frame) {
        let size = self.setting.size;
        let baseline = at.y + self.baseline(self.setting.leading);
        let pen = self.pen(None);
        match (&self.galley.set[piece.element], &element.body) {
            (SetBody::Text(lines), Body::Text { text, align, first }) => {
                let line = &lines[piece.part];
                let first = if piece.part == 0 { *first } else { Em::ZERO };
                let room = self.setting.measure_em() - element.indent;
                let x = at.x + (first + shift(line, room, *align)).at(size);
                pen.glyphs(text, line, Point::new(x, baseline), out);
            }
            (
                SetBody::Title { joined, lines, label },
                Body::Title { joined: both, text, label: own },
            ) => {
                let together = if *joined { both.as_ref() } else { None };
                let at = Point::new(at.x, baseline);
                if let Some(line) = lines.get(piece.part) {
                    pen.glyphs(together.unwrap_or(text), line, at, out);
                } else if let (Some(own), Some(line)) =
                    (own, label.get(piece.part - lines.len()))
                {
                    pen.glyphs(own, line, at, out);
                }
            }
            (SetBody::Section(lines), Body::Section { .. }) => {
                self.section(element, lines, at, out);
            }
            (SetBody::Code(lines), Body::Code { lines: sources, turn }) => {
                let CodeLine { source, turned, line } = &lines[piece.part];
                let mut at = Point::new(at.x, baseline);
                if *turned {
                    pen.line(turn, at, out);
                    at.x += TURN.at(size);
                }
                pen.glyphs(&sources[*source], line, at, out);
            }
            (SetBody::Table(table), Body::Table(text)) => {
                self.table_part(table, text, table.parts[piece.part], &pen, at, out);
            }
            (SetBody::Rule, Body::Rule) => {
                let rule = Size::new(self.setting.measure, HAIRLINE.at(size));
                let at = Point::new(at.x, at.y + self.setting.leading / 2);
                out.push(at, FrameItem::Rect { size: rule, fill: theme::RULE });
            }
            _ => unreachable!("a galley is set from its own flow"),
        }
    }

    /// The bar with a section's number, name and questions.
    fn section(&self, element: &Element, lines: &[Line], at: Point, out: &mut Frame) {
        let Body::Section { name, range } = &element.body else { return };
        let ink = &self.flow.sections[element.section];
        let size = self.setting.size;
        let (leading, pen) = (self.setting.leading, self.pen(None));
        let height = leading * lines.len() as i64 + leading * 3 / 10;
        let left = at.x - self.spine.width();
        let width = self.setting.measure + self.spine.width();
        let bar = Size::new(width, height);
        out.push(
            Point::new(left, at.y),
            FrameItem::Rect { size: bar, fill: ink.hue.bar },
        );
        let tag = (SECTION_TAG - Em::thousandths(700)).at(size) + self.spine.width();
        let solid = Size::new(tag, height);
        out.push(
            Point::new(left, at.y),
            FrameItem::Rect { size: solid, fill: ink.hue.solid },
        );
        let baseline = at.y + self.baseline(leading + leading * 3 / 10);
        let number = pen.scaled(theme::SCALES.section);
        let number_width = ink.number.width().times(theme::SCALES.section).at(size);
        let x = left + (tag - number_width) / 2;
        number.line(&ink.number, Point::new(x, baseline), out);
        for (n, line) in lines.iter().enumerate() {
            let y = baseline + leading * n as i64;
            pen.glyphs(name, line, Point::new(at.x + SECTION_TAG.at(size), y), out);
        }
        let inset = Em::thousandths(450).at(size);
        let x = at.x + self.setting.measure - range.width().at(size) - inset;
        pen.line(range, Point::new(x, baseline), out);
    }

    fn table_part(
        &self,
        table: &SetTable,
        text: &super::flow::TableText,
        part: Part,
        pen: &Pen<'_>,
        at: Point,
        out: &mut Frame,
    ) {
        let size = self.setting.size;
        let leading = self.setting.leading;
        let width =
            table.columns.last().map_or(Em::ZERO, |(at, width)| *at + *width).at(size);
        let extent = Size::new(width, leading * i64::from(part.lines));
        if part.row < text.heads {
            out.push(at, FrameItem::Rect { size: extent, fill: text.tint });
        } else if !part.inside {
            self.rule(at, width, out);
        }
        let cells = table.cells[part.row].iter().zip(&text.rows[part.row]);
        for ((lines, cell), (column, align)) in
            cells.zip(table.columns.iter().zip(&text.columns))
        {
            let (left, room) = *column;
            let shown = lines.iter().skip(part.first).take(part.lines as usize);
            for (n, line) in shown.enumerate() {
                let x = at.x + (left + shift(line, room, *align)).at(size);
                let y = at.y + leading * n as i64 + self.baseline(leading);
                pen.glyphs(cell, line, Point::new(x, y), out);
            }
        }
        let last_row = part.row + 1 == text.rows.len();
        let lines = table.cells[part.row].iter().map(Vec::len).max().unwrap_or(1);
        if last_row && part.first + part.lines as usize >= lines {
            self.rule(Point::new(at.x, at.y + extent.height), width, out);
        }
    }

    fn rule(&self, at: Point, width: Length, out: &mut Frame) {
        let size = Size::new(width, HAIRLINE.at(self.setting.size));
        out.push(at, FrameItem::Rect { size, fill: theme::RULE });
    }

    /// From the top of a line of this height to its baseline: capitals stand in the middle.
    fn baseline(&self, height: Length) -> Length {
        let face = self.fonts.face(self.fonts.styled(crate::font::Style::default()));
        (height + face.cap_height().at(self.setting.size)) / 2
    }

    /// A pen; one that draws furniture where `furniture` says so.
    fn pen(&self, furniture: Option<()>) -> Pen<'_> {
        Pen {
            fonts: self.fonts,
            links: &self.flow.links,
            size: self.setting.size,
            color: None::<Color>,
            furniture: furniture.is_some(),
        }
    }
}

/// How far a line is moved in its room.
pub(super) fn shift(line: &Line, room: Em, align: Align) -> Em {
    match align {
        Align::Start | Align::Justify | Align::Balanced => Em::ZERO,
        Align::Center => Em::from_scaled((room - line.width).scaled() / 2),
        Align::End => room - line.width,
    }
}
