//! Pictures in a line of text, and the words that stand for those that are not shown.

use super::text::Text;
use super::xml::{Xml, clean};
use crate::document::{Inline, PictureWidth};

impl Text<'_> {
    /// A picture, or the words that stand for it.
    pub(super) fn picture(
        &mut self,
        inline: &Inline,
        source: &str,
        alt: &str,
        width: Option<PictureWidth>,
    ) {
        let files = self.book.pictures;
        let name = files.and_then(|files| files.name(inline.span.source, source));
        if let Some(name) = name {
            let alt = clean(alt.trim());
            let facts = &mut self.markup().facts;
            facts.pictures += 1;
            facts.pictures_without_text += usize::from(alt.is_empty());
            let (key, width) = match width {
                Some(PictureWidth::Pixels(pixels)) => ("width", pixels.to_string()),
                Some(PictureWidth::Percent(share)) => {
                    ("style", format!("width: {share}%"))
                }
                None => return self.empty("img", &[("src", name), ("alt", &alt)]),
            };
            return self.empty("img", &[("src", name), ("alt", &alt), (key, &width)]);
        }
        let word = self.book.words.book.picture;
        if alt.trim().is_empty() {
            return self.added(&format!("[{word}]"));
        }
        self.markup().facts.pictures_as_text += 1;
        let attributes = [("class", "picture"), ("role", "img"), ("aria-label", alt)];
        self.element("span", &attributes, |text| {
            text.added(&["[", word, text.book.words.signs.colon].concat());
            text.text(alt);
            text.added("]");
        });
    }
}
