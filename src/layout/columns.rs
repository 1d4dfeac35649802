//! Columns as an optimisation: where each begins, so that the sum of all costs is least.
//!
//! A column costs what it leaves empty, squared, and what the place costs where the next
//! begins. Dynamic programming over the slugs finds the cheapest way for all of them;
//! the work is the number of slugs times those that one column holds.

use std::collections::BTreeMap;
use std::ops::Range;

use super::flow::cost;
use super::galley::Slug;

/// The columns that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// How many.
    pub count: usize,
    /// The steps that each holds.
    pub capacity: i32,
}

/// A column: which slugs it holds, and what is added between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The slugs.
    pub slugs: Range<usize>,
    /// Steps added above a slug, by its place in the galley.
    pub added: Vec<(usize, i32)>,
    /// How many steps are used.
    pub height: i32,
}

/// What a column costs in itself: as much as a twentieth of it left empty.
const COLUMN: i64 = 100;

/// Breaks slugs into columns of `capacity` steps.
///
/// A slug higher than a column gets one to itself and reaches beyond it; the caller sees
/// that from [`Column::height`].
pub(crate) fn fill(slugs: &[Slug], capacity: i32) -> Vec<Column> {
    let heights = Heights::new(slugs);
    let end = slugs.len();
    // For each slug: the least cost of what is before it if a column begins with it, and
    // where the column before begins.
    let mut best: Vec<Option<(i64, usize)>> = vec![None; end + 1];
    best[0] = Some((0, 0));
    for start in 0..end {
        let Some((sum, _)) = best[start] else { continue };
        for next in start + 1..=end {
            let height = heights.of(start..next);
            if height > capacity && next > start + 1 {
                break;
            }
            let empty = (capacity - height).max(0);
            let (hole, place) = match slugs.get(next) {
                Some(slug) => {
                    (hole_cost(empty, heights.stretch(start..next), capacity), slug.cost)
                }
                None => (0, 0),
            };
            let cost = sum + COLUMN + hole + place;
            if best[next].is_none_or(|(least, _)| cost < least) {
                best[next] = Some((cost, start));
            }
        }
    }
    let mut columns = Vec::new();
    let mut next = end;
    while next > 0 {
        let (_, start) = best[next].expect("each slug fits a column of its own");
        let slugs = start..next;
        let height = heights.of(slugs.clone());
        columns.push(Column { slugs, added: Vec::new(), height });
        next = start;
    }
    columns.reverse();
    columns
}

/// The dearest place for a column of a fitted page to begin at, where that can be: inside an
/// entry between lines or items, with three slugs before it or more, and never between the
/// only two lines that belong together.
pub(crate) const DEAREST: i64 = cost::LINE + 2 * cost::NEAR;

/// Breaks slugs into at most `count` columns of `capacity` steps, none of which begins at a
/// place dearer than `dearest`; nothing if they do not fit.
///
/// Where the columns are nearly full, this is little work: there are few places then where
/// a column can end so that those after it hold the rest.
pub(crate) fn fill_into(slugs: &[Slug], room: Room, dearest: i64) -> Option<Vec<Column>> {
    let Room { count, capacity } = room;
    let heights = Heights::new(slugs);
    let end = slugs.len();
    // For each number of columns: where they can end, the least cost of that, and where the
    // last of them begins.
    let mut layers: Vec<BTreeMap<usize, (i64, usize)>> =
        vec![BTreeMap::from([(0, (0, 0))])];
    for after in (0..count).rev() {
        let mut ends = BTreeMap::new();
        let first = heights.leaving(capacity.saturating_mul(after as i32), after as i32);
        for (&start, &(sum, _)) in &layers[layers.len() - 1] {
            for stop in first.max(start + 1)..=end {
                let height = heights.of(start..stop);
                if height > capacity {
                    break;
                }
                let Some(place) = place_cost(slugs, stop, dearest) else { continue };
                let stretch = heights.stretch(start..stop);
                let hole = if stop == end {
                    0
                } else {
                    hole_cost(capacity - height, stretch, capacity)
                };
                let cost = sum + COLUMN + hole + place;
                let best = ends.entry(stop).or_insert((cost, start));
                *best = (cost, start).min(*best);
            }
        }
        layers.push(ends);
    }
    let last = (0..layers.len()).filter(|&layer| layers[layer].contains_key(&end));
    let last = last.min_by_key(|&layer| layers[layer][&end].0)?;
    let mut columns = Vec::with_capacity(last);
    let mut next = end;
    for layer in (1..=last).rev() {
        let (_, start) = layers[layer][&next];
        let height = heights.of(start..next);
        columns.push(Column { slugs: start..next, added: Vec::new(), height });
        next = start;
    }
    columns.reverse();
    Some(columns)
}

