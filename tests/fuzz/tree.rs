//! A tree of any form out of bytes: sound ones for the most part, and some with a fault.

use offprint::diagnostic::Span;
use offprint::document::visit::{self, Node};
use offprint::document::{
    Alert, Alignment, Block, BlockKind, Cell, Definition, Document, Entry, Footnote,
    Inline, InlineKind, Item, LeadIn, List, Meta, Paragraph, Pin, Question, Role,
    Section, Table, Topic,
};

use super::bytes::Bytes;

/// Blocks one inside the other, and inlines; the parser makes no deeper ones.
const DEEPEST: usize = 8;

/// Words that were or might be trouble.
const WORDS: [&str; 32] = [
    "a key",
    "What is it?",
    "two  spaces ",
    "\n",
    "",
    " ",
    "→ ✅ 🚀",
    "👩‍👩‍👧‍👦🏽",
    "🇩🇪🇩",
    "e\u{301}\u{301}\u{301}\u{301}",
    "\u{301}",
    "\u{200d}\u{fe0f}",
    "\u{202e}abc\u{202c}",
    "\u{ad}soft\u{ad}hyphen\u{ad}",
    "\u{a0}\u{202f}\u{2003}",
    "שלום עולם 123",
    "السلام عليكم",
    "質問と答え。「引用」",
    "질문",
    "สวัสดี",
    "नमस्ते",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "https://example.org/a/very/long/path?with=a&query=string#and-a-fragment",
    "<b>&amp;\"'</b>]]>",
    "\u{1}\u{7f}\u{fffe}\u{ffff}\u{feff}",
    "\u{10ffff}\u{e000}",
    "Q12 and Q1",
    "()<</Type/Page>>\\",
    "| a | b |",
    "$x^2$ `code`",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "0123456789",
];

const TEX: [&str; 12] = [
    "a",
    "\\frac{a}{b}",
    "\\sqrt",
    "{",
    "}",
    "^",
    "_",
    "\\left(",
    "\\begin{matrix} 1 & 2 \\\\ 3",
    "\\text{x & y}",
    "\\unknown",
    "質 ",
];

const LANGUAGES: [&str; 12] = [
    "en",
    "de",
    "ar",
    "he",
    "ja",
    "zh-Hant",
    "th",
    "fr-CA",
    "",
    "x",
    "not a tag",
    "EN-us",
];

/// A document, and whether anything is meant to be wrong with it.
pub fn document(bytes: &mut Bytes) -> Document {
    let mut maker = Maker { bytes, ids: 0, numbers: 0, notes: 0 };
    let meta = maker.meta();
    let notes = maker.bytes.below(3);
    maker.notes = notes;
    let sections = maker.several(4, Maker::section);
    let footnotes = (0..notes)
        .map(|n| Footnote {
            label: n.to_string(),
            span: Span::default(),
            blocks: maker.blocks(2),
        })
        .collect();
    let sources = maker.several(2, Maker::words);
    Document { meta, sources, sections, footnotes, ..Document::default() }
}

/// Whether all rows of all tables have as many cells as there are columns, as `Table` wants it:
/// what stands beyond them has no place.
pub fn has_even_tables(document: &Document) -> bool {
    let entries = document.sections.iter().flat_map(|section| &section.entries);
    let notes = document.footnotes.iter().map(|note| &note.blocks[..]);
    let mut even = true;
    for blocks in entries.map(Entry::blocks).chain(notes) {
        visit::blocks(blocks, &mut |node| {
            if let Node::Block(Block { kind: BlockKind::Table(table), .. }) = node {
                let fits = |row: &Vec<Cell>| row.len() == table.columns.len();
                let headed = table.head.is_empty() || fits(&table.head);
                even &= headed && table.rows.iter().all(fits);
            }
        });
    }
    even
}

struct Maker<'b, 'a> {
    bytes: &'b mut Bytes<'a>,
    /// How many ids are given out: `i1` and so on.
    ids: usize,
    numbers: u32,
    notes: usize,
}

impl Maker<'_, '_> {
    fn several<T>(&mut self, most: usize, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = self.bytes.below(most + 1);
        (0..count).map_while(|_| (!self.bytes.is_empty()).then(|| make(self))).collect()
    }

    fn maybe<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Option<T> {
        self.bytes.once_in(3).then(|| make(self))
    }

    fn words(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.bytes.below(4) {
            match self.bytes.below(10) {
                0 => text.push_str(&self.letters()),
                1 => text.push_str(&self.bytes.pick(&WORDS).repeat(20)),
                _ => text.push_str(self.bytes.pick(&WORDS)),
            }
        }
        text
    }

    /// Characters from anywhere.
    fn letters(&mut self) -> String {
        let count = self.bytes.below(32);
        String::from_utf8_lossy(self.bytes.take(count)).into_owned()
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        match self.bytes.below(64) {
            63 => String::new(),
            62 => self.letters(),
            _ => format!("i{}", self.ids),
        }
    }

    fn span(&mut self) -> Span {
        let line = self.bytes.below(256) as u32;
        match self.bytes.below(16) {
            15 => Span { source: 9, start: u32::MAX, end: 0, line: u32::MAX },
            _ => Span { source: 0, start: line * 10, end: line * 10 + 5, line },
        }
    }

    fn meta(&mut self) -> Meta {
        Meta {
            title: self.maybe(Self::words),
            subtitle: self.maybe(Self::words),
            author: self.maybe(Self::words),
            language: self.bytes.pick(&LANGUAGES).to_owned(),
            date: self.maybe(|one| {
                let dates = ["2024-02-29", "2024", "yesterday", ""];
                one.bytes.pick(&dates).to_owned()
            }),
            cover: self.maybe(Self::words),
            identifier: self.maybe(Self::words),
        }
    }

