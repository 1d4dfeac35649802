//! The parts of a flow that is longer than a card: all of it is looked at at once, so that each
//! card holds what belongs together and all hold about as much.
//!
//! Of all ways to part it, the one is taken that parts least of what belongs together, of these
//! one on the fewest cards, and of these the cheapest: places cost, and so does what a card holds
//! more or less than the others. Dynamic programming over the places finds it; the work is
//! the number of places times those on one card.

use std::ops::Range;

use crate::layout::columns::Column;
use crate::layout::flow::Flow;
use crate::layout::galley::{Galley, LINE, SetBody, Setting, slugs};
use crate::layout::lines::Line;

use super::places::{Places, Tables};
use super::sentences::Sentences;
use super::strip::{Piece, Strip};

/// A flow over cards.
pub(super) struct Parts {
    /// The cards.
    pub columns: Vec<Column>,
    /// How bad the places are at which it had to be parted: none where 0.
    pub faults: u32,
}

/// A part of fewer lines than this looks lost on a card of its own.
const FEWEST_LINES: i32 = 3;
/// How bad that is, and a row of a table that is alone on a card.
const SHORT: u32 = 4;
const LONE: u32 = 2;

/// Parts a galley for cards that hold `capacity` steps; paragraphs are broken anew where a card
/// begins inside. Nothing if something of it is higher than a card.
pub(super) fn part(
    flow: &Flow,
    galley: &mut Galley,
    setting: &Setting,
    sentences: &Sentences,
    capacity: i32,
) -> Option<Parts> {
    let strips = Strip::all(flow, galley, setting, sentences, capacity);
    let parting = Parting::new(flow, galley, &strips, capacity);
    let even = parting.solve(|_| 0)?;
    let all: i64 = even.iter().map(|part| i64::from(part.height)).sum();
    let aim = all / even.len().max(1) as i64;
    let cards = parting.solve(|height| {
        let off = (i64::from(height) - aim) * 1000 / i64::from(capacity.max(1));
        off * off / UNEVEN
    })?;
    let faults = parting.faults(&cards);
    let Cut { lines, begins } = parting.cut(&cards);
    for (element, lines) in lines {
        match &mut galley.set[element] {
            SetBody::Text(own) | SetBody::Named { text: own, .. } => *own = lines,
            _ => {}
        }
    }
    galley.slugs = slugs(flow, setting, galley.set.iter().enumerate());
    let at = |begin: &(usize, usize)| {
        galley.slugs.partition_point(|slug| (slug.element, slug.part) < *begin)
    };
    let ends = begins.iter().map(at).chain([galley.slugs.len()]);
    let mut start = 0;
    let columns = ends.zip(&cards).map(|(end, part)| {
        let slugs = start..end;
        start = end;
        Column { slugs, added: Vec::new(), height: part.height }
    });
    Some(Parts { columns: columns.collect(), faults })
}

/// A twentieth of a card more or less than others costs 100, twice that four times as much.
const UNEVEN: i64 = 25;

/// What stands on a card.
struct Part {
    places: Range<usize>,
    height: i32,
}

/// A card that ends at a place: what it and all before it cost, and where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Best {
    faults: u32,
    cards: usize,
    cost: i64,
    start: usize,
}

/// A flow to be parted.
struct Parting<'a> {
    strips: &'a [Strip<'a>],
    capacity: i32,
    places: Places,
    tables: Tables,
}