/// What it costs to begin a column with a slug, if that is not dearer than `dearest`.
fn place_cost(slugs: &[Slug], start: usize, dearest: i64) -> Option<i64> {
    let cost = slugs.get(start).map_or(0, |slug| slug.cost);
    (cost <= dearest).then_some(cost)
}

/// Breaks slugs into at most `count` columns, as low as they can be without parting what
/// belongs together. Gives the columns and their capacity; none if they do not fit into
/// `capacity`.
pub(crate) fn balance(
    slugs: &[Slug],
    count: usize,
    capacity: i32,
) -> Option<(Vec<Column>, i32)> {
    let fits = |capacity: i32| {
        let columns = fill(slugs, capacity);
        let low = columns.iter().all(|column| column.height <= capacity);
        (columns.len() <= count && low).then_some(columns)
    };
    let parts = |column: &Column| slugs[column.slugs.start].cost >= cost::NEVER;
    let whole = |capacity: i32| {
        fits(capacity).filter(|columns| !columns.iter().skip(1).any(parts))
    };
    lowest(capacity, whole).or_else(|| lowest(capacity, fits))
}

/// The same where no column begins at a place dearer than `dearest`.
pub(crate) fn balance_into(
    slugs: &[Slug],
    room: Room,
    dearest: i64,
) -> Option<(Vec<Column>, i32)> {
    lowest(room.capacity, |capacity| fill_into(slugs, Room { capacity, ..room }, dearest))
}

/// The columns that fit into the lowest capacity up to the one given.
fn lowest(
    capacity: i32,
    fits: impl Fn(i32) -> Option<Vec<Column>>,
) -> Option<(Vec<Column>, i32)> {
    fits(capacity)?;
    let (mut low, mut high) = (0, capacity);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if fits(middle).is_some() { high = middle } else { low = middle }
    }
    fits(high).map(|columns| (columns, high))
}

/// Adds steps where slugs allow it, so that the column ends at its capacity. Every place
/// gets the same part of what it allows; a column that allows too little stays as it is.
pub(crate) fn justify(slugs: &[Slug], column: &mut Column, capacity: i32) {
    let inner = column.slugs.start + 1..column.slugs.end;
    let most: i32 = inner.clone().map(|n| slugs[n].stretch).sum();
    let empty = capacity - column.height;
    if empty <= 0 || empty > most {
        return;
    }
    // Rounding the sum, not each share, spreads what is left over evenly.
    let (mut allowed, mut given) = (0, 0);
    for n in inner.filter(|&n| slugs[n].stretch > 0) {
        allowed += slugs[n].stretch;
        let added = (allowed * empty + most / 2) / most - given;
        if added > 0 {
            column.added.push((n, added));
            given += added;
        }
    }
    column.height = capacity;
}

/// What a hole costs: 100 where a twentieth is empty, four times that for twice as much; a
/// quarter of it where half of what the slugs allow closes it.
fn hole_cost(empty: i32, stretch: i32, capacity: i32) -> i64 {
    let part = i64::from(empty) * 1000 / i64::from(capacity.max(1));
    let cost = part * part / 25;
    if empty * 2 <= stretch { cost / 4 } else { cost }
}

