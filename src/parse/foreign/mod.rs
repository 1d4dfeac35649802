//! Files that are no Markdown but have a form that can be told in it: notebooks, and tables of
//! values. Each becomes the Markdown that somebody would have written by hand.

mod notebook;
mod values;

pub use notebook::{Notebook, notebook};
pub use values::values;
