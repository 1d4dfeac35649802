//! Subsets of the faces: the glyphs that are shown, renumbered, with their widths and
//! what they say.
//!
//! The figures come from the whole face, since `subsetter` leaves `OS/2` and `cmap` out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use subsetter::GlyphRemapper;

use super::survey::Use;
use crate::diagnostic::{Cause, Error, Result};
use crate::font::{Face, FaceId, FontSet};
use crate::hash;

/// A subset of a face, ready to be embedded.
#[derive(Debug)]
pub(super) struct Subset<'a> {
    /// Name among the resources of a page.
    pub resource: String,
    /// PostScript name with the tag of a subset (ISO 32000-1, 9.6.4).
    pub base_font: String,
    /// The font program.
    pub program: Vec<u8>,
    /// What stands for each glyph of the face, by its id there.
    pub codes: Vec<Code<'a>>,
}

/// A glyph of a subset.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code<'a> {
    /// Its number in the subset and in content streams; 0 if it is not shown.
    pub number: u16,
    /// Its advance, in thousandths of the em.
    pub width: u16,
    /// What it says.
    pub text: &'a str,
}

/// The subsets, by the face each is of.
pub(super) type Subsets<'a> = BTreeMap<FaceId, Subset<'a>>;

/// Makes a subset of each face for the glyphs used.
pub(super) fn subsets<'a>(
    faces: &BTreeMap<FaceId, Vec<Use<'a>>>,
    fonts: &FontSet,
) -> Result<Subsets<'a>> {
    faces
        .iter()
        .filter(|(_, uses)| !uses.is_empty())
        .enumerate()
        .map(|(index, (&id, uses))| Ok((id, subset(index, fonts.face(id), uses)?)))
        .collect()
}

fn subset<'a>(index: usize, face: &Face, uses: &[Use<'a>]) -> Result<Subset<'a>> {
    let mut remapper = GlyphRemapper::new();
    let mut codes = vec![Code::default(); uses.len()];
    for (glyph, used) in uses.iter().enumerate().filter(|(_, used)| used.is_shown()) {
        let number = remapper.remap(glyph as u16);
        codes[glyph] =
            Code { number, width: width(face, glyph as u16), text: used.text() };
    }
    let program =
        subsetter::subset(face.data(), face.index(), &remapper).map_err(|error| {
            Error::Font { name: face.name().to_owned(), reason: Cause::of(error) }
        })?;
    let base_font = format!("{}+{}", tag(&program), face.name());
    let resource = format!("f{index}");
    Ok(Subset { resource, base_font, program, codes })
}

/// A glyph's advance in thousandths of the em, to the nearest.
fn width(face: &Face, glyph: u16) -> u16 {
    let em = i32::from(face.metrics().units_per_em);
    ((face.advance(glyph) * 1000 + em / 2) / em).clamp(0, i32::from(u16::MAX)) as u16
}

/// Six capital letters that tell this subset from others of the face.
fn tag(program: &[u8]) -> String {
    let mut rest = hash::of(program);
    let letter = |_| {
        let letter = char::from(b'A' + (rest % 26) as u8);
        rest /= 26;
        letter
    };
    (0..6).map(letter).collect()
}

impl<'a> Subset<'a> {
    /// The codes that are shown, ascending.
    pub(super) fn shown(&self) -> Vec<Code<'a>> {
        let mut shown: Vec<_> =
            self.codes.iter().filter(|code| code.number > 0).copied().collect();
        shown.sort_unstable_by_key(|code| code.number);
        shown
    }

    /// The character map that tells what each code says (ISO 32000-1, 9.10.3).
    pub(super) fn to_unicode(&self) -> String {
        let mut map = String::from(HEAD);
        for block in self.shown().chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", block.len());
            for code in block {
                let _ = write!(map, "<{:04X}><", code.number);
                for unit in spoken(code.text).encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str(TAIL);
        map
    }
}

/// A text as a character map may hold it: some text, without the three values that
/// ISO 19005-2, 6.2.11.7.2, forbids (U+FFFE and U+FEFF are one in either byte order).
pub(super) fn spoken(text: &str) -> String {
    let forbidden = |c: &char| !['\0', '\u{feff}', '\u{fffe}'].contains(c);
    let text: String = text.chars().filter(forbidden).collect();
    if text.is_empty() { '\u{fffd}'.to_string() } else { text }
}

const HEAD: &str = "\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
";

const TAIL: &str = "\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
";
