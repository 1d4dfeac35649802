//! The author's pins: comments and classes of headings that say what stays, what goes and
//! what stands instead, where there is not room for all.
//!
//! A pin belongs to what begins next after it, or to the paragraph or heading that it
//! stands in. On a heading or a label it is about all that those head. The builder only
//! remembers where pins stand; they find their blocks when the blocks are finished, which
//! happens in the order of the source.

use std::collections::VecDeque;

use crate::diagnostic::Span;
use crate::document::{Block, BlockKind, Inline, InlineKind, Pin};

use super::assemble::flatten;
use super::events;
use super::inlines::trim_back;
use super::pin::RawPin;

/// The pins of all sources that have not found their block yet.
#[derive(Debug, Default)]
pub(super) struct Pins(Vec<VecDeque<RawPin>>);

impl Pins {
    /// Adds those of the next source.
    pub(super) fn add(&mut self, pins: Vec<RawPin>) {
        self.0.push(pins.into());
    }

    /// The pin of what stands at `span`: the last of those that stand before its beginning.
    pub(super) fn take(&mut self, span: Span) -> Option<RawPin> {
        let pins = self.0.get_mut(span.source as usize)?;
        let mut taken = None;
        while pins.front().is_some_and(|pin| pin.at <= span.start) {
            taken = pins.pop_front();
        }
        taken
    }

    /// Where the pins stand that found no block.
    pub(super) fn left(&mut self) -> Vec<Span> {
        self.0.iter_mut().flat_map(std::mem::take).map(|pin| pin.span).collect()
    }
}

/// The words that stand instead, as inlines of `span`. They lead nowhere and show nothing
/// that the guide would have to have: links, pictures and notes are their words.
pub(super) fn short(words: &str, span: Span) -> Vec<Inline> {
    let mut content = flatten(events::fragment(words));
    trim_back(&mut content, &[]);
    plain(content, span)
}

fn plain(inlines: Vec<Inline>, span: Span) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for mut inline in inlines {
        inline.span = span;
        if let Some(children) = inline.kind.content_mut() {
            *children = plain(std::mem::take(children), span);
        }
        match inline.kind {
            InlineKind::Link { content, .. } => out.extend(content),
            InlineKind::Image { alt, .. } => out.push(Inline::text(alt)),
            InlineKind::FootnoteReference(_) => {}
            _ => out.push(inline),
        }
    }
    out
}

/// Pins blocks, except for those that have a pin of their own. What stands instead, stands
/// instead of all.
pub(super) fn put_on(pin: &Pin, blocks: &mut [Block]) {
    let mut first = Some(pin);
    for block in blocks.iter_mut().filter(|block| block.pin.is_none()) {
        block.pin = Some(match (pin, first.take()) {
            (Pin::Short(_), None) => Pin::Drop,
            (_, own) => own.unwrap_or(pin).clone(),
        });
    }
}

/// Spreads the pins of headings over all below them, and of labels over what they name.
pub(super) fn spread(blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        let Some(pin) = blocks[at].pin.clone() else { continue };
        let (heads, below) = match &blocks[at].kind {
            BlockKind::Heading { level, .. } => (true, below(&blocks[at + 1..], *level)),
            BlockKind::Paragraph(text)
                if text.lead.is_some() && text.content.is_empty() =>
            {
                (false, 1.min(blocks.len() - at - 1))
            }
            _ => continue,
        };
        // A heading stays above what stands instead; a label is part of what goes.
        if heads && matches!(pin, Pin::Short(_)) {
            blocks[at].pin = None;
            put_on(&pin, &mut blocks[at + 1..=at + below]);
        } else {
            let rest = if matches!(pin, Pin::Short(_)) { Pin::Drop } else { pin };
            put_on(&rest, &mut blocks[at + 1..=at + below]);
        }
    }
}

/// How many of `blocks` stand below a heading of `level` right before them.
fn below(blocks: &[Block], level: u8) -> usize {
    let next = blocks.iter().position(
        |block| matches!(block.kind, BlockKind::Heading { level: own, .. } if own <= level),
    );
    next.unwrap_or(blocks.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::pin::Written;

    #[test]
    fn a_pin_waits_for_what_begins_after_it() {
        let span = |start| Span { start, ..Span::default() };
        let pin = |at| RawPin { at, written: Written::Keep, span: span(at) };
        let mut pins = Pins::default();
        pins.add(vec![pin(5), pin(9)]);
        assert_eq!(pins.take(span(4)), None);
        assert_eq!(pins.take(span(5)), Some(pin(5)));
        assert_eq!(pins.take(span(8)), None);
        assert_eq!(pins.left(), [span(9)]);
    }
}
