//! Cheat sheets: a flow in columns on pages.
//!
//! The size is chosen, not given: the largest comfortable one that needs no more pages
//! than the smallest comfortable one, so that the last page is as full as it can be.

use crate::font::{FontSet, Style, Weight};
use crate::frame::{Frame, Page, Pages};
use crate::paper::Paper;
use crate::text::{Format, Shaper, Span};
use crate::theme;
use crate::units::{Em, Length, Point};

use super::columns::{Column, balance, fill, justify};
use super::flow::Flow;
use super::galley::{Galley, Setting, set};
use super::paint::{Painter, Pen, Spine};

/// How a sheet is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetLayout {
    /// The paper, turned as it is to be read.
    pub paper: Paper,
    /// How many columns; by the width of the page where none is given.
    pub columns: Option<usize>,
    /// The smallest and the largest x-height that the size is chosen from.
    pub x_height: (Length, Length),
    /// Whether paragraphs are justified.
    pub justify: bool,
    /// The head of each page: the title, and what stands beside it.
    pub title: String,
    /// Beside the title, quieter.
    pub subtitle: String,
}

/// A sheet laid out, and its measures.
#[derive(Debug)]
pub struct Sheet {
    /// The pages.
    pub pages: Pages,
    /// Columns a page.
    pub columns: usize,
    /// The type size of the body.
    pub size: Length,
}

/// Why a sheet cannot be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a line of text needs more room than the paper has")]
pub struct TooSmall;

/// From the paper's edge to what is printed: home printers do not reach the outer 5 mm.
const MARGIN_MM: f64 = 7.0;
/// From a column to the next one's bar.
const GUTTER_MM: f64 = 3.2;
const SPINE_MM: f64 = 0.9;
const SPINE_GAP_MM: f64 = 1.4;
/// The width of text that the number of columns is chosen for: 60 to 65 characters of the
/// text face, which hanging labels and ragged ends bring down to about 50.
const MEASURE: Em = Em::thousandths(23_500);
/// The finest difference of sizes that is tried.
const SIZE_STEP: f64 = 0.1;

/// Lays a flow out on pages.
pub fn lay_out(
    flow: Flow,
    fonts: &FontSet,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
) -> Result<Sheet, TooSmall> {
    let face = fonts.face(fonts.styled(Style::default()));
    let size_of = |x_height: Length| {
        Length::from_scaled(
            x_height.in_em(Length::from_scaled(face.x_height().scaled())).scaled(),
        )
    };
    let (least, most) = (size_of(layout.x_height.0), size_of(layout.x_height.1));
    let page = Geometry::new(layout, least);
    let mut best = Attempt::new(&flow, layout, &page, least)?;
    let needed = best.pages.len();
    // Larger sizes never need fewer pages: the largest that does not need more is found
    // by halving.
    let (mut low, mut high) = (0, ((most - least).to_pt() / SIZE_STEP) as i64 + 1);
    while high - low > 1 {
        let middle = low.midpoint(high);
        let size = least + Length::pt(SIZE_STEP * middle as f64);
        match Attempt::new(&flow, layout, &page, size) {
            Ok(attempt) if attempt.pages.len() <= needed => {
                best = attempt;
                low = middle;
            }
            _ => high = middle,
        }
    }
    Ok(best.paint(flow, fonts, shaper, layout, &page))
}

/// Where things are on a page.
struct Geometry {
    margin: Length,
    head: Length,
    columns: usize,
    column: Length,
    gutter: Length,
    body_height: Length,
    spine: Spine,
}

impl Geometry {
    fn new(layout: &SheetLayout, size: Length) -> Self {
        let paper = layout.paper.size();
        let margin = Length::mm(MARGIN_MM).min(paper.width / 12);
        let gutter = Length::mm(GUTTER_MM);
        let spine =
            Spine { thickness: Length::mm(SPINE_MM), gap: Length::mm(SPINE_GAP_MM) };
        let head = Length::mm(7.0);
        let room = paper.width - margin * 2 + gutter;
        let wanted = MEASURE.at(size) + spine.width() + gutter;
        let by_width = (room + wanted / 2).scaled() / wanted.scaled();
        let columns = layout.columns.unwrap_or(by_width.max(1) as usize);
        let column = room / columns as i64 - gutter;
        let body_height = paper.height - margin * 2 - head;
        Self { margin, head, columns, column, gutter, body_height, spine }
    }

