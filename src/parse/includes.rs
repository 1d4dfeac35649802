//! Code that stands in another file: `{{#include file.rs:2:10}}` in fenced code, as mdBook
//! has it (its documentation, “mdBook-specific features”).
//!
//! The files are read elsewhere. Here is what is asked for and where it goes.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Span};
use crate::source::Source;

use super::assemble::expand_tabs;
use super::options::Chapter;
use super::raw::{Raw, RawKind};

/// What `{{#include ...}}` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Include {
    /// All of it, braces included.
    pub written: String,
    /// The file, as a path from the folder of the one that asks.
    pub file: String,
    part: Extract,
}

/// Lines of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Extract {
    /// How many are passed over, and how many taken of the rest.
    Lines(usize, usize),
    /// Those between `ANCHOR: name` and `ANCHOR_END: name`.
    Anchored(String),
}

impl Include {
    /// The part of the file's `text` that is asked for; none if it has no such anchor. Lines
    /// with anchors are no part of it.
    pub fn select(&self, text: &str) -> Option<String> {
        let mut lines: Vec<&str> = match &self.part {
            Extract::Lines(skip, take) => text.lines().skip(*skip).take(*take).collect(),
            Extract::Anchored(name) => {
                let begins = |line: &&str| anchor(line, "ANCHOR:") == Some(name);
                let ends = |line: &&str| anchor(line, "ANCHOR_END:") == Some(name);
                let mut rest = text.lines().skip_while(|line| !begins(line));
                rest.next()?;
                rest.take_while(|line| !ends(line)).collect()
            }
        };
        lines.retain(|line| {
            anchor(line, "ANCHOR:").is_none() && anchor(line, "ANCHOR_END:").is_none()
        });
        Some(lines.join("\n"))
    }

    fn read(written: &str) -> Option<Self> {
        let inside = written.strip_prefix("{{#")?.strip_suffix("}}")?;
        let mut words = inside.split_whitespace();
        let is_include = matches!(words.next()?, "include" | "rustdoc_include");
        let place = words.next().filter(|_| is_include)?;
        let mut parts = place.split(':');
        let file = parts.next()?.to_owned();
        let part = match (parts.next(), parts.next()) {
            (None | Some(""), None) => Extract::Lines(0, usize::MAX),
            (Some(first), last) => match (first.parse::<usize>(), last) {
                (Err(_), _) if !first.is_empty() => Extract::Anchored(first.to_owned()),
                (first, last) => {
                    let skip = first.unwrap_or(1).saturating_sub(1);
                    let end = match last {
                        None => skip + 1,
                        Some(last) => last.parse().unwrap_or(usize::MAX),
                    };
                    Extract::Lines(skip, end.saturating_sub(skip))
                }
            },
            (None, Some(_)) => return None,
        };
        Some(Self { written: written.to_owned(), file, part })
    }
}

/// The name of the anchor that a line sets with `word`.
fn anchor<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (_, after) = line.split_once(word)?;
    let name = after.trim_start();
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let end = name.find(|c| !is_name(c)).unwrap_or(name.len());
    (end > 0).then(|| &name[..end])
}

/// All that `text` asks for, as often as it does.
pub fn includes(text: &str) -> impl Iterator<Item = Include> {
    directives(text).filter_map(|(_, written)| Include::read(written))
}

/// Where something stands for the program that the book is written for, and what:
/// `{{#...}}` in one line.
fn directives(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("{{#").filter_map(|(at, _)| {
        let line = text[at..].lines().next().unwrap_or_default();
        // A backslash says that the braces are meant.
        let meant = text[..at].ends_with('\\');
        let end = line.find("}}").filter(|_| !meant)?;
        Some((at, &line[..end + 2]))
    })
}

