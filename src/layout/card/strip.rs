//! Elements as strips of pieces: what of an element stays together where a card ends.
//!
//! A paragraph's pieces are its sentences. One that goes on on another card begins a line there,
//! so that its lines are broken anew from there on; of a sentence that no card holds, each line
//! is a piece. What is no paragraph has its slugs for pieces.

use std::cell::OnceCell;
use std::ops::Range;

use crate::layout::flow::{Body, Element, Flow};
use crate::layout::galley::{Galley, LINE, SetBody, Setting, Slug};
use crate::layout::line_steps::{LineGrid, LineSteps};
use crate::layout::lines::{Align, Line, Measure, break_part, count_lines};
use crate::text::{Atom, AtomKind, Shaped};
use crate::units::Em;

use super::sentences::Sentences;

/// What stays together.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// Atoms of a paragraph: sentences.
    Words(Range<usize>),
    /// A line of a sentence that is higher than a card, and whether the sentence begins there.
    Line(Line, bool),
    /// A row, a line of code, a picture.
    Slug(Slug),
}

/// An element.
pub(super) struct Strip<'a> {
    /// What stays together, in order; none of an element without lines.
    pub pieces: Vec<Piece>,
    /// Steps above it, unless it begins a card.
    pub before: i32,
    paragraph: Option<Paragraph<'a>>,
    /// The lines of all of it, as they were broken before.
    lines: &'a [Line],
    capacity: i32,
    grid: LineGrid,
    /// Whether some lines are higher than lines of text.
    is_tall: bool,
    /// For each piece that a card may begin with: how high it and those after it are, up to what
    /// a card holds.
    heights: Vec<OnceCell<Vec<i32>>>,
}

/// How a paragraph is broken into lines.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    text: &'a Shaped,
    align: Align,
    measure: Measure,
    /// The lines of the name beside it.
    name: usize,
}

impl<'a> Strip<'a> {
    /// Those of all elements of a galley, where a card holds `capacity` steps.
    pub(super) fn all(
        flow: &'a Flow,
        galley: &'a Galley,
        setting: &Setting,
        sentences: &Sentences,
        capacity: i32,
    ) -> Vec<Self> {
        let mut slugs =
            galley.slugs.chunk_by(|one, next| one.element == next.element).peekable();
        let elements = flow.elements.iter().enumerate();
        let strip = |(n, element): (usize, &'a Element)| {
            let own = |slugs: &&[Slug]| slugs[0].element == n;
            let slugs = slugs.next_if(own).unwrap_or_default();
            let before = slugs.first().map_or(0, |slug| slug.before);
            let mut strip = Self {
                pieces: Vec::new(),
                before,
                paragraph: None,
                lines: &[],
                capacity,
                grid: setting.lines(),
                is_tall: false,
                heights: Vec::new(),
            };
            if let Some((paragraph, lines)) = paragraph(flow, element, galley, n, setting)
            {
                strip.lines = lines;
                strip.paragraph = Some(paragraph);
                strip.is_tall = lines
                    .iter()
                    .any(|line| strip.grid.steps(line) != LineSteps::default());
                let beside = matches!(galley.set[n], SetBody::Named { .. });
                strip.cut(paragraph, sentences.starts(n, beside, paragraph.text));
            } else {
                strip.pieces = slugs.iter().copied().map(Piece::Slug).collect();
            }
            strip.heights.resize_with(strip.pieces.len(), OnceCell::new);
            strip
        };
        elements.map(strip).collect()
    }

    /// How high the pieces from `start` on are: one, two, and so on, as many as a card holds.
    pub(super) fn heights(&self, start: usize) -> &[i32] {
        self.heights[start].get_or_init(|| self.measured(start))
    }

