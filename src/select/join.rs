//! Several guides as one.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::visit::{self, Node, NodeMut};
use crate::document::{Address, Document, Entry, InlineKind};

/// The guides one after the other, with the title and the like of the first that has them.
///
/// Ids, footnote labels and question numbers are unique in a document: where a later guide
/// uses one that is taken, an id or a label gets a number behind it, and all numbers of the
/// later guide go on from the highest so far.
pub fn join(documents: impl IntoIterator<Item = Document>) -> Document {
    documents.into_iter().reduce(append).unwrap_or_default()
}

fn append(mut first: Document, mut second: Document) -> Document {
    move_sources(&mut second, first.sources.len() as u32);
    move_questions(&first, &mut second);
    move_sections(&first, &mut second);
    rename(&first, &mut second);
    first.sources.append(&mut second.sources);
    first.sections.append(&mut second.sections);
    first.footnotes.append(&mut second.footnotes);
    let (meta, other) = (&mut first.meta, second.meta);
    meta.title = meta.title.take().or(other.title);
    meta.author = meta.author.take().or(other.author);
    meta.date = meta.date.take().or(other.date);
    first
}

fn move_sources(document: &mut Document, by: u32) {
    visit::document_mut(document, &mut |node| match node {
        NodeMut::Span(span) => span.source += by,
        NodeMut::Block(block) => block.span.source += by,
        NodeMut::Inline(inline) => inline.span.source += by,
        NodeMut::Id(_) | NodeMut::Text(_) => {}
    });
}

fn move_questions(first: &Document, second: &mut Document) {
    let taken: BTreeSet<u32> =
        first.questions().map(|question| question.number).collect();
    if !second.questions().any(|question| taken.contains(&question.number)) {
        return;
    }
    let by = taken.last().copied().unwrap_or(0);
    for entry in second.sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let Entry::Question(question) = entry {
            question.number = question.number.saturating_add(by);
        }
    }
}

/// Number 0 stands for “outside any section” and stays.
fn move_sections(first: &Document, second: &mut Document) {
    let numbers = first.sections.iter().map(|section| section.number);
    let taken: BTreeSet<u32> = numbers.filter(|number| *number > 0).collect();
    if !second.sections.iter().any(|section| taken.contains(&section.number)) {
        return;
    }
    let by = taken.last().copied().unwrap_or(0);
    for section in second.sections.iter_mut().filter(|section| section.number > 0) {
        section.number = section.number.saturating_add(by);
    }
}

/// Gives ids and labels of `second` that `first` has as well new names, also in links.
fn rename(first: &Document, second: &mut Document) {
    let ids = new_names(ids(first), ids(second));
    let labels = |document: &Document| {
        document.footnotes.iter().map(|note| note.label.clone()).collect::<Vec<_>>()
    };
    let labels = new_names(labels(first), labels(second));
    visit::document_mut(second, &mut |node| match node {
        NodeMut::Id(id) => replace(id, &ids),
        NodeMut::Inline(inline) => match &mut inline.kind {
            InlineKind::FootnoteReference(label) => replace(label, &labels),
            InlineKind::Link { target, .. } => {
                let new = Address::place(target).and_then(|id| ids.get(id));
                if let Some(id) = new {
                    *target = format!("#{id}");
                }
            }
            _ => {}
        },
        NodeMut::Span(_) | NodeMut::Block(_) | NodeMut::Text(_) => {}
    });
    second.footnotes.iter_mut().for_each(|note| replace(&mut note.label, &labels));
}

fn ids(document: &Document) -> Vec<String> {
    let mut ids = Vec::new();
    visit::document(document, &mut |node| {
        if let Node::Id(id) = node {
            ids.push(id.clone());
        }
    });
    ids
}

/// For those of `names` that are `taken`, others that are free.
fn new_names(taken: Vec<String>, names: Vec<String>) -> BTreeMap<String, String> {
    let old: BTreeSet<String> = taken.into_iter().collect();
    let mut all: BTreeSet<String> = old.iter().chain(&names).cloned().collect();
    let mut new = BTreeMap::new();
    for name in names.into_iter().filter(|name| !name.is_empty() && old.contains(name)) {
        let free = (2..=u32::MAX)
            .map(|n| format!("{name}-{n}"))
            .find(|free| !all.contains(free));
        let free = free.expect("there are more numbers than names");
        all.insert(free.clone());
        new.insert(name, free);
    }
    new
}

fn replace(name: &mut String, new: &BTreeMap<String, String>) {
    if let Some(new) = new.get(name) {
        name.clone_from(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::document::{
        Block, BlockKind, Footnote, Inline, Paragraph, Question, Section,
    };

    fn inline(kind: InlineKind) -> Inline {
        Inline { kind, span: Span::default() }
    }

    /// Section 1 with question 1, which links to itself and has a footnote.
    fn guide(source: &str) -> Document {
        let target = "#q1".to_owned();
        let content = vec![
            inline(InlineKind::Link { target, content: vec![Inline::text("here")] }),
            inline(InlineKind::FootnoteReference("n".into())),
        ];
        let kind = BlockKind::Paragraph(Paragraph { lead: None, content });
        let question = Question {
            number: 1,
            id: "q1".into(),
            answer: vec![Block::new(kind, Span::default())],
            ..Question::default()
        };
        let section = Section {
            number: 1,
            id: "basics".into(),
            entries: vec![Entry::Question(question)],
            ..Section::default()
        };
        let note = Footnote { label: "n".into(), span: Span::default(), blocks: vec![] };
        Document {
            sources: vec![source.into()],
            sections: vec![section],
            footnotes: vec![note],
            ..Document::default()
        }
    }

    #[test]
    fn names_and_numbers_stay_unique_and_links_follow() {
        let joined = join([guide("a.md"), guide("b.md"), guide("c.md")]);
        assert_eq!(joined.sources, ["a.md", "b.md", "c.md"]);
        let sections: Vec<_> =
            joined.sections.iter().map(|s| (s.number, s.id.as_str())).collect();
        assert_eq!(sections, [(1, "basics"), (2, "basics-2"), (3, "basics-3")]);
        let numbers: Vec<_> =
            joined.questions().map(|question| question.number).collect();
        assert_eq!(numbers, [1, 2, 3]);
        let labels: Vec<_> =
            joined.footnotes.iter().map(|note| note.label.as_str()).collect();
        assert_eq!(labels, ["n", "n-2", "n-3"]);

        let third = joined.questions().nth(2).expect("a third question");
        let BlockKind::Paragraph(paragraph) = &third.answer[0].kind else {
            panic!("text")
        };
        let InlineKind::Link { target, .. } = &paragraph.content[0].kind else {
            panic!("link")
        };
        assert_eq!(target, "#q1-3");
        assert_eq!(
            paragraph.content[1].kind,
            InlineKind::FootnoteReference("n-3".into())
        );
        assert_eq!((third.span.source, paragraph.content[0].span.source), (2, 2));
    }

    #[test]
    fn guides_that_do_not_meet_stay_as_they_are() {
        let mut other = guide("b.md");
        other.sections[0].number = 7;
        other.sections[0].id = "more".into();
        let Entry::Question(question) = &mut other.sections[0].entries[0] else {
            panic!("a question")
        };
        question.number = 9;
        let joined = join([guide("a.md"), other]);
        assert_eq!(joined.sections[1].number, 7);
        assert_eq!(joined.sections[1].id, "more");
        assert_eq!(joined.questions().nth(1).map(|question| question.number), Some(9));
        assert_eq!(join([]), Document::default());
    }
}
