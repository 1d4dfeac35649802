//! Notations that take whole lines, or that Markdown would take apart: containers of sites, calls
//! of site generators, grid tables. They are found in the text before Markdown reads it, and
//! covered byte for byte, so that every place in the text stays true.
//!
//! A scan of the lines knows fences, code between backticks, and HTML that is taken as it stands;
//! nothing in these is looked at.

mod alone;
mod calls;
mod container;
mod cover;
mod formula;
mod frame;
mod grid;
mod pairs;
mod state;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::parse::boilerplate::BoilerplateKind;
use crate::parse::notation::guard::COLON_SIGN;

use cover::Cover;
use frame::Open;
use state::{Line, State};

pub(crate) use frame::{Container, Kind};
pub(crate) use grid::table;

/// What was found in a text, by bytes of it.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// Containers, in the order in which they begin.
    pub containers: Vec<Container>,
    /// What is left out, in the order of the text.
    pub left: Vec<(BoilerplateKind, Range<usize>)>,
}

impl Lines {
    /// The same for a text that `length` bytes stand before.
    pub(crate) fn behind(mut self, length: usize) -> Self {
        let moved = |range: &mut Range<usize>| {
            range.start += length;
            range.end += length;
        };
        for one in &mut self.containers {
            one.start += length;
            one.end += length;
            one.title.iter_mut().for_each(moved);
        }
        self.left.iter_mut().for_each(|(_, range)| moved(range));
        self
    }
}

/// The text with its notations covered, and what they were. `is_page`: whether it is one of those
/// files that are programs of a page, too.
pub(crate) fn covered(text: &str, is_page: bool) -> (std::borrow::Cow<'_, str>, Lines) {
    let mut reader = Reader {
        text,
        cover: Cover::new(text),
        found: Lines::default(),
        open: Vec::new(),
        state: State::new(),
        formula: None,
        call: None,
        is_page,
        no_comment: false,
        last_ends: BTreeMap::new(),
        no_code: 0,
        no_grid: 0,
    };
    let mut at = 0;
    while at < text.len() {
        at = reader.line(at);
    }
    let Reader { cover, mut found, .. } = reader;
    found.containers.sort_by_key(|one| one.start);
    found.left.sort_by_key(|(_, range)| range.start);
    (cover.text(), found)
}

struct Reader<'t> {
    text: &'t str,
    cover: Cover<'t>,
    found: Lines,
    /// Containers that are not closed so far.
    open: Vec<Open>,
    state: State,
    /// Where a formula begins that is not closed so far.
    formula: Option<(usize, usize)>,
    /// Where a call begins that keeps what is in it as it stands.
    call: Option<&'static str>,
    is_page: bool,
    /// Whether no comment ends any more.
    no_comment: bool,
    /// Where the last call stands that ends what one of a name began.
    last_ends: BTreeMap<String, usize>,
    /// Up to where it is known that no code and no table begins.
    no_code: usize,
    no_grid: usize,
}

impl<'t> Reader<'t> {
    /// Reads the line that begins at the byte `at`, and more of them where it begins what takes
    /// several; gives where the next one begins.
    fn line(&mut self, at: usize) -> usize {
        let line = Line::at(self.text, at);
        if !self.state.reads(&line) {
            self.formula = None;
            self.fill();
            return line.next;
        }
        if line.inner().is_empty() {
            self.formula = None;
            return line.next;
        }
        if let Some(next) = self.whole(&line) {
            self.formula = None;
            self.state.passed();
            return next;
        }
        self.inside(&line);
        line.next
    }

    /// Reads a line that is a notation as a whole; gives where the next one begins.
    fn whole(&mut self, line: &Line<'t>) -> Option<usize> {
        if self.call.is_some() {
            return None;
        }
        let next = match line.inner().as_bytes()[0] {
            b':' if line.inner().starts_with(":::") => self.container(line),
            b':' => {
                // Markdown would take it for the meaning of what stands above.
                if line.inner()[1..].starts_with(|c: char| c.is_alphanumeric()) {
                    self.cover.sign(line.inner, COLON_SIGN);
                }
                None
            }
            b'!' | b'?' | b'=' => self.admonition(line),
            b'+' => self.grid(line),
            b'%' => self.comment(line),
            b'i' | b'e' => self.import(line),
            b'{' => self.calls_code(line).or_else(|| self.calls_container(line)),
            _ => None,
        };
        next.or_else(|| self.alone(line))
    }

    /// `%%` at the beginning of a line, and all up to the line that ends with it.
    fn comment(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        let behind = inner.strip_prefix("%%")?;
        let is_begun = !behind.contains("%%");
        // Cells of notebooks begin with `%%bash`.
        let apart = behind.chars().next().is_none_or(char::is_whitespace);
        if !is_begun || !apart || self.no_comment {
            return None;
        }
        let mut at = line.next;
        while at < self.text.len() {
            let end = Line::at(self.text, at);
            if end.inner().ends_with("%%") {
                self.cover.blank(line.start..end.end);
                self.found.left.push((BoilerplateKind::Comment, line.start..end.end));
                return Some(end.next);
            }
            at = end.next;
        }
        self.no_comment = true;
        None
    }

    fn leave(&mut self, kind: BoilerplateKind, range: Range<usize>) {
        self.found.left.push((kind, range));
    }
}
