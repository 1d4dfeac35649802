//! Operators of a content stream (ISO 32000-1, Annex A): written only where they change
//! something, and nested as they must be.
//!
//! Marked content encloses text objects, never the other way round, and a group of its
//! own graphics state encloses both.

use std::mem;

use crate::font::FaceId;
use crate::frame::{Color, Dash, Tag};
use crate::render::pdf::affine::Turn;
use crate::render::pdf::syntax::{
    decimal, integer, milli, name, string, string_byte, text, thousandths,
};
use crate::units::{Length, Point};

/// A content stream as far as it is written.
#[derive(Debug, Default)]
pub(super) struct Pen {
    out: Vec<u8>,
    state: State,
    saved: Vec<State>,
    mark: Mark,
    /// Where the line begins that a text object is at, in thousandths of a point.
    text: Option<(i64, i64)>,
    /// The page of the text that is drawn, where a side of a sheet has several.
    pub page: Option<usize>,
    /// What marked-content identifiers stand for.
    pub sequences: Vec<Sequence>,
}

/// A marked-content sequence.
#[derive(Debug, Clone, Copy)]
pub(in crate::render::pdf) struct Sequence {
    /// Its node.
    pub tag: Tag,
    /// The page of the text that it is on, where that is not the side of the sheet.
    pub page: Option<usize>,
}

/// What of the graphics state is used (8.4 and 9.3).
#[derive(Debug, Default, Clone, PartialEq)]
struct State {
    fill: Option<Color>,
    stroke: Option<Color>,
    thickness: Option<i64>,
    dash: Option<Dash>,
    font: Option<(FaceId, i64)>,
    rise: i64,
}

/// Which marked-content sequence is open (14.6).
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Mark {
    #[default]
    None,
    Artifact,
    Node(Tag),
    /// Of a node, with words of its own.
    Spoken(Tag),
}

impl Pen {
    /// The finished stream and the nodes of its sequences.
    pub(super) fn finish(mut self) -> (Vec<u8>, Vec<Sequence>) {
        self.unmark();
        (self.out, self.sequences)
    }

    /// Writes an operator after numbers in thousandths.
    fn op(&mut self, numbers: &[i64], operator: &str) {
        thousandths(&mut self.out, numbers);
        self.out.extend_from_slice(operator.as_bytes());
        self.out.push(b'\n');
    }

    /// What follows belongs to a node, whose role in the tree is `role`, or is furniture.
    pub(super) fn mark(&mut self, tag: Option<Tag>, role: &str) {
        let mark = tag.map_or(Mark::Artifact, Mark::Node);
        if self.mark == mark {
            return;
        }
        self.unmark();
        match tag {
            None => self.out.extend_from_slice(b"/Artifact BMC\n"),
            Some(tag) => {
                self.begin_sequence(tag, role);
                self.out.extend_from_slice(b">>BDC\n");
            }
        }
        self.mark = mark;
    }

    fn begin_sequence(&mut self, tag: Tag, role: &str) {
        name(&mut self.out, role.as_bytes());
        self.out.extend_from_slice(b"<</MCID ");
        integer(&mut self.out, self.sequences.len() as i64);
        self.sequences.push(Sequence { tag, page: self.page });
    }

    /// Ends the open sequence.
    pub(super) fn unmark(&mut self) {
        self.end_text();
        if mem::take(&mut self.mark) != Mark::None {
            self.out.extend_from_slice(b"EMC\n");
        }
    }

    /// Writes text that says something else than its glyphs do (14.9.4).
    ///
    /// What belongs to a node is a sequence of its own, since Poppler loses what follows one that
    /// lies inside another.
    pub(super) fn spoken(
        &mut self,
        tag: Option<Tag>,
        said: &str,
        write: impl FnOnce(&mut Self),
    ) {
        if let Some(tag) = tag {
            self.unmark();
            self.begin_sequence(tag, "Span");
            self.mark = Mark::Spoken(tag);
        } else {
            self.mark(None, "");
            self.end_text();
            self.out.extend_from_slice(b"/Span<<");
        }
        self.out.extend_from_slice(b"/ActualText");
        string(&mut self.out, &text(said));
        self.out.extend_from_slice(b">>BDC\n");
        write(self);
        if tag.is_none() {
            self.end_text();
            self.out.extend_from_slice(b"EMC\n");
        }
    }

    /// Writes text that the words of the sequence before stand for as well. Where that has been
    /// ended, by a column perhaps, it is a blank: `PDFium` takes what says nothing for what
    /// its glyphs say.
    pub(super) fn spoken_before(
        &mut self,
        tag: Option<Tag>,
        write: impl FnOnce(&mut Self),
    ) {
        if tag.is_some_and(|tag| self.mark == Mark::Spoken(tag)) {
            write(self);
        } else {
            self.spoken(tag, " ", write);
        }
    }

    /// Keeps what `write` changes in the graphics state to itself.
    pub(super) fn group(&mut self, write: impl FnOnce(&mut Self)) {
        self.unmark();
        self.out.extend_from_slice(b"q\n");
        self.saved.push(self.state.clone());
        write(self);
        self.unmark();
        self.out.extend_from_slice(b"Q\n");
        self.state = self.saved.pop().unwrap_or_default();
    }

    /// Turns the coordinates clockwise, and moves their origin to a point.
    pub(super) fn transform(&mut self, turn: Turn, to: Point) {
        let Turn { sin, cos } = turn;
        let millionths = |n: f64| (n * 1e6).round() as i64;
        for n in [cos, -sin, sin, cos] {
            decimal(&mut self.out, millionths(n), 6);
            self.out.push(b' ');
        }
        self.op(&[milli(to.x), milli(to.y)], "cm");
    }

