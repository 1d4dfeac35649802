//! Lengths on paper, as whole numbers.
//!
//! A [`Length`] counts scaled points, 65,536 to the point (72 points to the inch), so
//! that sums, comparisons and breaks come out alike on every machine. Floating point
//! enters only where a person's input is read and where a file format wants decimals.
//!
//! An [`Em`] is a distance relative to a type size, in 65,536ths of an em: shaped text
//! is kept in it, and becomes a `Length` when a size is known.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

const ONE: i64 = 65_536;

/// A distance on paper in scaled points (1/65,536 pt).
#[derive(
    Debug,
    Default,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
)]
#[serde(transparent)]
pub struct Length(i64);

impl Length {
    /// No distance.
    pub const ZERO: Self = Self(0);

    /// From scaled points.
    pub const fn from_scaled(scaled: i64) -> Self {
        Self(scaled)
    }

    /// From points, rounded to the nearest scaled point.
    pub fn pt(points: f64) -> Self {
        Self((points * ONE as f64).round() as i64)
    }

    /// From millimetres.
    pub fn mm(millimetres: f64) -> Self {
        Self::pt(millimetres * 72.0 / 25.4)
    }

    /// From inches.
    pub fn inches(inches: f64) -> Self {
        Self::pt(inches * 72.0)
    }

    /// In scaled points.
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// In points.
    pub fn to_pt(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// In millimetres.
    pub fn to_mm(self) -> f64 {
        self.to_pt() * 25.4 / 72.0
    }

    /// In inches.
    pub fn to_inches(self) -> f64 {
        self.to_pt() / 72.0
    }

    /// This length times `numerator / denominator`, rounded down.
    #[must_use]
    pub const fn fraction(self, numerator: i64, denominator: i64) -> Self {
        Self((self.0 as i128 * numerator as i128 / denominator as i128) as i64)
    }

    /// How many whole times `step` fits, rounded up.
    pub const fn steps_up(self, step: Self) -> i64 {
        (self.0 + step.0 - 1).div_euclid(step.0)
    }

    /// How many whole times `step` fits, rounded down.
    pub const fn steps_down(self, step: Self) -> i64 {
        self.0.div_euclid(step.0)
    }

    /// This length as a multiple of the type size `size`.
    pub const fn in_em(self, size: Self) -> Em {
        Em((self.0 as i128 * ONE as i128 / size.0 as i128) as i64)
    }

    /// The larger of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, by: i64) -> Self {
        Self(self.0 / by)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// A distance relative to a type size, in 65,536ths of an em.
#[derive(
    Debug,
    Default,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
)]
#[serde(transparent)]
pub struct Em(i64);

impl Em {
    /// No distance.
    pub const ZERO: Self = Self(0);
    /// The type size itself.
    pub const ONE: Self = Self(ONE);

    /// From 65,536ths.
    pub const fn from_scaled(scaled: i64) -> Self {
        Self(scaled)
    }

    /// From thousandths of an em.
    pub const fn thousandths(n: i64) -> Self {
        Self(n * ONE / 1000)
    }

    /// From font units, `per_em` of them to the em.
    pub const fn from_units(units: i64, per_em: i64) -> Self {
        Self((units * ONE + per_em / 2).div_euclid(per_em))
    }

    /// In 65,536ths.
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// The length this is at the type size `size`.
    pub const fn at(self, size: Length) -> Length {
        Length(((self.0 as i128 * size.0 as i128) >> 16) as i64)
    }

    /// This distance, set at `ratio` of the type size.
    #[must_use]
    pub const fn times(self, ratio: Self) -> Self {
        Self((self.0 * ratio.0) >> 16)
    }

    /// The larger of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }
}

impl Add for Em {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Em {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Em {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Em {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Em {
    fn sum<I: Iterator<Item = Self>>(ems: I) -> Self {
        ems.fold(Self::ZERO, Add::add)
    }
}

/// A place on a page: `x` from the left edge, `y` from the top edge, down.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: Length,
    /// From the top.
    pub y: Length,
}

impl Point {
    /// A point at `x`, `y`.
    pub const fn new(x: Length, y: Length) -> Self {
        Self { x, y }
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

/// A width and a height.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Size {
    /// Across.
    pub width: Length,
    /// Down.
    pub height: Length,
}

impl Size {
    /// A size of `width` by `height`.
    pub const fn new(width: Length, height: Length) -> Self {
        Self { width, height }
    }

    /// So wide, in the same proportion.
    #[must_use]
    pub fn as_wide_as(self, width: Length) -> Self {
        let height = i128::from(self.height.0) * i128::from(width.0);
        let height = height / i128::from(self.width.0.max(1));
        Self::new(width, Length((height.min(i128::from(i64::MAX / 4)) as i64).max(1)))
    }

    /// As large as `room` holds in the same proportion, and no larger than it is.
    #[must_use]
    pub fn within(self, room: Self) -> Self {
        let part = |of: Length, over: Length, under: Length| {
            let scaled = i128::from(of.0) * i128::from(over.0) / i128::from(under.0);
            Length((scaled as i64).max(1))
        };
        let mut fitted = self;
        if fitted.width > room.width {
            let height = part(fitted.height, room.width, fitted.width);
            fitted = Self::new(room.width, height);
        }
        if fitted.height > room.height {
            let width = part(fitted.width, room.height, fitted.height);
            fitted = Self::new(width, room.height);
        }
        fitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inch_is_72_points_and_25_4_mm() {
        assert_eq!(Length::inches(1.0), Length::pt(72.0));
        assert!((Length::inches(1.0).to_mm() - 25.4).abs() < 1e-4);
    }

    #[test]
    fn em_and_length_are_inverse_to_within_a_thousandth_of_a_point() {
        let size = Length::pt(6.47);
        let width = Length::mm(53.44);
        let back = width.in_em(size).at(size);
        assert!((back - width).to_pt().abs() < 0.001);
    }

    #[test]
    fn steps_round_outwards() {
        let step = Length::pt(4.0);
        assert_eq!(Length::pt(8.1).steps_up(step), 3);
        assert_eq!(Length::pt(8.0).steps_up(step), 2);
        assert_eq!(Length::pt(8.1).steps_down(step), 2);
    }
}
