//! The command as a person or a script meets it: messages, exit status, files.

use std::fs;
use std::process::{Command, Stdio};

use crate::support::command::{PROGRAM, Run, Sandbox};

const GUIDE: &str = "\
# A small guide

## 1. Basics

### Q1: What is a key?

A column that names a row.

### Q2: What is an index?

A list that finds rows quickly.

## 2. More

### Q3: What is a join?

Two tables beside each other.
";

/// Text without a question.
const TOPICS: &str = "# Tips\n\n## 1. Before\n\n### Sleep well\n\nEight hours.\n";

fn small_guide() -> Sandbox {
    Sandbox::with_guide(GUIDE)
}

/// The numbers of the questions in the output of `list --json`.
fn questions(run: &Run) -> Vec<u64> {
    let json = run.json();
    let sections = json["sections"].as_array().expect("sections").iter();
    let questions =
        sections.flat_map(|section| section["questions"].as_array().expect("questions"));
    questions.map(|question| question["number"].as_u64().expect("a number")).collect()
}

// What is made.

#[test]
fn all_writes_three_files_into_a_folder_it_makes() {
    let sandbox = small_guide();
    let run = sandbox.run("all guide.md -d out/deep").done("all");
    assert!(run.output.is_empty());
    let expected = [
        "guide.md",
        "out/",
        "out/deep/",
        "out/deep/guide-cards.pdf",
        "out/deep/guide-sheet.pdf",
        "out/deep/guide.epub",
    ];
    assert_eq!(sandbox.files(), expected);
    assert!(sandbox.read("out/deep/guide-sheet.pdf").starts_with(b"%PDF-"));
    assert!(sandbox.read("out/deep/guide-cards.pdf").starts_with(b"%PDF-"));
    assert!(sandbox.read("out/deep/guide.epub").starts_with(b"PK"));
}

#[test]
fn each_finished_file_is_one_line() {
    let sandbox = small_guide();
    let run = sandbox.run("all guide.md").done("all");
    let lines: Vec<_> = run.said.lines().collect();
    assert_eq!(lines.len(), 3, "{}", run.said);
    assert!(lines[0].starts_with("guide-sheet.pdf: "), "{}", lines[0]);
    assert!(lines[0].contains(" page") && lines[0].ends_with('B'), "{}", lines[0]);
    assert!(lines[1].starts_with("guide-cards.pdf: 3 cards"), "{}", lines[1]);
    assert!(lines[2].starts_with("guide.epub: "), "{}", lines[2]);
    assert_eq!(sandbox.run("all guide.md -q").done("quiet").said, "");
}

#[test]
fn without_a_guide_the_embedded_one_is_printed() {
    let sandbox = small_guide();
    sandbox.run("all -d out").done("all");
    for name in ["out/guide-sheet.pdf", "out/guide-cards.pdf", "out/guide.epub"] {
        assert!(sandbox.path(name).is_file(), "{name}");
    }
}

#[test]
fn files_go_into_the_present_folder_named_after_the_first_guide() {
    let sandbox = small_guide();
    fs::create_dir(sandbox.path("notes")).expect("made");
    sandbox.put("notes/b.md", "## 7. Other\n\n### Q9: Why?\n\nBecause.\n");
    sandbox.run("sheet notes/b.md guide.md").done("sheet");
    sandbox.run("cards guide.md notes/b.md").done("cards");
    sandbox.run("epub notes/b.md").done("epub");
    let expected =
        ["b-sheet.pdf", "b.epub", "guide-cards.pdf", "guide.md", "notes/", "notes/b.md"];
    assert_eq!(sandbox.files(), expected);
}

