//! Where the two sides of each card of a sheet lie: back to back on two pages, or side by
//! side on one, with a fold between them.

use super::grid::Grid;
use crate::units::{Length, Point, Size};

/// A place for a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The upper left corner of the question.
    pub front: Point,
    /// The point of the answer's upper left corner as the answer is read.
    pub back: Point,
    /// How the answer is turned about that point, in thousandths of a degree.
    pub turn: i32,
    /// Whether both are on one page.
    pub one_sided: bool,
    /// What is cut out of the sheet.
    pub cutout: Cutout,
    /// The line that it is folded along.
    pub fold: Option<Fold>,
}

/// A rectangle of the sheet that is cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cutout {
    /// Its upper left corner.
    pub corner: Point,
    pub size: Size,
}

/// A line to fold along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fold {
    pub from: Point,
    pub to: Point,
}

/// Why cards cannot be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfoldable {
    /// There is only one card on a sheet.
    #[error("a card that is folded takes two places, and a sheet has only one")]
    Alone,
    /// There are gutters between all cards.
    #[error("a card that is folded takes two places that touch, and none of these do")]
    Apart,
}

/// The slots of backs that lie behind their fronts, on a page of their own.
pub(super) fn back_to_back(grid: &Grid) -> Vec<Slot> {
    let slot = |n| Slot {
        front: grid.front(n),
        back: grid.back(n),
        turn: 0,
        one_sided: false,
        cutout: Cutout { corner: grid.front(n), size: grid.card() },
        fold: None,
    };
    (0..grid.slots()).map(slot).collect()
}

/// Pairs of slots that touch: side by side, or above each other where that gives more.
///
/// The half with the answer is folded back, and the card is turned like a page of a book.
/// Beside its question the answer stands upright for that; below it, on its head.
pub(super) fn folded(grid: &Grid) -> Result<Vec<Slot>, Unfoldable> {
    if grid.slots() < 2 {
        return Err(Unfoldable::Alone);
    }
    let touches = |gutter: Length| i64::from(gutter == Length::ZERO);
    let beside = grid.columns() / 2 * grid.rows() * touches(grid.gutter().width) as usize;
    let below = grid.rows() / 2 * grid.columns() * touches(grid.gutter().height) as usize;
    if beside.max(below) == 0 {
        return Err(Unfoldable::Apart);
    }
    Ok(if beside >= below { side_by_side(grid) } else { one_below_the_other(grid) })
}

fn side_by_side(grid: &Grid) -> Vec<Slot> {
    let Size { width, height } = grid.card();
    let slot = |row, pair| {
        let front = grid.corner(row, pair * 2);
        let back = front + Point::new(width, Length::ZERO);
        let cutout = Cutout { corner: front, size: Size::new(width * 2, height) };
        let fold = Some(Fold { from: back, to: back + Point::new(Length::ZERO, height) });
        Slot { front, back, turn: 0, one_sided: true, cutout, fold }
    };
    (0..grid.rows())
        .flat_map(|row| (0..grid.columns() / 2).map(move |pair| slot(row, pair)))
        .collect()
}

fn one_below_the_other(grid: &Grid) -> Vec<Slot> {
    let Size { width, height } = grid.card();
    let slot = |pair, column| {
        let front = grid.corner(pair * 2, column);
        let back = front + Point::new(width, height * 2);
        let cutout = Cutout { corner: front, size: Size::new(width, height * 2) };
        let from = front + Point::new(Length::ZERO, height);
        let fold = Some(Fold { from, to: from + Point::new(width, Length::ZERO) });
        Slot { front, back, turn: 180_000, one_sided: true, cutout, fold }
    };
    (0..grid.rows() / 2)
        .flat_map(|pair| (0..grid.columns()).map(move |column| slot(pair, column)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impose::Stock;

    fn folded_slots(stock: &str) -> Result<Vec<Slot>, Unfoldable> {
        folded(&Stock::named(stock).expect(stock).grid())
    }

    #[test]
    fn cards_are_folded_the_way_that_gives_more() {
        let turns = |stock| folded_slots(stock).map(|slots| (slots.len(), slots[0].turn));
        assert_eq!(turns("A7-printable"), Ok((4, 0)));
        assert_eq!(turns("5371"), Ok((5, 0)));
        assert_eq!(turns("5388"), Ok((1, 180_000)));
        assert_eq!(turns("C32011"), Ok((4, 180_000)));
    }

    #[test]
    fn cards_with_gutters_all_around_cannot_be_folded() {
        for stock in ["8373", "5389", "C32015"] {
            assert_eq!(folded_slots(stock), Err(Unfoldable::Apart), "{stock}");
        }
    }

    #[test]
    fn a_folded_answer_covers_its_question() {
        for stock in ["A6", "5388"] {
            let grid = Stock::named(stock).expect(stock).grid();
            let Size { width, height } = grid.card();
            for slot in folded(&grid).expect(stock) {
                let Fold { from, to } = slot.fold.expect("a fold");
                // The answer's corner that is upper left when read, mirrored in the fold,
                // is the question's upper right.
                let mirrored = if slot.turn == 0 {
                    assert_eq!(from.x, to.x);
                    Point::new(from.x * 2 - slot.back.x, slot.back.y)
                } else {
                    assert_eq!(from.y, to.y);
                    Point::new(slot.back.x, from.y * 2 - slot.back.y)
                };
                assert_eq!(mirrored, slot.front + Point::new(width, Length::ZERO));
                let both = if slot.turn == 0 { height } else { height * 2 };
                assert_eq!(slot.cutout.size.height, both);
            }
        }
    }
}
