//! What is to be laid out: shaped elements in reading order, without sizes.
//!
//! A [`Flow`] is the tree made flat: every paragraph, code block, table and head is an
//! [`Element`] that knows its indent, its label and what it costs to begin a column with
//! it. It is made once; a galley sets it at a size and a measure as often as needed.

use crate::frame::{Bookmark, Structure, Tag};
use crate::select::Rank;
use crate::text::{Direction, Shaped};
use crate::theme::{Color, Hue};
use crate::units::{Em, Size};

use super::inlines::Link;
use super::lines::Align;

/// Shaped elements in reading order, and what they refer to.
#[derive(Debug, Default)]
pub struct Flow {
    /// The elements.
    pub elements: Vec<Element>,
    /// The sections that elements belong to.
    pub sections: Vec<FlowSection>,
    /// The entries that elements belong to.
    pub entries: Vec<FlowEntry>,
    /// The lists among the elements, inner ones before those around them.
    pub lists: Vec<ListRun>,
    /// What stands between the parts of a list that is run in.
    pub separators: Separators,
    /// The links that the text refers to.
    pub links: Vec<Link>,
    /// The nodes that the text belongs to.
    pub structure: Structure,
    /// Sections and their entries.
    pub bookmarks: Vec<Bookmark>,
    /// Whether the names of items stand in a column of their own, where they can.
    pub beside: bool,
    /// Whether bands end where text does, as on cards, so that the text inside moves in; else
    /// they reach beyond it.
    pub bands_inside: bool,
    /// The direction of the document: pages of one from right to left are mirrored when
    /// they are drawn.
    pub direction: Direction,
}

impl Flow {
    /// From the column's text edge to the body of an element, in a column so wide.
    pub fn indent(&self, element: &Element, measure: Em) -> Em {
        let indent = element.indent + self.inset(element);
        match element.beside.filter(|_| self.beside) {
            Some(names) => {
                // Names have at most two fifths of the room; longer ones take more lines.
                let most = Em::from_scaled((measure - element.indent).scaled() * 2 / 5);
                indent + names.min(most) + BESIDE_GAP
            }
            None => indent,
        }
    }

    /// The width of an element's lines, in a column so wide.
    pub fn width(&self, element: &Element, measure: Em) -> Em {
        (measure - self.indent(element, measure) - trailing_inset(element)).max(Em::ONE)
    }

    /// How far an element's text moves in, so that it keeps off the edge of its band.
    pub fn inset(&self, element: &Element) -> Em {
        match element.band {
            Some(_) if self.bands_inside && element.quoted.is_some() => BAND_INSET,
            Some(_) if self.bands_inside => (BAND_INSET - element.indent).max(Em::ZERO),
            _ => Em::ZERO,
        }
    }

    /// The running head of a column that begins with `element`: the title of the entry that
    /// goes on, else the name of the section; nothing where the section begins.
    pub fn running_head(&self, element: &Element) -> Option<&Shaped> {
        if matches!(element.body, Body::Section { .. }) {
            return None;
        }
        let section = &self.sections[element.section].running_head;
        let entry = element.entry.map(|entry| &self.entries[entry].running_head);
        entry.or(Some(section)).filter(|words| !words.is_empty())
    }
}

/// From the end of an element's lines to that of its column: bands end there, and text keeps off
/// their edge.
pub(crate) fn trailing_inset(element: &Element) -> Em {
    if element.band.is_some() { BAND_INSET } else { Em::ZERO }
}

/// From the edge of what is tinted to the text on it.
pub(crate) const BAND_INSET: Em = Em::thousandths(300);
/// Between the names of items and the text beside them.
pub(crate) const BESIDE_GAP: Em = Em::thousandths(900);

/// What a section lends to its elements, and to running heads.
#[derive(Debug)]
pub struct FlowSection {
    /// Its colours.
    pub hue: Hue,
    /// Its number, for a tag; nothing where it has none.
    pub number: Shaped,
    /// Its name: the running head of a column that begins inside it.
    pub running_head: Shaped,
}

/// What an entry lends to running heads.
#[derive(Debug)]
pub struct FlowEntry {
    /// Its number and title, the running head of a column that begins inside it; empty
    /// where it has none.
    pub running_head: Shaped,
    /// The number, if it is a question.
    pub question: Option<u32>,
}

/// A piece of a flow that starts on a line of its own.
#[derive(Debug)]
pub struct Element {
    /// What it is.
    pub body: Body,
    /// From the column's text edge to the body.
    pub indent: Em,
    /// What hangs in the indent.
    pub label: Option<Label>,
    /// Half lines above it, unless it begins a column.
    pub before: i32,
    /// What it costs to begin a column with it.
    pub cost: i64,
    /// The width of the widest name in its list, where names can stand beside the text.
    pub beside: Option<Em>,
    /// What lies behind it.
    pub band: Option<Color>,
    /// An upright rule to the left of it: quoted text.
    pub quoted: Option<Bar>,
    /// Its section, by place in [`Flow::sections`].
    pub section: usize,
    /// The entry that goes on with it, by place in [`Flow::entries`]; none for what an entry
    /// or a section begins with.
    pub entry: Option<usize>,
    /// Names of this place.
    pub anchors: Vec<String>,
    /// How soon it is omitted where there is no room for all.
    pub rank: Rank,
    /// Fewer words that can stand for its own.
    pub short_text: Option<ShortText>,
    /// In which sheets it stands at all.
    pub appears_in: AppearsIn,
    /// The element that it belongs to and is omitted with.
    pub parent: Option<usize>,
    /// How many of the elements right after it a heading or a label stands above. Once all
    /// of these are omitted, so is the heading or the label; of a title, its label alone.
    pub names: usize,
    /// Line of the guide where it begins, from 1; 0 where no guide has it.
    pub line: u32,
    /// Its direction. Where that is not the document's, it stands flush with the far edge,
    /// its label and its indent there, too; in a document from right to left all run so.
    pub direction: Direction,
}

