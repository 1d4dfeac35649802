//! How much of a guide is wanted.

/// How much stays.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CondenseOptions {
    /// At most so many words an answer; nothing is left out without.
    pub answer_words: Option<usize>,
    /// Sentences stay or go as a whole.
    pub whole_sentences: bool,
}
