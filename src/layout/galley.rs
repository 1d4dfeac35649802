//! A flow set at a size and a measure: lines, and the slugs that columns are made of.
//!
//! Heights are whole steps of the page's grid, so that columns can end on one line and
//! baselines stand side by side.

use crate::text::{Atom, AtomKind, Shaped};
use crate::units::{Em, Length, Size};

use super::company::keep_company;
use super::flow::{BESIDE_GAP, Body, Element, FigureBox, Flow, cost};
use super::line_steps::{LineGrid, LineSteps};
use super::lines::{Align, Line, Measure, break_lines};
use super::slug::HALF;
use super::table::{SetTable, set_table};

pub(crate) use super::slug::{LINE, Slug, height_of};

/// A size and a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The body's type size.
    pub size: Length,
    /// From one baseline to the next.
    pub leading: Length,
    /// The width of the text in a column.
    pub measure: Length,
    /// Whether paragraphs are justified.
    pub justify: bool,
    /// Where little room is: the most half lines above anything but a section. Then heads that
    /// go on are as low as they can be, too, and only titles and sections stand off.
    pub gap: Option<i32>,
    /// No picture is higher.
    pub figure: Length,
    /// How high a column is.
    pub column: Length,
}

/// A flow set at a [`Setting`].
#[derive(Debug)]
pub struct Galley {
    /// What each element of the flow became.
    pub set: Vec<SetBody>,
    /// The slugs, in order.
    pub slugs: Vec<Slug>,
}

/// The lines of an element.
#[derive(Debug, Clone)]
pub enum SetBody {
    /// A paragraph's lines.
    Text(Vec<Line>),
    /// An item's name, and the text beside it.
    Named {
        /// The name's lines.
        name: Vec<Line>,
        /// The text's lines.
        text: Vec<Line>,
    },
    /// A paragraph put together of several.
    RunIn {
        /// Its text.
        text: Shaped,
        /// Its lines.
        lines: Vec<Line>,
        /// Whether the element's label still hangs before it.
        labelled: bool,
        /// How far to the left of the element's own text its lines begin.
        outdent: Outdent,
        /// How many of its lines are those of a title, which stay together.
        head: usize,
    },
    /// A title's lines; those of its label are the last ones, if they are apart.
    Title {
        /// Whether the label follows on the title's line.
        joined: bool,
        /// The title's lines.
        lines: Vec<Line>,
        /// The label's lines.
        label: Vec<Line>,
    },
    /// A section's name, in bars one below the other: one, unless it is higher than a
    /// column.
    Section(Vec<Vec<Line>>),
    /// Lines of code: which, and whether it begins there.
    Code(Vec<CodeLine>),
    /// A table.
    Table(SetTable),
    /// A picture, as large as this, in so many steps.
    Figure(Size, i32),
    /// A line across.
    Rule,
}

/// How far to the left of where it would a paragraph begins.
#[derive(Debug, Default, Clone, Copy)]
pub struct Outdent {
    /// The first line.
    pub first: Em,
    /// All others.
    pub others: Em,
}

/// A line of a code block, or what is left of one that was too long.
#[derive(Debug, Clone)]
pub struct CodeLine {
    /// Which line of the block.
    pub source: usize,
    /// Whether it is what was left.
    pub wrapped: bool,
    /// Its glyphs.
    pub line: Line,
}

/// A gap may grow by this part of itself, so that columns end together: more, and the same
/// kind of gap has another look in the next column.
const STRETCH: i32 = 4;
/// The height of a section's bar above that of its lines, and of the head above what goes
/// on from the column before: with either, baselines of all columns stand side by side.
const BAR: i32 = HALF;

impl Setting {
    /// From one step of the grid to the next.
    pub fn step(&self) -> Length {
        self.leading / i64::from(LINE)
    }

    /// The lines of its text.
    pub(crate) const fn lines(&self) -> LineGrid {
        LineGrid { size: self.size, leading: self.leading }
    }

    /// The steps that a column has.
    pub(crate) fn column_steps(&self) -> i32 {
        self.column.steps_down(self.step()) as i32
    }

    /// The width of the text, in parts of the type size.
    pub fn measure_em(&self) -> Em {
        self.measure.in_em(self.size)
    }
}

/// Sets a flow.
pub fn set(flow: &Flow, setting: &Setting) -> Galley {
    let set = set_bodies(flow, setting);
    let slugs = slugs(flow, setting, set.iter().enumerate());
    Galley { set, slugs }
}

/// Breaks every element into lines.
pub(crate) fn set_bodies(flow: &Flow, setting: &Setting) -> Vec<SetBody> {
    flow.elements.iter().map(|element| set_element(flow, element, setting)).collect()
}

