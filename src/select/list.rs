//! What there is to choose from: sections and entries with numbers, ids and lengths.

use std::fmt;

use serde::Serialize;

use crate::document::{Block, Document, Entry, Section, plain_text, word_count};

/// The contents of a guide. Its JSON is a promise to other programs: keys may be added,
/// none changes its meaning. `Display` is the table for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
pub struct ListedSection {
    /// The section's number; 0 for what stands outside any section.
    pub number: u32,
    /// What `--only` takes.
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
pub struct ListedQuestion {
    /// The question's number, as in `Q12`.
    pub number: u32,
    /// The rest.
    #[serde(flatten)]
    pub entry: ListedEntry,
}

/// What questions and topics have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedEntry {
    /// What `--only` takes.
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

/// One line for the guide, one for each section, question and topic: number, words, id,
/// title. The title is last because it alone may be long.
impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = shown(&self.title);
        let questions = self.sections.iter().map(|s| s.questions.len()).sum::<usize>();
        let plural = if questions == 1 { "" } else { "s" };
        writeln!(f, "{title}: {questions} question{plural}, {} words", self.words)?;
        let width = self.id_width();
        for section in &self.sections {
            let ListedSection { number, id, .. } = section;
            let outside = section.title.is_empty() && section.number == 0;
            let title =
                if outside { "(outside any section)" } else { shown(&section.title) };
            writeln!(f)?;
            writeln!(f, "{number:>5}  {:5}  {id:width$}  {title}", "")?;
            for ListedQuestion { number, entry } in &section.questions {
                write_entry(f, &format!("Q{number}"), entry, width)?;
            }
            for topic in &section.topics {
                write_entry(f, "", topic, width)?;
            }
        }
        Ok(())
    }
}

impl Listing {
    /// Wide enough for all ids but the very long ones.
    fn id_width(&self) -> usize {
        let ids = self.sections.iter().flat_map(|section| {
            let questions = section.questions.iter().map(|question| &question.entry.id);
            let topics = section.topics.iter().map(|topic| &topic.id);
            std::iter::once(&section.id).chain(questions).chain(topics)
        });
        ids.map(|id| id.chars().count()).filter(|width| *width <= 32).max().unwrap_or(0)
    }
}

fn shown(title: &str) -> &str {
    if title.is_empty() { "(no title)" } else { title }
}

fn write_entry(
    f: &mut fmt::Formatter<'_>,
    number: &str,
    entry: &ListedEntry,
    width: usize,
) -> fmt::Result {
    let ListedEntry { id, words, .. } = entry;
    let title = shown(&entry.title);
    writeln!(f, "{number:>5}  {words:5}  {id:width$}  {title}")
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
            answer: vec![],
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

    #[test]
    fn the_table_names_everything_once() {
        let table = Listing::new(&guide()).to_string();
        let expected = "\
(no title): 1 question, 6 words

    2         basics  The basics
   Q3      4  q3      What is a key?
           0  tips    (no title)\n";
        assert_eq!(table, expected);
    }
}
