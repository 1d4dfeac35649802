//! What a face for formulas says of its glyphs: the table `MATH` of OpenType.
//!
//! All figures are font units, as the table has them.

use read_fonts::TableProvider;
use read_fonts::tables::gsub::{
    AlternateSubst, AlternateSubstFormat1, SubstitutionSubtables,
};
use read_fonts::tables::math::{
    MathConstants, MathGlyphInfo, MathItalicsCorrectionInfo, MathKernInfo,
    MathTopAccentAttachment, MathVariants,
};
use read_fonts::types::Tag;
use skrifa::charmap::{Charmap, MapVariant};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::Face;

pub(crate) use read_fonts::tables::math::{
    MathConstant, MathKernCorner as Corner, StretchAxis as Axis,
};

/// As many parts as a glyph is put together of, at most: what grows beyond them stays as it is.
const MOST_PARTS: i32 = 400;

/// A face with a table for formulas.
pub(crate) struct MathFace<'a> {
    constants: MathConstants<'a>,
    info: Option<MathGlyphInfo<'a>>,
    italics: Option<MathItalicsCorrectionInfo<'a>>,
    accents: Option<MathTopAccentAttachment<'a>>,
    kerns: Option<MathKernInfo<'a>>,
    variants: Option<MathVariants<'a>>,
    small: Vec<AlternateSubstFormat1<'a>>,
    charmap: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
}

/// A glyph, or several that look like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grown {
    /// The glyphs, and where each begins along the axis.
    pub glyphs: Vec<(u16, i32)>,
    /// How long it is along the axis.
    pub length: i32,
    /// Its italic correction.
    pub italics: i32,
}

impl<'a> MathFace<'a> {
    /// What a face says; nothing where it has no such table.
    pub(crate) fn of(face: &'a Face) -> Option<Self> {
        let font = FontRef::from_index(face.data(), face.index()).ok()?;
        let table = font.math().ok()?;
        let info = table.math_glyph_info().ok();
        let part = info.as_ref();
        Some(Self {
            constants: table.math_constants().ok()?,
            italics: part.and_then(|info| info.math_italics_correction_info()?.ok()),
            accents: part.and_then(|info| info.math_top_accent_attachment()?.ok()),
            kerns: part.and_then(|info| info.math_kern_info()?.ok()),
            variants: table.math_variants().ok(),
            small: small(&font).unwrap_or_default(),
            charmap: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            info,
        })
    }

    /// A constant.
    pub(crate) fn constant(&self, constant: MathConstant) -> i32 {
        self.constants.constant(constant)
    }

    /// The glyph of a character, in the style that a selector behind it asks for.
    pub(crate) fn glyph(&self, c: char, selector: Option<char>) -> Option<u16> {
        let plain = || self.charmap.map(c);
        let glyph = match selector.and_then(|with| self.charmap.map_variant(c, with)) {
            Some(MapVariant::Variant(glyph)) => Some(glyph),
            _ => plain(),
        };
        let glyph = u16::try_from(glyph?.to_u32()).ok()?;
        (glyph != 0).then_some(glyph)
    }

    /// The glyph as it is drawn for a script, or a script of a script.
    pub(crate) fn small(&self, glyph: u16, level: u8) -> u16 {
        let found = self.small.iter().find_map(|table| {
            let place = table.coverage().ok()?.get(GlyphId::from(glyph))?;
            let set = table.alternate_sets().get(place as usize).ok()?;
            let alternates = set.alternate_glyph_ids();
            let wanted = usize::from(level).checked_sub(1)?;
            alternates
                .get(wanted)
                .or_else(|| alternates.last())
                .map(|id| id.get().to_u16())
        });
        found.unwrap_or(glyph)
    }

    /// How far the next glyph is from this one's origin.
    pub(crate) fn advance(&self, glyph: u16) -> i32 {
        self.metrics.advance_width(GlyphId::from(glyph)).map_or(0, |width| width as i32)
    }

