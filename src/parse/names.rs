//! Numbers and ids: each unique in the document, and the same at every run.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};
use crate::document::{Inline, plain_text};

use super::anchors::Anchors;
use super::outline::{EntryKind, RawEntry, RawSection};
use super::raw::{Raw, RawFootnote, RawKind};
use super::slug;

/// Gives every section, entry and heading its number and id, and tells the anchors.
pub(super) fn name(
    sections: &mut [RawSection],
    footnotes: &mut [RawFootnote],
    anchors: &mut [Anchors],
    diagnostics: &mut Vec<Diagnostic>,
) {
    number_sections(sections, diagnostics);
    number_questions(sections, diagnostics);
    let mut ids = Ids::default();
    reserve(sections, &mut ids);
    for note in &mut *footnotes {
        each_heading(&mut note.blocks, &mut |id, _, _| reserve_given(id, &mut ids));
    }
    name_questions(sections, &mut ids);
    for section in sections {
        name_section(section, &mut ids, anchors);
        let section_id = section.id.clone().unwrap_or_default();
        for entry in &mut section.entries {
            name_entry(entry, &section_id, &mut ids, anchors);
        }
    }
    for note in footnotes {
        name_headings(&mut note.blocks, "note", &mut ids, anchors);
    }
}

fn number_sections(sections: &mut [RawSection], diagnostics: &mut Vec<Diagnostic>) {
    let wanted: Vec<_> = sections
        .iter()
        .filter(|section| !section.outside)
        .map(|section| (section.number, section.span))
        .collect();
    let numbers = unique_numbers(&wanted, "section", diagnostics);
    let inside = sections.iter_mut().filter(|section| !section.outside);
    for (section, number) in inside.zip(numbers) {
        section.number = Some(number);
    }
}

/// Numbers all questions; one that cannot keep its own number is not named by it.
fn number_questions(sections: &mut [RawSection], diagnostics: &mut Vec<Diagnostic>) {
    let mut questions: Vec<(&mut Option<u32>, &mut bool, Span)> = Vec::new();
    for entry in sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let EntryKind::Question(number) = &mut entry.kind {
            questions.push((number, &mut entry.named, entry.span));
        }
    }
    let wanted: Vec<_> =
        questions.iter().map(|(number, _, span)| (**number, *span)).collect();
    let numbers = unique_numbers(&wanted, "question", diagnostics);
    for ((number, named, _), unique) in questions.into_iter().zip(numbers) {
        *named &= *number == Some(unique);
        *number = Some(unique);
    }
}

/// Keeps the first of equal numbers; the others, and those without, are counted through.
fn unique_numbers(
    wanted: &[(Option<u32>, Span)],
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<u32> {
    let taken: BTreeSet<u32> = wanted.iter().filter_map(|(number, _)| *number).collect();
    let mut given: BTreeMap<u32, Span> = BTreeMap::new();
    // Never falls, so that counting through is linear however often a number is repeated.
    let (mut next, mut previous) = (1, 0_u32);
    let mut numbers = Vec::with_capacity(wanted.len());
    for (number, span) in wanted {
        let number = match number.filter(|number| *number > 0) {
            Some(number) if !given.contains_key(&number) => number,
            clash => {
                next = next.max(previous.saturating_add(1));
                while taken.contains(&next) || given.contains_key(&next) {
                    next = next.saturating_add(1);
                }
                if let Some(clash) = clash {
                    diagnostics.push(clashing(
                        what,
                        clash,
                        next,
                        *span,
                        given.get(&clash),
                    ));
                }
                next
            }
        };
        given.insert(number, *span);
        previous = number;
        numbers.push(number);
    }
    numbers
}

fn clashing(
    what: &str,
    clash: u32,
    next: u32,
    span: Span,
    first: Option<&Span>,
) -> Diagnostic {
    let says = format!("there is a {what} {clash} already; this one becomes {next}");
    // Joined guides each count from 1, which is no mistake.
    let same_source = first.is_some_and(|first| first.source == span.source);
    let diagnostic = if same_source {
        let diagnostic = Diagnostic::warning(DiagnosticKind::Number, says);
        diagnostic.hint(format!("give every {what} a number of its own"))
    } else {
        Diagnostic::note(DiagnosticKind::Number, says)
    };
    diagnostic.at(span)
}

/// The ids given so far.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    /// For a repeated id, the suffix to try next.
    next: BTreeMap<String, u32>,
}

