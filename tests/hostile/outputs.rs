//! Outputs that take nothing, or not all: pipes that nobody reads, a standard output that is
//! closed or full, limits on the length of files, sockets. It is said, nothing is called
//! written that is not, and nothing waits.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};

use super::watched::{MADE, Run, Watched};
use crate::support::command::PROGRAM;

/// Runs a script in which `offprint` is the program.
#[track_caller]
fn script(watched: &Watched, script: &str) -> Run {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("offprint() {{ '{PROGRAM}' \"$@\"; }}\n{script}")]);
    shell.current_dir(watched.path("")).env("NO_COLOR", "1").stdin(Stdio::null());
    shell.env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::piped()).stderr(Stdio::piped());
    Watched::watch(script, shell.spawn().expect("a shell"))
}

fn fifo(watched: &Watched, name: &str) {
    let made = Command::new("mkfifo").arg(watched.path(name)).status();
    assert!(made.expect("mkfifo is on every Unix").success());
}

/// A guide whose products are longer than what a pipe holds before it is read.
fn long_guide() -> String {
    let sections = (1..600).map(|n| {
        format!("## {n}. Part {n}\n\n### Q{n}: Why is it {n}?\n\nSince {n} is so.\n\n")
    });
    sections.collect()
}

#[test]
fn pipes_that_nobody_reads_are_given_up() {
    let watched = Watched::with_guide();
    fifo(&watched, "pipe");
    for line in [
        "sheet guide.md -o pipe",
        "epub guide.md -o pipe",
        "calibrate -o pipe",
        "tree guide.md -o pipe",
        "sheet guide.md -o out/x.pdf --report pipe",
        "cards guide.md -o out/x.pdf --lock pipe",
        "all guide.md -d out --report pipe",
    ] {
        watched.refuses(line, &["cannot write pipe", "a pipe", "nobody reads from it"]);
    }
    // Where another file cannot be written, the pipe is not waited for either.
    watched.refuses("sheet guide.md -o none/x.pdf --report pipe", &["no folder none"]);
}

