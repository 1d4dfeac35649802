//! Everything that is said to a person, on standard error.
//!
//! Diagnostics are kept until the work is done, so that each is said once, those of one
//! kind together, and before the files that they are about. Nothing here can fail: when
//! standard error is closed there is nobody to tell.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};

use super::job::{Loudness, Manner, Target};
use super::made::Made;
use crate::diagnostic::{Diagnostic, Error, Result, Severity, Span};
use crate::product::SheetReport;

/// Of a kind of finding, so many are said one by one, unless all are to be heard.
const MOST_OF_A_KIND: usize = 10;

/// The one who speaks.
pub struct Voice {
    manner: Manner,
    /// Name and, where it is at hand, text of each source of the document.
    sources: Vec<(String, Option<String>)>,
    heard: Vec<Diagnostic>,
    /// What tells those in `heard` apart.
    known: BTreeSet<Mark>,
    /// How many of `heard` have been said.
    said: usize,
}

/// Kind, message, and the source and place in it.
type Mark = (&'static str, String, Option<(u32, u32)>);

impl Voice {
    /// One who has heard nothing yet.
    pub fn new(manner: Manner) -> Self {
        Self {
            manner,
            sources: Vec::new(),
            heard: Vec::new(),
            known: BTreeSet::new(),
            said: 0,
        }
    }

    /// Learns the sources, to quote from them.
    pub fn know(&mut self, names: &[String], texts: Vec<Option<String>>) {
        let texts = texts.into_iter().chain(std::iter::repeat(None));
        self.sources = names.iter().cloned().zip(texts).collect();
    }

    /// Takes in what was noticed; what the making of two products noticed twice counts once.
    pub fn hear(&mut self, diagnostics: Vec<Diagnostic>) {
        for diagnostic in diagnostics {
            let Diagnostic { kind, message, span, .. } = &diagnostic;
            let place = span.map(|span| (span.source, span.start));
            if self.known.insert((kind, message.clone(), place)) {
                self.heard.push(diagnostic);
            }
        }
    }

    /// Whether the work may go on: not if an error was heard.
    pub fn verdict_on_errors(&self) -> Result<()> {
        if self.count(Severity::Error) > 0 { self.verdict() } else { Ok(()) }
    }

    /// Whether the work may be delivered: not if an error was heard, or, being strict, a
    /// warning.
    pub fn verdict(&self) -> Result<()> {
        let errors = self.count(Severity::Error);
        let warnings = self.count(Severity::Warning);
        let message = if errors > 0 {
            format!("nothing was written because of {}", counted(errors, "error"))
        } else if warnings > 0 && self.manner.strict {
            let warnings = counted(warnings, "warning");
            format!("nothing was written because of {warnings}, which --strict forbids")
        } else {
            return Ok(());
        };
        Err(Error::Guide { message, span: None, hint: None })
    }

    fn count(&self, severity: Severity) -> usize {
        self.heard.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Says what was heard since the last time.
    pub fn say_heard(&mut self) {
        let fresh = &self.heard[self.said..];
        let audible: Vec<_> = fresh.iter().filter(|one| self.is_audible(one)).collect();
        let report = self.report(&audible);
        self.said = self.heard.len();
        put(&report);
    }

    fn is_audible(&self, diagnostic: &Diagnostic) -> bool {
        match self.severity(diagnostic) {
            Severity::Error => true,
            Severity::Warning => self.manner.loudness >= Loudness::Normal,
            Severity::Note => self.manner.loudness >= Loudness::Verbose,
        }
    }

    /// What stops the work is an error, whatever it is elsewhere.
    fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        match diagnostic.severity {
            Severity::Warning if self.manner.strict => Severity::Error,
            severity => severity,
        }
    }

    /// The diagnostics, kind by kind in the order of first appearance.
    fn report(&self, diagnostics: &[&Diagnostic]) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut kinds = Vec::new();
        for diagnostic in diagnostics {
            let count = counts.entry(diagnostic.kind).or_default();
            if *count == 0 {
                kinds.push(diagnostic.kind);
            }
            *count += 1;
        }
        let mut report = String::new();
        for kind in kinds {
            let of_kind = diagnostics.iter().filter(|diagnostic| diagnostic.kind == kind);
            let most = self.most_of_a_kind();
            for diagnostic in of_kind.take(most) {
                report.push_str(&self.drawn(diagnostic));
                report.push('\n');
            }
            let more = counts[kind].saturating_sub(most);
            if more > 0 {
                let _ = writeln!(
                    report,
                    "... and {more} more of this kind ({kind}); -v shows all"
                );
            }
        }
        report
    }

    fn most_of_a_kind(&self) -> usize {
        match self.manner.loudness {
            Loudness::Verbose => usize::MAX,
            Loudness::Normal | Loudness::Quiet => MOST_OF_A_KIND,
        }
    }

    fn drawn(&self, diagnostic: &Diagnostic) -> String {
        let level = match self.severity(diagnostic) {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let hint = diagnostic.hint.as_deref();
        self.draw(level, &diagnostic.message, diagnostic.span, hint)
    }

    fn draw(
        &self,
        level: Level<'static>,
        message: &str,
        span: Option<Span>,
        hint: Option<&str>,
    ) -> String {
        let renderer =
            if self.manner.color { Renderer::styled() } else { Renderer::plain() };
        let title = Group::with_title(level.primary_title(message));
        match (span.and_then(|span| self.place(span)), hint) {
            (Some(place), hint) => {
                let hint = hint.map(|hint| Level::HELP.message(hint));
                renderer.render(&[title.element(place).elements(hint)])
            }
            (None, Some(hint)) => {
                let hint = Group::with_title(Level::HELP.primary_title(hint));
                format!("{}\n{}", renderer.render(&[title]), renderer.render(&[hint]))
            }
            (None, None) => renderer.render(&[title]),
        }
    }

    /// The line of a source, if it is at hand, else only its number.
    fn place(&self, span: Span) -> Option<Element<'_>> {
        let (name, text) = self.sources.get(span.source as usize)?;
        let line_number = span.line as usize;
        if line_number == 0 {
            return None;
        }
        Some(match text.as_deref().and_then(|text| quoted(text, span)) {
            Some((line, caret)) => Snippet::source(line)
                .path(name)
                .line_start(line_number)
                .annotation(AnnotationKind::Primary.span(caret))
                .into(),
            None => Origin::path(name).line(line_number).into(),
        })
    }

    /// Says why nothing was made. This is said however quiet it is to be.
    pub fn say_error(&self, error: &Error) {
        let span = match error {
            Error::Guide { span, .. } => *span,
            _ => None,
        };
        let drawn = self.draw(Level::ERROR, &error.to_string(), span, error.hint());
        put(&(drawn + "\n"));
    }

    /// Says what to do with what was made.
    pub fn say_advice(&mut self, advice: &str) {
        self.say_heard();
        if self.manner.loudness > Loudness::Quiet {
            put(&(self.draw(Level::NOTE, advice, None, None) + "\n"));
        }
    }

    /// Says a line that is no finding and no finished file; aloud, the `more` as well.
    pub fn say(&mut self, line: &str, more: &[String]) {
        self.say_heard();
        if self.manner.loudness > Loudness::Quiet {
            put(&format!("{line}\n"));
        }
        if self.manner.loudness == Loudness::Verbose {
            for one in more {
                put(&format!("  {one}\n"));
            }
        }
    }

    /// Says that a file is there.
    pub fn say_finished(&mut self, target: &Target, made: &Made) {
        self.say_heard();
        if self.manner.loudness > Loudness::Quiet {
            put(&(finished(target, made) + "\n"));
            if let Some(report) = made.report.as_ref().filter(|report| report.is_fitted())
            {
                self.say_report(report);
            }
        }
    }
}

