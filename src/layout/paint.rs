//! Puts the slugs of a column on the page: lines become runs of glyphs, bands and bars
//! become rectangles.

mod code;
mod divided;
mod figure;
mod formula;
mod heads;
mod table;
mod text;

use crate::font::{FontSet, Style};
use crate::frame::{Frame, FrameItem};
use crate::theme;
use crate::units::{Em, Length, Point, Size};

use super::columns::Column;
use super::flow::{BAND_INSET, Body, Element, Flow, Label};
use super::galley::{Galley, SetBody, Setting, Slug, steps_beside};
use super::lines::{Align, Line};

pub(super) use text::Pen;

/// A flow set, and where its columns go.
#[derive(Clone, Copy)]
pub(crate) struct Painter<'a> {
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
    /// Whether what is drawn is mirrored afterwards.
    mirrored: bool,
}

/// The upright bar that marks a section along a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spine {
    /// How thick it is; zero for none.
    pub thickness: Length,
    /// From it to the text.
    pub gap: Length,
}

impl Spine {
    /// No bar, text at the column’s edge.
    pub(crate) const NONE: Self = Self { thickness: Length::ZERO, gap: Length::ZERO };

    /// From the column's edge to its text.
    pub(crate) fn width(self) -> Length {
        self.thickness + self.gap
    }
}

/// Width of thin rules.
pub(super) const HAIRLINE: Em = Em::thousandths(50);

impl<'a> Painter<'a> {
    /// A painter of a flow. Where the flow runs from right to left, its columns are drawn
    /// as if it did not, and the page is to be mirrored.
    pub(crate) fn new(
        flow: &'a Flow,
        galley: &'a Galley,
        setting: &'a Setting,
        fonts: &'a FontSet,
        spine: Spine,
    ) -> Self {
        Self { flow, galley, setting, fonts, spine, mirrored: flow.direction.is_rtl() }
    }

    /// Draws a column with its upper left corner at `at`: first what lies behind its text, so that
    /// nothing comes between lines that are read as one.
    pub(crate) fn column(&self, column: &Column, at: Point, out: &mut Frame) {
        let mut inside = Frame::default();
        self.column_items(column, at, &mut inside);
        let is_behind = |(_, item): &(Point, FrameItem)| {
            matches!(item, FrameItem::Rect { .. } | FrameItem::Line { .. })
        };
        let (behind, text): (Vec<_>, Vec<_>) =
            inside.items.into_iter().partition(is_behind);
        out.items.extend(behind.into_iter().chain(text));
    }

