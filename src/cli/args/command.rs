//! The command line as a whole: what there is to do, and which options each command takes.
//! What they mean together is for the plan to say.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::about::AboutArgs;
use super::book::{self, BookArgs};
use super::cards::{CALIBRATE_EXAMPLES, CARD_EXAMPLES, CardArgs, DuplexArgs};
use super::condense::{CondenseArgs, ReportArgs};
use super::deck::{ANKI_EXAMPLES, DeckArgs};
use super::defaults::DefaultsArgs;
use super::folding::{FoldingArgs, SHEET_EXAMPLES};
use super::look::{CodeArgs, LookArgs, ThemeArgs};
use super::paper::PaperArgs;
use super::pictures::PictureArgs;
use super::reprint::ReprintArgs;
use super::values;
use crate::select::Picks;
use crate::units::Length;

const EXAMPLES: &str = "\
Examples:
  offprint all -d out                  print the guide that comes with the program
  offprint sheet guide.md              write guide-sheet.pdf
  offprint sheet guide.md --one-page   everything that matters on one page
  offprint cards guide.md --only 4-6   cards of three sections
  offprint epub guide.md --except Q12  a book without one question
  offprint list guide.md               what there is to choose from
  offprint sheet - -o - <guide.md      read and write in a pipe

Each command has more options: offprint sheet --help
What you always give can stand in offprint.toml beside the guide: paper = 'letter'";

/// Print a Markdown study guide as a cheat sheet, flashcards and an e-book
#[derive(Debug, Parser)]
#[command(name = "offprint", version, after_help = EXAMPLES, max_term_width = 90)]
pub(crate) struct Typed {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: GlobalArgs,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write all three: cheat sheet, flashcards and book
    All(All),
    /// Write a cheat sheet (PDF)
    #[command(after_help = SHEET_EXAMPLES)]
    Sheet(Sheet),
    /// Write flashcards to cut out, answers behind questions (PDF)
    #[command(after_help = CARD_EXAMPLES)]
    Cards(Cards),
    /// Write the flashcards as a text file that Anki imports
    Anki(Anki),
    /// Write a book for e-readers (EPUB 3)
    Epub(Epub),
    /// List sections and questions with their numbers and ids
    List(List),
    /// Write the guide's tree, which can be read again as a guide (JSON)
    Tree(Tree),
    /// Write a test sheet that shows how far backs are off their fronts (PDF)
    #[command(after_help = CALIBRATE_EXAMPLES)]
    Calibrate(Calibrate),
}

