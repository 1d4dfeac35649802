//! The spelling of PDF objects (ISO 32000-1, 7.3): numbers, strings, names, dictionaries.
//!
//! Everything that ends in the file is spelt here, so that a number looks the same on
//! every machine: integers count thousandths, and no float is ever formatted.

use lopdf::Object;

use crate::units::Length;

/// A length in thousandths of a point, to the nearest.
pub(super) const fn milli(length: Length) -> i64 {
    (length.scaled() * 1000 + 32_768) >> 16
}

/// Writes a whole number.
pub(super) fn integer(out: &mut Vec<u8>, n: i64) {
    if n < 0 {
        out.push(b'-');
    }
    let mut digits = [0; 20];
    let mut from = digits.len();
    let mut rest = n.unsigned_abs();
    loop {
        from -= 1;
        digits[from] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[from..]);
}

/// Writes `n` divided by ten to the power of `places`, in as few characters as can be.
pub(super) fn decimal(out: &mut Vec<u8>, n: i64, places: u32) {
    let unit = 10_u64.pow(places);
    let (whole, mut rest) = (n.unsigned_abs() / unit, n.unsigned_abs() % unit);
    if n < 0 {
        out.push(b'-');
    }
    if whole > 0 || rest == 0 {
        integer(out, whole as i64);
    }
    if rest > 0 {
        out.push(b'.');
        let mut unit = unit / 10;
        while rest > 0 {
            out.push(b'0' + (rest / unit) as u8);
            rest %= unit;
            unit /= 10;
        }
    }
}

/// Writes numbers given in thousandths, a blank after each.
pub(super) fn thousandths(out: &mut Vec<u8>, numbers: &[i64]) {
    for &n in numbers {
        decimal(out, n, 3);
        out.push(b' ');
    }
}

/// Writes a name with its slash.
pub(super) fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"#/()<>[]{}%".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

/// Writes a byte of a literal string.
pub(super) fn string_byte(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
        b'\r' => out.extend_from_slice(b"\\r"),
        _ => out.push(byte),
    }
}

/// Writes bytes as a literal string.
pub(super) fn string(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for &byte in bytes {
        string_byte(out, byte);
    }
    out.push(b')');
}

/// A text string (7.9.2.2): ASCII as it stands, anything else as UTF-16.
pub(super) fn text(text: &str) -> Vec<u8> {
    if text.is_ascii() {
        return text.as_bytes().to_vec();
    }
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

/// Writes a reference to an object.
pub(super) fn reference(out: &mut Vec<u8>, id: u32) {
    integer(out, i64::from(id));
    out.extend_from_slice(b" 0 R");
}

/// Writes an object. A stream is written as its dictionary.
pub(super) fn object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(true) => out.extend_from_slice(b"true"),
        Object::Boolean(false) => out.extend_from_slice(b"false"),
        Object::Integer(n) => integer(out, *n),
        Object::Real(n) => decimal(out, (f64::from(*n) * 1000.0).round() as i64, 3),
        Object::Name(bytes) => name(out, bytes),
        Object::String(bytes, _) => string(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                if !matches!(out.last(), Some(b'[' | b']' | b')' | b'>'))
                    && needs_space(item)
                {
                    out.push(b' ');
                }
                self::object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Stream(stream) => dictionary(out, &stream.dict),
        Object::Reference((id, _)) => reference(out, *id),
    }
}

/// Writes a dictionary.
pub(super) fn dictionary(out: &mut Vec<u8>, entries: &lopdf::Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        if needs_space(value) {
            out.push(b' ');
        }
        object(out, value);
    }
    out.extend_from_slice(b">>");
}

/// Whether an object begins with a character that would run into a word before it.
const fn needs_space(object: &Object) -> bool {
    use Object::{Array, Dictionary, Name, Stream, String};
    !matches!(object, Name(_) | String(..) | Array(_) | Dictionary(_) | Stream(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let decimals =
            [(0, "0"), (1500, "1.5"), (-20, "-.02"), (841_890, "841.89"), (-1000, "-1")];
        for (n, text) in decimals {
            assert_eq!(spelt(|out| decimal(out, n, 3)), text);
        }
    }

    #[test]
    fn a_length_is_rounded_to_the_nearest_thousandth() {
        assert_eq!(milli(Length::pt(1.23456)), 1235);
        assert_eq!(milli(Length::pt(-1.23456)), -1235);
        assert_eq!(milli(Length::ZERO), 0);
    }

    #[test]
    fn objects_are_separated_where_they_must_be() {
        let items = vec![1.into(), Object::Name(b"a b".to_vec()), Object::Null];
        let dict = lopdf::Dictionary::from_iter([("K", Object::Array(items))]);
        assert_eq!(spelt(|out| dictionary(out, &dict)), "<</K[1/a#20b null]>>");
    }
}
