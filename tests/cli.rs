//! The command as a person or a script meets it: messages, exit status, files.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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

/// A folder of its own for each test, and the command run in it.
struct Bench {
    folder: tempfile::TempDir,
}

/// What a run said and how it ended.
struct Run {
    status: Option<i32>,
    output: Vec<u8>,
    said: String,
}

impl Bench {
    fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("a folder") };
        bench.put("guide.md", GUIDE);
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).expect("written");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect(name)
    }

    /// Everything in the folder, sorted, folders with a slash behind.
    fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, before: &str, names: &mut Vec<String>) {
            for entry in fs::read_dir(folder).expect("a folder") {
                let entry = entry.expect("an entry");
                let name = format!("{before}{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() && !entry.path().is_symlink() {
                    names.push(format!("{name}/"));
                    walk(&entry.path(), &format!("{name}/"), names);
                } else {
                    names.push(name);
                }
            }
        }
        let mut names = Vec::new();
        walk(self.folder.path(), "", &mut names);
        names.sort();
        names
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for name in ["NO_COLOR", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        command
    }

    fn run_with<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Run {
        Run::of(self.command().args(args).output().expect("the command runs"))
    }

    /// Runs a line of words separated by spaces.
    fn run(&self, line: &str) -> Run {
        self.run_with(line.split_whitespace())
    }

    fn run_fed(&self, line: &str, input: &[u8]) -> Run {
        let mut child = self
            .command()
            .args(line.split_whitespace())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        // A command that refuses its arguments closes the pipe unread.
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        Run::of(child.wait_with_output().expect("an end"))
    }

    /// Runs a line that has to fail with `status`, to say all of `words`, to print
    /// nothing, and to leave the folder as it is.
    #[track_caller]
    fn refuses(&self, line: &str, status: i32, words: &[&str]) {
        let before = self.files();
        let run = self.run(line);
        run.failed(line, status, words);
        assert_eq!(self.files(), before, "{line}: files appeared");
    }
}

impl Run {
    fn of(output: Output) -> Self {
        let said = String::from_utf8(output.stderr).expect("messages are UTF-8");
        Self { status: output.status.code(), output: output.stdout, said }
    }

    #[track_caller]
    fn done(self, what: &str) -> Self {
        assert_eq!(self.status, Some(0), "{what}: {}", self.said);
        self
    }

    #[track_caller]
    fn failed(&self, what: &str, status: i32, words: &[&str]) {
        assert_eq!(self.status, Some(status), "{what}: {}", self.said);
        assert!(self.output.is_empty(), "{what}: something on standard output");
        let mut rest = words.iter().filter(|word| !self.said.contains(**word)).peekable();
        assert!(rest.peek().is_none(), "{what}: no {:?} in: {}", rest.next(), self.said);
        let errors = self.said.lines().filter(|line| line.starts_with("error: ")).count();
        assert!(errors >= 1, "{what}: no error in: {}", self.said);
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.output).expect("JSON on standard output")
    }

    /// The numbers of the questions in the output of `list --json`.
    fn questions(&self) -> Vec<u64> {
        let json = self.json();
        let sections = json["sections"].as_array().expect("sections").iter();
        let questions = sections
            .flat_map(|section| section["questions"].as_array().expect("questions"));
        questions.map(|question| question["number"].as_u64().expect("a number")).collect()
    }
}

// What is made.

#[test]
fn all_writes_three_files_into_a_folder_it_makes() {
    let bench = Bench::new();
    let run = bench.run("all guide.md -d out/deep").done("all");
    assert!(run.output.is_empty());
    let expected = [
        "guide.md",
        "out/",
        "out/deep/",
        "out/deep/guide-cards.pdf",
        "out/deep/guide-sheet.pdf",
        "out/deep/guide.epub",
    ];
    assert_eq!(bench.files(), expected);
    assert!(bench.read("out/deep/guide-sheet.pdf").starts_with(b"%PDF-"));
    assert!(bench.read("out/deep/guide-cards.pdf").starts_with(b"%PDF-"));
    assert!(bench.read("out/deep/guide.epub").starts_with(b"PK"));
}

