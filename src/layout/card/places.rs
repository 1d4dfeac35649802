//! Where a card may begin, what that costs, and how bad it is.

use std::ops::Range;

use crate::layout::flow::{Element, Flow, cost};
use crate::layout::galley::{CodeLine, Galley, SetBody, Slug};
use crate::layout::table::{RowOfPart, SetTable};
use crate::units::Em;

use super::strip::{Piece, Strip};

/// A place where a card may begin.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Place {
    /// How bad it is to begin one there. However little, it is worth a card more.
    pub faults: u32,
    /// What it costs; a card that is a twentieth fuller than others costs 100.
    pub cost: i64,
}

/// A name or a label at a card's foot, and what it names on the next.
const BEHIND: u32 = 4;
/// What fits a card is on two: code, a table, a row.
const PARTED: u32 = 3;
/// A card that begins with an empty line.
const BLANK: u32 = 3;

/// Blocks first, then items and rows, then sentences: an item inside costs what a card costs that
/// is an eighth fuller than the others, a sentence as much as two that differ by a third.
const ITEM: i64 = 250;
const SENTENCE: i64 = 1_000;
/// One item below the words that name the list.
const LONE_ITEM: i64 = 600;
/// Lines of a sentence or a row that no card holds.
const INSIDE: i64 = 3_000;
/// Behind an empty line of code, and anywhere else in it.
const STANZA: i64 = 300;
const CODE_LINE: i64 = 900;

/// The places of a flow, in order.
pub(super) struct Places {
    all: Vec<Place>,
    /// The place that each element begins at.
    first: Vec<usize>,
}

impl Places {
    pub(super) fn new(
        flow: &Flow,
        galley: &Galley,
        strips: &[Strip<'_>],
        tables: &Tables,
        capacity: i32,
    ) -> Self {
        let (mut all, mut first) = (Vec::new(), Vec::with_capacity(strips.len()));
        for (n, strip) in strips.iter().enumerate() {
            let (element, body) = (&flow.elements[n], &galley.set[n]);
            first.push(all.len());
            let Some(piece) = strip.pieces.first() else { continue };
            let blank = if begins_blank(body, piece) { BLANK } else { 0 };
            let head = at_element(element);
            let lone = lone_item(&flow.elements, n);
            all.push(Place { faults: head.faults + blank, cost: head.cost + lone });
            let (whole, rows) = (strip.fits(), &tables.rows[n][..]);
            let inside = Inside { body, strip, whole, rows, capacity };
            all.extend((1..strip.pieces.len()).map(|n| inside.at(n)));
        }
        Self { all, first }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// A place; the end of all is one that costs nothing.
    pub(super) fn at(&self, place: usize) -> Place {
        self.all.get(place).copied().unwrap_or_default()
    }

    /// The element and the piece of it that stand at a place.
    pub(super) fn piece(&self, place: usize) -> (usize, usize) {
        let element = self.first.partition_point(|first| *first <= place) - 1;
        (element, place - self.first[element])
    }
}

fn at_element(element: &Element) -> Place {
    match element.cost {
        cost if cost >= cost::NEVER => Place { faults: BEHIND, cost: 0 },
        cost if cost <= cost::BLOCK => Place::default(),
        cost if cost <= cost::ITEM => Place { faults: 0, cost: ITEM },
        _ => Place { faults: 0, cost: SENTENCE },
    }
}

/// What it costs more to begin a card with an item before which, below the words that name the
/// list, only one stands; or after which none is left.
fn lone_item(elements: &[Element], at: usize) -> i64 {
    let is_item =
        |element: &Element| (cost::BLOCK + 1..=cost::ITEM).contains(&element.cost);
    if !is_item(&elements[at]) {
        return 0;
    }
    let second = at > 0 && elements[at - 1].cost >= cost::NEVER;
    let last = elements.get(at + 1).is_none_or(|next| !is_item(next));
    i64::from(second) * LONE_ITEM + i64::from(last) * LONE_ITEM / 2
}

/// An element, inside of which a card may begin.
struct Inside<'a> {
    body: &'a SetBody,
    strip: &'a Strip<'a>,
    /// Whether a card holds all of it.
    whole: bool,
    /// The row that each of its parts is of.
    rows: &'a [RowOfPart],
    capacity: i32,
}

impl Inside<'_> {
    fn at(&self, piece: usize) -> Place {
        let pieces = &self.strip.pieces;
        let parted = if self.whole { PARTED } else { 0 };
        match (&pieces[piece], self.body) {
            (Piece::Words(_) | Piece::Line(_, true), _) => {
                Place { faults: 0, cost: SENTENCE }
            }
            (Piece::Line(..), _) => Place { faults: 0, cost: INSIDE },
            (Piece::Slug(slug), SetBody::Code(lines)) => {
                let mut place = in_code(lines, slug.part);
                place.faults += parted;
                place
            }
            (Piece::Slug(slug), SetBody::Table(table)) => {
                let mut place = self.in_table(table, slug);
                place.faults += parted;
                place
            }
            (Piece::Slug(_), _) => Place { faults: BEHIND, cost: 0 },
        }
    }

    fn in_table(&self, table: &SetTable, slug: &Slug) -> Place {
        if slug.part <= table.head_parts && table.head_parts > 0 {
            return Place { faults: BEHIND, cost: 0 };
        }
        let row = self.rows[slug.part];
        if row.begins {
            return Place { faults: 0, cost: ITEM };
        }
        let fits = row.height + slug.top <= self.capacity;
        Place { faults: if fits { PARTED } else { 0 }, cost: INSIDE }
    }
}

fn in_code(lines: &[CodeLine], part: usize) -> Place {
    if is_blank(&lines[part]) {
        return Place { faults: BLANK, cost: CODE_LINE };
    }
    let faults = if lines[part].wrapped { PARTED } else { 0 };
    let cost = if is_blank(&lines[part - 1]) { STANZA } else { CODE_LINE };
    Place { faults, cost }
}

fn is_blank(line: &CodeLine) -> bool {
    !line.wrapped && line.line.width == Em::ZERO
}

fn begins_blank(body: &SetBody, piece: &Piece) -> bool {
    match (body, piece) {
        (SetBody::Code(lines), Piece::Slug(slug)) => is_blank(&lines[slug.part]),
        _ => false,
    }
}

/// The rows of tables.
pub(super) struct Tables {
    /// Of each element that is a table: the row that each of its parts is of.
    rows: Vec<Vec<RowOfPart>>,
}

impl Tables {
    pub(super) fn new(galley: &Galley) -> Self {
        let rows = |body: &SetBody| {
            let SetBody::Table(table) = body else { return Vec::new() };
            table.rows_of_parts()
        };
        Self { rows: galley.set.iter().map(rows).collect() }
    }

    /// Whether these parts of an element are one row of a table that has more.
    pub(super) fn is_lone(&self, element: usize, parts: Range<usize>) -> bool {
        let rows = &self.rows[element];
        let (Some(all), Some(last)) = (rows.last(), rows.get(parts.end - 1)) else {
            return false;
        };
        let first = rows[parts.start].number.max(1);
        all.number > 1 && last.number == first
    }
}