#[test]
fn a_dash_reads_standard_input_and_writes_standard_output() {
    let sandbox = small_guide();
    let run = sandbox.run_fed("sheet - -o -", GUIDE.as_bytes()).done("sheet");
    assert!(run.output.starts_with(b"%PDF-"));
    assert!(run.said.starts_with("standard output: "), "{}", run.said);
    assert_eq!(sandbox.files(), ["guide.md"]);
    sandbox.run_fed("epub -", GUIDE.as_bytes()).done("epub");
    assert_eq!(sandbox.files(), ["guide.epub", "guide.md"]);
}

#[test]
fn the_same_twice_is_the_same_bytes() {
    let sandbox = small_guide();
    sandbox.run("all guide.md -d a").done("first");
    sandbox.run("all guide.md -d b").done("second");
    for name in ["guide-sheet.pdf", "guide-cards.pdf", "guide.epub"] {
        let same =
            sandbox.read(&format!("a/{name}")) == sandbox.read(&format!("b/{name}"));
        assert!(same, "{name}");
    }
}

#[test]
fn a_tree_is_a_guide_as_good_as_its_markdown() {
    let sandbox = small_guide();
    sandbox.run("tree guide.md -o t.json").done("tree to a file");
    let tree = sandbox.run("tree guide.md").done("tree");
    assert_eq!(tree.said, "");
    assert_eq!(sandbox.read("t.json"), tree.output);
    assert_eq!(sandbox.run("tree t.json").done("tree of a tree").output, tree.output);
    assert_eq!(sandbox.run_fed("tree -", &tree.output).done("piped").output, tree.output);

    sandbox.run("epub guide.md -o markdown.epub").done("from Markdown");
    sandbox.run("epub t.json -o tree.epub").done("from the tree");
    assert!(sandbox.read("markdown.epub") == sandbox.read("tree.epub"));
}

#[test]
fn what_is_said_about_the_document_wins_over_the_guide() {
    let sandbox = small_guide();
    let words =
        ["list", "guide.md", "--json", "--title", "Another name", "--lang", "pt-BR"];
    let json = sandbox.run_with(words).done("list").json();
    assert_eq!(json["title"], "Another name");
    assert_eq!(json["language"], "pt-BR");
    let tree =
        sandbox.run("tree guide.md --author Ada --date 2024-05").done("tree").json();
    assert_eq!(tree["meta"]["author"], "Ada");
    assert_eq!(tree["meta"]["date"], "2024-05");
}

// Listing and selecting.

#[test]
fn list_json_has_the_promised_shape() {
    let sandbox = small_guide();
    let json = sandbox.run("list guide.md --json").done("list").json();
    assert_eq!(json["title"], "A small guide");
    assert_eq!(json["language"], "en");
    assert!(json["words"].as_u64().expect("words") >= 25);
    let section = &json["sections"][1];
    assert_eq!(section["number"], 2);
    assert_eq!(section["title"], "More");
    assert!(section["id"].is_string());
    assert_eq!(section["topics"], serde_json::json!([]));
    let question = &section["questions"][0];
    assert_eq!(question["number"], 3);
    assert_eq!(question["id"], "q3");
    assert_eq!(question["title"], "What is a join?");
    assert_eq!(question["words"], 9);
    assert_eq!(question["line"], 15);
}

#[test]
fn list_is_a_table_for_people() {
    let sandbox = small_guide();
    let run = sandbox.run("list guide.md").done("list");
    let table = String::from_utf8(run.output).expect("UTF-8");
    assert!(table.contains("A small guide: 3 questions"), "{table}");
    let line = table.lines().find(|line| line.contains("What is an index?")).expect("Q2");
    assert!(line.contains("Q2") && line.contains("q2") && line.contains("10"), "{line}");
    assert_eq!(run.said, "");
}