    fn column_x(&self, column: usize) -> Length {
        self.margin + (self.column + self.gutter) * column as i64
    }
}

/// A flow at one size, in columns.
struct Attempt {
    setting: Setting,
    galley: Galley,
    pages: Vec<Vec<Column>>,
}

impl Attempt {
    fn new(
        flow: &Flow,
        layout: &SheetLayout,
        page: &Geometry,
        size: Length,
    ) -> Result<Self, TooSmall> {
        let measure = page.column - page.spine.width();
        let leading = theme::LEADING.at(size);
        let setting = Setting { size, leading, measure, justify: layout.justify };
        let capacity = page.body_height.steps_down(setting.step()) as i32;
        if measure < Em::thousandths(4_000).at(size) || capacity < 4 {
            return Err(TooSmall);
        }
        let galley = set(flow, &setting);
        let pages = paginate(&galley, page.columns, capacity);
        Ok(Self { setting, galley, pages })
    }

    fn paint(
        self,
        flow: Flow,
        fonts: &FontSet,
        shaper: &mut Shaper<'_>,
        layout: &SheetLayout,
        page: &Geometry,
    ) -> Sheet {
        let Self { setting, galley, pages } = self;
        let painter = Painter {
            flow: &flow,
            galley: &galley,
            setting: &setting,
            fonts,
            spine: page.spine,
        };
        let count = pages.len();
        let mut made = Pages::default();
        for (number, columns) in pages.iter().enumerate() {
            let mut frame = Frame::new(layout.paper.size());
            head(&mut frame, shaper, layout, page, (number + 1, count));
            for (n, column) in columns.iter().enumerate() {
                let at = Point::new(page.column_x(n), page.margin + page.head);
                painter.column(column, at, &mut frame);
            }
            made.pages.push(Page { frame });
        }
        made.outline.clone_from(&flow.bookmarks);
        made.structure = flow.structure;
        Sheet { pages: made, columns: page.columns, size: setting.size }
    }
}

/// Full pages, then a last one whose columns end together.
fn paginate(galley: &Galley, per_page: usize, capacity: i32) -> Vec<Vec<Column>> {
    let pieces = &galley.pieces;
    let mut columns = fill(pieces, capacity);
    let last = columns.len().saturating_sub(1) / per_page * per_page;
    let start = columns.get(last).map_or(pieces.len(), |column| column.pieces.start);
    let mut tail = columns.split_off(last);
    for column in &mut columns {
        justify(pieces, column, capacity);
    }
    if let Some((balanced, height)) = balance(&pieces[start..], per_page, capacity) {
        tail = balanced;
        for column in &mut tail {
            justify(&pieces[start..], column, height);
            column.pieces = column.pieces.start + start..column.pieces.end + start;
            for (piece, _) in &mut column.added {
                *piece += start;
            }
        }
    }
    columns.append(&mut tail);
    columns.chunks(per_page).map(<[Column]>::to_vec).collect()
}

/// The title at the left, the folio at the right.
fn head(
    frame: &mut Frame,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
    page: &Geometry,
    (number, count): (usize, usize),
) {
    let size = Length::pt(10.5);
    let fonts = shaper.fonts();
    let pen = Pen { fonts, links: &[], size, color: None, furniture: true };
    let bold = Style { weight: Weight::Bold, ..Style::default() };
    let title = Format { style: bold, ..Format::default() };
    let quiet =
        Format { color: theme::QUIET, scale: Em::thousandths(820), ..Format::default() };
    let folio_format =
        Format { style: bold, scale: Em::thousandths(820), ..Format::default() };
    let folio = Span { text: format!("{number}/{count}"), format: folio_format };
    let folio = shaper.shape(&[folio]);
    let right = layout.paper.size().width - page.margin;
    let baseline = page.margin + Em::thousandths(720).at(size);
    let folio_x = right - folio.width().at(size);
    pen.line(&folio, Point::new(folio_x, baseline), frame);
    let mut words = vec![Span { text: layout.title.clone(), format: title }];
    if !layout.subtitle.is_empty() {
        words.push(Span { text: format!("   {}", layout.subtitle), format: quiet });
    }
    let words = shaper.shape(&words);
    let room = (folio_x - page.margin - Em::ONE.at(size)).in_em(size);
    pen.shortened(&words, room, Point::new(page.margin, baseline), frame);
}
