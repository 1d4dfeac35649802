//! `MathML` to the tree that formulas are set from.

use super::operator::Operator;
use super::table;
use super::tree::{Lines, Look, Node, Room};
use super::xml::{self, Element, thousandths};

/// The parts of a `math` element.
pub(super) fn read(mathml: &str) -> Option<Vec<Node>> {
    let root = xml::parse(mathml)?;
    Some(nodes(&root))
}

fn nodes(parent: &Element) -> Vec<Node> {
    parent.elements().map(node).collect()
}

fn child(element: &Element, index: usize) -> Node {
    element.elements().nth(index).map_or(Node::nothing(), node)
}

fn node(element: &Element) -> Node {
    let part = |index| Box::new(child(element, index));
    let (sub, sup) = (|index| some(part(index)), |index| some(part(index)));
    match element.name.as_str() {
        "mi" => letters(element),
        "mn" => Node::Number(element.text()),
        "mo" => Node::Sign(operator(element)),
        "mtext" | "ms" => words(element),
        "mspace" => Node::Space(space(element)),
        "mfrac" => fraction(element),
        "msqrt" => Node::Root { of: Box::new(row_of(element)), degree: None },
        "mroot" => Node::Root { of: part(0), degree: Some(part(1)) },
        "msub" => scripts(part(0), sub(1), None, false),
        "msup" => scripts(part(0), None, sup(1), false),
        "msubsup" => scripts(part(0), sub(1), sup(2), false),
        "munderover" => scripts(part(0), sub(1), sup(2), true),
        "munder" | "mover" => under_or_over(element),
        "mmultiscripts" => around(element),
        "mtable" => table::read(element, &row_of),
        "mphantom" => Node::Phantom(Box::new(row_of(element))),
        "mpadded" => padded(element),
        "menclose" => enclosed(element),
        _ => styled(element),
    }
}

/// Nothing for an empty part.
fn some(part: Box<Node>) -> Option<Box<Node>> {
    (!part.is_empty()).then_some(part)
}

fn row_of(element: &Element) -> Node {
    let mut nodes = nodes(element);
    match nodes.len() {
        1 => nodes.remove(0),
        _ => Node::Row(nodes),
    }
}

/// A row, with the look that is written of it.
fn styled(element: &Element) -> Node {
    let level = element.attribute("scriptlevel").and_then(|level| level.parse().ok());
    let display = element.attribute("displaystyle").map(|display| display == "true");
    let color = element.style("color").or_else(|| element.attribute("mathcolor"));
    let look = Look { display, level, color: color.and_then(rgb) };
    let node = if look == Look::default() {
        row_of(element)
    } else {
        Node::Styled { look, of: nodes(element) }
    };
    let lines = Lines {
        frame: element.is_of("boxed"),
        up: element.is_of("struck"),
        ..Lines::default()
    };
    if lines == Lines::default() {
        return node;
    }
    Node::Enclosed { of: Box::new(node), lines }
}

