//! Containers, and those that are not closed so far.

use std::ops::Range;

/// What is in it stands in the tree between `start` and `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Container {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The type, in small letters.
    pub name: String,
    pub title: Option<Range<usize>>,
    pub folds: bool,
}

/// How a container is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By a line before and one behind it.
    Fenced,
    /// As an item that stands for it: its text is indented.
    Indented,
}

/// A container without its end.
pub(super) struct Open {
    /// The line that opens it.
    pub line: Range<usize>,
    pub closing: Closing,
    /// Whether anything stands in it.
    pub filled: bool,
    pub container: Option<Container>,
}

/// What closes a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Closing {
    /// A row of so many colons.
    Colons(usize),
    /// A call of this name.
    Call(String),
}
