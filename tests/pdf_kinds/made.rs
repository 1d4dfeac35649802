//! The kinds of PDF, made of a guide.

use std::path::PathBuf;

use offprint::document::{Document, word_count};
use offprint::font::FontSet;
use offprint::impose::{Duplex, Imposition, Offset, Options};
use offprint::paper::Paper;
use offprint::pictures::Pictures;
use offprint::product::{
    CalibrationOptions, CardOptions, SheetOptions, calibration, cheat_sheet, deck,
    flashcards, fronts_and_backs_of,
};

use crate::foreign;

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
    let sheet =
        |pages| SheetOptions { pages, pictures: pictures(), ..SheetOptions::default() };
    let cards = |duplex| CardOptions {
        imposition: Imposition::new(Options { duplex, ..Options::default() })
            .expect("options that go together"),
        pictures: pictures(),
        ..CardOptions::default()
    };
    let made = match kind {
        Kind::Sheet => vec![
            cheat_sheet(document, &mut fonts, &sheet(None)).expect("a sheet of any size"),
        ],
        Kind::OnePage if words(document) > MOST_WORDS => return None,
        Kind::OnePage => vec![cheat_sheet(document, &mut fonts, &sheet(Some(1))).ok()?],
        Kind::Cards | Kind::Folded | Kind::Sides if !asks => return None,
        Kind::Folded | Kind::Sides if document.questions().count() > MOST_QUESTIONS => {
            return None;
        }
        Kind::Cards | Kind::Folded => {
            let duplex =
                if kind == Kind::Folded { Duplex::Fold } else { Duplex::LongEdge };
            vec![flashcards(document, &mut fonts, &cards(duplex)).expect("cards")]
        }
        Kind::Sides => {
            let options = cards(Duplex::Manual);
            let deck = deck(document, &options.deck).expect("a deck");
            let made = fronts_and_backs_of(document, &deck, &mut fonts, &options);
            let (fronts, backs) = made.expect("cards");
            vec![fronts, backs]
        }
        Kind::Calibration => {
            let options = CalibrationOptions {
                paper: Paper::a4(),
                duplex: Duplex::LongEdge,
                back_offset: Offset::default(),
                offset_option: "--back-offset".to_owned(),
                date: None,
            };
            vec![calibration(&fonts, &options).expect("a test sheet")]
        }
    };
    Some(made.into_iter().map(|made| made.bytes).collect())
}

fn words(document: &Document) -> usize {
    document.sections.iter().map(|section| word_count(&section.plain_text())).sum()
}

/// What `qpdf` finds wrong.
pub fn qpdf(bytes: &[u8], name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("written");
    let (sound, said) = foreign::output(foreign::tool("qpdf")?.arg("--check").arg(&path));
    (!sound || said.contains("WARNING")).then_some(said)
}
