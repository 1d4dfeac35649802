//! The one tree builder: Markdown events and HTML tags both end up here.
//!
//! The builder keeps a stack of open frames. Opening a block closes the paragraph before
//! it; closing a frame closes whatever is still open inside; an end without a beginning
//! is passed over. So mis-nested HTML never loses a word, and the stack never holds more
//! than [`BLOCK_WEIGHT`] allows: what is nested deeper is kept, but in the frame that is
//! open.
//!
//! Architecture invariant: this module knows neither pulldown-cmark nor html5gum.

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, plain_text};

use super::assemble;
use super::notation::lines::Lines;
use super::pin::{RawPin, Written};
use super::raw::{Anchor, Comment, Raw, RawFootnote, RawKind};
use super::tag::{Frame, Tag};
use super::unprinted::Unprinted;

/// How deep blocks may nest, in levels of JSON: `serde_json` reads 128 levels at most, of
/// which a table's cell and the inlines in it take some 50. That is 11 lists in each other.
pub(super) const BLOCK_WEIGHT: usize = 66;
/// How deep inlines may nest inside a block: emphasis in a link in bold words needs three,
/// and each takes three or four of the levels of JSON that [`BLOCK_WEIGHT`] keeps free.
const INLINE_DEPTH: usize = 8;

/// What the builder has made when all is closed.
pub(super) struct Built {
    pub blocks: Vec<Raw>,
    pub footnotes: Vec<RawFootnote>,
    pub anchors: Vec<Anchor>,
    pub pins: Vec<RawPin>,
    /// Comments that are no pins.
    pub comments: Vec<Comment>,
    /// What has no form on paper.
    pub unprinted: Vec<(Unprinted, Span)>,
    /// Where the first thing stood that was too deep to open.
    pub too_deep: Option<Span>,
    /// Notations that were found before Markdown was read.
    pub lines: Lines,
}

/// The open frames. See the module's description.
pub(super) struct Builder {
    frames: Vec<Frame>,
    /// The serials of the frames that Markdown opened, `None` for those too deep to open.
    markdown: Vec<Option<u32>>,
    weight: usize,
    next_serial: u32,
    footnotes: Vec<RawFootnote>,
    anchors: Vec<Anchor>,
    pins: Vec<RawPin>,
    comments: Vec<Comment>,
    unprinted: Vec<(Unprinted, Span)>,
    /// Whether a bracket that no author wrote is open before how a word is read aloud.
    reading: bool,
    too_deep: Option<Span>,
    pieces: usize,
}

impl Builder {
    pub(super) fn new() -> Self {
        let mut builder = Self {
            frames: Vec::new(),
            markdown: Vec::new(),
            weight: 0,
            next_serial: 0,
            footnotes: Vec::new(),
            anchors: Vec::new(),
            pins: Vec::new(),
            comments: Vec::new(),
            unprinted: Vec::new(),
            reading: false,
            too_deep: None,
            pieces: 0,
        };
        builder.push(Tag::Root, false, Span::default());
        builder
    }

    /// Opens a frame that [`Builder::end_markdown`] will close.
    pub(super) fn start_markdown(&mut self, tag: Tag, span: Span) {
        let serial = self.start(tag, false, span);
        self.markdown.push(serial);
    }

    /// Closes the innermost frame that Markdown opened, if HTML has not done so already.
    pub(super) fn end_markdown(&mut self, end: u32) {
        let Some(Some(serial)) = self.markdown.pop() else {
            // The end of something too deep to open still ends the paragraph in it.
            self.close_paragraph(end);
            return;
        };
        if let Some(at) = self.frames.iter().rposition(|frame| frame.serial == serial) {
            self.close_from(at, end);
        }
    }

    /// Opens a frame for an HTML start tag.
    pub(super) fn start_html(&mut self, tag: Tag, span: Span) {
        self.start(tag, true, span);
    }

    /// Closes the innermost frame of the kind of `tag` that HTML opened, up to a cell.
    pub(super) fn end_html(&mut self, tag: &Tag, end: u32) {
        let reaches = |frame: &Frame| {
            if tag.is_inline() {
                frame.tag.is_inline()
            } else {
                !matches!(frame.tag, Tag::Cell { .. } | Tag::Root | Tag::Footnote(_))
            }
        };
        for at in (1..self.frames.len()).rev() {
            let frame = &self.frames[at];
            let closes = frame.from_html || *tag == Tag::Paragraph;
            if closes && frame.tag.same_kind(tag) {
                return self.close_from(at, end);
            }
            if !reaches(frame) {
                return;
            }
        }
    }

