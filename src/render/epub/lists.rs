//! A way through the book beside the contents: the list of all questions.

use crate::document::Entry;

use super::book::{Book, QUESTIONS, Spot, entry_name, numbered, split_by_size};
use super::file::{File, page};
use super::xml::{Markup, Xml};

/// Decides which questions are listed in which file.
pub(super) fn plan_questions(book: &mut Book) {
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
pub(super) fn question_files(book: &Book) -> Vec<File> {
    let spots: Vec<(&Spot, &usize)> = book.listed_in.iter().collect();
    let files = spots.chunk_by(|(_, one), (_, next)| one == next).enumerate();
    files.map(|(at, listed)| question_file(book, at, listed)).collect()
}

fn question_file(book: &Book, at: usize, listed: &[(&Spot, &usize)]) -> File {
    let title = book.continued_title(book.words.book.questions.to_owned(), at > 0);
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
