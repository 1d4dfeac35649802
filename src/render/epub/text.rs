//! Entries being written into a file: titles, questions and where their answers stand.

use std::collections::BTreeSet;

use crate::document::{Entry, Question, Section};
use crate::text::Direction;

use super::Answers;
use super::blocks::Headings;
use super::book::{Book, Holds, page_id};
use super::notes::Notes;
use super::xml::{Markup, Xml};

/// Text of one part being written.
pub struct Text<'a> {
    /// Where everything is found.
    pub book: &'a Book<'a>,
    /// The part's index; none for a file that is no part, whose links all lead elsewhere.
    pub part: Option<usize>,
    /// Whether a link is open.
    pub in_link: bool,
    /// The direction of the text around.
    pub direction: Direction,
    /// Which headings are above.
    pub headings: Headings,
    /// What was referred to.
    pub notes: Notes,
    claimed: BTreeSet<String>,
    markup: Markup,
}

impl Xml for Text<'_> {
    fn markup(&mut self) -> &mut Markup {
        &mut self.markup
    }
}

impl<'a> Text<'a> {
    /// Nothing yet of a part.
    pub fn of(book: &'a Book<'a>, part: usize) -> Self {
        Self { part: Some(part), ..Self::outside(book) }
    }

    /// Nothing yet of a file that is no part.
    pub fn outside(book: &'a Book<'a>) -> Self {
        Self {
            book,
            part: None,
            in_link: false,
            // What stands alone says itself which way it runs.
            direction: if book.is_apart() {
                Direction::default()
            } else {
                Direction::of_language(&book.language)
            },
            headings: Headings::default(),
            notes: Notes::default(),
            claimed: BTreeSet::new(),
            markup: Markup::fragment(),
        }
    }

    /// What was written.
    pub fn finish(self) -> Markup {
        self.markup
    }

    /// The id in this file of a heading that has `id` in the tree; nothing where another
    /// thing has it already.
    pub fn claim(&mut self, id: &str) -> Option<String> {
        let place = self.book.find(id)?;
        if Some(place.part) != self.part || !place.heading {
            return None;
        }
        self.claimed.insert(place.id.clone()).then(|| place.id.clone())
    }

    /// The heading of a section's file: its title, in the first of its files.
    pub fn section_title(&mut self, section: &Section, name: &str, first: bool) {
        self.element("h1", &[("id", "_title")], |text| {
            if !first || section.title.is_empty() {
                return text.added(name);
            }
            if section.number != 0 {
                let class = [("class", "added number")];
                text.leaf("span", &class, &section.number.to_string());
                text.text(" ");
            }
            text.inlines(&section.title);
        });
        self.markup.line();
    }

    /// Where a page of the printed edition begins, if one does.
    pub fn page_mark(&mut self, spot: (usize, Option<usize>)) {
        let Some(&page) = self.book.page_marks.get(&spot) else { return };
        let attributes = [
            ("epub:type", "pagebreak"),
            ("role", "doc-pagebreak"),
            ("id", &page_id(page)),
            ("aria-label", &format!("{} {page}", self.book.words.page)),
        ];
        self.empty("span", &attributes);
    }

    /// An entry, or what this file holds of it.
    pub fn entry(&mut self, section: usize, index: usize) {
        let book = self.book;
        let entry = &book.document.sections[section].entries[index];
        let holds = self.part.map_or(Holds::Entries, |part| book.parts[part].holds);
        match (holds, entry) {
            (Holds::Entries, _) => self.whole_entry((section, index), entry),
            (Holds::Answers, Entry::Question(question)) => {
                self.hidden_answer((section, index), question);
            }
            (Holds::Answers, Entry::Topic(_)) => {}
        }
    }

    fn whole_entry(&mut self, (section, index): (usize, usize), entry: &Entry) {
        let book = self.book;
        let id = book.ids[section].1[index].as_str();
        let class = match entry {
            Entry::Question(_) => "question",
            Entry::Topic(_) => "topic",
        };
        self.element("section", &[("class", class), ("id", id)], |text| {
            text.page_mark((section, Some(index)));
            text.entry_title((section, index), entry);
            match (book.answers, entry) {
                (Answers::Hidden, Entry::Question(question)) => {
                    text.blocks(question.prompt());
                    text.way_to_answer((section, index), question);
                }
                _ => text.blocks(entry.blocks()),
            }
        });
        self.markup.line();
    }

    /// The question's number leads to the question's line in the list of all questions.
    fn entry_title(&mut self, (section, index): (usize, usize), entry: &Entry) {
        let titled = matches!(entry, Entry::Question(_)) || !entry.title().is_empty();
        self.headings = Headings::below(if titled { 2 } else { 1 });
        if !titled {
            return;
        }
        let href = self.book.index_href(section, index);
        self.element("h2", &[], |text| {
            if let Entry::Question(question) = entry {
                let attributes = [("class", "added number"), ("href", href.as_str())];
                text.leaf("a", &attributes, &format!("Q{}", question.number));
                text.text(" ");
            }
            text.inlines(entry.title());
        });
        self.markup.line();
    }

    /// A link that pops the answer up where the reader can (as it does with notes), and
    /// leads to it where it can't.
    fn way_to_answer(&mut self, (section, index): (usize, usize), question: &Question) {
        let word = self.book.words.answer;
        let attributes = [
            ("epub:type", "noteref"),
            ("role", "doc-noteref"),
            ("href", &self.book.answer_href(section, index)),
            ("aria-label", &format!("{word}, Q{}", question.number)),
        ];
        self.element("p", &[("class", "added to-answer")], |text| {
            text.leaf("a", &attributes, word);
        });
        self.markup.line();
    }

    /// An answer that is not beside its question. Apple Books takes an `aside` that is a
    /// footnote out of the text; a `div` stays, and pops up all the same.
    fn hidden_answer(&mut self, (section, index): (usize, usize), question: &Question) {
        let book = self.book;
        let number = format!("Q{}", question.number);
        let attributes = [
            ("class", "answer"),
            ("epub:type", "footnote"),
            ("role", "doc-footnote"),
            ("id", &book.answer_id(section, index)),
        ];
        let back = [
            ("role", "doc-backlink"),
            ("href", &book.href(section, index)),
            ("aria-label", &format!("{number}, {}", book.words.back_to_question)),
        ];
        self.headings = Headings::below(2);
        self.element("div", &attributes, |text| {
            text.element("h2", &[("class", "added")], |text| {
                text.leaf("a", &back, &number);
            });
            text.blocks(question.reply());
        });
        self.markup.line();
    }
}
