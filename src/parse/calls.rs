//! `names[i](x)`: words of a program in prose, which Markdown takes for links. What the author
//! wrote stays, brackets and all.

use std::ops::Range;

/// What was seen so far, link by link.
#[derive(Debug, Default)]
pub(super) struct Calls {
    /// The calls that are open, by the bytes that they take. No link stands in a link.
    open: Option<Range<usize>>,
    /// Where the last link ended that is one.
    link_end: usize,
}

impl Calls {
    /// Whether what looks like a link at `range` of `text` is a call: right before it there is a
    /// letter, a digit or a bracket, as no author sets a link, and `target` is a bare word, as
    /// no file or address is.
    ///
    /// Only letters without accents count, as programs have them: Chinese and Japanese set
    /// links right behind other words.
    pub(super) fn is_call(
        &mut self,
        text: &str,
        range: &Range<usize>,
        target: &str,
    ) -> bool {
        let before = text[..range.start].chars().next_back();
        let touches = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ')' | ']');
        let behind_link = range.start == self.link_end;
        let is_call = before.is_some_and(touches)
            && !behind_link
            && text[range.clone()].ends_with(&format!("({target})"))
            && is_bare(target);
        if is_call {
            self.open = Some(range.clone());
        }
        is_call
    }

    /// What of the call that ends with `range` stands behind its words; nothing where a link
    /// ends.
    pub(super) fn end<'t>(
        &mut self,
        text: &'t str,
        range: &Range<usize>,
    ) -> Option<&'t str> {
        if self.open.as_ref() != Some(range) {
            self.link_end = range.end;
            return None;
        }
        self.open = None;
        let written = &text[range.clone()];
        written.rfind("](").map(|at| &written[at..])
    }
}

/// Whether a target has no sign that a path or an address has.
fn is_bare(target: &str) -> bool {
    !target.contains(['.', '/', '\\', ':', '#', '?', '%', '@'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_told_from_links() {
        for (text, call) in [
            ("a[i](x)", true),
            ("f(a)[0](x)", true),
            ("rows[0][1](go)", true),
            ("done[i]()", true),
            ("see [it](x)", false),
            ("(see[it](x.md))", false),
            ("a[i](<x>)", false),
            ("见[它](x)", false),
            ("a[i](#x)", false),
        ] {
            let start = text.rfind('[').expect("a bracket");
            let end = text.rfind(')').expect("a bracket") + 1;
            let end = if text.starts_with('(') { end - 1 } else { end };
            let target = text[text.rfind("](").expect("a link") + 2..end - 1].to_owned();
            let target = target.trim_matches(['<', '>']);
            let found = Calls::default().is_call(text, &(start..end), target);
            assert_eq!(found, call, "{text}");
        }
    }

    #[test]
    fn a_link_right_behind_a_link_is_one() {
        let text = "[a](one)[b](two)";
        let mut calls = Calls::default();
        assert!(!calls.is_call(text, &(0..8), "one"));
        assert_eq!(calls.end(text, &(0..8)), None);
        assert!(!calls.is_call(text, &(8..16), "two"));
    }
}
