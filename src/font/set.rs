//! Which face shows which character.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Face, FaceId, Family, Style, bundle};
use crate::diagnostic::{Error, Result};
use crate::units::Em;

/// The faces that a job may use.
///
/// Faces beyond the bundle are looked for only when [`FontSet::cover`] meets a character
/// that the bundle lacks, since reading a system's fonts takes longer than printing.
#[derive(Debug, Clone)]
pub struct FontSet {
    faces: Vec<Face>,
    styled: BTreeMap<Style, FaceId>,
    second: BTreeMap<Style, FaceId>,
    signs: Vec<FaceId>,
    emoji: FaceId,
    found: BTreeMap<char, FaceId>,
    dirs: Vec<PathBuf>,
    use_system: bool,
}

impl FontSet {
    /// The faces embedded in the program, and the system's for what these lack.
    pub fn bundled() -> Self {
        let mut faces = Vec::new();
        let mut add = |face| {
            faces.push(face);
            FaceId(faces.len() as u16 - 1)
        };
        let styled = bundle::styled().into_iter().map(|(style, face)| (style, add(face)));
        let styled: BTreeMap<_, _> = styled.collect();
        let second = bundle::second().into_iter().map(|(style, face)| (style, add(face)));
        let second = second.collect();
        let signs: Vec<_> = bundle::signs().into_iter().map(&mut add).collect();
        let emoji = *signs.last().expect("the bundle has emoji");
        let (found, dirs) = (BTreeMap::new(), Vec::new());
        Self { faces, styled, second, signs, emoji, found, dirs, use_system: true }
    }

    /// The embedded faces alone, for output that depends on nothing else.
    pub fn bundled_only() -> Self {
        Self { use_system: false, ..Self::bundled() }
    }

    /// Looks in a folder for what the bundle lacks, before the system's fonts. A folder
    /// without a font is an [`Error::Font`].
    pub fn add_dir(&mut self, dir: &Path) -> Result<()> {
        let mut database = fontdb::Database::new();
        database.load_fonts_dir(dir);
        if database.is_empty() {
            let name = dir.display().to_string();
            return Err(Error::Font {
                name,
                reason: "there is no font in it".to_owned(),
            });
        }
        self.dirs.push(dir.to_owned());
        Ok(())
    }

    /// A face by its id.
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[usize::from(id.0)]
    }

    /// The face that a style asks for, whatever the character.
    pub fn styled(&self, style: Style) -> FaceId {
        let plain = |style: Style| Style { weight: super::Weight::Bold, ..style };
        let upright = |style: Style| Style { italic: false, ..style };
        [style, plain(style), upright(style), upright(plain(style))]
            .iter()
            .find_map(|style| self.styled.get(style))
            .or_else(|| self.styled.values().next())
            .copied()
            .expect("the bundle has faces")
    }

    /// The face that shows `c` in `style`; none if no face at hand does.
    ///
    /// `as_emoji` asks for the pictorial form of a character that has two.
    pub fn resolve(&self, style: Style, c: char, as_emoji: bool) -> Option<FaceId> {
        if as_emoji && !c.is_ascii() && self.shows(self.emoji, c) {
            return Some(self.emoji);
        }
        let own = self.styled(style);
        if self.shows(own, c) {
            return Some(own);
        }
        let text = Style { family: Family::Text, ..style };
        [text, Style { italic: false, ..text }, Style::default()]
            .iter()
            .filter_map(|style| self.second.get(style))
            .chain(std::iter::once(&self.styled(text)))
            .chain(&self.signs)
            .chain(std::iter::once(&self.styled(Style { family: Family::Code, ..style })))
            .find(|&&id| self.shows(id, c))
            .or_else(|| self.found.get(&c))
            .copied()
    }

    /// How large a face is set beside the text face: emoji are drawn wider than an em.
    pub fn ratio(&self, id: FaceId) -> Em {
        if id == self.emoji { Em::thousandths(800) } else { Em::ONE }
    }

    fn shows(&self, id: FaceId, c: char) -> bool {
        self.face(id).glyph(c).is_some()
    }

    /// Finds faces for those of `characters` that the faces at hand lack, those drawn for
    /// readers of `language` first; gives back the characters that no font has.
    pub fn cover(
        &mut self,
        characters: impl IntoIterator<Item = char>,
        language: &str,
    ) -> Vec<char> {
        let mut missing: Vec<char> = characters
            .into_iter()
            .filter(|&c| self.resolve(Style::default(), c, false).is_none())
            .collect();
        missing.sort_unstable();
        missing.dedup();
        for dir in self.dirs.clone() {
            if !missing.is_empty() {
                let mut database = fontdb::Database::new();
                database.load_fonts_dir(dir);
                self.take_from(&database, &mut missing, language);
            }
        }
        if self.use_system && !missing.is_empty() {
            let mut database = fontdb::Database::new();
            database.load_system_fonts();
            self.take_from(&database, &mut missing, language);
        }
        missing
    }

    /// Takes faces out of a database, the one that shows most of `missing` first, until
    /// none shows any more.
    fn take_from(
        &mut self,
        database: &fontdb::Database,
        missing: &mut Vec<char>,
        language: &str,
    ) {
        let mut candidates = candidates(database, language);
        while !missing.is_empty() {
            let shown = |face: &Face| {
                missing.iter().filter(|c| face.glyph(**c).is_some()).count()
            };
            let counts: Vec<usize> = candidates.iter().map(shown).collect();
            let Some(most) = counts.iter().copied().max().filter(|&most| most > 0) else {
                return;
            };
            let best =
                counts.iter().position(|&count| count == most).expect("it is there");
            let face = candidates.remove(best);
            let id = FaceId(self.faces.len() as u16);
            missing.retain(|&c| {
                let shown = face.glyph(c).is_some();
                if shown {
                    self.found.insert(c, id);
                }
                !shown
            });
            self.faces.push(face);
        }
    }
}

