//! The contents: as the nav document of EPUB 3, and as the NCX for older readers.

use crate::document::Entry;

use super::book::{
    Book, FILE_LIMIT, FileKind, QUESTIONS, SectionFile, Spot, entry_name, numbered,
};
use super::file::{COVER_FILE, TITLE_FILE, page};
use super::options::EpubOptions;
use super::review;
use super::xml::{Attribute, Markup, Xml};

/// The nav document's file, named by epub-builder, and the contents in it.
const CONTENTS: &str = "nav.xhtml#toc";

/// A line of the contents.
pub(super) struct Line {
    label: String,
    href: String,
    below: Vec<Line>,
}

impl Line {
    fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), below: Vec::new() }
    }
}

/// Sections, and below them their questions and topics; in reading order, as readers
/// expect. What stands outside any section is not put below anything.
///
/// Contents are a single file, so where there are thousands of questions, the files that
/// hold them are named instead; the list of all questions still has each.
pub(super) fn contents(book: &Book) -> Vec<Line> {
    let full = lines(book, &entry_lines);
    if ncx(book, &full, "").len() <= FILE_LIMIT {
        return full;
    }
    lines(book, &file_lines)
}

fn lines(book: &Book, below: &dyn Fn(&Book, usize) -> Vec<Line>) -> Vec<Line> {
    let mut lines = vec![Line::new(book.words.book.title_page, TITLE_FILE)];
    for (index, section) in book.document.sections.iter().enumerate() {
        let mut entries = below(book, index);
        entries.extend(
            book.answers_href(index).map(|href| Line::new(book.words.book.answers, href)),
        );
        entries.extend(
            review::review_href(book, index)
                .map(|href| Line::new(book.words.book.review, href)),
        );
        let untitled = section.number == 0 && section.title.is_empty();
        if untitled && !entries.is_empty() {
            lines.extend(entries);
        } else {
            let line = Line::new(book.section_name(section), book.section_href(index));
            lines.push(Line { below: entries, ..line });
        }
    }
    if book.document.questions().next().is_some() {
        lines.push(Line::new(book.words.book.questions, numbered(QUESTIONS, 0)));
    }
    lines
}

fn entry_lines(book: &Book, section: usize) -> Vec<Line> {
    let entries = book.document.sections[section].entries.iter().enumerate();
    let lines = entries.map(|(at, entry)| {
        Line::new(entry_name(entry), book.href(Spot { section, entry: at }))
    });
    lines.filter(|line| !line.label.is_empty()).collect()
}

/// The files of a section, by the first and the last question in each.
fn file_lines(book: &Book, section: usize) -> Vec<Line> {
    let entries = &book.document.sections[section].entries;
    let line = |file: &SectionFile| {
        let mut asked = entries[file.entries.clone()].iter().filter_map(question_number);
        let first = asked.next()?;
        let last = asked.next_back().unwrap_or(first);
        let span = if first == last { String::new() } else { format!("–Q{last}") };
        Some(Line::new(format!("Q{first}{span}"), &*file.name))
    };
    let files = book.files.iter().filter(|file| file.section == section);
    files.filter(|file| file.kind == FileKind::Entries).filter_map(line).collect()
}

fn question_number(entry: &Entry) -> Option<u32> {
    match entry {
        Entry::Question(question) => Some(question.number),
        Entry::Topic(_) => None,
    }
}

/// The nav document: contents to be read, landmarks for the reader's menus only.
pub(super) fn document(book: &Book, contents: &[Line], options: &EpubOptions) -> String {
    let words = &book.words.book;
    page(book, words.contents, "contents", |body| {
        let toc = [
            ("epub:type", "toc"),
            ("role", "doc-toc"),
            ("id", "toc"),
            ("aria-labelledby", "toc-title"),
        ];
        body.element("nav", &toc, |nav| {
            nav.leaf("h1", &book.own(&[("id", "toc-title")]), words.contents);
            write_lines(nav, contents);
        });
        body.line();
        let landmarks = [
            ("epub:type", "landmarks"),
            ("aria-label", words.landmarks),
            ("hidden", "hidden"),
        ];
        body.element("nav", &landmarks, |nav| {
            nav.leaf("h2", &book.own(&[]), words.landmarks);
            nav.element("ol", &[], |list| write_landmarks(list, book, options));
        });
        write_page_list(body, book);
    })
    .text
}

