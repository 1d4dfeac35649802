//! Pins as they are written: comments and classes of headings.

use crate::diagnostic::Span;

/// A pin as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// `<!-- keep -->`, `{.keep}`.
    Keep,
    /// `<!-- drop -->`, `{.drop}`.
    Drop,
    /// `<!-- short: Markdown -->`.
    Short(String),
}

/// A pin in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawPin {
    /// What begins here or after is pinned.
    pub at: u32,
    pub written: Written,
    pub span: Span,
}

impl Written {
    /// The pin that a comment is; other comments are none.
    pub(super) fn in_comment(words: &str) -> Option<Self> {
        let words = words.trim();
        if let Some((name, short)) = words.split_once(':') {
            let short = short.trim();
            let named = name.trim_end().eq_ignore_ascii_case("short");
            return (named && !short.is_empty()).then(|| Self::Short(short.to_owned()));
        }
        Self::in_class(words)
    }

    /// The pin that a heading's class is.
    pub(super) fn in_class(class: &str) -> Option<Self> {
        match class {
            _ if class.eq_ignore_ascii_case("keep") => Some(Self::Keep),
            _ if class.eq_ignore_ascii_case("drop") => Some(Self::Drop),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_three_words_are_pins() {
        for (comment, pin) in [
            (" keep ", Some(Written::Keep)),
            ("Drop", Some(Written::Drop)),
            ("short: a *b*: c", Some(Written::Short("a *b*: c".to_owned()))),
            ("short:", None),
            ("keep this list in order", None),
            ("TODO: shorten", None),
        ] {
            assert_eq!(Written::in_comment(comment), pin, "{comment}");
        }
    }
}
