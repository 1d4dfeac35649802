//! The design's tokens: colours of text and rules, section colours, proportions.
//!
//! Section hues are those of Okabe and Ito (“Color Universal Design”, 2008), which people
//! with any common colour vision tell apart; green and vermilion are darkened so that
//! white figures on them reach a contrast of 4.5. Their order puts neighbours far apart
//! in lightness, so that a greyscale print tells them apart too. All bar tints share a
//! lightness, and so do all band tints.

use crate::units::Em;

/// A colour, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Color {
    /// Black.
    pub const BLACK: Self = Self::rgb(0x00_0000);
    /// White.
    pub const WHITE: Self = Self::rgb(0xff_ffff);

    /// From `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Self {
        Self { r: (hex >> 16) as u8, g: (hex >> 8) as u8, b: hex as u8 }
    }

    /// The grey that is as light (luma of Recommendation ITU-R BT.709, item 3.2), as in
    /// pictures that are made grey.
    #[must_use]
    pub const fn grey(self) -> Self {
        let luma = 2126 * self.r as u32 + 7152 * self.g as u32 + 722 * self.b as u32;
        let grey = (luma / 10_000) as u8;
        Self { r: grey, g: grey, b: grey }
    }
}

/// What a page is printed with.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Inks {
    /// All that the printer has.
    #[default]
    Colours,
    /// Black: colours become shades of grey.
    Black,
}

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
    HUES[ORDER[index % ORDER.len()]]
}

/// Text.
pub(crate) const INK: Color = Color::BLACK;
/// Text that proves or shows, and labels: a contrast of 7 on white.
pub(crate) const QUIET: Color = Color::rgb(0x4a_4a4a);
/// Numbers and bullets of lists, folios: a contrast of 4.8 on white.
pub(crate) const FAINT: Color = Color::rgb(0x6e_6e6e);
/// Behind code.
pub(crate) const CODE_BAND: Color = Color::rgb(0xf0_f0f0);
/// Thin rules.
pub(crate) const RULE: Color = Color::rgb(0xa8_a8a8);

/// Type sizes relative to the body's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scales {
    /// A question's title.
    pub title: Em,
    /// A section's name.
    pub section: Em,
    /// Code, so that its small letters are as high as the text's.
    pub code: Em,
    /// Raised and lowered figures.
    pub script: Em,
}

/// The scales of a cheat sheet and of the back of a card.
pub(crate) const SCALES: Scales = Scales {
    title: Em::thousandths(1120),
    section: Em::thousandths(1180),
    code: Em::thousandths(1012),
    script: Em::thousandths(680),
};

/// From the baseline of one line to the next, relative to the type size.
pub(crate) const LEADING: Em = Em::thousandths(1180);
