//! Markup: HTML, XML, and templates of pages.

use super::kind::Kind;
use super::marks::Marks;
use super::quotes::starts;
use super::reader::read_with;
use super::style;
use super::tables::{JAVASCRIPT, PHP};
use super::vocabulary::Vocabulary;

/// Marks markup, and the scripts and style sheets in it in their own ways.
pub(super) fn read(text: &str, marks: &mut Marks) {
    let (script, php) = (None, None);
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, marks, script, php };
    while reader.at < text.len() {
        reader.step();
    }
}

struct Reader<'t, 'm> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    marks: &'m mut Marks,
    script: Option<Vocabulary>,
    php: Option<Vocabulary>,
}

impl Reader<'_, '_> {
    fn step(&mut self) {
        if self.bytes[self.at] != b'<' {
            self.at += 1;
        } else if starts(self.text, self.at, "<!--") {
            let end = self.behind(4, "-->");
            self.mark(end, Kind::Comment);
        } else if starts(self.text, self.at, "<![CDATA[") {
            let end = self.behind(9, "]]>");
            self.mark(end, Kind::String);
        } else if starts(self.text, self.at, "<?php") || starts(self.text, self.at, "<?=")
        {
            let length = if starts(self.text, self.at, "<?=") { 3 } else { 5 };
            let end = self.behind(length, "?>");
            self.marks.add(self.at..self.at + length, Kind::Keyword);
            let words = self.php.get_or_insert_with(|| Vocabulary::of(&PHP));
            read_with(words, &self.text[..end], self.at + length, self.marks);
            self.at = end;
        } else {
            self.tag();
        }
    }

    fn mark(&mut self, to: usize, kind: Kind) {
        self.marks.add(self.at..to, kind);
        self.at = to;
    }

    /// The place behind a closing sign, or the end of all. `skip` is how long the opening is.
    fn behind(&self, skip: usize, close: &str) -> usize {
        let from = self.at + skip;
        self.text[from..].find(close).map_or(self.text.len(), |n| from + n + close.len())
    }

    /// A tag with its attributes: `<a href="x">`, `</a>`, `<!DOCTYPE html>`. A sign that no name
    /// follows is one of text.
    fn tag(&mut self) {
        let slash = self
            .bytes
            .get(self.at + 1)
            .is_some_and(|byte| matches!(byte, b'/' | b'!' | b'?'));
        let start = self.at + 1 + usize::from(slash);
        let end =
            start + self.bytes[start..].iter().take_while(|byte| is_name(**byte)).count();
        if !self
            .bytes
            .get(start)
            .is_some_and(|byte| is_name(*byte) && !byte.is_ascii_digit())
        {
            self.at += 1;
            return;
        }
        let name = &self.text[start..end];
        self.marks.add(start..end, Kind::Keyword);
        self.at = end;
        self.attributes();
        if slash || self.bytes.get(self.at.wrapping_sub(2)) == Some(&b'/') {
            return;
        }
        if name.eq_ignore_ascii_case("script") {
            let end = self.closing("</script");
            let words = self.script.get_or_insert_with(|| Vocabulary::of(&JAVASCRIPT));
            read_with(words, &self.text[..end], self.at, self.marks);
            self.at = end;
        } else if name.eq_ignore_ascii_case("style") {
            let end = self.closing("</style");
            style::read(true, &self.text[..end], self.at, self.marks);
            self.at = end;
        }
    }

    /// Where the tag stands that ends what is no markup, or the end of all.
    fn closing(&self, close: &str) -> usize {
        let rest = &self.bytes[self.at..];
        let mut windows = rest.windows(close.len());
        let found =
            windows.position(|window| window.eq_ignore_ascii_case(close.as_bytes()));
        found.map_or(self.text.len(), |n| self.at + n)
    }

    /// Attributes up to the end of their tag, or to the next one where it has none.
    fn attributes(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'>' => {
                    self.at += 1;
                    return;
                }
                b'<' => return,
                b'"' | b'\'' => {
                    let sign = *byte;
                    let rest = &self.bytes[self.at + 1..];
                    let close = rest.iter().position(|byte| *byte == sign);
                    let end = close.map_or(self.bytes.len(), |n| self.at + n + 2);
                    self.mark(end, Kind::String);
                }
                b'=' => {
                    // A value without quotes.
                    self.at += 1;
                    let rest = &self.bytes[self.at..];
                    let bare = rest.iter().take_while(|byte| is_bare(**byte)).count();
                    self.mark(self.at + bare, Kind::String);
                }
                byte if is_name(*byte)
                    || matches!(byte, b'@' | b'#' | b'*' | b'(' | b'[') =>
                {
                    let rest = &self.bytes[self.at..];
                    let name = rest.iter().take_while(|byte| {
                        is_name(**byte)
                            || matches!(
                                byte,
                                b'@' | b'#' | b'*' | b'(' | b')' | b'[' | b']'
                            )
                    });
                    let end = self.at + name.count();
                    self.mark(end, Kind::Name);
                }
                _ => self.at += 1,
            }
        }
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || byte >= 0x80
        || matches!(byte, b'-' | b'_' | b':' | b'.')
}

fn is_bare(byte: u8) -> bool {
    !byte.is_ascii_whitespace()
        && !matches!(byte, b'"' | b'\'' | b'>' | b'<' | b'=' | b'`' | b'/')
}
