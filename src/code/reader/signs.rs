//! What a sign begins: comments, texts in the lines below, patterns, names with a sign before
//! them.

use std::collections::BTreeMap;

use crate::code::grammar::{Habit, Quote};
use crate::code::kind::Kind;
use crate::code::quotes::{line_end, starts};

use super::{Before, Reader};

/// A pattern between slashes; brackets in it are read by [`Reader::pattern`].
const PATTERN: Quote = Quote::line("/");
/// How far the end of a name in braces is looked for.
const LONGEST_NAME: usize = 256;

impl Reader<'_, '_, '_> {
    pub(super) fn comment(&mut self) -> bool {
        let (at, text) = (self.at, self.text);
        let attribute = self.grammar.attribute;
        if !attribute.is_empty() && starts(text, at, attribute) {
            let line = &self.bytes[at..line_end(text, at)];
            let end =
                line.iter().position(|byte| *byte == b']').map_or(line.len(), |n| n + 1);
            self.mark(at + end, Kind::Name);
            return true;
        }
        let block = self.grammar.blocks.iter().find(|(open, _)| starts(text, at, open));
        if let Some((open, close)) = block {
            let end = self.block_end(open, close);
            self.mark(end, Kind::Comment);
            return true;
        }
        let begins = !self.grammar.has(Habit::SpacedComments)
            || self
                .previous()
                .is_none_or(|byte| byte.is_ascii_whitespace() || byte == b';');
        if begins && self.grammar.comments.iter().any(|open| starts(text, at, open)) {
            self.mark(line_end(text, at), Kind::Comment);
            return true;
        }
        false
    }

    /// The end of a comment that can have several lines, and other comments in it.
    fn block_end(&self, open: &str, close: &str) -> usize {
        let nested = self.grammar.has(Habit::Nested);
        let (mut at, mut depth) = (self.at + open.len(), 1_usize);
        while at < self.bytes.len() {
            if starts(self.text, at, close) {
                at += close.len();
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            } else if nested && starts(self.text, at, open) {
                at += open.len();
                depth += 1;
            } else {
                at += 1;
            }
        }
        self.bytes.len()
    }

    /// Text in the lines below, as `<<EOF` announces it: to the line with this word, if there
    /// is one.
    pub(super) fn heredoc(&mut self) -> bool {
        let open = self.grammar.heredoc;
        if open.is_empty() || self.below.is_some() || !starts(self.text, self.at, open) {
            return false;
        }
        let behind = self.at + open.len();
        let rest = &self.bytes[behind..];
        let signs = rest.iter().take(3);
        let signs = signs
            .take_while(|byte| matches!(byte, b'-' | b'~' | b'"' | b'\'' | b' '))
            .count();
        let start = behind + signs;
        let word = self.bytes[start..]
            .iter()
            .take(64)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
            .count();
        let word = &self.text[start..start + word];
        if word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let Some(end) = self.line_of(word, start) else { return false };
        let line = line_end(self.text, start);
        let word_end = start + word.len();
        let quote =
            self.bytes.get(word_end).is_some_and(|byte| matches!(byte, b'"' | b'\''));
        self.below = Some((line + 1, end));
        self.mark(word_end + usize::from(quote), Kind::String);
        true
    }

    /// The end of the first line behind `from` that consists of a word.
    fn line_of(&mut self, word: &str, from: usize) -> Option<usize> {
        let text = self.text;
        let ends = self.ends.get_or_insert_with(|| words_alone(text, from));
        let places = ends.get(word)?;
        places.get(places.partition_point(|end| *end <= from)).copied()
    }

    /// A pattern between slashes, where a value may begin and it is closed in its line.
    pub(super) fn pattern(&mut self) -> bool {
        let begins = match self.before {
            Before::Nothing | Before::Keyword => true,
            Before::Sign(sign) => sign != b'.',
            Before::Value => false,
        };
        let at = self.at + 1;
        if !begins
            || at < self.no_pattern
            || !self.grammar.has(Habit::Patterns)
            || !self.patterns.is_closed((0, &PATTERN), self.text, at)
        {
            return false;
        }
        let (mut end, mut bracket) = (at, false);
        while let Some(byte) = self.bytes.get(end).filter(|byte| **byte != b'\n') {
            match byte {
                b'\\' if self.bytes.get(end + 1).is_some_and(|byte| *byte != b'\n') => {
                    end += 1;
                }
                b'[' => bracket = true,
                b']' => bracket = false,
                b'/' if !bracket => {
                    // Its flags are part of it.
                    let end = self.word_end(end + 1);
                    self.mark(end, Kind::String);
                    self.before = Before::Value;
                    return true;
                }
                _ => {}
            }
            end += 1;
        }
        self.no_pattern = end;
        false
    }

    /// A word with a sign before it: `@Override`, `$HOME`, `${HOME}`.
    pub(super) fn sigil(&mut self, byte: u8) -> bool {
        if !self.grammar.sigils.contains(&byte) {
            return false;
        }
        let next = self.bytes.get(self.at + 1).copied().unwrap_or_default();
        let end = match next {
            b'{' if byte == b'$' => {
                let line = self.bytes[self.at..].iter().take(LONGEST_NAME);
                let mut line = line.take_while(|byte| **byte != b'\n');
                let close = line.position(|byte| *byte == b'}');
                self.at + close.map_or(2, |close| close + 1)
            }
            b'?' | b'#' | b'@' | b'$' if byte == b'$' => self.at + 2,
            _ => {
                let rest = &self.bytes[self.at + 1..];
                let length = rest
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
                    .count();
                self.at + 1 + length
            }
        };
        if end == self.at + 1 {
            return false;
        }
        self.mark(end, Kind::Name);
        self.before = Before::Value;
        self.declaring = false;
        true
    }

    /// `#include <stdio.h>` and its kin.
    pub(super) fn preprocessor(&mut self) -> bool {
        if !self.grammar.has(Habit::Preprocessor) || !self.at_line_start() {
            return false;
        }
        let line = line_end(self.text, self.at);
        let rest = &self.bytes[self.at + 1..line];
        let space = rest.iter().take_while(|byte| **byte == b' ').count();
        let end = self.word_end(self.at + 1 + space);
        let includes = self.text[self.at..end].ends_with("include");
        self.mark(end, Kind::Keyword);
        let name = self.bytes[end..line].iter().position(|byte| *byte == b'<');
        if let (true, Some(open)) = (includes, name)
            && let Some(length) =
                self.bytes[end + open..line].iter().position(|b| *b == b'>')
        {
            self.marks.add(end + open..end + open + length + 1, Kind::String);
            self.at = end + open + length + 1;
        }
        true
    }
}

/// Where lines end, from a place on, that consist of a word, and perhaps of signs that end a
/// sentence behind it.
fn words_alone(text: &str, from: usize) -> BTreeMap<&str, Vec<usize>> {
    let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut at = line_end(text, from);
    for line in text[at..].split_inclusive('\n') {
        let word = line.trim().trim_end_matches([';', ',', ')']);
        if word.len() <= 64
            && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        {
            words.entry(word).or_default().push(at + line.trim_end().len());
        }
        at += line.len();
    }
    words
}
