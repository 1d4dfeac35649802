//! What lines say that end or begin inside a word: the word is read whole where it begins.
//!
//! Viewers disagree about hyphens at the ends of lines. `PDFium` and Poppler read the words that
//! stand beside the glyphs (`ActualText`), and search and copy them; pdf.js reads the glyphs
//! alone, and joins what a hyphen parts at the end of a line. So the first part of a word says
//! all of it, with the signs that cling to it, and what follows says the blank behind it: nothing
//! at all would be taken by `PDFium` for what the glyphs say.

use std::ops::Range;

use crate::font::FontSet;
use crate::frame::{Glyph, Said, TextRun};
use crate::layout::lines::Line;
use crate::text::{Run, Shaped};

/// A word is no longer than this, in characters. What is longer is none that anybody looks for, and
/// many lines must not look through all of it. All lines that it stands on have to judge alike.
const LONGEST: usize = 120;
/// Says nothing, and parts nothing.
const NOTHING: &str = "\u{200b}";

/// What the words say that a line ends or begins in, by bytes of the text.
pub(super) fn said(text: &Shaped, line: &Line) -> Vec<Said> {
    let Range { start, end } = bytes(text, line);
    let mut said = Vec::new();
    if let Some(word) = word_at(text, start) {
        let (to, words) = match text.text.as_bytes().get(word.end) {
            _ if word.end > end => (end, NOTHING),
            None => (end, " "),
            Some(b' ') if word.end < end && is_one_piece(text, word.end) => {
                (word.end + 1, " ")
            }
            Some(_) => (word.end, NOTHING),
        };
        said.push(Said { bytes: start..to, words: Some(words.to_owned()) });
    }
    if let Some(word) = word_at(text, end).filter(|word| word.start >= start) {
        let words = Some(text.text[word.clone()].to_owned());
        said.push(Said { bytes: word.start..end, words });
    }
    said
}

/// Which bytes of a text stand on a line.
pub(super) fn bytes(text: &Shaped, line: &Line) -> Range<usize> {
    let byte = |glyph: usize| {
        text.glyphs.get(glyph).map_or(text.text.len(), |glyph| glyph.cluster as usize)
    };
    byte(line.glyphs.start)..byte(line.glyphs.end)
}

/// The word that goes on at a byte, with the signs that cling to it; nothing where a word ends or
/// begins there, and where the scripts have no blanks between words. It is in one piece of the
/// structure and runs from left to right.
fn word_at(text: &Shaped, at: usize) -> Option<Range<usize>> {
    if at == 0 || at >= text.text.len() || !is_one_piece(text, at) {
        return None;
    }
    let (before, after) = text.text.split_at_checked(at)?;
    let (mut start, mut end) = (at, at);
    let mut length = 0;
    for c in before.chars().rev().take_while(|c| is_of_word(*c)).take(LONGEST) {
        start -= c.len_utf8();
        length += 1;
    }
    for c in after.chars().take_while(|c| is_of_word(*c)).take(LONGEST) {
        end += c.len_utf8();
        length += 1;
    }
    if start == at || end == at || length > LONGEST {
        return None;
    }
    let here = text.runs.partition_point(|run| run.bytes.end <= at);
    let goes_on = |run: &Run| {
        run.format.tag == text.runs[here].format.tag && run.level.is_multiple_of(2)
    };
    let before = text.runs[..here].iter().rev().take_while(|run| run.bytes.end > start);
    let first = before.take_while(|run| goes_on(run)).last();
    start = start.max(first.unwrap_or(&text.runs[here]).bytes.start);
    let behind = text.runs[here..].iter().take_while(|run| run.bytes.start < end);
    let last = behind.take_while(|run| goes_on(run)).last();
    end = end.min(last?.bytes.end);
    Some(start..end).filter(|word| word.start < at && at < word.end)
}

/// Whether a character is one of a word, or clings to one.
fn is_of_word(c: char) -> bool {
    !c.is_whitespace() && !is_unspaced(c)
}

/// Whether the script of a character has no blanks between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether what stands before a byte and what stands there belong to one node, and both run from
/// left to right.
fn is_one_piece(text: &Shaped, at: usize) -> bool {
    let after = text.runs.partition_point(|run| run.bytes.end <= at);
    let Some(run) = text.runs.get(after) else { return false };
    let before = if run.bytes.start < at { run } else { &text.runs[after.max(1) - 1] };
    before.format.tag == run.format.tag
        && before.level.is_multiple_of(2)
        && run.level.is_multiple_of(2)
}

