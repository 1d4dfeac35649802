//! Paragraphs, code, tables, quotes, definitions.

use crate::document::{
    Alignment, Block, BlockKind, Cell, Definition, InlineKind, LeadIn, Paragraph, Pin,
    Role, Table,
};
use crate::font::Weight;
use crate::frame::{NodeKind, Tag};
use crate::layout::flow::{AppearsIn, Body, Element, ShortText, TableText, cost};
use crate::layout::inlines::weighted;
use crate::layout::lines::Align;
use crate::select::Rank;
use crate::text::{Format, Shaped, Span};
use crate::theme;
use crate::units::Em;

use super::figure::{ends_with_figure, is_picture};
use super::{Builder, PinEffect, Place, quiet_italic};

/// What a paragraph's first line is indented by, where a paragraph stands before it.
const FIRST_LINE: Em = Em::thousandths(1000);
/// What it costs to end a line inside a lead-in, which is what the eye looks for: as much as to
/// leave a third of one empty.
const INSIDE_NAME: i64 = 120;
/// What a definition's meaning is indented by.
const MEANING: Em = Em::thousandths(1000);

impl Builder<'_, '_> {
    /// Adds blocks one below the other.
    pub(super) fn blocks(&mut self, blocks: &[Block], place: Place) {
        self.named_blocks(None, blocks, place);
    }

    /// The same, the first of them named by the label of the title `label`.
    pub(super) fn named_blocks(
        &mut self,
        mut label: Option<usize>,
        blocks: &[Block],
        place: Place,
    ) {
        let mut after_paragraph = false;
        // The headings that are open, with their levels.
        let mut headings: Vec<(u8, usize)> = Vec::new();
        for (n, block) in blocks.iter().enumerate() {
            self.at_line = block.span.line;
            if let BlockKind::Heading { level, .. } = block.kind {
                while let Some((_, at)) = headings.pop_if(|(above, _)| *above >= level) {
                    self.names_to_here(at);
                }
            }
            let place = Place { opening: place.opening && n == 0, ..place };
            self.pinned_block(block, place, after_paragraph);
            if let Some(at) = label.take() {
                self.names_to_here(at);
            }
            let last = self.flow.elements.len().saturating_sub(1);
            match &block.kind {
                BlockKind::Heading { level, .. } => headings.push((*level, last)),
                // An item that is nothing but its name stays, with a mark of what is gone.
                BlockKind::Paragraph(text)
                    if is_label(text) && !(place.item && n == 0) =>
                {
                    label = Some(last);
                }
                _ => {}
            }
            after_paragraph = matches!(
                &block.kind,
                BlockKind::Paragraph(paragraph)
                    if paragraph.lead.is_none() && !is_picture(paragraph)
            );
        }
        for (_, at) in headings {
            self.names_to_here(at);
        }
    }

    /// Says that an element names all that stands after it so far.
    pub(super) fn names_to_here(&mut self, at: usize) {
        let count = self.flow.elements.len();
        if let Some(element) = self.flow.elements.get_mut(at) {
            element.names = count - at - 1;
        }
    }

