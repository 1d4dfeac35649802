//! Which way text runs as a whole: that of a language, that of a text by its first letter.
//! Must not know glyphs: what happens inside a line is for `bidi`.

use unicode_bidi::get_base_direction_full;

/// The direction in which a text, a paragraph or a document runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// As Latin, Greek or Chinese is written.
    #[default]
    LeftToRight,
    /// As Arabic or Hebrew is written.
    RightToLeft,
}

impl Direction {
    /// The direction of a language, a BCP 47 tag; its script decides where the tag names
    /// one.
    pub fn of_language(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        let mut subtags = tag.split(['-', '_']);
        let first = subtags.next().unwrap_or_default();
        Self::rtl_if(match subtags.next().filter(|script| script.len() == 4) {
            Some(script) => RTL_SCRIPTS.contains(&script),
            None => RTL_LANGUAGES.contains(&first),
        })
    }

    /// The direction of the first letter of a text (UAX 9, P2 and P3); from left to right
    /// where it has none.
    pub fn of_first_letter(text: &str) -> Self {
        Self::rtl_if(get_base_direction_full(text) == unicode_bidi::Direction::Rtl)
    }

    /// The direction of most of these; from left to right where it is half of them.
    pub fn prevailing(all: impl Iterator<Item = Self>) -> Self {
        let more = all.map(|one| if one.is_rtl() { 1 } else { -1 }).sum::<i64>();
        Self::rtl_if(more > 0)
    }

    /// From right to left if this holds.
    pub const fn rtl_if(is_rtl: bool) -> Self {
        if is_rtl { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Whether this is from right to left.
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::RightToLeft)
    }
}

/// Subtags of scripts that run from right to left (ISO 15924).
const RTL_SCRIPTS: [&str; 7] = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"];
/// Languages that are written from right to left unless their tag says otherwise.
const RTL_LANGUAGES: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_the_direction() {
        for (tag, expected) in [
            ("ar", true),
            ("he-IL", true),
            ("HE", true),
            ("pa-Arab", true),
            ("az-Latn", false),
            ("en", false),
            ("", false),
        ] {
            assert_eq!(Direction::of_language(tag).is_rtl(), expected, "{tag}");
        }
    }
}
