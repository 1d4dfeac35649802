//! Notations beside Markdown: those of note programs and of site generators.
//!
//! Most are read from the tree of `raw` blocks as Markdown left it, so that code is never
//! touched: [`inline`] what stands inside a line, with links between notes in [`wiki`];
//! [`callout`] quotations with a title; [`tags`] what only names something; [`fences`] code that
//! another program would carry out. What takes whole lines, or what Markdown would take apart, is
//! found before ([`lines`]) and put around blocks afterwards ([`group`]). A sign that is written with a backslash begins none of them
//! ([`guard`]).
//!
//! What is left out goes to [`found::Found`], to be counted and said.

mod attributes;
mod callout;
mod fences;
mod found;
mod group;
mod guard;
mod inline;
pub(super) mod lines;
mod pieces;
mod tags;
mod wiki;

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, plain_text};
use crate::source::Source;

use super::boilerplate::{Boilerplate, BoilerplateKind};
use super::build::Built;
use super::inlines;
use super::raw::{self, Anchor, Raw, RawDefinition, RawKind};

use found::Found;
use group::Groups;
use guard::COLON_SIGN;

pub(super) use guard::{GUARD, GUARD_SIGN, is_escaped};
pub(super) use lines::covered;

impl Built {
    /// Reads the notations in what was built; gives what is left out for them.
    pub(super) fn read_notations(
        &mut self,
        source: &Source,
        index: u32,
    ) -> Vec<Boilerplate> {
        let lines = std::mem::take(&mut self.lines);
        let mut found = Found::default();
        for (kind, range) in lines.left {
            let text = source.text().get(range.clone()).unwrap_or_default();
            let span = source.span(range, index);
            match kind {
                BoilerplateKind::Comment => {
                    found.comment(text.trim_matches(['%', '{', '}', '*']), span);
                }
                _ => found.leave(kind, text, span),
            }
        }
        let groups = Groups { source, index, containers: lines.containers };
        let mut reader = Reader { groups, found, cells: 0 };
        let end = source.text().len() as u32;
        let whole = Span { source: index, start: 0, end, line: 1 };
        reader.level(&mut self.blocks, whole, 0);
        for note in &mut self.footnotes {
            // A note adds as much as a quotation.
            reader.level(&mut note.blocks, note.span, 4);
        }
        let mut found = reader.found;
        self.footnotes.append(&mut found.footnotes);
        raw::each_inline_mut(&mut self.blocks, &mut unguard);
        for note in &mut self.footnotes {
            raw::each_inline_mut(&mut note.blocks, &mut unguard);
        }
        self.comments.append(&mut found.comments);
        self.unprinted.append(&mut found.unprinted);
        self.anchors.append(&mut found.anchors);
        found.left
    }
}

/// Takes out what kept signs apart.
fn unguard(inline: &mut Inline) {
    if let InlineKind::Text(text) = &mut inline.kind
        && text.contains([GUARD_SIGN, COLON_SIGN])
    {
        if text.contains(COLON_SIGN) {
            *text = text.replace(COLON_SIGN, ":");
        }
        let mut rest = text.as_str();
        let mut plain = String::with_capacity(rest.len());
        while let Some((before, behind)) = rest.split_once(GUARD) {
            plain.push_str(before);
            rest = behind.trim_start_matches(GUARD_SIGN);
            if plain.ends_with(' ') {
                rest = rest.trim_start_matches(' ');
            }
        }
        plain.push_str(rest);
        *text = plain;
    }
}

struct Reader<'s> {
    groups: Groups<'s>,
    found: Found,
    /// How many cells of grid tables there are so far.
    cells: usize,
}

impl Reader<'_> {
    /// Reads blocks that stand beside each other `within` a place, and those in them. `weight` is
    /// what is around them, as the tree builder counts it.
    fn level(&mut self, blocks: &mut Vec<Raw>, within: Span, weight: usize) {
        let read = std::mem::replace(blocks, Vec::with_capacity(blocks.len()));
        for block in read {
            let mut block =
                lines::table(block, self.groups.source.text(), &mut self.cells);
            self.inside(&mut block, weight);
            if let Some(block) = kept(block, blocks, &mut self.found) {
                blocks.push(block);
            }
        }
        let all = std::mem::take(blocks);
        *blocks = self.groups.put(all, within, weight, &mut self.found);
    }

    /// Reads what a block holds.
    fn inside(&mut self, block: &mut Raw, weight: usize) {
        let (found, span) = (&mut self.found, block.span);
        match &mut block.kind {
            RawKind::Paragraph(content) | RawKind::Heading { content, .. } => {
                take_cover(content);
                inline::read(content, 0, found);
                inlines::trim_front(content);
                inlines::trim_back(content, &[]);
            }
            RawKind::Table(table) => {
                for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    inline::read(&mut cell.content, 0, found);
                }
            }
            RawKind::Definitions(definitions) => {
                for RawDefinition { term, meanings } in definitions {
                    inline::read(term, 0, &mut self.found);
                    for meaning in meanings {
                        self.level(meaning, span, weight + 6);
                    }
                }
            }
            RawKind::List { items, .. } => {
                for item in items {
                    self.level(&mut item.blocks, item.span, weight + 6);
                }
            }
            RawKind::Quote { blocks, .. } => self.level(blocks, span, weight + 4),
            RawKind::Details { summary, blocks } => {
                self.level(summary, span, weight + 2);
                self.level(blocks, span, weight + 2);
            }
            _ => {}
        }
    }
}

/// Takes off what covers the head of a container, which stands alone on the first line.
fn take_cover(content: &mut Vec<Inline>) {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = content.first_mut() else {
        return;
    };
    let rest = text.trim_start_matches(GUARD_SIGN);
    let length = text.len() - rest.len();
    let alone =
        rest.is_empty() || rest.starts_with('\n') || length > 1 && rest.starts_with(' ');
    if length > 0 && alone {
        *text = rest.trim_start().to_owned();
        if text.is_empty() {
            content.remove(0);
        }
    }
}

/// What becomes of a block whose text is read; `before` are those before it.
fn kept(mut block: Raw, before: &[Raw], found: &mut Found) -> Option<Raw> {
    let span = block.span;
    match &mut block.kind {
        RawKind::Paragraph(content) => {
            if tags::is_tags(content) {
                found.leave(BoilerplateKind::Tags, &plain_text(content), span);
                return None;
            }
            if let Some(id) = tags::take_id(content) {
                let alone = content.is_empty();
                let marked =
                    before.last().filter(|_| alone).map_or(span, |block| block.span);
                found.anchors.push(Anchor { name: format!("^{id}"), at: marked.start });
            }
            (!inline::is_blank(content)).then_some(block)
        }
        RawKind::Heading { content, .. } => (!inline::is_blank(content)).then_some(block),
        RawKind::Quote { alert: None, blocks } => {
            let blocks = std::mem::take(blocks);
            (!blocks.is_empty()).then(|| callout::block(blocks, span))
        }
        RawKind::Quote { blocks, .. } => (!blocks.is_empty()).then_some(block),
        RawKind::Code { .. } => fences::block(block, found),
        _ => Some(block),
    }
}
