//! Shorter ways to say a sentence: what can be cut out of it so that the rest is a sentence.
//!
//! What is left is a subsequence of the guide's words; the first may get a capital. What
//! holds a negation, a condition, a number, a name or code is never cut out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::collect::Marks;
use super::phrases::{Phrases, beginning, contains, find, is_unspaced, phrases};
use super::ranges::touching;
use super::sentences::trim;
use super::unit::{Form, Standing};
use crate::document::word_count;

/// How many words before examples are looked through for one that announces them.
const NAMED_BY: usize = 5;
/// What stays of a sentence has at least so many words.
const LEAST: usize = 5;

/// The shorter forms of the sentence `range` of the paragraph `text`, best first: without
/// the words that tie it to the one before, then without asides too.
pub(super) fn shorter(
    text: &str,
    range: &Range<usize>,
    marks: &Marks,
    language: &str,
) -> Vec<Form> {
    let sentence = Sentence { text, range, marks, words: phrases(language) };
    let opening: Vec<_> = sentence.opening().into_iter().collect();
    let safe = Sentence::joined(opening.iter().cloned().chain(sentence.brackets()));
    let tail = Sentence::joined(safe.iter().cloned().chain(sentence.example()));
    let all = Sentence::joined(tail.iter().cloned().chain(sentence.clauses()));
    let mut forms: Vec<Form> = Vec::new();
    for cuts in [opening, safe, tail, all] {
        let known = forms.iter().any(|form| form.without == cuts);
        if !cuts.is_empty() && !known {
            forms.extend(sentence.form(cuts));
        }
    }
    forms
}

struct Sentence<'a> {
    text: &'a str,
    range: &'a Range<usize>,
    marks: &'a Marks,
    words: &'static Phrases,
}

