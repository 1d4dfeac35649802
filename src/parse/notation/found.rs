//! What reading notations brings to light besides the text: what is left out, places that links
//! can mean, notes.

use crate::diagnostic::Span;
use crate::parse::boilerplate::{Boilerplate, BoilerplateKind};
use crate::parse::raw::{Anchor, Comment, RawFootnote};
use crate::parse::unprinted::Unprinted;

use super::guard::GUARD;

/// All of it, for one source.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub comments: Vec<Comment>,
    pub left: Vec<Boilerplate>,
    pub unprinted: Vec<(Unprinted, Span)>,
    pub anchors: Vec<Anchor>,
    pub footnotes: Vec<RawFootnote>,
    /// How many inlines were made of text.
    pub made: usize,
}

impl Found {
    /// Takes down that a comment is left out.
    pub(crate) fn comment(&mut self, words: &str, span: Span) {
        self.comments
            .push(Comment { words: words.replace(GUARD, "").trim().to_owned(), span });
    }

    /// Takes down that something is left out which is for another program.
    pub(crate) fn leave(&mut self, kind: BoilerplateKind, text: &str, span: Span) {
        self.left.push(Boilerplate { kind, span, text: text.to_owned() });
    }
}
