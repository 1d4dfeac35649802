//! The file of defaults beside a guide, `offprint.toml`: long options and their values, for
//! all commands or, in a table, for one.
//!
//! What is typed wins: an option of the file that does not go with it is passed over.
//! [`mod@file`] reads the file, [`mod@option`] knows what options there are and what values they
//! take. Here the options become arguments as if they had been typed behind the others, so
//! that every check of an argument holds for the file as well.
//!
//! Architecture invariant: a guide may come from anyone, and its file of defaults with it.
//! It can neither name places outside its folder nor allow what only a person can.

mod file;
mod look;
mod option;
mod resolved;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use crate::cli::args::command::Typed;
use crate::cli::plan::environment::Environment;
use crate::cli::plan::job::Job;
use crate::cli::plan::target::is_dash;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error};
use crate::parse::{FrontMatter, QuestionStyle};
use file::{Entry, File, Unusable};

pub(crate) use resolved::{Refusal, Resolved};

/// The name of the file.
const NAME: &str = "offprint.toml";

/// The job that the words of a command line mean, together with the file of defaults.
pub(crate) fn job(
    words: &[OsString],
    environment: &Environment,
) -> Result<Resolved, Refusal> {
    let line = Line::read(words, environment).map_err(Refusal::Arguments)?;
    let typed = line.has("theme");
    let (resolved, own) = match line.file() {
        Some(path) => with_file(line, &path, words, environment)?,
        None => (Resolved { job: line.job, notes: vec![] }, None),
    };
    match resolved.job.theme_file.clone() {
        Some(path) => look::of_file(&path, typed, resolved),
        None => Ok(look::of_table(own, resolved)),
    }
}

/// The job, and what the file of defaults says of its look.
fn with_file(
    line: Line,
    path: &Path,
    words: &[OsString],
    environment: &Environment,
) -> Result<(Resolved, Option<look::Table>), Refusal> {
    let name = path.display().to_string();
    let mut file = match file::read(path, line.job.allow_outside) {
        Ok(file) => file,
        Err(Unusable { text, error }) => {
            return Err(Refusal::of_file(line.job, name, text, *error));
        }
    };
    let found = file.theme.take().filter(|_| option::is_of(&line.command, "theme"));
    match (Merger { words, environment, command: &line.command }).merge(&line, &file) {
        Ok(merged) => {
            let notes = merged.notes(&name);
            let job = Job { about: line.job.about, ..merged.job };
            let about = job.about.otherwise(merged.facts);
            let table = found.map(|found| look::Table { name, found });
            Ok((Resolved { job: Job { about, ..job }, notes }, table))
        }
        Err(error) => Err(Refusal::of_file(line.job, name, Some(file.text), error)),
    }
}

/// A command line that goes together.
struct Line {
    command: String,
    matches: ArgMatches,
    job: Job,
}

impl Line {
    fn read(words: &[OsString], environment: &Environment) -> clap::error::Result<Self> {
        let matches = Typed::command().try_get_matches_from(words)?;
        let typed = Typed::from_arg_matches(&matches)?;
        let job = Job::new(typed, environment).map_err(|message| {
            Typed::command().error(ErrorKind::ValueValidation, message)
        })?;
        let (command, matches) = matches
            .subcommand()
            .map(|(name, of_command)| (name.to_owned(), of_command.clone()))
            .unwrap_or_default();
        Ok(Self { command, matches, job })
    }

    /// The file of defaults, if there is one: beside the first guide, in it where it is a
    /// folder, and in the present folder where no guide is a file.
    fn file(&self) -> Option<PathBuf> {
        if self.matches.get_flag("no_defaults") {
            return None;
        }
        let guides = self.matches.try_get_many::<PathBuf>("paths").ok().flatten();
        let first = guides.and_then(|mut guides| guides.next());
        let folder = match first.filter(|path| !is_dash(path)) {
            Some(path) if path.is_dir() => path,
            Some(path) => path.parent().unwrap_or(Path::new("")),
            None => Path::new(""),
        };
        let path = folder.join(NAME);
        // Whatever is called so is meant, and a folder or a pipe is refused.
        path.symlink_metadata().is_ok().then_some(path)
    }

    /// Whether an option was typed.
    fn has(&self, id: &str) -> bool {
        self.matches.try_contains_id(id).is_ok()
            && self.matches.value_source(id) == Some(ValueSource::CommandLine)
    }
}

/// Puts the options of a file behind those that were typed.
struct Merger<'a> {
    words: &'a [OsString],
    environment: &'a Environment,
    command: &'a str,
}

