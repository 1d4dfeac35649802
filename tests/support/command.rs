//! The command, and a folder of a test's own in which it is run.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_offprint");

/// A folder that is gone after the test.
pub struct Sandbox {
    folder: tempfile::TempDir,
}

/// What a run said and how it ended.
pub struct Run {
    pub status: Option<i32>,
    /// Standard output.
    pub output: Vec<u8>,
    /// Standard error.
    pub said: String,
}

impl Sandbox {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A folder with `guide.md`.
    pub fn with_guide(text: &str) -> Self {
        let sandbox = Self::empty();
        sandbox.put("guide.md", text);
        sandbox
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// Writes a file, and makes the folders that it is in.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("written");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect(name)
    }

    /// Everything in the folder, sorted, folders with a slash behind.
    pub fn files(&self) -> Vec<String> {
        let mut names = Vec::new();
        walk(self.root(), "", &mut names);
        names.sort();
        names
    }

    /// The command in this folder, without what the environment tells it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command.current_dir(self.root()).stdin(Stdio::null());
        for name in ["NO_COLOR", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        command
    }

    pub fn run_with<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Run {
        Run::of(self.command().args(args).output().expect("the command runs"))
    }

    /// Runs a line of words separated by spaces.
    pub fn run(&self, line: &str) -> Run {
        self.run_with(line.split_whitespace())
    }

    /// The same in a folder below.
    pub fn run_in(&self, folder: &str, line: &str) -> Run {
        let mut command = self.command();
        command.current_dir(self.path(folder)).args(line.split_whitespace());
        Run::of(command.output().expect("the command runs"))
    }

    /// Runs a line with `input` at standard input.
    pub fn run_fed(&self, line: &str, input: &[u8]) -> Run {
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
    pub fn refuses(&self, line: &str, status: i32, words: &[&str]) {
        let before = self.files();
        let run = self.run(line);
        run.failed(line, status, words);
        assert_eq!(self.files(), before, "{line}: files appeared");
    }
}

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

impl Run {
    pub fn of(output: Output) -> Self {
        let said = String::from_utf8(output.stderr).expect("messages are UTF-8");
        Self { status: output.status.code(), output: output.stdout, said }
    }

    /// Standard output as text.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.output).expect("UTF-8 on standard output")
    }

    #[track_caller]
    pub fn done(self, what: &str) -> Self {
        assert_eq!(self.status, Some(0), "{what}: {}", self.said);
        self
    }

    #[track_caller]
    pub fn failed(&self, what: &str, status: i32, words: &[&str]) {
        assert_eq!(self.status, Some(status), "{what}: {}", self.said);
        assert!(self.output.is_empty(), "{what}: something on standard output");
        let mut rest = words.iter().filter(|word| !self.said.contains(**word)).peekable();
        assert!(rest.peek().is_none(), "{what}: no {:?} in: {}", rest.next(), self.said);
        let errors = self.said.lines().filter(|line| line.starts_with("error: ")).count();
        assert!(errors >= 1, "{what}: no error in: {}", self.said);
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.output).expect("JSON on standard output")
    }
}
