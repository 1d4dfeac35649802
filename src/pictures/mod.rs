//! The pictures that a guide shows: read by the caller, decoded here, given to the products.
//!
//! [`Pictures`] says of each source that a document names what became of it: a [`Graphic`],
//! or a [`Refusal`] that says why there is none. `raster` decodes pictures of pixels, `vector` reads drawings (SVG),
//! `print` makes of both what a page shows, `book` what an e-reader shows, with `jpeg` and
//! `png`, which know what of a file is picture; `figures` finds the pictures that stand by
//! themselves.
//!
//! Architecture invariant: nothing here opens a file or a connection; bytes come in, and
//! whatever they hold, the memory and the pixels that they may ask for are bounded.

mod book;
mod extent;
mod figures;
mod graphic;
mod jpeg;
mod outcomes;
mod png;
mod print;
mod raster;
mod refusal;
mod vector;
mod weigh;

pub(crate) use book::BookFile;
pub(crate) use figures::{Figure, FigureSplit, split_figures};
pub use graphic::Graphic;
pub use outcomes::Pictures;
pub use refusal::Refusal;
