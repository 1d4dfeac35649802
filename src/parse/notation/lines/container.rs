//! Containers: `:::note Title` to `:::`, and admonitions of `MkDocs`, `!!! note "Title"` above
//! indented text.

use std::ops::Range;

use super::Reader;
use super::frame::{Closing, Container, Kind, Open};
use super::state::Line;

/// So many containers may stand in each other.
const DEEPEST: usize = 8;

/// So many are looked through for the one that ends.
const MOST_OPEN: usize = 64;

impl<'t> Reader<'t> {
    pub(super) fn container(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        let colons = inner.bytes().take_while(|byte| *byte == b':').count();
        if colons < 3 {
            return None;
        }
        let rest = inner[colons..].trim_end_matches(':').trim();
        if rest.is_empty() {
            return self.closes(colons, line);
        }
        let container = head(self.text, line, colons)?;
        self.opens(container, Closing::Colons(colons), line)
    }

    /// Takes down that a container begins with a line.
    pub(super) fn opens(
        &mut self,
        container: Container,
        closing: Closing,
        line: &Line<'t>,
    ) -> Option<usize> {
        if self.open.len() >= MOST_OPEN {
            return None;
        }
        let container = (self.open.len() < DEEPEST).then_some(container);
        self.fill();
        let line_range = line.inner..line.end;
        self.open.push(Open { line: line_range, closing, filled: false, container });
        Some(line.next)
    }

    /// Takes down that something stands in the containers that are open.
    pub(super) fn fill(&mut self) {
        // Those around it are filled by what opened it.
        if let Some(open) = self.open.last_mut() {
            open.filled = true;
        }
    }

    fn closes(&mut self, colons: usize, line: &Line<'t>) -> Option<usize> {
        let Closing::Colons(last) = self.open.last()?.closing else { return None };
        // Where signs are counted, a longer row closes what is around, too.
        let same = Closing::Colons(colons);
        let at = self.open.iter().rposition(|open| open.closing == same);
        let at = at.filter(|_| colons > last).unwrap_or(self.open.len() - 1);
        self.close_from(at, line)
    }

    /// Closes the container `at` and those in it.
    pub(super) fn close_from(&mut self, at: usize, line: &Line<'t>) -> Option<usize> {
        let mut closed = self.open.split_off(at);
        let Open { line: opening, filled, container, .. } = closed.swap_remove(0);
        let mut container = container?;
        self.cover.blank(line.inner..line.end);
        if filled {
            self.cover.blank(opening);
            container.end = line.start;
            self.found.containers.push(container);
        } else if let Some(title) = container.title {
            // There is nothing but the title.
            self.cover.guard(opening.start..title.start);
            self.cover.blank(title.end..opening.end);
        } else {
            self.cover.blank(opening);
        }
        Some(line.next)
    }

    pub(super) fn admonition(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        let (sign, folds) = ["!!!", "???+", "???", "===!", "===+", "==="]
            .into_iter()
            .find(|sign| inner.starts_with(sign))
            .map(|sign| (sign, sign.starts_with('?')))?;
        let rest = &inner[sign.len()..];
        let is_tab = sign.starts_with('=');
        if !rest.starts_with(' ') || line.is_quoted() || inner.len() < 5 {
            return None;
        }
        let words = rest.trim();
        let (name, title) = match words.find('"') {
            Some(quote) if words.ends_with('"') && words.len() > quote + 1 => {
                let from = line.inner + inner.len() - words.len() + quote + 1;
                (words[..quote].trim(), Some(from..line.end - 1))
            }
            Some(_) => return None,
            None => (words, None),
        };
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
        let named = name.chars().all(is_part) && (is_tab == name.is_empty());
        let end = self.indented_below(line)?;
        if !named || is_tab && title.is_none() {
            return None;
        }
        // An item with the same indent of its text: `-   ` for `!!! `.
        self.cover.put(line.inner, "-   ");
        self.cover.guard(line.inner + 4..line.end);
        self.state.indents();
        self.fill();
        let name = name.split(' ').next().unwrap_or_default().to_lowercase();
        let name = if is_tab { "tab".to_owned() } else { name };
        let title = title.filter(|title| !title.is_empty());
        let kind = Kind::Indented;
        let start = line.inner;
        self.found.containers.push(Container { start, end, kind, name, title, folds });
        Some(line.next)
    }

    /// Where the text ends that is indented below a line; nothing where there is none.
    fn indented_below(&self, line: &Line<'t>) -> Option<usize> {
        let mut at = line.next;
        while at < self.text.len() {
            let below = Line::at(self.text, at);
            if !below.inner().is_empty() {
                let is_below = below.indent() >= line.indent() + 4 && !below.is_quoted();
                return is_below.then_some(below.end);
            }
            at = below.next;
        }
        None
    }
}

/// What a line says that opens a container: `note Title`, `{.warning #id}`, `tip[Title]{.x}`.
fn head(text: &str, line: &Line<'_>, colons: usize) -> Option<Container> {
    let from = line.inner + colons;
    let written = text[from..line.end].trim_end_matches(':').trim_end();
    let rest = written.trim_start();
    let from = from + written.len() - rest.len();
    let (name, title) = if let Some(inside) = rest.strip_prefix('{') {
        let inside = inside.strip_suffix('}')?;
        let mut classes =
            inside.split_whitespace().filter_map(|word| word.strip_prefix('.'));
        let name = classes.next().unwrap_or("div");
        let title = inside.find("title=\"").and_then(|at| {
            let start = at + 7;
            let end = start + inside[start..].find('"')?;
            Some(from + 1 + start..from + 1 + end)
        });
        (name, title)
    } else {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        if !name.starts_with(char::is_alphabetic) {
            return None;
        }
        (name, Some(title(behind, from + end)?))
    };
    let name = name.strip_prefix("callout-").unwrap_or(name).to_lowercase();
    let (start, end) = (line.inner, line.next);
    let folds = text[line.inner..line.end].contains("collapse=");
    let title = title.filter(|title| !title.is_empty());
    Some(Container { start, end, kind: Kind::Fenced, name, title, folds })
}

/// The title behind the name of a container, whose text begins at the byte `from`: empty where
/// there is none, and nothing at all where this is no head of a container.
fn title(behind: &str, from: usize) -> Option<Range<usize>> {
    if let Some(inside) = behind.strip_prefix('[') {
        let end = inside.rfind(']')?;
        return Some(from + 1..from + 1 + end);
    }
    if let Some(inside) = behind.strip_prefix('{') {
        let Some(at) = inside.find("title=\"") else { return Some(from..from) };
        let start = at + 7;
        let end = start + inside[start..].find('"')?;
        return Some(from + 1 + start..from + 1 + end);
    }
    let words = behind.trim_start();
    if words.is_empty() {
        return Some(from..from);
    }
    if words.len() == behind.len() {
        return None;
    }
    let from = from + behind.len() - words.len();
    // Attributes behind a title say how it looks.
    let end = words.rfind(" {").filter(|_| words.ends_with('}')).unwrap_or(words.len());
    let end = if words.starts_with('{') { 0 } else { end };
    Some(from..from + end)
}
