//! What a PDF can show of a document: finds a face for every character, and says which
//! characters have none.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Span};
use crate::document::{Document, each_text};
use crate::font::FontSet;
use crate::text::is_unseen;

/// Takes what the document needs into the font set; a warning for each character that no
/// font has, at its first place.
pub(super) fn cover(document: &Document, fonts: &mut FontSet) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<char, Span> = BTreeMap::new();
    let mut see = |text: &str, span| {
        for c in text.chars().filter(|c| !c.is_ascii()) {
            seen.entry(c).or_insert(span);
        }
    };
    let meta = &document.meta;
    for text in [&meta.title, &meta.subtitle, &meta.author].into_iter().flatten() {
        see(text, Span { line: 1, ..Span::default() });
    }
    each_text(document, see);
    seen.retain(|c, _| !c.is_whitespace() && !c.is_control() && !is_unseen(*c));
    let missing = fonts.cover(seen.keys().copied(), &meta.language);
    missing.into_iter().map(|c| glyphless(c, seen[&c])).collect()
}

/// A warning of a character that no font has.
pub(super) fn glyphless(c: char, span: Span) -> Diagnostic {
    let code = u32::from(c);
    let message =
        format!("no font has the character “{c}” (U+{code:04X}); it shows as “?”");
    Diagnostic::warning("a character without a glyph", message)
        .at(span)
        .hint("install a font that has it, or name its folder with --font-dir")
}
