//! Ways through the book beside the contents: the list of all questions, and each
//! section's review.

use crate::document::{Entry, Section};
use crate::select::{KeyPoint, key_points};

use super::book::{Book, QUESTIONS, Spot, entry_name, numbered, split_by_size};
use super::file::{File, page};
use super::options::EpubOptions;
use super::style;
use super::text::Text;
use super::xml::{Markup, Xml};

/// Decides which questions are listed in which file.
pub fn plan_questions(book: &mut Book) {
    let questions = questions(book);
    let lines = questions.iter().map(|&spot| question_line(book, spot).len());
    let sizes: Vec<usize> = lines.collect();
    for (file, range) in split_by_size(&sizes).into_iter().enumerate() {
        book.listed_in.extend(questions[range].iter().map(|&spot| (spot, file)));
    }
}

fn questions(book: &Book) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (index, section) in book.document.sections.iter().enumerate() {
        let entries = section.entries.iter().enumerate();
        let asked = entries.filter(|(_, entry)| matches!(entry, Entry::Question(_)));
        spots.extend(asked.map(|(at, _)| Spot { section: index, entry: at }));
    }
    spots
}

/// Every question with its number, in its section, linked to where it is asked.
pub fn question_files(book: &Book) -> Vec<File> {
    let spots: Vec<(&Spot, &usize)> = book.listed_in.iter().collect();
    let files = spots.chunk_by(|(_, one), (_, next)| one == next).enumerate();
    files.map(|(at, listed)| question_file(book, at, listed)).collect()
}

fn question_file(book: &Book, at: usize, listed: &[(&Spot, &usize)]) -> File {
    let title = book.continued_title(book.words.questions.to_owned(), at > 0);
    let page = page(book, &title, "questions", |body| {
        body.leaf("h1", &[], &title);
        for spots in listed.chunk_by(|(one, _), (next, _)| one.section == next.section) {
            let section = &book.document.sections[spots[0].0.section];
            body.leaf("h2", &[], &book.section_name(section));
            body.element("ul", &[], |list| {
                for (spot, _) in spots {
                    list.append(question_line(book, **spot));
                }
            });
            body.line();
        }
    });
    File { name: numbered(QUESTIONS, at), title, page }
}

fn question_line(book: &Book, spot: Spot) -> Markup {
    let mut line = Markup::fragment();
    let entry = &book.document.sections[spot.section].entries[spot.entry];
    line.element("li", &[("id", &book.index_id(spot))], |item| {
        let href = book.href(spot);
        item.leaf("a", &[("href", &href)], &entry_name(entry));
    });
    line.line();
    line
}

/// The first file of a section's review, if it has one.
pub fn review_href(book: &Book, section: usize) -> Option<String> {
    let has_lines = |entry: &Entry| !key_points(entry).is_empty();
    let entries = &book.document.sections[section].entries;
    entries.iter().any(has_lines).then(|| review_name(book, section, 0))
}

fn review_name(book: &Book, section: usize, at: usize) -> String {
    // Named like the section's own file.
    numbered(
        &book.section_href(section).replace("section", "review").replace(".xhtml", ""),
        at,
    )
}

/// What to remember of a section, question by question.
pub fn review_files(book: &Book, section: usize, options: &EpubOptions) -> Vec<File> {
    if review_href(book, section).is_none() {
        return Vec::new();
    }
    let entries = &book.document.sections[section].entries;
    let spots: Vec<Spot> =
        (0..entries.len()).map(|entry| Spot { section, entry }).collect();
    let size = |&spot: &Spot| {
        let mut text = Text::new(book);
        text.review_entry(spot);
        text.write_notes();
        text.markup().len()
    };
    let sizes: Vec<usize> = spots.iter().map(size).collect();
    let files = split_by_size(&sizes).into_iter().enumerate();
    files.map(|(at, range)| review_file(book, at, &spots[range], options)).collect()
}

fn review_file(book: &Book, at: usize, spots: &[Spot], options: &EpubOptions) -> File {
    let section = spots[0].section;
    let named = &book.document.sections[section];
    let title = book.continued_title(review_title(book, named), at > 0);
    let class =
        ["review", &style::accent_class(section, options.accents.len())].join(" ");
    let page = page(book, &title, class.trim_end(), |body| {
        let mut text = Text::new(book);
        text.leaf("h1", &[], &title);
        text.markup().line();
        for &spot in spots {
            text.review_entry(spot);
        }
        text.write_notes();
        body.append(text.finish());
    });
    File { name: review_name(book, section, at), title, page }
}

fn review_title(book: &Book, section: &Section) -> String {
    format!("{}: {}", book.words.review, book.section_name(section))
}

impl Text<'_> {
    /// The title of an entry, linked to it, and what to remember of it.
    fn review_entry(&mut self, spot: Spot) {
        let entry = &self.book.document.sections[spot.section].entries[spot.entry];
        let lines = key_points(entry);
        if lines.is_empty() {
            return;
        }
        let href = self.book.href(spot);
        self.element("h2", &[], |text| {
            text.leaf("a", &[("href", &href)], &entry_name(entry));
        });
        for line in lines {
            self.reminder(line);
        }
        self.markup().line();
    }

    fn reminder(&mut self, line: KeyPoint) {
        match line {
            KeyPoint::Blocks(blocks) => self.blocks(blocks),
            KeyPoint::Labels(labels) => {
                self.element("ul", &[("class", "labels")], |text| {
                    for label in labels {
                        text.element("li", &[], |text| text.inlines(label));
                    }
                });
            }
        }
    }
}
