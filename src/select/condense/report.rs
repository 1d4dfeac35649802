//! What a guide in short has of each answer, and what was left out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::prune::Omission;
use crate::document::Entry;

/// What a guide in short has and has not.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct CondenseReport {
    /// What is shown of each question and topic, in reading order.
    pub kept: Vec<Kept>,
    /// What was left out, in reading order, footnotes last.
    pub dropped: Vec<Omission>,
}

/// How much of an answer is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Kept {
    /// The id of the question or topic.
    pub question: String,
    /// The words of its answer that are shown.
    pub answer_words: usize,
    /// All words of its answer.
    pub of: usize,
}

impl Kept {
    /// An entry of which all words of the answer are shown.
    pub(super) fn whole(entry: &Entry, of: usize) -> Self {
        Self { question: entry.id().to_owned(), answer_words: of, of }
    }
}

impl CondenseReport {
    /// This, and what was left out of what it kept: what is `later` says how much is shown
    /// in the end, and this how much there was.
    #[must_use]
    pub fn then(mut self, later: Self) -> Self {
        let shown: BTreeMap<&str, usize> =
            later.kept.iter().map(|kept| (&*kept.question, kept.answer_words)).collect();
        for kept in &mut self.kept {
            if let Some(words) = shown.get(&*kept.question) {
                kept.answer_words = *words;
            }
        }
        let places: BTreeMap<&str, usize> = self
            .kept
            .iter()
            .enumerate()
            .map(|(at, kept)| (&*kept.question, at))
            .collect();
        let mut dropped = std::mem::take(&mut self.dropped);
        dropped.extend(later.dropped);
        dropped.sort_by_key(|omission| {
            let place = places.get(&*omission.question).copied();
            place.map_or((usize::MAX, 0), |place| (place, omission.line))
        });
        Self { kept: self.kept, dropped }
    }
}