#[test]
fn each_finished_file_is_one_line() {
    let bench = Bench::new();
    let run = bench.run("all guide.md").done("all");
    let lines: Vec<_> = run.said.lines().collect();
    assert_eq!(lines.len(), 3, "{}", run.said);
    assert!(lines[0].starts_with("guide-sheet.pdf: "), "{}", lines[0]);
    assert!(lines[0].contains(" page") && lines[0].ends_with('B'), "{}", lines[0]);
    assert!(lines[1].starts_with("guide-cards.pdf: 3 cards"), "{}", lines[1]);
    assert!(lines[2].starts_with("guide.epub: "), "{}", lines[2]);
    assert_eq!(bench.run("all guide.md -q").done("quiet").said, "");
}

#[test]
fn without_a_guide_the_embedded_one_is_printed() {
    let bench = Bench::new();
    bench.run("all -d out").done("all");
    for name in ["out/guide-sheet.pdf", "out/guide-cards.pdf", "out/guide.epub"] {
        assert!(bench.path(name).is_file(), "{name}");
    }
}

#[test]
fn files_go_into_the_present_folder_named_after_the_first_guide() {
    let bench = Bench::new();
    fs::create_dir(bench.path("notes")).expect("made");
    bench.put("notes/b.md", "## 7. Other\n\n### Q9: Why?\n\nBecause.\n");
    bench.run("sheet notes/b.md guide.md").done("sheet");
    bench.run("cards guide.md notes/b.md").done("cards");
    bench.run("epub notes/b.md").done("epub");
    let expected =
        ["b-sheet.pdf", "b.epub", "guide-cards.pdf", "guide.md", "notes/", "notes/b.md"];
    assert_eq!(bench.files(), expected);
}

#[test]
fn a_dash_reads_standard_input_and_writes_standard_output() {
    let bench = Bench::new();
    let run = bench.run_fed("sheet - -o -", GUIDE.as_bytes()).done("sheet");
    assert!(run.output.starts_with(b"%PDF-"));
    assert!(run.said.starts_with("standard output: "), "{}", run.said);
    assert_eq!(bench.files(), ["guide.md"]);
    bench.run_fed("epub -", GUIDE.as_bytes()).done("epub");
    assert_eq!(bench.files(), ["guide.epub", "guide.md"]);
}

#[test]
fn the_same_twice_is_the_same_bytes() {
    let bench = Bench::new();
    bench.run("all guide.md -d a").done("first");
    bench.run("all guide.md -d b").done("second");
    for name in ["guide-sheet.pdf", "guide-cards.pdf", "guide.epub"] {
        let same = bench.read(&format!("a/{name}")) == bench.read(&format!("b/{name}"));
        assert!(same, "{name}");
    }
}

#[test]
fn a_tree_is_a_guide_as_good_as_its_markdown() {
    let bench = Bench::new();
    bench.run("tree guide.md -o t.json").done("tree to a file");
    let tree = bench.run("tree guide.md").done("tree");
    assert_eq!(tree.said, "");
    assert_eq!(bench.read("t.json"), tree.output);
    assert_eq!(bench.run("tree t.json").done("tree of a tree").output, tree.output);
    assert_eq!(bench.run_fed("tree -", &tree.output).done("piped").output, tree.output);

    bench.run("epub guide.md -o markdown.epub").done("from Markdown");
    bench.run("epub t.json -o tree.epub").done("from the tree");
    assert!(bench.read("markdown.epub") == bench.read("tree.epub"));
}

#[test]
fn what_is_said_about_the_document_wins_over_the_guide() {
    let bench = Bench::new();
    let words =
        ["list", "guide.md", "--json", "--title", "Another name", "--lang", "pt-BR"];
    let json = bench.run_with(words).done("list").json();
    assert_eq!(json["title"], "Another name");
    assert_eq!(json["language"], "pt-BR");
    let tree = bench.run("tree guide.md --author Ada --date 2024-05").done("tree").json();
    assert_eq!(tree["meta"]["author"], "Ada");
    assert_eq!(tree["meta"]["date"], "2024-05");
}

// Listing and selecting.

#[test]
fn list_json_has_the_promised_shape() {
    let bench = Bench::new();
    let json = bench.run("list guide.md --json").done("list").json();
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
    let bench = Bench::new();
    let run = bench.run("list guide.md").done("list");
    let table = String::from_utf8(run.output).expect("UTF-8");
    assert!(table.contains("A small guide: 3 questions"), "{table}");
    let line = table.lines().find(|line| line.contains("What is an index?")).expect("Q2");
    assert!(line.contains("Q2") && line.contains("q2") && line.contains("10"), "{line}");
    assert_eq!(run.said, "");
}

