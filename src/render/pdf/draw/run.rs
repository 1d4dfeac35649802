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
    for Stretch { glyphs, said } in stretches {
        if let Some(said) = said.and_then(|said| run.text.get(said)) {
            pen.spoken(run.tag, said, |pen| setter.glyphs(pen, glyphs));
        } else {
            pen.mark(run.tag, role);
            setter.glyphs(pen, glyphs);
        }
    }
}

/// Glyphs side by side in a run, and what they say if they do not say it by themselves.
#[derive(Debug)]
struct Stretch {
    glyphs: Range<usize>,
    /// Where it stands in the run's text.
    said: Option<Range<usize>>,
}

/// The stretches of a run; none if its glyphs say everything.
fn spoken_stretches(run: &TextRun, codes: &[Code<'_>]) -> Option<Vec<Stretch>> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for cluster in clusters(run) {
        let is_said_by_glyphs = cluster.paired().is_some_and(|mut pairs| {
            pairs.all(|(glyph, text)| {
                let says = codes[usize::from(run.glyphs[glyph].id)].text;
                same(says, text) && !text.contains(is_private)
            })
        });
        let said = (!is_said_by_glyphs).then_some(cluster.range);
        match stretches.last_mut() {
            Some(last) if last.said.is_some() == said.is_some() => {
                last.glyphs.end = cluster.glyphs.end;
                last.said = last
                    .said
                    .take()
                    .zip(said)
                    .map(|(before, said)| joined(&before, &said));
            }
            _ => stretches.push(Stretch { glyphs: cluster.glyphs, said }),
        }
    }
    stretches.iter().any(|stretch| stretch.said.is_some()).then_some(stretches)
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