    fn column_items(&self, column: &Column, at: Point, out: &mut Frame) {
        let step = self.setting.step();
        let mut y = at.y;
        let mut spine: Option<(usize, Length)> = None;
        let mut added = column.added.iter().peekable();
        let mut bottom = y;
        for index in column.slugs.clone() {
            let slug = &self.galley.slugs[index];
            if index == column.slugs.start {
                self.column_head(slug, Point::new(at.x, y), out);
                y += step * i64::from(slug.top);
            } else {
                y += step * i64::from(slug.before);
            }
            if let Some((_, steps)) = added.next_if(|(slug, _)| *slug == index) {
                y += step * i64::from(*steps);
            }
            let section = self.flow.elements[slug.element].section;
            if spine.is_none_or(|(open, _)| open != section) {
                let top = if index == column.slugs.start { at.y } else { y };
                self.end_spine(spine, at.x, bottom, out);
                spine = Some((section, top));
            }
            self.slug(slug, Point::new(at.x, y), out);
            y += step * i64::from(slug.height);
            bottom = y;
        }
        self.end_spine(spine, at.x, bottom, out);
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

    fn slug(&self, slug: &Slug, at: Point, out: &mut Frame) {
        let element = &self.flow.elements[slug.element];
        let text_x = at.x + self.spine.width();
        if slug.part == 0 {
            // At the column's left edge, also on a page that is mirrored.
            let column = self.spine.width() + self.setting.measure;
            let x = at.x + if self.mirrored { column } else { Length::ZERO };
            for anchor in &element.anchors {
                out.push(Point::new(x, at.y), FrameItem::Anchor(anchor.clone()));
            }
        }
        if element.direction == self.flow.direction {
            self.standing(slug, element, Point::new(text_x, at.y), out);
        } else {
            let (left, right) = (text_x, text_x + self.setting.measure);
            self.opposite(left, right, out, |painter, out| {
                painter.standing(slug, element, Point::new(text_x, at.y), out);
            });
        }
    }

    /// Draws between two edges what runs the other way than the page.
    fn opposite(
        &self,
        left: Length,
        right: Length,
        out: &mut Frame,
        draw: impl FnOnce(&Self, &mut Frame),
    ) {
        let mut inside = Frame::default();
        draw(&Self { mirrored: !self.mirrored, ..*self }, &mut inside);
        inside.mirror(left, right);
        out.append(Point::default(), inside);
    }

    /// Draws a slug whose text's edge is at `at`, with what stands behind and before it.
    fn standing(&self, slug: &Slug, element: &Element, at: Point, out: &mut Frame) {
        let height = self.setting.step() * i64::from(slug.height);
        let text_x = at.x;
        let size = self.setting.size;
        if let Some(fill) = element.band {
            let lead = if element.quoted.is_some() {
                (self.indent(element) - self.flow.inset(element)).at(size)
            } else {
                Length::ZERO
            };
            // At the left bands reach beyond the text, as far as the column does; at the right
            // they end as bars do. What a card leaves white at its edge stays so.
            let inset = BAND_INSET.at(size).min(self.spine.width());
            let width = self.setting.measure - lead + inset;
            let band = Size::new(width, height);
            out.push(
                Point::new(text_x + lead - inset, at.y),
                FrameItem::Rect { size: band, fill },
            );
        }
        if let Some(bar) = element.quoted {
            let beside = self.indent(element) - element.indent - self.flow.inset(element);
            let x = text_x + (bar.at + beside + Em::thousandths(150)).at(size);
            let rule = Size::new(bar.width.at(size), height);
            out.push(
                Point::new(x, at.y),
                FrameItem::Rect { size: rule, fill: bar.color },
            );
        }
        let labelled = !matches!(
            self.galley.set[slug.element],
            SetBody::RunIn { labelled: false, .. }
        );
        if let (0, true, Some(label)) = (slug.part, labelled, &element.label) {
            let top = at.y + self.first_lowered(slug.element);
            self.label(label, element, Point::new(text_x, top), out);
        }
        let body = Point::new(text_x + self.indent(element).at(size), at.y);
        self.body(slug, element, body, out);
    }

    /// A label ends at the body, less its gap; a tinted one fills the indent from the text's edge.
    fn label(&self, label: &Label, element: &Element, at: Point, out: &mut Frame) {
        let size = self.setting.size;
        let width = label.text.width().at(size);
        let named = matches!(element.body, Body::Named { .. });
        let indent = if named { element.indent } else { self.indent(element) };
        let end = at.x + (indent - label.gap).at(size);
        let mut x = end - width;
        if let Some(fill) = label.tint {
            let height = self.setting.leading;
            let tinted = Size::new(end - at.x, height);
            out.push(at, FrameItem::Rect { size: tinted, fill });
            x = at.x + (end - at.x - width) / 2;
        }
        let baseline = at.y + self.baseline(self.setting.leading);
        self.pen().line(&label.text, Point::new(x, baseline), out);
    }

    /// How much lower than at the top the first line of an element stands: what its formulas
    /// reach higher than text.
    fn first_lowered(&self, element: usize) -> Length {
        let grid = self.setting.lines();
        let steps = match &self.galley.set[element] {
            SetBody::Text(lines)
            | SetBody::RunIn { lines, .. }
            | SetBody::Title { lines, .. } => lines.first().map(|line| grid.steps(line)),
            SetBody::Named { name, text } => Some(steps_beside(grid, name, text, 0)),
            _ => None,
        };
        self.setting.step() * i64::from(steps.unwrap_or_default().above)
    }

    fn body(&self, slug: &Slug, element: &Element, at: Point, out: &mut Frame) {
        let size = self.setting.size;
        let baseline = at.y + self.baseline(self.setting.leading);
        let pen = self.pen();
        let (grid, step) = (self.setting.lines(), self.setting.step());
        // What a formula reaches higher than text, the line begins lower.
        let lowered = |line: &Line| baseline + step * i64::from(grid.steps(line).above);
        match (&self.galley.set[slug.element], &element.body) {
            (SetBody::Text(lines), Body::Text { text, align, first }) => {
                let line = &lines[slug.part];
                let first = if slug.part == 0 { *first } else { Em::ZERO };
                let room = self.flow.width(element, self.setting.measure_em());
                let x = at.x + (first + shift(line, room, *align)).at(size);
                pen.glyphs(text, line, Point::new(x, lowered(line)), out);
            }
            (SetBody::Text(lines), Body::Named { joined, .. }) => {
                // In a row with its text, the name begins where the indent ends.
                let line = &lines[slug.part];
                pen.glyphs(joined, line, Point::new(at.x, lowered(line)), out);
            }
            (
                SetBody::Named { name: names, text: lines },
                Body::Named { name, text, .. },
            ) => {
                let beside = self.indent(element) - element.indent;
                let steps = |part| steps_beside(grid, names, lines, part);
                let below = |part: usize| step * i64::from(steps(part).above);
                // The whole name comes first, as it is read: its lines are not parted.
                let mut top = baseline;
                for (n, line) in names.iter().enumerate().filter(|_| slug.part == 0) {
                    let at = Point::new(at.x - beside.at(size), top + below(n));
                    pen.glyphs(name, line, at, out);
                    top += step * i64::from(steps(n).height());
                }
                if let Some(line) = lines.get(slug.part) {
                    let y = baseline + below(slug.part);
                    pen.glyphs(text, line, Point::new(at.x, y), out);
                }
            }
            (SetBody::RunIn { text, lines, outdent, .. }, _) => {
                let outdent = if slug.part == 0 { outdent.first } else { outdent.others };
                let line = &lines[slug.part];
                let at = Point::new(at.x - outdent.at(size), lowered(line));
                pen.glyphs(text, line, at, out);
            }
            (
                SetBody::Title { joined, lines, label },
                Body::Title { joined: both, text, label: own },
            ) => {
                let together = if *joined { both.as_ref() } else { None };
                if let Some(line) = lines.get(slug.part) {
                    let at = Point::new(at.x, lowered(line));
                    pen.glyphs(together.unwrap_or(text), line, at, out);
                } else if let (Some(own), Some(line)) =
                    (own, label.get(slug.part - lines.len()))
                {
                    pen.glyphs(own, line, Point::new(at.x, lowered(line)), out);
                }
            }
            (SetBody::Section(bars), Body::Section { .. }) => {
                self.section(element, &bars[slug.part], slug.part == 0, at, out);
            }
            // Programs run from left to right in any language.
            (SetBody::Code(_), Body::Code { .. }) if self.mirrored => {
                let room = self.flow.width(element, self.setting.measure_em());
                let (left, right) = (at.x, at.x + room.at(size));
                self.opposite(left, right, out, |painter, out| {
                    painter.body(slug, element, at, out);
                });
            }
            (SetBody::Code(lines), Body::Code { lines: sources }) => {
                let at = Point::new(at.x, baseline);
                self.code_line(&lines[slug.part], sources, at, out);
            }
            (SetBody::Table(table), Body::Table(text)) => {
                self.table_part(table, text, table.parts[slug.part], at, out);
            }
            (SetBody::Figure(extent, steps), Body::Figure(figure)) => {
                let room = self.setting.step() * i64::from(*steps);
                let at = Point::new(at.x, at.y + (room - extent.height) / 2);
                self.figure(figure, *extent, at, out);
            }
            (SetBody::Rule, Body::Rule) => {
                let rule = Size::new(self.setting.measure, HAIRLINE.at(size));
                let at = Point::new(at.x, at.y + self.setting.leading / 2);
                out.push(at, FrameItem::Rect { size: rule, fill: theme::RULE });
            }
            _ => unreachable!("a galley is set from its own flow"),
        }
    }

    /// From the column's text edge to an element's body.
    fn indent(&self, element: &Element) -> Em {
        self.flow.indent(element, self.setting.measure_em())
    }

    /// From the top of a line of this height to its baseline: capitals stand in the middle.
    fn baseline(&self, height: Length) -> Length {
        self.baseline_of(height, Em::ONE)
    }

    /// The same for text of another scale.
    fn baseline_of(&self, height: Length, scale: Em) -> Length {
        let face = self.fonts.face(self.fonts.styled(Style::default()));
        (height + face.cap_height().times(scale).at(self.setting.size)) / 2
    }

    fn pen(&self) -> Pen<'_> {
        let (fonts, links) = (self.fonts, &self.flow.links);
        let (size, mirrored) = (self.setting.size, self.mirrored);
        Pen { fonts, links, size, color: None, furniture: false, mirrored }
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
