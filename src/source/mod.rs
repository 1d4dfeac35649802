//! The text of a guide and where its lines begin.
//!
//! A [`Source`] is text that can be relied on: UTF-8, lines ended by `\n`, no control
//! characters, known damage mended. What was done to get there is kept as diagnostics.
//! All spans of the tree count bytes of this text.
//!
//! Architecture invariant: this module knows no Markdown and reads no files.

mod decode;
mod mojibake;

use std::ops::Range;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Error, Result, Span};

/// One guide's text, with its lines.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    /// The offset of the first byte of each line.
    lines: Vec<u32>,
    findings: Vec<Diagnostic>,
}

/// The line of the byte at `offset` of a text that is read once, counted from 1. A guide,
/// of which many lines are asked, is a [`Source`].
pub(crate) fn line_of(text: &str, offset: usize) -> u32 {
    text.get(..offset).unwrap_or_default().matches('\n').count() as u32 + 1
}

impl Source {
    /// Reads the bytes of the file `name`, mending what can be mended with certainty.
    ///
    /// # Errors
    /// [`Error::Read`] where the bytes are no text, or more than a span can count.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Result<Self> {
        let name = name.into();
        if u32::try_from(bytes.len()).is_err() {
            return Err(Error::read(Path::new(&name), "it is larger than 4 GB"));
        }
        let decoded = decode::decode(bytes).map_err(|refusal| Error::Read {
            path: name.clone().into(),
            reason: refusal.reason.into(),
            hint: Some(refusal.hint.into()),
        })?;
        let finding = decoded.finding.map(|(finding, offset)| {
            let before = decoded.text.get(..offset).unwrap_or_default();
            (finding, decode::plain_lines(before.to_owned()).0)
        });
        let mut source = Self::from_text(name, decoded.text);
        if let Some((finding, before)) = finding {
            let offset = source.offset_behind(&before);
            source.findings.insert(0, finding.at(source.span(offset..offset, 0)));
        }
        Ok(source)
    }

    /// Takes text that is UTF-8 already; line ends, control characters and mojibake are
    /// mended here too. Text beyond 4 GB is cut off.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        text.truncate(text.floor_char_boundary(u32::MAX as usize));
        let (text, dropped) = decode::plain_lines(text);
        let (text, mended) = mojibake::mend(text);
        let lines = line_starts(&text);
        let mut source = Self { name: name.into(), text, lines, findings: Vec::new() };
        if let Some((finding, offset)) = mended {
            source.findings.push(finding.at(source.span(offset..offset, 0)));
        }
        if let Some((finding, line)) = dropped {
            let offset = source.line_range(line).start;
            source.findings.push(finding.at(source.span(offset..offset, 0)));
        }
        source
    }

    /// The name, as given: usually the path.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text that spans count in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was found and mended while reading; their spans name source 0.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// The line of the byte at `offset`, counted from 1.
    pub fn line(&self, offset: usize) -> u32 {
        self.lines.partition_point(|start| *start as usize <= offset) as u32
    }

    /// The line and the column of the byte at `offset`, both counted from 1; columns are
    /// characters.
    pub fn position(&self, offset: usize) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.line_range(line).start;
        let before = self.text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() as u32 + 1)
    }

    /// The bytes of a line counted from 1, without its end; an empty range at the end of
    /// the text for a line that is not there.
    pub fn line_range(&self, line: u32) -> Range<usize> {
        let at = |line: u32| {
            let index = (line as usize).checked_sub(1)?;
            self.lines.get(index).map(|start| *start as usize)
        };
        let Some(start) = at(line) else { return self.text.len()..self.text.len() };
        let end = at(line + 1).map_or(self.text.len(), |next| next - 1);
        start..end
    }

    /// Where the text goes on behind `before`, in which mojibake may stand unmended: the
    /// line is the right one then, and the place in it near.
    fn offset_behind(&self, before: &str) -> usize {
        let line = self.line_range(line_of(before, before.len()));
        let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        self.text.floor_char_boundary((line.start + column).min(line.end))
    }

    /// The span of `range`, for the source that is number `source` of those joined.
    pub fn span(&self, range: Range<usize>, source: u32) -> Span {
        let line = self.line(range.start);
        Span { source, start: range.start as u32, end: range.end as u32, line }
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(ends.map(|(at, _)| at as u32 + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let source = Source::from_text("a.md", "één\ntwo\n");
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position("éé".len()), (1, 3));
        assert_eq!(source.position("één\n".len()), (2, 1));
        assert_eq!(source.position(source.text().len()), (3, 1));
    }

    #[test]
    fn a_line_range_leaves_out_the_line_end() {
        let source = Source::from_text("a.md", "one\ntwo");
        assert_eq!(&source.text()[source.line_range(1)], "one");
        assert_eq!(&source.text()[source.line_range(2)], "two");
        assert!(source.line_range(3).is_empty());
        assert!(source.line_range(0).is_empty());
    }

    #[test]
    fn line_ends_and_the_byte_order_mark_are_normalised_without_a_word() {
        let source = Source::from_text("a.md", "\u{feff}one\r\ntwo\rthree\n");
        assert_eq!(source.text(), "one\ntwo\nthree\n");
        assert!(source.findings().is_empty());
    }

    #[test]
    fn control_characters_are_dropped_with_one_warning_at_the_first() {
        let source = Source::from_text("a.md", "one\ntw\0o\u{1b}\tthree\u{7f}");
        assert_eq!(source.text(), "one\ntwo\tthree");
        let [finding] = source.findings() else { panic!("{:?}", source.findings()) };
        assert_eq!(finding.span.map(|span| span.line), Some(2));
        assert!(
            finding.message.starts_with("3 control characters"),
            "{}",
            finding.message
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_what_they_look_like() {
        for (bytes, word) in [
            (&b"%PDF-1.7\n\xff\xfe"[..], "PDF"),
            (b"PK\x03\x04\x14\0\0\0", "ZIP"),
            (b"\0\x01\xff\0\0\x02", "binary"),
        ] {
            let error = Source::from_bytes("x", bytes).expect_err("not text");
            assert!(error.to_string().contains(word), "{error}");
            assert!(error.hint().is_some());
        }
    }

    #[test]
    fn utf_16_and_windows_1252_are_read_with_a_warning() {
        let wide: Vec<u8> =
            "\u{feff}né".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, text, word) in [
            (&wide[..], "né", "UTF-16"),
            (&b"caf\xe9 \x93so\x94\n"[..], "café “so”\n", "Windows-1252"),
            (b"caf\xc3\xa9\nna\xefve\n", "café\nnaïve\n", "Windows-1252"),
        ] {
            let source = Source::from_bytes("x", bytes).expect("text");
            assert_eq!(source.text(), text);
            let [finding] = source.findings() else { panic!("{:?}", source.findings()) };
            assert!(finding.message.contains(word), "{}", finding.message);
        }
    }

    #[test]
    fn the_place_of_a_foreign_byte_is_told_in_the_text_that_is_left() {
        let bytes = b"a\r\nb\x07\x07\r\n\x07caf\xe9\r\n";
        let source = Source::from_bytes("x", bytes).expect("text");
        assert_eq!(source.text(), "a\nb\ncaf\u{e9}\n");
        let span = source.findings()[0].span.expect("a place");
        assert_eq!(source.position(span.start as usize), (3, 4));
        assert_eq!(span.start, span.end);
    }

    #[test]
    fn old_encodings_are_told_by_their_bytes_and_said() {
        let japanese = "# 案内\n\n## 索引とは何ですか？\n\n速く探すための木です。\n";
        let chinese = "# 指南\n\n## 什么是索引？\n\n索引是一种数据结构，用来快速查找。\n";
        let korean = "# 안내서\n\n## 색인은 무엇입니까?\n\n빨리 찾기 위한 나무입니다.\n";
        let russian = "# Справочник\n\n## Что такое индекс?\n\nДерево для поиска.\n";
        for (text, encoding, name) in [
            (japanese, encoding_rs::SHIFT_JIS, "Shift_JIS"),
            (japanese, encoding_rs::EUC_JP, "EUC-JP"),
            (japanese, encoding_rs::ISO_2022_JP, "ISO-2022-JP"),
            (chinese, encoding_rs::GB18030, "gb18030"),
            (
                "# 指南\n\n什麼是索引？用來快速查找的資料結構。\n",
                encoding_rs::BIG5,
                "Big5",
            ),
            (korean, encoding_rs::EUC_KR, "EUC-KR"),
            (russian, encoding_rs::KOI8_U, "KOI8-U"),
            (russian, encoding_rs::WINDOWS_1251, "windows-1251"),
        ] {
            let (bytes, ..) = encoding.encode(text);
            let source = Source::from_bytes("x", &bytes).expect("text");
            assert_eq!(source.text(), text, "{name}");
            let [finding] = source.findings() else { panic!("{:?}", source.findings()) };
            assert!(finding.message.contains(name), "{name}: {}", finding.message);
            assert!(finding.span.is_some() && finding.hint.is_some());
        }
    }

    #[test]
    fn utf_16_needs_no_mark() {
        for bytes in [
            "# Guide\n\nné\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
            "# Guide\n\nné\n".encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ] {
            let source = Source::from_bytes("x", &bytes).expect("text");
            assert_eq!(source.text(), "# Guide\n\nné\n");
            assert!(source.findings()[0].message.contains("UTF-16"));
        }
    }

    #[test]
    fn dropped_characters_are_named() {
        let source = Source::from_text("a.md", "a\0b\u{1b}c\u{3}");
        let message = &source.findings()[0].message;
        assert!(message.ends_with("NUL (U+0000), U+0003, escape (U+001B)"), "{message}");
    }
}
