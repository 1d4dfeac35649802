//! Card stock and both sides on the command line.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::command::PROGRAM;

const GUIDE: &str = "## 1. Words\n\n### Q1: What?\n\nThis.\n\n### Q2: Which?\n\nThat.\n";

/// Runs a line in a folder that has a guide.
fn run(folder: &Path, line: &str) -> Output {
    fs::write(folder.join("guide.md"), GUIDE).expect("written");
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).env_remove("SOURCE_DATE_EPOCH");
    command.args(line.split_whitespace()).output().expect("the command runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files of a folder, but for the guide.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> =
        names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.retain(|name| name != "guide.md");
    names.sort();
    names
}

#[test]
fn by_hand_there_are_two_files_or_none_and_a_note() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let made = run(folder, "cards guide.md --duplex manual");
    assert!(made.status.success(), "{}", said(&made));
    assert_eq!(files(folder), ["guide-cards-backs.pdf", "guide-cards-fronts.pdf"]);
    let said_lines = said(&made);
    let lines: Vec<_> = said_lines.lines().collect();
    assert!(lines[0].starts_with("guide-cards-fronts.pdf: 2 cards, 1 page"), "{lines:?}");
    assert!(lines[1].starts_with("guide-cards-backs.pdf: 2 cards, 1 page"), "{lines:?}");
    assert!(lines[2].starts_with("note: ") && lines[2].contains("reverse"), "{lines:?}");
    assert_eq!(said(&run(folder, "cards guide.md --duplex manual -q")), "");
    for name in files(folder) {
        fs::remove_file(folder.join(name)).expect("removed");
    }
    // Where one cannot be written, neither is.
    fs::create_dir(folder.join("x-backs.pdf")).expect("made");
    let failed = run(folder, "cards guide.md --duplex manual -o x.pdf");
    assert_eq!(failed.status.code(), Some(1), "{}", said(&failed));
    assert_eq!(files(folder), ["x-backs.pdf"]);
}

#[test]
fn all_has_cards_on_stock_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), "all guide.md --stock 5371 --duplex manual");
    assert!(made.status.success(), "{}", said(&made));
    let expected = [
        "guide-cards-backs.pdf",
        "guide-cards-fronts.pdf",
        "guide-sheet.pdf",
        "guide.epub",
    ];
    assert_eq!(files(folder.path()), expected);
}

#[test]
fn the_list_of_stock_goes_to_standard_output_and_needs_no_guide() {
    let folder = tempfile::tempdir().expect("a folder");
    for line in ["cards --stock list", "cards no.md --stock LIST", "all --stock list"] {
        let listed = run(folder.path(), line);
        assert!(listed.status.success(), "{line}: {}", said(&listed));
        assert_eq!(said(&listed), "", "{line}");
        let list = String::from_utf8(listed.stdout).expect("UTF-8");
        for stock in super::stock::SHEETS {
            assert!(list.contains(&format!("\n{}", stock.name)), "{}", stock.name);
        }
        assert!(list.contains("|____|"), "{list}");
    }
    assert_eq!(files(folder.path()), Vec::<String>::new());
}

#[test]
fn a_test_sheet_has_a_name_and_goes_where_it_is_sent() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), "calibrate");
    assert!(said(&made).starts_with("calibration.pdf: 2 pages"), "{}", said(&made));
    let piped = run(folder.path(), "calibrate -o - --paper letter --back-offset -1,0.5");
    assert!(piped.stdout.starts_with(b"%PDF-"), "{}", said(&piped));
    assert_eq!(files(folder.path()), ["calibration.pdf"]);
}

#[test]
fn options_that_do_not_go_together_are_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    for (line, status, words) in [
        ("cards guide.md --duplex manual -o -", 2, "name a file with -o"),
        ("cards guide.md --stock 5388 --paper a4", 2, "leave --paper away"),
        ("cards guide.md --stock 1234", 2, "--stock list"),
        ("cards guide.md --stock 8373 --duplex fold", 2, "places that touch"),
        ("cards guide.md --grid 1x1 --duplex fold", 2, "only one"),
        ("cards guide.md --duplex fold --back-offset 1,1", 2, "--back-offset"),
        ("cards guide.md --grid 30x2", 2, "at least"),
        ("cards guide.md --grid 2x2 --stock A7", 2, "cannot be used with"),
        ("cards guide.md --card-gutter 3", 2, "--grid"),
        ("cards guide.md --back-offset 1", 2, "1.5,-0.5"),
        ("calibrate --duplex fold", 2, "nothing to calibrate"),
        ("calibrate --paper 60x60mm", 1, "A5"),
    ] {
        let failed = run(folder.path(), line);
        assert_eq!(failed.status.code(), Some(status), "{line}: {}", said(&failed));
        assert!(said(&failed).contains(words), "{line}: no {words} in {}", said(&failed));
        assert!(failed.stdout.is_empty(), "{line}");
        assert_eq!(files(folder.path()), Vec::<String>::new(), "{line}");
    }
}
