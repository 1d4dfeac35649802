//! What is said about guides from outside their texts: on the command line, in a file of
//! defaults, in the summary of a book.

use std::collections::BTreeMap;

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
    /// What is to stand in place of each [`Include`](super::Include), by how it is written,
    /// or why nothing is.
    pub included: BTreeMap<String, Result<String, String>>,
}

impl Outside {
    /// The chapter that the source `index` is.
    pub(super) fn chapter(&self, index: usize) -> Option<&Chapter> {
        self.chapters.get(index)?.as_ref()
    }
}
