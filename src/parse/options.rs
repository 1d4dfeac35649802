//! What the caller knows of guides besides their texts, from the command line, a file of
//! defaults or the summary of a book.

use std::collections::BTreeMap;

use super::front_matter::FrontMatter;
use super::recognise::QuestionStyle;

/// How sources are parsed. The default finds everything out from the sources themselves.
///
/// ```
/// use offprint::parse::{ParseOptions, QuestionStyle};
///
/// let options = ParseOptions::default().with_question_style(QuestionStyle::Bold);
/// assert_eq!(options.question_style, Some(QuestionStyle::Bold));
/// ```
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseOptions {
    /// How questions are written; wins over every front matter.
    pub question_style: Option<QuestionStyle>,
    /// Facts that count where the front matter of the first source has none. They win over
    /// what is guessed from its text: a title heading, the language of its words.
    pub fallback: FrontMatter,
    /// For each source, what chapter it is, if it is one of a book; may be shorter.
    pub chapters: Vec<Option<Chapter>>,
}

/// A source as a chapter of a book.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chapter {
    /// The part that begins with it.
    pub part: Option<String>,
    /// What the summary calls it; counts where the chapter has no title.
    pub title: Option<String>,
    /// What is to stand in place of each [`Include`](super::Include), by how it is written,
    /// or why nothing is.
    pub included: BTreeMap<String, Result<String, String>>,
}

impl ParseOptions {
    /// The same, with questions that are written in this style.
    #[must_use]
    pub fn with_question_style(mut self, style: QuestionStyle) -> Self {
        self.question_style = Some(style);
        self
    }

    /// The same, with facts for where the first source states none.
    #[must_use]
    pub fn with_fallback(mut self, fallback: FrontMatter) -> Self {
        self.fallback = fallback;
        self
    }

    /// The same, with sources that are chapters of a book, one for each source.
    #[must_use]
    pub fn with_chapters(mut self, chapters: Vec<Option<Chapter>>) -> Self {
        self.chapters = chapters;
        self
    }

    /// The chapter that the source `index` is.
    pub(super) fn chapter(&self, index: usize) -> Option<&Chapter> {
        self.chapters.get(index)?.as_ref()
    }
}
