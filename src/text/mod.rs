//! From words to glyphs that know where a line may end.
//!
//! A [`Shaper`] takes [`Span`]s of text, each in a [`Format`], and gives [`Shaped`] text:
//! glyphs in font units and a list of [`Atom`]s, the boxes, glue and penalties of Knuth
//! and Plass (“Breaking Paragraphs into Lines”, 1981). In that order:
//!
//! 1. [`itemise`] cuts the text into stretches of one face and one format,
//!    and `bidi` cuts these where text runs the other way,
//! 2. `shape` turns each stretch into glyphs,
//! 3. `atoms` finds the places where a line may end and cuts there.
//!
//! All distances are relative to the paragraph's type size, so that a paragraph is shaped
//! once and set at any size and measure.
//!
//! Architecture invariant: nothing here knows a type size, a measure or a page.

mod atoms;
mod bidi;
mod direction;
mod itemise;
mod marks;
mod shape;

use std::ops::Range;

use crate::font::{FaceId, Style};
use crate::frame::{Glyph, Tag};
use crate::theme::{self, Color};
use crate::units::Em;

pub use atoms::FORBIDDEN;
pub use direction::Direction;
pub(crate) use itemise::is_unseen;
pub use shape::Shaper;

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
    /// Its ink.
    pub color: Color,
    /// Whether a line goes through it.
    pub struck: bool,
    /// The node of the structure whose text it is.
    pub tag: Option<Tag>,
    /// The link it belongs to, as the maker of the format counts them.
    pub link: Option<u32>,
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
        }
    }
}

/// Text as glyphs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shaped {
    /// The text that the glyphs' clusters count in.
    pub text: String,
    /// The glyphs, in reading order. Their distances are relative to the run's own size.
    pub glyphs: Vec<Glyph>,
    /// Stretches of one face and format, in order, without gaps.
    pub runs: Vec<Run>,
    /// Where a line may end.
    pub atoms: Vec<Atom>,
    /// The direction of it as a whole.
    pub direction: Direction,
}

/// Glyphs of one face and format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which glyphs.
    pub glyphs: Range<usize>,
    /// Which bytes of the text they stand for.
    pub bytes: Range<usize>,
    /// The face.
    pub face: FaceId,
    /// The format.
    pub format: Format,
    /// How deep it is embedded (UAX 9, BD2); it runs from left to right if that is
    /// even.
    pub level: u8,
}

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
    const fn with_runs_after(self, runs: usize) -> Self {
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

impl Shaped {
    /// The width of the text on one line, without spaces at its end.
    pub fn width(&self) -> Em {
        let space = |atom: &&Atom| matches!(atom.kind, AtomKind::Space { .. });
        let shown = self.atoms.len() - self.atoms.iter().rev().take_while(space).count();
        self.atoms[..shown]
            .iter()
            .filter(|atom| !matches!(atom.kind, AtomKind::Penalty { .. }))
            .map(|atom| atom.width)
            .sum()
    }

    /// The width of the widest piece that no line break divides (other than a word's
    /// hyphenation), a bound for a column of a table.
    pub fn widest_word(&self) -> Em {
        let (mut widest, mut word) = (Em::ZERO, Em::ZERO);
        for atom in &self.atoms {
            match atom.kind {
                AtomKind::Box | AtomKind::Space { cost: FORBIDDEN } => word += atom.width,
                AtomKind::Penalty { .. } => {}
                AtomKind::Space { .. } | AtomKind::Break => word = Em::ZERO,
            }
            widest = widest.max(word);
        }
        widest
    }

    /// The same text, and no line ends at its spaces.
    #[must_use]
    pub fn held(&self) -> Self {
        let mut held = self.clone();
        for atom in &mut held.atoms {
            if let AtomKind::Space { cost } = &mut atom.kind {
                *cost = FORBIDDEN;
            }
        }
        held
    }

    /// Several texts as one, one behind the other. No line ends between two of them except
    /// where one of them allows it. A part from left to right in a whole from right to left
    /// is embedded in it.
    pub fn concat(parts: &[&Self], direction: Direction) -> Self {
        let mut all = Self { direction, ..Self::default() };
        for part in parts {
            let embedded =
                if direction.is_rtl() && !part.direction.is_rtl() { 2 } else { 0 };
            let (bytes, glyphs) = (all.text.len(), all.glyphs.len());
            let runs = all.runs.len();
            all.text.push_str(&part.text);
            all.glyphs.extend(
                part.glyphs.iter().map(|glyph| Glyph {
                    cluster: glyph.cluster + bytes as u32,
                    ..*glyph
                }),
            );
            let moved =
                |range: &Range<usize>, by: usize| range.start + by..range.end + by;
            all.runs.extend(part.runs.iter().map(|run| Run {
                glyphs: moved(&run.glyphs, glyphs),
                bytes: moved(&run.bytes, bytes),
                level: run.level + embedded,
                ..run.clone()
            }));
            all.atoms.extend(part.atoms.iter().map(|atom| Atom {
                glyphs: moved(&atom.glyphs, glyphs),
                kind: atom.kind.with_runs_after(runs),
                width: atom.width,
            }));
        }
        all
    }

    /// The same atoms, boxes wider than `measure` cut at every character and lines free to
    /// end at every space: for words that no rule divides and no line holds.
    pub fn cut_apart(&self, measure: Em) -> Vec<Atom> {
        let mut atoms = Vec::with_capacity(self.atoms.len());
        for atom in &self.atoms {
            if atom.kind == AtomKind::Box && atom.width > measure {
                self.cut_box(atom.glyphs.clone(), &mut atoms);
                continue;
            }
            let kind = match atom.kind {
                AtomKind::Space { cost: FORBIDDEN } => {
                    AtomKind::Space { cost: atoms::ANYWHERE }
                }
                kind => kind,
            };
            atoms.push(Atom { kind, ..atom.clone() });
        }
        atoms
    }

    fn cut_box(&self, glyphs: Range<usize>, atoms: &mut Vec<Atom>) {
        let mut run = self.runs.partition_point(|run| run.glyphs.end <= glyphs.start);
        let mut start = glyphs.start;
        while start < glyphs.end {
            let cluster = self.glyphs[start].cluster;
            let same = |glyph: &&Glyph| glyph.cluster == cluster;
            let count = self.glyphs[start..glyphs.end].iter().take_while(same).count();
            while self.runs[run].glyphs.end <= start {
                run += 1;
            }
            let scale = self.runs[run].format.scale;
            let part = start..start + count;
            let width =
                self.glyphs[part.clone()].iter().map(|g| g.advance.times(scale)).sum();
            if part.start > glyphs.start {
                let kind = AtomKind::Penalty { cost: atoms::ANYWHERE, hyphen: None };
                atoms.push(Atom { kind, glyphs: start..start, width: Em::ZERO });
            }
            atoms.push(Atom { kind: AtomKind::Box, glyphs: part, width });
            start += count;
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.atoms.iter().all(|atom| atom.glyphs.is_empty())
    }
}
