//! Text as glyphs, its width, and how several texts become one.

use std::ops::Range;
use std::sync::Arc;

use super::atom::{
    ANYWHERE, Atom, AtomKind, BETWEEN_WORDS, BETWEEN_WORDS_OF_TITLE, FORBIDDEN,
    INSIDE_PHRASE, INSIDE_PHRASE_OF_TITLE,
};
use super::direction::Direction;
use super::format::Format;
use super::formula::FormulaBox;
use crate::font::{FaceId, FontSet};
use crate::frame::Glyph;
use crate::units::Em;

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
    /// The same for lines that are narrower than a part of a formula in it.
    pub narrower: Option<Arc<Self>>,
    /// Which of its forms it is: those that others are narrower than come before it.
    pub form: u8,
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
    /// What it is, if it is no text: a glyph that stands for a thing of its own.
    pub(crate) inset: Option<Inset>,
}

/// What a run of one glyph is, if it is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inset {
    /// A part of a formula.
    Part(Arc<FormulaBox>),
    /// The room between two parts, and what it costs to end a line there.
    Gap(i64),
}

impl Inset {
    /// What ending a line at it is, if a line may end there at all.
    pub(super) const fn kind(&self) -> Option<AtomKind> {
        match self {
            Self::Part(_) => None,
            Self::Gap(cost) => Some(AtomKind::Space { cost: *cost }),
        }
    }
}

impl Run {
    /// The part of a formula that it is.
    pub(crate) fn part(&self) -> Option<&FormulaBox> {
        match &self.inset {
            Some(Inset::Part(part)) => Some(part),
            _ => None,
        }
    }
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

    /// How far its ink reaches above the baseline, and how far below.
    pub fn ink(&self, fonts: &FontSet) -> (Em, Em) {
        let (mut above, mut below) = (Em::ZERO, Em::ZERO);
        for run in &self.runs {
            let face = fonts.face(run.face);
            let Format { scale, rise, .. } = run.format;
            if run.inset.is_some() {
                continue;
            }
            for glyph in &self.glyphs[run.glyphs.clone()] {
                if let Some([_, bottom, _, top]) = face.bounds(glyph.id) {
                    let edge = |units| (face.em(units) + glyph.dy).times(scale) + rise;
                    above = above.max(edge(top));
                    below = below.max(Em::ZERO - edge(bottom));
                }
            }
        }
        let (up, down) = self.reach(&(0..self.glyphs.len()));
        (above.max(up), below.max(down))
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
        self.clone().in_all_forms(&|mut held| {
            for atom in &mut held.atoms {
                if let AtomKind::Space { cost } = &mut atom.kind {
                    *cost = FORBIDDEN;
                }
            }
            held
        })
    }

    /// The same text as a title: where no space parts words, lines end between them, and inside
    /// one only if it is wider than its line.
    #[must_use]
    pub fn into_title(self) -> Self {
        self.in_all_forms(&|mut title| {
            for atom in &mut title.atoms {
                if let AtomKind::Penalty { cost, hyphen: None } = &mut atom.kind {
                    *cost = match *cost {
                        INSIDE_PHRASE => INSIDE_PHRASE_OF_TITLE,
                        BETWEEN_WORDS => BETWEEN_WORDS_OF_TITLE,
                        cost => cost,
                    };
                }
            }
            title
        })
    }

    /// The same text, and ending a line at a space of its first `bytes` costs so much.
    #[must_use]
    pub fn holding(self, bytes: usize, holding: i64) -> Self {
        self.in_all_forms(&|mut text| {
            let inside = |atom: &Atom| {
                let glyph = text.glyphs.get(atom.glyphs.end);
                glyph.is_some_and(|glyph| (glyph.cluster as usize) < bytes)
            };
            let spaces = text.atoms.iter().take_while(|atom| inside(atom)).count();
            for atom in &mut text.atoms[..spaces] {
                if let AtomKind::Space { cost } = &mut atom.kind {
                    *cost = holding.max(*cost);
                }
            }
            text
        })
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
        if parts.iter().any(|part| part.narrower.is_some()) {
            let narrower = |part: &&'_ Self| match &part.narrower {
                Some(narrower) => Self::clone(narrower),
                None => Self::clone(part),
            };
            let narrower: Vec<Self> = parts.iter().map(narrower).collect();
            let narrower: Vec<&Self> = narrower.iter().collect();
            return all.or_narrower(Self::concat(&narrower, direction));
        }
        all
    }

    /// Some of its atoms, boxes wider than `measure` cut at every character and lines free to
    /// end at every space: for words that no rule divides and no line holds.
    pub fn cut_apart(&self, part: &[Atom], measure: Em) -> Vec<Atom> {
        let mut atoms = Vec::with_capacity(part.len());
        for atom in part {
            if atom.kind == AtomKind::Box && atom.width > measure {
                self.cut_box(atom.glyphs.clone(), &mut atoms);
                continue;
            }
            let kind = match atom.kind {
                AtomKind::Space { cost: FORBIDDEN } => AtomKind::Space { cost: ANYWHERE },
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
                let kind = AtomKind::Penalty { cost: ANYWHERE, hyphen: None };
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
