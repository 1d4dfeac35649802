//! Pictures in a line of text, and the words that stand for those that are not shown.

use super::text::Text;
use super::xml::Xml;
use crate::document::Inline;

impl Text<'_> {
    /// A picture, or the words that stand for it.
    pub fn picture(&mut self, inline: &Inline, source: &str, alt: &str) {
        let files = self.book.pictures;
        let name = files.and_then(|files| files.name(inline.span.source, source));
        if let Some(name) = name {
            return self.empty("img", &[("src", name), ("alt", alt.trim())]);
        }
        let word = self.book.words.picture;
        if alt.trim().is_empty() {
            return self.added(&format!("[{word}]"));
        }
        let attributes = [("class", "picture"), ("role", "img"), ("aria-label", alt)];
        self.element("span", &attributes, |text| {
            text.added(&format!("[{word}: "));
            text.text(alt);
            text.added("]");
        });
    }
}
