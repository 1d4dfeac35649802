//! Numbers and dates that nobody means: each is refused as an argument, or works, within the
//! limits; typed, in `offprint.toml`, in the environment, in front matter and in trees.

use super::watched::{GUIDE, Watched};

/// Numbers at the edges, beyond them, and none.
const NUMBERS: [&str; 24] = [
    "0",
    "1",
    "-1",
    "-0",
    "+1",
    "0.3",
    "1.5",
    "2",
    "24",
    "99",
    "100",
    "999",
    "5080",
    "65536",
    "2147483648",
    "4294967296",
    "99999999999999999999999",
    "1e308",
    "-1e308",
    "1e-308",
    "1e999",
    "NaN",
    "inf",
    "-inf",
];

/// Options that take numbers: a command, and the option with `N` for each number.
const OPTIONS: [(&str, &str); 20] = [
    ("sheet", "columns=N"),
    ("sheet", "min-x-height=N"),
    ("sheet", "pages=N"),
    ("sheet", "answer-words=N"),
    ("sheet", "paper=NxNmm"),
    ("sheet", "paper=NxNin"),
    ("sheet", "paper=200xNmm"),
    ("sheet", "paper=Nx200mm"),
    ("cards", "paper=NxNmm"),
    ("cards", "paper=200xNmm"),
    ("cards", "grid=NxN"),
    ("cards", "grid=Nx1"),
    ("cards", "grid=1xN"),
    ("cards", "card-margin=N"),
    ("cards", "card-gutter=1,N"),
    ("cards", "back-offset=N,0"),
    ("cards", "back-offset=0,0,N"),
    ("calibrate", "paper=NxNmm"),
    ("list", "only=N"),
    ("list", "except=Q1-QN"),
];

#[track_caller]
fn answered(watched: &Watched, line: &str) {
    let run = watched.run(line);
    match run.status {
        Some(0) => {}
        Some(1 | 2) => {
            assert!(run.said.starts_with("error: "), "{line}: {}", run.said);
            assert!(run.output.is_empty(), "{line}");
        }
        status => panic!("{line}: {status:?}: {}", run.said),
    }
}

fn to(command: &str) -> &'static str {
    match command {
        "list" => "list guide.md",
        "calibrate" => "calibrate -o out/x.pdf",
        "cards" => "cards guide.md -o out/x.pdf",
        _ => "sheet guide.md -o out/x.pdf",
    }
}

/// What has to be typed with an option.
fn with(option: &str) -> &'static str {
    if option.starts_with("card-") { " --grid=2x2" } else { "" }
}

#[test]
fn every_number_of_every_option_is_refused_or_works() {
    let watched = Watched::with_guide();
    for (command, option) in OPTIONS {
        for number in NUMBERS {
            let option = option.replace('N', number);
            let line = format!("{} --{option}{}", to(command), with(&option));
            answered(&watched, &line);
        }
    }
}

#[test]
fn every_number_of_every_default_is_refused_or_works() {
    let watched = Watched::with_guide();
    for (command, option) in OPTIONS {
        let (key, form) = option.split_once('=').expect("a value");
        for number in NUMBERS {
            let value = form.replace('N', number);
            // As words, and where it is nothing else, as a number of TOML.
            let plain = number.to_lowercase();
            let bare = (form == "N").then_some(plain);
            for value in std::iter::once(format!("'{value}'")).chain(bare) {
                watched.put("offprint.toml", format!("[{command}]\n{key} = {value}\n"));
                let line = format!("{}{}", to(command), with(option));
                answered(&watched, &line);
            }
        }
    }
}

