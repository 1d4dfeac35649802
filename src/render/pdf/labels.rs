//! Page labels (ISO 32000-1, 12.4.2): what a reader calls the pages in its list and where it
//! asks for one to go to.

use lopdf::{Dictionary, Object, StringFormat, dictionary};

use super::syntax::text;

/// A label as the file counts: words, and a number that goes up from page to page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Label<'a> {
    prefix: &'a str,
    /// Integers of a file end at 2³¹ − 1 (ISO 19005-2, 6.1.13).
    number: Option<i32>,
}

impl<'a> Label<'a> {
    /// Takes the number off the end, if one is there that the file can count.
    fn new(written: &'a str) -> Self {
        let prefix = written.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &written[prefix.len()..];
        let number = digits.parse().ok().filter(|n| *n > 0 && !digits.starts_with('0'));
        Self { prefix: if number.is_some() { prefix } else { written }, number }
    }

    /// Whether a page with this label goes on counting after one with the label `before`.
    fn goes_on(self, before: Self) -> bool {
        let next = before.number.and_then(|number| number.checked_add(1));
        self.prefix == before.prefix && self.number.is_some() && self.number == next
    }

    fn dictionary(self) -> Dictionary {
        let mut entry = dictionary! { "Type" => "PageLabel" };
        if let Some(number) = self.number {
            entry.set("S", "D");
            if number > 1 {
                entry.set("St", i64::from(number));
            }
        }
        if !self.prefix.is_empty() {
            entry.set("P", Object::String(text(self.prefix), StringFormat::Literal));
        }
        entry
    }
}

/// The number tree of the labels of `pages` pages. A page without a label of its own is
/// called by its number.
pub(super) fn labels(written: &[String], pages: usize) -> Dictionary {
    let numbers: Vec<String> =
        (written.len().min(pages)..pages).map(|page| (page + 1).to_string()).collect();
    let all = written.iter().take(pages).chain(&numbers);
    let mut entries: Vec<Object> = Vec::new();
    let mut before: Option<Label<'_>> = None;
    for (page, written) in (0_i64..).zip(all) {
        let label = Label::new(written);
        if !before.is_some_and(|before| label.goes_on(before)) {
            entries.extend([page.into(), label.dictionary().into()]);
        }
        before = Some(label);
    }
    dictionary! { "Nums" => entries }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries as a person can read them.
    fn shown(written: &[&str], pages: usize) -> String {
        let written: Vec<String> =
            written.iter().map(|&label| label.to_owned()).collect();
        let labels = labels(&written, pages);
        let numbers = labels.get(b"Nums").and_then(Object::as_array).unwrap();
        let entry = |pair: &[Object]| {
            let entry = pair[1].as_dict().unwrap();
            let prefix = entry.get(b"P").and_then(Object::as_str).unwrap_or_default();
            let counts = if entry.get(b"S").is_ok() { "#" } else { "" };
            let start = entry.get(b"St").and_then(Object::as_i64).unwrap_or(1);
            let page = pair[0].as_i64().unwrap();
            format!("{page}: {}{counts}{start}", String::from_utf8_lossy(prefix))
        };
        numbers.chunks(2).map(entry).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn pages_that_count_on_share_an_entry() {
        assert_eq!(shown(&[], 3), "0: #1");
        assert_eq!(shown(&["1 front", "1 back"], 2), "0: 1 front1, 1: 1 back1");
        assert_eq!(shown(&["A-7", "A-8", "A-10", "9"], 4), "0: A-#7, 2: A-#10, 3: #9");
        assert_eq!(shown(&["front"], 3), "0: front1, 1: #2");
        assert_eq!(shown(&["part 0", "part 01"], 2), "0: part 01, 1: part 011");
        assert_eq!(shown(&["1", "2", "3"], 2), "0: #1");
    }

    #[test]
    fn a_number_too_large_to_count_is_words() {
        let large = "99999999999";
        assert_eq!(Label::new(large), Label { prefix: large, number: None });
    }
}
