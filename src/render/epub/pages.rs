//! The files of the book: title page, sections and their answers.

use crate::document::Document;
use crate::text::Direction;

use super::book::{Book, EntrySize, Holds, Part, one_line};
use super::lists;
use super::pictures::Shown;
use super::style;
use super::text::Text;
use super::xml::{Attribute, Markup, Xml};
use super::{Cover, EpubOptions};

/// The cover's file.
pub const COVER_FILE: &str = "cover.xhtml";
/// The title page's file.
pub const TITLE_FILE: &str = "title.xhtml";
/// The style sheet's file, named by epub-builder.
const STYLE_FILE: &str = "stylesheet.css";

/// A finished file.
pub struct File {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// XHTML.
    pub text: String,
}

/// Decides what goes where. Entries are written once for their sizes alone; that is
/// cheap, and holds for any text, however much of it needs escaping.
pub fn plan<'a>(
    document: &'a Document,
    options: &EpubOptions,
    shown: &'a Shown,
) -> Book<'a> {
    let answers = options.answers;
    let mut book = Book::whole(document, answers);
    book.pictures = Some(shown);
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
    book.pictures = Some(shown);
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

/// A file with `body` in it.
pub fn page(
    book: &Book,
    title: &str,
    class: &str,
    body: impl FnOnce(&mut Markup),
) -> String {
    let mut markup = Markup::document(true);
    let mut attributes = vec![
        ("xmlns", "http://www.w3.org/1999/xhtml"),
        ("xmlns:epub", "http://www.idpf.org/2007/ops"),
        ("lang", book.language.as_str()),
        ("xml:lang", book.language.as_str()),
    ];
    if Direction::of_language(&book.language).is_rtl() {
        attributes.push(("dir", "rtl"));
    }
    let class = [("class", class)];
    let class = if class[0].1.is_empty() { &class[..0] } else { &class[..] };
    markup.element("html", &attributes, |html| {
        html.line();
        html.element("head", &[], |head| write_head(head, title));
        html.line();
        html.element("body", class, |inside| {
            inside.line();
            body(inside);
            inside.line();
        });
        html.line();
    });
    markup.line();
    markup.finish()
}

fn write_head(head: &mut Markup, title: &str) {
    head.empty("meta", &[("charset", "utf-8")]);
    head.leaf("title", &[], title);
    let style = [("rel", "stylesheet"), ("type", "text/css"), ("href", STYLE_FILE)];
    head.empty("link", &style);
}

fn cover_file(book: &Book, cover: &Cover) -> File {
    let title = book.words.cover;
    let text = page(book, title, "cover", |body| {
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
    File { name: COVER_FILE.to_owned(), title: title.to_owned(), text }
}

fn title_file(book: &Book) -> File {
    let meta = &book.document.meta;
    let lines =
        [("subtitle", &meta.subtitle), ("author", &meta.author), ("date", &meta.date)];
    let text = page(book, &book.title, "title-page", |body| {
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
    File { name: TITLE_FILE.to_owned(), title: book.words.title_page.to_owned(), text }
}

fn section_file(book: &Book, part: usize, options: &EpubOptions) -> File {
    let Part { file, section, holds, entries, continued } = &book.parts[part];
    let title = book.part_name(&book.parts[part]);
    let class = style::accent_class(*section, options.accents.len());
    let text = page(book, &title, &class, |body| {
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
    File { name: file.clone(), title, text }
}
