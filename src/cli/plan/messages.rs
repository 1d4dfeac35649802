//! How messages are given: how many, in colour or not, and how strictly warnings are taken.

use super::environment::Environment;
use crate::cli::args::command::{Color, GlobalArgs};

/// How messages are given.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MessageOptions {
    pub verbosity: Verbosity,
    pub color: bool,
    /// Whether a warning counts as an error.
    pub strict: bool,
}

/// How much is said.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// Errors.
    Quiet,
    /// Warnings and finished files, too.
    #[default]
    Normal,
    /// Notes, too.
    Verbose,
}

impl MessageOptions {
    /// What was typed, in an environment.
    pub(crate) fn new(typed: &GlobalArgs, environment: &Environment) -> Self {
        let verbosity = match (typed.quiet, typed.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        };
        let color = match typed.color {
            Color::Auto => environment.terminal && !environment.no_color,
            Color::Always => true,
            Color::Never => false,
        };
        Self { verbosity, color, strict: typed.strict }
    }
}