impl Voice {
    /// Says how a sheet of a given number of pages came out; aloud, what it cost.
    fn say_report(&self, report: &SheetReport) {
        put(&format!("{report}\n"));
        if self.manner.loudness == Loudness::Verbose {
            for dropped in &report.dropped {
                let text = dropped.text.replace('\n', " · ");
                put(&format!(
                    "  left out   line {}, {}: {text}\n",
                    dropped.line, dropped.reason
                ));
            }
        }
    }
}

/// Name, cards and pages, size.
fn finished(target: &Target, made: &Made) -> String {
    let name = match target {
        Target::Output => "standard output".to_owned(),
        Target::File(path) => path.display().to_string(),
    };
    let cards = made.cards.map(|cards| counted(cards, "card"));
    let pages = made.pages.map(|pages| counted(pages, "page"));
    let facts = cards.into_iter().chain(pages).chain([size(made.bytes.len())]);
    format!("{name}: {}", facts.collect::<Vec<_>>().join(", "))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A size in the decimal units that file managers use.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}

/// The line of the source where `span` begins, and the span's part of it.
///
/// `None` if they do not fit together, as when a tree was edited after its guide.
fn quoted(text: &str, span: Span) -> Option<(&str, Range<usize>)> {
    let start = span.start as usize;
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let end = text.get(..span.end as usize).map_or(start, str::len);
    let from = (start - line_start).min(line.len());
    let to = end.saturating_sub(line_start).clamp(from, line.len());
    Some((line, from..to))
}

