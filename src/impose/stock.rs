//! Card stock that is sold, and the sizes that paper is cut to.
//!
//! Measures of Avery's sheets are those of the gLabels templates; sizes of the A series are
//! computed (ISO 216). Every one of these grids stands in the middle of its sheet.

use super::grid::{Counts, Grid};
use crate::paper::Paper;
use crate::units::{Length, Size};

/// A kind of card stock.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Stock {
    /// What it is called.
    pub name: &'static str,
    /// Other names for the same cards.
    pub also: &'static [&'static str],
    /// What it is, in a few words.
    pub what: &'static str,
    /// Whether the sheets come with lines to tear or break them along, so that nothing
    /// needs to be drawn.
    pub scored: bool,
    /// What its maker measures it in.
    pub unit: Unit,
    sheet: Sheet,
    counts: Counts,
    card: Extent,
    pitch: Extent,
}

/// What a stock is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Millimetres.
    Millimetre,
    /// Inches.
    Inch,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sheet {
    A4,
    A4Landscape,
    Letter,
}

/// Across and down, in the unit of the stock.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Extent {
    across: f64,
    down: f64,
}

/// All stock there is, by maker and size.
pub const STOCKS: [Stock; 11] = [
    letter(
        "5388",
        &["3x5"],
        "index cards",
        cards(1, 3),
        extent(5.0, 3.0),
        extent(5.0, 3.0),
    ),
    letter(
        "5371",
        &["8371"],
        "business cards",
        cards(2, 5),
        extent(3.5, 2.0),
        extent(3.5, 2.0),
    ),
    letter(
        "8373",
        &["5881"],
        "business cards",
        cards(2, 4),
        extent(3.5, 2.0),
        extent(4.0, 2.5),
    ),
    letter(
        "5389",
        &["4x6"],
        "post cards",
        cards(1, 2),
        extent(6.0, 4.0),
        extent(6.0, 4.5),
    ),
    a4("C32011", &["C32011-10"], cards(2, 5), extent(85.0, 54.0), extent(95.0, 54.0)),
    a4("C32015", &[], cards(2, 4), extent(85.0, 54.0), extent(91.0, 60.0)),
    a4("L7414", &[], cards(2, 5), extent(90.0, 52.0), extent(90.0, 52.0)),
    cut("A6", "A4 cut in four", Sheet::A4, cards(2, 2), extent(105.0, 148.0)),
    cut("A7", "A4 cut in eight", Sheet::A4, cards(2, 4), extent(105.0, 74.0)),
    cut("A8", "A4 cut in sixteen", Sheet::A4Landscape, cards(4, 4), extent(74.0, 52.0)),
    cut(
        "A7-printable",
        "what a home printer reaches of A4, cut in eight; the default",
        Sheet::A4,
        cards(2, 4),
        extent(100.0, 71.75),
    ),
];

const fn cards(columns: usize, rows: usize) -> Counts {
    Counts { columns, rows }
}

const fn extent(across: f64, down: f64) -> Extent {
    Extent { across, down }
}

/// Avery's sheets on Letter, in inches.
const fn letter(
    name: &'static str,
    also: &'static [&'static str],
    what: &'static str,
    counts: Counts,
    card: Extent,
    pitch: Extent,
) -> Stock {
    let (unit, sheet) = (Unit::Inch, Sheet::Letter);
    Stock { name, also, what, scored: true, unit, sheet, counts, card, pitch }
}

/// Avery's sheets on A4, in millimetres.
const fn a4(
    name: &'static str,
    also: &'static [&'static str],
    counts: Counts,
    card: Extent,
    pitch: Extent,
) -> Stock {
    let (unit, sheet, what) = (Unit::Millimetre, Sheet::A4, "business cards");
    Stock { name, also, what, scored: true, unit, sheet, counts, card, pitch }
}

/// Plain paper, cut into cards that touch.
const fn cut(
    name: &'static str,
    what: &'static str,
    sheet: Sheet,
    counts: Counts,
    card: Extent,
) -> Stock {
    let (unit, also, pitch) = (Unit::Millimetre, &[], card);
    Stock { name, also, what, scored: false, unit, sheet, counts, card, pitch }
}

