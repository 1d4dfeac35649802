//! Cheat sheets: a flow in columns on pages.
//!
//! The size is chosen, not given: the largest comfortable one that needs no more pages
//! than the smallest comfortable one, so that the last page is as full as it can be.

mod choices;
mod dense;
mod fit;
mod geometry;
mod measure;
mod omission;
mod options;
mod page;
mod page_setting;

use crate::font::FontSet;
use crate::text::Shaper;
use crate::theme;
use crate::units::{Em, Length};

use super::columns::{Column, balance, fill, justify};
use super::flow::Flow;
use super::galley::{Galley, LINE, Setting, height_of, set};
use super::type_size::size_for;
use crate::bisect::bisect;

use geometry::{CALM, Geometry, LARGEST_PT};
use page::{PagedGalley, paint};

pub(crate) use dense::Dense;
pub(crate) use fit::fit;
pub(crate) use geometry::HEAD_PT;
pub(crate) use measure::{Measures, Omitted};
pub use options::SheetLayout;
pub(crate) use page::Sheet;

/// Why a sheet cannot be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a line of text needs more room than the paper has")]
pub struct TooSmall;

/// The finest difference of sizes that is tried.
const SIZE_STEP: f64 = 0.1;

/// Lays a flow out on pages.
pub fn lay_out(
    flow: Flow,
    fonts: &FontSet,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
) -> Result<Sheet, TooSmall> {
    let (least, most) = layout.x_height;
    let (least, most) = (size_for(fonts, least), size_for(fonts, most));
    let columns =
        layout.columns.unwrap_or_else(|| Geometry::columns_for(layout, CALM, least));
    let (least, most) = suited(layout, columns, (least, most));
    let smallest = PagedFlow::new(&flow, layout, columns, least)?;
    let needed = smallest.pages.len();
    // Larger sizes never need fewer pages.
    let steps = ((most - least).to_pt() / SIZE_STEP) as usize;
    let best = bisect(smallest, 0..steps + 1, |step| {
        let size = least + Length::pt(SIZE_STEP * step as f64);
        let paged = PagedFlow::new(&flow, layout, columns, size).ok();
        paged.filter(|paged| paged.pages.len() <= needed)
    });
    let PagedFlow { page, setting, galley, pages } = best;
    let (galley, setting, pages) = (&galley, &setting, &pages[..]);
    let set = PagedGalley { galley, setting, pages, left_out: 0 };
    Ok(paint(flow, Vec::new(), set, fonts, shaper, layout, &page))
}

/// The sizes to choose from. Where so many columns are asked for that lines would be too long,
/// type is larger.
fn suited(
    layout: &SheetLayout,
    columns: usize,
    (least, most): (Length, Length),
) -> (Length, Length) {
    let suitable = Geometry::new(layout, CALM, columns).suitable_size();
    let least = least.max(suitable.min(Length::pt(LARGEST_PT)));
    (least, most.max(least))
}

/// A flow at one size, in columns.
struct PagedFlow {
    page: Geometry,
    setting: Setting,
    galley: Galley,
    pages: Vec<Vec<Column>>,
}

impl PagedFlow {
    fn new(
        flow: &Flow,
        layout: &SheetLayout,
        columns: usize,
        size: Length,
    ) -> Result<Self, TooSmall> {
        let page = Geometry::new(layout, CALM, columns).for_size(layout, size);
        let measure = page.measure();
        let leading = theme::LEADING.at(size);
        let (justify, column) = (layout.justify, page.body_height);
        let (gap, figure) = (None, column / 2);
        let setting = Setting { size, leading, measure, justify, gap, figure, column };
        let capacity = setting.column_steps();
        if measure < Em::thousandths(4_000).at(size) || capacity < 2 * LINE {
            return Err(TooSmall);
        }
        let galley = set(flow, &setting);
        let pages = paginate(&galley, page.columns, capacity);
        Ok(Self { page, setting, galley, pages })
    }
}

/// The steps of a column of a last page that is worth beginning: eight lines.
const LEAST_TAIL: i32 = 8 * LINE;

/// Full pages, then a last one whose columns end together.
fn paginate(galley: &Galley, per_page: usize, capacity: i32) -> Vec<Vec<Column>> {
    let slugs = &galley.slugs;
    let mut columns = fill(slugs, capacity);
    let last = columns.len().saturating_sub(1) / per_page * per_page;
    let start = columns.get(last).map_or(slugs.len(), |column| column.slugs.start);
    let mut tail = columns.split_off(last);
    for column in &mut columns {
        justify(slugs, column, capacity);
    }
    // A few lines are not spread over the width of a page.
    let count = height_of(&slugs[start..]) / i64::from(LEAST_TAIL);
    let count = usize::try_from(count).unwrap_or(1).clamp(1, per_page);
    let balanced =
        (count..=per_page).find_map(|count| balance(&slugs[start..], count, capacity));
    if let Some((balanced, height)) = balanced {
        tail = balanced;
        for column in &mut tail {
            justify(&slugs[start..], column, height);
            column.slugs = column.slugs.start + start..column.slugs.end + start;
            for (slug, _) in &mut column.added {
                *slug += start;
            }
        }
    }
    columns.append(&mut tail);
    columns.chunks(per_page).map(<[Column]>::to_vec).collect()
}
