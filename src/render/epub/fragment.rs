//! Text of a tree as HTML that stands alone, for a field of something else than a book.

use crate::document::{Block, Document, Inline};

use super::book::Book;
use super::options::CodeLook;
use super::text::Text;
use super::xml::{Markup, Xml};

/// Writes fragments of one document.
pub(crate) struct Fragments<'a> {
    book: Book<'a>,
}

impl<'a> Fragments<'a> {
    /// For fragments of `document`, which has their footnotes and their language.
    pub(crate) fn new(document: &'a Document) -> Self {
        Self { book: Book::standalone(document) }
    }

    /// The same with words of programs told apart by styles of their own in these hues.
    pub(crate) fn with_code_hues(mut self, hues: [[u8; 3]; 5]) -> Self {
        self.book.code_look = CodeLook::Inline(hues);
        self
    }

    /// Inlines, without anything around them. Their footnotes are only numbers.
    pub(crate) fn inlines(&self, inlines: &[Inline]) -> String {
        let mut text = Text::new(&self.book);
        text.inlines(inlines);
        text.finish().finish()
    }

    /// Blocks, and behind them the footnotes that they refer to. Links inside the document
    /// are their words, since the other end is elsewhere.
    pub(crate) fn blocks(&self, blocks: &[Block]) -> String {
        let mut text = Text::new(&self.book);
        text.blocks(blocks);
        text.write_notes();
        text.finish().finish()
    }

    /// The same for what answers `titles`, of which only the numbers of their footnotes stand
    /// elsewhere.
    pub(crate) fn answer(&self, titles: [&[Inline]; 2], blocks: &[Block]) -> String {
        let mut text = Text::new(&self.book);
        for title in titles {
            text.note(title);
        }
        text.blocks(blocks);
        text.write_notes();
        text.finish().finish()
    }

    /// Words in an element.
    pub(crate) fn leaf(name: &str, words: &str) -> String {
        let mut markup = Markup::fragment();
        markup.leaf(name, &[], words);
        markup.finish()
    }
}
