//! Columns as an optimisation: where each begins, so that the sum of all costs is least.
//!
//! A column costs what it leaves empty, squared, and what the place costs where the next
//! begins. Dynamic programming over the pieces finds the cheapest way for all of them;
//! the work is the number of pieces times those that one column holds.

use std::ops::Range;

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

/// Breaks pieces into at most `count` columns, as low as they can be. Gives the columns
/// and their capacity; none if they do not fit into `capacity`.
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
}

impl<'a> Heights<'a> {
    fn new(pieces: &'a [Piece]) -> Self {
        let (mut height, mut stretch) = (vec![0], vec![0]);
        for (n, piece) in pieces.iter().enumerate() {
            height.push(height[n] + piece.before + piece.height);
            stretch.push(stretch[n] + piece.stretch);
        }
        Self { pieces, height, stretch }
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
    use crate::layout::flow::cost;

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