impl Ids {
    /// `wanted`, or `wanted-2` and so on.
    fn claim(&mut self, wanted: String) -> String {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let id = format!("{wanted}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Ids that the author gave come before all others.
fn reserve(sections: &mut [RawSection], ids: &mut Ids) {
    for section in &mut *sections {
        reserve_given(&mut section.id, ids);
        for entry in &mut section.entries {
            reserve_given(&mut entry.id, ids);
            each_heading(&mut entry.blocks, &mut |id, _, _| reserve_given(id, ids));
        }
    }
}

fn reserve_given(id: &mut Option<String>, ids: &mut Ids) {
    if let Some(given) = id.take().filter(|given| !given.is_empty()) {
        *id = Some(ids.claim(slug::given(&given)));
    }
}

/// Questions come next, since a card is known by its question's id for as long as there is
/// the question: first those with a name of their own, then the others by their titles.
/// What is a section, a topic or a heading elsewhere in the guide has no say in it, and
/// neither have other questions unless they are titled alike; those go by their section as
/// well.
fn name_questions(sections: &mut [RawSection], ids: &mut Ids) {
    let is_free = |entry: &RawEntry| {
        matches!(entry.kind, EntryKind::Question(_)) && entry.id.is_none()
    };
    for entry in sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let (true, EntryKind::Question(Some(number))) = (entry.named, entry.kind)
            && is_free(entry)
        {
            entry.id = Some(ids.claim(format!("q{number}")));
        }
    }
    for section in sections {
        let place = slug::id(&plain_text(&section.title), "s");
        for entry in section.entries.iter_mut().filter(|entry| is_free(entry)) {
            let title = slug::id(&plain_text(&entry.title), "q");
            let EntryKind::Question(number) = entry.kind else { continue };
            let mut id = or_else(title, &format!("q{}", number.unwrap_or(0)));
            if ids.taken.contains(&id) && !place.is_empty() {
                id = format!("{id}-{place}");
            }
            entry.id = Some(ids.claim(id));
        }
    }
}

fn name_section(section: &mut RawSection, ids: &mut Ids, anchors: &mut [Anchors]) {
    let number = section.number.unwrap_or(0);
    let id = section.id.take().unwrap_or_else(|| {
        ids.claim(or_else(
            slug::id(&plain_text(&section.title), "s"),
            &format!("s{number}"),
        ))
    });
    let Span { source, start, line, .. } = section.span;
    if let Some(anchors) = anchors.get_mut(source as usize) {
        let is_at = |entry: &RawEntry| entry.span.start == start;
        if section.entries.first().is_some_and(is_at) {
            anchors.know(&id);
        } else {
            anchors.place(start, &id);
        }
        if line > 0 {
            anchors.begin(&id);
        }
    }
    section.id = Some(id);
}

fn name_entry(
    entry: &mut RawEntry,
    section: &str,
    ids: &mut Ids,
    anchors: &mut [Anchors],
) {
    let words = plain_text(&entry.title);
    let id = entry.id.take().unwrap_or_else(|| {
        ids.claim(or_else(slug::id(&words, "t"), &format!("{section}-text")))
    });
    place(anchors, entry.span, &id);
    entry.id = Some(id);
    name_headings(&mut entry.blocks, section, ids, anchors);
}

/// `inside`: what they stand in, by which one without letters is named.
fn name_headings(
    blocks: &mut [Raw],
    inside: &str,
    ids: &mut Ids,
    anchors: &mut [Anchors],
) {
    each_heading(blocks, &mut |id, content, span| {
        let name = id.take().unwrap_or_else(|| {
            ids.claim(or_else(
                slug::id(&plain_text(content), "h"),
                &format!("{inside}-heading"),
            ))
        });
        place(anchors, span, &name);
        *id = Some(name);
    });
}

fn or_else(id: String, other: &str) -> String {
    if id.is_empty() { other.to_owned() } else { id }
}

fn place(anchors: &mut [Anchors], span: Span, id: &str) {
    if let Some(anchors) = anchors.get_mut(span.source as usize) {
        anchors.place(span.start, id);
    }
}

fn each_heading(
    blocks: &mut [Raw],
    visit: &mut impl FnMut(&mut Option<String>, &[Inline], Span),
) {
    for block in blocks {
        match &mut block.kind {
            RawKind::Heading { id, content, .. } => visit(id, content, block.span),
            // A summary becomes a label: a heading in it is no heading in the tree.
            RawKind::Details { blocks, .. } => each_heading(blocks, visit),
            _ => {
                for inner in block.inner_mut() {
                    each_heading(inner, visit);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(wanted: &[Option<u32>]) -> (Vec<u32>, usize) {
        let wanted: Vec<_> = wanted.iter().map(|one| (*one, Span::default())).collect();
        let mut diagnostics = Vec::new();
        let numbers = unique_numbers(&wanted, "question", &mut diagnostics);
        (numbers, diagnostics.len())
    }

    #[test]
    fn own_numbers_are_kept_and_the_others_counted_through() {
        assert_eq!(numbers(&[None, None]), (vec![1, 2], 0));
        assert_eq!(numbers(&[None, Some(1), Some(2), None]), (vec![3, 1, 2, 4], 0));
        assert_eq!(numbers(&[Some(7), None, Some(9), None]), (vec![7, 8, 9, 10], 0));
        assert_eq!(numbers(&[Some(1), Some(2), Some(1)]), (vec![1, 2, 3], 1));
    }

    #[test]
    fn repeated_ids_get_a_suffix_that_is_free() {
        let mut ids = Ids::default();
        let claimed: Vec<_> = ["a", "a-2", "a", "a"]
            .into_iter()
            .map(|id| ids.claim(id.to_owned()))
            .collect();
        assert_eq!(claimed, ["a", "a-2", "a-3", "a-4"]);
    }
}