    /// Closes an open `inner` frame if no `outer` frame stands inside it: `<li>` ends the
    /// item before it, but not the one around its list.
    pub(super) fn end_implied(&mut self, inner: &[Tag], outer: &Tag, end: u32) {
        for at in (1..self.frames.len()).rev() {
            let frame = &self.frames[at];
            if frame.tag.same_kind(outer) {
                return;
            }
            if frame.from_html && inner.iter().any(|tag| frame.tag.same_kind(tag)) {
                return self.close_from(at, end);
            }
        }
    }

    /// Ends the paragraph that is open, if one is.
    pub(super) fn close_paragraph(&mut self, end: u32) {
        let leaf = self.frames.iter().rposition(|frame| !frame.tag.is_inline());
        if let Some(at) = leaf.filter(|at| self.frames[*at].tag == Tag::Paragraph) {
            self.close_from(at, end);
        }
    }

    /// Adds words; white space at the beginning of a paragraph is passed over.
    pub(super) fn text(&mut self, text: &str, span: Span) {
        if self.in_code() {
            self.top().text.push_str(text);
            return;
        }
        let text = if self.at_line_start() { text.trim_start() } else { text };
        if text.is_empty() {
            return;
        }
        self.open_paragraph(span);
        let inlines = &mut self.top().inlines;
        if let Some(Inline { kind: InlineKind::Text(last), span: reach }) =
            inlines.last_mut()
        {
            // Tags that vanish leave the spaces on both sides of them.
            let doubled = last.ends_with([' ', '\n']);
            last.push_str(if doubled { text.trim_start_matches(' ') } else { text });
            reach.end = reach.end.max(span.end);
        } else {
            self.pieces += 1;
            let inlines = &mut self.top().inlines;
            inlines.push(Inline { kind: InlineKind::Text(text.to_owned()), span });
        }
    }

    /// Adds an inline that holds no others.
    pub(super) fn inline(&mut self, kind: InlineKind, span: Span) {
        if self.in_code() {
            let text = plain_text(&[Inline { kind, span }]);
            self.top().text.push_str(&text);
            return;
        }
        self.open_paragraph(span);
        self.pieces += 1;
        self.top().inlines.push(Inline { kind, span });
    }

    /// Breaks the line, if one is begun.
    pub(super) fn line_break(&mut self, span: Span) {
        if self.in_code() {
            self.top().text.push('\n');
        } else if !self.at_line_start() {
            if let Some(InlineKind::Text(last)) =
                self.top().inlines.last_mut().map(|last| &mut last.kind)
            {
                last.truncate(last.trim_end().len());
            }
            self.inline(InlineKind::LineBreak, span);
        }
    }

    /// Adds a block that holds no others.
    pub(super) fn block(&mut self, kind: RawKind, span: Span) {
        self.make_room(span.start);
        self.pieces += 1;
        self.top().blocks.push(Raw::new(kind, span));
    }

    /// Marks the innermost open item as a task.
    pub(super) fn task(&mut self, done: bool) {
        let item = self
            .frames
            .iter_mut()
            .rev()
            .find(|frame| matches!(frame.tag, Tag::Item { .. }));
        if let Some(item) = item {
            item.task = Some(done);
        }
    }

    /// Remembers a name that links can mean.
    pub(super) fn anchor(&mut self, name: String, at: u32) {
        self.anchors.push(Anchor { name, at });
    }

    /// Remembers a pin: of the paragraph or heading that is open, else of what comes next.
    pub(super) fn pin(&mut self, written: Written, span: Span) {
        let leaf = self.frames.iter().find(|frame| frame.tag.is_leaf());
        let at = leaf.map_or(span.start, |leaf| leaf.span.start);
        self.pins.push(RawPin { at, written, span });
    }

    /// Takes down that a comment is left out.
    pub(super) fn comment(&mut self, words: String, span: Span) {
        self.comments.push(Comment { words, span });
    }

    /// Takes down that there is something that has no form on paper.
    pub(super) fn unprinted(&mut self, kind: Unprinted, span: Span) {
        self.unprinted.push((kind, span));
    }

