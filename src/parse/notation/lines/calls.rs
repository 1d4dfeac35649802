//! Calls of site generators inside text: shortcodes of Hugo, tags of Liquid and its kin, variables
//! of the site. What stands between braces in fences and between backticks is code, and what two
//! braces hold otherwise is what a guide speaks of.

use std::ops::Range;

use super::Reader;
use super::state::Line;
use crate::parse::boilerplate::BoilerplateKind as Left;

/// So long may a call be, in bytes.
const LONGEST: usize = 1000;
/// What the names of variables begin with that are the site's own.
const SITE: [&str; 14] = [
    "site.",
    "page.",
    "layout.",
    "include.",
    "jekyll.",
    "theme.",
    "paginator.",
    "$frontmatter",
    "$page",
    "$site",
    ".Site",
    ".Page",
    ".Params",
    "config.",
];

impl<'t> Reader<'t> {
    /// A call that makes code of the lines up to its end, alone on its line.
    pub(super) fn calls_code(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        let opening = call(inner)?;
        if opening.len() != inner.len() || inner.len() < 6 {
            return None;
        }
        let mut words = name_and_rest(opening);
        let name = words.next()?;
        let is_code = matches!(name, "highlight" | "code" | "codeblock");
        if !is_code || line.start < self.no_code || !self.is_closed(name, line) {
            return None;
        }
        let language = words.next().unwrap_or_default().trim_matches(['"', '\'']);
        let end = ["end", "/"].map(|sign| format!("{sign}{name}"));
        let mut at = line.next;
        while at < self.text.len() {
            let below = Line::at(self.text, at);
            let closes = call(below.inner())
                .and_then(|call| name_and_rest(call).next())
                .is_some_and(|name| end.iter().any(|end| end == name));
            if closes {
                let room = inner.len() - 3;
                let is_language =
                    language.chars().all(|c| c.is_alphanumeric() || c == '+');
                let language =
                    if is_language && language.len() <= room { language } else { "" };
                self.cover.blank(line.inner..line.end);
                self.cover.put(line.inner, "```");
                self.cover.put(line.inner + 3, language);
                self.cover.blank(below.inner..below.end);
                self.cover.put(below.inner, "```");
                self.leave(Left::Shortcode, line.inner..line.end);
                return Some(below.next);
            }
            // Fences inside would end the code too early.
            if below.inner().starts_with("```") {
                break;
            }
            at = below.next;
        }
        self.no_code = at;
        None
    }

    /// Reads what stands inside a line.
    pub(super) fn inside(&mut self, line: &Line<'t>) {
        self.fill();
        let mut covered: Vec<Range<usize>> = Vec::new();
        let mut at = line.inner;
        while at < line.end {
            let rest = &self.text[at..line.end];
            let Some(next) = rest.find(['`', '{', '\\', '<']) else { break };
            at += next;
            let rest = &self.text[at..line.end];
            at += match rest.as_bytes()[0] {
                b'`' => code(rest),
                b'<' => comment(rest),
                b'\\' => self.formula(at).unwrap_or(1).max(1),
                _ => match self.call(rest, at) {
                    Some(length) => {
                        covered.push(at..at + length);
                        length
                    }
                    None => 1,
                },
            };
        }
        self.cover_calls(line, &covered);
    }

    /// The length of the call that `rest` begins with, if it is one that is left out.
    fn call(&mut self, rest: &str, at: usize) -> Option<usize> {
        let call = call(rest)?;
        let name = name_and_rest(call).next().unwrap_or_default();
        if let Some(end) = self.call {
            if name != end {
                return None;
            }
            self.call = None;
        } else if matches!(name, "raw" | "verbatim") && call.starts_with("{%") {
            self.call = Some(if name == "raw" { "endraw" } else { "endverbatim" });
        } else if call.starts_with("{{")
            && !call.starts_with("{{<")
            && !call.starts_with("{{%")
        {
            let inside = call[2..].trim_start_matches(['-', '{', ' ']);
            if !SITE.iter().any(|site| inside.starts_with(site)) {
                return None;
            }
        } else if call.starts_with("{{") && call[3..].trim_start().starts_with("/*") {
            // A shortcode that is shown, not called.
            return None;
        }
        let kind = if call.starts_with("{/*") { Left::Comment } else { Left::Shortcode };
        self.leave(kind, at..at + call.len());
        Some(call.len())
    }

