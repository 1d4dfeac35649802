//! Addresses in running text that are written without brackets: `https://example.org`,
//! `www.example.org`, `me@example.org`, by the rules of GitHub's Markdown (its specification,
//! “Autolinks (extension)”).

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Words(&'t str),
    /// Words that are an address, and what they link to.
    Link(&'t str, String),
}

/// How far before an `@` a name may begin, in bytes (RFC 5321, 4.5.3.1.1).
const LONGEST_NAME: usize = 64;

/// The parts of `text`; a single one where there is no address in it.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(next) = text[at..].find([':', 'w', 'W', '@']).map(|next| at + next) {
        at = next + 1;
        let Some((start, end, scheme)) = address(text, next, kept) else { continue };
        if start > kept {
            parts.push(Part::Words(&text[kept..start]));
        }
        let words = &text[start..end];
        parts.push(Part::Link(words, format!("{scheme}{words}")));
        (kept, at) = (end, end);
    }
    if kept < text.len() || parts.is_empty() {
        parts.push(Part::Words(&text[kept..]));
    }
    parts
}

/// The address around the sign `at`, behind the byte `from`: where it begins, where it ends, and
/// what a link puts before it.
fn address(text: &str, at: usize, from: usize) -> Option<(usize, usize, &'static str)> {
    match text.as_bytes()[at] {
        b':' => {
            let scheme = ["https", "http", "ftp"].into_iter().find(|scheme| {
                text.get(at.saturating_sub(scheme.len())..at)
                    .is_some_and(|before| before.eq_ignore_ascii_case(scheme))
            })?;
            let start = at - scheme.len();
            text[at..].strip_prefix("://")?;
            let end = end(text, at + 3)?;
            (start >= from && stands_free(text, start)).then_some((start, end, ""))
        }
        b'@' => mail(text, at, from),
        _ => {
            let is_host = text.get(at..at + 4)?.eq_ignore_ascii_case("www.");
            if !is_host || !stands_free(text, at) {
                return None;
            }
            let end = end(text, at)?;
            // `www.x` is no name of a host.
            text[at + 4..end].contains('.').then_some((at, end, "http://"))
        }
    }
}

/// Whether what begins at the byte `at` is not a part of another word or address.
fn stands_free(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|c| {
        !c.is_ascii_alphanumeric() && !matches!(c, '/' | '.' | '-' | '@' | '=')
    })
}

/// Where the address ends whose host begins at the byte `from`.
fn end(text: &str, from: usize) -> Option<usize> {
    let host = host(&text[from..]);
    if !is_host(host.trim_end_matches('.')) {
        return None;
    }
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '“' | '”' | '‘' | '’' | '«' | '»' | '`' | '"')
            || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
    };
    let rest = &text[from + host.len()..];
    let end = from + host.len() + rest.find(ends).unwrap_or(rest.len());
    let words = &text[from..end];
    let kept = without_punctuation(words);
    (kept > 0).then_some(from + kept)
}

/// The length of an address without the signs that rather end a sentence, and without brackets
/// that are not opened in it.
fn without_punctuation(words: &str) -> usize {
    let mut open =
        words.matches('(').count() as isize - words.matches(')').count() as isize;
    let bracketed = words.contains('[');
    let mut kept = words;
    loop {
        let shorter = kept
            .trim_end_matches(['?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '|']);
        if shorter.len() == kept.len() {
            if open < 0 && kept.ends_with(')') {
                kept = &kept[..kept.len() - 1];
                open += 1;
                continue;
            }
            if kept.ends_with(']') && !bracketed {
                kept = &kept[..kept.len() - 1];
                continue;
            }
            return kept.len();
        }
        kept = shorter;
    }
}

/// The host that a text begins with. None is longer (RFC 1035, 2.3.4), so that no text is read
/// again and again.
fn host(text: &str) -> &str {
    let near = &text[..text.floor_char_boundary(text.len().min(255))];
    &near[..near.find(|c| !is_of_host(c)).unwrap_or(near.len())]
}

const fn is_of_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// Whether names with dots between are those of a host: two at least, and no low line in the last
/// two.
fn is_host(host: &str) -> bool {
    let names: Vec<&str> = host.split('.').collect();
    names.len() > 1
        && names.iter().all(|name| !name.is_empty())
        && names[names.len() - 2..].iter().all(|name| !name.contains('_'))
}

fn mail(text: &str, at: usize, from: usize) -> Option<(usize, usize, &'static str)> {
    let near = text.floor_char_boundary(at.saturating_sub(LONGEST_NAME)).max(from);
    let is_of_name =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let name = &text[near..at];
    let start = name.rfind(|c| !is_of_name(c)).map_or(near, |end| {
        let length = name[end..].chars().next().map_or(1, char::len_utf8);
        near + end + length
    });
    let host = host(&text[at + 1..]).trim_end_matches('.');
    let is_name = host.rsplit('.').next().is_some_and(|last| {
        last.len() > 1 && last.chars().all(|c| c.is_ascii_alphabetic())
    });
    let behind = text[at + 1 + host.len()..].chars().next();
    // `git@host.org:repository` is no address of mail.
    let goes_on = matches!(behind, Some('@' | ':' | '/'));
    let fits =
        start < at && is_host(host) && is_name && !goes_on && stands_free(text, start);
    fits.then_some((start, at + 1 + host.len(), "mailto:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<String> {
        let parts = parts(text);
        let whole: String = parts
            .iter()
            .map(|part| match part {
                Part::Words(words) | Part::Link(words, _) => *words,
            })
            .collect();
        assert_eq!(whole, text, "no word is lost");
        let link = |part: Part<'_>| match part {
            Part::Link(_, target) => Some(target),
            Part::Words(_) => None,
        };
        parts.into_iter().filter_map(link).collect()
    }

    #[test]
    fn addresses_are_found_without_what_ends_a_sentence() {
        for (text, target) in [
            ("See https://example.org/a.", "https://example.org/a"),
            ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("at www.example.org, now", "http://www.example.org"),
            ("HTTP://Example.org?q=a&b=c!", "HTTP://Example.org?q=a&b=c"),
            ("写给 me@example.org。", "mailto:me@example.org"),
            ("见https://example.org/锁。下", "https://example.org/锁"),
            ("a.b+c@x-y.example.org.", "mailto:a.b+c@x-y.example.org"),
            ("[https://example.org]", "https://example.org"),
        ] {
            assert_eq!(links(text), [target], "{text}");
        }
        assert_eq!(links("http://a.org and http://b.org").len(), 2);
    }

    #[test]
    fn other_words_stay() {
        for text in [
            "http://localhost:80 and http://",
            "xhttps://a.org",
            "www. and www.x and a@b",
            "git@example.org:a/b.git",
            "@media and me@ home",
            "redis://example.org",
            "http://a_b.c_d",
            "",
        ] {
            assert!(links(text).is_empty(), "{text}: {:?}", links(text));
        }
    }
}
