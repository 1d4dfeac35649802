//! Notations beside Markdown: those of note programs and of site generators.
//!
//! Most are read from the tree of `raw` blocks as Markdown left it, so that code is never
//! touched: [`inline`] what stands inside a line, with links between notes in [`wiki`];
//! [`callout`] quotations with a title; [`tags`] what only names something; [`fences`] code that
//! another program would carry out. A sign that is written with a backslash begins none of them
//! ([`guard`]).
//!
//! What is left out goes to [`found::Found`], to be counted and said.

mod attributes;
mod callout;
mod fences;
mod found;
mod guard;
mod inline;
mod pieces;
mod tags;
mod wiki;

use crate::document::{Inline, InlineKind, plain_text};

use super::boilerplate::{Boilerplate, BoilerplateKind};
use super::build::Built;
use super::inlines;
use super::raw::{self, Anchor, Raw, RawDefinition, RawKind};

use found::Found;

pub(super) use guard::{GUARD, is_escaped};

impl Built {
    /// Reads the notations in what was built; gives what is left out for them.
    pub(super) fn read_notations(&mut self) -> Vec<Boilerplate> {
        let mut found = Found::default();
        level(&mut self.blocks, &mut found);
        for note in &mut self.footnotes {
            level(&mut note.blocks, &mut found);
        }
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
        && text.contains(GUARD)
    {
        *text = text.replace(GUARD, "");
    }
}

/// Reads blocks that stand beside each other, and those in them.
fn level(blocks: &mut Vec<Raw>, found: &mut Found) {
    for mut block in std::mem::replace(blocks, Vec::with_capacity(blocks.len())) {
        inside(&mut block, found);
        if let Some(block) = kept(block, blocks, found) {
            blocks.push(block);
        }
    }
}

/// Reads what a block holds.
fn inside(block: &mut Raw, found: &mut Found) {
    match &mut block.kind {
        RawKind::Paragraph(content) | RawKind::Heading { content, .. } => {
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
                inline::read(term, 0, found);
                meanings.iter_mut().for_each(|meaning| level(meaning, found));
            }
        }
        RawKind::List { items, .. } => {
            items.iter_mut().for_each(|item| level(&mut item.blocks, found));
        }
        RawKind::Quote { blocks, .. } => level(blocks, found),
        RawKind::Details { summary, blocks } => {
            level(summary, found);
            level(blocks, found);
        }
        _ => {}
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
