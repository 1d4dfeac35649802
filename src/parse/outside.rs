//! What is said about guides from outside their texts: on the command line, in a file of
//! defaults, in the summary of a book.

use crate::diagnostic::{Diagnostic, Span};
use crate::source::Source;

use super::front_matter::FrontMatter;
use super::recognise::QuestionStyle;

/// What is known of the sources before they are read.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Outside {
    /// How questions are written; wins over every front matter.
    pub question_style: Option<QuestionStyle>,
    /// Facts that count where the front matter of the first source has none. They win over
    /// what is guessed from its text: a title heading, the language of its words.
    pub otherwise: FrontMatter,
    /// For each source, what chapter it is, if it is one of a book; may be shorter.
    pub chapters: Vec<Option<Chapter>>,
}

/// A source as a chapter of a book.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The part that begins with it.
    pub part: Option<String>,
    /// What the summary calls it; counts where the chapter has no title.
    pub title: Option<String>,
}

impl Outside {
    /// The chapter that the source `index` is.
    pub(super) fn chapter(&self, index: usize) -> Option<&Chapter> {
        self.chapters.get(index)?.as_ref()
    }
}

/// Warns of what the program that the book is written for would put in place of `{{#...}}`.
pub(super) fn directives(source: &Source, index: u32) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    for (at, _) in source.text().match_indices("{{#") {
        let line = source.line_range(source.line(at));
        let rest = source.text().get(at..line.end).unwrap_or_default();
        let Some(end) = rest.find("}}") else { continue };
        let written = &rest[..end + 2];
        let span: Span = source.span(at..at + written.len(), index);
        let says = format!("`{written}` is not carried out; it is printed as it stands");
        let hint = "put the text itself there, or run the book's own preprocessors first";
        warnings.push(Diagnostic::warning("directive", says).at(span).hint(hint));
    }
    warnings
}
