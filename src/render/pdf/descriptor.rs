//! Fonts put right: what `printpdf` leaves out of font descriptors or guesses (ISO
//! 32000-1, 9.8), and its character maps, in which the last text of a glyph wins.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::document::thousandths;
use super::fonts::{Subset, Subsets};
use crate::diagnostic::{Error, Result};
use crate::font::{Face, FontSet};

/// Corrects the fonts, which stand in the document under the names of their subsets.
pub(super) fn correct(
    document: &mut Document,
    named: &Dictionary,
    subsets: &Subsets<'_>,
    fonts: &FontSet,
) -> Result<()> {
    for (&id, subset) in subsets {
        let face = fonts.face(id);
        correct_one(document, named, subset, face).ok_or_else(|| Error::Font {
            name: face.name().to_owned(),
            reason: "it was not embedded".into(),
        })?;
    }
    Ok(())
}

fn correct_one(
    document: &mut Document,
    named: &Dictionary,
    subset: &Subset<'_>,
    face: &Face,
) -> Option<()> {
    let font_id = named.get(subset.resource.as_bytes()).ok()?.as_reference().ok()?;
    let font = document.get_dictionary(font_id).ok()?;
    let map_id = font.get(b"ToUnicode").ok()?.as_reference().ok()?;
    let descriptor_id = descriptor_of(font)?;
    let map = Stream::new(Dictionary::new(), subset.to_unicode().into_bytes());
    document.objects.insert(map_id, Object::Stream(map));
    let descriptor = document.get_dictionary_mut(descriptor_id).ok()?;
    describe(descriptor, face);
    Some(())
}

fn descriptor_of(font: &Dictionary) -> Option<ObjectId> {
    let descendants = font.get(b"DescendantFonts").ok()?.as_array().ok()?;
    let descendant = descendants.first()?.as_dict().ok()?;
    descendant.get(b"FontDescriptor").ok()?.as_reference().ok()
}

/// Sets what the face knows better.
fn describe(descriptor: &mut Dictionary, face: &Face) {
    let metrics = face.metrics();
    let slanted = metrics.italic_angle != 0;
    // Symbolic: the glyphs are not those of the standard Latin set, and their codes are
    // their numbers (Table 123).
    let flags = i64::from(metrics.monospaced) | 1 << 2 | i64::from(slanted) << 6;
    descriptor.set("Flags", flags);
    descriptor
        .set("ItalicAngle", i64::from(metrics.italic_angle.saturating_add(0x8000) >> 16));
    for (key, height) in
        [("CapHeight", metrics.cap_height), ("XHeight", metrics.x_height)]
    {
        descriptor.set(key, i64::from(thousandths(face, height)));
    }
    descriptor.set("StemV", stem(metrics.weight));
}

/// How thick the stems of a weight are, in thousandths of the em. No table of a font
/// says it; this is the usual estimate.
fn stem(weight: u16) -> i64 {
    let weight = i64::from(weight.clamp(100, 900));
    50 + (weight * weight + 2112) / 4225
}
