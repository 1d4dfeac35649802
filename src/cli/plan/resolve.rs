//! From the arguments to a job: what was typed is checked as a whole, and every default filled
//! in.

use std::path::{Path, PathBuf};

use super::cards::{Backs, asks_for_list, imposition};
use super::endings;
use super::environment::Environment;
use super::folding::folded;
use super::job::{Guide, Job, Product, Task};
use super::messages::MessageOptions;
use super::names::{file_name, placed};
use super::options::{
    book_options, card_options, deck_options, inks, oriented, sheet_options,
};
use super::reprint::Reprint;
use super::target::{Target, is_dash, is_output};
use super::time::{date, epoch};
use crate::cli::args::about::AboutArgs;
use crate::cli::args::command::{
    All, Anki, Calibrate, Cards, Command, Epub, GuideArgs, List, OutputArgs, Sheet, Tree,
    Typed,
};
use crate::cli::args::condense::CondenseArgs;
use crate::cli::args::look::{LookArgs, ThemeArgs};
use crate::impose;
use crate::paper::Paper;
use crate::product::{AnkiOptions, CalibrationOptions, CardOptions, Theme};
use crate::select::condense::CondenseOptions;
use crate::select::{Picks, Selection, Topics};

impl Job {
    /// Checks `typed` as a whole. The error is a sentence about the arguments.
    pub(crate) fn new(typed: Typed, environment: &Environment) -> Result<Self, String> {
        let time = environment.source_date_epoch.as_deref().map(epoch).transpose()?;
        let messages = MessageOptions::new(&typed.global, environment);
        let asked = Asked::of(typed.command, time.map(date))?;
        endings::fitting(&asked.task)?;
        let guides = guides(&asked.guides.paths)?;
        let allow_outside = asked.guides.pictures.allow_outside;
        let (selection, about) = (selection(asked.guides), asked.about.into());
        let Asked { font_dirs, theme, condense, task, .. } = asked;
        Ok(Self {
            guides,
            selection,
            about,
            allow_outside,
            font_dirs,
            theme: Theme { code_colours: theme.code.told_apart(), ..Theme::default() },
            theme_file: theme.theme,
            condense,
            task,
            messages,
        })
    }
}

/// What a command asks for: its task, and the arguments that several commands have.
struct Asked {
    task: Task,
    guides: GuideArgs,
    about: AboutArgs,
    font_dirs: Vec<PathBuf>,
    theme: ThemeArgs,
    condense: CondenseOptions,
}

impl Asked {
    fn of(command: Command, date: Option<String>) -> Result<Self, String> {
        let none = CondenseOptions::default();
        Ok(match command {
            Command::All(typed) => {
                let task = all(&typed, date)?;
                let condense = condense_options(&typed.condense);
                Self::new(task, typed.guides, typed.about, condense).dressed(typed.look)
            }
            Command::Sheet(typed) => {
                let condense = condense_options(&typed.condense);
                let mut sheet = sheet_options(&typed.paper, &typed.options, date);
                sheet.whole_sentences = condense.whole_sentences;
                sheet.large_print = typed.look.large_print;
                let sheet = Product::Sheet(folded(sheet, &typed.folding)?);
                let Sheet { guides, output, about, options, look, .. } = typed;
                let task = one(sheet, &guides, output, options.report);
                Self::new(task, guides, about, condense).dressed(look)
            }
            Command::Cards(typed) => {
                let task = cards(&typed, date)?;
                let condense = condense_options(&typed.condense);
                Self::new(task, typed.guides, typed.about, condense).dressed(typed.look)
            }
            Command::Anki(typed) => {
                let Anki { guides, output, about, deck, code, condense, report } = typed;
                let mut options = AnkiOptions::new(deck_options(&deck));
                options.code_colours = code.told_apart();
                let product = Product::Anki(options);
                let task = one(product, &guides, output, report.report);
                Self::new(task, guides, about, condense_options(&condense))
            }
            Command::Epub(Epub {
                guides,
                output,
                about,
                book,
                theme,
                condense,
                report,
            }) => {
                let condense = condense_options(&condense);
                let mut options = book_options(&book, date);
                options.whole_sentences = condense.whole_sentences;
                let task = one(Product::Book(options), &guides, output, report.report);
                Self { theme, ..Self::new(task, guides, about, condense) }
            }
            Command::List(List { guides, json, about }) => {
                Self::new(Task::List { json }, guides, about, none)
            }
            Command::Tree(Tree { guides, output, about, condense, report }) => {
                let target = output.output.map_or(Target::Output, Target::typed);
                let task = Task::Tree(target, report.report.map(Target::typed));
                Self::new(task, guides, about, condense_options(&condense))
            }
            Command::Calibrate(typed) => {
                let task = calibrate(typed, date)?;
                let (guides, about) = (GuideArgs::default(), AboutArgs::default());
                Self::new(task, guides, about, none)
            }
        })
    }

