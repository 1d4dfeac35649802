//! A file of XHTML: what is around the text of every one.

use crate::text::Direction;

use super::book::Book;
use super::facts::Facts;
use super::xml::{Markup, Xml};

/// The cover's file.
pub(super) const COVER_FILE: &str = "cover.xhtml";
/// The title page's file.
pub(super) const TITLE_FILE: &str = "title.xhtml";
/// The style sheet's file, named by epub-builder.
const STYLE_FILE: &str = "stylesheet.css";

/// A finished file.
pub(super) struct File {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What is in it.
    pub page: Page,
}

/// The content of a file.
pub(super) struct Page {
    /// XHTML.
    pub text: String,
    /// What it holds.
    pub facts: Facts,
}

/// The content of a file with `body` in it.
pub(super) fn page(
    book: &Book,
    title: &str,
    class: &str,
    body: impl FnOnce(&mut Markup),
) -> Page {
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
    Page { facts: markup.facts, text: markup.finish() }
}

fn write_head(head: &mut Markup, title: &str) {
    head.empty("meta", &[("charset", "utf-8")]);
    head.leaf("title", &[], title);
    let style = [("rel", "stylesheet"), ("type", "text/css"), ("href", STYLE_FILE)];
    head.empty("link", &style);
}
