//! The words of a language, in order.

use std::collections::BTreeMap;

use super::grammar::{Grammar, Habit};

/// What a word of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Keyword,
    /// A keyword that a name is made behind.
    Declaring,
    Soft,
    Constant,
    Prefix,
}

/// A table with its words in order, to be read with.
pub(super) struct Vocabulary {
    pub(super) grammar: &'static Grammar,
    words: BTreeMap<&'static str, Class>,
}

impl Vocabulary {
    pub(super) fn of(grammar: &'static Grammar) -> Self {
        let mut words = BTreeMap::new();
        for (list, class) in [
            (grammar.prefixes, Class::Prefix),
            (grammar.constants, Class::Constant),
            (grammar.soft, Class::Soft),
            (grammar.keywords, Class::Keyword),
            (grammar.declares, Class::Declaring),
        ] {
            words.extend(list.split_ascii_whitespace().map(|word| (word, class)));
        }
        Self { grammar, words }
    }

    pub(super) fn class(&self, word: &str) -> Option<Class> {
        // No table has a word as long as this.
        if word.len() > 32 {
            return None;
        }
        if self.grammar.has(Habit::AnyCase) {
            return self.words.get(word.to_ascii_lowercase().as_str()).copied();
        }
        self.words.get(word).copied()
    }
}
