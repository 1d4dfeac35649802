//! How sheets are turned between their two sides.

/// How answers get behind their questions.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Duplex {
    /// The printer turns sheets about the longer edge.
    #[default]
    LongEdge,
    /// The printer turns sheets about the shorter edge.
    ShortEdge,
    /// A person turns them, about the longer edge, and prints the backs after all fronts.
    Manual,
    /// Nobody turns them: the answer stands beside its question and is folded behind it.
    Fold,
}
