//! How sheets of whole pages are folded, and what that asks of the pages.

use crate::frame::Page;
use crate::paper::Paper;

use super::booklet::{self, Booklet};
use super::duplex::Duplex;
use super::pocket;
use super::side::Side;

/// How the sheets are folded that pages are printed on.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// Not at all: a page is a side of a sheet.
    #[default]
    Flat,
    /// In the middle, all together, and stapled: two pages on each side of a sheet.
    Booklet,
    /// Into eight, with one cut: eight pages on one side of one sheet.
    Pocket,
}

/// What sheets that will be folded are made by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoldedSheets {
    pub paper: Paper,
    /// How sheets are turned between their two sides.
    pub duplex: Duplex,
    /// Whether the pages are read from right to left.
    pub right_to_left: bool,
}

/// Sheets with pages on them.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Imposed {
    /// Their sides, in the order in which they are printed.
    pub sides: Vec<Page>,
    /// What these are called: by the numbers of their pages, from left to right.
    pub labels: Vec<String>,
    pub sheets: usize,
}

impl Folding {
    /// The paper that a page is laid out for. Sheets that are folded lie across.
    pub(crate) fn page(self, paper: Paper) -> Paper {
        let across = paper.landscape().size();
        match self {
            Self::Flat => paper,
            Self::Booklet => Paper::sized(booklet::page_size(across)),
            Self::Pocket => Paper::sized(pocket::page_size(across)),
        }
    }

    /// How many pages there can be, where that is not as many as it takes.
    pub(crate) const fn most_pages(self) -> Option<usize> {
        match self {
            Self::Flat | Self::Booklet => None,
            Self::Pocket => Some(pocket::PAGES),
        }
    }

    /// Puts pages, as large as [`Folding::page`] says, on sheets. Those that are not folded
    /// stay as they are.
    pub(crate) fn impose(self, pages: Vec<Page>, sheets: FoldedSheets) -> Imposed {
        let FoldedSheets { paper, duplex, right_to_left } = sheets;
        let paper = paper.landscape().size();
        let sides = match self {
            Self::Flat => {
                let sheets = pages.len();
                return Imposed { sides: pages, labels: Vec::new(), sheets };
            }
            Self::Booklet => Booklet { paper, duplex, right_to_left }.sides(pages),
            Self::Pocket => vec![pocket::side(paper, pages, right_to_left)],
        };
        let sheets = if self == Self::Pocket { 1 } else { sides.len() / 2 };
        let side = |Side { frame, label }| (Page { frame }, label);
        let (sides, labels) = sides.into_iter().map(side).unzip();
        Imposed { sides, labels, sheets }
    }
}
