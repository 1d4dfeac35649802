//! The lines of the source in a paragraph, and those that Markdown put into the list above
//! them for want of a blank line.

use crate::document::{Inline, InlineKind};
use crate::parse::raw::{Raw, RawItem, RawKind};

/// The inlines of a line of the source; all but the last of a paragraph end in a line end.
pub(super) type Line = Vec<Inline>;

/// `content` with its texts cut at the line ends of the source.
pub(super) fn lines(content: &[Inline]) -> Vec<Inline> {
    let mut cut = Vec::with_capacity(content.len());
    for inline in content {
        let InlineKind::Text(text) = &inline.kind else {
            cut.push(inline.clone());
            continue;
        };
        let lines = text.split_inclusive('\n');
        cut.extend(lines.map(|line| Inline {
            kind: InlineKind::Text(line.to_owned()),
            span: inline.span,
        }));
    }
    cut
}

/// Whether the line ends after `inline`.
pub(super) fn ends_line(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.ends_with('\n'),
        kind => *kind == InlineKind::LineBreak,
    }
}

/// The inlines of each line of the source.
pub(super) fn grouped(content: &[Inline]) -> Vec<Line> {
    let mut grouped: Vec<Line> = Vec::new();
    let mut current: Line = Vec::new();
    for inline in lines(content) {
        let ends = ends_line(&inline);
        current.push(inline);
        if ends {
            grouped.push(std::mem::take(&mut current));
        }
    }
    if !current.is_empty() {
        grouped.push(current);
    }
    grouped
}

/// The paragraph that a list ends in: of its last item, or of a list that this one ends in.
pub(super) fn last_paragraph(block: &Raw) -> Option<(&RawItem, &[Inline])> {
    let RawKind::List { items, .. } = &block.kind else { return None };
    let item = items.last()?;
    let last = item.blocks.last()?;
    match &last.kind {
        RawKind::Paragraph(content) => Some((item, content)),
        _ => last_paragraph(last),
    }
}

/// Takes the lines from the one at `at` on off the paragraph that a list ends in.
pub(super) fn take_lines(block: &mut Raw, at: usize) -> Vec<Inline> {
    let RawKind::List { items, .. } = &mut block.kind else { return Vec::new() };
    let Some(last) = items.last_mut().and_then(|item| item.blocks.last_mut()) else {
        return Vec::new();
    };
    let RawKind::Paragraph(content) = &mut last.kind else {
        return take_lines(last, at);
    };
    let mut kept = grouped(content);
    let taken = kept.split_off(at.min(kept.len()));
    *content = crate::parse::assemble::trim(kept.into_iter().flatten().collect());
    taken.into_iter().flatten().collect()
}