impl Sentence<'_> {
    fn piece(&self) -> &str {
        &self.text[self.range.clone()]
    }

    /// A connective that the sentence begins with, and the space after it.
    fn opening(&self) -> Option<Range<usize>> {
        let piece = self.piece();
        let mut end = 0;
        while let Some(length) = beginning(&piece[end..], self.words.connectives) {
            let after = &piece[end + length..];
            let next = after.trim_start();
            let is_spaced = next.len() < after.len() || next.starts_with(is_unspaced);
            if !is_spaced || word_count(next) < LEAST - 1 || self.is_marked(end + length)
            {
                break;
            }
            end = piece.len() - next.len();
        }
        let first = piece[end..].chars().next()?;
        (end > 0 && first.is_alphanumeric())
            .then(|| self.range.start..self.range.start + end)
    }

    fn is_marked(&self, at: usize) -> bool {
        let at = self.range.start + at;
        !touching(&self.marks.solid, &(at - 1..at)).is_empty()
    }

    /// Asides in brackets, each with the space before it.
    fn brackets(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut open: Option<(usize, char)> = None;
        for (at, c) in self.piece().char_indices() {
            match (c, open) {
                ('(' | '（', None) => {
                    open = Some((at, if c == '(' { ')' } else { '）' }));
                }
                ('(' | '（', Some(_)) => open = None,
                (c, Some((start, close))) if c == close => {
                    found.extend(self.bracket(start, at + c.len_utf8()));
                    open = None;
                }
                _ => {}
            }
        }
        found
    }

    fn bracket(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let piece = self.piece();
        let before = piece[..start].trim_end();
        let wide = piece[start..].starts_with('（');
        // `f(x)` and `item(s)` are no asides, nor is what a sentence begins with.
        let aside = (wide || before.len() < start) && !before.is_empty();
        let cut = before.len()..end;
        (aside && self.may_go(&cut)).then(|| self.shifted(cut))
    }

    /// `, such as a and b` at the end.
    fn example(&self) -> Option<Range<usize>> {
        let piece = self.piece();
        let lower = piece.to_lowercase();
        if lower.len() != piece.len() {
            return None;
        }
        let start = find(&lower, self.words.examples)?;
        let end = piece.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let before = piece[..start].trim_end();
        let before = before.trim_end_matches([',', '，', '、', '(', '（']).trim_end();
        if end <= start || before.is_empty() {
            return None;
        }
        let tail = &lower[start..end];
        // Something has to be the example: in “all that it does including” nothing is.
        let marker = beginning(tail, self.words.examples).unwrap_or(0);
        if word_count(&tail[marker..]) == 0 {
            return None;
        }
        let closed = piece[end..].chars().all(|c| matches!(c, '.' | '。' | '!' | '．'));
        let whole = contains(&lower[..before.len()], self.words.verbs);
        let list =
            !contains(tail, self.words.verbs) && !contains(tail, self.words.relatives);
        // “A number of ways, such as ...” says nothing without them.
        let last = before.char_indices().rev().filter(|(_, c)| *c == ' ');
        let named = last.map(|(at, _)| at).nth(NAMED_BY).unwrap_or(0);
        let vague = contains(&lower[named..before.len()], self.words.vague);
        let cut = before.len()..end;
        let says = closed && whole && list && !vague && !self.resumes(&tail[marker..]);
        (says && self.may_go(&cut)).then(|| self.shifted(cut))
    }

    /// Whether a sentence goes on behind its examples: one more comma than the list of them
    /// has, which ends in “and” or “or”.
    fn resumes(&self, examples: &str) -> bool {
        let mut parts = examples.split(',').map(str::trim_start);
        let ends = |part: &str| beginning(part, self.words.last_of_list).is_some();
        parts.any(|part| ends(part) || contains(part, self.words.last_of_list))
            && parts.next().is_some()
    }

    /// `, which ...,` and `– ... –`.
    fn clauses(&self) -> Vec<Range<usize>> {
        let mut found = self.dashes();
        let piece = self.piece();
        let commas: Vec<usize> = piece.match_indices(',').map(|(at, _)| at).collect();
        for (n, start) in commas.iter().enumerate() {
            let after = piece[start + 1..].trim_start();
            if beginning(after, self.words.relatives).is_none() {
                continue;
            }
            let end = commas.get(n + 1).map(|end| end + 1);
            let tail = piece.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            let closed = piece[tail..].chars().all(|c| matches!(c, '.' | '。'));
            let cut = match end {
                // A list of nouns may follow a comma: a verb must go on after the clause.
                Some(end) if self.goes_on(&piece[end..]) => *start..end,
                None if closed && tail > *start => *start..tail,
                _ => continue,
            };
            if self.may_go(&cut) {
                found.push(self.shifted(cut));
            }
        }
        found
    }

    /// Whether a clause's sentence goes on with its verb.
    fn goes_on(&self, after: &str) -> bool {
        beginning(after.trim_start(), self.words.verbs).is_some()
    }

    fn dashes(&self) -> Vec<Range<usize>> {
        let piece = self.piece();
        let dash = |c: char| matches!(c, '–' | '—');
        let mut places = piece.char_indices().filter(|(_, c)| dash(*c));
        let (Some((start, first)), Some((end, last)), None) =
            (places.next(), places.next(), places.next())
        else {
            return Vec::new();
        };
        let cut = piece[..start].trim_end().len()..end + last.len_utf8();
        let spaced = piece[end + last.len_utf8()..].starts_with(' ');
        let fits = first == last && spaced && cut.start > 0 && self.may_go(&cut);
        if fits { vec![self.shifted(cut)] } else { Vec::new() }
    }

    /// Whether a part of the sentence may be cut out.
    fn may_go(&self, cut: &Range<usize>) -> bool {
        let piece = &self.piece()[cut.clone()];
        let whole = self.shifted(cut.clone());
        let marked = |marks: &[Range<usize>]| !touching(marks, &whole).is_empty();
        !marked(&self.marks.solid)
            && !marked(&self.marks.stressed)
            && is_aside(piece, self.words)
    }

    fn shifted(&self, cut: Range<usize>) -> Range<usize> {
        self.range.start + cut.start..self.range.start + cut.end
    }

    /// Cuts in order, those that overlap an earlier one left out.
    fn joined(cuts: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for cut in cuts {
            let before = found.range(..cut.end).next_back();
            if before.is_none_or(|(_, end)| *end <= cut.start) {
                found.insert(cut.start, cut.end);
            }
        }
        found.into_iter().map(|(start, end)| start..end).collect()
    }

    fn form(&self, without: Vec<Range<usize>>) -> Option<Form> {
        let text = without_cuts(self.text, self.range, &without);
        let words = word_count(&text);
        (words >= LEAST).then(|| Form {
            words,
            text,
            without,
            needs: Vec::new(),
            standing: Standing::Answers,
            below_title: None,
        })
    }
}

