//! Callouts: quotations that begin with `[!type]`, a sign whether they fold, and a title.

use crate::diagnostic::Span;
use crate::document::{Alert, Inline, InlineKind, plain_text};
use crate::parse::inlines::without_front;
use crate::parse::raw::{Raw, RawKind};
use crate::parse::recognise::{hides_answer, is_question};

use super::inline::{first_line, is_blank};

/// What is said above a callout, or above a container of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// The type, in small letters.
    pub kind: String,
    /// Whether it opens when it is asked to.
    pub folds: bool,
    pub title: Vec<Inline>,
    pub span: Span,
}

/// The block that a quotation is.
pub(super) fn block(blocks: Vec<Raw>, span: Span) -> Raw {
    let mut blocks = blocks;
    let Some(Raw { kind: RawKind::Paragraph(content), span: first }) = blocks.first_mut()
    else {
        return quote(None, blocks, span);
    };
    let Some(Marked { kind, folds, length, ends_line }) = mark(content) else {
        return quote(None, blocks, span);
    };
    let first = *first;
    let content = without_front(std::mem::take(content), length);
    let (title, rest) =
        if ends_line { (Vec::new(), content) } else { first_line(content) };
    blocks.remove(0);
    if !is_blank(&rest) {
        let line = first.line + 1;
        blocks.insert(0, Raw::new(RawKind::Paragraph(rest), Span { line, ..first }));
    }
    titled(Head { kind, folds, title, span: first }, blocks, span)
}

/// What a callout begins with: `[!type]` or `[!type|look]`, and a sign for a fold.
struct Marked {
    kind: String,
    folds: bool,
    length: usize,
    /// Whether nothing stands behind it on its line.
    ends_line: bool,
}

fn mark(content: &[Inline]) -> Option<Marked> {
    let InlineKind::Text(text) = &content.first()?.kind else { return None };
    let inside = text.strip_prefix("[!")?;
    let end = inside.find([']', '\n'])?;
    let behind = inside[end..].strip_prefix(']')?;
    let kind = inside[..end].split('|').next()?.trim();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let named = kind.starts_with(char::is_alphabetic) && kind.chars().all(is_part);
    let folds = behind.starts_with(['-', '+']);
    let length = end + 3 + usize::from(folds);
    let rest = &text[length..];
    if !named || !rest.is_empty() && !rest.starts_with([' ', '\n', '\t']) {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '\t']);
    let next = content.get(1).is_none_or(|next| next.kind == InlineKind::LineBreak);
    let ends_line = rest.starts_with('\n') || rest.is_empty() && next;
    Some(Marked { kind: kind.to_lowercase(), folds, length, ends_line })
}

/// A block with this above it: a question with what folds out below it, or an alert.
pub(super) fn titled(head: Head, mut blocks: Vec<Raw>, span: Span) -> Raw {
    let Head { kind, folds, mut title, span: place } = head;
    let words = plain_text(&title);
    let asks = matches!(&*kind, "question" | "faq" | "help")
        || folds && (is_question(&words) || hides_answer(&words))
        || matches!(&*kind, "details" | "spoiler" | "collapse");
    if asks && !is_blank(&title) && !blocks.is_empty() {
        let summary = vec![Raw::new(RawKind::Paragraph(title), place)];
        return Raw::new(RawKind::Details { summary, blocks }, span);
    }
    let alert = alert(&kind);
    let answers = matches!(&*kind, "answer" | "answers" | "solution" | "solutions");
    if answers && is_blank(&title) && !blocks.is_empty() {
        let words = Inline { kind: InlineKind::Text(capitalised(&kind)), span: place };
        let summary = vec![Raw::new(RawKind::Paragraph(vec![words]), place)];
        return Raw::new(RawKind::Details { summary, blocks }, span);
    }
    let own = alert.is_none() && !matches!(&*kind, "quote" | "cite" | "div" | "blank");
    if is_blank(&title) && own {
        title = vec![Inline { kind: InlineKind::Text(capitalised(&kind)), span: place }];
    }
    if !is_blank(&title) {
        let strong = Inline { kind: InlineKind::Strong(title), span: place };
        blocks.insert(0, Raw::new(RawKind::Paragraph(vec![strong]), place));
    }
    quote(alert, blocks, span)
}

fn quote(alert: Option<Alert>, blocks: Vec<Raw>, span: Span) -> Raw {
    Raw::new(RawKind::Quote { alert, blocks }, span)
}

/// The alert that is meant by a type; none where its own name says more.
fn alert(kind: &str) -> Option<Alert> {
    Some(match kind {
        "note" | "info" => Alert::Note,
        "tip" | "hint" => Alert::Tip,
        "important" => Alert::Important,
        "warning" | "attention" => Alert::Warning,
        "caution" | "danger" | "error" => Alert::Caution,
        _ => return None,
    })
}

fn capitalised(kind: &str) -> String {
    let words = kind.replace(['-', '_'], " ");
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}
