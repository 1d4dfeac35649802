//! What stands in `offprint.toml` beside a guide, and what wins over what.

use std::fs;

use crate::support::command::Sandbox;

const GUIDE: &str = "\
# Heading

## 1. Basics

### Q1: What is a key?

A column that names a row.

## 2. More

### Q2: What is a join?

Two tables beside each other.
";

/// A folder with a guide in `notes` and a file of defaults beside it.
fn notes(defaults: &str) -> Sandbox {
    let sandbox = Sandbox::empty();
    sandbox.put("notes/guide.md", GUIDE);
    sandbox.put("notes/offprint.toml", defaults);
    sandbox
}

/// The report of a sheet made with `options`.
#[track_caller]
fn report_of(sandbox: &Sandbox, options: &str) -> serde_json::Value {
    let line = format!("sheet notes/guide.md -o s.pdf --report r.json {options}");
    sandbox.run(&line).done(&line);
    serde_json::from_slice(&sandbox.read("r.json")).expect("JSON")
}

/// Title and the rest of what the tree says of the guide.
#[track_caller]
fn meta_of(sandbox: &Sandbox, line: &str) -> serde_json::Value {
    sandbox.run(line).done(line).json()["meta"].clone()
}

/// Refuses the file with all of `words`, writing nothing.
#[track_caller]
fn refuses(defaults: &str, words: &[&str]) {
    notes(defaults).refuses("sheet notes/guide.md -o s.pdf", 1, words);
}

#[test]
fn options_count_for_all_commands_that_have_them_and_typed_ones_win() {
    let sandbox = notes("paper = \"letter\"\ncolumns = 2\nonly = 1\n");
    let report = report_of(&sandbox, "");
    assert_eq!((&report["paper"], &report["columns"]), (&"letter".into(), &2.into()));
    assert_eq!(report["questions"]["selected"], 1);
    assert_eq!(report_of(&sandbox, "--paper a5")["paper"], "a5");
    assert_eq!(report_of(&sandbox, "--only 1-2")["questions"]["selected"], 2);
    assert_eq!(report_of(&sandbox, "--no-defaults")["paper"], "a4");
    // The book has no paper, and does not mind.
    assert_eq!(sandbox.run("epub notes/guide.md").status, Some(0));
}

#[test]
fn a_table_is_for_one_command_and_wins_over_what_is_for_all() {
    let sandbox = notes("paper = \"letter\"\nstrict = false\n[sheet]\npaper = \"a5\"\n");
    assert_eq!(report_of(&sandbox, "")["paper"], "a5");
    let run = sandbox.run("list notes/guide.md -v");
    assert_eq!(run.status, Some(0), "{}", run.said);
}

#[test]
fn what_does_not_go_with_typed_options_gives_way() {
    let sandbox = notes("one-page = true\ndense = true\n");
    assert_eq!(report_of(&sandbox, "")["pages"], 1);
    report_of(&sandbox, "--pages 2 --min-x-height 1.5");
    let sandbox = notes(
        "[cards]\ncard-gutter = 2\ncard-margin = \"6\"\ngrid = \"2x3\"\npaper = \"a4\"\n",
    );
    for line in ["", "--stock 5371", "--grid 3x3", "--paper letter"] {
        let run = sandbox.run(&format!("cards notes/guide.md -o c.pdf {line}"));
        assert_eq!(run.status, Some(0), "{line}: {}", run.said);
    }
    let run = sandbox.run("cards notes/guide.md -o c.pdf --stock 5371 -v");
    assert!(run.said.contains("do not go with what was typed"), "{}", run.said);
    assert!(run.said.contains("card-gutter, card-margin, grid, paper"), "{}", run.said);
}

