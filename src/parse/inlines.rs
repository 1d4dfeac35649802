//! Taking words off the front of inlines, and the like.

use crate::document::{Inline, InlineKind, plain_text};

/// `inlines` without the first `count` bytes of their text, and without white space after.
pub(super) fn without_front(mut inlines: Vec<Inline>, count: usize) -> Vec<Inline> {
    let mut left = count;
    take_front(&mut inlines, &mut left);
    trim_front(&mut inlines);
    inlines
}

/// The first `count` bytes of the text of `inlines`, without white space at their end.
pub(super) fn front(inlines: &[Inline], count: usize) -> Vec<Inline> {
    let mut left = count;
    let mut kept = kept_front(inlines, &mut left);
    trim_back(&mut kept, &[]);
    kept
}

fn kept_front(inlines: &[Inline], left: &mut usize) -> Vec<Inline> {
    let mut kept = Vec::new();
    for inline in inlines {
        let length = plain_text(std::slice::from_ref(inline)).len();
        if *left == 0 {
            break;
        }
        let mut part = inline.clone();
        if length > *left {
            if let InlineKind::Text(text) | InlineKind::Code(text) = &mut part.kind {
                text.truncate(text.floor_char_boundary(*left));
                *left = 0;
            } else if let Some(children) = part.kind.content_mut() {
                *children = kept_front(children, left);
            }
            kept.push(part);
            break;
        }
        *left -= length;
        kept.push(part);
    }
    kept
}

fn take_front(inlines: &mut Vec<Inline>, left: &mut usize) {
    let mut gone = 0;
    for inline in inlines.iter_mut() {
        if *left == 0 {
            break;
        }
        let length = plain_text(std::slice::from_ref(inline)).len();
        if length <= *left {
            *left -= length;
            gone += 1;
            continue;
        }
        if let InlineKind::Text(text) | InlineKind::Code(text) = &mut inline.kind {
            let at = text.floor_char_boundary(*left);
            text.drain(..at);
            *left = 0;
        } else if let Some(children) = inline.kind.content_mut() {
            take_front(children, left);
        }
        break;
    }
    inlines.drain(..gone);
}

/// Takes white space and line breaks off the front.
pub(super) fn trim_front(inlines: &mut Vec<Inline>) {
    while let Some(first) = inlines.first_mut() {
        match &mut first.kind {
            InlineKind::LineBreak => {}
            InlineKind::Text(text) => {
                let kept = text.trim_start().len();
                text.drain(..text.len() - kept);
                if kept > 0 {
                    return;
                }
            }
            _ => {
                if let Some(children) = first.kind.content_mut() {
                    trim_front(children);
                    if !children.is_empty() {
                        return;
                    }
                } else {
                    return;
                }
            }
        }
        inlines.remove(0);
    }
}

/// Takes the signs `ends` and white space off the end of the text; says whether a sign
/// was there.
pub(super) fn trim_back(inlines: &mut Vec<Inline>, ends: &[char]) -> bool {
    let mut found = false;
    while let Some(last) = inlines.last_mut() {
        let emptied = match &mut last.kind {
            InlineKind::Text(text) => {
                let kept = text.trim_end_matches(|char: char| {
                    found |= ends.contains(&char);
                    char.is_whitespace() || ends.contains(&char)
                });
                text.truncate(kept.len());
                text.is_empty()
            }
            InlineKind::LineBreak => true,
            _ => match last.kind.content_mut() {
                Some(children) => {
                    found |= trim_back(children, ends);
                    children.is_empty()
                }
                None => false,
            },
        };
        if !emptied {
            break;
        }
        inlines.pop();
    }
    found
}

/// `inlines` without bold around the whole.
pub(super) fn unbold(mut inlines: Vec<Inline>) -> Vec<Inline> {
    while let [Inline { kind: InlineKind::Strong(content), .. }] = &mut inlines[..] {
        inlines = std::mem::take(content);
    }
    inlines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strong(content: Vec<Inline>) -> Inline {
        Inline { kind: InlineKind::Strong(content), ..Inline::text("") }
    }

    #[test]
    fn the_front_is_taken_off_across_marks() {
        let title = vec![strong(vec![Inline::text("Q1:")]), Inline::text(" What? Why?")];
        assert_eq!(plain_text(&without_front(title.clone(), 3)), "What? Why?");
        assert_eq!(plain_text(&without_front(title.clone(), 10)), "Why?");
        assert!(without_front(title, 100).is_empty());
    }

    #[test]
    fn the_end_is_taken_off_inside_marks() {
        let mut lead = vec![Inline::text("Big "), strong(vec![Inline::text("O:")])];
        assert!(trim_back(&mut lead, &[':']));
        assert_eq!(plain_text(&lead), "Big O");
        assert!(!trim_back(&mut lead, &[':']));
    }
}