/// `#ff0000`, or one of the names that every program knows.
fn rgb(color: &str) -> Option<[u8; 3]> {
    let hex = match color.trim() {
        "black" => "000000",
        "red" => "ff0000",
        "green" => "008000",
        "blue" => "0000ff",
        "cyan" => "00ffff",
        "magenta" => "ff00ff",
        "yellow" => "ffff00",
        "gray" | "grey" => "808080",
        "white" => "ffffff",
        "orange" => "ffa500",
        "purple" => "800080",
        "brown" => "a52a2a",
        color => color.strip_prefix('#')?,
    };
    let number = u32::from_str_radix(hex, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    match hex.len() {
        6 => Some([red, green, blue]),
        3 => Some([8, 4, 0].map(|shift| ((number >> shift) & 0xf) as u8 * 17)),
        _ => None,
    }
}

fn letters(element: &Element) -> Node {
    let upright = element.says("mathvariant", "normal");
    Node::Letters { text: element.text(), upright }
}

fn operator(element: &Element) -> Operator {
    let length = |name| element.attribute(name).and_then(thousandths);
    let mut operator =
        Operator::new(&element.text(), element.attribute("form").unwrap_or_default());
    if let Some(stretchy) = element.attribute("stretchy") {
        operator.stretchy = stretchy == "true";
    }
    if let Some(movable) = element.attribute("movablelimits") {
        operator.movable = movable == "true";
    }
    operator.before = length("lspace");
    operator.after = length("rspace");
    operator.height = length("minsize");
    operator
}

/// Words, with what is bold or slanted among them.
fn words(element: &Element) -> Node {
    if element.is_of("tag") {
        return Node::Tag(element.text());
    }
    let mut parts = Vec::new();
    say(element, (false, false, false), &mut parts);
    match parts.len() {
        1 => parts.remove(0),
        _ => Node::Row(parts),
    }
}

fn say(element: &Element, look: (bool, bool, bool), out: &mut Vec<Node>) {
    for part in &element.children {
        let (bold, italic, code) = look;
        match part.name.as_str() {
            "b" | "strong" => say(part, (true, italic, code), out),
            "i" | "em" => say(part, (bold, true, code), out),
            "code" => say(part, (bold, italic, true), out),
            _ if part.is_text() => {
                out.push(Node::Text { text: part.text(), bold, italic, code });
            }
            _ => say(part, look, out),
        }
    }
}

fn space(element: &Element) -> i64 {
    let width = element.attribute("width").and_then(thousandths);
    let margin = element.style("margin-left").and_then(thousandths);
    width.or(margin).unwrap_or_default()
}

fn fraction(element: &Element) -> Node {
    let thickness = element.attribute("linethickness").and_then(thousandths);
    Node::Fraction {
        above: Box::new(child(element, 0)),
        below: Box::new(child(element, 1)),
        bar: thickness != Some(0),
        display: element.attribute("displaystyle").map(|display| display == "true"),
    }
}

fn scripts(
    base: Box<Node>,
    sub: Option<Box<Node>>,
    sup: Option<Box<Node>>,
    stacked: bool,
) -> Node {
    if sub.is_none() && sup.is_none() {
        return *base;
    }
    Node::Scripts { base, sub, sup, stacked }
}

/// A mark on letters, or a limit.
fn under_or_over(element: &Element) -> Node {
    let under = element.name == "munder";
    let part = |index| Box::new(child(element, index));
    let (base, other) = (part(0), part(1));
    let accent = element.says("accent", "true") || element.says("accentunder", "true");
    if let (true, Node::Sign(operator)) = (accent, &*other)
        && let Some(mark) = operator.text.chars().next()
    {
        let wide = operator.stretchy;
        return Node::Accent { base, mark, under, wide };
    }
    // What only makes room for a long arrow says nothing.
    if matches!(*other, Node::Space(_)) {
        return *base;
    }
    let (sub, sup) = if under { (some(other), None) } else { (None, some(other)) };
    scripts(base, sub, sup, true)
}

/// Parts at the four corners: those behind the base first, then those before it.
fn around(element: &Element) -> Node {
    let mut parts = element.elements();
    let base = Box::new(parts.next().map_or(Node::nothing(), node));
    let mut corners = [None, None, None, None];
    let mut at = 0;
    for part in parts {
        if part.name == "mprescripts" {
            at = 2;
        } else if let Some(corner) = corners.get_mut(at) {
            *corner = some(Box::new(node(part)));
            at += 1;
        }
    }
    let [sub, sup, sub_before, sup_before] = corners;
    let stands = scripts(base, sub, sup, false);
    if sub_before.is_none() && sup_before.is_none() {
        return stands;
    }
    Node::Before { sub: sub_before, sup: sup_before, base: Box::new(stands) }
}

fn padded(element: &Element) -> Node {
    let of = Box::new(row_of(element));
    let length = |name| element.attribute(name).and_then(thousandths);
    let lspace = element.attribute("lspace").unwrap_or_default();
    // `-1width` moves it out to the left, `-0.5width` has it in the middle.
    let back = match (lspace.strip_prefix('-'), lspace.contains("width")) {
        (Some(part), true) if part.starts_with("0.5") || part.starts_with("50") => 1,
        (Some(_), true) => 2,
        _ => 0,
    };
    let padding = element.style("padding-left").and_then(thousandths);
    let room = Room {
        width: length("width"),
        height: length("height"),
        depth: length("depth"),
        raise: length("voffset").unwrap_or_default(),
        back,
        relation: padding.is_some_and(|padding| padding > 250),
    };
    Node::Padded { of, room }
}

fn enclosed(element: &Element) -> Node {
    let notation = element.attribute("notation").unwrap_or_default();
    let has = |name: &str| notation.split_whitespace().any(|one| one == name);
    let lines = Lines {
        frame: has("box") || has("roundedbox"),
        up: has("updiagonalstrike"),
        down: has("downdiagonalstrike"),
        across: has("horizontalstrike"),
    };
    // Beside what it encloses there is an empty row a line, to draw the line with.
    let mut within: Vec<_> =
        nodes(element).into_iter().filter(|n| !n.is_empty()).collect();
    let of = if within.len() == 1 { within.remove(0) } else { Node::Row(within) };
    Node::Enclosed { of: Box::new(of), lines }
}
