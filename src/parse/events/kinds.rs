//! Kinds of pulldown-cmark as those of the tree.

use pulldown_cmark::{Alignment as MarkdownAlignment, BlockQuoteKind, CodeBlockKind};

use crate::document::{Alert, Alignment};

pub(super) fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

pub(super) fn alignment(alignment: MarkdownAlignment) -> Alignment {
    match alignment {
        MarkdownAlignment::None | MarkdownAlignment::Left => Alignment::Start,
        MarkdownAlignment::Center => Alignment::Center,
        MarkdownAlignment::Right => Alignment::End,
    }
}

/// The first word of a fence's info string: `rust` of `rust,ignore`.
pub(super) fn language(kind: &CodeBlockKind<'_>) -> Option<String> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    let word = info.trim_start_matches(['{', '.', ' ']);
    let word = word.split([' ', ',', '{', '}', '\t']).next()?;
    (!word.is_empty()).then(|| word.to_owned())
}
