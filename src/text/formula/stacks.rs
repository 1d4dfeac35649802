//! Fractions and roots (appendix G, rules 11 and 15).

use super::made::{Made, half};
use super::setter::{Place, Setter};
use crate::font::{Axis, MathConstant};
use crate::math::{Class, Node};
use crate::units::Em;

/// Room at both sides of a fraction, so that two lines do not run into one: TeX has 1.2 pt of 10.
const BESIDE_FRACTION: i64 = 120;

impl Setter<'_, '_> {
    /// One part above the other.
    pub(super) fn fraction(
        &mut self,
        [above, below]: [&Node; 2],
        bar: bool,
        display: Option<bool>,
        place: Place,
    ) -> Made {
        let place = match display {
            Some(display) => Place { display, level: 0, ..place },
            None => place,
        };
        let above = self.node(above, place.part(false));
        let below = self.node(below, place.part(true));
        let width = above.whole().max(below.whole());
        let (up, down) = self.shifts(&above, &below, bar, place);
        let side = self.room(BESIDE_FRACTION, place);
        let mut made = Made { class: Class::Inner, ..Made::blank(Em::ZERO) };
        let at = |part: &Made| side + half(width - part.whole());
        let (over, under) = (at(&above), at(&below));
        made.draw(above, over, up);
        made.draw(below, under, -down);
        if bar {
            let thickness = self.constant(MathConstant::FractionRuleThickness, place);
            let y = self.axis(place) - half(thickness);
            made.rule((side, y), (width, thickness), place.color);
        }
        made.width = width + side + side;
        made.tall = true;
        made
    }

    /// How far the upper part goes up, and the lower one down.
    fn shifts(&self, above: &Made, below: &Made, bar: bool, place: Place) -> (Em, Em) {
        use MathConstant as C;
        let of = |constant| self.constant(constant, place);
        let pick = |display, text| of(if place.display { display } else { text });
        if bar {
            let thickness = of(C::FractionRuleThickness);
            let (top, bottom) =
                (self.axis(place) + half(thickness), self.axis(place) - half(thickness));
            let up = pick(
                C::FractionNumeratorDisplayStyleShiftUp,
                C::FractionNumeratorShiftUp,
            );
            let down = pick(
                C::FractionDenominatorDisplayStyleShiftDown,
                C::FractionDenominatorShiftDown,
            );
            let over = pick(C::FractionNumDisplayStyleGapMin, C::FractionNumeratorGapMin);
            let under =
                pick(C::FractionDenomDisplayStyleGapMin, C::FractionDenominatorGapMin);
            return (
                up.max(top + over + above.below),
                down.max(under + below.above - bottom),
            );
        }
        let up = pick(C::StackTopDisplayStyleShiftUp, C::StackTopShiftUp);
        let down = pick(C::StackBottomDisplayStyleShiftDown, C::StackBottomShiftDown);
        let gap = pick(C::StackDisplayStyleGapMin, C::StackGapMin);
        let short = gap - (up - above.below) - (down - below.above);
        let more = half(short.max(Em::ZERO));
        (up + more, down + more)
    }

    /// A root.
    pub(super) fn root(
        &mut self,
        of: &Node,
        degree: Option<&Node>,
        place: Place,
    ) -> Made {
        use MathConstant as C;
        let within = self.node(of, place.cramped());
        let degree =
            degree.map(|degree| self.node(degree, place.script(false).script(false)));
        let of = |constant| self.constant(constant, place);
        let thickness = of(C::RadicalRuleThickness);
        let gap = of(if place.display {
            C::RadicalDisplayStyleVerticalGap
        } else {
            C::RadicalVerticalGap
        });
        // What is moved back to the left takes no room, and what is under the line is no less
        // than nothing.
        let width = within.whole().max(Em::ZERO);
        let height = (within.above + within.below).max(Em::ZERO);
        let Some(glyph) = self.math.glyph('√', None) else {
            self.missing = self.missing.or(Some('√'));
            return within;
        };
        let wanted = self.units(height + gap + thickness, place);
        let grown = self.math.grown(glyph, Axis::Vertical, wanted);
        let sign = self.grown(&grown, Axis::Vertical, '√', place);
        let long = sign.above + sign.below;
        // A sign that is longer than it has to be gives half of that to the gap.
        let spare = half((long - thickness - height - gap).max(Em::ZERO));
        let top = within.above + gap + spare + thickness;
        let up = top - sign.above;
        let mut made = Made::blank(Em::ZERO);
        let mut start = Em::ZERO;
        if let Some(degree) = degree {
            let before = of(C::RadicalKernBeforeDegree);
            let after = of(C::RadicalKernAfterDegree);
            let percent =
                i64::from(self.math.constant(C::RadicalDegreeBottomRaisePercent));
            let bottom = top - long + Em::from_scaled(long.scaled() * percent / 100);
            start = (before + degree.whole() + after).max(Em::ZERO);
            let at = start - after - degree.whole();
            let raise = bottom + degree.below.max(Em::ZERO);
            made.draw(degree, at, raise);
        }
        let edge = start + sign.width;
        made.draw(sign, start, up);
        made.draw(within, edge, Em::ZERO);
        made.rule((edge, top - thickness), (width, thickness), place.color);
        made.above = made.above.max(top + of(C::RadicalExtraAscender));
        made.width = edge + width;
        made.tall = true;
        made
    }
}
