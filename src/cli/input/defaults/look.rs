//! The theme of a job: of the file that it names, else of the file of defaults.

use std::path::Path;

use super::resolved::{Refusal, Resolved};
use crate::cli::input::file::{file, file_inside};
use crate::cli::input::theme::{self, Found};
use crate::cli::system::folder_of;
use crate::diagnostic::{Error, Result};
use crate::product::Theme;

/// What a file of defaults says of the look.
pub(super) struct Table {
    pub name: String,
    pub found: Found,
}

/// The job in the colours of the file at `path`, which was typed or comes from a file of
/// defaults: then it stays in its folder, wherever links lead meanwhile.
pub(super) fn of_file(
    path: &Path,
    typed: bool,
    resolved: Resolved,
) -> Result<Resolved, Refusal> {
    let name = path.display().to_string();
    let allow = typed || resolved.job.allow_outside;
    let bytes =
        if allow { file(path) } else { file_inside(&folder_of(path), path, false) };
    let text = bytes.and_then(|bytes| {
        String::from_utf8(bytes).map_err(|_| Error::read(path, "it is not UTF-8 text"))
    });
    match text {
        Ok(text) => match theme::of_file(&text) {
            Ok(found) => Ok(of_table(Some(Table { name, found }), resolved)),
            Err(error) => Err(Refusal::of_file(resolved.job, name, Some(text), error)),
        },
        Err(error) => Err(Refusal::of_file(resolved.job, name, None, error)),
    }
}

/// The job in the colours of a table, if there is one.
pub(super) fn of_table(table: Option<Table>, mut resolved: Resolved) -> Resolved {
    if let Some(Table { name, found }) = table {
        let warnings = found.warnings.into_iter().map(|warning| warning.of(&name));
        resolved.notes.extend(warnings);
        // Whether programs have colours is an option, and no part of a theme.
        let code_colours = resolved.job.theme.code_colours;
        resolved.job.theme = Theme { code_colours, ..found.theme };
    }
    resolved
}
