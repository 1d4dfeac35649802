//! Slugs: the names that code hosts give to headings, and the names that this tree gives.

use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Inline, InlineKind, plain_text};

/// The name a code host gives a heading: small letters, spaces to hyphens, signs dropped.
pub(super) fn hosted(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for cluster in text.trim().graphemes(true) {
        match cluster {
            " " | "\n" | "\t" => slug.push('-'),
            "-" | "_" => slug.push_str(cluster),
            // Marks go with their letter; a keycap's or an emoji's selector does not.
            _ if cluster.starts_with(char::is_alphanumeric) => {
                let letters = cluster.chars().filter(|char| is_name_char(*char));
                slug.extend(letters.flat_map(char::to_lowercase));
            }
            _ => {}
        }
    }
    slug
}

/// An id that is an XML name and a URL fragment: the hosted slug without hyphens at its
/// ends, `prefix-` before it if it does not begin with a letter. Empty for no letters.
pub(crate) fn id(text: &str, prefix: &str) -> String {
    let text: String =
        text.chars().map(|char| if char.is_whitespace() { ' ' } else { char }).collect();
    let slug = shortened(squeezed(&hosted(&text)));
    match slug.chars().next() {
        None => String::new(),
        Some(first) if is_name_start(first) => slug,
        Some(_) => format!("{prefix}-{slug}"),
    }
}

/// Without hyphens at the ends and without repeated ones.
pub(super) fn squeezed(slug: &str) -> String {
    let words = slug.split('-').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Cut at a word, so that an id can be typed and shown: questions can be long.
fn shortened(mut slug: String) -> String {
    // A line of a terminal.
    const MOST: usize = 80;
    if slug.len() > MOST {
        slug.truncate(slug.floor_char_boundary(MOST + 1));
        let word = slug.rfind('-').filter(|at| *at >= MOST / 2);
        slug.truncate(word.unwrap_or(slug.floor_char_boundary(MOST)));
    }
    slug
}

/// An id given by the author, made fit: what a name cannot hold becomes a hyphen.
pub(super) fn given(id: &str) -> String {
    let mut fit: String = id
        .chars()
        .map(|char| {
            if is_name_char(char) || matches!(char, '-' | '_' | '.') { char } else { '-' }
        })
        .collect();
    if !fit.starts_with(is_name_start) {
        fit.insert_str(0, "id-");
    }
    fit
}

/// The text of a heading as hosts see it: without pictures.
pub(super) fn heading_text(content: &[Inline]) -> String {
    let words =
        content.iter().filter(|one| !matches!(one.kind, InlineKind::Image { .. }));
    words.map(|inline| plain_text(std::slice::from_ref(inline))).collect()
}

/// `%20` and the like to characters; as written where that is no text.
pub(crate) fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = byte.filter(|_| bytes[at] == b'%') {
            decoded.push(byte);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Letters and digits, and marks: `NameChar` of XML without the signs and the emoji.
fn is_name_char(char: char) -> bool {
    let mark = matches!(char as u32, 0x300..=0x1fff | 0x3099..=0x309a | 0xa800..=0xabff);
    (char.is_alphanumeric() || mark) && is_xml_name_char(char) && !char.is_whitespace()
}

fn is_name_start(char: char) -> bool {
    char == '_' || char.is_alphabetic() && is_xml_name_start(char)
}

/// `NameStartChar`, <https://www.w3.org/TR/xml/#NT-NameStartChar>, without the colon.
fn is_xml_name_start(char: char) -> bool {
    matches!(char,
        'A'..='Z' | '_' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}'
        | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

fn is_xml_name_char(char: char) -> bool {
    is_xml_name_start(char)
        || matches!(char, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}'
            | '\u{203f}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosted_slugs_are_github_s() {
        for (text, slug) in [
            (
                "4. Productionization/Deployment/Scaling",
                "4-productionizationdeploymentscaling",
            ),
            ("Agile & Scrum", "agile--scrum"),
            ("DaemonSet - Commands", "daemonset---commands"),
            ("C++ and `code_x`", "c-and-code_x"),
            ("Übung: Größe", "übung-größe"),
            ("⚡ Fast", "-fast"),
            ("日本語 の 見出し", "日本語-の-見出し"),
            ("हिन्दी", "हिन्दी"),
            ("99.9% availability", "999-availability"),
        ] {
            assert_eq!(hosted(text), slug);
        }
    }

    #[test]
    fn ids_are_xml_names() {
        for (text, name) in [
            ("99.9% availability", "s-999-availability"),
            ("⚡ Fast -- and -", "fast-and"),
            ("Ätna", "ätna"),
            ("🚀", ""),
            ("1️⃣ One", "s-1-one"),
        ] {
            assert_eq!(id(text, "s"), name);
        }
        assert_eq!(given("a b:c"), "a-b-c");
        assert_eq!(given("1st"), "id-1st");
        // The one space that stands among the letters of a script.
        assert_eq!(given("a\u{1680}b"), "a-b");
    }

    #[test]
    fn percent_signs_are_decoded_where_they_encode_text() {
        assert_eq!(percent_decoded("%C3%BCber%20uns"), "über uns");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%ff"), "%ff");
        assert_eq!(percent_decoded("%é0"), "%é0");
    }
}
