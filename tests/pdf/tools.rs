//! What programs of others say of our PDF: qpdf, Poppler, `MuPDF`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::support::pages::sample::sample;
use offprint::internals::pdf::{PdfOptions, pdf};
use offprint::product::FontSet;

use crate::support::{file, validators};

/// The sample, written to a file of its own for a test.
fn path(name: &str) -> PathBuf {
    let fonts = FontSet::bundled_only();
    let options = PdfOptions::titled("A sample");
    let bytes = pdf(&sample(&fonts), &fonts, &options).unwrap();
    file(&format!("tools/{name}"), &bytes)
}

/// What a program says that has nothing to complain of.
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    // MuPDF may be built without colour management, which it tells of each file.
    let complaints: Vec<_> = errors
        .lines()
        .filter(|line| !line.contains("ICC support is not available"))
        .collect();
    assert!(
        output.status.success() && complaints.is_empty(),
        "{command:?}: {text}{errors}"
    );
    text
}

#[test]
fn qpdf_finds_nothing() {
    let Some(mut qpdf) = validators::tool("qpdf") else { return };
    let said = said(qpdf.arg("--check").arg(path("qpdf.pdf")));
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
}

#[test]
fn qpdf_can_make_it_hardly_smaller() {
    let Some(mut qpdf) = validators::tool("qpdf") else { return };
    let path = path("size.pdf");
    let smaller = path.with_extension("smaller.pdf");
    let modes =
        ["--object-streams=generate", "--recompress-flate", "--compression-level=9"];
    said(qpdf.args(modes).arg(&path).arg(&smaller));
    let [ours, theirs] = [&path, &smaller].map(|path| fs::metadata(path).unwrap().len());
    assert!(ours * 100 <= theirs * 105, "{ours} bytes, and {theirs} would do");
}

#[test]
fn all_fonts_are_embedded_subsets_with_characters() {
    let Some(mut pdffonts) = validators::tool("pdffonts") else { return };
    let said = said(pdffonts.arg(path("fonts.pdf")));
    let fonts: Vec<_> = said.lines().skip(2).collect();
    assert!(fonts.len() > 4, "{said}");
    assert!(
        fonts.iter().all(|line| line.contains("Identity-H       yes yes yes")),
        "{said}"
    );
}

#[test]
fn words_come_out_in_order() {
    let Some(mut pdftotext) = validators::tool("pdftotext") else { return };
    let text = said(pdftotext.arg("-raw").arg(path("words.pdf")).arg("-"));
    let order = [
        "Office & Größe",
        "Words before a link",
        "1. First",
        "• a bullet",
        "fn main() {",
    ];
    let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{places:?} in {text}"
    );
}

#[test]
fn poppler_knows_what_it_is() {
    let Some(mut pdfinfo) = validators::tool("pdfinfo") else { return };
    let said = said(pdfinfo.arg(path("info.pdf")));
    for line in
        ["Tagged:          yes", "Pages:           2", "(A4)", "PDF version:     1.7"]
    {
        assert!(said.contains(line), "{line} is not in {said}");
    }
}

#[test]
fn mupdf_draws_it_without_complaint() {
    let Some(mut mutool) = validators::tool("mutool") else { return };
    said(
        mutool
            .args(["draw", "-q", "-F", "png", "-o", "/dev/null"])
            .arg(path("mupdf.pdf")),
    );
}
