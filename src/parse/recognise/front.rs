//! Where in a line of words the question ends and its answer begins: `Q: ... A: ...`,
//! `**What is it?** It is ...`, `What is it? It is ...`, or lines of which the first asks.

use crate::document::{Inline, InlineKind};

use super::asking::{Asks, MARKS, asks, has_sign, requests};
use super::pairs::{Marked, question_mark, split};
use super::segment::Number;
use crate::parse::inlines;

/// What asks in a paragraph, and what it says after.
pub(super) struct Sides {
    pub number: Option<Number>,
    pub front: Vec<Inline>,
    /// Without the signs that part it from the front.
    pub back: Vec<Inline>,
    pub sure: Sure,
}

/// What says that words are a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sure {
    /// They are a request: `Explain ...`.
    Request,
    /// They have a question mark.
    Asks,
    /// They are named one: `Q12:`.
    Marked,
}

/// As many lines as a question is hard-wrapped into, at most.
const MOST_LINES: usize = 4;
/// As many bytes as a question has, at most. What is longer is a text that ends with one.
const LONGEST: usize = 700;

/// The two sides of a paragraph that asks.
pub(super) fn sides(content: &[Inline]) -> Option<Sides> {
    let shadow = shadow(content);
    if shadow.trim().is_empty() || is_link(content) {
        return None;
    }
    let mark = question_mark(shadow.trim_start());
    if mark.is_none() && !has_sign(&shadow) && !requests(&shadow) {
        return None;
    }
    if mark.is_some() {
        return marked(content);
    }
    let (end, sure) = end_of_front(content, &shadow)?;
    let mut front = inlines::front(content, end);
    inlines::trim_back(&mut front, &[':', '：']);
    let back = inlines::without_front(content.to_vec(), end);
    Some(Sides { number: None, front, back: unparted(back), sure })
}

/// The number of bytes that ask at the beginning of a paragraph without a mark.
fn end_of_front(content: &[Inline], shadow: &str) -> Option<(usize, Sure)> {
    stressed(content)
        .or_else(|| Some((lines_that_ask(shadow)?, Sure::Asks)))
        .or_else(|| Some((sentences_that_ask(shadow)?, Sure::Asks)))
        .or_else(|| Some((request(shadow)?, Sure::Request)))
}

/// `Q: ... A: ...`, where either may go on over lines.
fn marked(content: &[Inline]) -> Option<Sides> {
    let mut parts = split(content).into_iter();
    let Some(Marked::Question(number, title)) = parts.next() else { return None };
    let number = number.map(|value| Number { value, named: true });
    let mut back = Vec::new();
    for part in parts {
        let (Marked::Answer(more) | Marked::Plain(more) | Marked::Question(_, more)) =
            part;
        if !back.is_empty() {
            let span = more.first().map(|first| first.span).unwrap_or_default();
            back.push(Inline { kind: InlineKind::LineBreak, span });
        }
        back.extend(more);
    }
    if !back.is_empty() {
        return Some(Sides { number, front: title, back, sure: Sure::Marked });
    }
    let words = self::shadow(&title);
    let end = end_of_front(&title, &words).map_or(words.len(), |(end, _)| end);
    let back = unparted(inlines::without_front(title.clone(), end));
    let front = inlines::front(&title, end);
    Some(Sides { number, front, back, sure: Sure::Marked })
}

/// Words in bold or italics at the beginning that ask.
fn stressed(content: &[Inline]) -> Option<(usize, Sure)> {
    let first = content.iter().position(|one| !is_blank(one))?;
    let (InlineKind::Strong(_) | InlineKind::Emphasis(_)) = content[first].kind else {
        return None;
    };
    let end = shadow(&content[..=first]).len();
    let words = shadow(&content[first..=first]);
    // A mark behind the bold letters ends the question too: `**What is it**? It is ...`.
    let rest = shadow(&content[first + 1..]);
    let outside = rest.len() - rest.trim_start_matches(MARKS).len();
    if outside > 0 || asks(&words) == Asks::Yes {
        return Some((end + outside, Sure::Asks));
    }
    let apart = rest.trim().is_empty()
        || words.trim_end().ends_with([':', '：', '.'])
        || begins_apart(&rest);
    (apart && requests(&words)).then_some((end, Sure::Request))
}

/// Whether what follows bold words stands apart from them: they are no part of a sentence.
fn begins_apart(rest: &str) -> bool {
    let signs = rest.trim_start();
    signs.starts_with([':', '：', '—', '–', '→']) || rest.starts_with('\n') || {
        signs.starts_with(char::is_uppercase)
    }
}

/// The lines at the beginning that end in a question mark, whole.
fn lines_that_ask(shadow: &str) -> Option<usize> {
    let ends = shadow.match_indices('\n').map(|(at, _)| at).chain([shadow.len()]);
    ends.take(MOST_LINES)
        .take_while(|end| *end <= LONGEST)
        .find(|end| asks(&shadow[..*end]) == Asks::Yes)
}

/// The sentences at the beginning that ask, where another one follows on their line.
fn sentences_that_ask(shadow: &str) -> Option<usize> {
    let mut end = None;
    let mut from = 0;
    while let Some(length) = sentence(&shadow[from..]) {
        let asking = shadow[from..from + length].trim_end_matches(CLOSING);
        // `Why is that? Explain the risk.` is all a question.
        let more = end.is_some() && requests(asking);
        if !(asking.ends_with(MARKS) || more) || from + length > LONGEST {
            break;
        }
        from += length;
        end = Some(from);
    }
    if end.is_some() && sentence(&shadow[from..]).is_none() && requests(&shadow[from..]) {
        end = Some(shadow.len());
    }
    let end = end?;
    // One word is an exclamation: `Really? No.`
    let words = shadow[..end].split_whitespace().count();
    (words > 1 || !shadow.is_ascii()).then_some(end)
}

