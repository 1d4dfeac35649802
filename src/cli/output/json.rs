//! Values as JSON that a person can read too.

use serde::Serialize;

use crate::diagnostic::{Cause, Error, Result};

/// Anything as JSON, in lines that a person can read unless there are too many, ended by a
/// line break.
pub(crate) fn json(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(value).map_err(failed)?;
    if json.len() > MOST_READABLE {
        json = serde_json::to_vec(value).map_err(failed)?;
    }
    json.push(b'\n');
    Ok(json)
}

/// Nobody reads more, in bytes; then white space would only keep it from being read again.
const MOST_READABLE: usize = 16 << 20;

fn failed(error: serde_json::Error) -> Error {
    Error::Render { format: "JSON", reason: Cause::of(error) }
}
