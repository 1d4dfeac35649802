//! What setting a formula needs at hand, and in which size and way its parts are set.

use super::made::Made;
use crate::font::{MathConstant, MathFace, Style, Weight};
use crate::math::Look;
use crate::text::Shaper;
use crate::theme::Color;
use crate::units::Em;

/// How a formula is to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FormulaStyle {
    /// Whether it stands on lines of its own, with room above and below.
    pub display: bool,
    /// How heavy its letters are.
    pub weight: Weight,
    /// The size of scripts.
    pub script: Em,
    /// The size of scripts of scripts.
    pub script_script: Em,
}

/// In which size and way a part is set (The `TeXbook`, appendix G: styles).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) display: bool,
    /// 0 on the line, 1 in a script, 2 in a script of a script.
    pub(super) level: u8,
    /// Whether scripts stay low, as under a line.
    pub(super) cramped: bool,
    pub(super) color: Option<Color>,
}

impl Place {
    /// For what is raised or lowered at this.
    pub(super) const fn script(self, cramped: bool) -> Self {
        let level = if self.level >= 1 { 2 } else { 1 };
        Self { display: false, level, cramped: self.cramped || cramped, ..self }
    }

    /// For what is above or below the line of a fraction.
    pub(super) const fn part(self, cramped: bool) -> Self {
        if self.display {
            let cramped = self.cramped || cramped;
            return Self { display: false, cramped, ..self };
        }
        self.script(cramped)
    }

    pub(super) const fn cramped(self) -> Self {
        Self { cramped: true, ..self }
    }

    /// With what is said of parts.
    pub(super) fn with(self, look: Look) -> Self {
        let level = look.level.map_or(self.level, |level| level.min(2));
        let color = look.color.map(|[red, green, blue]| {
            let (red, green) = (u32::from(red) << 16, u32::from(green) << 8);
            Color::rgb(red | green | u32::from(blue))
        });
        Self {
            display: look.display.unwrap_or(self.display) && level == 0,
            level,
            color: color.or(self.color),
            ..self
        }
    }
}

/// Longer than a glyph can be, in font units.
const MOST: i64 = 1_000_000;

/// Sets parts of formulas.
pub(super) struct Setter<'s, 'f> {
    pub(super) shaper: &'s mut Shaper<'f>,
    pub(super) math: MathFace<'f>,
    /// How large the face for formulas is set, so that its small letters are as high as the
    /// text's.
    ratio: Em,
    per_em: i64,
    pub(super) style: FormulaStyle,
    /// A character that no face has.
    pub(super) missing: Option<char>,
}

impl<'s, 'f> Setter<'s, 'f> {
    /// Nothing where no face is for formulas.
    pub(super) fn new(shaper: &'s mut Shaper<'f>, style: FormulaStyle) -> Option<Self> {
        let fonts = shaper.fonts();
        let face = fonts.face(fonts.math());
        let text = fonts.face(fonts.styled(Style::default()));
        let heights = (text.x_height().scaled(), face.x_height().scaled().max(1));
        let per_em = i64::from(face.metrics().units_per_em);
        let ratio = Em::from_units(heights.0, heights.1);
        let math = MathFace::of(face)?;
        Some(Self { shaper, math, ratio, per_em, style, missing: None })
    }

    /// The size of text.
    pub(super) const fn size(&self, place: Place) -> Em {
        match place.level {
            0 => Em::ONE,
            1 => self.style.script,
            _ => self.style.script_script,
        }
    }

    /// The size of the face for formulas.
    pub(super) const fn scale(&self, place: Place) -> Em {
        self.size(place).times(self.ratio)
    }

    /// Font units of the face for formulas.
    pub(super) const fn em(&self, units: i32, place: Place) -> Em {
        Em::from_units(units as i64, self.per_em).times(self.scale(place))
    }

    /// As many font units of the face for formulas.
    pub(super) const fn units(&self, length: Em, place: Place) -> i32 {
        let scale = self.scale(place).scaled();
        let divisor = if scale > 0 { scale } else { 1 };
        let units = length.scaled() * self.per_em / divisor;
        (if units > MOST {
            MOST
        } else if units < -MOST {
            -MOST
        } else {
            units
        }) as i32
    }

    /// A constant of the face.
    pub(super) fn constant(&self, constant: MathConstant, place: Place) -> Em {
        self.em(self.math.constant(constant), place)
    }

    /// How high the middle of signs is: bars of fractions, the minus.
    pub(super) fn axis(&self, place: Place) -> Em {
        self.constant(MathConstant::AxisHeight, place)
    }

    /// Room of thousandths of the em.
    pub(super) const fn room(&self, thousandths: i64, place: Place) -> Em {
        Em::thousandths(thousandths).times(self.size(place))
    }

    /// Room that is given whatever stands there, as beside a fence that is not shown.
    pub(super) const fn blank(&self, thousandths: i64, place: Place) -> Made {
        Made::blank(self.room(thousandths, place))
    }
}
