//! What recognition did and why, in words: which style, of how many, and what was left out
//! as boilerplate in which lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, DiagnosticKind, MOST_LINES, Remedy, Span, first_of};

use super::boilerplate::{Boilerplate, BoilerplateKind};
use super::recognise::Recognition;

/// One note for each kind of boilerplate in each source.
pub(super) fn boilerplate(removed: &[Boilerplate]) -> Vec<Diagnostic> {
    let mut all: BTreeMap<(u32, BoilerplateKind), Vec<Span>> = BTreeMap::new();
    for one in removed {
        all.entry((one.span.source, one.kind)).or_default().push(one.span);
    }
    let notes = all.into_iter().map(|((_, kind), spans)| {
        let count = spans.len();
        let says = format!("{count} {} left out", kind.name(count > 1));
        Diagnostic::note(DiagnosticKind::LeftOut, says + &lines(&spans)).at(spans[0])
    });
    notes.collect()
}

/// One note for each source with questions that have no answer.
pub(super) fn unanswered(spans: &[Span]) -> Vec<Diagnostic> {
    let sources = spans.chunk_by(|one, next| one.source == next.source);
    let notes = sources.map(|spans| {
        let says = match spans.len() {
            1 => "the question has no answer".to_owned(),
            count => format!("{count} questions have no answer{}", lines(spans)),
        };
        Diagnostic::note(DiagnosticKind::NoAnswer, says).at(spans[0])
    });
    notes.collect()
}

/// ` (lines 3, 9, 12 and 20 more)`; nothing for one line, which is shown itself.
pub(super) fn lines(spans: &[Span]) -> String {
    let mut lines: Vec<u32> = spans.iter().map(|span| span.line).collect();
    lines.sort_unstable();
    lines.dedup();
    if lines.len() < 2 {
        return String::new();
    }
    format!(" (lines {})", first_of(lines.iter().map(u32::to_string), MOST_LINES))
}

/// For each source, how its questions were distinguished from the rest.
/// `gaps`: how many gaps each has.
pub(super) fn questions(
    recognised: &[Option<Recognition>],
    gaps: &[usize],
) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for (index, (found, gaps)) in recognised.iter().zip(gaps).enumerate() {
        match found {
            Some(found) => notes.push(recognition(found)),
            None if *gaps == 0 => notes.push(nothing(index as u32)),
            None => {}
        }
        notes.extend((*gaps > 0).then(|| of_gaps(index as u32, *gaps)));
    }
    notes
}

fn of_gaps(source: u32, gaps: usize) -> Diagnostic {
    let says = match gaps {
        1 => "a gap in a sentence makes a card".to_owned(),
        gaps => format!("{gaps} gaps in sentences make cards"),
    };
    Diagnostic::note(DiagnosticKind::Questions, says).at(top(source))
}

fn nothing(source: u32) -> Diagnostic {
    let says = "no questions were recognised: all text is topics";
    Diagnostic::note(DiagnosticKind::Questions, says)
        .at(top(source))
        .hint(Remedy::QuestionStyle)
}

/// What to say where a source has nothing of the style that somebody named.
pub(super) fn nothing_of(source: u32) -> Diagnostic {
    let says = "no question is written in the style that was asked for";
    Diagnostic::warning(DiagnosticKind::QuestionStyle, says)
        .at(top(source))
        .hint(Remedy::QuestionStyle)
}

/// What to say of the front matter of a source that others stand before; `keys` is not empty.
pub(super) fn matter_of_further(source: u32, keys: &[&str]) -> Diagnostic {
    let keys = keys.join(", ");
    let says = format!(
        "of this front matter nothing is printed for: {keys}; the first guide’s counts, or the \
         heading"
    );
    Diagnostic::note(DiagnosticKind::FrontMatter, says).at(top(source))
}

fn top(source: u32) -> Span {
    Span { source, line: 1, ..Span::default() }
}

fn recognition(found: &Recognition) -> Diagnostic {
    let Recognition { style, questions, of, requested, others, first } = found;
    let mut says =
        format!("{questions} taken as questions: {}", style.name(*questions > 1));
    if of > questions {
        let _ = write!(says, ", of {of} there are");
    }
    if *requested {
        says += ", as was asked for";
    }
    let others: Vec<String> = others
        .iter()
        .map(|(style, count)| format!("{count} {}", style.name(*count > 1)))
        .collect();
    if !others.is_empty() {
        let _ = write!(says, "; not {}", others.join(", nor "));
    }
    Diagnostic::note(DiagnosticKind::Questions, says).at(*first)
}