#[test]
fn only_except_and_search_select() {
    let bench = Bench::new();
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
        let run = bench.run(&format!("list guide.md --json {line}")).done(line);
        assert_eq!(run.questions(), expected, "{line}");
    }
    let cards = bench.run("cards guide.md --only 1").done("cards");
    assert!(cards.said.starts_with("guide-cards.pdf: 2 cards"), "{}", cards.said);
}

#[test]
fn ids_that_list_shows_can_be_selected() {
    let bench = Bench::new();
    let json = bench.run("list guide.md --json").done("list").json();
    let id = json["sections"][0]["id"].as_str().expect("an id");
    let run = bench.run_with(["list", "guide.md", "--json", "--only", id]).done(id);
    assert_eq!(run.questions(), [1, 2]);
}

#[test]
fn several_guides_are_joined_in_order() {
    let bench = Bench::new();
    bench.put("b.md", "## 7. Other\n\n### Q9: Why?\n\nBecause.\n");
    assert_eq!(
        bench.run("list guide.md b.md --json").done("list").questions(),
        [1, 2, 3, 9]
    );
    bench.run("tree b.md -o b.json").done("tree");
    assert_eq!(
        bench.run("list b.json guide.md --json").done("list").questions(),
        [9, 1, 2, 3]
    );
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    let bench = Bench::new();
    for command in ["sheet", "cards", "epub", "all", "list", "tree"] {
        let line = format!("{command} guide.md --only basiks");
        bench.refuses(&line, 1, &["“basiks”", "basics"]);
    }
    bench.refuses("list guide.md --only Q7", 1, &["Q7", "Q3"]);
    bench.refuses("list guide.md --except 9", 1, &["no section", "9", "from 1 to 2"]);
    bench.refuses("list guide.md --only 1 --except Q1-Q2", 1, &["leaves nothing"]);
    bench.refuses("list guide.md --search kangaroo", 1, &["“kangaroo”"]);
}

// Failing well: what cannot be read.

#[test]
fn a_missing_file_is_named_with_those_like_it() {
    let bench = Bench::new();
    for command in ["sheet", "cards", "epub", "all", "list", "tree"] {
        let words = ["giude.md", "no such file", "help: there is guide.md"];
        bench.refuses(&format!("{command} giude.md"), 1, &words);
    }
    bench.refuses("sheet no/guide.md", 1, &["no/guide.md", "there is no folder no"]);
    let run = bench.run("sheet zzzzz.md");
    run.failed("no file is like it", 1, &["zzzzz.md"]);
    assert!(!run.said.contains("help"), "{}", run.said);
}

#[test]
fn a_folder_is_no_guide() {
    let bench = Bench::new();
    fs::create_dir(bench.path("notes")).expect("made");
    bench.refuses("sheet notes", 1, &["notes", "folder"]);
    bench.put("notes/a.md", GUIDE);
    bench.refuses("all notes", 1, &["folder", "a.md"]);
    fs::create_dir(bench.path("odd.json")).expect("made");
    bench.refuses("list odd.json", 1, &["odd.json", "folder"]);
}

