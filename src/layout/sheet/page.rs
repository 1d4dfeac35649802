//! Paints columns and heads on the pages of a sheet.

use crate::font::{FontSet, Style, Weight};
use crate::frame::{Frame, Page, Pages};
use crate::layout::columns::Column;
use crate::layout::flow::Flow;
use crate::layout::galley::{Galley, Setting};
use crate::layout::paint::{Painter, Pen};
use crate::text::{Format, Shaper, Span};
use crate::theme;
use crate::units::{Em, Length, Point};
use crate::words::Words;

use super::geometry::Geometry;
use super::measure::{Measures, Omitted};
use super::options::SheetLayout;

/// A sheet laid out, and its measures.
#[derive(Debug)]
pub struct Sheet {
    /// The pages.
    pub pages: Pages,
    /// Columns a page.
    pub columns: usize,
    /// The type size of the body.
    pub size: Length,
    /// What it holds, and how full it is.
    pub measures: Measures,
}

/// A galley, and how it stands in columns on pages.
#[derive(Clone, Copy)]
pub(super) struct PagedGalley<'a> {
    pub(super) galley: &'a Galley,
    pub(super) setting: &'a Setting,
    /// The columns of each page.
    pub(super) pages: &'a [Vec<Column>],
    /// The words that were left out before there was a flow.
    pub(super) left_out: usize,
}

/// Paints columns on pages. Where something was left out, the head of a single page says
/// how much is there.
pub(super) fn paint(
    flow: Flow,
    omitted: Vec<Omitted>,
    set: PagedGalley<'_>,
    fonts: &FontSet,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
    page: &Geometry,
) -> Sheet {
    let PagedGalley { galley, setting, pages, left_out } = set;
    let measures = Measures::of(&flow, omitted, setting, page, pages);
    let painter = Painter::new(&flow, galley, setting, fonts, page.spine);
    let mut made = Pages::default();
    for (number, columns) in pages.iter().enumerate() {
        let mut frame = Frame::new(layout.paper.size());
        let folio = folio(&measures, left_out, number + 1, pages.len(), shaper.words());
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
fn folio(
    measures: &Measures,
    left_out: usize,
    number: usize,
    count: usize,
    said: &Words,
) -> String {
    let folio = if count > 1 { format!("{number}/{count}") } else { String::new() };
    if (measures.omitted.is_empty() && left_out == 0) || number > 1 {
        return if count == 1 { "1/1".to_owned() } else { folio };
    }
    let (all, shown) = measures.words;
    let all = all + left_out;
    let questions = measures.questions.len();
    let kept = [said.words_shown(shown, all), said.questions_shown(questions, questions)]
        .join(" · ");
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
