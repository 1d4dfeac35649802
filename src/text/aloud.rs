//! Words as they are read aloud: what stands where nothing can be set, as in bookmarks, running
//! heads and lists.

use crate::document::{Inline, InlineKind, plain_text};
use crate::math::Formula;

/// The words of inlines without marks, formulas as they are read aloud.
pub(crate) fn aloud(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push(inlines, &mut words);
    words
}

fn push(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        if let InlineKind::Math { tex, display } = &inline.kind
            && let Some(formula) = Formula::read(tex, *display)
        {
            out.push_str(&formula.spoken());
        } else if let Some(content) = inline.kind.content() {
            push(content, out);
        } else {
            out.push_str(&plain_text(std::slice::from_ref(inline)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    #[test]
    fn formulas_are_read_and_what_is_none_stays() {
        let math = |tex: &str| {
            let kind = InlineKind::Math { display: false, tex: tex.to_owned() };
            Inline { kind, span: Span::default() }
        };
        let words = InlineKind::Text("Is ".to_owned());
        let words = Inline { kind: words, span: Span::default() };
        let inner = Inline {
            kind: InlineKind::Strong(vec![words, math("x^2")]),
            span: Span::default(),
        };
        assert_eq!(aloud(&[inner, math("\\nothing{")]), "Is x^2\\nothing{");
    }
}