impl<'a> Parting<'a> {
    fn new(flow: &Flow, galley: &Galley, strips: &'a [Strip<'a>], capacity: i32) -> Self {
        let tables = Tables::new(galley);
        let places = Places::new(flow, galley, strips, &tables, capacity);
        Self { strips, capacity, places, tables }
    }

    /// The best cards, where so high a card costs what `uneven` says.
    fn solve(&self, uneven: impl Fn(i32) -> i64) -> Option<Vec<Part>> {
        let end = self.places.len();
        let mut best: Vec<Option<Best>> = vec![None; end + 1];
        best[0] = Some(Best { faults: 0, cards: 0, cost: 0, start: 0 });
        for start in 0..end {
            let Some(before) = best[start] else { continue };
            self.ends(start, |stop, height| {
                let place = self.places.at(stop);
                let own = Best {
                    faults: before.faults + self.faults_of(start..stop, height),
                    cards: before.cards + 1,
                    cost: before.cost + place.cost + uneven(height),
                    start,
                };
                if best[stop].is_none_or(|best| own < best) {
                    best[stop] = Some(own);
                }
            });
        }
        let mut cards = Vec::new();
        let mut stop = end;
        while stop > 0 {
            let start = best[stop]?.start;
            cards.push(Part { places: start..stop, height: self.height(start..stop) });
            stop = start;
        }
        cards.reverse();
        Some(cards)
    }

    /// Calls `each` with every place where a card that begins at `start` may end, and with how
    /// high that card is.
    fn ends(&self, start: usize, mut each: impl FnMut(usize, i32)) {
        let (first, piece) = self.places.piece(start);
        let mut done = 0;
        let mut stop = start;
        for (n, strip) in self.strips.iter().enumerate().skip(first) {
            if strip.pieces.is_empty() {
                continue;
            }
            let (piece, gap) = if n == first { (piece, 0) } else { (0, strip.before) };
            let heights = strip.heights(piece);
            for height in heights {
                let height = done + gap + height;
                if height > self.capacity {
                    return;
                }
                stop += 1;
                each(stop, height);
            }
            if heights.len() < strip.pieces.len() - piece {
                return;
            }
            done += gap + heights.last().copied().unwrap_or(0);
        }
    }

    fn height(&self, places: Range<usize>) -> i32 {
        let mut found = 0;
        self.ends(places.start, |stop, height| {
            if stop == places.end {
                found = height;
            }
        });
        found
    }

    /// How bad a card is: where it ends, and what is on it.
    fn faults_of(&self, part: Range<usize>, height: i32) -> u32 {
        let short = if height < FEWEST_LINES * LINE { SHORT } else { 0 };
        let first = self.places.piece(part.start);
        let last = self.places.piece(part.end - 1);
        let mut lone = 0;
        if first.0 == last.0 {
            lone += u32::from(self.tables.is_lone(first.0, first.1..last.1 + 1));
        } else {
            let rest = first.1..self.strips[first.0].pieces.len();
            lone += u32::from(self.tables.is_lone(first.0, rest));
            lone += u32::from(self.tables.is_lone(last.0, 0..last.1 + 1));
        }
        self.places.at(part.end).faults + short + lone * LONE
    }

    fn faults(&self, cards: &[Part]) -> u32 {
        let faults = |part: &Part| self.faults_of(part.places.clone(), part.height);
        cards.iter().map(faults).sum()
    }

    /// The lines of the paragraphs that cards begin inside of, and which line, row or code line of
    /// which element each card but the first begins with.
    fn cut(&self, cards: &[Part]) -> Cut {
        let mut cut = Cut::default();
        // The paragraph that the card before began inside of, and the piece it began with.
        let mut open: Option<(usize, usize)> = None;
        for part in cards.iter().skip(1) {
            let (element, piece) = self.places.piece(part.places.start);
            let line = match self.strips[element].pieces[piece] {
                Piece::Slug(slug) => slug.part,
                _ if piece == 0 => 0,
                _ => {
                    let same = open.filter(|(open, _)| *open == element);
                    let from = if let Some((_, from)) = same {
                        from
                    } else {
                        self.close(open, &mut cut);
                        cut.lines.push((element, Vec::new()));
                        0
                    };
                    open = Some((element, piece));
                    cut.add(self.strips[element].lines(from..piece))
                }
            };
            cut.begins.push((element, line));
        }
        self.close(open, &mut cut);
        cut
    }

    /// Adds what is left of a paragraph that a card began inside of.
    fn close(&self, open: Option<(usize, usize)>, cut: &mut Cut) {
        if let Some((element, from)) = open {
            let strip = &self.strips[element];
            cut.add(strip.lines(from..strip.pieces.len()));
        }
    }
}

/// Where cards begin, and the lines that paragraphs have for it.
#[derive(Default)]
struct Cut {
    lines: Vec<(usize, Vec<Line>)>,
    begins: Vec<(usize, usize)>,
}

impl Cut {
    /// Adds lines to the last paragraph; how many it has then.
    fn add(&mut self, lines: Vec<Line>) -> usize {
        let Some((_, all)) = self.lines.last_mut() else { return 0 };
        all.extend(lines);
        all.len()
    }
}
