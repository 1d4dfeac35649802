//! `MathML` as a tree of what pages can show.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::letters::{LetterStyle, plain};

/// What an operator does to the room around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Stands between two things, with room on both sides: `+`, `=`, `→`. Where nothing is
    /// before it, it belongs to what follows.
    Between,
    /// Belongs to what is next to it, without room: `′`, `/`.
    Tight,
    /// Opens a pair.
    Open,
    /// Closes a pair.
    Close,
    /// Opens or closes, as it stands: `|`.
    Bar,
    /// Has room after it: `,`.
    Comma,
    /// A name in letters, such as `log`.
    Name,
    /// Gathers what follows: `∑`, `∫`.
    Large,
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Letters: variables, or a name.
    Letters(String, LetterStyle),
    /// A number.
    Number(String, LetterStyle),
    /// An operator.
    Sign(String, Sign),
    /// Words.
    Text(String),
    /// Room, in thousandths of the em.
    Space(i64),
    /// Parts side by side.
    Row(Vec<Self>),
    /// One above the other.
    Fraction {
        /// The upper part.
        above: Box<Self>,
        /// The lower part.
        below: Box<Self>,
        /// Whether a line is between them.
        bar: bool,
    },
    /// A root.
    Root {
        /// What is under it.
        of: Box<Self>,
        /// Which root, if not the second.
        degree: Option<Box<Self>>,
    },
    /// Something with parts below and above.
    Scripts {
        /// What they stand at.
        base: Box<Self>,
        /// Lowered.
        sub: Option<Box<Self>>,
        /// Raised.
        sup: Option<Box<Self>>,
        /// Whether they stand under and over it in a displayed formula.
        stacked: bool,
    },
    /// Something with a mark over or under it.
    Accent {
        /// What it marks.
        base: Box<Self>,
        /// The mark, a character that stands by itself.
        mark: char,
        /// Whether it is under.
        under: bool,
    },
    /// Rows of cells.
    Table(Vec<Vec<Self>>),
}

/// An element of the XML.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Self>,
}

/// The parts of a `math` element.
pub(super) fn read(mathml: &str) -> Option<Vec<Node>> {
    let root = parse(mathml)?;
    Some(nodes(&root.children))
}

