//! Pins that stand before other words of their line, masked while Markdown is read.

use std::borrow::Cow;

use crate::parse::pin::Written;

/// Stands where a pin stood. No source has it: control characters are taken out before.
const MASK: char = '\u{1}';

/// The text with every pin masked, byte for byte, that other words follow on its line:
/// `CommonMark` takes the whole of a line for HTML that begins with a comment, and would leave
/// the marks in those words as they are.
pub(in crate::parse) fn masked(text: &str) -> Cow<'_, str> {
    let mut masked = String::new();
    let mut copied = 0;
    for (at, _) in text.match_indices("<!--") {
        if at < copied || !begins_line(&text[..at]) {
            continue;
        }
        let line = &text[at..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        let Some(end) = line.find("-->").map(|end| end + 3) else { continue };
        let followed = !line[end..].trim().is_empty();
        if followed && Written::in_comment(inner(&line[..end])).is_some() {
            masked.push_str(&text[copied..at]);
            masked.extend(std::iter::repeat_n(MASK, end));
            copied = at + end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    masked.push_str(&text[copied..]);
    Cow::Owned(masked)
}

/// Whether nothing but the marks of lists and quotes stands on the line that `text` ends in.
pub(super) fn begins_line(text: &str) -> bool {
    // No line has more of them than this.
    let from = text.floor_char_boundary(text.len().saturating_sub(80));
    let near = &text[from..];
    let line = near.rfind('\n').map_or(near, |end| &near[end + 1..]);
    let mark = |c: char| c.is_whitespace() || c.is_ascii_digit() || "-*+.)>".contains(c);
    line.len() < 80 && line.chars().all(mark)
}

/// `text` without masks, which hide no pin where no block can begin.
pub(in crate::parse) fn unmasked(text: &str) -> Cow<'_, str> {
    if text.contains(MASK) {
        Cow::Owned(text.replace(MASK, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The pin that stands under a mask at the beginning of `text`, which is `written` so in the
/// source, and the text after it.
pub(in crate::parse) fn under_mask<'t>(
    text: &'t str,
    written: &str,
) -> Option<(Written, &'t str)> {
    let rest = text.trim_start_matches(MASK);
    let pin = written.get(..text.len() - rest.len()).filter(|pin| !pin.is_empty())?;
    Some((Written::in_comment(inner(pin))?, rest))
}

fn inner(comment: &str) -> &str {
    let inner = comment.strip_prefix("<!--").unwrap_or(comment);
    inner.strip_suffix("-->").unwrap_or(inner)
}
