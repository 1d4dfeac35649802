//! What the files of the products say of themselves.

use crate::diagnostic::{Error, Result};
use crate::document::Meta;
use crate::document::date::Date;
use crate::impose::{Duplex, Folding};
use crate::render::pdf::{self, PdfOptions, PrintHints};
use crate::words::Words;

use super::options::SheetOptions;

/// The title that a product bears.
pub(super) fn title(meta: &Meta) -> &str {
    let own = meta.title.as_deref().filter(|title| !title.trim().is_empty());
    own.unwrap_or(Words::of(&meta.language).book.untitled)
}

/// The date that a book bears: its author's, else the one that it was made on.
pub(super) fn date(meta: &Meta, made: Option<&str>) -> Result<Option<String>> {
    let Some(date) = meta.date.as_deref().or(made) else { return Ok(None) };
    if Date::parse(date).is_none() {
        let reason = format!("“{date}” is no date").into();
        return Err(Error::Render { format: "EPUB", reason });
    }
    Ok(Some(date.to_owned()))
}

/// What a PDF of the document says of itself.
pub(super) fn pdf_options(meta: &Meta, date: Option<&str>) -> PdfOptions {
    PdfOptions {
        title: title(meta).to_owned(),
        author: meta.author.clone(),
        subject: meta.subtitle.clone(),
        language: meta.language.clone(),
        date: meta.date.clone().or_else(|| date.map(str::to_owned)),
        ..PdfOptions::default()
    }
}

/// Of a sheet that is folded, measures must come out as they are: pages are where the folds
/// will be. Other sheets may be shrunk.
pub(super) fn sheet_print_hints(options: &SheetOptions) -> PrintHints {
    match options.folding {
        Folding::Flat => PrintHints {
            duplex: options.duplex.and_then(|duplex| print_hints(duplex).duplex),
            ..PrintHints::default()
        },
        Folding::Booklet => print_hints(options.booklet_duplex()),
        Folding::Pocket => print_hints(Duplex::Fold),
    }
}

/// Measures must come out as they are: cards are cut where the stock says.
pub(super) const fn print_hints(duplex: Duplex) -> PrintHints {
    let duplex = Some(match duplex {
        Duplex::LongEdge => pdf::Duplex::LongEdge,
        Duplex::ShortEdge => pdf::Duplex::ShortEdge,
        Duplex::Manual | Duplex::Fold => pdf::Duplex::Simplex,
    });
    PrintHints { duplex, no_scaling: true }
}
