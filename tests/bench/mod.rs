//! A folder of a test's own, in which the command is run.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The folder.
pub struct Bench {
    folder: tempfile::TempDir,
}

/// What came of a run.
pub struct Run {
    pub status: Option<i32>,
    pub output: String,
    pub said: String,
}

impl Bench {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, and makes the folders that it is in.
    pub fn put(&self, name: &str, text: &str) {
        let path = self.root().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    /// Runs the command there, with words parted by spaces.
    pub fn run(&self, line: &str) -> Run {
        self.run_in("", line)
    }

    /// The same in a folder below.
    pub fn run_in(&self, folder: &str, line: &str) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_offprint"))
            .current_dir(self.root().join(folder))
            .args(line.split_whitespace())
            .env_remove("SOURCE_DATE_EPOCH")
            .stdin(Stdio::null())
            .output()
            .expect("the command runs");
        Run {
            status: output.status.code(),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
