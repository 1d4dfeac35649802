//! Where a line stands: whether it is code, or HTML that is taken as it stands.

/// A line of the text, without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub start: usize,
    /// Where its words begin, behind white space and the marks of quotations.
    pub inner: usize,
    /// Where its words end.
    pub end: usize,
    /// Where the next line begins.
    pub next: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    pub(super) fn at(text: &'t str, start: usize) -> Self {
        let rest = &text[start..];
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = &rest[..length];
        let inner = start + length - line.trim_start_matches([' ', '\t', '>']).len();
        let end = (start + line.trim_end().len()).max(inner);
        Self { start, inner, end, next: (start + length + 1).min(text.len()), text }
    }

    pub(super) fn inner(&self) -> &'t str {
        &self.text[self.inner..self.end]
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.before().contains('>')
    }

    /// Columns before its words, where it is not quoted.
    pub(super) fn indent(&self) -> usize {
        self.before().chars().map(|char| if char == '\t' { 4 } else { 1 }).sum()
    }

    fn before(&self) -> &'t str {
        &self.text[self.start..self.inner]
    }

    /// Its words without the marks of lists before them.
    fn unlisted(&self) -> &'t str {
        let mut words = self.inner();
        while let Some(rest) = after_mark(words) {
            words = rest.trim_start();
        }
        words
    }
}

/// What stands behind the mark of a list item.
fn after_mark(words: &str) -> Option<&str> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = if digits > 0 && digits < 10 {
        words[digits..].strip_prefix(['.', ')'])?
    } else {
        words.strip_prefix(['-', '*', '+'])?
    };
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(rest)
}

/// What is known of the lines so far.
#[derive(Debug)]
pub(super) struct State {
    fence: Option<Fence>,
    /// What ends the HTML that is taken as it stands.
    html: Option<&'static str>,
    /// Whether a list is open, so that an indent makes no code.
    list: bool,
    /// Whether the line before was empty, or the first is to come.
    apart: bool,
    /// Whether the paragraph began with a tag.
    tagged: bool,
}

#[derive(Debug, Clone, Copy)]
struct Fence {
    sign: char,
    length: usize,
    quoted: bool,
}

impl State {
    pub(super) const fn new() -> Self {
        Self { fence: None, html: None, list: false, apart: true, tagged: false }
    }

    /// Whether the line is to be read: it is neither code nor HTML as it stands.
    pub(super) fn reads(&mut self, line: &Line<'_>) -> bool {
        let inner = line.inner();
        if let Some(fence) = self.fence {
            if fence.quoted && !line.is_quoted() {
                self.fence = None;
            } else {
                if closes(inner, fence) {
                    self.fence = None;
                }
                return false;
            }
        }
        if let Some(end) = self.html {
            if inner.contains(end) {
                self.html = None;
            }
            return false;
        }
        if inner.is_empty() {
            self.apart = true;
            self.tagged = false;
            return true;
        }
        let indented = !line.is_quoted() && line.indent() >= 4;
        let apart = self.apart;
        if indented && apart && !self.list {
            return false;
        }
        self.apart = false;
        if !indented {
            let listed = after_mark(inner).is_some();
            self.list = listed || self.list && (!apart || line.indent() > 0);
        }
        if apart {
            self.tagged = inner.starts_with('<');
        }
        if let Some(fence) = opens(line) {
            self.fence = Some(fence);
            return false;
        }
        self.html = raw_html(inner);
        self.html.is_none()
    }

    /// Takes down that a line was covered, so that what follows begins anew.
    pub(super) fn passed(&mut self) {
        self.apart = true;
        self.tagged = false;
    }

    /// Takes down that indented text follows which is no code.
    pub(super) fn indents(&mut self) {
        self.list = true;
    }

    /// Whether the line stands in HTML, where an empty line would be an end.
    pub(super) const fn is_in_html(&self) -> bool {
        self.tagged
    }
}

fn opens(line: &Line<'_>) -> Option<Fence> {
    let words = line.unlisted();
    let sign = words.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let length = words.chars().take_while(|char| *char == sign).count();
    let inline = sign == '`' && words[length..].contains('`');
    (length > 2 && !inline).then(|| Fence { sign, length, quoted: line.is_quoted() })
}

fn closes(inner: &str, fence: Fence) -> bool {
    let length = inner.chars().take_while(|char| *char == fence.sign).count();
    length >= fence.length && inner.trim_end().chars().count() == length
}

/// What ends the HTML that begins here and is taken as it stands, if the line does not end it.
fn raw_html(inner: &str) -> Option<&'static str> {
    const KINDS: [(&str, &str); 5] = [
        ("<pre", "</pre>"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
        ("<!--", "-->"),
    ];
    let (_, end) = KINDS.iter().find(|(begin, _)| inner.starts_with(begin))?;
    (!inner.contains(end)).then_some(*end)
}
