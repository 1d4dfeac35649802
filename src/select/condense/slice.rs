//! Cutting a run of inlines by ranges of its plain text.

use std::ops::Range;

use super::ranges::touching;
use super::shorten::capitalised;
use crate::document::{Inline, InlineKind, plain_text};

/// The parts of a run that stay.
#[derive(Debug, Default)]
pub(super) struct Slices {
    /// Bytes of the run's plain text, in order, apart from one another.
    pub kept: Vec<Range<usize>>,
    /// Where a sentence has lost its beginning, and gets a capital.
    pub capitals: Vec<usize>,
}

impl Slices {
    /// `inlines` without what does not stay. Stress and links stay around what is left of
    /// theirs; code, formulas and pictures stay as a whole.
    pub(super) fn of(&self, inlines: &[Inline]) -> Vec<Inline> {
        self.run(inlines, &mut 0)
    }

    fn run(&self, inlines: &[Inline], at: &mut usize) -> Vec<Inline> {
        inlines.iter().filter_map(|inline| self.inline(inline, at)).collect()
    }

    fn inline(&self, inline: &Inline, at: &mut usize) -> Option<Inline> {
        let start = *at;
        let kind = match &inline.kind {
            InlineKind::Text(text) => {
                *at += text.len();
                Some(InlineKind::Text(self.text(text, start)))
                    .filter(|kind| *kind != InlineKind::Text(String::new()))
            }
            InlineKind::Emphasis(content) => {
                self.inner(content, at).map(InlineKind::Emphasis)
            }
            InlineKind::Strong(content) => {
                self.inner(content, at).map(InlineKind::Strong)
            }
            InlineKind::Strikethrough(content) => {
                self.inner(content, at).map(InlineKind::Strikethrough)
            }
            InlineKind::Superscript(content) => {
                self.inner(content, at).map(InlineKind::Superscript)
            }
            InlineKind::Subscript(content) => {
                self.inner(content, at).map(InlineKind::Subscript)
            }
            InlineKind::Link { target, content } => self
                .inner(content, at)
                .map(|content| InlineKind::Link { target: target.clone(), content }),
            InlineKind::Cloze { content, hint, group } => {
                let (hint, group) = (hint.clone(), *group);
                self.inner(content, at).map(|content| InlineKind::Cloze {
                    content,
                    hint,
                    group,
                })
            }
            kind @ (InlineKind::Code(_)
            | InlineKind::Image { .. }
            | InlineKind::FootnoteReference(_)
            | InlineKind::Math { .. }
            | InlineKind::LineBreak) => {
                let text = plain_text(std::slice::from_ref(inline));
                *at += text.len();
                // The space at its end may be kept for what comes next.
                self.keeps(trim(&text, start)).then(|| kind.clone())
            }
        };
        kind.map(|kind| Inline { kind, span: inline.span })
    }

    fn inner(&self, content: &[Inline], at: &mut usize) -> Option<Vec<Inline>> {
        let inner = self.run(content, at);
        (!inner.is_empty()).then_some(inner)
    }

    /// What has no width belongs to what stands before it.
    fn keeps(&self, range: Range<usize>) -> bool {
        let before = match range.start {
            start if !range.is_empty() => start..range.end,
            0 => 0..1,
            start => start - 1..start,
        };
        !touching(&self.kept, &before).is_empty()
    }

    fn text(&self, text: &str, start: usize) -> String {
        let mut out = String::new();
        for kept in touching(&self.kept, &(start..start + text.len())) {
            let from = kept.start.max(start);
            let to = kept.end.min(start + text.len());
            let piece = &text[from - start..to - start];
            if self.capitals.binary_search(&from).is_ok() {
                out.push_str(&capitalised(piece));
            } else {
                out.push_str(piece);
            }
        }
        out
    }
}

/// Where a text that begins at `start` stands without the white space around it.
fn trim(text: &str, start: usize) -> Range<usize> {
    let first = text.len() - text.trim_start().len();
    let words = text.trim().len();
    if words == 0 {
        start..start + text.len()
    } else {
        start + first..start + first + words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structure_stays_around_what_is_left() {
        let inline = |kind| Inline { kind, span: <_>::default() };
        let run = [
            Inline::text("One "),
            inline(InlineKind::Strong(vec![Inline::text("two. three")])),
            inline(InlineKind::FootnoteReference("a".into())),
            Inline::text(" four."),
        ];
        let first = Slices { kept: std::iter::once(0..8).collect(), capitals: vec![] };
        let strong = |text: &str| inline(InlineKind::Strong(vec![Inline::text(text)]));
        assert_eq!(first.of(&run), [Inline::text("One "), strong("two.")]);
        let second = Slices { kept: std::iter::once(9..20).collect(), capitals: vec![9] };
        assert_eq!(second.of(&run), [strong("Three"), run[2].clone(), run[3].clone()]);
    }
}
