//! The character that keeps apart what the author keeps apart by a backslash.

/// Stands before a sign that is written with a backslash, so that it begins no notation, and where
/// a notation stood that Markdown must not see. No source has it: control characters are taken
/// out before.
pub(crate) const GUARD: &str = "\u{7f}";
/// The same, as a character.
pub(crate) const GUARD_SIGN: char = '\u{7f}';

/// Stands for a colon that begins a line and no meaning of a term: `:rocket: Off it goes`.
pub(crate) const COLON_SIGN: char = '\u{2}';

/// Signs that begin or end a notation.
const SIGNS: [char; 12] = ['[', ']', '=', '%', '^', '~', '{', '#', '!', ':', '(', '@'];

/// Whether `text` begins with a sign that the backslash before it, in `source` at the byte `at`,
/// takes the meaning from.
pub(crate) fn is_escaped(text: &str, source: &str, at: usize) -> bool {
    text.starts_with(SIGNS)
        && source.get(..at).is_some_and(|before| before.ends_with('\\'))
}
