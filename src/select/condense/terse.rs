//! What a sentence can do without where it stands right below its question.
//!
//! An answer often says its question again: “Data can be loaded by ...” below “How can data
//! be loaded?”. Below the title, “By ...” says the same. What is left is no sentence by
//! itself, so that this is done only where a page is too small for all.

use std::collections::BTreeSet;
use std::ops::Range;

use super::choice::Choice;
use super::numbered::Reader;
use super::phrases::{Phrases, beginning, contains};
use super::ranges::touching;
use super::shorten::{may_go_but_for_names, names, without_cuts};
use super::unit::{Form, Standing, Unit, UnitKind};
use super::words::Words;
use crate::bisect;
use crate::document::word_count;

/// What is left of a sentence has at least so many words.
const LEAST: usize = 5;

/// What a title says, to know its words where they are said again.
pub(super) struct Title<'a> {
    words: &'a Words,
    phrases: &'a Phrases,
    said: BTreeSet<String>,
    /// Those of them that tell the title from others.
    own: BTreeSet<String>,
    /// Whether it is answered by yes or no, so that the beginning of an answer is not a
    /// mere echo.
    is_closed: bool,
}

/// A word of a sentence, and where it stands.
struct Token {
    range: Range<usize>,
    stems: Vec<String>,
    /// Whether the title has it.
    echoes: bool,
    /// Whether it says nothing by itself.
    small: bool,
}

impl Token {
    /// Whether it says something that the title has said.
    fn is_echo(&self) -> bool {
        self.echoes && !self.small
    }
}

impl<'a> Title<'a> {
    pub(super) fn new(title: &str, reader: &Reader<'a>) -> Self {
        let &Reader { words, phrases, corpus } = reader;
        let said: BTreeSet<String> = words.of(title).into_iter().collect();
        let own = said.iter().filter(|word| !corpus.is_common(word)).cloned().collect();
        let is_closed = beginning(title, phrases.closed).is_some();
        Self { words, phrases, said, own, is_closed }
    }

