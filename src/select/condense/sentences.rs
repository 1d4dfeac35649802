//! Where sentences end: by the Unicode rules, mended where these are wrong.
//!
//! The rules know no abbreviations, no initials, no brackets and no code. Every boundary
//! that they give is judged here by what stands before and after it; a few that they do
//! not give (before a number, before code) are judged as well. Nothing here knows trees.

use std::collections::VecDeque;
use std::ops::Range;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use super::abbreviations::{Follow, follow, opens_sentence};
use super::language::primary;
use super::ranges::touching;

/// A bracket or quotation that is longer than this, in bytes, was likely never closed.
const LONGEST_BRACKET: usize = 600;

/// Pairs between which no sentence ends.
const PAIRS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('（', '）'),
    ('［', '］'),
    ('【', '】'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('『', '』'),
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('‹', '›'),
];

/// The sentences of `text`, a paragraph without marks, as byte ranges without the white
/// space around them. Every letter of the text is in one of them.
///
/// `language` is a BCP 47 tag. No sentence ends inside one of the `solid` ranges, which are
/// in order: code, formulas.
pub fn sentences(
    text: &str,
    language: &str,
    solid: &[Range<usize>],
) -> Vec<Range<usize>> {
    let text_of = Paragraph { text, language, solid, brackets: brackets(text, solid) };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let inner = text_of.candidates().into_iter().filter(|at| text_of.ends_at(*at));
    for end in inner.chain([text.len()]) {
        push(text, start..end, &mut found);
        start = end;
    }
    found
}

/// Adds a sentence; what has no letter or digit belongs to its neighbour.
fn push(text: &str, piece: Range<usize>, found: &mut Vec<Range<usize>>) {
    let trimmed = trim(text, piece);
    if trimmed.is_empty() {
        return;
    }
    let wordless =
        |range: &Range<usize>| !text[range.clone()].contains(char::is_alphanumeric);
    match found.last_mut() {
        Some(last) if wordless(&trimmed) || wordless(last) => last.end = trimmed.end,
        _ => found.push(trimmed),
    }
}

/// `range` without white space at its ends.
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..(start + piece.trim().len())
}

/// A paragraph's text and what is known of it.
struct Paragraph<'a> {
    text: &'a str,
    language: &'a str,
    solid: &'a [Range<usize>],
    brackets: Vec<Range<usize>>,
}

impl Paragraph<'_> {
    /// Places where a sentence may end: after the white space that follows it.
    fn candidates(&self) -> Vec<usize> {
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        let mut places: Vec<usize> = segmenter.segment_str(self.text).collect();
        let mut after_end = false;
        let mut gap = false;
        for (at, c) in self.text.char_indices() {
            if c.is_whitespace() {
                gap = true;
                continue;
            }
            if gap && after_end {
                places.push(at);
            }
            gap = false;
            after_end = is_end(c) || c == '：' || (after_end && is_closing(c));
            if is_wide_end(c) {
                places.push(at + c.len_utf8());
            }
        }
        places.sort_unstable();
        places.dedup();
        places.retain(|at| *at > 0 && *at < self.text.len());
        places
    }

    fn ends_at(&self, at: usize) -> bool {
        let inside = |ranges: &[Range<usize>]| {
            touching(ranges, &(at - 1..at)).iter().any(|range| at < range.end)
        };
        if inside(self.solid) || inside(&self.brackets) {
            return false;
        }
        let (before, after) = self.text.split_at(at);
        let body = before.trim_end();
        let sentence = body.trim_end_matches(is_closing);
        let (Some(mark), Some(next)) = (sentence.chars().last(), after.chars().next())
        else {
            return false;
        };
        if is_closing(next) || is_end(next) || (is_wide_end(mark) && next.is_whitespace())
        {
            return false;
        }
        // 「はい。」と: what is said goes on.
        let said = body.ends_with(['」', '』']);
        if said && matches!(next, '\u{3041}'..='\u{309f}') {
            return false;
        }
        if is_wide_end(mark) {
            return mark != '；' || long_clauses(sentence, after);
        }
        // `.NET`, `a.b`, `3.5`: without a space there is no end.
        if body.len() == before.len() {
            return false;
        }
        match mark {
            '.' => self.full_stop(sentence, after, at),
            '?' | '!' | '؟' => !next.is_lowercase() || self.is_solid(at),
            _ => is_end(mark),
        }
    }

    fn is_solid(&self, at: usize) -> bool {
        self.solid.binary_search_by_key(&at, |range| range.start).is_ok()
    }

    fn ends_solid(&self, at: usize) -> bool {
        self.solid.binary_search_by_key(&at, |range| range.end).is_ok()
    }

    /// Whether the full stop at the end of `sentence` ends it, with `after` next.
    fn full_stop(&self, sentence: &str, after: &str, at: usize) -> bool {
        let stem = &sentence[..sentence.len() - 1];
        if self.is_solid(at - (sentence.len() - stem.len())) {
            return true;
        }
        let next = next_word(after);
        let opens = opens_sentence(next, self.language);
        let code_next = self.is_solid(at);
        if stem.ends_with('.') || stem.ends_with('…') {
            return !after.starts_with(char::is_lowercase);
        }
        let word = last_word(stem);
        if word.is_empty() || self.ends_solid(stem.len()) {
            return !after.starts_with(char::is_lowercase) || code_next;
        }
        match follow(sentence, self.language) {
            Some(Follow::Never) => return false,
            Some(Follow::Perhaps) => return opens,
            None => {}
        }
        if is_initials(word) {
            // `J. R. Smith`, `z. B.`: letter after letter.
            let goes_on = next.chars().count() == 1
                && after.trim_start_matches(is_opening)[next.len()..].starts_with('.');
            return opens && !goes_on;
        }
        if word.chars().all(|c| c.is_ascii_digit()) {
            return !after.starts_with(char::is_lowercase)
                && !is_ordinal(stem, word, self.language, opens);
        }
        if after.starts_with(|c: char| c.is_numeric()) {
            // `Abs. 5`, `vol. 2`: a short word before a number is likely cut short.
            return word.chars().count() >= 4;
        }
        code_next || !after.trim_start_matches(is_opening).starts_with(char::is_lowercase)
    }
}

