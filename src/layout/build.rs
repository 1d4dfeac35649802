//! Makes a flow of a document: the one place where blocks become elements.

mod alert;
mod answer;
mod blocks;
mod code;
mod direction;
mod entries;
mod figure;
mod formula;
mod kept;
mod list;
mod note;

use std::collections::BTreeMap;

use crate::document::notes::note_places;
use crate::document::{
    Block, BlockKind, Document, Entry, Footnote, Inline, Paragraph, Section,
};
use crate::font::{Style, Weight};
use crate::frame::{Bookmark, NodeKind, Tag};
use crate::pictures::Pictures;
use crate::select::Rank;
use crate::text::{Direction, Format, Shaped, Shaper, Span, aloud};
use crate::theme::{self, Hue, SCALES};
use crate::units::Em;

pub(crate) use self::answer::{Answer, answer_flow};
pub(crate) use self::entries::EntryFlows;

use self::kept::keep_around;

use super::flow::{
    AppearsIn, Bar, Body, Element, Flow, FlowEntry, FlowSection, Label, Node, Separators,
    cost,
};
use super::inlines::{Formulas, References, Spans, weighted};

/// Builds flows with one shaper.
pub(crate) struct Builder<'a, 's> {
    shaper: &'s mut Shaper<'a>,
    flow: Flow,
    pictures: &'s Pictures,
    language: &'s str,
    footnotes: &'s [Footnote],
    /// The place of each footnote, by label.
    notes: BTreeMap<&'s str, usize>,
    noted: References,
    /// What the next element costs at the top of a column, where something before it
    /// has a say in that.
    keep: Option<i64>,
    anchors: Vec<String>,
    /// What hangs before the next element.
    label: Option<Label>,
    /// The room for the numbers of the section's questions.
    number_width: Em,
    section: usize,
    /// Where in the guide the block stands that is being built.
    at_line: u32,
    /// The entry that is being built, once its title stands.
    entry: Option<usize>,
    /// Whether the flow is one that may be condensed, so that pins have a meaning.
    condensing: bool,
    /// Whether items may have their names beside their text.
    names_beside: bool,
    /// Whether what was added last is a formula on a line of its own, which keeps off the next.
    after_formula: bool,
}

/// Where blocks stand.
#[derive(Debug, Clone, Copy)]
struct Place {
    indent: Em,
    tag: Node,
    /// The level that headings inside begin at.
    heading: u8,
    /// The cost of beginning a column with a block here.
    cost: i64,
    quoted: Option<Bar>,
    /// Whether this is an item of a list, whose lead-in names the item and no role.
    item: bool,
    /// How many lists are around.
    depth: u8,
    /// The element that what stands here belongs to.
    parent: Option<usize>,
    /// The element that this one belongs to in turn.
    outer: Option<usize>,
    /// Whether nothing of the answer stands before.
    opening: bool,
    /// What the author says of what stands here.
    pinned: Option<PinEffect>,
    /// The width of the names of the list around, where they can stand beside the text.
    beside: Option<Em>,
    /// The direction of the list around; none outside of lists, where each piece goes by
    /// its own words.
    direction: Option<Direction>,
}

/// The author's word on a piece, in a flow that may be condensed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PinEffect {
    Keep,
    Drop,
    /// Other words stand instead.
    Replace,
}

impl Place {
    /// Where an answer or a topic begins.
    const fn top(tag: Node, heading: u8) -> Self {
        Self {
            indent: Em::ZERO,
            tag,
            heading,
            cost: cost::BLOCK,
            quoted: None,
            item: false,
            depth: 0,
            parent: None,
            outer: None,
            opening: true,
            pinned: None,
            beside: None,
            direction: None,
        }
    }
}

/// The whole document, section by section, for a sheet; `condensing` where parts of it may
/// be left out, as its author's pins say.
pub fn sheet_flow(
    document: &Document,
    pictures: &Pictures,
    shaper: &mut Shaper<'_>,
    condensing: bool,
) -> Flow {
    let mut builder = Builder::new(shaper, pictures, document);
    builder.condensing = condensing;
    for (index, section) in document.sections.iter().enumerate() {
        builder.section(index, section);
    }
    keep_around(&mut builder.flow.elements);
    builder.flow
}

