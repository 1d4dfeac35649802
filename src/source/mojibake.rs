//! Mending text that was UTF-8, was read as Mac OS Roman or Windows-1252, and saved so.
//!
//! `→` then reads `‚Üí` or `â†’`. Such a sequence gives itself away: its characters, put
//! back into the old set, are the bytes of exactly one UTF-8 character. Good text holds
//! some of these by chance (`’é` in French), so the evidence of the whole text decides:
//! text that was damaged as a whole has no characters of the old set that are *not* part
//! of a sequence. Where there is doubt nothing is touched.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// Mends `text` if the damage is certain; says so, and where it began in the new text.
pub(super) fn mend(text: String) -> (String, Option<(Diagnostic, usize)>) {
    if text.is_ascii() {
        return (text, None);
    }
    let sets =
        [Set::new(MACINTOSH, "Mac OS Roman"), Set::new(WINDOWS_1252, "Windows-1252")];
    let found = sets.iter().map(|set| (set, Evidence::gather(&text, set)));
    match found
        .filter(|(_, found)| found.is_certain())
        .max_by_key(|(_, found)| found.mended)
    {
        Some((set, _)) => rewrite(&text, set),
        None => (text, None),
    }
}

/// An old character set, from the characters back to the bytes.
struct Set {
    name: &'static str,
    /// Sorted by character; only the upper half of the set.
    bytes: Vec<(char, u8)>,
}

impl Set {
    fn new(encoding: &'static Encoding, name: &'static str) -> Self {
        let mut bytes: Vec<(char, u8)> = (0x80..=0xff_u8)
            .filter_map(|byte| {
                let byte_alone = [byte];
                let (text, _) = encoding.decode_without_bom_handling(&byte_alone);
                Some((text.chars().next()?, byte))
            })
            .collect();
        if encoding == WINDOWS_1252 {
            // Latin-1 proper has the C1 controls where Windows-1252 has quotation marks.
            bytes.extend((0x80..=0x9f_u8).map(|byte| (char::from(byte), byte)));
        }
        bytes.sort_unstable();
        bytes.dedup_by_key(|(char, _)| *char);
        Self { name, bytes }
    }

    fn byte(&self, char: char) -> Option<u8> {
        let at = self.bytes.binary_search_by_key(&char, |(known, _)| *known).ok()?;
        Some(self.bytes[at].1)
    }

    /// If `text` begins with a damaged character: what it was, and how many bytes of
    /// `text` it takes.
    fn damaged(&self, text: &str) -> Option<(char, usize)> {
        let mut chars = text.char_indices();
        let mut bytes = [self.byte(chars.next()?.1)?, 0, 0, 0];
        let length = match bytes[0] {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return None,
        };
        for byte in &mut bytes[1..length] {
            *byte = self.byte(chars.next()?.1)?;
        }
        let char = str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
        let taken = chars.next().map_or(text.len(), |(at, _)| at);
        is_plausible(char).then_some((char, taken))
    }
}

/// Whether a person would write the character in a guide.
fn is_plausible(char: char) -> bool {
    match char as u32 {
        // Two bytes: letters and signs of Latin-1, Latin Extended-A, Greek, Cyrillic. The
        // rest of the range is what `’é`, `»Ä` and the like would turn into.
        0..=0x7ff => matches!(char, '\u{a0}'..='\u{17f}' | '\u{370}'..='\u{45f}'),
        0xe000..=0xf8ff | 0xfff0..=0xffff => false,
        _ => !char.is_control(),
    }
}

/// What speaks for and against a text having been read in the wrong set.
#[derive(Debug, Default)]
struct Evidence {
    /// Sequences that make one character.
    mended: usize,
    /// Those of three or four characters, which chance hardly makes.
    long: usize,
    /// Characters of the set's upper half that are part of no sequence.
    stray: usize,
}

impl Evidence {
    fn gather(text: &str, set: &Set) -> Self {
        let mut evidence = Self::default();
        walk(text, set, |unit| match unit {
            Unit::Damaged(char) => {
                evidence.mended += 1;
                evidence.long += usize::from(char.len_utf8() > 2);
            }
            Unit::Char(char) => evidence.stray += usize::from(set.byte(char).is_some()),
            Unit::Ascii(_) => {}
        });
        evidence
    }