    /// The words that stand instead of a block where there is not room for all.
    pub(super) fn short_of<'b>(&self, block: &'b Block) -> Option<&'b Paragraph> {
        match &block.pin {
            Some(Pin::Short(short)) if self.condensing => Some(short),
            _ => None,
        }
    }

    fn pinned_block(&mut self, block: &Block, place: Place, after_paragraph: bool) {
        let pin = block.pin.as_ref().filter(|_| self.condensing);
        let pinned = match pin {
            Some(Pin::Keep) => Some(PinEffect::Keep),
            Some(Pin::Drop) => Some(PinEffect::Drop),
            // A paragraph has its other words itself.
            Some(Pin::Short(_)) if matches!(block.kind, BlockKind::Paragraph(_)) => None,
            Some(Pin::Short(_)) => Some(PinEffect::Replace),
            None => place.pinned,
        };
        self.block(block, Place { pinned, ..place }, after_paragraph);
        if let (Some(PinEffect::Replace), Some(short)) = (pinned, self.short_of(block)) {
            let tag = self.flow.structure.add(NodeKind::Paragraph, place.tag);
            let spans = self.paragraph_spans(short, place, tag);
            let text = self.shaper.shape(&spans);
            self.push_text(text, Em::ZERO, place, Rank::KEPT, |element| Element {
                appears_in: AppearsIn::Condensed,
                ..element
            });
        }
    }

    fn block(&mut self, block: &Block, place: Place, after_paragraph: bool) {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                let short = self.short_of(block);
                self.paragraph_with_figures(paragraph, short, place, after_paragraph);
            }
            BlockKind::Heading { level, id, content } => {
                let level = (place.heading + level - 1).min(6);
                let tag = self.flow.structure.add(NodeKind::Heading(level), place.tag);
                self.anchors.push(id.clone());
                let bold = weighted(Format::default(), Weight::Bold);
                let text = self.shape(content, Format { tag: Some(tag), ..bold });
                let before = if self.keep == Some(cost::NEVER) { 0 } else { 2 };
                self.push_text(text, Em::ZERO, place, Rank::LEAD, |element| Element {
                    before,
                    ..element
                });
                self.keep = Some(cost::NEVER);
            }
            BlockKind::List(list) => self.list(list, place),
            BlockKind::Table(table) => self.table(table, place),
            BlockKind::Code { language, text } => {
                self.code(language.as_deref(), text, place);
            }
            BlockKind::Quote { alert, blocks } => self.quote(*alert, blocks, place),
            BlockKind::Definitions(definitions) => self.definitions(definitions, place),
            BlockKind::Rule => {
                let element = self.element(Body::Rule, place.indent, cost::NEVER);
                let element = self.ranked(element, place, Rank::TIP);
                self.push(element);
            }
        }
    }

    pub(super) fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        short: Option<&Paragraph>,
        place: Place,
        after_paragraph: bool,
    ) {
        let tag = self.flow.structure.add(NodeKind::Paragraph, place.tag);
        let short_text = self.short_text(paragraph, short, place, tag);
        let mut spans = self.named_spans(paragraph, place, tag);
        let named = self.begins_named_item(place) && paragraph.lead.is_some();
        let format = text_format(paragraph, place, tag);
        let content = self.spans(&paragraph.content, format);
        // Up to the gap that ends it, where a line may well end.
        let gap = usize::from(!paragraph.content.is_empty());
        let name = &spans[..spans.len().saturating_sub(gap)];
        let name_length = name.iter().map(|span| span.text.len()).sum();
        spans.extend(content.iter().cloned());
        let text = self.shaper.shape(&spans).holding(name_length, INSIDE_NAME);
        let role = role_of(paragraph, place);
        let label = is_label(paragraph);
        let boxed = is_picture(paragraph);
        let indented = after_paragraph
            && is_running(paragraph)
            && !boxed
            && !ends_with_figure(&self.flow)
            && !self.after_formula;
        let first = if indented { FIRST_LINE } else { Em::ZERO };
        let band = (!label && matches!(role, Role::Key | Role::Tip | Role::Note))
            .then(|| self.flow.sections[self.section].hue.band)
            .or(boxed.then_some(theme::CODE_BAND));
        // What has a name of its own stands off from what is above, unless that leads to it.
        let apart = paragraph.lead.is_some() && !place.item;
        let before = i32::from(apart && self.keep != Some(cost::NEVER));
        let introduces = text.text.trim_end().ends_with([':', '：']);
        let rank =
            if label { Rank::LEAD } else { Rank::of_paragraph(role, place.opening) };
        let body = match &paragraph.lead {
            Some(lead) if named => {
                let bold = weighted(format, Weight::Bold);
                let mut name = self.words_of_lead(Some(lead), bold);
                // Invisible at the end of a line; for screen readers it parts name and text.
                name.push(Span { text: " ".to_owned(), format: bold });
                let name = self.shaper.shape(&name);
                Body::Named { joined: text, name, text: self.shaper.shape(&content) }
            }
            _ => Body::Text { text, align: Align::Start, first },
        };
        self.push_body(body, place, rank, |element| Element {
            before,
            band,
            short_text,
            ..element
        });
        if label || introduces {
            self.keep = Some(cost::NEVER);
        }
    }

    /// How soon the text is omitted that comes after the lead-in of an item, where a flow may be
    /// condensed.
    fn led_item(&self, paragraph: &Paragraph, place: Place) -> Option<Rank> {
        let first = place.item && place.parent == Some(self.flow.elements.len());
        let led = paragraph.lead.is_some() && !paragraph.content.is_empty();
        (self.condensing && first && led).then(|| Rank::of_led_item(place.depth - 1).1)
    }

    /// The words that can stand for a paragraph where there is not room for all.
    fn short_text(
        &mut self,
        paragraph: &Paragraph,
        short: Option<&Paragraph>,
        place: Place,
        tag: Tag,
    ) -> Option<ShortText> {
        let (spans, rank) = if let Some(short) = short {
            (self.paragraph_spans(short, place, tag), Rank::SHORTENED)
        } else {
            let rank = self.led_item(paragraph, place)?;
            (self.lead_spans(paragraph, place, tag), rank)
        };
        Some(ShortText { text: self.shaper.shape(&spans), rank })
    }

    fn paragraph_spans(
        &mut self,
        paragraph: &Paragraph,
        place: Place,
        tag: Tag,
    ) -> Vec<Span> {
        let mut spans = self.named_spans(paragraph, place, tag);
        spans.extend(self.spans(&paragraph.content, text_format(paragraph, place, tag)));
        spans
    }

    /// The lead-in, and what parts it from the text.
    fn named_spans(
        &mut self,
        paragraph: &Paragraph,
        place: Place,
        tag: Tag,
    ) -> Vec<Span> {
        let mut spans = self.lead_spans(paragraph, place, tag);
        if let (Some(lead), Some(last)) = (&paragraph.lead, spans.last())
            && !paragraph.content.is_empty()
        {
            let format = last.format;
            spans.push(Span { text: lead_gap(&lead.separator).to_owned(), format });
        }
        spans
    }

    fn lead_spans(&mut self, paragraph: &Paragraph, place: Place, tag: Tag) -> Vec<Span> {
        let format = weighted(text_format(paragraph, place, tag), Weight::SemiBold);
        self.words_of_lead(paragraph.lead.as_ref(), format)
    }

    /// What a lead-in says, without what only parts it from its text.
    pub(super) fn words_of_lead(
        &mut self,
        lead: Option<&LeadIn>,
        format: Format,
    ) -> Vec<Span> {
        let Some(lead) = lead else { return Vec::new() };
        let mut spans = self.spans(&lead.text, format);
        // A question mark is part of the words.
        if lead.separator.trim() == "?" {
            spans.push(Span { text: "?".to_owned(), format });
        }
        spans
    }

    /// Adds a paragraph's element, changed by `with` first.
    pub(super) fn push_text(
        &mut self,
        text: Shaped,
        first: Em,
        place: Place,
        rank: Rank,
        with: impl FnOnce(Element) -> Element,
    ) {
        let body = Body::Text { text, align: Align::Start, first };
        self.push_body(body, place, rank, with);
    }

    fn push_body(
        &mut self,
        body: Body,
        place: Place,
        rank: Rank,
        with: impl FnOnce(Element) -> Element,
    ) {
        let element = self.element(body, place.indent, place.cost);
        let element = self.ranked(with(element), place, rank);
        self.push(Element { quoted: place.quoted, ..element });
    }

    /// Whether what is added next is the first paragraph of an item that has its name
    /// beside it.
    fn begins_named_item(&self, place: Place) -> bool {
        let first = place.parent == Some(self.flow.elements.len());
        place.beside.is_some() && place.item && place.depth == 1 && first
    }

    fn table(&mut self, table: &Table, place: Place) {
        let tag = self.flow.structure.add(NodeKind::Table, place.tag);
        let columns: Vec<Align> =
            table.columns.iter().map(|&column| align(column)).collect();
        let heads = usize::from(!table.head.is_empty());
        let mut rows = Vec::with_capacity(heads + table.rows.len());
        if heads == 1 {
            rows.push(self.row(&table.head, tag, NodeKind::HeadCell, columns.len()));
        }
        for row in &table.rows {
            rows.push(self.row(row, tag, NodeKind::Cell, columns.len()));
        }
        if columns.is_empty() || rows.is_empty() {
            return;
        }
        let tint = self.flow.sections[self.section].hue.band;
        let body = Body::Table(TableText { columns, rows, heads, tint });
        let element = self.element(body, place.indent, place.cost);
        let element = self.ranked(element, place, Rank::BODY);
        self.push(Element { quoted: place.quoted, ..element });
    }

    fn row(
        &mut self,
        cells: &[Cell],
        table: Tag,
        kind: NodeKind,
        columns: usize,
    ) -> Vec<Shaped> {
        let row = self.flow.structure.add(NodeKind::Row, Some(table));
        let empty = Cell::default();
        let cells = cells.iter().chain(std::iter::repeat(&empty)).take(columns);
        cells
            .map(|cell| {
                let tag = Some(self.flow.structure.add(kind, Some(row)));
                let mut format = Format { tag, ..Format::default() };
                if kind == NodeKind::HeadCell {
                    format = weighted(format, Weight::SemiBold);
                }
                self.shape(&cell.content, format)
            })
            .collect()
    }

    fn definitions(&mut self, definitions: &[Definition], place: Place) {
        for definition in definitions {
            let tag = Some(self.flow.structure.add(NodeKind::Paragraph, place.tag));
            let bold = weighted(Format::default(), Weight::SemiBold);
            let text = self.shape(&definition.term, Format { tag, ..bold });
            self.push_text(text, Em::ZERO, place, Rank::LEAD, |element| element);
            let name = self.flow.elements.len() - 1;
            for meaning in &definition.meanings {
                self.keep = Some(cost::NEVER);
                let indent = place.indent + MEANING;
                self.blocks(meaning, Place { indent, cost: cost::ITEM, ..place });
            }
            self.names_to_here(name);
        }
    }
}

