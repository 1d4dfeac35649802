//! The faces embedded in the program.

use super::{Face, Family, Style, Weight};

macro_rules! face {
    ($file:literal) => {
        include_bytes!(concat!("../../fonts/", $file)).as_slice()
    };
}

use Family::{Code, Text};
use Weight::{Bold, Regular, SemiBold};

/// The faces that styles ask for, and for which style.
static STYLED: [(Family, Weight, bool, &[u8]); 9] = [
    (Text, Regular, false, face!("ArchivoNarrow-Regular.ttf")),
    (Text, Regular, true, face!("ArchivoNarrow-Italic.ttf")),
    (Text, SemiBold, false, face!("ArchivoNarrow-SemiBold.ttf")),
    (Text, SemiBold, true, face!("ArchivoNarrow-SemiBoldItalic.ttf")),
    (Text, Bold, false, face!("ArchivoNarrow-Bold.ttf")),
    (Text, Bold, true, face!("ArchivoNarrow-BoldItalic.ttf")),
    (Code, Regular, false, face!("Iosevka-Regular.ttf")),
    (Code, Regular, true, face!("Iosevka-Italic.ttf")),
    (Code, Bold, false, face!("Iosevka-Bold.ttf")),
];

/// Scripts and signs that the text family lacks: the same four styles of a second family.
static SECOND: [(Weight, bool, &[u8]); 4] = [
    (Regular, false, face!("FiraSansExtraCondensed-Regular.ttf")),
    (Regular, true, face!("FiraSansExtraCondensed-Italic.ttf")),
    (SemiBold, false, face!("FiraSansExtraCondensed-SemiBold.ttf")),
    (Bold, false, face!("FiraSansExtraCondensed-Bold.ttf")),
];

/// Signs that no text face has, asked in this order.
static SIGNS: [&[u8]; 3] = [
    face!("NotoSansMath-Regular.ttf"),
    face!("NotoSansSymbols2-Regular.ttf"),
    face!("NotoEmoji-Regular.ttf"),
];

/// The face that formulas are set in.
static MATH: &[u8] = face!("LeteSansMath-Regular.ttf");

/// The files of the faces that styles ask for.
pub(crate) fn bundled_styles() -> impl Iterator<Item = (Style, &'static [u8])> {
    STYLED
        .iter()
        .map(|&(family, weight, italic, data)| (Style { family, weight, italic }, data))
}

/// The files of all faces that show text.
pub(crate) fn bundled_files() -> impl Iterator<Item = &'static [u8]> {
    let styled = bundled_styles().map(|(_, data)| data);
    let second = SECOND.iter().map(|&(.., data)| data);
    styled.chain(second).chain(SIGNS.iter().copied())
}

fn read(data: &'static [u8]) -> Face {
    Face::new(data, 0).expect("the bundle's fonts are sound; a test reads each")
}

/// The faces for styles.
pub(super) fn styled() -> Vec<(Style, Face)> {
    bundled_styles().map(|(style, data)| (style, read(data))).collect()
}

/// The second family's faces, for the styles of text.
pub(super) fn second() -> Vec<(Style, Face)> {
    SECOND
        .iter()
        .map(|&(weight, italic, data)| {
            (Style { family: Text, weight, italic }, read(data))
        })
        .collect()
}

/// The faces for signs; the last has emoji.
pub(super) fn signs() -> Vec<Face> {
    SIGNS.iter().map(|data| read(data)).collect()
}

/// The face for formulas.
pub(super) fn math() -> Face {
    read(MATH)
}
