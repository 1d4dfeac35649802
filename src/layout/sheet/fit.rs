//! A sheet of so many pages and no more.
//!
//! In this order: everything at the largest size that fits, down to the floor; everything
//! at the floor, set tight, with as many lists run in as it takes; then pieces leave by
//! rank. What is left of the room goes back: pieces that still fit return, the size grows,
//! then the leading, until the columns are full.
//!
//! Text is shaped once. Each size and measure breaks all lines once; each choice of what
//! stands is then a sum of heights. The search has no chance in it: the same guide gives
//! the same page.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::font::FontSet;
use crate::layout::arrange::{Arranger, Choice};
use crate::layout::columns::{Column, balance, fill, justify};
use crate::layout::flow::{Body, Flow};
use crate::layout::galley::{LINE, Setting};
use crate::layout::search::halve;
use crate::select::Rank;
use crate::text::{Format, Shaped, Shaper, Span};
use crate::theme;
use crate::units::{Em, Length};

use super::measure::{left, words};
use super::page::{CALM, Geometry, Spread, TIGHT, paint};
use super::{Sheet, SheetLayout, size_for};

/// Why no choice fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMuch {
    /// How many pages what must stay needs at the floor.
    pub pages: usize,
}

/// Leading relative to the size: calm, at its tightest, and where growing ends.
const CALM_LEADING: Em = Em::thousandths(1160);
const TIGHT_LEADING: Em = Em::thousandths(1126);
const MOST_LEADING: Em = Em::thousandths(1300);
/// The finest difference of sizes that is tried, in points.
const STEP_PT: f64 = 0.02;

/// Fits a flow to so many pages.
pub fn fit(
    flow: Flow,
    fonts: &FontSet,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
    count: usize,
) -> Result<Sheet, TooMuch> {
    let counts = counts(&flow, shaper);
    let (floor, most) = layout.x_height;
    let sizes = (size_for(fonts, floor), size_for(fonts, most));
    let search = Search { flow: &flow, layout, counts: &counts, count, sizes };
    let found = search.everything().map_or_else(|| search.condensed(), Ok)?;
    let Found { try_, choice, columns, capacity } = found;
    let (setting, page) = (try_.filled(capacity), try_.page);
    let arranger = Arranger::new(&flow, setting, &counts);
    let left = left(&flow, &choice, &arranger.unlabelled(&choice));
    let galley = arranger.galley(&choice);
    let pages: Vec<Vec<Column>> =
        columns.chunks(page.columns).map(<[_]>::to_vec).collect();
    let laid_out = (&galley, &setting, &pages[..]);
    Ok(paint(flow, left, laid_out, fonts, shaper, (layout, &page)))
}

struct Search<'a> {
    flow: &'a Flow,
    layout: &'a SheetLayout,
    counts: &'a [Shaped],
    count: usize,
    /// The smallest and the largest type size.
    sizes: (Length, Length),
}

/// A size, a leading and a number of columns.
struct Try {
    page: Geometry,
    setting: Setting,
}

/// What stands at the floor, and what could come back.
struct Least {
    choice: Choice,
    /// Elements that left, the last one last.
    gone: Vec<usize>,
    /// Titles whose label left.
    bare: Vec<usize>,
}

struct Found {
    try_: Try,
    choice: Choice,
    columns: Vec<Column>,
    capacity: i32,
}

impl Try {
    fn capacity(&self) -> i32 {
        self.page.body_height.steps_down(self.setting.step()) as i32
    }

    /// The leading that spreads so many steps over the height of the page.
    fn filled(&self, capacity: i32) -> Setting {
        let leading =
            self.page.body_height * i64::from(LINE) / i64::from(capacity.max(1));
        let leading = leading.min(MOST_LEADING.at(self.setting.size));
        Setting { leading: leading.max(self.setting.leading), ..self.setting }
    }
}

