//! What there is to choose from: sections and entries with numbers, ids and lengths.

use serde::Serialize;

use crate::document::{Block, Document, Entry, Section, plain_text, word_count};

/// The contents of a guide. Its JSON is a promise to other programs: keys may be added,
/// none changes its meaning. `Display` is the table for people, see `table`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Listing {
    /// The guide's title; empty if it has none.
    pub title: String,
    /// BCP 47 tag.
    pub language: String,
    /// Words as shown, with headings and footnotes.
    pub words: usize,
    /// The sections, in order.
    pub sections: Vec<ListedSection>,
}

/// A section and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedSection {
    /// The section's number; 0 for what stands outside any section.
    pub number: u32,
    /// What picks it out of a guide.
    pub id: String,
    /// The heading, without its number.
    pub title: String,
    /// Its questions, in order.
    pub questions: Vec<ListedQuestion>,
    /// Its topics, in order.
    pub topics: Vec<ListedEntry>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedQuestion {
    /// The question's number, as in `Q12`.
    pub number: u32,
    /// The rest.
    #[serde(flatten)]
    pub entry: ListedEntry,
}

/// What questions and topics have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedEntry {
    /// What picks it out of a guide.
    pub id: String,
    /// The heading, without its number.
    pub title: String,
    /// Words as shown, with the heading.
    pub words: usize,
    /// Where it begins, counted from 1; 0 where that is not known.
    pub line: u32,
}

impl Listing {
    /// Lists `document`.
    pub fn new(document: &Document) -> Self {
        Self {
            title: document.meta.title.clone().unwrap_or_default(),
            language: document.meta.language.clone(),
            words: words(document),
            sections: document.sections.iter().map(ListedSection::new).collect(),
        }
    }
}

fn words(document: &Document) -> usize {
    let sections = document.sections.iter().map(Section::plain_text);
    let notes = document.footnotes.iter().flat_map(|n| &n.blocks).map(Block::plain_text);
    sections.chain(notes).map(|text| word_count(&text)).sum()
}

impl ListedSection {
    fn new(section: &Section) -> Self {
        let mut listed = Self {
            number: section.number,
            id: section.id.clone(),
            title: plain_text(&section.title),
            questions: Vec::new(),
            topics: Vec::new(),
        };
        for entry in &section.entries {
            match entry {
                Entry::Question(question) => listed.questions.push(ListedQuestion {
                    number: question.number,
                    entry: ListedEntry::new(entry, question.span.line),
                }),
                Entry::Topic(topic) => {
                    listed.topics.push(ListedEntry::new(entry, topic.span.line));
                }
            }
        }
        listed
    }
}

impl ListedEntry {
    fn new(entry: &Entry, line: u32) -> Self {
        Self {
            id: entry.id().to_owned(),
            title: plain_text(entry.title()),
            words: word_count(&entry.plain_text()),
            line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::document::{Inline, Question, Topic};

    fn guide() -> Document {
        let question = Question {
            number: 3,
            id: "q3".into(),
            title: vec![Inline::text("What is a key?")],
            span: Span { line: 5, ..Span::default() },
            ..Question::default()
        };
        let topic = Topic { id: "tips".into(), ..Topic::default() };
        let section = Section {
            number: 2,
            id: "basics".into(),
            title: vec![Inline::text("The basics")],
            entries: vec![Entry::Topic(topic), Entry::Question(question)],
            ..Section::default()
        };
        Document { sections: vec![section], ..Document::default() }
    }

    #[test]
    fn the_json_has_the_promised_shape() {
        let json = serde_json::to_value(Listing::new(&guide())).expect("JSON");
        let expected = serde_json::json!({
            "title": "", "language": "en", "words": 6,
            "sections": [{
                "number": 2, "id": "basics", "title": "The basics",
                "questions": [{
                    "number": 3, "id": "q3", "title": "What is a key?", "words": 4, "line": 5,
                }],
                "topics": [{ "id": "tips", "title": "", "words": 0, "line": 0 }],
            }],
        });
        assert_eq!(json, expected);
    }
}