/// What a paragraph is for: the lead-in of an item names the item and no role.
fn role_of(paragraph: &Paragraph, place: Place) -> Role {
    let lead = paragraph.lead.as_ref().filter(|_| !place.item);
    lead.map_or(Role::Plain, |lead| lead.role)
}

fn text_format(paragraph: &Paragraph, place: Place, tag: Tag) -> Format {
    let format = match role_of(paragraph, place) {
        Role::Example | Role::Impact => quiet_italic(),
        _ => Format::default(),
    };
    Format { tag: Some(tag), ..format }
}

/// Whether a paragraph is nothing but a lead-in, and so names what follows.
fn is_label(paragraph: &Paragraph) -> bool {
    paragraph.lead.is_some() && paragraph.content.is_empty()
}

/// What stands between a lead-in and its text: weight tells them apart, so a colon or a
/// dash is only room.
pub(super) fn lead_gap(separator: &str) -> &str {
    match separator.trim() {
        ":" | "-" | "–" | "—" | "?" => "\u{2002}",
        _ => " ",
    }
}

/// Whether a paragraph is running text, which is indented after another: words of a program
/// that stand alone are not.
fn is_running(paragraph: &Paragraph) -> bool {
    let first = paragraph.content.first().map(|inline| &inline.kind);
    paragraph.lead.is_none() && !matches!(first, Some(InlineKind::Code(_)))
}

const fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::Start => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::End => Align::End,
    }
}
