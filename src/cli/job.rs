//! What is to be done: the arguments together with the environment, checked.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use super::about::About;
use super::args::{self, Color, Command, Typed};
use super::cards;
use super::mdbook;
use super::reprint::Reprint;
use super::time::{date, epoch};
use crate::impose::Imposition;
use crate::paper::Paper;
use crate::product::{BookOptions, CalibrationOptions, CardOptions, SheetOptions};
use crate::select::condense::CondenseOptions;
use crate::select::{DeckOptions, Selection, Topics};
use crate::theme::Inks;
use crate::units::Length;

/// A job that can be run.
#[derive(Debug, PartialEq)]
pub struct Job {
    /// What to read, in this order; never empty.
    pub guides: Vec<Guide>,
    /// Which part of it.
    pub selection: Selection,
    /// What wins over the guide's front matter.
    pub about: About,
    /// Whether pictures may be read from anywhere.
    pub allow_outside: bool,
    /// Folders with fonts beside the bundled ones.
    pub font_dirs: Vec<PathBuf>,
    /// How much of each answer is wanted, of a tree.
    pub condense: CondenseOptions,
    /// What to make of it.
    pub task: Task,
    /// How to speak of it.
    pub manner: Manner,
}

/// Where a guide comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guide {
    /// The one in the program.
    Embedded,
    /// Standard input.
    Input,
    /// A Markdown file.
    Markdown(PathBuf),
    /// A tree as JSON.
    Tree(PathBuf),
}

/// What is made.
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Files.
    Make {
        /// What, and where to.
        products: Vec<(Product, Target)>,
        /// A folder to be made first.
        dir: Option<PathBuf>,
        /// Where the sheet's report goes.
        report: Option<Target>,
        /// Which of the cards are printed.
        reprint: Reprint,
    },
    /// The list of sections and questions, on standard output.
    List {
        /// For programs instead of people.
        json: bool,
    },
    /// The tree.
    Tree(Target),
    /// The kinds of card stock, on standard output. No guide is read.
    Stocks,
    /// The test sheet for printing on both sides. No guide is read.
    Calibrate(CalibrationOptions, Target),
}

/// A product and how it is made.
#[derive(Debug, PartialEq)]
pub enum Product {
    Sheet(SheetOptions),
    Cards(CardOptions),
    /// Cards as two files: fronts, and backs, which go to this target.
    CardSides(CardOptions, Target),
    Anki(DeckOptions),
    Book(BookOptions),
}

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Output,
    File(PathBuf),
}

/// How messages are given.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    pub loudness: Loudness,
    pub color: bool,
    pub strict: bool,
}

/// How much is said.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loudness {
    /// Errors.
    Quiet,
    /// Warnings and finished files, too.
    #[default]
    Normal,
    /// Notes, too.
    Verbose,
}

/// What matters of the process’s environment.
#[derive(Debug, Default)]
pub struct Surroundings {
    /// Colours are unwanted unless asked for.
    pub no_color: bool,
    /// Messages go to a terminal.
    pub terminal: bool,
    /// The time to put into files instead of none (reproducible-builds.org).
    pub source_date_epoch: Option<OsString>,
}

/// The x-height that `--dense` allows.
const DENSE_MM: f64 = 0.9;

