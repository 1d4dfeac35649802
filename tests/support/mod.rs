//! What the test programs share. Each of them includes this folder, and uses a part of it.

#![allow(dead_code, reason = "each program uses its own part of this")]

pub mod command;
pub mod guides;
pub mod ink;
pub mod measured;
pub mod pages;
pub mod pdf_tree;
pub mod shapes;
pub mod validators;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// An empty folder for the files of a test, which stays after it for a look. No two tests
/// of a program may use the same name.
pub fn folder(name: &str) -> PathBuf {
    let folder = kept(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A file with these bytes, which stays likewise.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = kept(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, bytes).expect("written");
    path
}

/// Each program has a folder of its own for that.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(name)
}

/// Says that a test, or a part of it, was skipped and why. What tests print is shown only
/// where they fail; this goes to standard error itself, past that.
pub fn skipped(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let _ = writeln!(std::io::stderr(), "skipped in {test}: {why}");
}
