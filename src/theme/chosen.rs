//! A theme: the colours and fonts of a person's own, in place of the design's.

use super::color::{Color, Token};
use super::tokens::{
    CODE_BAND, COMMENT, FAINT, Hue, INK, KEYWORD, NAME, NUMBER, QUIET, RULE, STRING,
};
use super::vision::{OF_WORDS, contrast, lab};

/// What pages look like. [`Theme::default`] is the design's own look.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Theme {
    /// The colours of sections, again and again in this order; the design's own if empty.
    pub sections: Vec<Color>,
    /// Text.
    pub ink: Color,
    /// Text that proves or shows, and labels.
    pub quiet: Color,
    /// Numbers and bullets of lists, folios.
    pub faint: Color,
    /// Thin rules.
    pub rule: Color,
    /// Behind code.
    pub code: Color,
    /// Keywords of programs.
    pub keyword: Color,
    /// Text in quotes of programs.
    pub string: Color,
    /// Remarks of programs.
    pub comment: Color,
    /// Numbers of programs, and words for constants.
    pub number: Color,
    /// Names of programs, where they are made.
    pub name: Color,
    /// Whether the words of programs have colours, weights and slants by what they are.
    pub code_colours: bool,
    /// Whether tints stand behind names of sections, sentences to remember, and code.
    pub bands: bool,
    /// The family that text is set in, for
    /// [`FontSet::use_family`](crate::product::FontSet::use_family); the bundle's if none.
    pub text_font: Option<String>,
    /// The family that code is set in, likewise.
    pub code_font: Option<String>,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            sections: Vec::new(),
            ink: INK,
            quiet: QUIET,
            faint: FAINT,
            rule: RULE,
            code: CODE_BAND,
            keyword: KEYWORD,
            string: STRING,
            comment: COMMENT,
            number: NUMBER,
            name: NAME,
            code_colours: true,
            bands: true,
            text_font: None,
            code_font: None,
        }
    }
}

/// The lightness of all bars and of all bands, the part of a section's chroma that they have,
/// and the most of it: tints behind words stay tints.
const BAR: (f64, f64, f64) = (88.0, 0.3, 24.0);
const BAND: (f64, f64, f64) = (92.2, 0.2, 15.0);

impl Theme {
    /// The colours of a section of such a solid. Figures on it are of the ink or white,
    /// whichever stands out more.
    pub(super) fn hue(&self, solid: Color) -> Hue {
        let seen = lab(solid);
        let tint = |(l, part, most)| seen.at(l, part, most);
        let white = contrast(solid, Color::WHITE) >= contrast(solid, self.ink);
        let on_solid = if white { Color::WHITE } else { self.ink };
        Hue { solid, on_solid, bar: tint(BAR), band: tint(BAND) }
    }

    /// The colours in which the design's are drawn; nothing where they are the same.
    pub(crate) fn palette(&self) -> Option<Palette<'_>> {
        if *self == Self::default() {
            return None;
        }
        let hues = self.sections.iter().map(|solid| self.hue(*solid)).collect();
        Some(Palette { theme: self, hues })
    }

    /// A colour of words of programs, darker where it is the design's own and what stands behind
    /// code is a person's, on which it could not be read.
    fn on_code(&self, color: Color) -> Color {
        let ground = if self.bands { self.code } else { Color::WHITE };
        if contrast(color, ground) >= OF_WORDS {
            return color;
        }
        let seen = lab(color);
        let levels = (0..seen.l as i32).rev().map(|l| seen.at(f64::from(l), 1.0, 200.0));
        let fit = levels.into_iter().find(|color| contrast(*color, ground) >= OF_WORDS);
        fit.unwrap_or(self.ink)
    }

    /// Hues of words of programs in the order of its fields, as light as what stands out from white and from
    /// black alike, to be mixed with whatever a text is shown in.
    pub(crate) fn code_hues(&self) -> [[u8; 3]; 5] {
        let inks = [self.keyword, self.string, self.comment, self.number, self.name];
        inks.map(|ink| {
            let Color { r, g, b, .. } = lab(ink).at(MIDDLE, 1.0, 200.0);
            [r, g, b]
        })
    }

    /// The sections' colours so that each stands out from white and from black by 3 to 1 or
    /// more (WCAG 2.2, criterion 1.4.11), as in a book that is read by day and by night; none
    /// where they are the design's own.
    pub(crate) fn accents(&self) -> Option<Vec<[u8; 3]>> {
        let accent = |solid: &Color| {
            let seen = lab(*solid);
            let Color { r, g, b, .. } = seen.at(seen.l.clamp(38.5, 61.0), 1.0, 200.0);
            [r, g, b]
        };
        let accents: Vec<_> = self.sections.iter().map(accent).collect();
        (!accents.is_empty()).then_some(accents)
    }
}

