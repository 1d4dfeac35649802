//! What is to be done, with everything decided: the guides, the products and where they go.

use std::path::PathBuf;

use super::about::About;
use super::messages::MessageOptions;
use super::reprint::Reprint;
use super::target::Target;
use crate::product::{
    AnkiOptions, BookOptions, CalibrationOptions, CardOptions, SheetOptions, Theme,
};
use crate::select::Selection;
use crate::select::condense::CondenseOptions;

/// A job that can be run.
#[derive(Debug, PartialEq)]
pub(crate) struct Job {
    /// What to read, in this order; never empty.
    pub guides: Vec<Guide>,
    /// Which part of it.
    pub selection: Selection,
    /// What wins over the guide's front matter.
    pub about: About,
    /// Whether pictures may be read from anywhere.
    pub allow_outside: bool,
    /// Folders with fonts beside the bundled ones.
    pub font_dirs: Vec<PathBuf>,
    /// A file with colours and fonts.
    pub theme_file: Option<PathBuf>,
    /// The colours and fonts, of whatever file.
    pub theme: Theme,
    /// How much of each answer is wanted.
    pub condense: CondenseOptions,
    /// What to make of it.
    pub task: Task,
    /// How messages about it are given.
    pub messages: MessageOptions,
}

/// Where a guide comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Guide {
    /// The one in the program.
    Embedded,
    /// Standard input.
    Input,
    /// A Markdown file.
    Markdown(PathBuf),
    /// A tree as JSON.
    Tree(PathBuf),
}

/// What is made.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    /// Files.
    Make {
        /// What, and where to.
        products: Vec<(Product, Target)>,
        /// A folder to be made first.
        dir: Option<PathBuf>,
        /// Where it is written what was left out.
        report: Option<Target>,
        /// Which of the cards are printed.
        reprint: Reprint,
    },
    /// The list of sections and questions, on standard output.
    List {
        /// For programs instead of people.
        json: bool,
    },
    /// The tree, and where it is written what was left out of it.
    Tree(Target, Option<Target>),
    /// The kinds of card stock, on standard output. No guide is read.
    Stocks,
    /// The test sheet for printing on both sides. No guide is read.
    Calibrate(CalibrationOptions, Target),
}

/// A product and how it is made.
#[derive(Debug, PartialEq)]
pub(crate) enum Product {
    Sheet(SheetOptions),
    Cards(CardOptions),
    /// Cards as two files: fronts, and backs, which go to this target.
    CardSides(CardOptions, Target),
    Anki(AnkiOptions),
    Book(BookOptions),
}
