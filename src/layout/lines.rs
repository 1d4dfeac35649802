//! Breaks a paragraph into lines, looking at all of it at once.
//!
//! The method is Knuth and Plass's (“Breaking Paragraphs into Lines”, 1981): of all ways
//! to break, take the cheapest in sum. Flush left, a line costs what it leaves empty,
//! squared; justified, what its spaces are stretched or shrunk, cubed, and there is a limit to
//! that. Every line costs something in itself, so that a paragraph takes no more of them than
//! it must.
//!
//! All in parts of the em and whole numbers: one paragraph breaks alike on any machine.

mod breaker;
mod measure;

use std::ops::Range;

use self::breaker::{Breaker, DIVIDED, OVERFULL, hanging};
pub use self::measure::Align;
pub(crate) use self::measure::Measure;
use crate::text::{Atom, AtomKind, Hyphen, Shaped};
use crate::units::Em;

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its glyphs; the space at its end hangs out.
    pub glyphs: Range<usize>,
    /// The hyphen at its end.
    pub hyphen: Option<Hyphen>,
    /// Its width, spaces as they are, without the one at its end.
    pub width: Em,
    /// What part of its width is added to each space.
    pub extra: Em,
    /// How far its formulas reach above the baseline.
    pub above: Em,
    /// How far they reach below it.
    pub below: Em,
    /// The form of the text that it is of ([`Shaped::in_form`]).
    pub form: u8,
}

impl Line {
    /// All of a text on one line.
    pub(super) fn whole(text: &Shaped) -> Self {
        let glyphs = 0..text.glyphs.len();
        let (above, below) = text.reach(&glyphs);
        let (hyphen, extra) = (None, Em::ZERO);
        Self { glyphs, hyphen, width: text.width(), extra, above, below, form: text.form }
    }
}

/// Breaks a paragraph for lines as wide as `measure`.
///
/// Gives at least one line, and no line wider than the measure unless a single glyph is:
/// a word that fits no line is cut between characters. A paragraph that can't be justified
/// without holes is ragged as a whole.
pub fn break_lines(
    shaped: &Shaped,
    measure: impl Into<Measure>,
    align: Align,
) -> Vec<Line> {
    let measure = measure.into();
    let shaped = shaped.in_room(measure.least());
    break_part(shaped, 0..shaped.atoms.len(), measure, align)
}

