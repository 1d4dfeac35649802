//! Where a point of a nested frame lies on its page.
//!
//! Quarter turns are exact; other turns come from a series of multiplications, because
//! the sine of the standard library differs between platforms.

use crate::units::{Length, Point, Size};

/// A turn and a shift, in frame coordinates: y downwards, angles clockwise as a reader has the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Affine {
    /// The cosine of the turn.
    pub cos: f64,
    /// Its sine.
    pub sin: f64,
    x: f64,
    y: f64,
}

/// A turn clockwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Turn {
    pub sin: f64,
    pub cos: f64,
}

/// A rectangle on a page, y downwards from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub left: Length,
    pub top: Length,
    pub right: Length,
    pub bottom: Length,
}

impl Affine {
    /// Leaves points where they are.
    pub(super) const IDENTITY: Self = Self { cos: 1.0, sin: 0.0, x: 0.0, y: 0.0 };

    /// A point of a frame that stands at `at`, turned about it by thousandths of a degree,
    /// in a frame placed by `self`.
    pub(super) fn inside(&self, at: Point, turn: i32) -> Self {
        let Turn { sin, cos } = Turn::of(turn);
        let (x, y) = self.scaled(at);
        Self {
            cos: self.cos * cos - self.sin * sin,
            sin: self.sin * cos + self.cos * sin,
            x,
            y,
        }
    }

    fn scaled(&self, point: Point) -> (f64, f64) {
        let (x, y) = (point.x.scaled() as f64, point.y.scaled() as f64);
        (self.x + x * self.cos - y * self.sin, self.y + x * self.sin + y * self.cos)
    }

    /// Where a point lies on the page.
    pub(super) fn point(&self, point: Point) -> Point {
        let (x, y) = self.scaled(point);
        let length = |n: f64| Length::from_scaled(n.round() as i64);
        Point::new(length(x), length(y))
    }

    /// The upright rectangle around a rectangle.
    pub(super) fn area(&self, at: Point, size: Size) -> Area {
        let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| {
            self.point(at + Point::new(size.width * right, size.height * down))
        });
        let [x, y] = [corners.map(|corner| corner.x), corners.map(|corner| corner.y)];
        let least = |all: [Length; 4]| all.into_iter().fold(all[0], Length::min);
        let most = |all: [Length; 4]| all.into_iter().fold(all[0], Length::max);
        Area { left: least(x), top: least(y), right: most(x), bottom: most(y) }
    }
}

impl Area {
    /// What two have in common, if anything.
    pub(super) fn intersect(self, other: Self) -> Option<Self> {
        let common = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (common.left <= common.right && common.top <= common.bottom).then_some(common)
    }

    /// The area around both.
    pub(super) fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Turn {
    /// The turn by thousandths of a degree.
    pub(super) fn of(thousandths: i32) -> Self {
        let turn = thousandths.rem_euclid(360_000);
        let quarter = (turn + 45_000) / 90_000;
        let rest = f64::from(turn - quarter * 90_000) / 180_000.0 * std::f64::consts::PI;
        let (sin, cos) = (rest * series(rest, 1.0), series(rest, 0.0));
        let (sin, cos) = match quarter % 4 {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
        Self { sin, cos }
    }
}

/// The alternating power series of sin x / x, counting on from 1, or cos x, from 0.
fn series(x: f64, from: f64) -> f64 {
    let (mut term, mut sum, mut k) = (1.0, 1.0, from);
    // Within an eighth of a turn the next term is below the precision of an f64.
    for _ in 0..10 {
        term *= -x * x / ((k + 1.0) * (k + 2.0));
        sum += term;
        k += 2.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sin_cos(turn: i32) -> (f64, f64) {
        let Turn { sin, cos } = Turn::of(turn);
        (sin, cos)
    }

    #[test]
    fn quarter_turns_are_exact() {
        assert_eq!(
            [0, 90_000, 180_000, -90_000].map(sin_cos),
            [(0.0, 1.0), (1.0, -0.0), (-0.0, -1.0), (-1.0, 0.0)]
        );
    }

    #[test]
    fn other_turns_agree_with_the_standard_library() {
        for turn in (0..720_000).step_by(1234) {
            let Turn { sin, cos } = Turn::of(turn);
            let (s, c) = f64::from(turn).mul_add(1e-3, 0.0).to_radians().sin_cos();
            assert!((sin - s).abs() < 1e-12 && (cos - c).abs() < 1e-12, "{turn}");
        }
    }

    #[test]
    fn a_frame_on_its_head_lies_above_and_left_of_its_point() {
        let at = Point::new(Length::pt(100.0), Length::pt(50.0));
        let placed = Affine::IDENTITY.inside(at, 180_000);
        let size = Size::new(Length::pt(30.0), Length::pt(20.0));
        let area = placed.area(Point::default(), size);
        assert_eq!((area.left, area.right), (Length::pt(70.0), Length::pt(100.0)));
        assert_eq!((area.top, area.bottom), (Length::pt(30.0), Length::pt(50.0)));
    }
}
