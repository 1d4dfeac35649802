//! Goes through an answer's blocks and makes units of them.

use std::ops::Range;

use super::ranges::touching;
use super::sentences::sentences;
use super::unit::{Fate, Form, Place, Standing, Unit, UnitKind};
use crate::diagnostic::Span;
use crate::document::{
    Block, BlockKind, Inline, InlineKind, Item, LeadIn, Paragraph, Pin, Role, plain_text,
    word_count,
};

/// The units of `blocks`, in reading order, each with its first form only and without
/// needs. `language` is a BCP 47 tag.
pub(super) fn units(blocks: &[Block], language: &str) -> Vec<Unit> {
    let mut collector = Collector {
        language,
        units: Vec::new(),
        path: Vec::new(),
        heading: None,
        headings: 0,
        paragraph: 0,
        after_code: false,
    };
    collector.blocks(blocks, &Around::default());
    collector.units
}

/// What holds for all units inside a block.
#[derive(Debug, Default, Clone)]
struct Around {
    depth: u8,
    item: Option<usize>,
    quoted: bool,
    parent: Option<usize>,
    role: Role,
    fate: Fate,
    line: u32,
}

struct Collector<'a> {
    language: &'a str,
    units: Vec<Unit>,
    path: Vec<usize>,
    heading: Option<(usize, u8)>,
    headings: usize,
    paragraph: usize,
    after_code: bool,
}

impl Collector<'_> {
    fn blocks(&mut self, blocks: &[Block], around: &Around) {
        let mut label: Option<usize> = None;
        for (index, block) in blocks.iter().enumerate() {
            self.path.push(index);
            let before = self.units.len();
            let parent = label.or(around.parent);
            let around = Around { parent, ..around.clone() };
            self.block(block, &around, index + 1 < blocks.len());
            self.path.pop();
            let first = self.units.get(before);
            label = match first.map(|unit| unit.kind) {
                Some(UnitKind::Label) => Some(before),
                Some(UnitKind::Heading) => None,
                // A label is for the block that follows, and for what that goes on with.
                _ if matches!(block.kind, BlockKind::Paragraph(_)) => label,
                _ => None,
            };
        }
    }

    fn block(&mut self, block: &Block, around: &Around, more: bool) {
        let line =
            if block.span == Span::default() { around.line } else { block.span.line };
        let mut around = Around { line, ..around.clone() };
        match &block.pin {
            Some(Pin::Short(short)) if around.fate != Fate::Drop => {
                return self.short(short, &around);
            }
            Some(Pin::Keep) if around.fate == Fate::Open => around.fate = Fate::Keep,
            Some(Pin::Drop) => around.fate = Fate::Drop,
            _ => {}
        }
        match &block.kind {
            BlockKind::Paragraph(paragraph) => self.running(paragraph, &around, more),
            BlockKind::Heading { level, content, .. } => {
                self.head(*level, content, &around);
            }
            BlockKind::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    self.item(index, item, &around);
                }
            }
            BlockKind::Table(_) => {
                self.whole(UnitKind::Table, &block.plain_text(), &around);
            }
            BlockKind::Code { text, .. } => {
                self.whole(UnitKind::Code, text, &around);
            }
            BlockKind::Quote { blocks, .. } => {
                self.blocks(blocks, &Around { quoted: true, ..around });
            }
            BlockKind::Definitions(definitions) => {
                for (index, definition) in definitions.iter().enumerate() {
                    self.path.push(index);
                    self.definition(definition, &around);
                    self.path.pop();
                }
            }
            BlockKind::Rule => {}
        }
    }

    fn short(&mut self, short: &Paragraph, around: &Around) {
        let block = Block::new(BlockKind::Paragraph(short.clone()), Span::default());
        self.whole(UnitKind::Short, &block.plain_text(), around);
    }

    fn head(&mut self, level: u8, content: &[Inline], around: &Around) {
        self.heading = None;
        let number = self.units.len();
        self.add(UnitKind::Heading, 0..0, &plain_text(content), around);
        if self.units.len() > number {
            self.units[number].level = level;
            self.heading = Some((number, level));
            self.headings += 1;
        }
        self.paragraph += 1;
        self.after_code = false;
    }

    fn definition(&mut self, definition: &crate::document::Definition, around: &Around) {
        let number = self.units.len();
        self.whole(UnitKind::Term, &plain_text(&definition.term), around);
        let parent = if self.units.len() > number { Some(number) } else { around.parent };
        let around = Around { parent, ..around.clone() };
        for (index, meaning) in definition.meanings.iter().enumerate() {
            self.path.push(index);
            self.blocks(meaning, &around);
            self.path.pop();
        }
    }

    /// The first paragraph of an item speaks for it: what follows needs it.
    fn item(&mut self, index: usize, item: &Item, around: &Around) {
        self.path.push(index);
        let line =
            if item.span == Span::default() { around.line } else { item.span.line };
        let depth = around.depth.saturating_add(1);
        let mut around = Around { depth, item: Some(index), line, ..around.clone() };
        for (index, block) in item.blocks.iter().enumerate() {
            self.path.push(index);
            let before = self.units.len();
            self.block(block, &around, index + 1 < item.blocks.len());
            self.path.pop();
            if index == 0 && before < self.units.len() {
                around.parent = Some(before);
                around.role = self.units[before].role;
            }
        }
        self.path.pop();
    }

    fn running(&mut self, paragraph: &Paragraph, around: &Around, more: bool) {
        let text = plain_text(&paragraph.content);
        let role = paragraph.lead.as_ref().map_or(around.role, |lead| lead.role);
        let around = Around { role, ..around.clone() };
        let shown = shown(&paragraph.content);
        let first = self.units.len();
        if let Some(lead) = &paragraph.lead {
            let alone = text.trim().is_empty() && shown.is_none();
            let kind = match () {
                () if !alone => UnitKind::Lead,
                () if around.depth == 0 || more => UnitKind::Label,
                () => UnitKind::Sentence,
            };
            self.add(kind, 0..0, &lead_text(lead), &around);
        }
        let lead = (self.units.len() > first).then_some(first);
        if let Some(kind) = shown {
            self.add(kind, 0..text.len(), &text, &around);
        } else {
            self.cut(&paragraph.content, &text, &around);
        }
        for unit in self.units[first..].iter_mut().skip(usize::from(lead.is_some())) {
            unit.lead = lead;
        }
        self.paragraph += 1;
        self.after_code = shown.is_some();
    }

    fn cut(&mut self, content: &[Inline], text: &str, around: &Around) {
        let marks = Marks::of(content);
        let found = sentences(text, self.language, &marks.solid);
        let of = found.len();
        for (number, range) in found.into_iter().enumerate() {
            let index = self.units.len();
            self.add(UnitKind::Sentence, range.clone(), &text[range.clone()], around);
            if let Some(unit) = self.units.get_mut(index) {
                (unit.number, unit.of) = (number, of);
                unit.emphasised = !touching(&marks.stressed, &range).is_empty();
                unit.solid = touching(&marks.solid, &range).to_vec();
                unit.codes = touching(&marks.code, &range).len();
                let linked = touching(&marks.links, &range);
                let linked = linked.iter().map(Range::len).sum::<usize>();
                unit.linked = linked * 10 >= range.len() * 8;
                unit.after_code &= number == 0;
            }
        }
    }

    /// Adds a block that is one unit.
    fn whole(&mut self, kind: UnitKind, text: &str, around: &Around) {
        self.add(kind, 0..text.len(), text, around);
        self.paragraph += 1;
        self.after_code = matches!(kind, UnitKind::Code | UnitKind::Table);
    }

    fn add(&mut self, kind: UnitKind, range: Range<usize>, text: &str, around: &Around) {
        let standing = match kind {
            UnitKind::Heading | UnitKind::Label | UnitKind::Term => Standing::Heads,
            UnitKind::Lead if around.depth == 0 => Standing::Heads,
            _ => Standing::Answers,
        };
        let form = Form {
            words: word_count(text),
            text: text.trim().to_owned(),
            without: Vec::new(),
            needs: Vec::new(),
            standing,
            below_title: None,
        };
        self.units.push(Unit {
            kind,
            place: Place { path: self.path.clone(), range },
            forms: vec![form],
            heading: self.heading.map(|(unit, _)| unit),
            level: self.heading.map_or(0, |(_, level)| level),
            headings: self.headings,
            paragraph: self.paragraph,
            number: 0,
            of: 1,
            depth: around.depth,
            item: around.item,
            quoted: around.quoted,
            lead: None,
            parent: around.parent,
            role: around.role,
            emphasised: matches!(kind, UnitKind::Lead | UnitKind::Label | UnitKind::Term),
            codes: 0,
            solid: Vec::new(),
            linked: false,
            after_code: self.after_code,
            fate: around.fate,
            line: around.line,
        });
    }
}

