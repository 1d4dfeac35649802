//! Values as JSON that a person can read too.

use std::fmt::Write as _;

use serde::Serialize;

use super::visible::is_order;
use crate::diagnostic::{Cause, Error, Result};

/// Anything as JSON, in lines that a person can read unless there are too many, ended by a
/// line break.
pub(crate) fn json(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(value).map_err(failed)?;
    if json.len() > MOST_READABLE {
        json = serde_json::to_vec(value).map_err(failed)?;
    }
    json.push(b'\n');
    Ok(escaped(json))
}

/// The same value without anything that a terminal would take for an order: JSON itself
/// asks only for the oldest controls to be escaped.
fn escaped(json: Vec<u8>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(&json) else { return json };
    let escapes = |c: char| c != '\n' && is_order(c);
    if !text.contains(escapes) {
        return json;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if escapes(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out.into_bytes()
}

/// Nobody reads more, in bytes; then white space would only keep it from being read again.
const MOST_READABLE: usize = 16 << 20;

fn failed(error: serde_json::Error) -> Error {
    Error::Render { format: "JSON", reason: Cause::of(error) }
}
