//! Which face shows which character.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::family::{self, Found, Unusable};
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
    /// The bundle's own faces of a family that another one took the place of.
    replaced: BTreeMap<Style, FaceId>,
    /// How large faces that styles ask for are set beside the text face, where a family is not
    /// the bundle's, and how large all others are.
    ratios: BTreeMap<FaceId, Em>,
    beside: Em,
    signs: Vec<FaceId>,
    emoji: FaceId,
    math: FaceId,
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
        let math = add(bundle::math());
        Self {
            faces,
            styled,
            second,
            replaced: BTreeMap::new(),
            ratios: BTreeMap::new(),
            beside: Em::ONE,
            signs,
            emoji,
            math,
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

    /// Puts a family of the folders at hand or of the system in the place of the bundle's text
    /// or code; what it does not show, the bundle does.
    ///
    /// # Errors
    ///
    /// [`Error::Font`] where there is none of that name, or it must not be embedded.
    pub fn use_family(&mut self, family: Family, name: &str) -> Result<()> {
        let Found { faces, styles } = self.family(family, name)?;
        let ids: Vec<FaceId> = faces.into_iter().map(|face| self.add(face)).collect();
        for (style, place) in styles {
            if let Some(own) = self.styled.insert(style, ids[place]) {
                self.replaced.entry(style).or_insert(own);
            }
        }
        self.level();
        Ok(())
    }

    fn family(&self, family: Family, name: &str) -> Result<Found> {
        let mut databases = Vec::new();
        for dir in &self.dirs {
            let mut database = fontdb::Database::new();
            database.load_fonts_dir(dir);
            databases.push(database);
        }
        if self.use_system {
            let mut database = fontdb::Database::new();
            database.load_system_fonts();
            databases.push(database);
        }
        let mut why = None;
        for database in &databases {
            match family::find(database, name, family) {
                Ok(found) => return Ok(found),
                Err(Unusable::Missing) => {}
                Err(Unusable::Reason(reason)) => why = why.or(Some(reason.to_owned())),
            }
        }
        let missing = || match family::alike(&databases, name).join(", ") {
            none if none.is_empty() => "there is no such family".to_owned(),
            near => format!("there is no such family; the nearest are {near}"),
        };
        let reason = why.unwrap_or_else(missing);
        Err(Error::Font {
            name: format!("the family “{name}”"), reason: reason.into()
        })
    }

    /// Has small letters of code, and of what the text's family lacks, as high as its own.
    fn level(&mut self) {
        let regular = |family| Style { family, ..Style::default() };
        let now = |family| self.face(self.styled(regular(family))).x_height().scaled();
        let before = |family| {
            let id = self.replaced.get(&regular(family)).copied();
            let id = id.unwrap_or_else(|| self.styled(regular(family)));
            self.face(id).x_height().scaled()
        };
        let (text, own) = (now(Family::Text), before(Family::Text));
        // Code is asked for in a size that suits the bundle's.
        let code = Em::from_units(text * before(Family::Code), now(Family::Code) * own);
        self.beside = Em::from_units(text, own);
        let styled = self.styled.iter().map(|(style, id)| match style.family {
            Family::Text => (*id, Em::ONE),
            Family::Code => (*id, code),
        });
        self.ratios = styled.collect();
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

    /// The face that formulas are set in. Its letters are those of the bundle's text, and as high.
    pub(crate) const fn math(&self) -> FaceId {
        self.math
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
        let replaced = self.replaced.get(&style).or_else(|| self.replaced.get(&text));
        replaced
            .copied()
            .into_iter()
            .chain(second)
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
        match self.ratios.get(&id) {
            Some(ratio) => *ratio,
            None if id == self.emoji => Em::thousandths(800).times(self.beside),
            None => self.beside,
        }
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
    fn small_letters_of_another_family_s_code_and_fallbacks_are_level() {
        let mut fonts = FontSet::bundled_only();
        fonts.add_dir(Path::new("fonts")).expect("fonts");
        let bundled = fonts.clone();
        fonts.use_family(Family::Text, "fira sans extra condensed").expect("a family");
        let text = fonts.styled(Style::default());
        assert!(fonts.face(text).name().starts_with("FiraSansExtraCondensed"));
        let height = |id| fonts.face(id).x_height().times(fonts.ratio(id)).scaled();
        let code = Style { family: Family::Code, ..Style::default() };
        let scale = 1012;
        for (id, scale) in [(fonts.styled(code), scale), (FaceId(0), 1000)] {
            let off = height(id) * scale / 1000 - height(text);
            assert!(off.abs() < 65_536 / 200, "{id:?} is off by {off}");
        }
        // The design itself stays as it is.
        assert!((0..20).all(|id| {
            let id = FaceId(id);
            id == bundled.emoji || bundled.ratio(id) == Em::ONE
        }));
        // The bundle shows what the family lacks.
        let arrow = fonts.resolve(Style::default(), '→', false);
        assert_eq!(
            arrow.is_some(),
            bundled.resolve(Style::default(), '→', false).is_some()
        );
    }

    #[test]
    fn a_family_that_is_not_there_is_an_error_with_the_nearest() {
        let mut fonts = FontSet::bundled_only();
        fonts.add_dir(Path::new("fonts")).expect("fonts");
        let error = fonts.use_family(Family::Text, "Archivo Narow").expect_err("none");
        assert!(error.to_string().contains("Archivo Narrow"), "{error}");
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
