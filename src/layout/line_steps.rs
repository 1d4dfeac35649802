//! How many steps of the grid a line takes: more than a line of text has, where a formula reaches
//! further above its baseline or below it.

use crate::units::{Em, Length};

use super::lines::Line;
use super::slug::LINE;

/// The steps of a line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LineSteps {
    /// Those that it has above a line of text.
    pub above: i32,
    /// Those that it has below one.
    pub below: i32,
}

impl LineSteps {
    /// All of them.
    pub(crate) const fn height(self) -> i32 {
        self.above + LINE + self.below
    }

    /// Those that hold both lines side by side.
    #[must_use]
    pub(crate) fn beside(self, other: Self) -> Self {
        Self { above: self.above.max(other.above), below: self.below.max(other.below) }
    }
}

/// The height of capitals, which stand in the middle of a line. Families of one's own have
/// others, by less than what a formula may reach over.
const CAPITALS: Em = Em::thousandths(686);
/// A formula may reach so far over the upper edge of its line: what is above it seldom fills its
/// own. Below the last line of a card or a page nothing may stand.
const OVER: Em = Em::thousandths(100);

/// Of text lines that are so far apart, at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LineGrid {
    /// The type size.
    pub size: Length,
    /// From one baseline to the next.
    pub leading: Length,
}

impl LineGrid {
    /// The steps of a line.
    pub(crate) fn steps(self, line: &Line) -> LineSteps {
        if line.above <= Em::ZERO && line.below <= Em::ZERO {
            return LineSteps::default();
        }
        let step = self.leading / i64::from(LINE);
        let over = OVER.at(self.size);
        let below = (self.leading - CAPITALS.at(self.size)) / 2;
        let above = self.leading - below;
        let more = |reach: Em, room: Length| {
            let more = reach.at(self.size) - room;
            more.steps_up(step).max(0) as i32
        };
        LineSteps {
            above: more(line.above, above + over),
            below: more(line.below, below),
        }
    }

    /// How much higher lines are than lines of text.
    pub(crate) fn more(self, lines: &[Line]) -> Length {
        let more = self.height(lines) - LINE * lines.len() as i32;
        self.leading / i64::from(LINE) * i64::from(more)
    }

    /// How high lines are one below the other.
    pub(crate) fn height(self, lines: &[Line]) -> i32 {
        lines.iter().map(|line| self.steps(line).height()).sum()
    }
}
