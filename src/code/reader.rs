//! Reads a program by the table of its language.

mod signs;

use std::collections::BTreeMap;

use super::grammar::{Extent, Grammar, Habit};
use super::kind::Kind;
use super::marks::Marks;
use super::quotes::{Closed, character_end, starts};
use super::vocabulary::{Class, Vocabulary};

/// Marks a program in the language of `grammar`, from `from` on.
pub(super) fn read(
    grammar: &'static Grammar,
    text: &str,
    from: usize,
    marks: &mut Marks,
) {
    read_with(&Vocabulary::of(grammar), text, from, marks);
}

/// The same with words that are in order already.
pub(super) fn read_with(
    vocabulary: &Vocabulary,
    text: &str,
    from: usize,
    marks: &mut Marks,
) {
    let grammar = vocabulary.grammar;
    let mut reader = Reader {
        vocabulary,
        grammar,
        text,
        bytes: text.as_bytes(),
        at: from,
        marks,
        closed: Closed::default(),
        patterns: Closed::default(),
        no_pattern: 0,
        holes: Vec::new(),
        brittle: None,
        declaring: false,
        before: Before::Nothing,
        ends: None,
        below: None,
    };
    while reader.at < text.len() {
        reader.step();
    }
}

/// What stands before, spaces aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Sign(u8),
    /// A word of the language.
    Keyword,
    /// Something that has a value.
    Value,
}

struct Reader<'v, 't, 'm> {
    vocabulary: &'v Vocabulary,
    grammar: &'static Grammar,
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    marks: &'m mut Marks,
    closed: Closed,
    patterns: Closed,
    /// Up to where no pattern begins.
    no_pattern: usize,
    /// The places for values that are open, by the quote each is in and the signs open in it.
    holes: Vec<(usize, usize)>,
    /// The first of them in a text that ends with its line.
    brittle: Option<usize>,
    /// Whether a name is made here.
    declaring: bool,
    before: Before,
    /// Where lines are that consist of a word, once that was asked for.
    ends: Option<BTreeMap<&'t str, Vec<usize>>>,
    /// Text that begins in the next line, and its end.
    below: Option<(usize, usize)>,
}

