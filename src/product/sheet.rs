//! The cheat sheet.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Error, Remedy, Result};
use crate::document::Document;
use crate::font::FontSet;
use crate::impose::Folding;
use crate::layout::build::sheet_flow;
use crate::layout::sheet::{SheetLayout, lay_out};
use crate::render::pdf::pdf;
use crate::text::Shaper;
use crate::units::Length;
use crate::words::Words;

use super::coverage::coverage;
use super::fitted::{Fitted, Fitter};
use super::folded::{fold, thick};
use super::inks::print_in;
use super::large_print::{self, floor};
use super::metadata::{pdf_options, sheet_print_hints, title};
use super::missing;
use super::options::SheetOptions;
use super::pictures::unprinted;
use super::placed::all_on_paper;
use super::report::SheetReport;

/// A finished cheat sheet.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CheatSheet {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has: where they are folded, how many sides its sheets have.
    pub pages: usize,
    /// On which page the ids of the guide stand, counted from 1; not on which side of a
    /// sheet that is folded.
    pub places: BTreeMap<String, usize>,
    /// What it holds and how it came out.
    pub report: SheetReport,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// The x-heights that are comfortable at reading distance (Legge and Bigelow, 2011: fluent
/// reading at 40 cm begins at about 1.4 mm).
const COMFORTABLE_MM: (f64, f64) = (1.4, 1.8);

/// The largest x-height of a sheet whose number of pages is given, that of about 14 points: a page
/// with few words on it need not be full.
const ROOMY_MM: f64 = 2.6;

/// Makes a PDF of the document in columns.
///
/// # Errors
///
/// [`Error::Guide`] if the document says nothing, [`Error::Pages`] or [`Error::Fit`] if it does
/// not fit, [`Error::Missing`] if a part of it was lost on the way.
pub fn cheat_sheet(
    document: &Document,
    fonts: &mut FontSet,
    options: &SheetOptions,
) -> Result<CheatSheet> {
    let pictures = &options.pictures;
    let mut asked = missing::asked_of_sheet(document, pictures);
    if !missing::shows(&asked) {
        return Err(nothing(document));
    }
    let mut diagnostics = coverage(document, fonts, &own_words(document, options));
    diagnostics.extend(unprinted(document, pictures));
    let Fitted { mut sheet, condensed, omissions } = laid_out(document, fonts, options)?;
    all_on_paper(&sheet.pages)?;
    let places =
        sheet.pages.places().into_iter().map(|(id, page)| (id, page + 1)).collect();
    let mut report = SheetReport::of(document, fonts, &sheet, options);
    report.folded = fold(document, &mut sheet.pages, options);
    if let Some(condensed) = condensed {
        asked = missing::asked_of_sheet(&condensed, pictures);
    }
    missing::none_on_sheet(&asked, &sheet)?;
    print_in(&mut sheet.pages, pictures, &options.theme, options.inks);
    let mut meta = pdf_options(&document.meta, options.date.as_deref());
    meta.print = sheet_print_hints(options);
    let bytes = pdf(&sheet.pages, fonts, &meta)?;
    report.add_omissions(document, &omissions);
    diagnostics.extend(small_type(&report));
    diagnostics.extend(thick(report.folded));
    let pages = sheet.pages.pages.len();
    Ok(CheatSheet { bytes, pages, places, report, diagnostics })
}

/// The pages, before they are put on sheets that are folded.
fn laid_out(
    document: &Document,
    fonts: &FontSet,
    options: &SheetOptions,
) -> Result<Fitted> {
    let layout = layout(document, fonts, options);
    let Some(pages) = options.most_pages() else {
        return whole(document, fonts, &layout, options);
    };
    // A page that is given is filled; pages of a booklet may stay empty, and have type that
    // is read in the hand.
    let folded = options.folding != Folding::Flat;
    if folded
        && let Ok(fitted) = whole(document, fonts, &layout, options)
        && fitted.sheet.pages.pages.len() <= pages
    {
        return Ok(fitted);
    }
    let enough = folded || options.large_print;
    let most = if enough { layout.x_height.1 } else { Length::mm(ROOMY_MM) };
    let floor = floor(fonts, options);
    let x_height = (floor, most.max(floor));
    let layout = &SheetLayout { x_height, ..layout };
    Fitter { document, fonts, layout, pages, options }.fitted()
}

/// All of the document, on as many pages as it takes.
fn whole(
    document: &Document,
    fonts: &FontSet,
    layout: &SheetLayout,
    options: &SheetOptions,
) -> Result<Fitted> {
    let mut shaper = Shaper::new(fonts, &document.meta.language)
        .with_code_colours(options.theme.code_colours);
    let flow = sheet_flow(document, &options.pictures, &mut shaper, false);
    let sheet = lay_out(flow, fonts, &mut shaper, layout)
        .map_err(|error| too_small(&error, options))?;
    Ok(Fitted::whole(sheet))
}

/// What the head of a page may say besides the guide's words.
fn own_words(document: &Document, options: &SheetOptions) -> Vec<String> {
    let words = Words::of(&document.meta.language);
    let mut own = vec![title(&document.meta).to_owned()];
    if options.most_pages().is_some() {
        own.extend([words.words_shown(1, 1), words.questions_shown(1, 1)]);
    }
    own
}

fn nothing(document: &Document) -> Error {
    let message = format!("there is nothing to print in {}", document.sources.join(", "));
    Error::Guide { message, span: None, hint: None }
}

fn layout(document: &Document, fonts: &FontSet, options: &SheetOptions) -> SheetLayout {
    let (least, most) = if options.large_print {
        large_print::x_heights(fonts)
    } else {
        <[f64; 2]>::from(COMFORTABLE_MM).map(Length::mm).into()
    };
    let least = least.max(options.min_x_height);
    SheetLayout {
        paper: options.folding.page(options.paper),
        columns: options.columns,
        x_height: (least, most.max(least)),
        justify: options.justify,
        head_size: large_print::head_size(options.large_print),
        title: title(&document.meta).to_owned(),
        subtitle: document.meta.subtitle.clone().unwrap_or_default(),
        facing: options.folding != Folding::Flat,
    }
}

/// A warning where small letters are lower than print on food labels may be (Regulation
/// (EU) 1169/2011, annex IV: 1.2 mm).
fn small_type(report: &SheetReport) -> Option<Diagnostic> {
    let height = report.x_height_mm;
    // What is shown as 1.20 is not warned of.
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
