//! Cards as a text file that Anki imports (docs.ankiweb.net/importing/text-files.html).
//!
//! A line a note, fields parted by tabs and put in quotes, so that they can hold line ends.
//! Anki finds a note again by the identifier in the first column: importing the file anew
//! brings the notes up to date, makes no second ones, and leaves their schedules alone.
//!
//! Architecture invariant: what a field holds is written by the book's writer; this module
//! owns the columns.

use std::fmt::Write as _;

use crate::document::{Document, plain_text};
use crate::parse::slug;
use crate::render::epub::Fragments;
use crate::select::{Deck, Flashcard};
use crate::theme::Theme;
use crate::words::Words;

/// What the columns are and which of them are no fields. Since Anki 2.1.54.
const HEAD: &str = "\
#separator:tab
#html:true
#notetype:Basic
#guid column:1
#deck column:2
#tags column:3
#columns:Id\tDeck\tTags\tFront\tBack
";

/// The notes of a deck of `document`, with words of programs told apart or not.
pub(crate) fn anki(document: &Document, deck: &Deck, code_colours: bool) -> String {
    let mut fragments = Fragments::new(document);
    if code_colours {
        fragments = fragments.with_code_hues(Theme::default().code_hues());
    }
    let writer = Writer { document, fragments };
    let lines = deck.cards.iter().map(|card| writer.line(card));
    HEAD.to_owned() + &lines.collect::<String>()
}

struct Writer<'a> {
    document: &'a Document,
    fragments: Fragments<'a>,
}

impl Writer<'_> {
    fn line(&self, card: &Flashcard) -> String {
        let fields = [
            self.guid(card),
            self.deck(card),
            self.tags(card),
            self.front(card),
            self.back(card),
        ];
        fields.map(|field| quoted(&safe(&field))).join("\t") + "\n"
    }

    /// The guide's name and the card's: two guides may both have a question 1.
    fn guid(&self, card: &Flashcard) -> String {
        let guide = self.guide();
        if guide.is_empty() { card.id.clone() } else { format!("{guide}/{}", card.id) }
    }

    /// What the guide is known by: what it says itself, else its title.
    fn guide(&self) -> String {
        let meta = &self.document.meta;
        let own = meta.identifier.as_deref().map(str::trim).filter(|own| !own.is_empty());
        own.map_or_else(
            || slug(meta.title.as_deref().unwrap_or_default(), "guide"),
            str::to_owned,
        )
    }

    /// A deck for the guide, and in it one for each section. No number: it moves on when a
    /// section is put before it, and the cards would move to another deck.
    fn deck(&self, card: &Flashcard) -> String {
        let title = self.document.meta.title.as_deref().unwrap_or_default();
        let section = plain_text(&self.document.sections[card.section].title);
        let names = [title, &section].map(deck_name);
        let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            self.words().book.untitled.to_owned()
        } else {
            names.join("::")
        }
    }

    fn tags(&self, card: &Flashcard) -> String {
        let section = &self.document.sections[card.section];
        let kind = match (card.label.is_empty(), card.cue.is_empty()) {
            _ if card.gap => "cloze",
            (true, _) => "topic",
            (false, true) => "question",
            (false, false) => "item",
        };
        let named = !section.title.is_empty();
        let tags = named.then_some(section.id.as_str()).into_iter().chain([kind]);
        tags.collect::<Vec<_>>().join(" ")
    }

    fn front(&self, card: &Flashcard) -> String {
        let title = self.fragments.inlines(&card.title);
        let mut front = if card.label.is_empty() {
            format!("<p>{title}</p>")
        } else {
            format!("<p>{} {title}</p>", Fragments::leaf("b", &card.label))
        };
        if !card.cue.is_empty() {
            let cue = self.fragments.inlines(&card.cue);
            front = format!("{front}<p><b>{cue}</b></p>");
        }
        front + &self.fragments.blocks(&card.prompt)
    }

    fn words(&self) -> &'static Words {
        Words::of(&self.document.meta.language)
    }

    /// An answer that is not there is said, lest an empty back look like a mistake.
    fn back(&self, card: &Flashcard) -> String {
        let answer = self.fragments.answer([&card.title, &card.cue], &card.answer);
        if card.answer.is_empty() {
            return Fragments::leaf("i", self.words().cards.unanswered) + &answer;
        }
        answer
    }
}

/// A name without the sign between a deck and those in it (`::`), on one line.
fn deck_name(name: &str) -> String {
    let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace("::", ":").trim_matches(':').trim().to_owned()
}

/// What Anki would carry out, as the text that it is: `[sound:...]`, `[latex]`, `{{c1::...}}`
/// (docs.ankiweb.net/media.html, /math.html, /editing.html); characters that turn the
/// direction of a whole line, as entities; and no field a formula of a spreadsheet.
fn safe(field: &str) -> String {
    let mut safe = String::with_capacity(field.len());
    if field.starts_with(['=', '+', '-', '@']) {
        safe.push('\'');
    }
    for (at, c) in field.char_indices() {
        let rest = &field[at..];
        let is_order = |order: &&str| {
            rest.get(..order.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(order))
        };
        let orders = matches!(c, '[' | '{') && ORDERS.iter().any(is_order);
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if orders || turns {
            let _ = write!(safe, "&#{};", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// What Anki's orders begin with, in capitals or not.
const ORDERS: [&str; 7] = ["[sound:", "[anki:", "[latex]", "[/latex]", "[$", "[/$", "{{"];

fn quoted(field: &str) -> String {
    format!("\"{}\"", field.trim_end().replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_in_quotes() {
        assert_eq!(quoted("a\t\"b\"\nc\n"), "\"a\t\"\"b\"\"\nc\"");
    }

    #[test]
    fn nothing_is_an_order_to_anki_or_a_spreadsheet() {
        let orders = "<p>[sound:a.mp3] {{c1::x}}";
        assert_eq!(safe(orders), "<p>&#91;sound:a.mp3] &#123;{c1::x}}");
        let formulas = "[LaTeX]x[/latex] [$]y[/$]";
        assert_eq!(safe(formulas), "&#91;LaTeX]x&#91;/latex] &#91;$]y&#91;/$]");
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("a [b] {c} \u{202e}"), "a [b] {c} &#8238;");
    }

    #[test]
    fn deck_names_have_no_levels_of_their_own() {
        assert_eq!(deck_name("std::vec\n and  more"), "std:vec and more");
        assert_eq!(deck_name("::"), "");
    }
}