impl Reader<'_, '_, '_> {
    fn step(&mut self) {
        let byte = self.bytes[self.at];
        match byte {
            b'\n' => self.newline(),
            _ if byte.is_ascii_whitespace() => self.at += 1,
            b'0'..=b'9' => self.number(),
            _ if self.begins_word(byte) => {
                if !self.quoted() {
                    self.word();
                }
            }
            _ => self.sign(byte),
        }
    }

    fn newline(&mut self) {
        self.at += 1;
        if let Some(first) = self.brittle.take() {
            self.holes.truncate(first);
        }
        self.declaring = false;
        if let Some((from, to)) = self.below
            && from <= self.at
        {
            self.below = None;
            self.marks.add(self.at..to, Kind::String);
            self.at = to;
        }
    }

    fn begins_word(&self, byte: u8) -> bool {
        byte.is_ascii_alphabetic()
            || byte == b'_'
            || byte >= 0x80
            || (byte == b'$' && self.grammar.letters.contains(&byte))
    }

    fn is_letter(&self, byte: u8) -> bool {
        byte.is_ascii_alphanumeric()
            || byte == b'_'
            || byte >= 0x80
            || self.grammar.letters.contains(&byte)
    }

    fn previous(&self) -> Option<u8> {
        self.at.checked_sub(1).map(|at| self.bytes[at])
    }

    /// The end of a word that begins, or goes on, at `at`.
    fn word_end(&self, at: usize) -> usize {
        let rest = &self.bytes[at..];
        at + rest.iter().take_while(|byte| self.is_letter(**byte)).count()
    }

    fn at_line_start(&self) -> bool {
        let line = self.bytes[..self.at].iter().rev();
        let mut before = line.take_while(|byte| **byte != b'\n');
        before.all(u8::is_ascii_whitespace)
    }

    fn mark(&mut self, to: usize, kind: Kind) {
        self.marks.add(self.at..to, kind);
        self.at = to;
    }

    /// A number: `0x1f`, `1_000`, `2.5e-3`, `10px`. It ends before two dots, and before a dot
    /// that asks it for something.
    fn number(&mut self) {
        let start = self.at;
        let glued =
            self.previous().is_some_and(|byte| self.grammar.letters.contains(&byte));
        let mut end = start;
        while let Some(byte) = self.bytes.get(end) {
            let next = self.bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            let exponent = matches!(byte, b'+' | b'-')
                && next
                && matches!(self.bytes[end - 1], b'e' | b'E')
                && !self.bytes[start..end].starts_with(b"0x");
            let goes_on = byte.is_ascii_alphanumeric()
                || *byte == b'_'
                || (*byte == b'.' && next)
                || exponent;
            if !goes_on {
                break;
            }
            end += 1;
        }
        if glued {
            self.at = end;
        } else {
            self.mark(end, Kind::Number);
        }
        self.before = Before::Value;
        self.declaring = false;
    }

    fn word(&mut self) {
        let start = self.at;
        let end = self.word_end(start);
        let word = &self.text[start..end];
        let class = self.vocabulary.class(word);
        if class == Some(Class::Prefix) && self.opens_behind(start, end) {
            return;
        }
        let declaring = std::mem::take(&mut self.declaring);
        let kind = match class {
            _ if self.is_label(end) => Some(Kind::Name),
            // `def self.name`, `function M.f`
            _ if declaring && self.previous() == Some(b'.') => Some(Kind::Name),
            _ if self.is_member() || self.is_key(word, end) => None,
            Some(Class::Constant) => Some(Kind::Number),
            Some(Class::Keyword | Class::Declaring) => Some(Kind::Keyword),
            Some(Class::Soft) if self.leads_on(end) => Some(Kind::Keyword),
            _ if declaring => Some(Kind::Name),
            _ if self.grammar.has(Habit::Instructions) && self.at_line_start() => {
                Some(Kind::Keyword)
            }
            _ => None,
        };
        let keyword = kind == Some(Kind::Keyword);
        self.declaring = (keyword && class == Some(Class::Declaring))
            || (declaring && self.bytes.get(end) == Some(&b'.'));
        self.before = if keyword { Before::Keyword } else { Before::Value };
        match kind {
            Some(kind) => self.mark(end, kind),
            None => self.at = end,
        }
    }

    /// Whether the word at hand belongs to the one before it, so that it is none of the language's:
    /// `map.delete`, `--for`, `/usr/if`.
    fn is_member(&self) -> bool {
        match self.previous() {
            Some(b'.') => self.at < 2 || self.bytes[self.at - 2] != b'.',
            Some(byte) => self.grammar.letters.contains(&byte),
            None => false,
        }
    }

    fn is_key(&self, word: &str, end: usize) -> bool {
        self.grammar.has(Habit::Keys)
            && word != "default"
            && self.bytes.get(end) == Some(&b':')
            && self.bytes.get(end + 1) != Some(&b':')
    }

    fn is_label(&self, end: usize) -> bool {
        let begins = self.at == 0 || self.bytes[self.at - 1] == b'\n';
        begins
            && self.grammar.has(Habit::Labels)
            && self.bytes.get(end) == Some(&b':')
            && self.bytes.get(end + 1) != Some(&b'=')
    }

    /// Whether something stands behind a word that it can lead to.
    fn leads_on(&self, end: usize) -> bool {
        let rest = &self.bytes[end..];
        let space = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let next = rest.get(space).copied().unwrap_or_default();
        let opens =
            matches!(next, b'"' | b'\'' | b'`' | b'{' | b'[' | b'#' | b'*' | b'$');
        space > 0
            && (next.is_ascii_alphanumeric() || next == b'_' || next >= 0x80 || opens)
    }

    /// Reads text in quotes that the letters from `start` belong to, if it begins at `end`.
    fn opens_behind(&mut self, start: usize, end: usize) -> bool {
        self.at = end;
        let opens = self.quote_here(true);
        if let Some(index) = opens {
            let open = self.grammar.quotes[index].open.len();
            self.text_from(index, start, end + open);
            return true;
        }
        self.at = start;
        false
    }

    /// Reads text in quotes, if it begins here.
    fn quoted(&mut self) -> bool {
        let Some(index) = self.quote_here(false) else { return false };
        let open = self.grammar.quotes[index].open.len();
        self.text_from(index, self.at, self.at + open);
        true
    }

    /// The quote that begins here and may: an apostrophe in a word is none, and what has to be
    /// closed is.
    fn quote_here(&mut self, prefixed: bool) -> Option<usize> {
        let (at, text) = (self.at, self.text);
        let quotes = self.grammar.quotes;
        let index = quotes.iter().position(|quote| starts(text, at, quote.open))?;
        let quote = &quotes[index];
        let previous = self.previous();
        let word =
            previous.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let turned = self.grammar.has(Habit::Transposes)
            && previous
                .is_some_and(|byte| matches!(byte, b')' | b']' | b'}' | b'\'' | b'.'));
        if quote.open == "'" && ((word && !prefixed) || turned) {
            return None;
        }
        let inner = at + quote.open.len();
        let may = match quote.extent {
            Extent::Lines => true,
            Extent::Line if quote.hole.is_some() => true,
            _ => self.closed.is_closed((index, quote), text, inner),
        };
        may.then_some(index)
    }

    /// Reads on in text in quotes from `at`, which is marked from `start`, to its end or to a
    /// place for a value.
    fn text_from(&mut self, index: usize, start: usize, at: usize) {
        let quote = &self.grammar.quotes[index];
        self.at = start;
        self.declaring = false;
        self.before = Before::Value;
        if quote.extent == Extent::Character {
            let end = character_end(self.text, at).unwrap_or(at);
            return self.mark(end, Kind::String);
        }
        let mut end = at;
        while end < self.bytes.len() {
            let byte = self.bytes[end];
            if byte == b'\n' && quote.extent == Extent::Line {
                break;
            }
            if byte == quote.escape && quote.escape != 0 {
                end += 1;
                // What is escaped may be of several bytes, whose others mean nothing; a line
                // that ends here ends.
                if self.bytes.get(end).is_some_and(|byte| *byte != b'\n') {
                    end += 1;
                }
                continue;
            }
            if starts(self.text, end, quote.close) {
                end += quote.close.len();
                break;
            }
            if let Some(hole) = &quote.hole
                && starts(self.text, end, hole.open)
            {
                end += hole.open.len();
                if quote.extent == Extent::Line {
                    self.brittle.get_or_insert(self.holes.len());
                }
                self.holes.push((index, 0));
                self.before = Before::Nothing;
                break;
            }
            end += 1;
        }
        self.mark(end.min(self.bytes.len()), Kind::String);
    }

    fn sign(&mut self, byte: u8) {
        if self.in_hole(byte) || self.comment() || self.heredoc() {
            return;
        }
        if self.quoted() || (byte == b'/' && self.pattern()) || self.sigil(byte) {
            return;
        }
        if byte == b'#' && self.preprocessor() {
            return;
        }
        // `function* f`, `fn &f`, `def self.f`: the name is yet to come.
        self.declaring &= matches!(byte, b'*' | b'&' | b'.');
        let value = matches!(byte, b')' | b']' | b'}');
        self.before = if value { Before::Value } else { Before::Sign(byte) };
        self.at += 1;
    }

    /// Counts what is open in a place for a value, and goes on with the text at its end.
    fn in_hole(&mut self, byte: u8) -> bool {
        let Some((index, open)) = self.holes.last_mut() else { return false };
        let index = *index;
        let Some(hole) = &self.grammar.quotes[index].hole else { return false };
        if byte == hole.inner {
            *open += 1;
        } else if byte == hole.close {
            if let Some(less) = open.checked_sub(1) {
                *open = less;
            } else {
                self.holes.pop();
                self.brittle = self.brittle.filter(|first| *first < self.holes.len());
                self.text_from(index, self.at, self.at + 1);
                return true;
            }
        }
        false
    }
}
