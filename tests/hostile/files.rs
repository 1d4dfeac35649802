//! Guides and pictures that are no plain files, or have no end.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::symlink;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::watched::{GUIDE, Watched};
use crate::support::command::PROGRAM;
use crate::support::skipped;

fn fifo(watched: &Watched, name: &str) {
    let made = Command::new("mkfifo").arg(watched.path(name)).status();
    assert!(made.expect("mkfifo is on every Unix").success());
}

#[test]
fn a_line_of_a_gigabyte_is_refused_from_a_file_and_from_a_pipe() {
    let watched = Watched::new();
    let file = File::create(watched.path("long.md")).expect("a file");
    file.set_len(1 << 30).expect("a file with a hole");
    watched
        .refuses("all long.md -d out", &["long.md", "1073.8 MB", "64 MB", "cut it up"]);
    let line = "sheet - -o out/x.pdf";
    let run = watched.run_fed(line, || vec![b'a'; 1 << 16]);
    run.refused(line, &["standard input", "64 MB", "cut it up"]);
}

#[test]
fn more_text_than_is_printed_at_once_is_refused() {
    let watched = Watched::with_guide();
    let part = "some words ".repeat(250_000);
    watched.put("a.md", &part);
    watched.put("b.md", part.repeat(2));
    watched.refuses("all b.md -d out", &["5.5 MB", "b.md", "at most 5 MB", "cut it up"]);
    watched.refuses("all guide.md a.md a.md -d out", &["guide.md, a.md, a.md", "5.6 MB"]);
}

#[test]
fn a_file_that_grows_while_it_is_read_ends() {
    let watched = Watched::new();
    watched.put("growing.md", GUIDE);
    let done = Arc::new(AtomicBool::new(false));
    let (path, stop) = (watched.path("growing.md"), Arc::clone(&done));
    let writer = std::thread::spawn(move || {
        let mut file = File::options().append(true).open(path).expect("a file");
        let block = "and so on\n".repeat(100_000);
        while !stop.load(Ordering::Relaxed) {
            file.write_all(block.as_bytes()).expect("written");
            if file.metadata().expect("a file").len() > 200 << 20 {
                file.set_len(0).expect("cut");
            }
        }
    });
    let line = "sheet growing.md -o out/x.pdf";
    let runs: Vec<_> = (0..3).map(|_| watched.run(line)).collect();
    done.store(true, Ordering::Relaxed);
    writer.join().expect("a thread");
    for run in runs {
        // What was there when it was read may have been a guide.
        if run.status != Some(0) {
            run.refused(line, &["growing.md"]);
        }
    }
}

#[test]
fn a_pipe_is_read_if_somebody_writes_and_given_up_if_nobody_does() {
    let watched = Watched::new();
    fifo(&watched, "pipe.md");
    watched.refuses("all pipe.md -d out", &["pipe.md", "a pipe", "nobody writes"]);
    let path = watched.path("pipe.md");
    let writer = std::thread::spawn(move || fs::write(path, GUIDE));
    watched.run("all pipe.md -d out").did(&["pipe-sheet.pdf"]);
    writer.join().expect("a thread").expect("written");
    // A writer who never stops.
    let path = watched.path("pipe.md");
    std::thread::spawn(move || {
        let mut pipe = File::options().write(true).open(path).expect("a pipe");
        while pipe.write_all(&[b'a'; 4096]).is_ok() {}
    });
    let line = "sheet pipe.md -o out/x.pdf";
    watched.run(line).refused(line, &["pipe.md", "64 MB"]);
}

