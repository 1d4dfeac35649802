//! Questions and answers that are marked as such: `**Q:** ... **A:** ...`,
//! `**Q: ...**` / `**A: ...**`, `Q: ...` / `A: ...`.

use crate::document::{Inline, InlineKind, plain_text};

use super::asking::{begins_with, leading_number, mark};
use super::finding::Finding;
use super::lines::{Line, ends_line, grouped, last_paragraph, lines, take_lines};
use super::segment::{self, Asked, Number, Reach, Segment};
use super::style::Style;
use crate::parse::assemble::trim;
use crate::parse::inlines;
use crate::parse::raw::{Raw, RawKind};

/// A stretch of a paragraph, by the mark it begins with.
pub(super) enum Marked {
    Question(Option<u32>, Vec<Inline>),
    Answer(Vec<Inline>),
    Plain(Vec<Inline>),
}

/// A question may go on for so many blocks before its answer. Further down, an answer is
/// that of something else.
const MOST_BELOW: usize = 16;

/// Questions that an answer follows, in the same paragraph or below what else asks: code, a
/// list, a picture, more words. One is enough.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let (mut count, mut of) = (0, 0);
    // How many blocks stand below the question that has no answer yet.
    let mut open: Option<usize> = None;
    for block in blocks {
        let parts = match &block.kind {
            RawKind::Paragraph(content) if may_hold_marks(content) => split(content),
            RawKind::List { .. } => {
                marked_tail(block).map_or_else(Vec::new, |(_, tail)| split(&tail))
            }
            RawKind::Heading { .. } => {
                open = None;
                continue;
            }
            _ => Vec::new(),
        };
        for part in &parts {
            match part {
                Marked::Question(..) => {
                    of += 1;
                    open = Some(0);
                }
                Marked::Answer(_) => count += usize::from(open.take().is_some()),
                Marked::Plain(_) => {}
            }
        }
        if parts.is_empty() {
            open = open.map(|below| below + 1).filter(|below| *below <= MOST_BELOW);
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
    let mut cutter = Cutter::default();
    for block in blocks {
        cutter.block(block);
    }
    cutter.close();
    cutter.segments
}

/// The segments so far, and the question that has no answer yet, with what stands below it.
#[derive(Default)]
struct Cutter {
    segments: Vec<Segment>,
    open: Option<Asked>,
    below: Vec<Raw>,
}

impl Cutter {
    fn block(&mut self, mut block: Raw) {
        match &block.kind {
            RawKind::Paragraph(content) if may_hold_marks(content) => {
                self.parts(split(content), &block);
            }
            RawKind::List { .. } => match marked_tail(&block) {
                Some((at, _)) => {
                    let tail = take_lines(&mut block, at);
                    let span = segment::span_of(&tail, block.span);
                    self.plain(block);
                    let parts = split(&tail);
                    self.parts(parts, &Raw::new(RawKind::Rule, span));
                }
                None => self.plain(block),
            },
            RawKind::Heading { .. } => {
                self.close();
                self.segments.push(segment::segment(block));
            }
            _ => self.plain(block),
        }
    }

    fn parts(&mut self, parts: Vec<Marked>, block: &Raw) {
        for part in parts {
            let answers = matches!(part, Marked::Answer(_));
            match segment_of(part, block) {
                Segment::Question(asked) => {
                    self.close();
                    self.open = Some(asked);
                }
                Segment::Block(block) if answers => {
                    self.answered();
                    self.segments.push(Segment::Block(block));
                }
                Segment::Block(block) => self.plain(block),
                heading @ Segment::Heading { .. } => self.segments.push(heading),
            }
        }
    }

    fn plain(&mut self, block: Raw) {
        if self.open.is_none() {
            return self.segments.push(segment::segment(block));
        }
        self.below.push(block);
        if self.below.len() > MOST_BELOW {
            self.close();
        }
    }

    /// What stands between the open question and its answer asks with it.
    fn answered(&mut self) {
        let Some(mut asked) = self.open.take() else { return };
        asked.prompt = std::mem::take(&mut self.below);
        while asked.prompt.last().is_some_and(|last| last.kind == RawKind::Rule) {
            asked.prompt.pop();
        }
        self.segments.push(Segment::Question(asked));
    }

    /// What stands below a question without a marked answer is its answer.
    fn close(&mut self) {
        self.segments.extend(self.open.take().map(Segment::Question));
        self.segments.extend(self.below.drain(..).map(Segment::Block));
    }
}

/// The line of a list's last paragraph, and those after it, where an answer or a question
/// stands that has no blank line above it.
fn marked_tail(list: &Raw) -> Option<(usize, Line)> {
    let (_, content) = last_paragraph(list)?;
    let lines = grouped(content);
    let is_marked = |line: &Line| is_marked(&opening(line));
    let at = lines.iter().skip(1).position(is_marked)? + 1;
    Some((at, lines.into_iter().skip(at).flatten().collect()))
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

/// A paragraph cut at its marks.
pub(super) fn split(content: &[Inline]) -> Vec<Marked> {
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
pub(super) fn question_mark(words: &str) -> Option<(Option<u32>, usize)> {
    let mark = mark(words).filter(|mark| mark.named)?;
    words[..mark.length]
        .contains([':', '：', '.', ')'])
        .then_some((mark.number, mark.length))
}

/// Whether an answer begins here that is named in full, not by a letter as choices are.
pub(crate) fn is_answer(words: &str) -> bool {
    let words = words.trim_start();
    answer_mark(words).is_some_and(|length| is_in_full(&words[..length]))
}

/// Whether words are the name of an answer and no more, by a letter or in full.
pub(crate) fn is_answer_name(words: &str) -> bool {
    let words = words.trim().trim_end_matches([':', '：']);
    answer_mark(&format!("{words}:")) == Some(words.len() + 1)
}

/// Whether the name of an answer is more than a letter.
pub(crate) fn is_in_full(name: &str) -> bool {
    let letters = name.chars().filter(|char| char.is_alphabetic());
    letters.count() > 1 || name.starts_with('答')
}

/// The bytes of `A:`, `Answer 1:`.
pub(crate) fn answer_mark(words: &str) -> Option<usize> {
    const NAMES: [&str; 32] = [
        "answer",
        "ans",
        "solution",
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
