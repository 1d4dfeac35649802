//! Sheets whose pages are folded: booklets, and eight pages on one side.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Remedy};
use crate::document::Document;
use crate::frame::Pages;
use crate::impose::{Duplex, FoldedSheets, Folding, Imposed};
use crate::text::Direction;

use super::options::SheetOptions;

/// How the pages of a report are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Folded {
    /// `booklet` or `pocket`.
    pub shape: &'static str,
    /// How many sheets of paper it takes.
    pub sheets: usize,
}

/// More sheets than this no stapler goes through that is at home, nor do so many stay folded.
const MOST_SHEETS: usize = 20;

impl SheetOptions {
    /// How many pages there may be.
    pub(super) fn most_pages(&self) -> Option<usize> {
        let most = self.folding.most_pages();
        match (self.pages, most) {
            (Some(pages), Some(most)) => Some(pages.min(most)),
            (pages, most) => pages.or(most),
        }
    }

    /// How the sheets of a booklet are turned: across the middle, along which they are
    /// folded, unless something else is said.
    pub(super) fn booklet_duplex(&self) -> Duplex {
        match self.duplex.unwrap_or(Duplex::ShortEdge) {
            Duplex::Fold => Duplex::Manual,
            duplex => duplex,
        }
    }
}

/// Puts the pages on sheets that will be folded, if that is asked for.
pub(super) fn fold(
    document: &Document,
    pages: &mut Pages,
    options: &SheetOptions,
) -> Option<Folded> {
    let shape = match options.folding {
        Folding::Flat => return None,
        Folding::Booklet => "booklet",
        Folding::Pocket => "pocket",
    };
    let sheets = FoldedSheets {
        paper: options.paper,
        duplex: options.booklet_duplex(),
        right_to_left: Direction::of_language(&document.meta.language).is_rtl(),
    };
    let flat = std::mem::take(&mut pages.pages);
    let Imposed { sides, labels, sheets } = options.folding.impose(flat, sheets);
    (pages.pages, pages.labels) = (sides, labels);
    Some(Folded { shape, sheets })
}

/// A warning where a booklet is too thick to be one.
pub(super) fn thick(folded: Option<Folded>) -> Option<Diagnostic> {
    let sheets = folded?.sheets;
    (sheets > MOST_SHEETS).then(|| {
        let message = format!(
            "a booklet of {sheets} sheets is too thick for most staplers, and does not stay \
             closed"
        );
        Diagnostic::warning(DiagnosticKind::ThickBooklet, message)
            .hint(Remedy::ThinnerBooklet)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_booklet_that_no_stapler_holds_is_warned_of() {
        let of = |sheets| thick(Some(Folded { shape: "booklet", sheets }));
        assert!(of(MOST_SHEETS).is_none() && thick(None).is_none());
        let warning = of(MOST_SHEETS + 1).expect("it is thick");
        assert_eq!(warning.kind, DiagnosticKind::ThickBooklet);
        assert!(warning.message.starts_with("a booklet of 21 sheets"), "{warning:?}");
    }

    #[test]
    fn a_pocket_has_eight_pages_at_most_and_booklets_as_many_as_are_asked_for() {
        let most = |folding, pages| {
            SheetOptions { folding, pages, ..SheetOptions::default() }.most_pages()
        };
        assert_eq!(most(Folding::Flat, None), None);
        assert_eq!(most(Folding::Booklet, Some(12)), Some(12));
        assert_eq!(most(Folding::Pocket, None), Some(8));
        assert_eq!(most(Folding::Pocket, Some(12)), Some(8));
        assert_eq!(most(Folding::Pocket, Some(3)), Some(3));
    }
}
