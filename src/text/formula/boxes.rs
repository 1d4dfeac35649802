//! Things that take other room than their own, and those in frames or with lines through them.

use super::drawn::Piece;
use super::made::{Made, half};
use super::setter::{Place, Setter};
use crate::font::MathConstant;
use crate::math::{Class, Lines, Node, Room};
use crate::units::Em;

/// From what is in a frame to its lines.
const INSIDE: i64 = 250;

impl Setter<'_, '_> {
    /// Something in other room than its own.
    pub(super) fn padded(&mut self, of: &Node, room: Room, place: Place) -> Made {
        let made = self.node(of, place);
        let own = made.whole();
        let class = if room.relation { Class::Relation } else { made.class };
        let back = Em::from_scaled(own.scaled() * i64::from(room.back) / 2);
        let mut out = Made { class, ..Made::blank(Em::ZERO) };
        out.draw(made, -back, self.room(room.raise, place));
        let said = |written: Option<i64>, own| {
            written.map_or(own, |thousandths| self.room(thousandths, place))
        };
        out.width = said(room.width, own);
        out.above = said(room.height, out.above);
        out.below = said(room.depth, out.below);
        out.tall = true;
        out
    }

    /// Something in a frame, or with lines through it.
    pub(super) fn enclosed(&mut self, of: &Node, lines: Lines, place: Place) -> Made {
        let within = self.node(of, place);
        let thickness = self.constant(MathConstant::FractionRuleThickness, place);
        let inside = if lines.frame { self.room(INSIDE, place) } else { Em::ZERO };
        let width = within.whole() + inside + inside;
        let (top, bottom) = (within.above + inside, -within.below - inside);
        let class = within.class;
        let mut made = Made { class, ..Made::blank(Em::ZERO) };
        made.draw(within, inside, Em::ZERO);
        made.width = width;
        let color = place.color;
        if lines.frame {
            let height = top - bottom;
            for (at, extent) in [
                ((Em::ZERO, top - thickness), (width, thickness)),
                ((Em::ZERO, bottom), (width, thickness)),
                ((Em::ZERO, bottom), (thickness, height)),
                ((width - thickness, bottom), (thickness, height)),
            ] {
                made.rule(at, extent, color);
            }
        }
        let mut stroke = |from, to| {
            made.pieces.push(Piece::Stroke { from, to, thickness, color });
        };
        if lines.up {
            stroke((Em::ZERO, bottom), (width, top));
        }
        if lines.down {
            stroke((Em::ZERO, top), (width, bottom));
        }
        if lines.across {
            let middle = half(top + bottom);
            stroke((Em::ZERO, middle), (width, middle));
        }
        made.tall = true;
        made
    }
}
