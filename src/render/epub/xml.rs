//! Writing XML that is well formed whatever the text says.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::facts::Facts;

/// A name and its value.
pub(super) type Attribute<'a> = (&'a str, &'a str);

/// Something that elements can be written into.
pub(super) trait Xml {
    /// Where it all goes.
    fn markup(&mut self) -> &mut Markup;

    /// An element around what `inside` writes. It is closed here, so tags always balance.
    fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute],
        inside: impl FnOnce(&mut Self),
    ) {
        self.markup().put(Event::Start(tag(name, attributes)));
        inside(self);
        self.markup().put(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    fn empty(&mut self, name: &str, attributes: &[Attribute]) {
        self.markup().put(Event::Empty(tag(name, attributes)));
    }

    /// An element that holds only words.
    fn leaf(&mut self, name: &str, attributes: &[Attribute], words: &str) {
        self.element(name, attributes, |inside| inside.text(words));
    }

    /// Words.
    fn text(&mut self, words: &str) {
        self.markup().put(Event::Text(BytesText::new(&clean(words))));
    }
}

/// XML being written into memory.
pub(super) struct Markup {
    writer: Writer<Vec<u8>>,
    /// What was written, as far as its writers count it.
    pub facts: Facts,
}

impl Xml for Markup {
    fn markup(&mut self) -> &mut Markup {
        self
    }
}

impl Markup {
    /// Nothing yet.
    pub(super) fn fragment() -> Self {
        Self { writer: Writer::new(Vec::new()), facts: Facts::default() }
    }

    /// An XML declaration, and the document type of HTML if `html`.
    pub(super) fn document(html: bool) -> Self {
        let mut markup = Self::fragment();
        markup.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        markup.line();
        if html {
            markup.put(Event::DocType(BytesText::new("html")));
            markup.line();
        }
        markup
    }

    /// A line end, for those who read the source.
    pub(super) fn line(&mut self) {
        self.put(Event::Text(BytesText::from_escaped("\n")));
    }

    /// One event as it is.
    pub(super) fn put(&mut self, event: Event) {
        self.writer.write_event(event).expect("writing to memory does not fail");
    }

    /// How many bytes there are so far.
    pub(super) fn len(&self) -> usize {
        self.writer.get_ref().len()
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        String::from_utf8(self.writer.into_inner()).expect("only strings were written")
    }

    /// Takes in what was written elsewhere.
    pub(super) fn append(&mut self, other: Self) {
        self.writer.get_mut().extend(other.writer.into_inner());
        self.facts += other.facts;
    }
}

fn tag<'a>(name: &'a str, attributes: &'a [Attribute]) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for (name, value) in attributes {
        tag.push_attribute((*name, clean(value).as_ref()));
    }
    tag
}

/// `text` without the characters that XML 1.0 (section 2.2) or HTML (section 13.2.3.5)
/// forbids: controls other than tab and line feed, and the noncharacters.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&c| allowed(c)).collect())
}

fn allowed(c: char) -> bool {
    let noncharacter =
        matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32 & 0xFFFE) == 0xFFFE;
    (!c.is_control() || c == '\t' || c == '\n') && !noncharacter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        let text = "a\0b\u{8}\u{7f}\u{85}\u{FFFE}\u{1FFFF}\u{FDD0}\r\n\tc 😀";
        assert_eq!(clean(text), "ab\n\tc 😀");
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut markup = Markup::fragment();
        markup.leaf("p", &[("title", "<\"&'>")], "a < b & c ]]> d");
        let expected = "<p title=\"&lt;&quot;&amp;&apos;&gt;\">\
            a &lt; b &amp; c ]]&gt; d</p>";
        assert_eq!(markup.finish(), expected);
    }
}
