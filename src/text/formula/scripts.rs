//! What is raised and lowered, and what stands under and over (appendix G, rules 13 and 18).

use super::made::{Made, half};
use super::row::core;
use super::setter::{Place, Setter};
use crate::font::{Axis, Corner, MathConstant};
use crate::math::{Node, Sign};
use crate::units::Em;

impl Setter<'_, '_> {
    /// Something with scripts, beside it or under and over it.
    pub(super) fn scripts(
        &mut self,
        base: &Node,
        [sub, sup]: [Option<&Node>; 2],
        stacked: bool,
        place: Place,
    ) -> Made {
        let operator = core(base);
        let moves = operator.is_some_and(|operator| {
            operator.movable || operator.sign == Sign::Name && !operator.text.is_empty()
        });
        let low = sub.map(|sub| self.node(sub, place.script(true)));
        let high = sup.map(|sup| self.node(sup, place.script(false)));
        if stacked && (place.display || !moves) {
            let made = match base {
                Node::Sign(operator) if operator.stretchy => {
                    let width =
                        [&low, &high].into_iter().flatten().map(Made::whole).max();
                    self.arrow(base, width.unwrap_or_default(), place)
                }
                _ => self.node(base, place),
            };
            return self.limits(made, low, high, place);
        }
        let base = self.node(base, place);
        self.beside(base, low, high, place)
    }

    /// An arrow at least as wide as what stands over it.
    fn arrow(&mut self, base: &Node, width: Em, place: Place) -> Made {
        if let Node::Sign(operator) = base
            && let Some(c) = operator.character()
            && let Some(glyph) = self.math.glyph(c, None)
        {
            let wanted = self.units(width, place);
            let grown = self.math.grown(glyph, Axis::Horizontal, wanted);
            let made = self.grown(&grown, Axis::Horizontal, c, place);
            return Made { class: operator.class, ..made };
        }
        self.node(base, place)
    }

    /// Scripts beside something.
    fn beside(
        &self,
        base: Made,
        low: Option<Made>,
        high: Option<Made>,
        place: Place,
    ) -> Made {
        use MathConstant as C;
        let of = |constant| self.constant(constant, place);
        let alone = base.glyph.is_some() && !base.tall;
        let (mut up, mut down) = (Em::ZERO, Em::ZERO);
        if let Some(high) = &high {
            let least = if place.cramped {
                C::SuperscriptShiftUpCramped
            } else {
                C::SuperscriptShiftUp
            };
            let drop = if alone {
                Em::ZERO
            } else {
                base.above - of(C::SuperscriptBaselineDropMax)
            };
            up = of(least).max(drop).max(of(C::SuperscriptBottomMin) + high.below);
        }
        if let Some(low) = &low {
            let drop = if alone {
                Em::ZERO
            } else {
                base.below + of(C::SubscriptBaselineDropMin)
            };
            down = of(C::SubscriptShiftDown)
                .max(drop)
                .max(low.above - of(C::SubscriptTopMax));
        }
        if let (Some(low), Some(high)) = (&low, &high) {
            let short =
                of(C::SubSuperscriptGapMin) - (up - high.below) - (down - low.above);
            if short > Em::ZERO {
                // First the upper one goes up, as far as it may, then both make room.
                let bottom = of(C::SuperscriptBottomMaxWithSubscript) - (up - high.below);
                let rise =
                    Em::from_scaled(bottom.max(Em::ZERO).scaled().min(short.scaled()));
                up += rise;
                down += short - rise;
            }
        }
        let (width, italics, glyph, class) =
            (base.width, base.italics, base.glyph, base.class);
        let (above, below) = (base.above, base.below);
        let mut made = Made { class, ..Made::blank(Em::ZERO) };
        made.draw(base, Em::ZERO, Em::ZERO);
        let mut end = width + italics;
        if let Some(low) = low {
            let kern =
                self.kern(glyph, Corner::BottomRight, [low.above - down, -below], place);
            end = end.max(width + kern + low.whole());
            made.draw(low, width + kern, -down);
        }
        if let Some(high) = high {
            let kern =
                self.kern(glyph, Corner::TopRight, [up - high.below, above], place);
            let at = width + italics + kern;
            end = end.max(at + high.whole());
            made.draw(high, at, up);
        }
        made.width = end + of(C::SpaceAfterScript);
        made.tall = true;
        made
    }

    /// How much nearer a script comes to a glyph: at both heights, and no nearer than at either.
    fn kern(
        &self,
        glyph: Option<u16>,
        corner: Corner,
        heights: [Em; 2],
        place: Place,
    ) -> Em {
        let Some(glyph) = glyph else { return Em::ZERO };
        let at = heights.map(|height| {
            self.em(self.math.kern(glyph, corner, self.units(height, place)), place)
        });
        at[0].max(at[1])
    }

    /// Parts under and over something.
    fn limits(
        &self,
        base: Made,
        low: Option<Made>,
        high: Option<Made>,
        place: Place,
    ) -> Made {
        use MathConstant as C;
        let of = |constant| self.constant(constant, place);
        let parts = [&low, &high].into_iter().flatten().map(Made::whole).max();
        // A slanted sign has its upper limit further right, its lower one further left.
        let lean = half(base.italics);
        let body = base.whole();
        let width = body.max(parts.unwrap_or_default());
        let (above, below, class) = (base.above, base.below, base.class);
        let mut made = Made { class, ..Made::blank(Em::ZERO) };
        let at = half(width - body);
        made.draw(base, at, Em::ZERO);
        if let Some(high) = high {
            let gap = of(C::UpperLimitGapMin)
                .max(of(C::UpperLimitBaselineRiseMin) - high.below);
            let (at, up) = (half(width - high.whole()) + lean, above + gap + high.below);
            made.draw(high, at, up);
        }
        if let Some(low) = low {
            let gap =
                of(C::LowerLimitGapMin).max(of(C::LowerLimitBaselineDropMin) - low.above);
            let (at, down) = (half(width - low.whole()) - lean, below + gap + low.above);
            made.draw(low, at, -down);
        }
        made.width = width;
        made.tall = true;
        made
    }

    /// Scripts before something: lowered and raised as those behind it would be, at their ends.
    pub(super) fn scripts_before(
        &mut self,
        base: &Node,
        [sub, sup]: [Option<&Node>; 2],
        place: Place,
    ) -> Made {
        let base = self.node(base, place);
        let low = sub.map(|sub| self.node(sub, place.script(true)));
        let high = sup.map(|sup| self.node(sup, place.script(false)));
        let widths =
            [&low, &high].map(|part| part.as_ref().map_or(Em::ZERO, Made::whole));
        let width = widths[0].max(widths[1]);
        let right = |part: Option<Made>| {
            part.map(|part| {
                let at = width - part.whole();
                let mut moved = Made::blank(width);
                moved.draw(part, at, Em::ZERO);
                moved
            })
        };
        // They keep the heights that the base gives them, and stand before it.
        let frame = Made {
            width: Em::ZERO,
            pieces: Vec::new(),
            italics: Em::ZERO,
            ..base.clone()
        };
        let (low, high) = (right(low), right(high));
        let mut made = self.beside(frame, low, high, place);
        let at = made.width;
        let (italics, class, whole) = (base.italics, base.class, base.width);
        made.draw(base, at, Em::ZERO);
        made.width = at + whole;
        Made { italics, class, ..made }
    }
}
