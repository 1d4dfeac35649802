//! Condensing by meaning: the words of every answer that answer best, under a number of
//! words, as a tree like the one that came in, and what was left out.
//!
//! An answer is taken apart into units ([`unit`]), each of which knows what it needs to
//! stand; the best are chosen ([`choose`]), and a new tree is made of these ([`prune()`]).
//!
//! Architecture invariant: nothing here knows paper. What is kept reads as the guide has
//! it: whole sentences, or parts of them that are sentences again.

mod abbreviations;
mod answer;
mod choose;
mod collect;
mod features;
mod needs;
mod phrases;
mod prune;
mod sentences;
mod shorten;
mod slice;
mod unit;
mod weights;
mod words;
mod worth;

use serde::Serialize;

use super::references;
use crate::document::{Block, Document, Entry, Footnote, plain_text, word_count};

pub use answer::Answer;
pub use choose::{Choice, Link, can_answer, chain, choose, is_sound};
pub use features::{Features, OF_TERM, OF_UNIT, Reader};
pub use phrases::{Phrases, phrases};
pub use prune::{Omission, Reason, omissions, prune};
pub use sentences::sentences;
pub use unit::{Fate, Form, Need, Place, Standing, Unit, UnitKind};
pub use weights::{FITTED, Line, MIXTURE, Mixture, TIMES, Weights};
pub use words::{Corpus, Words};
pub use worth::{Worth, worth};

/// How much stays.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CondenseOptions {
    /// At most so many words an answer; nothing is left out without.
    pub answer_words: Option<usize>,
    /// Sentences stay or go as a whole.
    pub whole_sentences: bool,
}

/// A guide in short.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Condensed {
    /// What stays.
    pub document: Document,
    /// What was left out, in reading order, footnotes last.
    pub omissions: Vec<Omission>,
    /// What is shown of each question and topic, in reading order.
    pub kept: Vec<Kept>,
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

/// `document` with the words of each answer that answer best.
///
/// An answer that is short enough stays as it is. Blocks that still ask
/// ([`Question::asking`](crate::document::Question::asking)) belong to the question and
/// stay; so does what a pin keeps, however long it is.
pub fn condense(document: &Document, options: &CondenseOptions) -> Condensed {
    let mut out = document.clone();
    let mut omissions = Vec::new();
    let mut kept = Vec::new();
    let language = document.meta.language.as_str();
    let words_of = Words::new(language);
    let corpus = corpus(document, &words_of);
    let reader = Reader { words: &words_of, phrases: phrases(language), corpus: &corpus };
    let entries = out.sections.iter_mut().flat_map(|section| &mut section.entries);
    for entry in entries {
        let (asking, answer) = split(entry);
        let of = words(answer);
        let mut answer_words = of;
        if options.answer_words.is_some_and(|most| most < of) {
            let budget = options.answer_words.unwrap_or(of);
            let title = plain_text(entry.title());
            let parts = Answer::new(&title, answer, language, options);
            let features = reader.features(&parts.units, &title);
            let share = budget as f64 / of as f64;
            let worth = worth(&parts.units, &features, &FITTED, share);
            let choice = choose(&parts.units, &worth, budget);
            omissions.extend(prune::omissions(entry.id(), answer, &parts.units, &choice));
            let short = prune(answer, &parts.units, &choice);
            answer_words = words(&short);
            set(entry, asking, short);
        }
        kept.push(Kept { question: entry.id().to_owned(), answer_words, of });
    }
    if !omissions.is_empty() {
        references::settle(&mut out);
    }
    omissions.extend(lost_footnotes(document, &out));
    Condensed { document: out, omissions, kept }
}

/// The words of all entries.
fn corpus(document: &Document, words: &Words) -> Corpus {
    let mut corpus = Corpus::default();
    for entry in document.sections.iter().flat_map(|section| &section.entries) {
        let title = words.of(&plain_text(entry.title()));
        corpus.add(title, words.of(&entry.plain_text()));
    }
    corpus
}

/// How many blocks of an entry ask, and those that answer.
fn split(entry: &Entry) -> (usize, &[Block]) {
    match entry {
        Entry::Question(question) => (question.prompt().len(), question.reply()),
        Entry::Topic(topic) => (0, &topic.blocks),
    }
}

fn set(entry: &mut Entry, asking: usize, short: Vec<Block>) {
    let blocks = match entry {
        Entry::Question(question) => &mut question.answer,
        Entry::Topic(topic) => &mut topic.blocks,
    };
    blocks.truncate(asking);
    blocks.extend(short);
}

fn words(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| word_count(&block.plain_text())).sum()
}

/// Footnotes of `before` that `after` has not.
fn lost_footnotes(before: &Document, after: &Document) -> Vec<Omission> {
    let stays =
        |note: &&Footnote| !after.footnotes.iter().any(|other| other.label == note.label);
    let lost = before.footnotes.iter().filter(stays);
    lost.map(|note| Omission {
        question: String::new(),
        line: note.span.line,
        kind: UnitKind::Sentence,
        reason: Reason::Footnote,
        part: false,
        text: note
            .blocks
            .iter()
            .map(Block::plain_text)
            .collect::<String>()
            .trim()
            .to_owned(),
    })
    .collect()
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
