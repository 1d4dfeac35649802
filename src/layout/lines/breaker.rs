//! The cheapest way to break a paragraph: what lines and places cost, and the search among all ways.

use super::measure::{Align, Measure};
use crate::text::{Atom, AtomKind, FORBIDDEN};

/// What a line costs in itself.
const LINE: i64 = 300;
/// What a last line costs that is a runt: one short word, or little more than nothing. As much as
/// a third of the line before left empty; less than a line, so that none is added for it.
const RUNT: i64 = 100;
/// A last line is a runt below this part of the measure, in thousandths; one word alone below the
/// other. Printers ask for more than an indent, and for some letters.
const RUNT_BELOW: i64 = 120;
const WORD_BELOW: i64 = 250;
/// What a last line costs below a quarter of the measure where lines are justified: beside full
/// lines it looks like a gap.
const SHORT_LAST: i64 = 1_500;
/// How much wider than they are the spaces of a justified line may be, in tenths: beyond that
/// they open into holes, and run together into rivers. A paragraph that needs more is set flush
/// left.
const STRETCH: i64 = 8;
/// What it costs to divide a word of a justified line: as much as spaces that are stretched by
/// six tenths.
const DIVIDED_JUSTIFIED: i64 = 200;
/// What it costs to divide a word where the two lines before end in a hyphen: a ladder of them
/// catches the eye. Justified lines never do.
const LADDER: i64 = 4_000;
/// What it costs to divide a word of a title.
pub(super) const DIVIDED: i64 = 1 << 36;
/// What an overfull line costs: any other way is better.
pub(super) const OVERFULL: i64 = 1 << 44;
/// What a place costs that is not reached.
const UNREACHED: i64 = 1 << 61;

/// A paragraph broken into lines.
pub(super) struct Solved {
    /// The atoms at which lines end; the last is one past all atoms.
    pub(super) at: Vec<usize>,
    /// The sum of all costs.
    pub(super) cost: i64,
}

/// Looks for the way.
pub(super) struct Breaker<'a> {
    atoms: &'a [Atom],
    measure: i64,
    /// By what a width is multiplied to be a part of the measure in thousandths, after 32 bits
    /// are cut off: the search divides by the measure for every pair of places.
    share: i64,
    first: i64,
    align: Align,
    /// The width of the spaces that the text ends with.
    tail: i64,
}

impl<'a> Breaker<'a> {
    pub(super) fn new(atoms: &'a [Atom], measure: Measure, align: Align) -> Self {
        let (measure, first) = (measure.width.scaled().max(1), measure.first.scaled());
        let tail = hanging(atoms).map(|atom| atom.width.scaled()).sum();
        let share = (1000 << 32) / measure;
        Self { atoms, measure, share, first, align, tail }
    }

    pub(super) fn solve(&self) -> Solved {
        let end = self.atoms.len();
        // For each place where a line may end, and each number of lines up to it that end in a
        // hyphen: where the best line that ends there begins.
        let mut back = vec![[Back::default(); 2]; end + 1];
        let mut starts = Vec::with_capacity(end + 1);
        starts.push(Start::at(0, -self.first, 0));
        // Widths of boxes and spaces, and of spaces alone, before the place.
        let (mut width, mut space) = (0, 0);
        let mut ends = Reached::default();
        for at in 0..=end {
            let atom = self.atoms.get(at);
            let own = atom.map_or(0, |atom| atom.width.scaled());
            let blank = if atom.is_some_and(Atom::is_space) { own } else { 0 };
            if let Some(place) = self.place(at, width, space) {
                let mut reached = self.reach(&starts, &place);
                if reached.cheapest() >= UNREACHED && self.align != Align::Justify {
                    // Nothing fits: the shortest line there is, overfull.
                    let last = starts.last().expect("a line can start at the first atom");
                    reached.from(last, &place, OVERFULL, 0);
                }
                let is_reached = reached.cheapest() < UNREACHED;
                if place.last && !is_reached {
                    return Solved { at: vec![end], cost: OVERFULL };
                }
                back[at] = reached.back;
                if place.last {
                    starts.clear();
                }
                if is_reached {
                    let begin = Start::at(at + 1, width + own, space + blank);
                    starts.push(begin.after(&reached, &place));
                }
                ends = reached;
            }
            width += own;
            space += blank;
        }
        let mut at = vec![end];
        let mut state = usize::from(ends.sums[1] < ends.sums[0]);
        while let Back { start, before } = back[at[at.len() - 1]][state]
            && start > 0
        {
            at.push(start as usize - 1);
            state = usize::from(before);
        }
        at.reverse();
        Solved { at, cost: ends.cheapest() }
    }

