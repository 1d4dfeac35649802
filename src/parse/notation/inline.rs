//! Notations inside a line: highlights, comments, links to notes, notes written in place, raised
//! and lowered text, attributes in braces.

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, PictureWidth, plain_text};
use crate::parse::boilerplate::BoilerplateKind;
use crate::parse::raw::{Raw, RawFootnote, RawKind};

use super::attributes;
use super::found::Found;
use super::guard::GUARD_SIGN;
use super::pieces::{Closed, Mark, Pieces};
use super::wiki;

/// How deep inlines may nest, as the tree builder has it.
const DEPTH: usize = 8;
/// So many inlines are made of the text of a source; a tree of many more takes gigabytes.
const MOST_MADE: usize = 200_000;
/// What stands for an inline that is no text, beside a mark.
const OBJECT: char = '\u{fffc}';
/// So long may text be that is raised or lowered, in bytes.
const LONGEST_SCRIPT: usize = 24;

/// Reads the notations in `content`, which stands in `depth` inlines, and in what it holds.
pub(super) fn read(content: &mut Vec<Inline>, depth: usize, found: &mut Found) {
    let mut height = 0;
    for inline in content.iter_mut() {
        if let InlineKind::Image { alt, width, .. } = &mut inline.kind
            && let Some((words, size)) = alt.rsplit_once('|')
            && let Some(said) = wiki::size(size)
        {
            *width = Some(said);
            *alt = words.trim_end().to_owned();
        }
        if let Some(children) = inline.kind.content_mut() {
            read(children, depth + 1, found);
            height = height.max(1 + height_of(children));
        }
    }
    if content.iter().any(has_sign) {
        let room = DEPTH.saturating_sub(depth + height);
        let mut reader = Reader { pieces: Pieces::default(), room, found };
        let taken = std::mem::take(content);
        *content = reader.all(taken);
    }
}

fn height_of(inlines: &[Inline]) -> usize {
    let heights = inlines.iter().filter_map(|one| one.kind.content());
    heights.map(|children| 1 + height_of(children)).max().unwrap_or(0)
}

fn has_sign(inline: &Inline) -> bool {
    let InlineKind::Text(text) = &inline.kind else { return false };
    text.contains(['=', '%', '[', ']', '^', '~', '{'])
}

struct Reader<'a> {
    pieces: Pieces,
    /// How many more inlines may stand in each other.
    room: usize,
    found: &'a mut Found,
}

/// A text, and the characters beside it.
#[derive(Clone, Copy)]
struct Place<'t> {
    text: &'t str,
    at: usize,
    before: Option<char>,
    after: Option<char>,
    span: Span,
}