#[test]
fn process_substitution_and_the_name_of_standard_input_are_read() {
    let watched = Watched::with_guide();
    let fed = watched.run_fed("sheet /dev/stdin -o out/a.pdf", {
        let mut guide = GUIDE.as_bytes().to_vec();
        move || std::mem::take(&mut guide)
    });
    fed.did(&["a.pdf"]);
    let script = format!("'{PROGRAM}' sheet <(sleep 0.1; cat guide.md) -o out/b.pdf");
    let ran =
        Command::new("bash").args(["-c", &script]).current_dir(watched.path("")).output();
    let Ok(ran) = ran else {
        skipped("bash is not installed");
        return;
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(watched.names("out"), ["a.pdf", "b.pdf"]);
}

#[test]
fn devices_folders_and_sockets_are_no_guides() {
    let watched = Watched::new();
    watched.refuses("all /dev/zero -d out", &["/dev/zero", "64 MB"]);
    watched.refuses("all /dev/null -d out", &["/dev/null", "nothing in it"]);
    watched.refuses("all out -d out", &["out", "it is a folder"]);
    watched.refuses("all out/ -d out", &["out/", "it is a folder"]);
    watched.refuses("list out.json", &["there is no such file"]);
    let _socket =
        std::os::unix::net::UnixListener::bind(watched.path("s.md")).expect("a socket");
    watched.refuses("all s.md -d out", &["s.md", "it is a socket"]);
    if fs::metadata("/dev/loop0").is_ok() {
        watched.refuses("all /dev/loop0 -d out", &["/dev/loop0", "it is a disk"]);
    } else {
        skipped("there is no block device");
    }
}

#[test]
fn links_that_go_round_in_a_circle_are_no_guides_and_no_pictures() {
    let watched = Watched::with_guide();
    symlink("round.md", watched.path("round.md")).expect("a link");
    symlink("b.png", watched.path("a.png")).expect("a link");
    symlink("a.png", watched.path("b.png")).expect("a link");
    symlink(".", watched.path("here")).expect("a link");
    watched.refuses("all round.md -d out", &["round.md", "round in a circle"]);
    watched.refuses("all guide.md --font-dir round.md -d out", &["round.md"]);
    watched.put(
        "pictures.md",
        format!("{GUIDE}\n![a](a.png)\n\n![b](here/here/here/none.png)\n"),
    );
    let run = watched.run("all pictures.md -d out");
    run.did(&["round in a circle", "no such file"]);
    // A folder that holds itself is gone through once.
    watched.refuses("all guide.md --font-dir here -d out", &["there is no font in it"]);
}

#[test]
fn pictures_and_fonts_that_are_no_files_are_passed_over() {
    let watched = Watched::new();
    fifo(&watched, "pipe.png");
    fs::create_dir(watched.path("dir.png")).expect("a folder");
    symlink("/dev/zero", watched.path("zero.png")).expect("a link");
    let mut names = String::new();
    for name in ["pipe.png", "dir.png", "zero.png", "/dev/zero", "/dev/stdin"] {
        names.extend(["![", name, "](", name, ")\n\n"]);
    }
    watched.put("guide.md", format!("{GUIDE}\n{names}"));
    let run = watched.run("all guide.md -d out --allow-outside -v");
    run.did(&["it is no file"]);
    assert_eq!(run.said.matches("it is no file").count(), 5, "{}", run.said);
    fs::create_dir(watched.path("fonts")).expect("a folder");
    fifo(&watched, "fonts/pipe.ttf");
    symlink("/dev/zero", watched.path("fonts/zero.ttf")).expect("a link");
    let run = watched.run("sheet guide.md --font-dir fonts -o out/x.pdf");
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.said);
}

#[test]
fn a_picture_that_grows_or_is_too_long_is_not_read_to_its_end() {
    let watched = Watched::new();
    let mut file = File::create(watched.path("long.png")).expect("a file");
    file.write_all(b"\x89PNG\r\n\x1a\n").expect("written");
    file.seek(SeekFrom::Start(1 << 32)).expect("a place");
    file.write_all(b"end").expect("written");
    watched.put("guide.md", format!("{GUIDE}\n![a](long.png)\n"));
    watched.run("all guide.md -d out").did(&["the file is too long"]);
}

/// What nobody named and a guide's folder has is read in that folder alone: no link to
/// elsewhere is followed, and not a word of what it leads to is quoted.
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let secret = "secret = [word";
    let elsewhere = Watched::new();
    elsewhere.put("secret.toml", secret);
    elsewhere.put("SUMMARY.md", "- [Secret](secret.md)\n");
    elsewhere.put("secret.md", "# Secret\n\n## What word?\n\nIt.\n");
    let out = |name: &str| elsewhere.path(name);

    let watched = Watched::with_guide();
    symlink(out("secret.toml"), watched.path("offprint.toml")).expect("a link");
    watched.refuses("list guide.md", &["offprint.toml", "outside the guide's folder"]);
    let run = watched.run("sheet guide.md -o out/x.pdf");
    assert!(!run.said.contains("word"), "{}", run.said);

    for (name, target, line) in [
        ("book.toml", "secret.toml", "list settings"),
        ("SUMMARY.md", "SUMMARY.md", "list summary"),
        ("src", "", "list source"),
        ("one.md", "secret.md", "list chapter"),
    ] {
        let folder = line.split(' ').next_back().expect("a folder");
        watched.put(&format!("{folder}/SUMMARY.md"), "- [One](one.md)\n");
        watched.put(&format!("{folder}/one.md"), "# A\n\n## What?\n\nIt.\n");
        let link = watched.path(&format!("{folder}/{name}"));
        if name == "src" {
            fs::remove_file(watched.path(&format!("{folder}/SUMMARY.md"))).expect("gone");
        } else if link.exists() {
            fs::remove_file(&link).expect("gone");
        }
        symlink(out(target), &link).expect("a link");
        let run = watched.run(line);
        assert_eq!(run.status, Some(1), "{line}: {}", run.said);
        assert!(run.said.contains("outside the"), "{line}: {}", run.said);
        assert!(!run.said.contains("word"), "{line}: {}", run.said);
        let allowed = watched.run(&format!("{line} --allow-outside"));
        assert!(!allowed.said.contains("outside the"), "{line}: {}", allowed.said);
    }
}
