//! Bytes to UTF-8 with plain line ends. Must not guess where a guess could do harm.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, GB18030, GBK, ISO_2022_JP, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// Text, and what had to be done to get it, with the offset of the first place.
pub(super) struct Decoded {
    pub text: String,
    pub finding: Option<(Diagnostic, usize)>,
}

/// Why bytes are not text.
pub(super) struct Refusal {
    pub reason: &'static str,
    pub hint: &'static str,
}

const SAVE_AS: &str = "save the file as UTF-8";

/// Reads UTF-8, UTF-16, UTF-8 with bytes of Windows-1252 in it, and old encodings that
/// give themselves away (Shift-JIS, GB18030, EUC, Big5, KOI8 and the like).
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some(reason) = known_format(bytes) {
        return Err(Refusal {
            reason,
            hint: "export it as Markdown or plain text first",
        });
    }
    if let Some((encoding, rest)) = wide(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(rest);
        let message = format!("the file is {}, not UTF-8", encoding.name());
        let finding =
            Diagnostic::warning(DiagnosticKind::Encoding, message).hint(SAVE_AS);
        return Ok(Decoded { text: text.into_owned(), finding: Some((finding, 0)) });
    }
    match str::from_utf8(bytes) {
        Ok(_) if switches_sets(bytes) => Ok(old(bytes, ISO_2022_JP)),
        Ok(text) => Ok(Decoded { text: text.to_owned(), finding: None }),
        Err(_) if bytes.contains(&0) => Err(Refusal {
            reason: "it looks like a binary file, not like text",
            hint: "give a Markdown file in UTF-8",
        }),
        Err(_) if is_mostly_utf_8(bytes) => Ok(mixed(bytes)),
        Err(_) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
            detector.feed(bytes, true);
            match detector.guess(None, Utf8Detection::Deny) {
                encoding if encoding == WINDOWS_1252 => Ok(mixed(bytes)),
                encoding if encoding == GBK => Ok(old(bytes, GB18030)),
                encoding => Ok(old(bytes, encoding)),
            }
        }
    }
}

/// UTF-16, and what comes after its mark. Without a mark, text in Latin letters has a zero
/// in every other byte.
fn wide(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return Some((encoding, rest));
        }
    }
    let units = bytes.len() / 2;
    let zeros = |first: usize| {
        bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count()
    };
    let (high, low) = (zeros(0), zeros(1));
    let many = |count: usize| count * 2 > units;
    let few = |count: usize| count * 20 <= units;
    match (bytes.len() % 2, units) {
        (0, 2..) if many(low) && few(high) => Some((UTF_16LE, bytes)),
        (0, 2..) if many(high) && few(low) => Some((UTF_16BE, bytes)),
        _ => None,
    }
}

/// Whether the text switches between sets of characters as ISO-2022-JP does.
fn switches_sets(bytes: &[u8]) -> bool {
    [b"\x1b$B", b"\x1b$@"].iter().any(|to| bytes.windows(3).any(|three| three == *to))
}

/// Whether there are more characters of UTF-8 than bytes that are none. By chance some
/// bytes of other encodings look like UTF-8, too.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        invalid += chunk.invalid().len();
    }
    valid >= invalid
}

/// The text of a file that is in an old encoding as a whole.
fn old(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let mut message = format!("the file is not UTF-8; read as {}", encoding.name());
    if damaged {
        let count = text.matches('\u{fffd}').count();
        let _ = write!(message, ", in which {count} of its characters mean nothing");
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii() || *byte == 0x1b);
    let hint = "look whether its letters are right; then save the file as UTF-8";
    let finding = Diagnostic::warning(DiagnosticKind::Encoding, message).hint(hint);
    // All before the first such byte is the same in the text.
    Decoded { finding: first.map(|at| (finding, at)), text: text.into_owned() }
}

fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 6] = [
        (b"%PDF-", "it is a PDF, not Markdown"),
        (b"PK\x03\x04", "it is a ZIP archive (DOCX, ODT, EPUB?), not Markdown"),
        (b"\x89PNG", "it is a picture, not Markdown"),
        (b"\xff\xd8\xff", "it is a picture, not Markdown"),
        (b"\xd0\xcf\x11\xe0", "it is an old Word document, not Markdown"),
        (b"{\\rtf", "it is RTF, not Markdown"),
    ];
    FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, says)| *says)
}

/// Valid stretches are taken as UTF-8, every other byte as Windows-1252: an old file is
/// read right, and so is one into which an old editor wrote a few lines.
fn mixed(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let (mut count, mut first) = (0_usize, None);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
            count += chunk.invalid().len();
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    let message = format!(
        "{count} {} not UTF-8; read as Windows-1252",
        if count == 1 { "byte is" } else { "bytes are" }
    );
    let finding = Diagnostic::warning(DiagnosticKind::Encoding, message).hint(SAVE_AS);
    Decoded { text, finding: first.map(|offset| (finding, offset)) }
}

/// Takes off the byte order mark, makes every line end `\n` and drops control characters;
/// says how many and in which line the first stood.
pub(super) fn plain_lines(text: String) -> (String, Option<(Diagnostic, u32)>) {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if !text
        .bytes()
        .any(|byte| byte == 0x7f || byte < 0x20 && !matches!(byte, b'\n' | b'\t'))
    {
        return (text, None);
    }
    let (mut plain, mut line, mut first) = (String::with_capacity(text.len()), 1, 0);
    let mut gone: BTreeMap<char, u32> = BTreeMap::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                line += 1;
                plain.push('\n');
            }
            '\t' => plain.push('\t'),
            // A form feed parts pages in old text files: white space, nothing lost.
            '\u{c}' => plain.push(' '),
            '\0'..' ' | '\u{7f}' => {
                *gone.entry(char).or_default() += 1;
                if first == 0 {
                    first = line;
                }
            }
            _ => plain.push(char),
        }
    }
    (plain, (!gone.is_empty()).then(|| (dropped(&gone), first)))
}

/// Names what was dropped: `NUL (U+0000)`.
fn dropped(gone: &BTreeMap<char, u32>) -> Diagnostic {
    let what = match gone.values().sum() {
        1 => "1 control character was left out".to_owned(),
        count => format!("{count} control characters were left out"),
    };
    let names = gone.keys().map(|char| match char {
        '\0' => "NUL (U+0000)".to_owned(),
        '\u{8}' => "backspace (U+0008)".to_owned(),
        '\u{b}' => "vertical tab (U+000B)".to_owned(),
        '\u{1b}' => "escape (U+001B)".to_owned(),
        '\u{7f}' => "delete (U+007F)".to_owned(),
        char => format!("U+{:04X}", u32::from(*char)),
    });
    let names = names.collect::<Vec<_>>().join(", ");
    Diagnostic::warning(DiagnosticKind::ControlCharacter, format!("{what}: {names}"))
        .hint("they cannot be seen in most editors; retype the words around them")
}
