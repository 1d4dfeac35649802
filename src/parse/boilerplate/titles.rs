//! Titles of tables of contents.

/// Titles in small letters.
const CONTENTS: [&str; 30] = [
    "table of contents",
    "table of content",
    "tables of contents",
    "contents",
    "toc",
    "content",
    "index",
    "index of topics",
    "topics",
    "quick links",
    "quick navigation",
    "navigation",
    "list of questions",
    "questions list",
    "inhalt",
    "inhaltsverzeichnis",
    "table des matières",
    "sommaire",
    "índice",
    "tabla de contenidos",
    "contenido",
    "sumário",
    "indice",
    "содержание",
    "оглавление",
    "зміст",
    "目次",
    "目录",
    "目錄",
    "목차",
];
/// What a summary says before such a title: that it can be seen.
const VERBS: [&str; 10] = [
    "click to expand",
    "click to show",
    "click to view",
    "click to open",
    "click here for",
    "expand",
    "show",
    "view",
    "see",
    "open",
];

/// Whether words are the title of a table of contents, or ask to see one.
pub(super) fn is_contents(words: &str) -> bool {
    let words = words.to_lowercase();
    let words = words.trim_matches(|char: char| !char.is_alphanumeric());
    let asked = VERBS.iter().find_map(|verb| words.strip_prefix(verb)?.strip_prefix(' '));
    let title = asked.unwrap_or(words);
    CONTENTS.contains(&title.strip_prefix("the ").unwrap_or(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_other_words() {
        for words in
            ["📖 Table of Contents", "Contents:", "Click to expand the TOC", "目次"]
        {
            assert!(is_contents(words), "{words}");
        }
        for words in ["Contents of a packet", "Show", "Index scans", "See the index card"]
        {
            assert!(!is_contents(words), "{words}");
        }
    }
}
