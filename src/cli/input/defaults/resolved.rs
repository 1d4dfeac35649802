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

/// What is wrong with a file of defaults.
pub(crate) struct BadFile {
    /// The job without it, which says how messages are given.
    pub job: Job,
    pub name: String,
    pub text: Option<String>,
    pub error: Error,
}