    fn cover_calls(&mut self, line: &Line<'t>, covered: &[Range<usize>]) {
        let length: usize = covered.iter().map(|range| range.end - range.start).sum();
        if length == 0 {
            return;
        }
        let spaces =
            self.text[line.inner..line.end].bytes().filter(|byte| *byte == b' ').count();
        let inside: usize = covered
            .iter()
            .map(|range| {
                self.text[range.clone()].bytes().filter(|byte| *byte == b' ').count()
            })
            .sum();
        let pictures =
            covered.iter().any(|range| picture(&self.text[range.clone()]).is_some());
        let alone = !pictures && line.end - line.inner - length == spaces - inside;
        if alone && !self.state.is_in_html() {
            self.cover.blank(line.inner..line.end);
            self.state.passed();
            return;
        }
        for range in covered {
            if let Some(picture) = picture(&self.text[range.clone()]) {
                self.cover.blank(range.clone());
                self.cover.put(range.start, &picture);
                continue;
            }
            let target = self.text[..range.start].ends_with("](");
            let file = target.then(|| argument(&self.text[range.clone()])).flatten();
            self.cover.guard(range.clone());
            match file {
                Some(file) => {
                    self.cover.blank(range.clone());
                    self.cover.put(range.start, file);
                }
                None if target => self.cover.put(range.start, "."),
                None => {}
            }
        }
    }
}

/// The call that `text` begins with: `{{< x >}}`, `{{% x %}}`, `{% x %}`, `{{ x }}`.
pub(super) fn call(text: &str) -> Option<&str> {
    let near = &text[..text.floor_char_boundary(text.len().min(LONGEST))];
    let end =
        [("{/*", "*/}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")]
            .into_iter()
            .find(|(begin, _)| near.starts_with(begin))
            .and_then(|(begin, end)| {
                Some(near[begin.len()..].find(end)? + begin.len() + end.len())
            })?;
    let call = &near[..end];
    // `{%` alone is an operator in some language or other; a call has a name.
    name_and_rest(call).next().is_some_and(|name| !name.is_empty()).then_some(call)
}

/// The name of what is called, and what is given to it.
pub(super) fn name_and_rest(call: &str) -> impl Iterator<Item = &str> {
    let inside = call.trim_start_matches(['{', '<', '%', '-']);
    let inside = inside.trim_end_matches(['}', '>', '%', '-', '/']);
    inside.split_whitespace()
}

/// The file that a call names for a link.
fn argument(call: &str) -> Option<&str> {
    let mut words = name_and_rest(call);
    let name = words.next()?;
    let names_file = matches!(name, "ref" | "relref" | "link" | "post_url");
    let file = words.next()?.trim_matches(['"', '\'', '`']);
    (names_file && !file.is_empty() && !file.contains(['(', ')', '<'])).then_some(file)
}

/// The picture of Markdown that a call for one is.
fn picture(call: &str) -> Option<String> {
    let name = name_and_rest(call).next()?;
    if !matches!(name, "figure" | "img" | "image") || !call.starts_with("{{") {
        return None;
    }
    let source = value(call, "src").or_else(|| value(call, "link"))?;
    let words = ["alt", "caption", "title"].into_iter().find_map(|key| value(call, key));
    let words = words.unwrap_or_default();
    let plain = !source.contains(['(', ')', '<', ' ']) && !words.contains(['[', ']']);
    let picture = format!("![{words}]({source})");
    (plain && picture.len() <= call.len()).then_some(picture)
}

/// The value of `key="value"` in a call.
pub(super) fn value<'t>(call: &'t str, key: &str) -> Option<&'t str> {
    let signs = call.match_indices(key).map(|(at, _)| at);
    let mut behind = signs.filter(|at| call[..*at].ends_with(' '));
    let at = behind.find(|at| call[at + key.len()..].starts_with("=\""))?;
    let inside = &call[at + key.len() + 2..];
    Some(&inside[..inside.find('"')?])
}

/// The length of the comment of HTML that `text` begins with; of one sign where it begins none.
fn comment(text: &str) -> usize {
    let end = text.starts_with("<!--").then(|| text.find("-->")).flatten();
    end.map_or(1, |end| end + 3)
}

/// The length of the code between backticks that `text` begins with; of the backticks alone where
/// none ends it on its line.
fn code(text: &str) -> usize {
    let length = text.bytes().take_while(|byte| *byte == b'`').count();
    let inside = &text[length..];
    let mut at = 0;
    while let Some(next) = inside[at..].find('`') {
        at += next;
        let run = inside[at..].bytes().take_while(|byte| *byte == b'`').count();
        if run == length {
            return length + at + run;
        }
        at += run;
    }
    length
}
