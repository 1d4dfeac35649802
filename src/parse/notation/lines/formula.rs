//! Formulas between `\(` and `\)`, `\[` and `\]`, as TeX and many sites have them. Markdown takes
//! the backslash for an escape; where what is between is no formula, it is one.

use super::Reader;

impl Reader<'_> {
    /// Reads `\(`, `\[` or an end of these at the byte `at`; gives its length.
    pub(super) fn formula(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let slashes = rest.bytes().take_while(|byte| *byte == b'\\').count();
        if slashes > 2 {
            return Some(slashes);
        }
        let length = slashes + 1;
        let next = rest[slashes..].chars().next()?;
        match next {
            '(' | '[' => {
                self.formula = Some((at, length));
                Some(length)
            }
            sign @ (')' | ']') => {
                if let Some((start, opening)) = self.formula.take() {
                    let begins = self.text.as_bytes()[start + opening - 1];
                    let display = sign == ']';
                    let pairs = begins == if display { b'[' } else { b'(' };
                    let tex = &self.text[start + opening..at];
                    if pairs && opening == length && is_formula(tex, display) {
                        self.dollars(start, length, display, true);
                        self.dollars(at, length, display, false);
                    }
                }
                Some(length)
            }
            // What is escaped begins nothing.
            _ if slashes == 1 => Some(1 + next.len_utf8()),
            _ => Some(slashes),
        }
    }

    fn dollars(&mut self, at: usize, length: usize, display: bool, opens: bool) {
        let dollars = if display { "$$" } else { "$" };
        let spare = length - dollars.len();
        let (sign, rest) =
            if opens { (at + spare, at) } else { (at, at + dollars.len()) };
        self.cover.guard(rest..rest + spare);
        self.cover.put(sign, dollars);
    }
}

/// Whether this is rather a formula than words in brackets.
fn is_formula(tex: &str, display: bool) -> bool {
    let tex = tex.trim();
    if tex.is_empty() || tex.contains('$') || tex.contains("](") {
        return false;
    }
    if tex.chars().all(|c| c.is_ascii_digit() || " .,-–".contains(c)) {
        return false;
    }
    let signs = tex.contains(['^', '_', '=', '<', '>', '+', '\\', '|', '∈', '≤', '≥']);
    let words =
        tex.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3).count();
    if tex.contains('\\') || signs && words < 3 {
        return true;
    }
    // Writers of Markdown escape brackets of notes, `\[1\]`; nobody escapes round ones.
    !display && words == 0 && tex.chars().count() < 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_brackets() {
        for tex in ["x", "n \\log n", "O(n)", "a = b", "2n+1"] {
            assert!(is_formula(tex, false), "{tex}");
        }
        for words in ["", "see the other chapter", "a](b"] {
            assert!(!is_formula(words, false), "{words}");
        }
        assert!(
            is_formula("x^2", true)
                && !is_formula("1", true)
                && !is_formula("optional", true)
        );
    }
}