/// Puts included code in its place and leaves out the lines of it that a book hides; warns
/// of what else stands for the program that the book is written for.
pub(super) fn carry_out(
    blocks: &mut [Raw],
    source: &Source,
    index: u32,
    chapter: &Chapter,
) -> Vec<Diagnostic> {
    let mut code: Vec<Span> = Vec::new();
    let mut hidden: Vec<(Span, usize)> = Vec::new();
    each_code(blocks, &mut |language, text, span| {
        *text = filled(text, chapter);
        code.push(span);
        if language.is_some_and(|language| language.split(',').any(|one| one == "rust")) {
            let (shown, count) = shown(text);
            *text = shown;
            hidden.extend((count > 0).then_some((span, count)));
        }
    });
    code.sort_unstable_by_key(|span| span.start);
    let in_code = |at: usize| {
        let before = code.partition_point(|span| span.start as usize <= at);
        before > 0 && at < code[before - 1].end as usize
    };
    let mut said: Vec<Diagnostic> = directives(source.text())
        .filter_map(|(at, written)| {
            let included = chapter.included.get(written).filter(|_| in_code(at));
            let why = match included {
                Some(Ok(_)) => return None,
                Some(Err(why)) => format!(": {why}"),
                None => String::new(),
            };
            let says = format!(
                "`{written}` is not carried out{why}; it is printed as it stands"
            );
            let hint = "put the text itself there, or run the book's own preprocessors \
                        first";
            let span = source.span(at..at + written.len(), index);
            Some(Diagnostic::warning(DiagnosticKind::Directive, says).at(span).hint(hint))
        })
        .collect();
    if let Some((first, _)) = hidden.first() {
        let count: usize = hidden.iter().map(|(_, count)| count).sum();
        let says = match count {
            1 => "1 line of code that the book hides is left out".to_owned(),
            _ => format!("{count} lines of code that the book hides are left out"),
        };
        said.push(Diagnostic::note(DiagnosticKind::HiddenLines, says).at(*first));
    }
    said
}

fn each_code(
    blocks: &mut [Raw],
    visit: &mut impl FnMut(Option<&str>, &mut String, Span),
) {
    for block in blocks {
        let span = block.span;
        match &mut block.kind {
            RawKind::Code { language, text } => visit(language.as_deref(), text, span),
            RawKind::Details { blocks, .. } => each_code(blocks, visit),
            _ => {
                for inner in block.inner_mut() {
                    each_code(inner, visit);
                }
            }
        }
    }
}

/// Code with what it includes.
fn filled(text: &str, chapter: &Chapter) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for (at, written) in directives(text) {
        if let Some(Ok(included)) = chapter.included.get(written) {
            filled.push_str(&text[from..at]);
            filled.push_str(&expand_tabs(included));
            from = at + written.len();
        }
    }
    filled.push_str(&text[from..]);
    filled
}

/// Rust code without the lines that a book hides, and how many these are: `# ` begins one,
/// `##` one that begins with `#`.
fn shown(text: &str) -> (String, usize) {
    let mut hidden = 0;
    let mut shown: Vec<String> = Vec::new();
    for line in text.lines() {
        let inside = line.trim_start();
        let indent = &line[..line.len() - inside.len()];
        if inside == "#" || inside.starts_with("# ") {
            hidden += 1;
        } else if inside.starts_with("##") {
            shown.push(format!("{indent}{}", &inside[1..]));
        } else {
            shown.push(line.to_owned());
        }
    }
    (shown.join("\n"), hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "one\n// ANCHOR: a\ntwo\n// ANCHOR: b-1\nthree\n\
        // ANCHOR_END: a\nfour\n// ANCHOR_END: b-1\nfive\n";

    fn selected(place: &str) -> Option<String> {
        let text = format!("{{{{#include {place}}}}}");
        let include = includes(&text).next().expect("an include");
        assert_eq!((include.file.as_str(), include.written.as_str()), ("f.rs", &*text));
        include.select(FILE)
    }

    #[test]
    fn lines_are_selected_by_number_and_by_anchor() {
        for (place, lines) in [
            ("f.rs", "one two three four five"),
            ("f.rs:", "one two three four five"),
            ("f.rs:1", "one"),
            ("f.rs:7:", "four five"),
            ("f.rs::3", "one two"),
            ("f.rs:3:5", "two three"),
            ("f.rs:9:3", ""),
            ("f.rs:0", "one"),
            ("f.rs:99", ""),
            ("f.rs:a", "two three"),
            ("f.rs:b-1", "three four"),
        ] {
            assert_eq!(
                selected(place).expect(place).replace('\n', " "),
                lines,
                "{place}"
            );
        }
        assert_eq!(selected("f.rs:c"), None);
    }

    #[test]
    fn only_includes_are_read() {
        let text = "{{#title A}} {{#include}} {{#include a\n}} \\{{#include b}} {{include c}} \
                    {{#rustdoc_include d:x}} {{#include e }}";
        let files: Vec<_> = includes(text).map(|include| include.file).collect();
        assert_eq!(files, ["d", "e"]);
    }

    #[test]
    fn hidden_lines_of_rust_are_left_out() {
        let code = "# fn main() {\n    #\nlet a = \"\n## b\";\n#[test]\n#!x\n    # }";
        let shown = shown(code);
        assert_eq!(shown, ("let a = \"\n# b\";\n#[test]\n#!x".to_owned(), 3));
    }
}