    /// How many lines each of the parts has that end, in order, at `ends`; nothing from where a
    /// word fits no line, and of justified ones, which may be ragged.
    pub(super) fn counts(&self, ends: impl Iterator<Item = usize>) -> Vec<Option<usize>> {
        let mut starts = vec![Start::at(0, -self.first, 0)];
        // For each start, the lines before it, as its sums are.
        let mut before = vec![[0; 2]; self.atoms.len() + 1];
        let (mut at, mut width, mut space) = (0, 0, 0);
        let count = |end: usize| {
            if self.align == Align::Justify {
                return None;
            }
            let lines = |before: &[[usize; 2]], back: Back| {
                before[back.start as usize][usize::from(back.before)] + 1
            };
            while at < end {
                let own = self.atoms[at].width.scaled();
                let blank = if self.atoms[at].is_space() { own } else { 0 };
                if let Some(place) = self.place(at, width, space) {
                    let reached = self.reach(&starts, &place);
                    if reached.cheapest() >= UNREACHED {
                        return None;
                    }
                    before[at + 1] = reached.back.map(|back| lines(&before, back));
                    if place.last {
                        starts.clear();
                    }
                    let begin = Start::at(at + 1, width + own, space + blank);
                    starts.push(begin.after(&reached, &place));
                }
                (at, width, space) = (at + 1, width + own, space + blank);
            }
            let tail: i64 =
                hanging(&self.atoms[..end]).map(|atom| atom.width.scaled()).sum();
            let reached = self.reach(&starts, &Place::end(width - tail, space - tail));
            let found = reached.cheapest() < UNREACHED;
            found.then(|| lines(&before, reached.back[0]))
        };
        ends.map(count).collect()
    }

    /// The place at an atom; none where no line may end.
    fn place(&self, at: usize, width: i64, space: i64) -> Option<Place> {
        let Some(atom) = self.atoms.get(at) else {
            return Some(Place::end(width - self.tail, space - self.tail));
        };
        let plain = Place { last: false, ..Place::end(width, space) };
        match atom.kind {
            AtomKind::Box | AtomKind::Space { cost: FORBIDDEN } => None,
            AtomKind::Penalty { cost, hyphen: Some(hyphen) } => {
                let cost = match self.align {
                    Align::Justify => DIVIDED_JUSTIFIED,
                    // A word is divided where no line holds it, never for the looks of one.
                    align if align.is_balanced() => DIVIDED,
                    _ => cost,
                };
                let (width, own) = (width + hyphen.width.scaled(), LINE + cost);
                Some(Place { width, own, hyphenated: true, ..plain })
            }
            AtomKind::Space { cost } | AtomKind::Penalty { cost, .. } => {
                Some(Place { own: LINE + cost, ..plain })
            }
            AtomKind::Break => Some(Place { last: true, ..plain }),
        }
    }

    /// The best lines that end at a place.
    fn reach(&self, starts: &[Start], place: &Place) -> Reached {
        let ladder = if self.align == Align::Justify { UNREACHED } else { LADDER };
        let mut reached = Reached::default();
        for start in starts.iter().rev() {
            match self.cost(start, place) {
                Fit::Full => break,
                Fit::Loose => {}
                Fit::Cost(cost) => reached.from(start, place, cost, ladder),
            }
        }
        reached
    }

    /// What a line from `start` up to a place costs besides what the place does.
    #[inline]
    fn cost(&self, start: &Start, place: &Place) -> Fit {
        let width = place.width - start.width;
        let left = self.measure - width;
        if self.align == Align::Justify {
            let spaces = place.space - start.space;
            let fragment = place.last && spaces == 0 && start.hyphenated;
            let short = place.last && start.atom > 0 && width * 4 < self.measure;
            let extra = if short { SHORT_LAST } else { 0 };
            return match justified(left, spaces, place.last) {
                Fit::Cost(_) if fragment => Fit::Loose,
                Fit::Cost(cost) => Fit::Cost(cost + extra),
                fit => fit,
            };
        }
        if left < 0 {
            return Fit::Full;
        }
        let left = (left * self.share) >> 32;
        if place.last && matches!(self.align, Align::Start | Align::End) {
            let one = place.space == start.space;
            let below = if one { WORD_BELOW } else { RUNT_BELOW };
            let runt = start.atom > 0 && 1000 - left < below;
            return Fit::Cost(if runt { RUNT } else { 0 });
        }
        Fit::Cost(left * left / 1100)
    }
}

