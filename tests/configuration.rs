//! What stands in `offprint.toml` beside a guide, and what wins over what.

mod bench;

use std::fs;

use bench::Bench;

const GUIDE: &str = "\
# Heading

## 1. Basics

### Q1: What is a key?

A column that names a row.

## 2. More

### Q2: What is a join?

Two tables beside each other.
";

impl Bench {
    /// A folder with a guide in `notes` and a file of defaults beside it.
    fn new(defaults: &str) -> Self {
        let bench = Self::empty();
        bench.put("notes/guide.md", GUIDE);
        bench.put("notes/offprint.toml", defaults);
        bench
    }

    /// The report of a sheet made with `options`.
    #[track_caller]
    fn report(&self, options: &str) -> serde_json::Value {
        let run =
            self.run(&format!("sheet notes/guide.md -o s.pdf --report r.json {options}"));
        assert_eq!(run.status, Some(0), "{}", run.said);
        let report = fs::read(self.root().join("r.json")).expect("a report");
        serde_json::from_slice(&report).expect("JSON")
    }

    /// Title and the rest of what the tree says of the guide.
    #[track_caller]
    fn meta(&self, line: &str) -> serde_json::Value {
        let run = self.run(line);
        assert_eq!(run.status, Some(0), "{}", run.said);
        let tree: serde_json::Value = serde_json::from_str(&run.output).expect("JSON");
        tree["meta"].clone()
    }

    /// Refuses the file with all of `words`, writing nothing.
    #[track_caller]
    fn refuses(&self, words: &[&str]) {
        let run = self.run("sheet notes/guide.md -o s.pdf");
        assert_eq!(run.status, Some(1), "{}", run.said);
        for word in words {
            assert!(run.said.contains(word), "no {word:?} in\n{}", run.said);
        }
        assert!(!self.root().join("s.pdf").exists());
    }
}

#[test]
fn options_count_for_all_commands_that_have_them_and_typed_ones_win() {
    let bench = Bench::new("paper = \"letter\"\ncolumns = 2\nonly = 1\n");
    let report = bench.report("");
    assert_eq!((&report["paper"], &report["columns"]), (&"letter".into(), &2.into()));
    assert_eq!(report["questions"]["selected"], 1);
    assert_eq!(bench.report("--paper a5")["paper"], "a5");
    assert_eq!(bench.report("--only 1-2")["questions"]["selected"], 2);
    assert_eq!(bench.report("--no-defaults")["paper"], "a4");
    // The book has no paper, and does not mind.
    assert_eq!(bench.run("epub notes/guide.md").status, Some(0));
}

#[test]
fn a_table_is_for_one_command_and_wins_over_what_is_for_all() {
    let bench =
        Bench::new("paper = \"letter\"\nstrict = false\n[sheet]\npaper = \"a5\"\n");
    assert_eq!(bench.report("")["paper"], "a5");
    let run = bench.run("list notes/guide.md -v");
    assert_eq!(run.status, Some(0), "{}", run.said);
}

#[test]
fn what_does_not_go_with_typed_options_gives_way() {
    let bench = Bench::new("one-page = true\ndense = true\n");
    assert_eq!(bench.report("")["pages"], 1);
    bench.report("--pages 2 --min-x-height 1.5");
    let bench = Bench::new(
        "[cards]\ncard-gutter = 2\ncard-margin = \"6\"\ngrid = \"2x3\"\npaper = \"a4\"\n",
    );
    for line in ["", "--stock 5371", "--grid 3x3", "--paper letter"] {
        let run = bench.run(&format!("cards notes/guide.md -o c.pdf {line}"));
        assert_eq!(run.status, Some(0), "{line}: {}", run.said);
    }
    let run = bench.run("cards notes/guide.md -o c.pdf --stock 5371 -v");
    assert!(run.said.contains("do not go with what was typed"), "{}", run.said);
    assert!(run.said.contains("card-gutter, card-margin, grid, paper"), "{}", run.said);
}

#[test]
fn mistakes_are_named_with_their_line_and_what_to_do() {
    let refuses = |defaults: &str, words: &[&str]| Bench::new(defaults).refuses(words);
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
    let bench = Bench::new("[sheet]\noutput = \"link/s.pdf\"\n");
    let outside = bench.root().join("outside");
    fs::create_dir(&outside).expect("a folder");
    std::os::unix::fs::symlink(outside, bench.root().join("notes/link")).expect("a link");
    let run = bench.run("sheet notes/guide.md");
    assert_eq!(run.status, Some(1), "{}", run.said);
    assert!(run.said.contains("leads out"), "{}", run.said);
}

#[test]
fn paths_are_told_from_the_folder_of_the_file() {
    let bench = Bench::new("[sheet]\noutput = \"out.pdf\"\n[all]\ndir = \"print\"\n");
    assert_eq!(bench.run("sheet notes/guide.md").status, Some(0));
    assert!(bench.root().join("notes/out.pdf").exists());
    assert_eq!(bench.run("all notes/guide.md").status, Some(0));
    assert!(bench.root().join("notes/print/guide.epub").exists());
    assert_eq!(bench.run_in("notes", "sheet guide.md -o typed.pdf").status, Some(0));
    assert!(bench.root().join("notes/typed.pdf").exists());
}

#[test]
fn front_matter_knows_a_guide_better_and_arguments_best() {
    let bench =
        Bench::new("title = \"File\"\nauthor = [\"A\", \"B\"]\ndate = 2024-05-01\n");
    let meta = bench.meta("tree notes/guide.md");
    assert_eq!((&meta["title"], &meta["author"]), (&"File".into(), &"A, B".into()));
    assert_eq!(meta["date"], "2024-05-01");
    assert_eq!(meta["subtitle"], "Heading", "no word is lost");
    let matter = format!("+++\ntitle = \"Matter\"\n+++\n{GUIDE}");
    bench.put("notes/matter.md", &matter);
    assert_eq!(bench.meta("tree notes/matter.md")["title"], "Matter");
    assert_eq!(bench.meta("tree notes/matter.md")["author"], "A, B");
    let typed = bench.meta("tree notes/matter.md --title Typed");
    assert_eq!(typed["title"], "Typed");
}
