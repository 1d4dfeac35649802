//! The boxes, spaces and penalties that a paragraph is broken into lines by.

use std::ops::Range;

use crate::units::Em;

/// The cost of a place where a line must not end.
pub(crate) const FORBIDDEN: i64 = 1 << 40;

/// The cost of ending a line between any two characters, where nothing else is left.
pub(super) const ANYWHERE: i64 = 2_000;

/// The cost of ending a line inside a word, or before what belongs to it, where no space parts
/// words; and between two words of a compound. No other place costs as much as either.
pub(super) const INSIDE_PHRASE: i64 = 8;
pub(super) const BETWEEN_WORDS: i64 = 3;
/// The same in a title.
pub(super) const INSIDE_PHRASE_OF_TITLE: i64 = 1_500;
pub(super) const BETWEEN_WORDS_OF_TITLE: i64 = 60;

/// A piece of a paragraph for the line breaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// What it is.
    pub kind: AtomKind,
    /// Its glyphs; none for a penalty.
    pub glyphs: Range<usize>,
    /// Its width, relative to the paragraph's size.
    pub width: Em,
}

impl Atom {
    /// Whether it is a word space.
    pub(crate) const fn is_space(&self) -> bool {
        matches!(self.kind, AtomKind::Space { .. })
    }
}

/// The kinds of [`Atom`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomKind {
    /// Glyphs that stay together.
    Box,
    /// A word space; it vanishes where a line ends.
    Space {
        /// What it costs to end a line here; [`FORBIDDEN`] where it may not.
        cost: i64,
    },
    /// A place inside a word where a line may end.
    Penalty {
        /// What it costs to end a line here.
        cost: i64,
        /// The hyphen that shows it.
        hyphen: Option<Hyphen>,
    },
    /// The line ends here, as the author asked.
    Break,
}

impl AtomKind {
    /// The same, where so many runs were put before those of its text.
    pub(super) const fn with_runs_after(self, runs: usize) -> Self {
        match self {
            Self::Penalty { cost, hyphen: Some(hyphen) } => {
                let hyphen = Some(Hyphen { run: hyphen.run + runs, ..hyphen });
                Self::Penalty { cost, hyphen }
            }
            kind => kind,
        }
    }
}

/// A hyphen put in where a word is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hyphen {
    /// The glyph.
    pub glyph: u16,
    /// The run whose face and format it takes.
    pub run: usize,
    /// Its advance, relative to the run's size.
    pub advance: Em,
    /// Its advance, relative to the paragraph's size.
    pub width: Em,
}
