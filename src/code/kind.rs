//! What a word of a program can be.

/// What words of a program are, as far as they look different. Few: a page of code in many
/// colours is harder to read than one in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A word of the language itself; a tag of markup.
    Keyword,
    /// Text in quotes, and patterns of text.
    String,
    /// What is said to people only.
    Comment,
    /// A number, and a constant that the language has a word for.
    Number,
    /// A name where it is made or is a key: of a function, a type, an attribute, a property.
    Name,
}

impl Kind {
    /// All of them.
    pub(crate) const ALL: [Self; 5] =
        [Self::Keyword, Self::String, Self::Comment, Self::Number, Self::Name];
}

/// A stretch of a program that is of one kind, or of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    pub text: &'t str,
    pub kind: Option<Kind>,
}
