//! What the words of a program are, for those who set it in type: keywords, strings, comments,
//! numbers, names.
//!
//! The fence says the language ([`languages`]), and none is guessed: code in one that is not known,
//! or in none, has no colours. Most languages are told by a table ([`tables`]) that one reader
//! goes by ([`reader`]): how comments begin, what stands in quotes, which words are keywords. Those
//! that are read in another way have files of their own: markup, style sheets, files of keys and
//! values, and what goes by lines.
//!
//! Nothing here understands a program. Every reader goes over the text once, from front to back,
//! and looks ahead for the end of something once for each sign that it ends in, so that time grows as the text
//! does, whatever is in it; and what it makes of a program that is wrong, or cut off, is some
//! colours too many or too few.
//!
//! Architecture invariant: no colour, no face and no markup: layout and the back ends have those.

mod grammar;
mod keyed;
mod kind;
mod languages;
mod lines;
mod marks;
mod markup;
mod quotes;
mod reader;
mod style;
mod tables;
mod tex;
mod vocabulary;

pub(crate) use kind::{Kind, Piece};

use languages::Reading;
use marks::Marks;

/// A program in pieces, which are all of its text in order; one piece where the language is not
/// known.
pub(crate) fn pieces<'t>(language: Option<&str>, text: &'t str) -> Vec<Piece<'t>> {
    let mut marks = Marks::default();
    if let Some(reading) = language.and_then(languages::find) {
        match reading {
            Reading::Words(grammar) => reader::read(grammar, text, 0, &mut marks),
            Reading::Markup => markup::read(text, &mut marks),
            Reading::Style(slashes) => style::read(slashes, text, 0, &mut marks),
            Reading::Keyed(form) => keyed::read(form, text, &mut marks),
            Reading::Lines(form) => lines::read(form, text, &mut marks),
            Reading::Tex => tex::read(text, &mut marks),
        }
    }
    marks.pieces(text)
}

/// The lines of a program, as [`str::lines`] has them, each in pieces.
pub(crate) fn lines<'t>(language: Option<&str>, text: &'t str) -> Vec<Vec<Piece<'t>>> {
    let mut pieces = pieces(language, text).into_iter();
    let mut rest: Option<Piece<'t>> = None;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let shown = line.strip_suffix('\n').unwrap_or(line);
        let shown = shown.strip_suffix('\r').unwrap_or(shown).len();
        let (mut at, mut own) = (0, Vec::new());
        while at < line.len() {
            let Some(piece) = rest.take().or_else(|| pieces.next()) else { break };
            let (here, below) =
                piece.text.split_at(piece.text.len().min(line.len() - at));
            let seen = here.len().min(shown.saturating_sub(at));
            if seen > 0 {
                own.push(Piece { text: &here[..seen], kind: piece.kind });
            }
            rest = (!below.is_empty()).then_some(Piece { text: below, kind: piece.kind });
            at += here.len();
        }
        lines.push(own);
    }
    lines
}

#[cfg(test)]
mod tests;