/// The slugs of the elements that stand, in order.
pub(crate) fn slugs<'a>(
    flow: &Flow,
    setting: &Setting,
    bodies: impl Iterator<Item = (usize, &'a SetBody)>,
) -> Vec<Slug> {
    let mut all = Vec::new();
    let head = if setting.gap.is_some() { LINE } else { LINE + BAR };
    // The air below a table's last row is part of the gap that comes after it.
    let mut air_above = 0;
    for (index, body) in bodies {
        let element = &flow.elements[index];
        let top = if flow.running_head(element).is_some() { head } else { 0 };
        let gap = HALF * gap_above(element, setting);
        let before = if gap > 0 { gap - air_above } else { 0 };
        air_above = match body {
            SetBody::Table(table) => table.parts.last().map_or(0, |last| last.below),
            _ => 0,
        };
        let stretch = before / STRETCH;
        push_slugs(index, body, setting, &mut all, |slug| match slug.part {
            0 => Slug { before, stretch, cost: element.cost, top, ..slug },
            _ => Slug { top: slug.top + top, ..slug },
        });
    }
    keep_company(flow, &mut all);
    all
}

/// The half lines above an element.
fn gap_above(element: &Element, setting: &Setting) -> i32 {
    let Some(most) = setting.gap else { return element.before };
    match element.body {
        // However close everything stands, a section's bar keeps off what is above it.
        Body::Section { .. } => element.before.min(most.max(1)),
        _ if element.before < LINE / HALF => 0,
        _ => element.before.min(most),
    }
}

fn set_element(flow: &Flow, element: &Element, setting: &Setting) -> SetBody {
    let measure = setting.measure_em();
    let indent = flow.indent(element, measure);
    let width = flow.width(element, measure);
    match &element.body {
        Body::Text { text, align, first } => {
            let align = match align {
                Align::Start if setting.justify => Align::Justify,
                align => *align,
            };
            SetBody::Text(break_lines(text, Measure { width, first: *first }, align))
        }
        Body::Named { name, text, .. } if flow.beside && element.beside.is_some() => {
            let room = (indent - element.indent - BESIDE_GAP).max(Em::ONE);
            let name = break_lines(name, room, Align::Start);
            SetBody::Named { name, text: break_lines(text, width, Align::Start) }
        }
        Body::Named { joined, .. } => {
            let align = if setting.justify { Align::Justify } else { Align::Start };
            SetBody::Text(break_lines(joined, width, align))
        }
        Body::Title { joined, text, label } => {
            title(joined.as_ref(), text, label.as_ref(), width)
        }
        Body::Section { name, range } => {
            let room = (width - SECTION_TAG - range.width() - Em::thousandths(1000))
                .max(Em::ONE);
            bars_of(&break_lines(name, room, Align::Start), setting)
        }
        Body::Code { lines, .. } => SetBody::Code(code(lines, width)),
        Body::Table(table) => {
            let air = if setting.gap.is_none() { AIR_OF_ROW } else { 0 };
            SetBody::Table(set_table(table, width, air, setting.lines()))
        }
        Body::Figure(figure) => figure_in(figure, width, setting),
        Body::Rule => SetBody::Rule,
    }
}

/// The steps that a row of a table leaves free above and below its text together, where there is
/// room: letters that fill their line, as ideographs do, would stand on the rule.
const AIR_OF_ROW: i32 = 2;
/// The steps that a picture leaves free above and below it together.
const AIR: i32 = HALF;
/// The room for a section's number before its name.
pub(crate) const SECTION_TAG: Em = Em::thousandths(2900);
/// The room for the sign before what is left of a line of code.
pub(crate) const TURN: Em = Em::thousandths(1100);

/// A section's lines, in bars of which none is higher than a column.
fn bars_of(lines: &[Line], setting: &Setting) -> SetBody {
    let most = ((setting.column_steps() - BAR) / LINE).max(1) as usize;
    SetBody::Section(lines.chunks(most).map(<[Line]>::to_vec).collect())
}

/// A picture as large as it is, as the column is wide, and as it may be high, with a half
/// line of air.
fn figure_in(figure: &FigureBox, width: Em, setting: &Setting) -> SetBody {
    let step = setting.step();
    let most = (setting.figure.steps_down(step) - i64::from(AIR)).max(i64::from(LINE));
    let room = Size::new(width.at(setting.size), step * most);
    let size = match figure.share {
        Some(share) => {
            let wide = room.width.fraction(i64::from(share), 100);
            figure.natural.as_wide_as(wide).within(room)
        }
        None => figure.natural.within(room),
    };
    // Rounded up, and no less than the line that a label beside it needs.
    let steps = (-(-size.height).steps_down(step)).max(i64::from(LINE)) as i32;
    SetBody::Figure(size, steps + AIR)
}

/// The label goes on the title's line if no line is added by that.
fn title(
    joined: Option<&Shaped>,
    text: &Shaped,
    label: Option<&Shaped>,
    width: Em,
) -> SetBody {
    let lines = break_lines(text, width, Align::Start);
    if let Some(joined) = joined {
        let together = break_lines(joined, width, Align::Start);
        if together.len() == lines.len() {
            return SetBody::Title { joined: true, lines: together, label: Vec::new() };
        }
    }
    let label =
        label.map_or_else(Vec::new, |label| break_lines(label, width, Align::Start));
    SetBody::Title { joined: false, lines, label }
}

