//! Questions as note-takers write cards: `front :: back` on a line, or a line with nothing
//! but `?` between question and answer. (`:::` and `??` are cards that are asked in both
//! directions; here the first direction counts.)

use crate::document::{Inline, InlineKind, plain_text};

use super::asking::{Asks, asks};
use super::finding::Finding;
use super::pairs::{ends_line, lines};
use super::segment::{self, Asked, Reach, Segment};
use super::style::Style;
use crate::parse::assemble::trim;
use crate::parse::inlines::trim_front;
use crate::parse::raw::{Raw, RawItem, RawKind};

/// Cards. A `?` on a line of its own is one for certain, `::` needs a second one.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let (dividers, lines) = count(blocks);
    (dividers > 0 || lines > 1).then(|| finding(dividers + lines))
}

/// The same, if the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    let (dividers, lines) = count(blocks);
    (dividers + lines > 0).then(|| finding(dividers + lines))
}

fn finding(count: usize) -> Finding {
    // As other forms that authors use for little else.
    let (style, questions) = (Style::Cards, Vec::new());
    Finding { style, questions, count, of: count, weight: 5 }
}

fn count(blocks: &[Raw]) -> (usize, usize) {
    let (mut dividers, mut cards) = (0, 0);
    for (index, block) in blocks.iter().enumerate() {
        match &block.kind {
            RawKind::Paragraph(content) if may_hold_cards(content) => {
                let lines = grouped(content);
                match divider(&lines) {
                    Some(0) => {
                        let before = index.checked_sub(1).map(|before| &blocks[before]);
                        dividers += usize::from(before.is_some_and(asks_before));
                    }
                    Some(_) => dividers += 1,
                    None => cards += lines.iter().filter_map(|line| card(line)).count(),
                }
            }
            RawKind::List { items, .. } => {
                cards += items.iter().filter(|item| item_card(item).is_some()).count();
            }
            _ => {}
        }
    }
    (dividers, cards)
}

/// Cuts the blocks at the cards.
pub(super) fn apply(blocks: Vec<Raw>) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block.kind {
            RawKind::Paragraph(content) if may_hold_cards(&content) => {
                paragraph(&content, block.span, &mut segments);
            }
            RawKind::List { start, tight, items }
                if items.iter().any(|item| item_card(item).is_some()) =>
            {
                let rest = |plain| super::items::list_of(start, tight, plain);
                let mut plain = Vec::new();
                for item in items {
                    let Some((front, back)) = item_card(&item) else {
                        plain.push(item);
                        continue;
                    };
                    segments.extend(rest(std::mem::take(&mut plain)));
                    let more = item.blocks.into_iter().skip(1).collect();
                    segments.push(question(front, back, more, item.span, Reach::Closed));
                }
                segments.extend(rest(plain));
            }
            _ => segments.push(segment::segment(block)),
        }
    }
    segments
}

type Line = Vec<Inline>;

fn paragraph(
    content: &[Inline],
    span: crate::diagnostic::Span,
    segments: &mut Vec<Segment>,
) {
    let mut lines = grouped(content);
    if let Some(at) = divider(&lines) {
        let back: Line = lines.split_off(at + 1).into_iter().flatten().collect();
        lines.pop();
        let front = lines.into_iter().flatten().collect::<Line>();
        let front = if front.is_empty() { front_before(segments) } else { Some(front) };
        return match front {
            Some(front) => {
                segments.push(question(front, back, Vec::new(), span, Reach::Section));
            }
            None => segments.push(text(content.to_vec(), span)),
        };
    }
    let mut plain: Line = Vec::new();
    for line in lines {
        match card(&line) {
            Some((front, back)) => {
                if !plain.is_empty() {
                    segments.push(text(std::mem::take(&mut plain), span));
                }
                segments.push(question(front, back, Vec::new(), span, Reach::Closed));
            }
            None => plain.extend(line),
        }
    }
    if !plain.is_empty() {
        segments.push(text(plain, span));
    }
}

fn text(content: Line, block: crate::diagnostic::Span) -> Segment {
    let content = trim(content);
    let span = segment::span_of(&content, block);
    Segment::Block(Raw::new(RawKind::Paragraph(content), span))
}

/// The paragraph before a `?` that stands in a paragraph of its own.
fn front_before(segments: &mut Vec<Segment>) -> Option<Line> {
    segments
        .pop_if(|segment| matches!(segment, Segment::Block(block) if asks_before(block)))
        .and_then(|segment| match segment {
            Segment::Block(Raw { kind: RawKind::Paragraph(content), .. }) => {
                Some(content)
            }
            _ => None,
        })
}

