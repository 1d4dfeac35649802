//! Links and footnotes of a tree that lost some of its parts.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::visit::{self, Node, NodeMut};
use crate::document::{Address, Block, Document, Footnote, Inline, InlineKind};

/// Drops footnotes that nothing refers to, puts the others into the order of their first
/// reference, and turns links to places that are gone into their words.
pub(super) fn settle(document: &mut Document) {
    keep_referenced_footnotes(document);
    let mut places = BTreeSet::new();
    visit::document(document, &mut |node| {
        if let Node::Id(id) = node {
            places.insert(id.clone());
        }
    });
    visit::document_mut(document, &mut |node| {
        if let NodeMut::Text(run) = node {
            unlink(run, &places);
        }
    });
}

fn keep_referenced_footnotes(document: &mut Document) {
    let mut notes: BTreeMap<String, Footnote> = std::mem::take(&mut document.footnotes)
        .into_iter()
        .map(|note| (note.label.clone(), note))
        .collect();
    let mut labels = Vec::new();
    visit::document(document, &mut |node| push_label(node, &mut labels));
    // A footnote may refer to another one: the list grows while it is gone through.
    let mut next = 0;
    while let Some(label) = labels.get(next) {
        if let Some(note) = notes.remove(label) {
            visit::blocks(&note.blocks, &mut |node| push_label(node, &mut labels));
            document.footnotes.push(note);
        }
        next += 1;
    }
}

/// The labels of the footnotes that `texts` refer to, and those that these refer to.
pub(super) fn noted<'a>(
    document: &Document,
    texts: impl Iterator<Item = &'a [Block]>,
) -> BTreeSet<String> {
    let mut labels = Vec::new();
    texts.for_each(|text| visit::blocks(text, &mut |node| push_label(node, &mut labels)));
    let mut noted = BTreeSet::new();
    let mut next = 0;
    while let Some(label) = labels.get(next).cloned() {
        next += 1;
        let note = document.footnotes.iter().find(|note| note.label == label);
        let is_new = noted.insert(label);
        if let Some(note) = note.filter(|_| is_new) {
            visit::blocks(&note.blocks, &mut |node| push_label(node, &mut labels));
        }
    }
    noted
}

fn push_label(node: Node<'_>, labels: &mut Vec<String>) {
    let Node::Inline(inline) = node else { return };
    if let InlineKind::FootnoteReference(label) = &inline.kind {
        labels.push(label.clone());
    }
}

fn unlink(run: &mut Vec<Inline>, places: &BTreeSet<String>) {
    for mut inline in std::mem::take(run) {
        if let Some(content) = inline.kind.content_mut() {
            unlink(content, places);
        }
        match inline.kind {
            InlineKind::Link { target, content } if is_gone(&target, places) => {
                run.extend(content);
            }
            kind => run.push(Inline { kind, span: inline.span }),
        }
    }
}

fn is_gone(target: &str, places: &BTreeSet<String>) -> bool {
    Address::place(target).is_some_and(|id| !places.contains(id))
}
