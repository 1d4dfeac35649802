//! Lines of dashes right below text. `CommonMark` makes a heading of the text above them; where
//! that text is evidently no heading, a line across was meant, for want of an empty line between.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};

/// No heading is longer, counted in characters: two lines of a terminal.
const LONGEST_HEADING: usize = 160;
/// A question may be longer than other headings.
const LONGEST_QUESTION: usize = 320;

/// A heading that is written as a line below its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Underlined<'t> {
    /// The text as written, without the line below it.
    pub words: &'t str,
    /// `-` or `=`.
    pub sign: char,
}

impl<'t> Underlined<'t> {
    /// Of a heading as it is written; nothing for one with `#` before it, which has one line.
    pub(super) fn of(written: &'t str) -> Option<Self> {
        let (words, line) = written.trim_end().rsplit_once('\n')?;
        let sign = unquoted(line).chars().next()?;
        matches!(sign, '-' | '=').then_some(Self { words, sign })
    }

    /// Whether a line across was meant. `answers`: whether the text stands where an answer is
    /// wanted.
    ///
    /// A heading is short and ends in no full stop. Equals signs are seldom a line across, so
    /// that they take more than a full stop.
    pub(super) fn is_text(self, answers: bool) -> bool {
        let lines = self.words.lines().filter(|line| !unquoted(line).is_empty()).count();
        let words = unquoted(self.words).trim_end();
        let words =
            words.trim_end_matches(['*', '_', '`', '"', '”', '»', '\'', '’', ')', ']']);
        let length = words.chars().count();
        if words.ends_with(['?', '？']) {
            return length > LONGEST_QUESTION;
        }
        let stops = words.ends_with(['.', '。', '．', '।', ';', '；', ',']);
        let long = length > LONGEST_HEADING || lines > 1;
        match self.sign {
            '-' => stops || long || answers,
            _ => stops && long,
        }
    }
}

/// Whether a heading as it is written, with `#` before it, asks something.
pub(super) fn asks(written: &str) -> bool {
    let words = written.trim_matches(['#', ' ', '\t', '\n', '*', '_']);
    let numbered = words.strip_prefix(['Q', 'q']).is_some_and(|rest| {
        rest.trim_start().starts_with(|first: char| first.is_ascii_digit())
    });
    numbered || words.ends_with(['?', '？'])
}

/// What is said where text is taken for no heading, at the place of the line below it.
pub(super) fn said(line: Span) -> Diagnostic {
    let says = "this line makes a heading of the text right above it; it is read as a line \
                across below a paragraph";
    Diagnostic::warning(DiagnosticKind::Underline, says)
        .at(line)
        .hint("put an empty line before it; write a heading with `##` before it")
}

/// A line without the marks of quotations before it.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_text(written: &str) -> bool {
        Underlined::of(written).expect("a heading").is_text(false)
    }

    #[test]
    fn sentences_are_no_headings() {
        for text in [
            "It lets one writer in.\n---",
            "It **does**.\n-",
            "One line\nand another\n---\n",
            "> Quoted words.\n> ---",
            "锁只让一个写者进入。\n---",
            "It is said (twice.)\n---",
            "One line\nand another.\n===",
        ] {
            assert!(is_text(text), "{text}");
        }
        assert!(is_text(&format!("{}\n---", "word ".repeat(40))));
    }

    #[test]
    fn short_words_are_headings() {
        for text in [
            "Locks\n---",
            "What is a lock?\n------",
            "Locks, and how\n=====",
            "Locks.\n===",
            "Hold on!\n---",
        ] {
            assert!(!is_text(text), "{text}");
        }
        let answer = Underlined::of("42\n---").expect("a heading");
        assert!(answer.is_text(true) && !answer.is_text(false));
        assert_eq!(Underlined::of("## Locks ##"), None);
    }

    #[test]
    fn questions_are_known_by_number_or_sign() {
        assert!(asks("### Q12: Name it") && asks("## **Why?** ##") && !asks("# Queues"));
    }
}