/// What is refused as an argument, and why.
#[test]
fn numbers_that_mean_nothing_are_arguments_that_are_wrong() {
    let watched = Watched::with_guide();
    for (line, words) in [
        ("cards guide.md --grid 100x100", "columns and rows"),
        ("cards guide.md --grid 0x1", "columns and rows"),
        ("cards guide.md --grid 99x99", "a card would be"),
        ("cards guide.md --grid 1x1 --card-margin 1e308", "millimetres"),
        ("cards guide.md --grid 1x1 --card-margin 500", "a card would be"),
        ("cards guide.md --back-offset NaN,0", "millimetres"),
        ("cards guide.md --back-offset inf,0", "millimetres"),
        ("cards guide.md --paper 40x40mm --grid 2x2", "a card would be"),
        ("sheet guide.md --paper NaNx100mm", "edge"),
        ("sheet guide.md --paper 1e308x100mm", "edge"),
        ("sheet guide.md --paper -210x297mm", "edge"),
        ("sheet guide.md --paper 0x0mm", "edge"),
        ("sheet guide.md --min-x-height inf", "millimetres"),
        ("sheet guide.md --min-x-height -1", "millimetres"),
        ("sheet guide.md --columns -1", "from 1 to"),
        ("sheet guide.md --pages 0", "from 1 to"),
        ("sheet guide.md --pages 1e3", "from 1 to"),
        ("sheet guide.md --answer-words 0", "0"),
        ("sheet guide.md --answer-words 4294967296", "4294967296"),
        ("list guide.md --only 9-1", "9-1"),
    ] {
        // A minus is a value here, and no option.
        let line = line.replace(" -1", "=-1").replace(" -2", "=-2");
        let run = watched.run(&line);
        assert_eq!(run.status, Some(2), "{line}: {}", run.said);
        assert!(run.said.contains(words), "{line}: {}", run.said);
    }
    for line in [
        "cards guide.md --paper 5080x5080mm --grid 99x99 -o out/x.pdf",
        "cards guide.md --paper 5080x5080mm -o out/x.pdf",
        "sheet guide.md --paper 5080x5080mm -o out/x.pdf",
        "sheet guide.md --paper 5080x5080mm --one-page -o out/x.pdf",
        "sheet guide.md --paper 5080x40mm -o out/x.pdf",
        "sheet guide.md --paper 40x5080mm --columns 1 -o out/x.pdf",
        "calibrate --paper 5080x5080mm -o out/x.pdf",
    ] {
        watched.run(line).did(&["out/x.pdf"]);
    }
}

/// Days that no calendar has.
const NO_DATES: [&str; 10] = [
    "10000-01-01",
    "99999",
    "0000",
    "2023-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-05-32",
    "-2026",
    "yesterday",
    "2026-05-31Tea",
];

#[test]
fn dates_that_are_none_are_said_wherever_they_come_in() {
    let watched = Watched::with_guide();
    let tree = watched.run("tree guide.md --date 2026-05-31");
    let tree = String::from_utf8(tree.output).expect("JSON");
    for date in NO_DATES {
        let line = format!("all guide.md -d out --date={date}");
        let run = watched.run(&line);
        assert_eq!(run.status, Some(2), "{line}: {}", run.said);
        assert!(run.said.contains("give a date that there is"), "{line}: {}", run.said);

        watched.put("tree.json", tree.replace("2026-05-31", date));
        watched.refuses("all tree.json -d out", &["tree.json", date, "is no date"]);

        watched.put("settings/offprint.toml", format!("date = '{date}'\n"));
        watched.put("settings/guide.md", GUIDE);
        let words = ["offprint.toml:1", "`date` cannot be", "a date that there is"];
        watched.refuses("all settings/guide.md -d out", &words);

        watched.put("matter.md", format!("---\ndate: {date}\n---\n\n{GUIDE}"));
        let run = watched.run("tree matter.md -o -");
        run.did(&["matter.md:2", "is no date and is left out"]);
        assert!(!String::from_utf8_lossy(&run.output).contains("\"date\""), "{date}");
    }
    for (written, date) in [("2026-05-31T10:00:00Z", "2026-05-31"), ("2026", "2026")] {
        watched.put("matter.md", format!("---\ndate: {written}\n---\n\n{GUIDE}"));
        let run = watched.run("tree matter.md -o -");
        run.did(&[]);
        assert!(String::from_utf8_lossy(&run.output).contains(&format!("\"{date}\"")));
    }
}

#[test]
fn times_of_the_environment_are_days_up_to_the_year_9999() {
    let watched = Watched::with_guide();
    let at = |time: &str, line: &str| {
        let run = watched.command(line).env("SOURCE_DATE_EPOCH", time).output();
        run.expect("the program runs")
    };
    for time in
        ["-1", "+1", "1.5", "1e9", "soon", "253402300800", "99999999999999999999999"]
    {
        for line in ["all guide.md -d out", "list guide.md", "calibrate -o out/x.pdf"] {
            let run = at(time, line);
            let said = String::from_utf8_lossy(&run.stderr);
            assert_eq!(run.status.code(), Some(2), "{time}: {line}: {said}");
            assert!(said.contains(&format!("SOURCE_DATE_EPOCH is {time}")), "{said}");
            assert!(watched.names("out").is_empty(), "{time}: {line}");
        }
    }
    for time in ["0", "1", "253402300799"] {
        let run = at(time, "all guide.md -d out");
        assert!(run.status.success(), "{time}: {}", String::from_utf8_lossy(&run.stderr));
    }
}
