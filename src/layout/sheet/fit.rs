//! A sheet of so many pages and no more.
//!
//! In this order: everything at the largest size that fits, down to the floor; everything
//! at the floor, set tight, with as many lists run in as it takes; then elements are
//! omitted by rank. What is left of the room goes back: elements that still fit return, the
//! size grows, then the leading, until the columns are full.
//!
//! Text is shaped once. Each size and measure breaks all lines once; each choice of what
//! stands is then a sum of heights. The search has no chance in it: the same guide gives
//! the same page.

use std::cmp::Reverse;

use crate::bisect::bisect;
use crate::font::FontSet;
use crate::layout::arrange::{Arranger, Choice};
use crate::layout::columns::{Column, DEAREST, Room, balance_into, fill_into, justify};
use crate::layout::flow::{Body, Flow};
use crate::layout::galley::LINE;
use crate::layout::type_size::size_for;
use crate::text::{Shaped, Shaper};
use crate::units::{Em, Length};

use super::choices::{counts, dense, least_count, least_lines, run_in, winning};
use super::dense::Dense;
use super::geometry::{CALM, Geometry, Spread, TIGHT};
use super::measure::omitted;
use super::omission::{Omission, Words, before_in_lists, omission_order};
use super::options::SheetLayout;
use super::page::{PagedGalley, Sheet, paint};
use super::page_setting::{CALM_LEADING, PageSetting, TIGHT_LEADING};

/// The finest difference of sizes that is tried, in points.
const STEP_PT: f64 = 0.02;
/// The part of the columns that a full page uses.
const FULL: f64 = 0.97;
/// How often a smaller size is tried where a page is not full, and by how many steps.
const SMALLER_SIZES: usize = 20;
const SMALLER_STEPS: usize = 3;

/// So many elements are looked at to see what may return. Guides of two thousand have every
/// try; of longer ones, what was omitted last has.
const MOST_LOOKED_AT: usize = 4_000_000;

/// Fits a flow to so many pages, of which `dense` says how densely they may be set.
pub(crate) fn fit(
    flow: Flow,
    fonts: &FontSet,
    shaper: &mut Shaper<'_>,
    dense: &Dense<'_>,
) -> Option<Sheet> {
    let layout = dense.layout;
    let counts = counts(&flow, shaper);
    let words = Words::of(&flow);
    let search = Search::new(&flow, fonts, dense, &counts, &words);
    let fitted = search.everything().or_else(|| search.condensed());
    let fitted = fitted.or_else(|| Search { dearest: i64::MAX, ..search }.condensed())?;
    let FittedSheet { arranger, page_setting, choice, columns, capacity } = fitted;
    let (setting, page) = (page_setting.filled(capacity), page_setting.page);
    let omitted = omitted(&flow, &choice, &arranger.unlabelled(&choice));
    let galley = arranger.galley(&choice);
    let pages: Vec<Vec<Column>> =
        columns.chunks(page.columns).map(<[_]>::to_vec).collect();
    let (galley, setting, pages) = (&galley, &setting, &pages[..]);
    let set = PagedGalley { galley, setting, pages, left_out: dense.left_out };
    Some(paint(flow, omitted, set, fonts, shaper, layout, &page))
}

struct Search<'a> {
    flow: &'a Flow,
    layout: &'a SheetLayout,
    counts: &'a [Shaped],
    words: &'a Words,
    count: usize,
    /// The smallest and the largest type size.
    sizes: (Length, Length),
    /// How much room there is where not all of the flow may stand.
    spread: Spread,
    /// The dearest place that a column may begin at.
    dearest: i64,
}

/// What stands at the floor, and what could come back.
struct FloorChoice<'a> {
    arranger: Arranger<'a>,
    page_setting: PageSetting,
    choice: Choice,
    /// What was omitted, the last thing last.
    omitted: Vec<Omission>,
    /// Titles whose label was omitted.
    bare: Vec<usize>,
}

/// A choice of what stands, set in the columns that there are.
struct FittedSheet<'a> {
    arranger: Arranger<'a>,
    page_setting: PageSetting,
    choice: Choice,
    columns: Vec<Column>,
    capacity: i32,
}

impl FittedSheet<'_> {
    /// Whether the columns of every page end within two lines, and leave next to nothing of
    /// it empty.
    fn is_full(&self) -> bool {
        let per_page = self.page_setting.page.columns;
        self.columns.chunks(per_page).all(|page| {
            let heights = || page.iter().map(|column| column.height);
            let (least, most) = (heights().min(), heights().max());
            let apart = most.unwrap_or(0) - least.unwrap_or(0);
            let used = f64::from(heights().sum::<i32>());
            let room = f64::from(self.capacity) * per_page as f64;
            apart <= 2 * LINE && used >= room * FULL
        })
    }
}

