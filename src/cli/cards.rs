//! The options of cards and of the test sheet: as typed, and what they mean together.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::{self, OnPaper};
use super::deck::DeckLook;
use super::job::{Product, Target, Task, card_options, is_dash, one, target, turned};
use super::reprint::ReprintLook;
use super::values::{self, Counts, StockName};
use crate::impose::{self, Division, Grid, Imposition, Offset, Stock};
use crate::paper::Paper;
use crate::product::{CalibrationOptions, CardOptions};
use crate::units::{Length, Size};

pub const CARD_EXAMPLES: &str = "\
Examples:
  offprint cards guide.md                       eight cards on a sheet of A4
  offprint cards --stock list                   what card stock there is
  offprint cards guide.md --stock 5388          index cards of 3 × 5 in on Avery 5388
  offprint cards guide.md --grid 3x3 --card-margin 8 --card-gutter 4
  offprint cards guide.md --duplex manual       fronts and backs as two files
  offprint cards guide.md --duplex fold         for a printer that prints one side
  offprint cards guide.md --order stack         cut all sheets at once, pile up, done
  offprint cards guide.md --back-offset 1,-0.5  what offprint calibrate told
  offprint cards guide.md --split items         a card for each item of a list as well
  offprint cards guide.md --lock my.lock        remember what was printed, and later
  offprint cards guide.md --changed-since my.lock --lock my.lock
                                                print only what is new";

pub const CALIBRATE_EXAMPLES: &str = "\
Examples:
  offprint calibrate                            print it on both sides, read the numbers
  offprint calibrate --back-offset 1,-0.5       print it again: now both should be 0
  offprint calibrate --paper letter --duplex short-edge";

/// How cards are put on sheets.
#[derive(Debug, Args)]
#[command(next_help_heading = "Cards")]
pub struct CardLook {
    /// Card stock, which brings its paper; `list` shows what there is
    /// [default: A7-printable on A4, index cards of 3 × 5 in on Letter]
    #[arg(long, value_name = "NAME")]
    pub stock: Option<StockName>,
    /// So many cards across and down the paper, such as 2x4
    #[arg(long, value_name = "COLSxROWS", conflicts_with = "stock")]
    pub grid: Option<Counts>,
    /// White around the grid, in mm: 5, or across and down: 5,8 [default: 5]
    #[arg(long, value_name = "MM[,MM]", requires = "grid", conflicts_with = "stock",
          value_parser = values::white)]
    pub card_margin: Option<Size>,
    /// White between the cards of the grid, in mm [default: 0]
    #[arg(long, value_name = "MM[,MM]", requires = "grid", conflicts_with = "stock",
          value_parser = values::white)]
    pub card_gutter: Option<Size>,
    /// sheet: cut sheet by sheet; stack: cut all sheets at once and lay the piles on each
    /// other
    #[arg(
        long,
        value_name = "ORDER",
        value_enum,
        default_value = "sheet",
        hide_possible_values = true
    )]
    pub order: Order,
    /// none, lines or marks to cut by [default: lines; none on stock that is scored]
    #[arg(long, value_name = "GUIDES", value_enum, hide_possible_values = true)]
    pub guides: Option<Guides>,
    #[command(flatten)]
    pub sheeting: Sheeting,
}

