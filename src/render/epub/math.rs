//! Formulas as `MathML`, which readers can show and speak.
//!
//! What [`crate::math`] does not understand stays TeX: it is shown as code, and nothing is
//! lost.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, BytesText, Event};

use super::xml::{Markup, clean};
use crate::math;

/// Attributes of `MathML` Core that EPUB's `MathML` 3 has as well. Styles and colours are not
/// among them: those are the reader's.
const ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "columnalign",
    "columnlines",
    "columnspan",
    "depth",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rowlines",
    "rowspan",
    "rspace",
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

/// The formula as a `math` element that carries its TeX as alternative text; nothing where
/// it is not understood.
pub(super) fn mathml(tex: &str, display: bool) -> Option<Markup> {
    let tex = clean(tex);
    copied(&math::mathml(&tex, display)?, &tex, display)
}

/// The same elements, with only the attributes that are known to be valid.
fn copied(mathml: &str, tex: &str, display: bool) -> Option<Markup> {
    let mut reader = Reader::from_str(mathml);
    let mut markup = Markup::fragment();
    let mut shown = false;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return shown.then_some(markup),
            Event::Start(tag) if tag.name().as_ref() == "math" => {
                markup.put(Event::Start(root(tex, display)));
            }
            Event::Start(tag) => markup.put(Event::Start(plain(&tag)?)),
            Event::Empty(tag) => markup.put(Event::Empty(plain(&tag)?)),
            Event::Text(text) => {
                shown |= !text.as_ref().trim().is_empty();
                // The text is escaped as it was.
                let text: Cow<str> = clean(text.as_ref());
                markup.put(Event::Text(BytesText::from_escaped(text)));
            }
            event => {
                shown |= matches!(event, Event::GeneralRef(_));
                markup.put(event);
            }
        }
    }
}

fn root(tex: &str, display: bool) -> BytesStart<'static> {
    let mut tag = BytesStart::new("math");
    tag.push_attribute(("xmlns", "http://www.w3.org/1998/Math/MathML"));
    if display {
        tag.push_attribute(("display", "block"));
    }
    tag.push_attribute(("alttext", tex));
    tag
}

fn plain(tag: &BytesStart) -> Option<BytesStart<'static>> {
    let mut plain = BytesStart::new(tag.name().as_ref().to_owned());
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        if ATTRIBUTES.contains(&attribute.key.as_ref()) {
            plain.push_attribute(attribute);
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tex: &str) -> Option<String> {
        mathml(tex, false).map(Markup::finish)
    }

    #[test]
    fn formulas_become_mathml() {
        let expected = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" \
            alttext=\"a^2 &lt; b\"><msup><mi>a</mi><mn>2</mn></msup>\
            <mo>&lt;</mo><mi>b</mi></math>";
        assert_eq!(text("a^2 < b").as_deref(), Some(expected));
        for tex in [
            "\\sum_{i=1}^{n} x_i",
            "\\frac{TP}{TP+FN}",
            "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
            "\\begin{cases}1 & x>0\\\\0\\end{cases}",
            "\\color{red}x",
            "\\hat{y}=\\sigma(w^\\top x+b)",
        ] {
            let made = text(tex).expect(tex);
            assert!(!made.contains("style") && !made.contains("class"), "{made}");
        }
    }

    #[test]
    fn what_is_no_formula_is_not_guessed() {
        for tex in ["", " ", "\\unknowncommand", "{", "a}", "\\left( x", "\\"] {
            assert_eq!(text(tex), None, "{tex}");
        }
    }

    #[test]
    fn nesting_has_an_end() {
        for unit in ["{", "\\sqrt", "\\sqrt{", "\\left(", "\\hat{", "a^{", "^", "\\text{"]
        {
            assert_eq!(text(&unit.repeat(50_000)), None, "{unit}");
        }
    }
}