#[test]
fn mistakes_are_named_with_their_line_and_what_to_do() {
    refuses(
        "columns = 2\npapre = \"a4\"\n",
        &["no option `papre`", "offprint.toml:2:1", "did you mean `paper`?", "^^^^^"],
    );
    refuses("[sheet]\nstock = \"A7\"", &["offprint sheet", "`stock`", ":2:1"]);
    refuses("[shet]\npaper = \"a4\"", &["`shet`", "did you mean `sheet`?"]);
    refuses("columns = 2\npaper = \"a9\"", &["`paper` cannot be `a9`", ":2:9"]);
    refuses("[cards]\norder = \"any\"", &["`order` cannot be `any`", "sheet, stack"]);
    refuses("one-page = \"yes\"", &["`one-page` is true or false", ":1:12"]);
    refuses("paper = [\"a4\"]", &["`paper` takes words or a number"]);
    refuses("paper = a4", &["offprint.toml:1:", "quotation marks"]);
    refuses("pages = 2\none-page = true", &["do not go together", "--pages"]);
    refuses("output = \"x.pdf\"", &["`output`", "[sheet]"]);
    refuses("allow-outside = true", &["`allow-outside` cannot stand in a file"]);
    refuses("[sheet]\nreport = \"../r.json\"", &["leads out", "type it"]);
    refuses("[all]\ndir = \"/tmp/x\"", &["leads out"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_no_place_to_write_to() {
    let sandbox = notes("[sheet]\noutput = \"link/s.pdf\"\n");
    let outside = sandbox.path("outside");
    fs::create_dir(&outside).expect("a folder");
    std::os::unix::fs::symlink(outside, sandbox.path("notes/link")).expect("a link");
    let run = sandbox.run("sheet notes/guide.md");
    assert_eq!(run.status, Some(1), "{}", run.said);
    assert!(run.said.contains("leads out"), "{}", run.said);
}

#[test]
fn paths_are_told_from_the_folder_of_the_file() {
    let sandbox = notes("[sheet]\noutput = \"out.pdf\"\n[all]\ndir = \"print\"\n");
    assert_eq!(sandbox.run("sheet notes/guide.md").status, Some(0));
    assert!(sandbox.path("notes/out.pdf").exists());
    assert_eq!(sandbox.run("all notes/guide.md").status, Some(0));
    assert!(sandbox.path("notes/print/guide.epub").exists());
    assert_eq!(sandbox.run_in("notes", "sheet guide.md -o typed.pdf").status, Some(0));
    assert!(sandbox.path("notes/typed.pdf").exists());
}

#[test]
fn front_matter_knows_a_guide_better_and_arguments_best() {
    let sandbox = notes("title = \"File\"\nauthor = [\"A\", \"B\"]\ndate = 2024-05-01\n");
    let meta = meta_of(&sandbox, "tree notes/guide.md");
    assert_eq!((&meta["title"], &meta["author"]), (&"File".into(), &"A, B".into()));
    assert_eq!(meta["date"], "2024-05-01");
    assert_eq!(meta["subtitle"], "Heading", "no word is lost");
    let matter = format!("+++\ntitle = \"Matter\"\n+++\n{GUIDE}");
    sandbox.put("notes/matter.md", &matter);
    assert_eq!(meta_of(&sandbox, "tree notes/matter.md")["title"], "Matter");
    assert_eq!(meta_of(&sandbox, "tree notes/matter.md")["author"], "A, B");
    let typed = meta_of(&sandbox, "tree notes/matter.md --title Typed");
    assert_eq!(typed["title"], "Typed");
}

#[test]
fn how_cards_are_turned_is_no_matter_of_sheets_and_a_booklet_can_be_the_default() {
    let sandbox = notes("duplex = \"fold\"\nportrait = true\n");
    assert!(report_of(&sandbox, "")["folded"].is_null());
    assert_eq!(report_of(&sandbox, "--booklet")["folded"]["shape"], "booklet");
    let sandbox = notes("[sheet]\nbooklet = true\n");
    let folded = &report_of(&sandbox, "")["folded"];
    assert_eq!((&folded["shape"], &folded["sheets"]), (&"booklet".into(), &1.into()));
    assert_eq!(report_of(&sandbox, "--pocket")["folded"]["shape"], "pocket");
    assert!(report_of(&sandbox, "--one-page")["folded"].is_null());
}
