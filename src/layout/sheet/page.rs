//! Paints columns and heads on the pages of a sheet.

use crate::font::{FontSet, Style, Weight};
use crate::frame::{Frame, FrameItem, Page, Pages};
use crate::layout::columns::Column;
use crate::layout::flow::Flow;
use crate::layout::galley::{Galley, Setting};
use crate::layout::paint::{Painter, Pen};
use crate::text::{Format, Shaper, Span};
use crate::theme;
use crate::units::{Em, Length, Point};
use crate::words::Words;

use super::geometry::{Geometry, HEAD_PT};
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
        let said = shaper.words();
        let folios = folios(&measures, left_out, number + 1, pages.len(), said);
        let folio_first = layout.facing && number % 2 == 1;
        head(&mut frame, shaper, layout, page, Head { folios, folio_first });
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

/// `2/3`, and on the first page how much of a condensed guide is there: all of it first, then
/// what is said where there is less room.
fn folios(
    measures: &Measures,
    left_out: usize,
    number: usize,
    count: usize,
    said: &Words,
) -> Vec<String> {
    let folio = if count > 1 { format!("{number}/{count}") } else { String::new() };
    if (measures.omitted.is_empty() && left_out == 0) || number > 1 {
        return vec![if count == 1 { "1/1".to_owned() } else { folio }];
    }
    let (all, shown) = measures.words;
    let all = all + left_out;
    let questions = measures.questions.len();
    let words = said.words_shown(shown, all);
    let asked = said.questions_shown(questions, questions);
    let kept = [words.as_str(), asked.as_str()].join(" · ");
    let mut folios = [kept, words]
        .map(|kept| if folio.is_empty() { kept } else { format!("{kept}   {folio}") })
        .to_vec();
    folios.extend((!folio.is_empty()).then_some(folio));
    folios
}

/// What stands above the columns besides the title.
struct Head {
    /// What the folio says, and what it says where that takes more than half of the line.
    folios: Vec<String>,
    /// Whether it stands before the title.
    folio_first: bool,
}

/// The part of the line that the type size of the head is at most, so that a short title has
/// room; large print stays large.
const HEAD_PART: i64 = 24;

/// The title at the left, the folio at the right; or the other way round.
fn head(
    frame: &mut Frame,
    shaper: &mut Shaper<'_>,
    layout: &SheetLayout,
    page: &Geometry,
    Head { folios, folio_first }: Head,
) {
    let line = layout.paper.size().width - page.side * 2;
    let size = if layout.head_size > Length::pt(HEAD_PT) {
        layout.head_size
    } else {
        layout.head_size.min(line / HEAD_PART)
    };
    let fonts = shaper.fonts();
    let mirrored = shaper.direction().is_rtl();
    let pen = Pen { fonts, links: &[], size, color: None, furniture: true, mirrored };
    let bold = Style { weight: Weight::Bold, ..Style::default() };
    let title = Format { style: bold, ..Format::default() };
    let quiet =
        Format { color: theme::QUIET, scale: Em::thousandths(820), ..Format::default() };
    let folio_format =
        Format { style: bold, scale: Em::thousandths(820), ..Format::default() };
    let mut folios = folios
        .into_iter()
        .map(|text| shaper.shape(&[Span { text, format: folio_format }]));
    let Some(mut folio) = folios.next() else { return };
    let half = (line / 2).in_em(size);
    while folio.width() > half
        && let Some(shorter) = folios.next()
    {
        folio = shorter;
    }
    drop(folios);
    let folio_width = folio.width().at(size);
    let folio_x = if folio_first { Length::ZERO } else { line - folio_width };
    let mut words = vec![Span { text: layout.title.clone(), format: title }];
    if !layout.subtitle.is_empty() {
        words.push(Span { text: format!("   {}", layout.subtitle), format: quiet });
    }
    let words = shaper.shape(&words);
    // No letter reaches beyond the margin: ideographs are higher than capitals.
    let above = words.ink(fonts).0.max(folio.ink(fonts).0).max(Em::thousandths(720));
    let baseline = page.margin + above.at(size);
    let at = |x: Length| Point::new(page.side + x, baseline);
    pen.line(&folio, at(folio_x), frame);
    let room = line - folio_width - Em::ONE.at(size);
    let mut title = Frame::default();
    pen.shortened(&words, room.in_em(size), Point::default(), &mut title);
    let title_x = if folio_first { line - right_edge(&title) } else { Length::ZERO };
    frame.append(at(title_x), title);
}

/// How far the words in a frame reach to the right.
fn right_edge(frame: &Frame) -> Length {
    let edges = frame.items.iter().filter_map(|(at, item)| match item {
        FrameItem::Text(run) => Some(at.x + run.words_extent().1),
        _ => None,
    });
    edges.fold(Length::ZERO, Length::max)
}
