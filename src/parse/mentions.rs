//! Questions that the text mentions by name: `Q12` in an answer becomes a link to question
//! 12.
//!
//! Only names that the source gives its questions itself count: where questions are only
//! counted through, `Q3` may be a quarter of a year. Each source means its own questions,
//! whatever numbers these get where several sources are joined. Words stay as they are;
//! titles, code, formulas and what is a link already are left alone.

use std::collections::BTreeMap;

use crate::diagnostic::Span;
use crate::document::visit::{self, NodeMut};
use crate::document::{
    Block, BlockKind, Document, Entry, Inline, InlineKind, Question, Section,
};

use super::outline::{EntryKind, RawSection};

/// The names of questions: source and number, to the byte where the question stands.
#[derive(Debug, Default)]
pub(super) struct Mentions(BTreeMap<(u32, u32), u32>);

impl Mentions {
    /// Collects the names, before numbers change for being used twice.
    pub(super) fn gather(sections: &[RawSection]) -> Self {
        let mut names = BTreeMap::new();
        for entry in sections.iter().flat_map(|section| &section.entries) {
            if let (true, EntryKind::Question(Some(number))) = (entry.named, entry.kind) {
                let Span { source, start, .. } = entry.span;
                names.entry((source, number)).or_insert(start);
            }
        }
        Self(names)
    }

    /// Turns the mentions in the document into links.
    pub(super) fn link(&self, document: &mut Document) {
        if self.0.is_empty() {
            return;
        }
        let ids = self.ids(document);
        let linker = Linker { ids: &ids, own: "" };
        for entry in document.sections.iter_mut().flat_map(|one| &mut one.entries) {
            match entry {
                Entry::Question(Question { id, answer, .. }) => {
                    Linker { own: id, ..linker }.blocks(answer);
                }
                Entry::Topic(topic) => linker.blocks(&mut topic.blocks),
            }
        }
        for note in &mut document.footnotes {
            linker.blocks(&mut note.blocks);
        }
    }

    /// The ids that the questions have in the finished tree.
    fn ids(&self, document: &Document) -> BTreeMap<(u32, u32), String> {
        let questions = document.sections.iter().flat_map(Section::questions);
        let places: BTreeMap<(u32, u32), &str> = questions
            .map(|one| ((one.span.source, one.span.start), one.id.as_str()))
            .collect();
        let id = |(&(source, number), &start): (&(u32, u32), &u32)| {
            Some(((source, number), (*places.get(&(source, start))?).to_owned()))
        };
        self.0.iter().filter_map(id).collect()
    }
}

/// Goes through text.
#[derive(Clone, Copy)]
struct Linker<'a> {
    ids: &'a BTreeMap<(u32, u32), String>,
    /// The question whose answer this is: to itself it has no link.
    own: &'a str,
}

impl Linker<'_> {
    fn blocks(&self, blocks: &mut [Block]) {
        let mut is_heading = false;
        visit::blocks_mut(blocks, &mut |node| match node {
            NodeMut::Block(block) => {
                is_heading = matches!(block.kind, BlockKind::Heading { .. });
            }
            // A heading has one text, which comes right after it.
            NodeMut::Text(run) if !std::mem::take(&mut is_heading) => self.inlines(run),
            _ => {}
        });
    }

    fn inlines(&self, run: &mut Vec<Inline>) {
        for mut inline in std::mem::take(run) {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, inline.span, run),
                InlineKind::Link { .. } => run.push(inline),
                _ => {
                    if let Some(content) = inline.kind.content_mut() {
                        self.inlines(content);
                    }
                    run.push(inline);
                }
            }
        }
    }

    /// Parts text at its mentions.
    fn text(&self, text: &str, span: Span, out: &mut Vec<Inline>) {
        let words =
            |words: &str| Inline { kind: InlineKind::Text(words.to_owned()), span };
        let mut done = 0;
        for Mention { from, to, number } in mentions(text) {
            let id = self.ids.get(&(span.source, number));
            let Some(id) = id.filter(|id| *id != self.own) else { continue };
            if from > done {
                out.push(words(&text[done..from]));
            }
            let (target, content) = (format!("#{id}"), vec![words(&text[from..to])]);
            out.push(Inline { kind: InlineKind::Link { target, content }, span });
            done = to;
        }
        if done < text.len() || done == 0 {
            out.push(words(&text[done..]));
        }
    }
}

