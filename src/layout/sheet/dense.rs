//! The densest way to set a sheet: type as small as it may be, gaps as small as they can be.

use crate::document::{Document, each_text};
use crate::font::FontSet;
use crate::layout::arrange::{Arranger, Choice};
use crate::layout::columns::{DEAREST, Room, fill, fill_into};
use crate::layout::flow::Flow;
use crate::layout::galley::{LINE, Slug};
use crate::layout::type_size::size_for;
use crate::units::{Em, Length};

use super::choices::{dense, entry_ends};
use super::geometry::{Geometry, PACKED, Spread, TIGHT};
use super::options::SheetLayout;
use super::page_setting::{PageSetting, TIGHT_LEADING};

/// How far a flow is from fitting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shortage {
    /// How many pages it needs.
    pub pages: f64,
    /// How many elements from the first on, up to the end of an entry, do fit.
    pub reach: usize,
}

/// So many pages, set as densely as can be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dense<'a> {
    pub(super) layout: &'a SheetLayout,
    pub(super) pages: usize,
    size: Length,
    /// The most columns in which lines have a good length.
    columns: usize,
    pub(super) spread: Spread,
    pub(super) left_out: usize,
}

impl<'a> Dense<'a> {
    /// Pages whose type is as small as `layout` lets it be.
    pub(crate) fn new(fonts: &FontSet, layout: &'a SheetLayout, pages: usize) -> Self {
        let size = size_for(fonts, layout.x_height.0);
        let many = || Geometry::columns_for(layout, TIGHT, size);
        let columns = layout.columns.unwrap_or_else(many);
        Self { layout, pages, size, columns, spread: TIGHT, left_out: 0 }
    }

    /// The same without gaps between questions.
    pub(crate) fn packed(self) -> Self {
        Self { spread: PACKED, ..self }
    }

    /// The same for a flow of a guide of which so many words were left out before.
    pub(crate) fn without(self, left_out: usize) -> Self {
        Self { left_out, ..self }
    }

    /// How high all columns are together, in steps of the grid.
    pub(crate) fn room(&self) -> i64 {
        i64::from(self.setting().capacity()) * (self.columns * self.pages) as i64
    }

    /// How many times as long as these pages the words of a document are, about.
    pub(crate) fn times_filled(&self, document: &Document) -> f64 {
        let mut width = 0;
        each_text(document, |text, _| {
            width += text.chars().map(width_about).sum::<i64>();
        });
        let lines = width as f64 / self.setting().setting.measure_em().scaled() as f64;
        lines * f64::from(LINE) / (self.room().max(1)) as f64
    }

    /// Whether slugs fit. Where `anywhere`, columns may begin at any place.
    pub(crate) fn fits(&self, slugs: &[Slug], anywhere: bool) -> bool {
        let capacity = self.setting().capacity();
        let room = Room { count: self.columns * self.pages, capacity };
        let dearest = if anywhere { i64::MAX } else { DEAREST };
        fill_into(slugs, room, dearest).is_some()
    }

    /// What a flow lacks to fit; nothing if it fits.
    pub(crate) fn shortage(&self, flow: &Flow) -> Option<Shortage> {
        let slugs = self.slugs(flow);
        if self.fits(&slugs, true) {
            return None;
        }
        let capacity = self.setting().capacity();
        let columns = fill(&slugs, capacity.max(1)).len();
        let room = Room { count: self.columns * self.pages, capacity };
        let ends = entry_ends(flow);
        let fits = |end: &usize| {
            let count = slugs.partition_point(|slug| slug.element < *end);
            fill_into(&slugs[..count], room, i64::MAX).is_some()
        };
        let fitting = ends.partition_point(fits);
        let reach = ends[..fitting].last().copied().unwrap_or(0);
        Some(Shortage { pages: columns as f64 / self.columns as f64, reach })
    }

    fn setting(&self) -> PageSetting {
        PageSetting::new(self.layout, self.size, self.spread, TIGHT_LEADING, self.columns)
    }

    /// The slugs of a flow of which everything stands.
    pub(crate) fn slugs(&self, flow: &Flow) -> Vec<Slug> {
        // Nothing is omitted, so that nothing is counted.
        let arranger = Arranger::new(flow, self.setting().setting, &[]);
        arranger.slugs(&dense(&arranger, &Choice::all(flow)))
    }
}

/// About how wide a character is: of a script that is set in squares, an em.
const fn width_about(c: char) -> i64 {
    let em = Em::ONE.scaled();
    if matches!(c, '\u{2e80}'..='\u{ffef}') { em } else { em * 45 / 100 }
}
