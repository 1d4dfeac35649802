//! The record of the cards that were printed before.

use std::path::Path;

use super::file::file;
use crate::diagnostic::{Cause, Error, Result};
use crate::select::Lock;

/// Reads the record at `path`.
pub(crate) fn read_lock(path: &Path) -> Result<Lock> {
    let bytes = file(path)?;
    serde_json::from_slice(&bytes).map_err(|error| Error::Read {
        path: path.to_owned(),
        reason: Cause::new(format!("it is no record of printed cards: {error}"), error),
        hint: Some("`offprint cards GUIDE --lock FILE` writes one".into()),
    })
}