    /// Left, bottom, right, top of what is drawn.
    pub(crate) fn bounds(&self, glyph: u16) -> [i32; 4] {
        let bounds = self.metrics.bounds(GlyphId::from(glyph)).unwrap_or_default();
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| edge as i32)
    }

    /// How far a slanted glyph reaches beyond its width.
    pub(crate) fn italics(&self, glyph: u16) -> i32 {
        let found =
            self.italics.as_ref().and_then(|i| i.correction(GlyphId::from(glyph)));
        found.unwrap_or_default()
    }

    /// Where the middle of an accent stands over a glyph.
    pub(crate) fn accent(&self, glyph: u16) -> Option<i32> {
        self.accents.as_ref()?.attachment(GlyphId::from(glyph))
    }

    /// How much nearer a script comes at a height.
    pub(crate) fn kern(&self, glyph: u16, corner: Corner, height: i32) -> i32 {
        let kern = self.kerns.as_ref().and_then(|k| k.kern(GlyphId::from(glyph), corner));
        kern.and_then(|kern| kern.kerning(height)).unwrap_or_default()
    }

    /// Whether scripts stand by the glyph's own height.
    pub(crate) fn is_extended(&self, glyph: u16) -> bool {
        self.info
            .as_ref()
            .is_some_and(|info| info.is_extended_shape(GlyphId::from(glyph)))
    }

    /// The first form of a glyph that is as long as wanted along an axis: a glyph, else one of
    /// parts, else the longest there is.
    pub(crate) fn grown(&self, glyph: u16, axis: Axis, wanted: i32) -> Grown {
        let one = |glyph| {
            let [left, bottom, right, top] = self.bounds(glyph);
            let length = if axis == Axis::Vertical { top - bottom } else { right - left };
            Grown { glyphs: vec![(glyph, 0)], length, italics: self.italics(glyph) }
        };
        let own = one(glyph);
        if own.length >= wanted {
            return own;
        }
        let Some(variants) = self.variants.as_ref() else { return own };
        let Some(construction) = variants.glyph_construction(GlyphId::from(glyph), axis)
        else {
            return own;
        };
        let records = construction.math_glyph_variant_records();
        let large = records
            .iter()
            .find(|one| i32::from(one.advance_measurement().to_u16()) >= wanted);
        if let Some(large) = large {
            return one(large.variant_glyph().to_u16());
        }
        if let Some(Ok(assembly)) = construction.glyph_assembly() {
            let overlap = i32::from(variants.min_connector_overlap().to_u16());
            let parts: Vec<Part> = assembly.part_records().iter().map(Part::of).collect();
            if let Some((glyphs, length)) = assembled(&parts, overlap, wanted) {
                let italics = i32::from(assembly.italics_correction().value().to_i16());
                return Grown { glyphs, length, italics };
            }
        }
        records.last().map_or(own, |last| one(last.variant_glyph().to_u16()))
    }

    /// The last form that is no longer than wanted along an axis.
    pub(crate) fn within(&self, glyph: u16, axis: Axis, wanted: i32) -> u16 {
        let variants = self.variants.as_ref();
        let construction =
            variants.and_then(|v| v.glyph_construction(GlyphId::from(glyph), axis));
        let Some(construction) = construction else { return glyph };
        let records = construction.math_glyph_variant_records().iter();
        let fits = |length: u16| i32::from(length) <= wanted;
        let last =
            records.take_while(|one| fits(one.advance_measurement().to_u16())).last();
        last.map_or(glyph, |one| one.variant_glyph().to_u16())
    }
}

/// The tables of glyphs for scripts.
fn small<'a>(font: &FontRef<'a>) -> Option<Vec<AlternateSubstFormat1<'a>>> {
    let gsub = font.gsub().ok()?;
    let (features, lookups) = (gsub.feature_list().ok()?, gsub.lookup_list().ok()?);
    let records = features.feature_records();
    let record = records.iter().find(|one| one.feature_tag() == Tag::new(b"ssty"))?;
    let feature = record.feature(features.offset_data()).ok()?;
    let mut tables = Vec::new();
    for index in feature.lookup_list_indices() {
        let lookup = lookups.lookups().get(usize::from(index.get())).ok()?;
        if let SubstitutionSubtables::Alternate(subtables) = lookup.subtables().ok()? {
            tables.extend(subtables.iter().filter_map(|table| match table.ok()? {
                AlternateSubst::Format1(table) => Some(table),
                AlternateSubst::Format2(_) => None,
            }));
        }
    }
    Some(tables)
}

/// A part of a glyph that is put together.
#[derive(Debug, Clone, Copy)]
struct Part {
    glyph: u16,
    /// What its beginning and its end may lie over the parts beside it.
    start: i32,
    end: i32,
    length: i32,
    /// Whether there may be several of it, or none.
    repeats: bool,
}

impl Part {
    fn of(record: &read_fonts::tables::math::GlyphPartRecord) -> Self {
        use read_fonts::tables::math::PartFlags;
        Self {
            glyph: record.glyph_id().to_u16(),
            start: i32::from(record.start_connector_length().to_u16()),
            end: i32::from(record.end_connector_length().to_u16()),
            length: i32::from(record.full_advance().to_u16()),
            repeats: record.part_flags().contains(PartFlags::EXTENDER_FLAG),
        }
    }
}

/// Parts as often as needed, and as far over each other as they may be without being shorter
/// than wanted.
fn assembled(
    parts: &[Part],
    overlap: i32,
    wanted: i32,
) -> Option<(Vec<(u16, i32)>, i32)> {
    let sum = |repeats: bool, f: fn(&Part) -> i32| -> i32 {
        parts.iter().filter(|part| part.repeats == repeats).map(f).sum()
    };
    let (fixed, extended) =
        (sum(false, |part| part.length), sum(true, |part| part.length));
    let (fixed_count, repeated_count) = (sum(false, |_| 1), sum(true, |_| 1));
    let grows = extended - overlap * repeated_count;
    let least = fixed - overlap * (fixed_count - 1).max(0);
    let missing = wanted - least;
    let times = match (missing, grows) {
        (..=0, _) | (_, ..=0) => i32::from(fixed_count == 0),
        _ => (missing + grows - 1) / grows,
    };
    if parts.is_empty() || times.saturating_mul(repeated_count) > MOST_PARTS {
        return None;
    }
    let mut line: Vec<Part> = Vec::new();
    for part in parts {
        let count = if part.repeats { times } else { 1 };
        line.extend((0..count).map(|_| *part));
    }
    let joins = line.len().saturating_sub(1) as i32;
    let most = line.windows(2).map(|pair| pair[0].end.min(pair[1].start)).min();
    let longest: i32 = line.iter().map(|part| part.length).sum();
    // As much over each other as makes it as long as wanted, and never less than the least.
    let spare = (longest - wanted).max(0) / joins.max(1);
    let over = spare.min(most.unwrap_or(0)).max(overlap);
    let mut at = 0;
    let mut glyphs = Vec::with_capacity(line.len());
    for part in &line {
        glyphs.push((part.glyph, at));
        at += part.length - over;
    }
    Some((glyphs, at + over))
}
