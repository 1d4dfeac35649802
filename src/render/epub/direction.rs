//! Text that runs the other way than the book: paragraphs, lists and tables from right to
//! left in a book from left to right, and words of a program inside text from the right.

use super::text::Text;
use super::xml::{Attribute, Xml};
use crate::text::Direction;

/// What says that an element runs from right to left.
const RTL: Attribute = ("dir", "rtl");
/// What says that an element runs from left to right.
const LTR: Attribute = ("dir", "ltr");

impl Text<'_> {
    /// An element with text of a direction; it says so where that is from right to left and
    /// the text around is not.
    pub(super) fn directed(
        &mut self,
        name: &str,
        attributes: &[Attribute],
        direction: Direction,
        content: impl FnOnce(&mut Self),
    ) {
        if !direction.is_rtl() || self.direction.is_rtl() {
            return self.element(name, attributes, content);
        }
        let attributes: Vec<Attribute> =
            attributes.iter().copied().chain([RTL]).collect();
        let around = std::mem::replace(&mut self.direction, direction);
        self.element(name, &attributes, content);
        self.direction = around;
    }

    /// Words of a program, whose signs keep their places in any text.
    pub(super) fn program(&mut self, attributes: &[Attribute], words: &str) {
        self.markup().facts.codes += 1;
        let mut attributes = attributes.to_vec();
        attributes.extend(self.direction.is_rtl().then_some(LTR));
        self.leaf("code", &attributes, words);
    }
}
