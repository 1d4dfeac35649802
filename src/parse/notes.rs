//! Footnotes of several sources under one roof: every label is unique, and what refers to
//! a note goes on meaning it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};
use crate::document::{Inline, InlineKind, visit};
use crate::source::Source;

use super::outline::{self, RawSection};
use super::raw::{self, Raw, RawFootnote};

/// The footnotes joined so far.
#[derive(Default)]
pub(super) struct Notes {
    pub all: Vec<RawFootnote>,
    labels: BTreeSet<String>,
    /// Those of notes that come after another of their source with the same label.
    again: BTreeSet<String>,
    /// Those that the title of the whole refers to.
    of_title: BTreeSet<String>,
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
        let mut own: BTreeMap<String, String> = BTreeMap::new();
        let taken: BTreeSet<String> =
            notes.iter().map(|note| note.label.clone()).collect();
        for note in &mut notes {
            let again = own.contains_key(&folded(&note.label));
            if again {
                let says = format!("there is a footnote {} before this one", note.label);
                let hint = "give it a label of its own; nothing refers to it";
                let finding = Diagnostic::warning(DiagnosticKind::Footnote, says);
                diagnostics.push(finding.at(note.span).hint(hint));
            }
            let old = note.label.clone();
            if again || self.labels.contains(&old) {
                note.label = self.free(&old, number, &taken);
            }
            if again {
                self.again.insert(note.label.clone());
            } else {
                own.insert(folded(&old), note.label.clone());
            }
            self.labels.insert(note.label.clone());
        }
        let mut rename = |inline: &mut Inline| {
            let InlineKind::FootnoteReference(label) = &mut inline.kind else { return };
            if let Some(new) = own.get(&folded(label)) {
                label.clone_from(new);
            } else {
                // A note that stands too deep to be one is text, and so is what refers to it.
                diagnostics.push(unwritten(label, inline.span));
                inline.kind = InlineKind::Text(format!("[^{label}]"));
            }
        };
        outline::each_inline_mut(sections, &mut rename);
        for note in &mut notes {
            raw::each_inline_mut(&mut note.blocks, &mut rename);
        }
        self.all.append(&mut notes);
    }

    /// Takes down the footnotes that the title of the whole guide refers to.
    pub(super) fn of_title(&mut self, title: &[Inline]) {
        visit::inlines(title, &mut |inline| {
            if let InlineKind::FootnoteReference(label) = &inline.kind {
                self.of_title.insert(folded(label));
            }
        });
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
            let (says, hint) = if self.of_title.contains(&folded(label)) {
                let says = format!(
                    "only the guide's title refers to the footnote {label}, which has no place \
                     for it; it is left out"
                );
                (says, format!("refer to it by [^{label}] in the text below the title"))
            } else {
                let says =
                    format!("nothing refers to the footnote {label}; it is left out");
                (says, format!("refer to it by [^{label}], or take it out"))
            };
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

/// Labels mean the same in capitals and small letters.
fn folded(label: &str) -> String {
    label.to_lowercase()
}

/// What is said where the text refers to a footnote that is not there.
fn unwritten(label: &str, place: Span) -> Diagnostic {
    let says =
        format!("there is no footnote {label}; the reference is printed as written");
    Diagnostic::warning(DiagnosticKind::Footnote, says)
        .at(place)
        .hint(format!("write the note, in a paragraph that begins with `[^{label}]:`"))
}

/// Warnings of references in `blocks` to footnotes that are not there, which Markdown takes for
/// text.
pub(super) fn missing(source: &Source, blocks: &[Raw], found: &mut Vec<Diagnostic>) {
    let mut looked_at = 0;
    raw::each_inline(blocks, &mut |inline| {
        let (InlineKind::Text(words), span) = (&inline.kind, inline.span) else { return };
        // Pieces of one text of HTML all have the place of the whole.
        if !words.contains("[^") || span.start < looked_at {
            return;
        }
        looked_at = span.end;
        let (start, end) = (span.start as usize, span.end as usize);
        let written = source.text().get(start..end).unwrap_or_default();
        for (at, _) in written.match_indices("[^") {
            if let Some(label) = label_at(written, at) {
                let from = start + at;
                let place = source.span(from..from + label.len() + 3, span.source);
                found.push(unwritten(label, place));
            }
        }
    });
}

/// The label of the reference `[^label]` at the byte `at`; nothing where that is escaped, or
/// rather part of a pattern such as `[^a-z]+`.
fn label_at(written: &str, at: usize) -> Option<&str> {
    let inside = written.get(at + 2..)?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = inside.find(|c| !is_part(c)).filter(|end| *end > 0)?;
    let (label, rest) = (&inside[..end], inside[end..].strip_prefix(']')?);
    let escaped = written[..at].ends_with('\\');
    let is_pattern = ["a-z", "A-Z", "0-9"].iter().any(|range| label.contains(range))
        || rest.starts_with(['+', '*', '?', '{', '\\', '$']);
    (!escaped && !is_pattern).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_and_escaped_brackets_refer_to_nothing() {
        for (written, label) in [
            ("[^a] b", Some("a")),
            ("[^note-1].", Some("note-1")),
            ("[^a-z]", None),
            ("[^ab]+", None),
            ("[^,;]", None),
            ("[^a", None),
        ] {
            assert_eq!(label_at(written, 0), label, "{written}");
        }
        assert_eq!(label_at("\\[^a]", 1), None);
    }
}
