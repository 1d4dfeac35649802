//! What an answer is made of: pieces that stay or go as a whole, in reading order.

use std::ops::Range;

use serde::Serialize;

use crate::document::Role;

/// A piece of an answer.
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands.
    pub place: Place,
    /// The ways to say it: first as it stands, then shorter ones.
    pub forms: Vec<Form>,
    /// The unit that is the last heading above it, inside the answer.
    pub heading: Option<usize>,
    /// The level of a heading, or of the heading above; 0 where there is none.
    pub level: u8,
    /// How many headings of the answer stand above it.
    pub headings: usize,
    /// Which paragraph (or table, code, ...) of the answer it is in, counted from 0.
    pub paragraph: usize,
    /// Its number among the sentences of its paragraph, from 0.
    pub number: usize,
    /// How many sentences its paragraph has.
    pub of: usize,
    /// How many lists it is in.
    pub depth: u8,
    /// How many items of its outer and inner list it is after, if it is in one.
    pub item: Option<usize>,
    /// Whether it stands in quoted text or an alert.
    pub quoted: bool,
    /// The unit that is the bold words of its paragraph.
    pub lead: Option<usize>,
    /// The unit that is the label, the item or the term which it stands below.
    pub parent: Option<usize>,
    /// What the bold words before it say it is for.
    pub role: Role,
    /// Whether something in it is bold or stressed.
    pub emphasised: bool,
    /// How many pieces of code it holds.
    pub codes: usize,
    /// Code, formulas and pictures in it, as bytes of its paragraph: they are never cut.
    pub solid: Vec<Range<usize>>,
    /// Whether nearly all of it is a link.
    pub linked: bool,
    /// Whether it comes right after code, a table or a picture.
    pub after_code: bool,
    /// What the author wants of it.
    pub fate: Fate,
    /// The line of the guide on which its paragraph begins.
    pub line: u32,
}

/// The kinds of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// A sentence of a paragraph.
    Sentence,
    /// The bold words that a paragraph with more text begins with.
    Lead,
    /// A paragraph that is only bold words, outside a list.
    Label,
    /// A heading inside the answer.
    Heading,
    /// A table.
    Table,
    /// A block of code.
    Code,
    /// A paragraph that is only a picture.
    Picture,
    /// A paragraph that is only a formula.
    Formula,
    /// A term that is defined below.
    Term,
    /// What the author gave as shorter words for a block.
    Short,
}

/// Where a unit stands in an answer's blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The index of a block, then of an item in that list and a block in that item, and so
    /// on. A quotation has blocks, a list of definitions definitions, meanings and blocks.
    pub path: Vec<usize>,
    /// The bytes of the paragraph's plain text, without its bold words.
    pub range: Range<usize>,
}

/// A way to say a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    /// The words that it has.
    pub text: String,
    /// How many they are.
    pub words: usize,
    /// The bytes of the paragraph's plain text that it does without, in order.
    pub without: Vec<Range<usize>>,
    /// Units that must stay where this one does.
    pub needs: Vec<Need>,
    /// Whether it can be an answer, or a part of one.
    pub standing: Standing,
    /// The form of the unit that it stands for, if it says the same only to someone who has
    /// just read the title.
    pub below_title: Option<usize>,
}

/// At least `least` of the units `of` must stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Need {
    /// How many.
    pub least: usize,
    /// Of which, in order.
    pub of: Vec<usize>,
    /// Where one of these stays, none of the others has to.
    pub unless: Vec<usize>,
}

/// Whether a unit stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It tells something.
    Answers,
    /// It announces or goes on about something: taken only where there is nothing better.
    Poor,
    /// It heads others, and is worth nothing without them.
    Heads,
    /// It points at what is not there, or asks.
    Never,
}

/// What becomes of a unit whatever it is worth.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Nothing is said.
    #[default]
    Open,
    /// The author keeps it.
    Keep,
    /// The author gives it up first.
    Drop,
}

impl Unit {
    /// The unit as it stands.
    pub fn whole(&self) -> &Form {
        &self.forms[0]
    }

    /// Whether it is running text.
    pub const fn is_text(&self) -> bool {
        matches!(self.kind, UnitKind::Sentence | UnitKind::Short)
    }

    /// Whether it only says what stands below or after it.
    pub const fn heads(&self) -> bool {
        matches!(self.kind, UnitKind::Heading | UnitKind::Label | UnitKind::Term)
    }

    /// Whether it is something to look at rather than to read.
    pub const fn is_shown(&self) -> bool {
        matches!(
            self.kind,
            UnitKind::Table | UnitKind::Code | UnitKind::Picture | UnitKind::Formula
        )
    }
}
