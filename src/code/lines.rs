//! What goes by lines: differences of files, sessions at a terminal, batch files, Markdown.

use super::kind::Kind;
use super::marks::Marks;
use super::reader::read_with;
use super::tables::{PYTHON, SHELL};
use super::vocabulary::Vocabulary;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Diff,
    Console,
    Batch,
    Markdown,
}

/// Marks such a text.
pub(super) fn read(form: Form, text: &str, marks: &mut Marks) {
    let mut session = Session::default();
    let mut fenced = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        match form {
            Form::Diff => diff(shown, at, marks),
            Form::Console => session.line(text, shown, at, marks),
            Form::Batch => batch(shown, at, marks),
            Form::Markdown => markdown(shown, at, &mut fenced, marks),
        }
        at += line.len();
    }
}

/// What is new as a text, what is gone as a number, since these two look unlike.
fn diff(line: &str, at: usize, marks: &mut Marks) {
    let kind = match line.as_bytes().first() {
        _ if line.starts_with("+++") || line.starts_with("---") => Kind::Keyword,
        Some(b'+' | b'>') => Kind::String,
        Some(b'-' | b'<') => Kind::Number,
        Some(b'@') => Kind::Name,
        _ if line.starts_with("diff ") || line.starts_with("index ") => Kind::Comment,
        _ => return,
    };
    marks.add(at..at + line.len(), kind);
}

/// The words of the languages that are typed at a prompt, once one was.
#[derive(Default)]
struct Session {
    shell: Option<Vocabulary>,
    python: Option<Vocabulary>,
}

impl Session {
    /// What is typed at a prompt, and what the machine says, which has no colours.
    fn line(&mut self, text: &str, line: &str, at: usize, marks: &mut Marks) {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let python = [">>> ", "... "].iter().find(|sign| trimmed.starts_with(**sign));
        let shell =
            ["$ ", "# ", "% ", "> "].iter().find(|sign| trimmed.starts_with(**sign));
        let Some(prompt) = python.or(shell) else { return };
        let from = at + indent + prompt.len();
        marks.add(at + indent..from - 1, Kind::Comment);
        let words = match python {
            Some(_) => self.python.get_or_insert_with(|| Vocabulary::of(&PYTHON)),
            None => self.shell.get_or_insert_with(|| Vocabulary::of(&SHELL)),
        };
        read_with(words, &text[..at + line.len()], from, marks);
    }
}

/// The words that a line of a batch file may begin with.
const COMMANDS: &str = "call cd cls copy del dir echo else endlocal exit for goto if in md mkdir \
                        move not pause popd pushd rd ren rmdir set setlocal shift start title \
                        type xcopy do exist defined errorlevel";

fn batch(line: &str, at: usize, marks: &mut Marks) {
    let trimmed = line.trim_start().trim_start_matches('@');
    let start = at + line.len() - trimmed.len();
    let end = at + line.len();
    let is_remark = trimmed.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("rem"))
        && trimmed[3..].chars().next().is_none_or(char::is_whitespace);
    if is_remark || trimmed.starts_with("::") {
        return marks.add(start..end, Kind::Comment);
    }
    if trimmed.starts_with(':') {
        return marks.add(start..end, Kind::Name);
    }
    let bytes = trimmed.as_bytes();
    let mut n = 0;
    while n < bytes.len() {
        let byte = bytes[n];
        let rest = &bytes[n + 1..];
        let closed = |sign: u8| rest.iter().take(256).position(|byte| *byte == sign);
        let length = match byte {
            b'"' => closed(b'"').map(|n| (n + 2, Kind::String)),
            b'%' => closed(b'%').map(|n| (n + 2, Kind::Name)),
            _ if byte.is_ascii_alphabetic() => {
                let word = bytes[n..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric())
                    .count();
                let lower = trimmed[n..n + word.min(32)].to_ascii_lowercase();
                let known =
                    COMMANDS.split_ascii_whitespace().any(|command| command == lower);
                let alone =
                    n == 0 || !matches!(bytes[n - 1], b'/' | b'.' | b'\\' | b'-' | b':');
                if known && alone && word < 32 {
                    Some((word, Kind::Keyword))
                } else {
                    n += word;
                    continue;
                }
            }
            _ => None,
        };
        if let Some((length, kind)) = length {
            marks.add(start + n..start + n + length, kind);
            n += length;
        } else {
            n += 1;
        }
    }
}

/// Headings, quotations and code; the rest of it is text.
fn markdown(line: &str, at: usize, fenced: &mut bool, marks: &mut Marks) {
    let trimmed = line.trim_start();
    let start = at + line.len() - trimmed.len();
    let end = at + line.len();
    if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
        *fenced = !*fenced;
        return marks.add(start..end, Kind::String);
    }
    if *fenced {
        return marks.add(at..end, Kind::String);
    }
    if trimmed.starts_with('#') {
        return marks.add(start..end, Kind::Keyword);
    }
    if trimmed.starts_with("<!--") {
        return marks.add(start..end, Kind::Comment);
    }
    let mut open = None;
    for (n, _) in trimmed.match_indices('`') {
        match open.take() {
            None => open = Some(n),
            Some(from) => marks.add(start + from..start + n + 1, Kind::String),
        }
    }
}
