//! Style sheets: CSS, and those that become it.

use super::kind::Kind;
use super::marks::Marks;
use super::quotes::{line_end, starts};

/// Marks a style sheet from `from` on. Two slashes begin a comment where `slashes` says so.
pub(super) fn read(slashes: bool, text: &str, from: usize, marks: &mut Marks) {
    let bytes = text.as_bytes();
    let mut reader = Sheet {
        slashes,
        text,
        bytes,
        at: from,
        marks,
        value: false,
        depth: 0,
        stop: None,
    };
    while reader.at < bytes.len() {
        reader.step(bytes[reader.at]);
    }
}

struct Sheet<'t, 'm> {
    slashes: bool,
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    marks: &'m mut Marks,
    /// Whether this is the value of a property.
    value: bool,
    /// How many blocks are open.
    depth: usize,
    /// The next sign that ends a declaration or opens a block, and where it stands.
    stop: Option<(usize, u8)>,
}

impl Sheet<'_, '_> {
    fn step(&mut self, byte: u8) {
        match byte {
            b'/' if starts(self.text, self.at, "/*") => {
                let rest = &self.bytes[self.at + 2..];
                let close = rest.windows(2).position(|two| two == b"*/");
                let end = close.map_or(self.bytes.len(), |n| self.at + n + 4);
                self.mark(end, Kind::Comment);
            }
            b'/' if self.slashes && starts(self.text, self.at, "//") => {
                self.mark(line_end(self.text, self.at), Kind::Comment);
            }
            b'"' | b'\'' => self.quote(byte),
            b'@' | b'!' => self.mark(self.word_end(self.at + 1), Kind::Keyword),
            b'$' if self.slashes => self.mark(self.word_end(self.at + 1), Kind::Name),
            b'#' if self.value => self.mark(self.word_end(self.at + 1), Kind::Number),
            b'{' => {
                self.depth += 1;
                self.value = false;
                self.at += 1;
            }
            b'}' => {
                self.depth = self.depth.saturating_sub(1);
                self.value = false;
                self.at += 1;
            }
            b';' => {
                self.value = false;
                self.at += 1;
            }
            _ if byte.is_ascii_digit() => self.number(),
            _ if is_word(byte) => self.word(),
            _ => self.at += 1,
        }
    }

    fn mark(&mut self, to: usize, kind: Kind) {
        self.marks.add(self.at..to, kind);
        self.at = to;
    }

    fn word_end(&self, at: usize) -> usize {
        at + self.bytes[at..].iter().take_while(|byte| is_word(**byte)).count()
    }

    /// Text in quotes; an apostrophe that its line does not close is none.
    fn quote(&mut self, sign: u8) {
        let mut end = self.at + 1;
        while let Some(byte) = self.bytes.get(end).filter(|byte| **byte != b'\n') {
            match byte {
                b'\\' => end += 2,
                byte if *byte == sign => return self.mark(end + 1, Kind::String),
                _ => end += 1,
            }
        }
        self.mark(end.min(self.bytes.len()), Kind::String);
    }

    /// With its unit.
    fn number(&mut self) {
        let rest = &self.bytes[self.at..];
        let digits = rest
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || **byte == b'.')
            .count();
        let mut end = self.at + digits;
        end += self.bytes[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        end += usize::from(self.bytes.get(end) == Some(&b'%'));
        if self.value || self.depth == 0 {
            self.mark(end, Kind::Number);
        } else {
            self.at = end;
        }
    }

    fn word(&mut self) {
        let end = self.word_end(self.at);
        if !self.value && self.bytes.get(end) == Some(&b':') && self.declares(end) {
            self.mark(end, Kind::Name);
            self.value = true;
        } else {
            self.at = end;
        }
    }

    /// Whether what stands before the colon at `at` is a property: nothing opens a block before
    /// the declaration ends. A sheet that is cut off may begin in the middle of a block.
    fn declares(&mut self, at: usize) -> bool {
        if self.stop.is_none_or(|(place, _)| place < at) {
            let rest = self.bytes[at..].iter().enumerate();
            let stop = rest
                .filter(|(_, byte)| matches!(byte, b'{' | b'}' | b';'))
                .map(|(n, byte)| (at + n, *byte))
                // What is put into a text in braces opens no block.
                .find(|(place, byte)| *byte != b'{' || self.bytes[place - 1] != b'#');
            self.stop = Some(stop.unwrap_or((self.bytes.len(), b';')));
        }
        self.stop.is_none_or(|(_, sign)| sign != b'{')
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'-' | b'_')
}