#[test]
fn an_empty_guide_is_refused() {
    let bench = Bench::new();
    bench.put("empty.md", "");
    bench.put("blank.md", " \n\n\t\n");
    bench.put("empty.json", "\n");
    for name in ["empty.md", "blank.md", "empty.json", "guide.md empty.md"] {
        bench.refuses(&format!("sheet {name}"), 1, &["there is nothing in it"]);
    }
    bench.put("title.md", "---\ntitle: Only a title\n---\n");
    bench.refuses("sheet title.md", 1, &["no text", "title.md"]);
    let run = bench.run_fed("sheet -", b"");
    run.failed("nothing came in", 1, &["standard input", "nothing in it"]);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let bench = Bench::new();
    let picture =
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 255, 254, 0, 129]].concat();
    bench.put("picture.md", picture);
    bench.refuses("all picture.md", 1, &["picture.md"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_guide_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let path = bench.path("secret.md");
    bench.put("secret.md", GUIDE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("set");
    // Whoever may read everything proves nothing here.
    if fs::read(&path).is_err() {
        bench.refuses("sheet secret.md", 1, &["secret.md", "permission"]);
    }
}

#[test]
fn a_guide_without_questions_makes_no_cards_but_the_rest() {
    let bench = Bench::new();
    bench.put("tips.md", TOPICS);
    bench.refuses("cards tips.md", 1, &["no question", "tips.md", "### Q1:"]);
    // All three are made of any guide that has text.
    let all = bench.run("all tips.md -d out").done("all");
    assert!(all.said.contains("the cards are of the guide's topics"), "{}", all.said);
    assert!(bench.path("out/tips-cards.pdf").exists());
    for command in ["sheet", "epub", "list", "tree"] {
        bench.run(&format!("{command} tips.md")).done(command);
    }
}

#[test]
fn a_bad_tree_is_refused_with_its_place() {
    let bench = Bench::new();
    bench.put("cut.json", "{\"sections\": [");
    bench.put("list.json", "[1,\n2]");
    bench.put("key.json", "{\n  \"sections\": [],\n  \"chapters\": []\n}");
    bench.refuses("sheet cut.json", 1, &["cut.json", "line 1 column", "offprint tree"]);
    bench.refuses("sheet list.json", 1, &["list.json", "line 1"]);
    bench.refuses("sheet key.json", 1, &["chapters", "line 3"]);
    bench.put("none.json", "{\"sections\": []}");
    bench.refuses("sheet none.json", 1, &["no text", "none.json"]);
    let section = r#"{"number": 1, "id": "a", "title": [], "entries": []}"#;
    bench.put("twice.json", format!("{{\"sections\": [{section}, {section}]}}"));
    bench.refuses("sheet twice.json", 1, &["twice.json", "id a is used twice"]);
}

// Failing well: what cannot be written.

#[test]
fn a_target_that_cannot_be_leaves_nothing() {
    let bench = Bench::new();
    fs::create_dir(bench.path("dir")).expect("made");
    for command in ["sheet", "cards", "epub", "tree"] {
        let line = |target: &str| format!("{command} guide.md -o {target}");
        bench.refuses(&line("dir"), 1, &["cannot write dir", "folder"]);
        bench.refuses(&line("no/x"), 1, &["cannot write no/x", "no folder no"]);
        bench.refuses(&line("guide.md/x"), 1, &["guide.md is not a folder"]);
        bench.refuses(&line("guide.md"), 1, &["it is the guide itself"]);
        bench.refuses(&line("new/"), 1, &["new/"]);
    }
    bench.refuses("all guide.md -d guide.md", 1, &["guide.md", "not a folder"]);
}

#[test]
fn all_writes_none_if_one_cannot_be_written() {
    let bench = Bench::new();
    bench.put("guide-sheet.pdf", "old");
    fs::create_dir(bench.path("guide.epub")).expect("made");
    bench.refuses("all guide.md", 1, &["guide.epub", "folder"]);
    assert_eq!(bench.read("guide-sheet.pdf"), b"old");
}

#[test]
fn a_failure_leaves_the_old_file_and_success_replaces_it() {
    let bench = Bench::new();
    bench.put("x.pdf", "old");
    bench.refuses("sheet guide.md -o x.pdf --only 9", 1, &[]);
    bench.refuses("sheet nothing.md -o x.pdf", 1, &[]);
    assert_eq!(bench.read("x.pdf"), b"old");
    bench.run("sheet guide.md -o x.pdf").done("sheet");
    assert!(bench.read("x.pdf").starts_with(b"%PDF-"));
    assert_eq!(bench.files(), ["guide.md", "x.pdf"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let locked = bench.path("locked");
    fs::create_dir(&locked).expect("made");
    let set = |mode| {
        fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).expect("set");
    };
    set(0o555);
    if fs::write(locked.join("probe"), "").is_err() {
        bench.refuses(
            "sheet guide.md -o locked/x.pdf",
            1,
            &["locked/x.pdf", "permission"],
        );
        bench.refuses("all guide.md -d locked/new", 1, &["locked/new", "permission"]);
    }
    set(0o755);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_left_clean() {
    let bench = Bench::new();
    bench.refuses("sheet guide.md -o /dev/full", 1, &["/dev/full", "disk is full"]);
    let full =
        || fs::File::options().write(true).open("/dev/full").expect("a full device");
    for line in ["sheet guide.md -o -", "list guide.md", "tree guide.md", "--help", "-V"]
    {
        let output = bench.command().args(line.split(' ')).stdout(full()).output();
        let run = Run::of(output.expect("the command runs"));
        run.failed(line, 1, &["standard output", "disk is full"]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_finished_leaves_nothing() {
    let bench = Bench::new();
    bench.put("guide-sheet.pdf", "old");
    // Files may grow to four blocks; the signal that says so is turned into an error.
    let limited = "trap '' XFSZ; ulimit -f 4; exec \"$@\"";
    let mut command = Command::new("sh");
    command.current_dir(bench.folder.path()).stdin(Stdio::null());
    command.args(["-c", limited, "sh", env!("CARGO_BIN_EXE_offprint")]);
    let run = Run::of(command.args(["all", "guide.md"]).output().expect("a shell"));
    run.failed("a limit on files", 1, &["guide-", "larger than"]);
    assert_eq!(bench.files(), ["guide-sheet.pdf", "guide.md"]);
    assert_eq!(bench.read("guide-sheet.pdf"), b"old");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure_and_no_panic() {
    let bench = Bench::new();
    let sections =
        (1..400).map(|n| format!("## {n}. Section\n\n### Q{n}: Why {n}?\n\nSo.\n\n"));
    bench.put("long.md", sections.collect::<String>());
    for line in ["list long.md", "tree long.md", "sheet long.md -o -"] {
        let mut child = bench
            .command()
            .args(line.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        drop(child.stdout.take());
        let run = Run::of(child.wait_with_output().expect("an end"));
        assert_eq!(run.status, Some(0), "{line}: {}", run.said);
        assert!(!run.said.contains("panic"), "{line}: {}", run.said);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_leads_to_is_replaced() {
    let bench = Bench::new();
    fs::create_dir(bench.path("real")).expect("made");
    bench.put("real/x.pdf", "old");
    std::os::unix::fs::symlink("real/x.pdf", bench.path("x.pdf")).expect("linked");
    bench.run("sheet guide.md -o x.pdf").done("sheet");
    assert!(bench.path("x.pdf").is_symlink());
    assert!(bench.read("real/x.pdf").starts_with(b"%PDF-"));
    assert_eq!(bench.files(), ["guide.md", "real/", "real/x.pdf", "x.pdf"]);
}

// Warnings.

#[test]
fn strict_makes_a_warning_an_error_and_writes_nothing() {
    let bench = Bench::new();
    // The text was UTF-8, was read as Mac OS Roman and written again: “→” became this.
    let damaged = GUIDE.replace("beside", "‚Üí beside ‚Üí ‚úÖ");
    bench.put("damaged.md", damaged);
    let run = bench.run("sheet damaged.md").done("a warning");
    assert!(run.said.contains("warning: "), "{}", run.said);
    assert_eq!(bench.run("sheet damaged.md -q").done("quiet").said, "");
    fs::remove_file(bench.path("damaged-sheet.pdf")).expect("removed");

    for command in ["sheet", "cards", "epub", "all", "list", "tree"] {
        bench.refuses(
            &format!("{command} damaged.md --strict"),
            1,
            &["1 warning", "--strict"],
        );
    }
    bench.refuses("sheet damaged.md --strict -q", 1, &["--strict"]);
    bench.run("sheet guide.md --strict").done("nothing to warn of");
}

#[test]
fn colours_come_when_asked_for_and_only_then() {
    let bench = Bench::new();
    let coloured = |line: &str| bench.run(line).said.contains('\u{1b}');
    assert!(!coloured("sheet nothing.md"));
    assert!(!coloured("sheet nothing.md --color never"));
    assert!(coloured("sheet nothing.md --color always"));
}

// Wrong arguments.

#[test]
fn wrong_arguments_are_status_two() {
    let bench = Bench::new();
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
        let run = bench.run(line);
        assert_eq!(run.status, Some(2), "{line}: {}", run.said);
        assert!(run.output.is_empty() && !run.said.is_empty(), "{line}");
        assert_eq!(bench.files(), ["guide.md"], "{line}");
    }
    let output = bench.command().arg("sheet").env("SOURCE_DATE_EPOCH", "soon").output();
    let run = Run::of(output.expect("the command runs"));
    run.failed("a time that is none", 2, &["SOURCE_DATE_EPOCH", "soon"]);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let bench = Bench::new();
    let help = String::from_utf8(bench.run("--help").done("help").output).expect("UTF-8");
    assert!(help.contains("Examples:") && help.contains("offprint all -d out"), "{help}");
    for command in ["all", "sheet", "cards", "epub", "list", "tree", "calibrate"] {
        assert!(help.contains(command), "{command}");
        assert!(!bench.run(&format!("{command} --help")).done(command).output.is_empty());
    }
    let version = bench.run("-V").done("version").output;
    let expected = format!("offprint {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(String::from_utf8_lossy(&version), expected);
}
