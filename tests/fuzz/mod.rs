//! The short run of the fuzz targets: what was once found, the corpus, and some seconds of
//! inputs made of them, the same ones every time. README.md tells of the long one.

mod bytes;
mod chance;
mod changed;
mod guides;
mod tree;
mod ways;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::support::file;

use chance::Chance;

/// How long inputs are made for a way.
const SHORT: Duration = Duration::from_secs(2);
/// How many are tried at most, in bytes no longer than this.
const MOST: (usize, usize) = (4000, 4096);

#[test]
fn markdown_of_all_kinds_makes_a_sound_tree() {
    run("markdown", "markdown", "markdown.dict", ways::markdown);
}

#[test]
fn guides_of_all_kinds_are_whole_in_every_product() {
    run("guides", "markdown", "markdown.dict", ways::guides);
}

#[test]
fn trees_of_all_kinds_make_all_three_products() {
    run("trees", "trees", "markdown.dict", ways::trees);
}

#[test]
fn arguments_of_all_kinds_make_a_job_or_a_message() {
    run("options", "options", "options.dict", ways::options);
}

/// Runs a way on what was found on it, and on a corpus and its mutants.
fn run(name: &str, corpus: &str, words: &str, way: fn(&[u8])) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    let words = dictionary(&here.join(words));
    let corpus = files(&here.join("corpus").join(corpus));
    assert!(!words.is_empty() && !corpus.is_empty(), "{name} has nothing to begin with");
    let finds = files(&here.join("finds").join(name));
    for (path, bytes) in finds.iter().chain(&corpus) {
        // A panic in a test names the input only if somebody does.
        eprintln!("{}", path.display());
        way(bytes);
    }
    let (begun, mut chance) = (Instant::now(), Chance(0x9e37_79b9_7f4a_7c15));
    for n in 0..MOST.0 {
        if begun.elapsed() > SHORT {
            break;
        }
        let bytes = chance.mutant(&corpus, &words);
        let kept = bytes.clone();
        if std::panic::catch_unwind(|| way(&bytes)).is_err() {
            let path = file(&format!("fuzz/{name}-{n}"), &kept);
            panic!("{name}: the input is kept in {}", path.display());
        }
    }
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).expect("a file")))
        .collect()
}

/// The words of a dictionary as fuzzers read them: `"word"` on each line, `\xHH` for bytes,
/// `\\` and `\"` for these two, and nothing else behind a backslash.
fn dictionary(path: &Path) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(path).expect("a dictionary");
    let lines = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    lines.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'\\' {
            bytes.push(*first);
        } else if let Some(hex) = after.strip_prefix(b"x").and_then(|hex| hex.get(..2)) {
            let hex = std::str::from_utf8(hex).expect("two digits");
            bytes.push(u8::from_str_radix(hex, 16).expect("two digits"));
            rest = &after[3..];
        } else {
            assert!(matches!(after[0], b'\\' | b'"'), "no fuzzer reads {word:?}");
            bytes.push(after[0]);
            rest = &after[1..];
        }
    }
    bytes
}

impl Chance {
    /// An input of the corpus after some changes.
    fn mutant(&mut self, corpus: &[(PathBuf, Vec<u8>)], words: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = corpus[self.below(corpus.len())].1.clone();
        bytes.truncate(MOST.1);
        for _ in 0..=self.below(8) {
            let at = self.below(bytes.len() + 1);
            let end = (at + 1 + self.below(64)).min(bytes.len());
            let (range, new) = match self.below(6) {
                0 => (at..at, words[self.below(words.len())].clone()),
                1 => (at..end, words[self.below(words.len())].clone()),
                2 => (at..end, Vec::new()),
                3 => (at..at, bytes[at..end].repeat(1 + self.below(20))),
                4 => {
                    let other = &corpus[self.below(corpus.len())].1;
                    let from = self.below(other.len());
                    (at..at, other[from..(from + 200).min(other.len())].to_vec())
                }
                _ => (at..end.min(at + 1), vec![self.below(256) as u8]),
            };
            bytes.splice(range, new);
        }
        bytes.truncate(2 * MOST.1);
        bytes
    }
}
