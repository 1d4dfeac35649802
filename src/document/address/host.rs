//! Which names of hosts are valid as they are written (URL standard, host parsing;
//! RFC 5890; RFC 3492).

use std::net::{Ipv4Addr, Ipv6Addr};

/// `authority` as it stands where it is a host, perhaps with a port, and nothing else: the
/// URL standard lets no credentials stand there (`https://user@host/`), which hide where a
/// link leads.
pub(super) fn host_and_port(authority: &str) -> Option<&str> {
    let after_brackets = authority.rfind(']').map_or(0, |at| at + 1);
    let (host, port) = match authority[after_brackets..].rsplit_once(':') {
        Some((host, port)) => (&authority[..after_brackets + host.len()], port),
        None => (authority, "80"),
    };
    let port_is_good =
        port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    (port_is_good && is_host(host)).then_some(authority)
}

/// Whether it is an IP address, or a name that every reader of links takes as it is.
pub(super) fn is_host(host: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn encoded_hosts_are_decoded() {
        assert_eq!(decoded("bcher-kva").as_deref(), Some("bücher"));
        assert_eq!(decoded("r8jz45g").as_deref(), Some("例え"));
        assert_eq!(decoded("99999999"), None);
    }
}
