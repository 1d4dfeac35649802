//! Code in fences that is none: formulas, and questions to the program that keeps the notes.

use crate::document::{Inline, InlineKind};
use crate::parse::raw::{Raw, RawKind};
use crate::parse::unprinted::Unprinted;

use super::found::Found;

/// What a block of code is; nothing where it is left out.
pub(super) fn block(block: Raw, found: &mut Found) -> Option<Raw> {
    let RawKind::Code { language: Some(language), text } = &block.kind else {
        return Some(block);
    };
    let span = block.span;
    match &*language.to_ascii_lowercase() {
        "dataview" | "dataviewjs" | "tasks" | "query" | "base" | "button" | "tracker" => {
            found.unprinted.push((Unprinted::Query, span));
            None
        }
        "math" if !text.trim().is_empty() => {
            let kind = InlineKind::Math { display: true, tex: text.trim().to_owned() };
            Some(Raw::new(RawKind::Paragraph(vec![Inline { kind, span }]), span))
        }
        _ => Some(block),
    }
}