/// Whether a piece of a sentence says nothing that must not be lost: no negation, condition,
/// number or name.
pub(super) fn is_aside(piece: &str, words: &Phrases) -> bool {
    !names(piece, words) && may_go_but_for_names(piece, words)
}

/// The same, whatever names the piece has.
pub(super) fn may_go_but_for_names(piece: &str, words: &Phrases) -> bool {
    !piece.contains(char::is_numeric)
        && !contains(&piece.to_lowercase(), words.guards)
        && !piece.contains(['"', '“', '”', '«', '»', '/', '=', '_'])
}

/// Whether a word looks like a name. German writes all nouns with capitals, and scripts
/// without capitals show names by other letters only.
pub(super) fn names(piece: &str, words: &Phrases) -> bool {
    if piece.contains(is_unspaced) {
        return piece.contains(|c: char| c.is_alphabetic() && c.is_ascii());
    }
    let german = words.language == "de";
    piece.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        capitals > usize::from(german)
    })
}

/// The ranges of a sentence that stay.
pub(super) fn kept(range: &Range<usize>, without: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for cut in without {
        found.push(at..cut.start);
        at = cut.end;
    }
    found.push(at..range.end);
    found.retain(|range| !range.is_empty());
    found
}

/// The text of a sentence without `without`, its first letter a capital where it has lost
/// its beginning.
pub(super) fn without_cuts(
    text: &str,
    range: &Range<usize>,
    without: &[Range<usize>],
) -> String {
    let pieces = kept(range, without);
    let joined: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
    let joined = joined[trim(&joined, 0..joined.len())].to_owned();
    if without.first().is_some_and(|cut| cut.start == range.start) {
        capitalised(&joined)
    } else {
        joined
    }
}

/// `text` with a capital, where its first letter has one and the first word no other.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next().filter(|first| first.is_alphanumeric()) else {
        return text.to_owned();
    };
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let mut upper = first.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) if !word[first.len_utf8()..].contains(char::is_uppercase) => {
            std::iter::once(upper).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(language: &str, text: &str) -> Vec<String> {
        let forms = shorter(text, &(0..text.len()), &Marks::default(), language);
        forms.into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn connectives_go() {
        let text = "However, the old way is still much faster.";
        assert_eq!(forms("en", text), ["The old way is still much faster."]);
        let text = "And then the cache holds the whole page.";
        assert_eq!(forms("en", text), ["Then the cache holds the whole page."]);
        assert_eq!(forms("zh", "因此，我们需要更多数据。"), ["我们需要更多数据。"]);
        assert_eq!(
            forms("ru", "Однако, этот способ намного быстрее старого."),
            ["Этот способ намного быстрее старого."]
        );
        assert_eq!(forms("ja", "しかし、この方法は速いです。"), ["この方法は速いです。"]);
    }

    #[test]
    fn asides_go() {
        let text = "The index (a sorted copy) makes every search much faster.";
        assert_eq!(forms("en", text), ["The index makes every search much faster."]);
        let text = "It can hold many kinds of fruit, such as apples and pears.";
        assert_eq!(forms("en", text), ["It can hold many kinds of fruit."]);
        let text = "The cache, which sits in memory, is fast for every reader.";
        assert_eq!(forms("en", text), ["The cache is fast for every reader."]);
        let text = "The cache – a small store – is fast for every reader.";
        assert_eq!(forms("en", text), ["The cache is fast for every reader."]);
    }

    #[test]
    fn what_matters_stays() {
        for text in [
            "The act (passed in 1970) changed all of it at once.",
            "People learn by watching others and then model what they do or say.",
            "The list of rules is long, and longer is all that it is including.",
            "Call f(x) to get the value of the thing at once.",
            "It works well (unless the cache is cold) in all cases.",
            "Many stores can hold it, such as Redis and others.",
            "Item(s) can be added to this list at any time.",
            "Fruits such as apples contain much sugar and water.",
            "Not every way is as good as the others are.",
        ] {
            assert_eq!(forms("en", text), [""; 0], "{text}");
        }
    }
}
