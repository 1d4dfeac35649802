//! The back ends: each turns what the floors below made into the bytes of a file.

pub(crate) mod anki;
pub(crate) mod epub;
pub(crate) mod pdf;
pub(crate) mod picture;
