//! What a product is to say: the text of a tree, piece by piece, as it is asked for.
//!
//! It is read off the tree alone. What a product shows otherwise than the tree has it stands
//! here in one place: the separator behind a lead-in, the number of a question, the name of
//! an alert, pictures, formulas.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::notes::note_places;
use crate::document::visit::{self, Node};
use crate::document::{
    Block, BlockKind, Document, Entry, Inline, InlineKind, Meta, Paragraph, words_for,
};
use crate::math::Formula;
use crate::pictures::{Pictures, split_figures};
use crate::select::{Deck, Flashcard};

/// What stands for a picture (Unicode's object replacement character).
pub(super) const PICTURE: &str = "\u{fffc}";

/// The text of a cheat sheet.
pub fn sheet(document: &Document, pictures: &Pictures) -> String {
    let mut asked = Asked::new(document, Some(pictures));
    for section in &document.sections {
        asked.line(&section.title);
        for entry in &section.entries {
            if let Entry::Question(question) = entry {
                asked.piece(&format!("Q{}", question.number));
            }
            asked.line(entry.title());
            asked.blocks(entry.blocks());
            // Notes stand behind each entry that refers to them.
            asked.notes();
        }
    }
    asked.notes();
    asked.text
}

/// The text of cards.
pub(super) fn cards(document: &Document, deck: &Deck, pictures: &Pictures) -> String {
    let mut asked = Asked::new(document, Some(pictures));
    for Flashcard { label, title, cue, prompt, answer, .. } in &deck.cards {
        asked.piece(label);
        asked.plain(title);
        asked.plain(cue);
        for blocks in [prompt, answer] {
            asked.blocks(blocks);
            asked.notes();
        }
    }
    asked.text
}

/// The text of a deck, whatever becomes of it.
pub(super) fn deck(document: &Document, deck: &Deck) -> String {
    let mut asked = Asked::new(document, None);
    for Flashcard { title, cue, prompt, answer, .. } in &deck.cards {
        asked.line(title);
        asked.line(cue);
        asked.blocks(prompt);
        asked.blocks(answer);
        asked.notes();
    }
    asked.text
}

/// The text of questions, and of topics if these are cards as well.
pub(super) fn questions(document: &Document, topics: bool) -> String {
    let mut asked = Asked::new(document, None);
    for entry in document.sections.iter().flat_map(|section| &section.entries) {
        let is_card = match entry {
            Entry::Question(_) => true,
            Entry::Topic(topic) => topics && !topic.blocks.is_empty(),
        };
        if is_card {
            asked.line(entry.title());
            asked.blocks(entry.blocks());
            asked.notes();
        }
    }
    asked.text
}

/// The text of a book.
pub(super) fn book(document: &Document) -> String {
    let mut asked = Asked { separators: true, ..Asked::new(document, None) };
    let Meta { title, subtitle, author, .. } = &document.meta;
    for words in [title, subtitle, author].into_iter().flatten() {
        asked.piece(words);
    }
    for section in &document.sections {
        asked.line(&section.title);
        for entry in &section.entries {
            asked.line(entry.title());
            asked.blocks(entry.blocks());
        }
    }
    // A note stands once in each file that refers to it, and in one at least.
    asked.notes();
    asked.text
}

/// Text being put together.
struct Asked<'a> {
    document: &'a Document,
    /// The pictures of paper; a book goes by its alternative texts.
    paper: Option<&'a Pictures>,
    /// Whether what parts a lead-in from its text is shown, whatever it is; elsewhere the
    /// weight of the words parts them.
    separators: bool,
    /// The place of each footnote, by label.
    labels: BTreeMap<&'a str, usize>,
    /// The footnotes referred to since they were last set, in that order, each once.
    cited: Vec<usize>,
    known: BTreeSet<usize>,
    /// The pictures of the paragraph at hand that stand by themselves.
    figures: Vec<&'a Inline>,
    text: String,
}

impl<'a> Asked<'a> {
    fn new(document: &'a Document, paper: Option<&'a Pictures>) -> Self {
        let labels = note_places(&document.footnotes);
        let (cited, known) = (Vec::new(), BTreeSet::new());
        let (figures, text) = (Vec::new(), String::new());
        let separators = false;
        Self { document, paper, separators, labels, cited, known, figures, text }
    }