    /// Adds to the sentences of `units` forms without their ends, and such for which the
    /// title has to be read first.
    pub(super) fn add_forms(&self, units: &mut [Unit]) {
        // Bold words that are all of an item are a sentence without a range.
        let sentence = |unit: &&mut Unit| {
            let all = unit.place.range.len() == unit.whole().text.len();
            unit.kind == UnitKind::Sentence && all
        };
        for unit in units.iter_mut().filter(sentence) {
            let text = unit.whole().text.clone();
            let tokens = self.tokens(&text);
            let again = self.again(&text, &tokens);
            let echo = self.echo(&text, &tokens);
            for end in self.ends(&text, &tokens) {
                add_to(unit, &[end], false);
            }
            let all: Vec<_> = echo.iter().chain(&again).cloned().collect();
            for cuts in [again.as_slice(), echo.as_slice(), &all] {
                add_to(unit, cuts, true);
            }
        }
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = 0;
        for piece in text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '\'') {
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !word.is_empty() {
                let stems = self.words.of(word);
                tokens.push(Token {
                    range: at..at + word.len(),
                    echoes: stems.iter().all(|stem| self.said.contains(stem)),
                    stems,
                    small: is(word, self.phrases.small),
                });
            }
            at += piece.len();
        }
        tokens
    }

    /// The longest beginning that only says the title again: up to what a verb says of it,
    /// or to what tells how. Where the rest speaks of more that the title names, as it does
    /// where two things are compared, none of it is an echo.
    fn echo(&self, text: &str, tokens: &[Token]) -> Option<Range<usize>> {
        let yes = beginning(text, self.phrases.yes).map(|yes| after_space(text, yes));
        let from = if self.is_closed { yes? } else { 0 };
        let mut found: Option<(usize, usize)> = None;
        let mut echoes = 0;
        let mut how = false;
        let inside = |token: &(usize, &Token)| token.1.range.start >= from;
        for (count, token) in tokens.iter().enumerate().filter(inside) {
            let rest = &text[token.range.start..];
            let verb = beginning(rest, self.phrases.copulas).filter(|_| echoes > 0);
            let tells = echoes > 0 && beginning(rest, self.phrases.means).is_some();
            if tells && !how {
                found = Some((token.range.start, count));
            }
            how = tells;
            if let Some(verb) = verb.filter(|_| !self.is_closed) {
                let end = token.range.start + verb;
                found = Some((after_space(text, end), count + 1));
            } else if !token.small && !token.echoes {
                break;
            }
            echoes += usize::from(token.is_echo());
        }
        let (end, count) = found?;
        let (echo, rest) = tokens.split_at(count);
        let said: BTreeSet<&[String]> = echo.iter().map(|one| &*one.stems).collect();
        let said = |token: &Token| said.contains(&*token.stems);
        let tells =
            |token: &Token| token.stems.iter().any(|stem| self.own.contains(stem));
        let new = |token: &Token| token.is_echo() && tells(token) && !said(token);
        let compares = !self.is_closed && rest.iter().any(new);
        let open = |c: char| text[from..end].matches(c).count();
        let plain = !text[from..end].contains([',', ';', ':', '"', '“'])
            && open('(') == open(')');
        let lower = text[from..end].to_lowercase();
        let kept = contains(&lower, self.phrases.guards)
            || beginning(&text[end..], self.phrases.guards).is_some();
        let goes_on = text[end..].starts_with(char::is_alphanumeric);
        (plain && goes_on && !compares && !kept).then_some(from..end)
    }

    /// A place or a thing named after a preposition, if the title names it: “in Redshift”.
    fn again(&self, text: &str, tokens: &[Token]) -> Option<Range<usize>> {
        let of = |first: usize| {
            let start = tokens[first].range.start;
            beginning(&text[start..], self.phrases.within)?;
            let rest = &tokens[first + 1..];
            let begins = |token: &Token, list| {
                beginning(&text[token.range.start..], list).is_some()
            };
            let more = |token: &&Token| {
                let p = self.phrases;
                let goes_on = begins(token, p.within) || begins(token, p.means);
                (token.echoes || token.small) && !goes_on && !begins(token, p.copulas)
            };
            let count = rest.iter().take_while(more).count();
            let last = rest[..count].iter().rposition(Token::is_echo)?;
            let end = rest[last].range.end;
            // What it stands before must not be a noun: “in a Redshift cluster”.
            let closed = match rest.get(last + 1) {
                Some(next) if text[end..].starts_with(' ') => {
                    let p = self.phrases;
                    let lists = [p.verbs, p.defines, p.means, p.within];
                    lists.iter().any(|list| begins(next, list))
                }
                _ => true,
            };
            let piece = &text[start..end];
            let named = piece.contains(char::is_uppercase);
            let plain = piece.chars().all(|c| c.is_alphanumeric() || c == ' ');
            let before = text[..start].trim_end().len();
            (named && plain && closed && first > 0).then_some(before..end)
        };
        (0..tokens.len()).rev().find_map(of)
    }

    /// What a sentence ends with that only says to what end, or what follows from it: the
    /// shortest such piece, and the longest.
    fn ends(&self, text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
        let end = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        if !text[end..].chars().all(|c| matches!(c, '.' | '。' | '!')) {
            return Vec::new();
        }
        let first = self.may_end_from(text, tokens, end);
        // Where enough has been said is known once for all that follows.
        let told =
            tokens.partition_point(|token| word_count(&text[..token.range.end]) < LEAST);
        let cut = |at: usize| {
            let (before, token) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
            let rest = &text[token.range.start..];
            let word = &text[token.range.clone()];
            let after_comma = text[before.range.end..].starts_with(", ");
            let endings = self.phrases.participles.split('|');
            let participle =
                endings.filter(|end| !end.is_empty()).any(|end| word.ends_with(end));
            let relative = beginning(rest, self.phrases.relatives).is_some();
            let begins = beginning(rest, self.phrases.ends).is_some()
                || (after_comma && (relative || participle));
            (begins && !before.small).then_some(before.range.end..end)
        };
        let mut found: Vec<_> =
            (first.max(told + 1)..tokens.len()).filter_map(cut).collect();
        if let [first, .., last] = &found[..] {
            found = vec![first.clone(), last.clone()];
        }
        found
    }

    /// The first token from which to the end, at `end`, nothing has to stay. What may not go
    /// as part of a long end may go as part of a shorter one, and never the other way.
    fn may_end_from(&self, text: &str, tokens: &[Token], end: usize) -> usize {
        let is_name = |token: &Token| names(&text[token.range.clone()], self.phrases);
        // The title has a name that it has already.
        let name = tokens.iter().rposition(|token| !token.echoes && is_name(token));
        let after_names = name.map_or(0, |name| name + 1);
        let stays = |at: usize| {
            let start = at.checked_sub(1).and_then(|before| tokens.get(before));
            let start = start.map_or(0, |before| before.range.end.min(end));
            !may_go_but_for_names(&text[start..end], self.phrases)
        };
        if stays(after_names) {
            bisect::most(after_names..tokens.len(), stays) + 1
        } else {
            after_names
        }
    }
}

fn is(word: &str, list: &str) -> bool {
    beginning(word, list) == Some(word.len())
}

fn after_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

/// Adds to a unit what is left of its forms without `cuts`, ranges of the sentence in order.
/// Where that has to be read `below_title`, what was added so is not added to.
fn add_to(unit: &mut Unit, cuts: &[Range<usize>], below_title: bool) {
    let apart = cuts.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let start = unit.place.range.start;
    let is_solid = |cut: &Range<usize>| {
        !touching(&unit.solid, &(start + cut.start..start + cut.end)).is_empty()
    };
    if cuts.is_empty() || !apart || cuts.iter().any(is_solid) {
        return;
    }
    for base in 0..unit.forms.len() {
        let form = &unit.forms[base];
        if form.standing != Standing::Answers || form.below_title.is_some() {
            continue;
        }
        if let Some(mut left) = without(unit, form, cuts) {
            left.below_title = below_title.then_some(base);
            unit.forms.push(left);
        }
    }
}

