//! TeX and its kin.

use super::kind::Kind;
use super::marks::Marks;
use super::quotes::line_end;

/// Marks commands, comments, and names of environments.
pub(super) fn read(text: &str, marks: &mut Marks) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => {
                let end = line_end(text, at);
                marks.add(at..end, Kind::Comment);
                at = end;
            }
            b'\\' => {
                let rest = &bytes[at + 1..];
                let letters = rest.iter().take_while(|byte| is_letter(**byte)).count();
                if letters == 0 {
                    // A sign that is meant as it is, or a command of one.
                    at += 1 + usize::from(rest.first().is_some_and(u8::is_ascii));
                    continue;
                }
                let end = at + 1 + letters;
                marks.add(at..end, Kind::Keyword);
                let command = &text[at..end];
                at = end;
                if matches!(command, "\\begin" | "\\end") && bytes.get(at) == Some(&b'{')
                {
                    let name = bytes[at + 1..].iter().take(64);
                    let length = name
                        .take_while(|byte| is_letter(**byte) || **byte == b'*')
                        .count();
                    marks.add(at + 1..at + 1 + length, Kind::Name);
                    at += 1 + length;
                }
            }
            b'@' => {
                let letters =
                    bytes[at + 1..].iter().take_while(|byte| is_letter(**byte)).count();
                marks.add(at..at + 1 + letters, Kind::Keyword);
                at += 1 + letters;
            }
            _ => at += 1,
        }
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'@'
}
