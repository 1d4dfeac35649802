//! Mathematical alphanumerics (Unicode, block U+1D400) as plain letters in a style, so that
//! they are set in the text's own font, found by a search and copied as letters.

/// How letters are drawn.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LetterStyle {
    /// Heavier than the text around.
    pub bold: bool,
    /// Slanted, as variables are.
    pub italic: bool,
}

impl LetterStyle {
    pub(super) const fn new(bold: bool, italic: bool) -> Self {
        Self { bold, italic }
    }
}

/// The first letter of each alphabet of capitals and small letters, and its style.
const LATIN: [(u32, LetterStyle); 8] = [
    (0x1d400, LetterStyle::new(true, false)),
    (0x1d434, LetterStyle::new(false, true)),
    (0x1d468, LetterStyle::new(true, true)),
    (0x1d5a0, LetterStyle::new(false, false)),
    (0x1d5d4, LetterStyle::new(true, false)),
    (0x1d608, LetterStyle::new(false, true)),
    (0x1d63c, LetterStyle::new(true, true)),
    (0x1d670, LetterStyle::new(false, false)),
];
const GREEK: [(u32, LetterStyle); 5] = [
    (0x1d6a8, LetterStyle::new(true, false)),
    (0x1d6e2, LetterStyle::new(false, true)),
    (0x1d71c, LetterStyle::new(true, true)),
    (0x1d756, LetterStyle::new(true, false)),
    (0x1d790, LetterStyle::new(true, true)),
];
/// Bold, sans, bold sans, monospaced. Double-struck digits stay as they are.
const DIGITS: [(u32, LetterStyle); 4] = [
    (0x1d7ce, LetterStyle::new(true, false)),
    (0x1d7e2, LetterStyle::new(false, false)),
    (0x1d7ec, LetterStyle::new(true, false)),
    (0x1d7f6, LetterStyle::new(false, false)),
];

/// What is behind the 50 capitals and small letters of a Greek alphabet.
const GREEK_SIGNS: [char; 8] = ['∂', 'ϵ', 'ϑ', 'ϰ', 'ϕ', 'ϱ', 'ϖ', '∇'];

/// The plain letter of a styled one, and the style; nothing where there is no plain one that
/// says the same, as for double-struck and script letters.
pub(crate) fn plain(c: char) -> Option<(char, LetterStyle)> {
    let code = u32::from(c);
    let offset = |&(first, style): &(u32, LetterStyle), count: u32| {
        (first..first + count).contains(&code).then(|| (code - first, style))
    };
    if let Some((n, style)) = LATIN.iter().find_map(|one| offset(one, 52)) {
        let base = if n < 26 { u32::from('A') + n } else { u32::from('a') + n - 26 };
        return Some((char::from_u32(base)?, style));
    }
    if let Some((n, style)) = DIGITS.iter().find_map(|one| offset(one, 10)) {
        return Some((char::from_u32(u32::from('0') + n)?, style));
    }
    let (n, style) = GREEK.iter().find_map(|one| offset(one, 58))?;
    let letter = match n {
        // The theta symbol stands where the final sigma is among capitals.
        17 => 'ϴ',
        0..=24 => char::from_u32(u32::from('Α') + n)?,
        25 => '∇',
        26..=50 => char::from_u32(u32::from('α') + n - 26)?,
        _ => GREEK_SIGNS[n as usize - 51],
    };
    Some((letter, style))
}

/// Letters as plain ones, and the style that all of them are in; a variable is slanted.
pub(super) fn letters(text: &str, upright: bool) -> (String, LetterStyle) {
    let one = text.chars().count() == 1;
    let variable = one && !upright && text.chars().all(char::is_alphabetic);
    styled(text, LetterStyle::new(false, variable))
}

/// Plain letters and the style that all of them are in; `own` where they have none.
pub(super) fn styled(text: &str, own: LetterStyle) -> (String, LetterStyle) {
    let mut style = own;
    // Selectors of a script's style say nothing to a font of text.
    let shown = text.chars().filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}'));
    let text = shown.map(|c| match plain(c) {
        Some((letter, its)) => {
            style = its;
            letter
        }
        None if plain_is_upright(c) => {
            style.italic = false;
            c
        }
        None => c,
    });
    let text = text.collect();
    (text, style)
}

/// Letters that are a style of their own, such as `ℝ`, and signs that are no letters.
fn plain_is_upright(c: char) -> bool {
    matches!(c, '\u{2100}'..='\u{214f}' | '\u{1d400}'..='\u{1d7ff}' | '∞' | '∅')
        && !matches!(c, 'ℎ' | 'ℏ' | 'ℓ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styled_letters_are_plain_letters_in_a_style() {
        let bold = LetterStyle::new(true, false);
        for (styled, letter, style) in [
            ('𝐀', 'A', bold),
            ('𝐱', 'x', bold),
            ('𝟏', '1', bold),
            ('𝑎', 'a', LetterStyle::new(false, true)),
            ('𝗑', 'x', LetterStyle::new(false, false)),
            ('𝚢', 'y', LetterStyle::new(false, false)),
            ('𝜽', 'θ', LetterStyle::new(true, true)),
            ('𝛁', '∇', bold),
            ('𝝏', '∂', LetterStyle::new(true, true)),
        ] {
            assert_eq!(plain(styled), Some((letter, style)), "{styled}");
        }
        for kept in ['x', 'ℝ', '𝔼', '𝒜', 'ℒ', '𝔤'] {
            assert_eq!(plain(kept), None, "{kept}");
        }
    }
}
