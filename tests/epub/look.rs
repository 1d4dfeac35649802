//! How the book looks in a browser: nothing clipped, nothing too pale, on a small screen and
//! a larger one, in normal and large type, by day and by night.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use offprint::document::Document;
use offprint::product::{Answers, BookOptions, FontSet, book};

use crate::support::{guides, validators};
use crate::{read, sample};

/// In how many ways pages are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Views {
    /// In all eight.
    All = 8,
    /// On the small screen, by day, in two sizes of type.
    Hard = 2,
}

/// What Chromium says of pages in a folder: a line for each fault, after two lines of sums.
/// Nothing where there is no Chromium.
fn measured(folder: &Path, pages: &[String], views: Views) -> Option<String> {
    let mut chromium = validators::tool("chromium")?;
    let names: Vec<String> = pages.iter().map(|name| format!("{name:?}")).collect();
    let mut harness =
        String::from("<!DOCTYPE html><meta charset=\"utf-8\"><body><script>");
    write!(harness, "const PAGES = [{}];", names.join(",")).expect("written");
    if views == Views::Hard {
        harness.push_str("const HARD = true;");
    }
    harness.push_str(include_str!("look.js"));
    harness.push_str("</script>");
    let path = folder.join("look.html");
    fs::write(&path, harness).expect("written");
    chromium.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        "--virtual-time-budget=600000",
        "--dump-dom",
    ]);
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let output = chromium.arg(profile).arg(format!("file://{}", path.display())).output();
    let output = output.expect("an installed program starts");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let report = dom.split("<pre id=\"report\">").nth(1)?.split("</pre>").next()?;
    Some(report.to_owned())
}

/// Puts a book's files into a folder; returns the names of its pages.
fn unpacked(book: &[u8], folder: &Path) -> Vec<String> {
    let mut pages = Vec::new();
    for file in read::files(book) {
        if let Some(name) = file.name.strip_prefix("OEBPS/") {
            fs::write(folder.join(name), read::bytes(book, &file.name)).expect("written");
            if name.ends_with("xhtml") {
                pages.push(name.to_owned());
            }
        }
    }
    pages
}

fn check(document: &Document, answers: Answers, views: Views) {
    let mut options = BookOptions::default();
    options.answers = answers;
    let made = book(document, &mut FontSet::bundled_only(), &options).expect("a book");
    let folder = tempfile::tempdir().expect("a folder");
    let pages = unpacked(&made.bytes, folder.path());
    let Some(report) = measured(folder.path(), &pages, views) else {
        assert!(validators::tool("chromium").is_none(), "Chromium gave no report");
        return;
    };
    let sums = format!("opened {}\nfaults 0", pages.len() * views as usize);
    assert_eq!(report.trim(), sums, "of {} pages", pages.len());
}

#[test]
fn nothing_is_clipped_or_pale_in_any_view() {
    for answers in [Answers::After, Answers::Hidden] {
        check(&guides::embedded(), answers, Views::All);
        check(&sample::everything(), answers, Views::All);
    }
}

#[test]
fn nothing_of_a_real_guide_is_clipped_or_pale() {
    for (_, document) in guides::all() {
        check(&document, Answers::After, Views::Hard);
    }
}

#[test]
fn a_bad_page_is_found_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let body = "<p style=\"width:500px\">wide</p><p style=\"color:#777\">pale</p>\
        <pre><code>let far_too_long_to_be_seen_in_a_narrow_window = 1;    </code></pre>\
        <p style=\"width:2em;overflow:hidden\">unbreakable</p>";
    let page = format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>bad</title></head>\
         <body>{body}</body></html>"
    );
    fs::write(folder.path().join("bad.xhtml"), page).expect("written");
    let Some(report) = measured(folder.path(), &["bad.xhtml".to_owned()], Views::All)
    else {
        return;
    };
    for fault in [
        "“wide” reaches from",
        "“let far_too_long_to_be_seen_in” reaches from",
        "“pale” has a contrast",
        "“unbreakable” holds",
    ] {
        assert!(report.contains(fault), "{fault}: {report}");
    }
}
