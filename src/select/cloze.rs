//! Sentences with gaps: what a card of one shows on its two sides.
//!
//! A text makes a card for each of its gaps, and one for all gaps with the same number. In front
//! stands `[...]`, or the hint, where the words were; behind, the whole text with the words in
//! bold. Anywhere else the text is one as any other.

use crate::diagnostic::Span;
use crate::document::visit::{self, Node};
use crate::document::{
    Block, BlockKind, Cell, Document, Entry, Inline, InlineKind, LeadIn, Paragraph,
    plain_text,
};

/// So many cards a text makes. Each shows the whole of it, so that without a bound a long one with
/// a gap every few words would make a deck that grows with its square.
const MOST_CARDS: usize = 50;

/// The two sides of a card with a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gapped {
    /// The words that are left out.
    pub words: String,
    pub front: Vec<Inline>,
    pub back: Vec<Inline>,
    pub span: Span,
}

/// Whether a document has gaps.
pub(super) fn has_gaps(document: &Document) -> bool {
    let mut entries = document.sections.iter().flat_map(|section| &section.entries);
    entries.any(asks_by_gaps)
}

/// Whether an entry has gaps.
pub(crate) fn asks_by_gaps(entry: &Entry) -> bool {
    let mut found = holds_gap(entry.title());
    visit::blocks(entry.blocks(), &mut |node| {
        if let Node::Inline(inline) = node {
            found |= is_gap(inline);
        }
    });
    found
}

/// Whether blocks are paragraphs with gaps and nothing else, so that the cards of these show them.
pub(super) fn are_sentences(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match &block.kind {
        BlockKind::Paragraph(Paragraph { lead, content }) => {
            holds_gap(content) || lead.as_ref().is_some_and(|lead| holds_gap(&lead.text))
        }
        _ => false,
    })
}

/// The cards of a title, and of the texts in the blocks below it.
pub(super) fn gapped(title: &[Inline], blocks: &[Block]) -> Vec<Gapped> {
    let mut cards = Vec::new();
    of_text(title, &mut cards);
    // The lead-in that the next texts are of, and how many of them are cells.
    let (mut lead, mut cells): (Option<&LeadIn>, usize) = (None, 0);
    visit::blocks(blocks, &mut |node| match node {
        Node::Block(block) => {
            lead = match &block.kind {
                BlockKind::Paragraph(paragraph) => paragraph.lead.as_ref(),
                _ => None,
            };
            if let BlockKind::Table(table) = &block.kind {
                for row in [&table.head].into_iter().chain(&table.rows) {
                    of_row(row, &mut cards);
                    cells += row.len();
                }
            }
        }
        Node::Text(_) if cells > 0 => cells -= 1,
        Node::Text(text) => match lead {
            Some(own) if std::ptr::eq(&raw const own.text, text) => {}
            Some(own) => {
                lead = None;
                if holds_gap(&own.text) || holds_gap(text) {
                    of_text(&[led(own), text.clone()].concat(), &mut cards);
                }
            }
            None => of_text(text, &mut cards),
        },
        Node::Span(_) | Node::Id(_) | Node::Inline(_) => {}
    });
    cards
}

/// The cards of a row of a table: what stands beside a gap says what it is.
fn of_row(row: &[Cell], cards: &mut Vec<Gapped>) {
    if row.iter().any(|cell| holds_gap(&cell.content)) {
        let filled =
            row.iter().map(|cell| &cell.content[..]).filter(|cell| !cell.is_empty());
        let filled: Vec<&[Inline]> = filled.collect();
        of_text(&filled.join(&Inline::text(" · ")), cards);
    }
}

/// A lead-in as words of its text.
fn led(lead: &LeadIn) -> Vec<Inline> {
    let LeadIn { text, separator, .. } = lead;
    let span = text.first().map(|first| first.span).unwrap_or_default();
    let sign = if separator.starts_with(['-', '–', '—']) {
        format!(" {separator} ")
    } else {
        format!("{separator} ")
    };
    let strong = InlineKind::Strong(text.clone());
    [strong, InlineKind::Text(sign)]
        .into_iter()
        .map(|kind| Inline { kind, span })
        .collect()
}

fn is_gap(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Cloze { .. })
}

fn holds_gap(text: &[Inline]) -> bool {
    let mut found = false;
    visit::inlines(text, &mut |inline| found |= is_gap(inline));
    found
}

/// What is asked for together: a number of the author's, or the place of a gap without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Group(u32),
    Place(usize),
}