/// Sums of heights and of what may be added, so that any stretch of slugs is measured at once.
struct Heights<'a> {
    slugs: &'a [Slug],
    height: Vec<i32>,
    stretch: Vec<i32>,
    /// The most that a slug loses by beginning a column.
    before: i32,
}

impl<'a> Heights<'a> {
    fn new(slugs: &'a [Slug]) -> Self {
        let (mut height, mut stretch) = (vec![0], vec![0]);
        for (n, slug) in slugs.iter().enumerate() {
            height.push(height[n] + slug.before + slug.height);
            stretch.push(stretch[n] + slug.stretch);
        }
        let before = slugs.iter().map(|slug| slug.before).max().unwrap_or(0);
        Self { slugs, height, stretch, before }
    }

    /// The first place after which no more than `most` steps are left, if everything after
    /// it that can be saved at the tops of columns is.
    fn leaving(&self, most: i32, columns: i32) -> usize {
        let all = self.height[self.slugs.len()];
        let most = most.saturating_add(self.before * columns);
        self.height.partition_point(|height| all - height > most)
    }

    /// The steps that a column of these slugs uses.
    fn of(&self, slugs: Range<usize>) -> i32 {
        let first = &self.slugs[slugs.start];
        self.height[slugs.end] - self.height[slugs.start] - first.before + first.top
    }

    /// The steps that may be added in it.
    fn stretch(&self, slugs: Range<usize>) -> i32 {
        self.stretch[slugs.end] - self.stretch[slugs.start + 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    fn line(cost: i64) -> Slug {
        Slug { element: 0, part: 0, height: 1, before: 0, cost, top: 0, stretch: 0 }
    }

    /// Entries of so many lines each, a title that stays with what follows first.
    fn entries(lines: &[usize]) -> Vec<Slug> {
        let entry = |&count: &usize| {
            let costs = [cost::ENTRY, cost::NEVER]
                .into_iter()
                .chain(std::iter::repeat(cost::ITEM));
            let mut slugs: Vec<_> = costs.take(count).map(line).collect();
            slugs[0].before = 1;
            slugs[0].stretch = 2;
            slugs
        };
        lines.iter().flat_map(entry).collect()
    }

    #[test]
    fn every_slug_is_in_one_column_in_order() {
        let slugs = entries(&[5, 7, 3, 12, 4, 9]);
        let columns = fill(&slugs, 13);
        let all: Vec<usize> =
            columns.iter().flat_map(|column| column.slugs.clone()).collect();
        assert_eq!(all, (0..slugs.len()).collect::<Vec<_>>());
        assert!(columns.iter().all(|column| column.height <= 13));
    }

    #[test]
    fn a_title_is_never_left_behind() {
        let slugs = entries(&[9, 5, 5]);
        for capacity in 4..20 {
            for column in fill(&slugs, capacity) {
                assert_ne!(slugs[column.slugs.start].cost, cost::NEVER, "{capacity}");
            }
        }
    }

    #[test]
    fn balanced_columns_are_as_low_as_they_can_be() {
        let slugs = entries(&[4, 4, 4, 4]);
        let (columns, capacity) = balance(&slugs, 4, 40).expect("it fits");
        assert_eq!((columns.len(), capacity), (4, 4));
        assert_eq!(balance(&slugs, 2, 5), None);
        // A heading that is as high as its text keeps it, even if that makes a taller page.
        let slugs = [cost::ENTRY, cost::NEVER, cost::ENTRY].map(line);
        let (columns, capacity) = balance(&slugs, 4, 40).expect("it fits");
        assert_eq!((columns.len(), capacity), (2, 2));
    }

    #[test]
    fn room_left_over_goes_between_entries() {
        let slugs = entries(&[4, 4, 4]);
        let mut columns = fill(&slugs, 16);
        assert_eq!(columns.len(), 1);
        justify(&slugs, &mut columns[0], 16);
        assert_eq!(columns[0].height, 16);
        assert_eq!(columns[0].added, [(4, 1), (8, 1)]);
    }
}
