//! The elements of a `math` element, as they are written.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may be in each other. What reads and sets them calls itself for each
/// level, and a color or a style that is changed again and again nests without a brace.
const DEEPEST: usize = 120;

/// The name of what is no element: text between elements.
const TEXT: &str = "";

/// An element, or text between elements.
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    text: String,
    pub(super) children: Vec<Self>,
}

/// The `math` element; nothing where the XML is broken or too deep.
pub(super) fn parse(mathml: &str) -> Option<Element> {
    let mut reader = Reader::from_str(mathml);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let done = match reader.read_event().ok()? {
            Event::Start(tag) => {
                open.push(Element::of(&tag)?);
                if open.len() > DEEPEST {
                    return None;
                }
                continue;
            }
            Event::Empty(tag) => Element::of(&tag)?,
            Event::End(_) => open.pop()?,
            Event::Text(text) => {
                open.last_mut()?.say(text.as_ref());
                continue;
            }
            Event::GeneralRef(name) => {
                let text = format!("&{};", name.as_ref());
                open.last_mut()?.say(&unescape(&text).ok()?);
                continue;
            }
            Event::Eof => return None,
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => return Some(done),
        }
    }
}

impl Element {
    fn of(tag: &BytesStart<'_>) -> Option<Self> {
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            let value: &str = attribute.value.as_ref();
            attributes.push((attribute.key.as_ref().to_owned(), value.to_owned()));
        }
        let name = tag.name().as_ref().to_owned();
        Some(Self { name, attributes, text: String::new(), children: Vec::new() })
    }

    /// Takes up text behind what it has.
    fn say(&mut self, words: &str) {
        match self.children.last_mut() {
            Some(last) if last.name == TEXT => last.text.push_str(words),
            _ => self.children.push(Self {
                name: TEXT.to_owned(),
                attributes: Vec::new(),
                text: words.to_owned(),
                children: Vec::new(),
            }),
        }
    }

    /// All that it says.
    pub(super) fn text(&self) -> String {
        let mut text = self.text.clone();
        for child in &self.children {
            text.push_str(&child.text());
        }
        text
    }

    /// Whether it is text between elements.
    pub(super) fn is_text(&self) -> bool {
        self.name == TEXT
    }

    /// What is said of it by this name; nothing is said in an empty one.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|(key, _)| key == name);
        attribute.map(|(_, value)| value.as_str())
    }

    /// Whether what is said of it by this name is this.
    pub(super) fn says(&self, name: &str, value: &str) -> bool {
        self.attribute(name) == Some(value)
    }

    /// Whether it is of a class.
    pub(super) fn is_of(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split_whitespace().any(|one| one == class)
    }

    /// The value of a property of its style.
    pub(super) fn style(&self, property: &str) -> Option<&str> {
        let mut properties = self.attribute("style")?.split(';');
        properties.find_map(|one| {
            let (name, value) = one.split_once(':')?;
            (name.trim() == property).then_some(value.trim())
        })
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(|child| !child.is_text())
    }
}

/// `0.2777778em` as thousandths of the em; points are tenths of it. Digits alone are read, so
/// that no number of a computer's own comes in.
pub(super) fn thousandths(width: &str) -> Option<i64> {
    /// Wider room is none that a page has.
    const MOST: i64 = 100_000;
    let width = width.trim();
    let (number, unit) = match width.find(|c: char| c.is_ascii_alphabetic() || c == '%') {
        Some(end) => width.split_at(end),
        None => (width, ""),
    };
    let (minus, digits) = match number.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let mut millis = 0_i64;
    for c in whole.chars() {
        millis = (millis * 10 + i64::from(c.to_digit(10)?)).min(MOST);
    }
    let mut fourth = 0;
    let mut places = part.chars();
    for _ in 0..3 {
        let digit = places.next().map_or(Some(0), |c| c.to_digit(10))?;
        millis = millis * 10 + i64::from(digit);
    }
    if let Some(c) = places.next() {
        fourth = c.to_digit(10)?;
    }
    millis += i64::from(fourth >= 5);
    let millis = match unit {
        "em" | "" => millis,
        "ex" => millis / 2,
        "pt" => millis / 10,
        "px" => millis * 3 / 40,
        "mu" => millis / 18,
        "pc" => millis * 12 / 10,
        "in" => millis * 72 / 10,
        "cm" => millis * 72 * 100 / 2540,
        "mm" => millis * 72 * 10 / 2540,
        _ => return None,
    };
    Some(minus * millis.min(MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_thousandths_of_the_em() {
        for (width, n) in [
            ("0.2777778em", 278),
            ("1em", 1000),
            ("-3em", -3000),
            (".5em", 500),
            ("10pt", 1000),
            ("18mu", 1000),
            ("0", 0),
            ("-0.16666667em", -167),
            ("99999999999999999999em", 100_000),
        ] {
            assert_eq!(thousandths(width), Some(n), "{width}");
        }
        for none in ["", "em", "x", "1e9em", "100%", "--1em", "1.x"] {
            assert_eq!(thousandths(none), None, "{none}");
        }
    }

    #[test]
    fn what_nests_without_an_end_is_nothing() {
        let deep = |n: usize| {
            format!("<math>{}x{}</math>", "<mrow>".repeat(n), "</mrow>".repeat(n))
        };
        assert!(parse(&deep(100)).is_some());
        assert!(parse(&deep(100_000)).is_none());
    }
}
