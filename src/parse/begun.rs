//! Signs of headings that stand among the words.

/// What has begun, as far as signs before its words are none of them.
#[derive(Debug, Default, Clone, Copy)]
pub(super) enum Begun {
    #[default]
    Other,
    Heading,
    /// A heading of the first level without a space: `#Title`.
    Title,
}

impl Begun {
    /// `text` without the sign that makes a title of it, or one that an author wrote twice:
    /// `## # 1. Intro`.
    pub(super) fn without_signs(self, text: &str) -> &str {
        match self {
            Self::Other => text,
            Self::Title => text.strip_prefix('#').unwrap_or(text),
            Self::Heading => {
                let words = text.trim_start_matches('#');
                let apart = words.len() < text.len() && words.starts_with(' ');
                if apart && !words.trim().is_empty() { words.trim_start() } else { text }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_no_words_of_headings() {
        for (begun, text, words) in [
            (Begun::Heading, "# 1. Intro", "1. Intro"),
            (Begun::Heading, "## Intro", "Intro"),
            (Begun::Heading, "#1 What is it?", "#1 What is it?"),
            (Begun::Heading, "#", "#"),
            (Begun::Title, "#Title", "Title"),
            (Begun::Other, "# 1", "# 1"),
        ] {
            assert_eq!(begun.without_signs(text), words);
        }
    }
}
