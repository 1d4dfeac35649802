//! What was noticed while something was read, with the text that it is about.

use crate::diagnostic::Diagnostic;

/// Findings about one source, which is the only one that their spans know.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// What the source is called.
    pub name: String,
    /// Its text, to quote from.
    pub text: String,
    /// What was found; errors about the source may follow by themselves.
    pub diagnostics: Vec<Diagnostic>,
}
