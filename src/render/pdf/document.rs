//! The document as `printpdf` builds it: fonts and bare pages.
//!
//! It embeds only fonts that it sees shown, so a scratch page, the first, shows every
//! glyph once. Names are ours: its own are random, and `F1` to `F14` would be taken for
//! the built-in fonts.

use std::collections::BTreeMap;

use lopdf::Document;
use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Mm, Op, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
};

use super::fonts::{Subset, Subsets};
use crate::font::{Face, FontSet};

/// Builds the document: a scratch page, then as many pages as there are.
pub(super) fn document(pages: usize, subsets: &Subsets<'_>, fonts: &FontSet) -> Document {
    let mut document = PdfDocument::new("");
    let mut scratch = vec![Op::StartTextSection];
    for (&id, subset) in subsets {
        let id_here = FontId(subset.resource.clone());
        let font = PdfFont::new(parsed(fonts.face(id), subset));
        document.resources.fonts.map.insert(id_here.clone(), font);
        let glyphs =
            subset.shown().iter().map(|code| Codepoint::new(code.number, 0.0)).collect();
        scratch
            .push(Op::SetFont { font: PdfFontHandle::External(id_here), size: Pt(1.0) });
        scratch.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
    }
    scratch.push(Op::EndTextSection);
    document.pages = vec![PdfPage::new(Mm(1.0), Mm(1.0), scratch)];
    // Sizes are set in the finishing pass, in the numbers that everything else has.
    document.pages.extend((0..pages).map(|_| PdfPage::new(Mm(1.0), Mm(1.0), Vec::new())));
    let options =
        PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    document.to_lopdf_document(&options, &mut Vec::new())
}

/// A subset as `printpdf` knows fonts. Everything is in thousandths of the em already,
/// since it cuts decimals off instead of rounding.
fn parsed(face: &Face, subset: &Subset<'_>) -> ParsedFont {
    let metrics = face.metrics();
    let font_type = if metrics.postscript_outlines {
        FontType::OpenTypeCFF(())
    } else {
        FontType::TrueType
    };
    let widths = subset.shown().iter().map(|code| (code.number, code.width)).collect();
    let vertical = FontMetrics {
        ascent: thousandths(face, metrics.ascender),
        descent: thousandths(face, metrics.descender),
    };
    let mut parsed = ParsedFont::with_glyph_data(
        subset.program.clone(),
        0,
        Some(subset.base_font.clone()),
        BTreeMap::new(),
        widths,
        1000,
        vertical,
    );
    parsed.font_type = font_type;
    let [left, bottom, right, top] = metrics.bounds.map(|edge| thousandths(face, edge));
    let figures = &mut parsed.pdf_font_metrics;
    (figures.x_min, figures.y_min, figures.x_max, figures.y_max) =
        (left, bottom, right, top);
    figures.us_weight_class = metrics.weight;
    parsed
}

/// Font units as thousandths of the em.
pub(super) fn thousandths(face: &Face, units: i16) -> i16 {
    let em = i32::from(face.metrics().units_per_em);
    let n = (i32::from(units) * 1000 + em / 2).div_euclid(em);
    n.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}
