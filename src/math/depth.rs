//! How deep a formula is nested.

/// How deep a formula may be nested. The parser calls itself for each level, and takes
/// about 20 kB of the stack a level when it is not optimised: a quarter of the 2 MB that a
/// thread has by default.
pub(super) const DEEPEST: usize = 24;

/// How deep a parser may have to go, at most: braces and fences nest, and so do commands
/// and scripts that follow one another without a letter between.
pub(super) fn depth(tex: &str) -> usize {
    let (mut around, mut pending, mut deepest) = (Vec::new(), 0, 0);
    let mut sum = 0;
    let mut rest = tex.chars();
    while let Some(c) = rest.next() {
        let command = if c == '\\' { command(&mut rest) } else { "" };
        match (c, command) {
            ('{' | '[', _) | ('\\', "left" | "begin") => {
                around.push(pending + 1);
                sum += pending + 1;
                pending = 0;
            }
            ('}' | ']', _) | ('\\', "right" | "end") => {
                sum -= around.pop().unwrap_or_default();
                pending = 0;
            }
            ('^' | '_' | '\'', _) => pending += 1,
            ('\\', name) if !name.is_empty() => pending += 1,
            _ if c.is_whitespace() => {}
            _ => pending = 0,
        }
        deepest = deepest.max(sum + pending);
    }
    deepest
}

/// The letters of a command after its backslash; none where it is a sign, which takes no
/// argument.
fn command<'a>(rest: &mut std::str::Chars<'a>) -> &'a str {
    let text = rest.as_str();
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (name, after) = text.split_at(end);
    let skipped = usize::from(name.is_empty());
    *rest = after.chars();
    rest.by_ref().take(skipped).for_each(drop);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_before_anything_nests() {
        for unit in ["{", "\\sqrt", "\\sqrt{", "\\left(", "\\hat{", "a^{", "^", "\\text{"]
        {
            assert!(depth(&unit.repeat(100)) > DEEPEST, "{unit}");
        }
        assert!(depth("\\frac{a}{b} + \\frac{c}{d}") < 4);
        assert!(depth(&"\\alpha + ".repeat(100)) < 4);
    }
}
