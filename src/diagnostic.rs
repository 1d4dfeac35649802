//! What is said to a person about the input: spans, diagnostics, and the error type.
//!
//! Nothing here prints: a [`Diagnostic`] carries the place and the words, and the command
//! line draws it with its source line. Nor does anything here know the options of the command:
//! what would help is a [`Remedy`], and the command says how to ask for it.

use std::error;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A stretch of the source text that a node of the tree came from.
///
/// A tree that came in as JSON keeps the numbers, though the text itself is not at hand;
/// that is why the line is kept beside the offsets.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Which of the joined sources, counted from 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub source: u32,
    /// First byte, in the repaired text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line of the first byte, counted from 1; 0 for a node that no source holds.
    pub line: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// The output is made, but something in it may not be what was meant.
    Warning,
    /// No output is made.
    Error,
}

/// What a diagnostic is about. Repeated diagnostics of one kind are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// Bytes that are no UTF-8, read as another encoding.
    Encoding,
    /// Characters that control something and show nothing.
    ControlCharacter,
    /// Text that was decoded wrongly before it came here.
    Mojibake,
    /// A chapter that is listed and not there.
    MissingChapter,
    /// Options that a file of defaults gives.
    Defaults,
    /// A folder that is read as one guide.
    Folder,
    /// A key of the front matter that means nothing, or a value that is none.
    FrontMatter,
    /// Something to include that is not there.
    Directive,
    /// Lines of code that a book hides.
    HiddenLines,
    /// HTML that is not closed, or that no page can show.
    Html,
    /// Code that draws a picture elsewhere, and is printed as code.
    Diagram,
    /// Lists or quotations that are nested too deep.
    Nesting,
    /// A guide that is too large.
    Size,
    /// A formula that is not understood.
    Formula,
    /// A table with cells that are too many.
    Table,
    /// A footnote without a text, or a text without a reference.
    Footnote,
    /// A link that leads nowhere in print.
    Link,
    /// A number that is taken, or that is not the next.
    Number,
    /// A pin that is written wrongly, or that pins nothing.
    Pin,
    /// A line across that makes a heading of the text above it.
    Underline,
    /// How questions were recognised.
    Questions,
    /// A style of questions that the guide does not have.
    QuestionStyle,
    /// A question without an answer.
    NoAnswer,
    /// A guide without a question.
    NoQuestions,
    /// Topics, of which no card is made.
    Topics,
    /// What is for a web page only, such as badges, and was left out.
    LeftOut,
    /// A script that no font is for.
    MissingFont,
    /// A character that no font has.
    MissingGlyph,
    /// Type that few can read easily.
    SmallType,
    /// A booklet of more sheets than can be stapled.
    ThickBooklet,
    /// A picture that is not printed.
    UnprintedPicture,
    /// A cover that is not used.
    UnusedCover,
    /// A question that goes on to another card where each was to have one.
    LongCard,
    /// Answers that were put in short.
    Shortened,
    /// Colours that some people or printers do not tell apart.
    Theme,
}

impl DiagnosticKind {
    /// A stable name, of small letters and hyphens.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::ControlCharacter => "control-character",
            Self::Mojibake => "mojibake",
            Self::MissingChapter => "missing-chapter",
            Self::Defaults => "defaults",
            Self::Folder => "folder",
            Self::FrontMatter => "front-matter",
            Self::Directive => "directive",
            Self::HiddenLines => "hidden-lines",
            Self::Html => "html",
            Self::Diagram => "diagram",
            Self::Nesting => "nesting",
            Self::Size => "size",
            Self::Formula => "formula",
            Self::Table => "table",
            Self::Footnote => "footnote",
            Self::Link => "link",
            Self::Number => "number",
            Self::Pin => "pin",
            Self::Underline => "underline",
            Self::Questions => "questions",
            Self::QuestionStyle => "question-style",
            Self::NoAnswer => "no-answer",
            Self::NoQuestions => "no-questions",
            Self::Topics => "topics",
            Self::LeftOut => "left-out",
            Self::MissingFont => "missing-font",
            Self::MissingGlyph => "missing-glyph",
            Self::SmallType => "small-type",
            Self::ThickBooklet => "thick-booklet",
            Self::UnprintedPicture => "unprinted-picture",
            Self::UnusedCover => "unused-cover",
            Self::LongCard => "long-card",
            Self::Shortened => "shortened",
            Self::Theme => "theme",
        }
    }
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing to say about the input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub kind: DiagnosticKind,
    /// What was found, one sentence without a full stop.
    pub message: String,
    /// Where, if it has a place.
    pub span: Option<Span>,
    /// What to do about it.
    pub hint: Option<Remedy>,
}

