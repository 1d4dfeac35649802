//! A part of a formula that is set: what is drawn, and the room that it takes.

use crate::frame::Glyph;
use crate::math::Class;
use crate::theme::Color;
use crate::units::Em;

use super::drawn::Piece;

/// A part that is set.
#[derive(Debug, Clone)]
pub(super) struct Made {
    /// How wide, without the italic correction.
    pub(super) width: Em,
    /// How far it reaches above the baseline.
    pub(super) above: Em,
    /// How far below; negative where it ends above.
    pub(super) below: Em,
    /// How far a slanted end reaches beyond the width.
    pub(super) italics: Em,
    /// Where an accent stands, if that is not the middle.
    pub(super) accent: Option<Em>,
    /// The only glyph, if it is one of the face for formulas: scripts come nearer to it.
    pub(super) glyph: Option<u16>,
    /// Whether scripts stand by its height, as at something of several parts.
    pub(super) tall: bool,
    pub(super) class: Class,
    pub(super) pieces: Vec<Piece>,
}

impl Made {
    /// Nothing, as wide as this.
    pub(super) const fn blank(width: Em) -> Self {
        Self {
            width,
            above: Em::ZERO,
            below: Em::ZERO,
            italics: Em::ZERO,
            accent: None,
            glyph: None,
            tall: false,
            class: Class::Ordinary,
            pieces: Vec::new(),
        }
    }

    /// The same, higher or lower.
    pub(super) fn raised(mut self, up: Em) -> Self {
        self.pieces.iter_mut().for_each(|piece| piece.shift(Em::ZERO, up));
        self.above += up;
        self.below = self.below - up;
        self
    }

    /// With its middle at a height above the baseline.
    pub(super) fn centred(self, height: Em) -> Self {
        let middle = Em::from_scaled((self.above - self.below).scaled() / 2);
        self.raised(height - middle)
    }

    /// Takes up what another one draws, at a place; the room grows upwards and downwards.
    pub(super) fn draw(&mut self, other: Self, right: Em, up: Em) {
        let (above, below) = (other.above + up, other.below - up);
        if self.pieces.is_empty() && self.above == Em::ZERO && self.below == Em::ZERO {
            (self.above, self.below) = (above, below);
        } else {
            self.above = self.above.max(above);
            self.below = self.below.max(below);
        }
        let mut pieces = other.pieces;
        for piece in &mut pieces {
            piece.shift(right, up);
        }
        // What is little goes to what is much.
        if self.pieces.is_empty() {
            self.pieces = pieces;
        } else {
            self.pieces.append(&mut pieces);
        }
    }

    /// Draws a rule.
    pub(super) fn rule(
        &mut self,
        (x, y): (Em, Em),
        (width, height): (Em, Em),
        color: Option<Color>,
    ) {
        self.above = self.above.max(y + height);
        self.below = self.below.max(-y);
        self.pieces.push(Piece::Rule { x, y, width, height, color });
    }

    /// How wide it is, with its slanted end.
    pub(super) fn whole(&self) -> Em {
        self.width + self.italics
    }
}

/// Half of it.
pub(super) const fn half(length: Em) -> Em {
    Em::from_scaled(length.scaled() / 2)
}

/// Glyphs of one face, size and colour on one line as one piece, so that a word is a word.
pub(super) fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    // How wide the glyphs of the last piece are.
    let mut at = Em::ZERO;
    for piece in pieces {
        if out.last_mut().is_some_and(|last| join(last, &piece, &mut at)) {
            continue;
        }
        at = match &piece {
            Piece::Glyphs { glyphs, .. } => {
                glyphs.iter().map(|glyph| glyph.advance).sum()
            }
            _ => Em::ZERO,
        };
        out.push(piece);
    }
    out
}

/// Puts glyphs behind others, if they go on with them.
fn join(last: &mut Piece, next: &Piece, at: &mut Em) -> bool {
    let Piece::Glyphs { x, y, face, scale, glyphs, text, color } = last else {
        return false;
    };
    let Piece::Glyphs { x: from, glyphs: more, text: says, .. } = next else {
        return false;
    };
    let like = matches!(
        next,
        Piece::Glyphs { y: b, face: f, scale: s, color: c, .. }
            if (&*y, &*face, &*scale, &*color) == (b, f, s, c)
    );
    let (Some(end), true) = (glyphs.last_mut(), like && scale.scaled() > 0) else {
        return false;
    };
    // What is between them is a part of the last one's advance.
    let wanted = ((*from - *x).scaled() << 16) / scale.scaled();
    let gap = Em::from_scaled(wanted) - *at;
    if gap.scaled().abs() > Em::ONE.scaled() {
        return false;
    }
    end.advance += gap;
    *at += gap + more.iter().map(|glyph| glyph.advance).sum::<Em>();
    let offset = text.len() as u32;
    text.push_str(says);
    glyphs.extend(
        more.iter().map(|glyph| Glyph { cluster: glyph.cluster + offset, ..*glyph }),
    );
    true
}
