//! Links and footnotes of a tree that lost some of its parts.

use std::collections::{BTreeMap, BTreeSet};

use super::visit::{self, Part};
use crate::document::{Document, Footnote, Inline, InlineKind};

/// Drops footnotes that nothing refers to, puts the others into the order of their first
/// reference, and turns links to places that are gone into their words.
pub(super) fn settle(document: &mut Document) {
    keep_referenced_footnotes(document);
    let mut places = BTreeSet::new();
    visit::document(document, &mut |part| {
        if let Part::Id(id) = part {
            places.insert(id.clone());
        }
    });
    visit::document(document, &mut |part| {
        if let Part::Text(run) = part {
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
    visit::document(document, &mut |part| push_labels(part, &mut labels));
    // A footnote may refer to another one: the list grows while it is gone through.
    let mut next = 0;
    while let Some(label) = labels.get(next) {
        if let Some(mut note) = notes.remove(label) {
            visit::blocks(&mut note.blocks, &mut |part| push_labels(part, &mut labels));
            document.footnotes.push(note);
        }
        next += 1;
    }
}

fn push_labels(part: Part, labels: &mut Vec<String>) {
    let Part::Text(run) = part else { return };
    visit::inlines(run, &mut |inline| {
        if let InlineKind::FootnoteReference(label) = &inline.kind {
            labels.push(label.clone());
        }
    });
}

fn unlink(run: &mut Vec<Inline>, places: &BTreeSet<String>) {
    for mut inline in std::mem::take(run) {
        if let Some(content) = visit::content(&mut inline.kind) {
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
    target.strip_prefix('#').is_some_and(|id| !places.contains(id))
}
