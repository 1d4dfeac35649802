//! The files of the book: title page, sections and their answers.

use crate::document::Document;

use super::book::{Book, EntrySize, Holds, Part, one_line};
use super::file::{COVER_FILE, File, TITLE_FILE, page};
use super::lists;
use super::options::{Cover, EpubOptions};
use super::picture_files::PictureFiles;
use super::style;
use super::text::Text;
use super::xml::{Attribute, Xml};

/// Decides what goes where. Entries are written once for their sizes alone; that is
/// cheap, and holds for any text, however much of it needs escaping.
pub fn plan<'a>(
    document: &'a Document,
    options: &EpubOptions,
    pictures: &'a PictureFiles,
) -> Book<'a> {
    let answers = options.answers;
    let mut book = Book::whole(document, answers);
    book.pictures = Some(pictures);
    let mut sizes = Vec::new();
    for (part, Part { section, holds, entries, .. }) in book.parts.iter().enumerate() {
        let size = |entry| {
            let mut text = Text::of(&book, part);
            text.entry(*section, entry);
            text.write_notes();
            text.markup().len()
        };
        // A section's answers come after its entries.
        let known = sizes.len() - entries.len() * usize::from(*holds == Holds::Answers);
        for entry in entries.clone() {
            match holds {
                Holds::Entries => sizes.push(EntrySize { entry: size(entry), answer: 0 }),
                Holds::Answers => sizes[known + entry].answer = size(entry),
            }
        }
    }
    let mut book = Book::split(document, answers, &sizes);
    book.pictures = Some(pictures);
    lists::plan_questions(&mut book);
    if let Some(list) = &options.pages {
        book.mark_pages(&list.pages);
    }
    book
}

/// Writes all files, in reading order: each section is followed by its answers, where they
/// are hidden, and by its review.
pub fn write(book: &Book, options: &EpubOptions) -> Vec<File> {
    let mut files = Vec::new();
    files.extend(options.cover.as_ref().map(|cover| cover_file(book, cover)));
    files.push(title_file(book));
    for (at, part) in book.parts.iter().enumerate() {
        files.push(section_file(book, at, options));
        if book.parts.get(at + 1).is_none_or(|next| next.section != part.section) {
            files.extend(lists::review_files(book, part.section, options));
        }
    }
    files.extend(lists::question_files(book));
    files
}

fn cover_file(book: &Book, cover: &Cover) -> File {
    let title = book.words.cover;
    let page = page(book, title, "cover", |body| {
        body.empty(
            "img",
            &[
                ("epub:type", "cover"),
                ("role", "doc-cover"),
                ("src", cover.name()),
                ("alt", &format!("{title}: {}", book.title)),
            ],
        );
    });
    File { name: COVER_FILE.to_owned(), title: title.to_owned(), page }
}

fn title_file(book: &Book) -> File {
    let meta = &book.document.meta;
    let lines =
        [("subtitle", &meta.subtitle), ("author", &meta.author), ("date", &meta.date)];
    let page = page(book, &book.title, "title-page", |body| {
        body.element("section", &[("epub:type", "titlepage")], |section| {
            section.leaf("h1", &[], &book.title);
            for (class, line) in lines {
                let line = line.as_deref().map(one_line).unwrap_or_default();
                let role: &[Attribute] = match class {
                    "subtitle" => &[("class", class), ("role", "doc-subtitle")],
                    _ => &[("class", class)],
                };
                if !line.is_empty() {
                    section.leaf("p", role, &line);
                }
            }
        });
    });
    File { name: TITLE_FILE.to_owned(), title: book.words.title_page.to_owned(), page }
}

fn section_file(book: &Book, part: usize, options: &EpubOptions) -> File {
    let Part { file, section, holds, entries, continued } = &book.parts[part];
    let title = book.part_name(&book.parts[part]);
    let class = style::accent_class(*section, options.accents.len());
    let page = page(book, &title, &class, |body| {
        let mut text = Text::of(book, part);
        let first = !continued && *holds == Holds::Entries;
        let id = if first { &book.ids[*section].0 } else { "_section" };
        let attributes = [
            ("id", id),
            ("epub:type", "chapter"),
            ("role", "doc-chapter"),
            ("aria-labelledby", "_title"),
        ];
        text.element("section", &attributes, |text| {
            if first {
                text.page_mark((*section, None));
            }
            text.section_title(&book.document.sections[*section], &title, first);
            for entry in entries.clone() {
                text.entry(*section, entry);
            }
            text.write_notes();
        });
        body.append(text.finish());
    });
    File { name: file.clone(), title, page }
}
