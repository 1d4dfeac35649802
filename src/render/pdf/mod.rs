//! Pages as a PDF file that lasts (PDF/A-2a, ISO 19005-2) and that everyone can read
//! (PDF/UA-1, ISO 14289-1).
//!
//! [`pdf`] is the order of things: a survey of what the pages use, subsets of the fonts,
//! the pages drawn as content streams, a document that `printpdf` builds of fonts and bare
//! pages, and the finishing pass that puts everything together.
//!
//! Architecture invariant: nothing here decides where anything stands, and nothing here
//! knows what a guide, a card or a cheat sheet is.

mod affine;
mod clusters;
mod descriptor;
mod document;
mod draw;
mod file;
mod finish;
mod fonts;
mod images;
mod labels;
mod links;
mod metadata;
mod options;
mod outline;
mod parallel;
mod profile;
mod role;
mod survey;
mod syntax;
mod tree;

use self::draw::Draw;
use self::finish::Prepared;
use crate::diagnostic::{Error, Result};
use crate::font::FontSet;
use crate::frame::Pages;

pub(crate) use options::PrintHints;
pub use options::{Duplex, PdfOptions};

/// Makes a PDF file of pages, whose faces are of `fonts`.
///
/// The same pages, fonts and options give the same bytes on every machine. A font that
/// can't be subset is an [`Error::Font`]; pages that show a character without a glyph, or
/// whose structure is broken, and a date that is none are an [`Error::Render`].
pub fn pdf(pages: &Pages, fonts: &FontSet, options: &PdfOptions) -> Result<Vec<u8>> {
    if pages.pages.is_empty() {
        return Err(Error::Render { format: "PDF", reason: "there are no pages".into() });
    }
    let metadata = metadata::metadata(options)?;
    let survey = survey::survey(&pages.pages)?;
    tree::check(&pages.structure, survey.last_tag)?;
    let subsets = fonts::subsets(&survey.faces, fonts)?;
    images::check(&pages.images)?;
    let images = &pages.images;
    let draw = Draw { subsets: &subsets, structure: &pages.structure, images };
    let drawn = parallel::map(&pages.pages, |_, page| {
        let mut drawn = draw.page(page);
        drawn.content = file::deflate(&drawn.content);
        drawn
    });
    let document = document::document(pages.pages.len(), &subsets, fonts);
    let (survey, subsets) = (&survey, &subsets);
    finish::finish(
        document,
        Prepared { pages, fonts, subsets, survey, drawn, metadata, options },
    )
}
