//! The finished files, held against foreign tools: sound, complete in themselves, the same
//! on any day, every answer behind its question.

use std::path::{Path, PathBuf};
use std::process::Command;

use offprint::diagnostic::DiagnosticKind;
use offprint::document::Document;
use offprint::product::{
    BookOptions, CardOptions, FontSet, SheetOptions, book, cheat_sheet, flashcards,
};

use crate::support::command::PROGRAM;
use crate::support::{folder, guides, validators};

/// The PDFs of every guide, written to a folder.
fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    let mut write = |name: String, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("written");
        paths.push(path);
    };
    for (name, document) in guides::all() {
        let fonts = &mut FontSet::bundled();
        let sheet = cheat_sheet(&document, fonts, &SheetOptions::default());
        write(format!("{name}-sheet.pdf"), &sheet.expect("a sheet").bytes);
        if document.questions().next().is_some() {
            let cards = flashcards(&document, fonts, &CardOptions::default());
            write(format!("{name}-cards.pdf"), &cards.expect("cards").bytes);
        }
    }
    paths
}

#[test]
fn pdfs_are_sound_and_their_fonts_are_whole() {
    for path in pdfs(&folder("sound")) {
        if let Some(mut qpdf) = validators::tool("qpdf") {
            let (sound, said) = validators::output(qpdf.arg("--check").arg(&path));
            assert!(sound && !said.contains("WARNING"), "{said}");
        }
        let Some(mut pdffonts) = validators::tool("pdffonts") else { continue };
        let (read, said) = validators::output(pdffonts.arg(&path));
        assert!(read, "{said}");
        let rows: Vec<&str> = said.lines().skip(2).collect();
        assert!(!rows.is_empty(), "{} has no font: {said}", path.display());
        for row in rows {
            // name, type, encoding, embedded, subset, Unicode map, object
            let flags: Vec<&str> = row.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(flags, ["yes"; 3], "{}: {row}", path.display());
            assert!(row.as_bytes()[6] == b'+', "{}: {row}", path.display());
        }
    }
}

#[test]
fn signs_are_shown_as_such() {
    let guide = "## S\n\n### Q1: Signs?\n\nOne → two ✅ yes ❌ no 🚀 off, naïve ½ × λ\n";
    let document = guides::parse_bytes("signs.md", guide.as_bytes());
    let sheet =
        cheat_sheet(&document, &mut FontSet::bundled_only(), &SheetOptions::default());
    let path = folder("signs").join("signs.pdf");
    std::fs::write(&path, sheet.expect("a sheet").bytes).expect("written");
    let Some(mut pdftotext) = validators::tool("pdftotext") else { return };
    let (_, text) = validators::output(pdftotext.arg("-raw").arg(&path).arg("-"));
    for sign in "→ ✅ ❌ 🚀 naïve ½ × λ".split(' ') {
        assert!(text.contains(sign), "{sign} is not in {text}");
    }
}

#[test]
fn pictures_that_are_not_printed_are_named() {
    const KIND: DiagnosticKind = DiagnosticKind::UnprintedPicture;
    let guide = "## S\n\n### Q1: Two?\n\nSee ![a graph](images/a.png) and\n\
        [![](https://example.org/b.svg)](https://example.org).\n\n\
        <img src=\"c.png\" alt=\"c\">\n";
    let document = guides::parse_bytes("pictures.md", guide.as_bytes());
    let fonts = &mut FontSet::bundled_only();
    let sheet = cheat_sheet(&document, fonts, &SheetOptions::default());
    let cards = flashcards(&document, fonts, &CardOptions::default());
    let sheet = sheet.expect("a sheet").diagnostics;
    let cards = cards.expect("cards").diagnostics;
    for diagnostics in [sheet, cards] {
        let found = diagnostics.iter().filter(|found| found.kind == KIND);
        let said = found.map(|one| (one.span.map_or(0, |span| span.line), &*one.message));
        let says = |file| format!("the picture “{file}” is not printed");
        let expected = [(5, says("a.png")), (6, says("b.svg")), (8, says("c.png"))];
        let expected = expected.iter().map(|(line, says)| (*line, &**says));
        assert!(said.eq(expected), "{diagnostics:?}");
    }
    let made = book(&document, fonts, &BookOptions::default()).expect("a book");
    assert!(made.diagnostics.iter().all(|found| found.kind != KIND));
    let document = guides::parse_bytes("none.md", b"## S\n\n### Q1: None?\n\nNone.\n");
    let sheet = cheat_sheet(&document, fonts, &SheetOptions::default());
    assert_eq!(sheet.expect("a sheet").diagnostics, []);
}

