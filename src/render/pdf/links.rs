//! Link annotations (ISO 32000-1, 12.5.6.5).

use std::fmt::Write as _;

use lopdf::{Dictionary, Object, StringFormat, dictionary};

use super::affine::Area;
use super::draw::Link;
use super::syntax::{milli, text};
use super::tree::edges;
use crate::frame::LinkTarget;
use crate::units::{Length, Point};

/// Thousandths as a number of the file.
pub(super) fn number(thousandths: i64) -> Object {
    if thousandths % 1000 == 0 {
        Object::Integer(thousandths / 1000)
    } else {
        Object::Real(thousandths as f32 / 1000.0)
    }
}

/// A place on a page as a destination that keeps the reader's zoom (12.3.2.2).
pub(super) fn destination(page: u32, at: Point, page_height: Length) -> Object {
    let (x, y) = (number(milli(at.x)), number(milli(page_height - at.y)));
    Object::Array(vec![Object::Reference((page, 0)), "XYZ".into(), x, y, Object::Null])
}

/// The annotation of a link whose key in the parent tree is `key`; none if it leads to a
/// place that there isn't.
pub(super) fn annotation(
    link: &Link<'_>,
    page_height: Length,
    key: u32,
    place: impl Fn(&str) -> Option<Object>,
) -> Option<Dictionary> {
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rect(link.area, page_height),
        "Border" => [0, 0, 0].map(Object::Integer).to_vec(),
        // Printed (ISO 19005-2, 6.3.2).
        "F" => 4,
        "StructParent" => i64::from(key),
        "Contents" => Object::String(text(spoken(link)), StringFormat::Literal),
    };
    match link.target {
        LinkTarget::Anchor(name) => annotation.set("Dest", place(name)?),
        LinkTarget::Uri(uri) => {
            let uri = Object::String(encoded(uri).into_bytes(), StringFormat::Literal);
            annotation.set("A", dictionary! { "S" => "URI", "URI" => uri });
        }
    }
    Some(annotation)
}

fn rect(area: Area, page_height: Length) -> Vec<Object> {
    edges(area, page_height).map(number).to_vec()
}

/// What a screen reader says for a link, which must be something (ISO 14289-1, 7.18.5).
fn spoken<'a>(link: &Link<'a>) -> &'a str {
    let target = match link.target {
        LinkTarget::Anchor(name) => name,
        LinkTarget::Uri(uri) => uri,
    };
    [link.title.trim(), target]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or("link")
}

/// An address in the characters that it may have (12.6.4.7: 7-bit ASCII).
fn encoded(uri: &str) -> String {
    let mut encoded = String::with_capacity(uri.len());
    for byte in uri.trim().bytes() {
        if byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_is_ascii() {
        assert_eq!(
            super::encoded(" https://ex.org/Größe a?b=1&c#d "),
            "https://ex.org/Gr%C3%B6%C3%9Fe%20a?b=1&c#d"
        );
    }
}