/// The lightness (L*) that has a contrast of 4.5 with white and with black.
const MIDDLE: f64 = 49.5;

/// A theme, with the colours of its sections.
pub(crate) struct Palette<'a> {
    theme: &'a Theme,
    hues: Vec<Hue>,
}

impl Palette<'_> {
    /// What a colour of the design is drawn in; nothing where it is not drawn.
    pub(crate) fn color(&self, color: Color) -> Option<Color> {
        let Some(token) = color.token() else { return Some(color) };
        let tint = matches!(token, Token::Code | Token::Bar(_) | Token::Band(_));
        if tint && !self.theme.bands {
            return None;
        }
        Some(match token {
            Token::Text => self.theme.ink,
            Token::Quiet => self.theme.quiet,
            Token::Faint => self.theme.faint,
            Token::Rule => self.theme.rule,
            Token::Code => self.theme.code,
            Token::Keyword => self.theme.on_code(self.theme.keyword),
            Token::String => self.theme.on_code(self.theme.string),
            Token::Comment => self.theme.on_code(self.theme.comment),
            Token::Number => self.theme.on_code(self.theme.number),
            Token::Name => self.theme.on_code(self.theme.name),
            Token::Solid(section) => self.hue(section).map_or(color, |hue| hue.solid),
            Token::OnSolid(section) => {
                self.hue(section).map_or(color, |hue| hue.on_solid)
            }
            Token::Bar(section) => self.hue(section).map_or(color, |hue| hue.bar),
            Token::Band(section) => self.hue(section).map_or(color, |hue| hue.band),
        })
    }

    /// The colours of a section; nothing where they are the design's own.
    fn hue(&self, section: u16) -> Option<&Hue> {
        self.hues.get(usize::from(section).checked_rem(self.hues.len())?)
    }
}

/// A theme with these colours of sections.
#[cfg(test)]
pub(super) fn themed(sections: &[u32]) -> Theme {
    let sections = sections.iter().copied().map(Color::rgb).collect();
    Theme { sections, ..Theme::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::section_hue;

    #[test]
    fn all_bars_share_a_lightness_and_so_do_all_bands() {
        let theme = themed(&[]);
        for hex in [0x00_72b2, 0xff_ff00, 0x80_0000, 0xff_00ff, 0, 0xff_ffff, 0x00_ff00] {
            let hue = theme.hue(Color::rgb(hex));
            assert!((lab(hue.bar).l - 88.0).abs() < 0.5, "{hex:06x} {}", hue.bar);
            assert!((lab(hue.band).l - 92.2).abs() < 0.5, "{hex:06x} {}", hue.band);
            assert!(contrast(hue.on_solid, hue.solid) >= 4.5, "{hex:06x}");
        }
    }

    #[test]
    fn sections_take_the_colours_in_turn() {
        let theme = themed(&[0x11_2233, 0x44_5566, 0x77_8899, 0xaa_bbcc]);
        let palette = theme.palette().expect("a theme");
        for index in 0..20 {
            let color = palette.color(section_hue(index).solid);
            assert_eq!(color, Some(theme.sections[index % 4]), "{index}");
        }
    }

    #[test]
    fn a_theme_changes_what_it_names_and_nothing_else() {
        assert!(Theme::default().palette().is_none());
        let red = Color::rgb(0x70_0000);
        let theme = Theme { ink: red, bands: false, ..Theme::default() };
        let palette = theme.palette().expect("a theme");
        assert_eq!(palette.color(INK), Some(red));
        // Black that is no text, as a line to cut along.
        assert_eq!(palette.color(Color::BLACK), Some(Color::BLACK));
        assert_eq!(palette.color(QUIET), Some(QUIET));
        let hue = section_hue(3);
        assert_eq!(palette.color(hue.solid), Some(hue.solid));
        assert_eq!(palette.color(hue.bar), None);
        assert_eq!(palette.color(CODE_BAND), None);
    }

    #[test]
    fn accents_stand_out_by_day_and_by_night() {
        let theme = themed(&[0, 0xff_ffff, 0xff_ff00, 0x00_0080, 0x00_72b2]);
        for [r, g, b] in theme.accents().expect("accents") {
            let hex = u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b);
            let accent = Color::rgb(hex);
            assert!(contrast(accent, Color::WHITE) >= 3.0, "{accent} on white");
            assert!(contrast(accent, Color::BLACK) >= 3.0, "{accent} on black");
        }
    }
}