    fn measured(&self, start: usize) -> Vec<i32> {
        let (mut heights, mut height) = (Vec::new(), self.top(start));
        let name = self.paragraph.filter(|_| start == 0);
        let least = name.map_or(0, |paragraph| paragraph.name as i32) * LINE;
        while let Some(piece) = self.pieces.get(start + heights.len()) {
            let more = match piece {
                Piece::Words(_) => self.counted(start, start + heights.len(), height),
                Piece::Line(line, _) => vec![self.grid.steps(line).height()],
                Piece::Slug(slug) => vec![slug.height],
            };
            let all = heights.len() + more.len();
            heights.extend(more.iter().map(|own| (height + own).max(least)));
            height += more.last().copied().unwrap_or(0);
            let fits = |height: &i32| *height <= self.capacity;
            heights.truncate(heights.iter().take_while(|height| fits(height)).count());
            if more.is_empty() || heights.len() < all {
                break;
            }
        }
        heights
    }

    /// How high words are from the piece `from` on, below lines so high, where a card begins with
    /// the piece `start`: one piece, two, and so on.
    fn counted(&self, start: usize, from: usize, height_above: i32) -> Vec<i32> {
        let Some(Paragraph { text, align, measure, .. }) = self.paragraph else {
            return Vec::new();
        };
        if self.pieces.len() == 1 {
            return vec![self.grid.height(self.lines)];
        }
        let words = self.pieces[from..].iter().map_while(|piece| match piece {
            Piece::Words(atoms) => Some(atoms),
            _ => None,
        });
        let mut words = words.peekable();
        let first = words.peek().map_or(0, |atoms| atoms.start);
        let most = ((self.capacity - height_above) / LINE).max(0) as usize;
        // However short they are, so many lines hold no more of them.
        let ends: Vec<usize> = words
            .take(most * 2 + 2)
            .map(|atoms| without_break(&text.atoms, atoms.clone()).end)
            .collect();
        let indent = if start == 0 && from == 0 { measure.first } else { Em::ZERO };
        let measure = Measure { first: indent, ..measure };
        if self.is_tall {
            let height = |end: &usize| {
                self.grid.height(&break_part(text, first..*end, measure, align))
            };
            let room = self.capacity - height_above;
            return ends
                .iter()
                .map(height)
                .take_while(|height| *height <= room)
                .collect();
        }
        let counts = count_lines(text, first, &ends, (measure, align), most);
        counts.into_iter().map(|lines| LINE * lines as i32).collect()
    }

    /// Whether a card holds all of it.
    pub(super) fn fits(&self) -> bool {
        self.pieces.is_empty() || self.heights(0).len() == self.pieces.len()
    }