const CLOSING: [char; 8] = ['"', '”', '»', '\'', '’', ')', '）', '」'];

/// The bytes of the first sentence, if it ends before the text does.
fn sentence(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let wide = matches!(char, '？' | '。' | '！');
        if !wide && !matches!(char, '?' | '؟' | '.' | '!') {
            continue;
        }
        let mut end = at + char.len_utf8();
        while let Some((at, next)) = chars.next_if(|(_, next)| CLOSING.contains(next)) {
            end = at + next.len_utf8();
        }
        let ends = chars.peek().is_some_and(|(_, next)| wide || next.is_whitespace());
        if ends {
            return Some(end);
        }
    }
    None
}

/// What of a request is the request: its first line, if that ends a sentence, else all.
fn request(shadow: &str) -> Option<usize> {
    if !requests(shadow) {
        return None;
    }
    let line = shadow.find('\n').unwrap_or(shadow.len());
    let ended = shadow[..line].trim_end().ends_with(['.', ':', '!', '。', '：']);
    let end = if ended { line } else { shadow.len() };
    (end <= LONGEST).then_some(end)
}

/// What an answer says, without the signs before it: `— it is ...`.
fn unparted(mut back: Vec<Inline>) -> Vec<Inline> {
    inlines::trim_front(&mut back);
    let words = shadow(&back);
    let signs = [':', '：', '-', '–', '—', '→', '=', '>', '⇒'];
    let rest = words.trim_start_matches(signs);
    let gone = words.len() - rest.len();
    // `-5` is a number, and `:)` no answer.
    let parted = words.starts_with([':', '：', '→', '—', '⇒'])
        || rest.starts_with(char::is_whitespace);
    if gone > 0 && parted { inlines::without_front(back, gone) } else { back }
}

/// The words of `content`, as long in bytes as its text, where what is no prose has no
/// signs, and lines end as in the source.
pub(super) fn shadow(content: &[Inline]) -> String {
    fn push(content: &[Inline], out: &mut String) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => out.push_str(text),
                InlineKind::LineBreak => out.push('\n'),
                kind => match (kind.content(), kind.words()) {
                    (Some(inner), _) => push(inner, out),
                    (None, Some(words)) => out.extend(words.bytes().map(|_| 'x')),
                    (None, None) => {}
                },
            }
        }
    }
    let mut words = String::new();
    push(content, &mut words);
    words
}

/// Whether all words are a link: an entry of a list of things to read.
fn is_link(content: &[Inline]) -> bool {
    let mut links = 0;
    let nothing_else = content.iter().all(|inline| match &inline.kind {
        InlineKind::Link { .. } => {
            links += 1;
            true
        }
        _ => is_blank(inline),
    });
    nothing_else && links > 0
}

fn is_blank(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => {
            !text.contains(char::is_alphanumeric) && {
                // A question mark behind a link asks what the link says.
                !text.contains(MARKS)
            }
        }
        kind => *kind == InlineKind::LineBreak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain_text;

    fn parted(text: &str) -> Option<(String, String, Sure)> {
        let sides = sides(&[Inline::text(text)])?;
        Some((plain_text(&sides.front), plain_text(&sides.back), sides.sure))
    }

    #[test]
    fn a_front_ends_where_the_asking_ends() {
        for (text, front, back, sure) in [
            ("What is a cell?", "What is a cell?", "", Sure::Asks),
            ("What is a cell? The unit.", "What is a cell?", "The unit.", Sure::Asks),
            ("What is a cell? - The unit.", "What is a cell?", "The unit.", Sure::Asks),
            ("What is 2 - 7? -5", "What is 2 - 7?", "-5", Sure::Asks),
            ("What? Why so? As it is.", "What? Why so?", "As it is.", Sure::Asks),
            ("What is\na cell?\nThe unit.", "What is\na cell?", "The unit.", Sure::Asks),
            ("什么是闭包？闭包是函数。", "什么是闭包？", "闭包是函数。", Sure::Asks),
            ("ما هي الخلية؟ وحدة الحياة.", "ما هي الخلية؟", "وحدة الحياة.", Sure::Asks),
            ("Why so? Explain it now.", "Why so? Explain it now.", "", Sure::Asks),
            ("🟢 Explain the loop.", "🟢 Explain the loop.", "", Sure::Request),
            ("Explain it.\nIt turns.", "Explain it.", "It turns.", Sure::Request),
            (
                "Q: What is it? It is a cell.",
                "What is it?",
                "It is a cell.",
                Sure::Marked,
            ),
            ("Q3. Cells\nA: The units.", "Cells", "The units.", Sure::Marked),
        ] {
            let expected = Some((front.to_owned(), back.to_owned(), sure));
            assert_eq!(parted(text), expected, "{text}");
        }
    }

    #[test]
    fn what_does_not_begin_with_a_question_is_none() {
        for text in [
            "A cell is the unit.",
            "It is a cell. Is it alive? Yes.",
            "Really? No.",
            "Use a?.b for that",
            "http://example.org/?q=1 leads there",
            "Create a file.",
            "State machines have states.",
            "Name 1",
            "When the user clicks, it goes.",
            "",
        ] {
            assert_eq!(parted(text), None, "{text}");
        }
    }

    #[test]
    fn signs_in_code_ask_nothing() {
        let code =
            Inline { kind: InlineKind::Code("a ? b : c".into()), ..Inline::text("") };
        assert!(
            sides(&[Inline::text("Write "), code, Inline::text(" there.")]).is_none()
        );
    }
}
