//! Marks over and under letters, lines, braces and arrows as wide as what they mark (appendix G,
//! rules 9, 10 and 12).

use super::made::{Made, half};
use super::setter::{Place, Setter};
use crate::font::{Axis, Grown, MathConstant};
use crate::math::{Class, Node};
use crate::units::Em;

impl Setter<'_, '_> {
    /// Something with a mark `under` it or over it, which may be as `wide` as it is.
    pub(super) fn marked(
        &mut self,
        base: &Node,
        mark: char,
        (under, wide): (bool, bool),
        place: Place,
    ) -> Made {
        let base = self.node(base, place.cramped());
        if is_line(mark) && (wide || under) {
            return self.lined(base, under, place);
        }
        let combining = combining(mark);
        if let (Some(c), false) = (combining, under)
            && let Some(glyph) = self.math.glyph(c, None)
        {
            return self.accented(base, (glyph, mark), wide, place);
        }
        self.spanned(base, mark, under, place)
    }

    /// A mark over the middle of a letter's top, a wide one no wider than what it marks.
    fn accented(
        &self,
        base: Made,
        (glyph, says): (u16, char),
        wide: bool,
        place: Place,
    ) -> Made {
        let glyph = if wide {
            self.math.within(glyph, Axis::Horizontal, self.units(base.whole(), place))
        } else {
            glyph
        };
        let [left, _, right, top] = self.math.bounds(glyph);
        let middle = self.math.accent(glyph).unwrap_or(left.midpoint(right));
        let alone = base.accent.filter(|_| base.pieces.len() == 1);
        let over = alone.unwrap_or_else(|| half(base.whole()));
        let height = self.constant(MathConstant::AccentBaseHeight, place);
        let up = base.above - base.above.min(height);
        let x = over - self.em(middle, place);
        let grown = Grown { glyphs: vec![(glyph, 0)], length: 0, italics: 0 };
        let mark = self.grown(&grown, Axis::Vertical, says, place);
        let above = up + self.em(top, place);
        let (class, width, italics, glyph) =
            (base.class, base.width, base.italics, base.glyph);
        let mut made = Made { italics, glyph, class, ..Made::blank(width) };
        made.accent = base.accent;
        let below = base.below;
        made.draw(base, Em::ZERO, Em::ZERO);
        made.draw(mark, x, up);
        made.above = made.above.max(above);
        made.below = below;
        made
    }

    /// A line over or under something.
    fn lined(&self, base: Made, under: bool, place: Place) -> Made {
        use MathConstant as C;
        let of = |constant| self.constant(constant, place);
        let width = base.whole().max(Em::ZERO);
        let (above, below) = (base.above, base.below);
        let mut made = Made::blank(Em::ZERO);
        made.draw(base, Em::ZERO, Em::ZERO);
        let (y, thickness) = if under {
            let thickness = of(C::UnderbarRuleThickness);
            (-(below + of(C::UnderbarVerticalGap) + thickness), thickness)
        } else {
            (above + of(C::OverbarVerticalGap), of(C::OverbarRuleThickness))
        };
        made.rule((Em::ZERO, y), (width, thickness), place.color);
        made.width = width;
        made.tall = true;
        made
    }

    /// A brace or an arrow over or under all of something.
    fn spanned(&mut self, base: Made, mark: char, under: bool, place: Place) -> Made {
        let Some(glyph) = self.math.glyph(mark, None) else {
            self.missing = self.missing.or(Some(mark));
            return base;
        };
        let whole = base.whole().max(Em::ZERO);
        let grown = self.math.grown(glyph, Axis::Horizontal, self.units(whole, place));
        let mark = self.grown(&grown, Axis::Horizontal, mark, place);
        let gap = self.constant(MathConstant::StretchStackGapAboveMin, place);
        let width = whole.max(mark.width);
        let (above, below) = (base.above, base.below);
        let mut made = Made { class: Class::Ordinary, ..Made::blank(Em::ZERO) };
        let (left, right) = (half(width - whole), half(width - mark.width));
        made.draw(base, left, Em::ZERO);
        let up =
            if under { -(below + gap + mark.above) } else { above + gap + mark.below };
        made.draw(mark, right, up);
        made.width = width;
        made.tall = true;
        made
    }
}

/// Whether a mark is a line as wide as what it marks.
const fn is_line(mark: char) -> bool {
    matches!(mark, '¯' | '‾' | '_' | '\u{332}' | '\u{305}' | '―' | '─')
}

/// The mark that stands on a letter, for one that stands by itself.
const fn combining(mark: char) -> Option<char> {
    Some(match mark {
        '^' | 'ˆ' => '\u{302}',
        '~' | '˜' | '∼' => '\u{303}',
        '¯' | 'ˉ' | '‾' => '\u{304}',
        '˘' => '\u{306}',
        '˙' | '.' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        'ˇ' => '\u{30c}',
        '`' | 'ˋ' => '\u{300}',
        '´' | 'ˊ' => '\u{301}',
        '→' | '⃗' => '\u{20d7}',
        '←' => '\u{20d6}',
        '\u{300}'..='\u{30c}' | '\u{20d0}'..='\u{20ff}' => mark,
        _ => return None,
    })
}
