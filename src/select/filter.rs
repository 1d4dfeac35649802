//! Keeping the sections, questions and topics that were asked for.

use super::nearest::nearest;
use super::pick::{Chosen, Pick};
use super::references;
use crate::diagnostic::{Error, Remedy, Result};
use crate::document::{Document, Entry, Section};

/// What is wanted of a guide. The default is everything.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Selection {
    /// Keep these; empty keeps all.
    pub only: Vec<Pick>,
    /// Of those, leave out these.
    pub except: Vec<Pick>,
    /// Of the rest, keep entries whose title or text holds this, in capitals or not.
    pub search: Option<String>,
}

/// The part of `document` that `selection` names, in the guide's order.
///
/// Numbers and ids stay as they are. Footnotes that nothing refers to any more go, and so
/// do links to what is no longer there; their words stay.
///
/// # Errors
///
/// [`Error::Select`] if a name means nothing in the guide, or if nothing is left.
pub fn filter(mut document: Document, selection: &Selection) -> Result<Document> {
    if *selection == Selection::default() {
        return Ok(document);
    }
    let wanted = Wanted::new(&document, selection)?;
    let words = selection.search.as_deref().filter(|needle| !needle.contains(' '));
    let hint = words.and_then(|word| word_hint(word, &document));

    document.sections.retain_mut(|section| wanted.prune(section));
    if document.sections.iter().all(|section| section.entries.is_empty()) {
        return Err(nothing_left(selection, hint));
    }
    references::settle(&mut document);
    Ok(document)
}

/// A selection whose names have been looked up.
struct Wanted {
    only: Vec<Chosen>,
    except: Vec<Chosen>,
    needle: Option<String>,
}

impl Wanted {
    fn new(document: &Document, selection: &Selection) -> Result<Self> {
        let choose = |picks: &[Pick]| -> Result<Vec<Chosen>> {
            picks.iter().map(|pick| pick.choose(document)).collect()
        };
        Ok(Self {
            only: choose(&selection.only)?,
            except: choose(&selection.except)?,
            needle: selection.search.as_deref().map(folded),
        })
    }

    /// Takes the entries out of `section` that are not wanted; whether it stays itself.
    fn prune(&self, section: &mut Section) -> bool {
        let any = |chosen: &[Chosen], is: &dyn Fn(&Chosen) -> bool| chosen.iter().any(is);
        let all = self.only.is_empty() || any(&self.only, &|c| c.is_section(section));
        let none = any(&self.except, &|c| c.is_section(section));
        if section.entries.is_empty() {
            return all && !none && self.needle.is_none();
        }
        section.entries.retain(|entry| {
            let named = all || any(&self.only, &|c| c.is_entry(entry));
            let excepted = none || any(&self.except, &|c| c.is_entry(entry));
            named && !excepted && self.finds(entry)
        });
        !section.entries.is_empty()
    }

    fn finds(&self, entry: &Entry) -> bool {
        self.needle
            .as_ref()
            .is_none_or(|needle| folded(&entry.plain_text()).contains(needle))
    }
}

/// Text for comparing: small letters, and one space for any white space, since a phrase
/// may run over the end of a line.
fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn nothing_left(selection: &Selection, hint: Option<String>) -> Error {
    let (message, hint) = match &selection.search {
        Some(words) if selection.only.is_empty() && selection.except.is_empty() => {
            (format!("no question or topic holds “{words}”"), hint.map(Remedy::from))
        }
        Some(words) => (
            format!("no question or topic among the selected ones holds “{words}”"),
            Some(Remedy::SearchEverywhere),
        ),
        None => ("the selection leaves nothing".to_owned(), Some(Remedy::ExceptLess)),
    };
    Error::Select { message, hint }
}