impl Job {
    /// Checks `typed` as a whole. The error is a sentence about the arguments.
    pub fn new(typed: Typed, around: &Surroundings) -> Result<Self, String> {
        let date = around.source_date_epoch.as_deref().map(epoch).transpose()?.map(date);
        let manner = manner(&typed.everywhere, around);
        let mut condense = CondenseOptions::default();
        let (typed_guides, about, font_dirs, task) = match typed.command {
            Command::All(typed) => {
                let task = all(&typed, date)?;
                (typed.guides, typed.about, typed.fonts.font_dirs, task)
            }
            Command::Sheet(args::Sheet { guides, output, about, paper, look, fonts }) => {
                let product = Product::Sheet(sheet_options(&paper, &look, date));
                let task = one(product, &guides, output, look.report);
                (guides, about, fonts.font_dirs, task)
            }
            Command::Cards(args::Cards {
                guides,
                output,
                about,
                paper,
                look,
                deck,
                leitner,
                reprint,
                fonts,
            }) => {
                let wanted = cards::Wanted { look: &look, deck: &deck, leitner, reprint };
                let task = cards::task(&guides, output, &paper, wanted, date)?;
                (guides, about, fonts.font_dirs, task)
            }
            Command::Anki(args::Anki { guides, output, about, deck }) => {
                let task = one(Product::Anki(deck.options()), &guides, output, None);
                (guides, about, vec![], task)
            }
            Command::Epub(args::Epub { guides, output, about, book }) => {
                let product = Product::Book(book.options(date));
                let task = one(product, &guides, output, None);
                (guides, about, vec![], task)
            }
            Command::List(args::List { guides, json, about }) => {
                (guides, about, vec![], Task::List { json })
            }
            Command::Tree(args::Tree { guides, output, about, condensing }) => {
                condense.answer_words = condensing.answer_words;
                condense.whole_sentences = condensing.whole_sentences;
                let target = output.output.map_or(Target::Output, target);
                (guides, about, vec![], Task::Tree(target))
            }
            Command::Calibrate(typed) => {
                let task = cards::calibrate(typed, date)?;
                (args::Guides::default(), args::About::default(), vec![], task)
            }
        };
        let guides = guides(&typed_guides.paths)?;
        let allow_outside = typed_guides.pictures.allow_outside;
        let (selection, about) = (selection(typed_guides), about.into());
        Ok(Self {
            guides,
            selection,
            about,
            allow_outside,
            font_dirs,
            condense,
            task,
            manner,
        })
    }
}

fn manner(everywhere: &args::Everywhere, around: &Surroundings) -> Manner {
    let loudness = match (everywhere.quiet, everywhere.verbose) {
        (true, _) => Loudness::Quiet,
        (_, true) => Loudness::Verbose,
        _ => Loudness::Normal,
    };
    let color = match everywhere.color {
        Color::Auto => around.terminal && !around.no_color,
        Color::Always => true,
        Color::Never => false,
    };
    Manner { loudness, color, strict: everywhere.strict }
}

fn guides(paths: &[PathBuf]) -> Result<Vec<Guide>, String> {
    if paths.iter().filter(|path| is_dash(path)).count() > 1 {
        return Err("standard input can be read only once".to_owned());
    }
    if paths.is_empty() {
        return Ok(vec![Guide::Embedded]);
    }
    Ok(paths.iter().map(|path| guide(path)).collect())
}

fn guide(path: &Path) -> Guide {
    if is_dash(path) {
        Guide::Input
    } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        Guide::Tree(path.to_owned())
    } else {
        Guide::Markdown(path.to_owned())
    }
}

pub(super) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn selection(typed: args::Guides) -> Selection {
    let picks = |lists: Vec<crate::select::Picks>| {
        lists.into_iter().flat_map(|list| list.0).collect::<Vec<_>>()
    };
    Selection {
        only: picks(typed.only),
        except: picks(typed.except),
        search: typed.search,
    }
}

fn all(typed: &args::All, date: Option<String>) -> Result<Task, String> {
    let args::All { guides, dir, paper, look, cards: card_look, book, .. } = typed;
    if card_look.asks_for_list() {
        return Ok(Task::Stocks);
    }
    let card_options =
        card_options(card_look.imposition(paper)?, paper.inks(), date.clone());
    let mut deck = typed.deck.options();
    // All three products are made of any guide that has text.
    if deck.topics == Topics::Never {
        deck.topics = Topics::WithoutQuestions;
    }
    let products = [
        Product::Sheet(sheet_options(paper, look, date.clone())),
        Product::Cards(CardOptions { deck, ..card_options }),
        Product::Book(book.options(date)),
    ];
    // A dot in front of every name would only be in the way of reading it.
    let place = if dir == Path::new(".") { Path::new("") } else { dir };
    let products = products.map(|product| {
        let path = place.join(product.file_name(guides));
        cards::placed(product, path)
    });
    let report = look.report.clone().map(target);
    let (dir, reprint) = (Some(dir.clone()), Reprint::default());
    Ok(Task::Make { products: products.into(), dir, report, reprint })
}