impl Stock {
    /// The stock of a name, in capitals or not.
    pub fn named(name: &str) -> Option<&'static Self> {
        let is_name = |known: &&str| known.eq_ignore_ascii_case(name.trim());
        STOCKS.iter().find(|stock| stock.names().any(|known| is_name(&known)))
    }

    /// All names of the stock, the first one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.also.iter().copied())
    }

    /// The sheet it comes on, as it lies in the printer.
    pub fn paper(&self) -> Paper {
        match self.sheet {
            Sheet::A4 => Paper::a4(),
            Sheet::A4Landscape => Paper::a4().landscape(),
            Sheet::Letter => Paper::letter(),
        }
    }

    /// Its cards on its sheet.
    pub fn grid(&self) -> Grid {
        let length = |n: f64| match self.unit {
            Unit::Millimetre => Length::mm(n),
            Unit::Inch => Length::inches(n),
        };
        let card = Size::new(length(self.card.across), length(self.card.down));
        let gutter = Size::new(
            length(self.pitch.across - self.card.across),
            length(self.pitch.down - self.card.down),
        );
        Grid::of(self.paper(), self.counts, card, gutter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Left and top of the first card and the pitch as the makers say them, in the stock's
    /// own unit.
    const PUBLISHED: [(&str, [f64; 4]); 11] = [
        ("5388", [1.75, 1.0, 5.0, 3.0]),
        ("5371", [0.75, 0.5, 3.5, 2.0]),
        ("8373", [0.5, 0.75, 4.0, 2.5]),
        ("5389", [1.25, 1.25, 6.0, 4.5]),
        ("C32011", [15.0, 13.5, 95.0, 54.0]),
        ("C32015", [17.0, 31.5, 91.0, 60.0]),
        ("L7414", [15.0, 18.5, 90.0, 52.0]),
        ("A6", [0.0, 0.5, 105.0, 148.0]),
        ("A7", [0.0, 0.5, 105.0, 74.0]),
        ("A8", [0.5, 1.0, 74.0, 52.0]),
        ("A7-printable", [5.0, 5.0, 100.0, 71.75]),
    ];

    #[test]
    fn cards_lie_where_their_makers_say() {
        assert_eq!(STOCKS.map(|stock| stock.name), PUBLISHED.map(|(name, _)| name));
        for (stock, (name, expected)) in STOCKS.iter().zip(PUBLISHED) {
            let grid = stock.grid();
            assert!(grid.fits(), "{name}");
            let (first, last) =
                (grid.corner(0, 0), grid.corner(grid.rows() - 1, grid.columns() - 1));
            let pitch = |from: Length, to: Length, count: usize, card: f64| {
                if count > 1 {
                    (to - from) / (count as i64 - 1)
                } else {
                    unit(stock, card)
                }
            };
            let found = [
                first.x,
                first.y,
                pitch(first.x, last.x, grid.columns(), stock.card.across),
                pitch(first.y, last.y, grid.rows(), stock.card.down),
            ];
            for (found, expected) in found.into_iter().zip(expected) {
                let off = (found - unit(stock, expected)).to_mm();
                assert!(off.abs() < 1e-3, "{name}: {found:?}, not {expected}");
            }
        }
    }

    fn unit(stock: &Stock, n: f64) -> Length {
        match stock.unit {
            Unit::Millimetre => Length::mm(n),
            Unit::Inch => Length::inches(n),
        }
    }

    #[test]
    fn the_printable_stock_is_the_usual_grid_of_a4() {
        let stock = Stock::named("a7-PRINTABLE").expect("a stock").grid();
        let usual = Grid::usual(Paper::a4());
        assert_eq!((stock.columns(), stock.rows()), (usual.columns(), usual.rows()));
        assert!((stock.card().width - usual.card().width).to_mm().abs() < 1e-3);
        assert!((stock.card().height - usual.card().height).to_mm().abs() < 1e-3);
    }

    #[test]
    fn names_are_read_in_capitals_or_not_and_none_twice() {
        assert_eq!(Stock::named("c32011").map(|stock| stock.name), Some("C32011"));
        assert_eq!(Stock::named("8371").map(|stock| stock.name), Some("5371"));
        assert_eq!(Stock::named("5372"), None);
        let mut names: Vec<_> = STOCKS.iter().flat_map(Stock::names).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
