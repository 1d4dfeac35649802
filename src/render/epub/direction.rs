//! Text that runs the other way than the book: paragraphs, lists and tables from right to
//! left in a book from left to right, and words of a program inside text from the right.

use super::text::Text;
use super::xml::{Attribute, Xml};

/// What says that an element runs from right to left.
const LEFTWARDS: Attribute = ("dir", "rtl");
/// What says that an element runs from left to right.
const RIGHTWARDS: Attribute = ("dir", "ltr");

impl Text<'_> {
    /// An element with text that runs leftwards or not; it says so where the text around
    /// does not run leftwards, too.
    pub fn facing(
        &mut self,
        name: &str,
        attributes: &[Attribute],
        leftwards: bool,
        content: impl FnOnce(&mut Self),
    ) {
        if !leftwards || self.leftwards {
            return self.element(name, attributes, content);
        }
        let attributes: Vec<Attribute> =
            attributes.iter().copied().chain([LEFTWARDS]).collect();
        self.leftwards = true;
        self.element(name, &attributes, content);
        self.leftwards = false;
    }

    /// Words of a program, whose signs keep their places in any text.
    pub fn program(&mut self, attributes: &[Attribute], words: &str) {
        self.markup().facts.codes += 1;
        let mut attributes = attributes.to_vec();
        attributes.extend(self.leftwards.then_some(RIGHTWARDS));
        self.leaf("code", &attributes, words);
    }
}