fn asks_before(block: &Raw) -> bool {
    matches!(block.kind, RawKind::Paragraph(_))
}

fn question(
    front: Line,
    back: Line,
    more: Vec<Raw>,
    block: crate::diagnostic::Span,
    reach: Reach,
) -> Segment {
    let (front, mut back) = (trim(front), trim(back));
    trim_front(&mut back);
    let span = segment::span_of(&front, block);
    let (number, title) = segment::titled(front);
    let mut answer = Vec::with_capacity(1 + more.len());
    if !back.is_empty() {
        let span = segment::span_of(&back, block);
        answer.push(Raw::new(RawKind::Paragraph(back), span));
    }
    answer.extend(more);
    let prompt = Vec::new();
    Segment::Question(Asked { number, id: None, title, span, prompt, answer, reach })
}

/// A quick look, so that most paragraphs need no splitting.
fn may_hold_cards(content: &[Inline]) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => text.contains("::") || text.lines().any(is_divider),
        _ => false,
    })
}

fn is_divider(line: &str) -> bool {
    matches!(line.trim(), "?" | "??")
}

/// Which of the lines is nothing but `?`.
fn divider(lines: &[Line]) -> Option<usize> {
    lines.iter().position(|line| match &line[..] {
        [Inline { kind: InlineKind::Text(text), .. }] => is_divider(text),
        [Inline { kind: InlineKind::Text(text), .. }, rest] => {
            is_divider(text) && rest.kind == InlineKind::LineBreak
        }
        _ => false,
    })
}

/// The inlines of each line of the source.
fn grouped(content: &[Inline]) -> Vec<Line> {
    let mut grouped: Vec<Line> = Vec::new();
    let mut current: Line = Vec::new();
    for inline in lines(content) {
        let ends = ends_line(&inline);
        current.push(inline);
        if ends {
            grouped.push(std::mem::take(&mut current));
        }
    }
    if !current.is_empty() {
        grouped.push(current);
    }
    grouped
}

/// The card that an item begins with, if the item's first paragraph is nothing else.
fn item_card(item: &RawItem) -> Option<(Line, Line)> {
    let Some(Raw { kind: RawKind::Paragraph(content), .. }) = item.blocks.first() else {
        return None;
    };
    may_hold_cards(content).then(|| card(content)).flatten()
}

/// Front and back of a line. The sign has white space on both sides, or a question right
/// before it: `std::vec` is no card.
fn card(line: &[Inline]) -> Option<(Line, Line)> {
    for (index, inline) in line.iter().enumerate() {
        let InlineKind::Text(text) = &inline.kind else { continue };
        for (at, _) in text.match_indices("::") {
            let (before, after) = (&text[..at], &text[at..]);
            let length = after.len() - after.trim_start_matches(':').len();
            let after = &after[length..];
            if length > 3 || before.ends_with(':') {
                continue;
            }
            let mut front = line[..index].to_vec();
            let part = |text: &str| Inline {
                kind: InlineKind::Text(text.to_owned()),
                span: inline.span,
            };
            front.extend((!before.is_empty()).then(|| part(before)));
            let mut back: Line =
                (!after.is_empty()).then(|| part(after)).into_iter().collect();
            back.extend_from_slice(&line[index + 1..]);
            let words = plain_text(&front);
            let spaced = words.ends_with(char::is_whitespace)
                && plain_text(&back).starts_with(char::is_whitespace);
            if (spaced || asks(&words) == Asks::Yes)
                && !words.trim().is_empty()
                && !plain_text(&back).trim().is_empty()
            {
                return Some((front, back));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(line: &str) -> Option<(String, String)> {
        let (front, back) = card(&[Inline::text(line)])?;
        Some((plain_text(&front), plain_text(&back)))
    }

    #[test]
    fn a_card_has_two_sides() {
        let both = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(sides("front :: back"), both("front ", " back"));
        assert_eq!(sides("front ::: back"), both("front ", " back"));
        assert_eq!(sides("Why?::So"), both("Why?", "So"));
        assert_eq!(sides("std::vec :: a list"), both("std::vec ", " a list"));
        for line in
            ["std::vec", ":: back", "front ::", "a :::: b", "::: tip", "key:: value"]
        {
            assert_eq!(sides(line), None, "{line}");
        }
    }
}
