//! Sections and entries: titles, questions and where their answers stand.

use crate::document::{Entry, Question, Section};
use crate::words::filled;

use super::book::{FileKind, Spot, Start, page_id};
use super::headings::Headings;
use super::options::Answers;
use super::text::Text;
use super::xml::Xml;

impl Text<'_> {
    /// The heading of a section's file: its title, in the first of its files.
    pub(super) fn section_title(&mut self, section: &Section, name: &str, first: bool) {
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
        self.markup().line();
    }

    /// Where a page of the printed sheet begins, if one does.
    pub(super) fn page_mark(&mut self, start: Start) {
        let Some(&page) = self.book.page_marks.get(&start) else { return };
        let attributes = [
            ("epub:type", "pagebreak"),
            ("role", "doc-pagebreak"),
            ("id", &page_id(page)),
            ("aria-label", &filled(self.book.words.book.page, &page.to_string())),
        ];
        self.markup().facts.page_breaks += 1;
        self.empty("span", &attributes);
    }

    /// An entry, or what this file has of it.
    pub(super) fn entry(&mut self, spot: Spot) {
        let book = self.book;
        let entry = &book.document.sections[spot.section].entries[spot.entry];
        let kind = self.file.map_or(FileKind::Entries, |file| book.files[file].kind);
        match (kind, entry) {
            (FileKind::Entries, _) => self.whole_entry(spot, entry),
            (FileKind::Answers, Entry::Question(question)) => {
                self.hidden_answer(spot, question);
            }
            (FileKind::Answers, Entry::Topic(_)) => {}
        }
    }

    fn whole_entry(&mut self, spot: Spot, entry: &Entry) {
        let book = self.book;
        let id = book.entry_id(spot);
        let class = match entry {
            Entry::Question(_) => "question",
            Entry::Topic(_) => "topic",
        };
        self.element("section", &[("class", class), ("id", id)], |text| {
            text.page_mark(Start { section: spot.section, entry: Some(spot.entry) });
            text.entry_title(spot, entry);
            match (book.answers, entry) {
                (Answers::Hidden, Entry::Question(question)) => {
                    text.blocks(question.prompt());
                    text.way_to_answer(spot, question);
                }
                _ => text.blocks(entry.blocks()),
            }
        });
        self.markup().line();
    }

    /// The question's number leads to the question's line in the list of all questions.
    fn entry_title(&mut self, spot: Spot, entry: &Entry) {
        let titled = matches!(entry, Entry::Question(_)) || !entry.title().is_empty();
        self.headings = Headings::below(if titled { 2 } else { 1 });
        if !titled {
            return;
        }
        let href = self.book.index_href(spot);
        self.element("h2", &[], |text| {
            if let Entry::Question(question) = entry {
                let attributes = [("class", "added number"), ("href", href.as_str())];
                text.leaf("a", &attributes, &format!("Q{}", question.number));
                text.text(" ");
            }
            text.inlines(entry.title());
        });
        self.markup().line();
    }

    /// A link that pops the answer up where the reader can (as it does with notes), and
    /// leads to it where it can't.
    fn way_to_answer(&mut self, spot: Spot, question: &Question) {
        let word = self.book.words.book.answer;
        let attributes = [
            ("epub:type", "noteref"),
            ("role", "doc-noteref"),
            ("href", &self.book.answer_href(spot)),
            ("aria-label", &self.book.listed(word, &format!("Q{}", question.number))),
        ];
        let paragraph = self.book.own(&[("class", "added to-answer")]);
        self.element("p", &paragraph, |text| {
            text.leaf("a", &attributes, word);
        });
        self.markup().line();
    }

    /// An answer that is not beside its question. Apple Books takes an `aside` that is a
    /// footnote out of the text; a `div` stays, and pops up all the same.
    fn hidden_answer(&mut self, spot: Spot, question: &Question) {
        let book = self.book;
        let number = format!("Q{}", question.number);
        let attributes = [
            ("class", "answer"),
            ("epub:type", "footnote"),
            ("role", "doc-footnote"),
            ("id", &book.answer_id(spot)),
        ];
        let back = [
            ("role", "doc-backlink"),
            ("href", &book.href(spot)),
            ("aria-label", &book.listed(&number, book.words.book.back_to_question)),
        ];
        self.headings = Headings::below(2);
        self.element("div", &attributes, |text| {
            text.element("h2", &[("class", "added")], |text| {
                text.leaf("a", &back, &number);
            });
            text.blocks(question.reply());
        });
        self.markup().line();
    }
}