#[derive(Debug, Args)]
pub(crate) struct All {
    #[command(flatten)]
    pub guides: GuideArgs,
    /// Folder for the three files; made if missing
    #[arg(short = 'd', long = "dir", value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
    #[command(flatten)]
    pub about: AboutArgs,
    #[command(flatten)]
    pub paper: PaperArgs,
    #[command(flatten)]
    pub sheet: SheetArgs,
    #[command(flatten)]
    pub cards: CardArgs,
    #[command(flatten)]
    pub deck: DeckArgs,
    #[command(flatten)]
    pub book: BookArgs,
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub condense: CondenseArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Sheet {
    #[command(flatten)]
    pub guides: GuideArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub about: AboutArgs,
    #[command(flatten)]
    pub paper: PaperArgs,
    #[command(flatten)]
    pub options: SheetArgs,
    #[command(flatten)]
    pub folding: FoldingArgs,
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub condense: CondenseArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Cards {
    #[command(flatten)]
    pub guides: GuideArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub about: AboutArgs,
    #[command(flatten)]
    pub paper: PaperArgs,
    #[command(flatten)]
    pub options: CardArgs,
    #[command(flatten)]
    pub deck: DeckArgs,
    /// Print boxes on the front to tick for the five compartments of a Leitner box
    #[arg(long, help_heading = "Deck")]
    pub leitner: bool,
    #[command(flatten)]
    pub reprint: ReprintArgs,
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub condense: CondenseArgs,
    #[command(flatten)]
    pub report: ReportArgs,
}

#[derive(Debug, Args)]
#[command(after_help = ANKI_EXAMPLES)]
pub(crate) struct Anki {
    #[command(flatten)]
    pub guides: GuideArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub about: AboutArgs,
    #[command(flatten)]
    pub deck: DeckArgs,
    #[command(flatten)]
    pub code: CodeArgs,
    #[command(flatten)]
    pub condense: CondenseArgs,
    #[command(flatten)]
    pub report: ReportArgs,
}

#[derive(Debug, Args)]
#[command(after_help = book::EXAMPLES)]
pub(crate) struct Epub {
    #[command(flatten)]
    pub guides: GuideArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub about: AboutArgs,
    #[command(flatten)]
    pub book: BookArgs,
    #[command(flatten)]
    pub theme: ThemeArgs,
    #[command(flatten)]
    pub condense: CondenseArgs,
    #[command(flatten)]
    pub report: ReportArgs,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub guides: GuideArgs,
    /// Write JSON instead of a table
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub about: AboutArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Tree {
    #[command(flatten)]
    pub guides: GuideArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub about: AboutArgs,
    #[command(flatten)]
    pub condense: CondenseArgs,
    #[command(flatten)]
    pub report: ReportArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub paper: PaperArgs,
    #[command(flatten)]
    pub duplex: DuplexArgs,
}

/// What to read, and which part of it to take.
#[derive(Debug, Default, Args)]
pub(crate) struct GuideArgs {
    /// Markdown files, folders of books, trees (.json) or `-` for input; several are joined
    /// [default: the guide that comes with the program]
    #[arg(value_name = "GUIDE")]
    pub paths: Vec<PathBuf>,
    /// Take only these: sections (4, 4-6), questions (Q12, Q9-Q12) and ids
    #[arg(long, value_name = "LIST", help_heading = "Selecting")]
    pub only: Vec<Picks>,
    /// Leave these out
    #[arg(long, value_name = "LIST", help_heading = "Selecting")]
    pub except: Vec<Picks>,
    /// Take only what holds this text, in capitals or not
    #[arg(long, value_name = "TEXT", value_parser = values::search,
          help_heading = "Selecting")]
    pub search: Option<String>,
    #[command(flatten)]
    pub pictures: PictureArgs,
}

#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// File to write; `-` is standard output
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Sheet")]
pub(crate) struct SheetArgs {
    /// Number of columns, or auto for what suits the paper
    #[arg(long, value_name = "N", default_value = "auto")]
    pub columns: values::Columns,
    /// Never let small letters get lower than this [default: 1.2]
    #[arg(long, value_name = "MM", value_parser = values::x_height)]
    pub min_x_height: Option<Length>,
    /// The same as --min-x-height 0.9
    #[arg(long, conflicts_with_all = ["min_x_height", "large_print"])]
    pub dense: bool,

    /// Exactly one page: the same as --pages 1
    #[arg(long, conflicts_with = "pages")]
    pub one_page: bool,
    /// At most this many pages: smaller, denser, then what answers best
    #[arg(long, value_name = "N", value_parser = values::pages)]
    pub pages: Option<usize>,
    /// Write what was kept, left out and measured to FILE, as JSON
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Set paragraphs flush at both sides
    #[arg(long)]
    pub justify: bool,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Messages")]
pub(crate) struct GlobalArgs {
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Colour messages: auto, always or never
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        value_enum,
        default_value = "auto",
        hide_possible_values = true
    )]
    pub color: Color,
    /// Treat a warning as an error
    #[arg(long, global = true)]
    pub strict: bool,
    #[command(flatten)]
    pub defaults: DefaultsArgs,
}