impl<'a, 's> Builder<'a, 's> {
    fn new(
        shaper: &'s mut Shaper<'a>,
        pictures: &'s Pictures,
        document: &'s Document,
    ) -> Self {
        let direction = shaper.direction();
        let footnotes = &document.footnotes[..];
        let mut separator = |text: &str| {
            let format = Format { color: theme::FAINT, ..Format::default() };
            shaper.shape(&[Span { text: text.to_owned(), format }])
        };
        let separators = Separators {
            after_label: separator("\u{2002}"),
            dot: separator(" · "),
            gap: separator("   "),
        };
        Self {
            shaper,
            flow: Flow { separators, direction, ..Flow::default() },
            pictures,
            language: &document.meta.language,
            footnotes,
            notes: note_places(footnotes),
            noted: References::default(),
            keep: None,
            anchors: Vec::new(),
            label: None,
            number_width: Em::ZERO,
            section: 0,
            at_line: 0,
            entry: None,
            condensing: false,
            names_beside: false,
            after_formula: false,
        }
    }

    fn section(&mut self, index: usize, section: &Section) {
        self.push_section(index, section);
        let tag = self.flow.structure.add(NodeKind::Section, None);
        self.number_width = self.widest_number(section);
        let titled = !section.title.is_empty();
        let mut bookmarks = std::mem::take(&mut self.flow.bookmarks);
        if titled {
            self.section_head(section, tag);
        }
        for entry in &section.entries {
            self.entry(entry, tag, if titled { 2 } else { 1 });
        }
        // Those of a title that nothing follows.
        self.footnotes(Place::top(Some(tag), 2));
        let children = std::mem::take(&mut self.flow.bookmarks);
        if titled {
            let title = aloud(&section.title);
            let title = match section.number {
                0 => title,
                number => format!("{number} {title}"),
            };
            bookmarks.push(Bookmark { title, anchor: section.id.clone(), children });
        } else {
            bookmarks.extend(children);
        }
        self.flow.bookmarks = bookmarks;
    }

    /// As wide as the largest number asks, so that all titles of a section begin together.
    fn widest_number(&mut self, section: &Section) -> Em {
        let largest = section.questions().map(|question| question.number).max();
        let bold = weighted(Format::default(), Weight::Bold);
        let format = Format { scale: SCALES.title, ..bold };
        let number = self.line(&format!("Q{}", largest.unwrap_or(0)), format);
        number.width().max(Em::thousandths(1450)) + Em::thousandths(900)
    }

    fn push_section(&mut self, index: usize, section: &Section) {
        let hue = section_hue(section.number, index);
        let bold = weighted(Format::default(), Weight::Bold);
        let number =
            self.line(&section.number_text(), Format { color: hue.on_solid, ..bold });
        let running_head = self.line(&aloud(&section.title), quiet_italic());
        self.section = self.flow.sections.len();
        self.flow.sections.push(FlowSection { hue, number, running_head });
    }

    fn section_head(&mut self, section: &Section, tag: Tag) {
        let heading = self.flow.structure.add(NodeKind::Heading(1), Some(tag));
        let bold = weighted(Format::default(), Weight::Bold);
        let format = Format { scale: SCALES.section, tag: Some(heading), ..bold };
        let name = self.spans_with(&section.title, format, Formulas::Words);
        let name = self.shaper.shape(&name).into_title();
        let quiet = Format { color: theme::QUIET, ..Format::default() };
        let range = self.line(&question_range(section), quiet);
        self.anchors.push(section.id.clone());
        let element = self.element(Body::Section { name, range }, Em::ZERO, cost::ENTRY);
        self.push(Element { before: 3, ..element });
        self.keep = Some(cost::NEVER);
    }

