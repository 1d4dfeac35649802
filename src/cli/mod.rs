//! The command line: what was typed becomes a job, the job is run, a person is told.
//!
//! [`args`] and [`cards`] hold what was typed, [`defaults`] adds what a file beside the guide
//! says, [`job`] is what all of it means, [`mod@run`] does it with [`make`],
//! [`read`] and [`mod@write`], and [`say`] is the only voice.
//!
//! Architecture invariant: the environment, standard input and output, files that a person
//! names and the terminal are known here and nowhere else.

mod about;
mod args;
mod book;
mod cards;
mod deck;
mod defaults;
mod included;
mod intake;
mod job;
mod made;
mod make;
mod mdbook;
mod paper;
mod pictures;
mod reach;
mod read;
mod reprint;
mod run;
mod say;
mod stage;
mod stocks;
mod time;
mod values;
mod write;

use std::ffi::OsString;
use std::io::ErrorKind::BrokenPipe;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::diagnostic::{Diagnostic, Error};
use args::Typed;
use clap::Parser;
use defaults::{Meant, Refusal};
use job::{Job, Manner, Surroundings};
use say::Voice;

/// Runs the command with the arguments and the environment of this process.
///
/// The exit status is 0 if all was done, 1 if it failed and nothing was written, and 2 if
/// the arguments are wrong.
pub fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    match defaults::job(&words, &surroundings()) {
        Ok(Meant { job, notes }) => do_job(&job, notes),
        Err(Refusal::Arguments(answer)) => say_answer(&answer),
        Err(Refusal::File(bad)) => {
            let mut voice = Voice::new(bad.job.manner);
            voice.know(std::slice::from_ref(&bad.name), vec![bad.text]);
            voice.say_error(&bad.error);
            ExitCode::FAILURE
        }
    }
}

/// Whether `arguments`, the first of which is the program's name, make a job. Nothing is
/// read, written or said.
///
/// # Errors
/// What would be said of them: what is wrong, or the help that they ask for.
pub fn check<A>(arguments: impl IntoIterator<Item = A>) -> Result<(), String>
where
    A: Into<OsString> + Clone,
{
    let typed = Typed::try_parse_from(arguments).map_err(|said| said.to_string())?;
    Job::new(typed, &Surroundings::default()).map(|_| ())
}

/// Says what is wrong with the arguments, or the help or the version that they ask for.
fn say_answer(answer: &clap::Error) -> ExitCode {
    let said = answer.print().and_then(|()| std::io::stdout().flush());
    match said {
        // A closed pipe behind `--help | head` is nobody's fault.
        Err(error) if !answer.use_stderr() && error.kind() != BrokenPipe => {
            let error = Error::write(Path::new("standard output"), reason(&error));
            Voice::new(Manner::default()).say_error(&error);
            ExitCode::FAILURE
        }
        _ => ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2)),
    }
}

fn do_job(job: &Job, notes: Vec<Diagnostic>) -> ExitCode {
    let mut voice = Voice::new(job.manner);
    voice.hear(notes);
    let outcome = run::run(job, &mut voice);
    voice.say_heard();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            voice.say_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn surroundings() -> Surroundings {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    Surroundings {
        no_color: set("NO_COLOR").is_some()
            || set("TERM").is_some_and(|term| term == "dumb"),
        terminal: std::io::stderr().is_terminal(),
        source_date_epoch: set("SOURCE_DATE_EPOCH"),
    }
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// What the system says of a failure, in words a person may know.
fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    let words = match error.kind() {
        Kind::NotFound => "there is no such file or folder",
        Kind::PermissionDenied => "permission is denied",
        Kind::StorageFull => "the disk is full",
        Kind::QuotaExceeded => "the quota for the disk is used up",
        Kind::FileTooLarge => "the file would be larger than the system allows",
        Kind::ReadOnlyFilesystem => "the disk is read-only",
        Kind::IsADirectory => "it is a folder",
        Kind::NotADirectory => "a part of the path is not a folder",
        _ if goes_round(error) => "its symbolic links go round in a circle",
        _ => return error.to_string(),
    };
    words.to_owned()
}

/// Whether links led to links for too long. The standard library has no name for that
/// yet, and systems number it differently.
fn goes_round(error: &std::io::Error) -> bool {
    let number = if cfg!(target_os = "linux") { 40 } else { 62 };
    cfg!(unix) && error.raw_os_error() == Some(number)
}