    /// Whether it has other lines than the galley, if no card begins inside it.
    pub(super) fn is_broken_anew(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Line(..)))
    }

    /// The lines of a paragraph's pieces.
    pub(super) fn lines(&self, pieces: Range<usize>) -> Vec<Line> {
        if pieces.len() == self.pieces.len() && !self.is_broken_anew() {
            return self.lines.to_vec();
        }
        let first = pieces.start == 0;
        let (mut lines, mut words) = (Vec::new(), Words::default());
        for piece in &self.pieces[pieces] {
            match piece {
                Piece::Words(atoms) => words.add(atoms.clone()),
                Piece::Line(line, _) => {
                    lines.extend(self.broken(&words, first));
                    lines.push(line.clone());
                    words = Words { begun: true, ..Words::default() };
                }
                Piece::Slug(_) => {}
            }
        }
        lines.extend(self.broken(&words, first));
        lines
    }

    /// The steps that a card needs above what it begins with: the heads of a table.
    fn top(&self, start: usize) -> i32 {
        match self.pieces[start] {
            Piece::Slug(slug) => slug.top,
            _ => 0,
        }
    }

    fn broken(&self, words: &Words, first: bool) -> Vec<Line> {
        let Some(Paragraph { text, align, measure, .. }) = self.paragraph else {
            return Vec::new();
        };
        if words.atoms == (0..text.atoms.len()) {
            return self.lines.to_vec();
        }
        if words.atoms.is_empty() {
            return Vec::new();
        }
        let indented = first && !words.begun;
        let first = if indented { measure.first } else { Em::ZERO };
        let part = without_break(&text.atoms, words.atoms.clone());
        break_part(text, part, Measure { first, ..measure }, align)
    }

    /// Cuts a paragraph into its sentences.
    fn cut(&mut self, paragraph: Paragraph<'a>, starts: &[usize]) {
        let atoms = &paragraph.text.atoms;
        let line = paragraph.measure.width;
        let width = |range: Range<usize>| -> Em {
            atoms[range].iter().map(|atom| atom.width).sum()
        };
        let ends = starts.iter().copied().chain([atoms.len()]);
        let (mut piece, mut wide) = (0..0, Em::ZERO);
        for end in ends {
            let sentence = piece.end..end;
            let own = width(sentence.clone());
            // Sentences of a few words each stay together: where one ends in the middle of a
            // line, the next is as good a place to go on.
            if !piece.is_empty() && (wide >= line || own.scaled() >= line.scaled() * 2) {
                self.push(paragraph, piece);
                piece = sentence;
                wide = own;
            } else {
                piece.end = end;
                wide += own;
            }
        }
        self.push(paragraph, piece);
    }

    fn push(&mut self, paragraph: Paragraph<'a>, atoms: Range<usize>) {
        let first = self.pieces.is_empty();
        let wide: Em = paragraph.text.atoms[atoms.clone()].iter().map(|a| a.width).sum();
        let held = paragraph.measure.width.scaled() * i64::from(self.capacity / LINE);
        // Only what fills half of a card may be higher than it.
        if wide.scaled() * 2 > held {
            let words = Words { atoms: atoms.clone(), begun: false };
            let lines = self.broken(&words, first);
            if self.grid.height(&lines) > self.capacity {
                let lines = lines.into_iter().enumerate();
                return self.pieces.extend(lines.map(|(n, l)| Piece::Line(l, n == 0)));
            }
        }
        self.pieces.push(Piece::Words(atoms));
    }
}

/// Words in a row, and whether lines of the same paragraph stand before them.
#[derive(Default)]
struct Words {
    atoms: Range<usize>,
    begun: bool,
}

impl Words {
    fn add(&mut self, atoms: Range<usize>) {
        let start = if self.atoms.is_empty() { atoms.start } else { self.atoms.start };
        self.atoms = start..atoms.end;
    }
}

/// The break that the author asked for makes no empty line where the card ends.
fn without_break(atoms: &[Atom], part: Range<usize>) -> Range<usize> {
    let own = &atoms[part.clone()];
    let breaks = own.iter().rev().take_while(|atom| atom.kind == AtomKind::Break);
    let breaks = if part.end < atoms.len() { breaks.count() } else { 0 };
    part.start..part.end - breaks
}

/// How the text of an element is broken into lines, if it is a paragraph, and its lines.
fn paragraph<'a>(
    flow: &Flow,
    element: &'a Element,
    galley: &'a Galley,
    index: usize,
    setting: &Setting,
) -> Option<(Paragraph<'a>, &'a [Line])> {
    let measure = setting.measure_em();
    let width = flow.width(element, measure);
    let of = |text: &'a Shaped, align, first, name| {
        let measure = Measure { width, first };
        Paragraph { text: text.in_room(measure.least()), align, measure, name }
    };
    match (&galley.set[index], &element.body) {
        (SetBody::Text(lines), Body::Text { text, align, first }) => {
            Some((of(text, *align, *first, 0), lines))
        }
        (SetBody::Text(lines), Body::Named { joined, .. }) => {
            Some((of(joined, Align::Start, Em::ZERO, 0), lines))
        }
        (SetBody::Named { name, text: lines }, Body::Named { text, .. }) => {
            Some((of(text, Align::Start, Em::ZERO, name.len()), lines))
        }
        _ => None,
    }
}
