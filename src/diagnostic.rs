//! What is said to a person about the input: spans, diagnostics, and the error type.
//!
//! Nothing here prints: a [`Diagnostic`] carries the place and the words, and the command
//! line draws it with its source line.

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

/// One thing to say about the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// The kind of finding, in a few stable words; repeated findings are grouped by it.
    pub kind: &'static str,
    /// What was found, one sentence without a full stop.
    pub message: String,
    /// Where, if it has a place.
    pub span: Option<Span>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A warning without place or hint.
    pub fn warning(kind: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { severity: Severity::Warning, kind, message, span: None, hint: None }
    }

    /// A note without place or hint.
    pub fn note(kind: &'static str, message: impl Into<String>) -> Self {
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
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
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
        reason: String,
        /// What to do.
        hint: Option<String>,
    },
    /// A guide whose content cannot be used.
    #[error("{message}")]
    Guide {
        /// What is wrong.
        message: String,
        /// Where.
        span: Option<Span>,
        /// What to do.
        hint: Option<String>,
    },
    /// A selection that selects nothing, or a name in it that does.
    #[error("{message}")]
    Select {
        /// What is wrong.
        message: String,
        /// The nearest names there are.
        hint: Option<String>,
    },
    /// The content does not fit into the space at the sizes allowed.
    #[error("{message}")]
    Fit {
        /// What does not fit, and by how much.
        message: String,
        /// What would do.
        hint: Option<String>,
    },
    /// A font that is broken or missing.
    #[error("cannot use fonts of {name}: {reason}")]
    Font {
        /// A file, a folder or a family.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// An output that could not be written. Nothing was left behind.
    #[error("cannot write {}: {reason}", path.display())]
    Write {
        /// The target.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A back end's library refused the content.
    #[error("cannot make the {format}: {reason}")]
    Render {
        /// `PDF` or `EPUB`.
        format: &'static str,
        /// What the library said.
        reason: String,
    },
}

impl Error {
    /// A [`Error::Read`] of `path`.
    pub fn read(path: &Path, reason: impl fmt::Display) -> Self {
        Self::Read { path: path.to_owned(), reason: reason.to_string(), hint: None }
    }

    /// A [`Error::Write`] of `path`.
    pub fn write(path: &Path, reason: impl fmt::Display) -> Self {
        Self::Write { path: path.to_owned(), reason: reason.to_string() }
    }

    /// What to do about it, where that is known.
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::Read { hint, .. }
            | Self::Guide { hint, .. }
            | Self::Select { hint, .. }
            | Self::Fit { hint, .. } => hint.as_deref(),
            Self::Font { .. } | Self::Write { .. } | Self::Render { .. } => None,
        }
    }
}

/// What the library's fallible functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;
