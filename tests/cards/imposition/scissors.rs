//! Printed sheets, cut up: what lies on the front of each card, and what on its back when
//! the card is turned over like a page of a book.

use super::stock::{Fold, Sheet};
use crate::support::ink::{Page, Point, Text};

/// A card that was cut out. Everything on it is in millimetres from its own upper left
/// corner, back and front.
#[derive(Debug, Default)]
pub struct Card {
    pub front: Vec<Text>,
    pub back: Vec<Text>,
}

/// A printer that turns sheets, and how far it is off on backs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Printer {
    /// Whether the edge that it turns sheets about stands upright as the page is read.
    pub upright_hinge: bool,
    /// Backs come out moved by so many millimetres to the right and down, and degrees
    /// clockwise, less than the file says.
    pub off: (f64, f64, f64),
}

/// Takes points of a page to points of another view.
type Way<'a> = &'a dyn Fn(Point) -> Point;

impl Card {
    /// Whether anything is printed on it.
    pub fn is_empty(&self) -> bool {
        self.front.is_empty() && self.back.is_empty()
    }
}

/// Cuts a sheet that was printed on both sides: a card for each slot.
pub fn cut(sheet: &Sheet, front: &Page, back: &Page, printer: Printer) -> Vec<Card> {
    let (width, height) = (front.width, front.height);
    let through = |at: Point| {
        let (x, y) = unmoved(at, (width, height), printer.off);
        if printer.upright_hinge { (width - x, y) } else { (x, height - y) }
    };
    let slots = 0..sheet.slots();
    slots
        .map(|slot| {
            let corner = sheet.corner(slot);
            let here = |at: Point| (at.0 - corner.0, at.1 - corner.1);
            // Seen from behind, right is left.
            let behind = |at: Point| {
                let (x, y) = here(through(at));
                (sheet.card.0 - x, y)
            };
            let front = seen(&front.texts, sheet.card, &here);
            Card { front, back: seen(&back.texts, sheet.card, &behind) }
        })
        .collect()
}

/// Takes back what a printer adds: the reverse of a turn about the middle and a shift.
fn unmoved(at: Point, paper: Point, (right, down, degrees): (f64, f64, f64)) -> Point {
    let middle = (paper.0 / 2.0, paper.1 / 2.0);
    let (x, y) = (at.0 - middle.0 - right, at.1 - middle.1 - down);
    let (sin, cos) = degrees.to_radians().sin_cos();
    (middle.0 + x * cos + y * sin, middle.1 - x * sin + y * cos)
}

/// Cuts pairs out of a sheet printed on one side, and folds the answer back.
pub fn fold(sheet: &Sheet, page: &Page) -> Vec<Card> {
    let (columns, rows) = match sheet.fold {
        Fold::Beside => (sheet.columns / 2, sheet.rows),
        Fold::Below => (sheet.columns, sheet.rows / 2),
        Fold::Never => return Vec::new(),
    };
    let (width, height) = sheet.card;
    let pairs = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    pairs
        .map(|(row, column)| {
            let slot = match sheet.fold {
                Fold::Beside => row * sheet.columns + column * 2,
                _ => row * 2 * sheet.columns + column,
            };
            let corner = sheet.corner(slot);
            let here = |at: Point| (at.0 - corner.0, at.1 - corner.1);
            let behind = |at: Point| {
                let (x, y) = here(at);
                // Folded about the edge between the two, then seen from behind.
                let (x, y) = match sheet.fold {
                    Fold::Beside => (2.0 * width - x, y),
                    _ => (x, 2.0 * height - y),
                };
                (width - x, y)
            };
            let front = seen(&page.texts, sheet.card, &here);
            Card { front, back: seen(&page.texts, sheet.card, &behind) }
        })
        .collect()
}

/// The texts that begin on a card, as they are seen there.
fn seen(texts: &[Text], card: Point, way: Way<'_>) -> Vec<Text> {
    let on_card =
        |(x, y): Point| (0.0..card.0).contains(&x) && (0.0..card.1).contains(&y);
    let texts = texts.iter().map(|text| {
        let tip = (text.from.0 + text.up.0, text.from.1 + text.up.1);
        let (from, tip) = (way(text.from), way(tip));
        let up = (tip.0 - from.0, tip.1 - from.1);
        Text { from, to: way(text.to), up, ..text.clone() }
    });
    texts.filter(|text| on_card(text.from)).collect()
}