/// What a person can do about a diagnostic or an error.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remedy {
    /// What to change in the guide or around it, in words that need no option of a program.
    Advice(String),
    /// Each of these by itself does.
    AnyOf(Vec<Remedy>),
    /// So many pages.
    Pages(usize),
    /// Paper of this name.
    Paper(&'static str),
    /// Paper that everybody has, A4 or Letter.
    UsualPaper,
    /// Letters as low as they may get at all.
    DenseType,
    /// More pages, larger paper, or no wish for dense type.
    LargerType,
    /// As many pages as it takes, for a booklet of more than one sheet.
    Booklet,
    /// A booklet of fewer pages, or several.
    ThinnerBooklet,
    /// Only this part of the guide, as a list of sections or questions.
    Only(String),
    /// Cards on larger stock, or a shorter question.
    LargerCards,
    /// Cards on larger stock, or an answer that its author shortens.
    LargerCardsForAnswer,
    /// A font that has the character.
    Font,
    /// A font for a script.
    ScriptFont {
        /// What the script is called.
        script: &'static str,
        /// The package of Debian and its kin that has such fonts.
        package: &'static str,
    },
    /// To say how questions are written.
    QuestionStyle,
    /// To look at how questions were recognised, and to say how they are written.
    Recognition,
    /// To write questions, or to make what needs none.
    Questions,
    /// To search the whole guide and not only what is selected.
    SearchEverywhere,
    /// To except less of what is selected.
    ExceptLess,
    /// One of these names, the nearest first, or another one of the guide's list.
    Names(Vec<String>),
}

impl Remedy {
    /// The words of an advice.
    pub fn advice(&self) -> Option<&str> {
        match self {
            Self::Advice(words) => Some(words),
            _ => None,
        }
    }
}

impl From<&str> for Remedy {
    fn from(words: &str) -> Self {
        Self::Advice(words.to_owned())
    }
}

impl From<String> for Remedy {
    fn from(words: String) -> Self {
        Self::Advice(words)
    }
}

impl Diagnostic {
    /// A warning without place or hint.
    pub fn warning(kind: DiagnosticKind, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { severity: Severity::Warning, kind, message, span: None, hint: None }
    }

    /// A note without place or hint.
    pub fn note(kind: DiagnosticKind, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::warning(kind, message) }
    }

    /// The same, at a place.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same, with advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Remedy>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Why something failed: in words, and the error of what was used, if one is behind it.
