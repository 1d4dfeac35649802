//! The one judge of addresses: where a link of a guide leads.
//!
//! All products ask here, so that what is a link on paper is one in a book, too. A guide is
//! not trusted: what a reader can click leads to a place of the document, to a web page or
//! to a mailbox, and says so; scripts, files and credentials are no links.

mod host;

use std::fmt::Write as _;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address<'a> {
    /// `#id`: a place in the document, by its id.
    Place(&'a str),
    /// A web or mail address, as it is valid by the URL standard: what every browser would
    /// encode by itself (a space, a quote) is encoded.
    External(String),
    /// A path, perhaps with a fragment. It leads to a file beside the guide, and nowhere
    /// from inside a product.
    Path(&'a str),
    /// Anything else: another scheme, a host without a scheme, a web address that is none.
    Nowhere,
}

impl<'a> Address<'a> {
    /// Judges the target of a link, as a document has it.
    pub fn of(target: &'a str) -> Self {
        if let Some(id) = Self::place(target) {
            return Self::Place(id);
        }
        let Some(scheme) = scheme(target) else {
            // A host of a network follows two slashes, on Windows two backslashes.
            let trimmed = target.trim_start();
            let names_host = trimmed.starts_with("//") || trimmed.starts_with(r"\\");
            return if names_host { Self::Nowhere } else { Self::Path(target) };
        };
        let rest = &target.trim()[scheme.len() + 1..];
        let external = match scheme.to_ascii_lowercase().as_str() {
            scheme @ ("http" | "https") => {
                rest.strip_prefix("//").and_then(|rest| web(scheme, rest))
            }
            "mailto" => mail(rest),
            _ => None,
        };
        external.map_or(Self::Nowhere, Self::External)
    }

    /// The id of the place in the document that `target` means, if it means one.
    pub fn place(target: &str) -> Option<&str> {
        target.strip_prefix('#')
    }
}

/// The scheme that a target begins with (RFC 3986, 3.1). One letter is a drive of Windows.
pub(crate) fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.trim().split_once(':')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    (scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(is_part))
    .then_some(scheme)
}

fn web(scheme: &str, rest: &str) -> Option<String> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = host::host_and_port(authority)?;
    let path = if path.starts_with('/') { path.into() } else { format!("/{path}") };
    let (path, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (path.as_str(), None),
    };
    let mut address = format!("{scheme}://{host}{}", encoded(path)?);
    if let Some(fragment) = fragment {
        address.push('#');
        address.push_str(&encoded(fragment)?.replace('#', "%23"));
    }
    Some(address)
}

/// Letters, digits and signs before the `@`, a host after it, perhaps a query.
fn mail(rest: &str) -> Option<String> {
    let (mailbox, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (name, host) = mailbox.rsplit_once('@')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "!#$&'*+-/=?^_{|}~.".contains(c);
    if name.is_empty()
        || !name.chars().all(is_name)
        || !host.is_ascii()
        || !host::is_host(host)
    {
        return None;
    }
    let mailbox = format!("mailto:{}@{host}", encoded(name)?.replace('#', "%23"));
    Some(if query.is_empty() {
        mailbox
    } else {
        format!("{mailbox}?{}", encoded(query)?.replace('#', "%23"))
    })
}

/// `text` with what may not stand in a URL percent-encoded, a `%` that begins no code too;
/// nothing where it holds what no encoding makes an address.
fn encoded(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '%' if !is_code(text, at + 1) => out.push_str("%25"),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                push_encoded(c, &mut out);
            }
            _ if c.is_control() || c.is_whitespace() => return None,
            _ if c.is_ascii() || c.is_alphanumeric() => out.push(c),
            _ => push_encoded(c, &mut out),
        }
    }
    Some(out)
}

fn is_code(text: &str, at: usize) -> bool {
    text.get(at..at + 2).is_some_and(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn push_encoded(c: char, out: &mut String) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        write!(out, "%{byte:02X}").expect("writing to memory does not fail");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_and_mail_addresses_stay() {
        for (target, expected) in [
            ("https://example.org", "https://example.org/"),
            ("HTTP://example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c#d"),
            ("https://example.org?q=1", "https://example.org/?q=1"),
            ("https://example.org/a b", "https://example.org/a%20b"),
            ("https://example.org/a|b[1]", "https://example.org/a%7Cb%5B1%5D"),
            ("https://ja.wikipedia.org/wiki/質問", "https://ja.wikipedia.org/wiki/質問"),
            ("https://bücher.example/", "https://bücher.example/"),
            ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
            ("https://[::1]:80/", "https://[::1]:80/"),
            ("https://example.org/100%_a", "https://example.org/100%25_a"),
            ("https://example.org/#a#b", "https://example.org/#a%23b"),
            (
                "mailto:a@example.org?subject=#1 a",
                "mailto:a@example.org?subject=%231%20a",
            ),
            ("mailto:a.b@example.org", "mailto:a.b@example.org"),
        ] {
            assert_eq!(
                Address::of(target),
                Address::External(expected.into()),
                "{target}"
            );
        }
    }

    #[test]
    fn what_is_no_address_leads_nowhere() {
        for target in [
            "//example.org/a",
            "\\\\host\\a",
            "https://",
            "https:///a",
            "https://exa mple.org",
            "https://user@example.org/",
            "https://user:word@example.org/",
            "https://example.org:port/",
            "https://example.org:99999/",
            "https://a..b/",
            "https://999.1.1.1/",
            "https://xn--a.example/",
            "https://xn--.example/",
            "https://xn---d1aa.example/",
            "https://ab--c.example/",
            "https://ſ.example/",
            "https://[::g]/",
            "https:example.org",
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "mailto:nobody",
            "mailto:a b@example.org",
        ] {
            assert_eq!(Address::of(target), Address::Nowhere, "{target}");
        }
    }

    #[test]
    fn paths_and_places_are_told_from_addresses() {
        assert_eq!(Address::of("#a"), Address::Place("a"));
        for path in ["", "notes/a.md", "/a", "a/b:c.md", "C:\\a.md", "?q", "a.md#b"] {
            assert_eq!(Address::of(path), Address::Path(path), "{path}");
        }
    }
}
