//! The design: its [`tokens`], which are colours of text, rules and sections; what a [`Theme`]
//! has in their place; proportions.
//!
//! Layout draws in the design's own colours, and each knows which token it is. A theme is put
//! on finished pages, and judged before: [`vision`] knows contrasts, and how colours look to
//! those who see few of them.

mod chosen;
mod color;
mod faults;
mod tokens;
mod vision;

use crate::units::Em;

pub use chosen::Theme;
pub use color::Color;
pub use faults::{Place, ThemeFault};
pub(crate) use tokens::{
    CODE_BAND, COMMENT, FAINT, Hue, INK, KEYWORD, NAME, NUMBER, QUIET, RULE, STRING,
    section_hue,
};
#[cfg(test)]
pub(crate) use vision::contrast;

/// What a page is printed with.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Inks {
    /// All that the printer has.
    #[default]
    Colours,
    /// Black: colours become shades of grey.
    Black,
}

/// Type sizes relative to the body's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scales {
    /// A question's title.
    pub title: Em,
    /// A section's name.
    pub section: Em,
    /// Code, so that its small letters are as high as the text's.
    pub code: Em,
    /// Raised and lowered figures.
    pub script: Em,
}

/// The scales of a cheat sheet and of the back of a card.
pub(crate) const SCALES: Scales = Scales {
    title: Em::thousandths(1120),
    section: Em::thousandths(1180),
    code: Em::thousandths(1012),
    script: Em::thousandths(680),
};

/// From the baseline of one line to the next, relative to the type size.
pub(crate) const LEADING: Em = Em::thousandths(1180);
