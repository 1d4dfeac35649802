//! What the book and the cheat sheet of one run say of each other.

use std::path::Path;
use std::process::Command;

use crate::support::command::PROGRAM;
use crate::support::validators;
use crate::{essence, read};

/// The files that `offprint all` makes of the embedded guide, with these arguments.
fn made(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(PROGRAM);
    command.args(["all", "-q", "-d"]).arg(folder).args(arguments);
    let (done, said) = validators::output(&mut command);
    assert!(done, "{said}");
}

/// The title that stands behind a mark, and the page that the mark says.
fn marked(files: &[read::File]) -> Vec<(String, String)> {
    let nav = read::elements(&read::file(files, "nav.xhtml").text);
    let listed = nav.iter().skip_while(|e| e.get("epub:type") != Some("page-list"));
    let hrefs: Vec<String> =
        listed.filter_map(|e| e.get("href")).map(str::to_owned).collect();
    let title = |href: &String| {
        let (name, id) = href.split_once('#').expect("a file and an id");
        let text = &read::file(files, name).text;
        let page = id.strip_prefix("_page-").expect("a page").to_owned();
        (read::heading_after(text, id), page)
    };
    hrefs.iter().map(title).collect()
}

#[test]
fn page_marks_are_found_on_those_pages_of_the_sheet() {
    for arguments in [&["--paper", "a5"][..], &["--answers", "hidden"], &["--one-page"]] {
        let folder = tempfile::tempdir().expect("a folder");
        made(folder.path(), arguments);
        let book = std::fs::read(folder.path().join("guide.epub")).expect("a book");
        let files = read::files(&book);
        let package = &read::file(&files, "content.opf").text;
        assert!(package.contains("\"pageBreakSource\">guide-sheet.pdf<"), "{package}");
        assert!(package.contains(">pageBreakMarkers<"), "{package}");
        let marks = marked(&files);
        assert_eq!(marks[0].1, "1");
        let least = if arguments[0] == "--paper" { 4 } else { 1 };
        assert!(marks.len() >= least, "{marks:?}");
        for (title, page) in marks {
            let Some(mut pdftotext) = validators::tool("pdftotext") else { return };
            let sheet = folder.path().join("guide-sheet.pdf");
            pdftotext.args(["-f", &page, "-l", &page]).arg(sheet).arg("-");
            let (done, text) = validators::output(&mut pdftotext);
            assert!(done, "{text}");
            // A word may be divided at the end of a line.
            let text = essence(&text).replace(['-', '\u{ad}'], "");
            let title = essence(&title).replace('-', "");
            assert!(!title.is_empty() && text.contains(&title), "page {page}: {title}");
        }
    }
}
