//! Which faces of a collection of fonts are worth taking for characters that are missing.
//!
//! Files are only looked into: a system's fonts are hundreds of megabytes. A file is copied
//! when a face of it is taken, once for all its faces.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use fontdb::{FaceInfo, Source};
use harfrust::font::Blob;
use read_fonts::{FontRef, TableProvider};

use super::Face;

/// A face that was chosen, and what it is for.
pub(super) struct Taken {
    /// The regular face.
    pub face: Face,
    /// The bold face of the same family, if there is one.
    pub bold: Option<Face>,
    /// Those of the characters looked for that the regular face shows.
    pub shows: Vec<char>,
}

/// Takes faces out of `database` for `missing`, those drawn for readers of `language`
/// first, and takes what they show out of `missing`.
pub(super) fn search(
    database: &fontdb::Database,
    missing: &mut Vec<char>,
    language: &str,
) -> Vec<Taken> {
    let mut files = Files { database, copied: BTreeMap::new() };
    let mut taken = Vec::new();
    // Faces are made for Hebrew, or for Arabic, and few for both.
    for (script, name) in SCRIPTS {
        let mut letters: Vec<char> =
            missing.extract_if(.., |c| script.contains(c)).collect();
        if !letters.is_empty() {
            let wish = Wish { language, script: name };
            taken.extend(files.take(&mut letters, wish));
            missing.append(&mut letters);
        }
    }
    missing.sort_unstable();
    let wish = Wish { language, script: "" };
    taken.extend(files.take(missing, wish));
    taken
}

/// Scripts that many faces show and few are made for, and what the names of these say.
const SCRIPTS: [(RangeInclusive<char>, &str); 2] =
    [('\u{590}'..='\u{5ff}', "Hebrew"), ('\u{600}'..='\u{77f}', "Arabic")];

/// Whom faces are for.
#[derive(Clone, Copy)]
struct Wish<'a> {
    /// Whose ideographs they draw.
    language: &'a str,
    /// What their names say of the script; nothing in particular if empty.
    script: &'a str,
}

/// A regular upright face of the database, and what it shows of what is missing, sorted.
struct Candidate<'a> {
    info: &'a FaceInfo,
    shows: Vec<char>,
}

/// Those that show something, in the order of [`order`].
fn candidates<'a>(
    database: &'a fontdb::Database,
    missing: &[char],
    wish: Wish<'_>,
) -> Vec<Candidate<'a>> {
    let mut candidates: Vec<Candidate<'a>> = database
        .faces()
        .filter(|info| info.weight == fontdb::Weight::NORMAL)
        .filter(|info| info.style == fontdb::Style::Normal)
        .filter_map(|info| {
            let shows = database
                .with_face_data(info.id, |data, index| shown(data, index, missing))?;
            (!shows.is_empty()).then_some(Candidate { info, shows })
        })
        .collect();
    candidates.sort_by_cached_key(|candidate| order(candidate.info, wish));
    candidates
}

/// Those of `characters` that a face maps to glyphs.
fn shown(data: &[u8], index: u32, characters: &[char]) -> Vec<char> {
    let font = FontRef::from_index(data, index);
    let Ok(cmap) = font.and_then(|font| font.cmap()) else { return Vec::new() };
    let Some((_, _, table)) = cmap.best_subtable() else { return Vec::new() };
    let shows = |c: char| table.map_codepoint(c).is_some_and(|glyph| glyph.to_u32() != 0);
    characters.iter().copied().filter(|c| shows(*c)).collect()
}

/// The first that shows four fifths of what the best one shows: a few rare characters more
/// are no reason to draw all others as in another country.
fn choose(candidates: &[Candidate], missing: &[char]) -> Option<usize> {
    let shown_of = |candidate: &Candidate| {
        missing.iter().filter(|c| candidate.shows.binary_search(c).is_ok()).count()
    };
    let counts: Vec<usize> = candidates.iter().map(shown_of).collect();
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    counts.iter().position(|count| count * 5 >= most * 4)
}