/// How a line fits.
enum Fit {
    /// It does not: it is too wide.
    Full,
    /// Its spaces would be too wide, or it has too little to be the last one.
    Loose,
    /// At this cost.
    Cost(i64),
}

/// A place where a line may end.
struct Place {
    /// The width of what is before it, with the hyphen that a line has there.
    width: i64,
    /// The width of spaces before it.
    space: i64,
    /// What a line costs that ends there, whatever is in it.
    own: i64,
    hyphenated: bool,
    /// Whether the line is the last one, or ends where the author asked.
    last: bool,
}

impl Place {
    /// Where all ends.
    const fn end(width: i64, space: i64) -> Self {
        Self { width, space, own: LINE, hyphenated: false, last: true }
    }
}

/// A place where a line may begin.
struct Start {
    atom: u32,
    /// Whether the line before ends in a hyphen.
    hyphenated: bool,
    /// Whether the cheaper one of the two sums is the second.
    second: bool,
    /// The widths before it, as [`Place`] has them; the indent of the first line is one.
    width: i64,
    space: i64,
    /// The best sums of costs so far: where the line before ends in a hyphen, if the one before
    /// that does not, and if it does; else the first alone counts.
    sums: [i64; 2],
}

impl Start {
    const fn at(atom: usize, width: i64, space: i64) -> Self {
        let (hyphenated, second, sums) = (false, false, [0, UNREACHED]);
        Self { atom: atom as u32, hyphenated, second, width, space, sums }
    }

    /// The same behind a line that ends as the place does.
    fn after(self, reached: &Reached, place: &Place) -> Self {
        let (hyphenated, sums) = (place.hyphenated, reached.sums);
        Self { hyphenated, second: sums[1] < sums[0], sums, ..self }
    }
}

/// Where a line begins, and whether it goes on from the second sum there.
#[derive(Debug, Default, Clone, Copy)]
struct Back {
    start: u32,
    before: bool,
}

/// How a place is reached at the least cost, as [`Start`] counts.
struct Reached {
    sums: [i64; 2],
    back: [Back; 2],
}

impl Default for Reached {
    fn default() -> Self {
        Self { sums: [UNREACHED; 2], back: [Back::default(); 2] }
    }
}

impl Reached {
    fn cheapest(&self) -> i64 {
        self.sums[0].min(self.sums[1])
    }

    /// By a line from `start`, at a cost; a third hyphen in a row costs a `ladder` more.
    #[inline]
    fn from(&mut self, start: &Start, place: &Place, cost: i64, ladder: i64) {
        let [first, second] = start.sums;
        let (state, before, sum) = if !place.hyphenated {
            (0, start.second, if start.second { second } else { first })
        } else if !start.hyphenated {
            (0, false, first)
        } else if first <= second + ladder {
            (1, false, first)
        } else {
            (1, true, second + ladder)
        };
        // A paragraph of overfull lines is reached, however many they are.
        let sum = (sum + place.own + cost).min(UNREACHED - 1).max(sum);
        if sum < self.sums[state] {
            self.sums[state] = sum;
            self.back[state] = Back { start: start.atom, before };
        }
    }
}

/// What it costs to fill a line by its spaces: 100 when they are stretched by half or
/// shrunk by a third, eight times that for twice as much; never shrunk by more than that
/// third, or stretched beyond [`STRETCH`].
fn justified(left: i64, spaces: i64, last: bool) -> Fit {
    if left < 0 {
        let shrink = spaces / 3;
        return if -left <= shrink { Fit::Cost(cubed(-left, shrink)) } else { Fit::Full };
    }
    match last {
        true => Fit::Cost(0),
        false if left * 10 > spaces * STRETCH => Fit::Loose,
        false => Fit::Cost(cubed(left, spaces / 2)),
    }
}

fn cubed(change: i64, unit: i64) -> i64 {
    let ratio = (change * 100 / unit.max(1)).min(3_000);
    ratio * ratio * ratio / 10_000
}

/// The spaces that atoms end with.
pub(super) fn hanging(atoms: &[Atom]) -> impl Iterator<Item = &Atom> {
    atoms.iter().rev().take_while(|atom| atom.is_space())
}
