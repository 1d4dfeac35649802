//! Columns as an optimisation: where each begins, so that the sum of all costs is least.
//!
//! A column costs what it leaves empty, squared, and what the place costs where the next
//! begins. Dynamic programming over the pieces finds the cheapest way for all of them;
//! the work is the number of pieces times those that one column holds.

use std::collections::BTreeMap;
use std::ops::Range;

use super::flow::cost;
use super::galley::Piece;

/// A column: which pieces it holds, and what is added between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The pieces.
    pub pieces: Range<usize>,
    /// Steps added above a piece, by its place in the galley.
    pub added: Vec<(usize, i32)>,
    /// How many steps are used.
    pub height: i32,
}

/// What a column costs in itself: as much as a twentieth of it left empty.
const COLUMN: i64 = 100;

/// Breaks pieces into columns of `capacity` steps.
///
/// A piece higher than a column gets one to itself and reaches beyond it; the caller sees
/// that from [`Column::height`].
pub fn fill(pieces: &[Piece], capacity: i32) -> Vec<Column> {
    let heights = Heights::new(pieces);
    let end = pieces.len();
    // For each piece: the least cost of what is before it if a column begins with it, and
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
            let (hole, place) = match pieces.get(next) {
                Some(piece) => {
                    (hole_cost(empty, heights.stretch(start..next), capacity), piece.cost)
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
        let (_, start) = best[next].expect("each piece fits a column of its own");
        let pieces = start..next;
        let height = heights.of(pieces.clone());
        columns.push(Column { pieces, added: Vec::new(), height });
        next = start;
    }
    columns.reverse();
    columns
}

/// The dearest place for a column of a fitted page to begin at, where that can be: inside an
/// entry between lines or items, with three pieces before it or more, and never between the
/// only two lines that belong together.
pub const DEAREST: i64 = cost::LINE + 2 * cost::NEAR;

/// Breaks pieces into at most `count` columns of `capacity` steps, none of which begins at a
/// place dearer than `dearest`; nothing if they do not fit.
///
/// Where the columns are nearly full, this is little work: there are few places then where
/// a column can end so that those after it hold the rest.
pub fn fill_into(
    pieces: &[Piece],
    (count, capacity): (usize, i32),
    dearest: i64,
) -> Option<Vec<Column>> {
    let heights = Heights::new(pieces);
    let end = pieces.len();
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
                let Some(place) = place_cost(pieces, stop, dearest) else { continue };
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
        columns.push(Column { pieces: start..next, added: Vec::new(), height });
        next = start;
    }
    columns.reverse();
    Some(columns)
}

/// What it costs to begin a column with a piece, if that is not dearer than `dearest`.
fn place_cost(pieces: &[Piece], start: usize, dearest: i64) -> Option<i64> {
    let cost = pieces.get(start).map_or(0, |piece| piece.cost);
    (cost <= dearest).then_some(cost)
}

/// Breaks pieces into at most `count` columns, as low as they can be without parting what
/// belongs together. Gives the columns and their capacity; none if they do not fit into
/// `capacity`.
pub fn balance(
    pieces: &[Piece],
    count: usize,
    capacity: i32,
) -> Option<(Vec<Column>, i32)> {
    let fits = |capacity: i32| {
        let columns = fill(pieces, capacity);
        let low = columns.iter().all(|column| column.height <= capacity);
        (columns.len() <= count && low).then_some(columns)
    };
    let parts = |column: &Column| pieces[column.pieces.start].cost >= cost::NEVER;
    let whole = |capacity: i32| {
        fits(capacity).filter(|columns| !columns.iter().skip(1).any(parts))
    };
    lowest(capacity, whole).or_else(|| lowest(capacity, fits))
}

/// The same where no column begins at a place dearer than `dearest`.
pub fn balance_into(
    pieces: &[Piece],
    (count, capacity): (usize, i32),
    dearest: i64,
) -> Option<(Vec<Column>, i32)> {
    lowest(capacity, |capacity| fill_into(pieces, (count, capacity), dearest))
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

/// Adds steps where pieces allow it, so that the column ends at its capacity. Every place
/// gets the same part of what it allows; a column that allows too little stays as it is.
pub fn justify(pieces: &[Piece], column: &mut Column, capacity: i32) {
    let inner = column.pieces.start + 1..column.pieces.end;
    let most: i32 = inner.clone().map(|n| pieces[n].stretch).sum();
    let empty = capacity - column.height;
    if empty <= 0 || empty > most {
        return;
    }
    // Rounding the sum, not each share, spreads what is left over evenly.
    let (mut allowed, mut given) = (0, 0);
    for n in inner.filter(|&n| pieces[n].stretch > 0) {
        allowed += pieces[n].stretch;
        let added = (allowed * empty + most / 2) / most - given;
        if added > 0 {
            column.added.push((n, added));
            given += added;
        }
    }
    column.height = capacity;
}

/// What a hole costs: 100 where a twentieth is empty, four times that for twice as much; a
/// quarter of it where half of what the pieces allow closes it.
fn hole_cost(empty: i32, stretch: i32, capacity: i32) -> i64 {
    let part = i64::from(empty) * 1000 / i64::from(capacity.max(1));
    let cost = part * part / 25;
    if empty * 2 <= stretch { cost / 4 } else { cost }
}

/// Sums of heights and of what may be added, so that any stretch of pieces is measured at once.
struct Heights<'a> {
    pieces: &'a [Piece],
    height: Vec<i32>,
    stretch: Vec<i32>,
    /// The most that a piece loses by beginning a column.
    before: i32,
}

