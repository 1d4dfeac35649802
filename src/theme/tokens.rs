//! The design's own colours: of text, of rules, of sections.
//!
//! Section hues are those of Okabe and Ito (“Color Universal Design”, 2008), which people
//! with any common colour vision tell apart; green and vermilion are darkened so that
//! white figures on them reach a contrast of 4.5. Their order puts neighbours far apart
//! in lightness, so that a greyscale print tells them apart too. All bar tints share a
//! lightness, and so do all band tints.

use super::color::{Color, Token};

/// The colours of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hue {
    /// The tag and the spine.
    pub solid: Color,
    /// Figures on the solid.
    pub on_solid: Color,
    /// Behind the section's name and the question's number.
    pub bar: Color,
    /// Behind a sentence to remember.
    pub band: Color,
}

const fn hue(solid: u32, on_solid: Color, bar: u32, band: u32) -> Hue {
    Hue {
        solid: Color::rgb(solid),
        on_solid,
        bar: Color::rgb(bar),
        band: Color::rgb(band),
    }
}

const HUES: [Hue; 7] = [
    hue(0x00_72b2, Color::WHITE, 0xc8_e1ee, 0xda_ebf4),
    hue(0xe6_9f00, Color::BLACK, 0xf5_da9e, 0xf9_e8c4),
    hue(0x00_7a59, Color::WHITE, 0xc8_e3db, 0xda_ede7),
    hue(0x56_b4e9, Color::BLACK, 0xbe_e2f7, 0xd6_ecfa),
    hue(0xbd_4f00, Color::WHITE, 0xf1_d9c7, 0xf6_e6da),
    hue(0xcc_79a7, Color::BLACK, 0xef_d6e4, 0xf5_e4ed),
    hue(0x2b_2b2b, Color::WHITE, 0xdd_dddd, 0xe8_e8e8),
];

/// The order in which sections take the hues, again and again.
const ORDER: [usize; 9] = [0, 1, 2, 3, 4, 5, 6, 3, 2];

/// The colours of the section that stands at `index`, counted from 0.
pub(crate) const fn section_hue(index: usize) -> Hue {
    let Hue { solid, on_solid, bar, band } = HUES[ORDER[index % ORDER.len()]];
    let section = index as u16;
    Hue {
        solid: solid.of(Token::Solid(section)),
        on_solid: on_solid.of(Token::OnSolid(section)),
        bar: bar.of(Token::Bar(section)),
        band: band.of(Token::Band(section)),
    }
}

/// The hues in the order in which sections take them.
pub(super) fn hues() -> impl Iterator<Item = Hue> {
    ORDER.iter().map(|hue| HUES[*hue])
}

/// Text.
pub(crate) const INK: Color = Color::BLACK.of(Token::Text);
/// Text that proves or shows, and labels: a contrast of 7 on white.
pub(crate) const QUIET: Color = Color::rgb(0x4a_4a4a).of(Token::Quiet);
/// Numbers and bullets of lists, folios: a contrast of 4.8 on white.
pub(crate) const FAINT: Color = Color::rgb(0x6e_6e6e).of(Token::Faint);
/// Behind code.
pub(crate) const CODE_BAND: Color = Color::rgb(0xf0_f0f0).of(Token::Code);
/// Words of programs: keywords, text in quotes, remarks, numbers, names where they are made. Each has a
/// contrast of 5.8 or more on what stands behind code, and of 6.6 on white; remarks are grey, since
/// they are slanted besides.
pub(crate) const KEYWORD: Color = Color::rgb(0x0a_4a96).of(Token::Keyword);
pub(crate) const STRING: Color = Color::rgb(0x14_6129).of(Token::String);
pub(crate) const COMMENT: Color = Color::rgb(0x5c_5c5c).of(Token::Comment);
pub(crate) const NUMBER: Color = Color::rgb(0x96_3c00).of(Token::Number);
pub(crate) const NAME: Color = Color::rgb(0x74_308f).of(Token::Name);
/// Thin rules.
pub(crate) const RULE: Color = Color::rgb(0xa8_a8a8).of(Token::Rule);
