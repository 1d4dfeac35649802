//! Colours, and which token of the design each stands for.

use std::fmt;
use std::hash::{Hash, Hasher};

/// A colour, sRGB. Colours are equal that look alike.
#[derive(Clone, Copy)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// What of the design it is, if anything: another [theme](super::Theme) has other colours
    /// for that.
    token: Option<Token>,
}

/// What colours are for. Sections are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Text,
    Quiet,
    Faint,
    Rule,
    Code,
    Keyword,
    String,
    Comment,
    Number,
    Name,
    Solid(u16),
    OnSolid(u16),
    Bar(u16),
    Band(u16),
}

impl Color {
    /// Black.
    pub const BLACK: Self = Self::rgb(0x00_0000);
    /// White.
    pub const WHITE: Self = Self::rgb(0xff_ffff);

    /// From `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Self {
        Self { r: (hex >> 16) as u8, g: (hex >> 8) as u8, b: hex as u8, token: None }
    }

    /// From `#rrggbb` or `#rgb`, in capitals or not; none of anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self::rgb(number)),
            3 => {
                let digit = |at: u32| (number >> at & 0xf) * 0x11;
                Some(Self::rgb(digit(8) << 16 | digit(4) << 8 | digit(0)))
            }
            _ => None,
        }
    }

    /// The grey that is as light (luma of Recommendation ITU-R BT.709, item 3.2), as in
    /// pictures that are made grey.
    #[must_use]
    pub const fn grey(self) -> Self {
        let luma = 2126 * self.r as u32 + 7152 * self.g as u32 + 722 * self.b as u32;
        let grey = (luma / 10_000) as u8;
        Self { r: grey, g: grey, b: grey, token: None }
    }

    pub(crate) const fn of(self, token: Token) -> Self {
        Self { token: Some(token), ..self }
    }

    pub(crate) const fn token(self) -> Option<Token> {
        self.token
    }

    const fn channels(self) -> [u8; 3] {
        [self.r, self.g, self.b]
    }
}

impl PartialEq for Color {
    fn eq(&self, other: &Self) -> bool {
        self.channels() == other.channels()
    }
}

impl Eq for Color {}

impl Hash for Color {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.channels().hash(state);
    }
}

impl fmt::Debug for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { r, g, b, .. } = self;
        f.debug_struct("Color").field("r", r).field("g", g).field("b", b).finish()
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { r, g, b, .. } = self;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}
