//! The files of the book: title page, sections, the list of all questions.

use std::collections::BTreeSet;

use crate::document::{Document, Entry, Section};

use super::EpubOptions;
use super::blocks::Headings;
use super::book::{Book, Part, entry_name, one_line};
use super::language;
use super::notes::Notes;
use super::style;
use super::xml::{Attribute, Markup, Xml};

/// The title page's file.
pub const TITLE_FILE: &str = "title.xhtml";
/// The file that lists all questions.
pub const QUESTIONS_FILE: &str = "questions.xhtml";
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

/// Text of one part being written.
pub struct Text<'a> {
    /// Where everything is found.
    pub book: &'a Book<'a>,
    /// The part's index.
    pub part: usize,
    /// Whether a link is open.
    pub in_link: bool,
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

/// Decides what goes where. Entries are written once for their sizes alone; that is
/// cheap, and holds for any text, however much of it needs escaping.
pub fn plan(document: &Document) -> Book<'_> {
    let book = Book::whole(document);
    let mut sizes = Vec::new();
    for (part, Part { section, entries, .. }) in book.parts.iter().enumerate() {
        for entry in entries.clone() {
            let mut text = Text::of(&book, part);
            text.entry(*section, entry);
            text.write_notes();
            sizes.push(text.markup.len());
        }
    }
    Book::split(document, &sizes)
}

/// Writes all files, in reading order.
pub fn write(book: &Book, options: &EpubOptions) -> Vec<File> {
    let sections = (0..book.parts.len()).map(|part| section_file(book, part, options));
    let mut files = vec![title_file(book)];
    files.extend(sections);
    if book.document.questions().next().is_some() {
        files.push(questions_file(book));
    }
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
    if language::runs_leftwards(&book.language) {
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
    let Part { file, section, entries, continued } = &book.parts[part];
    let title = book.section_name(&book.document.sections[*section]);
    let class = style::accent_class(*section, options.accents.len());
    let text = page(book, &title, &class, |body| {
        let mut text = Text::of(book, part);
        let id = if *continued { "_section" } else { &book.ids[*section].0 };
        let attributes = [
            ("id", id),
            ("epub:type", "chapter"),
            ("role", "doc-chapter"),
            ("aria-labelledby", "_title"),
        ];
        text.element("section", &attributes, |text| {
            text.section_title(&book.document.sections[*section], *continued);
            for entry in entries.clone() {
                text.entry(*section, entry);
            }
            text.write_notes();
        });
        body.append(text.markup);
    });
    File { name: file.clone(), title, text }
}

/// Every question with its number, in its section, linked to where it is answered.
fn questions_file(book: &Book) -> File {
    let title = book.words.questions;
    let text = page(book, title, "questions", |body| {
        body.leaf("h1", &[], title);
        for (index, section) in book.document.sections.iter().enumerate() {
            if section.questions().next().is_some() {
                body.leaf("h2", &[], &book.section_name(section));
                write_question_list(book, index, body);
            }
        }
    });
    File { name: QUESTIONS_FILE.to_owned(), title: title.to_owned(), text }
}

fn write_question_list(book: &Book, section: usize, body: &mut Markup) {
    body.element("ul", &[], |list| {
        for (at, entry) in book.document.sections[section].entries.iter().enumerate() {
            if matches!(entry, Entry::Question(_)) {
                let id = index_id(&book.ids[section].1[at]);
                list.element("li", &[("id", &id)], |item| {
                    let href = book.href(section, at);
                    item.leaf("a", &[("href", &href)], &entry_name(entry));
                });
                list.line();
            }
        }
    });
    body.line();
}

/// The id of a question's line in the list of all questions.
fn index_id(question: &str) -> String {
    format!("_to-{question}")
}

impl<'a> Text<'a> {
    fn of(book: &'a Book<'a>, part: usize) -> Self {
        Self {
            book,
            part,
            in_link: false,
            headings: Headings::default(),
            notes: Notes::default(),
            claimed: BTreeSet::new(),
            markup: Markup::fragment(),
        }
    }

    /// The id in this file of a heading that has `id` in the tree; nothing where another
    /// thing has it already.
    pub fn claim(&mut self, id: &str) -> Option<String> {
        let place = self.book.find(id)?;
        if place.part != self.part || !place.heading {
            return None;
        }
        self.claimed.insert(place.id.clone()).then(|| place.id.clone())
    }

    fn section_title(&mut self, section: &Section, continued: bool) {
        let book = self.book;
        self.element("h1", &[("id", "_title")], |text| {
            if continued {
                let name = book.section_name(section);
                return text.added(&format!("{name} ({})", book.words.continued));
            }
            if section.title.is_empty() {
                return text.added(&book.section_name(section));
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

    fn entry(&mut self, section: usize, index: usize) {
        let book = self.book;
        let entry = &book.document.sections[section].entries[index];
        let id = book.ids[section].1[index].as_str();
        let class = match entry {
            Entry::Question(_) => "question",
            Entry::Topic(_) => "topic",
        };
        self.element("section", &[("class", class), ("id", id)], |text| {
            text.entry_title(entry, id);
            text.blocks(entry.blocks());
        });
        self.markup.line();
    }

    /// The question's number leads to the question's line in the list of all questions.
    fn entry_title(&mut self, entry: &Entry, id: &str) {
        let titled = matches!(entry, Entry::Question(_)) || !entry.title().is_empty();
        self.headings = Headings::below(if titled { 2 } else { 1 });
        if !titled {
            return;
        }
        self.element("h2", &[], |text| {
            if let Entry::Question(question) = entry {
                let href = format!("{QUESTIONS_FILE}#{}", index_id(id));
                let attributes = [("class", "added number"), ("href", href.as_str())];
                text.leaf("a", &attributes, &format!("Q{}", question.number));
                text.text(" ");
            }
            text.inlines(entry.title());
        });
        self.markup.line();
    }
}
