//! Properties that outlines keep with their items: `id:: 61b2...`, `card-repeats:: 3`. They are for
//! the program alone. Only names that programs give are known here; what an author writes in the
//! same form (`status:: done`) stays.

use crate::document::{Inline, InlineKind};

use super::assemble::trim;
use super::boilerplate::{Boilerplate, BoilerplateKind};
use super::raw::{Raw, RawKind};

/// Takes properties out of `blocks`; says what they were.
pub(super) fn take(blocks: &mut Vec<Raw>, taken: &mut Vec<Boilerplate>) {
    blocks.retain_mut(|block| match &mut block.kind {
        RawKind::Paragraph(content) => {
            let before = taken.len();
            of_text(content, taken);
            taken.len() == before || !content.is_empty()
        }
        RawKind::List { items, .. } => {
            for item in items {
                take(&mut item.blocks, taken);
            }
            true
        }
        RawKind::Quote { blocks, .. } => {
            take(blocks, taken);
            true
        }
        _ => true,
    });
}

fn of_text(content: &mut Vec<Inline>, taken: &mut Vec<Boilerplate>) {
    let holds =
        |one: &Inline| one.kind.words().is_some_and(|words| words.contains(":: "));
    if !content.iter().any(holds) {
        return;
    }
    let before = taken.len();
    let mut begins = true;
    for at in 0..content.len() {
        let is_last = at + 1 == content.len();
        let Inline { kind, span } = &mut content[at];
        let InlineKind::Text(text) = kind else {
            begins = *kind == InlineKind::LineBreak;
            continue;
        };
        let mut kept = String::with_capacity(text.len());
        let mut lines = text.split_inclusive('\n').peekable();
        let mut place = *span;
        while let Some(line) = lines.next() {
            let whole = line.ends_with('\n') || is_last && lines.peek().is_none();
            if begins && whole && is_property(line) {
                let (kind, text) = (BoilerplateKind::Property, line.trim().to_owned());
                taken.push(Boilerplate { kind, span: place, text });
            } else {
                kept.push_str(line);
            }
            begins = line.ends_with('\n');
            place.line += u32::from(begins);
        }
        *text = kept;
    }
    if taken.len() > before {
        content.retain(|one| one.kind != InlineKind::Text(String::new()));
        *content = trim(std::mem::take(content));
    }
}

/// Whether a line has a property that a program gives.
fn is_property(line: &str) -> bool {
    const NAMES: &str = " id collapsed card-last-interval card-repeats card-ease-factor \
        card-next-schedule card-last-reviewed card-last-score card-direction created-at updated-at \
        background-color exclude-from-graph-view ls-type hl-page hl-color hl-stamp hl-type \
        query-table query-properties query-sort-by query-sort-desc logseq.order-list-type \
        logseq.tldraw.shape ";
    line.trim().split_once("::").is_some_and(|(name, value)| {
        value.starts_with(' ') && NAMES.split_whitespace().any(|known| known == name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::document::plain_text;

    fn left(text: &str) -> (String, usize) {
        let mut blocks =
            vec![Raw::new(RawKind::Paragraph(vec![Inline::text(text)]), Span::default())];
        let mut taken = Vec::new();
        take(&mut blocks, &mut taken);
        let words = match blocks.first().map(|block| &block.kind) {
            Some(RawKind::Paragraph(content)) => plain_text(content),
            _ => String::new(),
        };
        (words, taken.len())
    }

    #[test]
    fn properties_of_programs_go_and_those_of_authors_stay() {
        let kept = |words: &str, count| (words.to_owned(), count);
        assert_eq!(left("Front\nid:: 61b2\ncard-repeats:: 3"), kept("Front", 2));
        assert_eq!(left("id:: 61b2\nFront"), kept("Front", 1));
        assert_eq!(left("collapsed:: true"), kept("", 1));
        for words in ["status:: done", "the id:: is here", "id::x", "front :: back"] {
            assert_eq!(left(words), kept(words, 0), "{words}");
        }
    }
}
