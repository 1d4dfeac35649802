//! Lines of shaped text as runs of glyphs.

use std::ops::Range;

use super::divided;
use crate::font::{Family, FontSet};
use crate::frame::{Color, Frame, FrameItem, Glyph, Said, TextRun};
use crate::layout::galley::CodeLine;
use crate::layout::inlines::Link;
use crate::layout::lines::{Align, Line, break_lines};
use crate::text::{Direction, Run, Shaped};
use crate::units::{Em, Length, Point, Size};

/// Draws text at one size.
#[derive(Debug, Clone)]
pub(crate) struct Pen<'a> {
    pub(crate) fonts: &'a FontSet,
    pub(crate) links: &'a [Link],
    pub(crate) size: Length,
    /// The colour, where it is not that of the text.
    pub(crate) color: Option<Color>,
    /// Whether what is drawn is no part of the reading: tags are taken off.
    pub(crate) furniture: bool,
    /// Whether what is drawn is mirrored afterwards: lines begin at the right then.
    pub(crate) mirrored: bool,
}

/// A line, and what stretches of it say, by bytes of its text.
#[derive(Clone, Copy)]
struct Saying<'a> {
    line: &'a Line,
    said: &'a [Said],
}

/// What is drawn in one place of a line.
enum Drawn {
    Text(TextRun),
    /// A part of a formula, from its left end on its baseline.
    Part(Frame),
}

impl Drawn {
    fn width(&self) -> Length {
        match self {
            Self::Text(run) => run.width(),
            Self::Part(frame) => frame.size.width,
        }
    }
}

