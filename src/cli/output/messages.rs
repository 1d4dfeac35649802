//! Everything that is said to a person, on standard error.
//!
//! Diagnostics are kept until the work is done, so that each is printed once, those of one
//! kind together, and before the files that they are about. Nothing here can fail: when
//! standard error is closed there is nobody to read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use annotate_snippets::Level;

use super::alike;
use super::finished::{counted, finished};
use super::remedies::{kind_words, words};
use super::snippet::{Message, Sources};
use super::visible::visible;
use crate::cli::output::made::Made;
use crate::cli::plan::messages::{MessageOptions, Verbosity};
use crate::cli::plan::target::Target;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Result, Severity};
use crate::product::SheetReport;

/// Of findings that are alike, so many are printed one by one, unless all are asked for.
const FEW: usize = 3;
/// Of a kind of finding, so many that are not alike.
const MOST_OF_A_KIND: usize = 10;

/// What there is to say, and how it is to be said.
pub(crate) struct Messages {
    options: MessageOptions,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    /// What tells those in `diagnostics` apart.
    known: BTreeSet<Mark>,
    /// How many of `diagnostics` have been printed, or passed over as too quiet.
    printed: usize,
}

/// Kind, message, and the source and place in it.
type Mark = (DiagnosticKind, String, Option<(u32, u32)>);

impl Messages {
    /// No messages so far.
    pub(crate) fn new(options: MessageOptions) -> Self {
        Self {
            options,
            sources: Sources::default(),
            diagnostics: Vec::new(),
            known: BTreeSet::new(),
            printed: 0,
        }
    }

    /// The sources that spans of messages from now on are in.
    pub(crate) fn set_sources(&mut self, names: &[String], texts: Vec<Option<String>>) {
        self.sources = Sources::new(names, texts);
    }

