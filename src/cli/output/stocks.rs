//! The list of card stock for people: a small drawing of each sheet, and its measures.

use std::fmt::Write as _;

use crate::impose::{Grid, STOCKS, Stock, Unit};
use crate::units::{Length, Size};

/// How much of a sheet a letter of a drawing stands for, across and down.
const LETTER_MM: (f64, f64) = (20.0, 40.0);

/// All stock there is.
pub(crate) fn list() -> String {
    let mut list = String::from("Card stock for offprint cards --stock NAME\n");
    for stock in &STOCKS {
        let _ = write!(list, "\n{}", entry(stock));
    }
    list.push_str(
        "\nA stock brings its paper. --landscape or --portrait turns the sheet, and its cards \
         with it.\nOther cards: --grid COLSxROWS with --card-margin and --card-gutter.\n",
    );
    list
}

fn entry(stock: &Stock) -> String {
    let grid = stock.grid();
    let names = stock.names().collect::<Vec<_>>().join(", ");
    let mut entry =
        format!("{names}: {}\n    {}\n", maker(stock), measures(stock, &grid));
    for line in drawing(&grid) {
        let _ = writeln!(entry, "    {line}");
    }
    entry
}

fn maker(stock: &Stock) -> String {
    if stock.scored { format!("Avery {}", stock.what) } else { stock.what.to_owned() }
}

/// How many cards of which size on which sheet.
fn measures(stock: &Stock, grid: &Grid) -> String {
    let (card, paper) = (grid.card(), grid.paper());
    let inches = || size(card, Length::to_inches, 2, "in");
    let millimetres = |digits| size(card, Length::to_mm, digits, "mm");
    let (card, sheet) = match stock.unit {
        Unit::Inch => {
            let card = format!("{} ({})", inches(), millimetres(0));
            (card, size(paper.size(), Length::to_inches, 1, "in"))
        }
        Unit::Millimetre => {
            let card = format!("{} ({})", millimetres(2), inches());
            (card, size(paper.size(), Length::to_mm, 0, "mm"))
        }
    };
    let name = if paper.portrait().name() == "a4" { "A4" } else { "Letter" };
    format!("{} cards of {card} on {name}, {sheet}", grid.slots())
}

fn size(size: Size, unit: fn(Length) -> f64, digits: usize, name: &str) -> String {
    let number = |length| {
        let number = format!("{:.digits$}", unit(length));
        let short = if digits > 0 { number.trim_end_matches('0') } else { &number };
        short.trim_end_matches('.').to_owned()
    };
    format!("{} × {} {name}", number(size.width), number(size.height))
}

/// The cards of a sheet, about in proportion. Those that touch share their edges.
fn drawing(grid: &Grid) -> Vec<String> {
    let (width, height) = LETTER_MM;
    let letters =
        |length: Length, mm: f64| ((length.to_mm() / mm).round() as usize).max(1);
    let across = letters(grid.card().width, width);
    let down = letters(grid.card().height, height);
    let apart = |gutter: Length| gutter > Length::ZERO;
    let (aside, below) = (apart(grid.gutter().width), apart(grid.gutter().height));
    // A row of cells: what begins each, what fills it, what ends the row.
    let row = |edge: &str, fill: &str| {
        let cell = fill.repeat(across);
        let cells = vec![cell; grid.columns()];
        let between = if aside { format!("{edge} {edge}") } else { edge.to_owned() };
        format!("{edge}{}{edge}", cells.join(&between)).trim_end().to_owned()
    };
    let mut lines = vec![row(" ", "_")];
    for n in 0..grid.rows() {
        if below && n > 0 {
            lines.push(row(" ", "_"));
        }
        lines.extend(std::iter::repeat_n(row("|", " "), down - 1));
        lines.push(row("|", "_"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(name: &str) -> String {
        format!("\n{}", drawing(&Stock::named(name).expect(name).grid()).join("\n"))
    }

    #[test]
    fn cards_that_touch_share_their_edges() {
        let expected = "
 ______
|      |
|______|
|      |
|______|
|      |
|______|";
        assert_eq!(drawn("5388"), expected);
    }

    #[test]
    fn gutters_are_seen() {
        let expected = "
 ____   ____
|____| |____|
 ____   ____
|____| |____|
 ____   ____
|____| |____|
 ____   ____
|____| |____|";
        assert_eq!(drawn("8373"), expected);
        assert!(
            drawn("C32011").starts_with("\n ____   ____\n|____| |____|\n|____| |____|\n")
        );
    }

    #[test]
    fn every_stock_has_names_measures_and_paper() {
        let list = list();
        for part in [
            "5388, 3x5: Avery index cards
    3 cards of 5 × 3 in (127 × 76 mm) on Letter, 8.5 × 11 in
",
            "C32011, C32011-10: Avery business cards
    10 cards of 85 × 54 mm (3.35 × 2.13 in) on A4, 210 × 297 mm
",
            "A7-printable: what a home printer reaches of A4, cut in eight; the default
    8 cards of 100 × 71.75 mm (3.94 × 2.82 in) on A4, 210 × 297 mm
",
            "A8: A4 cut in sixteen
    16 cards of 74 × 52 mm (2.91 × 2.05 in) on A4, 297 × 210 mm
",
        ] {
            assert!(list.contains(part), "no {part} in {list}");
        }
    }
}
