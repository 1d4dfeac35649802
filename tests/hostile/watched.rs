//! A folder for each test, and the program run in it under watch.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::command::Sandbox;
use crate::support::measured::{Meter, Taken};

/// So long an answer may take.
pub const ANSWER: Duration =
    Duration::from_secs(if cfg!(debug_assertions) { 40 } else { 2 });

/// So long it is waited for; machines have other things to do.
const HANG: Duration = Duration::from_secs(if cfg!(debug_assertions) { 600 } else { 60 });

/// So much memory the program may take, in kB.
const MEMORY: u64 = 1_000_000;

pub const GUIDE: &str = "# Guide\n\n## 1. A\n\n### Q1: What is it?\n\nThat.\n";

/// The files of `all` for `guide.md`.
pub const MADE: [&str; 3] = ["guide-cards.pdf", "guide-sheet.pdf", "guide.epub"];

/// A folder with a folder `out` in it.
pub struct Watched {
    sandbox: Sandbox,
}

/// What came of a run.
pub struct Run {
    pub status: Option<i32>,
    pub said: String,
    pub output: Vec<u8>,
    /// What the processors did for it: the clock of the wall counts others, too.
    pub took: Duration,
}

impl Watched {
    pub fn new() -> Self {
        let watched = Self { sandbox: Sandbox::empty() };
        fs::create_dir(watched.path("out")).expect("a folder");
        watched
    }

    pub fn with_guide() -> Self {
        let watched = Self::new();
        watched.put("guide.md", GUIDE);
        watched
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.sandbox.path(name)
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        self.sandbox.put(name, content);
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        self.sandbox.read(name)
    }

    /// Names in a folder, sorted.
    pub fn names(&self, folder: &str) -> Vec<String> {
        names(&self.path(folder))
    }

    pub fn command(&self, line: &str) -> Command {
        let mut command = self.sandbox.command();
        command.args(line.split_whitespace()).env("NO_COLOR", "1");
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a line, which has to come to an end within the limits.
    #[track_caller]
    pub fn run(&self, line: &str) -> Run {
        Self::watch(line, self.command(line).spawn().expect("the program runs"))
    }

    /// The same, with so much at standard input as the program takes.
    #[track_caller]
    pub fn run_fed(
        &self,
        line: &str,
        mut feed: impl FnMut() -> Vec<u8> + Send + 'static,
    ) -> Run {
        let mut command = self.command(line);
        let mut child = command.stdin(Stdio::piped()).spawn().expect("the program runs");
        let mut pipe = child.stdin.take().expect("a pipe");
        // It ends when there is no more to feed, or nobody takes it.
        std::thread::spawn(move || {
            loop {
                let bytes = feed();
                if bytes.is_empty() || pipe.write_all(&bytes).is_err() {
                    return;
                }
            }
        });
        Self::watch(line, child)
    }

    /// Runs a line that has to fail, to say all of `words` and to write nothing.
    #[track_caller]
    pub fn refuses(&self, line: &str, words: &[&str]) {
        let before = self.names("out");
        let run = self.run(line);
        run.refused(line, words);
        assert_eq!(self.names("out"), before, "{line} wrote something");
    }

    /// Waits for the end of a program, which has to come within the limits.
    #[track_caller]
    pub fn watch(line: &str, mut child: Child) -> Run {
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let drain = |from: Option<Box<dyn std::io::Read + Send>>| {
            std::thread::spawn(move || {
                let mut bytes = Vec::new();
                if let Some(mut from) = from {
                    let _ = from.read_to_end(&mut bytes);
                }
                bytes
            })
        };
        let out = drain(out.map(|out| Box::new(out) as _));
        let err = drain(err.map(|err| Box::new(err) as _));
        let (begun, mut meter) = (Instant::now(), Meter::default());
        let status = loop {
            meter.look(child.id());
            match child.try_wait().expect("a child") {
                Some(status) => break status,
                None if begun.elapsed() > HANG => {
                    let _ = child.kill();
                    let _ = child.wait();
                    panic!("no answer to {line:?}");
                }
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        let output = out.join().expect("a thread");
        let said = String::from_utf8_lossy(&err.join().expect("a thread")).into_owned();
        let Taken { memory, time } = meter.taken();
        assert!(memory <= MEMORY, "{line:?} took {memory} kB");
        assert!(time <= ANSWER, "{line:?} took {time:?}");
        assert!(!said.contains("panicked"), "{line:?}: {said}");
        Run { status: status.code(), said, output, took: time }
    }
}

impl Run {
    #[track_caller]
    pub fn refused(&self, line: &str, words: &[&str]) {
        assert!(
            matches!(self.status, Some(1 | 2)),
            "{line}: {:?} {}",
            self.status,
            self.said
        );
        for word in words {
            assert!(self.said.contains(word), "{line}: no {word:?} in {}", self.said);
        }
        assert!(self.output.is_empty(), "{line} printed something");
    }

    #[track_caller]
    pub fn did(&self, words: &[&str]) {
        assert_eq!(self.status, Some(0), "{}", self.said);
        for word in words {
            assert!(self.said.contains(word), "no {word:?} in {}", self.said);
        }
    }
}

pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