impl Search<'_> {
    fn try_at(&self, size: Length, spread: Spread, leading: Em, columns: usize) -> Try {
        let page = Geometry::new(self.layout, spread, columns);
        let (measure, leading) = (page.measure(), leading.at(size));
        let tight = leading < CALM_LEADING.at(size);
        let setting =
            Setting { size, leading, measure, justify: self.layout.justify, tight };
        Try { page, setting }
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

    /// Columns for a choice, where they fit.
    fn fits(
        &self,
        arranger: &Arranger<'_>,
        try_: &Try,
        choice: &Choice,
    ) -> Option<(Vec<Column>, i32)> {
        if try_.setting.measure < Em::thousandths(4_000).at(try_.setting.size) {
            return None;
        }
        let pieces = arranger.pieces(choice);
        let count = try_.page.columns * self.count;
        let (mut columns, capacity) = balance(&pieces, count, try_.capacity())?;
        for column in &mut columns {
            justify(&pieces, column, capacity);
        }
        Some((columns, capacity))
    }

    /// Whether a choice fits, without finding how it fits best.
    fn holds(&self, arranger: &Arranger<'_>, try_: &Try, choice: &Choice) -> bool {
        let (capacity, most) = (try_.capacity(), try_.page.columns * self.count);
        let pieces = arranger.pieces(choice);
        // What is higher than all columns together need not be broken into them.
        let height: i32 = pieces.iter().map(|piece| piece.height).sum();
        if height > capacity * most as i32 {
            return false;
        }
        let columns = fill(&pieces, capacity);
        let low = columns.iter().all(|column| column.height <= capacity);
        low && columns.len() <= most
    }

    /// Everything, at the largest size that fits; none if the floor is too large.
    fn everything(&self) -> Option<Found> {
        let choice = Choice::all(self.flow);
        let columns = self.columns(CALM).into_iter();
        let found = columns
            .filter_map(|columns| self.largest(&choice, CALM, CALM_LEADING, columns));
        found.max_by_key(|found| {
            (found.try_.setting.size, Reverse(found.try_.page.columns))
        })
    }

    /// A choice at the largest size that holds it.
    fn largest(
        &self,
        choice: &Choice,
        spread: Spread,
        leading: Em,
        columns: usize,
    ) -> Option<Found> {
        let at = |step: i64| {
            let size = self.sizes.0 + Length::pt(STEP_PT) * step;
            let try_ = self.try_at(size, spread, leading, columns);
            let arranger = Arranger::new(self.flow, try_.setting, self.counts);
            let fitted = self.fits(&arranger, &try_, choice)?;
            Some((try_, fitted))
        };
        let mut best = at(0)?;
        let steps = ((self.sizes.1 - self.sizes.0).to_pt() / STEP_PT) as i64;
        // A page that was just filled grows little: the steps are doubled from one.
        let (mut low, mut high) = (0, 1);
        while high <= steps {
            let Some(found) = at(high) else { break };
            best = found;
            (low, high) = (high, high * 2);
        }
        let (try_, (columns, capacity)) = halve(best, (low, high.min(steps + 1)), at);
        Some(Found { try_, choice: choice.clone(), columns, capacity })
    }

    /// Set tight at the floor: lists run in, then pieces gone; of all numbers of columns the
    /// one that keeps most words.
    fn condensed(&self) -> Result<Found, TooMuch> {
        let choices = self.columns(TIGHT).into_iter();
        let choices =
            choices.filter_map(|columns| Some((columns, self.choice(columns)?)));
        let kept = |(columns, least): &(usize, Least)| {
            let left = left(self.flow, &least.choice, &[]);
            (words(self.flow, &left).1, Reverse(*columns))
        };
        let found = choices.max_by_key(kept).and_then(|(columns, least)| {
            let choice = self.refilled(columns, least);
            self.largest(&choice, TIGHT, TIGHT_LEADING, columns)
        });
        found.ok_or_else(|| self.too_much())
    }

    /// What stands at the floor in so many columns, if whole ranks leave in turn.
    fn choice(&self, columns: usize) -> Option<Least> {
        let try_ = self.try_at(self.sizes.0, TIGHT, TIGHT_LEADING, columns);
        let arranger = Arranger::new(self.flow, try_.setting, self.counts);
        let holds = |choice: &Choice| self.holds(&arranger, &try_, choice);
        let all = Choice::all(self.flow);
        // Lists that win most are run in first, and no more than it takes.
        let mut lists: Vec<(i32, usize)> = (0..self.flow.lists.len())
            .map(|list| (arranger.won_by_run_in(list), list))
            .filter(|(won, _)| *won > 0)
            .collect();
        lists.sort_by_key(|&(won, list)| (-won, list));
        let run_in = |count: usize| {
            let mut choice = all.clone();
            for (_, list) in &lists[..count] {
                choice.run_in[*list] = true;
            }
            choice
        };
        if let Some(count) = least(lists.len(), |count| holds(&run_in(count))) {
            let (gone, bare) = (Vec::new(), Vec::new());
            return Some(Least { choice: run_in(count), gone, bare });
        }
        // Labels that need a line of their own win most for the fewest words.
        let mut dense = run_in(lists.len());
        let labels: Vec<usize> = (0..self.flow.elements.len())
            .filter(|&n| arranger.has_label_apart(n))
            .collect();
        for &title in &labels {
            dense.bare[title] = true;
        }
        let order = leaving(self.flow);
        let without = |count: usize| {
            let mut choice = dense.clone();
            for &element in &order[..count] {
                choice.gone[element] = true;
            }
            with_children(self.flow, &mut choice);
            choice
        };
        let count = least(order.len(), |count| holds(&without(count)))?;
        let choice = without(count);
        Some(Least { choice, gone: order[..count].to_vec(), bare: labels })
    }

    /// The same with all that still fits: pieces return, those that were last to leave
    /// first, and then labels.
    fn refilled(&self, columns: usize, least: Least) -> Choice {
        let try_ = self.try_at(self.sizes.0, TIGHT, TIGHT_LEADING, columns);
        let arranger = Arranger::new(self.flow, try_.setting, self.counts);
        let Least { mut choice, gone, bare } = least;
        for &element in gone.iter().rev() {
            let parent = self.flow.elements[element].parent;
            if parent.is_some_and(|parent| choice.gone[parent]) {
                continue;
            }
            let mut more = choice.clone();
            more.gone[element] = false;
            with_children(self.flow, &mut more);
            if self.holds(&arranger, &try_, &more) {
                choice = more;
            }
        }
        for &title in &bare {
            let mut more = choice.clone();
            more.bare[title] = false;
            if self.holds(&arranger, &try_, &more) {
                choice = more;
            }
        }
        choice
    }

    fn too_much(&self) -> TooMuch {
        let columns = self.columns(TIGHT).last().copied().unwrap_or(1);
        let try_ = self.try_at(self.sizes.0, TIGHT, TIGHT_LEADING, columns);
        let arranger = Arranger::new(self.flow, try_.setting, self.counts);
        let mut choice = Choice::all(self.flow);
        for element in leaving(self.flow) {
            choice.gone[element] = true;
        }
        let needed = fill(&arranger.pieces(&choice), try_.capacity().max(1)).len();
        TooMuch { pages: needed.div_ceil(columns) }
    }
}