/// A name of a question in a text, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mention {
    from: usize,
    to: usize,
    number: u32,
}

/// The names that stand in a text as words of their own.
fn mentions(text: &str) -> impl Iterator<Item = Mention> + '_ {
    let mut last = 0;
    text.match_indices('Q').filter_map(move |(from, _)| {
        let digits = text[from + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let to = from + 1 + digits;
        let number = text[from + 1..to].parse().ok()?;
        let after_one = last > 0 && last + 1 == from;
        let apart = begins_word(&text[..from], after_one) && ends_word(&text[to..]);
        if !apart || is_quarter(&text[..from], &text[to..]) {
            return None;
        }
        last = to;
        Some(Mention { from, to, number })
    })
}

/// Whether a word can begin behind `before`. Signs that join words do only behind another
/// mention: `Q9-Q12`, `Q9/Q12`. A letter of a script without spaces is no part of the word.
fn begins_word(before: &str, after_one: bool) -> bool {
    before.chars().next_back().is_none_or(|c| match c {
        '-' | '/' => after_one,
        '_' | '.' | '#' | '@' | '$' | '&' | '=' | '+' | '\\' => false,
        c => !c.is_ascii_alphanumeric(),
    })
}

/// Whether a word can end before `after`: `Q12.4`, `Q3-2024` and `Q12b` are other words.
fn ends_word(after: &str) -> bool {
    let mut chars = after.chars();
    match (chars.next(), chars.next()) {
        (Some('.' | '-' | '/' | ':' | ','), Some(next)) => !next.is_ascii_digit(),
        (Some('_' | '#' | '@' | '=' | '+' | '\\'), _) => false,
        (Some(c), _) => !c.is_ascii_alphanumeric(),
        (None, _) => true,
    }
}

/// Whether a year stands beside: `Q3 2024`, `2024 Q3`, `FY24 Q3`, `Q3 ’24`.
fn is_quarter(before: &str, after: &str) -> bool {
    let digits = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count();
    let next = after.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    let next = next.strip_prefix("FY").unwrap_or(next);
    let short = next.strip_prefix(['\'', '’']).is_some_and(|year| digits(year) == 2);
    let previous = before.strip_suffix([' ', '\u{a0}']).unwrap_or_default();
    let previous = previous.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let year = previous.strip_prefix("FY").unwrap_or(previous);
    let fiscal = previous.len() > year.len() && digits(year) == year.len();
    let full = year.len() == 4 && digits(year) == 4;
    short || digits(next) == 4 || fiscal || full
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        mentions(text).map(|one| &text[one.from..one.to]).collect()
    }

    #[test]
    fn names_are_words_of_their_own() {
        for (text, names) in [
            ("Q12", &["Q12"][..]),
            ("See Q12. And (Q3), Q4’s “Q5”: yes", &["Q12", "Q3", "Q4", "Q5"]),
            ("Q9-Q12, Q1/Q2 and Q9–Q12", &["Q9", "Q12", "Q1", "Q2", "Q9", "Q12"]),
            ("第Q12を参照", &["Q12"]),
            ("Q 12, q12, Q, Q-12, FAQ12, Q12b, XQ1, Q1_a, a.Q1, pre-Q1", &[]),
            ("Q12.4 and Q12-3", &[]),
            ("in Q3 2024, 2024 Q3, FY24 Q1, Q2 FY2024, Q4 ’24, 2024-Q1, Q1/2024", &[]),
            ("Q99999999999", &[]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }
}