/// Words of the guide that look like the one that was looked for.
fn word_hint(word: &str, document: &Document) -> Option<String> {
    let text: String = document.sections.iter().map(Section::plain_text).collect();
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
    let words: std::collections::BTreeSet<&str> = words.collect();
    let near = nearest(word, words, 3);
    (!near.is_empty())
        .then(|| format!("the guide has words like it: {}", near.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{
        Block, BlockKind, Footnote, Inline, InlineKind, Paragraph, Question, Topic,
    };
    use crate::select::Picks;

    fn inline(kind: InlineKind) -> Inline {
        Inline { kind, ..Inline::text("") }
    }

    fn paragraph(content: Vec<Inline>) -> Block {
        let kind = BlockKind::Paragraph(Paragraph { lead: None, content });
        Block::new(kind, crate::diagnostic::Span::default())
    }

    fn question(number: u32, title: &str, answer: Vec<Inline>) -> Entry {
        Entry::Question(Question {
            number,
            id: format!("q{number}"),
            title: vec![Inline::text(title)],
            answer: vec![paragraph(answer)],
            ..Question::default()
        })
    }

    fn section(number: u32, id: &str, entries: Vec<Entry>) -> Section {
        Section { number, id: id.into(), entries, ..Section::default() }
    }

    fn link(target: &str, words: &str) -> Inline {
        let content = vec![Inline::text(words)];
        inline(InlineKind::Link { target: target.into(), content })
    }

    fn note(label: &str) -> Inline {
        inline(InlineKind::FootnoteReference(label.into()))
    }

    fn footnote(label: &str, content: Vec<Inline>) -> Footnote {
        let blocks = vec![paragraph(content)];
        Footnote { label: label.into(), span: crate::diagnostic::Span::default(), blocks }
    }

    /// Sections 1, 2 and 4; questions 1, 2, 3 and 7; a topic.
    fn guide() -> Document {
        let tips = Topic {
            id: "Closing-Tips".into(),
            title: vec![Inline::text("Tips")],
            ..Topic::default()
        };
        let sections = vec![
            section(
                1,
                "basics",
                vec![
                    question(1, "What is a Key?", vec![note("b"), note("a")]),
                    question(
                        2,
                        "An index?",
                        vec![Inline::text("See "), link("#q7", "the last")],
                    ),
                ],
            ),
            section(
                2,
                "pipelines",
                vec![
                    question(
                        3,
                        "Straße?",
                        vec![note("a"), link("https://x.example", "x")],
                    ),
                    Entry::Topic(tips),
                ],
            ),
            section(
                4,
                "q-and-a",
                vec![question(7, "Last?", vec![Inline::text("two\nwords")])],
            ),
        ];
        let footnotes = vec![
            footnote("b", vec![Inline::text("only here")]),
            footnote("a", vec![note("c")]),
            footnote("c", vec![link("#q1", "first")]),
        ];
        Document { sections, footnotes, ..Document::default() }
    }

    fn select(only: &str, except: &str, search: &str) -> Result<Document> {
        let picks = |list: &str| {
            if list.is_empty() {
                vec![]
            } else {
                list.parse::<Picks>().expect("a list").0
            }
        };
        let search = (!search.is_empty()).then(|| search.to_owned());
        filter(guide(), &Selection { only: picks(only), except: picks(except), search })
    }

    fn ids(document: &Document) -> String {
        let entries = document.sections.iter().flat_map(|section| &section.entries);
        entries.map(Entry::id).collect::<Vec<_>>().join(" ")
    }

    fn kept(only: &str, except: &str, search: &str) -> String {
        ids(&select(only, except, search).expect("a selection"))
    }

    fn refused(only: &str, except: &str, search: &str) -> (String, String) {
        let error = select(only, except, search).expect_err("no selection");
        let hint = match error.hint() {
            Some(Remedy::Names(names)) => names.join(", "),
            hint => hint.and_then(Remedy::advice).unwrap_or_default().to_owned(),
        };
        (error.to_string(), hint)
    }

    #[test]
    fn without_a_selection_the_guide_stays_as_it_is() {
        assert_eq!(select("", "", "").expect("all"), guide());
    }

    #[test]
    fn only_keeps_sections_questions_and_ids_in_the_guides_order() {
        assert_eq!(kept("1", "", ""), "q1 q2");
        assert_eq!(kept("2-4", "", ""), "q3 Closing-Tips q7");
        assert_eq!(kept("Q7,q1", "", ""), "q1 q7");
        assert_eq!(kept("q2-Q3", "", ""), "q2 q3");
        assert_eq!(kept("pipelines,q1", "", ""), "q1 q3 Closing-Tips");
        assert_eq!(kept("closing-tips", "", ""), "Closing-Tips");
        assert_eq!(kept("#q7", "", ""), "q7");
    }

    #[test]
    fn except_takes_out_of_what_only_keeps() {
        assert_eq!(kept("", "1,Q7", ""), "q3 Closing-Tips");
        assert_eq!(kept("1-2", "q1,Closing-Tips", ""), "q2 q3");
        let (message, _) = refused("1", "basics", "");
        assert_eq!(message, "the selection leaves nothing");
    }

    #[test]
    fn search_reads_titles_and_text_in_any_case_over_line_ends() {
        assert_eq!(kept("", "", "KEY"), "q1");
        assert_eq!(kept("", "", "the last"), "q2");
        assert_eq!(kept("", "", "two  WORDS"), "q7");
        assert_eq!(kept("", "", "straße"), "q3");
        let (message, hint) = refused("", "", "indexx");
        assert!(message.contains("“indexx”"), "{message}");
        assert!(hint.contains("index"), "{hint}");
        let (message, _) = refused("2", "", "key");
        assert!(message.contains("among the selected"), "{message}");
    }

    #[test]
    fn numbers_and_ids_stay_those_of_the_guide() {
        let part = select("4", "", "").expect("section 4");
        assert_eq!(part.sections[0].number, 4);
        assert_eq!(part.questions().next().map(|question| question.number), Some(7));
    }

    #[test]
    fn a_name_that_is_not_there_is_refused_with_the_nearest_ones() {
        let (message, hint) = refused("pipelnes", "", "");
        assert!(message.contains("“pipelnes”") && hint.contains("pipelines"), "{hint}");
        let (message, hint) = refused("Q9", "", "");
        assert!(message.contains("Q9") && hint.contains("Q7"), "{hint}");
        let (message, hint) = refused("", "3", "");
        assert!(message.contains("section") && hint.contains("from 1 to 4"), "{hint}");
    }

    #[test]
    fn footnotes_follow_their_references() {
        let labels = |document: &Document| {
            document.footnotes.iter().map(|note| note.label.clone()).collect::<String>()
        };
        assert_eq!(labels(&select("Q1", "", "").expect("Q1")), "bac");
        assert_eq!(labels(&select("Q3", "", "").expect("Q3")), "ac");
        assert_eq!(labels(&select("Q7", "", "").expect("Q7")), "");
    }

    #[test]
    fn links_to_what_is_gone_become_words() {
        let text = |document: &Document| document.sections[0].entries[0].clone();
        let whole = select("Q2,Q7", "", "").expect("both");
        assert_eq!(text(&whole), guide().sections[0].entries[1]);
        let alone = select("Q2", "", "").expect("Q2");
        let plain = vec![Inline::text("See "), Inline::text("the last")];
        assert_eq!(text(&alone), question(2, "An index?", plain));
        let outside = select("Q3", "", "").expect("Q3");
        assert_eq!(text(&outside), guide().sections[1].entries[0]);
        let in_note = &outside.footnotes[1].blocks;
        assert_eq!(*in_note, [paragraph(vec![Inline::text("first")])]);
    }
}
