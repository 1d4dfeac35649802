//! Faces, their metrics, and the set of them that a job may use.
//!
//! A [`Face`] is one font program with the few figures that layout and the PDF need. A
//! [`FontSet`] holds the faces at hand and answers which of them shows a character in a
//! [`Style`]: the style's own face, else a face of the bundle's fallbacks, else one that
//! the user named, else one of the system's, which is looked for by `search`.
//!
//! Architecture invariant: nothing here shapes or measures text.

mod bundle;
mod family;
mod math;
mod search;
mod set;

use std::fmt;

use harfrust::font::Blob;
use harfrust::font::metrics::LineBox;
use harfrust::{Font, ShaperFont};
use read_fonts::TableProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::units::Em;

pub(crate) use bundle::{bundled_files, bundled_styles};
pub(crate) use math::{Axis, Corner, Grown, MathConstant, MathFace};
pub use set::FontSet;

/// A face of the font set, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// What a piece of text asks of its face.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// Text or code.
    pub family: Family,
    /// How heavy.
    pub weight: Weight,
    /// Whether slanted.
    pub italic: bool,
}

/// The families of the bundle.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Proportional, for reading.
    #[default]
    Text,
    /// Fixed pitch.
    Code,
}

/// The weights of the bundle.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

/// A font program and what is known of it.
#[derive(Clone)]
pub struct Face {
    name: String,
    font: Font,
    data: Blob,
    index: u32,
    metrics: FaceMetrics,
}

/// Figures of a face, in font units unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaceMetrics {
    /// Font units to the em.
    pub units_per_em: u16,
    /// Top of the line box, above the baseline.
    pub ascender: i16,
    /// Bottom of the line box; negative below the baseline.
    pub descender: i16,
    /// Height of a lower-case x.
    pub x_height: i16,
    /// Height of a capital H.
    pub cap_height: i16,
    /// Left, bottom, right, top of all glyphs together.
    pub bounds: [i16; 4],
    /// Degrees counter-clockwise from the vertical, times 65,536.
    pub italic_angle: i32,
    /// 100 to 900.
    pub weight: u16,
    /// Whether all glyphs are equally wide.
    pub monospaced: bool,
    /// Whether the outlines are PostScript's (CFF), not TrueType's.
    pub postscript_outlines: bool,
}

impl Face {
    /// Reads a face; `index` counts the faces of a collection.
    ///
    /// Gives none if the data is no usable font program, or if its licence bits forbid
    /// embedding (OpenType 1.9, OS/2 `fsType` bit 1).
    pub fn new(data: impl Into<Blob>, index: u32) -> Option<Self> {
        let data = data.into();
        let font = Font::new(data.clone(), index)?;
        let tables = font.tables();
        let os2 = tables.os2().ok();
        if os2.as_ref().is_some_and(|os2| os2.fs_type() & 0xf == 2) {
            return None;
        }
        let general = font.metrics();
        let style = font.style_metrics();
        let line = general.hhea_line.or(general.typo_line).unwrap_or(LineBox::default());
        let em = general.units_per_em;
        let units = |part: i32, of: i32| (i32::from(em) * part / of) as i16;
        let bounds = general.bounds;
        let metrics = FaceMetrics {
            units_per_em: em,
            ascender: line.ascender.to_i32() as i16,
            descender: line.descender.to_i32() as i16,
            x_height: general.x_height.map_or(units(1, 2), |h| h.to_i32() as i16),
            cap_height: general.cap_height.map_or(units(7, 10), |h| h.to_i32() as i16),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|edge| edge.to_i32() as i16),
            italic_angle: style.italic_angle.map_or(0, read_fonts::types::Fixed::to_bits),
            weight: os2.map_or(400, |os2| os2.us_weight_class()),
            monospaced: style.is_fixed_pitch.unwrap_or(false),
            postscript_outlines: tables.cff().is_ok() || tables.cff2().is_ok(),
        };
        if em == 0 || font.num_glyphs() == 0 || font.num_glyphs() > 0x1_0000 {
            return None;
        }
        let name = postscript_name(&font)?;
        Some(Self { name, font, data, index, metrics })
    }

    /// The PostScript name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The font program's file.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// Which face of that file.
    pub const fn index(&self) -> u32 {
        self.index
    }

    /// The figures.
    pub const fn metrics(&self) -> &FaceMetrics {
        &self.metrics
    }

    /// The face prepared for shaping.
    pub fn shaper(&self) -> ShaperFont<'_, 'static> {
        ShaperFont::new(&self.font)
    }

    /// The glyph that shows a character.
    pub fn glyph(&self, c: char) -> Option<u16> {
        let glyph = self.font.charmap().map_unicode(c)?.to_u32();
        u16::try_from(glyph).ok().filter(|&glyph| glyph != 0)
    }

    /// A glyph's advance, in font units.
    pub fn advance(&self, glyph: u16) -> i32 {
        let glyph = harfrust::GlyphId::new(u32::from(glyph));
        self.font.glyph_metrics().h_advance_exact(glyph).to_i32()
    }

    /// The edges of a glyph's outline, in font units: left, bottom, right, top; none where
    /// it has no outline.
    pub fn bounds(&self, glyph: u16) -> Option<[i32; 4]> {
        let font = FontRef::from_index(&self.data, self.index).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let bounds = metrics.bounds(GlyphId::from(glyph))?;
        Some([bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|n| n as i32))
    }

    /// Font units as parts of the em.
    pub const fn em(&self, units: i32) -> Em {
        Em::from_units(units as i64, self.metrics.units_per_em as i64)
    }

    /// The height of a lower-case x.
    pub const fn x_height(&self) -> Em {
        self.em(self.metrics.x_height as i32)
    }

    /// The height of a capital H.
    pub const fn cap_height(&self) -> Em {
        self.em(self.metrics.cap_height as i32)
    }
}

/// The PostScript name in characters that a PDF name takes unescaped.
fn postscript_name(font: &Font) -> Option<String> {
    use read_fonts::types::NameId;
    let names = font.names();
    let read =
        |id| names.get(id)?.english_or_first().map(|name| name.name().chars().collect());
    let name: String =
        read(NameId::POSTSCRIPT_NAME).or_else(|| read(NameId::FULL_NAME))?;
    let plain: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(63)
        .collect();
    (!plain.is_empty()).then_some(plain)
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("name", &self.name).finish_non_exhaustive()
    }
}
