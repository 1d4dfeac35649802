//! Files of keys and values: JSON, YAML, TOML, and those of a line for each.

use super::kind::Kind;
use super::marks::Marks;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Yaml,
    Toml,
    /// Sections in brackets, and `key = value` or `key: value` in lines.
    Ini,
}

/// Marks such a file.
pub(super) fn read(form: Form, text: &str, marks: &mut Marks) {
    let mut reader = Keyed {
        form,
        bytes: text.as_bytes(),
        marks,
        block: None,
        open: None,
        unclosed: [0; 2],
    };
    if form == Form::Json {
        reader.values(0, text.len());
        return;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let length = line.trim_end_matches(['\n', '\r']).len();
        reader.line(at, at + length);
        at += line.len();
    }
}

struct Keyed<'t, 'm> {
    form: Form,
    bytes: &'t [u8],
    marks: &'m mut Marks,
    /// The indent of the line whose value is the text of the lines below that are farther in.
    block: Option<usize>,
    /// The sign that closes a text of several lines.
    open: Option<&'static [u8]>,
    /// Up to where no double quote and no single one is closed.
    unclosed: [usize; 2],
}

impl Keyed<'_, '_> {
    fn line(&mut self, from: usize, to: usize) {
        if let Some(close) = self.open {
            return self.go_on(close, from, to);
        }
        let indent = self.spaces(from, to);
        let start = from + indent;
        if let Some(outer) = self.block {
            if start == to {
                return;
            }
            if indent > outer {
                return self.marks.add(start..to, Kind::String);
            }
            self.block = None;
        }
        match self.form {
            Form::Yaml => self.yaml(start, to, indent),
            Form::Toml | Form::Ini => self.setting(start, to),
            Form::Json => self.values(start, to),
        }
    }

    fn spaces(&self, from: usize, to: usize) -> usize {
        self.bytes[from..to].iter().take_while(|byte| byte.is_ascii_whitespace()).count()
    }

    /// The rest of a text of several lines, up to its closing sign.
    fn go_on(&mut self, close: &'static [u8], from: usize, to: usize) {
        let line = &self.bytes[from..to];
        let found = line.windows(close.len()).position(|window| window == close);
        let end = found.map_or(to, |at| from + at + close.len());
        self.marks.add(from..end, Kind::String);
        if found.is_some() {
            self.open = None;
            self.values(end, to);
        }
    }

    /// `- key: value`, with as many signs of lists before as there are.
    fn yaml(&mut self, start: usize, to: usize, indent: usize) {
        let mut at = start;
        if self.bytes[at..to].starts_with(b"---") || self.bytes[at..to].starts_with(b"%")
        {
            return self.marks.add(at..to, Kind::Comment);
        }
        while at < to && self.bytes[at] == b'-' && self.ends_word(at + 1, to) {
            at += 1;
            at += self.spaces(at, to);
        }
        let value = match self.key_end(at, to) {
            Some(end) => {
                self.marks.add(at..end, Kind::Name);
                end + 1
            }
            None => at,
        };
        let value = value + self.spaces(value, to);
        let rest = &self.bytes[value..to];
        if matches!(rest.first(), Some(b'|' | b'>')) && rest.len() < 4 {
            // The lines of an item of a list are farther in than its sign.
            self.block = Some(indent);
            return;
        }
        self.values(value, to);
    }

    /// The place of the colon behind a key that begins at `at`.
    fn key_end(&mut self, at: usize, to: usize) -> Option<usize> {
        let quote = matches!(self.bytes.get(at..to)?.first()?, b'"' | b'\'');
        let end = if quote {
            self.quote_end(at, to)?
        } else {
            let line = &self.bytes[at..to];
            let mut before = b' ';
            let colon = line.iter().enumerate().position(|(n, byte)| {
                let ends = *byte == b':' && self.ends_word(at + n + 1, to);
                let stops = matches!(byte, b'{' | b'[' | b'"' | b'&' | b'*' | b'!')
                    && n == 0
                    || (*byte == b'#' && before == b' ');
                before = *byte;
                ends || stops
            })?;
            at + colon
        };
        (self.bytes.get(end) == Some(&b':') && self.ends_word(end + 1, to)).then_some(end)
    }

    fn ends_word(&self, at: usize, to: usize) -> bool {
        at >= to || self.bytes[at].is_ascii_whitespace()
    }

    /// `[section]`, `key = value`.
    fn setting(&mut self, start: usize, to: usize) {
        let line = &self.bytes[start..to];
        let comment = match self.form {
            Form::Toml => &b"#"[..],
            _ => &b"#;!"[..],
        };
        match line.first() {
            None => return,
            Some(first) if comment.contains(first) => {
                return self.marks.add(start..to, Kind::Comment);
            }
            Some(b'[') => {
                let closed = line.iter().rposition(|byte| *byte == b']');
                let end = closed.map_or(to, |at| start + at + 1);
                self.marks.add(start..end, Kind::Keyword);
                return self.values(end, to);
            }
            Some(_) => {}
        }
        let sign = line
            .iter()
            .position(|byte| *byte == b'=' || (*byte == b':' && self.form == Form::Ini));
        let Some(sign) = sign else { return self.values(start, to) };
        let key = line[..sign].trim_ascii_end().len();
        let export = line.starts_with(b"export ") && self.form == Form::Ini;
        let front = if export { 7 } else { 0 };
        self.marks.add(start..start + front.min(6), Kind::Keyword);
        self.marks.add(start + front.min(key)..start + key, Kind::Name);
        self.values(start + sign + 1, to);
    }

