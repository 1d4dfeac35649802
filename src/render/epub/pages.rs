//! The files of the book: title page, sections and their answers.

use crate::document::Document;

use super::book::{
    ANSWERS, Book, EntrySize, FileKind, SECTION, SectionFile, Spot, Start, one_line,
};
use super::file::{COVER_FILE, File, TITLE_FILE, page};
use super::in_short::InShort;
use super::lists;
use super::options::{CodeLook, Cover, EpubOptions};
use super::picture_files::PictureFiles;
use super::review;
use super::style;
use super::text::Text;
use super::xml::{Attribute, Xml};

/// Whether a file of this name has text of the guide: others say again what stands there.
pub(crate) fn has_text(name: &str) -> bool {
    let begins = name.starts_with(SECTION) || name.starts_with(ANSWERS);
    name == TITLE_FILE || (begins && name.strip_suffix(".xhtml").is_some())
}

/// Decides what goes where. Entries are written once for their sizes alone; that is
/// cheap, and holds for any text, however much of it needs escaping.
pub(super) fn plan<'a>(
    document: &'a Document,
    options: &EpubOptions,
    pictures: &'a PictureFiles,
    in_short: &'a InShort,
) -> Book<'a> {
    let answers = options.answers;
    let mut book = Book::whole(document, answers);
    book.pictures = Some(pictures);
    let code_look = options.code_hues.map_or(CodeLook::Plain, |_| CodeLook::Classes);
    book.code_look = code_look;
    let mut sizes = Vec::new();
    for (file, planned) in book.files.iter().enumerate() {
        let SectionFile { section, kind, entries, .. } = planned;
        let size = |entry| {
            let mut text = Text::of(&book, file);
            text.entry(Spot { section: *section, entry });
            text.write_notes();
            text.markup().len()
        };
        // A section's answers come after its entries.
        let known = sizes.len() - entries.len() * usize::from(*kind == FileKind::Answers);
        for entry in entries.clone() {
            match kind {
                FileKind::Entries => {
                    sizes.push(EntrySize { entry: size(entry), answer: 0 });
                }
                FileKind::Answers => sizes[known + entry].answer = size(entry),
            }
        }
    }
    let mut book = Book::split(document, answers, &sizes);
    book.pictures = Some(pictures);
    book.code_look = code_look;
    book.in_short = Some(in_short);
    lists::plan_questions(&mut book);
    if let Some(list) = &options.pages {
        book.mark_pages(&list.pages);
    }
    book
}

/// Writes all files, in reading order: each section is followed by its answers, where they
/// are hidden, and by its review.
pub(super) fn write(book: &Book, options: &EpubOptions) -> Vec<File> {
    let mut files = Vec::new();
    files.extend(options.cover.as_ref().map(|cover| cover_file(book, cover)));
    files.push(title_file(book));
    for (at, planned) in book.files.iter().enumerate() {
        files.push(section_file(book, at, options));
        if book.files.get(at + 1).is_none_or(|next| next.section != planned.section) {
            files.extend(review::review_files(book, planned.section, options));
        }
    }
    files.extend(lists::question_files(book));
    files
}

fn cover_file(book: &Book, cover: &Cover) -> File {
    let title = book.words.book.cover;
    let page = page(book, title, "cover", |body| {
        body.empty(
            "img",
            &[
                ("epub:type", "cover"),
                ("role", "doc-cover"),
                ("src", cover.name()),
                ("alt", &book.named(title, &book.title)),
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
    File {
        name: TITLE_FILE.to_owned(),
        title: book.words.book.title_page.to_owned(),
        page,
    }
}

fn section_file(book: &Book, at: usize, options: &EpubOptions) -> File {
    let SectionFile { name, section, kind, entries, continued } = &book.files[at];
    let title = book.file_title(&book.files[at]);
    let class = style::accent_class(*section, options.accents.len());
    let page = page(book, &title, &class, |body| {
        let mut text = Text::of(book, at);
        let first = !continued && *kind == FileKind::Entries;
        let id = if first { &book.ids[*section].section } else { "_section" };
        let attributes = [
            ("id", id),
            ("epub:type", "chapter"),
            ("role", "doc-chapter"),
            ("aria-labelledby", "_title"),
        ];
        text.element("section", &attributes, |text| {
            if first {
                text.page_mark(Start { section: *section, entry: None });
            }
            text.section_title(&book.document.sections[*section], &title, first);
            for entry in entries.clone() {
                text.entry(Spot { section: *section, entry });
            }
            text.write_notes();
        });
        body.append(text.finish());
    });
    File { name: name.clone(), title, page }
}