#[derive(Debug)]
pub struct Cause {
    words: String,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl Cause {
    /// What `source` means, in words that a person may know.
    pub fn new(
        words: impl Into<String>,
        source: impl error::Error + Send + Sync + 'static,
    ) -> Self {
        Self { words: words.into(), source: Some(Box::new(source)) }
    }

    /// An error in its own words.
    pub fn of(source: impl error::Error + Send + Sync + 'static) -> Self {
        Self::new(source.to_string(), source)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl error::Error for Cause {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl From<&str> for Cause {
    fn from(words: &str) -> Self {
        Self { words: words.to_owned(), source: None }
    }
}

impl From<String> for Cause {
    fn from(words: String) -> Self {
        Self { words, source: None }
    }
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A guide that could not be read.
    #[error("cannot read {}: {reason}", path.display())]
    Read {
        /// The path as given.
        path: PathBuf,
        /// What the system said, or what is wrong with the file, in words.
        #[source]
        reason: Cause,
        /// What to do.
        hint: Option<Remedy>,
    },
    /// A guide whose content cannot be used.
    #[error("{message}")]
    Guide {
        /// What is wrong.
        message: String,
        /// Where.
        span: Option<Span>,
        /// What to do.
        hint: Option<Remedy>,
    },
    /// A selection that selects nothing, or a name in it that does.
    #[error("{message}")]
    Select {
        /// What is wrong.
        message: String,
        /// The nearest names there are.
        hint: Option<Remedy>,
    },
    /// The content does not fit into the space at the sizes allowed.
    #[error("{message}")]
    Fit {
        /// What does not fit, and by how much.
        message: String,
        /// What would do.
        hint: Option<Remedy>,
    },
    /// The content does not fit so many pages, whatever may be left out of it.
    #[error(
        "what must stay needs {needed:.1} pages at an x-height of {x_height_mm:.2} mm, and \
         {} asked for",
        if *asked == 1 { "1 page was".to_owned() } else { format!("{asked} pages were") }
    )]
    Pages {
        /// How many pages it needs.
        needed: f64,
        /// How many there may be.
        asked: usize,
        /// The height of small letters at which it needs so many, the least that is allowed.
        x_height_mm: f64,
        /// What would do.
        hint: Option<Remedy>,
    },
    /// Words of the guide that a finished product has nowhere. Nothing is written then.
    #[error("{}", lost(product, words))]
    Missing {
        /// `cheat sheet`, `flashcards` or `book`.
        product: &'static str,
        /// The words, in the guide's order.
        words: Vec<String>,
    },
    /// A font that is broken or missing.
    #[error("cannot use fonts of {name}: {reason}")]
    Font {
        /// A file, a folder or a family.
        name: String,
        /// What is wrong.
        #[source]
        reason: Cause,
    },
    /// An output that could not be written. Nothing was left behind.
    #[error("cannot write {}: {reason}", path.display())]
    Write {
        /// The target.
        path: PathBuf,
        /// What the system said.
        #[source]
        reason: Cause,
    },
    /// A back end's library refused the content.
    #[error("cannot make the {format}: {reason}")]
    Render {
        /// `PDF` or `EPUB`.
        format: &'static str,
        /// What the library said.
        #[source]
        reason: Cause,
    },
}

/// So many lines are named: about as many as a terminal of 80 columns shows in one line.
pub(crate) const MOST_LINES: usize = 10;

/// `a, b and 3 more`: the first few of many names.
pub(crate) fn first_of(names: impl Iterator<Item = String>, few: usize) -> String {
    let mut names = names.fuse();
    let named = names.by_ref().take(few).collect::<Vec<_>>().join(", ");
    match names.count() {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// As many words are named of those that are missing, and as many letters of each.
const NAMED: (usize, usize) = (12, 40);

/// What is said of missing words.
fn lost(product: &str, words: &[String]) -> String {
    let named: Vec<String> = words
        .iter()
        .take(NAMED.0)
        .map(|word| word.chars().take(NAMED.1).collect())
        .collect();
    let (count, named) = (words.len(), named.join(" "));
    let are = if count == 1 { "word is" } else { "words are" };
    let more = if count > NAMED.0 { " …" } else { "" };
    format!(
        "{count} {are} missing in the {product}: “{named}{more}”; this is a fault of the \
         program, not of the guide"
    )
}

impl Error {
    /// A [`Error::Read`] of `path`.
    pub fn read(path: &Path, reason: impl Into<Cause>) -> Self {
        Self::Read { path: path.to_owned(), reason: reason.into(), hint: None }
    }

    /// A [`Error::Write`] of `path`.
    pub fn write(path: &Path, reason: impl Into<Cause>) -> Self {
        Self::Write { path: path.to_owned(), reason: reason.into() }
    }

    /// What to do about it, where that is known.
    pub fn hint(&self) -> Option<&Remedy> {
        match self {
            Self::Read { hint, .. }
            | Self::Guide { hint, .. }
            | Self::Select { hint, .. }
            | Self::Fit { hint, .. }
            | Self::Pages { hint, .. } => hint.as_ref(),
            Self::Missing { .. }
            | Self::Font { .. }
            | Self::Write { .. }
            | Self::Render { .. } => None,
        }
    }
}

/// What the library's fallible functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;
