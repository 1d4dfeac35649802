//! Lines that hold one thing for a site or a printer alone: a mark for contents, the end of a page,
//! attributes, the meaning of an abbreviation, what a page imports.

use super::Reader;
use super::state::Line;
use crate::parse::boilerplate::BoilerplateKind as Left;
use crate::parse::notation::attributes;

/// What stands for a table of contents, in small letters.
const CONTENTS: [&str; 11] = [
    "[toc]",
    "[[toc]]",
    "[[_toc_]]",
    "${toc}",
    "@[toc]",
    "{{toc}}",
    "{:toc}",
    "{: toc}",
    "{!toc!}",
    "\\tableofcontents",
    "<toc>",
];
/// What ends a page.
const PAGES: [&str; 5] =
    ["\\newpage", "\\pagebreak", "\\clearpage", "\\cleardoublepage", "{pagebreak}"];
/// A program at the beginning of a page has so many lines at most.
const MOST_LINES: usize = 200;

impl<'t> Reader<'t> {
    /// Reads a line that holds nothing else; gives where the next one begins.
    pub(super) fn alone(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        let kind = match inner.as_bytes()[0] {
            b'[' | b'$' | b'@' | b'{' | b'\\' | b'<' if inner.len() < 40 => {
                let small = inner.to_ascii_lowercase();
                let contents = CONTENTS.contains(&&*small)
                    || small.starts_with("{:toc ")
                    || small.starts_with("{: toc ");
                if contents {
                    Some(Left::Contents)
                } else if PAGES.contains(&inner) {
                    Some(Left::PageBreak)
                } else {
                    attribute(inner)
                }
            }
            b'{' => attribute(inner),
            b'*' => abbreviation(inner),
            _ => None,
        }?;
        if kind == Left::Contents && inner.starts_with("{:") {
            self.contents_item(line);
        }
        self.cover.blank(line.inner..line.end);
        self.leave(kind, line.inner..line.end);
        Some(line.next)
    }

    /// kramdown puts contents in place of the list that stands above the mark: `* TOC`.
    fn contents_item(&mut self, line: &Line<'t>) {
        let above = self.text[..line.start].trim_end_matches('\n');
        let start = above.rfind('\n').map_or(0, |end| end + 1);
        let item = Line::at(self.text, start);
        let words = item.inner();
        if words.len() < 40 && words.starts_with(['*', '-', '+', '1']) {
            self.cover.blank(item.inner..item.end);
        }
    }

    /// Reads lines that import or export what a page is programmed with.
    pub(super) fn import(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        if line.inner > line.start
            || !(is_import(inner) || self.is_page && is_export(inner))
        {
            return None;
        }
        let (mut depth, mut end, mut at) = (0_i32, line.end, line.start);
        for _ in 0..MOST_LINES {
            let next = Line::at(self.text, at);
            if depth == 0 && at > line.start {
                break;
            }
            for byte in next.inner().bytes() {
                depth += i32::from(matches!(byte, b'{' | b'(' | b'['));
                depth -= i32::from(matches!(byte, b'}' | b')' | b']'));
            }
            (end, at) = (next.end, next.next);
            if at >= self.text.len() {
                break;
            }
        }
        // Brackets that nothing closes are no program.
        let (end, at) = if depth == 0 { (end, at) } else { (line.end, line.next) };
        self.cover.blank(line.start..end);
        self.leave(Left::Import, line.start..line.end);
        Some(at)
    }
}

/// Attributes of kramdown, or of what stands above.
fn attribute(inner: &str) -> Option<Left> {
    let (_, length) = attributes::read(inner).filter(|_| inner.starts_with('{'))?;
    (length == inner.len()).then_some(Left::Attribute)
}

/// `*[HTML]: Hypertext ...`
fn abbreviation(inner: &str) -> Option<Left> {
    let inside = inner.strip_prefix("*[")?;
    let (short, meaning) = inside.split_once("]:")?;
    let whole =
        !short.is_empty() && !short.contains(['[', '(']) && !meaning.trim().is_empty();
    whole.then_some(Left::Abbreviation)
}

/// `import X from 'y'`, `import './y.css';`
fn is_import(inner: &str) -> bool {
    let Some(rest) = inner.strip_prefix("import ") else { return false };
    let rest = rest.trim_end_matches(';').trim_end();
    let Some(quote) = rest.chars().next_back().filter(|c| matches!(c, '\'' | '"')) else {
        return false;
    };
    let rest = &rest[..rest.len() - 1];
    let Some((before, file)) = rest.rsplit_once(quote) else { return false };
    let names = before.trim();
    !file.contains(' ')
        && (names.is_empty() || names.ends_with(" from") || names == "from")
}

fn is_export(inner: &str) -> bool {
    const WHAT: [&str; 8] =
        ["const ", "let ", "var ", "default ", "function ", "async ", "class ", "{"];
    let rest = inner.strip_prefix("export ");
    rest.is_some_and(|rest| WHAT.iter().any(|what| rest.starts_with(what)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_of_a_page_are_told_from_sentences() {
        for line in [
            "import Tabs from '@theme/Tabs';",
            "import './a.css'",
            "import { A, B as C } from \"./x\"",
        ] {
            assert!(is_import(line), "{line}");
        }
        for line in
            ["import the data from 'the file'", "import pandas as pd", "imports are 'x'"]
        {
            assert!(!is_import(line), "{line}");
        }
        assert!(is_export("export const x = 1") && !is_export("export the data"));
    }

    #[test]
    fn abbreviations_are_told_from_items() {
        assert!(abbreviation("*[HTML]: Hypertext").is_some());
        for line in ["*[HTML](x): a", "*[a]* b: c", "* [HTML]: a", "*[]: a", "*[a]:"] {
            assert!(abbreviation(line).is_none(), "{line}");
        }
    }
}
