//! Run-in heads: an answer that begins on the last line of its title.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Arranger, Choice, Fragment, Instead, Joined, Source, lines_of};
use crate::layout::flow::{Body, Element};
use crate::layout::galley::SetBody;
use crate::layout::lines::{Align, Measure, break_lines};
use crate::text::Shaped;
use crate::units::Em;

impl Arranger<'_> {
    /// Runs in each title whose answer begins with a paragraph, where that wins a line. The
    /// number hangs before the first line; below it, lines are as wide as the column.
    pub(super) fn run_in_heads(
        &self,
        choice: &Choice,
        instead: &mut BTreeMap<usize, Instead>,
    ) {
        for title in 0..self.flow.elements.len() {
            let below = self.beginning(title, choice, instead);
            let Some((head, below)) = below else { continue };
            let joined = self.head_with(title, &head, below, choice, instead);
            let own = |n: usize| match instead.get(&n) {
                Some(Instead::Title(body)) => lines_of(body),
                Some(Instead::Paragraph(joined)) => lines_of(&joined.body),
                Some(Instead::Elsewhere) => 0,
                None => lines_of(&self.set[n]),
            };
            if lines_of(&joined.body) < own(title) + own(below) {
                instead.insert(title, Instead::Paragraph(joined));
                instead.insert(below, Instead::Elsewhere);
            }
        }
    }

    /// The text of a title, and the paragraph that stands right below it; nothing where it
    /// has a label, or what stands below is no plain paragraph.
    fn beginning(
        &self,
        title: usize,
        choice: &Choice,
        instead: &BTreeMap<usize, Instead>,
    ) -> Option<(Fragment<'_>, usize)> {
        let elements = &self.flow.elements;
        let Body::Title { text, label, .. } = &elements[title].body else { return None };
        if choice.gone[title] || (label.is_some() && !choice.bare[title]) {
            return None;
        }
        let stands = |n: &usize| {
            !choice.gone[*n] && !matches!(instead.get(n), Some(Instead::Elsewhere))
        };
        let below = (title + 1..elements.len()).find(stands)?;
        let plain = |one: &Element| {
            matches!(one.body, Body::Text { align: Align::Start, .. })
                && one.indent == Em::ZERO
                && one.label.is_none()
                && one.quoted.is_none()
                && one.band.is_none()
                && one.anchors.is_empty()
                && one.entry.is_some()
                && one.direction == elements[title].direction
        };
        plain(&elements[below])
            .then_some((Fragment { source: Source::Title(title), text }, below))
    }

    /// A title and the paragraph below it as one.
    fn head_with(
        &self,
        title: usize,
        head: &Fragment<'_>,
        below: usize,
        choice: &Choice,
        instead: &BTreeMap<usize, Instead>,
    ) -> Joined {
        let before = match instead.get(&below) {
            Some(Instead::Paragraph(joined)) => Some(joined),
            _ => None,
        };
        let below = match before.map(|joined| (joined.number, &*joined.body)) {
            Some((number, SetBody::RunIn { text, .. })) => {
                Fragment { source: Source::Joined(number), text }
            }
            _ => self.text(below, choice),
        };
        let mut all = self.joined.borrow_mut();
        let number = all.len();
        let joined = all.entry((title, vec![head.source, below.source]));
        let joined = joined.or_insert_with(|| {
            let element = &self.flow.elements[title];
            let gap = &self.flow.separators.after_label;
            let text = Shaped::concat(&[head.text, gap, below.text], element.direction);
            let outdent = element.indent;
            let measure = Measure { width: self.setting.measure_em(), first: outdent };
            let align = if self.setting.justify { Align::Justify } else { Align::Start };
            let lines = break_lines(&text, measure, align);
            let body = SetBody::RunIn { text, lines, labelled: true, outdent };
            Joined { number, body: Rc::new(body) }
        });
        joined.clone()
    }
}
