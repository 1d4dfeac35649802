//! The table of contents of a book in many files: `SUMMARY.md` as mdBook has it.
//!
//! Links are chapters, in lists or alone; a link to nothing is a chapter still to be
//! written. The first heading is the title of the summary, further ones of the first level
//! are parts.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::diagnostic::Span;
use crate::source::Source;

/// A chapter of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listed {
    /// The words of its link.
    pub title: String,
    /// The file, as the link has it.
    pub path: String,
    /// The part that begins with it.
    pub part: Option<String>,
    /// Where it is listed.
    pub span: Span,
}

/// The chapters that a summary lists, in its order.
pub fn chapters(summary: &Source) -> Vec<Listed> {
    let mut reader = Reader::default();
    for (event, range) in Parser::new(summary.text()).into_offset_iter() {
        reader.event(event, || summary.span(range.clone(), 0));
    }
    reader.chapters
}

#[derive(Default)]
struct Reader {
    chapters: Vec<Listed>,
    /// The words of the heading or the link that is open.
    words: String,
    /// The target of the open link.
    target: Option<String>,
    /// Whether anything came before, so that a heading is a part.
    begun: bool,
    /// A part that no chapter has begun yet.
    part: Option<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, span: impl Fn() -> Span) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.words.clear(),
            Event::End(TagEnd::Heading(level)) => {
                if self.begun && level == HeadingLevel::H1 {
                    self.part = Some(self.taken_words());
                }
                self.begun = true;
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.begun = true;
                self.target = Some(dest_url.into_string());
                self.words.clear();
            }
            Event::End(TagEnd::Link) => {
                let (title, path) = (self.taken_words(), self.target.take());
                let path = path.unwrap_or_default();
                // A draft has no file; the part goes on to the next that has one.
                if !path.is_empty() {
                    let part = self.part.take();
                    self.chapters.push(Listed { title, path, part, span: span() });
                }
            }
            Event::Text(text) | Event::Code(text) => self.words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            _ => {}
        }
    }

    fn taken_words(&mut self) -> String {
        let words = std::mem::take(&mut self.words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_chapters_and_headings_parts() {
        let summary = "# Summary\n\n[Preface](pre.md)\n\n# One `part`\n\n- [A](a/README.md)\n    \
            - [B](<a/b c.md>)\n- [Draft]()\n\n---\n\n# Two\n- [Later]()\n- [C](./c.md)\n";
        let source = Source::from_text("SUMMARY.md", summary);
        let found: Vec<_> = chapters(&source)
            .into_iter()
            .map(|one| (one.title, one.path, one.part, one.span.line))
            .collect();
        let chapter = |title: &str, path: &str, part: Option<&str>, line| {
            (title.to_owned(), path.to_owned(), part.map(str::to_owned), line)
        };
        let expected = [
            chapter("Preface", "pre.md", None, 3),
            chapter("A", "a/README.md", Some("One part"), 7),
            chapter("B", "a/b c.md", None, 8),
            chapter("C", "./c.md", Some("Two"), 15),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_summary_without_a_title_begins_with_a_part_after_a_chapter() {
        let source = Source::from_text("S", "[A](a.md)\n\n# Part\n\n[B](b.md)\n");
        let parts: Vec<_> = chapters(&source).into_iter().map(|one| one.part).collect();
        assert_eq!(parts, [None, Some("Part".to_owned())]);
    }
}