/// The least count up to `most` that holds, if more hold whatever fewer do.
fn least(most: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    if holds(0) {
        return Some(0);
    }
    if !holds(most) {
        return None;
    }
    let (mut low, mut high) = (0, most);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if holds(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// The elements that may leave, the first to go first: by rank; within a rank one of each
/// entry in turn, from its end, so that none is emptied while another keeps its examples.
///
/// Of entries that stand alike, every second goes first, then every second of the rest:
/// the order of the bits of their numbers turned round spreads the loss over the page.
fn leaving(flow: &Flow) -> Vec<usize> {
    let mut seen = BTreeMap::new();
    let mut order = Vec::new();
    for (n, element) in flow.elements.iter().enumerate().rev() {
        if element.rank.may_leave() {
            let turn =
                seen.entry((element.rank, element.section, element.entry)).or_insert(0);
            let spread = (element.entry.unwrap_or(0) as u32).reverse_bits();
            order.push((Reverse(element.rank), *turn, spread, n));
            *turn += 1;
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(.., n)| n).collect()
}

/// What belongs to something gone is gone too, and so is a label that names nothing more.
fn with_children(flow: &Flow, choice: &mut Choice) {
    for n in 0..flow.elements.len() {
        if flow.elements[n].parent.is_some_and(|parent| choice.gone[parent]) {
            choice.gone[n] = true;
        }
    }
    for n in 1..flow.elements.len() {
        let (label, named) = (&flow.elements[n - 1], &flow.elements[n]);
        let heads = label.rank == Rank::LEAD && label.entry == named.entry;
        if heads && matches!(label.body, Body::Text { .. }) {
            let list = flow.lists.iter().find(|list| list.items.first() == Some(&n));
            choice.gone[n - 1] = list.map_or(choice.gone[n], |list| {
                list.items.iter().all(|&item| choice.gone[item])
            });
        }
    }
}

/// “ +1”, “ +2”... for lists that lose items.
fn counts(flow: &Flow, shaper: &mut Shaper<'_>) -> Vec<Shaped> {
    let most = flow.lists.iter().map(|list| list.items.len()).max().unwrap_or(0).max(1);
    let format = Format { color: theme::FAINT, ..Format::default() };
    (1..=most)
        .map(|count| shaper.shape(&[Span { text: format!(" +{count}"), format }]))
        .collect()
}
