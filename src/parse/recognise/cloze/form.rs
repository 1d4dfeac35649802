//! Gaps in a run of inlines: from an opening sign to the closing one, whatever stands between.

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, plain_text};
use crate::parse::notation::GUARD_SIGN;

/// How gaps are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `{{c1::words::hint}}`, `{{cloze words}}`
    Braces,
    /// `==words==`
    Highlights,
    /// `[words]`
    Brackets,
}

/// `content` with its gaps. What is not closed stays as it is written, and so do signs in a gap.
pub(super) fn read(content: Vec<Inline>, form: Form) -> Vec<Inline> {
    if !content.iter().any(|inline| may_hold(inline, form)) {
        return content;
    }
    let mut reader = Reader { form, out: Vec::with_capacity(content.len()), open: None };
    let mut before = None;
    let mut rest = content.into_iter().peekable();
    while let Some(mut inline) = rest.next() {
        let ends = plain_text(std::slice::from_ref(&inline)).chars().next_back();
        if let InlineKind::Text(text) = &inline.kind {
            // What stands behind a text is a word or a sign of another inline.
            let after = rest.peek().map(|_| 'x');
            reader.text(text, inline.span, before, after);
        } else {
            let is_gap = matches!(inline.kind, InlineKind::Cloze { .. });
            if !is_gap && let Some(children) = inline.kind.content_mut() {
                *children = read(std::mem::take(children), form);
            }
            reader.out.push(inline);
        }
        before = ends;
    }
    reader.finish()
}

fn may_hold(inline: &Inline, form: Form) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.contains(match form {
            Form::Braces => "{{c",
            Form::Highlights => "==",
            Form::Brackets => "[",
        }),
        kind => kind
            .content()
            .is_some_and(|content| content.iter().any(|inline| may_hold(inline, form))),
    }
}

/// A gap that is not closed yet.
struct Open {
    /// Where its words begin among the inlines that are done.
    at: usize,
    /// The sign as written.
    sign: String,
    group: Option<u32>,
    /// How many more have been opened inside.
    inside: usize,
    span: Span,
}

struct Reader {
    form: Form,
    out: Vec<Inline>,
    open: Option<Open>,
}

/// What stands at a place of a text, with its length.
enum Sign {
    None(usize),
    Opens(usize, Option<u32>),
    Closes(usize),
    /// It opens or closes something inside a gap.
    Inside(usize, bool),
}

impl Reader {
    fn text(
        &mut self,
        text: &str,
        span: Span,
        before: Option<char>,
        after: Option<char>,
    ) {
        let (mut kept, mut at) = (0, 0);
        let signs: &[char] = match self.form {
            Form::Braces => &['{', '}'],
            Form::Highlights => &['='],
            Form::Brackets => &['[', ']'],
        };
        while let Some(next) = text[at..].find(signs).map(|next| at + next) {
            let before = text[..next].chars().next_back().or(before);
            let (length, taken) = match self.sign(&text[next..], before, after) {
                Sign::None(length) => (length, false),
                Sign::Opens(length, group) => {
                    self.push(&text[kept..next], span);
                    let sign = text[next..next + length].to_owned();
                    let at = self.out.len();
                    self.open = Some(Open { at, sign, group, inside: 0, span });
                    (length, true)
                }
                Sign::Inside(length, opens) => {
                    // Of a gap in a gap only the words stay.
                    let drops = self.form == Form::Braces;
                    if drops {
                        self.push(&text[kept..next], span);
                    }
                    if let Some(open) = &mut self.open {
                        open.inside =
                            if opens { open.inside + 1 } else { open.inside - 1 };
                    }
                    (length, drops)
                }
                Sign::Closes(length) => {
                    self.push(&text[kept..next], span);
                    let hint = self.hint(&text[next + length..]);
                    let behind = hint.map_or(0, |hint| hint.len() + "^[]".len());
                    self.close(&text[next..next + length], hint.map(str::to_owned));
                    (length + behind, true)
                }
            };
            at = next + length;
            if taken {
                kept = at;
            }
        }
        self.push(&text[kept..], span);
    }

    fn sign(&self, rest: &str, before: Option<char>, after: Option<char>) -> Sign {
        let behind = |length: usize| rest[length..].chars().next().or(after);
        // A backslash stood before it.
        if before == Some(GUARD_SIGN) {
            return Sign::None(rest.chars().next().map_or(1, char::len_utf8));
        }
        match (self.form, &self.open) {
            (Form::Braces, open) => match (opening(rest), open) {
                (Some((length, group)), None) => Sign::Opens(length, group),
                (Some((length, _)), Some(_)) => Sign::Inside(length, true),
                (None, Some(open)) if rest.starts_with("}}") => {
                    if open.inside > 0 {
                        Sign::Inside(2, false)
                    } else {
                        Sign::Closes(2)
                    }
                }
                (None, _) => Sign::None(1),
            },
            (Form::Highlights, open) => {
                let run = rest.bytes().take_while(|byte| *byte == b'=').count();
                let space = |char: Option<char>| char.is_none_or(char::is_whitespace);
                let word = |char: Option<char>| char.is_some_and(is_of_program);
                match open {
                    _ if run != 2 => Sign::None(run),
                    None if !word(before) && !space(behind(2)) => Sign::Opens(2, None),
                    Some(_) if !space(before) && !word(behind(2)) => Sign::Closes(2),
                    _ => Sign::None(2),
                }
            }
            (Form::Brackets, open) => match (rest.as_bytes()[0], open) {
                (b'[', None) if behind(1) != Some('^') => Sign::Opens(1, None),
                (b'[', Some(_)) => Sign::Inside(1, true),
                (b']', Some(open)) if open.inside > 0 => Sign::Inside(1, false),
                (b']', Some(_)) => Sign::Closes(1),
                _ => Sign::None(1),
            },
        }
    }

