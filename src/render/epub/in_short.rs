//! The answers of a guide in short, for the reviews of its sections.

use crate::document::{Block, BlockKind, Document, Entry, Section, word_count};
use crate::select::condense::{CondenseOptions, LongAnswer, Shortener};
use crate::select::{KeyPoint, key_points};
use crate::text::aloud;

/// The words of an answer in short: a good sentence, or two. That is four lines on a phone,
/// which are read at a glance and known or not.
const SHORT_WORDS: usize = 25;
/// A section with so many answers that are longer has them in short.
const ENOUGH: usize = 2;

/// The answers of a guide in short.
pub(super) struct InShort {
    /// Of each section: none where its answers are short anyway, else of each entry what is
    /// left of its answer, if that is less.
    sections: Vec<Option<Vec<Option<Vec<Block>>>>>,
}

/// An answer in short.
pub(super) struct ShortAnswer<'a> {
    /// What it says.
    pub blocks: &'a [Block],
    /// Whether there is more of it.
    pub is_less: bool,
}

impl InShort {
    /// The answers of `document`.
    pub(super) fn of(document: &Document, whole_sentences: bool) -> Self {
        let options = CondenseOptions { whole_sentences, ..CondenseOptions::default() };
        let shortener = Shortener::new(document, &options);
        let sections = document.sections.iter().map(|section| {
            has_long_answers(section).then(|| {
                let entries = section.entries.iter();
                entries.map(|entry| in_short(entry, &shortener)).collect()
            })
        });
        Self { sections: sections.collect() }
    }

    /// The answer to an entry of a section, if it is a question that has one and no key
    /// lines, and the section has answers in short.
    pub(super) fn answer<'a>(
        &'a self,
        section: usize,
        at: usize,
        entry: &'a Entry,
    ) -> Option<ShortAnswer<'a>> {
        let short = &self.sections[section].as_ref()?[at];
        let whole = unkeyed(entry)?;
        match short {
            Some(blocks) => Some(ShortAnswer { blocks, is_less: true }),
            None => Some(ShortAnswer { blocks: whole, is_less: false }),
        }
    }
}

/// The answer to a question, unless its author says what is the key to it.
fn unkeyed(entry: &Entry) -> Option<&[Block]> {
    let Entry::Question(question) = entry else { return None };
    let is_keyed = matches!(key_points(entry).first(), Some(KeyPoint::Blocks(_)));
    (!is_keyed && !question.reply().is_empty()).then(|| question.reply())
}

fn has_long_answers(section: &Section) -> bool {
    let answers = section.entries.iter().filter_map(unkeyed);
    answers.filter(|answer| words(answer) > SHORT_WORDS).count() >= ENOUGH
}

fn in_short(entry: &Entry, shortener: &Shortener<'_>) -> Option<Vec<Block>> {
    let blocks = unkeyed(entry)?;
    let title = aloud(entry.title());
    let share = SHORT_WORDS as f64 / words(blocks).max(1) as f64;
    let answer = LongAnswer { entry: entry.id(), title: &title, blocks, share };
    let mut short = shortener.of_words(&answer, SHORT_WORDS)?.blocks;
    // So little text has no parts that a rule could stand between.
    short.retain(|block| block.kind != BlockKind::Rule);
    Some(short)
}

fn words(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| word_count(&block.plain_text())).sum()
}