/// Sorts faces: fixed pitch last, those made for the script first, sans before serifs, then
/// those of the language, then by name. The order must not depend on that of a folder.
fn order(info: &FaceInfo, wish: Wish<'_>) -> impl Ord + use<> {
    let name = info.post_script_name.clone();
    let fixed = info.monospaced || name.contains("Mono");
    let made = name.contains(wish.script);
    let own = name.contains(ideographs(wish.language));
    let preferred = (fixed, !made, !name.contains("Sans"), !own);
    (preferred, name, path(&info.source).map(Path::to_owned), info.index)
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

/// The files of a database, each copied into memory once at most.
struct Files<'a> {
    database: &'a fontdb::Database,
    copied: BTreeMap<PathBuf, Blob>,
}

impl Files<'_> {
    /// Takes faces out of the database for `missing`, and what they show out of it.
    fn take(&mut self, missing: &mut Vec<char>, wish: Wish<'_>) -> Vec<Taken> {
        let mut candidates = candidates(self.database, missing, wish);
        let mut taken = Vec::new();
        while !missing.is_empty() {
            let Some(best) = choose(&candidates, missing) else { break };
            let Candidate { info, .. } = candidates.remove(best);
            let Some(face) = self.face(info) else { continue };
            let (shows, left): (Vec<char>, _) =
                missing.drain(..).partition(|c| face.glyph(*c).is_some());
            *missing = left;
            if !shows.is_empty() {
                let bold = self.bold_of(info);
                taken.push(Taken { face, bold, shows });
            }
        }
        taken
    }

    fn face(&mut self, info: &FaceInfo) -> Option<Face> {
        let data = match &info.source {
            Source::File(path) => self.copy(path, info)?,
            Source::Binary(data) | Source::SharedFile(_, data) => data.clone().into(),
        };
        Face::new(data, info.index)
    }

    fn copy(&mut self, path: &Path, info: &FaceInfo) -> Option<Blob> {
        if let Some(copied) = self.copied.get(path) {
            return Some(copied.clone());
        }
        let data = self.database.with_face_data(info.id, |data, _| data.to_vec())?;
        let data = Blob::from(data);
        self.copied.insert(path.to_owned(), data.clone());
        Some(data)
    }

    /// The upright bold face of the family of `info`.
    fn bold_of(&mut self, info: &FaceInfo) -> Option<Face> {
        let (family, _) = info.families.first()?;
        let mut bold: Vec<&FaceInfo> = self
            .database
            .faces()
            .filter(|other| other.families.iter().any(|(name, _)| name == family))
            .filter(|other| other.weight == fontdb::Weight::BOLD)
            .filter(|other| other.style == fontdb::Style::Normal)
            .filter(|other| other.stretch == info.stretch)
            .collect();
        let any = Wish { language: "", script: "" };
        bold.sort_by_cached_key(|other| order(other, any));
        bold.into_iter().find_map(|other| self.face(other))
    }
}

fn path(source: &Source) -> Option<&Path> {
    match source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate<'a>(info: &'a FaceInfo, shows: &str) -> Candidate<'a> {
        Candidate { info, shows: shows.chars().collect() }
    }

    #[test]
    fn a_preferred_face_need_not_show_all_that_the_best_one_does() {
        let info = FaceInfo {
            id: fontdb::ID::dummy(),
            source: Source::Binary(std::sync::Arc::new(Vec::new())),
            index: 0,
            families: Vec::new(),
            post_script_name: String::new(),
            style: fontdb::Style::Normal,
            weight: fontdb::Weight::NORMAL,
            stretch: fontdb::Stretch::Normal,
            monospaced: false,
        };
        let choose_of = |shown: &[&str], missing: &str| {
            let candidates: Vec<_> =
                shown.iter().map(|shows| candidate(&info, shows)).collect();
            choose(&candidates, &missing.chars().collect::<Vec<_>>())
        };
        assert_eq!(choose_of(&["abc", "abcd", "abcde"], "abcde"), Some(1));
        assert_eq!(choose_of(&["abc", "abcd", "abcde"], "e"), Some(2));
        assert_eq!(choose_of(&["abc"], "x"), None);
    }
}
