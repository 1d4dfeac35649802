//! Formulas in `MathML` to formulas in TeX notation: what guides have, raised and lowered, fractions
//! and roots, signs above and below.

/// What is read of a formula, in bytes; longer ones stay HTML.
const LONGEST: usize = 20_000;
/// So deep may elements be in each other.
const DEEPEST: usize = 40;

/// A formula that was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub tex: String,
    pub display: bool,
    /// Its length, tags included.
    pub length: usize,
}

/// The formula that `text` begins with, which begins with `<math`.
pub(super) fn read(text: &str) -> Option<Read> {
    let near = &text[..text.floor_char_boundary(text.len().min(LONGEST))];
    near.strip_prefix("<math")?;
    let end = near.find("</math>")?;
    // None stands in another, so that no text is read twice.
    if near[1..end].contains("<math") {
        return None;
    }
    let mut reader = Reader { rest: &near[..end] };
    let (_, attributes) = reader.tag()?;
    let display = attributes.contains("block");
    let tex = match annotation(&near[..end]) {
        Some(tex) => decoded(tex).trim().to_owned(),
        None => reader.all(0)?.concat().trim().to_owned(),
    };
    (!tex.is_empty()).then(|| Read { tex, display, length: end + "</math>".len() })
}

/// The formula in TeX notation that many programs put beside that in `MathML`.
fn annotation(text: &str) -> Option<&str> {
    let (_, behind) = text.split_once("<annotation")?;
    let (attributes, behind) = behind.split_once('>')?;
    let (tex, _) = behind.split_once("</annotation>")?;
    attributes.contains("application/x-tex").then_some(tex)
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    /// The tag that comes next: its name, with a slash before that of an end, and attributes.
    fn tag(&mut self) -> Option<(&'t str, &'t str)> {
        let (inside, rest) = self.rest.strip_prefix('<')?.split_once('>')?;
        self.rest = rest;
        let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
        Some(inside.split_at(end))
    }

    /// Everything up to the end of the element around it, each element in TeX.
    fn all(&mut self, depth: usize) -> Option<Vec<String>> {
        let mut parts = Vec::new();
        if depth > DEEPEST {
            return None;
        }
        loop {
            let text = self.rest.split('<').next().unwrap_or_default();
            self.rest = &self.rest[text.len()..];
            if !text.trim().is_empty() {
                parts.push(decoded(text.trim()));
            }
            if self.rest.is_empty() {
                return Some(parts);
            }
            let (name, attributes) = self.tag()?;
            if name.starts_with('/') {
                return Some(parts);
            }
            if name.ends_with('/') || attributes.ends_with('/') {
                if name.starts_with("mspace") {
                    parts.push("\\ ".to_owned());
                }
                continue;
            }
            let inner = self.all(depth + 1)?;
            parts.push(element(name, &inner)?);
        }
    }
}

/// An element in TeX, from those in it; nothing where it has no form there.
fn element(name: &str, inner: &[String]) -> Option<String> {
    let part = |at: usize| inner.get(at).map_or("", String::as_str);
    Some(match name {
        "mi" | "mn" | "mrow" | "mstyle" | "mpadded" | "semantics" | "math" => {
            inner.concat()
        }
        "mo" => match inner.concat().as_str() {
            "{" => "\\{".to_owned(),
            "}" => "\\}".to_owned(),
            "\u{2061}" | "\u{2062}" | "\u{2063}" | "\u{2064}" => String::new(),
            sign => format!("{sign} "),
        },
        "mtext" | "ms" => format!("\\text{{{}}}", inner.concat()),
        "msup" | "mover" => format!("{{{}}}^{{{}}}", part(0), part(1)),
        "msub" | "munder" => format!("{{{}}}_{{{}}}", part(0), part(1)),
        "msubsup" | "munderover" => {
            format!("{{{}}}_{{{}}}^{{{}}}", part(0), part(1), part(2))
        }
        "mfrac" => format!("\\frac{{{}}}{{{}}}", part(0), part(1)),
        "msqrt" => format!("\\sqrt{{{}}}", inner.concat()),
        "mroot" => format!("\\sqrt[{}]{{{}}}", part(1), part(0)),
        "mfenced" => format!("({})", inner.join(",")),
        "annotation" | "annotation-xml" | "mphantom" | "none" => String::new(),
        _ => return None,
    })
}

/// Text with characters for their names and numbers.
fn decoded(text: &str) -> String {
    const NAMES: [(&str, &str); 14] = [
        ("amp", "\\&"),
        ("lt", "<"),
        ("gt", ">"),
        ("sum", "∑"),
        ("int", "∫"),
        ("pi", "π"),
        ("infin", "∞"),
        ("le", "≤"),
        ("ge", "≥"),
        ("ne", "≠"),
        ("times", "×"),
        ("alpha", "α"),
        ("beta", "β"),
        ("nbsp", " "),
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let near = &behind[..behind.floor_char_boundary(behind.len().min(12))];
        let found = near.split_once(';').and_then(|(name, _)| {
            let number = name.strip_prefix('#').and_then(|number| {
                match number.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                }
            });
            let sign =
                number.and_then(char::from_u32).map(String::from).or_else(|| {
                    NAMES
                        .iter()
                        .find(|(one, _)| *one == name)
                        .map(|(_, sign)| (*sign).to_owned())
                })?;
            Some((sign, name.len() + 1))
        });
        if let Some((sign, length)) = found {
            out.push_str(&sign);
            rest = &behind[length..];
        } else {
            out.push('&');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_become_commands() {
        for (text, tex) in [
            ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "{x}^{2}"),
            (
                "<math display=\"block\"><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac></math> x",
                "\\frac{a+ 1}{b}",
            ),
            (
                "<math><msqrt><mi>&#x3C0;</mi></msqrt><mo>&le;</mo><mn>2</mn></math>",
                "\\sqrt{π}≤ 2",
            ),
            (
                "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x_1</annotation></semantics></math>",
                "x_1",
            ),
        ] {
            assert_eq!(read(text).map(|read| read.tex).as_deref(), Some(tex), "{text}");
        }
        for none in
            ["<math><mi>x</mi>", "<math></math>", "<math><mtable></mtable></math>"]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
