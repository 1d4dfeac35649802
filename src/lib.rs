#![doc = include_str!("architecture.md")]

pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod font;
pub mod frame;
mod hash;
pub mod impose;
pub mod layout;
pub mod math;
pub mod paper;
pub mod parse;
pub mod pictures;
pub mod product;
pub mod render;
pub mod select;
pub mod source;
pub mod text;
pub mod theme;
pub mod units;

/// What the project's own benchmarks look at; no part of the interface.
#[doc(hidden)]
pub mod internals {
    /// Condensing by meaning.
    pub mod condense {
        pub use crate::select::condense::{
            Answer, CondenseOptions, Corpus, FITTED, Features, Line, MIXTURE, Mixture,
            OF_TERM, OF_UNIT, Reader, TIMES, Weights, Words, choose, phrases, worth,
        };
    }
}