    /// One long sequence outweighs no stray character, and many outweigh a few (someone
    /// went on writing in the damaged file); short ones alone must be unopposed.
    fn is_certain(&self) -> bool {
        if self.long > 0 {
            self.mended >= 4 * self.stray
        } else {
            self.mended > 0 && self.stray == 0
        }
    }
}

enum Unit<'a> {
    Ascii(&'a str),
    Char(char),
    Damaged(char),
}

fn walk<'a>(text: &'a str, set: &Set, mut visit: impl FnMut(Unit<'a>)) {
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (before, from) = rest.split_at(ascii);
        if !before.is_empty() {
            visit(Unit::Ascii(before));
        }
        let Some(char) = from.chars().next() else { return };
        let taken = if let Some((damaged, taken)) = set.damaged(from) {
            visit(Unit::Damaged(damaged));
            taken
        } else {
            visit(Unit::Char(char));
            char.len_utf8()
        };
        rest = &from[taken..];
    }
}

fn rewrite(text: &str, set: &Set) -> (String, Option<(Diagnostic, usize)>) {
    let mut mended = String::with_capacity(text.len());
    let (mut count, mut first) = (0, None);
    walk(text, set, |unit| match unit {
        Unit::Ascii(ascii) => mended.push_str(ascii),
        Unit::Char(char) => mended.push(char),
        Unit::Damaged(char) => {
            first.get_or_insert(mended.len());
            count += 1;
            mended.push(char);
        }
    });
    let message = format!(
        "{count} damaged {} mended (UTF-8 that was read as {})",
        if count == 1 { "character was" } else { "characters were" },
        set.name
    );
    let finding = Diagnostic::warning(DiagnosticKind::Mojibake, message)
        .hint("open the file as UTF-8 where it comes from and save it again");
    (mended, first.map(|offset| (finding, offset)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` as a program shows it that takes its UTF-8 for `encoding`.
    fn damage(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn damage_by_either_set_is_mended() {
        let text = "a → b ✅ “ja” — 🚀 é ü …";
        for encoding in [MACINTOSH, WINDOWS_1252] {
            let (mended, finding) = mend(damage(text, encoding));
            assert_eq!(mended, text);
            let (finding, offset) = finding.expect("a warning");
            assert!(
                finding.message.starts_with("9 damaged characters"),
                "{}",
                finding.message
            );
            assert_eq!(offset, 2);
        }
    }

    #[test]
    fn single_damaged_letters_are_mended_where_nothing_speaks_against_it() {
        assert_eq!(mend("CafÃ© au lait".into()).0, "Café au lait");
        assert_eq!(mend("Caf√© au lait".into()).0, "Café au lait");
    }

    #[test]
    fn latin_1_with_its_control_characters_is_mended() {
        assert_eq!(mend("it\u{e2}\u{80}\u{99}s".into()).0, "it’s");
    }

    #[test]
    fn good_text_is_never_touched() {
        for text in [
            "L’été à l’école : « ça va ? » — l’âme, l’œuvre, où, naïve, aiguë, ÉTÉ, ÎLE…",
            "„Übung“ ‚Übung‘ »Ähnlich« Größe, Öl, ÄÖÜ, süß, für ö und ü, Übergröße",
            "NÃO, SÃO, AÇÕES, ÂNGULO, «Â», ação, coração, Ê É À",
            "«Â»",
            "Tiếng Việt: Ấn tượng, Đường, Ỷ lại, ƠN, Ưu điểm; ÂÊÔ ĂÂÊ",
            "Ελληνικά: Ερώτηση; «Άλφα» — ύψος, ΐ, ΰ",
            "Příliš žluťoučký kůň, ÚPĚL ďábelské ódy; żółć, ĄĆĘŁŃÓŚŹŻ",
            "日本語の文。「引用」…→✅ 한국어 中文",
            "10 µm ± 2 °C, ½ ¼, x² ≤ y³, 5 €, 3 £, §4, ©2024, naïve – “so” ‘it’ • ¶ ∞ √2 ≈ 1.41",
            "Íslenska: Ísjaki, Þór, æðislegur; Ŷ Ÿ ÿ",
        ] {
            let (after, finding) = mend(text.to_owned());
            assert_eq!(after, text);
            assert!(finding.is_none());
        }
    }

    #[test]
    fn text_about_mojibake_is_left_alone() {
        let text = "The dash “—” turns into “â€”, and “é” into “Ã©”.";
        assert_eq!(mend(text.to_owned()).0, text);
    }
}
