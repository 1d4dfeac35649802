//! What finished pages say: the text of their frames, gathered by the node that it is of.

use crate::frame::{Frame, FrameItem, NodeKind, Page, Structure, Tag, TextRun};

use super::asked::PICTURE;

/// The text of pages, a line for each node of the structure that has some.
pub(super) fn text_of(structure: &Structure, pages: &[&[Page]]) -> String {
    let owners = owners(structure);
    let mut pieces: Vec<(u32, &str)> = Vec::new();
    for page in pages.iter().copied().flatten() {
        gather(&page.frame, &owners, &mut pieces);
    }
    // Lines of cells stand side by side: each node's own stay in their order.
    pieces.sort_by_key(|(node, _)| *node);
    let mut text = String::new();
    for node in pieces.chunk_by(|(one, _), (next, _)| one == next) {
        text.push('\n');
        text.extend(node.iter().map(|(_, words)| *words));
    }
    text
}

/// The node that the text of each node belongs to: a link or a formula is part of the
/// paragraph or the cell that it stands in. None for what only points, as numbers do.
fn owners(structure: &Structure) -> Vec<Option<u32>> {
    let mut owners: Vec<Option<u32>> = Vec::with_capacity(structure.nodes().len());
    for (n, node) in (0..).zip(structure.nodes()) {
        let above = node.parent.map(|Tag(parent)| owners.get(parent as usize).copied());
        owners.push(match node.kind {
            NodeKind::Label | NodeKind::Reference => None,
            NodeKind::Link | NodeKind::Formula => above.flatten().unwrap_or(Some(n)),
            _ => Some(n),
        });
    }
    owners
}

fn gather<'a>(
    frame: &'a Frame,
    owners: &[Option<u32>],
    pieces: &mut Vec<(u32, &'a str)>,
) {
    for (_, item) in &frame.items {
        let (tag, words) = match item {
            FrameItem::Text(run) => (run.tag, drawn(run)),
            FrameItem::Image { tag, .. } => (*tag, PICTURE),
            FrameItem::Group { frame, .. } => {
                gather(frame, owners, pieces);
                continue;
            }
            FrameItem::Rect { .. }
            | FrameItem::Line { .. }
            | FrameItem::Link { .. }
            | FrameItem::Anchor(_) => continue,
        };
        let owner = tag.and_then(|Tag(tag)| owners.get(tag as usize).copied().flatten());
        pieces.extend(owner.map(|owner| (owner, words)));
    }
}

/// The words of a run that its glyphs stand for.
fn drawn(run: &TextRun) -> &str {
    let first = run.glyphs.iter().map(|glyph| glyph.cluster as usize).min();
    first.and_then(|first| run.text.get(first..)).unwrap_or_default()
}