    fn entry(&mut self, entry: &Entry, section: Tag, level: u8) {
        self.anchors.push(entry.id().to_owned());
        let tag = self.flow.structure.add(NodeKind::Section, Some(section));
        let mut blocks = entry.blocks();
        let label = leading_label(blocks).filter(|_| self.short_of(&blocks[0]).is_none());
        let titled = matches!(entry, Entry::Question(_)) || !entry.title().is_empty();
        if titled {
            let number = match entry {
                Entry::Question(question) => format!("Q{}", question.number),
                Entry::Topic(_) => String::new(),
            };
            let first = label.inspect(|_| blocks = &blocks[1..]);
            self.title(&number, entry.title(), first, tag, level);
            let title = aloud(entry.title());
            let title = match entry {
                Entry::Question(question) => format!("Q{} {title}", question.number),
                Entry::Topic(_) => title,
            };
            let running_head = self.line(&title, quiet_italic());
            self.entry = Some(self.flow.entries.len());
            let question = match entry {
                Entry::Question(question) => Some(question.number),
                Entry::Topic(_) => None,
            };
            self.flow.entries.push(FlowEntry { running_head, question });
            let anchor = entry.id().to_owned();
            self.flow.bookmarks.push(Bookmark { title, anchor, children: Vec::new() });
        }
        let heading = if titled { level + 1 } else { level };
        let tag = Some(tag);
        let place = Place::top(tag, heading);
        let named = label.filter(|_| titled).and(self.flow.elements.len().checked_sub(1));
        self.named_blocks(named, blocks, place);
        self.footnotes(place);
        self.entry = None;
    }

    /// Adds a title with its number and the label that may follow it. What stands below is
    /// not indented.
    fn title(
        &mut self,
        number: &str,
        title: &[Inline],
        label: Option<&Paragraph>,
        section: Tag,
        level: u8,
    ) {
        let heading = self.flow.structure.add(NodeKind::Heading(level), Some(section));
        let bold = weighted(Format::default(), Weight::Bold);
        let format = Format { scale: SCALES.title, tag: Some(heading), ..bold };
        let number =
            (!number.is_empty()).then(|| self.line(&format!("{number} "), format));
        let title = self.spans(title, format);
        let label = label.map(|paragraph| self.label_spans(paragraph, section));
        let text = self.shaper.shape(&title).into_title();
        let joined = label.as_ref().map(|label| {
            let gap = Span { text: "  ".to_owned(), format };
            let spans: Vec<_> =
                title.into_iter().chain([gap]).chain(label.clone()).collect();
            self.shaper.shape(&spans).into_title()
        });
        let label = label.map(|label| self.shaper.shape(&label));
        let indent = if number.is_some() { self.number_width } else { Em::ZERO };
        let body = Body::Title { joined, text, label };
        let after_head = matches!(
            self.flow.elements.last(),
            Some(Element { body: Body::Section { .. }, .. })
        );
        let element = self.element(body, indent, cost::ENTRY);
        let number = number.map(|text| Label {
            run_in: Shaped::default(),
            text,
            gap: Em::thousandths(450),
            tint: Some(self.flow.sections[self.section].hue.bar),
        });
        let before = if after_head { 0 } else { 2 };
        let direction = self.direction_of(&element.body);
        self.push(Element { before, label: number, direction, ..element });
        self.keep = Some(cost::NEVER);
    }

    /// The words of a label that stands beside a title.
    fn label_spans(&mut self, paragraph: &Paragraph, section: Tag) -> Vec<Span> {
        let tag = Some(self.flow.structure.add(NodeKind::Paragraph, Some(section)));
        let format = Format { tag, ..quiet_italic() };
        self.words_of_lead(paragraph.lead.as_ref(), format)
    }