    /// Adds diagnostics; what the making of two products found twice counts once.
    pub(crate) fn add(&mut self, diagnostics: Vec<Diagnostic>) {
        for diagnostic in diagnostics {
            let Diagnostic { kind, message, span, .. } = &diagnostic;
            let place = span.map(|span| (span.source, span.start));
            if self.known.insert((*kind, message.clone(), place)) {
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Whether the work may go on.
    ///
    /// # Errors
    /// If a diagnostic is an error.
    pub(crate) fn check_errors(&self) -> Result<()> {
        if self.count(Severity::Error) > 0 { self.check() } else { Ok(()) }
    }

    /// Whether what was made may be written.
    ///
    /// # Errors
    /// If a diagnostic is an error, or a warning where these count as errors.
    pub(crate) fn check(&self) -> Result<()> {
        let errors = self.count(Severity::Error);
        let warnings = self.count(Severity::Warning);
        let message = if errors > 0 {
            format!("nothing was written because of {}", counted(errors, "error"))
        } else if warnings > 0 && self.options.strict {
            let warnings = counted(warnings, "warning");
            format!("nothing was written because of {warnings}, which --strict forbids")
        } else {
            return Ok(());
        };
        Err(Error::Guide { message, span: None, hint: None })
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Prints the diagnostics that were added since the last time.
    pub(crate) fn print_pending(&mut self) {
        let pending = self.diagnostics[self.printed..].iter();
        let pending: Vec<_> = pending.filter(|one| self.is_printed(one)).collect();
        let report = self.report(&pending);
        self.printed = self.diagnostics.len();
        write_drawn(&report);
    }

    fn is_printed(&self, diagnostic: &Diagnostic) -> bool {
        match self.severity(diagnostic) {
            Severity::Error => true,
            Severity::Warning => self.options.verbosity >= Verbosity::Normal,
            Severity::Note => self.options.verbosity >= Verbosity::Verbose,
        }
    }

    /// What stops the work is an error, whatever it is elsewhere.
    fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        match diagnostic.severity {
            Severity::Warning if self.options.strict => Severity::Error,
            severity => severity,
        }
    }

    /// The diagnostics, kind by kind in the order of first appearance. Unless all are asked for,
    /// those that are alike are one, with how many more there are and where.
    fn report(&self, diagnostics: &[&Diagnostic]) -> String {
        let all = self.options.verbosity == Verbosity::Verbose;
        let (few, most) =
            if all { (usize::MAX, usize::MAX) } else { (FEW, MOST_OF_A_KIND) };
        let mut report = String::new();
        for kind in alike::kinds(diagnostics) {
            let groups = alike::groups(&kind);
            for group in groups.iter().take(most) {
                let shown = if group.len() > few { 1 } else { group.len() };
                let (shown, more) = group.split_at(shown);
                for diagnostic in shown {
                    report.push_str(&self.drawn(diagnostic));
                    report.push('\n');
                }
                if !more.is_empty() {
                    let places =
                        self.sources.places(more.iter().filter_map(|one| one.span));
                    let more = more.len();
                    let _ = writeln!(
                        report,
                        "... and {more} more like this{places}; -v shows all"
                    );
                }
            }
            let more: usize = groups.iter().skip(most).map(Vec::len).sum();
            if more > 0 {
                let words = groups[0].first().map_or("", |one| kind_words(one.kind));
                let _ = writeln!(
                    report,
                    "... and {more} more of this kind ({words}); -v shows all"
                );
            }
        }
        report
    }

    fn drawn(&self, diagnostic: &Diagnostic) -> String {
        let level = match self.severity(diagnostic) {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let Diagnostic { message, span, hint, .. } = diagnostic;
        let hint = hint.as_ref().map(words);
        let hint = hint.as_deref();
        self.draw(&Message { level, text: message, span: *span, hint })
    }

    fn draw(&self, message: &Message<'_>) -> String {
        self.sources.draw(message, self.options.color)
    }

    /// Prints why nothing was made, at every verbosity.
    pub(crate) fn print_error(&self, error: &Error) {
        let span = match error {
            Error::Guide { span, .. } => *span,
            _ => None,
        };
        let (text, hint) = (error.to_string(), error.hint().map(words));
        let (text, hint) = (&*text, hint.as_deref());
        let message = Message { level: Level::ERROR, text, span, hint };
        write_drawn(&(self.draw(&message) + "\n"));
    }

    /// Prints what to do with what was made.
    pub(crate) fn print_advice(&mut self, text: &str) {
        self.print_pending();
        if self.options.verbosity > Verbosity::Quiet {
            let advice = Message { level: Level::NOTE, text, span: None, hint: None };
            write_drawn(&(self.draw(&advice) + "\n"));
        }
    }

    /// Prints a line that is no diagnostic and no finished file; if all is to be said, the
    /// `more` as well.
    pub(crate) fn print(&mut self, line: &str, more: &[String]) {
        self.print_pending();
        if self.options.verbosity > Verbosity::Quiet {
            write(&format!("{line}\n"));
        }
        if self.options.verbosity == Verbosity::Verbose {
            for one in more {
                write(&format!("  {one}\n"));
            }
        }
    }

    /// Prints that a file is there.
    pub(crate) fn print_finished(&mut self, target: &Target, made: &Made) {
        self.print_pending();
        if self.options.verbosity > Verbosity::Quiet {
            write(&(finished(target, made) + "\n"));
            let report = made.report.as_ref();
            if let Some(report) = report.filter(|report| report.is_fitted()) {
                self.print_report(report);
            }
        }
    }

    /// Prints how a sheet of a given number of pages came out; if all is to be said, what was
    /// left out as well.
    fn print_report(&self, report: &SheetReport) {
        write(&format!("{report}\n"));
        if self.options.verbosity == Verbosity::Verbose {
            for dropped in &report.dropped {
                let text = dropped.text.replace('\n', " · ");
                write(&format!(
                    "  left out   line {}, {}: {text}\n",
                    dropped.line, dropped.reason
                ));
            }
        }
    }
}

fn write(text: &str) {
    write_drawn(&visible(text));
}

/// The same for what may have colours, in which everything else was made visible.
fn write_drawn(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    const TEXT: &str = "# Guide\n\nSee ![x](no.png) here\nlast";

    fn span() -> Span {
        Span { source: 0, start: 13, end: 25, line: 3 }
    }

    fn with_options(options: MessageOptions) -> Messages {
        let mut messages = Messages::new(options);
        messages.set_sources(
            &["a.md".into(), "t.json".into()],
            vec![Some(TEXT.into()), None],
        );
        messages
    }

    fn report(messages: &Messages) -> String {
        messages.report(
            &messages
                .diagnostics
                .iter()
                .filter(|one| messages.is_printed(one))
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn a_diagnostic_shows_its_line_with_a_caret_and_a_hint() {
        let mut messages = with_options(MessageOptions::default());
        let hint = "put the picture beside the guide";
        messages.add(vec![
            Diagnostic::warning(DiagnosticKind::UnprintedPicture, "no picture")
                .at(span())
                .hint(hint),
        ]);
        let expected = "\
warning: no picture
 --> a.md:3:5
  |
3 | See ![x](no.png) here
  |     ^^^^^^^^^^^^
  |
  = help: put the picture beside the guide
";
        assert_eq!(report(&messages), expected);
    }

    #[test]
    fn without_the_text_file_and_line_are_named() {
        let mut messages = with_options(MessageOptions::default());
        messages.add(vec![
            Diagnostic::warning(DiagnosticKind::UnprintedPicture, "x")
                .at(Span { source: 1, ..span() }),
        ]);
        assert_eq!(report(&messages), "warning: x\n--> t.json:3\n");
    }

    #[test]
    fn spans_beyond_the_text_are_no_trouble() {
        for (start, end) in [(0, 0), (0, 999), (999, 1000), (8, 8), (13, 30), (25, 13)] {
            let mut messages = with_options(MessageOptions::default());
            let span = Span { source: 0, start, end, line: 1 };
            messages.add(vec![Diagnostic::warning(DiagnosticKind::Link, "x").at(span)]);
            assert!(report(&messages).contains("a.md"), "{start}..{end}");
        }
    }

    #[test]
    fn those_that_are_alike_are_one_and_the_rest_counted() {
        let mut messages = with_options(MessageOptions::default());
        let many = (1..=12).map(|n| {
            let says = format!("the picture “{n}.png” is not printed");
            let at = Span { line: n, ..span() };
            Diagnostic::warning(DiagnosticKind::UnprintedPicture, says).at(at)
        });
        messages.add(many.collect());
        let report = report(&messages);
        assert_eq!(report.matches("warning: ").count(), 1);
        let more = "... and 11 more like this (lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1 \
                    more); -v shows all\n";
        assert!(report.ends_with(more), "{report}");
    }

    #[test]
    fn ten_of_a_kind_are_printed_and_the_rest_counted() {
        let mut messages = with_options(MessageOptions::default());
        let letter = |n: u8| char::from(b'a' + n);
        let many = |kind: DiagnosticKind, count| {
            (0..count)
                .map(move |n| Diagnostic::warning(kind, format!("{kind} {}", letter(n))))
        };
        messages.add(
            many(DiagnosticKind::MissingGlyph, 12)
                .chain(many(DiagnosticKind::UnprintedPicture, 10))
                .collect(),
        );
        let report = report(&messages);
        assert_eq!(report.matches("warning: missing-glyph").count(), 10);
        assert_eq!(report.matches("warning: unprinted-picture").count(), 10);
        let more =
            "... and 2 more of this kind (a character without a glyph); -v shows all";
        assert_eq!(report.matches(more).count(), 1);
        assert_eq!(report.matches("more of").count(), 1);
    }

    #[test]
    fn all_are_printed_if_verbose_and_being_strict_counts_all() {
        let many = || {
            let says = |n| format!("missing-glyph {n}");
            (0..47)
                .map(|n| Diagnostic::warning(DiagnosticKind::MissingGlyph, says(n)))
                .collect()
        };
        let verbosity = Verbosity::Verbose;
        let mut verbose =
            with_options(MessageOptions { verbosity, ..MessageOptions::default() });
        verbose.add(many());
        assert_eq!(report(&verbose).matches("warning: missing-glyph").count(), 47);
        assert!(!report(&verbose).contains("more like"));
        let mut strict =
            with_options(MessageOptions { strict: true, ..MessageOptions::default() });
        strict.add(many());
        assert!(report(&strict).contains("and 46 more like this; -v"));
        let check = strict.check().expect_err("warnings").to_string();
        assert!(check.contains("47 warnings"), "{check}");
    }

    #[test]
    fn the_same_is_printed_once() {
        let mut messages = with_options(MessageOptions::default());
        messages.add(vec![Diagnostic::warning(DiagnosticKind::Link, "x")]);
        messages.add(vec![Diagnostic::warning(DiagnosticKind::Link, "x")]);
        assert_eq!(report(&messages), "warning: x\n");
    }

    #[test]
    fn verbosity_decides_what_is_printed() {
        let printed = |verbosity, strict| {
            let mut messages =
                with_options(MessageOptions { verbosity, strict, color: false });
            messages.add(vec![
                Diagnostic::note(DiagnosticKind::Topics, "n"),
                Diagnostic::warning(DiagnosticKind::Link, "w"),
            ]);
            report(&messages)
        };
        assert_eq!(printed(Verbosity::Quiet, false), "");
        assert_eq!(printed(Verbosity::Normal, false), "warning: w\n");
        assert_eq!(printed(Verbosity::Verbose, false), "note: n\nwarning: w\n");
        assert_eq!(printed(Verbosity::Quiet, true), "error: w\n");
    }

    #[test]
    fn strictness_forbids_warnings_but_not_notes() {
        let check = |strict, diagnostic| {
            let mut messages =
                with_options(MessageOptions { strict, ..MessageOptions::default() });
            messages.add(vec![diagnostic]);
            messages.check().is_ok()
        };
        assert!(check(false, Diagnostic::warning(DiagnosticKind::Link, "w")));
        assert!(!check(true, Diagnostic::warning(DiagnosticKind::Link, "w")));
        assert!(check(true, Diagnostic::note(DiagnosticKind::Topics, "n")));
        let error = Diagnostic {
            severity: Severity::Error,
            ..Diagnostic::note(DiagnosticKind::Size, "e")
        };
        assert!(!check(false, error));
    }

    #[test]
    fn colours_come_only_when_wanted() {
        let printed = |color| {
            let mut messages =
                with_options(MessageOptions { color, ..MessageOptions::default() });
            messages.add(vec![Diagnostic::warning(DiagnosticKind::Link, "w").at(span())]);
            report(&messages).contains('\u{1b}')
        };
        assert!(printed(true));
        assert!(!printed(false));
    }
}