    /// Whether the open frame takes its text as it is.
    pub(super) fn in_code(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { tag: Tag::Code { .. }, .. }))
    }

    /// Whether the text that comes is the summary of details.
    pub(super) fn in_summary(&self) -> bool {
        self.frames.iter().rev().any(|frame| frame.tag == Tag::Summary)
    }

    /// Begins how a word is read aloud; whether a bracket has to be put before it.
    pub(super) fn begin_reading(&mut self) -> bool {
        let last = self.top().inlines.last().map(|inline| &inline.kind);
        let bracket =
            matches!(last, Some(InlineKind::Text(text)) if text.ends_with(['(', '（']));
        self.reading = !bracket;
        self.reading
    }

    /// Ends it; whether a bracket has to be put behind it.
    pub(super) fn end_reading(&mut self) -> bool {
        std::mem::take(&mut self.reading)
    }

    /// Whether a list item is open in which nothing stands so far.
    pub(super) fn begins_item(&self) -> bool {
        let empty = |frame: &&Frame| frame.inlines.is_empty() && frame.blocks.is_empty();
        let mut around = self.frames.iter().rev().take_while(empty);
        around.any(|frame| matches!(frame.tag, Tag::Item { .. }))
    }

    /// Whether a word that came now would begin a line. (A word after an inline that is
    /// just opened does if nothing stands before that.)
    pub(super) fn at_line_start(&self) -> bool {
        for frame in self.frames.iter().rev() {
            if let Some(last) = frame.inlines.last() {
                return last.kind == InlineKind::LineBreak;
            }
            if !frame.tag.is_inline() {
                return true;
            }
        }
        true
    }

    /// How many blocks, inlines and pieces of text there are so far.
    pub(super) fn pieces(&self) -> usize {
        self.pieces
    }

    /// Closes all that is open.
    pub(super) fn finish(mut self, end: u32) -> Built {
        self.close_from(1, end);
        let blocks = self.frames.pop().map(|root| root.blocks).unwrap_or_default();
        let blocks = assemble::dissolve(blocks);
        let Self { footnotes, anchors, pins, comments, unprinted, too_deep, .. } = self;
        let lines = Lines::default();
        Built { blocks, footnotes, anchors, pins, comments, unprinted, too_deep, lines }
    }

    /// Opens a frame, or says that it would be too deep.
    fn start(&mut self, tag: Tag, from_html: bool, span: Span) -> Option<u32> {
        if self.in_code() {
            return None;
        }
        if tag.is_inline() {
            self.open_paragraph(span);
            let depth =
                self.frames.iter().rev().take_while(|f| f.tag.is_inline()).count();
            if depth >= INLINE_DEPTH {
                self.too_deep.get_or_insert(span);
                return None;
            }
            return Some(self.push(tag, from_html, span));
        }
        if tag == Tag::Paragraph && self.in_html_heading() {
            return None;
        }
        self.make_room(span.start);
        if self.weight + tag.weight(Some(&self.top().tag)) > BLOCK_WEIGHT {
            self.too_deep.get_or_insert(span);
            return None;
        }
        if tag == Tag::Paragraph && !from_html {
            self.top().loose = true;
        }
        Some(self.push(tag, from_html, span))
    }

    fn push(&mut self, tag: Tag, from_html: bool, span: Span) -> u32 {
        self.next_serial += 1;
        self.pieces += 1;
        let weight = tag.weight(self.frames.last().map(|frame| &frame.tag));
        self.weight += weight;
        self.frames.push(Frame {
            serial: self.next_serial,
            tag,
            weight,
            from_html,
            span,
            blocks: Vec::new(),
            inlines: Vec::new(),
            text: String::new(),
            loose: false,
            task: None,
        });
        self.next_serial
    }

    /// Closes what a block cannot stand in: a paragraph, a heading.
    fn make_room(&mut self, end: u32) {
        let leaf = self.frames.iter().position(|frame| frame.tag.is_leaf());
        if let Some(at) = leaf {
            self.close_from(at, end);
        }
    }

    fn open_paragraph(&mut self, span: Span) {
        let top = &self.top().tag;
        if !top.is_inline() && !top.is_leaf() {
            self.push(Tag::Paragraph, true, span);
        }
    }

    fn in_html_heading(&self) -> bool {
        let leaf = self.frames.iter().rev().find(|frame| !frame.tag.is_inline());
        leaf.is_some_and(|frame| {
            frame.from_html && matches!(frame.tag, Tag::Heading { .. })
        })
    }

    fn close_from(&mut self, at: usize, end: u32) {
        while self.frames.len() > at {
            let Some(mut frame) = self.frames.pop() else { return };
            self.weight -= frame.weight;
            frame.span.end = frame.span.end.max(end);
            self.put(frame);
        }
    }

    /// Puts what a closed frame was into the frame around it.
    fn put(&mut self, frame: Frame) {
        if frame.tag.is_inline() {
            if let Some(inline) = assemble::inline(frame) {
                self.top().inlines.push(inline);
            }
        } else if let Tag::Footnote(label) = frame.tag {
            let blocks = assemble::dissolve(frame.blocks);
            self.footnotes.push(RawFootnote { label, blocks, span: frame.span });
        } else if let Some(block) = assemble::block(frame) {
            self.top().blocks.push(block);
        }
    }

    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.push(Tag::Root, false, Span::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }
}