impl<'a> Heights<'a> {
    fn new(pieces: &'a [Piece]) -> Self {
        let (mut height, mut stretch) = (vec![0], vec![0]);
        for (n, piece) in pieces.iter().enumerate() {
            height.push(height[n] + piece.before + piece.height);
            stretch.push(stretch[n] + piece.stretch);
        }
        let before = pieces.iter().map(|piece| piece.before).max().unwrap_or(0);
        Self { pieces, height, stretch, before }
    }

    /// The first place after which no more than `most` steps are left, if everything after
    /// it that can be saved at the tops of columns is.
    fn leaving(&self, most: i32, columns: i32) -> usize {
        let all = self.height[self.pieces.len()];
        let most = most.saturating_add(self.before * columns);
        self.height.partition_point(|height| all - height > most)
    }

    /// The steps that a column of these pieces uses.
    fn of(&self, pieces: Range<usize>) -> i32 {
        let first = &self.pieces[pieces.start];
        self.height[pieces.end] - self.height[pieces.start] - first.before + first.top
    }

    /// The steps that may be added in it.
    fn stretch(&self, pieces: Range<usize>) -> i32 {
        self.stretch[pieces.end] - self.stretch[pieces.start + 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    fn line(cost: i64) -> Piece {
        Piece { element: 0, part: 0, height: 1, before: 0, cost, top: 0, stretch: 0 }
    }

    /// Entries of so many lines each, a title that stays with what follows first.
    fn entries(lines: &[usize]) -> Vec<Piece> {
        let entry = |&count: &usize| {
            let costs = [cost::ENTRY, cost::NEVER]
                .into_iter()
                .chain(std::iter::repeat(cost::ITEM));
            let mut pieces: Vec<_> = costs.take(count).map(line).collect();
            pieces[0].before = 1;
            pieces[0].stretch = 2;
            pieces
        };
        lines.iter().flat_map(entry).collect()
    }

    #[test]
    fn every_piece_is_in_one_column_in_order() {
        let pieces = entries(&[5, 7, 3, 12, 4, 9]);
        let columns = fill(&pieces, 13);
        let all: Vec<usize> =
            columns.iter().flat_map(|column| column.pieces.clone()).collect();
        assert_eq!(all, (0..pieces.len()).collect::<Vec<_>>());
        assert!(columns.iter().all(|column| column.height <= 13));
    }

    #[test]
    fn a_title_is_never_left_behind() {
        let pieces = entries(&[9, 5, 5]);
        for capacity in 4..20 {
            for column in fill(&pieces, capacity) {
                assert_ne!(pieces[column.pieces.start].cost, cost::NEVER, "{capacity}");
            }
        }
    }

    #[test]
    fn balanced_columns_are_as_low_as_they_can_be() {
        let pieces = entries(&[4, 4, 4, 4]);
        let (columns, capacity) = balance(&pieces, 4, 40).expect("it fits");
        assert_eq!((columns.len(), capacity), (4, 4));
        assert_eq!(balance(&pieces, 2, 5), None);
        // A heading that is as high as its text keeps it, even if that makes a taller page.
        let pieces = [cost::ENTRY, cost::NEVER, cost::ENTRY].map(line);
        let (columns, capacity) = balance(&pieces, 4, 40).expect("it fits");
        assert_eq!((columns.len(), capacity), (2, 2));
    }

    #[test]
    fn room_left_over_goes_between_entries() {
        let pieces = entries(&[4, 4, 4]);
        let mut columns = fill(&pieces, 16);
        assert_eq!(columns.len(), 1);
        justify(&pieces, &mut columns[0], 16);
        assert_eq!(columns[0].height, 16);
        assert_eq!(columns[0].added, [(4, 1), (8, 1)]);
    }
}