#[test]
fn only_except_and_search_select() {
    let sandbox = small_guide();
    for (line, expected) in [
        ("", vec![1, 2, 3]),
        ("--only 1", vec![1, 2]),
        ("--only 1-2 --except Q2", vec![1, 3]),
        ("--only q2-Q3", vec![2, 3]),
        ("--only q1,2", vec![1, 3]),
        ("--only Q3 --only Q1", vec![1, 3]),
        ("--except 1", vec![3]),
        ("--search TABLES", vec![3]),
        ("--search index --only 1", vec![2]),
    ] {
        let run = sandbox.run(&format!("list guide.md --json {line}")).done(line);
        assert_eq!(questions(&run), expected, "{line}");
    }
    let cards = sandbox.run("cards guide.md --only 1").done("cards");
    assert!(cards.said.starts_with("guide-cards.pdf: 2 cards"), "{}", cards.said);
}

#[test]
fn ids_that_list_shows_can_be_selected() {
    let sandbox = small_guide();
    let json = sandbox.run("list guide.md --json").done("list").json();
    let id = json["sections"][0]["id"].as_str().expect("an id");
    let run = sandbox.run_with(["list", "guide.md", "--json", "--only", id]).done(id);
    assert_eq!(questions(&run), [1, 2]);
}

#[test]
fn several_guides_are_joined_in_order() {
    let sandbox = small_guide();
    sandbox.put("b.md", "## 7. Other\n\n### Q9: Why?\n\nBecause.\n");
    assert_eq!(
        questions(&sandbox.run("list guide.md b.md --json").done("list")),
        [1, 2, 3, 9]
    );
    sandbox.run("tree b.md -o b.json").done("tree");
    assert_eq!(
        questions(&sandbox.run("list b.json guide.md --json").done("list")),
        [9, 1, 2, 3]
    );
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    let sandbox = small_guide();
    for command in ["sheet", "cards", "epub", "all", "list", "tree"] {
        let line = format!("{command} guide.md --only basiks");
        sandbox.refuses(&line, 1, &["“basiks”", "basics"]);
    }
    sandbox.refuses("list guide.md --only Q7", 1, &["Q7", "Q3"]);
    sandbox.refuses("list guide.md --except 9", 1, &["no section", "9", "from 1 to 2"]);
    sandbox.refuses("list guide.md --only 1 --except Q1-Q2", 1, &["leaves nothing"]);
    sandbox.refuses("list guide.md --search kangaroo", 1, &["“kangaroo”"]);
}

// Failing well: what cannot be read.

#[test]
fn a_missing_file_is_named_with_those_like_it() {
    let sandbox = small_guide();
    for command in ["sheet", "cards", "epub", "all", "list", "tree"] {
        let words = ["giude.md", "no such file", "help: there is guide.md"];
        sandbox.refuses(&format!("{command} giude.md"), 1, &words);
    }
    sandbox.refuses("sheet no/guide.md", 1, &["no/guide.md", "there is no folder no"]);
    let run = sandbox.run("sheet zzzzz.md");
    run.failed("no file is like it", 1, &["zzzzz.md"]);
    assert!(!run.said.contains("help"), "{}", run.said);
}

#[test]
fn a_folder_without_guides_is_no_guide() {
    let sandbox = small_guide();
    fs::create_dir(sandbox.path("notes")).expect("made");
    sandbox.refuses("sheet notes", 1, &["notes", "folder"]);
    sandbox.put("notes/.hidden.md", GUIDE);
    sandbox.refuses("sheet notes", 1, &["notes", "folder"]);
    fs::create_dir(sandbox.path("odd.json")).expect("made");
    sandbox.refuses("list odd.json", 1, &["odd.json", "folder"]);
}

