//! Breaks a paragraph into lines, looking at all of it at once.
//!
//! The method is Knuth and Plass's (“Breaking Paragraphs into Lines”, 1981): of all ways
//! to break, take the cheapest in sum. Flush left, a line costs what it leaves empty,
//! squared; justified, what its spaces are stretched or shrunk, cubed. Every line costs
//! something in itself, so that a paragraph takes no more of them than it must.
//!
//! All in parts of the em and whole numbers: one paragraph breaks alike on any machine.

use std::ops::Range;

use crate::text::{Atom, AtomKind, FORBIDDEN, Hyphen, Shaped};
use crate::units::Em;

/// How lines are set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Flush left, spaces as they are.
    #[default]
    Start,
    /// In the middle; lines come out about equally long.
    Center,
    /// Flush right.
    End,
    /// Flush left and right; the last line flush left.
    Justify,
    /// Flush left; lines come out about equally long.
    Balanced,
}

impl Align {
    const fn is_balanced(self) -> bool {
        matches!(self, Self::Center | Self::Balanced)
    }
}

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its glyphs; the space at its end hangs out.
    pub glyphs: Range<usize>,
    /// The hyphen at its end.
    pub hyphen: Option<Hyphen>,
    /// Its width, spaces as they are, without the one at its end.
    pub width: Em,
    /// What is added to each space.
    pub extra: Em,
}

/// The room that lines have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The width of a line.
    pub width: Em,
    /// How far the first line is indented; negative where it hangs out.
    pub first: Em,
}

impl From<Em> for Measure {
    fn from(width: Em) -> Self {
        Self { width, first: Em::ZERO }
    }
}

/// What a line costs in itself.
const LINE: i64 = 300;
/// What a last line costs that is one short word (a runt).
const RUNT: i64 = 60;
/// A last line is a runt below this part of the measure, in thousandths.
const RUNT_BELOW: i64 = 120;
/// What it costs to divide a word of a title.
const DIVIDED: i64 = 1 << 36;
/// What an overfull line costs: any other way is better.
const OVERFULL: i64 = 1 << 44;

/// Breaks a paragraph for lines as wide as `measure`.
///
/// Gives at least one line, and no line wider than the measure unless a single glyph is:
/// a word that fits no line is cut between characters.
pub fn break_lines(
    shaped: &Shaped,
    measure: impl Into<Measure>,
    align: Align,
) -> Vec<Line> {
    break_part(shaped, 0..shaped.atoms.len(), measure, align)
}

/// Breaks some atoms of a paragraph for lines, as if they were all of it.
pub(super) fn break_part(
    shaped: &Shaped,
    part: Range<usize>,
    measure: impl Into<Measure>,
    align: Align,
) -> Vec<Line> {
    let mut measure = measure.into();
    let atoms = &shaped.atoms[part];
    if align.is_balanced() {
        measure = balanced_measure(atoms, measure);
    }
    let breaks = Breaker::new(atoms, measure, align).solve();
    if breaks.cost >= OVERFULL {
        let room = measure.width - measure.first.max(Em::ZERO);
        let atoms = shaped.cut_apart(atoms, room);
        let breaks = Breaker::new(&atoms, measure, align).solve();
        return lines(&atoms, &breaks.at, measure, align);
    }
    lines(atoms, &breaks.at, measure, align)
}

/// How many lines [`break_part`] makes of each of some parts that begin with the same atom, and
/// end where `ends` says: all are counted in one go, until one has more than `most`.
pub(super) fn count_lines(
    shaped: &Shaped,
    start: usize,
    ends: &[usize],
    (measure, align): (Measure, Align),
    most: usize,
) -> Vec<usize> {
    let mut end = start;
    let (mut room, all) = (measure.width.scaled() * (most as i64 + 1), &shaped.atoms);
    while end < all.len() && room >= 0 {
        room -= all[end].width.scaled();
        end += 1;
    }
    // Of what surely has too many lines nothing is counted.
    let ends = &ends[..ends.partition_point(|own| *own <= end)];
    let Some(end) = ends.last() else { return Vec::new() };
    let breaker = Breaker::new(&all[start..*end], measure, align);
    let counts = breaker.counts(ends.iter().map(|end| end - start));
    let exact = |(end, count): (&usize, Option<usize>)| {
        count.unwrap_or_else(|| break_part(shaped, start..*end, measure, align).len())
    };
    ends.iter().zip(counts).map(exact).take_while(|count| *count <= most).collect()
}