fn of_text(text: &[Inline], cards: &mut Vec<Gapped>) {
    let mut all: Vec<(Asked, String, Span)> = Vec::new();
    let mut place = 0;
    visit::inlines(text, &mut |inline| {
        let InlineKind::Cloze { content, group, .. } = &inline.kind else { return };
        let asked = group.map_or(Asked::Place(place), Asked::Group);
        place += 1;
        let is_full = all.len() >= MOST_CARDS;
        if let Some((_, words, _)) = all.iter_mut().find(|(one, ..)| *one == asked) {
            words.push(' ');
            words.push_str(&plain_text(content));
        } else if !is_full {
            all.push((asked, plain_text(content), inline.span));
        }
    });
    for (asked, words, span) in all {
        let front = Side { asked, place: 0, shows: false }.text(text);
        let back = Side { asked, place: 0, shows: true }.text(text);
        cards.push(Gapped { words, front, back, span });
    }
}

/// A side of a card being made.
struct Side {
    asked: Asked,
    /// How many gaps came before.
    place: usize,
    /// Whether the words are shown that are asked for.
    shows: bool,
}

impl Side {
    fn text(&mut self, text: &[Inline]) -> Vec<Inline> {
        let mut out = Vec::with_capacity(text.len());
        for inline in text {
            let InlineKind::Cloze { content, hint, group } = &inline.kind else {
                let mut inline = inline.clone();
                if let Some(children) = inline.kind.content_mut() {
                    *children = self.text(children);
                }
                out.push(inline);
                continue;
            };
            let is_asked =
                group.map_or(Asked::Place(self.place), Asked::Group) == self.asked;
            self.place += 1;
            let span = inline.span;
            if !is_asked {
                out.append(&mut self.text(content));
            } else if self.shows {
                let kind = InlineKind::Strong(self.text(content));
                out.push(Inline { kind, span });
            } else {
                // Gaps in it are passed over with it.
                visit::inlines(content, &mut |inner| {
                    self.place += usize::from(is_gap(inner));
                });
                let says = hint.as_deref().map(str::trim).filter(|hint| !hint.is_empty());
                let gap = format!("[{}]", says.unwrap_or("..."));
                let gap = Inline { kind: InlineKind::Text(gap), span };
                out.push(Inline { kind: InlineKind::Strong(vec![gap]), span });
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Table;

    fn cloze(words: &str, hint: Option<&str>, group: Option<u32>) -> Inline {
        let (content, hint) = (vec![Inline::text(words)], hint.map(str::to_owned));
        Inline { kind: InlineKind::Cloze { content, hint, group }, ..Inline::text("") }
    }

    fn sides(text: Vec<Inline>) -> Vec<(String, String)> {
        let content = BlockKind::Paragraph(Paragraph { lead: None, content: text });
        let cards = gapped(&[], &[Block::new(content, Span::default())]);
        cards.iter().map(|one| (plain_text(&one.front), plain_text(&one.back))).collect()
    }

    #[test]
    fn each_gap_makes_a_card_and_a_number_makes_one() {
        let text = |words: &str| Inline::text(words);
        let both = |front: &str, back: &str| (front.to_owned(), back.to_owned());
        let apart = vec![
            cloze("DNA", None, None),
            text(" is an "),
            cloze("acid", Some("kind"), None),
        ];
        assert_eq!(
            sides(apart),
            [
                both("[...] is an acid", "DNA is an acid"),
                both("DNA is an [kind]", "DNA is an acid")
            ]
        );
        let one = vec![
            cloze("DNA", None, Some(1)),
            text(" is an "),
            cloze("acid", None, Some(1)),
        ];
        assert_eq!(sides(one), [both("[...] is an [...]", "DNA is an acid")]);
        assert!(sides(vec![text("no gap")]).is_empty());
    }

    #[test]
    fn a_row_of_a_table_is_one_text() {
        let cell = |one: Inline| Cell { content: vec![one] };
        let rows =
            vec![vec![cell(cloze("dog", None, None)), cell(Inline::text("perro"))]];
        let table = BlockKind::Table(Table { rows, ..Table::default() });
        let after = Paragraph { lead: None, content: vec![cloze("end", None, None)] };
        let blocks = [table, BlockKind::Paragraph(after)]
            .map(|kind| Block::new(kind, <_>::default()));
        let fronts: Vec<String> =
            gapped(&[], &blocks).iter().map(|one| plain_text(&one.front)).collect();
        assert_eq!(fronts, ["[...] · perro", "[...]"]);
    }

    #[test]
    fn a_text_makes_so_many_cards_and_no_more() {
        let text = (0..200).map(|_| cloze("word", None, None)).collect();
        assert_eq!(sides(text).len(), MOST_CARDS);
    }

    #[test]
    fn gaps_in_gaps_count_as_those_beside() {
        let inner = vec![cloze("a", None, None), cloze("b", None, None)];
        let kind = InlineKind::Cloze { content: inner, hint: None, group: None };
        let outer = Inline { kind, ..Inline::text("") };
        let sides = sides(vec![outer, cloze("c", None, None)]);
        let fronts: Vec<&str> = sides.iter().map(|(front, _)| front.as_str()).collect();
        assert_eq!(fronts, ["[...]c", "[...]bc", "a[...]c", "ab[...]"]);
        assert!(sides.iter().all(|(_, back)| back == "abc"));
    }
}
