//! What matters of the process's environment.

use std::ffi::OsString;
use std::io::IsTerminal;

/// What matters of the process's environment.
#[derive(Debug, Default)]
pub(crate) struct Environment {
    /// Colours are unwanted unless asked for.
    pub no_color: bool,
    /// Messages go to a terminal.
    pub terminal: bool,
    /// The time to put into files instead of none (reproducible-builds.org).
    pub source_date_epoch: Option<OsString>,
}

impl Environment {
    /// The environment of this process.
    pub(crate) fn of_process() -> Self {
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        Self {
            no_color: set("NO_COLOR").is_some()
                || set("TERM").is_some_and(|term| term == "dumb"),
            terminal: std::io::stderr().is_terminal(),
            source_date_epoch: set("SOURCE_DATE_EPOCH"),
        }
    }
}
