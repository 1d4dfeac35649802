//! Every kind of PDF that the command makes, before a judge of the standards: veraPDF, for
//! PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
//!
//! A new kind of PDF is a new line below.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::kinds::images;
use crate::support::command::Sandbox;
use crate::support::{guides, skipped, validators};

/// What is made of each guide there is.
const OF_EACH_GUIDE: &[&str] = &[
    "sheet",
    "sheet --one-page",
    "sheet --pages 4 --dense --paper letter",
    "sheet --booklet",
    "sheet --pocket --dense",
    "cards",
    "cards --topics --split items --stock A6 --duplex manual --leitner",
    "cards --grid 2x4 --paper letter --order stack --duplex fold",
];

/// What is made of two small guides besides: one has pictures, the other text from right to
/// left.
const OF_SMALL_GUIDES: &[&str] = &[
    "sheet --grey --justify",
    "sheet --landscape --columns 3 --paper a3",
    "sheet --paper a5 --min-x-height 2",
    "sheet --pages 2 --paper a5",
    "sheet --booklet --pages 4 --paper letter --duplex long-edge",
    "sheet --booklet --duplex manual --grey --columns 1",
    "sheet --pocket --paper letter --justify",
    "sheet --only Q1 --title Other --author Somebody --date 2024-05-06",
    "cards --grey --duplex short-edge",
    "cards --guides marks --back-offset 1,-0.5,0.2",
    "cards --grid 3x3 --card-margin 8 --card-gutter 4 --guides none",
];

/// What needs no guide.
const OF_NO_GUIDE: &[&str] = &[
    "calibrate",
    "calibrate --paper letter --duplex short-edge --back-offset 1,-0.5",
    "calibrate --paper a5 --duplex manual --grey",
];

/// A guide that is shorter is no burden for a program that is not optimised.
const SHORT_BYTES: u64 = 30_000;

const RIGHT_TO_LEFT: &str = "\
# יסודות

## Q1: מהו מפתח ראשי?

מפתח ראשי (Primary Key) מזהה כל שורה בטבלה.

- פרוטוקול HTTP משיב 404
- העמודה `id` מתאימה[^1]

| צירוף | דוגמה |
|---|---|
| פנימי | אחת |

[^1]: הערה
";

/// What each line is to be carried out on.
struct Job {
    guide: Option<PathBuf>,
    line: String,
}

fn jobs(sandbox: &Sandbox) -> Vec<Job> {
    sandbox.put("pictures.md", include_bytes!("kinds/guide.md"));
    let names = ["rows.jpg", "tree.jpg", "sign.png", "box.svg"];
    for (name, bytes) in names.into_iter().zip(images::files()) {
        sandbox.put(name, bytes);
    }
    sandbox.put("hebrew.md", RIGHT_TO_LEFT);
    let small = ["pictures.md", "hebrew.md"].map(|name| sandbox.path(name));
    let stocks = stocks(sandbox).into_iter().map(|name| format!("cards --stock {name}"));
    let of = |guide: Option<&PathBuf>, line: &str| Job {
        guide: guide.cloned(),
        line: line.to_owned(),
    };
    let mut jobs = Vec::new();
    for guide in guides().iter().chain(&small) {
        jobs.extend(OF_EACH_GUIDE.iter().map(|line| of(Some(guide), line)));
    }
    for guide in &small {
        jobs.extend(OF_SMALL_GUIDES.iter().map(|line| of(Some(guide), line)));
    }
    jobs.extend(stocks.map(|line| of(Some(&small[0]), &line)));
    jobs.extend(OF_NO_GUIDE.iter().map(|line| of(None, line)));
    jobs
}

/// The guides there are; without the long ones where the program is not optimised, which
/// would take it minutes.
fn guides() -> Vec<PathBuf> {
    let mut guides = guides::paths();
    if cfg!(debug_assertions) {
        let short = |path: &PathBuf| {
            std::fs::metadata(path).is_ok_and(|file| file.len() < SHORT_BYTES)
        };
        let all = guides.len();
        guides.retain(short);
        if guides.len() < all {
            skipped("long guides, which are for `cargo test --release`");
        }
    }
    guides
}

/// The first name of each card stock, as the command lists them.
fn stocks(sandbox: &Sandbox) -> Vec<String> {
    let listed = sandbox.run("cards --stock list").done("a list");
    let mut entries = listed.text().split("\n\n");
    // A title stands before them, and advice behind.
    assert!(entries.next().is_some_and(|title| title.starts_with("Card stock")));
    let names = entries.filter(|entry| entry.contains("\n    "));
    let first = |entry: &str| entry.split([',', ':']).next().map(str::to_owned);
    let names: Vec<_> = names.filter_map(first).collect();
    assert!(names.len() >= 10 && names.contains(&"A7".to_owned()), "{names:?}");
    names
}

/// Carries out all lines, as many at a time as there are processors.
fn make(sandbox: &Sandbox, jobs: Vec<Job>) {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let open = Mutex::new(jobs.into_iter().enumerate());
    let next = || open.lock().expect("no panic").next();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((number, Job { guide, line })) = next() {
                    let mut command = sandbox.command();
                    command.args(line.split_whitespace()).args(&guide);
                    command.arg("-o").arg(format!("{number}.pdf"));
                    let output = command.output().expect("the command runs");
                    let said = String::from_utf8_lossy(&output.stderr);
                    // Nothing makes one page of a long guide.
                    let may_fail = line.contains("--one-page")
                        || line.contains("--pocket")
                        || said.contains("no question") && line.starts_with("cards");
                    assert!(
                        output.status.success() || may_fail,
                        "{line} {guide:?}: {said}"
                    );
                }
            });
        }
    });
}

#[test]
fn every_kind_of_pdf_keeps_the_standards() {
    if validators::tool("verapdf").is_none() {
        return;
    }
    let sandbox = Sandbox::empty();
    let jobs = jobs(&sandbox);
    let names: Vec<String> = jobs
        .iter()
        .enumerate()
        .map(|(number, job)| format!("{number}: {} {:?}", job.line, job.guide))
        .collect();
    make(&sandbox, jobs);
    let mut files: Vec<PathBuf> =
        sandbox.files().iter().map(|name| sandbox.path(name)).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    assert!(files.len() > OF_SMALL_GUIDES.len(), "{files:?}");
    // It takes seconds to start: once for all files; and a core for either flavour.
    let judge = &|flavour: &str| {
        let mut verapdf = validators::tool("verapdf").expect("it was there");
        validators::output(verapdf.arg(flavour).args(&files))
    };
    let verdicts = std::thread::scope(|scope| {
        ["ua1", "2a"]
            .map(|flavour| (flavour, scope.spawn(move || judge(flavour))))
            .map(|(flavour, judge)| (flavour, judge.join().expect("no panic")))
    });
    for (flavour, (pass, said)) in verdicts {
        let passed = said.lines().filter(|line| line.starts_with("PASS ")).count();
        let faults: Vec<_> =
            said.lines().filter(|line| !line.starts_with("PASS ")).collect();
        assert!(
            pass && passed == files.len(),
            "{flavour}: {passed} of {} pass\n{}\n{}",
            files.len(),
            faults.join("\n"),
            names.join("\n")
        );
    }
}
