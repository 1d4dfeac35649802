//! Words that only name something: lines of tags, and ids of blocks.

use crate::document::{Inline, InlineKind};

/// Whether inlines are nothing but tags: `#locks #threads/basic`.
pub(super) fn is_tags(content: &[Inline]) -> bool {
    let mut count = 0;
    let all = content.iter().all(|inline| match &inline.kind {
        InlineKind::Text(text) => text.split_whitespace().all(|word| {
            count += 1;
            is_tag(word)
        }),
        InlineKind::LineBreak => true,
        _ => false,
    });
    all && count > 0
}

/// `#name`, with a letter in it: `#12` is a number.
fn is_tag(word: &str) -> bool {
    let Some(name) = word.strip_prefix('#') else { return false };
    let name = name.trim_end_matches(',');
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/');
    name.chars().any(char::is_alphabetic) && name.chars().all(is_part)
}

/// Takes the id of a block off the end of its words: ` ^a1b2c3`.
pub(super) fn take_id(content: &mut Vec<Inline>) -> Option<String> {
    let alone = content.len() == 1;
    let Some(Inline { kind: InlineKind::Text(text), .. }) = content.last_mut() else {
        return None;
    };
    let at = text.rfind('^')?;
    let id = &text[at + 1..];
    let is_id = id.len() > 1
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && (id.len() > 5 || id.starts_with(|c: char| c.is_ascii_alphabetic()));
    let before = &text[..at];
    if !is_id || !before.is_empty() && !before.ends_with([' ', '\n']) {
        return None;
    }
    // Behind emphasis or code, a space stands between.
    if before.is_empty() && !alone {
        return None;
    }
    let id = id.to_owned();
    text.truncate(before.trim_end().len());
    if text.is_empty() {
        content.pop();
    }
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_numbers_and_programs() {
        let tags = |words: &str| is_tags(&[Inline::text(words)]);
        assert!(tags("#locks #threads/basic\n#笔记") && tags("#a-b, #c"));
        assert!(!tags("#12") && !tags("#locks are") && !tags("#!/bin/sh") && !tags(" "));
    }

    #[test]
    fn ids_stand_at_the_end() {
        let id = |words: &str| {
            let mut content = vec![Inline::text(words)];
            let id = take_id(&mut content);
            (id, crate::document::plain_text(&content))
        };
        assert_eq!(
            id("A lock. ^a1b2c3"),
            (Some("a1b2c3".to_owned()), "A lock.".to_owned())
        );
        assert_eq!(id("^whole"), (Some("whole".to_owned()), String::new()));
        for none in ["10 ^23", "x ^n", "a^bc", "2 ^ab c", "x ^a_b"] {
            assert_eq!(id(none).0, None, "{none}");
        }
    }
}