    /// Words that stand apart.
    fn piece(&mut self, words: &str) {
        self.text.push('\n');
        self.text.push_str(words);
    }

    /// Inlines on a line of their own.
    fn line(&mut self, inlines: &'a [Inline]) {
        self.text.push('\n');
        visit::inlines(inlines, &mut |inline| self.inline(inline));
    }

    /// The title of a card: words without marks, unless it is so long that it goes on to
    /// further cards. A picture is its words or itself then.
    fn plain(&mut self, inlines: &'a [Inline]) {
        self.text.push('\n');
        visit::inlines(inlines, &mut |inline| match &inline.kind {
            InlineKind::FootnoteReference(_) => {}
            InlineKind::Image { source, .. } if self.is_read(inline, source) => {}
            InlineKind::Image { alt, .. } => self.text.push_str(alt),
            _ => self.inline(inline),
        });
    }

    fn is_read(&self, inline: &Inline, source: &str) -> bool {
        self.paper.is_some_and(|all| all.index(inline.span.source, source).is_some())
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        visit::blocks(blocks, &mut |node| match node {
            Node::Block(block) => self.block(&block.kind),
            Node::Text(_) => self.text.push('\n'),
            Node::Inline(inline) => self.inline(inline),
            Node::Span(_) | Node::Id(_) => {}
        });
    }

    /// What a block says beside the texts in it.
    fn block(&mut self, kind: &'a BlockKind) {
        match kind {
            BlockKind::Paragraph(paragraph) => self.paragraph(paragraph),
            BlockKind::Code { text, .. } => self.piece(text),
            BlockKind::Quote { alert: Some(alert), .. } if self.paper.is_some() => {
                self.piece(alert.name(&self.document.meta.language));
            }
            BlockKind::Heading { .. }
            | BlockKind::List(_)
            | BlockKind::Table(_)
            | BlockKind::Quote { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Rule => {}
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        if let Some(pictures) = self.paper
            && let Some(split) = split_figures(&paragraph.content, pictures)
        {
            let figures = split.above.iter().chain(&split.below);
            self.figures = figures.map(|figure| figure.inline).collect();
        }
        let Some(lead) = &paragraph.lead else { return };
        // A question mark is one of the words.
        if self.separators || lead.separator.trim() == "?" {
            self.piece(&lead.separator);
        }
    }

    fn inline(&mut self, inline: &'a Inline) {
        match &inline.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => {
                self.text.push_str(words);
            }
            InlineKind::Image { source, alt, .. } => self.picture(inline, source, alt),
            InlineKind::Math { tex, display } => self.formula(tex, *display),
            InlineKind::FootnoteReference(label) => self.refer(label),
            InlineKind::LineBreak => self.text.push('\n'),
            InlineKind::Emphasis(_)
            | InlineKind::Strong(_)
            | InlineKind::Strikethrough(_)
            | InlineKind::Superscript(_)
            | InlineKind::Subscript(_)
            | InlineKind::Link { .. }
            | InlineKind::Cloze { .. } => {}
        }
    }

    fn picture(&mut self, inline: &'a Inline, source: &str, alt: &str) {
        let stands = self.figures.iter().any(|figure| std::ptr::eq(*figure, inline));
        self.text.push_str(match self.paper {
            None => alt,
            Some(_) if stands => PICTURE,
            Some(_) => words_for(source, alt),
        });
    }

    /// A book says the TeX of a formula, paper its letters.
    fn formula(&mut self, tex: &str, display: bool) {
        let read = self.paper.and_then(|_| Formula::read(tex, display));
        match read {
            None => self.text.push_str(tex),
            Some(formula) => {
                self.text.push_str(&formula.letters());
            }
        }
    }

    fn refer(&mut self, label: &str) {
        if let Some(&note) = self.labels.get(label)
            && self.known.insert(note)
        {
            self.cited.push(note);
        }
    }

    /// The footnotes that were referred to, and those that they refer to.
    fn notes(&mut self) {
        let mut set = 0;
        while let Some(&note) = self.cited.get(set) {
            self.blocks(&self.document.footnotes[note].blocks);
            set += 1;
        }
        self.cited.clear();
        self.known.clear();
    }
}
