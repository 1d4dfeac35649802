//! The measures of one page and of two, on the embedded guide and on a real one, and how
//! long a whole run of the program takes.
//!
//! `cargo bench --bench one_page` prints the table.

#[path = "../support/mod.rs"]
mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use offprint::document::Document;
use offprint::product::{FontSet, Paper, SheetOptions, SheetReport, cheat_sheet};

use support::command::PROGRAM;
use support::guides;

/// How often the program is run; the least and the middle time are shown.
const RUNS: usize = 15;

fn main() {
    println!(
        "{:<18} {:<7} {:>5} {:>7} {:>9} {:>7} {:>6} {:>5} {:>13}",
        "guide",
        "paper",
        "pages",
        "asked",
        "x-height",
        "words",
        "full",
        "ends",
        "least, middle"
    );
    for path in guides::paths() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != "guide.md" && !name.starts_with("interview") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("the guide can be read");
        let document = guides::parse_bytes(&name, &bytes);
        for (paper, pages) in [("a4", 1), ("letter", 1), ("a4", 2), ("letter", 2)] {
            let report = fitted(&document, paper, pages);
            let times = times(&path, paper, pages);
            print_line(&name, &report, times);
        }
    }
}

fn fitted(document: &Document, paper: &str, pages: usize) -> SheetReport {
    let paper: Paper = paper.parse().expect("a paper");
    let mut options = SheetOptions::default();
    options.paper = paper.landscape();
    options.pages = Some(pages);
    let made = cheat_sheet(document, &mut FontSet::bundled(), &options);
    made.expect("it fits").report
}

/// The least and the middle time of a whole process.
fn times(guide: &Path, paper: &str, pages: usize) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let status = Command::new(PROGRAM)
                .arg("sheet")
                .arg(guide)
                .args(["--landscape", "-q", "-o", "-", "--paper", paper])
                .args(["--pages", &pages.to_string()])
                .stdout(Stdio::null())
                .status();
            assert!(status.is_ok_and(|status| status.success()));
            start.elapsed()
        })
        .collect();
    times.sort();
    (times[0], times[RUNS / 2])
}

fn print_line(name: &str, report: &SheetReport, (least, middle): (Duration, Duration)) {
    let words = report.words.shown as f64 / report.words.selected as f64;
    let asked = format!("{}/{}", report.questions.shown, report.questions.selected);
    println!(
        "{name:<18} {:<7} {:>5} {asked:>7} {:>6.2} mm {:>5.1} % {:>4.0} % {:>5.1} {:>4} ms {:>4} ms",
        report.paper,
        report.pages,
        report.x_height_mm,
        words * 100.0,
        report.fill * 100.0,
        report.column_ends_lines,
        least.as_millis(),
        middle.as_millis(),
    );
}