/// What is left of a form, if that is enough and no other form is the same.
fn without(unit: &Unit, form: &Form, cuts: &[Range<usize>]) -> Option<Form> {
    let (text, start) = (&unit.whole().text, unit.place.range.start);
    let mut all = cuts.to_vec();
    for cut in &form.without {
        let cut = cut.start - start..cut.end - start;
        // “Yes,” stays where the rest only says how.
        if cut.start == 0 && cuts[0].start == cut.end {
            return None;
        }
        match all.iter_mut().find(|one| one.start <= cut.end && cut.start <= one.end) {
            Some(one) => *one = one.start.min(cut.start)..one.end.max(cut.end),
            None => all.push(cut),
        }
    }
    all.sort_by_key(|cut| cut.start);
    let apart = all.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let left = apart.then(|| without_cuts(text, &(0..text.len()), &all))?;
    let words = word_count(&left);
    let without: Vec<_> =
        all.into_iter().map(|cut| start + cut.start..start + cut.end).collect();
    let known = unit.forms.iter().any(|form| form.without == without);
    (!known && words >= LEAST).then(|| Form {
        text: left,
        words,
        without,
        needs: form.needs.clone(),
        standing: Standing::Answers,
        below_title: None,
    })
}

/// Gives sentences that are no longer the first of their answer the beginning back that
/// says the title again.
pub(super) fn complete(units: &[Unit], choice: &mut Choice) {
    let text = |(unit, _): &(usize, usize)| units[*unit].is_text();
    let later: Vec<(usize, usize)> = choice.iter().filter(text).skip(1).collect();
    for (unit, form) in later {
        let forms = &units[unit].forms;
        let first = |form: usize| forms[form].without.first();
        let base = forms[form].below_title.filter(|base| first(*base) != first(form));
        if let Some(base) = base {
            choice.set(unit, base);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind, Inline, Paragraph};
    use crate::select::condense::{Answer, CondenseOptions, Corpus, phrases};

    /// What can stand for a sentence below its title.
    fn below(title: &str, sentence: &str) -> Vec<String> {
        let words = Words::new("en");
        let (phrases, corpus) = (phrases("en"), &Corpus::default());
        let reader = Reader { words: &words, phrases, corpus };
        let paragraph = Paragraph { lead: None, content: vec![Inline::text(sentence)] };
        let block = Block::new(BlockKind::Paragraph(paragraph), <_>::default());
        let options = CondenseOptions::default();
        let mut units = Answer::new(title, &[block], "en", &options).units;
        Title::new(title, &reader).add_forms(&mut units);
        let forms = units.iter().flat_map(|unit| &unit.forms).skip(1);
        forms.map(|form| form.text.clone()).collect()
    }

    #[test]
    fn what_the_title_says_is_not_said_again() {
        let title = "How can you load data into a Redshift cluster?";
        let told = "Data can be loaded by using the COPY command with a list.";
        assert_eq!(below(title, told), ["By using the COPY command with a list."]);
        let title = "What is a sort key in Redshift?";
        let told = "A sort key is a column by which the rows are kept in order.";
        assert_eq!(below(title, told), ["A column by which the rows are kept in order."]);
        let title = "What is the purpose of the EXPLAIN command in Redshift?";
        let told = "The EXPLAIN command in Redshift provides the plan of a query.";
        assert_eq!(
            below(title, told),
            ["The EXPLAIN command provides the plan of a query."]
        );
        let title = "Can you copy tables?";
        let told = "Yes, you can copy tables by selecting all rows of one.";
        let short = "Yes, by selecting all rows of one.";
        assert!(below(title, told).iter().any(|form| form == short));
    }

    #[test]
    fn what_follows_from_a_sentence_goes_first() {
        let told = "The index keeps a sorted copy of the rows, making every search fast.";
        assert_eq!(below("Index", told), ["The index keeps a sorted copy of the rows."]);
        let told =
            "It writes all changes to a log to ensure that nothing is lost of them.";
        assert_eq!(below("Log", told), [""; 0], "a negation stays");
        let told =
            "The store keeps the pages that are read most in memory to reduce delays.";
        assert_eq!(
            below("Cache", told),
            ["The store keeps the pages that are read most in memory."]
        );
    }

    #[test]
    fn what_tells_things_apart_stays() {
        let title = "What is the difference between a snapshot and a backup?";
        let told =
            "A snapshot is a copy of the data, while a backup holds the settings too.";
        assert_eq!(below(title, told), [""; 0]);
        let title = "How are rows stored in a Redshift table?";
        let told = "They are kept in a Redshift cluster of several nodes at once.";
        assert_eq!(below(title, told), [""; 0], "what follows is part of the name");
        let title = "Can you copy tables?";
        let told = "No, you cannot copy tables by any command of the system.";
        assert_eq!(below(title, told), [""; 0]);
    }
}
