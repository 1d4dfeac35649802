//! The cheat sheet.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Remedy, Result};
use crate::document::Document;
use crate::font::FontSet;
use crate::layout::build::sheet_flow;
use crate::layout::sheet::{SheetLayout, fit, lay_out};
use crate::paper::Paper;
use crate::pictures::Pictures;
use crate::render::pdf::pdf;
use crate::text::Shaper;
use crate::theme::Inks;
use crate::units::Length;

use super::cover::cover;
use super::pictures::unprinted;
use super::report::SheetReport;
use super::shortage::too_much;
use super::{Made, ink, pdf_options, title};

/// How a cheat sheet is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetOptions {
    /// The paper, turned as it is to be read.
    pub paper: Paper,
    /// How many columns; by the width of the paper where none is given.
    pub columns: Option<usize>,
    /// The floor for the height of small letters.
    pub min_x_height: Length,
    /// Whether paragraphs are set flush at both sides.
    pub justify: bool,
    /// How many pages there may be; as many as it takes where none is given.
    pub pages: Option<usize>,
    /// The pictures that the document shows.
    pub pictures: Pictures,
    /// What the printer prints with.
    pub inks: Inks,
    /// When it was made, `YYYY-MM-DD`, where the guide bears no date of its own.
    pub date: Option<String>,
}

impl Default for SheetOptions {
    fn default() -> Self {
        Self {
            paper: Paper::a4().landscape(),
            columns: None,
            min_x_height: Length::mm(1.2),
            justify: false,
            pages: None,
            pictures: Pictures::default(),
            inks: Inks::default(),
            date: None,
        }
    }
}

/// The x-heights that are comfortable at reading distance (Legge and Bigelow, 2011: fluent
/// reading at 40 cm begins at about 1.4 mm).
const COMFORTABLE_MM: (f64, f64) = (1.4, 1.8);

/// The largest x-height of a sheet whose number of pages is given: even a question of thirty
/// words fills its page, to be read from across the room.
const ROOMY_MM: f64 = 10.0;

/// Makes a PDF of the document in columns.
pub fn cheat_sheet(
    document: &Document,
    fonts: &mut FontSet,
    options: &SheetOptions,
) -> Result<Made> {
    let pictures = &options.pictures;
    let mut diagnostics = cover(document, fonts);
    diagnostics.extend(unprinted(document, pictures));
    let mut shaper = Shaper::new(fonts, &document.meta.language);
    let flow = sheet_flow(document, pictures, &mut shaper, options.pages.is_some());
    let layout = layout(document, options);
    let mut sheet = match options.pages {
        Some(pages) => {
            let most = Length::mm(ROOMY_MM).max(options.min_x_height);
            let layout = SheetLayout { x_height: (options.min_x_height, most), ..layout };
            let Some(sheet) = fit(flow, fonts, &mut shaper, &layout, pages) else {
                return Err(too_much((document, pictures), fonts, &layout, pages));
            };
            sheet
        }
        None => lay_out(flow, fonts, &mut shaper, &layout)
            .map_err(|error| too_small(&error, options))?,
    };
    ink(&mut sheet.pages, pictures, options.inks);
    let places =
        sheet.pages.places().into_iter().map(|(id, page)| (id, page + 1)).collect();
    let bytes =
        pdf(&sheet.pages, fonts, &pdf_options(&document.meta, options.date.as_deref()))?;
    let report = SheetReport::of(document, fonts, &sheet, options);
    diagnostics.extend(small_type(&report));
    let pages = Some(report.pages);
    Ok(Made {
        bytes,
        pages,
        diagnostics,
        report: Some(report),
        places,
        ..Made::default()
    })
}

fn layout(document: &Document, options: &SheetOptions) -> SheetLayout {
    let [least, most] = <[f64; 2]>::from(COMFORTABLE_MM).map(Length::mm);
    let least = least.max(options.min_x_height);
    SheetLayout {
        paper: options.paper,
        columns: options.columns,
        x_height: (least, most.max(least)),
        justify: options.justify,
        title: title(&document.meta).to_owned(),
        subtitle: document.meta.subtitle.clone().unwrap_or_default(),
    }
}

/// A warning where small letters are lower than print on food labels may be (Regulation
/// (EU) 1169/2011, annex IV: 1.2 mm).
fn small_type(report: &SheetReport) -> Option<Diagnostic> {
    let height = report.x_height_mm;
    (height < 1.195).then(|| {
        let message =
            format!("small letters are {height:.2} mm high: few read that easily");
        Diagnostic::warning(DiagnosticKind::SmallType, message).hint(Remedy::LargerType)
    })
}

fn too_small(error: &impl ToString, options: &SheetOptions) -> Error {
    let hint = match options.columns {
        Some(columns) if columns > 1 => "ask for fewer columns, or for larger paper",
        _ => "use larger paper",
    };
    Error::Fit { message: error.to_string(), hint: Some(hint.into()) }
}