pub(super) fn one(
    product: Product,
    guides: &args::Guides,
    output: args::Output,
    report: Option<PathBuf>,
) -> Task {
    let path = output.output.unwrap_or_else(|| product.file_name(guides).into());
    let products = vec![cards::placed(product, path)];
    let (report, reprint) = (report.map(target), Reprint::default());
    Task::Make { products, dir: None, report, reprint }
}

/// What a path that was typed means.
pub(super) fn target(path: PathBuf) -> Target {
    if is_dash(&path) { Target::Output } else { Target::File(path) }
}

impl Product {
    /// The name of the file where none was given, after the first guide's.
    fn file_name(&self, guides: &args::Guides) -> OsString {
        let first = guides.paths.first().filter(|path| !is_dash(path));
        let stem = first.and_then(|path| mdbook::stem(path));
        let mut name = stem.unwrap_or_else(|| OsString::from("guide"));
        name.push(match self {
            Self::Sheet(_) => "-sheet.pdf",
            Self::Cards(_) | Self::CardSides(..) => "-cards.pdf",
            Self::Anki(_) => "-anki.txt",
            Self::Book(_) => ".epub",
        });
        name
    }
}

fn sheet_options(
    paper: &args::OnPaper,
    look: &args::SheetLook,
    date: Option<String>,
) -> SheetOptions {
    let default = SheetOptions::default();
    let dense = look.dense.then(|| Length::mm(DENSE_MM));
    SheetOptions {
        paper: turned(paper, Paper::landscape),
        columns: look.columns.0,
        min_x_height: look.min_x_height.or(dense).unwrap_or(default.min_x_height),
        justify: look.justify,
        inks: paper.inks(),
        pages: if look.one_page { Some(1) } else { look.pages },
        date,
        ..default
    }
}

pub(super) fn card_options(
    imposition: Imposition,
    inks: Inks,
    date: Option<String>,
) -> CardOptions {
    CardOptions { imposition, inks, date, ..CardOptions::default() }
}

