//! Links and embeds between notes: `[[note|words]]`, `![[picture.png|200]]`.

use std::fmt::Write as _;

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, PictureWidth};
use crate::parse::unprinted::Unprinted;

use super::found::Found;
use super::pieces::{Closed, Mark};

/// Endings of files that are no notes.
const FILES: [&str; 30] = [
    "md", "markdown", "html", "pdf", "txt", "csv", "json", "docx", "canvas", "base",
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "mp3", "wav", "m4a",
    "ogg", "flac", "3gp", "mp4", "mkv", "mov", "ogv", "webm", "zip",
];

/// The inline that is meant; the same again where none is.
pub(super) fn inline(
    closed: Closed,
    found: &mut Found,
) -> Result<Option<Inline>, Closed> {
    let written = closed.words();
    let (target, _) = written.split_once('|').unwrap_or((&written, ""));
    // Programs name pasted pictures `{F9B1...}.png`.
    let bare = target.replace(['{', '}', '='], "");
    if !is_name(if closed.mark == Mark::Embed { &bare } else { target })
        || written.contains('\n')
    {
        return Err(closed);
    }
    let target = target.trim().to_owned();
    let span = closed.span;
    let words = words(closed.content);
    let kind = match closed.mark {
        Mark::Embed => {
            let Some(kind) = embedded(&target, words, span, found) else {
                return Ok(None);
            };
            kind
        }
        _ => link(&target, words, span),
    };
    Ok(Some(Inline { kind, span }))
}

/// Whether this names a note or a heading: it has a letter, and no space at its ends, as
/// `[[ -f file ]]` and `[[1, 2], [3, 4]]` of programs have none.
fn is_name(target: &str) -> bool {
    let has_word = target.chars().any(char::is_alphabetic) || is_date(target);
    has_word
        && !target.starts_with(char::is_whitespace)
        && !target.ends_with(char::is_whitespace)
        && !target.contains(['[', ']', '"', '<', '>', '{', '}', '='])
        && target.chars().count() <= 200
}

/// `2024-05-01`, as daily notes are named.
fn is_date(target: &str) -> bool {
    let shape: String = target
        .chars()
        .map(|char| if char.is_ascii_digit() { '0' } else { char })
        .collect();
    shape == "0000-00-00"
}

/// The words of a link, behind the bar; none where there is no bar.
fn words(content: Vec<Inline>) -> Option<Vec<Inline>> {
    let mut words = Vec::with_capacity(content.len());
    let mut behind = false;
    for mut inline in content {
        if behind {
            words.push(inline);
        } else if let InlineKind::Text(text) = &mut inline.kind
            && let Some(bar) = text.find('|')
        {
            behind = true;
            text.drain(..=bar);
            if !text.trim().is_empty() {
                words.push(inline);
            }
        }
    }
    (!words.is_empty()).then_some(words)
}

/// A link to a note, or to a place in this one.
fn link(target: &str, words: Option<Vec<Inline>>, span: Span) -> InlineKind {
    let (file, place) = target.split_once('#').unwrap_or((target, ""));
    let content = words.unwrap_or_else(|| {
        let place = place.trim_start_matches('^').replace('#', " > ");
        let name = file.strip_suffix(".md").unwrap_or(file);
        let words = match (name.is_empty(), place.is_empty()) {
            (true, _) => place,
            (false, true) => name.to_owned(),
            (false, false) => format!("{name} > {place}"),
        };
        vec![Inline { kind: InlineKind::Text(words), span }]
    });
    InlineKind::Link { target: address(file, place), content }
}

/// A note and the place in it, as links of Markdown have them. Of headings in each other, the last
/// is meant.
fn address(file: &str, place: &str) -> String {
    let mut address = String::new();
    if !file.is_empty() {
        // A colon would be the end of a scheme.
        address.push_str(if file.contains(':') { "./" } else { "" });
        escaped(file, &mut address);
        if ending(file).is_none() {
            address.push_str(".md");
        }
    }
    let place = place.rsplit('#').next().unwrap_or_default();
    if !place.is_empty() {
        address.push('#');
        escaped(place, &mut address);
    }
    address
}

/// With what has a meaning in an address written as its number.
fn escaped(name: &str, address: &mut String) {
    for char in name.chars() {
        if matches!(char, ' ' | '%' | '#' | '?') {
            let _ = write!(address, "%{:02X}", u32::from(char));
        } else {
            address.push(char);
        }
    }
}

/// The ending of a file that is known, in small letters.
fn ending(file: &str) -> Option<String> {
    let (_, ending) = file.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    FILES.contains(&&*ending).then_some(ending)
}

fn embedded(
    target: &str,
    words: Option<Vec<Inline>>,
    span: Span,
    found: &mut Found,
) -> Option<InlineKind> {
    let (file, _) = target.split_once('#').unwrap_or((target, ""));
    let ending = ending(file);
    match ending.as_deref() {
        Some("png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "avif" | "bmp") => {
            let said = words.map(|words| crate::document::plain_text(&words));
            let said = said.unwrap_or_default();
            let alt =
                said.split('|').find(|part| size(part).is_none()).unwrap_or_default();
            let width = said.split('|').find_map(size);
            let (source, alt) = (file.to_owned(), alt.trim().to_owned());
            Some(InlineKind::Image { source, alt, width })
        }
        Some("mp3" | "wav" | "m4a" | "ogg" | "flac" | "3gp") => {
            found.unprinted.push((Unprinted::Audio, span));
            None
        }
        Some("mp4" | "mkv" | "mov" | "ogv" | "webm") => {
            found.unprinted.push((Unprinted::Video, span));
            None
        }
        _ => {
            found.unprinted.push((Unprinted::Embed, span));
            Some(link(target, words, span))
        }
    }
}

/// The width that `200` or `200x100` says.
pub(super) fn size(part: &str) -> Option<PictureWidth> {
    let part = part.trim();
    let is_size = part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x');
    PictureWidth::read(part.split('x').next().filter(|_| is_size)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_programs() {
        for name in
            ["Mutex", "folder/My note", "#Heading", "2024-05-01", "笔记", "C++#^a1"]
        {
            assert!(is_name(name), "{name}");
        }
        for program in [" -f file ", "1, 2", "", "a=b", "x[0", "\"a\"", "12"] {
            assert!(!is_name(program), "{program}");
        }
    }

    #[test]
    fn notes_have_their_ending_in_addresses() {
        for (file, place, expected) in [
            ("My note", "", "My%20note.md"),
            ("a.md", "Two words", "a.md#Two%20words"),
            ("Node.js", "A#B", "Node.js.md#B"),
            ("", "^a1", "#^a1"),
            ("C: basics", "", "./C:%20basics.md"),
            ("slides.pdf", "", "slides.pdf"),
        ] {
            assert_eq!(address(file, place), expected);
        }
    }
}