    /// The hint behind a highlight: `==words==^[hint]`.
    fn hint<'t>(&self, rest: &'t str) -> Option<&'t str> {
        let hint = rest.strip_prefix("^[").filter(|_| self.form == Form::Highlights)?;
        let length =
            hint.find([']', '[', '\n']).filter(|at| hint[*at..].starts_with(']'))?;
        Some(&hint[..length])
    }

    fn close(&mut self, sign: &str, hint: Option<String>) {
        let Some(open) = self.open.take() else { return };
        let mut content = self.out.split_off(open.at);
        let hint = hint.or_else(|| {
            (self.form == Form::Braces).then(|| take_hint(&mut content)).flatten()
        });
        let is_gap = |one: &Inline| matches!(one.kind, InlineKind::Cloze { .. });
        if plain_text(&content).trim().is_empty() || content.iter().any(is_gap) {
            self.push(&open.sign, open.span);
            self.out.append(&mut content);
            return self.push(sign, open.span);
        }
        let end = content.last().map_or(open.span.end, |last| last.span.end);
        let span = Span { end: end.max(open.span.start), ..open.span };
        let hint = hint.filter(|hint| !hint.trim().is_empty());
        let kind = InlineKind::Cloze { content, hint, group: open.group };
        self.out.push(Inline { kind, span });
    }

    /// Adds words, to the text before them if there is one.
    fn push(&mut self, text: &str, span: Span) {
        if text.is_empty() {
            return;
        }
        let begins_gap = self.open.as_ref().is_some_and(|open| open.at == self.out.len());
        match self.out.last_mut() {
            Some(Inline { kind: InlineKind::Text(last), .. }) if !begins_gap => {
                last.push_str(text);
            }
            _ => self.out.push(Inline { kind: InlineKind::Text(text.to_owned()), span }),
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        if let Some(open) = self.open.take() {
            let kind = InlineKind::Text(open.sign);
            self.out.insert(open.at, Inline { kind, span: open.span });
        }
        self.out
    }
}

/// The length of what opens a gap in braces, and its group. Those of outlines are all asked for
/// together.
fn opening(rest: &str) -> Option<(usize, Option<u32>)> {
    if rest.starts_with("{{cloze ") {
        return Some(("{{cloze ".len(), Some(1)));
    }
    let number = rest.strip_prefix("{{c")?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let group = number[..digits].parse().ok()?;
    number[digits..]
        .starts_with("::")
        .then_some(("{{c".len() + digits + "::".len(), Some(group)))
}

/// Takes what stands behind `::` off the last text of a gap.
fn take_hint(content: &mut [Inline]) -> Option<String> {
    let InlineKind::Text(text) = &mut content.last_mut()?.kind else { return None };
    let at = text.rfind("::")?;
    let hint = text[at + "::".len()..].trim().to_owned();
    text.truncate(at);
    Some(hint)
}

/// Whether a sign that touches this is rather an operator of a program.
fn is_of_program(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || char == '_'
        || char.is_alphanumeric() && char < '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, form: Form) -> String {
        let read = read(vec![Inline::text(text)], form);
        let show = |one: &Inline| match &one.kind {
            InlineKind::Cloze { content, hint, group } => {
                let group = group.map(|group| group.to_string()).unwrap_or_default();
                format!(
                    "<{group} {} {}>",
                    plain_text(content),
                    hint.clone().unwrap_or_default()
                )
            }
            _ => plain_text(std::slice::from_ref(one)),
        };
        read.iter().map(show).collect()
    }

    #[test]
    fn gaps_stand_in_braces() {
        for (text, expected) in [
            ("A {{c1::cell}} is {{c2::small::size}}.", "A <1 cell > is <2 small size>."),
            ("{{cloze one}} and {{cloze two}}", "<1 one > and <1 two >"),
            ("{{c1::a {{c2::b}} c}} d", "<1 a b c > d"),
            ("{{c1::}} {{c1::open", "{{c1::}} {{c1::open"),
            ("{{cards [[x]]}} {{c::x}} {{ x }}", "{{cards [[x]]}} {{c::x}} {{ x }}"),
        ] {
            assert_eq!(shown(text, Form::Braces), expected);
        }
    }

    #[test]
    fn highlights_are_gaps_but_operators_are_none() {
        for (text, expected) in [
            ("A ==cell== is ==small==^[size].", "A < cell > is < small size>."),
            ("if a == b or a==b", "if a == b or a==b"),
            ("===x=== and ==== too", "===x=== and ==== too"),
            ("(==x==)", "(< x >)"),
            ("==open", "==open"),
        ] {
            assert_eq!(shown(text, Form::Highlights), expected);
        }
    }

    #[test]
    fn brackets_are_gaps_in_sentences() {
        assert_eq!(
            shown("An [acid [x]] is[^1].", Form::Brackets),
            "An < acid [x] > is[^1]."
        );
    }

    #[test]
    fn gaps_hold_other_inlines() {
        let strong = InlineKind::Strong(vec![Inline::text("bold")]);
        let strong = Inline { kind: strong, ..Inline::text("") };
        let content = vec![Inline::text("{{c1::"), strong, Inline::text(" words}} end")];
        let read = read(content, Form::Braces);
        assert_eq!(plain_text(&read), "bold words end");
        assert!(matches!(read[0].kind, InlineKind::Cloze { .. }), "{read:?}");
    }
}
