//! Bytes to UTF-8 with plain line ends. Must not guess where a guess could do harm.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::diagnostic::Diagnostic;

/// Text, and what had to be done to get it, with the offset of the first place.
pub struct Decoded {
    pub text: String,
    pub finding: Option<(Diagnostic, usize)>,
}

/// Why bytes are not text.
pub struct Refusal {
    pub reason: &'static str,
    pub hint: &'static str,
}

const SAVE_AS: &str = "save the file as UTF-8";

/// Reads UTF-8, UTF-16 with a byte order mark, and UTF-8 with bytes of Windows-1252 in it.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some(reason) = known_format(bytes) {
        return Err(Refusal {
            reason,
            hint: "export it as Markdown or plain text first",
        });
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let (text, _) = encoding.decode_without_bom_handling(rest);
            let message = format!("the file is {}, not UTF-8", encoding.name());
            let finding = Diagnostic::warning("encoding", message).hint(SAVE_AS);
            return Ok(Decoded { text: text.into_owned(), finding: Some((finding, 0)) });
        }
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), finding: None }),
        Err(_) if bytes.contains(&0) => Err(Refusal {
            reason: "it looks like a binary file, not like text",
            hint: "give a Markdown file in UTF-8",
        }),
        Err(_) => Ok(mixed(bytes)),
    }
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
    let finding = Diagnostic::warning("encoding", message).hint(SAVE_AS);
    Decoded { text, finding: first.map(|offset| (finding, offset)) }
}

/// Takes off the byte order mark, makes every line end `\n` and drops control characters;
/// says how many and in which line the first stood.
pub fn plain_lines(text: String) -> (String, Option<(Diagnostic, u32)>) {
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
    let (mut plain, mut count, mut line, mut first) =
        (String::with_capacity(text.len()), 0, 1, 0);
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
                count += 1;
                if first == 0 {
                    first = line;
                }
            }
            _ => plain.push(char),
        }
    }
    (plain, (count > 0).then(|| (dropped(count), first)))
}

fn dropped(count: u32) -> Diagnostic {
    let what: Cow<str> = match count {
        1 => "1 control character was left out".into(),
        _ => format!("{count} control characters were left out").into(),
    };
    Diagnostic::warning("control-character", what)
        .hint("they cannot be seen in most editors; retype the words around them")
}