#[test]
fn a_pipe_that_somebody_reads_is_written_to_and_stays() {
    let watched = Watched::with_guide();
    fifo(&watched, "pipe");
    let run = script(&watched, "cat pipe >got & offprint sheet guide.md -o pipe && wait");
    run.did(&["pipe: 1 page"]);
    watched.run("sheet guide.md -o out/x.pdf").did(&[]);
    assert_eq!(watched.read("got"), watched.read("out/x.pdf"));
    // Both files, one of them into a pipe with a reader that comes late.
    let late = "(sleep 0.3; cat pipe >got) & \
        offprint cards guide.md -o out/y.pdf --lock pipe && wait";
    script(&watched, late).did(&["out/y.pdf: 1 card"]);
    assert!(watched.read("got").starts_with(b"{"));
    assert_eq!(watched.names("out"), ["x.pdf", "y.pdf"]);
    let substituted = format!("'{PROGRAM}' sheet guide.md -o >(cat >got2) && sleep 0.3");
    let mut bash = Command::new("bash");
    bash.args(["-c", &substituted]).current_dir(watched.path(""));
    let Ok(ran) = bash.output() else {
        crate::support::skipped("bash is not installed");
        return;
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(watched.read("got2"), watched.read("out/x.pdf"));
}

#[test]
fn a_reader_that_leaves_early_has_no_file() {
    let watched = Watched::new();
    watched.put("guide.md", long_guide());
    fifo(&watched, "pipe");
    for line in [
        "sheet guide.md -o - | head -c 1",
        "epub guide.md -o - | head -c 1",
        "sheet guide.md -o out/x.pdf --report - | true",
    ] {
        let (line, reader) = line.split_once('|').expect("a reader");
        let run =
            script(&watched, &format!("(offprint {line}; echo $? >status) | {reader}"));
        assert_eq!(watched.read("status"), b"1\n", "{line}: {}", run.said);
        assert!(
            run.said.contains("cannot write standard output"),
            "{line}: {}",
            run.said
        );
        assert!(run.said.contains("stopped before the end"), "{line}: {}", run.said);
        assert!(!run.said.contains(" kB"), "{line} calls it written: {}", run.said);
        assert!(watched.names("out").is_empty(), "{line} left a file");
    }
    let run = script(&watched, "head -c 1 pipe & offprint sheet guide.md -o pipe");
    assert_eq!(run.status, Some(1), "{}", run.said);
    assert!(run.said.contains("cannot write pipe"), "{}", run.said);
    // Who reads a list, a tree or the help may have seen enough.
    for line in ["list guide.md", "list --json guide.md", "tree guide.md", "sheet --help"]
    {
        let run = script(&watched, &format!("(offprint {line}; echo $? >status) | true"));
        assert_eq!(watched.read("status"), b"0\n", "{line}: {}", run.said);
        assert_eq!(run.said, "", "{line}");
    }
}

/// What needs standard output, each in a way of its own.
const TO_OUTPUT: [&str; 10] = [
    "list guide.md",
    "list guide.md --json",
    "tree guide.md",
    "tree guide.md -o - --report out/r.json",
    "sheet guide.md -o -",
    "sheet guide.md -o /dev/stdout",
    "sheet guide.md -o out/x.pdf --report -",
    "cards --stock list",
    "--help",
    "--version",
];

/// That it was closed cannot be known for certain, so it is said and is no error: the null
/// device looks the same where some programs throw the output away.
#[test]
fn nothing_that_a_closed_standard_output_loses_is_called_written() {
    let watched = Watched::with_guide();
    for line in TO_OUTPUT.iter().filter(|line| !line.starts_with("--")) {
        let run = script(&watched, &format!("offprint {line} >&-"));
        run.did(&["note: standard output is closed, or leads to nothing"]);
        assert!(!run.said.contains("standard output: "), "{line}: {}", run.said);
    }
    // What does not need it does without, and whoever wants no output is told nothing.
    let run = script(&watched, "offprint all guide.md -d out >&-");
    run.did(&MADE);
    assert!(!run.said.contains("lost"), "{}", run.said);
    for line in ["list guide.md >/dev/null", "list guide.md <>/dev/null 1>&0 2>&0"] {
        assert_eq!(script(&watched, &format!("offprint {line}")).said, "", "{line}");
    }
    assert_eq!(script(&watched, "offprint list guide.md <&- >got 2>&-").status, Some(0));
    assert!(!watched.read("got").is_empty());
}

#[test]
fn a_full_standard_output_is_an_error() {
    if fs::metadata("/dev/full").is_err() {
        return crate::support::skipped("there is no /dev/full");
    }
    let watched = Watched::with_guide();
    for line in TO_OUTPUT {
        let run = script(&watched, &format!("offprint {line} >/dev/full"));
        run.refused(line, &["cannot write standard output: the disk is full"]);
        assert_eq!(run.status, Some(1), "{line}");
        assert!(watched.names("out").is_empty(), "{line} left a file");
    }
}

/// A limit on the length of files comes as a signal that ends a program without a word.
#[test]
fn a_limit_on_files_is_an_error_that_names_the_file() {
    let watched = Watched::with_guide();
    for (line, name) in [
        ("all guide.md -d out", "out/guide-"),
        ("all guide.md -d out/new", "out/new/guide-"),
        ("epub guide.md -o out/x.epub", "out/x.epub"),
        ("calibrate -o out/x.pdf", "out/x.pdf"),
        ("sheet guide.md -o - >got", "standard output"),
    ] {
        let run = script(&watched, &format!("ulimit -f 1; offprint {line}"));
        let larger = "the file would be larger than the system allows";
        run.refused(line, &[&format!("cannot write {name}"), larger]);
        assert_eq!(run.status, Some(1), "{line}: {}", run.said);
        assert!(watched.names("out").is_empty(), "{line} left something");
    }
    // Where messages cannot be written, files can.
    let logged = "head -c 65536 /dev/zero >log; ulimit -f 64; \
        offprint list none.md 2>>log; offprint tree guide.md -v -o out/t.json 2>>log";
    let run = script(&watched, logged);
    assert_eq!(run.status, Some(0), "{}", run.said);
    assert_eq!(watched.names("out"), ["t.json"]);
}

#[test]
fn sockets_and_disks_are_no_outputs() {
    let watched = Watched::with_guide();
    let _socket = UnixListener::bind(watched.path("socket")).expect("a socket");
    for line in
        ["sheet guide.md -o socket", "sheet guide.md -o out/x.pdf --report socket"]
    {
        watched.refuses(line, &["cannot write socket", "it is a socket"]);
    }
    if fs::metadata("/dev/loop0").is_ok() {
        watched.refuses("sheet guide.md -o /dev/loop0", &["it is a disk"]);
    } else {
        crate::support::skipped("there is no block device");
    }
    symlink("/dev/null", watched.path("null")).expect("a link");
    watched.run("sheet guide.md -o null").did(&["null: 1 page"]);
    assert!(watched.path("null").is_symlink(), "a device is written to, not replaced");
}

/// By its other name, too, standard output goes on where it is.
#[test]
fn the_name_of_standard_output_is_standard_output() {
    let watched = Watched::with_guide();
    watched.put("got", "first\n");
    script(&watched, "offprint tree guide.md -o /dev/stdout >>got").did(&[]);
    assert!(watched.read("got").starts_with(b"first\n{"));
    watched.refuses("tree guide.md -o - --report /dev/stdout", &["two of the files"]);
}

/// What stands beside a guide and says how it is read is a file, or is refused.
#[test]
fn settings_that_are_no_files_are_refused() {
    for name in ["offprint.toml", "book.toml"] {
        for kind in ["pipe", "folder", "socket", "link to nothing"] {
            let watched = Watched::with_guide();
            watched.put("SUMMARY.md", "- [A](guide.md)\n");
            let path = watched.path(name);
            let _socket = match kind {
                "pipe" => {
                    fifo(&watched, name);
                    None
                }
                "folder" => {
                    fs::create_dir(path).expect("a folder");
                    None
                }
                "socket" => Some(UnixListener::bind(path).expect("a socket")),
                _ => {
                    symlink("nothing", path).expect("a link");
                    None
                }
            };
            watched.refuses("list .", &[name, "no"]);
        }
    }
    let watched = Watched::with_guide();
    fifo(&watched, "SUMMARY.md");
    watched.refuses("list .", &["SUMMARY.md", "it is no file"]);
    watched
        .refuses("cards guide.md -o out/x.pdf --changed-since SUMMARY.md", &["a pipe"]);
}