    /// What a command asks for that has no look of a person's own.
    fn new(
        task: Task,
        guides: GuideArgs,
        about: AboutArgs,
        condense: CondenseOptions,
    ) -> Self {
        let (font_dirs, theme) = (Vec::new(), ThemeArgs::default());
        Self { task, guides, about, font_dirs, theme, condense }
    }

    /// The same in fonts and colours of a person's own.
    fn dressed(self, look: LookArgs) -> Self {
        let LookArgs { font_dirs, dress: theme, .. } = look;
        Self { font_dirs, theme, ..self }
    }
}

fn condense_options(typed: &CondenseArgs) -> CondenseOptions {
    CondenseOptions {
        answer_words: typed.answer_words.map(|words| words as usize),
        whole_sentences: typed.whole_sentences,
    }
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

fn selection(typed: GuideArgs) -> Selection {
    let picks =
        |lists: Vec<Picks>| lists.into_iter().flat_map(|list| list.0).collect::<Vec<_>>();
    Selection {
        only: picks(typed.only),
        except: picks(typed.except),
        search: typed.search,
    }
}

fn all(typed: &All, date: Option<String>) -> Result<Task, String> {
    if asks_for_list(&typed.cards) {
        return Ok(Task::Stocks);
    }
    let mut deck = deck_options(&typed.deck);
    // All three products are made of any guide that has text.
    if deck.topics == Topics::Never {
        deck.topics = Topics::WithoutQuestions;
    }
    let paper = &typed.paper;
    let imposition = imposition(&typed.cards, paper)?;
    let mut sheet = sheet_options(paper, &typed.sheet, date.clone());
    sheet.whole_sentences = typed.condense.whole_sentences;
    sheet.large_print = typed.look.large_print;
    let cards = CardOptions {
        one_card: typed.cards.one_card,
        large_print: typed.look.large_print,
        whole_sentences: typed.condense.whole_sentences,
        ..card_options(imposition, deck, inks(paper), date.clone())
    };
    let mut book = book_options(&typed.book, date);
    book.whole_sentences = typed.condense.whole_sentences;
    let products = [Product::Sheet(sheet), Product::Cards(cards), Product::Book(book)];
    // A dot in front of every name would only be in the way of reading it.
    let dir = &typed.dir;
    let place = if dir == Path::new(".") { Path::new("") } else { dir };
    let products = products.map(|product| {
        let path = place.join(file_name(&product, &typed.guides.paths));
        placed(product, path)
    });
    let report = typed.sheet.report.clone().map(Target::typed);
    let (dir, reprint) = (Some(dir.clone()), Reprint::default());
    Ok(Task::Make { products: products.into(), dir, report, reprint })
}

fn one(
    product: Product,
    guides: &GuideArgs,
    output: OutputArgs,
    report: Option<PathBuf>,
) -> Task {
    let named = || file_name(&product, &guides.paths).into();
    let path = output.output.unwrap_or_else(named);
    let products = vec![placed(product, path)];
    let (report, reprint) = (report.map(Target::typed), Reprint::default());
    Task::Make { products, dir: None, report, reprint }
}

/// What cards are asked for.
fn cards(typed: &Cards, date: Option<String>) -> Result<Task, String> {
    if asks_for_list(&typed.options) {
        return Ok(Task::Stocks);
    }
    let imposition = imposition(&typed.options, &typed.paper)?;
    let by_hand = imposition.options().duplex == impose::Duplex::Manual;
    let output = typed.output.output.clone();
    if by_hand && output.as_deref().is_some_and(is_output) {
        return Err(
            "--duplex manual makes two files, fronts and backs, and standard output \
                    is one: name a file with -o"
                .to_owned(),
        );
    }
    let deck = deck_options(&typed.deck);
    let options = card_options(imposition, deck, inks(&typed.paper), date);
    let product = Product::Cards(CardOptions {
        leitner: typed.leitner,
        one_card: typed.options.one_card,
        large_print: typed.look.large_print,
        whole_sentences: typed.condense.whole_sentences,
        ..options
    });
    let report = typed.report.report.clone();
    let mut task = one(product, &typed.guides, OutputArgs { output }, report);
    if let Task::Make { reprint, products, .. } = &mut task {
        let cards = products.first().map(|(_, target)| target);
        *reprint = Reprint::checked(typed.reprint.clone(), cards)?;
    }
    Ok(task)
}

/// What test sheet is asked for.
fn calibrate(typed: Calibrate, date: Option<String>) -> Result<Task, String> {
    let Calibrate { output, paper, duplex } = typed;
    let Backs { duplex, back_offset } = Backs::checked(duplex)?;
    if duplex == impose::Duplex::Fold {
        return Err(
            "--duplex fold prints one side, so that there is nothing to calibrate"
                .to_owned(),
        );
    }
    let paper = oriented(&paper, Paper::portrait);
    let offset_option = "--back-offset".to_owned();
    let options = CalibrationOptions { paper, duplex, back_offset, offset_option, date };
    let path = output.output.unwrap_or_else(|| "calibration.pdf".into());
    Ok(Task::Calibrate(options, Target::typed(path)))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::plan::messages::Verbosity;
    use crate::product::SheetOptions;
    use crate::units::Length;

    fn job_in(line: &str, environment: &Environment) -> Result<Job, String> {
        let words = std::iter::once("offprint").chain(line.split_whitespace());
        Job::new(Typed::try_parse_from(words).expect(line), environment)
    }

    fn job(line: &str) -> Job {
        job_in(line, &Environment::default()).expect(line)
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
        assert!(job_in("list - -", &Environment::default()).is_err());
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
            let environment = Environment { terminal, no_color, source_date_epoch: None };
            job_in(line, &environment).expect(line).messages.color
        };
        assert!(color("list", true, false));
        assert!(!color("list", true, true));
        assert!(!color("list", false, false));
        assert!(color("list --color always", false, true));
        assert!(!color("list --color never", true, false));
    }

    #[test]
    fn verbosity_strictness_and_time() {
        let messages = job("list -v --strict").messages;
        assert_eq!((messages.verbosity, messages.strict), (Verbosity::Verbose, true));
        assert_eq!(job("-q list").messages.verbosity, Verbosity::Quiet);
        let at = |time: &str| {
            let source_date_epoch = Some(time.into());
            job_in("sheet", &Environment { source_date_epoch, ..Environment::default() })
        };
        assert!(at("yesterday").is_err());
        let Task::Make { products, .. } = at("1700000000").expect("a time").task else {
            panic!()
        };
        let Product::Sheet(options) = &products[0].0 else { panic!("{products:?}") };
        assert_eq!(options.date.as_deref(), Some("2023-11-14"));
    }

    #[test]
    fn every_product_can_be_condensed() {
        for command in ["all", "sheet", "cards", "anki", "epub", "tree"] {
            let line = format!("{command} --answer-words 30 --whole-sentences");
            let condense = job(&line).condense;
            assert_eq!(
                (condense.answer_words, condense.whole_sentences),
                (Some(30), true)
            );
            assert_eq!(job(command).condense, CondenseOptions::default());
        }
        assert!(sheet("sheet --pages 2 --whole-sentences").whole_sentences);
        assert!(sheet("all --whole-sentences").whole_sentences);
    }

    #[test]
    fn cards_can_have_one_card_each() {
        let cards = |line: &str| {
            let Task::Make { products, .. } = job(line).task else { panic!("{line}") };
            let cards = products.into_iter().find_map(|(product, _)| match product {
                Product::Cards(options) => Some(options),
                _ => None,
            });
            cards.expect(line)
        };
        for command in ["cards", "all"] {
            let typed = cards(&format!("{command} --one-card --whole-sentences"));
            assert!(typed.one_card && typed.whole_sentences);
            assert!(!cards(command).one_card);
        }
    }

    #[test]
    fn a_tree_goes_to_standard_output_unless_told() {
        assert_eq!(job("tree").task, Task::Tree(Target::Output, None));
        let file = Target::File("t.json".into());
        assert_eq!(job("tree -o t.json").task, Task::Tree(file, None));
        assert_eq!(job("list --json").task, Task::List { json: true });
    }
}
