//! Questions and answers that are marked as such: `**Q:** ... **A:** ...`,
//! `**Q: ...**` / `**A: ...**`, `Q: ...` / `A: ...`.

use crate::document::{Inline, InlineKind, plain_text};

use super::asking::{begins_with, leading_number, mark};
use super::finding::Finding;
use super::segment::{self, Asked, Number, Reach, Segment};
use super::style::Style;
use crate::parse::assemble::trim;
use crate::parse::inlines;
use crate::parse::raw::{Raw, RawKind};

/// A stretch of a paragraph, by the mark it begins with.
enum Marked {
    Question(Option<u32>, Vec<Inline>),
    Answer(Vec<Inline>),
    Plain(Vec<Inline>),
}

/// Questions that an answer follows, in the same paragraph or the next. One is enough.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let (mut count, mut of, mut asked) = (0, 0, false);
    for block in blocks {
        match &block.kind {
            RawKind::Paragraph(content) if may_hold_marks(content) => {
                for part in split(content) {
                    match part {
                        Marked::Question(..) => {
                            of += 1;
                            asked = true;
                        }
                        Marked::Answer(_) => {
                            count += usize::from(std::mem::take(&mut asked));
                        }
                        Marked::Plain(_) => {}
                    }
                }
            }
            // Code or a picture may belong to the question.
            RawKind::Code { .. } | RawKind::List { .. } => {}
            _ => asked = false,
        }
    }
    let found = count > 0;
    found.then_some(Finding {
        style: Style::Pairs,
        questions: Vec::new(),
        count,
        of,
        // More than bold paragraphs with a mark, which such pairs often are as well.
        weight: 7,
    })
}

/// Cuts the paragraphs at their marks. The marks themselves go.
pub(super) fn apply(blocks: Vec<Raw>) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(blocks.len());
    for block in blocks {
        match &block.kind {
            RawKind::Paragraph(content) if may_hold_marks(content) => {
                let parts = split(content);
                segments.extend(parts.into_iter().map(|part| segment_of(part, &block)));
            }
            _ => segments.push(segment::segment(block)),
        }
    }
    segments
}

fn segment_of(part: Marked, block: &Raw) -> Segment {
    let span_of = |content: &[Inline]| {
        let mut span = block.span;
        if let (Some(first), Some(last)) = (content.first(), content.last()) {
            span = first.span;
            span.end = last.span.end;
        }
        span
    };
    match part {
        Marked::Question(number, title) => {
            let span = span_of(&title);
            let title = inlines::unbold(title);
            let number = number.map(|value| Number { value, named: true });
            let (prompt, answer, reach) = (Vec::new(), Vec::new(), Reach::Section);
            Segment::Question(Asked {
                number,
                id: None,
                title,
                span,
                prompt,
                answer,
                reach,
            })
        }
        Marked::Answer(content) | Marked::Plain(content) => {
            let span = span_of(&content);
            Segment::Block(Raw::new(RawKind::Paragraph(content), span))
        }
    }
}

/// A quick look, so that most paragraphs need no splitting.
fn may_hold_marks(content: &[Inline]) -> bool {
    let begins = content.first().is_some_and(|first| {
        matches!(first.kind, InlineKind::Text(_) | InlineKind::Strong(_))
    });
    begins && is_marked(&opening(content))
}

/// Whether a question or an answer begins here, as its mark says.
pub(crate) fn is_marked(words: &str) -> bool {
    question_mark(words).is_some() || answer_mark(words).is_some()
}

/// The words of the first inline, and the sign after it: the colon of `**Q**: ...`.
fn opening(content: &[Inline]) -> String {
    let mut words = plain_text(content.get(..1).unwrap_or_default());
    let next = content.get(1).map(|next| plain_text(std::slice::from_ref(next)));
    words.extend(next.and_then(|next| next.chars().next()));
    words.trim_start().to_owned()
}