    fn section(&mut self) -> Section {
        Section {
            number: self.bytes.below(6) as u32,
            id: self.id(),
            title: self.inlines(0),
            span: self.span(),
            entries: self.several(5, Self::entry),
        }
    }

    fn entry(&mut self) -> Entry {
        let (id, title, span) = (self.id(), self.inlines(0), self.span());
        if self.bytes.once_in(4) {
            return Entry::Topic(Topic { id, title, span, blocks: self.blocks(0) });
        }
        self.numbers = match self.bytes.below(64) {
            63 => self.bytes.number(),
            _ => self.numbers.saturating_add(1),
        };
        let asking = if self.bytes.once_in(6) { self.bytes.below(3) } else { 0 };
        let answer = self.blocks(0);
        let number = self.numbers;
        Entry::Question(Question { number, id, title, span, asking, answer })
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        self.several(if depth == 0 { 6 } else { 3 }, |one| one.block(depth))
    }

    fn block(&mut self, depth: usize) -> Block {
        let kind = self.block_kind(depth);
        let pin = match self.bytes.below(12) {
            11 => Some(Pin::Keep),
            10 => Some(Pin::Drop),
            9 => Some(Pin::Short(self.paragraph())),
            _ => None,
        };
        Block { kind, pin, span: self.span() }
    }

    fn block_kind(&mut self, depth: usize) -> BlockKind {
        let deeper = depth + 1;
        match self.bytes.below(if depth < DEEPEST { 12 } else { 8 }) {
            0..4 => BlockKind::Paragraph(self.paragraph()),
            4 => BlockKind::Table(self.table()),
            5 => {
                BlockKind::Code { language: self.maybe(Self::words), text: self.words() }
            }
            6 => BlockKind::Heading {
                level: self.bytes.below(8) as u8,
                id: self.id(),
                content: self.inlines(0),
            },
            7 => BlockKind::Rule,
            8 | 9 => BlockKind::List(self.list(deeper)),
            10 => BlockKind::Quote {
                alert: self.maybe(|one| {
                    one.bytes.pick(&[Alert::Note, Alert::Tip, Alert::Caution])
                }),
                blocks: self.blocks(deeper),
            },
            _ => BlockKind::Definitions(self.several(3, |one| Definition {
                term: one.inlines(0),
                meanings: one.several(2, |one| one.blocks(deeper)),
            })),
        }
    }

    fn list(&mut self, depth: usize) -> List {
        let start = self.maybe(|one| match one.bytes.below(8) {
            7 => u64::MAX,
            6 => u64::from(one.bytes.number()),
            n => n as u64,
        });
        let tight = self.bytes.once_in(2);
        let items = self.several(4, |one| Item {
            task: one.maybe(|one| one.bytes.once_in(2)),
            blocks: one.blocks(depth),
            span: one.span(),
        });
        List { start, tight, items }
    }

    fn table(&mut self) -> Table {
        let count = self.bytes.below(9);
        let alignments = [Alignment::Start, Alignment::Center, Alignment::End];
        let columns = (0..count).map(|_| self.bytes.pick(&alignments)).collect();
        let head = if self.bytes.once_in(4) { Vec::new() } else { self.row(count) };
        let rows = self.several(5, |one| one.row(count));
        Table { columns, head, rows }
    }

    fn row(&mut self, columns: usize) -> Vec<Cell> {
        let columns = if self.bytes.once_in(64) { 1 } else { columns };
        (0..columns).map(|_| Cell { content: self.inlines(2) }).collect()
    }

    fn paragraph(&mut self) -> Paragraph {
        let lead = self.maybe(|one| LeadIn {
            role: one.bytes.pick(&[
                Role::Key,
                Role::Example,
                Role::Tip,
                Role::Impact,
                Role::Note,
                Role::Plain,
            ]),
            text: one.inlines(2),
            separator: one.bytes.pick(&[":", "–", "", "?", "\n"]).to_owned(),
        });
        Paragraph { lead, content: self.inlines(0) }
    }

    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        self.several(3, |one| Inline { kind: one.inline(depth), span: one.span() })
    }

    fn inline(&mut self, depth: usize) -> InlineKind {
        let deeper = depth + 1;
        match self.bytes.below(if depth < DEEPEST { 17 } else { 9 }) {
            0..4 => InlineKind::Text(self.words()),
            4 => InlineKind::Code(self.words()),
            5 => {
                InlineKind::Image { source: self.words(), alt: self.words(), width: None }
            }
            6 => InlineKind::LineBreak,
            7 if self.notes > 0 => {
                InlineKind::FootnoteReference(self.bytes.below(self.notes).to_string())
            }
            7 | 8 => InlineKind::Math {
                display: self.bytes.once_in(2),
                tex: self.several(6, |one| one.bytes.pick(&TEX)).concat(),
            },
            9 | 10 => {
                InlineKind::Link { target: self.target(), content: self.inlines(deeper) }
            }
            11 => InlineKind::Emphasis(self.inlines(deeper)),
            12 => InlineKind::Strong(self.inlines(deeper)),
            13 => InlineKind::Strikethrough(self.inlines(deeper)),
            14 => InlineKind::Superscript(self.inlines(deeper)),
            15 => InlineKind::Subscript(self.inlines(deeper)),
            _ => InlineKind::Cloze {
                content: self.inlines(deeper),
                hint: self.maybe(Self::words),
                group: self.maybe(|one| one.bytes.below(4) as u32),
            },
        }
    }

    fn target(&mut self) -> String {
        match self.bytes.below(4) {
            0 => self.words(),
            1 => "https://example.org/".to_owned(),
            _ => format!("#i{}", 1 + self.bytes.below(self.ids.clamp(1, 256))),
        }
    }
}
