//! The program ended by a signal at any moment: each file is the old one or the new one,
//! whole, and nothing else is there after the next run.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use super::watched::{MADE, Watched};
use crate::support::skipped;

/// What `all` makes of the guide when nobody disturbs it, and how long that takes.
fn undisturbed(watched: &Watched) -> (Vec<Vec<u8>>, Duration) {
    let begun = Instant::now();
    watched.run("all guide.md -d out").did(&MADE);
    let took = begun.elapsed();
    (MADE.iter().map(|name| watched.read(&format!("out/{name}"))).collect(), took)
}

fn put_old(watched: &Watched) {
    for name in MADE {
        watched.put(&format!("out/{name}"), "old");
    }
}

/// Kills a run after each of some delays, with `signal`; gives how many were killed in time.
fn killed(signal: &str) -> usize {
    let watched = Watched::with_guide();
    let (new, took) = undisturbed(&watched);
    let rounds: u32 = if cfg!(debug_assertions) { 12 } else { 60 };
    let mut in_time = 0;
    for round in 0..rounds {
        put_old(&watched);
        let mut child = watched.command("all guide.md -d out").spawn().expect("it runs");
        std::thread::sleep(took * round / rounds * 6 / 5);
        let pid = child.id().to_string();
        let sent = Command::new("kill").args([signal, &pid]).status().expect("kill");
        let status = child.wait().expect("an end");
        in_time += usize::from(sent.success() && status.code().is_none());
        for (name, new) in MADE.iter().zip(&new) {
            let now = watched.read(&format!("out/{name}"));
            assert!(now == b"old" || now == *new, "{name} is neither old nor new");
        }
        // Between two calls of the system a file may have had another name.
        if watched.names("out") != MADE {
            watched.run("all guide.md -d out").did(&MADE);
        }
        assert_eq!(watched.names("out"), MADE, "after {signal} in round {round}");
    }
    in_time
}

#[test]
fn killing_leaves_every_file_whole() {
    let in_time = killed("-KILL");
    assert!(in_time > 2, "only {in_time} runs were killed before they ended");
}

#[test]
fn interrupting_leaves_every_file_whole() {
    let in_time = killed("-INT");
    if interrupts_are_ignored() {
        return skipped("whatever runs the tests has interrupts ignored");
    }
    assert!(in_time > 2, "only {in_time} runs were interrupted before they ended");
}

/// Whether a shell that put the tests into the background has taken interrupts from them,
/// which their children inherit.
fn interrupts_are_ignored() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let signals = ignored.and_then(|all| u64::from_str_radix(all.trim(), 16).ok());
    // The second signal is SIGINT.
    signals.is_some_and(|signals| signals & 2 != 0)
}

#[test]
fn ending_leaves_every_file_whole() {
    let in_time = killed("-TERM");
    assert!(in_time > 2, "only {in_time} runs were stopped before they ended");
}

#[test]
fn what_an_earlier_run_left_is_swept_away_and_nothing_else_is() {
    let watched = Watched::with_guide();
    for name in [".offprint-aB3xY9.tmp", ".offprint-notes.tmp", ".offprint-.tmp", "x.tmp"]
    {
        watched.put(&format!("out/{name}"), "half");
    }
    fs::create_dir(watched.path("out/.offprint-folder.tmp")).expect("a folder");
    // Another run that still works on it holds its lock.
    watched.put("out/.offprint-locked.tmp", "half");
    let held = fs::File::open(watched.path("out/.offprint-locked.tmp")).expect("a file");
    held.lock().expect("a lock");
    watched.run("sheet guide.md -o out/x.pdf").did(&["x.pdf"]);
    let names = watched.names("out");
    let there = [
        ".offprint-.tmp",
        ".offprint-folder.tmp",
        ".offprint-locked.tmp",
        ".offprint-notes.tmp",
        "x.pdf",
        "x.tmp",
    ];
    assert_eq!(names, there);
}
