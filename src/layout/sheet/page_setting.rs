//! A page with so many columns, and how its type is set.

use crate::layout::galley::{LINE, Setting};
use crate::units::{Em, Length};

use super::geometry::{Geometry, LARGEST_PT, Spread};
use super::options::SheetLayout;

/// Leading relative to the size: calm, at its tightest, and where growing ends.
pub(super) const CALM_LEADING: Em = Em::thousandths(1160);
pub(super) const TIGHT_LEADING: Em = Em::thousandths(1126);
const MOST_LEADING: Em = Em::thousandths(1350);

/// A size, a leading and a number of columns.
pub(super) struct PageSetting {
    pub(super) page: Geometry,
    pub(super) setting: Setting,
}

impl PageSetting {
    pub(super) fn new(
        layout: &SheetLayout,
        size: Length,
        spread: Spread,
        leading: Em,
        columns: usize,
    ) -> Self {
        let page = Geometry::new(layout, spread, columns);
        let page = match spread.gap {
            // Where there is room for everything, a few wide columns need not be so wide.
            None => page.for_size(layout, size.max(Length::pt(LARGEST_PT))),
            Some(_) => page,
        };
        let (measure, leading) = (page.measure(), leading.at(size));
        let justify = layout.justify;
        // Where pages are numbered, pictures must not take the words' room.
        let (column, figure) = (page.body_height, page.body_height / 4);
        let gap = spread.gap;
        let setting = Setting { size, leading, measure, justify, gap, figure, column };
        Self { page, setting }
    }

    /// The steps of the grid in a column.
    pub(super) fn capacity(&self) -> i32 {
        self.setting.column_steps()
    }

    /// The leading that spreads so many steps over the height of the page.
    pub(super) fn filled(&self, capacity: i32) -> Setting {
        let leading =
            self.page.body_height * i64::from(LINE) / i64::from(capacity.max(1));
        let leading = leading.min(MOST_LEADING.at(self.setting.size));
        Setting { leading: leading.max(self.setting.leading), ..self.setting }
    }
}