/// The bold words as they are read, with their separator.
pub(super) fn lead_text(lead: &LeadIn) -> String {
    let mut text = plain_text(&lead.text);
    if lead.separator.starts_with(['-', '–', '—']) {
        text.push(' ');
    }
    text.push_str(&lead.separator);
    text
}

/// Whether a paragraph is nothing but a picture or a formula.
fn shown(content: &[Inline]) -> Option<UnitKind> {
    let mut found = None;
    for inline in content {
        match &inline.kind {
            InlineKind::Image { .. } => found = Some(UnitKind::Picture),
            InlineKind::Math { display: true, .. } => found = Some(UnitKind::Formula),
            InlineKind::Link { content, .. } => found = Some(shown(content)?),
            InlineKind::Text(text) if !text.contains(char::is_alphanumeric) => {}
            InlineKind::LineBreak => {}
            _ => return None,
        }
    }
    found
}

/// What is marked in a paragraph, as ranges of its plain text, each kind in order and
/// without overlaps.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Code, formulas, pictures: never cut.
    pub solid: Vec<Range<usize>>,
    /// Bold and stressed words.
    pub stressed: Vec<Range<usize>>,
    /// Code.
    pub code: Vec<Range<usize>>,
    /// Links.
    pub links: Vec<Range<usize>>,
}

impl Marks {
    /// The marks of a paragraph's `content`.
    pub(super) fn of(content: &[Inline]) -> Self {
        let mut marks = Self::default();
        marks.add(content, 0);
        marks
    }

    fn add(&mut self, content: &[Inline], mut at: usize) {
        for inline in content {
            let end = at + plain_text(std::slice::from_ref(inline)).len();
            match &inline.kind {
                InlineKind::Code(_) => {
                    self.code.push(at..end);
                    self.solid.push(at..end);
                }
                InlineKind::Math { .. }
                | InlineKind::Image { .. }
                | InlineKind::Superscript(_)
                | InlineKind::Subscript(_) => self.solid.push(at..end),
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => {
                    if self.stressed.last().is_none_or(|outer| outer.end <= at) {
                        self.stressed.push(at..end);
                    }
                    self.add(inner, at);
                }
                InlineKind::Link { content: inner, .. } => {
                    self.links.push(at..end);
                    self.add(inner, at);
                }
                InlineKind::Strikethrough(inner)
                | InlineKind::Cloze { content: inner, .. } => self.add(inner, at),
                InlineKind::Text(_)
                | InlineKind::FootnoteReference(_)
                | InlineKind::LineBreak => {}
            }
            at = end;
        }
    }
}