    /// Says how soon an element is omitted, and with what.
    fn ranked(&self, element: Element, place: Place, rank: Rank) -> Element {
        let (mut rank, mut short_text) = (rank, element.short_text);
        if place.item {
            let led = rank == Rank::LEAD;
            rank = Rank::of_item(place.depth - 1);
            if led
                || short_text.as_ref().is_some_and(|short| short.rank != Rank::SHORTENED)
            {
                rank = Rank::of_led_item(place.depth - 1).0;
            }
        }
        let mut appears_in = element.appears_in;
        match place.pinned {
            Some(PinEffect::Keep) if rank != Rank::LEAD => {
                (rank, short_text) = (Rank::KEPT, None);
            }
            Some(PinEffect::Keep) | None => {}
            Some(PinEffect::Drop) => {
                (rank, appears_in) = (Rank::DROPPED, AppearsIn::Whole);
            }
            Some(PinEffect::Replace) => {
                (rank, appears_in) = (Rank::SHORTENED, AppearsIn::Whole);
            }
        }
        let next = Some(self.flow.elements.len());
        let parent = if place.parent == next { place.outer } else { place.parent };
        let (line, beside) = (self.at_line, place.beside);
        let direction =
            place.direction.unwrap_or_else(|| self.direction_of(&element.body));
        Element {
            beside,
            rank,
            short_text,
            appears_in,
            parent,
            line,
            direction,
            ..element
        }
    }

    fn push(&mut self, mut element: Element) {
        element.cost = self.keep.take().unwrap_or(element.cost);
        if std::mem::take(&mut self.after_formula) {
            element.before = element.before.max(1);
        }
        if let Some(label) = self.pending_label() {
            element.label = element.label.or(Some(label));
        }
        self.flow.elements.push(element);
    }

    fn element(&mut self, body: Body, indent: Em, cost: i64) -> Element {
        Element {
            body,
            indent,
            label: None,
            before: 0,
            cost,
            beside: None,
            band: None,
            quoted: None,
            section: self.section,
            entry: self.entry,
            anchors: std::mem::take(&mut self.anchors),
            rank: Rank::TITLE,
            short_text: None,
            appears_in: AppearsIn::Both,
            parent: None,
            names: 0,
            line: 0,
            direction: self.flow.direction,
        }
    }

    fn spans(&mut self, inlines: &[Inline], format: Format) -> Vec<Span> {
        self.spans_with(inlines, format, Formulas::Inline)
    }

    fn spans_with(
        &mut self,
        inlines: &[Inline],
        format: Format,
        formulas: Formulas,
    ) -> Vec<Span> {
        let mut spans = Spans {
            shaper: &mut *self.shaper,
            formulas,
            structure: &mut self.flow.structure,
            links: &mut self.flow.links,
            notes: &self.notes,
            noted: &mut self.noted,
            anchors: &mut self.anchors,
            out: Vec::new(),
        };
        spans.inlines(inlines, format);
        spans.out
    }

    fn shape(&mut self, inlines: &[Inline], format: Format) -> Shaped {
        let spans = self.spans(inlines, format);
        self.shaper.shape(&spans)
    }

    fn line(&mut self, text: &str, format: Format) -> Shaped {
        self.shaper.shape(&[Span { text: text.to_owned(), format }])
    }
}

/// The colours of a section: those of its number, so that it has them in any selection.
pub(super) fn section_hue(number: u32, index: usize) -> Hue {
    theme::section_hue(if number > 0 { number as usize - 1 } else { index })
}

/// What stands beside the matter: labels, heads above what goes on, examples.
fn quiet_italic() -> Format {
    let style = Style { italic: true, ..Style::default() };
    Format { style, color: theme::QUIET, ..Format::default() }
}

/// `Q8–10`, `Q8`, or nothing.
fn question_range(section: &Section) -> String {
    let numbers: Vec<_> = section.questions().map(|question| question.number).collect();
    match (numbers.first(), numbers.last()) {
        (Some(first), Some(last)) if first != last => format!("Q{first}–{last}"),
        (Some(only), _) => format!("Q{only}"),
        _ => String::new(),
    }
}

/// The label that an answer begins with: a lead-in without text of its own, before a
/// block that it names.
fn leading_label(blocks: &[Block]) -> Option<&Paragraph> {
    match blocks {
        [Block { kind: BlockKind::Paragraph(paragraph), .. }, _, ..]
            if paragraph.lead.is_some() && paragraph.content.is_empty() =>
        {
            Some(paragraph)
        }
        _ => None,
    }
}
