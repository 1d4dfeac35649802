//! Cuts text into stretches of one face and one format.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Format, Span};
use crate::font::{FaceId, FontSet};

/// A stretch to be shaped at one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) bytes: Range<usize>,
    pub(super) face: FaceId,
    pub(super) format: Format,
    /// No face has its characters: it is shown as replacement characters.
    pub(super) missing: bool,
    /// How deep it is embedded among text that runs the other way.
    pub(super) level: u8,
}

/// What makes an emoji of a cluster: the selector of the pictorial form, a joiner, a key
/// cap, the letters of a flag (Unicode Technical Standard 51).
const EMOJI_MARKS: fn(char) -> bool =
    |c| matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{1f1e6}'..='\u{1f1ff}');
/// U+FE0E asks for the textual form.
const TEXT_SELECTOR: char = '\u{fe0e}';

/// Joins the text of the spans and cuts it. Line ends are kept as `\n`, other white space
/// is a space each, and controls are left out.
pub(super) fn itemise(fonts: &FontSet, spans: &[Span]) -> (String, Vec<Stretch>) {
    let mut text = String::new();
    let mut stretches: Vec<Stretch> = Vec::new();
    for span in spans {
        let start = text.len();
        text.extend(span.text.chars().filter_map(plain));
        let bytes = start..text.len();
        let mut push = |bytes: Range<usize>, face: FaceId, missing: bool| {
            let scale = span.format.scale.times(fonts.ratio(face));
            let format = Format { scale, ..span.format };
            // Shaped with the line end before it, a mark would go with that.
            let on_line_end = text[..bytes.start].ends_with('\n')
                && text[bytes.start..].starts_with(joins);
            match stretches.last_mut() {
                Some(last)
                    if !on_line_end
                        && (last.face, last.missing) == (face, missing)
                        && last.format == format =>
                {
                    last.bytes.end = bytes.end;
                }
                _ => stretches.push(Stretch { bytes, face, format, missing, level: 0 }),
            }
        };
        if span.format.formula.is_some() {
            push(bytes, fonts.math(), false);
            continue;
        }
        let own = fonts.styled(span.format.style);
        if text[bytes.clone()].bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            if !bytes.is_empty() {
                push(bytes, own, false);
            }
            continue;
        }
        let mut face = own;
        for (at, cluster) in text[bytes.clone()].grapheme_indices(true) {
            let at = start + at;
            let found = face_of(fonts, span.format, cluster, face);
            face = found.unwrap_or(own);
            push(at..at + cluster.len(), face, found.is_none());
        }
    }
    (text, stretches)
}

/// Whether a character is one sign with a letter before it.
fn joins(c: char) -> bool {
    ['a', c].iter().collect::<String>().graphemes(true).count() == 1
}

/// White space as shown; nothing for a control.
fn plain(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        c if c.is_control() => (c == '\t').then_some(' '),
        '\u{2028}' | '\u{2029}' => Some(' '),
        c => Some(c),
    }
}

/// The face for a cluster of characters; that of the text before it for what shows nothing.
fn face_of(
    fonts: &FontSet,
    format: Format,
    cluster: &str,
    before: FaceId,
) -> Option<FaceId> {
    let first = cluster.chars().next()?;
    if first.is_whitespace() {
        return Some(fonts.styled(format.style));
    }
    if is_unseen(first) {
        return Some(before);
    }
    let emoji = cluster.contains(EMOJI_MARKS) && !cluster.contains(TEXT_SELECTOR);
    let face = fonts.resolve(format.style, first, emoji);
    if cluster.len() == first.len_utf8() {
        return face;
    }
    let shown: Vec<char> = cluster.chars().filter(|c| !is_unseen(*c)).collect();
    if emoji {
        // A key cap that no pictorial face has is the letter on it.
        let has =
            |c: &char| face.is_some_and(|face| fonts.face(face).glyph(*c).is_some());
        let whole = shown.iter().all(has);
        return face
            .filter(|_| whole)
            .or_else(|| fonts.resolve(format.style, first, false));
    }
    // A mark is drawn by the face of its letter: one that lacks it is not the one. Where
    // none has both, letter and mark may still be one sign of the letter's face.
    fonts.resolve_all(format.style, &shown).or(face)
}

/// Whether a character shapes others but shows nothing itself (a part of Unicode's
/// `Default_Ignorable_Code_Point`, with the marks that may stand alone in damaged text).
pub(crate) const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
