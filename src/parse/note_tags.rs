//! Tags of note programs behind what they label: `## What is DNA? #card`, `- Front #card`. They
//! are no part of the words; what they say of a line being a card is kept.
//!
//! `#` begins other things as well (`#include`, `#fff`, `C #`), so that a tag is one that note
//! programs know, one with levels (`#todo/x`), one behind the end of a sentence, or one that
//! stands behind several headings and items.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, plain_text};

use super::assemble::trim;
use super::boilerplate::{Boilerplate, BoilerplateKind};
use super::raw::{Raw, RawKind};

/// What tags say of a source.
#[derive(Debug, Default)]
pub(super) struct NoteTags {
    /// Where headings and paragraphs begin whose first line is tagged as a card.
    pub cards: BTreeSet<u32>,
    /// The tags that were taken off.
    pub removed: Vec<Boilerplate>,
}

/// Takes the tags at the ends of headings, items and questions off.
pub(super) fn take(blocks: &mut [Raw]) -> NoteTags {
    let mut counts = BTreeMap::new();
    each_text(blocks, Place::Free, &mut |content, place, _| {
        if place == Place::Label {
            count(content, &mut counts);
        }
    });
    let mut taker = Taker { counts, found: NoteTags::default() };
    each_text(blocks, Place::Free, &mut |content, place, span| {
        taker.text(content, place, span);
    });
    taker.found
}

/// Where text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a heading, or first in an item.
    Label,
    Free,
}

fn each_text(
    blocks: &mut [Raw],
    first: Place,
    visit: &mut impl FnMut(&mut Vec<Inline>, Place, Span),
) {
    for (at, block) in blocks.iter_mut().enumerate() {
        let place = if at == 0 { first } else { Place::Free };
        let span = block.span;
        match &mut block.kind {
            RawKind::Heading { content, .. } => visit(content, Place::Label, span),
            RawKind::Paragraph(content) => visit(content, place, span),
            RawKind::List { items, .. } => {
                for item in items {
                    each_text(&mut item.blocks, Place::Label, visit);
                }
            }
            _ => {
                for inner in block.inner_mut() {
                    each_text(inner, Place::Free, visit);
                }
            }
        }
    }
}

/// Counts the tags at the end of `content`.
fn count(content: &[Inline], counts: &mut BTreeMap<String, usize>) {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = content.last() else {
        return;
    };
    for tag in trailing(text.lines().last().unwrap_or_default()).1 {
        *counts.entry(tag.to_lowercase()).or_default() += 1;
    }
}

struct Taker {
    /// How many headings and items end in a tag.
    counts: BTreeMap<String, usize>,
    found: NoteTags,
}

impl Taker {
    fn text(&mut self, content: &mut Vec<Inline>, place: Place, block: Span) {
        let mut first_line = true;
        for at in 0..content.len() {
            // What stands before it in its line, perhaps in bold.
            let before = match at.checked_sub(1).map(|before| &content[before]) {
                Some(one) if one.kind != InlineKind::LineBreak => {
                    plain_text(std::slice::from_ref(one))
                }
                _ => String::new(),
            };
            let ends = match content.get(at + 1) {
                None => true,
                Some(next) => next.kind == InlineKind::LineBreak,
            };
            let Inline { kind: InlineKind::Text(text), span } = &mut content[at] else {
                first_line &= content[at].kind != InlineKind::LineBreak;
                continue;
            };
            let mut kept = String::with_capacity(text.len());
            let mut lines = text.split_inclusive('\n').peekable();
            let (mut before, mut here) = (before, *span);
            while let Some(line) = lines.next() {
                let is_end = line.ends_with('\n') || ends && lines.peek().is_none();
                let length =
                    if is_end { self.line(line, &before, place) } else { line.len() };
                if length < line.len() {
                    let tags = line[length..].trim();
                    if first_line && trailing(tags).1.iter().any(|tag| is_card(tag)) {
                        self.found.cards.insert(block.start);
                    }
                    let (kind, text) = (BoilerplateKind::Tag, tags.to_owned());
                    self.found.removed.push(Boilerplate { kind, span: here, text });
                }
                kept.push_str(&line[..length]);
                if length < line.len() && line.ends_with('\n') {
                    kept.push('\n');
                }
                first_line &= !line.ends_with('\n');
                here.line += u32::from(line.ends_with('\n'));
                before.clear();
            }
            *text = kept;
        }
        *content = trim(std::mem::take(content));
    }

