//! The command line: what was typed becomes a job, the job is run, a person reads how it went.
//!
//! It has floors of its own; what is on one uses those below, never those above:
//!
//! | floor | module | owns |
//! |---|---|---|
//! | 4 | [`mod@run`] | doing a job: read, select, make, write |
//! | 3 | [`input`], [`output`] | what is read, within bounds and reach · what is written and said |
//! | 2 | [`plan`] | what arguments and environment mean together: a job, files' names |
//! | 1 | [`args`] | what was typed |
//! | 0 | [`system`] | what the system says, in words; what stands behind a path |
//!
//! Architecture invariant: the environment, standard input and output, files that a person
//! names and the terminal are known here and nowhere else.

mod args;
mod input;
mod output;
mod plan;
mod run;
mod system;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::diagnostic::Diagnostic;
use args::command::Typed;
use input::defaults::{self, Refusal, Resolved};
use output::messages::Messages;
use plan::environment::Environment;
use plan::job::Job;
use plan::messages::MessageOptions;

/// Runs the command with the arguments and the environment of this process.
///
/// The exit status is 0 if all was done, 1 if it failed and nothing was written, and 2 if
/// the arguments are wrong.
pub fn main() -> ExitCode {
    system::process::answer_limits();
    let words: Vec<_> = std::env::args_os().collect();
    match defaults::job(&words, &Environment::of_process()) {
        Ok(Resolved { job, notes }) => do_job(&job, notes),
        Err(Refusal::Arguments(answer)) => print_answer(&answer),
        Err(Refusal::File(bad)) => {
            let mut messages = Messages::new(bad.job.messages);
            messages.set_sources(std::slice::from_ref(&bad.name), vec![bad.text]);
            messages.print_error(&bad.error);
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
    let typed = Typed::try_parse_from(arguments).map_err(|error| error.to_string())?;
    Job::new(typed, &Environment::default()).map(|_| ())
}

/// Prints what is wrong with the arguments, or the help or the version that they ask for.
fn print_answer(answer: &clap::Error) -> ExitCode {
    if answer.use_stderr() {
        // When standard error is closed there is nobody to read.
        let _ = answer.print();
    } else if let Err(error) = output::pour::print_by(|| answer.print()) {
        Messages::new(MessageOptions::default()).print_error(&error);
        return ExitCode::FAILURE;
    }
    ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2))
}

fn do_job(job: &Job, notes: Vec<Diagnostic>) -> ExitCode {
    let mut messages = Messages::new(job.messages);
    messages.add(notes);
    let outcome = run::job::run(job, &mut messages);
    messages.print_pending();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            messages.print_error(&error);
            ExitCode::FAILURE
        }
    }
}
