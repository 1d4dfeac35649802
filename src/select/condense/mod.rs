//! Condensing by meaning: the words of every answer that answer best, under a number of
//! words, as a tree like the one that came in, and what was left out.
//!
//! An answer is taken apart into units ([`mod@unit`]), each of which knows what it needs to
//! stand; the best are chosen ([`choose()`]), and a new tree is made of these ([`prune()`]).
//!
//! Architecture invariant: nothing here knows paper. What is kept reads as the guide has
//! it: whole sentences, or parts of them that are sentences again.

mod abbreviations;
mod answer;
mod aspects;
mod bundle;
mod central;
mod choice;
mod choose;
mod collect;
mod cut;
mod features;
mod language;
mod lengths;
mod needs;
mod numbered;
mod offer;
mod options;
mod phrases;
mod plan;
mod prune;
mod ranges;
mod refers;
mod report;
mod sentences;
mod shorten;
mod slice;
mod terse;
mod unit;
mod weights;
mod within;
mod words;
mod worth;

use std::collections::BTreeSet;

use super::references;
use crate::document::{Block, Document, Entry, Footnote, plain_text, words_of};

pub use answer::Answer;
pub use bundle::can_answer;
pub use choice::{Choice, is_sound};
pub use choose::choose;
pub use features::{Features, OF_TERM, OF_UNIT};
pub use numbered::Reader;
pub use options::CondenseOptions;
use phrases::contains;
pub use phrases::{Phrases, phrases};
pub use plan::{Plan, Step};
pub use prune::{Omission, Reason, omissions, prune};
pub use report::{CondenseReport, Kept};
pub use sentences::sentences;
use terse::Title;
pub use unit::{Fate, Form, Need, Place, Standing, Unit, UnitKind};
pub use weights::{FITTED, Line, MIXTURE, Mixture, TIMES, Weights};
pub use within::{LongAnswer, ShortAnswer, Shortener};
pub use words::{Corpus, Words};
pub use worth::{Worth, worth};

/// A guide in short.
#[derive(Debug, Clone, PartialEq)]
pub struct Condensed {
    /// What stays.
    pub document: Document,
    /// What was left out.
    pub report: CondenseReport,
}

/// `document` with the words of each answer that answer best.
///
/// An answer that is short enough stays as it is. Blocks that still ask
/// ([`Question::asking`](crate::document::Question::asking)) belong to the question and
/// stay; so does what a pin keeps, however long it is.
pub fn condense(document: Document, options: &CondenseOptions) -> Condensed {
    let Some(budget) = options.answer_words else {
        let report = CondenseReport { kept: whole(&document), dropped: Vec::new() };
        return Condensed { document, report };
    };
    let judge = Judge::of(&document, options);
    shortened(&document, |_, entry| {
        let of = words_of(split(entry).1);
        (of > budget).then(|| {
            let answer = judge.answer(entry, budget as f64 / of as f64, false);
            let choice = choose(&answer.units, &answer.worth, budget);
            (answer.units, choice)
        })
    })
}

/// What is shown of a document of which nothing is left out.
fn whole(document: &Document) -> Vec<Kept> {
    let entries = document.sections.iter().flat_map(|section| &section.entries);
    entries.map(|entry| Kept::whole(entry, words_of(split(entry).1))).collect()
}

/// `document` with those units of its entries that `choice` says, all of an entry for which
/// it says nothing.
fn shortened(
    document: &Document,
    mut choice: impl FnMut(usize, &Entry) -> Option<(Vec<Unit>, Choice)>,
) -> Condensed {
    let mut out = document.clone();
    let mut omissions = Vec::new();
    let mut kept = Vec::new();
    let entries = out.sections.iter_mut().flat_map(|section| &mut section.entries);
    for (index, entry) in entries.enumerate() {
        let (asking, answer) = split(entry);
        let of = words_of(answer);
        let mut answer_words = of;
        if let Some((units, choice)) = choice(index, entry) {
            omissions.extend(prune::omissions(entry.id(), answer, &units, &choice));
            let short = prune(answer, &units, &choice);
            answer_words = words_of(&short);
            set(entry, asking, short);
        }
        kept.push(Kept { answer_words, ..Kept::whole(entry, of) });
    }
    if !omissions.is_empty() {
        references::settle(&mut out);
    }
    omissions.extend(lost_footnotes(document, &out));
    Condensed { document: out, report: CondenseReport { kept, dropped: omissions } }
}

/// What the answers of a guide are judged with.
struct Judge<'a> {
    language: &'a str,
    options: &'a CondenseOptions,
    words: Words,
    corpus: Corpus,
}

/// An answer taken apart, and what its units are worth.
struct Judged {
    units: Vec<Unit>,
    worth: Worth,
}

impl Judged {
    /// Keeps those units about which the author says nothing else.
    fn keep(&mut self, mut wanted: impl FnMut(&Unit) -> bool) {
        for unit in self.units.iter_mut().filter(|unit| unit.fate == Fate::Open) {
            if wanted(unit) {
                unit.fate = Fate::Keep;
            }
        }
    }
}

impl<'a> Judge<'a> {
    fn of(document: &'a Document, options: &'a CondenseOptions) -> Self {
        let language = document.meta.language.as_str();
        let words = Words::new(language);
        let corpus = corpus(document, &words);
        Self { language, options, words, corpus }
    }

    /// The answer of an entry of which so large a share is to stay, `tersely` where the
    /// title is right above it.
    fn answer(&self, entry: &Entry, share: f64, tersely: bool) -> Judged {
        self.judged(&plain_text(entry.title()), split(entry).1, share, tersely)
    }

    /// The same of the blocks that answer a question.
    fn judged(&self, title: &str, blocks: &[Block], share: f64, tersely: bool) -> Judged {
        let mut units = Answer::new(title, blocks, self.language, self.options).units;
        let phrases = phrases(self.language);
        let reader = Reader { words: &self.words, phrases, corpus: &self.corpus };
        if tersely && !self.options.whole_sentences {
            Title::new(title, &reader).add_forms(&mut units);
        }
        let features = reader.features(&units, title);
        let worth = worth(&units, &features, &FITTED, share);
        Judged { units, worth }
    }

    /// Whether a title points at what stands below it.
    fn points_ahead(&self, title: &str) -> bool {
        contains(&title.to_lowercase(), phrases(self.language).ahead)
    }
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

/// Footnotes of `before` that `after` has not.
fn lost_footnotes(before: &Document, after: &Document) -> Vec<Omission> {
    let stay: BTreeSet<&str> =
        after.footnotes.iter().map(|note| note.label.as_str()).collect();
    let is_lost = |note: &&Footnote| !stay.contains(note.label.as_str());
    before.footnotes.iter().filter(is_lost).map(lost).collect()
}

/// A footnote that nothing refers to any more.
fn lost(note: &Footnote) -> Omission {
    let text: String = note.blocks.iter().map(Block::plain_text).collect();
    Omission {
        question: String::new(),
        line: note.span.line,
        kind: UnitKind::Sentence,
        reason: Reason::Footnote,
        part: false,
        text: text.trim().to_owned(),
    }
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