fn put(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Guide\n\nSee ![x](no.png) here\nlast";

    fn span() -> Span {
        Span { source: 0, start: 13, end: 25, line: 3 }
    }

    fn voice(manner: Manner) -> Voice {
        let mut voice = Voice::new(manner);
        voice.know(&["a.md".into(), "t.json".into()], vec![Some(TEXT.into()), None]);
        voice
    }

    fn report(voice: &Voice) -> String {
        voice.report(
            &voice.heard.iter().filter(|one| voice.is_audible(one)).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn a_diagnostic_shows_its_line_with_a_caret_and_a_hint() {
        let mut voice = voice(Manner::default());
        let hint = "put the picture beside the guide";
        voice
            .hear(vec![Diagnostic::warning("image", "no picture").at(span()).hint(hint)]);
        let expected = "\
warning: no picture
 --> a.md:3:5
  |
3 | See ![x](no.png) here
  |     ^^^^^^^^^^^^
  |
  = help: put the picture beside the guide
";
        assert_eq!(report(&voice), expected);
    }

    #[test]
    fn without_the_text_file_and_line_are_named() {
        let mut voice = voice(Manner::default());
        voice.hear(vec![
            Diagnostic::warning("image", "x").at(Span { source: 1, ..span() }),
        ]);
        assert_eq!(report(&voice), "warning: x\n--> t.json:3\n");
    }

    #[test]
    fn spans_beyond_the_text_are_no_trouble() {
        for (start, end) in [(0, 0), (0, 999), (999, 1000), (8, 8), (13, 30), (25, 13)] {
            let mut voice = voice(Manner::default());
            let span = Span { source: 0, start, end, line: 1 };
            voice.hear(vec![Diagnostic::warning("x", "x").at(span)]);
            assert!(report(&voice).contains("a.md"), "{start}..{end}");
        }
        assert_eq!(quoted("äb", Span { start: 1, end: 2, ..span() }), None);
    }

    #[test]
    fn ten_of_a_kind_are_said_and_the_rest_counted() {
        let mut voice = voice(Manner::default());
        let many = |kind, count| {
            (0..count).map(move |n| Diagnostic::warning(kind, format!("{kind} {n}")))
        };
        voice.hear(many("glyph", 12).chain(many("image", 10)).collect());
        let report = report(&voice);
        assert_eq!(report.matches("warning: glyph").count(), 10);
        assert_eq!(report.matches("warning: image").count(), 10);
        let more = "... and 2 more of this kind (glyph); -v shows all";
        assert_eq!(report.matches(more).count(), 1);
        assert_eq!(report.matches("more of").count(), 1);
    }

    #[test]
    fn all_of_a_kind_are_said_aloud_and_being_strict_counts_all() {
        let many = || {
            (0..47).map(|n| Diagnostic::warning("glyph", format!("glyph {n}"))).collect()
        };
        let loudness = Loudness::Verbose;
        let mut aloud = voice(Manner { loudness, ..Manner::default() });
        aloud.hear(many());
        assert_eq!(report(&aloud).matches("warning: glyph").count(), 47);
        assert!(!report(&aloud).contains("more of"));
        let mut strict = voice(Manner { strict: true, ..Manner::default() });
        strict.hear(many());
        assert!(report(&strict).contains("and 37 more of this kind"));
        let verdict = strict.verdict().expect_err("warnings").to_string();
        assert!(verdict.contains("47 warnings"), "{verdict}");
    }

    #[test]
    fn the_same_is_said_once() {
        let mut voice = voice(Manner::default());
        voice.hear(vec![Diagnostic::warning("x", "x")]);
        voice.hear(vec![Diagnostic::warning("x", "x")]);
        assert_eq!(report(&voice), "warning: x\n");
    }

    #[test]
    fn loudness_decides_what_is_heard() {
        let said = |loudness, strict| {
            let mut voice = voice(Manner { loudness, strict, color: false });
            voice.hear(vec![Diagnostic::note("n", "n"), Diagnostic::warning("w", "w")]);
            report(&voice)
        };
        assert_eq!(said(Loudness::Quiet, false), "");
        assert_eq!(said(Loudness::Normal, false), "warning: w\n");
        assert_eq!(said(Loudness::Verbose, false), "note: n\nwarning: w\n");
        assert_eq!(said(Loudness::Quiet, true), "error: w\n");
    }

    #[test]
    fn strictness_forbids_warnings_but_not_notes() {
        let verdict = |strict, diagnostic| {
            let mut voice = voice(Manner { strict, ..Manner::default() });
            voice.hear(vec![diagnostic]);
            voice.verdict().is_ok()
        };
        assert!(verdict(false, Diagnostic::warning("w", "w")));
        assert!(!verdict(true, Diagnostic::warning("w", "w")));
        assert!(verdict(true, Diagnostic::note("n", "n")));
        let error =
            Diagnostic { severity: Severity::Error, ..Diagnostic::note("e", "e") };
        assert!(!verdict(false, error));
    }

    #[test]
    fn colours_come_only_when_wanted() {
        let said = |color| {
            let mut voice = voice(Manner { color, ..Manner::default() });
            voice.hear(vec![Diagnostic::warning("w", "w").at(span())]);
            report(&voice).contains('\u{1b}')
        };
        assert!(said(true));
        assert!(!said(false));
    }

    #[test]
    fn a_finished_file_is_one_line() {
        let made = |cards, pages, length| Made {
            bytes: vec![0; length],
            pages,
            cards,
            ..Made::default()
        };
        let file = Target::File("out/a.pdf".into());
        assert_eq!(
            finished(&file, &made(None, Some(1), 999)),
            "out/a.pdf: 1 page, 999 B"
        );
        let cards = finished(&Target::Output, &made(Some(31), Some(8), 234_567));
        assert_eq!(cards, "standard output: 31 cards, 8 pages, 235 kB");
        assert_eq!(finished(&file, &made(None, None, 1_250_000)), "out/a.pdf: 1.2 MB");
    }
}