/// Gives a run what the stretches of its line say, where they reach into it. It begins at the byte
/// `from`, and ends the line or not.
pub(super) fn give(run: &mut TextRun, from: usize, ends: bool, said: &[Said]) {
    let shown = from..from + run.text.trim_end_matches('\u{ad}').len();
    for stretch in said {
        let start = stretch.bytes.start.max(shown.start);
        let end = stretch.bytes.end.min(shown.end);
        if start < end {
            let words = stretch.words.clone().filter(|_| stretch.bytes.start >= from);
            let all = ends && end == shown.end;
            let to = if all { run.text.len() } else { end - from };
            run.said.push(Said { bytes: start - from..to, words });
        }
    }
}

/// Makes the hyphen of a word that has one of its own another character than `-`, where the face
/// has a glyph for that: pdf.js takes it out of the word otherwise, as it does with those that
/// line breaks put in.
pub(super) fn keep_hyphen(run: &mut TextRun, fonts: &FontSet) {
    let face = fonts.face(run.face);
    let last = run.glyphs.last().copied();
    let (Some(last), Some(id)) = (last, face.glyph(HYPHEN)) else { return };
    let own = run.text.ends_with('-') && last.cluster as usize + 1 == run.text.len();
    if own && id != last.id && face.advance(id) == face.advance(last.id) {
        run.text.pop();
        run.text.push(HYPHEN);
        if let Some(said) = run.said.last_mut() {
            said.bytes.end = run.text.len();
        }
        let end = run.glyphs.len() - 1;
        run.glyphs[end] = Glyph { id, ..last };
    }
}

/// The hyphen that is nothing else.
const HYPHEN: char = '\u{2010}';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Tag;
    use crate::layout::lines::{Align, break_lines};
    use crate::text::{Format, Shaper, Span};
    use crate::units::Em;

    fn heard(spans: &[(&str, u32)], measure: i64) -> Vec<Vec<(String, String)>> {
        let fonts = FontSet::bundled_only();
        let span = |&(text, tag): &(&str, u32)| {
            let format = Format { tag: Some(Tag(tag)), ..Format::default() };
            Span { text: text.to_owned(), format }
        };
        let spans: Vec<_> = spans.iter().map(span).collect();
        let text = Shaper::new(&fonts, "en").shape(&spans);
        let lines = break_lines(&text, Em::thousandths(measure), Align::Justify);
        let of = |line: &Line| {
            let said = said(&text, line).into_iter();
            said.map(|said| {
                (text.text[said.bytes].to_owned(), said.words.unwrap_or_default())
            })
            .collect()
        };
        lines.iter().map(of).collect()
    }

    fn pair(shown: &str, said: &str) -> (String, String) {
        (shown.to_owned(), said.to_owned())
    }

    #[test]
    fn a_divided_word_is_said_where_it_begins_with_its_comma() {
        let lines = heard(&[("internationalization, that is.", 0)], 5_000);
        let [first, .., last] = &lines[..] else { panic!("{lines:?}") };
        assert_eq!(first.last().unwrap().1, "internationalization,");
        assert!(last.is_empty(), "{lines:?}");
        let said: String =
            lines.iter().flatten().map(|(_, said)| said.replace(NOTHING, "")).collect();
        assert_eq!(said, "internationalization, ");
        let shown: String = lines.iter().flatten().map(|(shown, _)| &**shown).collect();
        assert_eq!(shown, "internationalization, ");
    }

    #[test]
    fn a_word_of_two_nodes_is_none() {
        let lines = heard(&[("inter", 0), ("nationalizing", 1)], 4_000);
        assert!(lines.len() > 1);
        assert!(lines.iter().flatten().all(|(_, said)| !said.starts_with("inter")));
    }

    #[test]
    fn a_compound_keeps_its_hyphen() {
        let lines = heard(&[("performance-sensitive", 0)], 6_300);
        assert_eq!(lines[0], [pair("performance-", "performance-sensitive")]);
    }

    #[test]
    fn lines_between_words_say_what_they_show() {
        assert!(
            heard(&[("one two three four five", 0)], 4_000).iter().all(Vec::is_empty)
        );
        assert!(heard(&[("東京都東京都東京都", 0)], 4_000).iter().all(Vec::is_empty));
    }

    #[test]
    fn a_word_is_said_once_and_whole_or_not_at_all() {
        // Whatever its length: all of its lines judge alike.
        for length in 20..300 {
            let text = format!("so {} it is", "x".repeat(length));
            let lines = heard(&[(&text, 0)], 9_000);
            let said: String =
                lines.iter().flatten().map(|(_, said)| said.as_str()).collect();
            let shown: String =
                lines.iter().flatten().map(|(shown, _)| shown.as_str()).collect();
            assert_eq!(
                said.replace(NOTHING, "").trim_end(),
                shown.trim_end(),
                "{length}"
            );
            assert!(!said.is_empty() || !(60..=LONGEST).contains(&length), "{length}");
            assert!(said.is_empty() || length <= LONGEST, "{length}");
        }
    }
}
