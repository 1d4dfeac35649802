//! Links that lead back: to the top, to the contents.

use crate::document::{Address, Inline, InlineKind, plain_text};

use crate::parse::inlines::trim_front;

use super::titles::is_contents;

/// What such a link says first, and where it leads then.
const VERBS: [&str; 8] = [
    "back to",
    "go to",
    "go back to",
    "return to",
    "jump to",
    "scroll to",
    "up to",
    "to",
];
const PLACES: [&str; 12] = [
    "top",
    "start",
    "beginning",
    "home",
    "menu",
    "main menu",
    "questions",
    "all questions",
    "list of questions",
    "the page",
    "page top",
    "navigation",
];
/// The whole of what such a link says.
const SAY_SO: [&str; 34] = [
    "top",
    "up",
    "back",
    "go back",
    "to top",
    "nach oben",
    "zurück nach oben",
    "zum inhaltsverzeichnis",
    "zurück zum inhaltsverzeichnis",
    "retour en haut",
    "retour au sommaire",
    "haut de page",
    "volver arriba",
    "volver al inicio",
    "volver al índice",
    "subir",
    "torna su",
    "torna all'indice",
    "voltar ao topo",
    "voltar para o topo",
    "voltar ao início",
    "наверх",
    "к содержанию",
    "к оглавлению",
    "вернуться наверх",
    "вернуться к содержанию",
    "догори",
    "回到顶部",
    "返回顶部",
    "返回目录",
    "回到目录",
    "トップへ戻る",
    "目次へ戻る",
    "맨 위로",
];

/// If `content` is nothing but a link, perhaps stressed and between arrows: its target and words.
pub(super) fn lone_link(content: &[Inline]) -> Option<(&str, String)> {
    let is_sign = |inline: &&Inline| match &inline.kind {
        InlineKind::Text(text) => !text.contains(char::is_alphanumeric),
        kind => *kind == InlineKind::LineBreak,
    };
    let mut rest = content.iter().filter(|inline| !is_sign(inline));
    let (inline, None) = (rest.next()?, rest.next()) else { return None };
    match &inline.kind {
        InlineKind::Link { target, content } => Some((target, plain_text(content))),
        InlineKind::Strong(content)
        | InlineKind::Emphasis(content)
        | InlineKind::Superscript(content)
        | InlineKind::Subscript(content) => lone_link(content),
        _ => None,
    }
}

/// Whether a link with this target and these words leads back: it says so, or is an arrow.
pub(super) fn says_back(target: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    let words = words.trim_matches(|char: char| !char.is_alphanumeric());
    let named = || {
        SAY_SO.contains(&words)
            || VERBS.iter().any(|verb| {
                let place =
                    words.strip_prefix(verb).and_then(|rest| rest.strip_prefix(' '));
                place.is_some_and(|place| {
                    let place = place.strip_prefix("the ").unwrap_or(place);
                    PLACES.contains(&place) || is_contents(place)
                })
            })
    };
    Address::place(target).is_some() && (words.is_empty() || named())
}

/// Where a link back stands at the end of a paragraph or a heading that says more, or at the
/// beginning of a heading.
pub(super) fn place(content: &[Inline], heads: bool) -> Option<usize> {
    let is_back = |at: &usize| {
        let alone = &content[*at..=*at];
        lone_link(alone).is_some_and(|(target, words)| says_back(target, &words))
    };
    let says = |inline: &Inline| !is_blank(inline, is_arrow);
    let first = content.iter().position(says)?;
    let last = content.iter().rposition(says)?;
    let ends = [(last, true), (first, heads)].into_iter().filter(|(_, here)| *here);
    ends.map(|(at, _)| at).find(is_back).filter(|_| first < last)
}

/// Whether a character stands beside a link back only to point there.
fn is_arrow(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '|' | '(' | ')' | '[' | ']')
        || !char.is_ascii() && !char.is_alphanumeric() && !"。，、！？…".contains(char)
}

/// Takes away what parted a link that stood before the place `at` from the rest: spaces, bars,
/// brackets.
pub(super) fn close_gap(content: &mut Vec<Inline>, at: usize) {
    let is_gap = |char: char| char.is_whitespace() || "|()[]-–—·•↑⬆⬆️".contains(char);
    if at >= content.len() || content[at..].iter().all(|inline| is_blank(inline, is_gap))
    {
        content.truncate(at);
        while let Some(last) = content.last_mut() {
            match &mut last.kind {
                InlineKind::Text(text) => {
                    let kept = text.trim_end_matches(is_gap).len();
                    // A bracket that closes belongs to the words before it.
                    let closes = text[kept..].starts_with([')', ']']);
                    text.truncate(kept + usize::from(closes));
                    if !text.is_empty() {
                        break;
                    }
                }
                InlineKind::LineBreak => {}
                _ => break,
            }
            content.pop();
        }
    } else if content[..at].iter().all(|inline| is_blank(inline, is_gap)) {
        content.drain(..at);
        trim_front(content);
    }
}

fn is_blank(inline: &Inline, is_gap: impl Fn(char) -> bool) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.chars().all(is_gap),
        kind => *kind == InlineKind::LineBreak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(words: &str) -> Inline {
        let (target, content) = ("#top".to_owned(), vec![Inline::text(words)]);
        Inline { kind: InlineKind::Link { target, content }, ..Inline::text("") }
    }

    #[test]
    fn links_back_are_taken_off_ends() {
        let text = Inline::text;
        for (mut content, heads, left) in [
            (vec![text("What? "), link("↑")], true, "What?"),
            (vec![text("Title ("), link("top"), text(")")], true, "Title"),
            (vec![text("Title (old) | "), link("top")], true, "Title (old)"),
            (vec![link("⬆"), text(" Title")], true, "Title"),
            (vec![link("⬆"), text(" Title")], false, "⬆ Title"),
            (vec![text("It stands at the "), link("top"), text(".")], false, ""),
        ] {
            let whole = plain_text(&content);
            while let Some(at) = place(&content, heads) {
                content.remove(at);
                close_gap(&mut content, at);
            }
            let left = if left.is_empty() { &whole } else { left };
            assert_eq!(plain_text(&content), left);
        }
    }

    #[test]
    fn links_back_say_so() {
        for words in [
            "⬆ Back to Top",
            "Back to the table of contents",
            "↑",
            "",
            "Go to questions",
            "返回目录",
            "Top ▲",
        ] {
            assert!(says_back("#x", words), "{words}");
        }
        for words in ["Back to the future", "Top ten", "to", "Up to date", "Home"] {
            assert!(!says_back("#x", words), "{words}");
        }
        assert!(!says_back("https://example.org/a", "Back to top"));
    }
}
