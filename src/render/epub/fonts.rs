//! The fonts of the program as files of a book, for those who want its looks everywhere.
//!
//! Without them the reader's own fonts are used, which the reader's person has chosen: that
//! is the rule, and this the exception.

use std::fmt::Write as _;

use super::facts::Facts;
use crate::font::{Family, Style, Weight, bundled_styles};

/// A face as a file of the book.
pub(super) struct FontFile {
    /// Its name in the book.
    pub name: String,
    /// Its content.
    pub bytes: &'static [u8],
    style: Style,
}

impl FontFile {
    /// What kind of file it is (EPUB 3.3, section 3.2).
    pub(super) const MEDIA_TYPE: &str = "font/ttf";
}

/// The faces that a book needs. What they lack, signs and other scripts, the reader has.
pub(super) fn needed(facts: Facts) -> Vec<FontFile> {
    let code = facts.codes > 0;
    let italic = facts.emphases + facts.pictures_as_text > 0;
    bundled_styles()
        // A style sheet asks for no weight between these.
        .filter(|(style, _)| style.weight != Weight::SemiBold)
        .filter(|(style, _)| code || style.family != Family::Code)
        .filter(|(style, _)| italic || !style.italic)
        .map(|(style, bytes)| FontFile { name: name(style), bytes, style })
        .collect()
}

fn name(style: Style) -> String {
    let family = match style.family {
        Family::Text => "text",
        Family::Code => "code",
    };
    let weight = if style.weight == Weight::Bold { "-bold" } else { "" };
    let italic = if style.italic { "-italic" } else { "" };
    format!("fonts/{family}{weight}{italic}.ttf")
}

/// What a style sheet says about the fonts.
pub(super) fn rules(fonts: &[FontFile]) -> String {
    let mut rules = String::new();
    for FontFile { name, style, .. } in fonts {
        let family = family(style.family);
        let weight = if style.weight == Weight::Bold { "bold" } else { "normal" };
        let slant = if style.italic { "italic" } else { "normal" };
        writeln!(
            rules,
            "@font-face {{ font-family: \"{family}\"; font-weight: {weight}; \
             font-style: {slant}; src: url({name}); }}"
        )
        .expect("writing to memory does not fail");
    }
    let (text, code) = (family(Family::Text), family(Family::Code));
    if !fonts.is_empty() {
        writeln!(
            rules,
            "body {{ font-family: \"{text}\", sans-serif; }}\n\
             pre, code, kbd {{ font-family: \"{code}\", monospace; }}"
        )
        .expect("writing to memory does not fail");
    }
    rules
}

const fn family(family: Family) -> &'static str {
    match family {
        Family::Text => "Archivo Narrow",
        Family::Code => "Iosevka",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_faces_that_are_used_come_along() {
        let names = |facts| {
            let fonts = needed(facts);
            fonts.into_iter().map(|font| font.name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(Facts::default()), "fonts/text.ttf fonts/text-bold.ttf");
        assert_eq!(
            names(Facts { codes: 1, ..Facts::default() }),
            "fonts/text.ttf fonts/text-bold.ttf fonts/code.ttf fonts/code-bold.ttf"
        );
        let italic = names(Facts { emphases: 1, ..Facts::default() });
        assert!(italic.contains("fonts/text-bold-italic.ttf"));
    }
}