impl Reader<'_> {
    fn all(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        let mut before = None;
        let mut rest = content.into_iter().peekable();
        while let Some(inline) = rest.next() {
            let InlineKind::Text(text) = &inline.kind else {
                before = Some(if inline.kind == InlineKind::LineBreak {
                    '\n'
                } else {
                    OBJECT
                });
                self.pieces.push(inline);
                continue;
            };
            let after = rest.peek().map(|next| match &next.kind {
                InlineKind::LineBreak => '\n',
                InlineKind::Text(text) => text.chars().next().unwrap_or('\n'),
                _ => OBJECT,
            });
            self.text(text, inline.span, before, after);
            before = text.chars().next_back();
        }
        std::mem::take(&mut self.pieces).finish()
    }

    fn text(
        &mut self,
        text: &str,
        span: Span,
        before: Option<char>,
        after: Option<char>,
    ) {
        let mut span = span;
        let (mut at, mut kept) = (0, 0);
        if before == Some(OBJECT) {
            at = self.attributes(text);
            kept = at;
        }
        while let Some(next) = text[at..]
            .find(['=', '%', '[', ']', '^', '~', '!', '{'])
            .map(|next| at + next)
        {
            span.line +=
                text[at..next].bytes().filter(|byte| *byte == b'\n').count() as u32;
            let before = text[..next].chars().next_back().or(before);
            at = next;
            if before != Some(GUARD_SIGN) {
                let place = Place { text, at, before, after, span };
                if let Some(length) = self.sign(place, kept) {
                    at += length;
                    kept = at;
                    continue;
                }
            }
            at += 1;
        }
        self.pieces.text(&text[kept..], span);
    }

    /// Reads the sign at `place`, if it is one; gives its length. Text from `kept` to there is
    /// put down before it.
    fn sign(&mut self, place: Place<'_>, kept: usize) -> Option<usize> {
        let Place { text, at, span, .. } = place;
        let rest = &text[at..];
        let before = &text[kept..at];
        for mark in [Mark::Embed, Mark::Link, Mark::Note, Mark::Comment, Mark::Highlight]
        {
            if !rest.starts_with(mark.opening()) {
                continue;
            }
            let length = mark.opening().len();
            if self.closes(mark, place) {
                self.pieces.text(before, span);
                self.close(mark, span);
                return Some(length);
            }
            if self.opens(mark, place) {
                self.pieces.text(before, span);
                self.pieces.open(mark, span);
                return Some(length);
            }
            if matches!(mark, Mark::Comment | Mark::Highlight) {
                // A row of the same sign is none.
                let sign = mark.opening().as_bytes()[0];
                let run = rest.bytes().take_while(|byte| *byte == sign).count();
                self.pieces.text(before, span);
                self.pieces.text(&rest[..run], span);
                return Some(run);
            }
        }
        match rest.as_bytes()[0] {
            b']' => {
                let mark = self.bracketed(rest)?;
                self.pieces.text(before, span);
                self.close(mark, span);
                Some(if mark == Mark::Note { 1 } else { 2 })
            }
            b'[' => {
                if let Some((words, length)) = attributes::bracketed(rest) {
                    self.found.leave(BoilerplateKind::Attribute, &rest[..length], span);
                    self.pieces.text(before, span);
                    self.pieces.text(words, span);
                    return Some(length);
                }
                self.pieces.bracket(true);
                None
            }
            b'^' | b'~' => {
                let (words, length) = self.script(place)?;
                self.pieces.text(before, span);
                let content =
                    vec![Inline { kind: InlineKind::Text(words.to_owned()), span }];
                let raised = rest.starts_with('^');
                let kind = if raised {
                    InlineKind::Superscript(content)
                } else {
                    InlineKind::Subscript(content)
                };
                self.found.made += 2;
                self.pieces.push(Inline { kind, span });
                Some(length)
            }
            _ => None,
        }
    }

    fn opens(&self, mark: Mark, place: Place<'_>) -> bool {
        let next = place.behind(mark.opening().len());
        let touches = place.before.is_some_and(is_of_program);
        let free = self.found.made < MOST_MADE
            && !self.pieces.is_open(mark)
            && !self.pieces.is_open(Mark::Comment)
            && self.pieces.depth() < self.room;
        free && match mark {
            Mark::Highlight => {
                !touches
                    && place.before != Some('=')
                    && next.is_some_and(|next| !next.is_whitespace() && next != '=')
            }
            Mark::Comment => !touches && place.before != Some('%') && next != Some('%'),
            Mark::Link | Mark::Embed => {
                let within =
                    self.pieces.is_open(Mark::Link) || self.pieces.is_open(Mark::Embed);
                // Pictures may stand side by side, other brackets behind these are a program's.
                let beside = mark == Mark::Embed && place.before == Some(']');
                !within
                    && (beside
                        || !touches
                            && !place.is_called()
                            && place.before.is_none_or(|c| !matches!(c, ']' | ')')))
            }
            // A pattern such as `^[a-z]+` stands alone, a note behind a word.
            Mark::Note => {
                place
                    .before
                    .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '['))
                    && next.is_some_and(|next| next != ']')
            }
        }
    }

    /// Whether a mark that opens and closes alike closes here.
    fn closes(&self, mark: Mark, place: Place<'_>) -> bool {
        let next = place.behind(2);
        let touches = next.is_some_and(is_of_program);
        self.pieces.is_open(mark)
            && match mark {
                Mark::Highlight => {
                    !touches
                        && next != Some('=')
                        && place.before.is_some_and(|c| !c.is_whitespace() && c != '=')
                }
                Mark::Comment => {
                    let before = place.text[..place.at]
                        .trim_end_matches(|c: char| c.is_ascii_digit());
                    // `100%%` is a number of percent.
                    let percent = before.len() < place.at && before.ends_with(' ');
                    !touches && !percent && next != Some('%')
                }
                _ => false,
            }
    }

    /// The frame that a bracket at the beginning of `rest` closes.
    fn bracketed(&mut self, rest: &str) -> Option<Mark> {
        if self.pieces.is_open(Mark::Comment) {
            return None;
        }
        let open =
            [Mark::Link, Mark::Embed].into_iter().find(|mark| self.pieces.is_open(*mark));
        if let Some(mark) = open {
            return rest.starts_with("]]").then_some(mark);
        }
        let own = self.pieces.bracket(false);
        (!own && self.pieces.is_open(Mark::Note)).then_some(Mark::Note)
    }

    fn close(&mut self, mark: Mark, span: Span) {
        let Some(mut closed) = self.pieces.close(mark) else { return };
        closed.span.end = closed.span.end.max(span.end);
        self.found.made += 2;
        match mark {
            Mark::Highlight if !closed.content.is_empty() => {
                let Closed { content, span, .. } = closed;
                // As `<mark>` is shown: paper has no marker.
                self.pieces.push(Inline { kind: InlineKind::Strong(content), span });
            }
            Mark::Highlight => self.pieces.put_back(closed, "=="),
            Mark::Comment => {
                self.found.comment(&closed.words(), closed.span);
                self.pieces.close_gap();
            }
            Mark::Link | Mark::Embed => match wiki::inline(closed, self.found) {
                Ok(Some(inline)) => self.pieces.push(inline),
                Ok(None) => self.pieces.close_gap(),
                Err(closed) => self.pieces.put_back(closed, "]]"),
            },
            Mark::Note => self.note(closed),
        }
    }

    /// A footnote that is written where it is referred to.
    fn note(&mut self, closed: Closed) {
        let words = closed.words();
        let is_note = words.contains(' ')
            || words.chars().filter(|c| c.is_alphabetic()).count() > 2;
        let is_pattern = ["a-z", "A-Z", "0-9"].iter().any(|range| words.contains(range));
        if !is_note || is_pattern {
            return self.pieces.put_back(closed, "]");
        }
        let Closed { content, span, .. } = closed;
        let label = format!("^{}", self.found.footnotes.len() + 1);
        let blocks = vec![Raw::new(RawKind::Paragraph(content), span)];
        self.found.footnotes.push(RawFootnote { label: label.clone(), blocks, span });
        self.pieces.push(Inline { kind: InlineKind::FootnoteReference(label), span });
    }

    /// Text that is raised or lowered: `x^2^`, `H~2~O`.
    fn script<'t>(&self, place: Place<'t>) -> Option<(&'t str, usize)> {
        let rest = &place.text[place.at..];
        let sign = rest.chars().next()?;
        let inside = &rest[1..];
        let end = inside.find(|c: char| c == sign || c.is_whitespace())?;
        let words = &inside[..end];
        let next = inside[end..].chars().nth(1);
        let plain = |c: char| c.is_alphanumeric() || "+-−–±.,()=/′'*".contains(c);
        let stands =
            place.before.is_some_and(|c| c.is_alphanumeric() || ")]".contains(c));
        // `2^10^20` raises nothing, and nobody lowers a name.
        let goes_on =
            next.is_some_and(|c| c == sign || sign == '^' && c.is_ascii_digit());
        let fits = inside[end..].starts_with(sign)
            && (1..=LONGEST_SCRIPT).contains(&end)
            && words.chars().all(plain)
            && self.found.made < MOST_MADE
            && self.pieces.depth() < self.room
            && !self.pieces.is_open(Mark::Link)
            && !self.pieces.is_open(Mark::Embed);
        (fits && stands && !goes_on).then_some((words, end + 2))
    }

    /// Takes attributes off the beginning of text that stands right behind an inline; gives
    /// their length.
    fn attributes(&mut self, text: &str) -> usize {
        let Some((attributes, length)) = attributes::read(text) else { return 0 };
        let Some(last) = self.pieces.last_mut() else { return 0 };
        let takes = matches!(
            last.kind,
            InlineKind::Image { .. }
                | InlineKind::Link { .. }
                | InlineKind::Code(_)
                | InlineKind::Strong(_)
                | InlineKind::Emphasis(_)
        );
        if !takes {
            return 0;
        }
        let span = last.span;
        if let InlineKind::Image { width, .. } = &mut last.kind
            && let Some((_, value)) = attributes.iter().find(|(key, _)| *key == "width")
        {
            *width = PictureWidth::read(value);
            if width.is_some() && attributes.len() == 1 {
                return length;
            }
        }
        self.found.leave(BoilerplateKind::Attribute, &text[..length], span);
        length
    }
}

