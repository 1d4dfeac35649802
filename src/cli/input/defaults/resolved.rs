//! What comes of arguments and files of options: a job, or why there is none.

use crate::cli::plan::job::Job;
use crate::diagnostic::{Diagnostic, Error};

/// A job, and what is to be said of where its options come from.
pub(crate) struct Resolved {
    pub job: Job,
    pub notes: Vec<Diagnostic>,
}

/// Why there is no job.
pub(crate) enum Refusal {
    /// The arguments are wrong, or ask for help.
    Arguments(clap::Error),
    /// The file of defaults is wrong.
    File(Box<BadFile>),
}

impl Refusal {
    /// That the file `name`, of this text if it has any, is wrong; `job` is the one without it.
    pub(super) fn of_file(
        job: Job,
        name: String,
        text: Option<String>,
        error: Error,
    ) -> Self {
        Self::File(Box::new(BadFile { job, name, text, error }))
    }
}

/// What is wrong with a file of defaults.
pub(crate) struct BadFile {
    /// The job without it, which says how messages are given.
    pub job: Job,
    pub name: String,
    pub text: Option<String>,
    pub error: Error,
}
