//! The bars of sections, and what stands above a column that goes on.

use super::{HAIRLINE, Painter};
use crate::frame::{Frame, FrameItem};
use crate::layout::flow::{Body, Element};
use crate::layout::galley::{SECTION_TAG, SetBody, Slug};
use crate::layout::lines::Line;
use crate::text::Shaped;
use crate::theme::{self, SCALES};
use crate::units::{Em, Length, Point, Size};

/// From the ink of a head to the rule below it.
const HEAD_AIR: Em = Em::thousandths(60);

impl Painter<'_> {
    /// Where a column begins inside a section: its tag, small, and the title of what goes
    /// on; inside a table: its head again.
    pub(super) fn column_head(&self, slug: &Slug, at: Point, out: &mut Frame) {
        let element = &self.flow.elements[slug.element];
        // The answer that a title has taken up goes on below the title itself.
        let inside = slug.part > 0 && matches!(element.body, Body::Title { .. });
        let below = slug.element + usize::from(inside);
        let element = self.flow.elements.get(below).unwrap_or(element);
        let mut y = at.y;
        if let Some(words) = self.flow.running_head(element).filter(|_| slug.top > 0) {
            self.running_head(element, words, at, out);
            y +=
                self.setting.leading * if self.setting.gap.is_some() { 2 } else { 3 } / 2;
        }
        if let (SetBody::Table(table), Body::Table(text)) =
            (&self.galley.set[slug.element], &element.body)
            && slug.part >= table.head_parts
        {
            let edge = at.x + self.spine.width();
            let x = edge + element.indent.at(self.setting.size);
            let again = |painter: &Self, out: &mut Frame| {
                let mut y = y;
                for part in &table.parts[..table.head_parts] {
                    painter.table_head_again(table, text, *part, Point::new(x, y), out);
                    y += painter.setting.step() * i64::from(part.height());
                }
            };
            if element.direction == self.flow.direction {
                again(self, out);
            } else {
                self.opposite(edge, edge + self.setting.measure, out, again);
            }
        }
    }

    fn running_head(
        &self,
        element: &Element,
        words: &Shaped,
        at: Point,
        out: &mut Frame,
    ) {
        let section = &self.flow.sections[element.section];
        let size = self.setting.size;
        // Where it is tight, the rule stands halfway to the text right below.
        let height =
            self.setting.leading * if self.setting.gap.is_some() { 20 } else { 22 } / 20;
        let pen = self.pen();
        // Descenders keep off the rule: words that reach deep stand higher.
        let (_, below) = words.ink(self.fonts);
        let lowest = height - (below + HEAD_AIR).at(size);
        let baseline = at.y + self.baseline_of(height, Em::ONE).min(lowest);
        let mut x = at.x + self.spine.width();
        if !section.number.is_empty() {
            let tag = (SECTION_TAG - Em::thousandths(900)).at(size);
            let extent = Size::new(x - at.x + tag, height);
            out.push(at, FrameItem::Rect { size: extent, fill: section.hue.bar });
            let mut number = pen.clone();
            number.color = Some(theme::INK);
            let width = section.number.width().at(pen.size);
            let number_at = Point::new(x + (tag - width) / 2, baseline);
            number.line(&section.number, number_at, out);
            x += tag + Em::thousandths(500).at(size);
        }
        let right = at.x + self.spine.width() + self.setting.measure;
        pen.shortened(words, (right - x).in_em(pen.size), Point::new(x, baseline), out);
        let rule = Size::new(right - at.x, HAIRLINE.at(size));
        let fill = section.hue.solid;
        out.push(Point::new(at.x, at.y + height), FrameItem::Rect { size: rule, fill });
    }

    /// A bar with lines of a section's name; the `first` has its number and questions, too.
    pub(super) fn section(
        &self,
        element: &Element,
        lines: &[Line],
        first: bool,
        at: Point,
        out: &mut Frame,
    ) {
        let Body::Section { name, range } = &element.body else { return };
        let section = &self.flow.sections[element.section];
        let (size, leading) = (self.setting.size, self.setting.leading);
        let height = leading * lines.len() as i64 + leading * 3 / 10;
        let left = at.x - self.spine.width();
        let right = at.x + self.setting.measure;
        let rect = |width: Length, fill| {
            let size = Size::new(width, height);
            (Point::new(left, at.y), FrameItem::Rect { size, fill })
        };
        let tag = (SECTION_TAG - Em::thousandths(700)).at(size) + self.spine.width();
        out.items
            .extend([rect(right - left, section.hue.bar), rect(tag, section.hue.solid)]);
        let pen = self.pen();
        if first {
            let number = pen.scaled(SCALES.section);
            let width = section.number.width().at(number.size);
            let middle = at.y + self.baseline_of(height, SCALES.section);
            let place = Point::new(left + (tag - width) / 2, middle);
            number.line(&section.number, place, out);
        }
        let baseline =
            at.y + self.baseline_of(leading + leading * 3 / 10, SCALES.section);
        for (n, line) in (0..).zip(lines) {
            let x = at.x + SECTION_TAG.at(size);
            pen.glyphs(name, line, Point::new(x, baseline + leading * n), out);
        }
        if first {
            let x = right - range.width().at(size) - Em::thousandths(450).at(size);
            pen.line(range, Point::new(x, baseline), out);
        }
    }
}
