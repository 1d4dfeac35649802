//! Says which footnotes are on no card: those of the titles of sections, of which a card has
//! no more than the words.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::visit::{self, Node};
use crate::document::{Document, Entry, Inline, InlineKind};

/// A warning for each footnote that only titles of sections refer to.
pub(super) fn off_cards(document: &Document) -> Vec<Diagnostic> {
    let (mut of_sections, mut of_entries) = (BTreeSet::new(), BTreeSet::new());
    for section in &document.sections {
        labels(&section.title, &mut of_sections);
        for entry in &section.entries {
            labels(entry.title(), &mut of_entries);
            of_blocks(entry, &mut of_entries);
        }
    }
    let notes = document.footnotes.iter();
    let off = notes.filter(|note| {
        let label = note.label.as_str();
        of_sections.contains(label) && !of_entries.contains(label)
    });
    let warning = |label: &str| {
        let says = format!(
            "the footnote {label} belongs to the title of a section, and is on no card"
        );
        Diagnostic::warning(DiagnosticKind::Footnote, says)
            .hint("refer to it in a question or an answer as well")
    };
    off.map(|note| warning(&note.label).at(note.span)).collect()
}

fn of_blocks<'a>(entry: &'a Entry, found: &mut BTreeSet<&'a str>) {
    visit::blocks(entry.blocks(), &mut |node| {
        if let Node::Inline(inline) = node {
            found.extend(label(inline));
        }
    });
}

fn labels<'a>(title: &'a [Inline], found: &mut BTreeSet<&'a str>) {
    visit::inlines(title, &mut |inline| found.extend(label(inline)));
}

fn label(inline: &Inline) -> Option<&str> {
    match &inline.kind {
        InlineKind::FootnoteReference(label) => Some(label),
        _ => None,
    }
}