/// The paper as it is to lie. A named size lies as the product `likes` it unless told; a
/// size in numbers says itself which edge is across.
pub(super) fn turned(typed: &args::OnPaper, likes: fn(Paper) -> Paper) -> Paper {
    let paper = typed.paper.unwrap_or_else(Paper::a4);
    match (typed.landscape, typed.portrait) {
        (true, _) => paper.landscape(),
        (_, true) => paper.portrait(),
        _ if paper.name() == "custom" => paper,
        _ => likes(paper),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn job_in(line: &str, around: &Surroundings) -> Result<Job, String> {
        let words = std::iter::once("offprint").chain(line.split_whitespace());
        Job::new(Typed::try_parse_from(words).expect(line), around)
    }

    fn job(line: &str) -> Job {
        job_in(line, &Surroundings::default()).expect(line)
    }

    /// The names of the files that a line makes.
    fn targets(line: &str) -> Vec<String> {
        let Task::Make { products, .. } = job(line).task else { panic!("{line}") };
        let name = |target: Target| match target {
            Target::Output => "(output)".to_owned(),
            Target::File(path) => path.display().to_string().replace('\\', "/"),
        };
        products.into_iter().map(|(_, target)| name(target)).collect()
    }

    fn sheet(line: &str) -> SheetOptions {
        let Task::Make { products, .. } = job(line).task else { panic!("{line}") };
        let sheet = products.into_iter().find_map(|(product, _)| match product {
            Product::Sheet(options) => Some(options),
            _ => None,
        });
        sheet.expect(line)
    }

    #[test]
    fn files_are_named_after_the_first_guide() {
        assert_eq!(targets("sheet notes/my.guide.md b.md"), ["my.guide-sheet.pdf"]);
        assert_eq!(targets("cards -"), ["guide-cards.pdf"]);
        assert_eq!(targets("epub"), ["guide.epub"]);
        assert_eq!(targets("epub tree.json -o x/y.epub"), ["x/y.epub"]);
        assert_eq!(targets("sheet -o -"), ["(output)"]);
        assert_eq!(targets("all a.md"), ["a-sheet.pdf", "a-cards.pdf", "a.epub"]);
        assert_eq!(targets("all -d out")[2], "out/guide.epub");
    }

    #[test]
    fn guides_are_told_apart_by_their_names() {
        let kinds =
            [Guide::Markdown("a.md".into()), Guide::Input, Guide::Tree("b.JSON".into())];
        assert_eq!(job("list a.md - b.JSON").guides, kinds);
        assert_eq!(job("list").guides, [Guide::Embedded]);
        assert!(job_in("list - -", &Surroundings::default()).is_err());
    }

    #[test]
    fn lists_add_up() {
        let selection = job("list --only 4 --only Q1,x --except 5 --search y").selection;
        assert_eq!((selection.only.len(), selection.except.len()), (3, 1));
        assert_eq!(selection.search.as_deref(), Some("y"));
    }

    #[test]
    fn a_sheet_lies_across_and_cards_stand_unless_told() {
        assert_eq!(sheet("sheet").paper, Paper::a4().landscape());
        assert_eq!(sheet("sheet --portrait --paper letter").paper, Paper::letter());
        assert!(!sheet("sheet --paper 100x200mm").paper.is_landscape());
        assert!(sheet("sheet --paper 100x200mm --landscape").paper.is_landscape());
        let Task::Make { products, .. } = job("all --paper a3").task else { panic!() };
        let Product::Cards(cards) = &products[1].0 else { panic!("{products:?}") };
        let paper = cards.imposition.options().grid.paper();
        assert!(!paper.is_landscape());
        assert_eq!(paper.name(), "a3");
    }

    #[test]
    fn the_floor_is_dense_typed_or_the_default() {
        assert_eq!(sheet("sheet").min_x_height, Length::mm(1.2));
        assert_eq!(sheet("sheet --dense").min_x_height, Length::mm(0.9));
        assert_eq!(sheet("all --min-x-height 1.5").min_x_height, Length::mm(1.5));
        assert_eq!(sheet("sheet --columns 3").columns, Some(3));
    }

    #[test]
    fn colour_is_for_terminals_and_the_flag_wins_over_the_environment() {
        let color = |line: &str, terminal, no_color| {
            let around = Surroundings { terminal, no_color, source_date_epoch: None };
            job_in(line, &around).expect(line).manner.color
        };
        assert!(color("list", true, false));
        assert!(!color("list", true, true));
        assert!(!color("list", false, false));
        assert!(color("list --color always", false, true));
        assert!(!color("list --color never", true, false));
    }

    #[test]
    fn manners_and_time() {
        let manner = job("list -v --strict").manner;
        assert_eq!((manner.loudness, manner.strict), (Loudness::Verbose, true));
        assert_eq!(job("-q list").manner.loudness, Loudness::Quiet);
        let at = |time: &str| {
            let source_date_epoch = Some(time.into());
            job_in(
                "sheet",
                &Surroundings { source_date_epoch, ..Surroundings::default() },
            )
        };
        assert!(at("yesterday").is_err());
        let Task::Make { products, .. } = at("1700000000").expect("a time").task else {
            panic!()
        };
        let Product::Sheet(options) = &products[0].0 else { panic!("{products:?}") };
        assert_eq!(options.date.as_deref(), Some("2023-11-14"));
    }

    #[test]
    fn a_tree_goes_to_standard_output_unless_told() {
        assert_eq!(job("tree").task, Task::Tree(Target::Output));
        assert_eq!(job("tree -o t.json").task, Task::Tree(Target::File("t.json".into())));
        assert_eq!(job("list --json").task, Task::List { json: true });
    }
}
