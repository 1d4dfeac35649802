//! The elements of HTML: what each is in print, if it is anything.

use html5gum::StartTag;

use crate::document::PictureWidth;
use crate::parse::notation::GUARD;
use crate::parse::tag::Tag;

/// The frame that an element opens, if it is a simple one.
pub(super) fn frame_of(name: &str, tag: &StartTag<usize>) -> Option<Tag> {
    Some(match name {
        "p" => Tag::Paragraph,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = name.as_bytes()[1] - b'0';
            Tag::Heading { level, id: attribute(tag, b"id"), indented: false }
        }
        "pre" => Tag::Code { language: attribute(tag, b"lang") },
        "blockquote" => Tag::Quote(None),
        "ul" | "menu" | "dir" => Tag::List { start: None },
        "ol" => {
            let start = attribute(tag, b"start").and_then(|start| start.parse().ok());
            Tag::List { start: Some(start.unwrap_or(1)) }
        }
        "dl" => Tag::Definitions,
        "table" => table(),
        "details" => Tag::Details,
        "summary" => Tag::Summary,
        // Paper has no marker: what is marked stands out in bold, what is underlined in italics.
        "b" | "strong" | "mark" => Tag::Strong,
        "i" | "em" | "var" | "cite" | "dfn" | "u" => Tag::Emphasis,
        "code" | "kbd" | "samp" | "tt" => Tag::Typewriter,
        "del" | "s" | "strike" => Tag::Strikethrough,
        "sub" => Tag::Subscript,
        "sup" => Tag::Superscript,
        _ => return None,
    })
}

/// Elements that begin a new line but are nothing in print.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "body"
            | "caption"
            | "center"
            | "div"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "main"
            | "nav"
            | "noscript"
            | "optgroup"
            | "option"
            | "search"
            | "section"
            | "tbody"
            | "tfoot"
            | "thead"
    )
}

/// The other elements of HTML, old ones too.
pub(super) fn is_element(name: &str) -> bool {
    const ELEMENTS: &[&str] = &[
        "a",
        "abbr",
        "acronym",
        "applet",
        "area",
        "audio",
        "base",
        "basefont",
        "bdi",
        "bdo",
        "big",
        "blink",
        "br",
        "button",
        "canvas",
        "col",
        "colgroup",
        "data",
        "datalist",
        "dialog",
        "embed",
        "font",
        "frame",
        "frameset",
        "head",
        "hr",
        "iframe",
        "img",
        "input",
        "ins",
        "label",
        "link",
        "map",
        "marquee",
        "meta",
        "meter",
        "nobr",
        "noframes",
        "object",
        "output",
        "param",
        "picture",
        "progress",
        "q",
        "rp",
        "rt",
        "ruby",
        "script",
        "select",
        "slot",
        "small",
        "source",
        "span",
        "style",
        "svg",
        "path",
        "template",
        "textarea",
        "time",
        "title",
        "track",
        "video",
        "wbr",
        "math",
        "mi",
        "mn",
        "mo",
        "mrow",
        "mtext",
        "msup",
        "msub",
        "mfrac",
        "msqrt",
        "mtable",
        "mtr",
        "mtd",
        "semantics",
        "mstyle",
        "mspace",
        "munder",
        "mover",
    ];
    ELEMENTS.contains(&name)
}

pub(super) fn table() -> Tag {
    Tag::Table(Vec::new())
}

pub(super) fn attribute(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    let value = String::from_utf8_lossy(value).replace(GUARD, "").trim().to_owned();
    (!value.is_empty()).then_some(value)
}

/// How wide a picture is to be, by its attribute or its style.
pub(super) fn picture_width(tag: &StartTag<usize>) -> Option<PictureWidth> {
    if let Some(width) = attribute(tag, b"width") {
        return PictureWidth::read(&width);
    }
    let style = attribute(tag, b"style")?;
    let of_width = |one: &str| {
        Some(one.split_once(':')?)
            .filter(|(key, _)| key.trim() == "width")
            .map(|(_, value)| value.to_owned())
    };
    PictureWidth::read(&style.split(';').find_map(of_width)?)
}

/// How many columns or rows a cell takes.
pub(super) fn span_of(tag: &StartTag<usize>, name: &[u8]) -> usize {
    let count = attribute(tag, name).and_then(|count| count.parse().ok());
    count.unwrap_or(1_usize).clamp(1, 100)
}
