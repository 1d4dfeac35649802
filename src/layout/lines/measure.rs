//! How lines are set, and in how much room.

use crate::units::Em;

/// How lines are set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Flush left, spaces as they are.
    #[default]
    Start,
    /// In the middle; lines come out about equally long.
    Center,
    /// Flush right.
    End,
    /// Flush left and right; the last line flush left.
    Justify,
    /// Flush left; lines come out about equally long.
    Balanced,
}

impl Align {
    pub(super) const fn is_balanced(self) -> bool {
        matches!(self, Self::Center | Self::Balanced)
    }
}

/// The room that lines have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The width of a line.
    pub width: Em,
    /// How far the first line is indented; negative where it hangs out.
    pub first: Em,
}

impl Measure {
    /// The room of the narrowest of its lines.
    pub(crate) fn least(self) -> Em {
        self.width - self.first.max(Em::ZERO)
    }
}

impl From<Em> for Measure {
    fn from(width: Em) -> Self {
        Self { width, first: Em::ZERO }
    }
}