#[test]
fn an_empty_guide_is_refused() {
    let sandbox = small_guide();
    sandbox.put("empty.md", "");
    sandbox.put("blank.md", " \n\n\t\n");
    sandbox.put("empty.json", "\n");
    for name in ["empty.md", "blank.md", "empty.json", "guide.md empty.md"] {
        sandbox.refuses(&format!("sheet {name}"), 1, &["there is nothing in it"]);
    }
    sandbox.put("title.md", "---\ntitle: Only a title\n---\n");
    sandbox.refuses("sheet title.md", 1, &["no text", "title.md"]);
    let run = sandbox.run_fed("sheet -", b"");
    run.failed("nothing came in", 1, &["standard input", "nothing in it"]);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let sandbox = small_guide();
    let picture =
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 255, 254, 0, 129]].concat();
    sandbox.put("picture.md", picture);
    sandbox.refuses("all picture.md", 1, &["picture.md"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_guide_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = small_guide();
    let path = sandbox.path("secret.md");
    sandbox.put("secret.md", GUIDE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("set");
    // Whoever may read everything proves nothing here.
    if fs::read(&path).is_err() {
        sandbox.refuses("sheet secret.md", 1, &["secret.md", "permission"]);
    }
}

#[test]
fn a_guide_without_questions_makes_no_cards_but_the_rest() {
    let sandbox = small_guide();
    sandbox.put("tips.md", TOPICS);
    sandbox.refuses("cards tips.md", 1, &["no question", "tips.md", "### Q1:"]);
    // All three are made of any guide that has text.
    let all = sandbox.run("all tips.md -d out").done("all");
    assert!(all.said.contains("the cards are of the guide's topics"), "{}", all.said);
    assert!(sandbox.path("out/tips-cards.pdf").exists());
    for command in ["sheet", "epub", "list", "tree"] {
        sandbox.run(&format!("{command} tips.md")).done(command);
    }
}

#[test]
fn a_bad_tree_is_refused_with_its_place() {
    let sandbox = small_guide();
    sandbox.put("cut.json", "{\"sections\": [");
    sandbox.put("list.json", "[true,\n2]");
    sandbox.put("key.json", "{\n  \"sections\": [],\n  \"chapters\": []\n}");
    sandbox.refuses("sheet cut.json", 1, &["cut.json", "line 1 column", "offprint tree"]);
    sandbox.refuses("sheet list.json", 1, &["list.json", "line 1"]);
    sandbox.refuses("sheet key.json", 1, &["chapters", "line 3"]);
    sandbox.put("none.json", "{\"sections\": []}");
    sandbox.refuses("sheet none.json", 1, &["no text", "none.json"]);
    let section = r#"{"number": 1, "id": "a", "title": [], "entries": []}"#;
    sandbox.put("twice.json", format!("{{\"sections\": [{section}, {section}]}}"));
    sandbox.refuses("sheet twice.json", 1, &["twice.json", "id a is used twice"]);
}

// Failing well: what cannot be written.

#[test]
fn a_target_that_cannot_be_leaves_nothing() {
    let sandbox = small_guide();
    fs::create_dir(sandbox.path("dir")).expect("made");
    for command in ["sheet", "cards", "epub", "tree"] {
        let line = |target: &str| format!("{command} guide.md -o {target}");
        sandbox.refuses(&line("dir"), 1, &["cannot write dir", "folder"]);
        sandbox.refuses(&line("no/x"), 1, &["cannot write no/x", "no folder no"]);
        sandbox.refuses(&line("guide.md/x"), 1, &["guide.md is not a folder"]);
        sandbox.refuses(&line("guide.md"), 1, &["it is the guide itself"]);
        sandbox.refuses(&line("new/"), 1, &["new/"]);
    }
    sandbox.refuses("all guide.md -d guide.md", 1, &["guide.md", "not a folder"]);
}

#[test]
fn all_writes_none_if_one_cannot_be_written() {
    let sandbox = small_guide();
    sandbox.put("guide-sheet.pdf", "old");
    fs::create_dir(sandbox.path("guide.epub")).expect("made");
    sandbox.refuses("all guide.md", 1, &["guide.epub", "folder"]);
    assert_eq!(sandbox.read("guide-sheet.pdf"), b"old");
}

#[test]
fn a_failure_leaves_the_old_file_and_success_replaces_it() {
    let sandbox = small_guide();
    sandbox.put("x.pdf", "old");
    sandbox.refuses("sheet guide.md -o x.pdf --only 9", 1, &[]);
    sandbox.refuses("sheet nothing.md -o x.pdf", 1, &[]);
    assert_eq!(sandbox.read("x.pdf"), b"old");
    sandbox.run("sheet guide.md -o x.pdf").done("sheet");
    assert!(sandbox.read("x.pdf").starts_with(b"%PDF-"));
    assert_eq!(sandbox.files(), ["guide.md", "x.pdf"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = small_guide();
    let locked = sandbox.path("locked");
    fs::create_dir(&locked).expect("made");
    let set = |mode| {
        fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).expect("set");
    };
    set(0o555);
    if fs::write(locked.join("probe"), "").is_err() {
        sandbox.refuses(
            "sheet guide.md -o locked/x.pdf",
            1,
            &["locked/x.pdf", "permission"],
        );
        sandbox.refuses("all guide.md -d locked/new", 1, &["locked/new", "permission"]);
    }
    set(0o755);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_left_clean() {
    let sandbox = small_guide();
    sandbox.refuses("sheet guide.md -o /dev/full", 1, &["/dev/full", "disk is full"]);
    let full =
        || fs::File::options().write(true).open("/dev/full").expect("a full device");
    for line in ["sheet guide.md -o -", "list guide.md", "tree guide.md", "--help", "-V"]
    {
        let output = sandbox.command().args(line.split(' ')).stdout(full()).output();
        let run = Run::of(output.expect("the command runs"));
        run.failed(line, 1, &["standard output", "disk is full"]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_finished_leaves_nothing() {
    let sandbox = small_guide();
    sandbox.put("guide-sheet.pdf", "old");
    // Files may grow to four blocks.
    let limited = "ulimit -f 4; exec \"$@\"";
    let mut command = Command::new("sh");
    command.current_dir(sandbox.root()).stdin(Stdio::null());
    command.args(["-c", limited, "sh", PROGRAM]);
    let run = Run::of(command.args(["all", "guide.md"]).output().expect("a shell"));
    run.failed("a limit on files", 1, &["guide-", "larger than"]);
    assert_eq!(sandbox.files(), ["guide-sheet.pdf", "guide.md"]);
    assert_eq!(sandbox.read("guide-sheet.pdf"), b"old");
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_leads_to_is_replaced() {
    let sandbox = small_guide();
    fs::create_dir(sandbox.path("real")).expect("made");
    sandbox.put("real/x.pdf", "old");
    std::os::unix::fs::symlink("real/x.pdf", sandbox.path("x.pdf")).expect("linked");
    sandbox.run("sheet guide.md -o x.pdf").done("sheet");
    assert!(sandbox.path("x.pdf").is_symlink());
    assert!(sandbox.read("real/x.pdf").starts_with(b"%PDF-"));
    assert_eq!(sandbox.files(), ["guide.md", "real/", "real/x.pdf", "x.pdf"]);
}

// Warnings.

#[test]
fn strict_makes_a_warning_an_error_and_writes_nothing() {
    let sandbox = small_guide();
    // The text was UTF-8, was read as Mac OS Roman and written again: “→” became this.
    let damaged = GUIDE.replace("beside", "‚Üí beside ‚Üí ‚úÖ");
    sandbox.put("damaged.md", damaged);
    let run = sandbox.run("sheet damaged.md").done("a warning");
    assert!(run.said.contains("warning: "), "{}", run.said);
    assert_eq!(sandbox.run("sheet damaged.md -q").done("quiet").said, "");
    fs::remove_file(sandbox.path("damaged-sheet.pdf")).expect("removed");

    for command in ["sheet", "cards", "epub", "all", "list", "tree"] {
        sandbox.refuses(
            &format!("{command} damaged.md --strict"),
            1,
            &["1 warning", "--strict"],
        );
    }
    sandbox.refuses("sheet damaged.md --strict -q", 1, &["--strict"]);
    sandbox.run("sheet guide.md --strict").done("nothing to warn of");
}

#[test]
fn colours_come_when_asked_for_and_only_then() {
    let sandbox = small_guide();
    let coloured = |line: &str| sandbox.run(line).said.contains('\u{1b}');
    assert!(!coloured("sheet nothing.md"));
    assert!(!coloured("sheet nothing.md --color never"));
    assert!(coloured("sheet nothing.md --color always"));
}

// Wrong arguments.

#[test]
fn wrong_arguments_are_status_two() {
    let sandbox = small_guide();
    for line in [
        "",
        "print guide.md",
        "sheet guide.md --no-such-option",
        "sheet guide.md --columns 0",
        "sheet guide.md --columns many",
        "sheet guide.md --paper a99",
        "sheet guide.md --min-x-height tall",
        "sheet guide.md --landscape --portrait",
        "sheet guide.md --only 6-4",
        "sheet guide.md --only ,",
        "sheet guide.md --date tomorrow",
        "sheet guide.md --lang Klingon!",
        "sheet guide.md -q -v",
        "sheet - -",
        "all guide.md -o x",
        "list guide.md --color pink",
    ] {
        let run = sandbox.run(line);
        assert_eq!(run.status, Some(2), "{line}: {}", run.said);
        assert!(run.output.is_empty() && !run.said.is_empty(), "{line}");
        assert_eq!(sandbox.files(), ["guide.md"], "{line}");
    }
    let output = sandbox.command().arg("sheet").env("SOURCE_DATE_EPOCH", "soon").output();
    let run = Run::of(output.expect("the command runs"));
    run.failed("a time that is none", 2, &["SOURCE_DATE_EPOCH", "soon"]);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let sandbox = small_guide();
    let help =
        String::from_utf8(sandbox.run("--help").done("help").output).expect("UTF-8");
    assert!(help.contains("Examples:") && help.contains("offprint all -d out"), "{help}");
    for command in ["all", "sheet", "cards", "epub", "list", "tree", "calibrate"] {
        assert!(help.contains(command), "{command}");
        assert!(
            !sandbox.run(&format!("{command} --help")).done(command).output.is_empty()
        );
    }
    let version = sandbox.run("-V").done("version").output;
    let expected = format!("offprint {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(String::from_utf8_lossy(&version), expected);
}

/// A file is called what it is, or is refused with what would make such a file.
#[test]
fn a_name_of_another_kind_of_file_is_refused() {
    let sandbox = small_guide();
    for (line, words) in [
        ("sheet guide.md -o a.epub", ["a.pdf", "offprint epub"]),
        ("cards guide.md -o a.APKG", ["a.pdf", "offprint anki"]),
        ("anki guide.md -o a.apkg", ["a.txt", "imports"]),
        ("epub guide.md -o a.pdf", ["a.epub", "offprint sheet"]),
        ("tree guide.md -o a.pdf", ["a.json", "offprint sheet"]),
        ("calibrate -o a.docx", ["a.pdf", "docx"]),
    ] {
        sandbox.refuses(line, 2, &words);
    }
    sandbox.run("sheet guide.md -o cheat.sheet").done("another ending says nothing");
}

/// What is left out is said.
#[test]
fn a_footnote_that_nothing_refers_to_is_named() {
    let guide =
        "# A\n\n## What?\n\nIt[^a].\n\n[^a]: Yes.\n[^b]: Never read.\n[^a]: Again.\n";
    let run = Sandbox::with_guide(guide).run("sheet guide.md").done("a sheet");
    let about = |words: &str| run.said.matches(words).count();
    assert_eq!(
        about("nothing refers to the footnote b; it is left out"),
        1,
        "{}",
        run.said
    );
    assert_eq!(about("guide.md:8"), 1, "{}", run.said);
    assert_eq!(about("footnote a before this one"), 1, "{}", run.said);
    assert_eq!(about("warning:"), 2, "{}", run.said);
}
