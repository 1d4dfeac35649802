//! What the structure tree calls a node (ISO 32000-1, 14.8.4), and the attributes that go
//! with it (14.8.5).

use crate::frame::{Node, NodeKind};
use crate::render::pdf::syntax::thousandths;

/// The structure type of a node.
pub(super) fn role(node: &Node) -> &'static str {
    match node.kind {
        NodeKind::Section => "Sect",
        NodeKind::Heading(level) => heading(level),
        NodeKind::Paragraph => "P",
        NodeKind::List => "L",
        NodeKind::ListItem => "LI",
        NodeKind::Label => "Lbl",
        NodeKind::ListBody => "LBody",
        NodeKind::Table => "Table",
        NodeKind::Row => "TR",
        NodeKind::HeadCell => "TH",
        NodeKind::Cell => "TD",
        NodeKind::Code => "Code",
        NodeKind::Quote => "BlockQuote",
        NodeKind::Figure if is_mute(node) => "Div",
        NodeKind::Figure => "Figure",
        NodeKind::Formula => "Formula",
        NodeKind::Link => "Link",
        NodeKind::Note => "Note",
        NodeKind::Reference => "Reference",
    }
}

/// Whether a node is a figure that nothing is said of.
pub(super) fn is_mute(node: &Node) -> bool {
    node.kind == NodeKind::Figure
        && node.alt.as_ref().is_none_or(|alt| alt.trim().is_empty())
}

/// The type of a heading. Beyond the sixth level there is no type.
pub(super) const fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "H1",
        2 => "H2",
        3 => "H3",
        4 => "H4",
        5 => "H5",
        _ => "H6",
    }
}

/// How a list counts, as its first label shows (Table 347).
pub(super) fn numbering(label: &str) -> &'static str {
    let mut letters = label.chars().filter(|c| !matches!(c, '(' | '[' | ' '));
    match letters.next() {
        Some('0'..='9') => "Decimal",
        Some('a'..='z') => "LowerAlpha",
        Some('A'..='Z') => "UpperAlpha",
        Some('◦' | '○' | '⚬') => "Circle",
        Some('▪' | '■' | '◾' | '▫' | '□') => "Square",
        _ => "Disc",
    }
}

/// Writes the attribute of a list.
pub(super) fn list_attribute(out: &mut Vec<u8>, numbering: &str) {
    out.extend_from_slice(b"/A<</O/List/ListNumbering/");
    out.extend_from_slice(numbering.as_bytes());
    out.extend_from_slice(b">>");
}

/// Writes the attribute of a head cell.
pub(super) fn scope_attribute(out: &mut Vec<u8>, of_row: bool) {
    let scope: &[u8] = if of_row { b"Row" } else { b"Column" };
    out.extend_from_slice(b"/A<</O/Table/Scope/");
    out.extend_from_slice(scope);
    out.extend_from_slice(b">>");
}

/// Writes the attribute of a figure: left, bottom, right, top, in thousandths of a point.
pub(super) fn box_attribute(out: &mut Vec<u8>, edges: [i64; 4]) {
    out.extend_from_slice(b"/A<</O/Layout/BBox[");
    thousandths(out, &edges);
    out.pop();
    out.extend_from_slice(b"]>>");
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_label_shows_how_its_list_counts() {
        let labels = ["1.", "(a)", "B)", "•", "◦", "▪", "–", ""];
        let names = [
            "Decimal",
            "LowerAlpha",
            "UpperAlpha",
            "Disc",
            "Circle",
            "Square",
            "Disc",
            "Disc",
        ];
        assert_eq!(labels.map(super::numbering), names);
    }
}
