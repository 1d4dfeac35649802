//! A page: where columns and the head stand, and how they get there.

use crate::font::{FontSet, Style, Weight};
use crate::frame::{Frame, Page, Pages};
use crate::layout::columns::Column;
use crate::layout::flow::Flow;
use crate::layout::galley::{Galley, Setting};
use crate::layout::paint::{Painter, Pen, Spine};
use crate::text::{Format, Shaper, Span};
use crate::theme;
use crate::units::{Em, Length, Point};

use super::measure::{Left, Measures};
use super::{Sheet, SheetLayout};

/// How much room a page leaves to itself, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    /// From the paper's edge to what is printed: home printers do not reach the outer 5.
    margin: f64,
    /// The head, with the room below it.
    head: f64,
    /// From a column to the next one's bar.
    gutter: f64,
    /// The bar of a section, and from it to the text.
    spine: (f64, f64),
}

/// Room to breathe.
pub(super) const CALM: Spread =
    Spread { margin: 7.0, head: 7.0, gutter: 3.2, spine: (0.9, 1.4) };
/// No more room than it takes to tell things apart.
pub(super) const TIGHT: Spread =
    Spread { margin: 5.0, head: 4.8, gutter: 2.2, spine: (0.9, 1.3) };

/// The width of text that the number of columns is chosen for: 60 to 65 characters of the
/// text face, which hanging labels and ragged ends bring down to about 50.
const MEASURE: Em = Em::thousandths(23_500);

/// Where things are on a page.
pub(super) struct Geometry {
    margin: Length,
    head: Length,
    pub(super) columns: usize,
    column: Length,
    gutter: Length,
    pub(super) body_height: Length,
    spine: Spine,
}

impl Geometry {
    /// A page of so many columns.
    pub(super) fn new(layout: &SheetLayout, spread: Spread, columns: usize) -> Self {
        let paper = layout.paper.size();
        let margin = Length::mm(spread.margin).min(paper.width / 12);
        let (gutter, head) = (Length::mm(spread.gutter), Length::mm(spread.head));
        let (thickness, gap) = spread.spine;
        let spine = Spine { thickness: Length::mm(thickness), gap: Length::mm(gap) };
        let room = paper.width - margin * 2 + gutter;
        let column = room / columns as i64 - gutter;
        let body_height = paper.height - margin * 2 - head;
        Self { margin, head, columns, column, gutter, body_height, spine }
    }

    /// The number of columns that makes lines of a good length at a size.
    pub(super) fn columns_for(
        layout: &SheetLayout,
        spread: Spread,
        size: Length,
    ) -> usize {
        let one = Self::new(layout, spread, 1);
        let room = one.column + one.gutter;
        let wanted = MEASURE.at(size) + one.spine.width() + one.gutter;
        ((room + wanted / 2).scaled() / wanted.scaled()).max(1) as usize
    }

    /// The width of the text in a column.
    pub(super) fn measure(&self) -> Length {
        self.column - self.spine.width()
    }

    fn column_x(&self, column: usize) -> Length {
        self.margin + (self.column + self.gutter) * column as i64
    }
}

/// Paints columns on pages. Where something was left out, the head of a single page says
/// how much is there.
pub(super) fn paint(
    flow: Flow,
    left: Vec<Left>,
    (galley, setting, pages): (&Galley, &Setting, &[Vec<Column>]),
    fonts: &FontSet,
    shaper: &mut Shaper<'_>,
    (layout, page): (&SheetLayout, &Geometry),
) -> Sheet {
    let measures = Measures::of(&flow, left, (setting, page, pages));
    let painter = Painter::new(&flow, (galley, setting), fonts, page.spine);
    let mut made = Pages::default();
    for (number, columns) in pages.iter().enumerate() {
        let mut frame = Frame::new(layout.paper.size());
        let folio = folio(&measures, number + 1, pages.len());
        head(&mut frame, shaper, layout, page, &folio);
        for (n, column) in columns.iter().enumerate() {
            let at = Point::new(page.column_x(n), page.margin + page.head);
            painter.column(column, at, &mut frame);
        }
        if flow.direction.is_rtl() {
            frame.mirror_all();
        }
        made.pages.push(Page { frame });
    }
    made.outline.clone_from(&flow.bookmarks);
    made.structure = flow.structure;
    Sheet { pages: made, columns: page.columns, size: setting.size, measures }
}

/// `2/3`, and on the first page how much of a condensed guide is there.
fn folio(measures: &Measures, number: usize, count: usize) -> String {
    let folio = if count > 1 { format!("{number}/{count}") } else { String::new() };
    if measures.left.is_empty() || number > 1 {
        return if count == 1 { "1/1".to_owned() } else { folio };
    }
    let (all, shown) = measures.words;
    let questions = measures.questions.len();
    let kept = format!("{shown} of {all} words · {questions} of {questions} questions");
    if folio.is_empty() { kept } else { format!("{kept}   {folio}") }
}

/// The title at the left, the folio at the right.
fn head(
    frame: &mut Frame,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
    page: &Geometry,
    folio: &str,
) {
    let size = Length::pt(10.5);
    let fonts = shaper.fonts();
    let mirrored = shaper.direction().is_rtl();
    let pen = Pen { fonts, links: &[], size, color: None, furniture: true, mirrored };
    let bold = Style { weight: Weight::Bold, ..Style::default() };
    let title = Format { style: bold, ..Format::default() };
    let quiet =
        Format { color: theme::QUIET, scale: Em::thousandths(820), ..Format::default() };
    let folio_format =
        Format { style: bold, scale: Em::thousandths(820), ..Format::default() };
    let folio = Span { text: folio.to_owned(), format: folio_format };
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
