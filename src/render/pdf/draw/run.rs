//! A run of text as operators: glyphs in strings, and between them the moves that bring
//! each to its place.
//!
//! A viewer moves on by the widths that the font dictionary gives, whole thousandths of
//! the em. The run's own advances are finer. A move is written where the difference of
//! the two sums exceeds a thousandth, so that no glyph is further off than that.

use std::ops::Range;

use super::pen::{Pen, TextFont};
use crate::frame::{Glyph, TextRun};
use crate::render::pdf::clusters::{clusters, is_backward, same};
use crate::render::pdf::fonts::{Code, Subset};
use crate::render::pdf::syntax::milli;
use crate::units::{Em, Point};

/// Writes a run at a point of the page's coordinates, y upwards.
pub(super) fn run(
    pen: &mut Pen,
    at: Point,
    run: &TextRun,
    subset: &Subset<'_>,
    role: &str,
) {
    if run.glyphs.is_empty() {
        return;
    }
    let setter = Setter { at, run, subset, backward: is_backward(run) };
    let Some(mut stretches) = spoken_stretches(run, &subset.codes) else {
        pen.mark(run.tag, role);
        setter.glyphs(pen, 0..run.glyphs.len());
        return;
    };
    if setter.backward {
        stretches.reverse();
    }
    for Stretch { glyphs, speech } in stretches {
        let write = |pen: &mut Pen| setter.glyphs(pen, glyphs);
        match speech {
            Speech::Glyphs => {
                pen.mark(run.tag, role);
                write(pen);
            }
            Speech::Own(said) => {
                pen.spoken(run.tag, run.text.get(said).unwrap_or_default(), write);
            }
            Speech::Given(said) => match &run.said[said].words {
                Some(words) => pen.spoken(run.tag, words, write),
                None => pen.spoken_before(run.tag, write),
            },
        }
    }
}

/// Glyphs side by side in a run, and what says their words.
#[derive(Debug)]
struct Stretch {
    glyphs: Range<usize>,
    speech: Speech,
}

/// What says the words of a stretch.
#[derive(Debug, PartialEq, Eq)]
enum Speech {
    /// Its glyphs.
    Glyphs,
    /// This part of the run's text, since its glyphs do not.
    Own(Range<usize>),
    /// What the run gives for it, by place in [`TextRun::said`].
    Given(usize),
}

impl Speech {
    /// Both as one, if they can be.
    fn with(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Glyphs, Self::Glyphs) => Some(Self::Glyphs),
            (Self::Own(a), Self::Own(b)) => Some(Self::Own(joined(a, b))),
            (Self::Given(a), Self::Given(b)) if a == b => Some(Self::Given(*a)),
            _ => None,
        }
    }
}

/// The stretches of a run; none if its glyphs say everything.
fn spoken_stretches(run: &TextRun, codes: &[Code<'_>]) -> Option<Vec<Stretch>> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for cluster in clusters(run) {
        let given = run.said.iter().position(|s| s.bytes.contains(&cluster.range.start));
        let is_said_by_glyphs = || {
            cluster.paired().is_some_and(|mut pairs| {
                pairs.all(|(glyph, text)| {
                    let says = codes[usize::from(run.glyphs[glyph].id)].text;
                    same(says, text) && !text.contains(is_private)
                })
            })
        };
        let speech = match given {
            Some(said) => Speech::Given(said),
            None if is_said_by_glyphs() => Speech::Glyphs,
            None => Speech::Own(cluster.range),
        };
        let last = stretches.last_mut();
        let both = last.as_ref().and_then(|last| last.speech.with(&speech));
        if let (Some(last), Some(both)) = (last, both) {
            last.glyphs.end = cluster.glyphs.end;
            last.speech = both;
        } else {
            stretches.push(Stretch { glyphs: cluster.glyphs, speech });
        }
    }
    let speaks = |stretch: &Stretch| stretch.speech != Speech::Glyphs;
    stretches.iter().any(speaks).then_some(stretches)
}

/// Characters that mean nothing by themselves (ISO 19005-2, 6.2.11.7.3).
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Two neighbouring ranges of a text as one, whichever comes first.
fn joined(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// Sets glyphs of a run.
struct Setter<'a> {
    at: Point,
    run: &'a TextRun,
    subset: &'a Subset<'a>,
    /// Whether the first glyph in reading order stands rightmost.
    backward: bool,
}

impl Setter<'_> {
    /// Shows some of the glyphs, which begin at their own place on the line.
    ///
    /// Those that run from right to left are shown in reading order, each by a move back (ISO
    /// 32000-1, 14.8.2.3.3): then what copies, searches or speaks the text needs to know
    /// nothing of directions.
    fn glyphs(&self, pen: &mut Pen, range: Range<usize>) {
        let run = self.run;
        let before = width(&run.glyphs[..range.start]);
        let glyphs = &run.glyphs[range];
        if self.backward {
            let all = width(glyphs);
            let mut x = all;
            let placed: Vec<_> = glyphs
                .iter()
                .rev()
                .map(|glyph| {
                    x = x - glyph.advance;
                    (x, *glyph)
                })
                .collect();
            return self.placed(pen, before, &placed);
        }
        let mut x = Em::ZERO;
        let placed = glyphs.iter().map(|glyph| {
            let at = x;
            x += glyph.advance;
            (at, *glyph)
        });
        self.placed(pen, before, &placed.collect::<Vec<_>>());
    }

    /// Shows glyphs, each `before` and its own place further right than the run begins.
    fn placed(&self, pen: &mut Pen, before: Em, glyphs: &[(Em, Glyph)]) {
        let run = self.run;
        let font = TextFont {
            face: run.face,
            resource: &self.subset.resource,
            size: run.size,
            color: run.color,
        };
        let first = glyphs.first().map_or(Em::ZERO, |(x, _)| *x);
        let start = self.at.x + (before + first).at(run.size);
        pen.begin_text(Point::new(start, self.at.y), font);
        let mut moves = Moves::default();
        for level in glyphs.chunk_by(|(_, a), (_, b)| a.dy == b.dy) {
            pen.rise(milli(level[0].1.dy.at(run.size)));
            pen.show(|show| {
                for (x, glyph) in level {
                    let code = self.subset.codes[usize::from(glyph.id)];
                    let skip = moves.to(*x - first + glyph.dx);
                    if skip != 0 {
                        show.skip(skip);
                    }
                    show.glyph(code.number);
                    moves.shown(code.width);
                }
            });
        }
    }
}

fn width(glyphs: &[Glyph]) -> Em {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// Where a viewer is, in thousandths of the em from where the text begins.
#[derive(Debug, Default)]
struct Moves {
    viewer: i64,
}

impl Moves {
    /// How far to move before a glyph that stands at `place`.
    fn to(&mut self, place: Em) -> i64 {
        let wanted = (place.scaled() * 1000 + 32_768) >> 16;
        let skip = wanted - self.viewer;
        if skip.abs() <= 1 {
            return 0;
        }
        self.viewer = wanted;
        skip
    }

    fn shown(&mut self, width: u16) {
        self.viewer += i64::from(width);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_a_thousandth_waits_until_it_is_two() {
        let mut moves = Moves::default();
        let skips: Vec<_> = (0..6)
            .map(|n| {
                let skip =
                    moves.to(Em::from_scaled(Em::from_units(1001, 2000).scaled() * n));
                moves.shown(500);
                skip
            })
            .collect();
        assert_eq!(skips, [0, 0, 0, 2, 0, 0]);
    }
}
