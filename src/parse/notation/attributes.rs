//! Attributes in braces, as pandoc and kramdown have them: `{#id .class width=50%}`.

/// An attribute with a value; `#id` and `.class` have none here.
pub(super) type Attribute<'t> = (&'t str, &'t str);

/// So long may attributes be, in bytes.
const LONGEST: usize = 300;

/// The attributes that `text` begins with, and their length, braces included.
pub(super) fn read(text: &str) -> Option<(Vec<Attribute<'_>>, usize)> {
    let inside = text.strip_prefix('{')?;
    let kramdown = inside.starts_with(':');
    let near = &inside[..inside.floor_char_boundary(inside.len().min(LONGEST))];
    let end = near.find('}')?;
    let mut rest = inside[usize::from(kramdown)..end].trim();
    let (mut attributes, mut count) = (Vec::new(), 0);
    while !rest.is_empty() {
        let (attribute, behind) = next(rest)?;
        attributes.extend(attribute);
        rest = behind.trim_start();
        count += 1;
    }
    (count > 0).then_some((attributes, end + 2))
}

/// The first of several attributes, and what is behind it.
fn next(text: &str) -> Option<(Option<Attribute<'_>>, &str)> {
    let is_name =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '/');
    if let Some(name) = text.strip_prefix(['#', '.']) {
        let end = name.find(|c| !is_name(c)).unwrap_or(name.len());
        let parted = name[end..].is_empty() || name[end..].starts_with([' ', '#', '\t']);
        let named =
            name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '-' | '_'));
        return (named && parted).then(|| (None, &name[end..]));
    }
    let (key, value) = text.split_once('=')?;
    let named =
        key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(is_name);
    if !named {
        return None;
    }
    if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let (value, behind) = value[1..].split_once(quote)?;
        return Some((Some((key, value)), behind));
    }
    let end = value.find(char::is_whitespace).unwrap_or(value.len());
    let plain = !value[..end].is_empty() && !value[..end].contains(['(', '=', ';', ',']);
    plain.then(|| (Some((key, &value[..end])), &value[end..]))
}

/// `[words]{.class}` that `text` begins with: the words, and the length of all.
pub(super) fn bracketed(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('[')?;
    let near = &inside[..inside.floor_char_boundary(inside.len().min(LONGEST))];
    let end = near.find(['[', ']'])?;
    let behind = inside[end..].strip_prefix(']')?;
    let (_, length) = read(behind)?;
    (end > 0).then_some((&inside[..end], end + 2 + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_told_from_other_braces() {
        for (text, length) in [
            ("{width=50%} x", 11),
            ("{.a .b-c}", 9),
            ("{#fig:one}", 10),
            ("{: .note }", 10),
            ("{ width=\"50 %\" }", 16),
            ("{target=_blank}", 15),
        ] {
            assert_eq!(read(text).map(|(_, length)| length), Some(length), "{text}");
        }
        for text in [
            "{}",
            "{x}",
            "{:ok, x}",
            "{a: 1}",
            "{.5}",
            "{x = 1}",
            "{{.Site}}",
            "{a=f(x)}",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(
            read("{height=2 width='3cm'}").map(|(all, _)| all[1]),
            Some(("width", "3cm"))
        );
    }

    #[test]
    fn spans_in_brackets_are_their_words() {
        assert_eq!(bracketed("[some words]{.smallcaps} x"), Some(("some words", 24)));
        assert_eq!(bracketed("[some words](x)"), None);
        assert_eq!(bracketed("[a]{b}"), None);
    }
}
