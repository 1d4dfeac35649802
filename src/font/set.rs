//! Which face shows which character.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::search::{Taken, search};
use super::{Face, FaceId, Family, Style, Weight, bundle};
use crate::diagnostic::{Error, Result};
use crate::units::Em;

/// The faces that a job may use.
///
/// Faces beyond the bundle are looked for only when [`FontSet::find_fallbacks`] meets a character
/// that the bundle lacks, since reading a system's fonts takes longer than printing.
#[derive(Debug, Clone)]
pub struct FontSet {
    faces: Vec<Face>,
    styled: BTreeMap<Style, FaceId>,
    second: BTreeMap<Style, FaceId>,
    signs: Vec<FaceId>,
    emoji: FaceId,
    found: BTreeMap<char, FaceId>,
    /// The bold faces beside those of `found`, where there are any.
    found_bold: BTreeMap<char, FaceId>,
    /// Characters that no font was found to have.
    absent: BTreeSet<char>,
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
        Self {
            faces,
            styled,
            second,
            signs,
            emoji,
            found: BTreeMap::new(),
            found_bold: BTreeMap::new(),
            absent: BTreeSet::new(),
            dirs: Vec::new(),
            use_system: true,
        }
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
            return Err(Error::Font { name, reason: "there is no font in it".into() });
        }
        self.dirs.push(dir.to_owned());
        self.absent.clear();
        Ok(())
    }

    /// A face by its id.
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[usize::from(id.0)]
    }

    /// The face that a style asks for, whatever the character.
    pub fn styled(&self, style: Style) -> FaceId {
        let plain = |style: Style| Style { weight: Weight::Bold, ..style };
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
        self.candidates(style)
            .find(|&id| self.shows(id, c))
            .or_else(|| self.found_in(style.weight, c).copied())
    }

    /// The face that shows all of `characters` in `style`, as a letter and the marks on it
    /// must be; none if no face at hand does.
    pub fn resolve_all(&self, style: Style, characters: &[char]) -> Option<FaceId> {
        let first = characters.first()?;
        let found = self.found_in(style.weight, *first).copied();
        std::iter::once(self.styled(style))
            .chain(self.candidates(style))
            .chain(found)
            .find(|&id| characters.iter().all(|&c| self.shows(id, c)))
    }

    /// The faces beside a style's own, in the order they are asked.
    fn candidates(&self, style: Style) -> impl Iterator<Item = FaceId> {
        let text = Style { family: Family::Text, ..style };
        let second = [text, Style { italic: false, ..text }, Style::default()];
        let second =
            second.into_iter().filter_map(|style| self.second.get(&style).copied());
        second
            .chain(std::iter::once(self.styled(text)))
            .chain(self.signs.iter().copied())
            .chain(std::iter::once(self.styled(Style { family: Family::Code, ..style })))
    }

    fn found_in(&self, weight: Weight, c: char) -> Option<&FaceId> {
        let bold = (weight > Weight::Regular).then(|| self.found_bold.get(&c)).flatten();
        bold.or_else(|| self.found.get(&c))
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
    pub fn find_fallbacks(
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
        // What was looked for in vain needs no second look.
        let absent: Vec<char> =
            missing.extract_if(.., |c| self.absent.contains(c)).collect();
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
        self.absent.extend(&missing);
        missing.extend(absent);
        missing.sort_unstable();
        missing
    }

    /// Takes the faces of a database that show something of `missing`.
    fn take_from(
        &mut self,
        database: &fontdb::Database,
        missing: &mut Vec<char>,
        language: &str,
    ) {
        for Taken { face, bold, shows } in search(database, missing, language) {
            if let Some(bold) = bold {
                let drawn = shows.iter().filter(|c| bold.glyph(**c).is_some());
                let drawn: Vec<char> = drawn.copied().collect();
                let id = self.add(bold);
                self.found_bold.extend(drawn.into_iter().map(|c| (c, id)));
            }
            let id = self.add(face);
            self.found.extend(shows.into_iter().map(|c| (c, id)));
        }
    }

    fn add(&mut self, face: Face) -> FaceId {
        self.faces.push(face);
        FaceId(self.faces.len() as u16 - 1)
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
        let style =
            Style { family: Family::Code, weight: Weight::SemiBold, italic: true };
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
        assert_eq!(fonts.find_fallbacks("a\u{10ffff}b".chars(), "en"), ['\u{10ffff}']);
    }
}
