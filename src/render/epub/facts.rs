//! What a text holds, counted while it is written.
//!
//! The package document, the statements about accessibility and the choice of fonts ask for
//! it: so they say what the book holds, and not what the guide was meant to hold.

use std::ops::AddAssign;

/// How much of each kind there is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// Formulas as `MathML`.
    pub formulas: usize,
    /// Formulas in TeX notation.
    pub tex_formulas: usize,
    /// Pictures that are shown.
    pub pictures: usize,
    /// Those of the shown pictures that have no alternative text.
    pub pictures_without_text: usize,
    /// Pictures that are not shown but given by their alternative texts, in italics.
    pub pictures_as_text: usize,
    /// Stretches of text in italics.
    pub emphases: usize,
    /// Words and blocks of a program.
    pub codes: usize,
    /// Places where a page of the printed sheet begins.
    pub page_breaks: usize,
}

impl AddAssign for Facts {
    fn add_assign(&mut self, other: Self) {
        self.formulas += other.formulas;
        self.tex_formulas += other.tex_formulas;
        self.pictures += other.pictures;
        self.pictures_without_text += other.pictures_without_text;
        self.pictures_as_text += other.pictures_as_text;
        self.emphases += other.emphases;
        self.codes += other.codes;
        self.page_breaks += other.page_breaks;
    }
}

impl FromIterator<Facts> for Facts {
    fn from_iter<I: IntoIterator<Item = Self>>(all: I) -> Self {
        let mut sum = Self::default();
        all.into_iter().for_each(|facts| sum += facts);
        sum
    }
}