/// An upright rule beside an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// From the column's text edge to the indent that it stands in.
    pub at: Em,
    /// How thick it is.
    pub width: Em,
    /// Its colour.
    pub color: Color,
}

/// Fewer words that can stand for those of an element.
#[derive(Debug)]
pub struct ShortText {
    /// The words.
    pub text: Shaped,
    /// How soon the others are omitted.
    pub rank: Rank,
}

/// In which sheets an element stands: authors may say what is given up, and what stands instead, as
/// soon as there is not room for all.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum AppearsIn {
    /// In all.
    #[default]
    Both,
    /// Only where there is room for all.
    Whole,
    /// Only where there is not.
    Condensed,
}

/// Text that a layout puts between the guide's own.
#[derive(Debug, Default, Clone)]
pub struct Separators {
    /// Between a label and a list that follows on its line.
    pub after_label: Shaped,
    /// Between two items without numbers.
    pub dot: Shaped,
    /// Between two numbered items.
    pub gap: Shaped,
}

/// A list of the guide.
#[derive(Debug)]
pub struct ListRun {
    /// The element that names the list or that it belongs to, right before its items.
    pub head: Option<usize>,
    /// The element that each item begins with.
    pub items: Vec<usize>,
    /// Whether numbers tell the items apart.
    pub ordered: bool,
    /// From the column's text edge to what hangs before the items.
    pub indent: Em,
    /// Whether every item is one paragraph, so that the list can be run into one.
    pub plain: bool,
}

/// The kinds of element.
#[derive(Debug)]
pub enum Body {
    /// A paragraph.
    Text {
        /// Its text.
        text: Shaped,
        /// How it is set.
        align: Align,
        /// The indent of its first line.
        first: Em,
    },
    /// An item's first paragraph: its name, and the text behind or beside it.
    Named {
        /// Name and text in a row.
        joined: Shaped,
        /// The name.
        name: Shaped,
        /// The text.
        text: Shaped,
    },
    /// A question's or topic's title; the label of its first block follows on the same
    /// line where there is room, else on a line below.
    Title {
        /// Title and label on one line.
        joined: Option<Shaped>,
        /// The title.
        text: Shaped,
        /// The label.
        label: Option<Shaped>,
    },
    /// A section's head.
    Section {
        /// Its name.
        name: Shaped,
        /// The questions in it.
        range: Shaped,
    },
    /// Preformatted lines.
    Code {
        /// A line each.
        lines: Vec<Shaped>,
    },
    /// A table.
    Table(TableText),
    /// A picture.
    Figure(FigureBox),
    /// A line across.
    Rule,
}

/// What hangs in an element's indent.
#[derive(Debug)]
pub struct Label {
    /// Its text.
    pub text: Shaped,
    /// The same inside a line, where its list is run in; no line ends behind it. Nothing where
    /// that cannot come to be.
    pub run_in: Shaped,
    /// From its end, or that of its tint, to the body.
    pub gap: Em,
    /// A tint behind it, as wide as the indent.
    pub tint: Option<Color>,
}

/// A picture that stands by itself.
#[derive(Debug)]
pub struct FigureBox {
    /// Its number among the pictures.
    pub index: usize,
    /// How large it is where there is room.
    pub natural: Size,
    /// How much of the measure it takes, in hundredths, if its author says so.
    pub share: Option<u32>,
    /// Its node.
    pub tag: Tag,
    /// The link that it is all of, by place in [`Flow::links`].
    pub link: Option<usize>,
    /// The words that stand for it.
    pub words: String,
}

/// A table's cells, shaped.
#[derive(Debug)]
pub struct TableText {
    /// How each column is set.
    pub columns: Vec<Align>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<Shaped>>,
    /// How many of the rows are heads.
    pub heads: usize,
    /// The tint behind the heads.
    pub tint: Color,
}

/// Costs of beginning a column with an element. 100 is what a column costs that is left
/// a twentieth empty.
pub(crate) mod cost {
    /// A section or a question: that is where columns should begin.
    pub(crate) const ENTRY: i64 = 0;
    /// A block of an answer.
    pub(crate) const BLOCK: i64 = 60;
    /// An item of a list, a row of a table, a line of code.
    pub(crate) const ITEM: i64 = 130;
    /// A line inside a paragraph or an item.
    pub(crate) const LINE: i64 = 260;
    /// For each piece that is missing to a decent beginning or end of an entry.
    pub(crate) const NEAR: i64 = 120;
    /// What would stand alone, at the foot of a column or at the top of one: one left a third
    /// empty is better.
    pub(crate) const LONE: i64 = 4_000;
    /// What must not be parted: a head and what follows, a label and its list.
    pub(crate) const NEVER: i64 = 1 << 32;
}

/// Whose text a builder makes.
pub(super) type Node = Option<Tag>;
