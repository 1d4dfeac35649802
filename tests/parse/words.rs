//! Words of a source and of a tree, counted apart from each other: the source's by
//! pulldown-cmark and html5gum alone, so that the parser is not its own judge.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use offprint::document::{Document, plain_text};
use offprint::parse::{Parsed, Source};
use pulldown_cmark::{Event, Options, Parser};

/// Words and how often each occurs.
pub type Words = BTreeMap<String, usize>;

/// Words of the source that are neither in the tree nor in what it names as boilerplate.
pub fn lost(source: &Source, parsed: &Parsed) -> Words {
    let mut there = of_document(&parsed.document);
    for removed in &parsed.boilerplate {
        count(&removed.text, &mut there);
    }
    // Marks of questions and answers are known by their place in the tree, not as words.
    for mark in ["Q", "A"] {
        *there.entry(mark.to_owned()).or_default() += 100_000;
    }
    difference(of_source(source), &there)
}

/// Words that occur more often in the tree than in the source.
pub fn added(source: &Source, parsed: &Parsed) -> Words {
    // As written, and as shown: tags can part a word in two.
    let mut there = of_source(source);
    let mut written = Words::new();
    // Addresses of pictures of formulas name signs by their numbers.
    let mut text = String::new();
    for (nth, part) in source.text().split('%').enumerate() {
        let numbered =
            part.get(..2).is_some_and(|sign| u8::from_str_radix(sign, 16).is_ok());
        text.push(' ');
        text.push_str(if nth > 0 && numbered { &part[2..] } else { part });
    }
    count(&text, &mut written);
    for (word, count) in written {
        let shown = there.entry(word).or_default();
        *shown = count.max(*shown);
    }
    let mut tree = of_document(&parsed.document);
    // Numbers are counted through where the source has none.
    tree.retain(|word, _| {
        !word.trim_start_matches('Q').bytes().all(|b| b.is_ascii_digit())
    });
    difference(tree, &there)
}

fn difference(mut words: Words, there: &Words) -> Words {
    for (word, count) in &mut words {
        *count = count.saturating_sub(there.get(word).copied().unwrap_or(0));
    }
    words.retain(|_, count| *count > 0);
    words
}

/// The words of a tree, numbers of sections and questions included.
pub fn of_document(document: &Document) -> Words {
    let mut words = Words::new();
    count(&document_text(document), &mut words);
    words
}

/// What a tree shows.
pub fn document_text(document: &Document) -> String {
    let mut text = String::new();
    let mut push = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    let meta = &document.meta;
    [&meta.title, &meta.subtitle].into_iter().flatten().for_each(|line| push(line));
    for section in &document.sections {
        push(&format!("{} {}", section.number, plain_text(&section.title)));
        section.entries.iter().for_each(|entry| push(&entry.plain_text()));
        section
            .questions()
            .for_each(|question| push(&format!("Q{0} {0}", question.number)));
    }
    let blocks = document.footnotes.iter().flat_map(|footnote| &footnote.blocks);
    blocks.for_each(|block| push(&block.plain_text()));
    text
}

/// Names of emoji in the real guides: the tree has the pictures.
const EMOJI: &[&str] = &[":+1:", ":star:"];

fn of_source(source: &Source) -> Words {
    let mut words = Words::new();
    let text = source_text(source);
    let text = EMOJI.iter().fold(text, |text, name| text.replace(name, " "));
    count(&text, &mut words);
    words
}

/// What a source shows, by its Markdown and its HTML.
pub fn source_text(source: &Source) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let (mut text, mut html) = (String::new(), String::new());
    for event in Parser::new_ext(source.text(), options) {
        match event {
            Event::Text(words) => text.push_str(&words),
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                text.push_str(&words);
            }
            Event::Html(line) => html.push_str(&line),
            Event::InlineHtml(tag) => push_html(&tag, &mut text),
            Event::Start(tag) if is_inline(&tag) => {}
            Event::End(tag) if is_inline_end(tag) => {}
            _ => {
                text.push('\n');
                push_html(&std::mem::take(&mut html), &mut text);
                text.push('\n');
            }
        }
    }
    text.push('\n');
    push_html(&html, &mut text);
    text
}

fn is_inline(tag: &pulldown_cmark::Tag<'_>) -> bool {
    use pulldown_cmark::Tag::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link { .. } | Image { .. })
}

fn is_inline_end(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}

/// A tag that stands inside words parts none; every other one does.
fn push_html(html: &str, text: &mut String) {
    const INLINE: &str = " a b code del em i img kbd span strong sub sup u ";
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut hidden = false;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let name = match token {
            Token::StartTag(tag) => {
                hidden |= matches!(&tag.name.0[..], b"script" | b"style");
                tag.name
            }
            Token::EndTag(tag) => {
                hidden = false;
                tag.name
            }
            Token::String(words) if !hidden => {
                text.push_str(&String::from_utf8_lossy(&words));
                continue;
            }
            _ => continue,
        };
        if !INLINE.contains(&format!(" {} ", String::from_utf8_lossy(&name))) {
            text.push('\n');
        }
    }
}

fn count(text: &str, words: &mut Words) {
    for word in text.split(|char: char| !char.is_alphanumeric()) {
        if !word.is_empty() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
}
