//! Slots on a sheet of paper: how many, how large, how far apart.
//!
//! A grid that exists is one that the paper holds.

use crate::paper::Paper;
use crate::units::{Length, Point, Size};

/// Slots for cards on a sheet of paper, always in the middle of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    paper: Paper,
    columns: usize,
    rows: usize,
    card: Size,
    gutter: Size,
}

/// How many cards a sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Across.
    pub columns: usize,
    /// Down.
    pub rows: usize,
}

/// How many cards are across and down a sheet, and what is left white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Division {
    /// How many cards across.
    pub columns: usize,
    /// How many cards down.
    pub rows: usize,
    /// From the paper's edges to the outer cards.
    pub margin: Size,
    /// From one card to the next.
    pub gutter: Size,
}

/// Why there is no such grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GridError {
    /// A grid without slots.
    #[error("a sheet has at least one card across and one down")]
    Empty,
    /// The cards come out too small for a question.
    #[error(
        "a card would be {:.1} × {:.1} mm, and it has to be {LEAST_MM} mm at least each way: \
         ask for fewer cards, less margin or gutter, or larger paper",
        .0.width.to_mm(), .0.height.to_mm()
    )]
    Small(Size),
    /// The cards reach beyond the paper.
    #[error(
        "the cards take {:.1} × {:.1} mm together, more than the paper has",
        .0.width.to_mm(), .0.height.to_mm()
    )]
    Large(Size),
}

/// What home printers leave white along each edge.
pub(super) const UNPRINTED_MM: f64 = 5.0;
/// The card that a printable grid comes nearest to: a little less than A7.
const CARD_MM: (f64, f64) = (100.0, 71.75);
/// No card is narrower or lower: it would hold no question.
const LEAST_MM: f64 = 20.0;

impl Grid {
    /// Cards of one size with gutters between them.
    pub fn centred(
        paper: Paper,
        counts: Counts,
        card: Size,
        gutter: Size,
    ) -> Result<Self, GridError> {
        if counts.columns == 0 || counts.rows == 0 {
            return Err(GridError::Empty);
        }
        if card.width.min(card.height) < Length::mm(LEAST_MM) {
            return Err(GridError::Small(card));
        }
        let grid = Self::of(paper, counts, card, gutter);
        if grid.fits() { Ok(grid) } else { Err(GridError::Large(grid.extent())) }
    }

    /// The same of measures that are known to be right; a test holds them to it.
    pub(super) const fn of(
        paper: Paper,
        counts: Counts,
        card: Size,
        gutter: Size,
    ) -> Self {
        let Counts { columns, rows } = counts;
        Self { paper, columns, rows, card, gutter }
    }

    /// Whether the paper holds it.
    pub(super) fn fits(&self) -> bool {
        let (all, sheet) = (self.extent(), self.paper.size());
        // A card that is half a sheet may be half a scaled point too large by rounding.
        let slack = Length::pt(0.01);
        all.width <= sheet.width + slack && all.height <= sheet.height + slack
    }

    /// Cards as large as margins and gutters leave them.
    pub fn divided(paper: Paper, division: Division) -> Result<Self, GridError> {
        let Division { columns, rows, margin, gutter } = division;
        if columns == 0 || rows == 0 {
            return Err(GridError::Empty);
        }
        let Size { width, height } = paper.size();
        let share = |room: Length, margin: Length, gutter: Length, count: usize| {
            (room - margin * 2 - gutter * (count as i64 - 1)) / count as i64
        };
        let width = share(width, margin.width, gutter.width, columns);
        let height = share(height, margin.height, gutter.height, rows);
        Self::centred(paper, Counts { columns, rows }, Size::new(width, height), gutter)
    }

    /// Cards of about A7 that fill what a home printer reaches of the paper: eight of
    /// 100 × 71.75 mm on A4.
    pub fn printable(paper: Paper) -> Self {
        let margin = Length::mm(UNPRINTED_MM);
        let Size { width, height } = paper.size();
        let (width, height) = (width - margin * 2, height - margin * 2);
        let count =
            |room: Length, card: f64| ((room.to_mm() / card).round() as usize).max(1);
        let (columns, rows) = (count(width, CARD_MM.0), count(height, CARD_MM.1));
        let card = Size::new(width / columns as i64, height / rows as i64);
        Self::of(paper, Counts { columns, rows }, card, Size::default())
    }

    /// What is cut from plain paper where nothing else is said: index cards of 3 × 5 in
    /// from Letter, as many as it holds; from all other paper, [`Self::printable`].
    pub fn usual(paper: Paper) -> Self {
        if paper.portrait().size() != Paper::letter().size() {
            return Self::printable(paper);
        }
        let (columns, rows) = if paper.is_landscape() { (2, 2) } else { (1, 3) };
        let card = Size::new(Length::inches(5.0), Length::inches(3.0));
        Self::of(paper, Counts { columns, rows }, card, Size::default())
    }

    /// The same sheet of cards turned by a quarter: cards that lay stand.
    #[must_use]
    pub fn turned(self) -> Self {
        let across = |size: Size| Size::new(size.height, size.width);
        let lies = self.paper.is_landscape();
        let paper = if lies { self.paper.portrait() } else { self.paper.landscape() };
        let counts = Counts { columns: self.rows, rows: self.columns };
        Self::of(paper, counts, across(self.card), across(self.gutter))
    }

