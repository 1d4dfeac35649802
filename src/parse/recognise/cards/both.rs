//! Cards that are asked in both directions.

use super::card::Card;
use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::segment::{Reach, Segment};

/// `segments` with a second question behind each at the indices of `both`: with front and back
/// exchanged.
pub(super) fn exchanged(segments: Vec<Segment>, both: &[usize]) -> Vec<Segment> {
    let mut next = both.iter().peekable();
    let mut all: Vec<Segment> = Vec::with_capacity(segments.len() + both.len());
    let mut segments = segments.into_iter().enumerate().peekable();
    while let Some((index, segment)) = segments.next() {
        let is_both = next.next_if_eq(&&index).is_some();
        let Segment::Question(mut asked) = segment else {
            all.push(segment);
            continue;
        };
        if !is_both {
            all.push(Segment::Question(asked));
            continue;
        }
        while asked.reach != Reach::Closed
            && let Some((_, Segment::Block(block))) =
                segments.next_if(|(_, next)| matches!(next, Segment::Block(_)))
        {
            asked.answer.push(block);
        }
        while asked.answer.last().is_some_and(|last| last.kind == RawKind::Rule) {
            asked.answer.pop();
        }
        asked.reach = Reach::Closed;
        let title = (!asked.title.is_empty())
            .then(|| Raw::new(RawKind::Paragraph(asked.title.clone()), asked.span));
        let back = title.into_iter().chain(asked.prompt.iter().cloned()).collect();
        let (front, span) =
            (asked.answer.clone(), asked.answer.first().map(|one| one.span));
        let span = span.unwrap_or(asked.span);
        all.push(Segment::Question(asked));
        if !front.is_empty() {
            let card = Card { front, back, both: false, span };
            all.push(Segment::Question(card.asked(Reach::Closed)));
        }
    }
    all
}
