//! Questions that are terms of definition lists: `Term` / `: what it means`.

use crate::document::{Inline, plain_text};

use super::asking::{Asks, asks};
use super::finding::{self, Finding};
use super::segment::{self, Asked, Reach, Segment};
use super::style::Style;
use crate::parse::raw::{Raw, RawDefinition, RawKind};

/// Terms that ask; or a source that is hardly more than terms, where nothing else is a
/// question. A glossary in a guide of topics is none of both.
pub(super) fn find(blocks: &[Raw]) -> Option<Finding> {
    let (mut lists, mut terms, mut asking) = (Vec::new(), 0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let RawKind::Definitions(definitions) = &block.kind else { continue };
        lists.push(index);
        terms += definitions.iter().filter(|one| !one.meanings.is_empty()).count();
        let words = definitions.iter().map(|one| plain_text(&one.term));
        asking += words.filter(|words| asks(words) == Asks::Yes).count();
    }
    let ask = asking >= 2 && asking * 2 >= terms;
    let most = terms >= 3 && finding::others(blocks, &lists) * 2 <= terms;
    let weight = if ask { 3 } else { 0 };
    (ask || most).then(|| finding_of(lists, terms, weight))
}

/// All terms, because the caller asks for them.
pub(super) fn find_requested(blocks: &[Raw]) -> Option<Finding> {
    let is_list = |block: &Raw| matches!(block.kind, RawKind::Definitions(_));
    let lists: Vec<usize> =
        (0..blocks.len()).filter(|at| is_list(&blocks[*at])).collect();
    let terms = lists.iter().map(|at| match &blocks[*at].kind {
        RawKind::Definitions(definitions) => definitions.len(),
        _ => 0,
    });
    let terms = terms.sum();
    (terms > 0).then(|| finding_of(lists, terms, 0))
}

fn finding_of(questions: Vec<usize>, count: usize, weight: usize) -> Finding {
    Finding { style: Style::Definitions, questions, count, of: count, weight }
}

/// Takes the definition `lists` apart.
pub(super) fn apply(blocks: Vec<Raw>, lists: &[usize]) -> Vec<Segment> {
    segment::apart(blocks, lists, |block, segments| {
        let span = block.span;
        let RawKind::Definitions(definitions) = block.kind else { return };
        // Several terms can share a meaning, which stands with the last of them.
        let mut shared: Vec<Inline> = Vec::new();
        for RawDefinition { term, meanings } in definitions {
            if !shared.is_empty() && !term.is_empty() {
                shared.push(Inline::text(" / "));
            }
            shared.extend(term);
            if !meanings.is_empty() {
                let answer = meanings.into_iter().flatten().collect();
                segments.extend(question(std::mem::take(&mut shared), answer, span));
            }
        }
        segments.extend(question(shared, Vec::new(), span));
    })
}

/// A term and its meaning; meanings without a term are text.
fn question(
    title: Vec<Inline>,
    answer: Vec<Raw>,
    list: crate::diagnostic::Span,
) -> Vec<Segment> {
    if title.is_empty() {
        return answer.into_iter().map(Segment::Block).collect();
    }
    let span = segment::span_of(&title, list);
    let (number, title) = segment::titled(title);
    let (prompt, reach) = (Vec::new(), Reach::Closed);
    vec![Segment::Question(Asked {
        number,
        id: None,
        title,
        span,
        prompt,
        answer,
        reach,
    })]
}
