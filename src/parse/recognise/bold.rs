//! Questions that are paragraphs wholly in bold: `**What is ...?** 👶`.

use crate::document::{Inline, InlineKind, plain_text};

use super::around::Around;
use super::asking::{Asks, asks, mark};
use super::finding::Finding;
use super::segment::{self, Asked, Reach};
use super::style::Style;
use crate::parse::raw::{Raw, RawKind};

/// Bold paragraphs, if most of them ask. Where nearly all do, the others are questions
/// for want of a question mark, unless they end in a colon as labels do.
pub(super) fn find(blocks: &[Raw], around: &Around<'_>) -> Option<Finding> {
    let (mut bold, mut asking, mut marked) = (Vec::new(), 0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let Some(words) = bold_words(block) else { continue };
        let sure = asks(&words) == Asks::Yes;
        let named = mark(&words).is_some_and(|mark| mark.named);
        let named = named || around.is_card(block);
        asking += usize::from(sure);
        marked += usize::from(named);
        bold.push((index, sure || named, words.trim_end().ends_with([':', '：'])));
    }
    let all = bold.len();
    let enough = asking >= 3 && asking * 10 >= all * 6 || asking >= 2 && asking == all;
    if !enough && marked < 2 {
        return None;
    }
    let others_too = all >= 10 && asking * 20 >= all * 19;
    let questions = bold
        .into_iter()
        .filter(|(_, sure, label)| *sure || others_too && !label)
        .map(|(index, ..)| index)
        .collect();
    // Marks prove more than bold letters, but less than pairs that also have answers (7).
    let weight = if marked >= 2 { 6 } else { 1 };
    Finding::some(Style::BoldParagraphs, questions, all, weight)
}

/// All bold paragraphs but labels, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    let bold = blocks.iter().enumerate().filter_map(|(index, block)| {
        let words = bold_words(block)?;
        Some((index, words.trim_end().ends_with([':', '：'])))
    });
    let bold: Vec<(usize, bool)> = bold.collect();
    let all = bold.len();
    let questions = bold.into_iter().filter(|(_, label)| !label).map(|(at, _)| at);
    Finding::some(Style::BoldParagraphs, questions.collect(), all, 1)
}

/// The question that a bold paragraph is.
pub(super) fn question(block: Raw) -> Option<Asked> {
    let RawKind::Paragraph(mut content) = block.kind else { return None };
    if let Some(Inline { kind: InlineKind::Strong(bold), .. }) = content.first_mut() {
        let bold = std::mem::take(bold);
        content.splice(..1, bold);
    }
    let (number, title) = segment::titled(content);
    let (span, reach) = (block.span, Reach::Section);
    let (prompt, answer) = (Vec::new(), Vec::new());
    Some(Asked { number, id: None, title, span, prompt, answer, reach })
}

/// The words of a paragraph that is bold but for signs and emoji at its end.
pub(super) fn bold_words(block: &Raw) -> Option<String> {
    let RawKind::Paragraph(content) = &block.kind else { return None };
    let (first, rest) = content.split_first()?;
    if !matches!(first.kind, InlineKind::Strong(_)) {
        return None;
    }
    let only_signs = plain_text(rest).chars().all(|char| !char.is_alphanumeric());
    let no_pictures =
        !rest.iter().any(|one| matches!(one.kind, InlineKind::Image { .. }));
    (only_signs && no_pictures).then(|| plain_text(content))
}