/// The pages of the printed sheet, for the reader's menus.
fn write_page_list(body: &mut Markup, book: &Book) {
    if book.page_marks.is_empty() {
        return;
    }
    let attributes = [
        ("epub:type", "page-list"),
        ("role", "doc-pagelist"),
        ("aria-label", book.words.book.pages),
        ("hidden", "hidden"),
    ];
    body.line();
    body.element("nav", &attributes, |nav| {
        nav.leaf("h2", &book.own(&[]), book.words.book.pages);
        nav.element("ol", &[], |list| {
            for (page, href) in book.pages() {
                list.element("li", &[], |item| {
                    item.leaf("a", &[("href", &href)], &page.to_string());
                });
            }
        });
    });
}

fn write_lines(nav: &mut Markup, lines: &[Line]) {
    nav.element("ol", &[], |list| {
        for line in lines {
            list.element("li", &[], |item| {
                item.leaf("a", &[("href", &line.href)], &line.label);
                if !line.below.is_empty() {
                    write_lines(item, &line.below);
                }
            });
            list.line();
        }
    });
}

fn write_landmarks(list: &mut Markup, book: &Book, options: &EpubOptions) {
    let words = &book.words.book;
    let questions = numbered(QUESTIONS, 0);
    let mut marks = Vec::new();
    if options.cover.is_some() {
        marks.push(("cover", COVER_FILE, words.cover));
    }
    marks.extend([
        ("titlepage", TITLE_FILE, words.title_page),
        ("toc", CONTENTS, words.contents),
    ]);
    if let Some(first) = book.files.first() {
        marks.push(("bodymatter", &first.name, words.start));
    }
    if book.document.questions().next().is_some() {
        marks.push(("index", &questions, words.questions));
    }
    for (kind, href, label) in marks {
        list.element("li", &[], |item| {
            item.leaf("a", &[("epub:type", kind), ("href", href)], label);
        });
    }
}

/// The NCX (OPF 2.0.1, section 2.4.1) with the same lines, levels and order.
pub(super) fn ncx(book: &Book, contents: &[Line], identifier: &str) -> String {
    let depth =
        if contents.iter().any(|line| !line.below.is_empty()) { "2" } else { "1" };
    let pages = book.page_marks.len().to_string();
    let last = book.page_marks.values().max().copied().unwrap_or_default().to_string();
    let metas = [
        ("dtb:uid", identifier),
        ("dtb:depth", depth),
        ("dtb:totalPageCount", &pages),
        ("dtb:maxPageNumber", &last),
    ];
    let attributes: [Attribute; 3] = [
        ("xmlns", "http://www.daisy.org/z3986/2005/ncx/"),
        ("version", "2005-1"),
        ("xml:lang", &book.language),
    ];
    let mut markup = Markup::document(false);
    markup.element("ncx", &attributes, |ncx| {
        ncx.element("head", &[], |head| {
            for (name, content) in metas {
                head.empty("meta", &[("name", name), ("content", content)]);
            }
        });
        ncx.element("docTitle", &[], |title| title.leaf("text", &[], &book.title));
        let mut order = 0;
        ncx.element("navMap", &[], |map| write_points(map, contents, &mut order));
        write_page_targets(ncx, book, order);
    });
    markup.finish()
}

fn write_page_targets(ncx: &mut Markup, book: &Book, mut order: usize) {
    if book.page_marks.is_empty() {
        return;
    }
    ncx.element("pageList", &[], |list| {
        for (page, href) in book.pages() {
            order += 1;
            let page = page.to_string();
            let attributes = [
                ("id", &*format!("page-{page}")),
                ("type", "normal"),
                ("value", &page),
                ("playOrder", &order.to_string()),
            ];
            list.element("pageTarget", &attributes, |target| {
                target.element("navLabel", &[], |label| label.leaf("text", &[], &page));
                target.empty("content", &[("src", &href)]);
            });
        }
    });
}

fn write_points(map: &mut Markup, lines: &[Line], order: &mut usize) {
    for line in lines {
        *order += 1;
        let (id, order_text) = (format!("point-{order}"), order.to_string());
        map.element("navPoint", &[("id", &id), ("playOrder", &order_text)], |point| {
            point.element("navLabel", &[], |label| label.leaf("text", &[], &line.label));
            point.empty("content", &[("src", &line.href)]);
            write_points(point, &line.below, order);
        });
        map.line();
    }
}