    /// The sheet, as it lies.
    pub const fn paper(&self) -> Paper {
        self.paper
    }

    /// A card.
    pub const fn card(&self) -> Size {
        self.card
    }

    /// How many slots across.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// How many slots down.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// From one card to the next, across and down.
    pub const fn gutter(&self) -> Size {
        self.gutter
    }

    /// How many cards a sheet has.
    pub const fn slots(&self) -> usize {
        self.columns * self.rows
    }

    /// The upper left corner of the first slot; as much is left white at the other edges.
    pub fn origin(&self) -> Point {
        let (all, sheet) = (self.extent(), self.paper.size());
        Point::new((sheet.width - all.width) / 2, (sheet.height - all.height) / 2)
    }

    /// The upper left corner of the slot of the `n`th card of a sheet, on the front.
    pub fn front(&self, n: usize) -> Point {
        self.corner(n / self.columns, n % self.columns)
    }

    /// The same, on a back that is turned about an upright edge.
    pub fn back(&self, n: usize) -> Point {
        let front = self.front(n);
        // Seen from behind, right is left: measured from the other edge of the paper.
        Point::new(self.paper.size().width - front.x - self.card.width, front.y)
    }

    /// The upper left corner of the slot in a row and a column, counted from 0.
    pub fn corner(&self, row: usize, column: usize) -> Point {
        let right = (self.card.width + self.gutter.width) * column as i64;
        let down = (self.card.height + self.gutter.height) * row as i64;
        self.origin() + Point::new(right, down)
    }

    /// From the first card's upper left corner to the last one's lower right.
    fn extent(&self) -> Size {
        let sum = |card: Length, gutter: Length, count: usize| {
            card * count as i64 + gutter * (count as i64 - 1)
        };
        Size::new(
            sum(self.card.width, self.gutter.width, self.columns),
            sum(self.card.height, self.gutter.height, self.rows),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mm(width: f64, height: f64) -> Size {
        Size::new(Length::mm(width), Length::mm(height))
    }

    #[test]
    fn a4_holds_eight_cards_of_100_by_71_75_mm() {
        let grid = Grid::usual(Paper::a4());
        assert_eq!((grid.columns, grid.rows), (2, 4));
        assert!((grid.card.width.to_mm() - 100.0).abs() < 1e-3);
        assert!((grid.card.height.to_mm() - 71.75).abs() < 1e-3);
    }

    #[test]
    fn letter_holds_index_cards() {
        let index = Size::new(Length::inches(5.0), Length::inches(3.0));
        let (upright, across) = (Paper::letter(), Paper::letter().landscape());
        assert_eq!((Grid::usual(upright).card, Grid::usual(upright).slots()), (index, 3));
        assert_eq!((Grid::usual(across).card, Grid::usual(across).slots()), (index, 4));
        assert!(Grid::usual(upright).fits() && Grid::usual(across).fits());
    }

    #[test]
    fn a_back_lies_behind_its_front() {
        for paper in [Paper::a4(), Paper::letter(), Paper::a4().landscape()] {
            let grid = Grid::printable(paper);
            assert!(grid.fits());
            for n in 0..grid.slots() {
                let (front, back) = (grid.front(n), grid.back(n));
                assert_eq!(front.y, back.y);
                assert_eq!(front.x + back.x + grid.card.width, paper.size().width);
            }
        }
    }

    #[test]
    fn margins_and_gutters_are_taken_off() {
        let division = Division {
            columns: 2,
            rows: 3,
            margin: mm(10.0, 15.0),
            gutter: mm(6.0, 3.0),
        };
        let grid = Grid::divided(Paper::a4(), division).expect("a grid");
        assert!((grid.card.width.to_mm() - 92.0).abs() < 1e-3);
        assert!((grid.card.height.to_mm() - 87.0).abs() < 1e-3);
        assert!((grid.origin().x.to_mm() - 10.0).abs() < 1e-3);
        assert!((grid.corner(2, 1).x.to_mm() - 108.0).abs() < 1e-3);
        assert!((grid.corner(2, 1).y.to_mm() - 195.0).abs() < 1e-3);
    }

    #[test]
    fn a_grid_that_the_paper_does_not_hold_is_refused() {
        let none = Size::default();
        let divided = |columns, rows, margin| {
            let division = Division { columns, rows, margin, gutter: none };
            Grid::divided(Paper::a4(), division)
        };
        assert_eq!(divided(0, 3, none), Err(GridError::Empty));
        assert!(matches!(divided(2, 20, none), Err(GridError::Small(_))));
        assert!(matches!(divided(2, 2, mm(200.0, 5.0)), Err(GridError::Small(_))));
        let wide = Grid::centred(
            Paper::a4(),
            Counts { columns: 3, rows: 1 },
            mm(71.0, 50.0),
            none,
        );
        assert!(matches!(wide, Err(GridError::Large(_))), "{wide:?}");
    }

    #[test]
    fn turned_twice_is_as_before() {
        let grid = Grid::usual(Paper::letter());
        let turned = grid.turned();
        assert!(turned.paper.is_landscape());
        assert_eq!((turned.columns, turned.rows), (3, 1));
        assert_eq!(turned.turned(), grid);
    }
}