/// When messages are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    // On a terminal, unless the environment has NO_COLOR. (No doc comment: clap would give
    // `--help` another, longer form for its sake.)
    Auto,
    Always,
    Never,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    use super::*;
    use crate::paper::Paper;

    /// The arguments of a line, separated by spaces.
    fn typed(line: &str) -> Result<Typed, clap::Error> {
        Typed::try_parse_from(std::iter::once("offprint").chain(line.split_whitespace()))
    }

    fn sheet(line: &str) -> Sheet {
        match typed(&format!("sheet {line}")).expect(line).command {
            Command::Sheet(sheet) => sheet,
            other => panic!("{other:?}"),
        }
    }

    fn refused(line: &str) -> ErrorKind {
        typed(line).expect_err(line).kind()
    }

    #[test]
    fn clap_finds_no_fault_with_the_definition() {
        Typed::command().debug_assert();
    }

    #[test]
    fn the_readme_knows_every_command_and_option() {
        let readme = include_str!("../../../README.md");
        let command = Typed::command();
        for part in command.get_subcommands() {
            assert!(
                readme.contains(&format!("`offprint {} ", part.get_name())),
                "{part}"
            );
            for long in part.get_arguments().filter_map(clap::Arg::get_long) {
                let short = matches!(long, "output" | "dir");
                assert!(short || readme.contains(&format!("`--{long}")), "--{long}");
            }
        }
        for long in command.get_arguments().filter_map(clap::Arg::get_long) {
            let short = matches!(long, "quiet" | "verbose");
            assert!(short || readme.contains(&format!("`--{long}")), "--{long}");
        }
    }

    #[test]
    fn guides() {
        assert!(sheet("").guides.paths.is_empty());
        assert_eq!(
            sheet("a.md - b.json").guides.paths,
            ["a.md", "-", "b.json"].map(PathBuf::from)
        );
    }

    #[test]
    fn output_and_dir() {
        assert_eq!(sheet("-o x.pdf").output.output, Some("x.pdf".into()));
        assert_eq!(sheet("--output=-").output.output, Some("-".into()));
        assert_eq!(refused("sheet -o a -o b"), ErrorKind::ArgumentConflict);
        assert_eq!(refused("sheet -d x"), ErrorKind::UnknownArgument);
        assert_eq!(refused("all -o x"), ErrorKind::UnknownArgument);
        let Command::All(all) = typed("all a.md -d out").expect("all").command else {
            panic!()
        };
        assert_eq!(all.dir, PathBuf::from("out"));
    }

    #[test]
    fn only_and_except_can_be_given_several_times() {
        let guides = sheet("--only 4,Q1 --only basics --except 5-6").guides;
        assert_eq!(guides.only.iter().map(|picks| picks.0.len()).sum::<usize>(), 3);
        assert_eq!(guides.except.len(), 1);
        assert_eq!(refused("sheet --only 6-4"), ErrorKind::ValueValidation);
        assert_eq!(refused("sheet --except ,"), ErrorKind::ValueValidation);
    }

    #[test]
    fn search() {
        assert_eq!(sheet("--search dbt").guides.search.as_deref(), Some("dbt"));
        let empty = Typed::try_parse_from(["offprint", "list", "--search", " "]);
        assert!(empty.is_err(), "a search for nothing");
    }

    #[test]
    fn paper_landscape_and_portrait() {
        assert_eq!(sheet("--paper A4").paper.paper, Some(Paper::a4()));
        assert!(sheet("--landscape").paper.landscape);
        assert!(sheet("--portrait").paper.portrait);
        assert_eq!(refused("cards --portrait --landscape"), ErrorKind::ArgumentConflict);
        assert_eq!(refused("sheet --paper a9"), ErrorKind::ValueValidation);
        assert_eq!(refused("epub --paper a4"), ErrorKind::UnknownArgument);
    }

    #[test]
    fn columns() {
        assert_eq!(sheet("").options.columns.0, None);
        assert_eq!(sheet("--columns auto").options.columns.0, None);
        assert_eq!(sheet("--columns 4").options.columns.0, Some(4));
        assert_eq!(refused("sheet --columns 0"), ErrorKind::ValueValidation);
        assert_eq!(refused("cards --columns 2"), ErrorKind::UnknownArgument);
    }

    #[test]
    fn one_page_pages_and_report() {
        assert_eq!(sheet("").options.pages, None);
        assert!(sheet("--one-page").options.one_page);
        assert_eq!(sheet("--pages 2").options.pages, Some(2));
        assert_eq!(refused("sheet --pages 0"), ErrorKind::ValueValidation);
        assert_eq!(refused("sheet --pages 2 --one-page"), ErrorKind::ArgumentConflict);
        assert_eq!(sheet("--report r.json").options.report, Some("r.json".into()));
    }

    #[test]
    fn justify() {
        assert!(!sheet("").options.justify);
        assert!(sheet("--justify").options.justify);
    }

    #[test]
    fn min_x_height_and_dense() {
        assert_eq!(
            sheet("--min-x-height 1.1").options.min_x_height,
            Some(Length::mm(1.1))
        );
        assert!(sheet("--dense").options.dense);
        assert_eq!(refused("sheet --min-x-height 0"), ErrorKind::ValueValidation);
        assert_eq!(
            refused("sheet --dense --min-x-height 1"),
            ErrorKind::ArgumentConflict
        );
    }

    #[test]
    fn large_print() {
        assert!(!sheet("").look.large_print);
        assert!(sheet("--large-print --min-x-height 2 --pocket").look.large_print);
        assert_eq!(refused("sheet --large-print --dense"), ErrorKind::ArgumentConflict);
        assert_eq!(refused("epub --large-print"), ErrorKind::UnknownArgument);
    }

    #[test]
    fn title_author_lang_and_date() {
        let about = sheet("--title T --author A --lang pt-BR --date 2024-05").about;
        assert_eq!(about.title.as_deref(), Some("T"));
        assert_eq!(about.author.as_deref(), Some("A"));
        assert_eq!(about.lang.as_deref(), Some("pt-BR"));
        assert_eq!(about.date.as_deref(), Some("2024-05"));
        assert_eq!(refused("sheet --lang english!"), ErrorKind::ValueValidation);
        assert_eq!(refused("sheet --date yesterday"), ErrorKind::ValueValidation);
    }

    #[test]
    fn font_dir() {
        let dirs = sheet("--font-dir a --font-dir b").look.font_dirs;
        assert_eq!(dirs, ["a", "b"].map(PathBuf::from));
        assert_eq!(refused("epub --font-dir a"), ErrorKind::UnknownArgument);
    }

    #[test]
    fn quiet_and_verbose_stand_before_or_after_the_command() {
        assert!(typed("-q all").expect("before").global.quiet);
        assert!(typed("all -v").expect("after").global.verbose);
        assert_eq!(refused("all -q -v"), ErrorKind::ArgumentConflict);
    }

    #[test]
    fn color_and_strict() {
        assert_eq!(typed("all").expect("auto").global.color, Color::Auto);
        assert_eq!(typed("all --color never").expect("never").global.color, Color::Never);
        assert_eq!(refused("all --color red"), ErrorKind::InvalidValue);
        assert!(typed("list --strict").expect("strict").global.strict);
    }

    #[test]
    fn json_is_for_list() {
        assert!(typed("list --json").is_ok());
        assert_eq!(refused("sheet --json"), ErrorKind::UnknownArgument);
    }

    #[test]
    fn help_and_version() {
        assert_eq!(refused("--help"), ErrorKind::DisplayHelp);
        assert_eq!(refused("-h"), ErrorKind::DisplayHelp);
        assert_eq!(refused("-V"), ErrorKind::DisplayVersion);
        assert_eq!(refused("shet"), ErrorKind::InvalidSubcommand);
    }
}
