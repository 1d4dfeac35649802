//! What a terminal would take for orders, made visible: everything that is said passes here.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with pictures in place of control characters, tabs and line ends aside, and with
/// the numbers of characters that turn the direction of what follows: a guide, or the name
/// of a file, gives no orders to a terminal and shows as what it is.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    shown(text, |c| matches!(c, '\n' | '\t'))
}

/// The same for what is one line, as a file's name is.
pub(crate) fn visible_line(text: &str) -> Cow<'_, str> {
    shown(text, |_| false)
}

/// Whether a character must not reach a terminal as it is: the controls (Unicode's category
/// Cc), and what embeds, overrides or isolates a direction (Unicode Technical Report 36,
/// 2.6), with the separators of lines and paragraphs.
pub(crate) fn is_order(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn shown(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(|c| is_order(c) && !stays(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if !is_order(c) || stays(c) => out.push(c),
            // Unicode has pictures of the oldest ones.
            '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => out.push('\u{2421}'),
            c => {
                let _ = write!(out, "<U+{:04X}>", u32::from(c));
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_show_as_what_they_are() {
        assert_eq!(visible("plain\n\ttext ünïcode"), "plain\n\ttext ünïcode");
        assert_eq!(visible("\u{1b}]52;c;x\u{7}"), "␛]52;c;x␇");
        assert_eq!(visible("\u{9b}2J \u{202e}txt.exe"), "<U+009B>2J <U+202E>txt.exe");
        assert_eq!(visible_line("a\nb\t\u{7f}"), "a␊b␉␡");
    }
}
