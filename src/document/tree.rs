//! What a document is made of: sections, entries, blocks, inlines. The types, and what is
//! read off one of them alone.

use serde::{Deserialize, Serialize};

use super::alert::Alert;
use super::picture::PictureWidth;
use super::version::Version;
use crate::diagnostic::Span;

/// A whole guide.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of this form as JSON.
    #[serde(default = "Version::first")]
    pub version: Version,
    /// Title, author and the like.
    #[serde(default)]
    pub meta: Meta,
    /// Names of the sources joined into this tree, as [`Span::source`] counts them.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Sections in reading order.
    pub sections: Vec<Section>,
    /// Footnotes that the text refers to, in the order of first reference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footnotes: Vec<Footnote>,
}

/// What is known of a guide as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// The guide's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A line under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// BCP 47 tag of the language that the guide is written in.
    pub language: String,
    /// The author's date, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The picture in front of a book: a path, as pictures of the first source have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<String>,
    /// A publication identifier (`urn:...`, an ISBN, an address).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            title: None,
            subtitle: None,
            author: None,
            language: "en".to_owned(),
            date: None,
            cover: None,
            identifier: None,
        }
    }
}

/// A part of the guide with a heading of its own.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The guide's own number or the running one; 0 where questions stand outside any
    /// section, and then the title is empty.
    pub number: u32,
    /// Unique in the document; a URL fragment and an XML name at once.
    pub id: String,
    /// The heading, without its number.
    pub title: Vec<Inline>,
    /// Where the heading stands.
    #[serde(default)]
    pub span: Span,
    /// Questions and topics in reading order.
    pub entries: Vec<Entry>,
}

/// What a section is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// Something to be asked.
    Question(Question),
    /// Something to be read.
    Topic(Topic),
}

/// A question and its answer.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The guide's own number or the running one, unique in the document.
    pub number: u32,
    /// Unique in the document; see [`Section::id`].
    pub id: String,
    /// The question, without its number.
    pub title: Vec<Inline>,
    /// Where the question stands.
    #[serde(default)]
    pub span: Span,
    /// How many of the answer's first blocks still ask: code that the title asks about,
    /// choices. They belong on the front of a card.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub asking: usize,
    /// The answer, and before it what still asks.
    pub answer: Vec<Block>,
}

/// Text that answers no question: an introduction, closing tips.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Unique in the document; see [`Section::id`].
    pub id: String,
    /// The heading; empty for text that stands before the first heading.
    pub title: Vec<Inline>,
    /// Where the topic begins.
    #[serde(default)]
    pub span: Span,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A footnote's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Footnote {
    /// The name that [`InlineKind::FootnoteReference`] gives.
    pub label: String,
    /// Where it stands.
    #[serde(default)]
    pub span: Span,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of text that starts on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What the author says of it for when there is not room for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Pin>,
    /// Where it stands.
    #[serde(default)]
    pub span: Span,
}

/// The author's word on a block where there is not room for all. It shows in no output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pin {
    /// It stays, and what is inside it.
    Keep,
    /// It is the first to go.
    Drop,
    /// This stands instead of it.
    Short(Paragraph),
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    Paragraph(Paragraph),
    /// A heading inside an entry.
    Heading {
        /// 1 for the first level below the entry's own title.
        level: u8,
        /// Unique in the document; see [`Section::id`].
        id: String,
        /// The heading's text.
        content: Vec<Inline>,
    },
    /// An ordered or bulleted list.
    List(List),
    /// A table.
    Table(Table),
    /// Preformatted text, without a line break at its end.
    Code {
        /// What the fence named, for instance `sql`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// Lines separated by `\n`, tabs turned to spaces.
        text: String,
    },
    /// Quoted text, or an alert.
    Quote {
        /// The kind of alert, if it is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Terms and their meanings.
    Definitions(Vec<Definition>),
    /// A line across, which the author set between two thoughts.
    Rule,
}

/// Running text, perhaps with a bold lead-in.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// `**Example:**` at the beginning; a paragraph that is nothing else is a label for
    /// the block that follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<LeadIn>,
    /// The text after it.
    pub content: Vec<Inline>,
}

/// Bold words that begin a paragraph or a list item and say what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadIn {
    /// What the text is for, as the words say it.
    pub role: Role,
    /// The words, neither bold nor with the separator.
    pub text: Vec<Inline>,
    /// `:`, `-`, `–`, `?`... as written between the words and the text; may be empty.
    pub separator: String,
}

