//! What the makers of card stock say of it, written down apart from the program.

/// A sheet of card stock, in millimetres as it lies in the printer.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    pub name: &'static str,
    /// Width and height of the paper.
    pub paper: (f64, f64),
    pub columns: usize,
    pub rows: usize,
    /// Left and top of the first card.
    pub first: (f64, f64),
    pub card: (f64, f64),
    /// From one card to the next.
    pub pitch: (f64, f64),
    pub fold: Fold,
}

/// Which cards touch, and so can be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    Beside,
    Below,
    Never,
}

const INCH: f64 = 25.4;
const A4: (f64, f64) = (210.0, 297.0);
const A4_ACROSS: (f64, f64) = (297.0, 210.0);

const fn inches(
    name: &'static str,
    (columns, rows): (usize, usize),
    first: (f64, f64),
    card: (f64, f64),
    pitch: (f64, f64),
    fold: Fold,
) -> Sheet {
    const fn mm((a, b): (f64, f64)) -> (f64, f64) {
        (a * INCH, b * INCH)
    }
    let paper = mm((8.5, 11.0));
    let (first, card, pitch) = (mm(first), mm(card), mm(pitch));
    Sheet { name, paper, columns, rows, first, card, pitch, fold }
}

const fn a4(
    name: &'static str,
    (columns, rows): (usize, usize),
    first: (f64, f64),
    card: (f64, f64),
    pitch: (f64, f64),
    fold: Fold,
) -> Sheet {
    let paper = if columns == 4 { A4_ACROSS } else { A4 };
    Sheet { name, paper, columns, rows, first, card, pitch, fold }
}

pub const SHEETS: [Sheet; 11] = [
    inches("5388", (1, 3), (1.75, 1.0), (5.0, 3.0), (5.0, 3.0), Fold::Below),
    inches("5371", (2, 5), (0.75, 0.5), (3.5, 2.0), (3.5, 2.0), Fold::Beside),
    inches("8373", (2, 4), (0.5, 0.75), (3.5, 2.0), (4.0, 2.5), Fold::Never),
    inches("5389", (1, 2), (1.25, 1.25), (6.0, 4.0), (6.0, 4.5), Fold::Never),
    a4("C32011", (2, 5), (15.0, 13.5), (85.0, 54.0), (95.0, 54.0), Fold::Below),
    a4("C32015", (2, 4), (17.0, 31.5), (85.0, 54.0), (91.0, 60.0), Fold::Never),
    a4("L7414", (2, 5), (15.0, 18.5), (90.0, 52.0), (90.0, 52.0), Fold::Beside),
    a4("A6", (2, 2), (0.0, 0.5), (105.0, 148.0), (105.0, 148.0), Fold::Beside),
    a4("A7", (2, 4), (0.0, 0.5), (105.0, 74.0), (105.0, 74.0), Fold::Beside),
    a4("A8", (4, 4), (0.5, 1.0), (74.0, 52.0), (74.0, 52.0), Fold::Beside),
    a4("A7-printable", (2, 4), (5.0, 5.0), (100.0, 71.75), (100.0, 71.75), Fold::Beside),
];

impl Sheet {
    /// The same sheet, its longer edge the other way.
    pub fn turned(self) -> Self {
        let across = |(a, b): (f64, f64)| (b, a);
        Self {
            paper: across(self.paper),
            columns: self.rows,
            rows: self.columns,
            first: across(self.first),
            card: across(self.card),
            pitch: across(self.pitch),
            // Both give as many pairs where columns and rows are even; side by side wins.
            fold: match self.fold {
                Fold::Beside
                    if self.columns.is_multiple_of(2) && self.rows.is_multiple_of(2) =>
                {
                    Fold::Beside
                }
                Fold::Beside => Fold::Below,
                Fold::Below => Fold::Beside,
                Fold::Never => Fold::Never,
            },
            ..self
        }
    }

    pub fn is_across(&self) -> bool {
        self.paper.0 > self.paper.1
    }

    pub const fn slots(&self) -> usize {
        self.columns * self.rows
    }

    /// The upper left corner of a slot.
    pub fn corner(&self, slot: usize) -> (f64, f64) {
        let (row, column) = (slot / self.columns, slot % self.columns);
        (
            self.first.0 + self.pitch.0 * column as f64,
            self.first.1 + self.pitch.1 * row as f64,
        )
    }
}