impl Pen<'_> {
    /// The same pen for text a `scale` as large.
    pub(crate) fn scaled(&self, scale: Em) -> Self {
        Self { size: scale.at(self.size), ..self.clone() }
    }

    /// Draws all of the text on one line.
    pub(crate) fn line(&self, text: &Shaped, at: Point, out: &mut Frame) {
        self.glyphs(text, &Line::whole(text), at, out);
    }

    /// Draws as many words as `room` holds, as furniture: what is cut off is said elsewhere.
    pub(crate) fn shortened(&self, text: &Shaped, room: Em, at: Point, out: &mut Frame) {
        let pen = Self { furniture: true, ..self.clone() };
        if text.width() <= room {
            return pen.line(text, at, out);
        }
        let lines = break_lines(text, room - Em::ONE, Align::Start);
        let Some(line) = lines.first() else { return };
        let line = Line { hyphen: None, ..line.clone() };
        let beside = |width: Length| Point::new(at.x + width, at.y);
        // The dots stand where the words go on: before them, if these run the other way.
        if text.direction.is_rtl() == self.mirrored {
            pen.glyphs(text, &line, at, out);
            pen.ellipsis(text, beside(line.width.at(self.size)), out);
        } else {
            let dots = pen.ellipsis(text, at, out);
            pen.glyphs(text, &line, beside(dots), out);
        }
    }

    /// Draws three dots in the first face of the text that has them; gives their width.
    fn ellipsis(&self, text: &Shaped, at: Point, out: &mut Frame) -> Length {
        let with_dots = text.runs.iter().find_map(|run| {
            let id = self.fonts.face(run.face).glyph('…')?;
            Some((run, id))
        });
        let Some((run, id)) = with_dots else { return Length::ZERO };
        let face = self.fonts.face(run.face);
        let advance = face.em(face.advance(id));
        let glyph = Glyph { id, advance, dx: Em::ZERO, dy: Em::ZERO, cluster: 0 };
        let size = run.format.scale.at(self.size);
        let color = self.color.unwrap_or(run.format.color);
        let (face, glyphs) = (run.face, vec![glyph]);
        let (text, tag, said) = ("…".to_owned(), None, Vec::new());
        let run = TextRun { face, size, color, glyphs, text, tag, said };
        let width = run.width();
        out.push(at, FrameItem::Text(run));
        width
    }

    /// Draws a line, its baseline beginning at `at`. What is drawn comes in reading order,
    /// wherever it stands.
    pub(crate) fn glyphs(&self, text: &Shaped, line: &Line, at: Point, out: &mut Frame) {
        let text = text.in_form(line.form);
        let said = if self.furniture { Vec::new() } else { divided::said(text, line) };
        self.saying(text, Saying { line, said: &said }, at, out);
    }

    /// Draws a line of code, or what is left of one. The first says all of it, so that it is one
    /// line to whoever copies it; it also says how far in the line begins, which viewers do not
    /// take from blanks that are shown.
    pub(crate) fn code(
        &self,
        text: &Shaped,
        code: &CodeLine,
        at: Point,
        out: &mut Frame,
    ) {
        let CodeLine { wrapped, line, .. } = code;
        let whole = line.glyphs == (0..text.glyphs.len());
        let plain = whole && !text.text.starts_with(' ');
        let mut said = Vec::new();
        if !plain && !self.furniture && text.is_plain(&line.glyphs) {
            let words = (!wrapped).then(|| text.text.clone());
            said.push(Said { bytes: divided::bytes(text, line), words });
        }
        self.saying(text, Saying { line, said: &said }, at, out);
    }

    fn saying(&self, text: &Shaped, line: Saying<'_>, at: Point, out: &mut Frame) {
        let Saying { line: Line { glyphs, .. }, .. } = line;
        if self.mirrored || !text.is_plain(glyphs) {
            return self.in_visual_order(text, line, at, out);
        }
        let mut x = at.x;
        let first = text.runs.partition_point(|run| run.glyphs.end <= glyphs.start);
        for run in &text.runs[first..] {
            let start = run.glyphs.start.max(glyphs.start);
            let end = run.glyphs.end.min(glyphs.end);
            if run.glyphs.start >= glyphs.end {
                break;
            }
            if start >= end {
                continue;
            }
            let item = self.drawn(text, run, &(start..end), Direction::LeftToRight, line);
            x += self.put(run, item, Point::new(x, at.y), out);
        }
    }

    /// What is drawn of a run's glyphs.
    fn drawn(
        &self,
        text: &Shaped,
        run: &Run,
        glyphs: &Range<usize>,
        direction: Direction,
        line: Saying<'_>,
    ) -> Drawn {
        match run.part() {
            Some(part) => Drawn::Part(self.part(text, run, part)),
            None => Drawn::Text(self.item(text, run, glyphs, direction, line)),
        }
    }

    /// The same where some of the text runs from right to left, or the page does: bidi runs
    /// are placed in visual order.
    fn in_visual_order(
        &self,
        text: &Shaped,
        line: Saying<'_>,
        at: Point,
        out: &mut Frame,
    ) {
        let mut visual = text.visual_order(line.line.glyphs.clone());
        if self.mirrored {
            visual.reverse();
        }
        let mut items: Vec<_> = visual
            .into_iter()
            .map(|visual| {
                let run = &text.runs[visual.run];
                let item = self.drawn(text, run, &visual.glyphs, visual.direction, line);
                (visual, run, item)
            })
            .collect();
        let mut x = at.x;
        // The space at the end of the line hangs out, on whichever side it stands.
        if text.direction.is_rtl() != self.mirrored {
            let hanging = items.iter().filter(|(visual, ..)| visual.hangs);
            x -= hanging.map(|(_, _, item)| item.width()).sum::<Length>();
        }
        let mut placed = Vec::with_capacity(items.len());
        for (visual, run, item) in items.drain(..) {
            let width = item.width();
            placed.push((visual.glyphs.start, x, run, item));
            x += width;
        }
        placed.sort_by_key(|(start, ..)| *start);
        for (_, x, run, item) in placed {
            self.put(run, item, Point::new(x, at.y), out);
        }
    }

    /// Glyphs of a run, and the hyphen where the line ends with them; given in reading order
    /// with their direction.
    fn item(
        &self,
        text: &Shaped,
        run: &Run,
        glyphs: &Range<usize>,
        direction: Direction,
        Saying { line, said }: Saying<'_>,
    ) -> TextRun {
        let last = glyphs.end == line.glyphs.end;
        let (from, mut item) = self.run(text, run, glyphs.clone(), line.extra);
        if let (true, Some(hyphen)) = (last, line.hyphen) {
            let cluster = item.text.len() as u32;
            let (dx, dy) = (Em::ZERO, Em::ZERO);
            let (id, advance) = (hyphen.glyph, hyphen.advance);
            item.glyphs.push(Glyph { id, advance, dx, dy, cluster });
            item.text.push('\u{ad}');
        }
        divided::give(&mut item, from, last, said);
        let parts =
            said.last().is_some_and(|said| said.bytes.end == from + item.text.len());
        let of_program = run.format.style.family == Family::Code;
        if last && parts && line.hyphen.is_none() && !of_program {
            divided::keep_hyphen(&mut item, self.fonts);
        }
        if direction.is_rtl() {
            item.glyphs.reverse();
        }
        item
    }

    /// Puts glyphs on a baseline, with what belongs to them; gives their width.
    fn put(&self, run: &Run, item: Drawn, at: Point, out: &mut Frame) -> Length {
        let width = item.width();
        let at = Point::new(at.x, at.y - run.format.rise.at(self.size));
        self.strike(run, at, width, out);
        self.link(run, at, width, out);
        match item {
            Drawn::Text(run) => out.push(at, FrameItem::Text(run)),
            Drawn::Part(part) => out.append(at, part),
        }
        width
    }

    /// Glyphs of a run, and the byte where they begin.
    fn run(
        &self,
        text: &Shaped,
        run: &Run,
        glyphs: Range<usize>,
        extra: Em,
    ) -> (usize, TextRun) {
        let shown = &text.glyphs[glyphs.clone()];
        let from = shown.iter().map(|glyph| glyph.cluster as usize).min().unwrap_or(0);
        let most = shown.iter().map(|glyph| glyph.cluster as usize).max().unwrap_or(0);
        let rest = &text.glyphs[glyphs.end..run.glyphs.end];
        let next =
            rest.iter().map(|glyph| glyph.cluster as usize).find(|&byte| byte > most);
        let to = next.unwrap_or(run.bytes.end);
        let words = text.text[from..to].trim_end_matches('\n');
        // A line of furniture is not broken at the line ends in it; those at its end go.
        let glyphs = shown.iter().filter_map(|glyph| {
            let cluster = glyph.cluster as usize - from;
            let rest = words.get(cluster..).filter(|rest| !rest.is_empty())?;
            let stretched = rest.starts_with([' ', '\u{3000}']);
            let extra = if stretched { glyph.advance.times(extra) } else { Em::ZERO };
            let advance = glyph.advance + extra;
            Some(Glyph { advance, cluster: cluster as u32, ..*glyph })
        });
        let run = TextRun {
            face: run.face,
            size: run.format.scale.at(self.size),
            color: self.color.unwrap_or(run.format.color),
            glyphs: glyphs.collect(),
            text: words.to_owned(),
            tag: run.format.tag.filter(|_| !self.furniture),
            said: Vec::new(),
        };
        (from, run)
    }

    fn strike(&self, run: &Run, at: Point, width: Length, out: &mut Frame) {
        if run.format.struck {
            let size = run.format.scale.at(self.size);
            let rise = self.fonts.face(run.face).x_height().at(size) / 2;
            let rule = Size::new(width, Em::thousandths(60).at(size));
            let fill = run.format.color;
            out.push(Point::new(at.x, at.y - rise), FrameItem::Rect { size: rule, fill });
        }
    }

    fn link(&self, run: &Run, at: Point, width: Length, out: &mut Frame) {
        let Some(link) = run.format.link.and_then(|link| self.links.get(link as usize))
        else {
            return;
        };
        let size = run.format.scale.at(self.size);
        let up = Em::thousandths(850).at(size);
        let area = Size::new(width, Em::thousandths(1100).at(size));
        let (target, title) = (link.target.clone(), link.title.clone());
        let tag = link.tag.filter(|_| !self.furniture);
        out.push(
            Point::new(at.x, at.y - up),
            FrameItem::Link { size: area, target, title, tag },
        );
    }
}
