//! Footnotes of several sources under one roof: every label is unique, and what refers to
//! a note goes on meaning it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Inline, InlineKind};

use super::outline::{self, RawSection};
use super::raw::{self, RawFootnote};

/// The footnotes joined so far.
#[derive(Default)]
pub(super) struct Notes {
    pub all: Vec<RawFootnote>,
    labels: BTreeSet<String>,
    /// Those of notes that come after another of their source with the same label.
    again: BTreeSet<String>,
    /// The number that a label was last made unique by.
    numbers: BTreeMap<String, usize>,
}

impl Notes {
    /// Adds the notes of source number `number`, counted from 1, whose text is `sections`.
    /// Each source may have a note 1; where one has two, the text means the first.
    pub(super) fn join(
        &mut self,
        mut notes: Vec<RawFootnote>,
        sections: &mut [RawSection],
        number: usize,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let own: BTreeSet<String> = notes.iter().map(|note| note.label.clone()).collect();
        let mut renamed = BTreeMap::new();
        let mut labels = BTreeSet::new();
        for note in &mut notes {
            let again = !labels.insert(note.label.clone());
            if again {
                let says = format!("there is a footnote {} before this one", note.label);
                let hint = "give it a label of its own; nothing refers to it";
                let finding = Diagnostic::warning(DiagnosticKind::Footnote, says);
                diagnostics.push(finding.at(note.span).hint(hint));
            }
            if again || self.labels.contains(&note.label) {
                let label = self.free(&note.label, number, &own);
                let old = std::mem::replace(&mut note.label, label.clone());
                if again {
                    self.again.insert(label);
                } else {
                    renamed.insert(old, label);
                }
            }
            self.labels.insert(note.label.clone());
        }
        let mut rename = |inline: &mut Inline| {
            let InlineKind::FootnoteReference(label) = &mut inline.kind else { return };
            if let Some(new) = renamed.get(label) {
                label.clone_from(new);
            } else if !own.contains(label) {
                // A note that stands too deep to be one is text, and so is what refers to it.
                inline.kind = InlineKind::Text(format!("[^{label}]"));
            }
        };
        outline::each_inline_mut(sections, &mut rename);
        for note in &mut notes {
            raw::each_inline_mut(&mut note.blocks, &mut rename);
        }
        self.all.append(&mut notes);
    }

    /// Warnings of notes that nothing refers to: no page has a place for them. `order` has
    /// the labels that are referred to.
    pub(super) fn unread(
        &self,
        order: &BTreeMap<String, usize>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        // Of one that comes after another, that was said.
        let is_known = |label| order.contains_key(label) || self.again.contains(label);
        for note in self.all.iter().filter(|note| !is_known(&note.label)) {
            let label = &note.label;
            let says = format!("nothing refers to the footnote {label}; it is left out");
            let hint = format!("refer to it by [^{label}], or take it out");
            let finding = Diagnostic::warning(DiagnosticKind::Footnote, says);
            diagnostics.push(finding.at(note.span).hint(hint));
        }
    }

    /// `label-2`, or the next number that no other note has.
    fn free(&mut self, label: &str, number: usize, own: &BTreeSet<String>) -> String {
        let last = self.numbers.entry(label.to_owned()).or_insert(1);
        *last = number.max(*last + 1);
        loop {
            let free = format!("{label}-{last}");
            if !self.labels.contains(&free) && !own.contains(&free) {
                return free;
            }
            *last += 1;
        }
    }
}