    /// How much of a line stands before its tags; all of it if it has none, or is nothing else.
    fn line(&self, line: &str, before: &str, place: Place) -> usize {
        let (length, tags) = trailing(line);
        let words =
            if line[..length].trim().is_empty() { before } else { &line[..length] };
        let words = words.trim_end();
        if tags.is_empty() || words.is_empty() {
            return line.len();
        }
        let asks = words.ends_with(['?', '？', '؟']);
        let holds_card = words.contains("::") && tags.iter().all(|tag| is_known(tag));
        let labels = place == Place::Label || asks || holds_card;
        let labels = labels || tags.iter().any(|tag| is_card(tag));
        let sure = |tag: &&str| {
            is_known(tag)
                || tag.trim_matches('/').contains('/')
                || ends_sentence(words)
                || self.counts.get(&tag.to_lowercase()).is_some_and(|count| *count > 1)
                    && !words.ends_with(':')
        };
        if labels && tags.iter().all(sure) { length } else { line.len() }
    }
}

/// How much of `line` stands before the tags at its end, and these without their sign.
fn trailing(line: &str) -> (usize, Vec<&str>) {
    let mut tags = Vec::new();
    let mut rest = line.trim_end();
    loop {
        let start = rest
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
        let Some(tag) = tag(&rest[start..]) else { break };
        tags.push(tag);
        rest = rest[..start].trim_end();
    }
    if tags.is_empty() { (line.len(), tags) } else { (rest.len(), tags) }
}

/// The name of the tag that a word is.
fn tag(word: &str) -> Option<&str> {
    let name = word.strip_prefix('#')?;
    let name =
        name.strip_prefix("[[").and_then(|name| name.strip_suffix("]]")).unwrap_or(name);
    let begins = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let whole = |char: char| {
        char.is_alphanumeric() || matches!(char, '-' | '_' | '/') || !char.is_ascii()
    };
    (begins && name.chars().all(whole) && !is_other(name)).then_some(name)
}

/// Colours, and what C's preprocessor is told.
fn is_other(name: &str) -> bool {
    const DIRECTIVES: &str = " include define undef if ifdef ifndef elif else endif pragma \
        error warning line import region endregion ";
    let hexadecimal = name.chars().all(|char| char.is_ascii_hexdigit());
    let colour = hexadecimal && matches!(name.len(), 3 | 4 | 6 | 8);
    colour || DIRECTIVES.split_whitespace().any(|one| one == name)
}

/// Whether programs that ask cards know the tag.
fn is_known(tag: &str) -> bool {
    const NAMES: &str = " cards flashcards anki srs spaced review reviewed todo done wip draft \
        exam important question questions leech cloze deck memorize memorise ";
    is_card(tag) || NAMES.split_whitespace().any(|name| name == root(tag))
}

/// Whether the tag makes a card of what it stands behind.
fn is_card(tag: &str) -> bool {
    matches!(
        &*root(tag),
        "card" | "flashcard" | "card-reverse" | "card-spaced" | "card/reverse"
    )
}

/// The first level of a tag, in small letters.
fn root(tag: &str) -> String {
    tag.split('/').next().unwrap_or_default().to_lowercase()
}

fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['*', '_', '"', '”', '»', '’', ')']);
    words.ends_with(['?', '!', '.', '？', '！', '。', '؟'])
}

/// Whether a tag in the text says that it is to be learnt by cards, or one in the front matter.
pub(super) fn is_deck(text: &str) -> bool {
    let learns = |word: &str| {
        let name = word.trim_matches(|char: char| !char.is_alphanumeric() && char != '/');
        is_card(name) || matches!(&*root(name), "flashcards" | "cards" | "srs")
    };
    let mut matter = text.starts_with("---");
    let mut tags = false;
    text.lines().enumerate().any(|(at, line)| {
        matter &= at == 0 || !line.starts_with("---");
        if matter {
            tags =
                line.starts_with("tags:") || tags && line.starts_with([' ', '-', '\t']);
            return tags && line.split([' ', ',', '[', ']']).any(learns);
        }
        line.contains('#')
            && line.split_whitespace().any(|word| word.starts_with('#') && learns(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_stand_at_the_end_of_a_line() {
        for (line, words, tags) in [
            ("What is DNA? #card", "What is DNA?", &["card"][..]),
            ("Plan #todo/x #bio\n", "Plan", &["bio", "todo/x"]),
            ("Front #[[card]]", "Front", &["card"]),
            ("C #", "C #", &[]),
            ("the colour #fff", "the colour #fff", &[]),
            ("use #include", "use #include", &[]),
            ("issue #12", "issue #12", &[]),
            ("#alone", "", &["alone"]),
        ] {
            let (length, found) = trailing(line);
            assert_eq!((&line[..length], &found[..]), (words, tags), "{line}");
        }
    }

    #[test]
    fn notes_to_be_learnt_say_so() {
        for text in
            ["# A\n\n#flashcards/bio\n", "---\ntags: [bio, flashcards]\n---\n", "x #card"]
        {
            assert!(is_deck(text), "{text}");
        }
        for text in ["# Cards\n", "---\ntitle: flashcards\n---\n", "a #todo", "#include"]
        {
            assert!(!is_deck(text), "{text}");
        }
    }
}
