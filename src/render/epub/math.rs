//! Formulas as `MathML`, which readers can show and speak.
//!
//! What is no formula to `math-core`, or is nested deeper than the stack can be trusted
//! with, stays TeX: it is shown as code, and nothing is lost.

use std::borrow::Cow;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, BytesText, Event};

use super::xml::{Markup, clean};

/// How deep a formula may be nested. The parser calls itself for each level, and takes
/// about 20 kB of the stack a level when it is not optimised.
const DEEPEST: usize = 24;

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
pub fn mathml(tex: &str, display: bool) -> Option<Markup> {
    let tex = clean(tex);
    if tex.trim().is_empty() || depth(&tex) > DEEPEST {
        return None;
    }
    let converter = LatexToMathML::new(MathCoreConfig::default()).ok()?;
    let manner = if display { MathDisplay::Block } else { MathDisplay::Inline };
    let made = converter.convert_with_local_state(&tex, manner).ok()?;
    copied(&made.mathml, &tex, display)
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

/// How deep a parser may have to go, at most: braces and fences nest, and so do commands
/// and scripts that follow one another without a letter between.
fn depth(tex: &str) -> usize {
    let (mut around, mut pending, mut deepest) = (Vec::new(), 0, 0);
    let mut sum = 0;
    let mut rest = tex.chars();
    while let Some(c) = rest.next() {
        let command = if c == '\\' { command(&mut rest) } else { "" };
        match (c, command) {
            ('{' | '[', _) | ('\\', "left" | "begin") => {
                around.push(pending + 1);
                sum += pending + 1;
                pending = 0;
            }
            ('}' | ']', _) | ('\\', "right" | "end") => {
                sum -= around.pop().unwrap_or_default();
                pending = 0;
            }
            ('^' | '_' | '\'', _) => pending += 1,
            ('\\', name) if !name.is_empty() => pending += 1,
            _ if c.is_whitespace() => {}
            _ => pending = 0,
        }
        deepest = deepest.max(sum + pending);
    }
    deepest
}

/// The letters of a command after its backslash; none where it is a sign, which takes no
/// argument.
fn command<'a>(rest: &mut std::str::Chars<'a>) -> &'a str {
    let text = rest.as_str();
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (name, after) = text.split_at(end);
    let skipped = usize::from(name.is_empty());
    *rest = after.chars();
    rest.by_ref().take(skipped).for_each(drop);
    name
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
            assert!(depth(&unit.repeat(100)) > DEEPEST, "{unit}");
            assert_eq!(text(&unit.repeat(50_000)), None, "{unit}");
        }
        assert!(depth("\\frac{a}{b} + \\frac{c}{d}") < 4);
        assert!(depth(&"\\alpha + ".repeat(100)) < 4);
    }
}
