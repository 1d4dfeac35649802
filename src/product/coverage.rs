//! What a PDF can show of a document: finds a face for every character, and says which
//! characters have none.

use std::collections::BTreeMap;

use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Remedy, Span};
use crate::document::{BlockKind, Document, Pin, each_block, each_text, plain_text};
use crate::font::FontSet;
use crate::text::{Shaper, is_mark, is_unseen};

/// Takes what the document needs into the font set; warnings of the characters that no
/// font has, at their first places. `own` is what the product itself says besides.
pub(super) fn coverage(
    document: &Document,
    fonts: &mut FontSet,
    own: &[String],
) -> Vec<Diagnostic> {
    let mut first_places: BTreeMap<char, Span> = BTreeMap::new();
    let mut marked: BTreeMap<String, Span> = BTreeMap::new();
    let mut note = |text: &str, span| {
        if text.contains(is_mark) {
            let clusters =
                text.graphemes(true).filter(|cluster| cluster.contains(is_mark));
            clusters.for_each(|cluster| {
                marked.entry(cluster.to_owned()).or_insert(span);
            });
        }
        for c in text.chars().filter(|c| !c.is_ascii()) {
            first_places.entry(c).or_insert(span);
        }
    };
    let meta = &document.meta;
    for text in [&meta.title, &meta.subtitle, &meta.author].into_iter().flatten() {
        note(text, Span { line: 1, ..Span::default() });
    }
    each_text(document, &mut note);
    // What is printed in place of something, and what we say ourselves.
    each_block(document, |block| {
        if let Some(Pin::Short(short)) = &block.pin {
            let lead = short.lead.iter().map(|lead| plain_text(&lead.text));
            lead.chain([plain_text(&short.content)])
                .for_each(|text| note(&text, block.span));
        }
        if let BlockKind::Quote { alert: Some(alert), .. } = &block.kind {
            note(alert.name(&meta.language), block.span);
        }
    });
    for text in own {
        note(text, Span { line: 1, ..Span::default() });
    }
    first_places.retain(|c, _| !c.is_whitespace() && !c.is_control() && !is_unseen(*c));
    let missing = fonts.find_fallbacks(first_places.keys().copied(), &meta.language);
    let mut warnings = glyphless(missing.iter().map(|c| (*c, first_places[c])));
    marked.retain(|cluster, _| !cluster.contains(|c| missing.contains(&c)));
    let mut shaper = Shaper::new(fonts, &meta.language);
    marked.retain(|cluster, _| !shaper.shows_whole(cluster));
    warnings.extend(marked.into_iter().map(|(cluster, span)| {
        let message =
            format!("no font has “{cluster}” as one sign; a mark on it is lost");
        Diagnostic::warning(DiagnosticKind::MissingGlyph, message)
            .at(span)
            .hint(Remedy::Font)
    }));
    warnings
}

/// Scripts that want fonts of their own: what they are called, what they are written in,
/// and what Debian and its kin call the fonts.
const SCRIPTS: [(&str, &[Script], &str); 5] = [
    (
        "Chinese and Japanese",
        &[Script::Han, Script::Hiragana, Script::Katakana, Script::Bopomofo],
        "fonts-noto-cjk",
    ),
    ("Korean", &[Script::Hangul], "fonts-noto-cjk"),
    ("Hebrew", &[Script::Hebrew], "fonts-noto-core"),
    ("Arabic", &[Script::Arabic], "fonts-noto-core"),
    (
        "Indian and Thai",
        &[
            Script::Devanagari,
            Script::Bengali,
            Script::Tamil,
            Script::Telugu,
            Script::Thai,
        ],
        "fonts-noto-core",
    ),
];

/// As many characters are shown of those that a warning is of: enough to know the script by,
/// and few enough for a line.
const SHOWN: usize = 8;

/// Warnings of characters that no font has: one for all of a script, since one font would
/// mend it, and one for each character besides.
pub(super) fn glyphless(
    characters: impl IntoIterator<Item = (char, Span)>,
) -> Vec<Diagnostic> {
    // Some signs belong to several scripts, and some to all.
    let script = |c: char| {
        let own = c.script_extension();
        let known = !own.is_common() && !own.is_inherited();
        let has = |scripts: &[Script]| scripts.iter().any(|it| own.contains_script(*it));
        SCRIPTS.iter().position(|(_, scripts, _)| known && has(scripts))
    };
    let mut of_scripts: [Vec<(char, Span)>; SCRIPTS.len()] = Default::default();
    let mut warnings = Vec::new();
    for (c, span) in characters {
        match script(c) {
            Some(at) => of_scripts[at].push((c, span)),
            None => warnings.push(without_glyph(c, span)),
        }
    }
    let scripts = SCRIPTS.iter().zip(of_scripts);
    let scripts = scripts.filter_map(|(script, missing)| without_font(script, &missing));
    scripts.chain(warnings).collect()
}

fn without_font(
    &(name, _, package): &(&'static str, &[Script], &'static str),
    missing: &[(char, Span)],
) -> Option<Diagnostic> {
    let span = missing
        .iter()
        .map(|(_, span)| *span)
        .min_by_key(|span| (span.source, span.line))?;
    let shown: String = missing.iter().take(SHOWN).map(|(c, _)| *c).collect();
    let more = if missing.len() > SHOWN { "…" } else { "" };
    let message = match missing.len() {
        1 => format!("no font has the {name} character “{shown}”; it shows as “?”"),
        count => format!(
            "no font has {count} {name} characters (“{shown}{more}”); they show as “?”"
        ),
    };
    let hint = Remedy::ScriptFont { script: name, package };
    Some(Diagnostic::warning(DiagnosticKind::MissingFont, message).at(span).hint(hint))
}

/// A warning of a character that no font has.
fn without_glyph(c: char, span: Span) -> Diagnostic {
    let code = u32::from(c);
    let message =
        format!("no font has the character “{c}” (U+{code:04X}); it shows as “?”");
    Diagnostic::warning(DiagnosticKind::MissingGlyph, message).at(span).hint(Remedy::Font)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_warning_is_enough_for_a_script() {
        let at = |line| Span { line, ..Span::default() };
        let missing = "א日本\u{10fffd}語の主キーは表列".chars();
        let warnings = glyphless((5..).zip(missing).map(|(line, c)| (c, at(line))));
        let said: Vec<_> = warnings
            .iter()
            .map(|warning| (warning.message.as_str(), warning.span.unwrap().line))
            .collect();
        assert_eq!(
            said,
            [
                (
                    "no font has 10 Chinese and Japanese characters (“日本語の主キーは…”); \
                     they show as “?”",
                    6
                ),
                ("no font has the Hebrew character “א”; it shows as “?”", 5),
                ("no font has the character “\u{10fffd}” (U+10FFFD); it shows as “?”", 8),
            ]
        );
        let hint = warnings[0].hint.as_ref().unwrap();
        let (script, package) = ("Chinese and Japanese", "fonts-noto-cjk");
        assert_eq!(*hint, Remedy::ScriptFont { script, package });
    }
}
