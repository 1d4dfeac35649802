//! Mathematical alphanumerics (Unicode, block U+1D400) as plain letters in a style, so that
//! they are set in the text's own face, found by a search and copied as letters.

use super::tree::Face;

/// The first letter of each alphabet of capitals and small letters, and its style.
const LATIN: [(u32, Face); 8] = [
    (0x1d400, Face::new(true, false)),
    (0x1d434, Face::new(false, true)),
    (0x1d468, Face::new(true, true)),
    (0x1d5a0, Face::new(false, false)),
    (0x1d5d4, Face::new(true, false)),
    (0x1d608, Face::new(false, true)),
    (0x1d63c, Face::new(true, true)),
    (0x1d670, Face::new(false, false)),
];
const GREEK: [(u32, Face); 5] = [
    (0x1d6a8, Face::new(true, false)),
    (0x1d6e2, Face::new(false, true)),
    (0x1d71c, Face::new(true, true)),
    (0x1d756, Face::new(true, false)),
    (0x1d790, Face::new(true, true)),
];
/// Bold, sans, bold sans, monospaced. Double-struck digits stay as they are.
const DIGITS: [(u32, Face); 4] = [
    (0x1d7ce, Face::new(true, false)),
    (0x1d7e2, Face::new(false, false)),
    (0x1d7ec, Face::new(true, false)),
    (0x1d7f6, Face::new(false, false)),
];

/// What is behind the 50 capitals and small letters of a Greek alphabet.
const GREEK_SIGNS: [char; 8] = ['∂', 'ϵ', 'ϑ', 'ϰ', 'ϕ', 'ϱ', 'ϖ', '∇'];

/// The plain letter of a styled one, and the style; nothing where there is no plain one that
/// says the same, as for double-struck and script letters.
pub(super) fn plain(c: char) -> Option<(char, Face)> {
    let code = u32::from(c);
    let offset = |&(first, face): &(u32, Face), count: u32| {
        (first..first + count).contains(&code).then(|| (code - first, face))
    };
    if let Some((n, face)) = LATIN.iter().find_map(|one| offset(one, 52)) {
        let base = if n < 26 { u32::from('A') + n } else { u32::from('a') + n - 26 };
        return Some((char::from_u32(base)?, face));
    }
    if let Some((n, face)) = DIGITS.iter().find_map(|one| offset(one, 10)) {
        return Some((char::from_u32(u32::from('0') + n)?, face));
    }
    let (n, face) = GREEK.iter().find_map(|one| offset(one, 58))?;
    let letter = match n {
        // The theta symbol stands where the final sigma is among capitals.
        17 => 'ϴ',
        0..=24 => char::from_u32(u32::from('Α') + n)?,
        25 => '∇',
        26..=50 => char::from_u32(u32::from('α') + n - 26)?,
        _ => GREEK_SIGNS[n as usize - 51],
    };
    Some((letter, face))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styled_letters_are_plain_letters_in_a_style() {
        let bold = Face::new(true, false);
        for (styled, letter, face) in [
            ('𝐀', 'A', bold),
            ('𝐱', 'x', bold),
            ('𝟏', '1', bold),
            ('𝑎', 'a', Face::new(false, true)),
            ('𝗑', 'x', Face::new(false, false)),
            ('𝚢', 'y', Face::new(false, false)),
            ('𝜽', 'θ', Face::new(true, true)),
            ('𝛁', '∇', bold),
            ('𝝏', '∂', Face::new(true, true)),
        ] {
            assert_eq!(plain(styled), Some((letter, face)), "{styled}");
        }
        for kept in ['x', 'ℝ', '𝔼', '𝒜', 'ℒ', '𝔤'] {
            assert_eq!(plain(kept), None, "{kept}");
        }
    }
}
