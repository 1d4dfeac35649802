//! Each section's review: what to remember of it, question by question.
//!
//! The author's key lines come first; where there are none, the answer in short, linked to
//! the whole one. A section of short answers needs no shorter ones: there the outline of an
//! answer is what is left to show.

use crate::document::{Entry, Question, Section};
use crate::select::{KeyPoint, key_points};

use super::book::{Book, Spot, entry_name, numbered, split_by_size};
use super::file::{File, page};
use super::headings::Headings;
use super::in_short::ShortAnswer;
use super::options::{Answers, EpubOptions};
use super::style;
use super::text::Text;
use super::xml::Xml;

/// What to remember of an entry.
enum Points<'a> {
    /// Key lines, or an outline.
    Key(Vec<KeyPoint<'a>>),
    /// An answer in short.
    Short(ShortAnswer<'a>),
}

fn points<'a>(book: &Book<'a>, spot: Spot) -> Option<Points<'a>> {
    let Spot { section, entry: at } = spot;
    let entry = &book.document.sections[section].entries[at];
    let short = book.in_short.and_then(|short| short.answer(section, at, entry));
    if let Some(short) = short {
        return Some(Points::Short(short));
    }
    let points = key_points(entry);
    (!points.is_empty()).then_some(Points::Key(points))
}

/// The first file of a section's review, if it has one.
pub(super) fn review_href(book: &Book, section: usize) -> Option<String> {
    let entries = book.document.sections[section].entries.len();
    let has_points = |entry| points(book, Spot { section, entry }).is_some();
    (0..entries).any(has_points).then(|| review_name(book, section, 0))
}

fn review_name(book: &Book, section: usize, at: usize) -> String {
    // Named like the section's own file.
    numbered(
        &book.section_href(section).replace("section", "review").replace(".xhtml", ""),
        at,
    )
}

/// What to remember of a section, question by question.
pub(super) fn review_files(
    book: &Book,
    section: usize,
    options: &EpubOptions,
) -> Vec<File> {
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
    book.named(book.words.book.review, &book.section_name(section))
}

impl Text<'_> {
    /// The title of an entry, linked to it, and what to remember of it.
    fn review_entry(&mut self, spot: Spot) {
        let entry = &self.book.document.sections[spot.section].entries[spot.entry];
        let Some(points) = points(self.book, spot) else { return };
        let href = self.book.href(spot);
        self.element("h2", &[], |text| {
            text.leaf("a", &[("href", &href)], &entry_name(entry));
        });
        self.headings = Headings::below(2);
        match points {
            Points::Key(points) => {
                for point in points {
                    self.key_point(point);
                }
            }
            Points::Short(ShortAnswer { blocks, is_less }) => {
                self.markup().line();
                self.blocks(blocks);
                if is_less {
                    self.way_to_whole(spot, entry);
                }
            }
        }
        self.markup().line();
    }

    /// A link from an answer in short to all of it.
    fn way_to_whole(&mut self, spot: Spot, entry: &Entry) {
        let Entry::Question(Question { number, .. }) = entry else { return };
        let word = self.book.words.book.whole_answer;
        let href = match self.book.answers {
            Answers::Hidden => self.book.answer_href(spot),
            Answers::After => self.book.href(spot),
        };
        let label = self.book.listed(word, &format!("Q{number}"));
        let attributes = [("href", href.as_str()), ("aria-label", label.as_str())];
        let paragraph = self.book.own(&[("class", "added to-whole")]);
        self.element("p", &paragraph, |text| {
            text.leaf("a", &attributes, word);
        });
    }

    fn key_point(&mut self, point: KeyPoint) {
        match point {
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