/// How backs get behind fronts.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Both sides")]
pub struct Sheeting {
    /// long-edge or short-edge, as the printer turns sheets; manual: two files to print one
    /// after the other; fold: one side, answers folded behind
    #[arg(
        long,
        value_name = "HOW",
        value_enum,
        default_value = "long-edge",
        hide_possible_values = true
    )]
    pub duplex: Duplex,
    /// Move backs by so many mm to the right and down, and degrees clockwise, as
    /// `offprint calibrate` tells them
    #[arg(long, value_name = "DX,DY[,DEG]", allow_hyphen_values = true,
          value_parser = values::offset)]
    pub back_offset: Option<Offset>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Duplex {
    LongEdge,
    ShortEdge,
    Manual,
    Fold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    Sheet,
    Stack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Guides {
    None,
    Lines,
    Marks,
}

/// What is left white around a grid where nothing else is said.
const MARGIN_MM: f64 = 5.0;

impl CardLook {
    /// Whether the kinds of stock are asked for instead of cards.
    pub fn asks_for_list(&self) -> bool {
        self.stock == Some(StockName::List)
    }

    /// What the options mean on paper that is to lie as `typed` says.
    pub fn imposition(&self, typed: &OnPaper) -> Result<Imposition, String> {
        let (duplex, back_offset) = self.sheeting.checked()?;
        let options = impose::Options {
            grid: self.grid(typed)?,
            duplex,
            order: match self.order {
                Order::Sheet => impose::Order::Sheet,
                Order::Stack => impose::Order::Stack,
            },
            guides: self.guides(),
            back_offset,
        };
        Imposition::new(options).map_err(|error| {
            format!("--duplex fold: {error}; take --stock A7-printable or --grid 2x4")
        })
    }

    fn grid(&self, typed: &OnPaper) -> Result<Grid, String> {
        let paper = turned(typed, Paper::portrait);
        match (&self.stock, self.grid) {
            (Some(StockName::Named(stock)), _) => stock_grid(stock, typed),
            (_, Some(Counts { columns, rows })) => {
                let margin = Length::mm(MARGIN_MM);
                let margin = self.card_margin.unwrap_or(Size::new(margin, margin));
                let gutter = self.card_gutter.unwrap_or_default();
                Grid::divided(paper, Division { columns, rows, margin, gutter })
                    .map_err(|error| format!("--grid {columns}x{rows}: {error}"))
            }
            _ => Ok(Grid::usual(paper)),
        }
    }

    /// Lines to cut by, but none across stock that comes with its own.
    fn guides(&self) -> impose::Guides {
        let scored = |stock: &StockName| match stock {
            StockName::Named(stock) => stock.scored,
            StockName::List => false,
        };
        match self.guides {
            None if self.stock.as_ref().is_some_and(scored) => impose::Guides::None,
            Some(Guides::None) => impose::Guides::None,
            Some(Guides::Marks) => impose::Guides::Marks,
            Some(Guides::Lines) | None => impose::Guides::Lines,
        }
    }
}

/// The cards of a stock, turned if asked for. Other paper than its own is an error.
fn stock_grid(stock: &Stock, typed: &OnPaper) -> Result<Grid, String> {
    let grid = stock.grid();
    let own = grid.paper();
    if let Some(paper) = typed.paper
        && paper.portrait().size() != own.portrait().size()
    {
        let Size { width, height } = paper.size();
        return Err(format!(
            "--stock {} is a sheet of {}, and --paper says {:.0} × {:.0} mm: leave --paper \
             away, or take --grid for cards on that paper",
            stock.name,
            if own.name() == "a4" { "A4" } else { "Letter" },
            width.to_mm(),
            height.to_mm()
        ));
    }
    let across = own.is_landscape();
    let turn = (typed.landscape && !across) || (typed.portrait && across);
    Ok(if turn { grid.turned() } else { grid })
}

impl Sheeting {
    /// How sheets are turned, and how far backs are moved; folded cards have none.
    pub fn checked(self) -> Result<(impose::Duplex, Offset), String> {
        let duplex = match self.duplex {
            Duplex::LongEdge => impose::Duplex::LongEdge,
            Duplex::ShortEdge => impose::Duplex::ShortEdge,
            Duplex::Manual => impose::Duplex::Manual,
            Duplex::Fold => impose::Duplex::Fold,
        };
        if self.duplex == Duplex::Fold && self.back_offset.is_some() {
            return Err(
                "--back-offset moves backs, and cards that are folded have none: \
                        leave it away"
                    .to_owned(),
            );
        }
        Ok((duplex, self.back_offset.unwrap_or_default()))
    }
}

/// What was typed of the cards themselves.
pub struct Wanted<'a> {
    pub look: &'a CardLook,
    pub deck: &'a DeckLook,
    pub leitner: bool,
    pub reprint: ReprintLook,
}

