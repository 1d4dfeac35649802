//! Formulas: TeX to `MathML`, and `MathML` to a tree that pages are set from.
//!
//! `math-core` reads the TeX, for books and for pages alike: [`mathml`] gives its words as
//! they are, [`Formula::read`] a tree of them, and `linear` what the tree says on one line of
//! text. What is no formula to `math-core`, or is nested deeper than the stack can be trusted
//! with, is nothing here: whoever asks shows the TeX itself, and nothing is lost.
//!
//! Architecture invariant: nothing here knows a font, a size or a page.

mod depth;
mod letters;
mod linear;
mod operator;
mod read;
mod spoken;
mod table;
mod tree;
mod xml;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

pub(crate) use letters::{LetterStyle, plain};
pub(crate) use linear::{FormulaRun, Script};
pub(crate) use operator::{Class, Operator, Sign};
pub(crate) use tree::{Align, Cell, Lines, Look, Node, Room, Table, fenced};

/// A formula that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Formula {
    /// Its parts, side by side.
    pub nodes: Vec<Node>,
}

impl Formula {
    /// Reads TeX; nothing where it is not understood or shows nothing.
    pub(crate) fn read(tex: &str, display: bool) -> Option<Self> {
        let nodes = read::read(&mathml(tex, display)?)?;
        let formula = Self { nodes };
        let shows = formula.runs().iter().any(|run| !run.text.trim().is_empty());
        shows.then_some(formula)
    }

    /// What some of its parts say, read aloud.
    pub(crate) fn spoken_of(nodes: &[Node]) -> String {
        spoken::spoken(&linear::runs(nodes))
    }

    /// The formula on one line, as text with raised and lowered parts; the rows of a system
    /// of equations are parted by `\n`.
    pub(crate) fn runs(&self) -> Vec<FormulaRun> {
        linear::runs(&self.nodes)
    }

    /// What it shows, however it is set: its letters, figures and signs in reading order.
    pub(crate) fn letters(&self) -> String {
        let mut letters = String::new();
        tree::leaves(&self.nodes, &mut |words| letters.push_str(words));
        letters
    }

    /// The same without any raising, as it is read aloud: `x_i^2`, `e^(−x)`.
    pub(crate) fn spoken(&self) -> String {
        spoken::spoken(&self.runs())
    }
}

/// The formula as a `math` element of `MathML` Core; nothing where it is not understood.
pub(crate) fn mathml(tex: &str, display: bool) -> Option<String> {
    if tex.trim().is_empty() || depth::depth(tex) > depth::DEEPEST {
        return None;
    }
    let converter = LatexToMathML::new(MathCoreConfig::default()).ok()?;
    let display = if display { MathDisplay::Block } else { MathDisplay::Inline };
    converter.convert_with_local_state(tex, display).ok().map(|made| made.mathml)
}