/// The regular upright faces of a database, sans before the others, then by name: the
/// order must not depend on that of a folder.
fn candidates(database: &fontdb::Database, language: &str) -> Vec<Face> {
    let mut faces: Vec<Face> = database
        .faces()
        .filter(|info| info.weight == fontdb::Weight::NORMAL)
        .filter(|info| info.style == fontdb::Style::Normal)
        .filter_map(|info| {
            let data = database.with_face_data(info.id, |data, _| data.to_vec());
            match &info.source {
                fontdb::Source::File(_) => Face::new(data?, info.index),
                fontdb::Source::Binary(data) | fontdb::Source::SharedFile(_, data) => {
                    Face::new(shared(data), info.index)
                }
            }
        })
        .collect();
    faces.sort_by_cached_key(|face| order(face, language));
    faces
}

fn shared(data: &Arc<dyn AsRef<[u8]> + Send + Sync>) -> harfrust::font::Blob {
    Arc::clone(data).into()
}

/// Sorts faces: sans first, fixed pitch last, then those of the language, then by name.
fn order(face: &Face, language: &str) -> (bool, bool, bool, String) {
    let name = face.name().to_owned();
    let fixed = face.metrics().monospaced || name.contains("Mono");
    (fixed, !name.contains("Sans"), !name.contains(ideographs(language)), name)
}

/// What names of faces say whose ideographs they draw: one character may look different in
/// Japan, Korea, China, Taiwan and Hong Kong.
fn ideographs(language: &str) -> &'static str {
    let language = language.to_ascii_lowercase();
    match language.get(..2) {
        Some("ko") => "CJKkr",
        Some("zh") if language.contains("hk") => "CJKhk",
        Some("zh") if language.contains("tw") || language.contains("hant") => "CJKtc",
        Some("zh") => "CJKsc",
        _ => "CJKjp",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundle_shows_what_guides_are_full_of() {
        let fonts = FontSet::bundled_only();
        for c in "aé→✅❌🚀✔✘☑☐↪≥×–“”…•·λДњ∑∞½™├│█".chars()
        {
            let face = fonts.resolve(Style::default(), c, false);
            assert!(face.is_some(), "{c} has no face");
        }
    }

    #[test]
    fn a_style_without_a_face_of_its_own_falls_back_to_a_near_one() {
        let fonts = FontSet::bundled_only();
        let style = Style {
            family: Family::Code,
            weight: crate::font::Weight::SemiBold,
            italic: true,
        };
        assert!(fonts.face(fonts.styled(style)).metrics().monospaced);
    }

    #[test]
    fn the_text_face_is_narrow_for_its_x_height() {
        let fonts = FontSet::bundled_only();
        let face = fonts.face(fonts.styled(Style::default()));
        assert!(face.x_height().scaled() > 65_536 / 2);
    }

    #[test]
    fn a_character_that_no_font_has_is_named() {
        let mut fonts = FontSet::bundled_only();
        assert_eq!(fonts.cover("a\u{10ffff}b".chars(), "en"), ['\u{10ffff}']);
    }
}