/// What cards are asked for.
pub fn task(
    guides: &args::Guides,
    output: args::Output,
    paper: &args::OnPaper,
    Wanted { look, deck, leitner, reprint: again }: Wanted<'_>,
    date: Option<String>,
) -> Result<Task, String> {
    if look.asks_for_list() {
        return Ok(Task::Stocks);
    }
    let imposition = look.imposition(paper)?;
    let by_hand = imposition.options().duplex == impose::Duplex::Manual;
    if by_hand && output.output.as_deref().is_some_and(is_dash) {
        return Err(
            "--duplex manual makes two files, fronts and backs, and standard output \
                    is one: name a file with -o"
                .to_owned(),
        );
    }
    let deck = deck.options();
    let options =
        CardOptions { deck, leitner, ..card_options(imposition, paper.inks(), date) };
    let mut task = one(Product::Cards(options), guides, output, None);
    if let Task::Make { reprint, products, .. } = &mut task {
        *reprint = again.checked(products.first().map(|(_, to)| to))?;
    }
    Ok(task)
}

/// What test sheet is asked for.
pub fn calibrate(typed: args::Calibrate, date: Option<String>) -> Result<Task, String> {
    let args::Calibrate { output, paper, sheeting } = typed;
    let (duplex, back_offset) = sheeting.checked()?;
    if duplex == impose::Duplex::Fold {
        return Err(
            "--duplex fold prints one side, so that there is nothing to calibrate"
                .to_owned(),
        );
    }
    let paper = turned(&paper, Paper::portrait);
    let options = CalibrationOptions { paper, duplex, back_offset, date };
    let path = output.output.unwrap_or_else(|| "calibration.pdf".into());
    Ok(Task::Calibrate(options, target(path)))
}

/// A product and the file it goes to; two files, where a person turns the sheets.
pub fn placed(product: Product, path: PathBuf) -> (Product, Target) {
    match product {
        Product::Cards(options)
            if options.imposition.options().duplex == impose::Duplex::Manual =>
        {
            let [fronts, backs] = sides(&path).map(Target::File);
            (Product::CardSides(options, backs), fronts)
        }
        product => (product, target(path)),
    }
}

