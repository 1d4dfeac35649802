//! Formulas in two dimensions: the tree of one as glyphs, rules and strokes at their places.
//!
//! The rules are those of `TeX` (Knuth, The `TeXbook`, appendix G), with the figures that the face
//! for formulas has in its table `MATH` (OpenType) and the ways of `MathML` Core where these go
//! further. All distances are relative to the paragraph's type size, so that a formula is set once.
//!
//! `row` sets parts side by side, `scripts`, `stacks`, `marks`, `boxes` and `tables` what stands above, below and
//! around others, `glyphs` the signs; `made` is what all of them give. `set` parts a formula where
//! lines may end, and `drawn` is what comes out.

mod boxes;
mod drawn;
mod glyphs;
mod made;
mod marks;
mod node;
mod row;
mod scripts;
mod set;
mod setter;
mod stacks;
mod tables;

pub(crate) use drawn::{AFTER_RELATION, FormulaBox, FormulaPart, Piece, SetFormula};