fn parse(mathml: &str) -> Option<Element> {
    let mut reader = Reader::from_str(mathml);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let done = match reader.read_event().ok()? {
            Event::Start(tag) => {
                open.push(Element::of(&tag)?);
                continue;
            }
            Event::Empty(tag) => Element::of(&tag)?,
            Event::End(_) => open.pop()?,
            Event::Text(text) => {
                open.last_mut()?.text.push_str(text.as_ref());
                continue;
            }
            Event::GeneralRef(name) => {
                let text = format!("&{};", name.as_ref());
                open.last_mut()?.text.push_str(&unescape(&text).ok()?);
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
        let (name, text) = (tag.name().as_ref().to_owned(), String::new());
        Some(Self { name, attributes, text, children: Vec::new() })
    }

    fn attribute(&self, name: &str) -> &str {
        let attribute = self.attributes.iter().find(|(key, _)| key == name);
        attribute.map_or("", |(_, value)| value)
    }

    fn child(&self, index: usize) -> Node {
        self.children.get(index).map_or(Node::Row(Vec::new()), node)
    }
}

/// `0.2777778em` as thousandths of the em.
fn thousandths(width: &str) -> i64 {
    let number = width.strip_suffix("em").unwrap_or(width);
    let number: f64 = number.parse().unwrap_or_default();
    (number.clamp(-10.0, 10.0) * 1000.0) as i64
}

fn nodes(elements: &[Element]) -> Vec<Node> {
    elements.iter().map(node).collect()
}

fn node(element: &Element) -> Node {
    let child = |index| Box::new(element.child(index));
    let (sub, sup) = (|index| Some(child(index)), |index| Some(child(index)));
    match element.name.as_str() {
        "mi" => letters(&element.text, element.attribute("mathvariant") == "normal"),
        "mn" => number(&element.text),
        "mo" => sign(element),
        "mtext" => Node::Text(element.text.clone()),
        "mspace" => Node::Space(thousandths(element.attribute("width"))),
        "mfrac" => {
            let bar = element.attribute("linethickness") != "0";
            Node::Fraction { above: child(0), below: child(1), bar }
        }
        "msqrt" => {
            Node::Root { of: Box::new(Node::Row(nodes(&element.children))), degree: None }
        }
        "mroot" => Node::Root { of: child(0), degree: Some(child(1)) },
        "msub" => scripts(child(0), sub(1), None, false),
        "msup" => scripts(child(0), None, sup(1), false),
        "msubsup" => scripts(child(0), sub(1), sup(2), false),
        "munderover" => scripts(child(0), sub(1), sup(2), true),
        "munder" | "mover" => under_or_over(element),
        "mtable" => {
            let cells = |row: &Element| row.children.iter().map(row_of).collect();
            Node::Table(element.children.iter().map(cells).collect())
        }
        "mphantom" => Node::Space(0),
        _ => row_of(element),
    }
}

fn row_of(element: &Element) -> Node {
    let mut nodes = nodes(&element.children);
    match nodes.len() {
        1 => nodes.remove(0),
        _ => Node::Row(nodes),
    }
}

fn scripts(
    base: Box<Node>,
    sub: Option<Box<Node>>,
    sup: Option<Box<Node>>,
    stacked: bool,
) -> Node {
    Node::Scripts { base, sub, sup, stacked }
}

/// A mark on letters, or a limit.
fn under_or_over(element: &Element) -> Node {
    let under = element.name == "munder";
    let (base, other) = (Box::new(element.child(0)), Box::new(element.child(1)));
    let accent = ["accent", "accentunder"].map(|name| element.attribute(name));
    if let (true, Node::Sign(mark, _)) = (accent.contains(&"true"), &*other)
        && let Some(mark) = mark.chars().next()
    {
        return Node::Accent { base, mark, under };
    }
    // What only makes room for a long arrow says nothing.
    if matches!(*other, Node::Space(_)) {
        return *base;
    }
    if under {
        scripts(base, Some(other), None, true)
    } else {
        scripts(base, None, Some(other), true)
    }
}

fn letters(text: &str, upright: bool) -> Node {
    let one = text.chars().count() == 1;
    let variable = one && !upright && text.chars().all(char::is_alphabetic);
    let own = LetterStyle::new(false, variable);
    let (text, style) = styled(text, own);
    if style.bold && text.chars().all(|c| c.is_ascii_digit()) {
        return Node::Number(text, style);
    }
    Node::Letters(text, style)
}

fn number(text: &str) -> Node {
    let (text, style) = styled(text, LetterStyle::default());
    Node::Number(text, style)
}

/// Plain letters and the style that all of them are in; `own` where they have none.
fn styled(text: &str, own: LetterStyle) -> (String, LetterStyle) {
    let mut style = own;
    // Selectors of a script's style say nothing to any font at hand.
    let shown = text.chars().filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}'));
    let text = shown.map(|c| match plain(c) {
        Some((letter, its)) => {
            style = its;
            letter
        }
        None if plain_is_upright(c) => {
            style.italic = false;
            c
        }
        None => c,
    });
    let text = text.collect();
    (text, style)
}

/// Letters that are a style of their own, such as `ℝ`, and signs that are no letters.
fn plain_is_upright(c: char) -> bool {
    matches!(c, '\u{2100}'..='\u{214f}' | '\u{1d400}'..='\u{1d7ff}' | '∞' | '∅')
        && !matches!(c, 'ℎ' | 'ℏ' | 'ℓ')
}

fn sign(element: &Element) -> Node {
    let text: String = element.text.chars().filter(|c| !is_invisible(*c)).collect();
    let mut characters = text.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else {
        let name = text.chars().any(char::is_alphabetic);
        let kind = if name { Sign::Name } else { Sign::Between };
        return Node::Sign(text, kind);
    };
    let form = element.attribute("form");
    let kind = match first {
        _ if form == "prefix" => Sign::Open,
        _ if form == "postfix" => Sign::Close,
        '(' | '[' | '{' | '⌊' | '⌈' | '⟨' | '⟦' => Sign::Open,
        ')' | ']' | '}' | '⌋' | '⌉' | '⟩' | '⟧' | '!' => Sign::Close,
        '|' | '‖' => Sign::Bar,
        ',' | ';' => Sign::Comma,
        '∑' | '∏' | '∐' | '∫'..='∳' | '⋀'..='⋃' | '⨀'..='⨏' => {
            Sign::Large
        }
        '/' | '′'..='‷' | '.' | '⏟' | '⏞' | '¬' | '∀' | '∃' | '%' | '°' => {
            Sign::Tight
        }
        c if c.is_alphabetic() => Sign::Name,
        _ => Sign::Between,
    };
    Node::Sign(text, kind)
}

/// Marks of invisible multiplication and the like.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{2061}'..='\u{2064}' | '\u{200b}' | '\u{fe00}'..='\u{fe0f}')
}