/// The narrowest measure in which the paragraph takes no more lines than in the given one.
fn balanced_measure(atoms: &[Atom], measure: Measure) -> Measure {
    let count = |width: i64| {
        let measure = Measure { width: Em::from_scaled(width), ..measure };
        let solved = Breaker::new(atoms, measure, Align::Balanced).solve();
        if solved.cost >= DIVIDED { usize::MAX } else { solved.at.len() }
    };
    let lines = count(measure.width.scaled());
    if lines == 1 || lines == usize::MAX {
        return measure;
    }
    let (mut narrow, mut wide) = (measure.width.scaled() / 3, measure.width.scaled());
    // A sixty-fourth of an em is finer than the eye.
    while wide - narrow > Em::ONE.scaled() / 64 {
        let middle = narrow.midpoint(wide);
        if count(middle) <= lines {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    Measure { width: Em::from_scaled(wide), ..measure }
}

struct Solved {
    /// The atoms at which lines end; the last is one past all atoms.
    at: Vec<usize>,
    /// The sum of all costs.
    cost: i64,
}

struct Breaker<'a> {
    atoms: &'a [Atom],
    measure: i64,
    first: i64,
    align: Align,
    /// Widths of boxes and spaces before each atom.
    width: Vec<i64>,
    /// Widths of spaces before each atom.
    space: Vec<i64>,
    /// The width of the spaces that the text ends with.
    tail: i64,
}

impl<'a> Breaker<'a> {
    fn new(atoms: &'a [Atom], measure: Measure, align: Align) -> Self {
        let mut width = Vec::with_capacity(atoms.len() + 1);
        let mut space = Vec::with_capacity(atoms.len() + 1);
        width.push(0);
        space.push(0);
        for (n, atom) in atoms.iter().enumerate() {
            let own = atom.width.scaled();
            let blank = matches!(atom.kind, AtomKind::Space { .. });
            width.push(width[n] + own);
            space.push(space[n] + if blank { own } else { 0 });
        }
        let (measure, first) = (measure.width.scaled().max(1), measure.first.scaled());
        let tail = hanging(atoms).map(|atom| atom.width.scaled()).sum();
        Self { atoms, measure, first, align, width, space, tail }
    }

    fn solve(&self) -> Solved {
        let end = self.atoms.len();
        // For each place where a line may end: the best sum of costs, and where the line
        // that ends there begins.
        let mut best: Vec<Option<(i64, usize)>> = vec![None; end + 1];
        let mut starts = Vec::with_capacity(end + 1);
        starts.push((0, 0));
        for at in 0..=end {
            let Some(own) = self.cost_of_end(at) else { continue };
            let mut cheapest: Option<(i64, usize)> = None;
            for &(start, sum) in starts.iter().rev() {
                let Some(cost) = self.cost(start, at) else { break };
                let cost = sum + cost + own;
                if cheapest.is_none_or(|(least, _)| cost < least) {
                    cheapest = Some((cost, start));
                }
            }
            // Nothing fits: the shortest line there is, overfull.
            let &(last, sum) = starts.last().expect("a line can start at the first atom");
            let (cost, start) = cheapest.unwrap_or((sum + OVERFULL, last));
            best[at] = Some((cost, start));
            if self.is_break(at) {
                starts.clear();
            }
            if at < end {
                starts.push((at + 1, cost));
            }
        }
        let mut at = vec![end];
        while let Some((_, start)) =
            best[at[at.len() - 1]].filter(|&(_, start)| start > 0)
        {
            at.push(start - 1);
        }
        at.reverse();
        let cost = best[end].map_or(0, |(cost, _)| cost);
        Solved { at, cost }
    }

    /// How many lines each of the parts has that end, in order, at `ends`; nothing from where a
    /// word fits no line.
    fn counts(&self, ends: impl Iterator<Item = usize>) -> Vec<Option<usize>> {
        let mut starts = vec![(0, 0, 0)];
        let mut at = 0;
        let count = |end: usize| {
            while at < end {
                if let Some(own) = self.cost_of_end(at) {
                    let found = self.cheapest(&starts, |start| self.cost(start, at));
                    let (sum, lines) = found?;
                    if self.is_break(at) {
                        starts.clear();
                    }
                    starts.push((at + 1, sum + own, lines + 1));
                }
                at += 1;
            }
            let tail = hanging(&self.atoms[..end]).map(|atom| atom.width.scaled()).sum();
            let found =
                self.cheapest(&starts, |start| self.cost_of_line(start, end, Some(tail)));
            Some(found?.1 + 1)
        };
        ends.map(count).collect()
    }

    /// The least cost up to a place, and the lines before, of lines that begin at `starts`.
    fn cheapest(
        &self,
        starts: &[(usize, i64, usize)],
        cost: impl Fn(usize) -> Option<i64>,
    ) -> Option<(i64, usize)> {
        let mut cheapest: Option<(i64, usize)> = None;
        for &(start, sum, lines) in starts.iter().rev() {
            let Some(cost) = cost(start) else { break };
            if cheapest.is_none_or(|(least, _)| sum + cost < least) {
                cheapest = Some((sum + cost, lines));
            }
        }
        cheapest
    }

    fn is_break(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.kind == AtomKind::Break)
    }

    /// What the place itself costs; none where no line may end.
    fn cost_of_end(&self, at: usize) -> Option<i64> {
        let Some(atom) = self.atoms.get(at) else { return Some(0) };
        match atom.kind {
            AtomKind::Box | AtomKind::Space { cost: FORBIDDEN } => None,
            // A word is divided where no line holds it, never for the looks of one.
            AtomKind::Penalty { hyphen: Some(_), .. } if self.align.is_balanced() => {
                Some(DIVIDED)
            }
            AtomKind::Space { cost } | AtomKind::Penalty { cost, .. } => Some(cost),
            AtomKind::Break => Some(0),
        }
    }

    /// What a line from `start` up to `at` costs; none if it is too wide.
    fn cost(&self, start: usize, at: usize) -> Option<i64> {
        let end = at == self.atoms.len();
        self.cost_of_line(start, at, end.then_some(self.tail))
    }

    /// The same, where `tail` is how wide the spaces are that a last line ends with.
    fn cost_of_line(&self, start: usize, at: usize, tail: Option<i64>) -> Option<i64> {
        let hyphen = match self.atoms.get(at).map(|atom| atom.kind) {
            Some(AtomKind::Penalty { hyphen: Some(hyphen), .. }) if tail.is_none() => {
                hyphen.width.scaled()
            }
            _ => 0,
        };
        let end = tail.is_some();
        let tail = tail.unwrap_or(0);
        let width = self.width[at] - self.width[start] - tail + hyphen;
        let indent = if start == 0 { self.first } else { 0 };
        let left = self.measure - width - indent;
        let last = end || self.is_break(at);
        let spaces = self.space[at] - self.space[start];
        if self.align == Align::Justify {
            return justified(left, spaces, last).map(|cost| cost + LINE);
        }
        if left < 0 {
            return None;
        }
        let left = left * 1000 / self.measure;
        let cost = match (last, self.align) {
            (true, Align::Start | Align::End) => {
                let runt = start > 0 && spaces == 0 && 1000 - left < RUNT_BELOW;
                if runt { RUNT } else { 0 }
            }
            _ => left * left / 1100,
        };
        Some(LINE + cost)
    }
}

