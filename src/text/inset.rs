//! What stands in a line of text and is a thing of its own: the parts of a formula.
//!
//! A part is one glyph to all that breaks, measures and orders lines. A line may end between two
//! of them, where the formula says so, as it may at a space.

use std::ops::Range;
use std::sync::Arc;

use super::formula::{AFTER_RELATION, SetFormula};
use super::itemise::Stretch;
use super::shaped::{Inset, Run, Shaped};
use super::{Format, Span};
use crate::font::FontSet;
use crate::frame::Glyph;
use crate::units::Em;

/// How many forms a text may have, each narrower than the one before.
pub(crate) const MOST_FORMS: u8 = 3;

/// Between what two parts say.
const BETWEEN: &str = " ";
/// What a part says that has nothing to say; it must not be without any byte.
const NOTHING: &str = "\u{2060}";

/// A formula as the text that it says, in a format that refers to it by `number`.
pub(super) fn span(formula: &SetFormula, number: u32, format: Format) -> Span {
    let parts: Vec<&str> = formula.parts.iter().map(|part| said(&part.text)).collect();
    Span { text: parts.join(BETWEEN), format: Format { formula: Some(number), ..format } }
}

fn said(text: &str) -> &str {
    if text.is_empty() { NOTHING } else { text }
}

/// Adds the glyphs and runs of a formula to a text.
pub(super) fn push(
    formula: &SetFormula,
    stretch: &Stretch,
    fonts: &FontSet,
    out: &mut Shaped,
) {
    let space = fonts.face(stretch.face).glyph(' ').unwrap_or(0);
    let mut at = stretch.bytes.start;
    let mut push = |id: u16, advance: Em, length: usize, inset: Inset| {
        let glyph = out.glyphs.len();
        let (dx, dy) = (Em::ZERO, Em::ZERO);
        out.glyphs.push(Glyph { id, advance, dx, dy, cluster: at as u32 });
        out.runs.push(Run {
            glyphs: glyph..glyph + 1,
            bytes: at..at + length,
            face: stretch.face,
            format: stretch.format,
            level: stretch.level,
            inset: Some(inset),
        });
        at += length;
    };
    let last = formula.parts.len().saturating_sub(1);
    for (n, part) in formula.parts.iter().enumerate() {
        let drawn = Inset::Part(Arc::new(part.drawn.clone()));
        push(0, part.drawn.width, said(&part.text).len(), drawn);
        if n < last {
            let gap = Inset::Gap(part.break_cost.unwrap_or(super::FORBIDDEN));
            push(space, part.gap, BETWEEN.len(), gap);
        }
    }
}

impl Shaped {
    /// How far the formulas among some glyphs reach above the baseline, and how far below.
    pub fn reach(&self, glyphs: &Range<usize>) -> (Em, Em) {
        let first = self.runs.partition_point(|run| run.glyphs.end <= glyphs.start);
        let runs = self.runs[first..].iter();
        let inside = runs.take_while(|run| run.glyphs.start < glyphs.end);
        let (mut above, mut below) = (Em::ZERO, Em::ZERO);
        for (run, part) in inside.filter_map(|run| Some((run, run.part()?))) {
            let Format { scale, rise, .. } = run.format;
            above = above.max(part.above.times(scale) + rise);
            below = below.max(part.below.times(scale) - rise);
        }
        (above, below)
    }

    /// The width of the widest part of a formula.
    fn widest_part(&self) -> Em {
        let width = |run: &Run| run.part().map(|part| part.width.times(run.format.scale));
        self.runs.iter().filter_map(width).max().unwrap_or(Em::ZERO)
    }

    /// The width of a formula that the text begins with, up to where it goes on behind its first
    /// relation.
    pub fn through_relation(&self) -> Option<Em> {
        let mut width = Em::ZERO;
        for run in self.runs.iter().take_while(|run| run.inset.is_some()) {
            let advances = self.glyphs[run.glyphs.clone()].iter().map(|g| g.advance);
            width += advances.sum::<Em>().times(run.format.scale);
            if let Some(Inset::Gap(cost)) = run.inset
                && cost <= AFTER_RELATION
            {
                return Some(width);
            }
        }
        None
    }

    /// The text in the form that has room in lines so wide: formulas that are wider than a line
    /// are set smaller, and then as words.
    pub fn in_room(&self, width: Em) -> &Self {
        let mut form = self;
        while let Some(narrower) = &form.narrower
            && form.widest_part() > width
        {
            form = narrower;
        }
        form
    }

    /// The text in the form of this number, as lines have it.
    pub fn in_form(&self, number: u8) -> &Self {
        let mut form = self;
        while form.form < number
            && let Some(narrower) = &form.narrower
        {
            form = narrower;
        }
        form
    }

    /// The same text with a form for lines that it has no room in. There are at most
    /// [`MOST_FORMS`].
    #[must_use]
    pub fn or_narrower(mut self, narrower: Self) -> Self {
        self.narrower = Some(Arc::new(narrower.numbered_from(self.form + 1)));
        self
    }

    fn numbered_from(mut self, form: u8) -> Self {
        self.form = form;
        self.narrower = self
            .narrower
            .filter(|_| form + 1 < MOST_FORMS)
            .map(|narrower| Arc::new(Self::clone(&narrower).numbered_from(form + 1)));
        self
    }

    /// The same changes to all of its forms.
    pub(super) fn in_all_forms(mut self, change: &dyn Fn(Self) -> Self) -> Self {
        let narrower = self.narrower.take();
        let mut changed = change(self);
        changed.narrower = narrower
            .map(|narrower| Arc::new(Self::clone(&narrower).in_all_forms(change)));
        changed
    }
}