impl<'a> Search<'a> {
    fn new(
        flow: &'a Flow,
        fonts: &FontSet,
        dense: &Dense<'a>,
        counts: &'a [Shaped],
        words: &'a Words,
    ) -> Self {
        let &Dense { layout, pages: count, spread, .. } = dense;
        let (floor, most) = layout.x_height;
        let sizes = (size_for(fonts, floor), size_for(fonts, most));
        Self { flow, layout, counts, words, count, sizes, spread, dearest: DEAREST }
    }

    fn page_setting_at(
        &self,
        size: Length,
        spread: Spread,
        leading: Em,
        columns: usize,
    ) -> PageSetting {
        PageSetting::new(self.layout, size, spread, leading, columns)
    }

    /// The numbers of columns worth trying.
    fn columns(&self, spread: Spread) -> Vec<usize> {
        if let Some(columns) = self.layout.columns {
            return vec![columns];
        }
        let few = Geometry::columns_for(self.layout, spread, self.sizes.1);
        let many = Geometry::columns_for(self.layout, spread, self.sizes.0);
        (few..=many).collect()
    }

    /// A choice in columns, where it fits.
    fn fitted(
        &self,
        arranger: Arranger<'a>,
        page_setting: PageSetting,
        choice: &Choice,
    ) -> Option<FittedSheet<'a>> {
        if page_setting.setting.measure
            < Em::thousandths(4_000).at(page_setting.setting.size)
        {
            return None;
        }
        let slugs = arranger.slugs(choice);
        let count = page_setting.page.columns * self.count;
        let room = Room { count, capacity: page_setting.capacity() };
        let (mut columns, capacity) = balance_into(&slugs, room, self.dearest)?;
        for column in &mut columns {
            justify(&slugs, column, capacity);
        }
        Some(FittedSheet {
            arranger,
            page_setting,
            choice: choice.clone(),
            columns,
            capacity,
        })
    }

    /// Whether a choice fits, without finding how it fits best.
    fn fits(
        &self,
        arranger: &Arranger<'_>,
        page_setting: &PageSetting,
        choice: &Choice,
    ) -> bool {
        let (capacity, count) =
            (page_setting.capacity(), page_setting.page.columns * self.count);
        let slugs = arranger.slugs(choice);
        fill_into(&slugs, Room { count, capacity }, self.dearest).is_some()
    }

    /// Everything, at the largest size that fits; none if the floor is too large.
    fn everything(&self) -> Option<FittedSheet<'a>> {
        let choice = Choice::all(self.flow);
        let fitted = self.columns(CALM).into_iter().filter_map(|columns| {
            let page_setting =
                self.page_setting_at(self.sizes.0, CALM, CALM_LEADING, columns);
            if self.is_too_high(&page_setting, &choice) {
                return None;
            }
            let arranger = Arranger::new(self.flow, page_setting.setting, self.counts);
            self.largest(&choice, CALM, CALM_LEADING, arranger, page_setting)
        });
        fitted.max_by_key(|fitted| {
            let size = fitted.page_setting.setting.size;
            (fitted.is_full(), size, Reverse(fitted.page_setting.page.columns))
        })
    }

    /// Whether a choice is higher than all columns together even if every line were full:
    /// known at once, without breaking a line.
    fn is_too_high(&self, page_setting: &PageSetting, choice: &Choice) -> bool {
        let elements = self.flow.elements.iter().zip(&choice.gone);
        let least = elements.filter(|(_, gone)| !**gone).map(|(element, _)| {
            let width = self.flow.width(element, page_setting.setting.measure_em());
            least_lines(&element.body, width) * i64::from(LINE)
        });
        let columns = (page_setting.page.columns * self.count) as i64;
        least.sum::<i64>() > i64::from(page_setting.capacity()) * columns
    }

    /// A choice at the largest size that holds it; `first` is set at the floor, as `page_setting` says.
    fn largest(
        &self,
        choice: &Choice,
        spread: Spread,
        leading: Em,
        first: Arranger<'a>,
        page_setting: PageSetting,
    ) -> Option<FittedSheet<'a>> {
        let columns = page_setting.page.columns;
        let at = |step: usize| {
            let size = self.sizes.0 + Length::pt(STEP_PT) * step as i64;
            let page_setting = self.page_setting_at(size, spread, leading, columns);
            let arranger = Arranger::new(self.flow, page_setting.setting, self.counts);
            Some((step, self.fitted(arranger, page_setting, choice)?))
        };
        let mut best = (0, self.fitted(first, page_setting, choice)?);
        let steps = ((self.sizes.1 - self.sizes.0).to_pt() / STEP_PT) as usize;
        // A page that was just filled grows little: the steps are doubled from one.
        let (mut low, mut high) = (0, 1);
        while high <= steps {
            let Some(fitted) = at(high) else { break };
            best = fitted;
            (low, high) = (high, high * 2);
        }
        let (step, best) = bisect(best, low..high.min(steps + 1), at);
        if best.is_full() {
            return Some(best);
        }
        // Other lines fall out otherwise: a little smaller, columns may end together.
        let mut smaller =
            (1..=SMALLER_SIZES).map(|n| step.saturating_sub(n * SMALLER_STEPS));
        let full =
            smaller.find_map(|step| Some(at(step)?.1).filter(FittedSheet::is_full));
        Some(full.unwrap_or(best))
    }

    /// Set tight at the floor: lists run in, then elements gone; of two numbers of columns, for
    /// which lines have a good length there, the one that keeps most words.
    fn condensed(&self) -> Option<FittedSheet<'a>> {
        let choices = self.columns_at_floor().into_iter();
        let choices = choices.filter_map(|columns| self.choice(columns));
        let kept = |floor: &FloorChoice<'_>| {
            (self.words.kept(&floor.choice), Reverse(floor.page_setting.page.columns))
        };
        let FloorChoice { arranger, page_setting, choice, omitted, bare } =
            choices.max_by_key(kept)?;
        let choice = self.refilled(&arranger, &page_setting, choice, &omitted, &bare);
        self.largest(&choice, self.spread, TIGHT_LEADING, arranger, page_setting)
    }

    /// The numbers of columns worth trying where type is as small as it gets.
    fn columns_at_floor(&self) -> Vec<usize> {
        let all = self.columns(TIGHT);
        all[all.len().saturating_sub(2)..].to_vec()
    }

    /// What stands at the floor in so many columns, if whole ranks are omitted in turn.
    fn choice(&self, columns: usize) -> Option<FloorChoice<'a>> {
        let page_setting =
            self.page_setting_at(self.sizes.0, self.spread, TIGHT_LEADING, columns);
        let arranger = Arranger::new(self.flow, page_setting.setting, self.counts);
        let holds = |choice: &Choice| self.fits(&arranger, &page_setting, choice);
        let all = Choice::all(self.flow);
        // Lists that win most are run in first, and no more than it takes.
        let lists = winning(&arranger, &all);
        let with = |count: usize| run_in(&all, &lists[..count]);
        if let Some(count) = least_count(lists.len(), |count| holds(&with(count))) {
            let (choice, omitted, bare) = (with(count), Vec::new(), Vec::new());
            return Some(FloorChoice { arranger, page_setting, choice, omitted, bare });
        }
        let with_heads = Choice { heads_run_in: true, ..with(lists.len()) };
        if holds(&with_heads) {
            let (choice, omitted, bare) = (with_heads, Vec::new(), Vec::new());
            return Some(FloorChoice { arranger, page_setting, choice, omitted, bare });
        }
        let (dense, bare) = self.dense(&arranger);
        let order = omission_order(self.flow, self.words, &arranger, &dense);
        let after = |count: usize| {
            let mut choice = dense.clone();
            for step in &order[..count] {
                step.apply(&mut choice);
            }
            choice.settle(self.flow);
            choice
        };
        let count = least_count(order.len(), |count| holds(&after(count)))?;
        let (choice, omitted) = (after(count), order[..count].to_vec());
        Some(FloorChoice { arranger, page_setting, choice, omitted, bare })
    }

    /// All lists run in that win by it, and no label on a line of its own, which wins most
    /// for the fewest words; these labels.
    fn dense(&self, arranger: &Arranger<'_>) -> (Choice, Vec<usize>) {
        let condensed = Choice::condensed(self.flow);
        let mut dense = dense(arranger, &condensed);
        let labels: Vec<usize> = (0..self.flow.elements.len())
            .filter(|&n| arranger.has_label_apart(n))
            .collect();
        for &title in &labels {
            dense.bare[title] = true;
        }
        dense.settle(self.flow);
        (dense, labels)
    }

    /// The same with all that still fits: what was omitted last returns first,
    /// and labels after all else.
    fn refilled(
        &self,
        arranger: &Arranger<'_>,
        page_setting: &PageSetting,
        mut choice: Choice,
        omitted: &[Omission],
        bare: &[usize],
    ) -> Choice {
        let before = before_in_lists(self.flow);
        let each = self.flow.elements.len() + longest_list(self.flow);
        let mut tries = MOST_LOOKED_AT / each.max(1);
        for step in omitted.iter().rev() {
            if !step.may_return(self.flow, &choice, &before) {
                continue;
            }
            let Some(left) = tries.checked_sub(1) else { break };
            tries = left;
            let mut more = choice.clone();
            step.undo(&mut more);
            more.settle(self.flow);
            if self.fits(arranger, page_setting, &more) {
                choice = more;
            }
        }
        for &title in bare.iter().take(tries) {
            let mut more = choice.clone();
            more.bare[title] = false;
            more.settle(self.flow);
            if more != choice && self.fits(arranger, page_setting, &more) {
                choice = more;
            }
        }
        choice
    }
}

/// How many glyphs the longest list has. Where it is run in, it is put together anew with each
/// item that comes or goes.
fn longest_list(flow: &Flow) -> usize {
    let glyphs = |&item: &usize| match &flow.elements[item].body {
        Body::Text { text, .. } => text.glyphs.len(),
        _ => 0,
    };
    let lists = flow.lists.iter().map(|list| list.items.iter().map(glyphs).sum());
    lists.max().unwrap_or(0)
}
