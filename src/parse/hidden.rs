//! Text between tags of HTML inside a paragraph that no page shows: the parts of a drawing, the
//! words of a script.

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// Where the text ends.
    end: usize,
    /// Up to where it is known that no such text ends.
    searched: usize,
}

impl Hidden {
    /// Takes down where the text of a drawing or a script ends that begins with `tag`, which ends
    /// at the byte `from` of `text`, if it ends in this paragraph.
    pub(super) fn begin(&mut self, tag: &str, text: &str, from: usize) {
        let name = tag.trim_start_matches('<').split([' ', '>', '\n', '\t']).next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let hides = matches!(&*name, "svg" | "script" | "style") && !tag.ends_with("/>");
        if !hides || from < self.searched.max(self.end) {
            return;
        }
        let rest = text.get(from..).unwrap_or_default();
        for (at, sign) in rest.match_indices(['<', '\n']) {
            let behind = &rest[at + 1..];
            if sign == "<" && is_end_tag(behind, &name) {
                self.end = from + at;
                return;
            }
            let behind = behind.trim_start_matches([' ', '\t']);
            if sign == "\n" && (behind.is_empty() || behind.starts_with('\n')) {
                self.searched = from + at;
                return;
            }
        }
        self.searched = text.len();
    }

    /// Takes down that the text up to the byte `end` is shown otherwise.
    pub(super) fn until(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// Whether the byte `at` is in such text.
    pub(super) fn holds(&self, at: usize) -> bool {
        at < self.end
    }
}

/// Where the end tag of the element `name` begins in `text`. What is behind it is not looked at, so
/// that a text with many of them is read once.
pub(super) fn end_tag(text: &str, name: &str) -> Option<usize> {
    let mut signs = text.match_indices('<').map(|(at, _)| at);
    signs.find(|at| is_end_tag(&text[at + 1..], name))
}

/// Whether what stands behind a `<` makes it an end tag of the element `name`.
fn is_end_tag(behind: &str, name: &str) -> bool {
    let found = behind.strip_prefix('/').and_then(|behind| behind.get(..name.len()));
    found.is_some_and(|found| found.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_ends_in_its_paragraph_or_hides_nothing() {
        let text = "<script>a</script> b\n\n<svg> c\n\n</svg>";
        let mut hidden = Hidden::default();
        hidden.begin("<script>", text, 8);
        assert!(hidden.holds(8) && !hidden.holds(9));
        let svg = text.find("<svg>").expect("a tag") + 5;
        hidden.begin("<svg>", text, svg);
        assert!(!hidden.holds(svg));
    }
}