/// The letters, digits and inner full stops at the end of `text`.
fn last_word(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || c == '.' || is_mark(c);
    &text[text.trim_end_matches(is_part).len()..]
}

/// Combining marks and joiners: inside a word, but no letters.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// The word that `text` begins with, after brackets and quotes.
fn next_word(text: &str) -> &str {
    let text = text.trim_start_matches(is_opening);
    let end = text.find(|c: char| !c.is_alphanumeric() && !is_mark(c));
    &text[..end.unwrap_or(text.len())]
}

/// `J` of `J. R. Smith`, `U.S`, `T.S`.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|letter| {
        let mut letters = letter.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    })
}

/// Whether a number with a full stop counts: `1. First`, `am 3. Oktober`.
fn is_ordinal(stem: &str, number: &str, language: &str, opens: bool) -> bool {
    let first = stem.len() == number.len();
    let counting =
        ["de", "da", "nb", "no", "nn", "fi", "cs", "sk", "hu", "sl", "hr", "et"];
    let counts = counting.contains(&primary(language)) && number.len() <= 2 && !opens;
    first || counts
}

/// Whether a full-width semicolon parts two thoughts rather than two short words.
fn long_clauses(before: &str, after: &str) -> bool {
    let last = before.trim_end_matches('；').rsplit(is_wide_end).next().unwrap_or("");
    let next = after.split(is_wide_end).next().unwrap_or("");
    last.chars().count() >= 10 && next.chars().count() >= 10
}

/// Marks that end a sentence where white space follows.
const fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '?'
            | '!'
            | '…'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '።'
            | '፧'
            | '។'
            | '၊'
            | '။'
            | '։'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    ) || is_wide_end(c)
}

/// Marks that end a sentence with nothing after them.
const fn is_wide_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '｡' | '．' | '।' | '॥' | '።')
}

/// What belongs to the sentence before it.
const fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '）'
            | '］'
            | '】'
            | '》'
            | '〉'
            | '」'
            | '』'
            | '»'
            | '›'
            | '”'
            | '’'
            | '"'
            | '\''
    )
}

const fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '（'
            | '「'
            | '『'
            | '«'
            | '“'
            | '„'
            | '‘'
            | '"'
            | '\''
            | '¿'
            | '¡'
            | '‹'
    )
}

/// The ranges between a bracket or quote and the one that closes it, outermost only, in
/// order.
fn brackets(text: &str, solid: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut open: VecDeque<(char, usize)> = VecDeque::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut straight = None;
    for (at, c) in text.char_indices() {
        let (opens, closes) = sides(c);
        if !(opens || closes || c == '"') || !touching(solid, &(at..at + 1)).is_empty() {
            continue;
        }
        while open.front().is_some_and(|(_, start)| start + LONGEST_BRACKET < at) {
            open.pop_front();
        }
        if c == '"' {
            match straight.take() {
                Some(start) => found.push(start..at),
                None => straight = Some(at),
            }
            continue;
        }
        let closed = open.iter().rposition(|(opening, _)| is_pair(*opening, c));
        if let Some(place) = closed {
            found.push(open[place].1..at);
            open.truncate(place);
        } else if opens {
            open.push_back((c, at));
        }
    }
    found.retain(|range| range.len() <= LONGEST_BRACKET);
    outermost(found)
}

/// Whether a character opens brackets or quotes, and whether it closes them.
// Inlined into the loop above, the walks over the pairs keep the compiler busy for minutes.
#[inline(never)]
fn sides(c: char) -> (bool, bool) {
    let opens = PAIRS.iter().any(|(opening, _)| *opening == c);
    (opens, PAIRS.iter().any(|(_, closing)| *closing == c))
}

#[inline(never)]
fn is_pair(opening: char, closing: char) -> bool {
    PAIRS.contains(&(opening, closing))
}

fn outermost(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

#[cfg(test)]
mod tests;
