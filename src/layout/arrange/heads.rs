//! Run-in heads: an answer that begins on the last line of its title.

use std::collections::BTreeMap;

use super::{Arranger, Choice, Fragment, Instead, Joined, Source, lines_of};
use crate::layout::flow::{Body, Element};
use crate::layout::galley::{Outdent, SetBody};
use crate::layout::lines::{Align, Measure, break_lines};
use crate::text::Shaped;
use crate::units::Em;

impl Arranger<'_> {
    /// Runs in each title whose answer begins with a paragraph, where that wins a line. The
    /// number hangs before the first line; all others are as wide as the column.
    pub(super) fn run_in_heads(
        &self,
        choice: &Choice,
        instead: &mut BTreeMap<usize, Instead>,
    ) {
        for title in 0..self.flow.elements.len() {
            let Some(head) = self.head(title, choice) else { continue };
            let alone = self.head_with(title, &head, None);
            let below = self.beginning(title, choice, instead);
            let together = below.and_then(|below| {
                let (before, text) = match instead.get(&below) {
                    Some(Instead::Paragraph(joined)) => {
                        (&*joined.body, joined.fragment())
                    }
                    _ => (&self.set[below], Some(self.text(below, choice))),
                };
                let joined = self.head_with(title, &head, text);
                let apart = lines_of(&alone.body) + lines_of(before);
                (lines_of(&joined.body) < apart).then_some((below, joined))
            });
            if let Some((below, _)) = together {
                instead.insert(below, Instead::Elsewhere);
            }
            let joined = together.map_or(alone, |(_, joined)| joined);
            instead.insert(title, Instead::Paragraph(joined));
        }
    }

    /// A title that stands without a label.
    fn head(&self, title: usize, choice: &Choice) -> Option<Fragment<'_>> {
        let Body::Title { text, label, .. } = &self.flow.elements[title].body else {
            return None;
        };
        let bare = label.is_none() || choice.bare[title];
        (bare && !choice.gone[title])
            .then_some(Fragment { source: Source::Title(title), text })
    }

    /// The paragraph that stands right below a title; nothing where something else does.
    fn beginning(
        &self,
        title: usize,
        choice: &Choice,
        instead: &BTreeMap<usize, Instead>,
    ) -> Option<usize> {
        let elements = &self.flow.elements;
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
        plain(&elements[below]).then_some(below)
    }

    /// A title and the text below it as one paragraph.
    fn head_with(
        &self,
        title: usize,
        head: &Fragment<'_>,
        below: Option<Fragment<'_>>,
    ) -> Joined {
        let sources = std::iter::once(head).chain(&below).map(|one| one.source).collect();
        let make = || {
            let element = &self.flow.elements[title];
            let gap = &self.flow.separators.after_label;
            let parts = below.iter().flat_map(|below| [gap, below.text]);
            let parts: Vec<&Shaped> = std::iter::once(head.text).chain(parts).collect();
            let text = Shaped::concat(&parts, element.direction);
            let outdent = Outdent { first: Em::ZERO, others: element.indent };
            let first = outdent.others;
            let measure = Measure { width: self.setting.measure_em(), first };
            let justified = self.setting.justify && below.is_some();
            let align = if justified { Align::Justify } else { Align::Start };
            let lines = break_lines(&text, measure, align);
            let form = lines.first().map_or(0, |line| line.form);
            let titled = head.text.in_form(form).glyphs.len();
            let head = lines.partition_point(|line| line.glyphs.start < titled);
            SetBody::RunIn { text, lines, labelled: true, outdent, head }
        };
        self.joined.borrow_mut().get((title, true, sources), make)
    }
}

impl Joined {
    /// Its text, to be put together with others.
    fn fragment(&self) -> Option<Fragment<'_>> {
        match &*self.body {
            SetBody::RunIn { text, .. } => {
                Some(Fragment { source: Source::Joined(self.number), text })
            }
            _ => None,
        }
    }
}