/// What a piece of an answer is for.
#[derive(
    Debug,
    Default,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The sentence to remember: key, summary, decision, remember.
    Key,
    /// A case that shows it: example, e.g.
    Example,
    /// Advice on the side: tip, hint, pro tip.
    Tip,
    /// A figure that proves it: impact, target, result, metrics.
    Impact,
    /// A caution or remark: note, warning, caveat.
    Note,
    /// Any other words.
    #[default]
    Plain,
}

/// An ordered or bulleted list.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The first number of an ordered list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u64>,
    /// Whether the author set the items without blank lines between.
    pub tight: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// For a task: whether it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<bool>,
    /// What it says; its lead-in is that of its first paragraph.
    pub blocks: Vec<Block>,
    /// Where it stands.
    #[serde(default)]
    pub span: Span,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// One alignment a column.
    pub columns: Vec<Alignment>,
    /// The head row; empty where there is none.
    pub head: Vec<Cell>,
    /// The other rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Its text.
    pub content: Vec<Inline>,
}

/// How a table's column is set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alignment {
    /// At the start of the line.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A term and what it means.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// One or more meanings.
    pub meanings: Vec<Vec<Block>>,
}

/// A piece of text inside a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stands.
    #[serde(default)]
    pub span: Span,
}

/// The kinds of inline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InlineKind {
    /// Words. Line ends of the source are spaces here already (nothing at all between
    /// two ideographs).
    Text(String),
    /// Words of a program.
    Code(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Important.
    Strong(Vec<Inline>),
    /// Withdrawn.
    Strikethrough(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// Lowered.
    Subscript(Vec<Inline>),
    /// A link.
    Link {
        /// `#id` for a place in this document (always one that exists), else an address.
        target: String,
        /// What is linked.
        content: Vec<Inline>,
    },
    /// A picture.
    Image {
        /// A path or an address.
        source: String,
        /// The text that stands for it.
        alt: String,
        /// How wide it is to be, if its author says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        width: Option<PictureWidth>,
    },
    /// A reference to a footnote of the document, by label.
    FootnoteReference(String),
    /// A formula in TeX notation.
    Math {
        /// Whether it stands on a line of its own.
        display: bool,
        /// The formula.
        tex: String,
    },
    /// A line break that the author asked for.
    LineBreak,
    /// Words that a card leaves a gap for. Elsewhere they are words as any others.
    Cloze {
        /// The words.
        content: Vec<Inline>,
        /// What the gap says of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hint: Option<String>,
        /// Gaps of a text with one number are asked for together; one without, alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<u32>,
    },
}

impl Block {
    /// A block without a pin.
    pub const fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, pin: None, span }
    }
}

impl Entry {
    /// The entry's id.
    pub fn id(&self) -> &str {
        match self {
            Self::Question(question) => &question.id,
            Self::Topic(topic) => &topic.id,
        }
    }

    /// The entry's title; a topic’s may be empty.
    pub fn title(&self) -> &[Inline] {
        match self {
            Self::Question(question) => &question.title,
            Self::Topic(topic) => &topic.title,
        }
    }

    /// The blocks below the title.
    pub fn blocks(&self) -> &[Block] {
        match self {
            Self::Question(question) => &question.answer,
            Self::Topic(topic) => &topic.blocks,
        }
    }

    /// The blocks below the title, to be changed.
    pub fn blocks_mut(&mut self) -> &mut [Block] {
        match self {
            Self::Question(question) => &mut question.answer,
            Self::Topic(topic) => &mut topic.blocks,
        }
    }
}

impl Question {
    /// The blocks that ask with the title.
    pub fn prompt(&self) -> &[Block] {
        &self.answer[..self.asking.min(self.answer.len())]
    }

    /// The blocks that answer.
    pub fn reply(&self) -> &[Block] {
        &self.answer[self.prompt().len()..]
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(n: &usize) -> bool {
    *n == 0
}

impl Section {
    /// The number as it is shown; nothing where there is none.
    pub fn number_text(&self) -> String {
        if self.number == 0 { String::new() } else { self.number.to_string() }
    }

    /// The section's questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Question(question) => Some(question),
            Entry::Topic(_) => None,
        })
    }
}

impl Document {
    /// All questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(Section::questions)
    }
}

impl Inline {
    /// Words without a place in a source.
    pub fn text(words: impl Into<String>) -> Self {
        Self { kind: InlineKind::Text(words.into()), span: Span::default() }
    }
}
