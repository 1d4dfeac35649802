//! Which addresses may stand in the book as links.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, Ipv6Addr};

/// `target` as an address that is valid by the URL standard, or nothing where it is no
/// web or mail address: a relative path leads nowhere from inside a book.
///
/// What every browser would encode by itself (a space, a quote) is encoded here.
pub fn address(target: &str) -> Option<String> {
    let (scheme, rest) = target.trim().split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        scheme @ ("http" | "https") => web(scheme, rest.strip_prefix("//")?),
        "mailto" => mail(rest),
        _ => None,
    }
}

fn web(scheme: &str, rest: &str) -> Option<String> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = host_and_port(authority)?;
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

fn host_and_port(authority: &str) -> Option<&str> {
    let after_brackets = authority.rfind(']').map_or(0, |at| at + 1);
    let (host, port) = match authority[after_brackets..].rsplit_once(':') {
        Some((host, port)) => (&authority[..after_brackets + host.len()], port),
        None => (authority, "80"),
    };
    let port_is_good =
        port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    (port_is_good && is_host(host)).then_some(authority)
}

fn is_host(host: &str) -> bool {
    if let Some(inside) = host.strip_prefix('[') {
        return inside.strip_suffix(']').is_some_and(|ip| ip.parse::<Ipv6Addr>().is_ok());
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    if last.starts_with(|c: char| c.is_ascii_digit()) {
        return host.parse::<Ipv4Addr>().is_ok();
    }
    host.len() <= 253 && host.split('.').all(is_label)
}

/// Letters, digits and inner hyphens (RFC 5890, section 2.3.1); what claims to be encoded,
/// `xn--`, must say something outside ASCII.
fn is_label(label: &str) -> bool {
    let lower = label.to_ascii_lowercase();
    let Some(code) = lower.strip_prefix("xn--") else { return is_plain_label(label) };
    let says_a_word = |label: &String| !label.is_ascii() && is_plain_label(label);
    label.len() <= 63
        && !code.starts_with('-')
        && decoded(code).as_ref().is_some_and(says_a_word)
}

fn is_plain_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !label.chars().skip(2).take(2).eq("--".chars())
        && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || is_letter(c))
}

/// What a Punycode label says (RFC 3492, section 6.2).
fn decoded(code: &str) -> Option<String> {
    let (plain, digits) = code.rsplit_once('-').unwrap_or(("", code));
    let mut label: Vec<char> = plain.chars().collect();
    let (mut n, mut i, mut bias) = (128_u32, 0_u32, 72);
    let mut digits = digits.bytes().peekable();
    while digits.peek().is_some() {
        let (before, mut weight, mut k) = (i, 1_u32, 36_u32);
        loop {
            let digit = match digits.next()? {
                b @ b'a'..=b'z' => u32::from(b - b'a'),
                b @ b'0'..=b'9' => u32::from(b - b'0') + 26,
                _ => return None,
            };
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            k += 36;
        }
        let length = label.len() as u32 + 1;
        bias = adapted(i - before, length, before == 0);
        n = n.checked_add(i / length)?;
        i %= length;
        label.insert(i as usize, char::from_u32(n)?);
        i += 1;
    }
    Some(label.into_iter().collect())
}

/// RFC 3492, section 6.1.
fn adapted(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 35 * 26 / 2 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

/// Letters outside ASCII that every version of IDNA takes as they are. There are more; a
/// host that has them is written in its encoded form, or becomes text.
fn is_letter(c: char) -> bool {
    match c {
        'ß'..='ÿ' => c != '÷',
        'ā'..='ž' => c.is_lowercase() && !matches!(c, 'ĳ' | 'ŀ' | 'ŉ'),
        'ά'..='ώ' | 'а'..='џ' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿋' | '가'..='힣' => {
            true
        }
        _ => false,
    }
}

/// Letters, digits and signs before the `@`, a host after it, perhaps a query.
fn mail(rest: &str) -> Option<String> {
    let (mailbox, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (name, host) = mailbox.rsplit_once('@')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "!#$&'*+-/=?^_{|}~.".contains(c);
    if name.is_empty() || !name.chars().all(is_name) || !host.is_ascii() || !is_host(host)
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

/// `text` with what may not stand in a URL percent-encoded; nothing for a `%` that begins
/// no code, since nobody knows what was meant.
fn encoded(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '%' if !is_code(text, at + 1) => return None,
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
    fn encoded_hosts_are_decoded() {
        assert_eq!(decoded("bcher-kva").as_deref(), Some("bücher"));
        assert_eq!(decoded("r8jz45g").as_deref(), Some("例え"));
        assert_eq!(decoded("99999999"), None);
    }

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
            ("https://example.org/#a#b", "https://example.org/#a%23b"),
            (
                "mailto:a@example.org?subject=#1 a",
                "mailto:a@example.org?subject=%231%20a",
            ),
            ("mailto:a.b@example.org", "mailto:a.b@example.org"),
        ] {
            assert_eq!(address(target).as_deref(), Some(expected), "{target}");
        }
    }

    #[test]
    fn other_addresses_do_not() {
        for target in [
            "",
            "notes/a.md",
            "/a",
            "//example.org/a",
            "#a",
            "https://",
            "https:///a",
            "https://exa mple.org",
            "https://user@example.org/",
            "https://example.org/100%",
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
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "mailto:nobody",
            "mailto:a b@example.org",
        ] {
            assert_eq!(address(target), None, "{target}");
        }
    }
}