fn split(content: &[Inline]) -> Vec<Marked> {
    let content = lines(content);
    let mut parts: Vec<Marked> = Vec::new();
    let mut current: Vec<Inline> = Vec::new();
    for (at, inline) in content.iter().enumerate() {
        let begins_line = current.last().is_none_or(ends_line);
        let can_begin = match inline.kind {
            InlineKind::Text(_) => begins_line,
            InlineKind::Strong(_) => true,
            _ => false,
        };
        if can_begin && is_marked(&opening(&content[at..])) {
            parts.extend(part(std::mem::take(&mut current)));
        }
        current.push(inline.clone());
    }
    parts.extend(part(current));
    parts
}

/// `content` with its texts cut at the line ends of the source.
pub(super) fn lines(content: &[Inline]) -> Vec<Inline> {
    let mut cut = Vec::with_capacity(content.len());
    for inline in content {
        let InlineKind::Text(text) = &inline.kind else {
            cut.push(inline.clone());
            continue;
        };
        let lines = text.split_inclusive('\n');
        cut.extend(lines.map(|line| Inline {
            kind: InlineKind::Text(line.to_owned()),
            span: inline.span,
        }));
    }
    cut
}

/// Whether the line ends after `inline`.
pub(super) fn ends_line(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.ends_with('\n'),
        kind => *kind == InlineKind::LineBreak,
    }
}

fn part(content: Vec<Inline>) -> Option<Marked> {
    let mut content = trim(content);
    inlines::trim_front(&mut content);
    let words = plain_text(&content);
    let part = if let Some((number, length)) = question_mark(&words) {
        Marked::Question(number, inlines::without_front(content, length))
    } else if let Some(length) = answer_mark(&words) {
        Marked::Answer(inlines::without_front(content, length))
    } else {
        Marked::Plain(content)
    };
    let (Marked::Question(_, rest) | Marked::Answer(rest) | Marked::Plain(rest)) = &part;
    (!rest.is_empty()).then_some(part)
}

/// `Q:`, `Q1:`, `Question:`.
fn question_mark(words: &str) -> Option<(Option<u32>, usize)> {
    let mark = mark(words).filter(|mark| mark.named)?;
    words[..mark.length]
        .contains([':', '：', '.', ')'])
        .then_some((mark.number, mark.length))
}

fn answer_mark(words: &str) -> Option<usize> {
    const NAMES: [&str; 30] = [
        "answer",
        "antwort",
        "antwoord",
        "réponse",
        "respuesta",
        "resposta",
        "risposta",
        "svar",
        "odpowiedź",
        "cevap",
        "yanıt",
        "trả lời",
        "ответ",
        "відповідь",
        "الجواب",
        "جواب",
        "پاسخ",
        "תשובה",
        "उत्तर",
        "回答",
        "答案",
        "答え",
        "答",
        "답변",
        "답",
        "a",
        "r",
        "ج",
        "پ",
        "ת",
    ];
    let name = NAMES.iter().find(|name| begins_with(words, name))?;
    let rest = &words[name.len()..];
    let (digits, _) = leading_number(rest.trim_start());
    let gap = if digits > 0 { rest.len() - rest.trim_start().len() } else { 0 };
    let after = &rest[gap + digits..];
    let colon = after.chars().next().filter(|char| matches!(char, ':' | '：'))?;
    Some(name.len() + gap + digits + colon.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_need_a_colon() {
        assert_eq!(answer_mark("A: yes"), Some(2));
        assert_eq!(answer_mark("A1: yes"), Some(3));
        assert_eq!(answer_mark("Answer: yes"), Some(7));
        assert_eq!(answer_mark("A record is"), None);
        assert_eq!(answer_mark("答：是"), Some("答：".len()));
        assert_eq!(answer_mark("پاسخ ۱: بله"), Some("پاسخ ۱:".len()));
        assert_eq!(answer_mark("ACID: four"), None);
    }
}