/// What it costs to fill a line by its spaces: 100 when they are stretched by half or
/// shrunk by a third, eight times that for twice as much; never shrunk by more than that
/// third.
fn justified(left: i64, spaces: i64, last: bool) -> Option<i64> {
    if left < 0 {
        let shrink = spaces / 3;
        return (-left <= shrink).then(|| cubed(-left, shrink));
    }
    if last { Some(0) } else { Some(cubed(left, (spaces / 2).max(1))) }
}

fn cubed(change: i64, unit: i64) -> i64 {
    let ratio = (change * 100 / unit.max(1)).min(3_000);
    ratio * ratio * ratio / 10_000
}

/// The spaces that atoms end with.
fn hanging(atoms: &[Atom]) -> impl Iterator<Item = &Atom> {
    atoms.iter().rev().take_while(|atom| matches!(atom.kind, AtomKind::Space { .. }))
}

fn lines(atoms: &[Atom], ends: &[usize], measure: Measure, align: Align) -> Vec<Line> {
    let mut start = 0;
    let mut glyph = atoms.first().map_or(0, |atom| atom.glyphs.start);
    let lines = ends.iter().map(|&end| {
        let inside = &atoms[start..end];
        let room = measure.width - if start == 0 { measure.first } else { Em::ZERO };
        let last = end == atoms.len() || atoms[end].kind == AtomKind::Break;
        start = end + 1;
        let shown = inside.iter().filter(|atom| !atom.glyphs.is_empty());
        let from = shown.clone().next().map_or(glyph, |atom| atom.glyphs.start);
        let to = shown.clone().next_back().map_or(from, |atom| atom.glyphs.end);
        // The space that the line ends at stays, hanging: without it a screen reader, and
        // whoever copies the text, would take two words for one.
        let (hyphen, to) = match atoms.get(end) {
            Some(Atom { kind: AtomKind::Penalty { hyphen, .. }, .. }) => (*hyphen, to),
            Some(Atom { kind: AtomKind::Space { .. }, glyphs, .. }) => (None, glyphs.end),
            _ => (None, to),
        };
        glyph = to;
        let width: Em = shown.clone().map(|atom| atom.width).sum();
        let tail: Em = hanging(inside).map(|atom| atom.width).sum();
        let width = width - tail + hyphen.map_or(Em::ZERO, |hyphen| hyphen.width);
        let spaces = shown
            .filter(|atom| matches!(atom.kind, AtomKind::Space { .. }))
            .count() as i64;
        let left = (room - width).scaled();
        let fill = align == Align::Justify && spaces > 0 && (!last || left < 0);
        let extra =
            if fill { Em::from_scaled(left.div_euclid(spaces)) } else { Em::ZERO };
        Line { glyphs: from..to, hyphen, width, extra }
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::FontSet;
    use crate::text::{Format, Shaper, Span};

    fn shaped(fonts: &FontSet, text: &str) -> Shaped {
        let spans = [Span { text: text.to_owned(), format: Format::default() }];
        Shaper::new(fonts, "en").shape(&spans)
    }

    fn words(shaped: &Shaped, line: &Line) -> String {
        let byte = |glyph: usize| {
            shaped
                .glyphs
                .get(glyph)
                .map_or(shaped.text.len(), |glyph| glyph.cluster as usize)
        };
        shaped.text[byte(line.glyphs.start)..byte(line.glyphs.end)].trim_end().to_owned()
    }

    const TEXT: &str = "Agree on the outcome before the tool, and write down which decision \
                        the figures are for and who will take it.";

    #[test]
    fn every_word_is_on_a_line_and_no_line_is_too_wide() {
        let fonts = FontSet::bundled_only();
        let shaped = shaped(&fonts, TEXT);
        for tenths in 15..300 {
            let measure = Em::thousandths(tenths * 100);
            for align in [Align::Start, Align::Justify, Align::Balanced] {
                let lines = break_lines(&shaped, measure, align);
                let joined: String =
                    lines.iter().map(|line| words(&shaped, line)).collect();
                assert_eq!(joined.replace(' ', ""), TEXT.replace(' ', ""));
                for line in &lines {
                    let spaces = words(&shaped, line).matches(' ').count() as i64;
                    let width =
                        line.width + Em::from_scaled(line.extra.scaled() * spaces);
                    assert!(width <= measure, "{width:?} in {measure:?}, {align:?}");
                }
            }
        }
    }

    #[test]
    fn lines_are_counted_as_they_are_broken() {
        let fonts = FontSet::bundled_only();
        let text = format!("{TEXT} {}, {TEXT}", "x".repeat(40));
        let shaped = shaped(&fonts, &text);
        let behind_space =
            |at: &usize| matches!(shaped.atoms[*at - 1].kind, AtomKind::Space { .. });
        for tenths in (60..400).step_by(17) {
            let width = Em::thousandths(tenths * 100);
            let measure = Measure { width, first: Em::ONE };
            for start in [0, 7] {
                let all = start + 1..shaped.atoms.len();
                let mut ends: Vec<usize> = all.filter(behind_space).collect();
                ends.push(shaped.atoms.len());
                let counted =
                    count_lines(&shaped, start, &ends, (measure, Align::Start), 1000);
                let broken = ends.iter().map(|end| {
                    break_part(&shaped, start..*end, measure, Align::Start).len()
                });
                assert_eq!(counted, broken.collect::<Vec<_>>(), "{tenths}");
            }
        }
    }

    #[test]
    fn justified_lines_are_as_wide_as_the_measure() {
        let fonts = FontSet::bundled_only();
        let shaped = shaped(&fonts, TEXT);
        let measure = Em::thousandths(18_000);
        let lines = break_lines(&shaped, measure, Align::Justify);
        let (_, full) = lines.split_last().expect("there are lines");
        for line in full {
            let spaces = words(&shaped, line).matches(' ').count() as i64;
            let width = line.width.scaled() + line.extra.scaled() * spaces;
            assert!((width - measure.scaled()).abs() <= spaces);
        }
    }

    #[test]
    fn the_whole_paragraph_is_looked_at() {
        // First-fit fills the first line with “aaaa bb” and leaves “cc” alone on the
        // second; the even way costs less.
        let fonts = FontSet::bundled_only();
        let shaped = shaped(&fonts, "aaaa bb cc ddddddd");
        let measure = shaped.widest_word() + Em::thousandths(300);
        let lines = break_lines(&shaped, measure, Align::Start);
        let lines: Vec<_> = lines.iter().map(|line| words(&shaped, line)).collect();
        assert_eq!(lines, ["aaaa", "bb cc", "ddddddd"]);
    }

    #[test]
    fn a_word_wider_than_the_measure_is_cut_and_nothing_lost() {
        let fonts = FontSet::bundled_only();
        let shaped = shaped(&fonts, "PNEUMONOULTRAMICROSCOPICSILICOVOLCANOCONIOSIS");
        let lines = break_lines(&shaped, Em::thousandths(4_000), Align::Start);
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.width <= Em::thousandths(4_000)));
    }
}
