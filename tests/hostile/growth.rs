//! Very many of a thing: more than anybody reads is refused at once, and up to there twice
//! as much takes twice as long.

use std::fmt::Write as _;
use std::time::Duration;

use super::watched::Watched;

#[test]
fn a_million_links_are_refused() {
    let watched = Watched::new();
    watched.put(
        "guide.md",
        format!("## A\n\n### Q1: What?\n\n{}", "[a](b) ".repeat(1_000_000)),
    );
    watched.refuses(
        "all guide.md -d out",
        &["guide.md", "7.1 MB", "at most 5 MB", "cut it up"],
    );
    watched.put("guide.md", "[](#a)".repeat(1_000_000));
    watched.refuses("list guide.md", &["guide.md", "at most 5 MB", "cut it up"]);
}

#[test]
fn more_pieces_than_a_tree_holds_are_refused_where_they_begin() {
    let watched = Watched::new();
    let line = format!("{}\n\n", "[a](b) ".repeat(100));
    watched.put("guide.md", format!("## A\n\n### Q1: What?\n\n{}", line.repeat(4000)));
    watched.refuses("all guide.md -d out", &["guide.md:", "500000 pieces", "cut it up"]);
    watched.put(
        "guide.md",
        format!("## A\n\n### Q1: What?\n\n{}\n", "[a](b) ".repeat(400_000)),
    );
    watched.refuses("list guide.md", &["guide.md:", "500000 pieces"]);
}

/// So much longer four times as much may take: exactly linear would be 4, and 16 is
/// quadratic.
const RATIO: u32 = 8;

/// Below this, the clock and the start of the program say more than the work.
const UNSEEN: Duration = Duration::from_millis(200);

#[track_caller]
fn grows_with_its_size(name: &str, many: usize, guide: impl Fn(usize) -> String) {
    let many = if cfg!(debug_assertions) { many / 20 } else { many };
    let watched = Watched::new();
    let time = |many: usize, line: &str| {
        watched.put("guide.md", guide(many));
        let run = watched.run(line);
        assert_eq!(run.status, Some(0), "{name}: {line}: {}", run.said);
        run.took
    };
    // With answers in short, every stage from reading to choosing is walked; a fourth of
    // what can be read is as much as anybody wants in one answer.
    let short = "tree guide.md --answer-words 8 -o tree.json";
    let sheet = "sheet guide.md -o sheet.pdf";
    for (line, many) in [("list guide.md", many), (short, many / 4), (sheet, many / 8)] {
        let (few, all) = (time(many / 4, line), time(many, line));
        assert!(
            all <= few.max(UNSEEN / 4) * RATIO,
            "{name}: {line}: {few:?}, and for four times as many {all:?}"
        );
    }
}

fn each(many: usize, mut line: impl FnMut(&mut String, usize)) -> String {
    let mut guide = "## A\n\n### Q1: What?\n\n".to_owned();
    (0..many).for_each(|n| line(&mut guide, n));
    guide + "\n"
}

macro_rules! kinds {
    ($($name:ident: $many:expr, |$n:ident| $($line:tt),+;)*) => {$(
        #[test]
        fn $name() {
            grows_with_its_size(stringify!($name), $many, |many| {
                each(many, |guide, $n| {
                    let _ = $n;
                    write!(guide, $($line),+).expect("a string takes all");
                })
            });
        }
    )*};
}

kinds! {
    links: 120_000, |n| "[a](b) ";
    links_inside: 100_000, |n| "[a](#q{n}) ";
    footnotes: 40_000, |n| "a[^{n}]\n\n[^{n}]: b\n\n";
    footnotes_of_one_name: 40_000, |n| "a[^n]\n\n[^n]: b\n\n";
    marks: 150_000, |n| "*a **b ";
    marks_closed: 80_000, |n| "*a* **b** ";
    headings: 50_000, |n| "#### Same\n\na\n\n";
    questions: 40_000, |n| "### Same?\n\na\n\n";
    sections: 40_000, |n| "## Same\n\na\n\n";
    ids_that_clash: 40_000, |n| "### Same {{#same}}\n\na\n\n";
    tags: 150_000, |n| "a <b>b</b> ";
    tags_open: 150_000, |n| "<b>";
    tags_of_blocks: 60_000, |n| "<div>a</div>\n\n";
    details: 30_000, |n| "<details><summary>What?</summary>a</details>\n\n";
    rows: 60_000, |n| "|a|b|\n";
    items: 100_000, |n| "- a\n";
    code: 200_000, |n| "`a` ";
    backticks: 2_000, |n| "{:`>n$} ", "";
    references: 40_000, |n| "[a{n}]\n\n[a{n}]: b\n\n";
    brackets: 300_000, |n| "[";
    links_open: 200_000, |n| "[a](";
    pictures_open: 400_000, |n| "![";
    backslashes: 800_000, |n| "\\";
    less: 400_000, |n| "<";
    slashes: 800_000, |n| "a/";
    hyphens: 800_000, |n| "a-";
    letters: 800_000, |n| "a";
    pins: 40_000, |n| "<!-- keep -->\n\na\n\n";
    entities: 300_000, |n| "&amp;";
    emoji: 200_000, |n| ":smile: ";
    dollars: 200_000, |n| "$a ";
    cards: 40_000, |n| "a :: b\n\n";
    mentions: 150_000, |n| "Q1 ";
}

#[test]
fn one_formula() {
    grows_with_its_size("formula", 200_000, |many| {
        format!("## A\n\n### Q1: What?\n\n${}x$\n", "x+".repeat(many))
    });
}

#[test]
fn columns_of_a_table() {
    grows_with_its_size("columns", 60_000, |many| {
        let (head, rule) = ("a|".repeat(many), "-|".repeat(many));
        format!("## A\n\n### Q1: What?\n\n|{head}\n|{rule}\n|{head}\n")
    });
}
