//! What options a file of defaults can have, and whether their values are right.

use std::any::TypeId;
use std::error::Error as _;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::args::command::Typed;
use crate::select;

/// Options that only a person can give, and why.
const TYPED_ONLY: [(&str, &str); 2] = [
    ("allow-outside", "only you can let a guide read outside its folder"),
    ("no-defaults", "it is about this file"),
];

/// The command with everything in its place.
fn built() -> Command {
    let mut command = Typed::command();
    command.build();
    command
}

/// The long options that a command has, those of every command included.
fn options(command: &Command) -> impl Iterator<Item = &Arg> {
    let given = |arg: &&Arg| {
        let long = arg.get_long();
        long.is_some_and(|long| !matches!(long, "help" | "version"))
    };
    command.get_arguments().filter(given)
}

fn commands(root: &Command) -> impl Iterator<Item = &Command> {
    root.get_subcommands().filter(|command| command.get_name() != "help")
}

/// Whether `command` has the option `key`.
pub(super) fn is_of(command: &str, key: &str) -> bool {
    let root = built();
    let command = root.find_subcommand(command);
    command.is_some_and(|command| options(command).any(|arg| arg.get_long() == Some(key)))
}

/// What an option of the file takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// Nothing: it is there or not.
    Switch,
    /// One value.
    Value,
    /// One path.
    Path,
    /// Any number of values.
    Values,
    /// Any number of paths.
    Paths,
}

/// What the option `key` takes, in a table for one command or for all, and what it is
/// called among the arguments.
///
/// # Errors
/// Says what is wrong with the key, and what to do.
pub(super) fn takes(
    table: Option<&str>,
    key: &str,
) -> Result<(Takes, String), (String, Option<String>)> {
    if let Some((_, why)) = TYPED_ONLY.iter().find(|(name, _)| *name == key) {
        return Err((format!("`{key}` cannot stand in a file: {why}"), None));
    }
    let root = built();
    let places: Vec<&Command> = commands(&root)
        .filter(|command| table.is_none_or(|table| command.get_name() == table))
        .collect();
    if table.is_none() && key == "output" {
        let hint = "put it below [sheet], [cards] or [epub]".to_owned();
        let says = "`output` would be one file for all products".to_owned();
        return Err((says, Some(hint)));
    }
    let all = || places.iter().flat_map(|command| options(command));
    match all().find(|arg| arg.get_long() == Some(key)) {
        Some(arg) => Ok((takes_of(arg), arg.get_id().to_string())),
        None => Err(unknown(table, key, all().filter_map(Arg::get_long))),
    }
}

fn takes_of(arg: &Arg) -> Takes {
    let is_path = arg.get_value_parser().type_id() == TypeId::of::<PathBuf>();
    match (arg.get_action(), is_path) {
        (ArgAction::SetTrue, _) => Takes::Switch,
        (ArgAction::Append, false) => Takes::Values,
        (ArgAction::Append, true) => Takes::Paths,
        (_, true) => Takes::Path,
        (_, false) => Takes::Value,
    }
}

fn unknown<'a>(
    table: Option<&str>,
    key: &str,
    there: impl Iterator<Item = &'a str>,
) -> (String, Option<String>) {
    let says = match table {
        Some(table) => format!("`offprint {table}` has no option `{key}`"),
        None => format!("there is no option `{key}`"),
    };
    (says, nearest(key, there))
}

/// A hint with the name nearest to `key`.
fn nearest<'a>(key: &str, there: impl Iterator<Item = &'a str>) -> Option<String> {
    let key = key.replace('_', "-");
    let near = select::nearest(&key, there, 1);
    near.first().map(|near| format!("did you mean `{near}`?"))
}

/// Whether there is a command for a table.
///
/// # Errors
/// Says which there are.
pub(super) fn table(name: &str) -> Result<(), (String, Option<String>)> {
    let root = built();
    let names: Vec<&str> = commands(&root).map(Command::get_name).collect();
    if names.contains(&name) {
        return Ok(());
    }
    let says = format!("there is no command `{name}` for a table to be about");
    Err((says, nearest(name, names.iter().copied())))
}

/// Whether the option `key` takes `value`.
///
/// # Errors
/// Says what it takes.
pub(super) fn check(table: Option<&str>, key: &str, value: &str) -> Result<(), String> {
    let root = built();
    let has = |command: &&Command| {
        table.is_none_or(|table| command.get_name() == table)
            && options(command).any(|arg| arg.get_long() == Some(key))
    };
    let Some(command) = commands(&root).find(has) else { return Ok(()) };
    let words = ["offprint", command.get_name(), &format!("--{key}={value}")];
    let Err(error) = Typed::command().try_get_matches_from(words) else {
        return Ok(());
    };
    match error.kind() {
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            Err(format!("`{key}` cannot be `{value}`: {why}"))
        }
        ErrorKind::InvalidValue => {
            let there = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(names)) => names.join(", "),
                _ => String::new(),
            };
            Err(format!("`{key}` cannot be `{value}`: there is {there}"))
        }
        // That it needs others is a matter of the whole file.
        _ => Ok(()),
    }
}
