//! Tags of languages, as far as lists of words go by them.

/// The language of a tag, without its country and script.
pub(super) fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}
