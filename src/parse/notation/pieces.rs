//! A run of inlines that is being made: text joins text, and frames that were opened are closed
//! or dissolve.

use crate::diagnostic::Span;
use crate::document::{Inline, InlineKind, plain_text};

/// A pair of marks that can be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// `==words==`
    Highlight,
    /// `%%words%%`
    Comment,
    /// `[[name]]`
    Link,
    /// `![[name]]`
    Embed,
    /// `^[words]`
    Note,
}

impl Mark {
    /// What opens it.
    pub(super) const fn opening(self) -> &'static str {
        match self {
            Self::Highlight => "==",
            Self::Comment => "%%",
            Self::Link => "[[",
            Self::Embed => "![[",
            Self::Note => "^[",
        }
    }
}

struct Frame {
    mark: Mark,
    span: Span,
    content: Vec<Inline>,
    /// Brackets that are open in it.
    brackets: usize,
}

/// The inlines so far. At most one frame of a kind is open, so that dissolving them takes no
/// longer than the text is long.
#[derive(Default)]
pub(super) struct Pieces {
    done: Vec<Inline>,
    open: Vec<Frame>,
}

/// What was between two marks.
pub(super) struct Closed {
    pub mark: Mark,
    pub content: Vec<Inline>,
    pub span: Span,
}

impl Pieces {
    pub(super) fn is_open(&self, mark: Mark) -> bool {
        self.open.iter().any(|frame| frame.mark == mark)
    }

    /// How many frames are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    pub(super) fn open(&mut self, mark: Mark, span: Span) {
        self.open.push(Frame { mark, span, content: Vec::new(), brackets: 0 });
    }

    /// Takes down a bracket of text: whether it is one of an open note's own text.
    pub(super) fn bracket(&mut self, opens: bool) -> bool {
        let Some(note) = self.open.iter_mut().find(|frame| frame.mark == Mark::Note)
        else {
            return true;
        };
        if opens {
            note.brackets += 1;
            return true;
        }
        let own = note.brackets > 0;
        note.brackets = note.brackets.saturating_sub(1);
        own
    }

    /// Closes the frame of `mark`, which is open; those opened in it dissolve.
    pub(super) fn close(&mut self, mark: Mark) -> Option<Closed> {
        let at = self.open.iter().rposition(|frame| frame.mark == mark)?;
        while self.open.len() > at + 1 {
            self.dissolve_last();
        }
        let Frame { mark, span, content, .. } = self.open.pop()?;
        Some(Closed { mark, content, span })
    }

    /// Puts back what was no notation after all.
    pub(super) fn put_back(&mut self, closed: Closed, closing: &str) {
        let Closed { mark, content, span } = closed;
        self.text(mark.opening(), span);
        for inline in content {
            self.push(inline);
        }
        self.text(closing, span);
    }

    fn dissolve_last(&mut self) {
        let Some(Frame { mark, span, content, .. }) = self.open.pop() else { return };
        self.text(mark.opening(), span);
        for inline in content {
            self.push(inline);
        }
    }

    pub(super) fn text(&mut self, words: &str, span: Span) {
        if words.is_empty() {
            return;
        }
        let top = self.top();
        if let Some(Inline { kind: InlineKind::Text(last), span: reach }) = top.last_mut()
        {
            last.push_str(words);
            reach.end = reach.end.max(span.end);
        } else {
            top.push(Inline { kind: InlineKind::Text(words.to_owned()), span });
        }
    }

    pub(super) fn push(&mut self, inline: Inline) {
        match inline.kind {
            InlineKind::Text(words) => self.text(&words, inline.span),
            _ => self.top().push(inline),
        }
    }

    /// Takes the space off the end where something was left out, so that there are not two.
    pub(super) fn close_gap(&mut self) {
        if let Some(Inline { kind: InlineKind::Text(last), .. }) = self.top().last_mut() {
            let kept = last.trim_end_matches(' ').len();
            last.truncate(kept);
        }
        if self
            .top()
            .last()
            .is_some_and(|one| one.kind == InlineKind::Text(String::new()))
        {
            self.top().pop();
        }
    }

    /// The inline before what comes now.
    pub(super) fn last_mut(&mut self) -> Option<&mut Inline> {
        self.top().last_mut()
    }

    /// Closes all.
    pub(super) fn finish(mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.dissolve_last();
        }
        self.done
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().map_or(&mut self.done, |frame| &mut frame.content)
    }
}

impl Closed {
    /// The words between the marks.
    pub(super) fn words(&self) -> String {
        plain_text(&self.content)
    }
}
