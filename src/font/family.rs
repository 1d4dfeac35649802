//! A family that a person names, as a system or a folder has it.

use std::collections::{BTreeMap, BTreeSet};

use fontdb::{Database, FaceInfo, Source};
use harfrust::font::Blob;

use super::{Face, Family, Style, Weight};

/// The weights of the bundle in numbers (OpenType 1.9, OS/2 `usWeightClass`), and how far from
/// them a face may be to stand for one.
const WEIGHTS: [(Weight, u16, u16); 3] =
    [(Weight::Regular, 400, 100), (Weight::SemiBold, 600, 50), (Weight::Bold, 700, 200)];

/// Small letters are lower or higher in no face that text is set in, in thousandths of the em.
const X_HEIGHTS: (i32, i32) = (250, 900);

/// A family that was found: its faces, and which of them each style has.
pub(super) struct Found {
    pub faces: Vec<Face>,
    /// The place of the style's face among them.
    pub styles: BTreeMap<Style, usize>,
}

/// Why a family is of no use.
pub(super) enum Unusable {
    /// There is none of that name.
    Missing,
    /// What is wrong with its faces.
    Reason(&'static str),
}

/// The faces of the family `name` in a database, for the styles of `family`. A style that it
/// lacks has the nearest that there is.
pub(super) fn find(
    database: &Database,
    name: &str,
    family: Family,
) -> Result<Found, Unusable> {
    let of_name = |info: &&FaceInfo| {
        info.families.iter().any(|(own, _)| own.eq_ignore_ascii_case(name))
    };
    let mut there: Vec<&FaceInfo> = database.faces().filter(of_name).collect();
    if there.is_empty() {
        return Err(Unusable::Missing);
    }
    // Neither condensed nor expanded before others, then in an order that is no folder's.
    there.sort_by_cached_key(|info| {
        let path = match &info.source {
            Source::File(path) | Source::SharedFile(path, _) => Some(path.clone()),
            Source::Binary(_) => None,
        };
        let stretch = info.stretch.to_number().abs_diff(5);
        (stretch, info.post_script_name.clone(), path, info.index)
    });
    let mut taken = Taken { database, faces: Vec::new(), places: BTreeMap::new() };
    let mut styles = BTreeMap::new();
    for (weight, number, slack) in WEIGHTS {
        for italic in [false, true] {
            let face = nearest(&there, number, slack, italic);
            if let Some(place) = face.and_then(|info| taken.face(info)) {
                styles.insert(Style { family, weight, italic }, place);
            }
        }
    }
    let regular = Style { family, ..Style::default() };
    let Some(plain) = styles.get(&regular).copied() else {
        return Err(Unusable::Reason(
            "it has no regular upright face that may be embedded",
        ));
    };
    let x_height = i32::from(taken.faces[plain].metrics().x_height) * 1000
        / i32::from(taken.faces[plain].metrics().units_per_em);
    if !(X_HEIGHTS.0..=X_HEIGHTS.1).contains(&x_height) {
        return Err(Unusable::Reason("it has no small letters as text needs them"));
    }
    // What it lacks is shown upright first, then in the next weight.
    let order = [Weight::SemiBold, Weight::Bold, Weight::Regular];
    for (weight, ..) in WEIGHTS {
        for italic in [false, true] {
            let style = Style { family, weight, italic };
            let upright = Style { italic: false, ..style };
            let others = order.map(|weight| Style { weight, ..upright });
            let heavier = others.into_iter().filter(|_| weight > Weight::Regular);
            let mut near = std::iter::once(upright).chain(heavier);
            let place = near.find_map(|style| styles.get(&style));
            let place = place.copied().unwrap_or(plain);
            styles.entry(style).or_insert(place);
        }
    }
    Ok(Found { faces: taken.faces, styles })
}

/// The face whose weight is nearest to a number, within reach.
fn nearest<'a>(
    there: &[&'a FaceInfo],
    number: u16,
    slack: u16,
    italic: bool,
) -> Option<&'a FaceInfo> {
    let slanted = |info: &FaceInfo| info.style != fontdb::Style::Normal;
    let off = |info: &FaceInfo| info.weight.0.abs_diff(number);
    let stretch = |info: &FaceInfo| info.stretch.to_number().abs_diff(5);
    let fitting = there.iter().filter(|info| slanted(info) == italic);
    let fitting = fitting.filter(|info| off(info) <= slack);
    fitting.min_by_key(|info| (stretch(info), off(info))).copied()
}

/// Faces that were read, each once.
struct Taken<'a> {
    database: &'a Database,
    faces: Vec<Face>,
    places: BTreeMap<fontdb::ID, usize>,
}

impl Taken<'_> {
    fn face(&mut self, info: &FaceInfo) -> Option<usize> {
        if let Some(place) = self.places.get(&info.id) {
            return Some(*place);
        }
        let copy = |data: &[u8], index| (Blob::from(data.to_vec()), index);
        let (data, index) = self.database.with_face_data(info.id, copy)?;
        self.faces.push(Face::new(data, index)?);
        let place = self.faces.len() - 1;
        self.places.insert(info.id, place);
        Some(place)
    }
}

/// The names of families in databases that are most like one that is not there, best first.
pub(super) fn alike(databases: &[Database], wanted: &str) -> Vec<String> {
    let wanted = wanted.to_lowercase();
    let names: BTreeSet<&str> = databases
        .iter()
        .flat_map(Database::faces)
        .flat_map(|info| info.families.iter().map(|(name, _)| name.as_str()))
        .collect();
    let mut scored: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), name))
        .collect();
    // A stable sort: equally similar names stay in the order of the alphabet.
    scored.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    scored.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}