    /// Values: texts, numbers, constants, and keys of inner tables.
    fn values(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let byte = self.bytes[at];
            let spaced = at == from || self.bytes[at - 1].is_ascii_whitespace();
            at = match byte {
                b'"' | b'\'' => self.text(at, to),
                b'#' if self.form != Form::Json && spaced => {
                    self.marks.add(at..to, Kind::Comment);
                    to
                }
                b';' if self.form == Form::Ini && spaced => {
                    self.marks.add(at..to, Kind::Comment);
                    to
                }
                b'/' if self.form == Form::Json => self.remark(at, to),
                b'&' | b'*' | b'!' if self.form == Form::Yaml && spaced => {
                    let end = self.word_end(at + 1, to);
                    self.marks.add(at..end, Kind::Name);
                    end
                }
                _ if is_word(byte) => self.word(at, to),
                _ => at + 1,
            };
        }
    }

    /// Comments as JSON has them where people write it.
    fn remark(&mut self, at: usize, to: usize) -> usize {
        let rest = &self.bytes[at..to];
        let end = if rest.starts_with(b"//") {
            rest.iter().position(|byte| *byte == b'\n').map_or(to, |n| at + n)
        } else if rest.starts_with(b"/*") {
            let close = rest[2..].windows(2).position(|two| two == b"*/");
            close.map_or(to, |n| at + n + 4)
        } else {
            return at + 1;
        };
        self.marks.add(at..end, Kind::Comment);
        end
    }

    /// A text in quotes, which is a key where a colon follows; as it stands where it is not
    /// closed.
    fn text(&mut self, at: usize, to: usize) -> usize {
        let sign = self.bytes[at];
        let three: &'static [u8] = if sign == b'"' { b"\"\"\"" } else { b"'''" };
        if self.form == Form::Toml && self.bytes[at..to].starts_with(three) {
            let inner = &self.bytes[at + 3..to];
            let close = inner.windows(3).position(|window| window == three);
            let end = close.map_or(to, |n| at + n + 6);
            self.open = close.is_none().then_some(three);
            self.marks.add(at..end, Kind::String);
            return end;
        }
        let word = at > 0 && self.bytes[at - 1].is_ascii_alphanumeric();
        let Some(end) = self.quote_end(at, to).filter(|_| !word) else {
            return at + 1;
        };
        let behind = end + self.spaces(end, to.min(end + 8));
        let is_key = self.bytes.get(behind) == Some(&b':') && behind < to;
        self.marks.add(at..end, if is_key { Kind::Name } else { Kind::String });
        end
    }

    /// Behind the sign that closes the quote at `at`, in the same line.
    fn quote_end(&mut self, at: usize, to: usize) -> Option<usize> {
        let sign = self.bytes[at];
        let unclosed = usize::from(sign == b'\'');
        if at < self.unclosed[unclosed] {
            return None;
        }
        let mut end = at + 1;
        while end < to && self.bytes[end] != b'\n' {
            match self.bytes[end] {
                b'\\' if sign == b'"' => end += 2,
                byte if byte == sign => return Some(end + 1),
                _ => end += 1,
            }
        }
        self.unclosed[unclosed] = end;
        None
    }

    fn word_end(&self, at: usize, to: usize) -> usize {
        let rest = &self.bytes[at.min(to)..to];
        at + rest.iter().take_while(|byte| is_word(**byte)).count()
    }

    /// A word or a number that stands alone.
    fn word(&mut self, at: usize, to: usize) -> usize {
        let end = self.word_end(at, to);
        let word = &self.bytes[at..end];
        let constant = word.len() < 9 && is_constant(&word.to_ascii_lowercase());
        let behind = self.bytes.get(end).copied().filter(|_| end < to);
        if behind == Some(b':') && self.form != Form::Ini && self.ends_word(end + 1, to) {
            self.marks.add(at..end, Kind::Name);
        } else if (constant || is_number(word)) && self.stands_alone(at, end, to) {
            self.marks.add(at..end, Kind::Number);
        }
        end
    }

    /// Whether a word is all of its value: `yes` in a sentence is none of the language's.
    fn stands_alone(&self, at: usize, end: usize, to: usize) -> bool {
        let before = at.checked_sub(1).map_or(b' ', |before| self.bytes[before]);
        let before = match self.form {
            Form::Yaml => matches!(before, b'[' | b',' | b'{'),
            _ => matches!(before, b'[' | b',' | b'{' | b':' | b'='),
        } || before.is_ascii_whitespace();
        let near = &self.bytes[end..to.min(end + 9)];
        let next = near.iter().find(|byte| !matches!(byte, b' ' | b'\t'));
        before
            && next.is_none_or(|next| {
                matches!(next, b',' | b']' | b'}' | b'#' | b';' | b'\n' | b'\r' | b'/')
            })
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || byte >= 0x80
        || matches!(byte, b'_' | b'-' | b'.' | b'+' | b'/')
}

fn is_constant(word: &[u8]) -> bool {
    matches!(word, b"true" | b"false" | b"null" | b"yes" | b"no" | b"on" | b"off")
}

/// A number, perhaps with a unit: `-1.5e3`, `0x1f`, `500m`, `64Mi`. Versions and dates are none.
fn is_number(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").or(word.strip_prefix(b"+")).unwrap_or(word);
    let digits = digits.strip_prefix(b".").unwrap_or(digits);
    let dots = digits.split(|byte| *byte == b'.').count() - 1;
    digits.first().is_some_and(u8::is_ascii_digit)
        && dots < 2
        && digits
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_'))
        && (digits.starts_with(b"0x")
            || digits.iter().filter(|byte| byte.is_ascii_alphabetic()).count() < 4)
}