#[test]
fn two_runs_in_two_folders_on_two_days_give_the_same_bytes() {
    let run = |folder: &Path, day: Option<&str>| {
        let mut command = match day {
            None => Command::new(PROGRAM),
            Some(day) => {
                let Some(mut faketime) = validators::tool("faketime") else { return };
                faketime.args([day, PROGRAM]);
                faketime
            }
        };
        let status = command.args(["all", "-q", "-d", "."]).current_dir(folder).status();
        assert!(status.expect("it starts").success());
    };
    let (here, there) = (folder("same/here"), folder("same/there"));
    run(&here, None);
    run(&there, Some("2031-05-06 07:08:09"));
    for name in ["guide-sheet.pdf", "guide-cards.pdf", "guide.epub"] {
        let first = std::fs::read(here.join(name)).expect(name);
        // Without the tool that fakes the clock there is no second folder to compare.
        if let Ok(second) = std::fs::read(there.join(name)) {
            assert!(first == second, "{name} differs");
        }
    }
}

/// A word and where it stands, in points from the upper left.
struct Word {
    text: String,
    x: f64,
    y: f64,
}

/// The words of each page.
fn words(pdf: &Path) -> Option<Vec<Vec<Word>>> {
    let mut pdftotext = validators::tool("pdftotext")?;
    let (_, text) = validators::output(pdftotext.arg("-bbox").arg(pdf).arg("-"));
    let word = |tag: &str| {
        let number = |name: &str| -> Option<f64> {
            let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
            tag[from..].split('"').next()?.parse().ok()
        };
        let text = tag.split('>').nth(1)?.split('<').next()?.to_owned();
        let x = f64::midpoint(number("xMin")?, number("xMax")?);
        let y = f64::midpoint(number("yMin")?, number("yMax")?);
        Some(Word { text, x, y })
    };
    let page = |page: &str| page.split("<word ").skip(1).filter_map(word).collect();
    Some(text.split("<page ").skip(1).map(page).collect())
}

#[test]
fn every_answer_lies_behind_its_question() {
    for (name, document) in
        [("embedded".to_owned(), guides::embedded())].into_iter().chain(
            guides::all().into_iter().filter(|(name, _)| name.starts_with("interview")),
        )
    {
        check_backs(&name, &document);
    }
}

/// On A4 in portrait, turned about the long edge: two columns, four rows, 5 mm white.
fn check_backs(name: &str, document: &Document) {
    let cards =
        flashcards(document, &mut FontSet::bundled_only(), &CardOptions::default());
    let path = folder(&format!("backs-{name}")).join("cards.pdf");
    std::fs::write(&path, cards.expect("cards").bytes).expect("written");
    let Some(pages) = words(&path) else { return };
    let millimetre = 72.0 / 25.4;
    let slot = |word: &Word| {
        let column = ((word.x / millimetre - 5.0) / 100.0).floor() as i32;
        let row = ((word.y / millimetre - 5.0) / 71.75).floor() as i32;
        (row, column)
    };
    let number =
        |word: &Word| word.text.strip_prefix('Q').and_then(|n| n.parse::<u32>().ok());
    let mut seen = 0;
    for sheet in pages.chunks(2) {
        let [front, back] = sheet else { panic!("{name}: a front without a back") };
        for question in front.iter().filter(|word| number(word).is_some()) {
            let (row, column) = slot(question);
            let behind = (row, 1 - column);
            // The number stands in the bar, the topmost words of the slot.
            let answer = back
                .iter()
                .filter(|word| slot(word) == behind && number(word).is_some())
                .min_by(|a, b| a.y.total_cmp(&b.y));
            let answer = answer.map(|word| word.text.as_str());
            assert_eq!(
                answer,
                Some(question.text.as_str()),
                "{name}: behind {row}, {column}"
            );
            seen += 1;
        }
    }
    assert!(seen >= document.questions().count(), "{name}: {seen} cards");
}
