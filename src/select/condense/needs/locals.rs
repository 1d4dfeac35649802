//! Names that only the code of an answer knows: its variables, functions, classes.
//!
//! Of a language or a library a reader knows the names, or can look them up; what the code
//! of an answer calls its own says nothing where that code is gone.

use std::collections::BTreeMap;

use crate::select::condense::unit::{Unit, UnitKind};

/// Words that declare what stands behind them, in the languages that people teach.
const DECLARE: [&str; 20] = [
    "const",
    "let",
    "var",
    "val",
    "function",
    "fn",
    "fun",
    "func",
    "def",
    "class",
    "struct",
    "enum",
    "interface",
    "trait",
    "object",
    "type",
    "namespace",
    "module",
    "sub",
    "my",
];

/// Where names are declared: the code units of each, in order.
pub(super) fn declared(units: &[Unit]) -> BTreeMap<&str, Vec<usize>> {
    let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let codes = units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::Code);
    for (index, unit) in codes {
        for name in unit.whole().text.lines().filter_map(declared_by) {
            let places = names.entry(name).or_default();
            if places.last() != Some(&index) {
                places.push(index);
            }
        }
    }
    names
}

/// The name that a line of code declares: behind a word that declares, or before a sign that
/// gives it a value. Markup has no names of its own, and an argument without spaces about
/// the sign (`axis=1`) is the library's.
fn declared_by(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    let mut before = "";
    loop {
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if DECLARE.contains(&before) {
            return Some(word);
        }
        let sign = [" = ", " := ", ": function", " <- "];
        if sign.iter().any(|sign| after.starts_with(sign)) {
            return Some(word);
        }
        before = word;
        rest = after.strip_prefix(' ')?.trim_start();
    }
}

const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

/// The names in a text that look like code, and those that are set as code.
pub(super) fn named<'a>(text: &'a str, code: &[&'a str]) -> Vec<&'a str> {
    let in_code = code.iter().flat_map(|code| code.split(|c| !is_name(c)).take(1));
    let is_code = |word: &&str| {
        let inner = word.get(1..).unwrap_or_default();
        let upper = inner.contains(|c: char| c.is_ascii_uppercase());
        let lower = word.contains(|c: char| c.is_ascii_lowercase());
        (upper && lower) || word.trim_matches('_').contains('_')
    };
    let in_text = text.split(|c| !is_name(c)).filter(is_code);
    in_code.chain(in_text).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{declared_by, named};

    #[test]
    fn a_line_declares_a_name_of_its_own() {
        for (line, name) in [
            ("const handleSearch = debounce((query) => {", "handleSearch"),
            ("function debounce(func, delay) {", "debounce"),
            ("export default class Animal extends Base {", "Animal"),
            ("    def forward(self, x):", "forward"),
            ("z = 3", "z"),
            ("int total = 0;", "total"),
            ("publicMethod: function () {", "publicMethod"),
        ] {
            assert_eq!(declared_by(line), Some(name), "{line}");
        }
        for line in [
            "<input value=\"initial\" />",
            "axis=1)",
            "color: red;",
            "replicas: 3",
            "foo(a, b = 3)",
            "this.name = name;",
            "kubectl get pods",
            "if (a == b) {",
            "",
        ] {
            assert_eq!(declared_by(line), None, "{line}");
        }
    }

    #[test]
    fn names_are_told_from_words() {
        let found =
            named("The handleSearch value of z is my_value, JSON.", &["z", "f(x)"]);
        assert_eq!(found, ["z", "f", "handleSearch", "my_value"]);
    }
}
