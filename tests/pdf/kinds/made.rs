//! The kinds of PDF, made of a guide.

use offprint::document::{Document, word_count};
use offprint::product::{
    CalibrationOptions, CardFiles, CardOptions, Duplex, FontSet, Imposition,
    ImpositionOptions, Paper, Pictures, SheetOptions, calibration, cheat_sheet,
    flashcards,
};

use crate::support::{file, validators};

/// A kind of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sheet,
    OnePage,
    Cards,
    Folded,
    /// Fronts and backs as two files.
    Sides,
    Calibration,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Sheet,
        Self::OnePage,
        Self::Cards,
        Self::Folded,
        Self::Sides,
        Self::Calibration,
    ];
}

/// A guide with more questions is printed on cards in one way, and one with more words is not
/// tried on one page: both would take long and show nothing new.
const MOST_QUESTIONS: usize = 200;
const MOST_WORDS: usize = 8_000;

/// The files of a kind; none where the guide has no question for a card, or too many words
/// for a page.
pub fn make(
    document: &Document,
    kind: Kind,
    pictures: &Pictures,
) -> Option<Vec<Vec<u8>>> {
    let mut fonts = FontSet::bundled();
    let asks = document.questions().next().is_some();
    let pictures = || pictures.clone();
    let sheet = |pages| {
        let mut options = SheetOptions::default();
        options.pages = pages;
        options.pictures = pictures();
        options
    };
    let cards = |duplex, files| {
        let mut imposition = ImpositionOptions::default();
        imposition.duplex = duplex;
        let mut options = CardOptions::default();
        options.imposition =
            Imposition::new(imposition).expect("options that go together");
        options.files = files;
        options.pictures = pictures();
        options
    };
    let made = match kind {
        Kind::Sheet => {
            let made = cheat_sheet(document, &mut fonts, &sheet(None));
            vec![made.expect("a sheet of any size").bytes]
        }
        Kind::OnePage if words(document) > MOST_WORDS => return None,
        Kind::OnePage => {
            vec![cheat_sheet(document, &mut fonts, &sheet(Some(1))).ok()?.bytes]
        }
        Kind::Cards | Kind::Folded | Kind::Sides if !asks => return None,
        Kind::Folded | Kind::Sides if document.questions().count() > MOST_QUESTIONS => {
            return None;
        }
        Kind::Cards | Kind::Folded => {
            let duplex =
                if kind == Kind::Folded { Duplex::Fold } else { Duplex::LongEdge };
            let options = cards(duplex, CardFiles::One);
            vec![flashcards(document, &mut fonts, &options).expect("cards").bytes]
        }
        Kind::Sides => {
            let options = cards(Duplex::Manual, CardFiles::FrontsAndBacks);
            let made = flashcards(document, &mut fonts, &options).expect("cards");
            vec![made.bytes, made.backs.expect("backs").bytes]
        }
        Kind::Calibration => {
            let mut options = CalibrationOptions::new(Paper::a4(), Duplex::LongEdge);
            options.offset_option = String::from("--back-offset");
            vec![calibration(&fonts, &options).expect("a test sheet").bytes]
        }
    };
    Some(made)
}

fn words(document: &Document) -> usize {
    document.sections.iter().map(|section| word_count(&section.plain_text())).sum()
}

/// What `qpdf` finds wrong.
pub fn qpdf(bytes: &[u8], name: &str) -> Option<String> {
    let path = file(&format!("kinds/{name}"), bytes);
    let (sound, said) =
        validators::output(validators::tool("qpdf")?.arg("--check").arg(&path));
    (!sound || said.contains("WARNING")).then_some(said)
}