/// The job of typed words and a file.
struct Merged<'a> {
    job: Job,
    facts: FrontMatter,
    used: Vec<&'a str>,
    /// Those that do not go with what was typed.
    unused: Vec<&'a str>,
}

impl Merger<'_> {
    fn merge<'f>(&self, line: &Line, file: &'f File) -> Result<Merged<'f>, Error> {
        let mut taken: Vec<&str> = Vec::new();
        let mut kept: Vec<&Entry> = Vec::new();
        let mut facts = FrontMatter::default();
        let mut unused = Vec::new();
        // What is said for this command wins over what is said for all.
        for table in [Some(self.command), None] {
            let layer: Vec<&Entry> = file
                .entries
                .iter()
                .filter(|entry| entry.table.as_deref() == table)
                .filter(|entry| option::is_of(self.command, &entry.key))
                .filter(|entry| !taken.contains(&&*entry.key))
                .collect();
            taken.extend(layer.iter().map(|entry| &*entry.key));
            let layer = layer.into_iter().filter(|entry| !line.has(&entry.id));
            let (about, layer): (Vec<_>, Vec<_>) =
                layer.partition(|entry| is_fact(&entry.key));
            for entry in about {
                put(&mut facts, entry);
            }
            kept = self.with(kept, &layer, &mut unused, file)?;
        }
        let job =
            self.tried(&kept).map_err(|error| file.error(&kept, &sentence(&error)))?;
        let used = kept.iter().map(|entry| &*entry.key).collect();
        Ok(Merged { job, facts, used, unused })
    }

    /// `kept`, and those entries of `layer` that go with them and with what was typed.
    fn with<'f>(
        &self,
        kept: Vec<&'f Entry>,
        layer: &[&'f Entry],
        unused: &mut Vec<&'f str>,
        file: &File,
    ) -> Result<Vec<&'f Entry>, Error> {
        let all: Vec<&Entry> = kept.iter().chain(layer).copied().collect();
        if self.tried(&all).is_ok() {
            return Ok(all);
        }
        // What does not go together by itself is a mistake, and no matter of who wins.
        let bare = [OsString::from("offprint"), self.command.into()];
        let alone =
            Merger { words: &bare, environment: self.environment, command: self.command };
        alone.tried(layer).map_err(|error| file.error(layer, &sentence(&error)))?;
        let mut kept = kept;
        let mut open: Vec<&Entry> = layer.to_vec();
        // Twice, since an option may need one that comes after it.
        for _ in 0..2 {
            open.retain(|entry| {
                kept.push(entry);
                let goes = self.tried(&kept).is_ok();
                if !goes {
                    kept.pop();
                }
                !goes
            });
        }
        unused.extend(open.iter().map(|entry| &*entry.key));
        Ok(kept)
    }

    /// The job of the words and the entries.
    fn tried(&self, entries: &[&Entry]) -> clap::error::Result<Job> {
        // Behind the name of the command, where options of all kinds may stand.
        let at = self.words.iter().position(|word| *word == *self.command);
        let at = at.map_or(self.words.len(), |at| at + 1);
        let mut words = self.words[..at].to_vec();
        words.extend(entries.iter().flat_map(|entry| entry.words()));
        words.extend_from_slice(&self.words[at..]);
        Line::read(&words, self.environment).map(|line| line.job)
    }
}

impl Merged<'_> {
    fn notes(&self, name: &str) -> Vec<Diagnostic> {
        let note = |keys: &[&str], says: &str| {
            let keys = keys.join(", ");
            (!keys.is_empty()).then(|| {
                Diagnostic::note(
                    DiagnosticKind::Defaults,
                    format!("{name}{says}: {keys}"),
                )
            })
        };
        let used = note(&self.used, " gives options");
        let unused =
            note(&self.unused, " has options that do not go with what was typed");
        used.into_iter().chain(unused).collect()
    }
}

/// Whether a key says something of the guide itself, which its front matter knows better.
fn is_fact(key: &str) -> bool {
    matches!(key, "title" | "author" | "lang" | "date" | "question-style")
}

fn put(facts: &mut FrontMatter, entry: &Entry) {
    let words = Some(entry.values.join(", "));
    let (slot, words) = match &*entry.key {
        "title" => (&mut facts.title, words),
        "author" => (&mut facts.author, words),
        "lang" => (&mut facts.language, words),
        "date" => (&mut facts.date, words),
        _ => {
            let style = entry.values.first().map(|name| QuestionStyle::named(name));
            let style = style.and_then(Result::ok);
            facts.question_style = facts.question_style.or(style);
            return;
        }
    };
    *slot = slot.take().or(words);
}

/// What is wrong with arguments, in one sentence.
fn sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let text = text.split("\n\n").next().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
