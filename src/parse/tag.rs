//! What can be open while the tree is built: tags of Markdown and of HTML alike, and the
//! frames that they open.

use crate::diagnostic::Span;
use crate::document::{Alert, Alignment, Inline};

use super::raw::Raw;

/// What can be open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tag {
    Root,
    Quote(Option<Alert>),
    List {
        start: Option<u64>,
    },
    Item {
        number: Option<u64>,
    },
    Table(Vec<Alignment>),
    /// `thead` or a row of it.
    Row {
        head: bool,
    },
    Cell {
        head: bool,
        columns: usize,
        rows: usize,
    },
    Footnote(String),
    Definitions,
    Term,
    Meaning,
    Details,
    Summary,
    Paragraph,
    Heading {
        level: u8,
        id: Option<String>,
        indented: bool,
    },
    Code {
        language: Option<String>,
    },
    Emphasis,
    Strong,
    Strikethrough,
    Superscript,
    Subscript,
    Typewriter,
    Link(String),
    Image(String),
}

impl Tag {
    pub(super) fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Strikethrough
                | Self::Superscript
                | Self::Subscript
                | Self::Typewriter
                | Self::Link(_)
                | Self::Image(_)
        )
    }

    /// Whether text stands right in it, without a paragraph.
    pub(super) fn is_leaf(&self) -> bool {
        matches!(self, Self::Paragraph | Self::Heading { .. } | Self::Code { .. })
    }

    /// The levels of JSON that the block adds around what it holds, where it stands right
    /// in `outer`. Those of an item are its list's, which has one around whatever it holds;
    /// an item without a list is given one.
    pub(super) fn weight(&self, outer: Option<&Self>) -> usize {
        let in_list = matches!(outer, Some(Self::List { .. }));
        match self {
            Self::Item { .. } if in_list => 0,
            Self::List { .. } | Self::Item { .. } | Self::Definitions => 6,
            Self::Quote(_) | Self::Footnote(_) => 4,
            Self::Table(_) => 3,
            Self::Meaning
            | Self::Row { .. }
            | Self::Cell { .. }
            | Self::Details
            | Self::Summary
            | Self::Term => 2,
            _ => 0,
        }
    }

    pub(super) fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Something open, with what it holds so far.
pub(super) struct Frame {
    /// Tells it from other frames of its kind.
    pub serial: u32,
    pub tag: Tag,
    /// See [`Tag::weight`].
    pub weight: usize,
    /// Whether a tag of HTML opened it.
    pub from_html: bool,
    pub span: Span,
    pub blocks: Vec<Raw>,
    pub inlines: Vec<Inline>,
    pub text: String,
    /// For an item: whether a paragraph of Markdown stands right in it.
    pub loose: bool,
    pub task: Option<bool>,
}