    /// Cuts off what lies outside a rectangle.
    pub(super) fn clip(&mut self, [x, y, width, height]: [Length; 4]) {
        self.op(&[milli(x), milli(y), milli(width), milli(height)], "re");
        self.out.extend_from_slice(b"W n\n");
    }

    /// Fills a rectangle.
    pub(super) fn rect(&mut self, [x, y, width, height]: [Length; 4], fill: Color) {
        self.mark(None, "");
        self.end_text();
        self.fill(fill);
        self.op(&[milli(x), milli(y), milli(width), milli(height)], "re");
        self.out.extend_from_slice(b"f\n");
    }

    /// Draws a line.
    pub(super) fn line(&mut self, from: [Length; 2], to: [Length; 2], stroke: Stroke) {
        self.mark(None, "");
        self.end_text();
        if self.state.stroke != Some(stroke.color) {
            self.state.stroke = Some(stroke.color);
            self.color(stroke.color, "RG", "G");
        }
        let thickness = milli(stroke.thickness);
        if self.state.thickness != Some(thickness) {
            self.state.thickness = Some(thickness);
            self.op(&[thickness], "w");
        }
        if self.state.dash != stroke.dash {
            self.state.dash = stroke.dash;
            self.dash(stroke.dash);
        }
        self.op(&from.map(milli), "m");
        self.op(&to.map(milli), "l");
        self.out.extend_from_slice(b"S\n");
    }

    fn dash(&mut self, dash: Option<Dash>) {
        self.out.push(b'[');
        if let Some(Dash { on, off }) = dash {
            thousandths(&mut self.out, &[on, off].map(milli));
        }
        self.out.extend_from_slice(b"]0 d\n");
    }

    /// Draws the image of a resource into a rectangle.
    pub(super) fn image(&mut self, [x, y, width, height]: [Length; 4], resource: &str) {
        self.end_text();
        self.out.extend_from_slice(b"q\n");
        self.op(&[milli(width), 0, 0, milli(height), milli(x), milli(y)], "cm");
        name(&mut self.out, resource.as_bytes());
        self.out.extend_from_slice(b" Do\nQ\n");
    }

    fn fill(&mut self, color: Color) {
        if self.state.fill.unwrap_or(Color::BLACK) != color {
            self.state.fill = Some(color);
            self.color(color, "rg", "g");
        }
    }

    /// Sets a colour; a grey by its own operator, which printers put in black ink alone.
    fn color(&mut self, color: Color, rgb: &str, grey: &str) {
        let [r, g, b] =
            [color.r, color.g, color.b].map(|n| (i64::from(n) * 1000 + 127) / 255);
        if r == g && g == b { self.op(&[r], grey) } else { self.op(&[r, g, b], rgb) }
    }

    /// Begins a line of text at a point: face, size, colour.
    pub(super) fn begin_text(&mut self, at: Point, font: TextFont<'_>) {
        let (x, y) = (milli(at.x), milli(at.y));
        if self.text.is_none() {
            self.out.extend_from_slice(b"BT\n");
        }
        self.fill(font.color);
        let (face, size) = (font.face, milli(font.size));
        if self.state.font != Some((face, size)) {
            self.state.font = Some((face, size));
            name(&mut self.out, font.resource.as_bytes());
            self.out.push(b' ');
            self.op(&[size], "Tf");
        }
        let (from_x, from_y) = self.text.replace((x, y)).unwrap_or((0, 0));
        if (x, y) != (from_x, from_y) {
            self.op(&[x - from_x, y - from_y], "Td");
        }
    }

    fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.rise(0);
            self.out.extend_from_slice(b"ET\n");
        }
    }

    /// Lifts what follows above the baseline.
    pub(super) fn rise(&mut self, rise: i64) {
        if self.state.rise != rise {
            self.state.rise = rise;
            self.op(&[rise], "Ts");
        }
    }

    /// Shows glyphs, with the moves that `write` asks for between them.
    pub(super) fn show(&mut self, write: impl FnOnce(&mut Show)) {
        let mut show = Show { out: mem::take(&mut self.out), open: false, moved: false };
        let start = show.out.len();
        show.out.push(b'[');
        write(&mut show);
        if show.open {
            show.out.push(b')');
        }
        let operator: &[u8] = if show.moved {
            b"]TJ\n"
        } else {
            show.out.remove(start);
            b"Tj\n"
        };
        show.out.extend_from_slice(operator);
        self.out = show.out;
    }
}

/// The operand of a text-showing operator as far as it is written.
#[derive(Debug)]
pub(super) struct Show {
    out: Vec<u8>,
    open: bool,
    moved: bool,
}

impl Show {
    /// Shows a glyph.
    pub(super) fn glyph(&mut self, code: u16) {
        if !self.open {
            self.open = true;
            self.out.push(b'(');
        }
        for byte in code.to_be_bytes() {
            string_byte(&mut self.out, byte);
        }
    }

    /// Moves on, by thousandths of the em.
    pub(super) fn skip(&mut self, thousandths: i64) {
        if mem::take(&mut self.open) {
            self.out.push(b')');
        } else if self.moved {
            self.out.push(b' ');
        }
        self.moved = true;
        integer(&mut self.out, -thousandths);
    }
}

/// What text is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextFont<'a> {
    pub face: FaceId,
    pub resource: &'a str,
    pub size: Length,
    pub color: Color,
}

/// What a line is drawn with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub thickness: Length,
    pub color: Color,
    pub dash: Option<Dash>,
}
