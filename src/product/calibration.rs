//! The test sheet for printing on both sides.

use crate::diagnostic::{Error, Remedy, Result};
use crate::document::Meta;
use crate::font::FontSet;
use crate::frame::{Page, Pages};
use crate::impose::{Duplex, Offset, moved};
use crate::layout::calibration::{Words, test_sheet};
use crate::render::pdf::pdf;
use crate::text::Shaper;

use super::metadata::{pdf_options, print_hints};
use super::options::CalibrationOptions;

/// A finished test sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TestSheet {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Makes a PDF of two pages, front and back, that tells a printer's offset.
pub fn calibration(fonts: &FontSet, options: &CalibrationOptions) -> Result<TestSheet> {
    let mut shaper = Shaper::new(fonts, "en");
    let words = words(options);
    let sheet =
        test_sheet(options.paper.size(), &words, &mut shaper).map_err(|error| {
            Error::Fit { message: error.to_string(), hint: Some(Remedy::UsualPaper) }
        })?;
    let back = moved(sheet.back, options.back_offset);
    let pages = Pages {
        pages: vec![Page { frame: sheet.front }, Page { frame: back }],
        labels: vec!["front".to_owned(), "back".to_owned()],
        structure: sheet.structure,
        ..Pages::default()
    };
    let meta =
        Meta { title: Some("Test sheet for both sides".into()), ..Meta::default() };
    let mut meta = pdf_options(&meta, options.date.as_deref());
    "en".clone_into(&mut meta.language);
    meta.print = print_hints(options.duplex);
    let bytes = pdf(&pages, fonts, &meta)?;
    Ok(TestSheet { bytes, pages: pages.pages.len() })
}

fn words(options: &CalibrationOptions) -> Words {
    let both_sides = match options.duplex {
        Duplex::LongEdge => "on both sides, turned about the long edge",
        Duplex::ShortEdge => "on both sides, turned about the short edge",
        Duplex::Manual | Duplex::Fold => {
            "page 1 first; then put the sheet back, turned about its long edge, and print \
             page 2 on the other side"
        }
    };
    let front = [
        format!("Print this file on one sheet, in actual size (100 %), {both_sides}."),
        "Measure the ruler. If it is not 100 mm long, the print was scaled: look for \
         “actual size” or “no scaling” in the print dialogue and print again."
            .to_owned(),
        "Pierce the crosses A, B and C with a pin, or hold the sheet against a light. Then \
         turn it over and read on the back."
            .to_owned(),
    ];
    let (option, given) = (&options.offset_option, given(options.back_offset));
    let last = if options.back_offset == Offset::default() {
        format!(
            "Make cards with `{option} DX,DY,DEG`, such as `{option} 1.5,-0.5,0.2`. Print \
         this sheet again with the same to see that all three then meet zero."
        )
    } else {
        format!(
            "This side is moved by `{option} {given}` already. What you still read comes \
             on top: add it, number by number."
        )
    };
    let back = [
        "C tells DX, to the right, and DY, down, in millimetres: where the hole is, or \
         where the front’s cross shows."
            .to_owned(),
        "A and B tell degrees, right or left of their zeros. Half of both together is DEG."
            .to_owned(),
        last,
    ];
    Words {
        front: ("Test sheet for both sides: front".to_owned(), front.into()),
        back: ("Test sheet for both sides: back".to_owned(), back.into()),
    }
}

/// An offset as it is typed.
fn given(offset: Offset) -> String {
    let short = |n: f64| {
        let n = (n * 1000.0).round() / 1000.0;
        // No number is less than nothing by nothing.
        if n == 0.0 { "0".to_owned() } else { n.to_string() }
    };
    let Offset { right, down, turn } = offset;
    let lengths = format!("{},{}", short(right.to_mm()), short(down.to_mm()));
    if turn == 0 {
        return lengths;
    }
    format!("{lengths},{}", short(f64::from(turn) / 1000.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Length;

    #[test]
    fn offsets_are_shown_as_they_are_typed() {
        let offset = |right, down, turn| {
            given(Offset { right: Length::mm(right), down: Length::mm(down), turn })
        };
        assert_eq!(offset(1.5, -0.5, 0), "1.5,-0.5");
        assert_eq!(offset(0.0, 0.25, -200), "0,0.25,-0.2");
    }
}
