//! Words of programs, told apart.
//!
//! A book does not know what it is read on: paper white, sepia, grey or black. So no word has a
//! colour of its own, but a mixture of a hue and of the colour that all text is shown in
//! (CSS Color 5, section 3), which stands out wherever that does. A reader that mixes no colours
//! passes the declaration over, and still shows weight and slant. It is the colour that letters
//! are filled with (Compatibility Standard, section 5.2), since Chromium (156) does not mix `color`
//! anew where a page turns from day to night while it is open.

use std::fmt::Write as _;

use crate::code::{Kind, pieces};

use super::options::CodeLook;
use super::text::Text;
use super::xml::Xml;

/// How much of a mixture is the colour of the text around, in hundredths: enough to stand out from dark
/// grey as from white, and little enough that hues are told apart.
const OF_TEXT: u8 = 40;

impl Text<'_> {
    /// A program in pieces.
    pub(super) fn program_text(&mut self, language: Option<&str>, code: &str) {
        let look = self.book.code_look;
        if look == CodeLook::Plain {
            return self.text(code);
        }
        for piece in pieces(language, code) {
            let Some(kind) = piece.kind else {
                self.text(piece.text);
                continue;
            };
            self.markup().facts.emphases += usize::from(kind == Kind::Comment);
            match look {
                CodeLook::Inline(hues) => {
                    let style = declarations(kind, hues, "");
                    self.leaf("span", &[("style", &style)], piece.text);
                }
                _ => self.leaf("span", &[("class", class(kind))], piece.text),
            }
        }
    }
}

/// What a style sheet says about words of programs in these hues.
pub(super) fn rules(hues: [[u8; 3]; 5]) -> String {
    let mut rules = String::new();
    for kind in Kind::ALL {
        let (class, declarations) = (class(kind), declarations(kind, hues, " "));
        writeln!(rules, ".{class} {{ {declarations}; }}")
            .expect("writing to memory does not fail");
    }
    rules
}

const fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Keyword => "word",
        Kind::String => "string",
        Kind::Comment => "remark",
        Kind::Number => "figure",
        Kind::Name => "name",
    }
}

/// Weight, slant and colour, with `space` behind signs.
fn declarations(kind: Kind, hues: [[u8; 3]; 5], space: &str) -> String {
    let shape = match kind {
        Kind::Keyword => format!("font-weight:{space}bold;{space}"),
        Kind::Comment => format!("font-style:{space}italic;{space}"),
        Kind::String | Kind::Number | Kind::Name => String::new(),
    };
    let [red, green, blue] = hues[kind as usize];
    format!(
        "{shape}-webkit-text-fill-color:{space}color-mix(in srgb,{space}currentColor {OF_TEXT}%,{space}\
         #{red:02x}{green:02x}{blue:02x})"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Color, Theme, contrast};

    /// What text is shown in, and on what: by day, on sepia, on black, in the night of Anki and
    /// of other programs.
    const READERS: [(u32, u32); 6] = [
        (0x00_0000, 0xff_ffff),
        (0x21_2121, 0xfa_fafa),
        (0x5b_4636, 0xf4_ecd8),
        (0xff_ffff, 0x00_0000),
        (0xff_ffff, 0x2c_2c2c),
        (0xfc_fcfc, 0x36_3636),
    ];

    #[test]
    fn words_stand_out_wherever_text_does() {
        for [red, green, blue] in Theme::default().code_hues() {
            for (ink, ground) in READERS {
                let [ink, ground] = [ink, ground].map(Color::rgb);
                let mixed = |ink: u8, hue: u8| {
                    let [ink, hue] = [ink, hue].map(u32::from);
                    (ink * u32::from(OF_TEXT) + hue * (100 - u32::from(OF_TEXT))) / 100
                };
                let rgb = mixed(ink.r, red) << 16
                    | mixed(ink.g, green) << 8
                    | mixed(ink.b, blue);
                let has = contrast(Color::rgb(rgb), ground);
                assert!(
                    has >= 4.5,
                    "{red:02x}{green:02x}{blue:02x} {ink} on {ground}: {has}"
                );
            }
        }
    }

    #[test]
    fn what_is_said_of_a_kind_is_said_once() {
        let rules = rules([[1, 2, 3]; 5]);
        assert_eq!(rules.lines().count(), 5);
        assert!(rules.starts_with(
            ".word { font-weight: bold; -webkit-text-fill-color: \
             color-mix(in srgb, currentColor 40%, #010203); }"
        ));
    }
}
