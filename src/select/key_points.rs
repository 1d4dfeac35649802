//! What to remember of an entry: its key lines, or else the words that its thoughts begin
//! with.

use crate::document::{Block, BlockKind, Entry, Inline, Paragraph, Role};

/// Something to remember.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyPoint<'a> {
    /// A key line; with the block that it announces, where it is a label.
    Blocks(&'a [Block]),
    /// Lead-ins and headings inside an answer, which are its outline.
    Labels(Vec<&'a [Inline]>),
}

/// The key lines of an entry, in order. A question without any is remembered by its lead-ins
/// and inner headings; a topic is not.
pub(crate) fn key_points(entry: &Entry) -> Vec<KeyPoint<'_>> {
    let mut found = Vec::new();
    key_lines(entry.blocks(), &mut found);
    if let (Entry::Question(question), true) = (entry, found.is_empty()) {
        let mut labels = Vec::new();
        outline(&question.answer, true, &mut labels);
        if !labels.is_empty() {
            found.push(KeyPoint::Labels(labels));
        }
    }
    found
}

fn key_lines<'a>(blocks: &'a [Block], found: &mut Vec<KeyPoint<'a>>) {
    let mut rest = blocks;
    while let Some((block, after)) = rest.split_first() {
        let taken = key_length(block, after);
        if taken > 0 {
            found.push(KeyPoint::Blocks(&rest[..taken]));
        } else {
            for inner in inside(block) {
                key_lines(inner, found);
            }
        }
        rest = &rest[taken.max(1)..];
    }
}

/// How many blocks from here on are a key line: none where it is no such line.
fn key_length(block: &Block, after: &[Block]) -> usize {
    match &block.kind {
        BlockKind::Paragraph(Paragraph { lead: Some(lead), content })
            if lead.role == Role::Key =>
        {
            if content.is_empty() {
                1 + after.len().min(1)
            } else {
                1
            }
        }
        _ => 0,
    }
}

/// The blocks that a block is made of.
fn inside(block: &Block) -> Vec<&[Block]> {
    match &block.kind {
        BlockKind::List(list) => list.items.iter().map(|item| &*item.blocks).collect(),
        BlockKind::Quote { blocks, .. } => vec![blocks],
        BlockKind::Definitions(definitions) => {
            definitions.iter().flat_map(|d| &d.meanings).map(Vec::as_slice).collect()
        }
        BlockKind::Paragraph(_)
        | BlockKind::Heading { .. }
        | BlockKind::Table(_)
        | BlockKind::Code { .. }
        | BlockKind::Rule => Vec::new(),
    }
}

/// Lead-ins of paragraphs and of the items of an outer list, headings, terms. Examples and
/// asides have lead-ins too, but those say only that they are such.
fn outline<'a>(blocks: &'a [Block], outer: bool, labels: &mut Vec<&'a [Inline]>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(Paragraph { lead: Some(lead), .. })
                if lead.role == Role::Plain =>
            {
                labels.push(&lead.text);
            }
            BlockKind::Heading { content, .. } => labels.push(content),
            BlockKind::Definitions(definitions) => {
                labels.extend(definitions.iter().map(|d| &*d.term));
            }
            BlockKind::List(list) if outer => {
                list.items.iter().for_each(|item| outline(&item.blocks, false, labels));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Item, LeadIn, List, Question, Topic};

    fn block(kind: BlockKind) -> Block {
        Block::new(kind, <_>::default())
    }

    fn led(role: Role, lead: &str, text: &str) -> Block {
        let lead = LeadIn { role, text: vec![Inline::text(lead)], separator: ":".into() };
        let content = if text.is_empty() { vec![] } else { vec![Inline::text(text)] };
        block(BlockKind::Paragraph(Paragraph { lead: Some(lead), content }))
    }

    fn list(blocks: Vec<Block>) -> Block {
        let items = vec![Item { blocks, ..Item::default() }];
        block(BlockKind::List(List { items, ..List::default() }))
    }

    fn question(answer: Vec<Block>) -> Entry {
        Entry::Question(Question { answer, ..Question::default() })
    }

    #[test]
    fn key_lines_are_taken_wherever_they_stand() {
        let entry = question(vec![
            led(Role::Plain, "Steps", "one"),
            list(vec![led(Role::Key, "Key", "inside")]),
            led(Role::Key, "Remember", ""),
            list(vec![led(Role::Key, "Key", "announced")]),
        ]);
        let blocks = entry.blocks();
        let BlockKind::List(first) = &blocks[1].kind else { panic!() };
        let expected =
            [KeyPoint::Blocks(&first.items[0].blocks), KeyPoint::Blocks(&blocks[2..4])];
        assert_eq!(key_points(&entry), expected);
    }

    #[test]
    fn without_key_lines_a_question_is_remembered_by_its_outline() {
        let answer = vec![
            led(Role::Plain, "Steps", "one"),
            led(Role::Example, "Example", "a lift"),
            list(vec![
                led(Role::Plain, "Look", "x"),
                list(vec![led(Role::Plain, "Deep", "x")]),
            ]),
        ];
        let entry = question(answer.clone());
        let found = key_points(&entry);
        let [KeyPoint::Labels(labels)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(labels, &[&[Inline::text("Steps")][..], &[Inline::text("Look")]]);
        let topic = Entry::Topic(Topic { blocks: answer, ..Topic::default() });
        assert!(key_points(&topic).is_empty());
        assert!(key_points(&question(Vec::new())).is_empty());
    }
}