impl Place<'_> {
    /// Whether it stands in two braces, as what a query is about does.
    fn is_called(&self) -> bool {
        let near = &self.text
            [self.text.floor_char_boundary(self.at.saturating_sub(60))..self.at];
        near.rfind("{{").is_some_and(|open| !near[open..].contains("}}"))
    }

    /// The character behind `length` bytes of the sign.
    fn behind(&self, length: usize) -> Option<char> {
        self.text[self.at + length..].chars().next().or(self.after)
    }
}

/// Whether a mark that touches this is rather an operator of a program. In scripts without spaces,
/// marks touch words.
fn is_of_program(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || matches!(char, '_' | GUARD_SIGN)
        || char.is_alphanumeric() && char < '\u{2e80}'
}

/// The words of inlines that stand before a line end, and what stands after it.
pub(super) fn first_line(content: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    let mut ended = false;
    for mut inline in content {
        if ended {
            rest.push(inline);
            continue;
        }
        match &mut inline.kind {
            InlineKind::LineBreak => ended = true,
            InlineKind::Text(text) => {
                if let Some((line, after)) = text.split_once('\n') {
                    ended = true;
                    let (line, after) = (line.to_owned(), after.to_owned());
                    let span = Span { line: inline.span.line + 1, ..inline.span };
                    if !after.is_empty() {
                        rest.push(Inline { kind: InlineKind::Text(after), span });
                    }
                    *text = line;
                }
                if !text.is_empty() {
                    first.push(inline);
                }
            }
            _ => first.push(inline),
        }
    }
    (first, rest)
}

/// Whether inlines show nothing.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    let picture =
        |one: &Inline| !matches!(one.kind, InlineKind::Text(_) | InlineKind::LineBreak);
    !content.iter().any(picture) && plain_text(content).trim().is_empty()
}
