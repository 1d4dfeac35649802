//! Words and the format that they are set in.

use crate::font::Style;
use crate::frame::Tag;
use crate::theme::{self, Color};
use crate::units::Em;

/// Words in one format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Their format.
    pub format: Format,
}

/// How a stretch of text is set, and what it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Family, weight, slant.
    pub style: Style,
    /// Type size relative to the paragraph's.
    pub scale: Em,
    /// How far the baseline is raised, relative to the paragraph's size.
    pub rise: Em,
    /// Its colour.
    pub color: Color,
    /// Whether a line goes through it.
    pub struck: bool,
    /// The node of the structure whose text it is.
    pub tag: Option<Tag>,
    /// The link it belongs to, as the maker of the format counts them.
    pub link: Option<u32>,
    /// The formula that it is, as the shaper counts them.
    pub formula: Option<u32>,
}

impl Default for Format {
    fn default() -> Self {
        Self {
            style: Style::default(),
            scale: Em::ONE,
            rise: Em::ZERO,
            color: theme::INK,
            struck: false,
            tag: None,
            link: None,
            formula: None,
        }
    }
}
