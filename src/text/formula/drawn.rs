//! A formula that is set, as lines, pages and pens see it.

use crate::font::FaceId;
use crate::frame::Glyph;
use crate::theme::Color;
use crate::units::Em;

/// What it costs to end a line behind a relation; 100 is what a third of a line left empty costs.
pub(crate) const AFTER_RELATION: i64 = 30;

/// A formula as boxes side by side; a line may end between two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SetFormula {
    /// The boxes, at least one.
    pub parts: Vec<FormulaPart>,
}

/// A part of a formula that no line end divides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormulaPart {
    /// What is drawn.
    pub drawn: FormulaBox,
    /// Room behind it where the line goes on.
    pub gap: Em,
    /// What it costs to end the line behind it; nothing behind the last.
    pub break_cost: Option<i64>,
    /// What it says, on one line.
    pub text: String,
}

/// What is drawn of a formula, and the room that it takes. Distances are relative to the
/// paragraph's type size, from the left end of the baseline, upwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormulaBox {
    /// How wide.
    pub width: Em,
    /// How far it reaches above the baseline.
    pub above: Em,
    /// How far below.
    pub below: Em,
    /// What is drawn.
    pub pieces: Vec<Piece>,
}

/// Something to be drawn in a formula. Distances are relative to the paragraph's type size, from
/// the left end of the baseline, upwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Glyphs of one face on one line, from left to right.
    Glyphs {
        /// Where the first one's origin is.
        x: Em,
        /// How far above the baseline.
        y: Em,
        /// The face.
        face: FaceId,
        /// The type size.
        scale: Em,
        /// The glyphs, whose distances are relative to that size.
        glyphs: Vec<Glyph>,
        /// What they say, which their clusters count in.
        text: String,
        /// A colour other than the paragraph's.
        color: Option<Color>,
    },
    /// A filled rectangle.
    Rule {
        /// Its left edge.
        x: Em,
        /// Its lower edge.
        y: Em,
        /// How wide.
        width: Em,
        /// How high.
        height: Em,
        /// A colour other than the paragraph's.
        color: Option<Color>,
    },
    /// A line from one point to another.
    Stroke {
        /// Where it begins.
        from: (Em, Em),
        /// Where it ends.
        to: (Em, Em),
        /// How thick.
        thickness: Em,
        /// A colour other than the paragraph's.
        color: Option<Color>,
    },
}

impl Piece {
    pub(super) fn shift(&mut self, right: Em, up: Em) {
        match self {
            Self::Glyphs { x, y, .. } | Self::Rule { x, y, .. } => {
                *x += right;
                *y += up;
            }
            Self::Stroke { from, to, .. } => {
                for point in [from, to] {
                    point.0 += right;
                    point.1 += up;
                }
            }
        }
    }
}
