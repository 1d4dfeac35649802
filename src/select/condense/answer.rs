//! An answer, taken apart.

use super::collect::{Marks, units};
use super::needs;
use super::options::CondenseOptions;
use super::shorten::shorter;
use super::unit::{Unit, UnitKind};
use crate::document::{Block, BlockKind, Inline, Pin, plain_text};

/// An answer's units, with their forms and needs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// In reading order.
    pub units: Vec<Unit>,
}

impl Answer {
    /// Takes apart the `blocks` that answer the question `title`, which are in `language`,
    /// a BCP 47 tag.
    pub fn new(
        title: &str,
        blocks: &[Block],
        language: &str,
        options: &CondenseOptions,
    ) -> Self {
        let mut units = units(blocks, language);
        if !options.whole_sentences {
            add_forms(blocks, &mut Vec::new(), &mut units, language);
        }
        needs::fill(&mut units, title, language);
        Self { units }
    }
}

/// Adds the shorter forms of the sentences of each paragraph.
fn add_forms(
    blocks: &[Block],
    path: &mut Vec<usize>,
    units: &mut [Unit],
    language: &str,
) {
    for (index, block) in blocks.iter().enumerate() {
        path.push(index);
        match &block.kind {
            _ if matches!(block.pin, Some(Pin::Short(_) | Pin::Keep)) => {}
            BlockKind::Paragraph(paragraph) => {
                add_to_sentences(&paragraph.content, path, units, language);
            }
            BlockKind::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    path.push(index);
                    add_forms(&item.blocks, path, units, language);
                    path.pop();
                }
            }
            BlockKind::Quote { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Heading { .. }
            | BlockKind::Table(_)
            | BlockKind::Code { .. }
            | BlockKind::Rule => {}
        }
        path.pop();
    }
}

fn add_to_sentences(
    content: &[Inline],
    path: &[usize],
    units: &mut [Unit],
    language: &str,
) {
    let (text, marks) = (plain_text(content), Marks::of(content));
    // Units are in reading order, and so are their paths.
    let first = units.partition_point(|unit| unit.place.path.as_slice() < path);
    let here = units[first..].iter_mut().take_while(|unit| unit.place.path == path);
    let sentences = here
        .filter(|unit| unit.kind == UnitKind::Sentence && !unit.place.range.is_empty());
    for unit in sentences {
        unit.forms.extend(shorter(&text, &unit.place.range, &marks, language));
    }
}
