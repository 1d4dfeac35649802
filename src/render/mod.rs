//! The back ends: each turns what the floors below made into the bytes of a file.

pub mod anki;
pub mod epub;
pub mod pdf;
pub mod picture;
