//! Places where files cannot be written: the old ones stay, and no part of new ones.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use super::watched::{MADE, Watched, names};
use crate::support::command::PROGRAM;
use crate::support::skipped;

/// Fills `out` with files of an earlier run.
fn old_files(watched: &Watched) {
    for name in MADE {
        watched.put(&format!("out/{name}"), "old");
    }
}

#[track_caller]
fn all_old(watched: &Watched) {
    for name in MADE {
        let path = watched.path(&format!("out/{name}"));
        if path.is_file() {
            assert_eq!(fs::read(&path).expect("a file"), b"old", "{name}");
        }
    }
}

#[test]
fn one_of_three_files_that_cannot_be_written_keeps_the_others_old() {
    for name in MADE {
        let watched = Watched::with_guide();
        old_files(&watched);
        fs::remove_file(watched.path(&format!("out/{name}"))).expect("removed");
        fs::create_dir(watched.path(&format!("out/{name}"))).expect("a folder");
        watched.refuses("all guide.md -d out", &[name, "it is a folder"]);
        all_old(&watched);
        assert_eq!(watched.names("out"), MADE);
    }
}

/// Runs `script` as the only user of mounts of its own; false, said aloud, where that is not
/// allowed.
fn mounted(watched: &Watched, script: &str) -> bool {
    let try_it = "mount -t tmpfs -o size=64k tmpfs out || exit 77";
    let script = format!("set -e; offprint='{PROGRAM}'\n{try_it}\n{script}");
    let mut unshare = Command::new("unshare");
    unshare.args(["-rm", "bash", "-c", &script]).current_dir(watched.path(""));
    let Ok(ran) = unshare.output() else {
        skipped("unshare is not installed");
        return false;
    };
    let said = String::from_utf8_lossy(&ran.stderr);
    if ran.status.code() == Some(77) || said.contains("unshare:") {
        skipped(&format!("mounting is not allowed: {said}"));
        return false;
    }
    assert!(ran.status.success(), "{said}\n{}", String::from_utf8_lossy(&ran.stdout));
    true
}

#[test]
fn a_full_disk_keeps_the_old_files_and_gets_no_part_of_new_ones() {
    let watched = Watched::with_guide();
    mounted(
        &watched,
        r#"
        for name in guide-sheet.pdf guide-cards.pdf guide.epub; do echo old >"out/$name"; done
        head -c 40000 /dev/zero >out/other
        status=0; said=$("$offprint" all guide.md -d out 2>&1) || status=$?
        [ "$status" = 1 ]
        case $said in *"the disk is full"*) ;; *) echo "$said"; exit 3;; esac
        for name in guide-sheet.pdf guide-cards.pdf guide.epub; do
            [ "$(cat "out/$name")" = old ]
        done
        [ "$(ls -A out | wc -l)" = 4 ]
        "#,
    );
    if Path::new("/dev/full").exists() {
        watched
            .refuses("sheet guide.md -o /dev/full", &["/dev/full", "the disk is full"]);
    }
}

#[test]
fn a_name_that_cannot_be_taken_gives_the_other_names_back() {
    let watched = Watched::with_guide();
    // A file that something is mounted on can be written, but not replaced.
    mounted(
        &watched,
        r#"
        mount -o remount,size=8m out
        for name in guide-sheet.pdf guide.epub; do echo old >"out/$name"; done
        echo other >other; touch out/guide.epub; mount --bind other out/guide.epub
        status=0; said=$("$offprint" all guide.md -d out 2>&1) || status=$?
        [ "$status" = 1 ] || { echo "$said"; exit 3; }
        case $said in *guide.epub*) ;; *) echo "$said"; exit 4;; esac
        [ "$(cat out/guide-sheet.pdf)" = old ]
        [ "$(cat out/guide.epub)" = other ]
        [ "$(ls -A out)" = "guide-sheet.pdf
guide.epub" ] || { ls -A out; exit 5; }
        "#,
    );
}

#[test]
fn targets_that_cannot_be_written_are_named() {
    let watched = Watched::with_guide();
    symlink("round", watched.path("round")).expect("a link");
    watched.refuses("sheet guide.md -o round", &["round in a circle"]);
    watched.refuses("all guide.md -d round", &["round"]);
    watched.refuses("sheet guide.md -o none/x.pdf", &["there is no folder none"]);
    watched.refuses("all guide.md -d guide.md", &["it is a file, not a folder"]);
    watched.refuses("sheet guide.md -o guide.md", &["it is the guide itself"]);
    let long = "x".repeat(5000);
    watched.refuses(&format!("sheet guide.md -o out/{long}.pdf"), &["cannot write"]);
    fs::set_permissions(watched.path("out"), Permissions::from_mode(0o555)).expect("set");
    if fs::write(watched.path("out/try"), "").is_ok() {
        skipped("this user may write anywhere");
        return;
    }
    watched.refuses("all guide.md -d out", &["permission is denied"]);
    fs::set_permissions(watched.path("out"), Permissions::from_mode(0o755)).expect("set");
    assert!(names(&watched.path("out")).is_empty());
}

/// No file of a run replaces another one of it, however their names are written, nor one
/// that was read.
#[test]
fn files_that_would_replace_each_other_are_refused() {
    let watched = Watched::with_guide();
    symlink("x.pdf", watched.path("link")).expect("a link");
    for line in [
        "sheet guide.md -o x.pdf --report x.pdf",
        "sheet guide.md -o x.pdf --report ./x.pdf",
        "sheet guide.md -o x.pdf --report out/../x.pdf",
        "sheet guide.md -o x.pdf --report link",
        "cards guide.md -o x.pdf --lock ./x.pdf",
        "cards guide.md -o x.pdf --lock y.lock --report out/../y.lock",
        "all guide.md -d out --report out/guide.epub",
        "tree guide.md -o x.json --report ./x.json",
    ] {
        watched.refuses(line, &["cannot write"]);
    }
    watched.refuses("tree guide.md -o - --report -", &["standard output"]);
    fs::write(watched.path("offprint.toml"), "").expect("written");
    fs::write(watched.path("dot.png"), "no picture").expect("written");
    fs::write(watched.path("seen.md"), "# A\n\n## What?\n\n![dot](dot.png)\n")
        .expect("written");
    for (line, words) in [
        ("sheet seen.md -o x.pdf --report dot.png", "a picture"),
        ("sheet seen.md -o dot.png", "a picture"),
        ("sheet guide.md -o x.pdf --report offprint.toml", "how this guide is read"),
        ("cards guide.md -o x.pdf --lock guide.md", "the guide itself"),
    ] {
        watched.refuses(line, &[words]);
    }
}