/// The files of fronts and of backs beside `path`: `a-fronts.pdf` and `a-backs.pdf` for
/// `a.pdf`. A path that is none stays as it is, for whoever writes to refuse it.
fn sides(path: &Path) -> [PathBuf; 2] {
    let named = !path.to_string_lossy().ends_with(std::path::is_separator);
    let Some(stem) = path.file_stem().filter(|_| named) else {
        return [path.to_owned(), path.to_owned()];
    };
    ["-fronts", "-backs"].map(|side| {
        let mut name = OsString::from(stem);
        name.push(side);
        if let Some(ending) = path.extension() {
            name.push(".");
            name.push(ending);
        }
        path.with_file_name(name)
    })
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use clap::error::ErrorKind;

    use super::*;
    use crate::cli::args::{Command, Typed};

    fn typed(line: &str) -> Result<(OnPaper, CardLook), clap::Error> {
        let words = ["offprint", "cards"].into_iter().chain(line.split_whitespace());
        match Typed::try_parse_from(words)?.command {
            Command::Cards(cards) => Ok((cards.paper, cards.look)),
            other => panic!("{other:?}"),
        }
    }

    fn refused(line: &str) -> ErrorKind {
        typed(line).expect_err(line).kind()
    }

    fn imposition(line: &str) -> Result<Imposition, String> {
        let (paper, look) = typed(line).expect(line);
        look.imposition(&paper)
    }

    fn options(line: &str) -> impose::Options {
        *imposition(line).expect(line).options()
    }

    fn card_mm(line: &str) -> (usize, usize, f64, f64) {
        let grid = options(line).grid;
        let round = |length: Length| (length.to_mm() * 100.0).round() / 100.0;
        (grid.columns(), grid.rows(), round(grid.card().width), round(grid.card().height))
    }

    #[test]
    fn stock_brings_its_paper_and_plain_paper_its_cards() {
        assert_eq!(card_mm(""), (2, 4, 100.0, 71.75));
        assert_eq!(card_mm("--paper letter"), (1, 3, 127.0, 76.2));
        assert_eq!(card_mm("--stock c32015"), (2, 4, 85.0, 54.0));
        assert_eq!(options("--stock 5371").grid.paper(), Paper::letter());
        assert_eq!(card_mm("--stock 5388 --landscape"), (3, 1, 76.2, 127.0));
        assert_eq!(card_mm("--stock A8 --portrait"), (4, 4, 52.0, 74.0));
        assert!(typed("--stock list").expect("list").1.asks_for_list());
        assert_eq!(refused("--stock 5372"), ErrorKind::ValueValidation);
    }

    #[test]
    fn other_paper_than_the_stock_has_is_refused() {
        let message = imposition("--stock 5371 --paper a4").expect_err("other paper");
        assert!(message.contains("5371") && message.contains("Letter"), "{message}");
        assert!(message.contains("210 × 297 mm"), "{message}");
        for same in ["letter", "8.5x11in", "11x8.5in"] {
            assert!(
                imposition(&format!("--stock 5371 --paper {same}")).is_ok(),
                "{same}"
            );
        }
    }

    #[test]
    fn a_grid_has_margins_and_gutters() {
        assert_eq!(card_mm("--grid 2x2"), (2, 2, 100.0, 143.5));
        assert_eq!(card_mm("--grid 2X2 --card-margin 10,8"), (2, 2, 95.0, 140.5));
        assert_eq!(card_mm("--grid 2x2 --card-gutter 4"), (2, 2, 98.0, 141.5));
        assert_eq!(refused("--grid 2"), ErrorKind::ValueValidation);
        assert_eq!(refused("--grid 0x2"), ErrorKind::ValueValidation);
        assert_eq!(refused("--grid 2x2 --stock A7"), ErrorKind::ArgumentConflict);
        assert_eq!(refused("--card-margin 5"), ErrorKind::MissingRequiredArgument);
        assert_eq!(refused("--card-gutter 5"), ErrorKind::MissingRequiredArgument);
        let message = imposition("--grid 20x4").expect_err("too many");
        assert!(message.starts_with("--grid 20x4: a card would be 10.0 ×"), "{message}");
    }

    #[test]
    fn order_and_guides() {
        assert_eq!(options("").order, impose::Order::Sheet);
        assert_eq!(options("--order stack").order, impose::Order::Stack);
        assert_eq!(options("").guides, impose::Guides::Lines);
        assert_eq!(options("--stock A7").guides, impose::Guides::Lines);
        assert_eq!(options("--stock 5388").guides, impose::Guides::None);
        assert_eq!(options("--paper letter").guides, impose::Guides::Lines);
        assert_eq!(options("--stock 5388 --guides marks").guides, impose::Guides::Marks);
        assert_eq!(options("--guides none").guides, impose::Guides::None);
        assert_eq!(refused("--guides dots"), ErrorKind::InvalidValue);
        assert_eq!(refused("--order random"), ErrorKind::InvalidValue);
    }

    #[test]
    fn duplex_and_back_offset() {
        assert_eq!(options("").duplex, impose::Duplex::LongEdge);
        assert_eq!(options("--duplex short-edge").duplex, impose::Duplex::ShortEdge);
        assert_eq!(options("--duplex manual").duplex, impose::Duplex::Manual);
        let offset = options("--back-offset -1.5,2mm,-0.25").back_offset;
        let (right, down) = (Length::mm(-1.5), Length::mm(2.0));
        assert_eq!(offset, Offset { right, down, turn: -250 });
        assert_eq!(refused("--duplex both"), ErrorKind::InvalidValue);
        assert_eq!(refused("--back-offset 1"), ErrorKind::ValueValidation);
    }

    #[test]
    fn folding_takes_cards_that_touch_and_no_offset() {
        assert_eq!(options("--duplex fold").duplex, impose::Duplex::Fold);
        let message = imposition("--duplex fold --stock 8373").expect_err("gutters");
        assert!(message.contains("touch") && message.contains("--grid"), "{message}");
        let message =
            imposition("--duplex fold --back-offset 1,1").expect_err("no backs");
        assert!(message.contains("--back-offset"), "{message}");
    }

    #[test]
    fn two_files_are_named_after_the_one() {
        let names =
            |path: &str| sides(Path::new(path)).map(|path| path.display().to_string());
        assert_eq!(names("out/a.b.pdf"), ["out/a.b-fronts.pdf", "out/a.b-backs.pdf"]);
        assert_eq!(names("a"), ["a-fronts", "a-backs"]);
        assert_eq!(names("new/"), ["new/", "new/"]);
    }
}
