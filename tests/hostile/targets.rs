//! Places where files cannot be written: the old ones stay, and no part of new ones.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use super::bench::{Bench, MADE, names};

/// Fills `out` with files of an earlier run.
fn old_files(bench: &Bench) {
    for name in MADE {
        bench.put(&format!("out/{name}"), "old");
    }
}

#[track_caller]
fn all_old(bench: &Bench) {
    for name in MADE {
        let path = bench.path(&format!("out/{name}"));
        if path.is_file() {
            assert_eq!(fs::read(&path).expect("a file"), b"old", "{name}");
        }
    }
}

#[test]
fn one_of_three_files_that_cannot_be_written_keeps_the_others_old() {
    for name in MADE {
        let bench = Bench::with_guide();
        old_files(&bench);
        fs::remove_file(bench.path(&format!("out/{name}"))).expect("removed");
        fs::create_dir(bench.path(&format!("out/{name}"))).expect("a folder");
        bench.refuses("all guide.md -d out", &[name, "it is a folder"]);
        all_old(&bench);
        assert_eq!(bench.names("out"), MADE);
    }
}

/// Runs `script` as the only user of mounts of its own; false, said aloud, where that is not
/// allowed.
fn mounted(bench: &Bench, script: &str) -> bool {
    let program = env!("CARGO_BIN_EXE_offprint");
    let try_it = "mount -t tmpfs -o size=64k tmpfs out || exit 77";
    let script = format!("set -e; offprint='{program}'\n{try_it}\n{script}");
    let mut unshare = Command::new("unshare");
    unshare.args(["-rm", "bash", "-c", &script]).current_dir(bench.path(""));
    let Ok(ran) = unshare.output() else {
        eprintln!("skipped: unshare is not installed");
        return false;
    };
    let said = String::from_utf8_lossy(&ran.stderr);
    if ran.status.code() == Some(77) || said.contains("unshare:") {
        eprintln!("skipped: mounting is not allowed: {said}");
        return false;
    }
    assert!(ran.status.success(), "{said}\n{}", String::from_utf8_lossy(&ran.stdout));
    true
}

#[test]
fn a_full_disk_keeps_the_old_files_and_gets_no_part_of_new_ones() {
    let bench = Bench::with_guide();
    mounted(
        &bench,
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
        bench.refuses("sheet guide.md -o /dev/full", &["/dev/full", "the disk is full"]);
    }
}

#[test]
fn a_name_that_cannot_be_taken_gives_the_other_names_back() {
    let bench = Bench::with_guide();
    // A file that something is mounted on can be written, but not replaced.
    mounted(
        &bench,
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
    let bench = Bench::with_guide();
    symlink("round", bench.path("round")).expect("a link");
    bench.refuses("sheet guide.md -o round", &["round in a circle"]);
    bench.refuses("all guide.md -d round", &["round"]);
    bench.refuses("sheet guide.md -o none/x.pdf", &["there is no folder none"]);
    bench.refuses("all guide.md -d guide.md", &["it is a file, not a folder"]);
    bench.refuses("sheet guide.md -o guide.md", &["it is the guide itself"]);
    let long = "x".repeat(5000);
    bench.refuses(&format!("sheet guide.md -o out/{long}.pdf"), &["cannot write"]);
    fs::set_permissions(bench.path("out"), Permissions::from_mode(0o555)).expect("set");
    if fs::write(bench.path("out/try"), "").is_ok() {
        eprintln!("skipped: this user may write anywhere");
        return;
    }
    bench.refuses("all guide.md -d out", &["permission is denied"]);
    fs::set_permissions(bench.path("out"), Permissions::from_mode(0o755)).expect("set");
    assert!(names(&bench.path("out")).is_empty());
}