fn code(lines: &[Shaped], width: Em) -> Vec<CodeLine> {
    let broken = lines.iter().enumerate().flat_map(|(source, line)| {
        // What is left of a line stands below its beginning, behind a sign.
        let inner = (width - TURN - lead_of(line, width)).max(Em::ONE);
        let measure = Measure { width: inner, first: inner - width };
        break_lines(line, measure, Align::Start)
            .into_iter()
            .enumerate()
            .map(move |(n, line)| CodeLine { source, wrapped: n > 0, line })
    });
    broken.collect()
}

/// How far in a line of code begins, as far as there is room to begin what is left of it
/// there too.
pub(crate) fn lead_of(line: &Shaped, width: Em) -> Em {
    let space = |atom: &&Atom| matches!(atom.kind, AtomKind::Space { .. });
    let lead: Em = line.atoms.iter().take_while(space).map(|atom| atom.width).sum();
    if lead.scaled() * 3 < width.scaled() { lead } else { Em::ZERO }
}

/// The steps of a line of a name and the line of text beside it.
pub(super) fn steps_beside(
    grid: LineGrid,
    name: &[Line],
    text: &[Line],
    part: usize,
) -> LineSteps {
    let steps = |lines: &[Line]| {
        lines.get(part).map_or_else(LineSteps::default, |line| grid.steps(line))
    };
    steps(name).beside(steps(text))
}

fn push_slugs(
    element: usize,
    body: &SetBody,
    setting: &Setting,
    slugs: &mut Vec<Slug>,
    finish: impl Fn(Slug) -> Slug,
) {
    let mut push = |part, height, cost, top| {
        let (before, stretch) = (0, 0);
        slugs.push(finish(Slug { element, part, height, before, cost, top, stretch }));
    };
    let grid = setting.lines();
    match body {
        SetBody::Text(lines) | SetBody::RunIn { lines, .. } => {
            let head = if let SetBody::RunIn { head, .. } = body { *head } else { 0 };
            for part in 0..lines.len() {
                // Neither an orphan, a first line alone at the foot of a column, nor a widow,
                // a last line alone at the head of one.
                let alone = part == 1 || part + 1 == lines.len();
                // A word divided between two columns is found by no search.
                let divided = part > 0 && lines[part - 1].hyphen.is_some();
                let cost = match part {
                    _ if part < head => cost::NEVER,
                    _ if alone || divided => cost::LONE,
                    _ => cost::LINE,
                };
                push(part, grid.steps(&lines[part]).height(), cost, 0);
            }
        }
        SetBody::Named { name, text } => {
            // The lines of a name stay together.
            for part in 0..name.len().max(text.len()) {
                let cost = if part < name.len() { cost::NEVER } else { cost::LINE };
                push(part, steps_beside(grid, name, text, part).height(), cost, 0);
            }
        }
        SetBody::Title { lines, label, .. } => {
            for (part, line) in lines.iter().chain(label).enumerate() {
                push(part, grid.steps(line).height(), cost::NEVER, 0);
            }
        }
        SetBody::Section(bars) => {
            for (part, lines) in bars.iter().enumerate() {
                push(part, LINE * lines.len() as i32 + BAR, cost::NEVER, 0);
            }
        }
        SetBody::Code(lines) => {
            for (part, code) in lines.iter().enumerate() {
                let blank = code.line.width == Em::ZERO;
                // A short block stays whole.
                let whole = code.wrapped || lines.len() < 8;
                let cost = match whole {
                    true => cost::LINE * 4,
                    false if blank => cost::LINE / 2,
                    false => cost::LINE,
                };
                push(part, LINE, cost, 0);
            }
        }
        SetBody::Table(table) => {
            let heads = table.head_height();
            let rows = table.rows_of_parts();
            let last = rows.last().map_or(0, |row| row.number);
            for (part, (own, row)) in table.parts.iter().zip(&rows).enumerate() {
                // No row alone above a column's end or below the head at the top of one.
                let alone = row.number < 3 || row.number == last;
                let fits = row.height + heads + LINE + BAR <= setting.column_steps();
                let cost = match part {
                    part if part <= table.head_parts => cost::NEVER,
                    // A record stays whole, unless no column holds it.
                    _ if !row.begins && table.in_records && fits => cost::NEVER,
                    _ if !row.begins => cost::LINE,
                    _ if alone => cost::LONE,
                    _ => cost::ITEM,
                };
                let top = if part < table.head_parts { 0 } else { heads };
                push(part, own.height(), cost, top);
            }
        }
        SetBody::Figure(_, steps) => push(0, *steps, cost::BLOCK, 0),
        SetBody::Rule => push(0, LINE, cost::NEVER, 0),
    }
}