/// Breaks some atoms of a paragraph for lines, as if they were all of it.
pub(super) fn break_part(
    shaped: &Shaped,
    part: Range<usize>,
    measure: impl Into<Measure>,
    align: Align,
) -> Vec<Line> {
    let (mut measure, mut align) = (measure.into(), align);
    let atoms = &shaped.atoms[part];
    let lines = |atoms: &[Atom], ends: &[usize], measure, align| {
        let mut lines = lines(atoms, ends, measure, align);
        for line in &mut lines {
            line.form = shaped.form;
            (line.above, line.below) = shaped.reach(&line.glyphs);
        }
        lines
    };
    if align == Align::Justify {
        let breaks = Breaker::new(atoms, measure, align).solve();
        if breaks.cost < OVERFULL {
            return lines(atoms, &breaks.at, measure, align);
        }
        align = Align::Start;
    }
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
        let spaces = inside.len() - hanging(inside).count();
        let spaces = inside[..spaces].iter().filter(|atom| atom.is_space());
        let spaces: i64 = spaces.map(|atom| atom.width.scaled()).sum();
        let left = (room - width).scaled();
        let fill = align == Align::Justify && spaces > 0 && (!last || left < 0);
        let extra = if fill { (left << 16).div_euclid(spaces) } else { 0 };
        let extra = Em::from_scaled(extra);
        let (above, below) = (Em::ZERO, Em::ZERO);
        Line { glyphs: from..to, hyphen, width, extra, above, below, form: 0 }
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

    /// The width of a line as it is set.
    fn full_width(shaped: &Shaped, line: &Line) -> Em {
        let shown = words(shaped, line);
        let first = shaped.glyphs[line.glyphs.clone()].first();
        let from = first.map_or(0, |glyph| glyph.cluster as usize);
        let spaces = shaped.glyphs[line.glyphs.clone()].iter().filter(|glyph| {
            shown.get(glyph.cluster as usize - from..).is_some_and(|s| s.starts_with(' '))
        });
        line.width + spaces.map(|glyph| glyph.advance.times(line.extra)).sum::<Em>()
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
                    let width = full_width(&shaped, line);
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
        let behind_space = |at: &usize| shaped.atoms[*at - 1].is_space();
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
            let off = measure - full_width(&shaped, line);
            assert!((0..=20).contains(&off.scaled()), "{off:?}");
        }
    }

    const LONG: &str = "Administrators occasionally underestimate how much a well-known \
        decision-making process costs; nevertheless, instrumentation demonstrates that \
        improvements follow whenever synchronization and initialization are kept apart, \
        and understanding the characteristics of distributed transactions is worth it.";

    #[test]
    fn no_space_of_a_justified_line_is_a_hole() {
        let fonts = FontSet::bundled_only();
        let (mut justified, mut ragged) = (0, 0);
        for text in [TEXT, LONG] {
            let shaped = shaped(&fonts, text);
            for tenths in 30..300 {
                let measure = Em::thousandths(tenths * 100);
                let lines = break_lines(&shaped, measure, Align::Justify);
                for line in &lines {
                    let stretch = line.extra.scaled() * 1000 / Em::ONE.scaled();
                    assert!((-334..=800).contains(&stretch), "{stretch} in {measure:?}");
                }
                let (last, full) = lines.split_last().expect("there are lines");
                assert_eq!(last.extra.scaled().max(0), 0);
                // One way for all lines of a paragraph.
                let filled =
                    |line: &Line| (measure - full_width(&shaped, line)).scaled() <= 20;
                let plain = |line: &Line| line.extra == Em::ZERO;
                assert!(full.iter().all(filled) || lines.iter().all(plain));
                let holds = !full.is_empty() && full.iter().all(filled);
                *if holds { &mut justified } else { &mut ragged } += 1;
            }
        }
        assert!(justified > 150 && ragged > 40, "{justified} and {ragged}");
    }

    #[test]
    fn no_three_lines_in_a_row_end_in_a_hyphen() {
        let fonts = FontSet::bundled_only();
        let shaped = shaped(&fonts, LONG);
        for tenths in 60..300 {
            for align in [Align::Start, Align::Justify] {
                let lines = break_lines(&shaped, Em::thousandths(tenths * 100), align);
                let ladder = |three: &[Line]| three.iter().all(|l| l.hyphen.is_some());
                assert!(!lines.windows(3).any(ladder), "{tenths} {align:?}");
            }
        }
    }

    #[test]
    fn a_last_line_is_no_short_word_where_that_costs_no_line() {
        let fonts = FontSet::bundled_only();
        let (mut short, mut all) = (0, 0);
        for text in [TEXT, LONG] {
            let shaped = shaped(&fonts, text);
            for tenths in 150..300 {
                let measure = Em::thousandths(tenths * 100);
                let lines = break_lines(&shaped, measure, Align::Justify);
                let justified = lines.iter().any(|line| line.extra != Em::ZERO);
                let last = lines.last().expect("there are lines").width;
                all += i32::from(justified);
                short += i32::from(justified && last.scaled() * 4 < measure.scaled());
                let lines = break_lines(&shaped, measure, Align::Start);
                let last = words(&shaped, lines.last().expect("there are lines"));
                assert!(
                    lines.len() < 3 || last.contains(' ') || last.len() > 8,
                    "{last}"
                );
            }
        }
        // The rest can not be helped: words are too long.
        assert!(short * 7 <= all, "{short} of {all} last lines are short");
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
